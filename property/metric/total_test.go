package metric_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
)

// TestTotalNeverAveragesRates: 90 % of 10 and 11.11 % of 90 are 19 %, not half.
func TestTotalNeverAveragesRates(t *testing.T) {
	set := china(t)
	total, err := set.Total("", span("2026-01-01/2026-03-01"), []metric.Measurement{
		within(counted("repairTimeliness", "10", "90"), "", "2026-02"),
		within(counted("repairTimeliness", "9", "10"), "", "2026-01"),
	})
	require.NoError(t, err)
	want := within(counted("repairTimeliness", "19", "100"), "", "2026-01-01/2026-03-01")
	want.Base = "ordersDue"
	require.Equal(t, want, total)
	v, err := set.Value(total)
	require.NoError(t, err)
	got, err := v.Percent(metric.Rounding{})
	require.NoError(t, err)
	require.Equal(t, "19.00%", got)
}

func TestTotal(t *testing.T) {
	january := span("2026-01")
	tests := []struct {
		name     string
		parts    []metric.Measurement
		num, den string
	}{
		{"one", []metric.Measurement{within(counted("rework", "9", "1200"), "", "2026-01")}, "9", "1200"},
		{"scopes", []metric.Measurement{
			within(counted("rework", "9", "1200"), "building 2", "2026-01"), within(counted("rework", "0", "300"), "building 1", "2026-01"),
		}, "9", "1500"},
		{"scopes by parts of the month", []metric.Measurement{
			within(counted("rework", "1", "10"), "b", "2026-01-01/2026-01-16"), within(counted("rework", "2", "20"), "a", "2026-01"),
			within(counted("rework", "3", "30"), "b", "2026-01-16/2026-02-01"),
		}, "6", "60"},
		{"a part where nothing was due", []metric.Measurement{
			within(counted("rework", "0", "0"), "a", "2026-01"), within(counted("rework", "3", "30"), "b", "2026-01"),
		}, "3", "30"},
		{"an unknown part makes the sum unknown", []metric.Measurement{
			within(counted("rework", "", "30"), "a", "2026-01"), within(counted("rework", "3", "30"), "b", "2026-01"),
		}, "", "60"},
		{"stock over scopes", []metric.Measurement{
			within(counted("houseSoundness", "42000.5", "43000"), "a", "2026-01"), within(counted("houseSoundness", "6499.5", "7000"), "b", "2026-01"),
		}, "48500", "50000"},
		{"counts", []metric.Measurement{
			within(counted("validComplaints", "2", ""), "a", "2026-01"), within(counted("validComplaints", "0", ""), "b", "2026-01"),
		}, "2", ""},
	}
	set := china(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			total, err := set.Total("estate", january, tt.parts)
			require.NoError(t, err)
			require.Equal(t, fig(tt.num), total.Num)
			require.Equal(t, fig(tt.den), total.Den)
			require.Equal(t, january, total.Period)
			require.Equal(t, "estate", total.Scope)
		})
	}
}

