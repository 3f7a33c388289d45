package rating_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// slowPassItem is an item of ten points that passes or fails.
func slowPassItem(code string) rating.Item {
	return rating.Item{Code: code, Points: metric.MustParseFigure("10"), Mark: rating.Marking{Pass: &rating.Pass{}}}
}

// slowTwoSections is a rubric of two sections of ten points whose band A needs half of the second.
func slowTwoSections() rating.Rubric {
	return rating.Rubric{
		Code: "r", Method: rating.ByPoints, OutOf: metric.MustParseFigure("20"), NotApplicable: rating.Zero, Unmarked: rating.Zero,
		Sections: []rating.Section{
			{Code: "s", Items: []rating.Item{slowPassItem("a")}}, {Code: "t", Items: []rating.Item{slowPassItem("b")}},
		},
		Bands: []rating.Band{
			{Code: "A", From: metric.MustParseFigure("5"), Needs: []rating.Need{{Section: "t", AtLeast: metric.MustParseFigure("0.5")}}},
			{Code: "B"},
		},
	}
}

func slowRated(t *testing.T, r rating.Rubric, s rating.Sheet) rating.Result {
	t.Helper()
	rules, err := rating.Compile(r)
	require.NoError(t, err)
	result, err := rules.Rate(&s)
	require.NoError(t, err)
	return result
}

// A section that nobody marked has none of its points by the rubric's Zero, which is less than half of them. "What does not apply
// needs nothing" is not said of what nobody marked, and a need of the item itself is refused.
func TestSlowNeedOfASectionThatNobodyMarked(t *testing.T) {
	marks := []rating.Mark{{Item: "a", Level: "pass"}}
	require.Equal(t, "B", slowRated(t, slowTwoSections(), rating.Sheet{ID: "S", Marks: marks}).Band)
	marks = append(marks, rating.Mark{Item: "b", NotApplicable: true})
	require.Equal(t, "A", slowRated(t, slowTwoSections(), rating.Sheet{ID: "S", Marks: marks}).Band)
}

// A bonus section that does not apply needs nothing, as a bonus item does.
func TestSlowNeedOfABonusSectionThatDoesNotApply(t *testing.T) {
	r := slowTwoSections()
	r.OutOf, r.Sections[1].Bonus = metric.MustParseFigure("10"), true
	marks := []rating.Mark{{Item: "a", Level: "pass"}, {Item: "b", NotApplicable: true}}
	require.Equal(t, "A", slowRated(t, r, rating.Sheet{ID: "S", Marks: marks}).Band)
}

// A stored score below what its items come to, without a ceiling, must not derive.
func TestSlowStoredScoreBelowItsItems(t *testing.T) {
	marks := []rating.Mark{{Item: "a", Level: "pass"}, {Item: "b", Level: "pass"}}
	result := slowRated(t, slowTwoSections(), rating.Sheet{ID: "S", Marks: marks})
	result.Exact, result.Score = rating.MustParseScore("12"), rating.MustParseScore("12")
	why := result.Why()
	require.Error(t, why.Check(), "20 points stand in the items")
}

// A finding that no limit held back took what it asked for, and a stored line that says otherwise must not derive.
func TestSlowStoredFindingThatTookMore(t *testing.T) {
	r := slowTwoSections()
	r.Sections[1].Items[0].Mark = rating.Marking{Deductions: &rating.Deductions{
		Kinds: []rating.Deduction{{Code: "k", Take: metric.MustParseFigure("1")}},
	}}
	marks := []rating.Mark{{Item: "a", Level: "pass"}}
	result := slowRated(t, r, rating.Sheet{ID: "S", Marks: marks, Findings: []rating.Finding{{Item: "b"}}})
	result.Items[1].Deductions[0].Taken = rating.MustParseScore("3")
	why := result.Why()
	require.Error(t, why.Check(), "1 point was asked for")
}

// The last stage of rounding is the score, and a mean without stages is the score of its tier.
func TestSlowStoredFiguresThatAreTheSame(t *testing.T) {
	r := slowTwoSections()
	r.Rounding = []metric.Rounding{{}}
	marks := []rating.Mark{{Item: "a", Level: "pass"}, {Item: "b", Level: "pass"}}
	result := slowRated(t, r, rating.Sheet{ID: "S", Marks: marks})
	result.Stages[0].Score = rating.MustParseScore("19")
	why := result.Why()
	require.Error(t, why.Check(), "a stage of 19 and a score of 20")

	result = slowRated(t, slowTwoSections(), rating.Sheet{ID: "S", Marks: marks})
	result.Exact = rating.MustParseScore("21")
	why = result.Why()
	require.Error(t, why.Check(), "an exact score of 21 and a score of 20")

	standing := slowOneTier(t, rating.Scheme{}, rating.Year{}, 1)[0]
	standing.Tiers[0].Mean = rating.MustParseScore("79")
	why = standing.Why()
	require.Error(t, why.Check(), "a mean of 79 and a tier of 80")
}

// slowOneTier assesses projects of one enterprise that all have 80 points a year.
func slowOneTier(t *testing.T, s rating.Scheme, y rating.Year, projects int) []rating.Standing {
	t.Helper()
	s.Code, s.Tiers = "s", []rating.Tier{{Code: "t", Weight: metric.MustParseFigure("1"), Every: metric.Yearly}}
	s.Bands = []rating.Band{{Code: "B"}}
	y.Scheme, y.Year = "s", 2026
	for i := range projects {
		code := string(rune('a' + i))
		y.Projects = append(y.Projects, rating.Project{Code: code, Enterprise: "e"})
		y.Rounds = append(y.Rounds, rating.Round{Project: code, Tier: "t", Nth: 1, Score: rating.MustParseScore("80")})
	}
	contest, err := rating.CompileScheme(s, nil)
	require.NoError(t, err)
	standings, err := contest.Assess(y)
	require.NoError(t, err)
	return standings
}

// One number is missing, however many projects of the enterprise have such an event.
func TestSlowMissingOnce(t *testing.T) {
	s := rating.Scheme{Vetoes: []rating.Veto{{Code: "v", Open: true, Effect: rating.Exclude, Scope: rating.OfEnterprise}}}
	y := rating.Year{Events: []rating.Event{{ID: "1", Veto: "v", Project: "a"}, {ID: "2", Veto: "v", Project: "b"}}}
	require.Equal(t, []string{"v/atLeast"}, slowOneTier(t, s, y, 2)[0].Missing)
}

// A row that asks for a fact both ways never holds.
func TestSlowFactBothWays(t *testing.T) {
	r := slowTwoSections()
	r.Bands[0].When, r.Bands[0].Unless = []string{"f"}, []string{"f"}
	_, err := rating.Compile(r)
	require.ErrorIs(t, err, rating.ErrTwice)
}
