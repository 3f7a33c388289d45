package standard_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// TestGate: a record that is proposed is judged alone, by the measures that are of its kind.
func TestGate(t *testing.T) {
	s := clausesOf(t, gateHead, usesAll+`,{"id": "T-1", "profile": "test", "text": {"en": "x"}, "from": "2025-01-01", "to": "2025-12-31",
		"when": [{"field": "estate.tank", "is": "=", "value": "true"}], "measures": [
		{"part": "papers", "record": {"of": "entry", "where": [{"field": "role", "is": "=", "value": "candidate"}], "must": [{"field": "papers", "is": "has", "values": ["ticket", "card"]}], "waiver": "waiver"}},
		{"part": "level", "when": [{"field": "$policy", "is": "=", "value": "strict"}], "record": {"of": "entry", "must": [{"field": "subject.level", "is": "=", "value": "1"}]}},
		{"part": "loose", "when": [{"field": "$policy", "is": "=", "value": "loose"}], "record": {"of": "entry", "must": [{"field": "note", "is": "set"}]}},
		{"part": "leave", "record": {"of": "leave", "per": "door", "must": [{"field": "span", "is": "outside", "value": "@subject.opensOn/@subject.opensOn+P1D"}]}}]},
		{"id": "T-3", "profile": "test", "text": {"en": "x"}, "measures": [
		{"part": "open", "record": {"of": "entry", "where": [{"field": "role", "is": "=", "value": "guard"}], "must": [{"field": "people", "is": "<", "value": "$open"}]}}]},
		{"id": "T-2", "profile": "test", "off": true, "text": {"en": "x"}, "measures": [{"record": {"of": "entry", "must": [{"field": "note", "is": "set"}]}}]}`)
	rules := mustCompile(t, s, gateWords(t))
	door := func(level string) *standard.Subject {
		return &standard.Subject{Kind: "door", ID: "D1", Fields: []standard.Field{{Name: "level", Value: level}, {Name: "opensOn", Value: "2025-06-07"}}}
	}
	yes := []standard.Field{{Name: "tank", Value: "true"}}
	entry := func(at, role string, papers ...string) standard.Record {
		r := standard.Record{ID: "new", Kind: "entry", At: clockAt(t, at), Fields: []standard.Field{{Name: "role", Value: role}}}
		if papers != nil {
			r.Fields = append(r.Fields, standard.Field{Name: "papers", Values: papers})
		}
		return r
	}
	waived := entry("2025-06-07", "candidate", "card")
	waived.Fields = append(waived.Fields, standard.Field{Name: "waiver", Value: "late bus"})
	leave := func(from, to string) standard.Record {
		return standard.Record{ID: "l", Kind: "leave", Subject: "staff-7", At: clockAt(t, from), Until: clockAt(t, to)}
	}
	tests := []struct {
		name, address string
		rec           standard.Record
		subject       *standard.Subject
		estate        []standard.Field
		want          string
	}{
		{"both papers", "T-1/papers", entry("2025-06-07", "candidate", "ticket", "card"), nil, yes, "met"},
		{"one paper", "T-1/papers", entry("2025-06-07", "candidate", "card"), nil, yes, "breached condition papers"},
		{"one paper, excused", "T-1/papers", waived, nil, yes, "waived excused waiver"},
		{"papers not said", "T-1/papers", entry("2025-06-07", "candidate"), nil, yes, "unknown fieldMissing papers"},
		{"not meant", "T-1/papers", entry("2025-06-07", "examiner"), nil, yes, "notApplicable noRows"},
		{"role not said", "T-1/papers", entry("2025-06-07", ""), nil, yes, "unknown fieldMissing role"},
		{"the whole clause", "T-1", entry("2025-06-07", "candidate", "ticket", "card"), door("1"), yes, "met"},
		{"at the wrong door", "T-1", entry("2025-06-07", "candidate", "ticket", "card"), door("2"), yes, "breached condition subject.level"},
		{"at no door", "T-1", entry("2025-06-07", "candidate", "ticket", "card"), nil, yes, "unknown fieldMissing subject.level"},
		{"at something that is no door", "T-1", entry("2025-06-07", "candidate", "ticket", "card"), &standard.Subject{Kind: "lift", ID: "L1"}, yes, "unknown fieldMissing subject.level"},
		{"a part that does not apply", "T-1/loose", entry("2025-06-07", "candidate"), door("1"), yes, "notApplicable when $policy"},
		{"a part with an open parameter", "T-3/open", entry("2025-06-07", "guard"), door("1"), yes, "unknown paramUnset open"},
		{"the estate lacks the condition", "T-1", entry("2025-06-07", "candidate"), door("1"), nil, "unknown fieldMissing estate.tank"},
		{"another estate", "T-1", entry("2025-06-07", "candidate"), door("1"), []standard.Field{{Name: "tank", Value: "false"}}, "notApplicable when estate.tank"},
		{"before it is in force", "T-1", entry("2024-12-31 23:59", "candidate"), door("1"), yes, "notApplicable notInForce"},
		{"on its first day", "T-1/papers", entry("2025-01-01", "candidate", "ticket", "card"), nil, yes, "met"},
		{"on its last", "T-1/papers", entry("2025-12-31 23:59", "candidate", "ticket", "card"), nil, yes, "met"},
		{"after it", "T-1/papers", entry("2026-01-01", "candidate", "ticket", "card"), nil, yes, "notApplicable notInForce"},
		{"leave that ends as the day begins", "T-1/leave", leave("2025-06-05", "2025-06-07"), door("1"), yes, "met"},
		{"leave on the day", "T-1/leave", leave("2025-06-05", "2025-06-08"), door("1"), yes, "breached condition span"},
		{"off", "T-2", entry("2025-06-07", "guard"), nil, yes, "notApplicable off"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, err := rules.Check(tt.address, tt.rec, tt.subject, tt.estate)
			require.NoError(t, err)
			require.Equal(t, tt.want, said(v.State, v.Reason))
		})
	}

	_, err := rules.Check("T-9", entry("2025-06-07", "guard"), nil, nil)
	require.ErrorIs(t, err, standard.ErrTarget)
	_, err = rules.Check("T-1/leave", entry("2025-06-07", "guard"), nil, nil)
	require.ErrorIs(t, err, standard.ErrNoGate)
	_, err = rules.Check("T-2", leave("2025-06-05", "2025-06-08"), nil, nil)
	require.ErrorIs(t, err, standard.ErrNoGate, "also while it is off")
	v, err := rules.Check("T-1", standard.Record{Kind: "entry", Subject: "D2", Fields: []standard.Field{{Name: "people", Value: "x"}}}, &standard.Subject{Kind: "door", ID: "D1"}, []standard.Field{{Name: "pool"}})
	require.Equal(t, []string{"estate[0].name standard/field", "records[0].id invalid/required", "records[0].fields[0].value invalid/decimal", "subjects[0].id standard/other-subject"}, problems(t, err))
	require.Zero(t, v)
}

