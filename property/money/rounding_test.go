package money_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

func ExampleRounding_Compile() {
	toJiao := money.Rounding{Mode: money.ModeDown, Step: decimal.RequireFromString("0.1")}
	r, err := toJiao.Compile(money.MustParseCurrency("CNY"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(money.MustParse("250.68 CNY").RoundTo(r))
	// Output: 250.60 CNY <nil>
}

func ExampleRounder_Ratio() {
	// EX-001: 100.50 m² × 1.25 = 125.625 CNY, in fen 10050 × 125 / 100.
	fen, err := money.HalfUp().Ratio(0, 10050*125, 100, false)
	fmt.Println(fen, err)
	// Output: 12563 <nil>
}

// The table of java.math.RoundingMode, with the figures as yuan and the step of
// one yuan.
func TestModes(t *testing.T) {
	numbers := []string{"5.5", "2.5", "1.6", "1.1", "1.0", "-1.0", "-1.1", "-1.6", "-2.5", "-5.5"}
	tests := []struct {
		mode money.Mode
		want []int64
	}{
		{money.ModeUp, []int64{6, 3, 2, 2, 1, -1, -2, -2, -3, -6}},
		{money.ModeDown, []int64{5, 2, 1, 1, 1, -1, -1, -1, -2, -5}},
		{money.ModeCeiling, []int64{6, 3, 2, 2, 1, -1, -1, -1, -2, -5}},
		{money.ModeFloor, []int64{5, 2, 1, 1, 1, -1, -2, -2, -3, -6}},
		{money.ModeHalfUp, []int64{6, 3, 2, 1, 1, -1, -1, -2, -3, -6}},
		{money.ModeHalfDown, []int64{5, 2, 2, 1, 1, -1, -1, -2, -2, -5}},
		{money.ModeHalfEven, []int64{6, 2, 2, 1, 1, -1, -1, -2, -2, -6}},
		{0, []int64{6, 3, 2, 1, 1, -1, -1, -2, -3, -6}},
	}
	cny := money.MustParseCurrency("CNY")
	for _, tt := range tests {
		t.Run(tt.mode.String(), func(t *testing.T) {
			r, err := money.Rounding{Mode: tt.mode, Step: decimal.New(1, 0)}.Compile(cny)
			require.NoError(t, err)
			for i, number := range numbers {
				want := money.New(tt.want[i]*100, cny)
				a, err := money.FromDecimal(decimal.RequireFromString(number), cny)
				require.NoError(t, err)
				got, err := a.RoundTo(r)
				require.NoError(t, err)
				if got != want {
					t.Errorf("%s.RoundTo(%v, 1 yuan) = %v, want %v", number, tt.mode, got, want)
				}
				got, err = r.Decimal(decimal.RequireFromString(number), cny)
				require.NoError(t, err)
				if got != want {
					t.Errorf("Decimal(%s, %v, 1 yuan) = %v, want %v", number, tt.mode, got, want)
				}
			}
		})
	}
}

func TestRatio(t *testing.T) {
	tests := []struct {
		name        string
		hi, lo, den uint64
		negative    bool
		want        int64
		overflow    bool
	}{
		{name: "EX-001 tie", lo: 10050 * 125, den: 100, want: 12563},
		{name: "EX-001 tie reversed", lo: 10050 * 125, den: 100, negative: true, want: -12563},
		{name: "0.61 x 14/28 is a tie", lo: 61 * 14, den: 28, want: 31},
		{name: "below the tie", lo: 49, den: 100, want: 0},
		{name: "negative zero", lo: 0, den: 7, negative: true, want: 0},
		{name: "wide", hi: 1, lo: 0, den: 4, want: 1 << 62},
		{name: "largest", lo: math.MaxInt64, den: 1, want: math.MaxInt64},
		{name: "smallest", lo: 1 << 63, den: 1, negative: true, want: math.MinInt64},
		{name: "smallest, wide", hi: 1, lo: 0, den: 2, negative: true, want: math.MinInt64},
		{name: "one too large", lo: 1 << 63, den: 1, overflow: true},
		{name: "rounded too large", lo: math.MaxUint64, den: 2, overflow: true},
		{name: "rounded to the smallest", lo: math.MaxUint64, den: 2, negative: true, want: math.MinInt64},
		{name: "65 bits", hi: 2, lo: 0, den: 1, overflow: true},
		{name: "rounded to 65 bits", hi: 1, lo: math.MaxUint64, den: 2, overflow: true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := money.HalfUp().Ratio(tt.hi, tt.lo, tt.den, tt.negative)
			if tt.overflow {
				var overflow *money.OverflowError
				require.ErrorAs(t, err, &overflow)
				require.Equal(t, "ratio", overflow.Op)
				return
			}
			require.NoError(t, err)
			if got != tt.want {
				t.Errorf("Ratio(%d, %d, %d, %v) = %d, want %d", tt.hi, tt.lo, tt.den, tt.negative, got, tt.want)
			}
		})
	}
	_, err := money.HalfUp().Ratio(0, 1, 0, false)
	require.ErrorIs(t, err, money.ErrDivision)
}

// A step may bring a quotient beyond int64 back into it.
func TestRatioWideStep(t *testing.T) {
	step := decimal.New(math.MaxInt64, 0)
	r, err := money.Rounding{Mode: money.ModeDown, Step: step}.Compile(money.MustParseCurrency("JPY"))
	require.NoError(t, err)
	got, err := r.Ratio(0, math.MaxUint64-3, 1, false)
	require.NoError(t, err)
	require.Equal(t, int64(math.MaxInt64), got)
	_, err = money.MustParse("1 JPY").RoundTo(r)
	require.NoError(t, err)

	up, err := money.Rounding{Mode: money.ModeUp, Step: decimal.New(1, 1)}.Compile(money.MustParseCurrency("JPY"))
	require.NoError(t, err)
	_, err = money.New(math.MaxInt64, money.MustParseCurrency("JPY")).RoundTo(up)
	var overflow *money.OverflowError
	require.ErrorAs(t, err, &overflow)
	require.Equal(t, money.OverflowError{Op: "round", A: "9223372036854775807 JPY", B: "10"}, *overflow)
}

func TestRoundingCompile(t *testing.T) {
	cny, jpy := money.MustParseCurrency("CNY"), money.MustParseCurrency("JPY")
	tests := []struct {
		name     string
		rounding money.Rounding
		currency money.Currency
		mode     money.Mode
		step     int64
		want     error
	}{
		{name: "unset", currency: cny, mode: money.ModeHalfUp, step: 1},
		{name: "jiao", rounding: money.Rounding{Step: decimal.New(1, -1)}, currency: cny, mode: money.ModeHalfUp, step: 10},
		{name: "five fen", rounding: money.Rounding{Step: decimal.New(5, -2)}, currency: cny, mode: money.ModeHalfUp, step: 5},
		{name: "yuan up", rounding: money.Rounding{Mode: money.ModeUp, Step: decimal.New(1, 0)}, currency: cny, mode: money.ModeUp, step: 100},
		{name: "half a fen", rounding: money.Rounding{Step: decimal.New(5, -3)}, currency: cny, want: money.ErrStep},
		{name: "sen", rounding: money.Rounding{Step: decimal.New(1, -2)}, currency: jpy, want: money.ErrStep},
		{name: "huge", rounding: money.Rounding{Step: decimal.New(1, 30)}, currency: jpy, want: money.ErrStep},
		{name: "negative", rounding: money.Rounding{Step: decimal.New(-1, 0)}, currency: cny, want: money.ErrStepNegative},
		{name: "no currency", want: money.ErrCurrency},
		{name: "no mode", rounding: money.Rounding{Mode: 8}, currency: cny, want: invalid.ErrWord},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := tt.rounding.Compile(tt.currency)
			require.ErrorIs(t, err, tt.want)
			if tt.want != nil {
				return
			}
			require.Equal(t, tt.mode, r.Mode())
			require.Equal(t, tt.step, r.Step())
		})
	}
	r, err := money.Rounding{Mode: money.ModeHalfUp, Step: decimal.New(1, -2)}.Compile(cny)
	require.NoError(t, err)
	require.True(t, r == money.HalfUp(), "equal rounders are ==")
}

