package standard_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/standard"
)

// joinable is a standard: its ID, its head, and clauses by ID and profile, "T-1 p".
func joinable(tb testing.TB, id, head string, clauses ...string) standard.Standard {
	tb.Helper()
	var texts []string
	for _, c := range clauses {
		name, profile, _ := strings.Cut(c, " ")
		texts = append(texts, strings.Replace(recordClause(name, "entry", "", twoPeople), `"profile": "test"`, `"profile": "`+profile+`"`, 1))
	}
	s := clausesOf(tb, head, strings.Join(texts, ","))
	s.ID = id
	return s
}

func TestJoin(t *testing.T) {
	a := joinable(t, "a", `"params": [{"name": "x", "value": "1", "source": "law"}, {"name": "y", "suggest": "P1Y"}], "orders": [{"name": "o", "grades": ["1", "2"]}], "aliases": [{"id": "B-1", "of": ["T-1"]}],`, "T-1 p", "T-2 p")
	b := joinable(t, "b", `"params": [{"name": "y", "value": "2"}, {"name": "x"}, {"name": "z"}], "orders": [{"name": "o", "grades": ["1", "2"]}], "aliases": [{"id": "B-1", "of": ["T-1"]}],`, "T-2 p", "T-3 q")
	s, warnings, err := standard.Join(a, b)
	require.NoError(t, err)
	require.Empty(t, warnings)
	require.Equal(t, "a+b", s.ID)
	require.Equal(t, "1", s.Version)
	require.Equal(t, "office", s.Calendar)
	require.Equal(t, "T-1 T-2 T-3", clauseIDs(s))
	require.Equal(t, []standard.Param{{Name: "x", Value: "1", Source: "law"}, {Name: "y", Value: "2", Suggest: "P1Y"}, {Name: "z"}}, s.Params)
	require.Len(t, s.Orders, 1)
	require.Len(t, s.Aliases, 1)
	require.Empty(t, s.Profiles, "neither chooses, so all are chosen")
	require.Equal(t, "T-1 T-2", clauseIDs(a), "what was joined is as it was")
	require.Empty(t, a.Params[1].Value)

	again, _, err := standard.Join(s, a, b)
	require.NoError(t, err)
	require.Equal(t, "a+b", again.ID)
	require.Equal(t, clauseIDs(s), clauseIDs(again))
}

func clauseIDs(s standard.Standard) string {
	var ids []string
	for _, c := range s.Clauses {
		ids = append(ids, c.ID)
	}
	return strings.Join(ids, " ")
}

// TestJoinRefuses: what two standards have in two forms.
func TestJoinRefuses(t *testing.T) {
	a := joinable(t, "a", `"params": [{"name": "x", "value": "1"}], "orders": [{"name": "o", "grades": ["1", "2"]}], "aliases": [{"id": "B-1", "of": ["T-1"]}],`, "T-1 p", "T-2 p")
	tests := []struct {
		name string
		b    standard.Standard
		want []string
	}{
		{"a clause that is not the same", joinable(t, "b", ``, "T-1 q"), []string{"clauses[0] standard/differs"}},
		{"a parameter of two values", joinable(t, "b", `"params": [{"name": "x", "value": "2"}],`), []string{"params[0].value standard/two-values"}},
		{"an order the other way round", joinable(t, "b", `"orders": [{"name": "o", "grades": ["2", "1"]}],`), []string{"orders[0] standard/differs"}},
		{"an alias of something else", joinable(t, "b", `"aliases": [{"id": "B-1", "of": ["T-2"]}],`), []string{"aliases[0] standard/differs"}},
		{"an alias that is a clause", joinable(t, "b", ``, "B-1 p"), []string{"aliases[0].id standard/twice"}},
		{"another calendar", func() standard.Standard { s := joinable(t, "b", ``); s.Calendar = "site"; return s }(), []string{"calendar standard/two-values"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _, err := standard.Join(a, tt.b)
			require.Equal(t, tt.want, problems(t, err))
			require.Zero(t, s)
		})
	}
	_, _, err := standard.Join()
	require.ErrorIs(t, err, standard.ErrFew)
}

// TestJoinProfiles: what one of them chooses stays chosen; of one that chooses nothing, all is.
func TestJoinProfiles(t *testing.T) {
	a, b := joinable(t, "a", ``, "T-1 p", "T-2 q").Choose("p"), joinable(t, "b", ``, "T-3 r", "T-4 s")
	s, _, err := standard.Join(a, b)
	require.NoError(t, err)
	require.Equal(t, []string{"p", "r", "s"}, s.Profiles)
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", visits())
	report := mustEvaluate(t, s, gateWords(t), e)
	require.Len(t, report.Clauses, 3)
}

// TestJoinFrom: standards that bind from different days keep them.
func TestJoinFrom(t *testing.T) {
	a, b := joinable(t, "a", `"from": "2025-01-01",`, "T-1 p"), joinable(t, "b", `"from": "2025-03-01",`, "T-2 p")
	s, _, err := standard.Join(a, b)
	require.NoError(t, err)
	require.True(t, s.From.IsZero())
	require.Equal(t, civil.MustParse("2025-01-01"), s.Clauses[0].From)
	require.Equal(t, civil.MustParse("2025-03-01"), s.Clauses[1].From)
	s, _, err = standard.Join(a, a)
	require.NoError(t, err)
	require.Equal(t, civil.MustParse("2025-01-01"), s.From)
	require.True(t, s.Clauses[0].From.IsZero())
}

