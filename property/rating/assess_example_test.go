package rating_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/rating"
)

// Four quarters and two half-years, exactly on the edge of four stars.
func ExampleContest_Assess() {
	contest, err := rating.CompileScheme(kpiScheme(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	standings, err := contest.Assess(kpiYear(kpiQuarters("84.1", "84.8", "95.5", "89.4"), kpiQuarters("80.8", "84.6")))
	if err != nil {
		fmt.Println(err)
		return
	}
	s := standings[0]
	fmt.Println(s.Project, s.State, s.Score, s.Band)
	p, err := explain.NewPrinter(language.English, rating.Messages)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(explain.Text(p, s.Why()))
	// Output:
	// P rated 85 4
	// score of P in 2024: 85, the first of these divided by the second
	// ├ sum: 8500
	// │  ├ product: 3538
	// │  │  ├ weight of community: 40
	// │  │  └ mean of the tier community: 88.45, the first of these divided by the second
	// │  │     ├ sum: 353.8 = 84.1 + 84.8 + 95.5 + 89.4
	// │  │     │  ├ score of the round community/1: 84.1
	// │  │     │  ├ score of the round community/2: 84.8
	// │  │     │  ├ score of the round community/3: 95.5
	// │  │     │  └ score of the round community/4: 89.4
	// │  │     └ number of rounds: 4
	// │  └ product: 4962
	// │     ├ weight of district: 60
	// │     └ mean of the tier district: 82.7, the first of these divided by the second
	// │        ├ sum: 165.4 = 80.8 + 84.6
	// │        │  ├ score of the round district/1: 80.8
	// │        │  └ score of the round district/2: 84.6
	// │        └ number of rounds: 2
	// └ sum: 100 = 40 + 60
	//    ├ weight of community: 40
	//    └ weight of district: 60
}

func ExamplePanel_Join() {
	joined, err := staffPanel().Join(votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "88", "90", "92")))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range joined.Sources {
		fmt.Println(s.Source, s.Weight, s.Mean)
	}
	fmt.Println(joined.State, joined.Score)
	// Output:
	// self 20 95
	// superior 50 80
	// peer 30 90
	// rated 86
}
