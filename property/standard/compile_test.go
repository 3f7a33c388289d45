package standard_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// TestCompileConditions: what a condition names and the vocabulary does not have, and comparisons that can never be decided.
func TestCompileConditions(t *testing.T) {
	const at = "clauses[0].measures[0].record.must[0]"
	tests := []struct {
		name, must string
		want       []string
	}{
		{"a field that is not declared", `{"field": "colour", "is": "set"}`, []string{at + ".field standard/field"}},
		{"of the subject", `{"field": "subject.colour", "is": "set"}`, []string{at + ".field standard/field"}},
		{"of the estate", `{"field": "estate.colour", "is": "set"}`, []string{at + ".field standard/field"}},
		{"a field as the value", `{"field": "people", "is": "<", "value": "@persons"}`, []string{at + ".value standard/field"}},
		{"a parameter that is not declared", `{"field": "people", "is": "<", "value": "$many"}`, []string{at + ".value standard/param"}},
		{"as the field", `{"field": "$many", "is": "=", "value": "1"}`, []string{at + ".field standard/param"}},
		{"a value that is no number", `{"field": "people", "is": "<", "value": "few"}`, []string{at + ".value invalid/decimal"}},
		{"one of several values", `{"field": "people", "is": "in", "values": ["1", "few"]}`, []string{at + ".values[1] invalid/decimal"}},
		{"a word that the field cannot be", `{"field": "role", "is": "=", "value": "thief"}`, []string{at + ".value standard/word-of"}},
		{"one of several words", `{"field": "role", "is": "notIn", "values": ["thief", "guard"]}`, []string{at + ".values[0] standard/word-of"}},
		{"a word of a list", `{"field": "papers", "is": "has", "values": ["cheque"]}`, []string{at + ".values[0] standard/word-of"}},
		{"a grade that is none", `{"field": "grade", "is": ">=", "value": "4", "order": "grades"}`, []string{at + ".value standard/grade"}},
		{"also without the order", `{"field": "grade", "is": "=", "value": "4"}`, []string{at + ".value standard/grade"}},
		{"grades without their order", `{"field": "grade", "is": ">=", "value": "2"}`, []string{at + ".is standard/needs-order"}},
		{"an order that is not declared", `{"field": "grade", "is": ">=", "value": "2", "order": "stars"}`, []string{at + ".order standard/order", at + ".is standard/needs-order"}},
		{"an order of numbers", `{"field": "people", "is": ">=", "value": "2", "order": "grades"}`, []string{at + ".order standard/no-order"}},
		{"an order of equality", `{"field": "grade", "is": "=", "value": "2", "order": "grades"}`, []string{at + ".order standard/no-order"}},
		{"booleans by size", `{"field": "escorted", "is": "<", "value": "true"}`, []string{at + ".is standard/needs-order"}},
		{"has of a text", `{"field": "note", "is": "has", "values": ["x"]}`, []string{at + ".is standard/not-list"}},
		{"a list that is equal", `{"field": "papers", "is": "=", "value": "card"}`, []string{at + ".is standard/is-list"}},
		{"fields of two types", `{"field": "people", "is": "=", "value": "@note"}`, []string{at + ".value standard/types"}},
		{"a date with an instant", `{"field": "day", "is": "<=", "value": "@moment"}`, nil},
		{"a text that is moved", `{"field": "note", "is": "=", "value": "@note+P1D"}`, []string{at + ".value standard/shift"}},
		{"moved by nothing that is a length", `{"field": "day", "is": "=", "value": "@day+Pfoo"}`, []string{at + ".value civil/span"}},
		{"another field outside", `{"field": "day", "is": "outside", "value": "07:00/09:00"}`, []string{at + ".field standard/span-field"}},
		{"windows that are none", `{"field": "span", "is": "outside", "value": "07:00/25:00"}`, []string{at + ".value civil/window"}},
		{"a span to a text", `{"field": "span", "is": "inside", "value": "@day/@note"}`, []string{at + ".value standard/not-time"}},
		{"a span to what is not declared", `{"field": "span", "is": "inside", "value": "@day/@night"}`, []string{at + ".value standard/field"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := clausesOf(t, gateHead, recordClause("T-1", "entry", "", tt.must)+","+usesAll)
			_, err := standard.Compile(s, gateWords(t), calendars(t))
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s%v", diff, err)
			}
		})
	}
}

