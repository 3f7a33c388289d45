package billing

import (
	"math/big"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Refund is what is paid back of a prepayment that ends early (预缴退费): what was paid less what
// was served.
//
// Source: 法释〔物业服务〕 art. 3.
type Refund struct {
	// Paid is what was paid.
	Paid money.Amount `json:"paid"`
	// Served is what the time served comes to.
	Served money.Amount `json:"served"`
	// Amount is what is paid back, Paid − Served; negative if more was served than paid.
	Amount money.Amount `json:"amount"`
	// Month, Months, Days and Of say how much was served: Month whole months, and Days of the Of
	// days of the next one, of Months paid for. All 0 where the offer was withdrawn.
	Month  int `json:"month,omitempty"`
	Months int `json:"months,omitempty"`
	Days   int `json:"days,omitempty"`
	Of     int `json:"of,omitempty"`
	// Lines are what would have been charged without the prepayment, where the offer was
	// withdrawn; the exact amounts before their rounding count.
	Lines []Line `json:"lines,omitempty"`
}

// Refund returns what is paid back when the service ends, pro rata of what was paid: total ×
// time served ÷ time paid for, in months and days of the month in which it ends. Ended is the first
// day no longer served.
//
// Rounding: once, half away from zero to the least unit, as the instalments. Errors:
// [ErrPrepaidEnd] for a day outside the time paid for, [ErrPrepaidPeriod] for a prepayment that is
// not for whole months.
func (p Prepayment) Refund(ended civil.Date) (Refund, error) {
	months := p.months()
	if months == 0 {
		return Refund{}, invalid.Value(ErrPrepaidPeriod, p.Period.String())
	}
	if ended < p.Period.Start || ended > p.Period.End {
		return Refund{}, invalid.Value(ErrPrepaidEnd, ended.String(), p.Period.String())
	}
	k := 0
	for k < months-1 && p.monthStart(k+1) <= ended {
		k++
	}
	start, end := p.monthStart(k), p.monthStart(k+1)
	out := Refund{Paid: p.Total, Month: k, Months: months, Days: ended.DaysSince(start), Of: end.DaysSince(start)}
	var err error
	if out.Served, err = served(p.Total, int64(k*out.Of+out.Days), int64(months*out.Of)); err != nil {
		return Refund{}, err
	}
	out.Amount, err = p.Total.Sub(out.Served)
	return out, err
}

// RefundWithdrawn returns what is paid back when the service ends and the contract withdraws the
// offer: total − what the time served would have been charged without it. Lines are those that a
// run without the prepayment gives for the time served.
//
// Rounding: the exact amounts of the lines are added up and rounded once, half away from zero to
// the least unit. Errors: [ErrForeignLine] for a line of another unit, tariff or currency and for one
// that is no product of a price, [ErrTooLarge] for lines that do not fit.
func (p Prepayment) RefundWithdrawn(lines []Line) (Refund, error) {
	out := Refund{Paid: p.Total, Lines: slices.Clone(lines)}
	for _, l := range lines {
		if l.Unit != p.Unit || l.Tariff != p.Tariff || l.Amount.Currency() != p.Total.Currency() || l.Facts.Product.IsZero() || l.Revision < 0 {
			return Refund{}, invalid.Value(ErrForeignLine, l.ID())
		}
	}
	sum, ok := exactSum(lines, false)
	if !ok {
		return Refund{}, invalid.Value(ErrTooLarge, p.Total.String())
	}
	minor, err := money.HalfUp().Rat(sum)
	if err != nil {
		return Refund{}, err
	}
	out.Served = p.Total.With(minor)
	out.Amount, err = p.Total.Sub(out.Served)
	return out, err
}

// Why derives the refund.
func (r Refund) Why() explain.Step {
	least := leastUnit(r.Paid.Currency())
	mode := money.ModeHalfUp.String()
	paid := explain.Given(labelRefundPaid, amountValue(r.Paid))
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	exact := r.whyServed(paid)
	served := explain.Round(labelRefundServed, exact, mode, least).As(amountValue(r.Served))
	return explain.Sum(labelRefund, paid, explain.Product(labelRefundLess, minus, served)).As(amountValue(r.Amount))
}

func (r Refund) whyServed(paid explain.Step) explain.Step {
	if r.Months == 0 && len(r.Lines) == 0 {
		return explain.Given(labelServedLines, amountValue(r.Served))
	}
	if r.Months == 0 {
		var parts []explain.Step
		for _, l := range r.Lines {
			exact := l.whyProduct(l.Facts.Product)
			exact.Label = labelServedLine
			parts = append(parts, exact.WithArgs(l.Tariff, l.Unit, l.Period.Start.String(), last(l.Period)))
		}
		return explain.Sum(labelServedLines, parts...)
	}
	count := func(n int) explain.Value { return explain.Exact(big.NewInt(int64(n)), big.NewInt(1), "") }
	days := explain.Ratio(labelRefundDays, explain.Given(labelRefundDay, count(r.Days)), explain.Given(labelRefundOf, count(r.Of)))
	months := explain.Sum(labelRefundTime, explain.Given(labelRefundMonths, count(r.Month)), days)
	return explain.Product(labelServedExact, paid, explain.Ratio(labelServedPart, months, explain.Given(labelRefundAll, count(r.Months))))
}
