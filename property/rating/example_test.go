package rating_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/rating"
)

// A sheet of the national table's part on the houses: three places of the façade, no road signs, two air-conditioners.
func ExampleRules_Rate() {
	rules, err := rating.Compile(houses())
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := rules.Rate(&rating.Sheet{ID: "2026-Q1", Findings: []rating.Finding{
		{ID: "F-17", Item: "facade", Count: 3},
		{ID: "F-18", Item: "signs", Kind: "noRoadSigns"},
		{ID: "F-19", Item: "airConditioners", Count: 2},
	}})
	fmt.Println(result.State, result.Score, "of", result.OutOf, err)
	for _, it := range result.Items {
		for _, d := range it.Deductions {
			fmt.Println(it.Item, d.Kind, d.Count, "×", d.Take, "=", d.Taken)
		}
	}
	// Output:
	// rated 12.1 of 14 <nil>
	// signs noRoadSigns 1 × 0.3 = 0.3
	// facade place 3 × 0.2 = 0.6
	// airConditioners unit 2 × 0.5 = 1
}

// What does not apply is left out, and the derivation says by what the score came about.
func ExampleResult_Why() {
	rules, err := rating.Compile(heated(rating.Renormalise))
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := rules.Rate(&rating.Sheet{ID: "2026-Q1", Marks: []rating.Mark{given("others", "88.5"), notApplicable("heating")}})
	fmt.Println(result.Exact, err)
	why := result.Why()
	fmt.Println(why.Check())
	p, err := explain.NewPrinter(language.SimplifiedChinese, rating.Messages)
	fmt.Println(err)
	fmt.Print(explain.Text(p, why))
	// Output:
	// 92.1875 <nil>
	// <nil>
	// <nil>
	// 评分表 2026-Q1 按 r 的得分：92.1875，下列 2 项之积
	// ├ 得分率：0.921875，下列第一项除以第二项
	// │  ├ 各部分合计：88.5
	// │  │  └ 部分 s：88.5 = 88.5
	// │  │     └ others，数值 88.5：88.5
	// │  └ 适用部分满分合计：96
	// │     └ 部分 s 的满分：96 = 96
	// │        └ others 满分：96
	// └ 满分：100
}

func ExampleResult_WhyBand() {
	rules, err := rating.Compile(credit())
	if err != nil {
		fmt.Println(err)
		return
	}
	sheet := scored("59")
	sheet.Facts = []rating.Fact{{Name: "badRecord", Is: true}}
	result, err := rules.Rate(&sheet)
	fmt.Println(result.Band, err)
	p, err := explain.NewPrinter(language.English, rating.Messages)
	fmt.Println(err)
	fmt.Print(explain.Text(p, result.WhyBand()))
	// Output:
	// C <nil>
	// <nil>
	// outcome of sheet 1, the first whose conditions hold: C, number 1 of these 3
	// ├ C: C
	// ├ it holds for every score: true
	// └ badRecord is so: true
}

// A template whose parts sum to 130 is refused.
func ExampleCompile() {
	_, err := rating.Compile(pointsRubric("100", sectionOf("a", byPoints("a1", "70", "")), sectionOf("b", byPoints("b1", "60", ""))))
	fmt.Println(err)
	// Output:
	// rubric r: 1 problem
	//   sections: the parts sum to 130, and the whole is 100
}
