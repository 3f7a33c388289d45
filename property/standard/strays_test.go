package standard_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// TestStrays: a patrol of "p1" is none of "P1", which is said to be missed; the list says why.
func TestStrays(t *testing.T) {
	rules := mustCompile(t, clausesOf(t, "", dutyClause("SEC-02", `{"acts": ["patrol"], "per": "patrolPoint", "plan": {"quota": {"atLeast": "1", "in": "day"}}}`)), dutyWords(t))
	e := evidenceOf(t, "2025-01-02", "2025-01-01", "2025-01-02", `"subjects": [{"kind": "patrolPoint", "id": "P1"}], "records": [
		{"id": "a", "kind": "patrol", "subject": "p1", "at": "2025-01-01T08:00:00+08:00"}, {"id": "b", "kind": "patrol", "subject": "P1", "at": "2025-01-01T09:00:00+08:00"},
		{"id": "c", "kind": "patrol", "at": "2025-01-01T09:00:00+08:00"}, {"id": "d", "kind": "loose", "subject": "p1", "at": "2025-01-01T09:00:00+08:00"},
		{"id": "e", "kind": "sweep", "subject": "R1", "at": "2025-01-01T09:00:00+08:00"}, {"id": "f", "kind": "typo", "subject": "R1"}]`)
	if diff := cmp.Diff([]standard.Stray{{Record: "a", Kind: "patrol", Subject: "p1", Of: "patrolPoint"}}, rules.Strays(&e)); diff != "" {
		t.Errorf("strays mismatch (-want +got)\n%s", diff)
	}
	require.Empty(t, rules.Strays(&standard.Evidence{}))
}
