package billing_test

import (
	"math/big"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

func rounding(mode money.Mode, step string) money.Rounding {
	return money.Rounding{Mode: mode, Step: decimal.RequireFromString(step)}
}

// TestTotals rounds a bill of 250.684 → 250.68 and 31.3355 → 31.34: the lines come to 282.02, exactly
// 282.0195.
func TestTotals(t *testing.T) {
	for _, tt := range []struct {
		name   string
		totals billing.Totals
		line   string // amount of the rounding line, "" for none
		total  string
	}{
		{"抹去分", billing.Totals{Rounding: rounding(money.ModeDown, "0.1")}, "-0.02", "282.00"},
		{"抹去角分", billing.Totals{Rounding: rounding(money.ModeDown, "1")}, "-0.02", "282.00"},
		{"up to yuan", billing.Totals{Rounding: rounding(money.ModeUp, "1")}, "0.98", "283.00"},
		{"half up to yuan", billing.Totals{Rounding: rounding(money.ModeHalfUp, "1")}, "-0.02", "282.00"},
		{"to five jiao", billing.Totals{Rounding: rounding(money.ModeCeiling, "0.5")}, "0.48", "282.50"},
		{"to the fen nothing is left to do", billing.Totals{Rounding: rounding(money.ModeHalfUp, "0.01")}, "", "282.02"},
		{"the exact sum, down to the fen", billing.Totals{Of: billing.OfExact, Rounding: rounding(money.ModeDown, "0.01")}, "-0.01", "282.01"},
		{"the exact sum, half up", billing.Totals{Of: billing.OfExact, Rounding: rounding(money.ModeHalfUp, "0.01")}, "", "282.02"},
		{"the exact sum, down to jiao", billing.Totals{Of: billing.OfExact, Rounding: rounding(money.ModeDown, "0.1")}, "-0.02", "282.00"},
		{"to a hundred", billing.Totals{Rounding: rounding(money.ModeHalfUp, "1000")}, "-282.02", "0.00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := bookOf(byArea("pm", entry("", "", rate("2.80"))), byArea("lift", entry("", "", rate("0.35"))))
			book.Totals = &tt.totals
			b := bills(t, prepare(t, home(), book, billing.Facts{}, july))[0]
			require.NoError(t, billing.Verify(b))
			require.NoError(t, b.Why().Check())
			require.Equal(t, tt.total, number(b.Total))
			last := b.Lines[len(b.Lines)-1]
			if tt.line == "" {
				require.Len(t, b.Lines, 2)
				require.Nil(t, last.Facts.Total)
				return
			}
			require.Len(t, b.Lines, 3)
			require.Equal(t, []string{"rounding", tt.line, tt.line, "0.00"}, []string{last.Tariff, number(last.Amount), number(last.Net), number(last.Tax)})
			require.Equal(t, july, last.Period)
			require.Equal(t, "282.02 CNY", last.Facts.Total.Sum.String())
			require.Equal(t, tt.total, number(last.Facts.Total.Rounded))
		})
	}
}

// A tax on top is in what is rounded, and the rounding itself carries none; each payer's bill is rounded.
func TestTotalsWithTaxOfEachPayer(t *testing.T) {
	e := home()
	e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2026-07-16", "2027-07-16"), "pm"))
	book := bookOf(byArea("pm", entry("", "", rate("2.80"))), fixed("waste", "8.00"))
	six := entry("", "", decimal.RequireFromString("0.06"))
	book.Tariffs[0].Tax = &billing.Tax{Exclusive: &billing.TaxRate{Rates: civil.History[decimal.Decimal]{six}}}
	book.Totals = &billing.Totals{Code: "抹零", Rounding: rounding(money.ModeDown, "1")}
	got := bills(t, prepare(t, e, book, billing.Facts{}, july))
	var rows []string
	for _, b := range got {
		require.NoError(t, billing.Verify(b))
		rows = append(rows, b.Payer+" "+number(b.Net)+" + "+number(b.Tax)+" = "+number(b.Total))
	}
	// H: 121.30 + 7.28 + 8.00 = 136.58; T: 129.38 + 7.76 = 137.14
	require.Equal(t, []string{"H 128.72 + 7.28 = 136.00", "T 129.24 + 7.76 = 137.00"}, rows)
	require.Equal(t, "抹零/1-0803/H/2026-07-01", got[0].Lines[2].ID())
}