// TestCompileReportsEverything: problems of several clauses, of aliases, parameters and the calendar, all at once.
func TestCompileReportsEverything(t *testing.T) {
	s := clausesOf(t, `"params": [{"name": "idle", "value": "1"}], "aliases": [{"id": "B-1", "of": ["T-9", "T-1/part"]}, {"id": "B-2", "of": ["B-1"]}],`,
		recordClause("T-1", "tree", "", `{"field": "note", "is": "set"}`)+","+
			recordClause("T-2", "door", "", `{"field": "note", "is": "set"}`)+","+
			`{"id": "T-3", "profile": "test", "text": {"en": "x"}, "when": [{"field": "pool", "is": "set"}], "measures": [{"record": {"of": "leave", "per": "entry", "must": []}}]}`)
	s.Calendar = "moon"
	_, err := standard.Compile(s, gateWords(t), calendars(t))
	require.Equal(t, []string{
		"calendar standard/calendar",
		"clauses[0].measures[0].record.of standard/kind",
		"clauses[0].measures[0].record.must[0].field standard/field",
		"clauses[1].measures[0].record.of standard/no-records",
		"clauses[1].measures[0].record.must[0].field standard/field",
		"clauses[2].when[0].field standard/field",
		"clauses[2].measures[0].record.per standard/no-subjects",
		"clauses[2].measures[0].record.must standard/few",
		"aliases[0].of[0] standard/target",
		"aliases[0].of[1] standard/target",
		"aliases[1].of[0] standard/target",
		"params[0] standard/unused",
	}, problems(t, err))

	_, err = standard.Compile(s, standard.Vocabulary{Kinds: []standard.Kind{{}}}, nil)
	require.ErrorContains(t, err, "vocabulary")
	require.Equal(t, []string{"code invalid/required", "kinds[0].code invalid/required", "kinds[0].name invalid/required"}, problems(t, err))
}

// TestCompileKeepsItsOwn: neither the caller's documents nor what Standard returns reach into the rules.
func TestCompileKeepsItsOwn(t *testing.T) {
	s := clausesOf(t, gateHead, recordClause("T-1", "entry", `{"field": "role", "is": "in", "values": ["guard"]}`, `{"field": "note", "is": "set"}`)+","+usesAll)
	s.Clauses[0].Proofs = []standard.Proof{{Name: "a", State: standard.Met, Evidence: standard.Evidence{Records: []standard.Record{{ID: "r", Kind: "entry", Fields: []standard.Field{{Name: "papers", Values: []string{"card"}}}}}}}}
	want := clausesOf(t, gateHead, recordClause("T-1", "entry", `{"field": "role", "is": "in", "values": ["guard"]}`, `{"field": "note", "is": "set"}`)+","+usesAll)
	want.Clauses[0].Proofs = []standard.Proof{{Name: "a", State: standard.Met, Evidence: standard.Evidence{Records: []standard.Record{{ID: "r", Kind: "entry", Fields: []standard.Field{{Name: "papers", Values: []string{"card"}}}}}}}}
	v := gateWords(t)
	rules := mustCompile(t, s, v)
	spoil := func(s standard.Standard) {
		s.Clauses[0].Measures[0].Record.Where[0].Values[0] = "candidate"
		s.Clauses[0].Measures[0].Record.Of = "leave"
		s.Clauses[0].Proofs[0].Evidence.Records[0].Fields[0].Values[0] = "pass"
		s.Orders[0].Grades[0] = "x"
		s.Params[0].Value = "9"
	}
	spoil(s)
	v.Kinds[2].Fields[0].Values[0] = "x"
	got := rules.Standard()
	opts := cmp.Comparer(func(a, b standard.Point) bool { return a == b })
	require.Empty(t, cmp.Diff(want, got, opts, figures()))
	spoil(got)
	require.Empty(t, cmp.Diff(want, rules.Standard(), opts, figures()))
}

func figures() cmp.Options {
	return cmp.Options{cmp.Comparer(func(a, b metric.Figure) bool { return a == b })}
}

// TestUnset lists the parameters that are open, in the order of the standard.
func TestUnset(t *testing.T) {
	s := clausesOf(t, gateHead, usesAll)
	s.Params[4].Value = ""
	var names []string
	for _, p := range mustCompile(t, s, gateWords(t)).Unset() {
		names = append(names, p.Name)
	}
	require.Equal(t, []string{"open", "policy"}, names)
}

