package billing

import (
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Ceiling is the highest price allowed (最高限价).
type Ceiling struct {
	// Limits are the limits over time; a day without one has none.
	Limits civil.History[Limit] `json:"limits"`
	// Strict says that a price must be below the limit; else it may equal it.
	//
	// Source: rule BILL-05: the final price must be lower than the approved price.
	Strict bool `json:"strict,omitempty"`
}

// Limit is a limit of a price: the price itself, or a guide price with how far it may float
// (政府指导价 = 基准价 ± 浮动幅度); exactly one of Price and Benchmark is set.
type Limit struct {
	// Price is the highest price.
	Price decimal.Decimal `json:"price,omitzero"`
	// Benchmark is the guide price (基准价).
	Benchmark decimal.Decimal `json:"benchmark,omitzero"`
	// Up and Down are how far the price may float above and below it (浮动幅度), 0.2 for 20 %. Down
	// is for information: a lower price is not refused.
	Up   decimal.Decimal `json:"up,omitzero"`
	Down decimal.Decimal `json:"down,omitzero"`
	// Source is the document the limit stands in.
	Source string `json:"source,omitempty"`
}

// Cap returns the highest price: Price, or Benchmark × (1 + Up).
func (l Limit) Cap() decimal.Decimal {
	if l.Benchmark.IsZero() {
		return l.Price
	}
	return l.Benchmark.Mul(decimal.NewFromInt(1).Add(l.Up))
}

// Floor returns the lowest price of a guide price: Benchmark × (1 − Down), 0 where only the highest
// price is set.
func (l Limit) Floor() decimal.Decimal { return l.Benchmark.Mul(decimal.NewFromInt(1).Sub(l.Down)) }

// allows reports whether the price keeps the limit.
func (c Ceiling) allows(l Limit, price decimal.Decimal) bool {
	cmp := price.Cmp(l.Cap())
	return cmp < 0 || cmp == 0 && !c.Strict
}

func (c *Ceiling) check(l *invalid.List) {
	if c == nil {
		return
	}
	l.Enter("ceiling")
	defer l.Leave()
	if len(c.Limits) == 0 {
		l.At("limits").Add(invalid.ErrRequired, "limits")
	}
	l.Enter("limits")
	defer l.Leave()
	c.Limits.Check(l, func(l *invalid.List, m Limit) {
		one := decimal.NewFromInt(1)
		guided := !m.Benchmark.IsZero()
		if guided == !m.Price.IsZero() || !guided && (!m.Up.IsZero() || !m.Down.IsZero()) {
			l.Add(ErrLimit)
			return
		}
		_, err := money.PriceOf(m.Price.Add(m.Benchmark))
		l.Take(err)
		if m.Up.IsNegative() || m.Up.GreaterThan(one) || m.Down.IsNegative() || m.Down.GreaterThan(one) {
			l.Add(ErrLimit)
		}
	})
}

// checkCeiling reports every price of the tariff that is over its ceiling on a day both hold.
func (t Tariff) checkCeiling(l *invalid.List, c money.Currency) {
	if t.Ceiling == nil {
		return
	}
	if t.Basis.Percent != nil || t.Basis.Quoted != nil || t.Basis.Formula != nil && !t.Basis.hasPrices(c) || t.Basis.Shared != nil && len(t.Prices) == 0 {
		l.At("ceiling").Add(ErrCeilingBasis, t.Basis.Kind())
		return
	}
	l.Enter("prices")
	defer l.Leave()
	for i, e := range t.Prices {
		from, to := t.Prices.Period(i)
		for k, limit := range t.Ceiling.Limits {
			lo, hi := t.Ceiling.Limits.Period(k)
			if !to.IsZero() && !lo.IsZero() && to <= lo || !hi.IsZero() && !from.IsZero() && hi <= from {
				continue // they hold on different days
			}
			for p := range e.Value.prices {
				if !t.Ceiling.allows(limit.Value, p) {
					l.At(i, "value", "price").Add(ErrOverCeiling, p.String(), limit.Value.Cap().String(), limit.Value.Source)
					break
				}
			}
		}
	}
}

// capOn returns the highest price allowed on a day, and whether there is a limit.
func (c *Ceiling) capOn(d civil.Date) (Limit, bool) {
	if c == nil {
		return Limit{}, false
	}
	return c.Limits.At(d)
}