func TestTotalRefuses(t *testing.T) {
	part := func(scope, period string) metric.Measurement {
		return within(counted("rework", "9", "1200"), scope, period)
	}
	byBase := func(base, scope string) metric.Measurement {
		m := within(counted("complaintRate", "3", "300"), scope, "2026-01")
		m.Base = base
		return m
	}
	tests := []struct {
		name   string
		period string
		parts  []metric.Measurement
		want   []string
	}{
		{"nothing", "2026-01", nil, []string{"parts metric/no-parts"}},
		{"no end", "2026-01-01/..", []metric.Measurement{part("", "2026-01")}, []string{"period.end metric/open-period"}},
		{"a part without an end", "2026-01", []metric.Measurement{part("", "2026-01-01/..")}, []string{"parts[0].period.end metric/open-period"}},
		{"a part without a start", "2026-01", []metric.Measurement{{Metric: "rework", Period: civil.Period{End: civil.MustParse("2027-01-01")}}}, []string{
			"parts[0].period.start invalid/required",
		}},
		{"another metric", "2026-01", []metric.Measurement{part("a", "2026-01"), within(counted("firstTimeFix", "1", "2"), "b", "2026-01")}, []string{
			"parts[1].metric metric/mixed",
		}},
		{"another base", "2026-01", []metric.Measurement{byBase("households", "a"), byBase("services", "b")}, []string{"parts[1].base metric/mixed"}},
		{"each problem of each part", "2026-01", []metric.Measurement{
			within(counted("rework", "2", "1"), "a", "2026-01"), within(counted("reworks", "2", "1"), "b", "2026-02"),
		}, []string{
			"parts[0].num metric/above", "parts[1].metric metric/unknown", "parts[1].metric metric/mixed", "parts[1].base metric/mixed", "parts[1].period metric/outside",
		}},
		{"outside", "2026-01", []metric.Measurement{part("", "2026-01-01/2026-02-02")}, []string{"parts[0].period metric/outside"}},
		{"a day twice", "2026-01", []metric.Measurement{part("", "2026-01-15/2026-02-01"), part("", "2026-01-01/2026-01-16")}, []string{"parts[0].period metric/overlap"}},
		{"within another", "2026-01", []metric.Measurement{part("", "2026-01"), part("", "2026-01-10/2026-01-11"), part("", "2026-01-20/2026-02-01")}, []string{
			"parts[1].period metric/overlap", "parts[2].period metric/overlap",
		}},
		{"a day missing", "2026-01", []metric.Measurement{part("", "2026-01-01/2026-01-15"), part("", "2026-01-16/2026-02-01")}, []string{"parts metric/gap"}},
		{"missing at both ends of one scope", "2026-01", []metric.Measurement{part("a", "2026-01"), part("b", "2026-01-02/2026-01-31")}, []string{"parts metric/gap", "parts metric/gap"}},
		{"the whole and a part", "2026-01", []metric.Measurement{part("building 1", "2026-01"), part("", "2026-01")}, []string{"parts[1].scope metric/whole-scope"}},
		{"stock over months", "2026-01-01/2026-03-01", []metric.Measurement{
			within(counted("equipmentSoundness", "118", "120"), "", "2026-01"), within(counted("equipmentSoundness", "119", "120"), "", "2026-02"),
		}, []string{"parts[0].period metric/stock", "parts[1].period metric/stock"}},
		{"too large", "2026-01", []metric.Measurement{
			within(counted("collection", "1", "9000000000000"), "a", "2026-01"), within(counted("collection", "1", "9000000000000"), "b", "2026-01"),
		}, []string{"den metric/figure-range"}},
	}
	set := china(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			total, err := set.Total("", span(tt.period), tt.parts)
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
			require.Zero(t, total)
		})
	}
}

// TestTotalNamesTheOverlap: the part that counted the days already is named.
func TestTotalNamesTheOverlap(t *testing.T) {
	_, err := china(t).Total("", span("2026-01"), []metric.Measurement{
		within(counted("rework", "1", "10"), "", "2026-01"), within(counted("rework", "1", "10"), "", "2026-01-10/2026-02-01"),
		within(counted("rework", "1", "10"), "", "2026-01-20/2026-02-01"),
	})
	require.EqualError(t, err, "total: 2 problems\n"+
		"  parts[1].period: days of 2026-01-10/2026-02-01 are counted in parts[0] as well\n"+
		"  parts[2].period: days of 2026-01-20/2026-02-01 are counted in parts[0] as well")
}

func TestTotalNamesTheGap(t *testing.T) {
	_, err := china(t).Total("", span("2026-01-01/2026-04-01"), []metric.Measurement{
		within(counted("rework", "1", "10"), "building 2", "2026-03"), within(counted("rework", "1", "10"), "building 2", "2026-01"),
	})
	require.EqualError(t, err, "total: 1 problem\n  parts: for the scope \"building 2\" nothing is measured in 2026-02-01/2026-03-01")
}

// TestTotalIsAsOfItsLatestPart: At is the latest of the parts, whichever comes first.
func TestTotalIsAsOfItsLatestPart(t *testing.T) {
	early := within(counted("rework", "1", "10"), "a", "2026-01")
	late := within(counted("rework", "1", "10"), "b", "2026-01")
	early.At, late.At = time.Date(2026, 2, 1, 9, 0, 0, 0, time.UTC), time.Date(2026, 2, 3, 9, 0, 0, 0, time.UTC)
	early.Source = "work orders"
	for _, parts := range [][]metric.Measurement{{early, late}, {late, early}} {
		total, err := china(t).Total("", span("2026-01"), parts)
		require.NoError(t, err)
		require.Equal(t, late.At, total.At)
		require.Empty(t, total.Source)
	}
}
