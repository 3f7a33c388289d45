package formula_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/property/invalid"
)

// TestNormalForm: what is typed in many ways is one formula.
func TestNormalForm(t *testing.T) {
	tests := []struct{ text, want string }{
		{"总用量/楼栋面积*房屋面积", "T / F * R"},
		{"用量／楼面积＊建筑面积", "T / F * R"},
		{"Ｔ÷ｆ×ｒ", "T / F * R"},
		{"T/F·R", "T / F * R"},
		{"　Ｔ　／　Ｆ　＊　Ｒ　", "T / F * R"},
		{"【T／［C／R］】＊X", "T / (C / R) * X"},
		{"[T/(C/R)]*X", "T / (C / R) * X"},
		{"（T)/F*R", "T / F * R"},
		{"T＊１．０５／F＊R", "T * 1.05 / F * R"},
		{"T*５％", "T * 0.05"},
		{"T*5 %", "T * 0.05"},
		{"T−100", "T - 100 kWh"},
		{"T－１００度", "T - 100 kWh"},
		{"T-100 KWH", "T - 100 kWh"},
		{"T*1.050", "T * 1.05"},
		{"((T))/((F))*(((R)))", "T / F * R"},
		{"T*(X*D)", "T * X * D"},
		{"T*(X/D)", "T * (X / D)"},
		{"T/(X*D)", "T / (X * D)"},
		{"T/(X/D)", "T / (X / D)"},
		{"T/X/D", "T / X / D"},
		{"(T/X)/D", "T / X / D"},
		{"T+(T+T)", "T + T + T"},
		{"T+(T-T)", "T + T - T"},
		{"T-(T+T)", "T - (T + T)"},
		{"T-(T-T)", "T - (T - T)"},
		{"T+(-T)", "T - T"},
		{"T-(-T)", "T - (-T)"},
		{"-T+T", "-T + T"},
		{"(-T)+T", "-T + T"},
		{"-(T+T)", "-(T + T)"},
		{"-T*X", "-T * X"},
		{"(-T)*X", "(-T) * X"},
		{"-(-T)", "-(-T)"},
		{"T*-X", "T * -X"},
		{"T/-X", "T / -X"},
		{"T*-(X+1)", "T * -(X + 1)"},
		{"T*(1+X)", "T * (1 + X)"},
		{"(T+T)*X", "(T + T) * X"},
		{"MAX(T,100)", "max(T, 100 kWh)"},
		{"ｍｉｎ（T，100度，5*X）", "min(T, 100 kWh, 5 kWh * X)"},
		{"最大(T，100)", "max(T, 100 kWh)"},
		{"最小值(T,0)+向上取整(T)+向下取整(T)", "min(T, 0 kWh) + ceil(T) + floor(T)"},
		{"四舍五入(T/F*R，0.01)", "round(T / F * R, 0.01 kWh)"},
		{"round(T, 0.010)", "round(T, 0.01 kWh)"},
		{"ceil(-T)", "ceil(-T)"},
		{"max(T-100,0)*X", "max(T - 100 kWh, 0 kWh) * X"},
	}
	for _, tt := range tests {
		f, err := formula.Parse(tt.text, formula.Standard("kWh", "CNY"), "kWh")
		require.NoError(t, err, tt.text)
		require.Equal(t, tt.want, f.String(), tt.text)
	}
}

