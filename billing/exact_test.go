package billing_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/invalid"
)

func bigOf(n uint64) *big.Int { return new(big.Int).SetUint64(n) }

func TestExactText(t *testing.T) {
	tests := []struct {
		hi, lo uint64
		want   string
	}{
		{0, 0, "0"},
		{0, 1, "0.0000000000000001"},
		{0, 10_000_000_000_000_000, "1"},
		{0, 3_5000_0000_0000_0000, "3.5"},
		{2, 709_111_852_580_896_768, "3760.26"}, // 89.53 × 2.80 × 15
		{math.MaxUint64, math.MaxUint64, "34028236692093846346337.4607431768211455"},
	}
	for _, tt := range tests {
		e := billing.ExactOf(tt.hi, tt.lo)
		require.Equal(t, tt.want, e.String())
		require.Equal(t, tt.want == "0", e.IsZero())
		text, err := e.MarshalText()
		require.NoError(t, err)
		var back billing.Exact
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, e, back)
	}
	e, ok := billing.ProductOf(89_5300, 2_800_000, 1_000_000, 15)
	require.True(t, ok)
	require.Equal(t, "3760.26", e.String())
}

func TestExactRefuses(t *testing.T) {
	for text, want := range map[string]error{
		"":                    invalid.ErrDecimal,
		"1e3":                 invalid.ErrDecimal,
		" 1":                  invalid.ErrDecimal,
		"+1":                  invalid.ErrDecimal,
		"1/2":                 invalid.ErrDecimal,
		"-1":                  billing.ErrTooLarge,
		"0.00000000000000001": billing.ErrTooLarge,
		"34028236692093846346337.4607431768211456": billing.ErrTooLarge,
		"999999999999999999999999999999999999999":  billing.ErrTooLarge,
	} {
		e := billing.ExactOf(1, 2)
		require.ErrorIs(t, e.UnmarshalText([]byte(text)), want, text)
		require.Equal(t, billing.ExactOf(1, 2), e, text)
	}
}

func FuzzExactText(f *testing.F) {
	for _, s := range []string{"0", "3760.26", "-0", "007.50", "0.0000000000000001", "34028236692093846346337.4607431768211455", "1e3", "-1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var e billing.Exact
		if e.UnmarshalText([]byte(text)) != nil {
			require.Equal(t, billing.Exact{}, e)
			return
		}
		// 10¹⁶ times the number that was read, in big rationals
		units := new(big.Rat).Mul(ratOf(text), new(big.Rat).SetInt(bigOf(1e16)))
		require.True(t, units.IsInt())
		require.Equal(t, units.Num().String(), e.Big().String())
		var back billing.Exact
		require.NoError(t, back.UnmarshalText([]byte(e.String())))
		require.Equal(t, e, back)
	})
}

func FuzzProduct(f *testing.F) {
	f.Add(uint64(89_5300), uint64(2_800_000), uint64(1_000_000), uint32(31))
	f.Add(uint64(math.MaxUint64), uint64(math.MaxUint64), uint64(1), uint32(1))
	f.Add(uint64(math.MaxUint64), uint64(math.MaxUint64), uint64(1), uint32(2))
	f.Add(uint64(math.MaxInt64), uint64(math.MaxInt64), uint64(1_000_000), uint32(31))
	f.Add(uint64(0), uint64(math.MaxInt64), uint64(math.MaxInt64), uint32(31))
	f.Fuzz(func(t *testing.T, quantity, price, factor uint64, days uint32) {
		want := bigOf(quantity)
		want.Mul(want, bigOf(price)).Mul(want, bigOf(factor)).Mul(want, bigOf(uint64(days)))
		got, ok := billing.ProductOf(quantity, price, factor, days)
		small := new(big.Int).Mul(bigOf(factor), bigOf(uint64(days)))
		require.Equal(t, want.BitLen() <= 128 && small.IsUint64(), ok)
		if ok {
			require.Equal(t, want.String(), got.Big().String())
		}
	})
}

func FuzzPlus(f *testing.F) {
	f.Add(uint64(0), uint64(math.MaxUint64), uint64(0), uint64(1))
	f.Add(uint64(math.MaxUint64), uint64(math.MaxUint64), uint64(0), uint64(1))
	f.Add(uint64(1), uint64(2), uint64(3), uint64(4))
	f.Fuzz(func(t *testing.T, a, b, c, d uint64) {
		x, y := billing.ExactOf(a, b), billing.ExactOf(c, d)
		want := new(big.Int).Add(x.Big(), y.Big())
		got, ok := x.Plus(y)
		require.Equal(t, want.BitLen() <= 128, ok)
		if ok {
			require.Equal(t, want.String(), got.Big().String())
		}
		other, _ := y.Plus(x)
		require.Equal(t, got, other)
		same, _ := x.Plus(billing.Exact{})
		require.Equal(t, x, same)
	})
}

func FuzzSimpleAmount(f *testing.F) {
	for _, scale := range []uint64{0, 1e7, 1e8, 1e10} {
		f.Add(uint64(89_5300), uint64(2_800_000), scale)
		f.Add(uint64(100_5000), uint64(1_250_000), scale)
		f.Add(uint64(1<<62), uint64(2), scale)
		f.Add(uint64(1<<63), uint64(1), scale)
		f.Add(uint64(math.MaxUint64), uint64(1), scale)
		f.Add(uint64(1<<40), uint64(1<<40), scale)
		f.Add(uint64(0), uint64(1), scale)
	}
	f.Fuzz(func(t *testing.T, quantity, price, scale uint64) {
		if scale == 1 || scale > 1e16 {
			return // no currency's
		}
		got, ok := billing.SimpleAmount(quantity, price, scale)
		n := new(big.Int).Mul(bigOf(quantity), bigOf(price))
		if !ok {
			require.True(t, scale == 0 || n.BitLen() > 63, "the plain path leaves out what it could do")
			return
		}
		want := roundTo(new(big.Rat).SetFrac(n, bigOf(scale)), 0)
		require.Equal(t, want.String(), big.NewInt(got).String())
	})
}

func FuzzDivide(f *testing.F) {
	f.Add(uint64(250_68_000_000), uint64(1_060_000))
	f.Add(uint64(1<<63-1), uint64(1_000_000))
	f.Add(uint64(1<<63-1), uint64(math.MaxInt64+1_000_000))
	f.Add(uint64(0), uint64(2_000_000))
	f.Add(uint64(530_000), uint64(1_060_000))
	f.Add(uint64(529_999), uint64(1_060_000))
	f.Add(uint64(1<<63-1), uint64(2))
	f.Fuzz(func(t *testing.T, n, by uint64) {
		if n >= 1<<63 || by < 2 {
			return
		}
		want := roundTo(new(big.Rat).SetFrac(bigOf(n), bigOf(by)), 0)
		require.Equal(t, want.String(), bigOf(billing.DivideHalfUp(n, by)).String())
	})
}
