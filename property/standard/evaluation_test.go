package standard_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// readStandard has a clause that reads the counts of another, which stands behind it.
func readStandard(tb testing.TB) standard.Standard {
	tb.Helper()
	return clausesOf(tb, `"aliases": [{"id": "KPI-9", "of": ["KPI-1", "T-1"]}],`, `
		{"id": "KPI-1", "profile": "test", "text": {"en": "t"}, "measures": [{"threshold": {"limits": [{"figure": "T-1.met", "outOf": "T-1.judged", "is": ">=", "value": "60%"}]}}]},`+
		recordClause("T-1", "entry", "", twoPeople))
}

// TestEvaluation: evidence that was put in order once is judged like evidence that is not, however often, in whatever order, and of
// several at a time.
func TestEvaluation(t *testing.T) {
	rules := mustCompile(t, readStandard(t), gateWords(t))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("2", "1", "2", "3", "")+`, "complete": [`+complete("*", "2025-01-01", "2025-02-01")+`]`)
	e.Records[4].Fields = []standard.Field{{Name: "people", Value: "0"}}
	want, err := rules.Evaluate(&e)
	require.NoError(t, err)
	require.Equal(t, "met", verdictOf(t, want, "KPI-1"), "three of five")
	require.Equal(t, "breached condition people", verdictOf(t, want, "T-1"))
	on, err := rules.On(&e)
	require.NoError(t, err)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, address := range []string{"KPI-9", "T-1", "KPI-1"} {
				rows, err := on.Rows(address)
				if err != nil {
					t.Error(address, err)
					return
				}
				wantRows, err := rules.Rows(&e, address)
				if err != nil {
					t.Error(address, err)
					return
				}
				if diff := cmp.Diff(slices.Collect(wantRows), slices.Collect(rows)); diff != "" {
					t.Errorf("rows of %s mismatch (-want +got)\n%s", address, diff)
				}
				step, err := on.Why(address)
				if err != nil || step.Check() != nil {
					t.Error(address, err, step.Check())
				}
				wantStep, err := rules.Why(&e, address)
				if diff := cmp.Diff(wantStep, step); err != nil || diff != "" {
					t.Errorf("derivation of %s mismatch (-want +got) %v\n%s", address, err, diff)
				}
				if diff := cmp.Diff(want, on.Report()); diff != "" {
					t.Errorf("report mismatch (-want +got)\n%s", diff)
				}
			}
		})
	}
	all.Wait()
	rows, err := on.Rows("T-1")
	require.NoError(t, err)
	require.Len(t, slices.Collect(rows), 5)
}

func TestEvaluationRefused(t *testing.T) {
	rules := mustCompile(t, readStandard(t), gateWords(t))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", ``)
	on, err := rules.On(&e)
	require.NoError(t, err)
	_, err = on.Rows("T-9")
	require.ErrorIs(t, err, standard.ErrTarget)
	_, err = on.Why("T-9")
	require.ErrorIs(t, err, standard.ErrTarget)
	e.Zone = "Asia/Tokyo"
	_, err = rules.On(&e)
	require.Equal(t, []string{"zone standard/zone"}, problems(t, err))
	_, err = rules.Rows(&e, "T-1")
	require.ErrorIs(t, err, standard.ErrZone)
	_, err = rules.Why(&e, "T-1")
	require.ErrorIs(t, err, standard.ErrZone)
}

// TestEvaluationIndexesOnce: what is asked of prepared evidence takes no index.
func TestEvaluationIndexesOnce(t *testing.T) {
	rules := mustCompile(t, readStandard(t), gateWords(t))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("2", "2", "2", "2", "2", "2", "2", "2", "2"))
	on, err := rules.On(&e)
	require.NoError(t, err)
	prepared := testing.AllocsPerRun(5, func() { on.Report() })
	whole := testing.AllocsPerRun(5, func() { _, err = rules.Evaluate(&e) })
	require.NoError(t, err)
	require.Less(t, prepared+10, whole)
}

// TestCompleteExcept: everything is there but what is excepted.
func TestCompleteExcept(t *testing.T) {
	s := clausesOf(t, ``, recordClause("T-1", "entry", "", twoPeople)+","+recordClause("T-2", "leave", "", `{"field": "group", "is": "set"}`))
	const january, all = `"from": "2025-01-01", "to": "2025-02-01"}`, `{"kind": "*", "except": ["leave"], `
	tests := []struct {
		name, complete string
		entry, leave   string
	}{
		{"all", `{"kind": "*", ` + january, "met", "notApplicable noRows"},
		{"all but leave", all + january, "met", "unknown notComplete leave"},
		{"and leave by itself", all + january + `, {"kind": "leave", ` + january, "met", "notApplicable noRows"},
		{"and all in the other half", all + `"from": "2025-01-01", "to": "2025-01-16"}, {"kind": "*", "from": "2025-01-16", "to": "2025-02-01"}`, "met", "unknown notComplete leave"},
		{"leave itself for half of it", all + `"from": "2025-01-01", "to": "2025-01-16"}, {"kind": "*", "from": "2025-01-16", "to": "2025-02-01"}, {"kind": "leave", "from": "2025-01-01", "to": "2025-01-16"}`, "met", "notApplicable noRows"},
		{"all but what is not asked for", `{"kind": "*", "except": ["lift"], ` + january, "met", "notApplicable noRows"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("2")+`, "complete": [`+tt.complete+`]`)
			report := mustEvaluate(t, s, gateWords(t), e)
			require.Equal(t, tt.entry, verdictOf(t, report, "T-1"))
			require.Equal(t, tt.leave, verdictOf(t, report, "T-2"))
		})
	}
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", `"complete": [{"kind": "leave", "except": ["entry"], `+january+`, {"kind": "*", "except": ["*", "smile", "leave", "leave"], `+january+`]`)
	_, err := mustCompile(t, s, gateWords(t)).Evaluate(&e)
	require.Equal(t, []string{"complete[0].except standard/except", "complete[1].except[0] standard/kind", "complete[1].except[1] standard/kind", "complete[1].except[3] standard/twice"}, problems(t, err))
}
