package rating_test

import (
	"fmt"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// Seven days of public notice from 1 July: the day of posting does not count, unless the scheme says so.
func ExampleNotice_End() {
	week := rating.Notice{Days: civil.MustParseSpan("P7D")}
	fmt.Println(week.End(civil.MustParse("2025-07-01"), nil))
	week.FirstDay = true
	fmt.Println(week.End(civil.MustParse("2025-07-01"), nil))
	// Output:
	// 2025-07-08 <nil>
	// 2025-07-07 <nil>
}

// An objection on the last day of the notice keeps the results open until it is decided.
func ExamplePosting_At() {
	posting := rating.Posting{
		ID: "N-1", Scheme: "star", Year: 2024, Posted: civil.MustParse("2025-07-01"),
		Objections: []rating.Objection{{
			ID: "O-1", By: "rose garden", On: civil.MustParse("2025-07-08"), Project: "rose", Grounds: "the lift was repaired before",
		}},
		Decisions: []rating.Decision{{
			Objection: "O-1", On: civil.MustParse("2025-07-15"), By: "leading group", Ruling: rating.Dismissed,
		}},
	}
	notice := rating.Notice{Days: civil.MustParseSpan("P7D")}
	for _, day := range []string{"2025-07-07", "2025-07-09", "2025-07-15"} {
		s, err := posting.At(notice, nil, civil.MustParse(day))
		fmt.Println(day, s.State, s.Open, err)
	}
	// Output:
	// 2025-07-07 posted [] <nil>
	// 2025-07-09 objected [O-1] <nil>
	// 2025-07-15 final [] <nil>
}

// One of two findings is taken back by an appeal: both results stay, and what differs is listed.
func ExampleRules_Appeal() {
	figure := metric.MustParseFigure
	rules, err := rating.Compile(rating.Rubric{
		Code: "cleaning", Method: rating.ByPoints, OutOf: figure("100"),
		Sections: []rating.Section{{Code: "halls", Items: []rating.Item{{
			Code: "dust", Points: figure("100"),
			Mark: rating.Marking{Deductions: &rating.Deductions{Kinds: []rating.Deduction{{Code: "dusty", Take: figure("6")}}}},
		}}}},
		Bands: []rating.Band{{Code: "5", From: figure("90")}, {Code: "4"}},
	})
	if err != nil {
		panic(err)
	}
	sheet := rating.Sheet{ID: "S-7", On: civil.MustParse("2025-06-10"), Findings: []rating.Finding{
		{ID: "F-1", Item: "dust"}, {ID: "F-2", Item: "dust", Place: "hall of building 2"},
	}}
	amended, appeal, err := rules.Appeal(&sheet, rating.Amendment{
		Objection: "O-1", By: "leading group", On: civil.MustParse("2025-07-07"), Reason: "building work that day",
	}, rating.Change{Finding: &rating.FindingChange{ID: "F-2", Withdraw: true}})
	fmt.Println(amended.ID, "replaces", amended.Replaces, err)
	for _, d := range appeal.Differences {
		fmt.Println(d.Line, d.Code, d.Before, "→", d.After)
	}
	// Output:
	// S-7/2 replaces S-7 <nil>
	// item dust 88 → 94
	// section halls 88 → 94
	// exact  88 → 94
	// score  88 → 94
	// band  4 → 5
}
