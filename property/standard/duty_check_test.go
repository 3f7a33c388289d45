package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// TestDutyCheck: every problem of a duty, each where the document has it.
func TestDutyCheck(t *testing.T) {
	tests := []struct {
		name, duty string
		want       []string
	}{
		{"nothing", `{}`, []string{"acts standard/few", "plan invalid/choice"}},
		{"two plans", `{"acts": ["sweep"], "plan": {"gap": {"max": "P1D"}, "by": {"due": "2025-01-01"}}}`, []string{"plan invalid/choice"}},
		{"names", `{"acts": ["sweep", "sweep", "swep", "road"], "per": "rode", "plan": {"gap": {"max": "P1D"}}}`, []string{"per standard/kind", "acts[1] standard/twice", "acts[2] standard/kind", "acts[3] standard/no-records"}},
		{"a gap", `{"acts": ["sweep"], "per": "road", "plan": {"gap": {"max": ""}, "window": "6 to 8", "on": ["mon", "mon"], "season": "never"}, "early": "PT1H", "share": "101%"}`, []string{
			"plan.window civil/window", "plan.on[1] standard/twice", "plan.season civil/season-text", "plan.gap.max invalid/required", "share standard/share", "early schedule/misfit",
		}},
		{"a quota", `{"acts": ["sweep", "patrol"], "per": "road", "plan": {"quota": {"atLeast": "0", "in": "day", "slots": ["05:00/10:00", "09:00/12:00"], "sum": "minutes"}}, "late": "P1D"}`, []string{
			"acts[1] standard/other-kind", "plan.quota.atLeast standard/above-zero", "plan.quota.sum standard/field", "plan.quota.slots[1].window schedule/slots-overlap", "late schedule/misfit",
		}},
		{"a quota without a period", `{"acts": ["training"], "per": "newHire", "plan": {"quota": {"atLeast": "1.5", "sum": "practical"}}, "lateStart": "P1D"}`, []string{
			"plan.quota.sum standard/no-number", "lateStart standard/duty-fits", "plan.quota schedule/quota-period",
		}},
		{"a span", `{"acts": ["training"], "per": "newHire", "plan": {"quota": {"atLeast": "1", "span": ["@subject.hiredOn"]}}}`, []string{"plan.quota.span standard/ends"}},
		{"ticks", `{"acts": ["tea"], "per": "meeting", "plan": {"every": {"step": "P1D", "inside": ["@subject.startAt", "@subject.end"]}}}`, []string{"plan.every.inside[1] standard/field", "plan.every.step schedule/rule-step"}},
		{"a day", `{"acts": ["systemCheck"], "per": "reception", "plan": {"by": {"due": "@subject.arrivalOn-PT2H", "known": "@subject.level"}, "days": "working"}, "late": "soon"}`, []string{
			"plan.by.due standard/no-time", "plan.by.known standard/no-time", "late civil/span", "plan.days schedule/misfit",
		}},
		{"a late start of what nobody knows", `{"acts": ["systemCheck"], "per": "reception", "plan": {"by": {"due": ""}}, "lateStart": "P1D"}`, []string{"plan.by.due invalid/required", "plan.by.known invalid/required"}},
		{"a meter", `{"acts": ["overhaul"], "per": "equipment", "plan": {"running": {"meter": "starts", "step": "-1"}}}`, []string{"plan.running.step standard/above-zero", "plan.running.meter standard/meter"}},
		{"a series without a beginning", `{"acts": ["sweep"], "per": "road", "plan": {"rule": {"every": "day", "interval": 15}, "on": ["mon"]}}`, []string{"plan.rule.weekdays standard/duty-fits", "plan.rule.anchor standard/anchor"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := standard.Compile(clausesOf(t, "", dutyClause("D", tt.duty)), dutyWords(t), calendars(t))
			var want []string
			for _, w := range tt.want {
				want = append(want, "clauses[0].measures[0].duty."+w)
			}
			require.Equal(t, want, problems(t, err))
		})
	}
}

// TestDutyNeeds: what an integrator has to supply.
func TestDutyNeeds(t *testing.T) {
	clause := dutyClause("D", `{"acts": ["overhaul"], "per": "equipment", "where": [{"field": "method", "is": "=", "value": "periodic"}], "plan": {"running": {"meter": "hours", "step": "$step"}}}`)
	needs := mustCompile(t, clausesOf(t, `"params": [{"name": "step"}],`, clause), dutyWords(t)).Needs()
	require.Len(t, needs, 1)
	require.Equal(t, standard.Need{
		Clause: "D", Profile: "p", Measure: "duty", Subjects: []string{"equipment"}, Records: []string{"overhaul", "hourReading"},
		Fields: []string{"equipment.method", "hourReading.hours"}, Params: []string{"step"}, Unset: []string{"step"},
	}, needs[0])

	cover := coverClause("C", `{"per": "heatingSeason", "posts": [{"post": "x", "people": "@subject.teamSize"}], "span": ["@subject.trialWaterOn", "@subject.normalOn"], "source": "shift"}`)
	needs = mustCompile(t, clausesOf(t, "", cover), dutyWords(t)).Needs()
	require.Equal(t, []string{"heatingSeason"}, needs[0].Subjects)
	require.Equal(t, []string{"shift"}, needs[0].Records)
	require.ElementsMatch(t, []string{"heatingSeason.teamSize", "heatingSeason.trialWaterOn", "heatingSeason.normalOn", "shift.post"}, needs[0].Fields)
}
