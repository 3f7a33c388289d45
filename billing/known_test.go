package billing_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// billed returns the amounts of the lines by their first and last day, and what they come to.
func billed(t *testing.T, e property.Estate, b billing.Book, f billing.Facts, month string) []string {
	t.Helper()
	var out []string
	for _, b := range bills(t, prepare(t, e, b, f, civil.MustParseMonth(month))) {
		if b.IsHeld() {
			out = append(out, "held "+b.Unit)
			continue
		}
		for _, l := range b.Lines {
			out = append(out, b.Unit+" "+l.Tariff+" "+b.Payer+" "+l.Period.Start.String()+" "+l.Period.Last().String()+" "+number(l.Amount)+" "+number(l.Tax))
		}
	}
	return out
}

// The part that a vacancy leaves and the months it must last are two rows that change on different
// days: on each day the rows of that day hold.
func TestVacancyPolicyRowsByDay(t *testing.T) {
	fee := fixed("pm", "300")
	fee.Reliefs = &billing.Reliefs{Vacancy: &billing.VacancyRelief{Policy: "empty"}}
	f := billing.Facts{
		Policies: []policy.Row{
			{Key: "empty.charge", Region: "3301", Value: "0.7", Source: "条例"},
			{Key: "empty.charge", Region: "330106", Value: "0.5", To: day("2026-06-11"), Source: "办法"},
			{Key: "empty.months", Value: "1", From: day("2026-06-06"), Source: "条例"},
		},
		Vacancies: []billing.Vacancy{{Unit: "1-0803", Period: period("2026-01-01", ""), RegisteredOn: day("2026-01-01")}},
	}
	require.Equal(t, []string{
		"1-0803 pm H 2026-06-01 2026-06-11 55.00 0.00",  // 300 × 11/30 × 0.5
		"1-0803 pm H 2026-06-12 2026-06-30 133.00 0.00", // 300 × 19/30 × 0.7
	}, billed(t, home(), bookOf(fee), f, "2026-06"))
}

// A percentage that does not apply to a unit does not cut its lines: cut in two, the tax of 250.68
// at 6 % would be 14.18 instead of 14.19.
func TestPercentageOfOthersCutsNothing(t *testing.T) {
	pm := fixed("pm", "250.68")
	pm.Tax = inclusive(civil.Always(decimal.RequireFromString("0.06"))...)
	more := fixed("more", "0.05")
	more.Basis = billing.Basis{Percent: &billing.PercentBasis{Of: []string{"pm"}}}
	more.AppliesTo = property.Scope{Uses: []property.Use{property.Shop}}
	more.Prices = history(entry("", "", rate("0.05")), entry("2026-06-16", "", rate("0.08")))
	e := home()
	e.Units = append(e.Units, property.Unit{Code: "S-01", Use: property.Shop, DefaultPayer: "D"})
	require.Equal(t, []string{
		"1-0803 pm H 2026-06-01 2026-06-30 250.68 14.19",
		"S-01 more D 2026-06-01 2026-06-15 6.27 0.00",
		"S-01 more D 2026-06-16 2026-06-30 10.02 0.00", // 16.2942 − 6.27
		"S-01 pm D 2026-06-01 2026-06-15 125.34 7.09",
		"S-01 pm D 2026-06-16 2026-06-30 125.34 7.09",
	}, billed(t, e, bookOf(pm, more), billing.Facts{}, "2026-06"))
}

// A percentage of a percentage that is over cuts nothing either.
func TestPercentageOfNothingCutsNothing(t *testing.T) {
	pm := fixed("pm", "250.68")
	pm.Tax = inclusive(civil.Always(decimal.RequireFromString("0.06"))...)
	old := fixed("old", "0.05")
	old.Basis = billing.Basis{Percent: &billing.PercentBasis{Of: []string{"pm"}}}
	old.Prices = history(entry("", "2026-06-10", rate("0.05")))
	of := fixed("of", "0.5")
	of.Basis = billing.Basis{Percent: &billing.PercentBasis{Of: []string{"old"}}}
	of.Prices = history(entry("", "", rate("0.5")), entry("2026-06-16", "", rate("0.6")))
	require.Equal(t, []string{
		"1-0803 of H 2026-06-01 2026-06-10 2.09 0.00",
		"1-0803 old H 2026-06-01 2026-06-10 4.18 0.00",
		"1-0803 pm H 2026-06-01 2026-06-10 83.56 4.73",
		"1-0803 pm H 2026-06-11 2026-06-30 167.12 9.46",
	}, billed(t, home(), bookOf(pm, old, of), billing.Facts{}, "2026-06"))
}