// TestJoinRelations: the rules that the sources contradict each other in. Two grades warn, opposed ones are refused, unless one is not
// chosen, or the standard says itself how they are parted.
func TestJoinRelations(t *testing.T) {
	a, b := joinable(t, "a", ``, "MAINT-01 002", "BILL-06 003-C"), joinable(t, "b", ``, "MAINT-04 004-5", "BILL-19 003-A")
	_, _, err := standard.Join(a, b)
	require.ErrorIs(t, err, standard.ErrOpposed)
	require.ErrorContains(t, err, "BILL-06, BILL-19")

	s, warnings, err := standard.Join(a, b.Choose("004-5"))
	require.NoError(t, err)
	require.Len(t, warnings, 1)
	require.Equal(t, []string{"MAINT-01", "MAINT-04", "MAINT-05"}, warnings[0].Clauses)
	require.Equal(t, standard.Grades, warnings[0].Kind)
	rules, err := standard.Compile(s, gateWords(t), calendars(t))
	require.NoError(t, err)
	require.Equal(t, warnings, rules.Warnings(), "the standard carries its relations")
	_, err = standard.Compile(s.Choose(), gateWords(t), calendars(t))
	require.ErrorIs(t, err, standard.ErrOpposed, "whatever is chosen later")

	a.Relations = []standard.Relation{{Clauses: []string{"BILL-19", "BILL-06"}, Kind: standard.Opposed, Parted: true}}
	s, _, err = standard.Join(a, b)
	require.NoError(t, err)
	_, err = standard.Compile(s, gateWords(t), calendars(t))
	require.NoError(t, err)

	parted := joinable(t, "a", ``, "BILL-27 004-5", "BILL-28 003-C", "STAFF-33 003-B", "STAFF-34 000-I")
	_, warnings, err = standard.Join(parted)
	require.NoError(t, err)
	require.Empty(t, warnings)
}

// TestRelations: the pairs of CLAUSES D-05, each with its source and its note in both languages.
func TestRelations(t *testing.T) {
	want := map[string]string{
		"MAINT-01 MAINT-04 MAINT-05": "grades", "CLEAN-04 CLEAN-15": "grades", "CLEAN-05 CLEAN-16": "grades", "KPI-26 KPI-27": "grades",
		"KPI-24 KPI-26 KPI-28": "grades", "SEC-16 SEC-17": "grades",
		"BILL-06 BILL-19": "opposed", "BILL-27 BILL-28": "opposed parted", "STAFF-33 STAFF-34": "opposed parted", "SEC-55 CS-04": "opposed",
		"SEC-06 SEC-35 BILL-16": "alternatives", "CS-11 CS-14 MAINT-63 CLEAN-49": "alternatives",
	}
	got := map[string]string{}
	for _, r := range standard.Relations() {
		kind := r.Kind.String()
		if r.Parted {
			kind += " parted"
		}
		got[strings.Join(r.Clauses, " ")] = kind
		require.Regexp(t, `^X-\d\d$`, r.Source)
		require.NotEmpty(t, r.Note.ZH)
		require.NotEmpty(t, r.Note.EN)
	}
	require.Equal(t, want, got)
}

func TestWith(t *testing.T) {
	s := clausesOf(t, gateHead, usesAll)
	full, err := s.With(standard.Param{Name: "open", Value: "5", Source: "contract 3.2"}, standard.Param{Name: "two"})
	require.NoError(t, err)
	require.Equal(t, standard.Param{Name: "open", Value: "5", Source: "contract 3.2"}, full.Params[1])
	require.Equal(t, standard.Param{Name: "two"}, full.Params[0], "an empty value leaves it open")
	require.Empty(t, s.Params[1].Value, "the standard is as it was")

	none, err := s.With(standard.Param{Name: "opne", Value: "5"}, standard.Param{Name: "two", Value: "3"}, standard.Param{Name: "two", Value: "4"})
	require.Equal(t, []string{"[0].name standard/param", "[2].name standard/twice"}, problems(t, err))
	require.Zero(t, none)
}

// ExampleJoin: two parts of the sources in one contract.
func ExampleJoin() {
	clause := func(id, profile string) standard.Clause {
		return standard.Clause{ID: id, Profile: profile}
	}
	national := standard.Standard{ID: "national", Version: "1", Calendar: "site", Clauses: []standard.Clause{clause("SEC-16", "002"), clause("BILL-06", "003-C")}}
	office := standard.Standard{ID: "office", Version: "1", Calendar: "site", Clauses: []standard.Clause{clause("SEC-17", "003-A"), clause("BILL-19", "003-A")}}

	_, _, err := standard.Join(national, office)
	fmt.Println(err)
	_, warnings, err := standard.Join(national.Choose("002"), office)
	fmt.Println(warnings[0].Kind, warnings[0].Clauses, warnings[0].Note.EN, err)
	// Output:
	// standard national+office: 1 problem
	//   relations[1]: BILL-06, BILL-19 contradict each other; choose the profile of one
	// grades [SEC-16 SEC-17] fire drills: two a year, or one <nil>
}
