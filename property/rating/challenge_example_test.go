package rating_test

import (
	"fmt"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// An enterprise has four stars, by 84.5 points that are rounded. Which point would have to fall for the fifth?
func ExampleRules_Challenges() {
	rules, _ := rating.Compile(district())
	sheet := rating.Sheet{
		ID:    "2025-H2",
		Marks: []rating.Mark{{Item: "complaints", Figure: metric.MustParseFigure("97")}},
		Findings: []rating.Finding{
			{ID: "F1", Item: "safety", Count: 2, Place: "fire door of block 3"},
			{ID: "F2", Item: "cleaning", Place: "stair 5"},
		},
	}
	before, _ := rules.Rate(&sheet)
	fmt.Printf("%s points: %s\n", before.Exact, before.Band)
	list, _ := rules.Challenges(&sheet)
	for _, c := range list {
		fmt.Printf("without %s, which takes %s: %s points: %s\n", c.Finding, c.Taken, c.After.Exact, c.After.Band)
	}
	// Output:
	// 84.5 points: 4
	// without F1, which takes 8: 92.5 points: 5
	// without F2, which takes 1.5: 86 points: 4
}
