package money_test

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/money"
)

func ExampleSum() {
	var s money.Sum
	for _, line := range []string{"250.68 CNY", "150.00 CNY", "-0.68 CNY"} {
		s.Add(money.MustParse(line))
	}
	fmt.Println(s.Total())
	s.Add(money.MustParse("1.00 USD"))
	fmt.Println(s.Err())
	// Output:
	// 400.00 CNY <nil>
	// 400.00 CNY and 1.00 USD are of different currencies
}

func TestAmountArithmetic(t *testing.T) {
	a, b := money.MustParse("250.68 CNY"), money.MustParse("14.19 CNY")
	sum, err := a.Add(b)
	require.NoError(t, err)
	require.Equal(t, "264.87 CNY", sum.String())
	difference, err := a.Sub(b)
	require.NoError(t, err)
	require.Equal(t, "236.49 CNY", difference.String())
	year, err := a.Times(12)
	require.NoError(t, err)
	require.Equal(t, "3008.16 CNY", year.String())
	reversal, err := a.Neg()
	require.NoError(t, err)
	require.Equal(t, "-250.68 CNY", reversal.String())
	require.Equal(t, -1, reversal.Sign())
	order, err := reversal.Cmp(a)
	require.NoError(t, err)
	require.Equal(t, -1, order)
}

func TestAmountMismatch(t *testing.T) {
	yuan, dollar, none := money.MustParse("1.00 CNY"), money.MustParse("1.00 USD"), money.Amount{}
	var mismatch *money.MismatchError
	_, err := yuan.Add(dollar)
	require.ErrorAs(t, err, &mismatch)
	require.Equal(t, money.MismatchError{A: yuan, B: dollar}, *mismatch)
	_, err = yuan.Sub(none)
	require.ErrorIs(t, err, money.ErrMismatch)
	_, err = none.Cmp(yuan)
	require.ErrorIs(t, err, money.ErrMismatch)
	zero, err := none.Add(none)
	require.NoError(t, err)
	require.Equal(t, money.Amount{}, zero)
}

func TestAmountOverflow(t *testing.T) {
	cny := money.MustParseCurrency("CNY")
	most, least, fen := money.New(math.MaxInt64, cny), money.New(math.MinInt64, cny), money.New(1, cny)
	tests := []struct {
		op   string
		call func() (money.Amount, error)
	}{
		{"add", func() (money.Amount, error) { return most.Add(fen) }},
		{"add", func() (money.Amount, error) { return least.Add(least) }},
		{"sub", func() (money.Amount, error) { return least.Sub(fen) }},
		{"sub", func() (money.Amount, error) { return fen.Sub(least) }},
		{"neg", least.Neg},
		{"times", func() (money.Amount, error) { return most.Times(2) }},
		{"times", func() (money.Amount, error) { return least.Times(-1) }},
		{"times", func() (money.Amount, error) { return least.Times(math.MinInt64) }},
	}
	for _, tt := range tests {
		t.Run(tt.op, func(t *testing.T) {
			_, err := tt.call()
			var overflow *money.OverflowError
			require.ErrorAs(t, err, &overflow)
			require.Equal(t, tt.op, overflow.Op)
			require.ErrorIs(t, err, money.ErrOverflow)
			require.Contains(t, err.Error(), overflow.A)
		})
	}
}

func TestSum(t *testing.T) {
	var s money.Sum
	total, err := s.Total()
	require.NoError(t, err)
	require.Equal(t, money.Amount{}, total)

	s.Add(money.New(math.MaxInt64, money.MustParseCurrency("CNY")))
	require.NoError(t, s.Err())
	s.Add(money.MustParse("0.01 CNY"))
	require.ErrorIs(t, s.Err(), money.ErrOverflow)
	s.Add(money.MustParse("1.00 USD"))
	require.ErrorIs(t, s.Err(), money.ErrOverflow, "the first error stays")
	total, err = s.Total()
	require.ErrorIs(t, err, money.ErrOverflow)
	require.Equal(t, money.Amount{}, total)

	var none money.Sum
	none.Add(money.Amount{})
	none.Add(money.MustParse("1.00 CNY"))
	require.ErrorIs(t, none.Err(), money.ErrMismatch)
}

func FuzzAmountArithmetic(f *testing.F) {
	f.Add(int64(25068), int64(12))
	f.Add(int64(math.MaxInt64), int64(1))
	f.Add(int64(math.MinInt64), int64(-1))
	f.Add(int64(math.MinInt64), int64(1))
	f.Add(int64(3037000500), int64(3037000500))
	f.Fuzz(func(t *testing.T, x, y int64) {
		cny := money.MustParseCurrency("CNY")
		a, b := money.New(x, cny), money.New(y, cny)
		bigX, bigY := big.NewInt(x), big.NewInt(y)
		agree := func(op string, got money.Amount, err error, want *big.Int) {
			t.Helper()
			require.Equal(t, want.IsInt64(), err == nil, "%s of %d and %d: %v", op, x, y, err)
			if err == nil {
				require.Equal(t, money.New(want.Int64(), cny), got)
			} else {
				require.Equal(t, money.Amount{}, got)
			}
		}
		got, err := a.Add(b)
		agree("add", got, err, new(big.Int).Add(bigX, bigY))
		got, err = a.Sub(b)
		agree("sub", got, err, new(big.Int).Sub(bigX, bigY))
		got, err = a.Times(y)
		agree("times", got, err, new(big.Int).Mul(bigX, bigY))
		got, err = a.Neg()
		agree("neg", got, err, new(big.Int).Neg(bigX))
		order, err := a.Cmp(b)
		require.NoError(t, err)
		require.Equal(t, bigX.Cmp(bigY), order)
		require.Equal(t, bigX.Sign(), a.Sign())
	})
}
