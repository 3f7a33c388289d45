package wuye_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// standardVector evaluates clauses of a shipped standard against evidence, with the parameters of a contract.
func standardVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Named    string             `json:"named"`
		Clauses  []string           `json:"clauses"`
		Params   []standard.Param   `json:"params,omitempty"`
		Calendar worktime.Timetable `json:"calendar"`
		Evidence standard.Evidence  `json:"evidence"`
	}](t, c)
	doc, err := read[standard.Standard](t, in.Named).With(in.Params...)
	require.NoError(t, err)
	rules, err := standard.Compile(doc, read[standard.Vocabulary](t, "vocabulary"),
		calendarsOf(t, []worktime.Timetable{in.Calendar}), chinaMetrics(t))
	require.NoError(t, err)
	report, err := rules.Evaluate(&in.Evidence)
	require.NoError(t, err)
	out := map[string]any{}
	for _, id := range in.Clauses {
		verdict, ok := report.Clause(id)
		require.True(t, ok, id)
		parts := map[string]standard.PartVerdict{}
		for _, p := range verdict.Parts {
			parts[p.Part] = p
			address := id
			if p.Part != "" {
				address += "/" + p.Part
			}
			why, err := rules.Why(&in.Evidence, address)
			require.NoError(t, err)
			require.NoError(t, why.Check())
		}
		out[id] = struct {
			State  standard.State                  `json:"state"`
			Reason standard.Reason                 `json:"reason,omitzero"`
			Parts  map[string]standard.PartVerdict `json:"parts"`
		}{verdict.State, verdict.Reason, parts}
	}
	return map[string]any{"clauses": out}
}

func chinaMetrics(t *testing.T) *metric.Set {
	t.Helper()
	set, err := metric.Compile(metric.China())
	require.NoError(t, err)
	return set
}
