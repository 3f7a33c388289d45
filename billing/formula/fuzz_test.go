package formula_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/property/explain"
)

// FuzzParse: no text panics; what is wrong has its place in the text; what is read says so again in its normal
// form, comes to the same there, and its derivation replays to it.
func FuzzParse(f *testing.F) {
	for _, r := range reals() {
		f.Add(r.text, int64(1))
	}
	for _, text := range []string{
		"max(R*2.6-10, 100元)*X+min(5,T*0.3)", "round(T/-X, 0.5)-ceil(R*2)/D+floor(-(T-U))", "【T／(C/R)］×５％",
		"5 CNY/kWh·m2 * T * R / 3 1/d", "T/(X-X)", "T-(-(T-5))*(-X)*(2/(3*X))", "1,234", "T*1,000/m2", "0.1 1/㎡*R*P*T", "100/t*r",
		"R*-2.6元/平米·度", "T--1", "max(", "\xff·", "T*" + strings.Repeat("9", 41), strings.Repeat("-(", 40),
	} {
		f.Add(text, int64(7))
	}
	vars := append(formula.Standard("kWh", "CNY"), formula.Variable{Name: "附加费", Unit: "CNY"}, formula.Variable{Name: "days", Unit: "d"})
	f.Fuzz(func(t *testing.T, text string, seed int64) {
		read, err := formula.Parse(text, vars, "kWh", "CNY", "m2", "")
		if err != nil {
			if read != nil {
				t.Fatalf("%q: a formula and an error", text)
			}
			checkPlaces(t, text, err)
			return
		}
		again, err := formula.Parse(read.String(), vars, read.Unit())
		if err != nil {
			t.Fatalf("%q: its normal form cannot be read: %v", text, err)
		}
		if again.String() != read.String() || again.Unit() != read.Unit() {
			t.Fatalf("%q: %q is read as %q", text, read, again)
		}
		values := numbersOf(seed)
		v, err := read.Value(values)
		w, errAgain := again.Value(values)
		if (err == nil) != (errAgain == nil) || err == nil && v.Cmp(w) != 0 {
			t.Fatalf("%q = %v, %v; %q = %v, %v", text, v, err, read, w, errAgain)
		}
		why := read.Why("", steps(t, vars, values))
		if check := why.Check(); (check == nil) != (err == nil) {
			t.Fatalf("%q = %v, %v; derivation %v", text, v, err, check)
		}
		if err == nil && why.Value != explain.Exact(v.Num(), v.Denom(), read.Unit()) {
			t.Fatalf("%q = %v; derived %v", text, v, why.Value)
		}
	})
}

// checkPlaces checks that every problem stands in the text, or right behind it.
func checkPlaces(t *testing.T, text string, err error) {
	t.Helper()
	for _, line := range found(t, err) {
		place, _, _ := strings.Cut(line, " ")
		at, ok := new(big.Int).SetString(place, 10)
		if !ok || at.Sign() <= 0 || at.Int64() > int64(len([]rune(text)))+1 {
			t.Errorf("%q: problem %q has no place in it", text, line)
		}
	}
	if strings.Contains(err.Error(), "%!") && !strings.Contains(text, "%") {
		t.Errorf("%q: %v", text, err)
	}
}

// numbersOf returns a value for every name, some of them zero, below zero, equal or fractions.
func numbersOf(seed int64) func(string) (*big.Rat, bool) {
	return func(name string) (*big.Rat, bool) {
		h := uint64(seed)
		for _, b := range []byte(name) {
			h = (h ^ uint64(b)) * 0x100000001b3
		}
		return big.NewRat(int64(h>>40)%41-20, int64(h>>24&0xff)%7+1), true
	}
}
