package formula_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/formula"
)

// TestInference: the unit a number has follows from what is wanted.
func TestInference(t *testing.T) {
	tests := []struct {
		text         string
		want         []string
		normal, unit string
	}{
		// The examples of the documentation.
		{"T/F*R*0.3", []string{"kWh", "CNY"}, "T / F * R * 0.3", "kWh"},
		{"T/F*R*P", []string{"kWh", "CNY"}, "T / F * R * P", "CNY"},
		{"(R*2.6)+100", []string{"kWh", "CNY"}, "R * 2.6 CNY/m2 + 100 CNY", "CNY"},
		{"T-100", []string{"kWh"}, "T - 100 kWh", "kWh"},
		{"T-100", []string{"CNY", "kWh"}, "T - 100 kWh", "kWh"},

		// What is wanted decides.
		{"T*0.3", []string{"CNY"}, "T * 0.3 CNY/kWh", "CNY"},
		{"T*0.3", []string{"CNY", "kWh"}, "T * 0.3", "kWh"},
		{"T*0.3+100", []string{"kWh", "CNY"}, "T * 0.3 + 100 kWh", "kWh"},
		{"T*0.3+100", []string{"CNY"}, "T * 0.3 CNY/kWh + 100 CNY", "CNY"},
		{"R*2.6+100", []string{"kWh", "m2", "", "CNY"}, "R * 2.6 + 100 m2", "m2"},
		{"R*2.6+100", []string{"kWh", "", "CNY"}, "R * 2.6 CNY/m2 + 100 CNY", "CNY"},
		{"R*2.6", []string{"kWh", "m3"}, "R * 2.6 kWh/m2", "kWh"},
		{"R+100", []string{"kWh", "m2", "", "CNY"}, "R + 100 m2", "m2"},
		{"X*0.5+0.5", []string{"kWh", "m2", "", "CNY"}, "X * 0.5 + 0.5", ""},
		{"R/F", []string{"kWh", "m2", ""}, "R / F", ""},
		{"R*0.1+X", []string{""}, "R * 0.1 1/m2 + X", ""},
		{"P+0.05", []string{"CNY/kWh"}, "P + 0.05 CNY/kWh", "CNY/kWh"},
		{"T*(P+0.05)", []string{"CNY"}, "T * (P + 0.05 CNY/kWh)", "CNY"},

		// Through what it goes down.
		{"-T+5", []string{"kWh"}, "-T + 5 kWh", "kWh"},
		{"-(5-T)", []string{"kWh"}, "-(5 kWh - T)", "kWh"},
		{"max(R*2.6,100)", []string{"CNY"}, "max(R * 2.6 CNY/m2, 100 CNY)", "CNY"},
		{"ceil(R*2.6)+floor(R*3)+round(R*4,0.1)", []string{"CNY"}, "ceil(R * 2.6 CNY/m2) + floor(R * 3 CNY/m2) + round(R * 4 CNY/m2, 0.1 CNY)", "CNY"},
		{"round(T/F*R*P*2,0.01)", []string{"kWh", "CNY"}, "round(T / F * R * P * 2, 0.01 CNY)", "CNY"},
		{"(R*2.6+100)*X", []string{"CNY"}, "(R * 2.6 CNY/m2 + 100 CNY) * X", "CNY"},
		{"(R*2.6+100)*105%", []string{"CNY"}, "(R * 2.6 CNY/m2 + 100 CNY) * 1.05", "CNY"},
		{"(R*2.6元/㎡+100)*1.05", []string{"CNY"}, "(R * 2.6 CNY/m2 + 100 CNY) * 1.05", "CNY"},
		{"T*(0.3+0.2)", []string{"CNY"}, "T * (0.3 CNY/kWh + 0.2 CNY/kWh)", "CNY"},
		{"T*(1+X)", []string{"kWh"}, "T * (1 + X)", "kWh"},
		{"T/(F+100)*R", []string{"kWh"}, "T / (F + 100 m2) * R", "kWh"},
		{"T*R/(100+50+F)", []string{"kWh"}, "T * R / (100 m2 + 50 m2 + F)", "kWh"},
		{"R*-2.6", []string{"CNY"}, "R * -2.6 CNY/m2", "CNY"},
		{"R*(2.6/L)", []string{"CNY"}, "R * (2.6 CNY/m2 / L)", "CNY"},
		{"100/D", []string{"CNY"}, "100 CNY / D", "CNY"},
		{"T/100", []string{"kWh"}, "T / 100", "kWh"},
	}
	for _, tt := range tests {
		f, err := formula.Parse(tt.text, formula.Standard("kWh", "CNY"), tt.want...)
		require.NoError(t, err, "%s as %q", tt.text, tt.want)
		require.Equal(t, []string{tt.normal, tt.unit}, []string{f.String(), f.Unit()}, "%s as %q", tt.text, tt.want)
	}
}

