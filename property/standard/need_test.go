package standard_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wuyekit/wuye/property/standard"
)

// TestNeeds: what each part reads, and its clause with it, so that an integrator sees what to supply.
func TestNeeds(t *testing.T) {
	s := clausesOf(t, gateHead, usesAll+`,{"id": "T-1", "profile": "p", "text": {"en": "x"}, "when": [{"field": "estate.tank", "is": "=", "value": "true"}], "measures": [
		{"part": "papers", "record": {"of": "entry", "where": [{"field": "role", "is": "=", "value": "guard"}, {"field": "subject.level", "is": "set"}],
			"must": [{"field": "people", "is": "<=", "value": "@limit"}, {"field": "day", "is": ">=", "value": "@subject.opensOn-P7D"}, {"field": "people", "is": "<", "value": "$open"}], "waiver": "waiver"}},
		{"part": "leave", "when": [{"field": "$policy", "is": "=", "value": "strict"}], "record": {"of": "leave", "per": "door",
			"must": [{"field": "span", "is": "outside", "value": "@subject.opensOn/@estate.opened"}]}}]}`)
	got := mustCompile(t, s, gateWords(t)).Needs()
	want := []standard.Need{
		{
			Clause: "ALL-1", Profile: "all", Measure: "record", Records: []string{"entry"}, Fields: []string{"entry.people"},
			Params: []string{"two", "open", "policy", "peak", "spring"}, Unset: []string{"open"},
		},
		{
			Clause: "T-1", Profile: "p", Part: "papers", Measure: "record", Subjects: []string{"door"}, Records: []string{"entry"},
			Fields: []string{"estate.tank", "entry.role", "door.level", "entry.people", "entry.limit", "entry.day", "door.opensOn", "entry.waiver"},
			Params: []string{"open"}, Unset: []string{"open"},
		},
		{
			Clause: "T-1", Profile: "p", Part: "leave", Measure: "record", Records: []string{"leave"}, Subjects: []string{"door"},
			Fields: []string{"estate.tank", "door.opensOn", "estate.opened"}, Params: []string{"policy"},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("needs (-want +got)\n%s", diff)
	}
	got[1].Fields[0] = "spoilt"
	if diff := cmp.Diff(want, mustCompile(t, s, gateWords(t)).Needs()); diff != "" {
		t.Errorf("needs (-want +got)\n%s", diff)
	}
}
