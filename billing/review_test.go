package billing_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// total bills an estate and returns what all its bills come to, in least units.
func total(t *testing.T, e property.Estate, b billing.Book, f billing.Facts, p civil.Period) int64 {
	t.Helper()
	sum := int64(0)
	for _, bill := range bills(t, prepare(t, e, b, f, p)) {
		require.False(t, bill.IsHeld(), bill.Held)
		require.NoError(t, billing.Verify(bill))
		require.NoError(t, bill.Why().Check())
		sum += bill.Total.Minor()
	}
	return sum
}

// A price that begins or ends while somebody is there is no entry and no exit: 250.684 × 22/31 and × 20/31.
func TestPricesDoNotEnter(t *testing.T) {
	for _, method := range []billing.ProrationMethod{billing.ActualDays, billing.Year365, billing.HalfMonth, billing.WholeMonth, billing.NextMonth} {
		for _, tt := range []struct {
			from, to string
			want     int64
		}{{"2026-07-10", "", 17790}, {"", "2026-07-20", 16173}, {"2026-07-01", "", 25068}} {
			tariff := byArea("pm", entry(tt.from, tt.to, rate("2.80")))
			tariff.Proration = billing.Proration{Method: method, Exit: billing.ActualDays, EntryDayFree: true, ExitDayFree: true}
			require.Equal(t, tt.want, total(t, home(), bookOf(tariff), billing.Facts{}, july), "%s %s", method, tt.from+tt.to)
		}
	}
}

// A charter that changes inside a month charges the month once: 250.684 × 10/31 + 268.59 × 21/31.
func TestCharterChangesInsideTheMonth(t *testing.T) {
	for _, method := range []billing.ProrationMethod{billing.ActualDays, billing.HalfMonth, billing.WholeMonth} {
		one, two := byArea("pm-1", entry("", "", rate("2.80"))), byArea("pm-2", entry("", "", rate("3.00")))
		for version, tariff := range map[string]*billing.Tariff{"1": &one, "2": &two} {
			tariff.Charter = &billing.CharterVersion{Code: "JY", Version: version}
			tariff.Proration.Method = method
		}
		book := bookOf(one, two)
		book.Charters = []billing.Charter{{Code: "JY", Versions: history(entry("", "2026-07-10", "1"), entry("2026-07-11", "", "2"))}}
		require.Equal(t, int64(8087+18195), total(t, home(), book, billing.Facts{}, july), method)
	}
}

// A lease that the same tenant renews inside a month is charged once.
func TestRenewedLease(t *testing.T) {
	e := home()
	e.Parties = append(e.Parties, property.Party{Code: "Z", Name: "租户"})
	for _, term := range []civil.Period{period("2025-07-15", "2026-07-15"), period("2026-07-15", "2027-07-15")} {
		l := lease("1-0803", "Z", term)
		l.Agreed = []property.Agreed{{Fee: "rent", Prices: civil.Always(property.AgreedPrice{Price: money.MustParsePrice("3000")})}}
		e.Tenancies = append(e.Tenancies, l)
	}
	for _, method := range []billing.ProrationMethod{billing.ActualDays, billing.Thirty, billing.Year365, billing.HalfMonth, billing.WholeMonth} {
		for _, fromStart := range []bool{false, true} {
			rent := fixed("rent", "1")
			rent.Prices, rent.Basis = nil, billing.Basis{Agreed: &billing.AgreedBasis{FromStart: fromStart}}
			rent.Proration = billing.Proration{Method: method, EntryDayFree: true, ExitDayFree: true}
			require.Equal(t, int64(300000), total(t, e, bookOf(rent), billing.Facts{}, july), "%s %v", method, fromStart)
		}
	}
}

// The newest terms of a vacancy hold, whichever row they stand in: 250.684 × (20 × 0.7 + 11 × 0.6) ÷ 31.
func TestVacancyTermsInOrder(t *testing.T) {
	tariff := byArea("pm", entry("", "", rate("2.80")))
	tariff.Reliefs = &billing.Reliefs{Vacancy: &billing.VacancyRelief{Policy: "v", Start: billing.FromReached}}
	facts := billing.Facts{
		Vacancies: []billing.Vacancy{{Unit: "1-0803", Period: period("2025-01-01", ""), RegisteredOn: day("2025-01-01")}},
		Policies: []policy.Row{
			{Key: "v.charge", Value: "0.7", To: day("2026-07-20"), Source: "合同"},
			{Key: "v.charge", Value: "0.6", From: day("2026-07-21"), Source: "合同"},
			{Key: "v.months", Value: "6", To: day("2026-07-10"), Source: "合同"},
			{Key: "v.months", Value: "3", From: day("2026-07-11"), Source: "合同"},
		},
	}
	require.Equal(t, int64(16658), total(t, home(), bookOf(tariff), facts, july))
}