func TestUnitProblems(t *testing.T) {
	tests := []struct {
		text string
		want []string
		give []string
	}{
		{"T+R", []string{"kWh", "CNY"}, []string{"3 units kWh m2"}},
		{"T + F + R*P", []string{"kWh"}, []string{"5 units kWh m2", "9 units kWh CNY·m2/kWh"}},
		{"R+T", []string{"kWh"}, []string{"3 units m2 kWh"}},
		{"T/F*(R-U-D)", []string{"kWh"}, []string{"10 units m2 1"}},
		{"min(T,R)", []string{"kWh"}, []string{"7 units kWh m2"}},
		{"T*(R+5%)", []string{"kWh"}, []string{"6 units m2 1"}},
		{"round(T, 0.01 m2)", []string{"kWh"}, []string{"10 units kWh m2"}},
		{"round(T, 1%)", []string{"kWh"}, []string{"10 units kWh 1"}}, // a percentage is a plain number
		{"T+5元", []string{"kWh"}, []string{"3 units kWh CNY"}},
		{"R", []string{"kWh", "CNY", ""}, []string{"1 result-unit m2 kWh, CNY, 1"}},
		{"X", []string{"kWh"}, []string{"1 result-unit 1 kWh"}},
		{"T/F", []string{"kWh"}, []string{"1 result-unit kWh/m2 kWh"}},
		{"T/100", []string{"CNY"}, []string{"1 result-unit kWh CNY"}},
		{"R*5%", []string{"CNY"}, []string{"1 result-unit m2 CNY"}},
		{"R*2*3", []string{"CNY"}, []string{"1 ambiguous R*2*3 CNY/m2"}},
		{"100+R*2*3", []string{"CNY"}, []string{"5 ambiguous R*2*3 CNY/m2"}},
		{"(R*2.6+100)*1.05", []string{"CNY"}, []string{"1 ambiguous (R*2.6+100)*1.05 CNY/m2"}},
		{"T*3GJ/2GJ", []string{"GJ", "kWh"}, []string{"3 foreign-unit GJ", "7 foreign-unit GJ"}},
	}
	for _, tt := range tests {
		_, err := formula.Parse(tt.text, formula.Standard("kWh", "CNY"), tt.want...)
		if diff := cmp.Diff(tt.give, found(t, err)); diff != "" {
			t.Errorf("%s as %q: problems (-want +got)\n%s", tt.text, tt.want, diff)
		}
	}
}

