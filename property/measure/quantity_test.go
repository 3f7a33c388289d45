package measure_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/measure"
)

func ExampleParseQuantity() {
	usage, err := measure.ParseQuantity("312.50 kWh")
	fmt.Println(usage, err)
	_, err = usage.Add(measure.MustParseQuantity("1 m3"))
	fmt.Println(err)
	// Output:
	// 312.5 kWh <nil>
	// 312.5 kWh and 1 m3 have different units
}

func TestParseQuantity(t *testing.T) {
	tests := []struct {
		text  string
		units int64
		unit  string
		out   string
	}{
		{"89.53 m2", 895300, "m2", "89.53 m2"},
		{"1.0 space", 10000, "space", "1 space"},
		{"-0.5 kWh", -5000, "kWh", "-0.5 kWh"},
		{"0", 0, "", "0"},
		{"-3", -30000, "", "-3"},
		{"2 househol", 20000, "househol", "2 househol"},
		{"1.0500 m3", 10500, "m3", "1.05 m3"},
		{"-922337203685477.5808", math.MinInt64, "", "-922337203685477.5808"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			q, err := measure.ParseQuantity(tt.text)
			require.NoError(t, err)
			require.Equal(t, tt.units, q.Units())
			require.Equal(t, tt.unit, q.Unit().String())
			require.Equal(t, tt.out, q.String())
		})
	}
}

func TestParseQuantityRefuses(t *testing.T) {
	tests := []struct {
		text string
		want error
	}{
		{"", measure.ErrQuantity},
		{"m2", measure.ErrQuantity},
		{"1m2", measure.ErrQuantity},
		{" 1 m2", measure.ErrQuantity},
		{"1 ", measure.ErrUnit},
		{"1  m2", measure.ErrUnit},
		{"1 m 2", measure.ErrUnit},
		{"1 22", measure.ErrUnit},
		{"1 household", measure.ErrUnit},
		{"1 户", measure.ErrUnit},
		{"1.00001 m2", measure.ErrQuantityScale},
		{"922337203685477.5808 m2", measure.ErrQuantityRange},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			_, err := measure.ParseQuantity(tt.text)
			require.ErrorIs(t, err, tt.want)
		})
	}
}

func TestQuantityOf(t *testing.T) {
	kwh := measure.MustParseUnit("kWh")
	q, err := measure.QuantityOf(decimal.RequireFromString("-12.5"), kwh)
	require.NoError(t, err)
	require.Equal(t, measure.NewQuantity(-125000, kwh), q)
	require.Equal(t, "-12.5", q.Decimal().String())
	_, err = measure.QuantityOf(decimal.RequireFromString("0.00001"), kwh)
	require.ErrorIs(t, err, measure.ErrQuantityScale)
	_, err = measure.QuantityOf(decimal.New(1, 15), kwh)
	require.ErrorIs(t, err, measure.ErrQuantityRange)
}

func TestQuantityMismatch(t *testing.T) {
	a, none := measure.MustParseQuantity("1 m2"), measure.Quantity{}
	_, err := a.Cmp(none)
	var mismatch *measure.MismatchError
	require.ErrorAs(t, err, &mismatch)
	require.Equal(t, a, mismatch.A)
	require.Equal(t, none, mismatch.B)
	_, err = none.Add(a)
	require.ErrorIs(t, err, measure.ErrMismatch)

	order, err := a.Cmp(measure.MustParseQuantity("2 m2"))
	require.NoError(t, err)
	require.Equal(t, -1, order)
	require.Equal(t, 1, a.Sign())
	require.True(t, none.IsZero())
	require.True(t, none.Unit().IsZero())
}

func TestUnitText(t *testing.T) {
	for _, word := range []string{"m2", "d", "kWh", "m3", "12a", "%", "househol"} {
		u, err := measure.ParseUnit(word)
		require.NoError(t, err, word)
		require.Equal(t, word, u.String())
	}
	for _, word := range []string{"", "12", "household", "m 2", "a\x00", "a\n", "户", "\x7f"} {
		_, err := measure.ParseUnit(word)
		require.ErrorIs(t, err, measure.ErrUnit, "%q", word)
	}
	_, err := measure.Unit{0, 'a'}.MarshalText()
	require.ErrorIs(t, err, measure.ErrUnit)
	_, err = measure.NewQuantity(1, measure.Unit{' '}).MarshalText()
	require.ErrorIs(t, err, measure.ErrUnit)
	require.Panics(t, func() { measure.MustParseUnit("") })
	require.Panics(t, func() { measure.MustParseQuantity("") })
}

func TestUnitZeroRoundTrips(t *testing.T) {
	data, err := json.Marshal(measure.Unit{})
	require.NoError(t, err)
	require.Equal(t, `""`, string(data))
	u := measure.MustParseUnit("m2")
	require.NoError(t, json.Unmarshal(data, &u))
	require.Equal(t, measure.Unit{}, u)
}

func FuzzParseUnit(f *testing.F) {
	f.Add("m2")
	f.Add("12")
	f.Add("a\x00b")
	f.Fuzz(func(t *testing.T, text string) {
		u, err := measure.ParseUnit(text)
		if err != nil {
			require.Equal(t, measure.Unit{}, u)
			return
		}
		out, err := u.MarshalText()
		require.NoError(t, err)
		require.Equal(t, text, string(out))
		var back measure.Unit
		require.NoError(t, back.UnmarshalText(out))
		require.Equal(t, u, back)
	})
}

func FuzzParseQuantity(f *testing.F) {
	for _, s := range []string{"89.53 m2", "1 space", "-0.5 kWh", "0", "1 22", "9 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := measure.ParseQuantity(text)
		if err != nil {
			require.Equal(t, measure.Quantity{}, q)
			return
		}
		out, err := q.MarshalText()
		require.NoError(t, err)
		require.Equal(t, q.String(), string(out))
		var back measure.Quantity
		require.NoError(t, back.UnmarshalText(out))
		require.Equal(t, q, back)
	})
}

func FuzzQuantityText(f *testing.F) {
	f.Add(int64(895300))
	f.Add(int64(math.MinInt64))
	f.Fuzz(func(t *testing.T, n int64) {
		q := measure.NewQuantity(n, measure.MustParseUnit("kWh"))
		back, err := measure.ParseQuantity(q.String())
		require.NoError(t, err)
		require.Equal(t, q, back)
		require.Equal(t, decimal.New(n, -4).String()+" kWh", q.String())
	})
}

func FuzzQuantityAdd(f *testing.F) {
	f.Add(int64(1), int64(-2))
	f.Add(int64(math.MaxInt64), int64(1))
	f.Add(int64(math.MinInt64), int64(-1))
	f.Fuzz(func(t *testing.T, x, y int64) {
		a, b := measure.NewQuantity(x, measure.Unit{'d'}), measure.NewQuantity(y, measure.Unit{'d'})
		want := new(big.Int).Add(big.NewInt(x), big.NewInt(y))
		sum, err := a.Add(b)
		require.Equal(t, want.IsInt64(), err == nil, "%v + %v", a, b)
		if err == nil {
			require.Equal(t, want.Int64(), sum.Units())
		}
		order, err := a.Cmp(b)
		require.NoError(t, err)
		require.Equal(t, big.NewInt(x).Cmp(big.NewInt(y)), order)
	})
}