func TestRoundingReportsAll(t *testing.T) {
	_, err := money.Rounding{Mode: 9, Step: decimal.New(-1, 0)}.Compile(money.Currency{})
	var all *invalid.Error
	require.True(t, errors.As(err, &all))
	var paths []string
	for _, f := range all.Fields {
		paths = append(paths, f.Path+" "+f.Rule.ID())
	}
	require.Equal(t, []string{"mode invalid/word", "step money/step-negative", " money/currency"}, paths)
}

func TestRoundingDocument(t *testing.T) {
	doc, err := invalid.Decode[money.Rounding]([]byte(`{"mode":"halfEven","step":"0.1"}`), "rounding")
	require.NoError(t, err)
	data, err := json.Marshal(doc)
	require.NoError(t, err)
	require.JSONEq(t, `{"mode":"halfEven","step":"0.1"}`, string(data))
	data, err = json.Marshal(money.Rounding{})
	require.NoError(t, err)
	require.Equal(t, `{}`, string(data))
	_, err = invalid.Decode[money.Rounding]([]byte(`{"mode":"bankers","step":-1}`), "rounding")
	require.ErrorIs(t, err, invalid.ErrWord)
	require.ErrorIs(t, err, money.ErrStepNegative)
}

func TestModeText(t *testing.T) {
	words := []string{"", "halfUp", "halfEven", "halfDown", "up", "down", "ceiling", "floor"}
	for i, word := range words {
		mode := money.Mode(i)
		out, err := mode.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(out))
		var back money.Mode
		require.NoError(t, back.UnmarshalText(out))
		require.Equal(t, mode, back)
	}
	require.Equal(t, "unset", money.Mode(0).String())
	require.Equal(t, "floor", money.ModeFloor.String())
	require.Equal(t, "Mode(8)", money.Mode(8).String())
	_, err := money.Mode(8).MarshalText()
	require.ErrorIs(t, err, invalid.ErrWord)
}

