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

func ExampleParseArea() {
	flat, err := measure.ParseArea("89.53")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(flat, flat.Units())
	// Output: 89.53 m2 895300
}

func ExampleArea_Add() {
	total, err := measure.MustParseArea("89.53").Add(measure.MustParseArea("0.4703"))
	fmt.Println(total, err)
	// Output: 90.0003 m2 <nil>
}

func TestParseArea(t *testing.T) {
	tests := []struct {
		text  string
		units int64
		out   string
	}{
		{"89.53", 895300, "89.53"},
		{"90", 900000, "90.00"},
		{"90.0", 900000, "90.00"},
		{"0", 0, "0.00"},
		{"-0", 0, "0.00"},
		{"0.0001", 1, "0.0001"},
		{"12.345", 123450, "12.345"},
		{"007.5", 75000, "7.50"},
		{"922337203685477.5807", math.MaxInt64, "922337203685477.5807"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			a, err := measure.ParseArea(tt.text)
			require.NoError(t, err)
			if a.Units() != tt.units {
				t.Errorf("ParseArea(%q).Units() = %d, want %d", tt.text, a.Units(), tt.units)
			}
			if got := string(a.AppendNumber([]byte("x"))); got != "x"+tt.out {
				t.Errorf("AppendNumber of %q = %q, want %q", tt.text, got, "x"+tt.out)
			}
			if got := a.String(); got != tt.out+" m2" {
				t.Errorf("String of %q = %q", tt.text, got)
			}
		})
	}
}

func TestParseAreaRefuses(t *testing.T) {
	tests := []struct {
		text string
		want error
	}{
		{"", measure.ErrArea},
		{"-", measure.ErrArea},
		{".5", measure.ErrArea},
		{"5.", measure.ErrArea},
		{"+5", measure.ErrArea},
		{"1e3", measure.ErrArea},
		{"1,000", measure.ErrArea},
		{" 5", measure.ErrArea},
		{"5 m2", measure.ErrArea},
		{"８９", measure.ErrArea},
		{"1.2.3", measure.ErrArea},
		{"00000000000000000000000000000000000000001", measure.ErrArea},
		{"89.53000", measure.ErrAreaScale},
		{"-0.0001", measure.ErrAreaNegative},
		{"922337203685477.5808", measure.ErrAreaRange},
		{"1844674407370955161.6", measure.ErrAreaRange},
		{"99999999999999999999999999999999", measure.ErrAreaRange},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			_, err := measure.ParseArea(tt.text)
			require.ErrorIs(t, err, tt.want)
		})
	}
}

func TestAreaOf(t *testing.T) {
	tests := []struct {
		text    string
		units   int64
		rounded int64
		want    error
	}{
		{text: "89.53", units: 895300, rounded: 895300},
		{text: "1e3", units: 10000000, rounded: 10000000},
		{text: "89.53000000", units: 895300, rounded: 895300},
		{text: "10.00005", rounded: 100001, want: measure.ErrAreaScale},
		{text: "10.00004999", rounded: 100000, want: measure.ErrAreaScale},
		{text: "1e-4000", rounded: 0, want: measure.ErrAreaScale},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			d, err := decimal.NewFromString(tt.text)
			require.NoError(t, err)
			a, err := measure.AreaOf(d)
			require.ErrorIs(t, err, tt.want)
			if a.Units() != tt.units {
				t.Errorf("AreaOf(%s) = %d, want %d", tt.text, a.Units(), tt.units)
			}
			a, err = measure.RoundArea(d)
			require.NoError(t, err)
			if a.Units() != tt.rounded {
				t.Errorf("RoundArea(%s) = %d, want %d", tt.text, a.Units(), tt.rounded)
			}
		})
	}
}

// A caller can set any exponent; 10 to the power of two thousand million must
// neither be written out nor computed.
func TestAreaOfHugeExponent(t *testing.T) {
	huge, tiny := decimal.New(1, math.MaxInt32), decimal.New(1, math.MinInt32)
	_, err := measure.AreaOf(huge)
	require.ErrorIs(t, err, measure.ErrAreaRange)
	require.Less(t, len(err.Error()), 100)
	_, err = measure.RoundArea(huge)
	require.ErrorIs(t, err, measure.ErrAreaRange)
	_, err = measure.AreaOf(tiny)
	require.ErrorIs(t, err, measure.ErrAreaScale)
	a, err := measure.RoundArea(tiny)
	require.NoError(t, err)
	require.True(t, a.IsZero())
	_, err = measure.RoundArea(tiny.Neg())
	require.ErrorIs(t, err, measure.ErrAreaNegative)
	a, err = measure.AreaOf(decimal.New(0, math.MaxInt32))
	require.NoError(t, err)
	require.True(t, a.IsZero())
}

