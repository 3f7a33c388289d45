package standard_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// visits are entries of January by their people: "2" is one entry of two people, "" one that does not say.
func visits(people ...string) string {
	var out []string
	for i, n := range people {
		f := `"fields": []`
		if n != "" {
			f = fields("people", n)
		}
		out = append(out, `{"id": "r`+string(rune('1'+i))+`", "kind": "entry", "at": "2025-01-0`+string(rune('1'+i))+`T08:00:00+08:00", `+f+`}`)
	}
	return `"records": [` + strings.Join(out, ",") + `]`
}

const twoPeople = `{"field": "people", "is": ">=", "value": "2"}`

// TestCompleteness: what the rows of a clause come to, where all records are there and where they are not.
func TestCompleteness(t *testing.T) {
	const all, half = `, "complete": [{"kind": "entry", "from": "2025-01-01", "to": "2025-02-01"}]`, `, "complete": [{"kind": "entry", "from": "2025-01-01", "to": "2025-01-20"}]`
	tests := []struct{ name, records, complete, want string }{
		{"no rows, all there", visits(), all, "notApplicable noRows"},
		{"no rows", visits(), ``, "unknown notComplete entry"},
		{"met, all there", visits("2", "3"), all, "met"},
		{"met", visits("2", "3"), ``, "unknown notComplete entry"},
		{"met, a part of the month there", visits("2", "3"), half, "unknown notComplete entry"},
		{"two stretches that touch", visits("2"), `, "complete": [` + complete("entry", "2025-01-15", "2025-02-01") + `,` + complete("entry", "2024-12-01", "2025-01-15") + `]`, "met"},
		{"two with a day between them", visits("2"), `, "complete": [` + complete("entry", "2025-01-16", "2025-02-01") + `,` + complete("entry", "2024-12-01", "2025-01-15") + `]`, "unknown notComplete entry"},
		{"one kind and all kinds together", visits("2"), `, "complete": [` + complete("entry", "2025-01-15", "2025-02-01") + `,` + complete("*", "2024-12-01", "2025-01-15") + `]`, "met"},
		{"every kind", visits("2"), `, "complete": [` + complete("*", "2025-01-01", "2025-02-01") + `]`, "met"},
		{"another kind", visits("2"), `, "complete": [` + complete("leave", "2025-01-01", "2025-02-01") + `]`, "unknown notComplete entry"},
		{"breached", visits("2", "1"), ``, "breached condition people"},
		{"breached, all there", visits("2", "1"), all, "breached condition people"},
		{"a field is missing", visits("2", ""), all, "unknown fieldMissing people"},
		{"breached beats unknown", visits("", "1"), all, "breached condition people"},
	}
	s := clausesOf(t, ``, recordClause("T-1", "entry", "", twoPeople))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", tt.records+tt.complete)
			require.Equal(t, tt.want, verdictOf(t, mustEvaluate(t, s, gateWords(t), e), "T-1"))
		})
	}
}

// TestCompleteSoFar: what lies after the instant of the evidence has not happened, and need not be there.
func TestCompleteSoFar(t *testing.T) {
	s := clausesOf(t, ``, recordClause("T-1", "entry", "", twoPeople))
	e := evidenceOf(t, "2025-01-20 12:00", "2025-01-01", "2025-02-01", visits("2")+`, "complete": [`+complete("entry", "2025-01-01", "2025-01-20T12:00:00+08:00")+`]`)
	require.Equal(t, "met", verdictOf(t, mustEvaluate(t, s, gateWords(t), e), "T-1"))
	e.AsOf = clockAt(t, "2025-01-20 12:01")
	require.Equal(t, "unknown notComplete entry", verdictOf(t, mustEvaluate(t, s, gateWords(t), e), "T-1"))
}

// TestPrecedence: of the parts of a clause breached beats unknown, pending, met, waived and not applicable, in this order.
func TestPrecedence(t *testing.T) {
	part := func(name, field, value string) string {
		return `{"part": "` + name + `", "record": {"of": "entry", "where": [{"field": "role", "is": "=", "value": "` + value + `"}], "must": [{"field": "` + field + `", "is": "set"}], "waiver": "waiver"}}`
	}
	s := clausesOf(t, ``, `{"id": "T-1", "profile": "test", "text": {"en": "x"}, "measures": [`+
		part("guards", "note", "guard")+`,`+part("examiners", "note", "examiner")+`,`+part("candidates", "note", "candidate")+`]}`)
	entry := func(id, role, state string) string {
		pairs := []string{"role", role}
		switch state {
		case "met":
			pairs = append(pairs, "note", "x")
		case "waived":
			pairs = append(pairs, "waiver", "x")
		}
		return `{"id": "` + id + `", "kind": "entry", "at": "2025-01-01T08:00:00+08:00", ` + fields(pairs...) + `}`
	}
	tests := []struct{ guards, examiners, want, parts string }{
		{"met", "met", "met", "met met notApplicable"},
		{"met", "breached", "breached condition note", "met breached notApplicable"},
		{"waived", "met", "met", "waived met notApplicable"},
		{"waived", "", "waived excused waiver", "waived notApplicable notApplicable"},
		{"", "", "notApplicable noRows", "notApplicable notApplicable notApplicable"},
	}
	for _, tt := range tests {
		var records []string
		if tt.guards != "" {
			records = append(records, entry("g", "guard", tt.guards))
		}
		if tt.examiners != "" {
			records = append(records, entry("e", "examiner", tt.examiners))
		}
		e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", `"records": [`+strings.Join(records, ",")+`], "complete": [`+complete("*", "2025-01-01", "2025-02-01")+`]`)
		report := mustEvaluate(t, s, gateWords(t), e)
		require.Equal(t, tt.want, verdictOf(t, report, "T-1"))
		var states []string
		for _, p := range report.Clauses[0].Parts {
			states = append(states, p.State.String())
		}
		require.Equal(t, tt.parts, strings.Join(states, " "))
	}
}