// A caller can set any exponent; 10 to the power of two thousand million must not
// be computed.
func TestRounderDecimalHugeExponent(t *testing.T) {
	cny := money.MustParseCurrency("CNY")
	_, err := money.HalfUp().Decimal(decimal.New(1, math.MaxInt32), cny)
	require.ErrorIs(t, err, money.ErrAmountRange)
	_, err = money.HalfUp().Decimal(decimal.New(1, 18), cny)
	require.ErrorIs(t, err, money.ErrAmountRange)
	a, err := money.HalfUp().Decimal(decimal.New(1, math.MinInt32), cny)
	require.NoError(t, err)
	require.Equal(t, money.New(0, cny), a)
	up, err := money.Rounding{Mode: money.ModeUp}.Compile(cny)
	require.NoError(t, err)
	a, err = up.Decimal(decimal.New(-1, math.MinInt32), cny)
	require.NoError(t, err)
	require.Equal(t, money.MustParse("-0.01 CNY"), a)
	a, err = up.Decimal(decimal.New(0, math.MinInt32), cny)
	require.NoError(t, err)
	require.True(t, a.Sign() == 0)
}

func TestRatioAllocatesNothing(t *testing.T) {
	jiao, err := money.Rounding{Mode: money.ModeHalfEven, Step: decimal.New(1, -1)}.Compile(money.MustParseCurrency("CNY"))
	require.NoError(t, err)
	for _, r := range []money.Rounder{money.HalfUp(), jiao} {
		n := testing.AllocsPerRun(100, func() {
			for _, hi := range []uint64{0, 1} {
				if _, err := r.Ratio(hi, 10050*125, 100, true); err != nil {
					t.Error(err)
				}
			}
		})
		if n != 0 {
			t.Errorf("Ratio allocates %v times, want 0", n)
		}
	}
}

// nearest rounds by definition: of the two multiples of step around x, it takes the
// one that the mode names.
func nearest(mode money.Mode, step int64, x *big.Rat) *big.Int {
	scaled := new(big.Rat).Quo(x, new(big.Rat).SetInt64(step))
	lower := new(big.Int).Div(scaled.Num(), scaled.Denom()) // Euclid: the floor, as denominators are positive
	upper := new(big.Int).Set(lower)
	if !scaled.IsInt() {
		upper.Add(lower, big.NewInt(1))
	}
	towardsZero, awayFromZero := lower, upper
	if x.Sign() < 0 {
		towardsZero, awayFromZero = upper, lower
	}
	pick := map[money.Mode]*big.Int{
		money.ModeFloor: lower, money.ModeCeiling: upper, money.ModeDown: towardsZero, money.ModeUp: awayFromZero,
	}[mode]
	if pick == nil {
		toLower := new(big.Rat).Sub(scaled, new(big.Rat).SetInt(lower))
		toUpper := new(big.Rat).Sub(new(big.Rat).SetInt(upper), scaled)
		switch order := toLower.Cmp(toUpper); {
		case order < 0:
			pick = lower
		case order > 0:
			pick = upper
		case mode == money.ModeHalfDown:
			pick = towardsZero
		case mode == money.ModeHalfEven && lower.Bit(0) == 0:
			pick = lower
		case mode == money.ModeHalfEven:
			pick = upper
		default:
			pick = awayFromZero
		}
	}
	return new(big.Int).Mul(pick, big.NewInt(step))
}