func TestParseProblems(t *testing.T) {
	ones := strings.Repeat("+1", 199)
	tests := []struct {
		text string
		want []string
	}{
		{"", []string{"1 empty"}},
		{" 　\t\n", []string{"1 empty"}},
		{"T+", []string{"3 missing-operand"}},
		{"*T", []string{"1 missing-operand"}},
		{"T--1", []string{"3 missing-operand"}},
		{"T+-1", []string{"3 missing-operand"}},
		{"--T", []string{"2 missing-operand"}},
		{"+T", []string{"1 missing-operand"}},
		{"T**R", []string{"3 missing-operand"}},
		{"()", []string{"2 missing-operand"}},
		{"2T", []string{"2 missing-operator 2 T"}},
		{"TR", []string{"1 unknown-name TR", "2 missing-operator T R"}},
		{"T R", []string{"3 missing-operator T R"}},
		{"T(R)", []string{"2 missing-operator T ("}},
		{"(T)(R)", []string{"4 missing-operator ) ("}},
		{"T 2", []string{"3 missing-operator T 2"}},
		{"2max(T,R)", []string{"2 missing-operator 2 max"}},
		{"T*5%3", []string{"5 missing-operator 5% 3"}},
		{"G*R", []string{"1 unknown-name G"}},
		{"房屋面积单价", []string{"1 unknown-name 房屋面积单价"}},
		{"用量T", []string{"1 unknown-name 用量T"}},
		{"㎡*T", []string{`1 character "㎡"`}},
		{"T/元", []string{"3 unknown-name 元"}},
		{"T*1e3", []string{"4 unknown-unit e3"}},
		{"T*.5", []string{"3 number .5 40"}},
		{"T*5.", []string{"3 number 5. 40"}},
		{"T*1.2.3", []string{"3 number 1.2.3 40"}},
		{"T*007", []string{"3 number 007 40"}},
		{"T*" + strings.Repeat("9", 41), []string{"3 number " + strings.Repeat("9", 30) + "… 40"}},
		{"T*0." + strings.Repeat("0", 37) + "12%", []string{"3 number 0." + strings.Repeat("0", 28) + "… 40"}},
		{"T+1,000", []string{"3 thousands 1,000"}},
		{"max(T,1，234,567)", []string{"7 thousands 1，234,567"}},
		{"T,R", []string{"2 comma"}},
		{"(T,R)", []string{"4 comma"}},
		{"max(T,R", []string{"4 unclosed ("}},
		{"T)", []string{"2 unopened )"}},
		{"(T]", []string{"1 unclosed (", "3 unopened ]"}},
		{"【T)】", []string{"3 unopened )"}},
		{"max", []string{"1 function max"}},
		{"max T", []string{"1 function max"}},
		{"max(T)", []string{"1 arguments max 2 1"}},
		{"max()", []string{"5 missing-operand"}},
		{"max(T,)", []string{"7 missing-operand"}},
		{"ceil(T,1)", []string{"1 arguments ceil 1 2"}},
		{"round(T)", []string{"1 arguments round 2 1"}},
		{"round(T,R)", []string{"9 step"}},
		{"round(T,0)", []string{"9 step"}},
		{"round(T,-1)", []string{"9 step"}},
		{"T^2", []string{`2 character "^"`}},
		{"T>0?T:0", []string{`2 character ">"`, `4 character "?"`, `6 character ":"`}},
		{"T\xff\x00", []string{`2 character '\ufffd'`, `3 character '\x00'`}},
		{"T\u200b", []string{`2 character '\u200b'`}},
		{"5", []string{"1 constant"}},
		{"5元", []string{"1 constant"}},
		{"max(1, 2)", []string{"1 constant"}},
		{strings.Repeat("T", 1001), []string{"1 long 1000"}},
		{strings.Repeat("总", 334), []string{"1 long 1000"}},
		{"T" + ones + "+1", []string{"1 many 200"}},
		{strings.Repeat("(", 33) + "T" + strings.Repeat(")", 33), []string{"33 deep 32"}},
		{"X" + strings.Repeat("*X/X", 16), []string{"1 deep 32"}},
		{
			"G^(#)）*7x9",
			[]string{"1 unknown-name G", `2 character "^"`, `4 character "#"`, "6 unopened ）", "9 unknown-unit x9"},
		},
	}
	for _, tt := range tests {
		f, err := formula.Parse(tt.text, formula.Standard("kWh", "CNY"), "kWh")
		if diff := cmp.Diff(tt.want, found(t, err)); diff != "" {
			t.Errorf("%q: problems (-want +got)\n%s", tt.text, diff)
		}
		require.Nil(t, f)
	}
}

// TestLimitsHold: what is just within the limits is read.
func TestLimitsHold(t *testing.T) {
	for _, text := range []string{
		"T" + strings.Repeat("*1", 198),
		strings.Repeat("(", 32) + "T" + strings.Repeat(")", 32),
		"T*" + strings.Repeat("9", 40),
		"T*" + strings.Repeat("*X/X", 15)[1:],
		"T*0." + strings.Repeat("0", 36) + "1%",
	} {
		f := parse(t, text, "kWh")
		again := parse(t, f.String(), "kWh")
		require.Equal(t, f.String(), again.String())
	}
}