// No bill of a unit is issued while another of it is held, though only the rounding does not fit.
func TestTotalsTooLarge(t *testing.T) {
	e := home()
	e.Units[0].Areas = civil.Always(gross("922337203650000"))
	e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2025-01-01", ""), "b"))
	book := bookOf(byArea("a", entry("", "", rate("100"))), fixed("b", "8"))
	book.Totals = &billing.Totals{Rounding: rounding(money.ModeUp, "20000000")}
	got := bills(t, prepare(t, e, book, billing.Facts{}, july))
	held := 0
	for _, b := range got {
		if b.IsHeld() {
			held++
		}
	}
	require.Positive(t, held)
	require.Len(t, got, held)
}

// FuzzTotals: three prices of any size and any rounding against rationals: the rounded total is the total,
// whatever is rounded.
func FuzzTotals(f *testing.F) {
	f.Add(uint32(2800000), uint32(350000), uint32(8), uint8(1), uint16(10), true, uint8(6))
	f.Add(uint32(1), uint32(999999), uint32(5), uint8(7), uint16(1), false, uint8(0))
	f.Fuzz(func(t *testing.T, a, b, c uint32, mode uint8, step uint16, exact bool, percent uint8) {
		if step == 0 {
			return
		}
		r := money.Rounding{Mode: money.Mode(mode%7 + 1), Step: decimal.New(int64(step), -2)}
		book := bookOf()
		want := new(big.Rat)
		fen := new(big.Int)
		for i, micro := range []uint32{a, b, c} {
			price := decimal.New(int64(micro), -6)
			tariff := fixed("t"+strconv.Itoa(i), "1")
			tariff.Prices = history(entry("", "", billing.Rate{Price: price, Free: micro == 0}))
			amount := new(big.Rat).Mul(price.Rat(), big.NewRat(100, 1))
			rounded := halfUpRat(amount)
			if i == 0 && percent%101 > 0 {
				part := decimal.New(int64(percent%101), -2)
				tariff.Tax = &billing.Tax{Exclusive: &billing.TaxRate{Rates: civil.Always(part)}}
				fen.Add(fen, halfUpRat(new(big.Rat).Mul(new(big.Rat).SetInt(rounded), part.Rat())))
				amount.Mul(amount, part.Add(decimal.NewFromInt(1)).Rat())
			}
			fen.Add(fen, rounded)
			want.Add(want, amount)
			book.Tariffs = append(book.Tariffs, tariff)
		}
		book.Totals = &billing.Totals{Of: billing.OfLines, Rounding: r}
		if !exact {
			want.SetInt(fen)
		} else {
			book.Totals.Of = billing.OfExact
		}
		bill := bills(t, prepare(t, home(), book, billing.Facts{}, july))[0]
		require.NoError(t, billing.Verify(bill))
		require.NoError(t, bill.Why().Check())
		require.Equal(t, stepped(want, r.Mode, int64(step)).String(), strconv.FormatInt(bill.Total.Minor(), 10))
	})
}

// stepped rounds what is not negative to a multiple of a step.
func stepped(x *big.Rat, mode money.Mode, step int64) *big.Int {
	steps := new(big.Rat).Quo(x, big.NewRat(step, 1))
	whole := new(big.Int).Quo(steps.Num(), steps.Denom())
	rest := new(big.Rat).Sub(steps, new(big.Rat).SetInt(whole))
	half := rest.Cmp(big.NewRat(1, 2))
	up := map[money.Mode]bool{
		money.ModeHalfUp: half >= 0, money.ModeHalfDown: half > 0, money.ModeHalfEven: half > 0 || half == 0 && whole.Bit(0) == 1,
		money.ModeUp: rest.Sign() > 0, money.ModeCeiling: rest.Sign() > 0,
	}[mode]
	if up {
		whole.Add(whole, big.NewInt(1))
	}
	return whole.Mul(whole, big.NewInt(step))
}

// An empty bill line list is never rounded: units out of scope stay out of it.
func TestTotalsOfNothing(t *testing.T) {
	book := bookOf(fixed("waste", "8"))
	book.Tariffs[0].AppliesTo = property.Scope{Uses: []property.Use{property.Shop}}
	book.Totals = &billing.Totals{Rounding: rounding(money.ModeUp, "1")}
	require.Empty(t, bills(t, prepare(t, home(), book, billing.Facts{}, july)))
}