func FuzzRatio(f *testing.F) {
	f.Add(uint64(0), uint64(10050*125), uint64(100), uint64(1))
	f.Add(uint64(1), uint64(0), uint64(2), uint64(1))
	f.Add(uint64(0), uint64(math.MaxUint64), uint64(2), uint64(10))
	f.Add(uint64(99), uint64(math.MaxUint64), uint64(100), uint64(1))
	f.Add(uint64(0), uint64(math.MaxUint64-3), uint64(1), uint64(math.MaxInt64))
	f.Add(uint64(0), uint64(25), uint64(1), uint64(10))
	f.Add(uint64(1), uint64(math.MaxInt64), uint64(3<<62), uint64(3)) // just below 2, to threes
	f.Fuzz(func(t *testing.T, hi, lo, den, stepBits uint64) {
		if den == 0 {
			_, err := money.HalfUp().Ratio(hi, lo, den, false)
			require.ErrorIs(t, err, money.ErrDivision)
			return
		}
		step := max(1, int64(stepBits&math.MaxInt64))
		for mode := money.ModeHalfUp; mode <= money.ModeFloor; mode++ {
			r, err := money.Rounding{Mode: mode, Step: decimal.New(step, 0)}.Compile(money.MustParseCurrency("JPY"))
			require.NoError(t, err)
			for _, negative := range []bool{false, true} {
				num := new(big.Int).SetUint64(hi)
				num.Lsh(num, 64).Or(num, new(big.Int).SetUint64(lo))
				if negative {
					num.Neg(num)
				}
				x := new(big.Rat).SetFrac(num, new(big.Int).SetUint64(den))
				want := nearest(mode, step, x)
				got, err := r.Ratio(hi, lo, den, negative)
				require.Equal(t, want.IsInt64(), err == nil, "Ratio %v %v: %v", mode, x, err)
				slow, slowErr := r.Rat(x)
				require.Equal(t, want.IsInt64(), slowErr == nil, "Rat %v %v: %v", mode, x, slowErr)
				if err == nil {
					require.Equal(t, want.Int64(), got, "Ratio %v step %d of %v", mode, step, x)
					require.Equal(t, want.Int64(), slow, "Rat %v step %d of %v", mode, step, x)
				}
			}
		}
	})
}

func FuzzRounderDecimal(f *testing.F) {
	f.Add(int64(125625), int32(-3), uint8(1))
	f.Add(int64(-125625), int32(-3), uint8(2))
	f.Add(int64(1), int32(-50), uint8(4))
	f.Add(int64(9), int32(18), uint8(4))
	f.Fuzz(func(t *testing.T, n int64, exponent int32, m uint8) {
		mode := money.Mode(m%7 + 1)
		cny := money.MustParseCurrency("CNY")
		r, err := money.Rounding{Mode: mode}.Compile(cny)
		require.NoError(t, err)
		d := decimal.New(n, exponent%80)
		want := nearest(mode, 1, d.Shift(2).Rat())
		got, err := r.Decimal(d, cny)
		require.Equal(t, want.IsInt64(), err == nil, "%v", err)
		if err == nil {
			require.Equal(t, money.New(want.Int64(), cny), got)
		}
	})
}

func BenchmarkRatio(b *testing.B) {
	// One month's fee: area in 0.0001 m² × price in 10⁻⁶ × days / days of month.
	const area, price, days, den = 895300, 2800000, 17, 100_000_000 * 31
	jiao, err := money.Rounding{Mode: money.ModeHalfEven, Step: decimal.New(1, -1)}.Compile(money.MustParseCurrency("CNY"))
	if err != nil {
		b.Fatal(err)
	}
	lo := uint64(area * price * days)
	for _, bm := range []struct {
		name string
		r    money.Rounder
		hi   uint64
	}{
		{"halfUp/64bit", money.HalfUp(), 0},
		{"halfUp/128bit", money.HalfUp(), 9},
		{"halfEvenJiao/128bit", jiao, 9},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := bm.r.Ratio(bm.hi, lo, den, false); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// FuzzMode: a mode read is written as it was read, and what is not read changes nothing.
func FuzzMode(f *testing.F) {
	for _, s := range []string{"halfUp", "halfEven", "halfDown", "up", "down", "ceiling", "floor", "", "unset", "HalfUp", "Mode(9)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m := money.ModeFloor
		if m.UnmarshalText([]byte(text)) != nil {
			require.Equal(t, money.ModeFloor, m)
			return
		}
		back, err := m.MarshalText()
		require.NoError(t, err)
		require.Equal(t, text, string(back))
	})
}
