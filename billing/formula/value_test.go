package formula_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/property/explain"
)

func TestValue(t *testing.T) {
	tests := []struct{ text, unit, want string }{
		{"T/3", "kWh", "1000/3"},
		{"T/D/L", "kWh", "25/18"},
		{"T-T-T", "kWh", "-1000"},
		{"T-(T-T)", "kWh", "1000"},
		{"T-2*T+T", "kWh", "0"},
		{"T*5%", "kWh", "50"},
		{"-T*X", "kWh", "-1200"},
		{"T*-X", "kWh", "-1200"},
		{"max(T-1200,0)", "kWh", "0"},
		{"min(T, 100, 200)", "kWh", "100"},
		{"max(T, 1000, 999)", "kWh", "1000"},
		{"ceil(X)", "", "2"},
		{"ceil(-X)", "", "-1"},
		{"floor(X)", "", "1"},
		{"floor(-X)", "", "-2"},
		{"ceil(D)", "", "12"},
		{"floor(-D)", "", "-12"},
		{"round(X+0.3, 1)", "", "2"}, // 1.5: a tie goes away from zero
		{"round(-X-0.3, 1)", "", "-2"},
		{"round(X+0.29, 1)", "", "1"},
		{"round(R, 0.5)", "m2", "89.5"},
		{"round(R, 0.1)", "m2", "89.5"},
		{"round(R, 5)", "m2", "90"},
		{"round(T/3, 0.01)", "kWh", "333.33"},
		{"T/F*R*P", "CNY", "8.7434998"},
		{"X*2-2.4", "", "0"},
	}
	for _, tt := range tests {
		f := parse(t, tt.text, tt.unit)
		v, err := f.Value(bound(t, house()))
		require.NoError(t, err, tt.text)
		require.Equal(t, rat(t, tt.want).RatString(), v.RatString(), tt.text)
	}
}

func TestValueErrors(t *testing.T) {
	huge := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(199), nil)) // 200 digits
	over := new(big.Rat).Mul(huge, big.NewRat(10, 1))
	prime := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Add(huge.Num(), big.NewInt(1)))
	tests := []struct {
		text string
		bind func(string) (*big.Rat, bool)
		want []string
	}{
		{"总用量/楼面积+T/F", nil, []string{"1 unbound T", "5 unbound F"}},
		{"T/F", func(string) (*big.Rat, bool) { return nil, true }, []string{"1 unbound T", "3 unbound F"}},
		{"T/(F-F)", bound(t, house()), []string{"3 zero (F-F)"}},
		{"T/( 楼面积 *0)", bound(t, house()), []string{"3 zero ( 楼面积 *0)"}},
		{"T/0", bound(t, house()), []string{"3 zero 0"}},
		{"0/T*X/X", bound(t, map[string]string{"T": "0", "X": "0"}), []string{"3 zero T"}},
		{"T*10", func(string) (*big.Rat, bool) { return huge, true }, []string{"1 too-large 200"}},
		{"T", func(string) (*big.Rat, bool) { return over, true }, []string{"1 too-large 200"}},
		{"X+T/T", func(string) (*big.Rat, bool) { return prime, true }, []string{"1 too-large 200", "3 too-large 200"}},
		{"X*X*X*X*X*X*X*X*X*X*X*X/T", func(string) (*big.Rat, bool) { return huge, true }, []string{"1 too-large 200"}},
	}
	for _, tt := range tests {
		f, err := formula.Parse(tt.text, formula.Standard("kWh", "CNY"), "", "kWh", "kWh/m2", "1/kWh")
		require.NoError(t, err, tt.text)
		v, err := f.Value(tt.bind)
		require.Nil(t, v)
		if diff := cmp.Diff(tt.want, found(t, err)); diff != "" {
			t.Errorf("%s: problems (-want +got)\n%s", tt.text, diff)
		}
		var steps func(string) (explain.Step, bool)
		if tt.bind != nil {
			steps = func(name string) (explain.Step, bool) {
				r, ok := tt.bind(name)
				if r == nil || !ok {
					return explain.Step{}, false
				}
				for _, v := range formula.Standard("kWh", "CNY") {
					if v.Name == name {
						return explain.Given("", explain.Exact(r.Num(), r.Denom(), v.Unit)), true
					}
				}
				return explain.Step{}, false
			}
		}
		require.Error(t, f.Why("", steps).Check(), "a derivation of nothing: %s", tt.text)
	}
}

// TestValueKeepsWhatItReads: neither the values bound nor the formula change.
func TestValueKeepsWhatItReads(t *testing.T) {
	f := parse(t, "max(T, T+X*0)-T/X+floor(T)+T", "kWh")
	values := map[string]*big.Rat{"T": big.NewRat(7, 2), "X": big.NewRat(2, 1)}
	asked := map[string]int{}
	bind := func(name string) (*big.Rat, bool) { asked[name]++; r, ok := values[name]; return r, ok }
	first, err := f.Value(bind)
	require.NoError(t, err)
	require.Equal(t, map[string]int{"T": 1, "X": 1}, asked)
	require.Equal(t, "33/4", first.RatString()) // 3.5 - 1.75 + 3 + 3.5
	first.SetInt64(0)
	second, err := f.Value(bind)
	require.NoError(t, err)
	require.Equal(t, "33/4", second.RatString())
	require.Equal(t, "7/2", values["T"].RatString())

	alone := parse(t, "T", "kWh")
	v, err := alone.Value(bind)
	require.NoError(t, err)
	v.SetInt64(0)
	require.Equal(t, "7/2", values["T"].RatString())
}

func TestNothing(t *testing.T) {
	var none *formula.Formula
	for _, f := range []*formula.Formula{none, new(formula.Formula)} {
		require.Empty(t, f.String())
		require.Empty(t, f.Text())
		require.Empty(t, f.Unit())
		require.Empty(t, f.Uses())
		v, err := f.Value(nil)
		require.ErrorIs(t, err, formula.ErrEmpty)
		require.Nil(t, v)
		require.Error(t, f.Why("", nil).Check())
	}
}

func TestUses(t *testing.T) {
	f := parse(t, "(房屋面积+R)/F*t-T", "kWh")
	require.Equal(t, []string{"R", "F", "T"}, f.Uses())
	f.Uses()[0] = "?"
	require.Equal(t, []string{"R", "F", "T"}, f.Uses())
}

// TestLongIntermediate: a sum is bounded on its way too, however short its end.
func TestLongIntermediate(t *testing.T) {
	big1 := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(199), nil))
	f := parse(t, "T*0+T"+strings.Repeat("*1", 10), "kWh")
	v, err := f.Value(func(string) (*big.Rat, bool) { return big1, true })
	require.NoError(t, err)
	require.Zero(t, v.Cmp(big1))
	_, err = parse(t, "T*9999-T*9998", "kWh").Value(func(string) (*big.Rat, bool) { return big1, true })
	require.True(t, errors.Is(err, formula.ErrTooLarge))
}

func BenchmarkValue(b *testing.B) {
	f := parse(b, "round(T*1.05/F*R*P, 0.01)", "CNY")
	values := map[string]*big.Rat{}
	for name, text := range house() {
		values[name] = rat(b, text)
	}
	bind := func(name string) (*big.Rat, bool) { r, ok := values[name]; return r, ok }
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Value(bind); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	vars := formula.Standard("kWh", "CNY")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := formula.Parse("T*1.05/F*R*P", vars, "kWh", "CNY"); err != nil {
			b.Fatal(err)
		}
	}
}
