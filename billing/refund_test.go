package billing_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// paidFor2026 is EX-110: 2,857.75 for the twelve months of 2026.
func paidFor2026() billing.Prepayment {
	return billing.Prepayment{
		Unit: "1-0803", Tariff: "pm", Period: period("2026-01-01", "2027-01-01"), Total: money.MustParse("2857.75 CNY"), Source: "预缴协议 2026-001",
	}
}

// TestQuoteOffers is EX-110 and pay 11 get 1 free, on twelve months of 250.68.
func TestQuoteOffers(t *testing.T) {
	lines := billLines(bills(t, prepare(t, home(), pmBook(), billing.Facts{}, period("2026-01-01", "2027-01-01")))...)
	full, total, err := billing.PrepaymentOffer{Months: 12, Factor: rate("0.95").Price}.Quote(lines)
	require.NoError(t, err)
	require.Equal(t, "3008.16 CNY 2857.75 CNY", full.String()+" "+total.String()) // 2,857.752
	full, total, err = billing.PrepaymentOffer{Months: 12, Gift: 1}.Quote(lines)
	require.NoError(t, err)
	require.Equal(t, "3008.16 CNY 2757.48 CNY", full.String()+" "+total.String()) // 11 × 250.68
	_, _, err = billing.PrepaymentOffer{Months: 6, Gift: 1}.Quote(lines)
	require.ErrorIs(t, err, billing.ErrOfferMonths)
	require.EqualError(t, err, "the offer is for 6 months, the lines charge 12")
	_, _, err = billing.PrepaymentOffer{Months: 12, Factor: rate("0.95").Price}.Quote(nil)
	require.ErrorIs(t, err, billing.ErrOfferMonths)
}

// The months given away are the last ones, also where a change cuts a month.
func TestQuoteGivesTheLastMonths(t *testing.T) {
	book := bookOf(byArea("pm", entry("", "2026-11-15", rate("2.80")), entry("2026-11-16", "", rate("3.10"))))
	lines := billLines(bills(t, prepare(t, home(), book, billing.Facts{}, period("2026-10-01", "2027-01-01")))...)
	require.Len(t, lines, 4)
	full, total, err := billing.PrepaymentOffer{Months: 3, Gift: 1}.Quote(lines)
	require.NoError(t, err)
	// November: 89.53 × (2.80 + 3.10) ÷ 2 = 264.1135; December: 277.543
	require.Equal(t, "792.33 CNY 514.79 CNY", full.String()+" "+total.String())
}

// TestScheduleWithTax is EX-118: gross and net by cumulative rounding, the tax being what is between.
func TestScheduleWithTax(t *testing.T) {
	schedule, err := billing.Schedule(money.MustParse("3008.16 CNY"), money.MustParse("2837.89 CNY"), 12)
	require.NoError(t, err)
	require.Len(t, schedule, 12)
	for k, i := range schedule {
		gross, net, err := i.Amounts()
		require.NoError(t, err)
		want := "250.68 236.49"
		if k == 5 {
			want = "250.68 236.50"
		}
		require.Equal(t, want, number(gross)+" "+number(net), k)
	}
	for _, months := range []int{0, -1, 1201} {
		_, err := billing.Schedule(money.MustParse("1.00 CNY"), money.MustParse("1.00 CNY"), months)
		require.ErrorIs(t, err, billing.ErrPrepaidPeriod)
	}
	for _, bad := range []billing.Instalment{
		{}, {Month: 1, Months: 12}, {Month: 13, Months: 12, Days: 1, Of: 1}, {Month: 1, Months: 1, Days: 2, Of: 1}, {Month: 1, Months: 1, Before: 30, Days: 2, Of: 31},
	} {
		_, _, err := bad.Amounts()
		require.ErrorIs(t, err, billing.ErrInstalment)
	}
}

