package property

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Agreed is what one tenancy agrees about one fee (约定价格), such as a rent: what it costs
// and on which days it is free. On a day of the term without a price the fee is not charged;
// prices outside the term are not read.
type Agreed struct {
	// Fee is the code of the fee; not "*".
	Fee string `json:"fee"`
	// Prices are the prices over time.
	Prices civil.History[AgreedPrice] `json:"prices"`
	// Free are the stretches on which nothing is charged (免租期): half-open, in order, without
	// overlap and inside the term.
	Free []civil.Period `json:"free,omitempty"`
}

// AgreedPrice is a price that a tenancy agrees, and how it rises.
type AgreedPrice struct {
	// Price is the price before the first escalation, greater than 0.
	//
	// Units: per month and unit of what the tariff multiplies with.
	Price money.Price `json:"price"`
	// Escalation is how the price rises; unset: it stays.
	Escalation *Escalation `json:"escalation,omitempty"`
	// Source is where it is agreed: the contract's number and clause.
	Source string `json:"source,omitempty"`
}

// Escalation is how an agreed price rises (递增): by a rate on each anniversary. Anniversary k
// falls k × Every months after the anchor, clamped to the month's end: from 2024-02-29 every
// 12 months on 2025-02-28, 2026-02-28, 2027-02-28 and 2028-02-29. The price of a day is the agreed
// price, which is that of the anchor, raised on every anniversary up to the day.
//
// Rounding: half away from zero to Step; compound after each anniversary, simple once.
type Escalation struct {
	// Rate is what is added on an anniversary (递增比例), 0.05 for 5 %; greater than 0, at most 10.
	Rate money.Rate `json:"rate"`
	// Every is how many months lie between two anniversaries (递增周期), 1 to 120.
	Every int `json:"every"`
	// From is the anchor of the anniversaries. Unset: the first day of the price, else of the
	// term.
	From civil.Date `json:"from,omitzero"`
	// Simple adds the rate of the first price each time. Unset: of the price before (compound).
	Simple bool `json:"simple,omitempty"`
	// Step is what the risen price is rounded to, greater than 0 and not above the price or
	// 1,000,000. Unset: 0.000001.
	Step decimal.Decimal `json:"step,omitzero"`
}

const (
	// maxEvery is the longest time between two anniversaries, in months.
	maxEvery = 120
	// maxEscalationRate is the highest rate, in millionths.
	maxEscalationRate = 10_000_000
	// maxEscalationStep is the largest step, in millionths of a currency unit.
	maxEscalationStep = 1_000_000_000_000
	// openYears is how long the prices of a term without an end are checked.
	openYears = 50
)

// checkAgreed reports every problem of what the tenancy agrees.
func (t Tenancy) checkAgreed(l *invalid.List) {
	l.Enter("agreed")
	for i, a := range t.Agreed {
		l.EnterIndex(i)
		t.checkAgreedFee(l, i)
		if len(a.Prices) == 0 {
			l.At("prices").Add(invalid.ErrRequired, "prices")
		}
		l.Enter("prices")
		a.Prices.Check(l, checkAgreedPrice)
		for k := range a.Prices {
			t.checkReach(l, a, k)
		}
		l.Leave()
		t.checkFree(l, a.Free)
		l.Leave()
	}
	l.Leave()
}

func (t Tenancy) checkAgreedFee(l *invalid.List, i int) {
	fee := t.Agreed[i].Fee
	checkCode(l, "fee", fee)
	switch {
	case fee == AllFees:
		l.At("fee").Add(ErrAgreedAll)
	case fee != "" && slices.ContainsFunc(t.Agreed[:i], func(earlier Agreed) bool { return earlier.Fee == fee }):
		l.At("fee").Add(ErrDuplicate, "fee", fee)
	}
}

func checkAgreedPrice(l *invalid.List, p AgreedPrice) {
	if p.Price.IsZero() {
		l.At("price").Add(ErrAgreedPrice)
	}
	if p.Escalation == nil {
		return
	}
	l.Enter("escalation")
	p.Escalation.check(l, p.Price)
	l.Leave()
}

// check reports every problem of the escalation of a price.
func (e Escalation) check(l *invalid.List, price money.Price) {
	if n := e.Rate.Micro(); n <= 0 || n > maxEscalationRate {
		l.At("rate").Add(ErrEscalationRate, e.Rate.String())
	}
	if e.Every < 1 || e.Every > maxEvery {
		l.At("every").Add(ErrEscalationEvery, strconv.Itoa(e.Every))
	}
	if e.Step.IsZero() {
		return
	}
	step, err := money.PriceOf(e.Step)
	switch {
	case err != nil:
		l.At("step").Take(err)
	case step.Micro() > maxEscalationStep || step.Cmp(price) > 0 && !price.IsZero():
		l.At("step").Add(ErrEscalationStep, step.String(), price.String())
	default:
		e.checkRise(l, price)
	}
}

// checkRise reports a price that rounding to the step would lower.
func (e Escalation) checkRise(l *invalid.List, price money.Price) {
	terms, ok := e.terms()
	if !ok || price.IsZero() {
		return // reported already
	}
	next, ok := terms.raised(price, price, 1)
	if !ok {
		return // reported as too large where it holds
	}
	if next.Cmp(price) < 0 {
		l.At("step").Add(ErrEscalationRise, price.String(), next.String(), e.Step.String())
	}
}

// checkReach reports a price that escalates beyond what is a price while it holds.
func (t Tenancy) checkReach(l *invalid.List, a Agreed, k int) {
	e := a.Prices[k].Value.Escalation
	if e == nil || t.Term.Start.IsZero() {
		return
	}
	terms, ok := e.terms()
	if !ok {
		return // reported already
	}
	start, end := a.Prices.Period(k)
	held, ok := civil.Period{Start: max(start, t.Term.Start), End: end}.Intersect(t.Term)
	if !ok {
		return
	}
	last := held.Last()
	if held.IsOpen() {
		last = civil.MonthsFrom(held.Start, 12*openYears)
	}
	anchor := cmp.Or(e.From, start, t.Term.Start)
	if _, ok := terms.price(a.Prices[k].Value.Price, terms.anniversaries(anchor, last)); !ok {
		l.At(k, "value", "escalation").Add(ErrAgreedTooLarge, a.Fee, last.String())
	}
}

// checkFree reports free stretches that are none, out of order or outside the term.
func (t Tenancy) checkFree(l *invalid.List, free []civil.Period) {
	l.Enter("free")
	for i, p := range free {
		l.EnterIndex(i)
		p.Check(l)
		if i > 0 && (free[i-1].IsOpen() || p.Start.Before(free[i-1].End)) {
			l.Add(ErrFreeOrder, p.String(), free[i-1].String())
		}
		if inside, ok := p.Intersect(t.Term); hasDays(p) && hasDays(t.Term) && (!ok || inside != p) {
			l.Add(ErrFreeOutside, p.String(), t.Term.String())
		}
		l.Leave()
	}
	l.Leave()
}

// hasDays reports whether a period is one that [civil.Period.Check] accepts.
func hasDays(p civil.Period) bool { return !p.Start.IsZero() && (p.IsOpen() || p.Start.Before(p.End)) }
