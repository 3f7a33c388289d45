package metric_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
)

// TestJudge: the limit itself, one past it, and what cannot be judged.
func TestJudge(t *testing.T) {
	atHouseholds := func(num, den string) metric.Measurement {
		m := counted("complaintRate", num, den)
		m.Base = "households"
		return m
	}
	tests := []struct {
		source string
		give   metric.Measurement
		scale  string
		want   metric.Outcome
	}{
		{"W-20", counted("collection", "980000", "1000000"), "001-12", metric.Met},
		{"W-20, one yuan less", counted("collection", "979999", "1000000"), "001-12", metric.Missed},
		{"W-20, one fen less", counted("collection", "979999.99", "1000000"), "001-12", metric.Missed},
		{"W-10", counted("doorSatisfaction", "170", "200"), "001-1", metric.Met},
		{"W-10, one less", counted("doorSatisfaction", "169", "200"), "001-1", metric.Missed},
		{"W-22", within(counted("lampSoundness", "490", "500"), "", "2026-03"), "002", metric.Met},
		{"W-22, one less", within(counted("lampSoundness", "489", "500"), "", "2026-03"), "002", metric.Missed},
		{"W-22, small estate", within(counted("lampSoundness", "147", "149"), "", "2026-03"), "002", metric.Met},
		{"W-22, small estate, one less", within(counted("lampSoundness", "146", "149"), "", "2026-03"), "002", metric.Missed},
		{"W-52", counted("systemCoverage", "18", "20"), "001-4", metric.Met},
		{"W-52, one less", counted("systemCoverage", "17", "20"), "001-4", metric.Missed},
		{"W-53", counted("satisfaction", "285", "300"), "002", metric.Met},
		{"W-53, of service", counted("repairSatisfaction", "297", "300"), "001-12", metric.Met},
		{"W-53, one less", counted("repairSatisfaction", "296", "300"), "001-12", metric.Missed},
		{"W-54", atHouseholds("3", "300"), "001-12", metric.Met},
		{"W-54, one more", atHouseholds("4", "300"), "001-12", metric.Missed},
		{"EX-603", counted("repairTimeliness", "1176", "1200"), "001-12", metric.Missed},
		{"100 % fails on the first miss", counted("repairTimeliness", "1199", "1200"), "001-12", metric.Missed},
		{"100 %", counted("repairTimeliness", "1200", "1200"), "001-12", metric.Met},
		{"EX-604", counted("rework", "9", "1200"), "", metric.Met},
		{"EX-604, 13 of 1200", counted("rework", "13", "1200"), "", metric.Missed},
		{"no accident", counted("majorAccidents", "0", ""), "001-12", metric.Met},
		{"an accident", counted("majorAccidents", "1", ""), "001-12", metric.Missed},
		{"nobody counted accidents", counted("majorAccidents", "", ""), "001-12", metric.OutcomeUnknown},
		{"nothing was repaired", counted("repairTimeliness", "0", "0"), "001-12", metric.OutcomeNotApplicable},
		{"nobody counted repairs", counted("repairTimeliness", "1176", ""), "001-12", metric.OutcomeUnknown},
	}
	set := china(t)
	for _, tt := range tests {
		t.Run(tt.source, func(t *testing.T) {
			verdicts, err := set.Judge(tt.give)
			require.NoError(t, err)
			found := 0
			for _, v := range verdicts {
				if v.Target.Scale == tt.scale {
					found++
					require.Equal(t, tt.want, v.Outcome, "%s of %s against %s %s", v.Value.Num, v.Value.Den, v.Target.Is, v.Target.Value)
				}
			}
			require.Equal(t, 1, found)
		})
	}
}

// TestRelations: each relation on the target itself, below and above.
func TestRelations(t *testing.T) {
	for is, want := range map[metric.Relation][3]metric.Outcome{
		metric.AtLeast: {metric.Missed, metric.Met, metric.Met},
		metric.AtMost:  {metric.Met, metric.Met, metric.Missed},
		metric.Exactly: {metric.Missed, metric.Met, metric.Missed},
		metric.Above:   {metric.Missed, metric.Missed, metric.Met},
		metric.Below:   {metric.Met, metric.Missed, metric.Missed},
		0:              {},
		9:              {},
	} {
		target := metric.Target{Is: is, Value: fig("0.25")}
		for i, num := range []string{"24", "25", "26"} {
			v := metric.Value{Metric: "m", Kind: metric.KindShare, State: metric.Known, Num: fig(num), Den: fig("100")}
			require.Equal(t, want[i], target.Judge(v), "%s, %s of 100", is, num)
		}
	}
}

// TestJudgeKnowsTheCycle: a month says nothing about a yearly target.
func TestJudgeKnowsTheCycle(t *testing.T) {
	set := china(t)
	tests := []struct {
		code, period string
		fits         bool
	}{
		{"rework", "2026-01-01/2027-01-01", true},
		{"rework", "2026-05-16/2027-05-16", true}, // a contract's year
		{"rework", "2026-01-01/2026-12-31", false},
		{"rework", "2026-03", false},
		{"lampSoundness", "2026-02", true},
		{"lampSoundness", "2026-02-15/2026-03-15", true},
		{"lampSoundness", "2026-02-15/2026-03-16", false},
		{"doorSatisfaction", "2026-02-15/2026-02-20", true}, // any
	}
	for _, tt := range tests {
		_, err := set.Judge(within(counted(tt.code, "1", "10"), "", tt.period))
		if tt.fits {
			require.NoError(t, err, "%s %s", tt.code, tt.period)
			continue
		}
		require.Equal(t, []string{"period metric/cycle"}, problems(t, err), "%s %s", tt.code, tt.period)
	}
	verdicts, err := set.Judge(counted("firstTimeFix", "1", "10"))
	require.NoError(t, err)
	require.Empty(t, verdicts, "no target, no verdict")
	_, err = set.Judge(metric.Measurement{Metric: "reworks"})
	require.Equal(t, []string{"period.start invalid/required", "metric metric/unknown"}, problems(t, err))
	_, err = set.Judge(metric.Measurement{Metric: "rework"})
	require.Equal(t, []string{"period.start invalid/required"}, problems(t, err))
}