// TestRefund is EX-111: the service ends on 10 June 2026.
func TestRefund(t *testing.T) {
	p := paidFor2026()
	for _, tt := range []struct{ ended, served, back string }{
		{"2026-06-11", "1270.11", "1587.64"}, // 2857.75 × (5 + 10/30) ÷ 12 = 1270.1111…
		{"2026-01-01", "0.00", "2857.75"},
		{"2026-01-02", "7.68", "2850.07"},   // ÷ 12 ÷ 31 = 7.6821…
		{"2026-02-01", "238.15", "2619.60"}, // EX-110's first month
		{"2026-12-31", "2850.07", "7.68"},   // 11 + 30/31 months: 2850.0678…
		{"2027-01-01", "2857.75", "0.00"},
	} {
		got, err := p.Refund(day(tt.ended))
		require.NoError(t, err)
		require.Equal(t, []string{"2857.75", tt.served, tt.back}, []string{number(got.Paid), number(got.Served), number(got.Amount)}, tt.ended)
		require.NoError(t, got.Why().Check())
		require.True(t, ratOf(tt.back).Cmp(ratOf(got.Why().Value.Text)) == 0)
		back, err := invalid.Decode[billing.Refund]([]byte(toJSON(t, got)), "refund")
		require.NoError(t, err)
		require.Equal(t, got, back)
	}
	for _, ended := range []string{"2025-12-31", "2027-01-02"} {
		_, err := p.Refund(day(ended))
		require.ErrorIs(t, err, billing.ErrPrepaidEnd)
	}
	p.Period.End = day("2026-12-31")
	_, err := p.Refund(day("2026-06-11"))
	require.ErrorIs(t, err, billing.ErrPrepaidPeriod)
	_, err = billing.Prepayment{}.Refund(day("2026-06-11"))
	require.ErrorIs(t, err, billing.ErrPrepaidPeriod)
}

// servedUntil are the lines that the time served would have been charged without the offer.
func servedUntil(t *testing.T, last string) []billing.Line {
	t.Helper()
	book := bookOf(byArea("pm", entry("", last, rate("2.80"))))
	return billLines(bills(t, prepare(t, home(), book, billing.Facts{}, period("2026-01-01", "2027-01-01")))...)
}

// TestRefundWithdrawn is EX-111's second way: 2,857.75 − 250.684 × (5 + 10/30) = 1,520.77; rounding each
// month first would give 1,520.79.
func TestRefundWithdrawn(t *testing.T) {
	p := paidFor2026()
	got, err := p.RefundWithdrawn(servedUntil(t, "2026-06-10"))
	require.NoError(t, err)
	require.Equal(t, []string{"2857.75", "1336.98", "1520.77"}, []string{number(got.Paid), number(got.Served), number(got.Amount)})
	require.NoError(t, got.Why().Check())
	require.Equal(t, "1520.77", got.Why().Value.Text)
	// More was served than paid: the whole year at the full price, 3008.208.
	got, err = p.RefundWithdrawn(servedUntil(t, "2026-12-31"))
	require.NoError(t, err)
	require.Equal(t, "3008.21 -150.46", number(got.Served)+" "+number(got.Amount))
	require.NoError(t, got.Why().Check())
}

// Nothing was served, and all is paid back.
func TestRefundWithdrawnAtOnce(t *testing.T) {
	got, err := paidFor2026().RefundWithdrawn(nil)
	require.NoError(t, err)
	require.Equal(t, "0.00 2857.75", number(got.Served)+" "+number(got.Amount))
	require.NoError(t, got.Why().Check())
}

// Lines that are no product of a price, such as those of a second prepayment, are refused.
func TestRefundWithdrawnOfInstalments(t *testing.T) {
	lines := billLines(bills(t, prepare(t, home(), pmBook(), billing.Facts{Prepayments: []billing.Prepayment{paidFor2026()}}, period("2026-01-01", "2026-03-01")))...)
	_, err := paidFor2026().RefundWithdrawn(lines)
	require.ErrorIs(t, err, billing.ErrForeignLine)
}

// TestInstalmentsAndRefund: what was billed of a prepayment that ended early and what is paid back come to
// what was paid, to the fen, whatever the day.
func TestInstalmentsAndRefund(t *testing.T) {
	for i := range 60 {
		p := paidFor2026()
		p.Ended = day("2026-01-01").AddDays(i*6 + 1)
		facts := billing.Facts{Prepayments: []billing.Prepayment{p}}
		billed := new(big.Int)
		for _, l := range billLines(bills(t, prepare(t, home(), pmBook(), facts, period("2026-01-01", "2027-01-01")))...) {
			require.NoError(t, l.Verify())
			if l.Facts.Instalment != nil {
				billed.Add(billed, big.NewInt(l.Amount.Minor()))
			}
		}
		refund, err := p.Refund(p.Ended)
		require.NoError(t, err)
		require.Equal(t, refund.Served.Minor(), billed.Int64(), "%s", p.Ended)
		require.Equal(t, int64(285775), refund.Served.Minor()+refund.Amount.Minor())
	}
}

