package billing_test

import (
	"math/big"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// TestInterpolatedReadingChangesNothing reads the meter once more on any day of the month, at the value that it had if
// every day used the same: 31 kWh a day. The price, the owner and the tiers' year change inside.
func TestInterpolatedReadingChangesNothing(t *testing.T) {
	for name, tiers := range map[string]*billing.TierRule{"month": byMonth, "year": {Per: billing.PerYear, Reset: civil.MustParseMonthDay("07-20")}} {
		h := newMeterHome("2026-06-01", tiers, entry("", "2026-07-11", tiersOf(monthTiers)), entry("2026-07-12", "", tiersOf("100:1 2")))
		h.estate.Tenancies[0].Term.End = day("2026-07-16")
		h.estate.Tenancies = append(h.estate.Tenancies, owner("1-0803", period("2026-07-16", ""), "N"))
		h = h.read("2026-06-30", "930").read("2026-07-31", "1891")
		want := h.lines(t, july)
		require.GreaterOrEqual(t, len(want), 3)
		for d := day("2026-07-01"); d < day("2026-07-31"); d++ {
			value := strconv.Itoa(930 + 31*d.DaysSince(day("2026-06-30")))
			for _, source := range []meter.Source{meter.Manual, meter.Estimated} {
				got := h.readAs(d.String(), value, source)
				require.Equal(t, quickLines(want), quickLines(got.lines(t, july)), "%s, read on %s", name, d)
				same, err := billing.Diff(want, got.lines(t, july))
				require.NoError(t, err)
				require.Empty(t, same)
			}
		}
	}
}

// TestSplitInsideOneTierCostsTheSame reads at any day and any value between, sells the home on any day and states the
// price again on any day: inside one tier nothing of it moves a fen of the whole.
func TestSplitInsideOneTierCostsTheSame(t *testing.T) {
	d := newDice(7)
	for range 300 {
		price := decimal.New(1+d.Int64N(3_000_000), -6)
		rate := billing.Rate{Tiers: []billing.Tier{{UpTo: decimal.New(5000, 0), Price: price}, {Price: decimal.New(9, 0)}}}
		total := 1 + d.Int64N(5000_0000-1)
		h := newMeterHome("2026-07-01", of(d, byMonth, byYear), entry("", "", rate))
		h = h.read("2026-07-31", plainOf(total).String())
		// By hand: usage × price, to the fen, half up.
		exact := new(big.Rat).Mul(big.NewRat(total, 10_000), price.Rat())
		want := roundTo(exact.Mul(exact, big.NewRat(100, 1)), money.ModeHalfUp).Int64()
		require.Equal(t, want, minorSum(h.lines(t, july)))

		cut := day("2026-07-02").AddDays(d.IntN(29))
		read := h.read(cut.String(), plainOf(d.Int64N(total+1)).String())
		require.Equal(t, want, minorSum(read.lines(t, july)), "read on %s", cut)
		sold := read
		sold.estate.Tenancies = []property.Tenancy{owner("1-0803", civil.Period{Start: day("2020-01-01"), End: cut}, "H"), owner("1-0803", civil.Period{Start: cut}, "N")}
		lines := sold.lines(t, july)
		require.Len(t, lines, 2)
		require.Equal(t, want, minorSum(lines), "sold on %s", cut)
	}
}

// TestMonthsAddUp bills six months one by one and as one half-year: the usage is the same, and the money to half a fen
// for each charge, since each is rounded once.
func TestMonthsAddUp(t *testing.T) {
	d := newDice(11)
	for range 100 {
		h := newMeterHome("2026-01-01", nil, entry("", "", billing.Rate{Price: d.usagePrice()}))
		value := int64(0)
		for k := range 6 {
			value += d.Int64N(500_0000)
			h = h.read(day("2026-01-31").AddDays(1).AddMonths(k).AddDays(-1).String(), plainOf(value).String())
		}
		parts := h.months(t, "2026-01", 6)
		h.tariff.Cycle = &billing.Cycle{Every: billing.HalfYearly}
		whole := h.lines(t, civil.MustParseMonth("2026-06"))
		require.Len(t, whole, 1)
		require.Equal(t, value, whole[0].Facts.Metered.Usage.Units())
		require.LessOrEqual(t, 2*abs(minorSum(parts)-minorSum(whole)), int64(len(parts)+1))
		used := int64(0)
		for _, l := range parts {
			used += l.Facts.Metered.Usage.Units()
		}
		require.Equal(t, value, used)
	}
}

func abs(n int64) int64 { return max(n, -n) }

// TestTrapAnnualTiers is TRAP-19: the same readings by month and by year. Ten months of 200 kWh and two of 700:
// by month 10 × 97.66 + 2 × (117.192 + 86.128 + 236.49) = 1,856.22;
// by year 2,880 × 0.4883 + 520 × 0.5383 = 1,686.222, of which October has 80 × 0.4883 + 120 × 0.5383 = 103.66.
func TestTrapAnnualTiers(t *testing.T) {
	amounts := func(tiers *billing.TierRule, prices string) (out []string, sum string) {
		h := newMeterHome("2026-01-01", tiers, entry("", "", tiersOf(prices)))
		shown := 0
		for m := range 12 {
			if shown += 200; m == 6 || m == 7 {
				shown += 500
			}
			h = h.read(day("2026-01-01").AddMonths(m+1).AddDays(-1).String(), strconv.Itoa(shown))
		}
		lines := h.months(t, "2026-01", 12)
		for _, l := range lines {
			out = append(out, number(l.Amount))
		}
		return out, number(lines[0].Amount.With(minorSum(lines)))
	}
	months, sum := amounts(byMonth, monthTiers)
	require.Equal(t, "1856.22", sum)
	require.Equal(t, []string{"97.66", "97.66", "97.66", "97.66", "97.66", "97.66", "439.81", "439.81", "97.66", "97.66", "97.66", "97.66"}, months)
	years, sum := amounts(byYear, yearTiers)
	require.Equal(t, "1686.22", sum)
	require.Equal(t, []string{"97.66", "97.66", "97.66", "97.66", "97.66", "97.66", "341.81", "341.81", "97.66", "103.66", "107.66", "107.66"}, years)
}

// TestYearTiersAddUp bills years of random readings. Usages of charges are whole ten-thousandths that add up, and each
// charge is the tier function of what was used through it less that of what was used before it, rounded once: so the
// charges of a year differ from the function of the year's total by half a fen for each of them at most.
func TestYearTiersAddUp(t *testing.T) {
	d := newDice(19)
	for range 40 {
		h := newMeterHome("2025-07-01", &billing.TierRule{Per: billing.PerYear, Reset: civil.MustParseMonthDay("07-01")}, entry("", "", tiersOf(yearTiers)))
		used := d.Int64N(3000_0000)
		before := used
		if d.one(2) { // records begin on the reset day, or inside the year with what was used before
			used = 0
		} else {
			h.meters[0].Devices[0].Installed = day("2025-07-15")
			h.meters[0].Opening = &meter.Opening{On: day("2025-07-15"), Used: plainOf(before)}
		}
		shown := int64(0)
		for m := range 12 {
			shown += d.Int64N(of[int64](d, 300_0000, 1500_0000))
			last := day("2025-07-01").AddMonths(m + 1).AddDays(-1)
			if m < 11 {
				last = last.AddDays(-d.IntN(10))
			}
			h = h.read(last.String(), plainOf(shown).String())
		}
		lines := h.months(t, "2025-07", 12)
		want := new(big.Int).Sub(tierCost(used+shown, beijingYear, beijingPrices), tierCost(used, beijingYear, beijingPrices))
		// |Σ fen − exact| ≤ n ÷ 2, exactly.
		off := new(big.Rat).Sub(big.NewRat(minorSum(lines), 1), big.NewRat(0, 1).SetFrac(want, big.NewInt(1_000_000)))
		require.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(int64(len(lines)), 2)), 0, "%s", off)
		// And the next year begins anew.
		h = h.read("2026-07-31", plainOf(shown+100_0000).String())
		next := h.lines(t, july)
		require.Equal(t, []string{"48.83"}, []string{number(next[0].Amount)})
	}
}