// TestClausesThatAreNotMeasured: off, not in force, and of conditions that do not hold or are not known.
func TestClausesThatAreNotMeasured(t *testing.T) {
	breach := visits("1") + `, "complete": [` + complete("*", "2025-01-01", "2025-02-01") + `]`
	clause := func(rest string) string {
		return strings.Replace(recordClause("T-1", "entry", "", twoPeople), `"text"`, rest+`, "text"`, 1)
	}
	tests := []struct{ name, rest, want string }{
		{"in force", `"from": "2025-01-01", "to": "2025-01-31"`, "breached condition people"},
		{"off", `"off": true`, "notApplicable off"},
		{"from the day after the period", `"from": "2025-02-01"`, "notApplicable notInForce"},
		{"to the day before it", `"to": "2024-12-31"`, "notApplicable notInForce"},
		{"to its first day, on which the record is", `"to": "2025-01-01"`, "breached condition people"},
		{"from its second day, after the record", `"from": "2025-01-02"`, "notApplicable noRows"},
		{"when is true", `"when": [{"field": "estate.tank", "is": "=", "value": "true"}]`, "breached condition people"},
		{"when is false", `"when": [{"field": "estate.tank", "is": "=", "value": "false"}]`, "notApplicable when estate.tank"},
		{"when is not known", `"when": [{"field": "estate.opened", "is": "<", "value": "2025-01-01"}]`, "unknown fieldMissing estate.opened"},
		{"when is of an open parameter", `"when": [{"field": "$open", "is": "=", "value": "x"}]`, "unknown paramUnset open"},
		{"false beats the open parameter", `"when": [{"field": "$open", "is": "=", "value": "x"}, {"field": "estate.tank", "is": "=", "value": "false"}]`, "notApplicable when estate.tank"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", breach+`, "estate": [{"name": "tank", "value": "true"}]`)
			s := clausesOf(t, gateHead, clause(tt.rest)+","+usesAll)
			require.Equal(t, tt.want, verdictOf(t, mustEvaluate(t, s, gateWords(t), e), "T-1"))
		})
	}
	late := clausesOf(t, `"from": "2025-03-01",`, recordClause("T-1", "entry", "", twoPeople))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", breach)
	require.Equal(t, "notApplicable notInForce", verdictOf(t, mustEvaluate(t, late, gateWords(t), e), "T-1"), "the standard itself")
}

// TestParts: the condition of a part decides that part alone, and so does an open parameter, which is named.
func TestParts(t *testing.T) {
	s := clausesOf(t, gateHead, usesAll+`,{"id": "T-1", "profile": "test", "text": {"en": "x"}, "measures": [
		{"part": "strict", "when": [{"field": "$policy", "is": "=", "value": "strict"}], "record": {"of": "entry", "must": [`+twoPeople+`]}},
		{"part": "loose", "when": [{"field": "$policy", "is": "=", "value": "loose"}], "record": {"of": "entry", "must": [`+twoPeople+`]}},
		{"part": "open", "record": {"of": "entry", "where": [{"field": "people", "is": "<", "value": "$open"}], "must": [`+twoPeople+`]}}]}`)
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("2", "1")+`, "complete": [`+complete("*", "2025-01-01", "2025-02-01")+`]`)
	report := mustEvaluate(t, s, gateWords(t), e)
	require.Equal(t, "breached condition people", verdictOf(t, report, "T-1/strict"))
	require.Equal(t, "notApplicable when $policy", verdictOf(t, report, "T-1/loose"))
	require.Equal(t, "unknown paramUnset open", verdictOf(t, report, "T-1/open"))
	require.Equal(t, "breached condition people", verdictOf(t, report, "T-1"))
	v, _ := report.Clause("T-1")
	require.Equal(t, standard.Counts{Total: 2, Met: 1, Breached: 1}, v.Parts[0].Counts)
	require.Zero(t, v.Parts[1].Counts)
}