// prepaidFromThe31st bills a tariff whose months begin on the 31st, paid ahead for a time.
func prepaidFromThe31st(t *testing.T, start, end string, anchor ...uint8) ([]string, error) {
	t.Helper()
	book := pmBook()
	book.Tariffs[0].Cycle = &billing.Cycle{Anchor: day("2026-01-31")}
	reg, err := home().Build()
	require.NoError(t, err)
	run, err := billing.Prepare(reg, book, billing.Facts{Prepayments: []billing.Prepayment{{
		Unit: "1-0803", Tariff: "pm", Period: period(start, end), Total: money.MustParse("600.00 CNY"), Anchor: slices.Max(append(anchor, 0)),
	}}}, period("2026-03-01", "2026-06-01"))
	if err != nil {
		return nil, err
	}
	var got []string
	for _, l := range billLines(bills(t, run)...) {
		got = append(got, fmt.Sprintf("%s %s %s", l.Facts.Kind(), l.Period, number(l.Amount)))
	}
	return got, nil
}

// A prepayment is for whole months of its tariff, also where months begin on the 31st.
func TestPrepaidMonthsFromThe31st(t *testing.T) {
	got, err := prepaidFromThe31st(t, "2025-12-31", "2026-03-31")
	require.NoError(t, err)
	require.Equal(t, []string{
		"instalment 2026-02-28/2026-03-31 200.00", "product 2026-03-31/2026-04-30 250.68", "product 2026-04-30/2026-05-31 250.68",
	}, got)
	_, err = prepaidFromThe31st(t, "2026-02-28", "2026-05-28") // three days short of the third month
	require.ErrorIs(t, err, billing.ErrPrepaidPeriod)
}

// Who paid to the end of a short month can pay on from there.
func TestPrepaidOnFromAShortMonth(t *testing.T) {
	got, err := prepaidFromThe31st(t, "2026-02-28", "2026-05-31", 31)
	require.NoError(t, err)
	require.Equal(t, []string{
		"instalment 2026-02-28/2026-03-31 200.00", "instalment 2026-03-31/2026-04-30 200.00", "instalment 2026-04-30/2026-05-31 200.00",
	}, got)
}

// FuzzRefund: any total over any months, ended on any day, against rationals.
func FuzzRefund(f *testing.F) {
	f.Add(int64(285775), uint16(0), uint16(12), uint16(161))
	f.Add(int64(1), uint16(59), uint16(1), uint16(1))
	f.Add(int64(1<<63-1), uint16(30), uint16(1200), uint16(36000))
	f.Fuzz(func(t *testing.T, minor int64, first, months, served uint16) {
		if minor < 0 || months == 0 || months > 1200 {
			return
		}
		p := billing.Prepayment{Unit: "u", Tariff: "t", Total: money.New(minor, cny)}
		p.Period.Start = day("2026-01-01").AddDays(int(first) % 1461)
		p.Period.End = civil.MonthsFrom(p.Period.Start, int(months))
		ended := p.Period.Start.AddDays(int(served) % (p.Period.Days() + 1))
		got, err := p.Refund(ended)
		require.NoError(t, err)
		k := 0 // whole months before the day
		for civil.MonthsFrom(p.Period.Start, k+1) <= ended {
			k++
		}
		start := civil.MonthsFrom(p.Period.Start, k)
		time := new(big.Rat).SetFrac64(int64(ended.DaysSince(start)), int64(civil.MonthsFrom(p.Period.Start, k+1).DaysSince(start)))
		time.Add(time, big.NewRat(int64(k), 1))
		part := new(big.Rat).Mul(big.NewRat(minor, 1), time)
		part.Quo(part, big.NewRat(int64(months), 1))
		want := halfUpRat(part)
		require.Equal(t, want.String(), fmt.Sprint(got.Served.Minor()))
		require.Equal(t, minor-want.Int64(), got.Amount.Minor())
		require.NoError(t, got.Why().Check())
	})
}

// halfUpRat rounds to whole numbers, halves away from zero.
func halfUpRat(x *big.Rat) *big.Int {
	twice := new(big.Int).Mul(new(big.Int).Abs(x.Num()), big.NewInt(2))
	n := twice.Add(twice, x.Denom())
	n.Quo(n, new(big.Int).Mul(x.Denom(), big.NewInt(2)))
	if x.Sign() < 0 {
		n.Neg(n)
	}
	return n
}
