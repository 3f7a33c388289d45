package standard_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/standard/standardtest"
)

func shipped() []standard.Standard {
	return []standard.Standard{standard.Sample(), standard.Assessment()}
}

func idsOf(s standard.Standard) []string {
	out := make([]string, len(s.Clauses))
	for i, c := range s.Clauses {
		out[i] = c.ID
	}
	return out
}

// openParams are the names of parameters without a value.
func openParams(tb testing.TB, s standard.Standard) []string {
	tb.Helper()
	var out []string
	for _, p := range mustCompile(tb, s, standard.SharedVocabulary()).Unset() {
		out = append(out, p.Name)
	}
	return out
}

func TestShippedProofs(t *testing.T) {
	for _, s := range shipped() {
		t.Run(s.ID, func(t *testing.T) { standardtest.Prove(t, s, standard.SharedVocabulary(), calendars(t)) })
	}
}

// TestShippedLimits: proofs fail when any shipped limit is moved. How many there are is counted, so that none is passed over.
func TestShippedLimits(t *testing.T) {
	cals, words := calendars(t), standard.SharedVocabulary()
	want := map[string]int{"sample-25": 300, "assessment": 170}
	for _, s := range shipped() {
		n := 0
		for _, c := range s.Clauses {
			some := false
			for what, mutant := range standardtest.Mutants(s, c.ID) {
				some = true
				n++
				require.Error(t, standardtest.Run(mutant, c.ID, words, cals), "%s %s", c.ID, what)
			}
			require.True(t, some, "%s has no limit", c.ID)
		}
		require.GreaterOrEqual(t, n, want[s.ID], s.ID)
	}
}

func TestSampleClauses(t *testing.T) {
	require.Equal(t, []string{
		"MAINT-01", "MAINT-22", "MAINT-29", "MAINT-30", "MAINT-38", "MAINT-47", "MAINT-61", "MAINT-66", "MAINT-70", "SEC-02", "SEC-20", "SEC-53",
		"CLEAN-13", "CLEAN-15", "CLEAN-64", "KPI-29", "CS-10", "CS-11", "STAFF-08", "STAFF-09", "BILL-05", "EVENT-12", "EVENT-62", "EVENT-28", "EVENT-45",
	}, idsOf(standard.Sample()))
	require.Equal(t, []string{
		"complaintBase", "oldFrom", "gapYoung", "gapOld", "overhaulHours",
		"i.road", "i.corridor", "i.lift", "i.disinfect", "i.binDisinfect", "i.water", "i.fertilise", "i.prune", "i.lawn", "i.garden", "i.collect", "i.facility",
	}, openParams(t, standard.Sample()), "what the sources leave open")
}

// TestAssessmentClauses: the clauses of CLAUSES 1.6, and those that their aliases are answered by.
func TestAssessmentClauses(t *testing.T) {
	s := standard.Assessment()
	ids := idsOf(s)
	require.ElementsMatch(t, []string{
		"KPI-06", "KPI-07", "KPI-21", "KPI-22", "KPI-24", "KPI-25", "KPI-26", "KPI-27", "KPI-28", "KPI-29", "KPI-31", "KPI-37", "KPI-38", "KPI-41", "KPI-46", "KPI-53", "KPI-57", "KPI-61", "KPI-64",
		"BILL-35", "MAINT-16", "MAINT-17", "SEC-49", "CLEAN-59", "CLEAN-60", "PROP-41", "PROP-42",
	}, ids)
	var aliases []string
	for _, a := range s.Aliases {
		aliases = append(aliases, a.ID)
	}
	require.Equal(t, []string{"KPI-30", "KPI-32", "KPI-33", "KPI-34", "KPI-35", "KPI-51", "KPI-52"}, aliases)
	require.Equal(t, []string{
		"resultsBy", "serviceSatisfactionBase", "complaintBase", "handlingTarget", "ownerSatisfactionTarget", "accidentBase", "repairPassBase", "lowScore", "evaluationInterval",
	}, openParams(t, s), "what is masked, and bases that are not named")
}

// TestApartmentTargets: the management targets of the apartment are 4 + 3 + 5 + 2 + 3 = 17 (KPI-36).
func TestApartmentTargets(t *testing.T) {
	s := standard.Assessment()
	lines := []struct {
		name string
		ids  []string
		want int
	}{
		{"客户服务", []string{"KPI-28", "KPI-29", "KPI-30", "KPI-31"}, 4},
		{"安保", []string{"KPI-32"}, 3},
		{"维修", []string{"KPI-33"}, 5},
		{"保洁", []string{"KPI-34"}, 2},
		{"绿化", []string{"KPI-35"}, 3},
	}
	sum := 0
	for _, line := range lines {
		n := 0
		for _, id := range line.ids {
			n += limitsOf(t, s, id)
		}
		require.Equal(t, line.want, n, line.name)
		sum += n
	}
	require.Equal(t, 17, sum)
}

// limitsOf counts the limits of a clause, or of those that an alias is answered by; all are of the apartment.
func limitsOf(tb testing.TB, s standard.Standard, id string) int {
	tb.Helper()
	if i := slices.IndexFunc(s.Aliases, func(a standard.Alias) bool { return a.ID == id }); i >= 0 {
		n := 0
		for _, of := range s.Aliases[i].Of {
			n += limitsOf(tb, s, of)
		}
		return n
	}
	i := slices.Index(idsOf(s), id)
	require.GreaterOrEqual(tb, i, 0, id)
	require.Equal(tb, "001-12", s.Clauses[i].Profile, id)
	n := 0
	for _, m := range s.Clauses[i].Measures {
		n += len(m.Threshold.Limits)
	}
	return n
}

