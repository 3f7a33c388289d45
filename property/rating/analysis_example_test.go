package rating_test

import (
	"cmp"
	"fmt"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// district is a short sheet of a district: 100 points, five stars from 90.
func district() rating.Rubric {
	fig := metric.MustParseFigure
	deducted := func(kind, take, most string) rating.Marking {
		return rating.Marking{Deductions: &rating.Deductions{Kinds: []rating.Deduction{{Code: kind, Take: fig(take), Most: fig(most)}}}}
	}
	return rating.Rubric{
		Code: "district", Method: rating.ByPoints, OutOf: fig("100"),
		Sections: []rating.Section{{Code: "all", Items: []rating.Item{
			{Code: "safety", Points: fig("40"), Mark: deducted("hazard", "4", "20")},
			{Code: "cleaning", Points: fig("30"), Mark: deducted("litter", "1.5", "30")},
			{Code: "complaints", Points: fig("30"), Mark: rating.Marking{Steps: &rating.Steps{
				Figure: "answered in time, %", Better: metric.HigherIsBetter, Steps: []rating.Step{
					{At: fig("98"), Points: fig("30")}, {At: fig("90"), Points: fig("24")}, {At: fig("80"), Points: fig("15")},
				},
			}}},
		}}},
		Rounding: []metric.Rounding{{Step: fig("1")}}, BandsOn: rating.OnRounded,
		Bands: []rating.Band{
			{Code: "5", From: fig("90"), Needs: []rating.Need{{Item: "safety", AtLeast: fig("0.8")}}},
			{Code: "4", From: fig("85")},
			{Code: "3", From: fig("80")},
			{Code: "none"},
		},
	}
}

// A sheet of 77.5 points has no star. What do three stars take, and what five?
func ExampleRules_Cheapest() {
	rules, _ := rating.Compile(district())
	sheet := rating.Sheet{
		ID:    "2025-H2",
		Marks: []rating.Mark{{Item: "complaints", Figure: metric.MustParseFigure("91")}},
		Findings: []rating.Finding{
			{ID: "F1", Item: "safety", Count: 3, Note: "fire door wedged open"},
			{ID: "F2", Item: "cleaning", Count: 1, Note: "stair 3"},
			{ID: "F3", Item: "cleaning", Count: 1, Note: "stair 5"},
			{ID: "F4", Item: "cleaning", Count: 1, Note: "garage"},
		},
	}
	days := []rating.Cost{
		{Finding: "F1", Cost: metric.MustParseFigure("10")},
		{Item: "complaints", Cost: metric.MustParseFigure("30")},
	}
	for _, band := range []string{"3", "5"} {
		gap, _ := rules.Gap(&sheet, band)
		way, _ := gap.Best()
		fmt.Printf("%s stars: %s points have to become %s, %s are missing\n", band, gap.Exact, way.Edge, way.Short)
		for _, o := range way.Obstacles {
			fmt.Printf("  and %s must come to %s of its points, not %s\n", o.Name, o.AtLeast, o.Share)
		}
		plan, _ := rules.Cheapest(&sheet, band, days)
		for _, m := range plan.Moves {
			fmt.Printf("  %s %s: %s days, %s points\n", m.Item, m.Finding, m.Cost, m.Gain)
		}
		fmt.Printf("  %s days: %s points, %s stars\n", plan.Cost, plan.Score, plan.Band)
	}
	// Output:
	// 3 stars: 77.5 points have to become 79.5, 2 are missing
	//   cleaning F2: 1 days, 1.5 points
	//   cleaning F3: 1 days, 1.5 points
	//   2 days: 81 points, 3 stars
	// 5 stars: 77.5 points have to become 89.5, 12 are missing
	//   and safety must come to 0.8 of its points, not 0.7
	//   safety F1: 10 days, 12 points
	//   10 days: 90 points, 5 stars
}

// Would the sheets of the year have had other stars if safety had counted more?
func ExampleRules_Reweigh() {
	rules, _ := rating.Compile(weighed())
	shifts, _ := rules.Reweigh([]rating.Sheet{
		levels("Spring Garden", "good", "fair", "fair"), levels("Willow Court", "fair", "good", "good"), levels("New Town", "good", "good", "good"),
	}, []rating.Weight{{Item: "safety", Weight: metric.MustParseFigure("8")}})
	for _, s := range shifts {
		fmt.Printf("%s: %s → %s points, %s → %s stars\n", s.Sheet, s.Before.Score, s.After.Score, s.Before.Band, s.After.Band)
	}
	// Output:
	// Spring Garden: 80 → 90 points, 4 → 5 stars
	// Willow Court: 70 → 60 points, 3 → 3 stars
}

// Of five estates the best fifth is commended and the worst fifth audited; two have the same score at the lower cut.
func ExampleRank() {
	list := []rating.Entry{
		{ID: "Spring Garden", Score: rating.MustParseScore("92.5")},
		{ID: "Willow Court", Score: rating.MustParseScore("73")},
		{ID: "New Town", Score: rating.MustParseScore("88")},
		{ID: "Lake View", Score: rating.MustParseScore("73")},
		{ID: "Old Mill", Score: rating.MustParseScore("80")},
		{ID: "North Gate"},
	}
	fifth := metric.MustParseFigure("0.2")
	places, _ := rating.Rank(list, rating.Ranking{Ties: rating.CompetitionRank, Bands: []rating.RelativeBand{
		{Code: "commended", End: rating.FromTop, Share: fifth, AtCut: rating.CutExcludes},
		{Code: "audit", End: rating.FromBottom, Share: fifth, AtCut: rating.CutIncludes},
	}})
	for _, p := range places {
		if p.Rank == 0 {
			fmt.Printf("-  %s: not rated\n", p.ID)
			continue
		}
		fmt.Printf("%d  %s: %s, %s\n", p.Rank, p.ID, p.Score, cmp.Or(p.Band, "neither"))
	}
	// Output:
	// 1  Spring Garden: 92.5, commended
	// 2  New Town: 88, neither
	// 3  Old Mill: 80, neither
	// 4  Lake View: 73, audit
	// 4  Willow Court: 73, audit
	// -  North Gate: not rated
}
