package explain_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
)

func TestDecimal(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2.80", "2.8"},
		{"250.684", "250.684"},
		{"1000", "1000"},
		{"-0.50", "-0.5"},
		{"007", "7"},
		{"0.00", "0"},
		{"-0", "0"},
		{strings.Repeat("9", 200), strings.Repeat("9", 200)},
		{"", ""},
		{".5", ""},
		{"5.", ""},
		{"+5", ""},
		{"1e3", ""},
		{"1/2", ""},
		{" 1", ""},
		{"0x1F", ""},
		{"1_000", ""},
		{"１", ""},
		{"Inf", ""},
		{strings.Repeat("9", 201), ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			want := explain.Value{Text: tt.want, Unit: "CNY"}
			if tt.want == "" {
				want = explain.Value{}
			}
			if got := explain.Decimal(tt.text, "CNY"); got != want {
				t.Errorf("Decimal(%q) = %v, want %v", tt.text, got, want)
			}
		})
	}
}

func TestExact(t *testing.T) {
	huge := new(big.Int).Lsh(big.NewInt(1), 1<<20)
	tests := []struct {
		name     string
		num, den *big.Int
		want     string
	}{
		{"ends", big.NewInt(1), big.NewInt(8), "0.125"},
		{"does not end", big.NewInt(30), big.NewInt(62), "15/31"},
		{"whole", big.NewInt(-62), big.NewInt(31), "-2"},
		{"sign below", big.NewInt(1), big.NewInt(-3), "-1/3"},
		{"zero", big.NewInt(0), big.NewInt(7), "0"},
		{"by zero", big.NewInt(1), big.NewInt(0), ""},
		{"nothing above", nil, big.NewInt(1), ""},
		{"nothing below", big.NewInt(1), nil, ""},
		{"too long", huge, big.NewInt(1), ""},
		{"too long below", big.NewInt(1), huge, ""},
		{"too many decimals", big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 300), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := explain.Exact(tt.num, tt.den, ""); got.Text != tt.want {
				t.Errorf("Exact(%v, %v) = %v, want %q", tt.num, tt.den, got, tt.want)
			}
		})
	}
}

func TestNumberRefuses(t *testing.T) {
	for _, text := range []string{
		"", "-", "2.80", "007", "-0", "+1", "1e3", "1.", ".5", "2/4", "4/2", "1/8", "15/031", "1/0", "1/-3",
		"1.5/3", "1/3/5", "0x10", "true", "2026-03-11", "１", strings.Repeat("1", 201), "1e999999999",
	} {
		if n, ok := explain.Number(text); ok {
			t.Errorf("Number(%q) = %v, want no number", text, n)
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"0", "-0.5", "250.684", "15/31", "-188013/1550", "1e9", "2.80", "1/0", "9/00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, ok := explain.Number(text)
		if !ok {
			return
		}
		require.Equal(t, text, explain.Exact(n.Num(), n.Denom(), "").Text, "one number has one text")
	})
}

func FuzzDecimal(f *testing.F) {
	for _, s := range []string{"0", "-0.50", "250.684", "1e9", "2.80", "00", "-.1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v := explain.Decimal(text, "m2")
		if v == (explain.Value{}) {
			return
		}
		n, ok := explain.Number(v.Text)
		require.True(t, ok, "%q is not a number", v.Text)
		same, ok := new(big.Rat).SetString(text)
		require.True(t, ok)
		require.Zero(t, n.Cmp(same), "%q became %q", text, v.Text)
		require.Equal(t, v, explain.Decimal(v.Text, "m2"))
	})
}
