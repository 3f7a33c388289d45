package standard_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wuyekit/wuye/property/standard"
)

// TestOtherSubjects: lift 1 and room 1 have the same ID, and what was done at the one does not count for the other.
func TestOtherSubjects(t *testing.T) {
	words := decode[standard.Vocabulary](t, `{"code": "kinds", "kinds": [
		{"code": "lift", "name": {"en": "lift"}, "subject": true}, {"code": "room", "name": {"en": "room"}, "subject": true},
		{"code": "roomCheck", "name": {"en": "check"}, "of": "room", "fields": [{"name": "post", "type": "text"}]},
		{"code": "check", "name": {"en": "check"}, "fields": [{"name": "post", "type": "text"}]}]}`)
	tests := []struct{ name, measure, want string }{
		{"duty", `{"duty": {"acts": ["check", "roomCheck"], "per": "lift", "plan": {"quota": {"atLeast": "1", "in": "month"}}}}`, "duty.acts[1]"},
		{"checklist", `{"checklist": {"sheet": "roomCheck", "per": "lift", "use": "latest", "items": [{"code": "clean"}]}}`, "checklist.sheet"},
		{"presence", `{"presence": {"documents": ["check", "roomCheck"], "per": "lift"}}`, "presence.documents[1]"},
		{"cover", `{"cover": {"source": "roomCheck", "per": "lift", "posts": [{"post": "desk", "people": "1"}]}}`, "cover.source"},
		{"of the kind itself", `{"duty": {"acts": ["check", "roomCheck"], "per": "room", "plan": {"quota": {"atLeast": "1", "in": "month"}}}}`, ""},
		{"of the estate", `{"duty": {"acts": ["check", "roomCheck"], "plan": {"quota": {"atLeast": "1", "in": "month"}}}}`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := standard.Compile(clausesOf(t, "", `{"id": "A-1", "profile": "p", "text": {"en": "a"}, "measures": [`+tt.measure+`]}`), words, calendars(t))
			var want []string
			if tt.want != "" {
				want = []string{"clauses[0].measures[0]." + tt.want + " standard/other-kind"}
			}
			if diff := cmp.Diff(want, problems(t, err)); diff != "" {
				t.Errorf("problems mismatch (-want +got)\n%s", diff)
			}
		})
	}
}
