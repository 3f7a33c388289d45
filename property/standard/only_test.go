package standard_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/standard/standardtest"
)

// onlyStandard has clauses of two profiles, one that reads the counts of another by a parameter, and whatever belongs to them.
func onlyStandard(tb testing.TB) standard.Standard {
	tb.Helper()
	return clausesOf(tb, `"params": [{"name": "two", "value": "2"}, {"name": "rate", "value": "60%"}, {"name": "base", "value": "T-2/full.judged"}, {"name": "free"},
			{"name": "span", "value": "$first/$last"}, {"name": "first", "value": "2025-01-28"}, {"name": "last", "value": "2025-02-05"}],
		"orders": [{"name": "grades", "grades": ["3", "2", "1"]}],
		"aliases": [{"id": "A-1", "of": ["T-1"]}, {"id": "A-2", "of": ["T-2/full", "T-2/spring"]}],
		"relations": [{"clauses": ["T-1", "T-3"], "kind": "grades"}, {"clauses": ["T-2", "T-3/x"], "kind": "alternatives"}],`, `
		{"id": "T-1", "profile": "p", "text": {"en": "$free is a text"}, "measures": [{"threshold": {"limits": [{"figure": "T-2/full.met", "outOf": "$base", "is": ">=", "value": "$rate"}]}}],
		 "proofs": [{"name": "a", "params": [{"name": "rate", "value": "50%"}, {"name": "free", "value": "1"}], "evidence": {}}]},
		{"id": "T-2", "profile": "p", "text": {"en": "t"}, "measures": [
			{"part": "full", "record": {"of": "entry", "must": [{"field": "people", "is": ">=", "value": "$two"}]}},
			{"part": "spring", "record": {"of": "entry", "must": [{"field": "span", "is": "outside", "value": "$span"}]}}]},
		{"id": "T-3", "profile": "q", "text": {"en": "t"}, "when": [{"field": "$free", "is": "=", "value": "yes"}], "measures": [{"part": "x", "record": {"of": "leave", "must": [{"field": "group", "is": "set"}]}}]}`)
}

func TestOnly(t *testing.T) {
	type cut struct{ Clauses, Params, Aliases, Profiles []string }
	all := onlyStandard(t)
	tests := []struct {
		name     string
		profiles []string
		ids      []string
		want     cut
		related  int
	}{
		{"one", nil, []string{"T-3"}, cut{[]string{"T-3"}, []string{"free"}, nil, nil}, 0},
		{"with what it counts", nil, []string{"T-1"}, cut{[]string{"T-1", "T-2"}, []string{"two", "rate", "base", "span", "first", "last"}, []string{"A-1", "A-2"}, nil}, 0},
		{"by an alias", nil, []string{"A-2"}, cut{[]string{"T-2"}, []string{"two", "span", "first", "last"}, []string{"A-2"}, nil}, 0},
		{"two that are related", nil, []string{"T-3", "T-2"}, cut{[]string{"T-2", "T-3"}, []string{"two", "free", "span", "first", "last"}, []string{"A-2"}, nil}, 1},
		{"all, in the order of the standard", nil, []string{"T-3", "T-2", "T-1", "T-3"}, cut{[]string{"T-1", "T-2", "T-3"}, []string{"two", "rate", "base", "free", "span", "first", "last"}, []string{"A-1", "A-2"}, nil}, 2},
		{"of a chosen profile", []string{"q", "p"}, []string{"T-2"}, cut{[]string{"T-2"}, []string{"two", "span", "first", "last"}, []string{"A-2"}, []string{"p"}}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := all.Choose(tt.profiles...).Only(tt.ids...)
			require.NoError(t, err)
			mustCompile(t, got, gateWords(t))
			have := cut{Clauses: idsOf(got), Profiles: got.Profiles}
			for _, p := range got.Params {
				have.Params = append(have.Params, p.Name)
			}
			for _, a := range got.Aliases {
				have.Aliases = append(have.Aliases, a.ID)
			}
			if diff := cmp.Diff(tt.want, have); diff != "" {
				t.Errorf("mismatch (-want +got)\n%s", diff)
			}
			require.Len(t, got.Relations, tt.related)
			require.Equal(t, all.Orders, got.Orders, "fields of the vocabulary may name them")
		})
	}
	got, err := all.Only("T-1")
	require.NoError(t, err)
	require.Equal(t, []standard.Param{{Name: "rate", Value: "50%"}}, got.Clauses[0].Proofs[0].Params, "a proof fills in what is left")
	require.Len(t, onlyStandard(t).Clauses[0].Proofs[0].Params, 2)
	require.Empty(t, cmp.Diff(onlyStandard(t), all, cmp.AllowUnexported(standard.Point{})), "the standard itself is as it was")
}

func TestOnlyRefused(t *testing.T) {
	s := onlyStandard(t)
	tests := []struct {
		profiles, ids, want []string
	}{
		{nil, nil, []string{"standard/few"}},
		{nil, []string{"T-1", "T-9", "T-2/full", ""}, []string{"[1] standard/target", "[2] standard/target", "[3] standard/target"}},
		{[]string{"q"}, []string{"T-2"}, []string{"profiles standard/profile"}},
	}
	for _, tt := range tests {
		got, err := s.Choose(tt.profiles...).Only(tt.ids...)
		require.Equal(t, tt.want, problems(t, err))
		require.Empty(t, got.Clauses)
	}
	s.Clauses[2].Measures[0].Record.Must[0].Is = 99
	_, err := s.Only("T-3")
	require.Equal(t, []string{"clauses[2] invalid/word"}, problems(t, err), "what cannot be written reads nobody knows what")
}

// TestOnlyShipped: each shipped clause stands alone, and its proofs hold as they do among the others.
func TestOnlyShipped(t *testing.T) {
	words, cals := standard.SharedVocabulary(), calendars(t)
	for _, s := range shipped() {
		for _, id := range idsOf(s) {
			alone, err := s.Only(id)
			require.NoError(t, err, id)
			mustCompile(t, alone, words)
			require.Contains(t, idsOf(alone), id)
			require.NoError(t, standardtest.Run(alone, id, words, cals), id)
		}
		for _, a := range s.Aliases {
			answered, err := s.Only(a.ID)
			require.NoError(t, err, a.ID)
			require.True(t, slices.ContainsFunc(answered.Aliases, func(o standard.Alias) bool { return o.ID == a.ID }))
			mustCompile(t, answered, words)
		}
	}
}
