package standard_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// requireShort wants a short name in both languages: Chinese characters within the limit in one, none in the other.
func requireShort(tb testing.TB, n metric.Name, most int, what string) {
	tb.Helper()
	han := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	}
	require.True(tb, han(n.ZH), "%s: %q", what, n.ZH)
	require.LessOrEqual(tb, utf8.RuneCountInString(n.ZH), most, "%s: %s", what, n.ZH)
	require.NotEmpty(tb, n.EN, what)
	require.False(tb, han(n.EN), "%s: %s", what, n.EN)
	require.LessOrEqual(tb, len(n.EN), 3*most, "%s: %s", what, n.EN)
	require.Equal(tb, strings.TrimSpace(n.EN), n.EN, what)
}

// TestShippedTitles: every clause has a title of its own, and every part of one that has several a name of its own, in both languages.
func TestShippedTitles(t *testing.T) {
	for _, s := range shipped() {
		titles := map[string]string{}
		for _, c := range s.Clauses {
			requireShort(t, c.Title, 20, c.ID)
			require.Empty(t, titles[c.Title.ZH], "%s is called as another", c.ID)
			titles[c.Title.ZH] = c.ID
			names := map[metric.Name]string{}
			for _, m := range c.Measures {
				if len(c.Measures) == 1 {
					require.Zero(t, m.Name, "%s: its title says it", c.ID)
					continue
				}
				requireShort(t, m.Name, 20, c.ID+"/"+m.Part)
				require.Empty(t, names[m.Name], "%s/%s is called as another", c.ID, m.Part)
				names[m.Name] = m.Part
			}
		}
	}
}

// TestTitlesSayTheirFigures: the figures of titles and names are those of the clause itself: of its measures, or of its text.
func TestTitlesSayTheirFigures(t *testing.T) {
	pattern, some := regexp.MustCompile(`[1-9][0-9]*(\.[0-9]+)?%?|0\.[0-9]+%?`), 0
	figures := func(text string) []string { return pattern.FindAllString(strings.ReplaceAll(text, " %", "%"), -1) }
	for _, s := range shipped() {
		for _, c := range s.Clauses {
			names, bare := []metric.Name{c.Title}, slices.Clone(c.Measures)
			for i, m := range c.Measures {
				names, bare[i].Name = append(names, m.Name), metric.Name{}
			}
			says := figures(encode(t, bare) + c.Text.ZH + " " + c.Text.EN)
			for _, n := range names {
				for _, figure := range figures(n.ZH + " " + n.EN) {
					some++
					require.Contains(t, says, figure, "%s: %s", c.ID, n.ZH)
				}
			}
		}
	}
	require.Greater(t, some, 40)
}

// TestDepartments: the departments of all shipped clauses are named, each once and in both languages.
func TestDepartments(t *testing.T) {
	names := map[string]bool{}
	for _, d := range standard.Departments() {
		requireShort(t, d.Name, 8, d.Code)
		require.False(t, names[d.Code], d.Code)
		names[d.Code] = true
	}
	require.Len(t, names, 11)
	for _, s := range shipped() {
		for _, id := range idsOf(s) {
			code, _, _ := strings.Cut(id, "-")
			require.True(t, names[code], id)
		}
	}
}

// TestSharedVocabularyTitles: every kind, field, event and item that is shipped has a name in both languages, and no two fields, events or
// items of a kind have the same.
func TestSharedVocabularyTitles(t *testing.T) {
	v := standard.SharedVocabulary()
	fieldTitles(t, "estate", v.Estate)
	names := map[metric.Name]string{}
	for _, k := range v.Kinds {
		requireShort(t, k.Name, 20, k.Code)
		require.Empty(t, names[k.Name], "%s is called as another", k.Code)
		names[k.Name] = k.Code
		fieldTitles(t, k.Code, k.Fields)
		termNames(t, k.Code+" event", k.Events)
		termNames(t, k.Code+" item", k.Items)
	}
	for _, f := range v.Figures {
		requireShort(t, f.Name, 20, f.Code)
	}
}

func fieldTitles(tb testing.TB, owner string, fields []standard.FieldType) {
	tb.Helper()
	terms := make([]standard.Term, len(fields))
	for i, f := range fields {
		terms[i] = standard.Term{Code: f.Name, Name: f.Title}
	}
	termNames(tb, owner, terms)
}

func termNames(tb testing.TB, owner string, terms []standard.Term) {
	tb.Helper()
	zh, en := map[string]bool{}, map[string]bool{}
	for _, term := range terms {
		requireShort(tb, term.Name, 20, owner+" "+term.Code)
		require.False(tb, zh[term.Name.ZH], "%s %s is called as another", owner, term.Code)
		require.False(tb, en[term.Name.EN], "%s %s is called as another", owner, term.Code)
		zh[term.Name.ZH], en[term.Name.EN] = true, true
	}
}

// TestShippedParamNotes: every parameter says in both languages what it is; one that a condition reads, in a few words, for reports print
// it in the line of what does not apply.
func TestShippedParamNotes(t *testing.T) {
	some := 0
	for _, s := range shipped() {
		text := encode(t, s.Clauses)
		for _, p := range s.Params {
			most := 60
			if strings.Contains(text, `"field":"$`+p.Name+`"`) {
				most = 14
				some++
			}
			requireShort(t, p.Note, most, p.Name)
		}
	}
	require.Equal(t, 2, some, "patrolPolicy and septicReset")
}