// TestWrittenUnits: a unit behind a number is read as far as its words go.
func TestWrittenUnits(t *testing.T) {
	tests := []struct{ text, unit, want string }{
		{"R*2.6元/㎡", "CNY", "R * 2.6 CNY/m2"},
		{"R*2.6 CNY/m2", "CNY", "R * 2.6 CNY/m2"},
		{"R*2.6￥／平方米", "CNY", "R * 2.6 CNY/m2"},
		{"R*2.6 元 / 平米", "CNY", "R * 2.6 CNY/m2"},
		{"R*2.6cny/M2+100元", "CNY", "R * 2.6 CNY/m2 + 100 CNY"},
		{"0.5 CNY/kWh * T", "CNY", "0.5 CNY/kWh * T"},
		{"0.5元/度·T", "CNY", "0.5 CNY/kWh * T"},
		{"0.5元/度/T*T", "CNY/kWh", "0.5 CNY/kWh / T * T"},
		{"100元/D", "CNY", "100 CNY / D"},
		{"100元/单元户数", "CNY", "100 CNY / D"},
		{"3kWh*X", "kWh", "3 kWh * X"},
		{"T-3度", "kWh", "T - 3 kWh"},
		{"T-3千瓦时", "kWh", "T - 3 kWh"},
		{"3 kWh/m2/m2*R*R", "kWh", "3 kWh/m2·m2 * R * R"},
		{"3 kWh/m2·m2*R*R", "kWh", "3 kWh/m2·m2 * R * R"},
		{"3 kWh·m2/m2*X", "kWh", "3 kWh * X"},
		{"0.1 1/㎡*R", "", "0.1 1/m2 * R"},
		{"H*5米", "m·m", "H * 5 m"},
		{"5吨*X+1m³+1立方+1方+1立方米+1㎥", "m3", "5 m3 * X + 1 m3 + 1 m3 + 1 m3 + 1 m3 + 1 m3"},
		{"R-1平-1㎡-1m²-1平方", "m2", "R - 1 m2 - 1 m2 - 1 m2 - 1 m2"},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, parse(t, tt.text, tt.unit).String(), tt.text)
	}
}

// TestUnitsAndNames: a word that is both is what it is spelled like.
func TestUnitsAndNames(t *testing.T) {
	tonnes := formula.Standard("t", "CNY")
	f, err := formula.Parse("T*5", tonnes, "CNY")
	require.NoError(t, err)
	require.Equal(t, "T * 5 CNY/t", f.String())
	f, err = formula.Parse("5 CNY/t * t", tonnes, "CNY")
	require.NoError(t, err)
	require.Equal(t, "5 CNY/t * T", f.String(), "behind a number the unit, elsewhere the name")
	f, err = formula.Parse("5 CNY/T * t", tonnes, "CNY")
	require.NoError(t, err)
	require.Equal(t, "5 CNY / T * T", f.String())

	named := []formula.Variable{{Name: "m", Unit: "m"}, {Name: "w", Unit: "kg"}}
	_, err = formula.Parse("m+5", named, "m")
	require.Equal(t, []string{"3 unit-name m"}, found(t, err), "5 m would be read as 5 and a name")
	_, err = formula.Parse("w*5", named, "m")
	require.Equal(t, []string{"3 unit-name m"}, found(t, err))
	f, err = formula.Parse("m*5", named, "m")
	require.NoError(t, err)
	require.Equal(t, "m * 5", f.String())
}

// TestUsedNamesSuffice: the normal form is read with the names it uses and nothing else.
func TestUsedNamesSuffice(t *testing.T) {
	all := append(formula.Standard("GJ", "USD"), formula.Variable{Name: "附加费", Unit: "USD"}, formula.Variable{Name: "days", Unit: "d"})
	for _, text := range []string{"用量*5+附加费", "R*2.6+100", "附加费*days/30 d", "days*5+附加费", "T*0.3 USD/GJ"} {
		f, err := formula.Parse(text, all, "GJ", "USD")
		require.NoError(t, err, text)
		var used []formula.Variable
		for _, name := range f.Uses() {
			for _, v := range all {
				if v.Name == name {
					used = append(used, formula.Variable{Name: v.Name, Unit: v.Unit})
				}
			}
		}
		again, err := formula.Parse(f.String(), used, f.Unit())
		require.NoError(t, err, f.String())
		require.Equal(t, f.String(), again.String())
		require.Equal(t, f.Uses(), again.Uses())
	}
}
