package billing_test

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// facts makes what is known of single units.
func (d dice) facts(s *slow) {
	f := &s.facts
	if d.one(2) {
		f.AsOf = d.asOf(s)
	}
	if d.one(8) {
		f.Holds = []billing.Hold{{Unit: s.estate.Units[0].Code, Reason: "诉讼"}}
	}
	for range d.IntN(4) {
		f.Vacancies = append(f.Vacancies, d.vacancy(s))
	}
	for range d.IntN(3) * d.IntN(2) {
		f.Gifts = append(f.Gifts, d.gift(s))
	}
	d.heatingFacts(s)
	for range d.IntN(3) {
		if p, ok := d.prepayment(s); ok {
			f.Prepayments = append(f.Prepayments, p)
		}
	}
	for i := range d.IntN(3) * d.IntN(3) {
		f.Claims = append(f.Claims, d.claim(s, fmt.Sprintf("C-%d", d.IntN(9)*10+i)))
	}
}

// asOf is a day the facts are known up to.
func (d dice) asOf(s *slow) civil.Date { return s.period.End.AddDays(d.IntN(120) - 20) }

func (d dice) someUnit(s *slow) string { return s.estate.Units[d.IntN(len(s.estate.Units))].Code }

func (d dice) vacancy(s *slow) billing.Vacancy {
	v := billing.Vacancy{Unit: d.someUnit(s), Period: civil.Period{Start: d.day(s.period).AddDays(-d.IntN(of(d, 1, 300)))}, Source: "登记表"}
	if n := len(s.facts.Vacancies) - 1; n >= 0 && d.one(2) { // goes on where another ends
		before := s.facts.Vacancies[n]
		v.Unit = before.Unit
		v.Period.Start = cmp.Or(before.Period.End, v.Period.Start)
	}
	v.RegisteredOn = v.Period.Start.AddDays(d.IntN(90) - 10)
	if d.one(2) {
		v.Period.End = v.Period.Start.AddDays(1 + d.IntN(400))
	}
	return v
}

func (d dice) gift(s *slow) billing.Gift {
	start := d.day(s.period)
	g := billing.Gift{Unit: d.someUnit(s), Period: civil.Period{Start: start, End: start.AddDays(1 + d.IntN(60))}}
	for _, t := range shuffle(d, s.book.Tariffs)[:d.IntN(2)] {
		g.Tariffs = append(g.Tariffs, t.Code)
	}
	return g
}

// prepayment pays some months of a tariff ahead; false where they could not be paid ahead.
func (d dice) prepayment(s *slow) (billing.Prepayment, bool) {
	t := s.book.Tariffs[d.IntN(len(s.book.Tariffs))]
	b := t.Basis
	if b.Agreed != nil || b.Percent != nil || b.Quoted != nil || t.State != billing.InForce || t.Cycle != nil && t.Cycle.Season != nil {
		return billing.Prepayment{}, false
	}
	anchor := day("2000-01-01")
	if t.Cycle != nil && !t.Cycle.Anchor.IsZero() {
		anchor = t.Cycle.Anchor
	}
	k := (s.period.Start.Year()-anchor.Year())*12 + int(s.period.Start.Month()) - int(anchor.Month()) - 6 + d.IntN(12)
	months := 1 + d.IntN(12)
	p := billing.Prepayment{
		Unit: d.someUnit(s), Tariff: t.Code, Source: "收据",
		Period: civil.Period{Start: anchor.AddMonths(k), End: anchor.AddMonths(k + months)},
		Total:  money.New(d.Int64N([]int64{10, 10_000, 1_000_000_000}[d.IntN(3)]), s.book.Currency),
	}
	if p.Period.Start.Day() != anchor.Day() {
		return p, false // in a shorter month its months are not the tariff's
	}
	if d.one(3) {
		p.Ended = p.Period.Start.AddDays(d.IntN(p.Period.Days() + 1))
	}
	if d.one(2) {
		p.TaxOn = d.day(s.period)
	}
	if !s.payable(t, p) {
		return p, false
	}
	twice := slices.ContainsFunc(s.facts.Prepayments, func(o billing.Prepayment) bool {
		return o.Unit == p.Unit && o.Tariff == p.Tariff && o.Period.Start < p.Period.End && p.Period.Start < o.Period.End
	})
	return p, !twice
}

// payable reports whether a tariff can be paid ahead: its tax rate stays the same or is that of a day,
// and in the run's time it has a price.
func (s slow) payable(t billing.Tariff, p billing.Prepayment) bool {
	w := slowUnit{slow: s}
	ended := cmp.Or(p.Ended, p.Period.End)
	for on := p.Period.Start; on < ended; on++ {
		if s.period.Contains(on) && !w.priced(t, on) {
			return false
		}
		if t.Tax != nil && p.TaxOn.IsZero() && s.rate(t.Tax, on) != s.rate(t.Tax, p.Period.Start) {
			return false
		}
	}
	return true
}

func (d dice) claim(s *slow, code string) billing.Claim {
	c := billing.Claim{Code: code, Tariff: "repair", Unit: d.someUnit(s), On: d.day(s.period), Source: "报价单"}
	quote := s.find("quote")
	for _, u := range s.estate.Units {
		w := slowUnit{slow: *s, unit: u}
		if u.Code == c.Unit && quote.Code != "" && w.chargedBy(quote) && d.one(2) {
			c.Tariff = "quote"
		}
	}
	if d.one(2) {
		c.Payer = of(d, "A", "B", "D")
	}
	if d.one(2) {
		c.Tax = d.tax(s)
	}
	for range 1 + d.IntN(3) {
		i := billing.Item{Text: "维修", Price: decimal.New(d.Int64N(100_000), -int32(d.IntN(7)))}
		i.Free = i.Price.IsZero()
		if d.one(2) {
			i.Quantity = measure.NewQuantity(d.Int64N(100_000_000), measure.MustParseUnit(of(d, "m2", "h", "home")))
		}
		c.Items = append(c.Items, i)
	}
	return c
}