// What is said of a held unit does not depend on the order of its claims.
func TestHeldClaimsInAnyOrder(t *testing.T) {
	e := home()
	e.Tenancies = nil // nobody pays
	claim := func(code, on string) billing.Claim {
		return billing.Claim{
			Code: code, Tariff: "repair", Unit: "1-0803", On: day(on),
			Items: []billing.Item{{Text: "换锁", Quantity: measure.MustParseQuantity("1"), Price: decimal.New(80, 0)}},
		}
	}
	f := billing.Facts{Claims: []billing.Claim{claim("R-1", "2026-06-04"), claim("R-2", "2026-06-09")}}
	turned := billing.Facts{Claims: []billing.Claim{f.Claims[1], f.Claims[0]}}
	b := bookOf(fixed("pm", "1"))
	b.Tariffs[0].AppliesTo = property.Scope{Uses: []property.Use{property.Shop}}
	june := civil.MustParseMonth("2026-06")
	require.Equal(t, toJSON(t, bills(t, prepare(t, e, b, f, june))), toJSON(t, bills(t, prepare(t, e, b, turned, june))))
}

// A charter that ends is nobody's exit, as little as a price that ends; for a rent, too.
func TestCharterOfARentEndsInsideAMonth(t *testing.T) {
	rent := fixed("rent", "1")
	rent.Basis, rent.Prices = billing.Basis{Agreed: &billing.AgreedBasis{}}, nil
	rent.Proration = billing.Proration{ExitDayFree: true}
	rent.Charter = &billing.CharterVersion{Code: "章程", Version: "2020"}
	pm := fixed("pm", "30")
	pm.Proration, pm.Charter = rent.Proration, rent.Charter
	e := home()
	n := lease("1-0803", "T", period("2026-01-01", "2027-01-01"))
	n.Agreed = []property.Agreed{{Fee: "rent", Prices: civil.Always(property.AgreedPrice{Price: money.MustParsePrice("30")})}}
	e.Tenancies = append(e.Tenancies, n)
	b := bookOf(pm, rent)
	b.Charters = []billing.Charter{{Code: "章程", Versions: history(entry("", "2026-06-15", "2020"))}}
	require.Equal(t, []string{
		"1-0803 pm H 2026-06-01 2026-06-15 15.00 0.00",
		"1-0803 rent T 2026-06-01 2026-06-15 15.00 0.00",
	}, billed(t, e, b, billing.Facts{}, "2026-06"))
}

// Who takes a unit over on the first of a month is charged all of it, not 12 × 31 ÷ 365.
func TestClaimedOnTheFirstByYear365(t *testing.T) {
	pm := fixed("pm", "365")
	pm.ClaimedOnly, pm.Proration.Method = true, billing.Year365
	e := home()
	e.Units[0].DeliveredOn = day("2026-07-01")
	require.Equal(t, []string{"1-0803 pm H 2026-07-01 2026-07-31 365.00 0.00"}, billed(t, e, bookOf(pm), billing.Facts{}, "2026-07"))
	e.Units[0].DeliveredOn = day("2026-06-01")
	require.Equal(t, []string{"1-0803 pm H 2026-06-01 2026-06-30 365.00 0.00"}, billed(t, e, bookOf(pm), billing.Facts{}, "2026-06"))
}

