package billing_test

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// guidePrice is EX-109: 2.00 ± 20 %, so at most 2.40.
func guidePrice() billing.Ceiling {
	d := decimal.RequireFromString
	return billing.Ceiling{Limits: civil.Always(billing.Limit{Benchmark: d("2.00"), Up: d("0.2"), Down: d("0.2"), Source: "政府指导价"})}
}

func pricedLines(t *testing.T, p civil.Period, prices ...civil.Entry[billing.Rate]) []billing.Line {
	t.Helper()
	return billLines(bills(t, prepare(t, home(), bookOf(byArea("pm", prices...)), billing.Facts{}, p))...)
}

func showExcess(es []billing.Excess) []string {
	var out []string
	for _, e := range es {
		out = append(out, e.Line+": "+e.Price.String()+" over "+e.Cap.String()+" of "+e.Source+", "+number(e.Charged)+" − "+number(e.Allowed)+" = "+number(e.Amount))
	}
	return out
}

func TestOvercharge(t *testing.T) {
	got, err := billing.Overcharge(pricedLines(t, july, entry("", "", rate("2.55"))), guidePrice())
	require.NoError(t, err)
	require.Equal(t, []string{"pm/1-0803/H/2026-07-01: 2.55 over 2.40 of 政府指导价, 228.30 − 214.87 = 13.43"}, showExcess(got)) // EX-109
	// At the limit nothing is too much, also under a strict ceiling.
	ceiling := guidePrice()
	ceiling.Strict = true
	got, err = billing.Overcharge(pricedLines(t, july, entry("", "", rate("2.40"))), ceiling)
	require.NoError(t, err)
	require.Empty(t, got)
	// Half a month of it: 89.53 × 2.55 × 15/31 = 110.47, at 2.40 103.97; what follows is within the limit.
	got, err = billing.Overcharge(pricedLines(t, july, entry("", "2026-07-15", rate("2.55")), entry("2026-07-16", "", rate("2.40"))), guidePrice())
	require.NoError(t, err)
	require.Equal(t, []string{"pm/1-0803/H/2026-07-01: 2.55 over 2.40 of 政府指导价, 110.47 − 103.97 = 6.50"}, showExcess(got))
	// A year of it, month by month.
	got, err = billing.Overcharge(pricedLines(t, period("2026-01-01", "2027-01-01"), entry("", "", rate("2.55"))), guidePrice())
	require.NoError(t, err)
	require.Len(t, got, 12)
	for _, e := range got {
		require.Equal(t, "13.43", number(e.Amount))
	}
}

// A limit counts from its first day; before it there was none.
func TestOverchargeByDate(t *testing.T) {
	lines := pricedLines(t, period("2026-06-01", "2026-09-01"), entry("", "", rate("2.55")))
	limit := billing.Ceiling{Limits: history(entry("2026-07-01", "2026-07-31", billing.Limit{Price: decimal.RequireFromString("2.40"), Source: "七月"}))}
	got, err := billing.Overcharge(lines, limit)
	require.NoError(t, err)
	require.Equal(t, []string{"pm/1-0803/H/2026-07-01: 2.55 over 2.40 of 七月, 228.30 − 214.87 = 13.43"}, showExcess(got))
}

// What has no price per unit and what is taken back is left out; what cannot be a limit is refused.
func TestOverchargeLeavesOut(t *testing.T) {
	facts := billing.Facts{Claims: []billing.Claim{{Code: "c", Tariff: "x", Unit: "1-0803", On: day("2026-07-05"), Items: []billing.Item{{Text: "a", Price: decimal.NewFromInt(99)}}}}}
	book := bookOf(byArea("pm", entry("", "", rate("2.00"))), percentOf("p", "3", "pm"))
	got, err := billing.Overcharge(billLines(bills(t, prepare(t, home(), book, facts, july))...), guidePrice())
	require.NoError(t, err)
	require.Empty(t, got)
	_, err = billing.Overcharge(nil, billing.Ceiling{})
	require.Equal(t, []string{"limits invalid/required limits"}, dropped(problems(err), "ceiling."))
	// 2.000001 × 1.123456 has more decimals than a price.
	_, err = billing.Overcharge(pricedLines(t, july, entry("", "", rate("3"))), billing.Ceiling{Limits: civil.Always(billing.Limit{
		Benchmark: decimal.RequireFromString("2.000001"), Up: decimal.RequireFromString("0.123456"),
	})})
	require.ErrorIs(t, err, money.ErrPriceScale)
}

