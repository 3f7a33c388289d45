package billing_test

import (
	"math/big"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// slowAgreed is what a tenancy agrees for a day.
type slowAgreed struct {
	price   *big.Rat
	free    bool
	tenancy property.Tenancy
}

// agreed returns what one of the unit's tenancies agrees for a fee and day.
func (w slowUnit) agreed(fee string, d civil.Date) (slowAgreed, bool) {
	for _, n := range w.estate.Tenancies {
		if n.Unit != w.unit.Code || d < n.Term.Start || !n.Term.End.IsZero() && d >= n.Term.End {
			continue
		}
		for _, a := range n.Agreed {
			price, ok := priceAgreed(n, a, d)
			if a.Fee != fee || !ok {
				continue
			}
			out := slowAgreed{price, false, n}
			for _, f := range a.Free {
				out.free = out.free || f.Start <= d && (f.End.IsZero() || d < f.End)
			}
			return out, true
		}
	}
	return slowAgreed{}, false
}

// priceAgreed returns the price of a day, raised on every anniversary up to it.
func priceAgreed(n property.Tenancy, a property.Agreed, d civil.Date) (*big.Rat, bool) {
	p, ok := valueAt(a.Prices, d)
	if !ok {
		return nil, false
	}
	first := p.Price.Decimal().Rat()
	e := p.Escalation
	if e == nil {
		return first, true
	}
	anchor := e.From
	for i := range a.Prices {
		// the entry that holds on the day is the last that has begun
		if from := a.Prices[i].From; e.From.IsZero() && (from.IsZero() || from <= d) {
			anchor = from
		}
	}
	if anchor.IsZero() {
		anchor = n.Term.Start
	}
	step := big.NewRat(1, 1_000_000)
	if !e.Step.IsZero() {
		step = e.Step.Rat()
	}
	rate, now := e.Rate.Decimal().Rat(), first
	for k := 1; anchor.AddMonths(k*e.Every) <= d; k++ {
		by := new(big.Rat).Add(big.NewRat(1, 1), rate)
		from := now
		if e.Simple {
			by = new(big.Rat).Add(big.NewRat(1, 1), new(big.Rat).Mul(big.NewRat(int64(k), 1), rate))
			from = first
		}
		steps := roundTo(new(big.Rat).Quo(new(big.Rat).Mul(from, by), step), money.ModeHalfUp)
		now = new(big.Rat).Mul(new(big.Rat).SetInt(steps), step)
	}
	return now, true
}

// underCeiling reports whether an agreed price keeps the limit of the day.
func (w slowUnit) underCeiling(c *billing.Ceiling, at slowAgreed, d civil.Date) bool {
	if c == nil {
		return true
	}
	limit, ok := valueAt(c.Limits, d)
	if !ok {
		return true
	}
	top := limit.Price.Rat()
	if !limit.Benchmark.IsZero() {
		top = new(big.Rat).Mul(limit.Benchmark.Rat(), new(big.Rat).Add(big.NewRat(1, 1), limit.Up.Rat()))
	}
	if c.Strict {
		return at.price.Cmp(top) < 0
	}
	return at.price.Cmp(top) <= 0
}