// TestNormalFormIsBounded: units that come in must not make a text that cannot be read again.
func TestNormalFormIsBounded(t *testing.T) {
	_, err := formula.Parse("T"+strings.Repeat("+123", 198), formula.Standard("kWh", "CNY"), "kWh")
	require.Equal(t, []string{"1 long 1000"}, found(t, err))
}

func TestErrorText(t *testing.T) {
	_, err := formula.Parse("房屋面积*单价+附加费）", formula.Standard("kWh", "CNY"), "CNY")
	require.EqualError(t, err, `formula "房屋面积*单价+附加费）": 2 problems
  at 9: 附加费 is not a name a formula knows
  at 12: ） closes nothing`)
	require.ErrorIs(t, err, formula.ErrUnknownName)
	require.ErrorIs(t, err, formula.ErrUnopened)
	require.NotErrorIs(t, err, formula.ErrMissingOperand)
}

func TestDeclarations(t *testing.T) {
	v := func(name, unit string, aliases ...string) formula.Variable {
		return formula.Variable{Name: name, Unit: unit, Aliases: aliases}
	}
	tests := []struct {
		name string
		vars []formula.Variable
		want []string
		give []string
	}{
		{"no unit wanted", []formula.Variable{v("T", "kWh")}, nil, []string{"no-want want"}},
		{"a wanted unit that is none", []formula.Variable{v("T", "kWh")}, []string{"kWh", "2/"}, []string{`declared-unit want[1] "2/"`}},
		{
			"names that are none",
			[]formula.Variable{v("", ""), v("2T", ""), v("a b", ""), v("max", ""), v("T", "", "取整数", "最大")},
			[]string{""},
			[]string{
				`variable variables[0].name ""`, `variable variables[1].name "2T"`, `variable variables[2].name "a b"`,
				`variable variables[3].name "max"`, `variable variables[4].aliases[1] "最大"`,
			},
		},
		{
			"names twice, in any case and width",
			[]formula.Variable{v("T", ""), v("t", ""), v("fee", "", "Ｔ")},
			[]string{""},
			[]string{"variable-twice variables[1].name t T", "variable-twice variables[2].aliases[0] Ｔ T"},
		},
		{
			"units that are none",
			[]formula.Variable{v("T", "k Wh"), v("F", "m2/"), v("R", "/"), v("U", strings.Repeat("m", 101))},
			[]string{""},
			[]string{
				`declared-unit variables[0].unit "k Wh"`, `declared-unit variables[1].unit "m2/"`,
				`declared-unit variables[2].unit "/"`, `declared-unit variables[3].unit "` + strings.Repeat("m", 101) + `"`,
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := formula.Parse("T", tt.vars, tt.want...)
			if diff := cmp.Diff(tt.give, found(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
}

// TestEveryRuleIsReported: each rule of the package can be found by errors.Is.
func TestEveryRuleIsReported(t *testing.T) {
	vars := formula.Standard("kWh", "CNY")
	tests := []struct {
		text string
		rule invalid.RuleError
	}{
		{"", formula.ErrEmpty},
		{strings.Repeat(" ", 1001), formula.ErrLong},
		{"T" + strings.Repeat("+1", 200), formula.ErrMany},
		{strings.Repeat("(", 40) + "T" + strings.Repeat(")", 40), formula.ErrDeep},
		{"T;", formula.ErrCharacter},
		{"T*1.", formula.ErrNumber},
		{"T*1,000", formula.ErrThousands},
		{"Z", formula.ErrUnknownName},
		{"T*2q", formula.ErrUnknownUnit},
		{"T)", formula.ErrUnopened},
		{"(T", formula.ErrUnclosed},
		{"T T", formula.ErrMissingOperator},
		{"T*", formula.ErrMissingOperand},
		{"T,T", formula.ErrComma},
		{"min", formula.ErrFunction},
		{"min(T)", formula.ErrArguments},
		{"round(T,T)", formula.ErrStep},
		{"2", formula.ErrConstant},
		{"T+R", formula.ErrUnits},
		{"R", formula.ErrResultUnit},
		{"R*2*3", formula.ErrAmbiguous},
		{"T" + strings.Repeat("*R", 40) + "/(R" + strings.Repeat("*R", 39) + ")", formula.ErrUnitLong},
	}
	for _, tt := range tests {
		_, err := formula.Parse(tt.text, vars, "kWh")
		require.ErrorIs(t, err, tt.rule, tt.text)
	}
}