func dropped(texts []string, prefix string) []string {
	for i := range texts {
		if len(texts[i]) > len(prefix) && texts[i][:len(prefix)] == prefix {
			texts[i] = texts[i][len(prefix):]
		}
	}
	return texts
}

// Lines that were taken back are charged no more: of everything issued, only what stands is too much.
func TestOverchargeOfCorrections(t *testing.T) {
	high, low := pricedLines(t, july, entry("", "", rate("2.55"))), pricedLines(t, july, entry("", "", rate("2.40")))
	back, err := billing.Diff(high, low)
	require.NoError(t, err)
	all := append(high, back...)
	standing, err := billing.Standing(all)
	require.NoError(t, err)
	got, err := billing.Overcharge(standing, guidePrice())
	require.NoError(t, err)
	require.Empty(t, got)
	got, err = billing.Overcharge(all, guidePrice())
	require.NoError(t, err)
	require.Empty(t, got)
}

// overchargeCase is two homes with random areas and three prices in one month.
func overchargeCase(seed uint64) (property.Estate, billing.Book) {
	d := newDice(seed)
	e := home()
	e.Units[0].Areas = civil.Always(property.Areas{Gross: areaOf(1 + d.Int64N(2_000_000))})
	other := e.Units[0]
	other.Code, other.Areas = "1-0804", civil.Always(property.Areas{Gross: areaOf(1 + d.Int64N(2_000_000))})
	e.Units = append(e.Units, other)
	e.Tenancies = append(e.Tenancies, owner("1-0804", period("2020-01-01", ""), "N"))
	price := func() billing.Rate { return billing.Rate{Price: decimal.New(1+d.Int64N(4_000_000), -6)} }
	book := bookOf(byArea("pm", entry("", "2026-07-10", price()), entry("2026-07-11", "2026-07-20", price()), entry("2026-07-21", "", price())))
	return e, book
}

// TestOverchargeOfUnitsTogether: what is too much of a unit does not depend on whose lines stand beside.
func TestOverchargeOfUnitsTogether(t *testing.T) {
	for seed := range uint64(200) {
		e, book := overchargeCase(seed)
		var all []billing.Line
		var alone []string
		for _, b := range bills(t, prepare(t, e, book, billing.Facts{}, july)) {
			all = append(all, b.Lines...)
			got, err := billing.Overcharge(b.Lines, guidePrice())
			require.NoError(t, err)
			alone = append(alone, showExcess(got)...)
		}
		together, err := billing.Overcharge(all, guidePrice())
		require.NoError(t, err)
		require.ElementsMatch(t, alone, showExcess(together), "seed %d", seed)
	}
}

// eachCharge visits charges of random prices with what is too much of them: as the lines say, and by
// rationals as charged less what the charge comes to at the cap.
func eachCharge(t *testing.T, visit func(got, want int64)) {
	t.Helper()
	for seed := range uint64(300) {
		e, book := overchargeCase(seed)
		for _, b := range bills(t, prepare(t, e, book, billing.Facts{}, july)) {
			charged, allowed, excess := new(big.Rat), new(big.Rat), int64(0)
			for _, l := range b.Lines {
				p := l.Facts.Product
				price := p.Price.Decimal().Rat()
				part := new(big.Rat).Mul(p.Quantity.Decimal().Rat(), big.NewRat(int64(p.Days)*100, int64(p.Of)))
				charged.Add(charged, new(big.Rat).Mul(part, price))
				if limit := big.NewRat(240, 100); price.Cmp(limit) > 0 {
					price = limit
				}
				allowed.Add(allowed, new(big.Rat).Mul(part, price))
			}
			got, err := billing.Overcharge(b.Lines, guidePrice())
			require.NoError(t, err)
			for _, x := range got {
				require.Equal(t, x.Charged.Minor()-x.Allowed.Minor(), x.Amount.Minor())
				excess += x.Amount.Minor()
			}
			visit(excess, new(big.Int).Sub(halfUpRat(charged), halfUpRat(allowed)).Int64())
		}
	}
}

// TestOverchargeNearly: no charge's excess is more than a fen off.
func TestOverchargeNearly(t *testing.T) {
	over := 0
	eachCharge(t, func(got, want int64) {
		require.LessOrEqual(t, want-got, int64(1))
		require.GreaterOrEqual(t, want-got, int64(-1))
		if want > 0 {
			over++
		}
	})
	require.Greater(t, over, 100)
}

// TestOverchargeAddsUp: the excess of a charge is what it was charged less what it comes to at the cap.
func TestOverchargeAddsUp(t *testing.T) {
	eachCharge(t, func(got, want int64) { require.Equal(t, want, got) })
}
