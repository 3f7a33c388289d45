package metric_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// TestMeasurementOutsideItsDefinition: a measurement that cannot be is refused at its place.
func TestMeasurementOutsideItsDefinition(t *testing.T) {
	by := func(base string, m metric.Measurement) metric.Measurement {
		m.Base = base
		return m
	}
	tests := []struct {
		name string
		give metric.Measurement
		want []string
	}{
		{"good", counted("rework", "9", "1200"), nil},
		{"its only base by name", by("completed", counted("rework", "9", "1200")), nil},
		{"nothing known", counted("rework", "", ""), nil},
		{"base 0", counted("rework", "0", "0"), nil},
		{"all", counted("rework", "1200", "1200"), nil},
		{"no metric", counted("", "9", "1200"), []string{"measurements[0].metric invalid/required"}},
		{"unknown metric", counted("reworks", "9", "1200"), []string{"measurements[0].metric metric/unknown"}},
		{"more than the whole", counted("rework", "1201", "1200"), []string{"measurements[0].num metric/above"}},
		{"one of nothing", counted("rework", "1", "0"), []string{"measurements[0].num metric/above"}},
		{"negative", counted("rework", "-1", "1200"), []string{"measurements[0].num metric/negative"}},
		{"negative base", counted("rework", "1", "-1"), []string{"measurements[0].den metric/negative"}},
		{"half an order", counted("rework", "0.5", "1200.5"), []string{"measurements[0].num metric/whole", "measurements[0].den metric/whole"}},
		{"areas have parts", counted("houseSoundness", "48500.25", "50000.5"), nil},
		{"another base", by("orders", counted("rework", "9", "1200")), []string{"measurements[0].base metric/base"}},
		{"one of two bases", by("services", counted("complaintRate", "3", "300")), nil},
		{"neither of two bases", counted("complaintRate", "3", "300"), []string{"measurements[0].base metric/base-open"}},
		{"a ratio above 1", by("households", counted("complaintRate", "301", "300")), nil},
		{"a negative ratio", by("households", counted("complaintRate", "-1", "300")), []string{"measurements[0].num metric/negative"}},
		{"a count has no base", by("all", counted("validComplaints", "3", "300")), []string{
			"measurements[0].base metric/has-base", "measurements[0].den metric/has-base",
		}},
		{"a count", counted("validComplaints", "3", ""), nil},
		{"a mean may be negative", counted("mttr", "-1", "2"), nil},
		{"without an end", within(counted("rework", "9", "1200"), "", "2026-01-01/.."), []string{"measurements[0].period.end metric/open-period"}},
		{"reversed", within(counted("rework", "9", "1200"), "", "2026-03-01/2026-01-01"), []string{"measurements[0].period.end civil/period-reversed"}},
		{"without a period", metric.Measurement{Metric: "rework"}, []string{"measurements[0].period.start invalid/required"}},
	}
	set := china(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := set.Check(metric.Sheet{Measurements: []metric.Measurement{tt.give}})
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
			_, err = set.Value(tt.give)
			require.Equal(t, len(tt.want), len(problems(t, err)), "Value refuses the same")
		})
	}
}

func TestSheetListsEveryProblem(t *testing.T) {
	named := counted("rework", "8", "1200")
	named.Base = "completed"
	sheet := metric.Sheet{Measurements: []metric.Measurement{
		counted("rework", "9", "1200"),
		within(counted("rework", "1", "0"), "", "2026-01"), // a month beside its year is no repetition
		within(counted("rework", "9", "1200"), "building 1", "2026-01"),
		counted("reworks", "-9", "-1"),
		named, // the same as the first
	}}
	require.Equal(t, []string{
		"measurements[1].num metric/above",
		"measurements[3].den metric/negative", "measurements[3].metric metric/unknown",
		"measurements[4] metric/twice",
	}, problems(t, china(t).Check(sheet)))
	require.Empty(t, sheet.Measurements[0].Base, "the sheet is not changed")
	require.NoError(t, china(t).Check(metric.Sheet{}))
}

func TestSheetIsCheckedWhenRead(t *testing.T) {
	_, err := invalid.Decode[metric.Sheet]([]byte(`{"measurements": [
		{"metric": "rework", "period": {"start": "2026-01-01", "end": "2027-01-01"}, "num": "9", "den": "1200", "source": "工单", "at": "2027-01-05T09:00:00+08:00"},
		{"metric": "rework", "period": {"start": "2026-01-01", "end": "2027-01-01"}},
		{"period": {"start": "2026-01-01"}, "num": 9, "den": "-1"}]}`), "sheet")
	require.Equal(t, []string{
		"measurements[2].num invalid/type", "measurements[1] metric/twice", "measurements[2].metric invalid/required",
		"measurements[2].period.end metric/open-period", "measurements[2].den metric/negative",
	}, problems(t, err))
}