// ExampleRules_Check: a permission that refuses, and says why.
func ExampleRules_Check() {
	rules := mustCompile(exampleTB{}, clausesOf(exampleTB{}, ``,
		recordClause("EVENT-45", "entry", `{"field": "role", "is": "=", "value": "candidate"}`, `{"field": "papers", "is": "has", "values": ["ticket", "card"]}`)), gateWords(exampleTB{}))

	rec := standard.Record{ID: "e1", Kind: "entry", Fields: []standard.Field{{Name: "role", Value: "candidate"}, {Name: "papers", Values: []string{"card"}}}}
	v, err := rules.Check("EVENT-45", rec, nil, nil)
	fmt.Println(v.State, v.Reason.Args, err)

	rec.Fields[1].Values = []string{"card", "ticket"}
	v, err = rules.Check("EVENT-45", rec, nil, nil)
	fmt.Println(v.State, err)
	// Output:
	// breached [papers] <nil>
	// met <nil>
}

// exampleTB lets examples use the helpers of tests.
type exampleTB struct{ testing.TB }

// Helper marks nothing.
func (exampleTB) Helper() {}

// Errorf panics: an example that cannot be set up is broken.
func (exampleTB) Errorf(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }

// FailNow panics too.
func (exampleTB) FailNow() { panic("example") }
