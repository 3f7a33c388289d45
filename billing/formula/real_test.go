package formula_test

import (
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/formula"
)

// foreign returns the lines of a file that nobody here wrote, comments left out; the test is skipped
// where there is none.
func foreign(tb testing.TB, name string) []string {
	tb.Helper()
	dir := os.Getenv("WUYE_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	data, err := os.ReadFile(filepath.Join(dir, name))
	if os.IsNotExist(err) {
		tb.Skipf("no real data: %s is not in %s; set WUYE_DATA", name, dir)
	}
	require.NoError(tb, err)
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// real is what a formula that people typed means, with T = 1000 kWh, F = 5000 m2, R = 89.53 m2, X = 1.2,
// C = 20000 m2, D = 12; or what is wrong with it.
type real struct {
	text, normal, unit, value string
	problems                  []string
}

func reals() []real {
	return []real{
		{text: "T/F * R", normal: "T / F * R", unit: "kWh", value: "17.906"},
		{text: "T/F*R", normal: "T / F * R", unit: "kWh", value: "17.906"},
		{text: "T/F*R*0.3", normal: "T / F * R * 0.3", unit: "kWh", value: "5.3718"},
		{text: "t/f*r", normal: "T / F * R", unit: "kWh", value: "17.906"},
		{text: "(T/(C/R))*X", normal: "T / (C / R) * X", unit: "kWh", value: "5.3718"},
		{text: "T*1.05/F*R", normal: "T * 1.05 / F * R", unit: "kWh", value: "18.8013"},
		{text: "(R*2.6)+100", normal: "R * 2.6 CNY/m2 + 100 CNY", unit: "CNY", value: "332.778"},
		{text: "T/D*X", normal: "T / D * X", unit: "kWh", value: "100"},
		{text: "T/", problems: []string{"3 missing-operand"}},
		{
			text:     "0.15j;*F*120重新更新的",
			problems: []string{"5 unknown-unit j", `6 character ";"`, "13 unknown-unit 重新更新的"},
		},
		{text: "房屋面积*单价+附加费）", problems: []string{"9 unknown-name 附加费", "12 unopened ）"}},
		{
			text:     "RRTTTTTTTTTTTRT*C",
			problems: []string{"1 unknown-name RRTTTTTTTTTTTRT", "2 missing-operator R R"},
		},
		{text: "15616515646156", problems: []string{"1 constant"}},
		{text: "T-100", normal: "T - 100 kWh", unit: "kWh", value: "900"},
	}
}

func TestRealFormulas(t *testing.T) {
	var listed []string
	for _, r := range reals() {
		listed = append(listed, r.text)
	}
	if diff := cmp.Diff(listed, foreign(t, "formulas.txt")); diff != "" {
		t.Errorf("lines of the file (-known +there)\n%s", diff)
	}
}

func TestFormulasAsTyped(t *testing.T) {
	vars := formula.Standard("kWh", "CNY")
	for _, tt := range reals() {
		t.Run(tt.text, func(t *testing.T) {
			f, err := formula.Parse(tt.text, vars, "kWh", "CNY")
			if diff := cmp.Diff(tt.problems, found(t, err)); diff != "" {
				t.Fatalf("problems (-want +got)\n%s", diff)
			}
			if err != nil {
				require.Nil(t, f)
				return
			}
			require.Equal(t, tt.text, f.Text())
			require.Equal(t, tt.normal, f.String())
			require.Equal(t, tt.unit, f.Unit())
			values := bound(t, house())
			v, err := f.Value(values)
			require.NoError(t, err)
			require.Equal(t, rat(t, tt.value).RatString(), v.RatString())
			why := f.Why("", steps(t, vars, values))
			require.NoError(t, why.Check())
			want, ok := new(big.Rat).SetString(why.Value.Text)
			require.True(t, ok)
			require.Zero(t, v.Cmp(want))
			require.Equal(t, tt.unit, why.Value.Unit)
		})
	}
}