// TestShippedTexts: everything is said in Chinese and in English, and where it comes from.
func TestShippedTexts(t *testing.T) {
	both := func(zh, en, what string) {
		t.Helper()
		require.True(t, strings.ContainsFunc(zh, func(r rune) bool { return unicode.Is(unicode.Han, r) }), "%s: %s", what, zh)
		require.NotEmpty(t, en, what)
		require.False(t, strings.ContainsFunc(en, func(r rune) bool { return unicode.Is(unicode.Han, r) }), "%s: %s", what, en)
	}
	for _, s := range shipped() {
		for _, p := range s.Params {
			both(p.Note.ZH, p.Note.EN, p.Name)
			require.Empty(t, p.Suggest, p.Name)
		}
		for _, c := range s.Clauses {
			both(c.Text.ZH, c.Text.EN, c.ID)
			if c.Note.ZH != "" || c.Note.EN != "" {
				both(c.Note.ZH, c.Note.EN, c.ID)
			}
			require.NotEmpty(t, c.Source.Place, c.ID)
			require.Equal(t, c.Source.Doc, c.Profile[:3], "%s: a profile is a part of its source", c.ID)
		}
	}
	v := standard.SharedVocabulary()
	for _, f := range v.Estate {
		both(f.Title.ZH, f.Title.EN, f.Name)
	}
	for _, f := range v.Figures {
		both(f.Name.ZH, f.Name.EN, f.Code)
	}
	for _, k := range v.Kinds {
		both(k.Name.ZH, k.Name.EN, k.Code)
		for _, f := range k.Fields {
			both(f.Title.ZH, f.Title.EN, k.Code+"."+f.Name)
		}
		for _, term := range slices.Concat(k.Events, k.Items) {
			both(term.Name.ZH, term.Name.EN, k.Code+"."+term.Code)
		}
	}
}

// TestShippedJoin: the two have KPI-29 in common, which stands in both of them once.
func TestShippedJoin(t *testing.T) {
	s, warnings, err := standard.Join(shipped()...)
	require.NoError(t, err)
	require.Len(t, s.Clauses, 25+27-1)
	mustCompile(t, s, standard.SharedVocabulary())
	var kinds []string
	for _, w := range warnings {
		kinds = append(kinds, w.Kind.String()+" "+strings.Join(w.Clauses, " "))
	}
	require.Equal(t, []string{"grades KPI-26 KPI-27", "grades KPI-24 KPI-26 KPI-28"}, kinds, "one contract hardly asks for them together")

	_, warnings, err = standard.Join(standard.Assessment().Choose("001-12", "001-9"))
	require.NoError(t, err)
	require.Empty(t, warnings)
}

// TestShippedOpposed: with a deposit first, "service first and charge afterwards" cannot stand in one contract.
func TestShippedOpposed(t *testing.T) {
	bill := func(id, profile, is string) standard.Standard {
		return clausesOf(t, "", `{"id": "`+id+`", "profile": "`+profile+`", "text": {"en": "a price"}, "measures": [{"record": {"of": "tariff", "must": [{"field": "state", "is": "`+is+`", "value": "inForce"}]}}]}`)
	}
	_, _, err := standard.Join(standard.Sample(), bill("BILL-06", "003-C", "="), bill("BILL-19", "004-4", "!="))
	require.ErrorIs(t, err, standard.ErrOpposed)
	_, _, err = standard.Join(standard.Sample(), bill("BILL-06", "003-C", "="))
	require.NoError(t, err)
}

// TestShippedIsTheCallers: each call reads the document anew.
func TestShippedIsTheCallers(t *testing.T) {
	s, v := standard.Sample(), standard.SharedVocabulary()
	s.Clauses[0].ID, s.Params[0].Value, v.Kinds[0].Code = "X", "X", "X"
	require.Equal(t, "MAINT-01", standard.Sample().Clauses[0].ID)
	require.Equal(t, "PT30M", standard.Sample().Params[0].Value)
	require.NotEqual(t, "X", standard.SharedVocabulary().Kinds[0].Code)
}

func TestShippedRoundTrip(t *testing.T) {
	for _, s := range shipped() {
		text := encode(t, s)
		again, err := invalid.Decode[standard.Standard]([]byte(text), s.ID)
		require.NoError(t, err)
		require.Equal(t, s, again)
	}
	v, err := invalid.Decode[standard.Vocabulary]([]byte(encode(t, standard.SharedVocabulary())), "vocabulary")
	require.NoError(t, err)
	require.Equal(t, standard.SharedVocabulary(), v)
}

// TestSharedVocabulary: every kind that is declared is read by some clause, but for planned shifts, which a contract may ask for
// instead of those that were attended.
func TestSharedVocabulary(t *testing.T) {
	s, _, err := standard.Join(shipped()...)
	require.NoError(t, err)
	read := map[string]bool{}
	for _, n := range mustCompile(t, s, standard.SharedVocabulary()).Needs() {
		for _, kind := range slices.Concat(n.Subjects, n.Records) {
			read[kind] = true
		}
	}
	var idle []string
	for _, k := range standard.SharedVocabulary().Kinds {
		if !read[k.Code] {
			idle = append(idle, k.Code)
		}
	}
	require.Equal(t, []string{"rosterEntry"}, idle)
}
