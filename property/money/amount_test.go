package money_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/money"
)

func ExampleParse() {
	fee, err := money.Parse("2467.36 CNY")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fee, fee.Minor(), fee.Currency())
	_, err = money.Parse("2467.365 CNY")
	fmt.Println(err)
	// Output:
	// 2467.36 CNY 246736 CNY
	// 2467.365 CNY has more than 2 decimals
}

func ExampleAmount_AppendNumber() {
	row := []byte("1-101,")
	row = money.MustParse("250.68 CNY").AppendNumber(row)
	fmt.Println(string(row))
	// Output: 1-101,250.68
}

// Minor units of ISO 4217, list one.
func TestCurrencyDigits(t *testing.T) {
	digits := map[int]string{
		0: "JPY KRW VND CLP ISK PYG RWF UGX XAF XOF XPF BIF DJF GNF KMF VUV",
		2: "CNY HKD MOP TWD USD EUR GBP SGD MYR THB AUD ZZZ",
		3: "BHD IQD JOD KWD LYD OMR TND",
	}
	for want, codes := range digits {
		for code := range strings.FieldsSeq(codes) {
			if got := money.MustParseCurrency(code).Digits(); got != want {
				t.Errorf("%s has %d digits, want %d", code, got, want)
			}
		}
	}
	require.Equal(t, 2, money.Currency{}.Digits())
}

func TestCurrencyText(t *testing.T) {
	for _, bad := range []string{"", "CN", "cny", "CNYY", "C1Y", "人", "C Y"} {
		_, err := money.ParseCurrency(bad)
		require.ErrorIs(t, err, money.ErrCurrency, "%q", bad)
	}
	_, err := money.Currency{'a', 'b', 'c'}.MarshalText()
	require.ErrorIs(t, err, money.ErrCurrency)
	require.Panics(t, func() { money.MustParseCurrency("") })

	data, err := json.Marshal(money.Currency{})
	require.NoError(t, err)
	require.Equal(t, `""`, string(data))
	c := money.MustParseCurrency("CNY")
	require.NoError(t, json.Unmarshal(data, &c))
	require.True(t, c.IsZero())
	require.ErrorIs(t, c.UnmarshalText([]byte("cny")), money.ErrCurrency)
}

