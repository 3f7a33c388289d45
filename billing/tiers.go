package billing

import (
	"math"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// usagePrice is a price for usage compiled: by tiers, or by bands; a plain price is one tier without
// bound.
type usagePrice struct {
	tiers []tierPrice
	bands []bandPrice
}

// tierPrice is a tier compiled.
type tierPrice struct {
	bound      int64 // in ten-thousandths; the last has math.MaxInt64
	price      money.Price
	components []ComponentPrice
}

type bandPrice struct {
	band  string
	price money.Price
}

// ComponentPrice is a part of a price.
type ComponentPrice struct {
	// Name is shown to people.
	Name string `json:"name"`
	// Price is its part of the price.
	Price money.Price `json:"price"`
}

// setUsage compiles the price of a metered tariff.
func (s *step) setUsage(l *invalid.List, r Rate) {
	s.source = r.Source
	s.usage = &usagePrice{}
	if len(r.Tiers)+len(r.Bands) == 0 {
		s.usage.tiers = []tierPrice{{bound: math.MaxInt64, price: priceOf(l, r.Price)}}
		return
	}
	for i, t := range r.Tiers {
		tier := tierPrice{bound: math.MaxInt64, price: priceOf(l, t.Price)}
		if i+1 < len(r.Tiers) {
			q, err := measure.QuantityOf(t.UpTo, measure.Unit{})
			l.Take(err)
			tier.bound = q.Units()
		}
		for _, c := range t.Components {
			tier.components = append(tier.components, ComponentPrice{c.Name, priceOf(l, c.Price)})
		}
		s.usage.tiers = append(s.usage.tiers, tier)
	}
	for _, b := range r.Bands {
		s.usage.bands = append(s.usage.bands, bandPrice{b.Band, priceOf(l, b.Price)})
	}
}

func priceOf(l *invalid.List, d decimal.Decimal) money.Price {
	p, err := money.PriceOf(d)
	l.Take(err)
	return p
}

// equal reports whether two prices for usage charge the same.
func (p *usagePrice) equal(q *usagePrice) bool {
	if p == nil || q == nil {
		return p == q
	}
	return slices.EqualFunc(p.tiers, q.tiers, func(a, b tierPrice) bool {
		return a.bound == b.bound && a.price == b.price && slices.Equal(a.components, b.components)
	}) && slices.Equal(p.bands, q.bands)
}

// fill is where a usage begins in the tiers, and how far their bounds reach.
type fill struct {
	used   int64 // before it, in ten-thousandths
	months int64 // that the bounds are for
	extra  int64 // added to every bound, for each of the months
}

// boundOf returns the bound of a tier.
func (f fill) boundOf(bound int64) int64 {
	if bound == math.MaxInt64 {
		return bound
	}
	hi, lo := bits.Mul64(uint64(bound)+uint64(f.extra), uint64(f.months))
	if hi != 0 || lo > math.MaxInt64 {
		return math.MaxInt64
	}
	return int64(lo)
}

// appendTiers divides a usage among the tiers. A usage of nothing is a part of nothing in the tier
// where it lies.
func (p *usagePrice) appendTiers(dst []UsagePart, f fill, usage measure.Quantity) []UsagePart {
	left, at := usage.Units(), f.used
	for i := range p.tiers {
		t := &p.tiers[i]
		bound := f.boundOf(t.bound)
		if at >= bound && i+1 < len(p.tiers) {
			continue
		}
		take := min(left, bound-at)
		part := UsagePart{Quantity: measure.NewQuantity(take, usage.Unit()), Price: t.price, Components: t.components}
		if len(p.tiers) > 1 {
			part.Tier = uint8(i + 1)
		}
		if bound != math.MaxInt64 {
			part.UpTo = measure.NewQuantity(bound, usage.Unit())
		}
		dst = append(dst, part)
		if left -= take; left == 0 {
			break
		}
		at += take
	}
	return dst
}

// band returns the price of a band.
func (p *usagePrice) band(name string) (money.Price, bool) {
	for _, b := range p.bands {
		if b.band == name {
			return b.price, true
		}
	}
	return money.Price{}, false
}
