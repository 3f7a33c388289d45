package formula_test

import (
	"fmt"
	"math/big"

	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/property/explain"
)

// A formula as a clerk types it: in any case and width, with names of either language.
func ExampleParse() {
	f, err := formula.Parse("（t／楼面积）＊房屋面积", formula.Standard("kWh", "CNY"), "kWh", "CNY")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f)
	fmt.Println(f.Unit(), f.Uses())
	// Output:
	// T / F * R
	// kWh [T F R]
}

// What is wrong is said when the formula is configured, all at once, with its place.
func ExampleParse_problems() {
	_, err := formula.Parse("0.15j;*F*120重新更新的", formula.Standard("kWh", "CNY"), "kWh", "CNY")
	fmt.Println(err)
	// Output:
	// formula "0.15j;*F*120重新更新的": 3 problems
	//   at 5: j behind a number is neither a unit nor a name
	//   at 6: a formula has no ";"
	//   at 13: 重新更新的 behind a number is neither a unit nor a name
}

// Numbers without a unit get the one they must have.
func ExampleParse_units() {
	for _, text := range []string{"T/F*R*0.3", "T/F*R*P", "(R*2.6)+100", "T-100"} {
		f, err := formula.Parse(text, formula.Standard("kWh", "CNY"), "kWh", "CNY")
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%-11s %s: %s\n", text, f.Unit(), f)
	}
	// Output:
	// T/F*R*0.3   kWh: T / F * R * 0.3
	// T/F*R*P     CNY: T / F * R * P
	// (R*2.6)+100 CNY: R * 2.6 CNY/m2 + 100 CNY
	// T-100       kWh: T - 100 kWh
}

// A name of one's own, beside the standard ones.
func ExampleVariable() {
	vars := append(formula.Standard("kWh", "CNY"), formula.Variable{Name: "附加费", Aliases: []string{"fee"}, Unit: "CNY"})
	f, err := formula.Parse("R*2.6+FEE", vars, "CNY")
	fmt.Println(f, err)
	// Output: R * 2.6 CNY/m2 + 附加费 <nil>
}

func ExampleFormula_Value() {
	f, err := formula.Parse("T/F*R", formula.Standard("kWh", "CNY"), "kWh")
	if err != nil {
		fmt.Println(err)
		return
	}
	values := map[string]*big.Rat{"T": big.NewRat(1000, 1), "F": new(big.Rat), "R": big.NewRat(8953, 100)}
	bind := func(name string) (*big.Rat, bool) { v, ok := values[name]; return v, ok }
	_, err = f.Value(bind)
	fmt.Println(err)
	values["F"] = big.NewRat(5000, 1)
	share, err := f.Value(bind)
	fmt.Println(share.FloatString(3), f.Unit(), err)
	// Output:
	// formula "T/F*R": 1 problem
	//   at 3: F is 0, and is divided by
	// 17.906 kWh <nil>
}

func ExampleFormula_Why() {
	vars := formula.Standard("kWh", "CNY")
	f, err := formula.Parse("T/F*R", vars, "kWh")
	if err != nil {
		fmt.Println(err)
		return
	}
	values := map[string]explain.Value{
		"T": explain.Decimal("1000", "kWh"), "F": explain.Decimal("5000", "m2"), "R": explain.Decimal("89.53", "m2"),
	}
	why := f.Why("", func(name string) (explain.Step, bool) {
		for _, v := range vars {
			if v.Name == name {
				return explain.Given(v.Label, values[name]), true
			}
		}
		return explain.Step{}, false
	})
	p, err := explain.NewPrinter(language.Chinese, formula.Messages)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(explain.Text(p, why))
	fmt.Println(why.Check())
	// Output:
	// 乘积：17.906 kWh
	// ├ 比值：0.2 kWh/m2 = 1000 kWh ÷ 5000 m2
	// │  ├ 总用量：1000 kWh
	// │  └ 楼栋面积：5000 m2
	// └ 房屋面积：89.53 m2
	// <nil>
}

func ExampleStandard() {
	for _, v := range formula.Standard("m3", "CNY")[:3] {
		fmt.Println(v.Name, v.Aliases, v.Unit, v.Label.English())
	}
	// Output:
	// T [总用量 总表用量 用量] m3 total usage
	// F [楼栋面积 楼面积] m2 area of the building
	// U [单元面积] m2 area of the entrance
}
