package wuye_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
)

// TestRuleFigures: on the limit that the source states a figure meets it, one unit past it misses it. The limits that
// property/metric tests itself are not repeated.
func TestRuleFigures(t *testing.T) {
	tests := []struct {
		rule, metric, scale string
		of                  string
		met, missed         string
	}{
		{"KPI-26", "satisfaction", "002", "300", "285", "284"}, // at least 95 %
		{"KPI-53", "validComplaints", "002", "", "0", "1"},     // none
		{"PROP-28", "accessCoverage", "001-4", "12", "12", "11"},
		{"SEC-05", "cameraCoverage", "001-6", "40", "40", "39"},
		{"STAFF-48", "trainingCoverage", "001-7", "86", "86", "85"},
	}
	set, err := metric.Compile(metric.China())
	require.NoError(t, err)
	year := civil.Period{Start: civil.MustParse("2026-01-01"), End: civil.MustParse("2027-01-01")}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			for counted, want := range map[string]metric.Outcome{tt.met: metric.Met, tt.missed: metric.Missed} {
				m := metric.Measurement{Metric: tt.metric, Period: year, Num: metric.MustParseFigure(counted)}
				if tt.of != "" {
					m.Den = metric.MustParseFigure(tt.of)
				}
				verdicts, err := set.Judge(m)
				require.NoError(t, err)
				judged := 0
				for _, v := range verdicts {
					if v.Target.Scale == tt.scale {
						judged++
						require.Contains(t, v.Target.Source, tt.rule)
						require.Equal(t, want, v.Outcome, "%s of %s", counted, tt.of)
					}
				}
				require.Equal(t, 1, judged)
			}
		})
	}
}