// A vacancy that is registered again without a break counts from its first day: 60 % all along.
func TestVacancyRegisteredAgain(t *testing.T) {
	tariff := byArea("pm", entry("", "", rate("2.80")))
	tariff.Reliefs = &billing.Reliefs{Vacancy: &billing.VacancyRelief{Charge: decimal.RequireFromString("0.6"), Months: 6}}
	facts := billing.Facts{Vacancies: []billing.Vacancy{
		{Unit: "1-0803", Period: period("2026-07-01", "2027-07-01"), RegisteredOn: day("2026-07-01")},
		{Unit: "1-0803", Period: period("2025-07-01", "2026-07-01"), RegisteredOn: day("2025-07-01")},
	}}
	require.Equal(t, int64(15041), total(t, home(), bookOf(tariff), facts, civil.MustParseMonth("2026-06")))
	require.Equal(t, int64(15041), total(t, home(), bookOf(tariff), facts, july))
}

// The ceiling of an agreed price is asked on every day of the month.
func TestAgreedOverTheCeilingLater(t *testing.T) {
	e := home()
	e.Parties = append(e.Parties, property.Party{Code: "Z", Name: "租户"})
	l := lease("1-0803", "Z", period("2026-01-01", ""))
	l.Agreed = []property.Agreed{{Fee: "rent", Prices: civil.Always(property.AgreedPrice{Price: money.MustParsePrice("3500")})}}
	e.Tenancies = append(e.Tenancies, l)
	rent := fixed("rent", "1")
	rent.Prices, rent.Basis = nil, billing.Basis{Agreed: &billing.AgreedBasis{}}
	rent.Ceiling = &billing.Ceiling{Limits: history(entry("2026-07-16", "", billing.Limit{Price: decimal.NewFromInt(3000)}))}
	got := bills(t, prepare(t, e, bookOf(rent), billing.Facts{}, july))
	require.Len(t, got, 1)
	require.Equal(t, []string{"billing/agreed-over-ceiling rent 3500.00 3000 2026-07-16"}, fieldTexts(got[0].Held))
}

// A ceiling from the 2nd allows 89.53 × (2.55 + 30 × 2.40) ÷ 31 = 215.31 of 228.30; one on the 1st only 227.87.
func TestOverchargeInsideALine(t *testing.T) {
	lines := bills(t, prepare(t, home(), bookOf(byArea("pm", entry("", "", rate("2.55")))), billing.Facts{}, july))[0].Lines
	over, err := billing.Overcharge(lines, billing.Ceiling{Limits: history(entry("2026-07-02", "", billing.Limit{Price: decimal.RequireFromString("2.40")}))})
	require.NoError(t, err)
	require.Len(t, over, 1)
	require.Equal(t, "12.99 CNY", over[0].Amount.String())
	over, err = billing.Overcharge(lines, billing.Ceiling{Limits: history(entry("", "2026-07-01", billing.Limit{Price: decimal.RequireFromString("2.40")}))})
	require.NoError(t, err)
	require.Equal(t, "0.43 CNY", over[0].Amount.String())
}

// What is paid ahead again after an early end is two prepayments; a rate that changes needs its day; a
// tariff that no longer charges needs the end.
func TestPrepaymentsThatMeet(t *testing.T) {
	tariff := byArea("pm", entry("", "2027-03-31", rate("2.80")))
	tariff.Tax = inclusive(entry("", "2026-12-31", decimal.RequireFromString("0.01")), entry("2027-01-01", "", decimal.RequireFromString("0.03")))
	paid := func(start, end, ended, taxOn string) billing.Prepayment {
		p := billing.Prepayment{Unit: "1-0803", Tariff: "pm", Period: period(start, end), Total: money.MustParse("2400.00 CNY")}
		if ended != "" {
			p.Ended = day(ended)
		}
		if taxOn != "" {
			p.TaxOn = day(taxOn)
		}
		return p
	}
	facts := billing.Facts{Prepayments: []billing.Prepayment{paid("2026-01-01", "2027-01-01", "2026-07-01", ""), paid("2026-07-01", "2027-07-01", "", "2026-06-20")}}
	require.Equal(t, int64(40000), total(t, home(), bookOf(tariff), facts, period("2026-06-01", "2026-08-01")))
	reg, err := home().Build()
	require.NoError(t, err)
	facts.Prepayments[1].TaxOn = 0
	_, err = billing.Prepare(reg, bookOf(tariff), facts, july)
	require.ErrorIs(t, err, billing.ErrPrepaidTax)
	facts.Prepayments[1].TaxOn = day("2026-06-20")
	_, err = billing.Prepare(reg, bookOf(tariff), facts, civil.MustParseMonth("2027-04"))
	require.ErrorIs(t, err, billing.ErrPrepaidPrice)
}

