package standard_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// rowStandard has a clause of two parts, one of which does not apply, and an alias of one.
func rowStandard(tb testing.TB) standard.Standard {
	tb.Helper()
	return clausesOf(tb, gateHead+`"aliases": [{"id": "B-1", "of": ["T-1/full", "T-2"]}],`, usesAll+`,{"id": "T-1", "profile": "test", "text": {"en": "x"}, "measures": [
		{"part": "some", "record": {"of": "entry", "must": [`+twoPeople+`]}},
		{"part": "full", "record": {"of": "entry", "where": [{"field": "people", "is": "in", "values": ["2", "9"]}], "must": [{"field": "people", "is": "=", "value": "9"}]}},
		{"part": "loose", "when": [{"field": "$policy", "is": "=", "value": "loose"}], "record": {"of": "entry", "must": [`+twoPeople+`]}},
		{"part": "open", "record": {"of": "entry", "must": [{"field": "people", "is": "<", "value": "$open"}]}}]},`+
		recordClause("T-2", "leave", "", `{"field": "group", "is": "set"}`))
}

func TestRows(t *testing.T) {
	rules := mustCompile(t, rowStandard(t), gateWords(t))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("2", "1", "9", ""))
	tests := []struct {
		address string
		want    []string
	}{
		{"T-1/some", []string{"r1 met", "r2 breached condition people", "r3 met", "r4 unknown fieldMissing people"}},
		{"T-1/full", []string{"r1 breached condition people", "r3 met", "r4 unknown fieldMissing people"}},
		{"T-1", []string{
			"r1 met", "r2 breached condition people", "r3 met", "r4 unknown fieldMissing people",
			"r1 breached condition people", "r3 met", "r4 unknown fieldMissing people",
		}},
		{"T-1/loose", nil},
		{"T-1/open", nil},
		{"T-2", nil},
		{"B-1", []string{"r1 breached condition people", "r3 met", "r4 unknown fieldMissing people"}},
	}
	for _, tt := range tests {
		rows, err := rules.Rows(&e, tt.address)
		require.NoError(t, err)
		for range 2 { // a sequence can be run through again
			var got []string
			for r := range rows {
				got = append(got, r.Record+" "+said(r.State, r.Reason))
			}
			require.Empty(t, cmp.Diff(tt.want, got), tt.address)
		}
	}
	for _, address := range []string{"T-9", "T-1/none", "", "B-1/full"} {
		_, err := rules.Rows(&e, address)
		require.ErrorIs(t, err, standard.ErrTarget, address)
	}

	rows, err := rules.Rows(&e, "T-1")
	require.NoError(t, err)
	n := 0
	for range rows {
		if n++; n == 2 {
			break
		}
	}
	require.Equal(t, 2, n)
}

// TestRowsAreTheCounts: the rows of every part are as many of each state as its verdict counts.
func TestRowsAreTheCounts(t *testing.T) {
	rules := mustCompile(t, rowStandard(t), gateWords(t))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("2", "1", "9", "", "2"))
	report, err := rules.Evaluate(&e)
	require.NoError(t, err)
	for _, v := range report.Clauses {
		for _, p := range v.Parts {
			rows, err := rules.Rows(&e, strings.TrimSuffix(v.Clause+"/"+p.Part, "/"))
			require.NoError(t, err)
			var n standard.Counts
			for r := range rows {
				n.Total++
				switch r.State {
				case standard.Met:
					n.Met++
				case standard.Breached:
					n.Breached++
				case standard.Unknown:
					n.Unknown++
				case standard.Pending, standard.Waived, standard.NotApplicable:
					t.Errorf("%s: %v", v.Clause, r)
				}
			}
			require.Equal(t, p.Counts, n)
		}
	}
}

// TestReportHelpers: clauses by state and by department, the worst, and what is missing.
func TestReportHelpers(t *testing.T) {
	bad := func(id, people string) string {
		return recordClause(id, "entry", "", `{"field": "people", "is": ">=", "value": "`+people+`"}`)
	}
	s := clausesOf(t, gateHead+`"aliases": [{"id": "KPI-1", "of": ["SEC-2"]}],`, usesAll+","+bad("SEC-1", "2")+","+bad("SEC-2", "3")+","+bad("CS-1", "0")+","+bad("SEC-3", "3")+","+
		recordClause("CS-2", "leave", "", `{"field": "group", "is": "set"}`))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("1", "2", "3")+`, "complete": [`+complete("entry", "2025-01-01", "2025-02-01")+`]`)
	report := mustEvaluate(t, s, gateWords(t), e)
	require.Equal(t, standard.Tally{Total: 7, Met: 1, Breached: 4, Unknown: 2}, report.Tally())
	require.Equal(t, []standard.Tally{
		{Department: "ALL", Total: 1, Unknown: 1}, {Department: "SEC", Total: 3, Breached: 3}, {Department: "CS", Total: 2, Met: 1, Unknown: 1}, {Department: "KPI", Total: 1, Breached: 1},
	}, report.Departments())
	var worst []string
	for _, v := range report.Worst(3) {
		worst = append(worst, v.Clause)
	}
	require.Equal(t, []string{"SEC-2", "SEC-3", "SEC-1"}, worst)
	require.Empty(t, report.Worst(-1))
	require.Len(t, report.Worst(99), 3, "the alias repeats SEC-2")
	require.Equal(t, []standard.Lack{
		{Reason: standard.Reason{Code: standard.ParamUnset, Args: []string{"open"}}, Clauses: []string{"ALL-1"}},
		{Reason: standard.Reason{Code: standard.NotComplete, Args: []string{"leave"}}, Clauses: []string{"CS-2"}},
	}, report.Lacks())

	_, ok := report.Clause("SEC-9")
	require.False(t, ok)
	v, ok := report.Clause("SEC-2")
	require.True(t, ok)
	require.Equal(t, 2, v.Breaches())
	_, ok = v.Part("none")
	require.False(t, ok)
	require.Zero(t, standard.Report{}.Tally())
	require.Empty(t, standard.Report{}.Lacks())
}
