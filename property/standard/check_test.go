package standard_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
)

// TestStandardCheck: every problem that a standard has in itself, each where it stands.
func TestStandardCheck(t *testing.T) {
	const good = `{"id": "A-1", "profile": "p", "text": {"en": "x"}, "measures": [{"record": {"of": "entry", "must": [{"field": "note", "is": "set"}]}}]}`
	must := func(condition string) string {
		return `"clauses": [{"id": "A-1", "profile": "p", "text": {"en": "x"}, "measures": [{"record": {"of": "entry", "must": [` + condition + `]}}]}]`
	}
	const record = `"record": {"of": "entry", "must": [{"field": "note", "is": "set"}]}`
	clause := func(rest string) string {
		return `"clauses": [{"id": "A-1", "profile": "p", "text": {"en": "x"}` + rest + `}]`
	}
	tests := []struct {
		name, rest string
		want       []string
	}{
		{"nothing wrong", `"clauses": [` + good + `]`, nil},
		{"no clause fields", `"clauses": [{}]`, []string{
			"clauses[0].id invalid/required", "clauses[0].profile invalid/required", "clauses[0].text invalid/required", "clauses[0].measures invalid/required",
		}},
		{"an ID twice", `"clauses": [` + good + `,` + good + `]`, []string{"clauses[1].id standard/twice"}},
		{"an ID with a slash", strings.Replace(`"clauses": [`+good+`]`, "A-1", "A/1", 1), []string{"clauses[0].id standard/id"}},
		{"no measure in an entry", clause(`, "measures": [{}]`), []string{"clauses[0].measures[0] invalid/choice"}},
		{
			"two measures in one entry", clause(`, "measures": [{` + record + `, "presence": {"documents": ["sheet"]}}]`),
			[]string{"clauses[0].measures[0] invalid/choice"},
		},
		{
			"parts without a name, and twice", clause(`, "measures": [{` + record + `}, {"part": "a", ` + record + `}, {"part": "a", ` + record + `}]`),
			[]string{"clauses[0].measures[0].part invalid/required", "clauses[0].measures[2].part standard/twice"},
		},
		{"from after to", clause(`, "from": "2025-02-01", "to": "2025-01-31", "measures": [{` + record + `}]`), []string{"clauses[0].to standard/reversed"}},
		{"the last day is the first", clause(`, "from": "2025-02-01", "to": "2025-02-01", "measures": [{` + record + `}]`), nil},
		{"a condition without anything", must(`{}`), []string{
			"clauses[0].measures[0].record.must[0].field invalid/required",
			"clauses[0].measures[0].record.must[0].is invalid/required",
		}},
		{"a value for set", must(`{"field": "note", "is": "set", "value": "x"}`), []string{"clauses[0].measures[0].record.must[0].value standard/no-value"}},
		{"values for =", must(`{"field": "note", "is": "=", "values": ["x"]}`), []string{"clauses[0].measures[0].record.must[0] standard/values"}},
		{"a value for in", must(`{"field": "note", "is": "in", "value": "x"}`), []string{"clauses[0].measures[0].record.must[0].values invalid/required"}},
		{"no value for <", must(`{"field": "people", "is": "<"}`), []string{"clauses[0].measures[0].record.must[0].value invalid/required"}},
		{"a parameter twice, one without a name", `"params": [{"name": "a"}, {"name": "a"}, {}], "clauses": [` + good + `]`, []string{
			"params[1].name standard/twice", "params[2].name invalid/required",
		}},
		{"an order of one grade, and of one twice", `"orders": [{"name": "a", "grades": ["1"]}, {"name": "b", "grades": ["1", "1"]}], "clauses": [` + good + `]`, []string{
			"orders[0].grades standard/few", "orders[1].grades[1] standard/twice",
		}},
		{"an ID both of a clause and an alias", `"aliases": [{"id": "A-1", "of": ["A-1"]}], "clauses": [` + good + `]`, []string{"aliases[0].id standard/twice"}},
		{"an alias of nothing, and twice", `"aliases": [{"id": "B-1", "of": []}, {"id": "B-1", "of": ["A-1", "A-1"]}], "clauses": [` + good + `]`, []string{
			"aliases[1].id standard/twice", "aliases[0].of invalid/required", "aliases[1].of[1] standard/twice",
		}},
		{
			"an alias of two profiles", `"aliases": [{"id": "B-1", "of": ["A-1", "C-1"]}], "clauses": [` + good + `,` + strings.NewReplacer("A-1", "C-1", `"p"`, `"q"`).Replace(good) + `]`,
			[]string{"aliases[0].of[1] standard/profiles"},
		},
		{"a profile without clauses", `"profiles": ["q"], "clauses": [` + good + `]`, []string{"profiles[0] standard/profile"}},
		{"relations", `"relations": [{"clauses": ["A-1"]}, {"clauses": ["A-1", "A-1"], "kind": "opposed"}], "clauses": [` + good + `]`, []string{
			"relations[0].clauses standard/few", "relations[0].kind invalid/required", "relations[1].clauses[1] standard/twice",
		}},
		{
			"proofs", clause(`, "measures": [{` + record + `}], "proofs": [{"name": "a", "like": "b", "state": "met"}, {"name": "a", "like": "a", "state": "met"}]`),
			[]string{"clauses[0].proofs[1].name standard/twice", "clauses[0].proofs[0].like standard/like"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := invalid.Decode[standard.Standard]([]byte(`{"id": "s", "version": "1", "calendar": "office", `+tt.rest+`}`), "standard")
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
	_, err := invalid.Decode[standard.Standard]([]byte(`{"clauses": []}`), "standard")
	require.Equal(t, []string{"id invalid/required", "version invalid/required", "calendar invalid/required"}, problems(t, err))
}

// TestVocabularyCheck: every problem of a vocabulary.
func TestVocabularyCheck(t *testing.T) {
	tests := []struct {
		name, rest string
		want       []string
	}{
		{"nothing wrong", `"kinds": [{"code": "a", "name": {"en": "a"}, "subject": true}, {"code": "b", "name": {"zh": "乙"}, "of": "a"}]`, nil},
		{"codes twice, without a name", `"kinds": [{"code": "a"}, {"code": "a", "name": {"en": "a"}}]`, []string{"kinds[1].code standard/twice", "kinds[0].name invalid/required"}},
		{"the star is every kind", `"kinds": [{"code": "*", "name": {"en": "a"}}]`, []string{"kinds[0].code standard/id"}},
		{
			"of something that is no subject", `"kinds": [{"code": "a", "name": {"en": "a"}}, {"code": "b", "name": {"en": "b"}, "of": "a"}, {"code": "c", "name": {"en": "c"}, "of": "z"}]`,
			[]string{"kinds[1].of standard/kind", "kinds[2].of standard/kind"},
		},
		{
			"fields", `"kinds": [{"code": "a", "name": {"en": "a"}, "fields": [{"name": "x", "type": "text"}, {"name": "x", "type": "number"}, {"name": "y"}, {"name": "a+b", "type": "date"}]}]`,
			[]string{"kinds[0].fields[1].name standard/twice", "kinds[0].fields[2].type invalid/required", "kinds[0].fields[3].name standard/id"},
		},
		{
			"words of a number", `"kinds": [], "estate": [{"name": "x", "type": "number", "values": ["1"]}, {"name": "y", "type": "date", "order": "o"}]`,
			[]string{"estate[0].values standard/words-only", "estate[1].values standard/words-only"},
		},
		{
			"events and items", `"kinds": [{"code": "a", "name": {"en": "a"}, "events": [{"code": "x"}, {"code": "x"}], "items": [{}]}]`,
			[]string{"kinds[0].events[1].code standard/twice", "kinds[0].items[0].code invalid/required"},
		},
		{"figures", `"kinds": [], "figures": [{"code": "f"}, {"code": "f"}]`, []string{"figures[1].code standard/twice"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := invalid.Decode[standard.Vocabulary]([]byte(`{"code": "v", `+tt.rest+`}`), "vocabulary")
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
}

// TestEvidenceCheck: evidence with any problem is not judged at all, and every problem is named.
func TestEvidenceCheck(t *testing.T) {
	rules := mustCompile(t, clausesOf(t, gateHead, usesAll), gateWords(t))
	const head = `"asOf": "2025-02-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2025-02-01"`
	entry := func(rest string) string {
		return head + `, "records": [{"id": "r1", "kind": "entry", "at": "2025-01-02T08:00:00+08:00", ` + rest + `}]`
	}
	tests := []struct {
		name, doc string
		want      []string
	}{
		{"nothing wrong", entry(fields("people", "2")), nil},
		{"nothing at all", ``, []string{"asOf invalid/required", "zone standard/zone", "end invalid/required"}},
		{"another zone", strings.Replace(head, "Asia/Shanghai", "UTC", 1), []string{"zone standard/zone"}},
		{"an empty period", strings.Replace(head, "2025-02-01\"", "2025-01-01\"", 1), []string{"end standard/reversed"}},
		{"a period of centuries", strings.Replace(head, "\"2025-01-01\"", "\"1900-01-01\"", 1), []string{"end standard/long"}},
		{
			"fields of the estate", head + `, "estate": [{"name": "tank", "value": "yes"}, {"name": "pool"}, {"name": "tank", "value": "true"}]`,
			[]string{"estate[0].value standard/boolean", "estate[1].name standard/field", "estate[2].name standard/twice"},
		},
		{
			"subjects", head + `, "subjects": [{"kind": "door", "id": "D1"}, {"kind": "door", "id": "D1"}, {"kind": "lift", "id": "D1"}, {"kind": "door", "id": ""},
				{"kind": "tree", "id": "T"}, {"kind": "entry", "id": "E"}, {"kind": "door", "id": "D2", "fields": [{"name": "floor", "value": "two"}, {"name": "wing", "value": "x"}]}]`,
			[]string{
				"subjects[1].id standard/twice", "subjects[3].id invalid/required", "subjects[4].kind standard/kind", "subjects[5].kind standard/no-subjects",
				"subjects[6].fields[0].value invalid/decimal", "subjects[6].fields[1].name standard/field",
			},
		},
		{
			"records", head + `, "records": [{"id": "r2", "kind": "leave"}, {"id": "r10", "kind": "leave"}, {"id": "r1", "kind": "leave"}, {"id": "r10", "kind": "leave"},
				{"id": "r2", "kind": "visit"}, {"id": "", "kind": "leave"}, {"id": "x", "kind": "door"}, {"id": "y", "kind": "tree"},
				{"id": "z", "kind": "leave", "at": "2025-01-02T00:00:00Z", "until": "2025-01-01T00:00:00Z"}]`,
			[]string{
				"records[3].id standard/twice", "records[5].id invalid/required", "records[6].kind standard/no-records", "records[7].kind standard/kind", "records[8].until standard/reversed",
			},
		},
		{"a word that is none", entry(fields("role", "thief")), []string{"records[0].fields[0].value standard/word-of"}},
		{"a grade that is none", entry(fields("grade", "4")), []string{"records[0].fields[0].value standard/grades"}},
		{"a number that is none", entry(fields("people", "many")), []string{"records[0].fields[0].value invalid/decimal"}},
		{"a date that is none", entry(fields("day", "2025-02-29")), []string{"records[0].fields[0].value civil/no-such-day"}},
		{"a list of a text", entry(`"fields": [{"name": "note", "values": ["a", "b"]}]`), []string{"records[0].fields[0].values standard/list-only"}},
		{"a word of a list that is none", entry(`"fields": [{"name": "papers", "values": ["card", "cheque"]}]`), []string{"records[0].fields[0].value standard/word-of"}},
		{"and of one with commas", entry(fields("papers", "card,cheque")), []string{"records[0].fields[0].value standard/word-of"}},
		{
			"events and items", head + `, "records": [{"id": "v", "kind": "visit", "events": [{"name": "knocked"}, {"name": "slept", "at": "2025-01-02T00:00:00Z"}]},
				{"id": "s", "kind": "sheet", "items": [{"code": "shut", "result": "pass"}, {"code": "lit", "result": "fail"}, {"code": "shut"}]}]`,
			[]string{
				"records[0].events[0].at invalid/required", "records[0].events[1].name standard/event",
				"records[1].items[1].code standard/item", "records[1].items[2].result invalid/required", "records[1].items[2].code standard/twice",
			},
		},
		{
			"figures", head + `, "figures": [{"figure": "lamps", "value": "5"}, {"figure": "lamps", "value": "6"}, {"figure": "lamps", "subject": "D1", "value": "6"},
				{"figure": "trees", "value": "1"}, {"figure": "lampsLit"}, {"figure": "lampsLit", "subject": "D1", "value": "1", "start": "2025-01-01"},
				{"figure": "lampsLit", "subject": "D2", "value": "1", "start": "2025-02-01", "end": "2025-01-01"}]`,
			[]string{
				"figures[1] standard/twice", "figures[3].figure standard/figure", "figures[4].value invalid/required", "figures[5].end invalid/required", "figures[6].end standard/reversed",
			},
		},
		{
			"complete", head + `, "complete": [{"kind": "*", "from": "2025-01-01", "to": "2025-02-01"}, {"kind": "tree", "from": "2025-01-01", "to": "2025-01-01"}, {"kind": "entry", "from": "2025-01-01"}]`,
			[]string{"complete[1].kind standard/kind", "complete[1].to standard/reversed", "complete[2].to invalid/required"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := decode[standard.Evidence](t, `{`+tt.doc+`}`)
			report, err := rules.Evaluate(&e)
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
			if err != nil {
				require.Zero(t, report, "nothing is half judged")
				_, err = rules.Rows(&e, "ALL-1")
				require.Error(t, err)
				_, err = rules.Why(&e, "ALL-1")
				require.Error(t, err)
			}
		})
	}
}

// TestLongListsAreSeenThrough: names that stand twice are found however far apart, in lists that are too long to look back over.
func TestLongListsAreSeenThrough(t *testing.T) {
	rules := mustCompile(t, clausesOf(t, gateHead, usesAll), gateWords(t))
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", ``)
	const n = 2000
	rec := standard.Record{ID: "s", Kind: "sheet"}
	for range n {
		rec.Items = append(rec.Items, standard.Mark{Code: "shut", Result: standard.Pass})
	}
	e.Records = []standard.Record{rec}
	_, err := rules.Evaluate(&e)
	var all *invalid.Error
	require.ErrorAs(t, err, &all)
	require.Equal(t, n-1, len(all.Fields)+all.More)
}