// What is charged again must have been taken back.
func TestChargedAgainWithoutTakingBack(t *testing.T) {
	line := bills(t, prepare(t, home(), pmBook(), billing.Facts{}, july))[0].Lines[0]
	again := line
	again.Revision = 2
	_, err := billing.Diff([]billing.Line{line, again}, []billing.Line{line})
	require.ErrorIs(t, err, billing.ErrNotIssued)
}

// A first bill is no correction.
func TestCorrectOfNothing(t *testing.T) {
	fresh := bills(t, prepare(t, home(), pmBook(), billing.Facts{}, july))
	got, err := billing.Correct(nil, fresh)
	require.NoError(t, err)
	require.Equal(t, fresh, got)
}

// An offer takes the months in the order of time, and must be one.
func TestQuoteInOrder(t *testing.T) {
	tariff := byArea("pm", entry("", "2026-07-31", rate("2.80")), entry("2026-08-01", "", rate("3.10")))
	lines := bills(t, prepare(t, home(), bookOf(tariff), billing.Facts{}, period("2026-07-01", "2026-09-01")))[0].Lines
	require.Len(t, lines, 2)
	lines[0], lines[1] = lines[1], lines[0]
	_, pay, err := billing.PrepaymentOffer{Months: 2, Gift: 1}.Quote(lines)
	require.NoError(t, err)
	require.Equal(t, "250.68 CNY", pay.String())
	_, _, err = billing.PrepaymentOffer{Months: 2}.Quote(lines)
	require.ErrorIs(t, err, billing.ErrOffer)
}

// A refund takes lines of the prepayment's own tariff, and explains that nothing was served.
func TestRefundOfForeignLines(t *testing.T) {
	lines := bills(t, prepare(t, home(), pmBook(), billing.Facts{}, july))[0].Lines
	p := billing.Prepayment{Unit: "1-0803", Tariff: "lift", Period: july, Total: money.MustParse("200.00 CNY")}
	_, err := p.RefundWithdrawn(lines)
	require.ErrorIs(t, err, billing.ErrForeignLine)
	none, err := p.RefundWithdrawn(nil)
	require.NoError(t, err)
	require.Equal(t, p.Total, none.Amount)
	require.NoError(t, none.Why().Check())
}

// A claim cannot pose as the rounding of the total.
func TestClaimOfTheTotalsCode(t *testing.T) {
	reg, err := home().Build()
	require.NoError(t, err)
	book := pmBook()
	book.Totals = &billing.Totals{}
	claim := billing.Claim{Code: "Q", Tariff: "rounding", Unit: "1-0803", On: day("2026-07-02"), Items: []billing.Item{{Text: "x", Price: decimal.NewFromInt(1)}}}
	_, err = billing.Prepare(reg, book, billing.Facts{Claims: []billing.Claim{claim}}, july)
	require.ErrorIs(t, err, billing.ErrNotQuoted)
}

// A range of floors without end is refused at once, also under a ceiling.
func TestFloorsWithoutEnd(t *testing.T) {
	reg, err := home().Build()
	require.NoError(t, err)
	tariff := fixed("lift", "1")
	tariff.Basis = billing.Basis{FloorTable: &billing.FloorTableBasis{}}
	tariff.Prices = history(entry("", "", billing.Rate{Floors: []billing.FloorRate{{Floors: property.FloorRange{From: 1, To: 1 << 40}, Price: decimal.NewFromInt(1)}}}))
	tariff.Ceiling = &billing.Ceiling{Limits: civil.Always(billing.Limit{Price: decimal.NewFromInt(3)})}
	_, err = billing.Prepare(reg, bookOf(tariff), billing.Facts{}, july)
	require.Error(t, err)
}

// What does nothing is named: a tariff whose prices have ended, a fee of a tariff withdrawn.
func TestUnmatchedSlips(t *testing.T) {
	e := home()
	e.Parties = append(e.Parties, property.Party{Code: "Z", Name: "租户"})
	l := lease("1-0803", "Z", period("2026-01-01", ""), "old")
	l.Agreed = []property.Agreed{{Fee: "pm", Prices: civil.Always(property.AgreedPrice{Price: money.MustParsePrice("1")})}}
	e.Tenancies = append(e.Tenancies, l)
	withdrawn := fixed("old", "1")
	withdrawn.State = billing.Withdrawn
	ended := byArea("gone", entry("", "2025-12-31", rate("1")))
	run := prepare(t, e, bookOf(byArea("pm", entry("", "", rate("2.80"))), withdrawn, ended), billing.Facts{}, july)
	require.Equal(t, billing.Unmatched{Fees: []string{"old", "pm"}, Tariffs: []string{"gone"}}, run.Unmatched())
}