func TestParse(t *testing.T) {
	tests := []struct {
		text  string
		minor int64
		out   string
	}{
		{"2467.36 CNY", 246736, "2467.36 CNY"},
		{"-0.01 CNY", -1, "-0.01 CNY"},
		{"-0.00 CNY", 0, "0.00 CNY"},
		{"5 CNY", 500, "5.00 CNY"},
		{"5.5 CNY", 550, "5.50 CNY"},
		{"100 JPY", 100, "100 JPY"},
		{"1.5 KWD", 1500, "1.500 KWD"},
		{"-0.001 KWD", -1, "-0.001 KWD"},
		{"0", 0, "0"},
		{"99.99 CNY", 9999, "99.99 CNY"},
		{"100.00 CNY", 10000, "100.00 CNY"},
		{"1000.05 CNY", 100005, "1000.05 CNY"},
		{"92233720368547758.07 CNY", math.MaxInt64, "92233720368547758.07 CNY"},
		{"-92233720368547758.08 CNY", math.MinInt64, "-92233720368547758.08 CNY"},
		{"-9223372036854775808 JPY", math.MinInt64, "-9223372036854775808 JPY"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			a, err := money.Parse(tt.text)
			require.NoError(t, err)
			if a.Minor() != tt.minor {
				t.Errorf("Parse(%q).Minor() = %d, want %d", tt.text, a.Minor(), tt.minor)
			}
			if a.String() != tt.out {
				t.Errorf("Parse(%q).String() = %q, want %q", tt.text, a.String(), tt.out)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []struct {
		text string
		want error
	}{
		{"", money.ErrAmount},
		{"1", money.ErrAmount},
		{"0.00", money.ErrAmount},
		{"CNY", money.ErrAmount},
		{"1CNY", money.ErrAmount},
		{" 1 CNY", money.ErrCurrency},
		{"1  CNY", money.ErrCurrency},
		{"1 cny", money.ErrCurrency},
		{"1 ", money.ErrCurrency},
		{"+1 CNY", money.ErrAmount},
		{"1. CNY", money.ErrAmount},
		{".1 CNY", money.ErrAmount},
		{"1e2 CNY", money.ErrAmount},
		{"1,000.00 CNY", money.ErrAmount},
		{"1.001 CNY", money.ErrAmountScale},
		{"1.0 JPY", money.ErrAmountScale},
		{"92233720368547758.08 CNY", money.ErrAmountRange},
		{"-92233720368547758.09 CNY", money.ErrAmountRange},
		{"184467440737095516.17 CNY", money.ErrAmountRange},
		{"92233720368547758080 CNY", money.ErrAmountRange},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			_, err := money.Parse(tt.text)
			require.ErrorIs(t, err, tt.want)
		})
	}
	require.Panics(t, func() { money.MustParse("1") })
}

func TestFromDecimal(t *testing.T) {
	cny := money.MustParseCurrency("CNY")
	a, err := money.FromDecimal(decimal.RequireFromString("2467.360"), cny)
	require.NoError(t, err)
	require.Equal(t, money.New(246736, cny), a)
	require.Equal(t, "2467.36", a.Decimal().String())
	a, err = money.FromDecimal(decimal.New(12, 2), cny)
	require.NoError(t, err)
	require.Equal(t, int64(120000), a.Minor())

	_, err = money.FromDecimal(decimal.RequireFromString("125.625"), cny)
	require.ErrorIs(t, err, money.ErrAmountScale)
	_, err = money.FromDecimal(decimal.New(1, math.MaxInt32), cny)
	require.ErrorIs(t, err, money.ErrAmountRange)
	require.Less(t, len(err.Error()), 100)
	_, err = money.FromDecimal(decimal.New(1, math.MinInt32), cny)
	require.ErrorIs(t, err, money.ErrAmountScale)
	a, err = money.FromDecimal(decimal.New(0, math.MinInt32), cny)
	require.NoError(t, err)
	require.Zero(t, a.Sign())
	require.Equal(t, money.MustParse("12.34 CNY"), money.MustParse("7.00 CNY").With(1234))
}

func TestAmountWithoutCurrency(t *testing.T) {
	data, err := json.Marshal(money.Amount{})
	require.NoError(t, err)
	require.Equal(t, `"0"`, string(data))
	a := money.MustParse("1.00 CNY")
	require.NoError(t, json.Unmarshal(data, &a))
	require.Equal(t, money.Amount{}, a)
	require.Equal(t, "0.00", string(money.Amount{}.AppendNumber(nil)))

	_, err = money.New(5, money.Currency{}).MarshalText()
	require.ErrorIs(t, err, money.ErrCurrency)
	_, err = money.New(0, money.Currency{'?'}).MarshalText()
	require.ErrorIs(t, err, money.ErrCurrency)
	require.Equal(t, "0.05", money.New(5, money.Currency{}).String())
}

func TestAmountUnmarshalKeepsOnError(t *testing.T) {
	a := money.MustParse("1.00 CNY")
	require.ErrorIs(t, a.UnmarshalText([]byte("2.00")), money.ErrAmount)
	require.Equal(t, money.MustParse("1.00 CNY"), a)
}

func TestAppendNumberAllocatesNothing(t *testing.T) {
	dst := make([]byte, 0, 64)
	a, b, c := money.MustParse("2467.36 CNY"), money.MustParse("-5 JPY"), money.MustParsePrice("0.4883")
	if n := testing.AllocsPerRun(100, func() {
		dst = c.AppendNumber(b.AppendNumber(a.AppendNumber(dst[:0])))
	}); n != 0 {
		t.Errorf("AppendNumber allocates %v times, want 0", n)
	}
	require.Equal(t, "2467.36-50.4883", string(dst))
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2467.36 CNY", "0", "-0.01 CNY", "5 JPY", "1.500 KWD", "1.001 CNY", "-92233720368547758.08 CNY"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := money.Parse(text)
		if err != nil {
			require.Equal(t, money.Amount{}, a)
			return
		}
		number, _, _ := strings.Cut(text, " ")
		want, err := decimal.NewFromString(number)
		require.NoError(t, err)
		require.True(t, want.Equal(a.Decimal()))
		out, err := a.MarshalText()
		require.NoError(t, err)
		require.Equal(t, a.String(), string(out))
		var back money.Amount
		require.NoError(t, back.UnmarshalText(out))
		require.Equal(t, a, back)
	})
}

func FuzzAmountText(f *testing.F) {
	f.Add(int64(246736), uint8(0))
	f.Add(int64(math.MinInt64), uint8(1))
	f.Add(int64(-1), uint8(2))
	codes := []string{"CNY", "JPY", "KWD"}
	digits := []int32{2, 0, 3}
	f.Fuzz(func(t *testing.T, minor int64, pick uint8) {
		i := int(pick) % len(codes)
		c := money.MustParseCurrency(codes[i])
		a := money.New(minor, c)
		want := decimal.New(minor, -digits[i]).StringFixed(digits[i])
		require.Equal(t, want, string(a.AppendNumber(nil)))
		require.Equal(t, want+" "+codes[i], a.String())
		back, err := money.Parse(a.String())
		require.NoError(t, err)
		require.Equal(t, a, back)
		back, err = money.FromDecimal(a.Decimal(), c)
		require.NoError(t, err)
		require.Equal(t, a, back)
	})
}

func FuzzParseCurrency(f *testing.F) {
	f.Add("CNY")
	f.Add("cny")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := money.ParseCurrency(text)
		if err != nil {
			require.Equal(t, money.Currency{}, c)
			return
		}
		out, err := c.MarshalText()
		require.NoError(t, err)
		require.Equal(t, text, string(out))
		var back money.Currency
		require.NoError(t, back.UnmarshalText(out))
		require.Equal(t, c, back)
	})
}

func BenchmarkAmountAppendNumber(b *testing.B) {
	a, dst := money.MustParse("2467.36 CNY"), make([]byte, 0, 64)
	b.ReportAllocs()
	for b.Loop() {
		dst = a.AppendNumber(dst[:0])
	}
}
