package standard_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/standard"
)

// TestWhy: a derivation replays to the state that was judged, for clauses, parts and aliases.
func TestWhy(t *testing.T) {
	rules := mustCompile(t, rowStandard(t), gateWords(t))
	for _, records := range []string{visits(), visits("2", "3"), visits("2", "1", "9", ""), visits("9", "9", "9")} {
		for _, whole := range []string{``, `, "complete": [` + complete("*", "2025-01-01", "2025-02-01") + `]`} {
			e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", records+whole)
			report, err := rules.Evaluate(&e)
			require.NoError(t, err)
			for _, v := range report.Clauses {
				whyIs(t, rules, &e, v.Clause, v.State)
				for _, p := range v.Parts {
					whyIs(t, rules, &e, strings.TrimSuffix(v.Clause+"/"+p.Part, "/"), p.State)
				}
			}
		}
	}
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", ``)
	_, err := rules.Why(&e, "T-9")
	require.ErrorIs(t, err, standard.ErrTarget)
}

func whyIs(t *testing.T, rules *standard.Rules, e *standard.Evidence, address string, want standard.State) {
	t.Helper()
	step, err := rules.Why(e, address)
	require.NoError(t, err, address)
	require.NoError(t, step.Check(), address)
	require.Equal(t, want.String(), step.Value.Text, address)
	en, zh := printers(t)
	for _, text := range []string{explain.Text(en, step), explain.Text(zh, step)} {
		require.NotContains(t, text, "%!")
	}
}

// TestWhyShowsTheFirstRows: of many rows that decide a derivation shows twenty, and counts all.
func TestWhyShowsTheFirstRows(t *testing.T) {
	rules := mustCompile(t, clausesOf(t, ``, recordClause("T-1", "entry", "", twoPeople)), gateWords(t))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", ``)
	for i := range 50 {
		e.Records = append(e.Records, standard.Record{
			ID: fmt.Sprintf("r%02d", i), Kind: "entry", At: clockAt(t, "2025-01-05 08:00"), Fields: []standard.Field{{Name: "people", Value: fmt.Sprint(i % 2 * 2)}},
		})
	}
	step, err := rules.Why(&e, "T-1")
	require.NoError(t, err)
	require.NoError(t, step.Check())
	en, zh := printers(t)
	text := explain.Text(en, step)
	require.Equal(t, 20, strings.Count(text, "the condition on people does not hold")-1, "and once for the verdict itself")
	require.Contains(t, text, "r38")
	require.NotContains(t, text, "r40")
	require.Contains(t, text, "judged: 50 = 25 + 25")
	require.Contains(t, explain.Text(zh, step), "T-1 的判定：breached")
}

// TestWhyOfThreshold: the exact ratio stands in the derivation, compared with the value.
func TestWhyOfThreshold(t *testing.T) {
	s := clausesOf(t, ``, `{"id": "K-1", "profile": "test", "source": {"doc": "001", "place": "§12"}, "text": {"en": "lamps"}, "measures": [{"threshold": {"limits": [
		{"figure": "lampsLit", "outOf": "lamps", "is": ">=", "value": "98%"}, {"figure": "lamps", "is": ">", "value": "100"}]}}]}`)
	rules := mustCompile(t, s, gateWords(t))
	en, zh := printers(t)
	for lit, want := range map[string]struct {
		state standard.State
		shown string
	}{
		"294": {standard.Met, "98"}, "293": {standard.Breached, "293/300"},
	} {
		e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", `"figures": [{"figure": "lampsLit", "value": "`+lit+`"}, {"figure": "lamps", "value": "300"}]`)
		step, err := rules.Why(&e, "K-1")
		require.NoError(t, err)
		require.NoError(t, step.Check())
		require.Equal(t, want.state.String(), step.Value.Text)
		require.Equal(t, "001 §12", step.Source)
		text := explain.Text(en, step)
		require.Contains(t, text, "lampsLit of lamps")
		require.Contains(t, text, want.shown)
		require.Contains(t, explain.Text(zh, step), "lampsLit 与 lamps 之比")
	}
	zero := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", `"figures": [{"figure": "lampsLit", "value": "0"}, {"figure": "lamps", "value": "0"}]`)
	whyIs(t, rules, &zero, "K-1", standard.Breached)
}