func TestAreaArithmetic(t *testing.T) {
	a, b := measure.MustParseArea("89.53"), measure.MustParseArea("10.47")
	sum, err := a.Add(b)
	require.NoError(t, err)
	require.Equal(t, measure.MustParseArea("100"), sum)
	back, err := sum.Sub(b)
	require.NoError(t, err)
	require.Equal(t, a, back)
	_, err = b.Sub(a)
	require.ErrorIs(t, err, measure.ErrAreaSub)

	most, err := measure.NewArea(math.MaxInt64)
	require.NoError(t, err)
	_, err = most.Add(measure.MustParseArea("0.0001"))
	var overflow *measure.OverflowError
	require.ErrorAs(t, err, &overflow)
	require.Equal(t, "922337203685477.5807 m2", overflow.A)
	require.ErrorIs(t, err, measure.ErrOverflow)
	_, err = measure.NewArea(math.MinInt64)
	require.ErrorIs(t, err, measure.ErrAreaNegative)

	require.Equal(t, -1, b.Cmp(a))
	require.Equal(t, 0, a.Cmp(a))
	require.Equal(t, 1, a.Cmp(b))
	require.Equal(t, "89.53", a.Decimal().String())
	require.Equal(t, measure.MustParseQuantity("89.53 m2"), a.Quantity())
}

func TestAreaJSON(t *testing.T) {
	type unit struct {
		Area measure.Area `json:"area"`
		None measure.Area `json:"none,omitzero"`
	}
	data, err := json.Marshal(unit{Area: measure.MustParseArea("90")})
	require.NoError(t, err)
	require.JSONEq(t, `{"area":"90.00"}`, string(data))
	var back unit
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, int64(900000), back.Area.Units())
	require.Error(t, json.Unmarshal([]byte(`{"area":"-1"}`), &back))
}

func TestMustParseAreaPanics(t *testing.T) {
	require.Panics(t, func() { measure.MustParseArea("x") })
}

func TestAreaAppendNumberAllocatesNothing(t *testing.T) {
	a, dst := measure.MustParseArea("12345.67"), make([]byte, 0, 64)
	if n := testing.AllocsPerRun(100, func() { dst = a.AppendNumber(dst[:0]) }); n != 0 {
		t.Errorf("AppendNumber allocates %v times, want 0", n)
	}
}

func FuzzParseArea(f *testing.F) {
	for _, s := range []string{"89.53", "0", "-0", "-1", "0.0001", "922337203685477.5807", "1e5", "1.", "12.34567"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := measure.ParseArea(text)
		if err != nil {
			require.Equal(t, measure.Area{}, a)
			return
		}
		want, err := decimal.NewFromString(text)
		require.NoError(t, err)
		require.True(t, want.Equal(a.Decimal()), "ParseArea(%q) = %v", text, a)
		out, err := a.MarshalText()
		require.NoError(t, err)
		var back measure.Area
		require.NoError(t, back.UnmarshalText(out))
		require.Equal(t, a, back)
		require.Equal(t, string(a.AppendNumber(nil)), string(out))
		exact, err := measure.AreaOf(want)
		require.NoError(t, err)
		require.Equal(t, a, exact)
	})
}

func FuzzRoundArea(f *testing.F) {
	f.Add(int64(1000005), int32(-5))
	f.Add(int64(5), int32(15))
	f.Add(int64(math.MaxInt64), int32(-40))
	f.Fuzz(func(t *testing.T, n int64, exponent int32) {
		d := decimal.New(n, exponent%60)
		want := d.Round(4).Shift(4).BigInt()
		a, err := measure.RoundArea(d)
		if n < 0 || !want.IsInt64() {
			require.Error(t, err)
			return
		}
		require.NoError(t, err)
		require.Equal(t, want.Int64(), a.Units())
	})
}

func FuzzAreaArithmetic(f *testing.F) {
	f.Add(int64(1), int64(2))
	f.Add(int64(math.MaxInt64), int64(1))
	f.Fuzz(func(t *testing.T, x, y int64) {
		a, errA := measure.NewArea(x)
		b, errB := measure.NewArea(y)
		require.Equal(t, x < 0, errA != nil)
		require.Equal(t, y < 0, errB != nil)
		x, y = a.Units(), b.Units()
		sum, err := a.Add(b)
		want := new(big.Int).Add(big.NewInt(x), big.NewInt(y))
		require.Equal(t, want.IsInt64(), err == nil)
		if err == nil {
			require.Equal(t, want.Int64(), sum.Units())
		}
		difference, err := a.Sub(b)
		require.Equal(t, x >= y, err == nil)
		if err == nil {
			require.Equal(t, x-y, difference.Units())
		}
	})
}