// An instalment taxed by the rate of the receipt has nothing to do with a change of the rate.
func TestTaxedInstalmentIsNotCut(t *testing.T) {
	pm := fixed("pm", "100")
	pm.Tax = inclusive(entry("", "", decimal.RequireFromString("0.06")), entry("2026-06-11", "", decimal.RequireFromString("0.09")))
	f := billing.Facts{Prepayments: []billing.Prepayment{{
		Unit: "1-0803", Tariff: "pm", Period: period("2026-06-01", "2026-07-01"), Total: money.New(10000, cny), TaxOn: day("2026-05-20"),
	}}}
	require.Equal(t, []string{"1-0803 pm H 2026-06-01 2026-06-30 100.00 5.66"}, billed(t, home(), bookOf(pm), f, "2026-06"))
}

// Vacancies that meet are one: from its first day, once it has lasted long enough.
func TestVacanciesThatMeetAreOne(t *testing.T) {
	pm := fixed("pm", "100")
	pm.Reliefs = &billing.Reliefs{Vacancy: &billing.VacancyRelief{
		Charge: decimal.RequireFromString("0.7"), Months: 4, Start: billing.Retroactive,
	}}
	f := billing.Facts{AsOf: day("2026-07-31"), Vacancies: []billing.Vacancy{
		{Unit: "1-0803", Period: period("2026-01-01", "2026-03-01"), RegisteredOn: day("2026-01-01")},
		{Unit: "1-0803", Period: period("2026-03-01", "2026-06-01"), RegisteredOn: day("2026-03-01")},
	}}
	require.Equal(t, []string{"1-0803 pm H 2026-04-01 2026-04-30 70.00 0.00"}, billed(t, home(), bookOf(pm), f, "2026-04"))
	require.Equal(t, []string{"1-0803 pm H 2026-02-01 2026-02-28 70.00 0.00"}, billed(t, home(), bookOf(pm), f, "2026-02"))
}

// An agreed price over the limit of a part of the month is not charged there, even if nothing else
// changes on that day.
func TestCeilingOfAnAgreedPriceFallsInsideAMonth(t *testing.T) {
	rent := fixed("rent", "1")
	rent.Basis, rent.Prices = billing.Basis{Agreed: &billing.AgreedBasis{}}, nil
	limit := func(price string) billing.Limit {
		return billing.Limit{Price: decimal.RequireFromString(price), Source: "批复"}
	}
	rent.Ceiling = &billing.Ceiling{Limits: history(entry("", "", limit("12")), entry("2026-06-16", "", limit("8")))}
	e := home()
	n := lease("1-0803", "T", period("2026-01-01", "2027-01-01"))
	n.Agreed = []property.Agreed{{Fee: "rent", Prices: civil.Always(property.AgreedPrice{Price: money.MustParsePrice("10")})}}
	e.Tenancies = append(e.Tenancies, n)
	require.Equal(t, []string{"1-0803 rent T 2026-05-01 2026-05-31 10.00 0.00"}, billed(t, e, bookOf(rent), billing.Facts{}, "2026-05"))
	require.Equal(t, []string{"held 1-0803"}, billed(t, e, bookOf(rent), billing.Facts{}, "2026-06"))
}

// The developer's month is that in which the owner follows him by the handover. An owner who comes
// later follows by the method of entries.
func TestHandoverOnTheFirstBeforeAnOwner(t *testing.T) {
	pm := fixed("pm", "30")
	pm.Proration = billing.Proration{Handover: billing.NextMonth}
	e := home()
	u := &e.Units[0]
	u.DefaultPayer, u.DeliveredOn = "D", day("2026-06-01")
	e.Tenancies = []property.Tenancy{owner("1-0803", period("2026-06-11", ""), "H")}
	require.Equal(t, []string{
		"1-0803 pm D 2026-06-01 2026-06-10 10.00 0.00",
		"1-0803 pm H 2026-06-11 2026-06-30 20.00 0.00",
	}, billed(t, e, bookOf(pm), billing.Facts{}, "2026-06"))

	// handed over a day later it is charged so already
	u.DeliveredOn = day("2026-06-02")
	require.Equal(t, []string{
		"1-0803 pm D 2026-06-01 2026-06-10 10.00 0.00",
		"1-0803 pm H 2026-06-11 2026-06-30 20.00 0.00",
	}, billed(t, e, bookOf(pm), billing.Facts{}, "2026-06"))
}
