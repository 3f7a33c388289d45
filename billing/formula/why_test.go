package formula_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/property/explain"
)

const labelShare explain.Label = "test/share: share of the common usage"

// TestWhyInWords: the derivation shows what each name stood for, and what every part comes to.
func TestWhyInWords(t *testing.T) {
	vars := formula.Standard("kWh", "CNY")
	tests := []struct{ text, unit, want string }{
		{
			"T/F*R", "kWh", `share of the common usage: 17.906 kWh, product of these 2
├ ratio: 0.2 kWh/m2 = 1000 kWh ÷ 5000 m2
│  ├ total usage: 1000 kWh
│  └ area of the building: 5000 m2
└ area of the unit: 89.53 m2
`,
		},
		{
			"max(R*2.6-10, 100)", "CNY", `share of the common usage: 222.778 CNY, number 1 of these 2
├ sum: 222.778 CNY
│  ├ product: 232.778 CNY = 89.53 m2 × 2.60 CNY/m2
│  │  └ area of the unit: 89.53 m2
│  └ less: -10.00 CNY = -1 × 10.00 CNY
└ given: 100.00 CNY
`,
		},
		{
			"round(T/D, 0.5)", "kWh", `share of the common usage: 83.5 kWh, rounded half up to 0.5 kWh
└ ratio: ≈ 83.333333 kWh (250/3) = 1000 kWh ÷ 12
   ├ total usage: 1000 kWh
   └ units of the entrance: 12
`,
		},
		{
			"T", "kWh", `share of the common usage: 1000 kWh = 1000 kWh
└ total usage: 1000 kWh
`,
		},
	}
	p, err := explain.NewPrinter(language.English, formula.Messages)
	require.NoError(t, err)
	for _, tt := range tests {
		why := parse(t, tt.text, tt.unit).Why(labelShare, steps(t, vars, bound(t, house())))
		require.NoError(t, why.Check())
		require.Equal(t, tt.want, explain.Text(p, why), tt.text)
	}
}

// TestWhyAsksOnce: a name that stands in two places is asked for once.
func TestWhyAsksOnce(t *testing.T) {
	asked := 0
	f := parse(t, "T*X/(X+1)-T", "kWh")
	one := steps(t, formula.Standard("kWh", "CNY"), bound(t, house()))
	why := f.Why(labelShare, func(name string) (explain.Step, bool) { asked++; return one(name) })
	require.Equal(t, 2, asked)
	require.NoError(t, why.Check())
}

// TestWhyOfWrongSteps: what does not stand for a name in its unit gives no derivation that passes.
func TestWhyOfWrongSteps(t *testing.T) {
	give := func(v explain.Value) func(string) (explain.Step, bool) {
		return func(string) (explain.Step, bool) { return explain.Given("", v), true }
	}
	for _, text := range []string{"T", "T*2", "T+1", "max(T, 5)", "ceil(T)", "-T", "T/X*X"} {
		f := parse(t, text, "kWh")
		require.Error(t, f.Why(labelShare, nil).Check(), text)
		require.Error(t, f.Why(labelShare, give(explain.Value{})).Check(), text)
		require.Error(t, f.Why(labelShare, give(explain.Value{Text: "2026-01-01"})).Check(), text)
		require.Error(t, f.Why(labelShare, give(explain.Decimal("5", "m2"))).Check(), text)
	}
	unbound := parse(t, "max(T, 5)", "kWh").Why(labelShare, nil)
	require.Empty(t, unbound.Value.Text, "the greatest of what is not known is not known")
}

func TestWhyKeepsTheStepsOfNames(t *testing.T) {
	reading := explain.Sum("", explain.Given("", explain.Decimal("600", "kWh")).From("meter 1"), explain.Given("", explain.Decimal("400", "kWh")).From("meter 2"))
	f := parse(t, "T/D", "kWh")
	why := f.Why(labelShare, func(name string) (explain.Step, bool) {
		if name == "T" {
			return reading, true
		}
		return explain.Given("", explain.Decimal("12", "")), true
	})
	require.NoError(t, why.Check())
	require.Equal(t, explain.Exact(big.NewInt(250), big.NewInt(3), "kWh"), why.Value)
	require.Equal(t, "meter 2", why.Inputs[0].Inputs[1].Source)
	require.Equal(t, labelShare, why.Label)
}
