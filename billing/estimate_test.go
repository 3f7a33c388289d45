package billing_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// quarterRun bills the small estate for the third quarter of 2026: 2.80 a square metre with 6 % inside for
// all but parking, 8.00 for waste with 6 % on top, the shop's rent; the sold home is held.
func quarterRun(t *testing.T, facts billing.Facts) *billing.Run {
	t.Helper()
	six := civil.Always(decimal.RequireFromString("0.06"))
	book := bookOf(byArea("pm", entry("", "", rate("2.80"))), fixed("waste", "8.00"), byArea("rent"))
	for i := range book.Tariffs {
		book.Tariffs[i].AppliesTo = property.Scope{All: true, ExceptUses: []property.Use{property.Parking}}
	}
	book.Tariffs[0].Tax = &billing.Tax{Inclusive: &billing.TaxRate{Rates: six}}
	book.Tariffs[1].Tax = &billing.Tax{Exclusive: &billing.TaxRate{Rates: six}}
	book.Tariffs[2].Basis = billing.Basis{Agreed: &billing.AgreedBasis{}}
	return prepare(t, smallEstate(), book, facts, period("2026-07-01", "2026-10-01"))
}

func showEstimate(e billing.Estimate) []string {
	out := []string{fmt.Sprintf("%s: %d billed, %d held, %d out of scope, %d lines: %s + %s = %s",
		e.Period, e.Billed, e.Held, e.OutOfScope, e.Lines, number(e.Net), number(e.Tax), e.Total)}
	for _, s := range e.Tariffs {
		out = append(out, fmt.Sprintf("%s %d: %s + %s", s.Tariff, s.Lines, number(s.Net), number(s.Tax)))
	}
	return out
}

func TestEstimate(t *testing.T) {
	run := quarterRun(t, billing.Facts{Holds: []billing.Hold{{Unit: "1-0101", Reason: "诉讼"}}})
	got, err := run.Estimate(0, run.Len())
	require.Equal(t, []string{"units.1-0101 billing/held 诉讼"}, problems(err))
	require.Equal(t, []string{
		"2026-07-01/2026-10-01: 2 billed, 1 held, 1 out of scope, 16 lines: 12942.83 + 119.82 = 13062.65 CNY",
		"pm 6: 1948.86 + 116.94",  // 3 × (236.49 + 413.13), 3 × (14.19 + 24.79)
		"rent 4: 10945.97 + 0.00", // 3,500 × 14/31 + 3,675 × 17/31 = 3,595.97, and twice 3,675
		"waste 6: 48.00 + 2.88",
	}, showEstimate(got))
	home, ok := run.Register().Find("1-0803")
	require.True(t, ok)
	got, err = run.Estimate(home, home+1)
	require.NoError(t, err)
	require.Equal(t, []string{
		"2026-07-01/2026-10-01: 1 billed, 0 held, 0 out of scope, 6 lines: 733.47 + 44.01 = 777.48 CNY", // 3 × (250.68 + 8.48)
		"pm 3: 709.47 + 42.57", // 3 × 236.49 + 14.19
		"waste 3: 24.00 + 1.44",
	}, showEstimate(got))
	for _, r := range [][2]property.Ref{{0, 0}, {3, 1}, {-5, -1}, {9, 12}} {
		got, err = run.Estimate(r[0], r[1])
		require.NoError(t, err)
		require.Equal(t, []string{"2026-07-01/2026-10-01: 0 billed, 0 held, 0 out of scope, 0 lines: 0.00 + 0.00 = 0.00 CNY"}, showEstimate(got))
	}
}

// TestEstimateIsTheBills: any range comes to what its bills come to, and ranges add up to the whole.
func TestEstimateIsTheBills(t *testing.T) {
	run := quarterRun(t, billing.Facts{})
	for lo := range run.Len() + 1 {
		for hi := lo; hi <= run.Len(); hi++ {
			units, lines, total := map[string]bool{}, 0, int64(0)
			for _, b := range billsOf(t, run, lo, hi) {
				units[b.Unit] = true
				lines += len(b.Lines)
				total += b.Total.Minor()
			}
			e, err := run.Estimate(lo, hi)
			require.NoError(t, err)
			require.Equal(t, []int64{int64(len(units)), int64(lines), total}, []int64{int64(e.Billed), int64(e.Lines), e.Total.Minor()})
			require.Equal(t, int(hi-lo), e.Billed+e.Held+e.OutOfScope)
			byTariff := int64(0)
			for _, s := range e.Tariffs {
				byTariff += s.Net.Minor() + s.Tax.Minor()
			}
			require.Equal(t, total, byTariff)
		}
	}
}

// The rounding of totals is in the estimate, under its own code.
func TestEstimateRoundsTotals(t *testing.T) {
	book := pmBook()
	book.Totals = &billing.Totals{Rounding: rounding(money.ModeDown, "1")}
	got, err := prepare(t, home(), book, billing.Facts{}, july).Estimate(0, 1)
	require.NoError(t, err)
	require.Equal(t, []string{
		"2026-07-01/2026-08-01: 1 billed, 0 held, 0 out of scope, 2 lines: 250.00 + 0.00 = 250.00 CNY", "pm 1: 250.68 + 0.00", "rounding 1: -0.68 + 0.00",
	}, showEstimate(got))
}

// Two units that fit may come to more than fits together.
func TestEstimateTooLarge(t *testing.T) {
	e := home()
	e.Units[0].Areas = civil.Always(gross("922337203685477.5807"))
	other := e.Units[0]
	other.Code = "1-0804"
	e.Units = append(e.Units, other)
	e.Tenancies = append(e.Tenancies, owner("1-0804", period("2020-01-01", ""), "H"))
	_, err := prepare(t, e, bookOf(byArea("a", entry("", "", rate("99")))), billing.Facts{}, july).Estimate(0, 2)
	require.ErrorIs(t, err, billing.ErrTotalTooLarge)
}
