package money_test

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/money"
)

func ExampleTaxWithin() {
	net, tax, err := money.TaxWithin(money.MustParse("250.68 CNY"), money.MustParseRate("6%"))
	fmt.Println(net, tax, err)
	// Output: 236.49 CNY 14.19 CNY <nil>
}

// EX-116 of DOMAIN-CN 1.9.
func TestTaxWithin(t *testing.T) {
	tests := []struct{ name, gross, rate, net, tax string }{
		{"service, general", "250.68", "6%", "236.49", "14.19"},
		{"service, small-scale 1 %", "250.68", "1%", "248.20", "2.48"},
		{"service, small-scale 3 %", "250.68", "3%", "243.38", "7.30"},
		{"rent", "3500.00", "9%", "3211.01", "288.99"},
		{"rent, legacy", "3500.00", "5%", "3333.33", "166.67"},
		{"rent, small-scale", "3500.00", "3%", "3398.06", "101.94"},
		{"parking lease", "150.00", "9%", "137.61", "12.39"},
		{"space management", "150.00", "6%", "141.51", "8.49"},
		{"electricity resold", "157.49", "13%", "139.37", "18.12"},
		{"water, margin to 2025", "5.00", "3%", "4.85", "0.15"},
		{"water, full simplified", "70.00", "3%", "67.96", "2.04"},
		{"water, full general", "70.00", "9%", "64.22", "5.78"},
		{"EX-117 one line", "100.05", "6%", "94.39", "5.66"},
		{"EX-117 header", "1200.60", "6%", "1132.64", "67.96"},
		{"EX-118 a year", "3008.16", "6%", "2837.89", "170.27"},
		{"exempt", "70.00", "0", "70.00", "0.00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, sign := range []string{"", "-"} {
				net, tax, err := money.TaxWithin(money.MustParse(sign+tt.gross+" CNY"), money.MustParseRate(tt.rate))
				require.NoError(t, err)
				require.Equal(t, money.MustParse(sign+tt.net+" CNY"), net)
				require.Equal(t, money.MustParse(sign+tt.tax+" CNY"), tax)
			}
		})
	}
}

// EX-116 of DOMAIN-CN 1.9: an individual letting a dwelling for 3500.00.
func TestReducedTaxWithin(t *testing.T) {
	tests := []struct{ name, rate, levy, net, tax string }{
		{"2025", "5%", "1.5%", "3450.00", "50.00"},
		{"2026", "3%", "1.5%", "3449.03", "50.97"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, sign := range []string{"", "-"} {
				net, tax, err := money.ReducedTaxWithin(money.MustParse(sign+"3500.00 CNY"),
					money.MustParseRate(tt.rate), money.MustParseRate(tt.levy))
				require.NoError(t, err)
				require.Equal(t, money.MustParse(sign+tt.net+" CNY"), net)
				require.Equal(t, money.MustParse(sign+tt.tax+" CNY"), tax)
			}
		})
	}
}

func TestTaxOn(t *testing.T) {
	tests := []struct{ net, rate, tax string }{
		{"236.49", "6%", "14.19"}, // 14.1894
		{"0.25", "6%", "0.02"},    // 0.015, a tie
		{"-0.25", "6%", "-0.02"},
		{"100.00", "0", "0.00"},
	}
	for _, tt := range tests {
		t.Run(tt.net, func(t *testing.T) {
			tax, err := money.TaxOn(money.MustParse(tt.net+" CNY"), money.MustParseRate(tt.rate))
			require.NoError(t, err)
			require.Equal(t, money.MustParse(tt.tax+" CNY"), tax)
		})
	}
}

func TestTaxOverflow(t *testing.T) {
	most := money.New(math.MaxInt64, money.MustParseCurrency("CNY"))
	_, err := money.TaxOn(most, money.MustParseRate("2"))
	var overflow *money.OverflowError
	require.ErrorAs(t, err, &overflow)
	require.Equal(t, money.OverflowError{Op: "tax", A: "92233720368547758.07 CNY", B: "2"}, *overflow)
	_, _, err = money.ReducedTaxWithin(most, money.Rate{}, money.MustParseRate("2"))
	require.ErrorIs(t, err, money.ErrOverflow)
	least := money.New(math.MinInt64, money.MustParseCurrency("CNY"))
	net, tax, err := money.TaxWithin(least, money.Rate{})
	require.NoError(t, err)
	require.Equal(t, least, net)
	require.True(t, tax.Sign() == 0)
}

func TestTaxWithinAllocatesNothing(t *testing.T) {
	gross, rate := money.MustParse("250.68 CNY"), money.MustParseRate("6%")
	n := testing.AllocsPerRun(100, func() {
		if _, _, err := money.TaxWithin(gross, rate); err != nil {
			t.Error(err)
		}
		if _, err := money.TaxOn(gross, rate); err != nil {
			t.Error(err)
		}
		if _, _, err := money.ReducedTaxWithin(gross, rate, rate); err != nil {
			t.Error(err)
		}
	})
	if n != 0 {
		t.Errorf("taxes allocate %v times, want 0", n)
	}
}

func FuzzTax(f *testing.F) {
	f.Add(int64(25068), int64(60000), int64(15000))
	f.Add(int64(math.MinInt64), int64(1), int64(0))
	f.Add(int64(math.MaxInt64), int64(math.MaxInt64), int64(math.MaxInt64))
	f.Fuzz(func(t *testing.T, minor, rateMicro, levyMicro int64) {
		rate, errRate := money.NewRate(rateMicro)
		levy, errLevy := money.NewRate(levyMicro)
		if errRate != nil || errLevy != nil {
			return
		}
		cny := money.MustParseCurrency("CNY")
		gross := money.New(minor, cny)
		exact := new(big.Rat).SetInt64(minor)
		onePlus := new(big.Rat).Add(big.NewRat(1, 1), big.NewRat(rateMicro, 1_000_000))

		net, tax, err := money.TaxWithin(gross, rate)
		require.NoError(t, err)
		require.Equal(t, nearest(money.ModeHalfUp, 1, new(big.Rat).Quo(exact, onePlus)).Int64(), net.Minor())
		sum, err := net.Add(tax)
		require.NoError(t, err)
		require.Equal(t, gross, sum)

		want := nearest(money.ModeHalfUp, 1, new(big.Rat).Mul(exact, big.NewRat(rateMicro, 1_000_000)))
		tax, err = money.TaxOn(gross, rate)
		require.Equal(t, want.IsInt64(), err == nil)
		if err == nil {
			require.Equal(t, money.New(want.Int64(), cny), tax)
		}

		reduced := new(big.Rat).Mul(exact, big.NewRat(levyMicro, 1_000_000))
		want = nearest(money.ModeHalfUp, 1, reduced.Quo(reduced, onePlus))
		net, tax, err = money.ReducedTaxWithin(gross, rate, levy)
		rest := new(big.Int).Sub(big.NewInt(minor), want)
		require.Equal(t, want.IsInt64() && rest.IsInt64(), err == nil)
		if err == nil {
			require.Equal(t, want.Int64(), tax.Minor())
			require.Equal(t, rest.Int64(), net.Minor())
		}
	})
}

func BenchmarkTaxWithin(b *testing.B) {
	gross, rate := money.MustParse("250.68 CNY"), money.MustParseRate("6%")
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := money.TaxWithin(gross, rate); err != nil {
			b.Fatal(err)
		}
	}
}
