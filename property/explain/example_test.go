package explain_test

import (
	"fmt"

	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// A charge, its derivation, and what Check says when the stored figure is a fen off.
func Example() {
	const (
		fee  explain.Label = "example/fee: management fee %[1]s"
		area explain.Label = "example/area: built-up area"
	)
	exact := explain.Product("",
		explain.Given(area, explain.Decimal("89.53", "m2")).From("unit 1-0803"),
		explain.Given("", explain.Decimal("2.80", "CNY/m2")))
	why := explain.Round(fee, exact, "halfUp", "0.01").WithArgs("2026-03")

	zh, err := explain.NewPrinter(language.Chinese, func(b *catalog.Builder) error {
		return invalid.Register(b, []invalid.Translation{
			{Text: fee, ZH: "物业服务费 %[1]s"},
			{Text: area, ZH: "建筑面积"},
		})
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(explain.Text(zh, why))
	fmt.Println(why.Check())
	fmt.Println(why.As(explain.Decimal("250.69", "CNY")).Check())
	// Output:
	// 物业服务费 2026-03：250.68 CNY，四舍五入到 0.01 CNY
	// └ 乘积：250.684 CNY = 89.53 m2 × 2.80 CNY/m2
	//    └ 建筑面积：89.53 m2（来源：unit 1-0803）
	// <nil>
	// derivation: 1 problem
	//   the result is 250.69 CNY, but 250.68 CNY follows from the inputs
}

func ExampleFilter() {
	whole := explain.Sum("", explain.Round("", num("250.684", "CNY"), "halfUp", "0.01"), num("20", "CNY"))
	rounded, _ := explain.Filter(whole, func(s explain.Step) bool { return s.Op == explain.OpRound })
	en, err := explain.NewPrinter(language.English)
	fmt.Print(explain.Text(en, rounded))
	fmt.Println(err)
	// Output:
	// sum: 270.68 CNY
	// ├ rounding: 250.68 CNY, rounded half up to 0.01 CNY
	// │  └ … (1 not shown)
	// └ … (1 not shown)
	// <nil>
}

func ExampleWalk() {
	s := explain.Sum("", num("250.68", "CNY"), num("20", "CNY"))
	explain.Walk(s, func(path string, s explain.Step) bool {
		fmt.Printf("%q %s %s\n", path, s.Op, s.Value.Text)
		return true
	})
	// Output:
	// "" sum 270.68
	// "inputs[0]" given 250.68
	// "inputs[1]" given 20
}

func ExampleExact() {
	n, ok := explain.Number("15/31")
	fmt.Println(n, ok)
	fmt.Println(explain.Exact(n.Num(), n.Denom(), "CNY"))
	// Output:
	// 15/31 true
	// {15/31 CNY}
}
