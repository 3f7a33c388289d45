package main

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// plan is an offer for paying ahead, worked out for one unit.
type plan struct {
	tariff billing.Tariff
	offer  billing.PrepaymentOffer
	lines  []billing.Line // what the months would be charged without it
	paid   billing.Prepayment
	full   money.Amount
}

// offering is a tariff that may be paid ahead, with the units it charges.
type offering struct {
	billing.Tariff
	units property.Selection
}

// offering returns the tariffs in force that may be paid ahead.
func (q question) offering() []offering {
	var out []offering
	for _, t := range q.in.Book.Tariffs {
		if t.State == billing.InForce && t.Reliefs != nil && t.Reliefs.Prepayment != nil {
			out = append(out, offering{t, q.in.Register.Select(t.AppliesTo)})
		}
	}
	return out
}

// plan works an offer out from the question's start, or from where the unit has paid already.
//
// Errors: those of the run, of a held unit, and [billing.ErrOfferMonths] where there is not a charge
// for every month.
func (q question) plan(u property.Ref, t billing.Tariff, o billing.PrepaymentOffer) (plan, error) {
	out := plan{tariff: t, offer: o}
	unit, start := q.in.Register.Code(u), q.start
	for _, p := range q.in.Facts.Prepayments {
		if end := cmp.Or(p.Ended, p.Period.End); p.Unit == unit && p.Tariff == t.Code && end > start {
			start = end.AddDays(-1).NextMonth()
		}
	}
	first := start.MonthStart()
	lines, err := q.billed(u, t, civil.Period{Start: first, End: civil.MonthsFrom(first, o.Months)}, start)
	if err != nil {
		return out, err
	}
	out.lines = firstMonths(lines, o.Months)
	full, total, err := o.Quote(out.lines)
	if err != nil {
		return out, err
	}
	out.full = full
	began := out.lines[0].Period.Start
	out.paid = billing.Prepayment{
		Unit: unit, Tariff: t.Code, Total: total,
		Period: civil.Period{Start: began, End: civil.MonthsFrom(began, o.Months)},
	}
	return out, nil
}

// billed returns the lines of one unit and tariff that begin on a day or later and that runs of the
// months bill, without what the unit has paid ahead. The tariff takes the place of the book's. Where
// it is not billed by the month the run goes on to the end of the last cycle.
func (q question) billed(u property.Ref, t billing.Tariff, months civil.Period, start civil.Date) ([]billing.Line, error) {
	book, facts := q.in.Book, q.in.Facts
	book.Tariffs = slices.Clone(book.Tariffs)
	for i := range book.Tariffs {
		if book.Tariffs[i].Code == t.Code {
			book.Tariffs[i] = t
		}
	}
	facts.Prepayments = slices.DeleteFunc(slices.Clone(facts.Prepayments), func(p billing.Prepayment) bool {
		return p.Tariff == t.Code
	})
	if c := t.Cycle; c != nil && (c.Every > billing.Monthly || c.Anchor.Day() > 1) {
		months.End = civil.MonthsFrom(months.End, c.Every.Months())
	}
	run, err := billing.Prepare(q.in.Register, book, facts, months)
	if err != nil {
		return nil, err
	}
	var out []billing.Line
	for b, err := range run.Bills(u, u+1) {
		if err != nil {
			return nil, err
		}
		for _, l := range b.Lines {
			if l.Tariff == t.Code && l.Period.Start >= start {
				out = append(out, l)
			}
		}
	}
	slices.SortFunc(out, func(a, b billing.Line) int { return a.Period.Start.Compare(b.Period.Start) })
	return out, nil
}

// firstMonths returns the lines of the first n charge months.
func firstMonths(lines []billing.Line, n int) []billing.Line {
	seen := map[string]bool{}
	for i, l := range lines {
		seen[l.ChargeID()] = true
		if len(seen) > n {
			return lines[:i]
		}
	}
	return lines
}

// schedule returns the months of the plan as they will be billed.
func (p plan) schedule() ([]billing.Instalment, error) {
	net := p.paid.Total
	if l := p.lines[0]; l.TaxMode == billing.TaxInclusive {
		var err error
		if net, _, err = money.TaxWithin(p.paid.Total, l.TaxRate); err != nil {
			return nil, err
		}
	}
	return billing.Schedule(p.paid.Total, net, p.offer.Months)
}

// ended returns the day the refund is shown for, unless one is asked for: ten days into the second
// half of the time.
func (p plan) ended() civil.Date {
	return civil.MonthsFrom(p.paid.Period.Start, p.offer.Months/2).AddDays(10)
}

// withdrawn returns the refund if the offer is withdrawn: the time served costs what it would have
// cost without it, which a run says whose prices end with the service.
func (q question) withdrawn(u property.Ref, p plan, ended civil.Date) (billing.Refund, error) {
	if !p.paid.Period.Contains(ended) && ended != p.paid.Period.End {
		return billing.Refund{}, invalid.Value(billing.ErrPrepaidEnd, ended.String(), p.paid.Period.String())
	}
	if ended == p.paid.Period.Start {
		return p.paid.RefundWithdrawn(nil)
	}
	t := p.tariff
	t.Prices = nil
	for _, e := range p.tariff.Prices {
		if e.From.IsZero() || e.From < ended {
			t.Prices = append(t.Prices, e)
		}
	}
	if last := &t.Prices[len(t.Prices)-1]; last.To.IsZero() || last.To >= ended {
		last.To = ended.AddDays(-1)
	}
	first := p.paid.Period.Start.MonthStart()
	lines, err := q.billed(u, t, civil.Period{Start: first, End: ended.AddDays(-1).NextMonth()}, p.paid.Period.Start)
	if err != nil {
		return billing.Refund{}, err
	}
	return p.paid.RefundWithdrawn(lines)
}