// TestRelationsAreRefusedOrWarned: opposed clauses are refused and two grades warn, where both are chosen and of different profiles.
func TestRelationsAreRefusedOrWarned(t *testing.T) {
	clauses := func(ids ...string) string {
		out := ""
		for i, id := range ids {
			if i > 0 {
				out += ","
			}
			out += `{"id": "` + id + `", "profile": "p` + id + `", "text": {"en": "x"}, "measures": [{"part": "a", "record": {"of": "entry", "must": [{"field": "note", "is": "set"}]}}]}`
		}
		return out
	}
	compile := func(head string, choose ...string) (*standard.Rules, error) {
		return standard.Compile(clausesOf(t, head, clauses("A", "B", "C")).Choose(choose...), gateWords(t), calendars(t))
	}
	const opposed = `"relations": [{"clauses": ["A", "B"], "kind": "opposed"}],`
	_, err := compile(opposed)
	require.Equal(t, []string{"relations[0] standard/opposed"}, problems(t, err))
	require.ErrorIs(t, err, standard.ErrOpposed)
	_, err = compile(`"relations": [{"clauses": ["A/a", "B/a"], "kind": "opposed"}],`)
	require.ErrorIs(t, err, standard.ErrOpposed, "parts too")

	for name, tt := range map[string]struct {
		head   string
		choose []string
	}{
		"one of them is not chosen":   {opposed, []string{"pA", "pC"}},
		"what they are of parts them": {`"relations": [{"clauses": ["A", "B"], "kind": "opposed", "parted": true}],`, nil},
		"a clause that is not here":   {`"relations": [{"clauses": ["A", "Z"], "kind": "opposed"}],`, nil},
		"a part that is not here":     {`"relations": [{"clauses": ["A/z", "B"], "kind": "opposed"}],`, nil},
	} {
		rules, err := compile(tt.head, tt.choose...)
		require.NoError(t, err, name)
		require.Empty(t, rules.Warnings(), name)
	}
	for _, kind := range []string{"grades", "alternatives"} {
		rules, err := compile(`"relations": [{"clauses": ["A", "B", "C"], "kind": "` + kind + `"}],`)
		require.NoError(t, err)
		require.Len(t, rules.Warnings(), 1)
		require.Equal(t, []string{"A", "B", "C"}, rules.Warnings()[0].Clauses)
	}

	same := clausesOf(t, opposed, clauses("A", "B"))
	same.Clauses[0].Profile = same.Clauses[1].Profile
	_, err = standard.Compile(same, gateWords(t), calendars(t))
	require.NoError(t, err, "one profile asks for both")
	off := clausesOf(t, opposed, clauses("A", "B"))
	off.Clauses[0].Off = true
	_, err = standard.Compile(off, gateWords(t), calendars(t))
	require.NoError(t, err, "what is off contradicts nothing")
}

// countClause is a threshold on a figure, "T-1.met".
func countClause(id, figure string) string {
	return `{"id": "` + id + `", "profile": "test", "text": {"en": "test"}, "measures": [{"part": "n", "threshold": {"limits": [{"figure": "` + figure + `", "is": ">=", "value": "1"}]}}]}`
}

// TestCountsOfClauses: a clause may read the counts of another, wherever that stands, but not in a circle.
func TestCountsOfClauses(t *testing.T) {
	records := recordClause("T-1", "entry", "", twoPeople)
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("1", "2")+`, "complete": [`+complete("*", "2025-01-01", "2025-02-01")+`]`)
	s := clausesOf(t, ``, countClause("A-1", "B-1.breached")+","+countClause("B-1", "T-1.met")+","+countClause("C-1", "T-1.judged")+","+records)
	rules := mustCompile(t, s, gateWords(t))
	report, err := rules.Evaluate(&e)
	require.NoError(t, err)
	require.Equal(t, "breached value B-1.breached 0   >= 1", verdictOf(t, report, "A-1"))
	require.Equal(t, "met", verdictOf(t, report, "B-1"))
	require.Equal(t, "met", verdictOf(t, report, "C-1"))
	for _, v := range report.Clauses { // they read what they need on their own too
		whyIs(t, rules, &e, v.Clause, v.State)
		rows, err := rules.Rows(&e, v.Clause+"/n")
		if v.Clause == "T-1" {
			require.ErrorIs(t, err, standard.ErrTarget)
			continue
		}
		require.NoError(t, err)
		for r := range rows {
			require.Equal(t, v.State, r.State)
		}
	}
	only := s.Choose("other")
	only.Clauses[0].Profile = "other"
	report = mustEvaluate(t, only, gateWords(t), e)
	require.Len(t, report.Clauses, 1)
	require.Equal(t, "breached value B-1.breached 0   >= 1", verdictOf(t, report, "A-1"), "what it reads is judged, though not chosen")

	for name, tt := range map[string]struct {
		clauses string
		want    []string
	}{
		"itself":        {countClause("A-1", "A-1.met"), []string{"clauses[0] standard/cycle"}},
		"a circle of 2": {countClause("A-1", "B-1.met") + "," + countClause("B-1", "A-1/n.met"), []string{"clauses[1] standard/cycle"}},
		"a circle of 3": {countClause("A-1", "B-1.met") + "," + countClause("B-1", "C-1.met") + "," + countClause("C-1", "A-1.met"), []string{"clauses[2] standard/cycle"}},
		"nothing":       {countClause("A-1", "Z-1.met"), []string{"clauses[0] standard/target"}},
		"no part":       {countClause("A-1", "A-1/z.met"), []string{"clauses[0] standard/target"}},
	} {
		_, err := standard.Compile(clausesOf(t, ``, tt.clauses), gateWords(t), calendars(t))
		require.Equal(t, tt.want, problems(t, err), name)
	}
}

// TestCompileWithoutCalendar: without its calendar a standard is refused, whatever its measures would do with it.
func TestCompileWithoutCalendar(t *testing.T) {
	s := decode[standard.Standard](t, everyMeasure)
	s.Calendar = "moon"
	for _, known := range []map[string]*worktime.Calendar{nil, calendars(t)} {
		_, err := standard.Compile(s, decode[standard.Vocabulary](t, everyWord), known)
		require.ErrorIs(t, err, standard.ErrCalendar)
		require.Equal(t, "calendar standard/calendar", problems(t, err)[0])
	}
}
