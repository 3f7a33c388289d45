package explain_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
)

func TestUnitAlgebra(t *testing.T) {
	tests := []struct{ a, b, product, ratio string }{
		{"", "", "", ""},
		{"CNY", "", "CNY", "CNY"},
		{"", "CNY", "CNY", "1/CNY"},
		{"m2", "CNY/m2", "CNY", "m2·m2/CNY"},
		{"CNY", "m2·d", "CNY·d·m2", "CNY/d·m2"},
		{"CNY/m2·d", "d", "CNY/m2", "CNY/d·d·m2"},
		{"元", "元/户", "元·元/户", "户"},
		{"m", "m", "m·m", ""},
		{"1/d", "d", "", "1/d·d"},
		{"d/d", "m", "m", "1/m"},
	}
	for _, tt := range tests {
		a, b := num("6", tt.a), num("3", tt.b)
		if got := explain.Product("", a, b).Value; got != (explain.Value{Text: "18", Unit: tt.product}) {
			t.Errorf("6 %q × 3 %q = %v, want unit %q", tt.a, tt.b, got, tt.product)
		}
		if got := explain.Ratio("", a, b).Value; got != (explain.Value{Text: "2", Unit: tt.ratio}) {
			t.Errorf("6 %q ÷ 3 %q = %v, want unit %q", tt.a, tt.b, got, tt.ratio)
		}
	}
}

func FuzzUnit(f *testing.F) {
	for _, u := range []string{"", "CNY", "CNY/m2", "kWh·d", "1/d", "/d", "a//b", "1", "·", "元/户", "d/d"} {
		f.Add(u, "CNY/m2")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := num("6", a), num("3", b)
		if x.Check() != nil || y.Check() != nil {
			require.Equal(t, explain.Value{}, explain.Product("", x, y).Value, "a unit that is none was computed with")
			return
		}
		same := explain.Ratio("", x, x)
		require.Equal(t, explain.Value{Text: "1"}, same.Value)
		product := explain.Product("", x, y)
		if product.Value == (explain.Value{}) {
			require.ErrorIs(t, product.Check(), explain.ErrLarge)
			return
		}
		require.NoError(t, product.Check())
		require.Equal(t, product.Value, explain.Product("", y, x).Value)
		back := explain.Ratio("", product, y)
		if back.Value == (explain.Value{}) {
			require.ErrorIs(t, back.Check(), explain.ErrLarge)
			return
		}
		require.NoError(t, back.As(x.Value).Check(), "(%q × %q) ÷ %q is %q", a, b, b, back.Value.Unit)
	})
}