// TestProfiles: clauses of profiles that were not agreed are not in the report.
func TestProfiles(t *testing.T) {
	s := clausesOf(t, `"aliases": [{"id": "B-1", "of": ["T-1"]}, {"id": "B-2", "of": ["T-2"]}],`,
		recordClause("T-1", "entry", "", twoPeople)+","+strings.Replace(recordClause("T-2", "entry", "", twoPeople), `"profile": "test"`, `"profile": "other"`, 1))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("1"))
	var got []string
	for _, v := range mustEvaluate(t, s.Choose("other"), gateWords(t), e).Clauses {
		got = append(got, v.Clause)
	}
	require.Equal(t, []string{"T-2", "B-2"}, got)
	require.Len(t, mustEvaluate(t, s.Choose(), gateWords(t), e).Clauses, 4, "none chosen: all")
}

// TestAliases: an alias has the verdict of what answers it, joined.
func TestAliases(t *testing.T) {
	s := clausesOf(t, `"aliases": [{"id": "B-1", "of": ["T-1", "T-2/full"]}, {"id": "B-2", "of": ["T-1"]}, {"id": "B-3", "of": ["T-3"]}, {"id": "B-4", "of": ["T-2/full"]}],`,
		recordClause("T-1", "entry", "", twoPeople)+`,{"id": "T-2", "profile": "test", "text": {"en": "x"}, "measures": [
			{"part": "full", "record": {"of": "entry", "must": [{"field": "people", "is": ">", "value": "2"}]}},
			{"part": "some", "record": {"of": "entry", "must": [`+twoPeople+`]}}]},`+
			strings.Replace(recordClause("T-3", "entry", "", twoPeople), `"text"`, `"off": true, "text"`, 1))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("2")+`, "complete": [`+complete("*", "2025-01-01", "2025-02-01")+`]`)
	report := mustEvaluate(t, s, gateWords(t), e)
	require.Equal(t, "breached condition people", verdictOf(t, report, "B-1"))
	require.Equal(t, "met", verdictOf(t, report, "B-2"))
	require.Equal(t, "notApplicable off", verdictOf(t, report, "B-3"))
	require.Equal(t, "breached condition people", verdictOf(t, report, "B-4"))
	v, _ := report.Clause("B-1")
	require.Equal(t, []string{"T-1", "T-2/full"}, v.Of)
	require.Equal(t, "test", v.Profile)
	require.Empty(t, v.Parts)
}

// TestEvidenceIsNotTouched: judging neither writes to the evidence nor depends on the order of it.
func TestEvidenceIsNotTouched(t *testing.T) {
	rules := mustCompile(t, clausesOf(t, gateHead, usesAll+","+recordClause("T-1", "entry", "", twoPeople)), gateWords(t))
	read := func() standard.Evidence {
		return evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("3", "2", "1", "")+`, "complete": [`+complete("*", "2025-01-16", "2025-02-01")+`,`+complete("*", "2025-01-01", "2025-01-16")+`]`)
	}
	e := read()
	want, err := rules.Evaluate(&e)
	require.NoError(t, err)
	opts := cmp.Options{cmp.Comparer(func(a, b standard.Point) bool { return a == b }), figures()}
	require.Empty(t, cmp.Diff(read(), e, opts))
	for i := range e.Records {
		e.Records[i], e.Records[0] = e.Records[0], e.Records[i]
		got, err := rules.Evaluate(&e)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(want, got))
	}
}

// TestDocumentsRoundTrip: documents and reports are written as they are read.
func TestDocumentsRoundTrip(t *testing.T) {
	s := clausesOf(t, gateHead+`"from": "2025-01-01", "aliases": [{"id": "B-1", "of": ["T-1"]}], "relations": [{"clauses": ["T-1", "T-2"], "kind": "grades"}],`,
		usesAll+","+recordClause("T-1", "entry", "", twoPeople))
	s.Clauses[1].Proofs = []standard.Proof{
		{Name: "a", State: standard.Breached, Code: standard.ConditionFalse, Evidence: evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("1"))},
		{Name: "b", Like: "a", State: standard.Unknown, Without: []string{"r1"}, Incomplete: []string{"*"}},
	}
	roundTrip(t, s)
	roundTrip(t, gateWords(t))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits("1", "2", "")+`, "figures": [{"figure": "lamps", "value": "0.5", "start": "2025-01-01", "end": "2025-02-01"}]`)
	roundTrip(t, e)
	roundTrip(t, mustEvaluate(t, s, gateWords(t), e))
}

func roundTrip[T any](t *testing.T, doc T) {
	t.Helper()
	data, err := json.Marshal(doc)
	require.NoError(t, err)
	again := decode[T](t, string(data))
	second, err := json.Marshal(again)
	require.NoError(t, err)
	require.Equal(t, string(data), string(second))
	opts := cmp.Options{cmp.Comparer(func(a, b standard.Point) bool { return a.String() == b.String() }), figures(), cmpopts.EquateEmpty()}
	require.Empty(t, cmp.Diff(doc, again, opts))
}
