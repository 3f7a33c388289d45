package metric_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

func trendOf(t *testing.T, former, current metric.Measurement) metric.Trend {
	t.Helper()
	former.Period, current.Period = span("2026-01"), span("2026-02")
	trend, err := china(t).Trend(former, current)
	require.NoError(t, err)
	return trend
}

func TestTrend(t *testing.T) {
	tests := []struct {
		name                     string
		former, current          metric.Measurement
		change, points, relative string
		course                   int
	}{
		{"97 % to 98.5 %", counted("collection", "97", "100"), counted("collection", "197", "200"), "0.02", "1.5", "1.55", 1},
		{"the same of another base", counted("collection", "97", "100"), counted("collection", "194", "200"), "0", "0", "0", 0},
		{"down", counted("collection", "98", "100"), counted("collection", "49", "100"), "-0.49", "-49", "-50", -1},
		{"fewer repaired twice", counted("rework", "12", "1200"), counted("rework", "9", "1200"), "0", "-0.25", "-25", 1},
		{"more repaired twice", counted("rework", "9", "1200"), counted("rework", "12", "1200"), "0", "0.25", "33.33", -1},
		{"one millionth", counted("collection", "999999", "1000000"), counted("collection", "999998", "1000000"), "0", "0", "0", -1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			trend := trendOf(t, tt.former, tt.current)
			require.Equal(t, metric.Known, trend.State())
			for _, figure := range []struct {
				name string
				get  func(metric.Rounding) (metric.Figure, error)
				want string
			}{{"change", trend.Change, tt.change}, {"points", trend.Points, tt.points}, {"relative", trend.Relative, tt.relative}} {
				got, err := figure.get(metric.Rounding{})
				require.NoError(t, err)
				require.Equal(t, figure.want, got.String(), figure.name)
			}
			course, ok := trend.Course()
			require.True(t, ok)
			require.Equal(t, tt.course, course)
		})
	}
}

func TestTrendOfAMean(t *testing.T) {
	trend := trendOf(t, counted("mttr", "-10", "4"), counted("mttr", "-5", "4"))
	change, err := trend.Change(metric.Rounding{})
	require.NoError(t, err)
	require.Equal(t, "1.25", change.String())
	relative, err := trend.Relative(metric.Rounding{})
	require.NoError(t, err)
	require.Equal(t, "50", relative.String(), "growth from below 0 is growth")
	_, err = trend.Points(metric.Rounding{})
	require.ErrorIs(t, err, metric.ErrNotPercent)
	course, ok := trend.Course()
	require.True(t, ok)
	require.Equal(t, -1, course, "longer repairs are worse")
}

// TestTrendOfNothing: what is not known before or after has no trend.
func TestTrendOfNothing(t *testing.T) {
	known, open, none := counted("collection", "97", "100"), counted("collection", "", "100"), counted("collection", "0", "0")
	tests := []struct {
		name            string
		former, current metric.Measurement
		want            metric.State
	}{
		{"known", known, known, metric.Known},
		{"former unknown", open, known, metric.Unknown},
		{"current unknown", known, open, metric.Unknown},
		{"former not applicable", none, known, metric.NotApplicable},
		{"current not applicable", known, none, metric.NotApplicable},
		{"neither applicable", none, none, metric.NotApplicable},
		{"unknown beats not applicable", none, open, metric.Unknown},
		{"whichever comes first", open, none, metric.Unknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			trend := trendOf(t, tt.former, tt.current)
			require.Equal(t, tt.want, trend.State())
			_, ok := trend.Course()
			require.Equal(t, tt.want == metric.Known, ok)
			for _, get := range []func(metric.Rounding) (metric.Figure, error){trend.Change, trend.Points, trend.Relative} {
				if _, err := get(metric.Rounding{}); tt.want != metric.Known {
					require.ErrorIs(t, err, metric.ErrNoValue)
				} else {
					require.NoError(t, err)
				}
			}
		})
	}
	require.Equal(t, metric.Unknown, metric.Trend{}.State())
	_, ok := metric.Trend{}.Course()
	require.False(t, ok)
	undirected := trendOf(t, known, known)
	undirected.Better = 0
	_, ok = undirected.Course()
	require.False(t, ok, "better is not said")
	undirected.Better = 3
	_, ok = undirected.Course()
	require.False(t, ok, "there is no such direction")
}

func TestTrendFromZero(t *testing.T) {
	trend := trendOf(t, counted("rework", "0", "1200"), counted("rework", "12", "1200"))
	_, err := trend.Relative(metric.Rounding{})
	require.ErrorIs(t, err, metric.ErrFormerZero)
	points, err := trend.Points(metric.Rounding{})
	require.NoError(t, err)
	require.Equal(t, "1", points.String())
}

func TestTrendRefuses(t *testing.T) {
	by := func(base string) metric.Measurement {
		m := within(counted("complaintRate", "3", "300"), "", "2026-01")
		m.Base = base
		return m
	}
	at := func(scope, period string) metric.Measurement {
		return within(counted("rework", "9", "1200"), scope, period)
	}
	later := by("services")
	later.Period = span("2026-02")
	tests := []struct {
		name            string
		former, current metric.Measurement
		want            []string
	}{
		{"month after month", at("", "2026-01"), at("", "2026-02"), nil},
		{"the same month a year later", at("", "2024-02"), at("", "2025-02"), nil},
		{"a week after a week", at("", "2026-01-05/2026-01-12"), at("", "2026-01-12/2026-01-19"), nil},
		{"backwards", at("", "2026-02"), at("", "2026-01"), []string{"current.period metric/not-before"}},
		{"itself", at("", "2026-01"), at("", "2026-01"), []string{"current.period metric/not-before"}},
		{"month and quarter", at("", "2026-01"), at("", "2026-04-01/2026-07-01"), []string{"current.period metric/lengths"}},
		{"28 days and 31", at("", "2026-02-01/2026-03-01"), at("", "2026-03-02/2026-04-02"), []string{"current.period metric/lengths"}},
		{"another scope", at("a", "2026-01"), at("b", "2026-02"), []string{"current.scope metric/mixed"}},
		{"another metric", at("", "2026-01"), within(counted("firstTimeFix", "1", "2"), "", "2026-02"), []string{"current.metric metric/mixed"}},
		{"another base", by("households"), later, []string{"current.base metric/mixed"}},
		{"both bad", within(counted("rework", "2", "1"), "", "2026-01"), within(counted("rework", "-2", "1"), "", "2026-02"), []string{
			"former.num metric/above", "current.num metric/negative",
		}},
		{"8 days and 7", at("", "2026-01-05/2026-01-13"), at("", "2026-02-05/2026-02-12"), []string{"current.period metric/lengths"}},
		{"the former without a period", metric.Measurement{Metric: "rework"}, at("", "2026-01"), []string{"former.period.start invalid/required"}},
		{"without a period", at("", "2026-01"), metric.Measurement{Metric: "rework"}, []string{"current.period.start invalid/required"}},
	}
	set := china(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := set.Trend(tt.former, tt.current)
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
}

func TestTrendRoundTrip(t *testing.T) {
	trend := trendOf(t, counted("collection", "97", "100"), counted("collection", "197", "200"))
	text, err := json.Marshal(trend)
	require.NoError(t, err)
	back, err := invalid.Decode[metric.Trend](text, "trend")
	require.NoError(t, err)
	require.Equal(t, trend, back)
}
