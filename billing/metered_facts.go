package billing

import (
	"math/big"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// Metered is what a meter showed on the line's days, by tier or band.
type Metered struct {
	// Meter is the code of the meter.
	Meter string `json:"meter"`
	// Charge is the time between the two closing readings, half-open; the lines of a charge share its
	// rounding.
	Charge civil.Period `json:"charge"`
	// Usage is what was used on the line's days.
	Usage measure.Quantity `json:"usage"`
	// Used is what the tiers had before the line: since their reset, or in the charge.
	Used measure.Quantity `json:"used,omitzero"`
	// Parts are the usage by tier or band, each with its price; they are rounded once together.
	Parts []UsagePart `json:"parts"`
	// Before is the exact sum of usage × price over the charge's earlier lines.
	Before Exact `json:"before,omitzero"`
	// Estimated is what was charged on estimates for the same days, and is taken off.
	Estimated money.Amount `json:"estimated,omitzero"`
	// Readings are the readings the usage is from.
	Readings []meter.Segment `json:"readings"`
	// Source is the document the price stands in.
	Source string `json:"source,omitempty"`
}

// UsagePart is the usage in one tier or band.
type UsagePart struct {
	// Tier is the number of the tier, from 1; 0 where the price has none.
	Tier uint8 `json:"tier,omitzero"`
	// Band is the time-of-use band.
	Band string `json:"band,omitempty"`
	// Quantity is the usage.
	Quantity measure.Quantity `json:"quantity"`
	// UpTo is the upper bound of the tier, inclusive, with what persons and months add to it; unset in
	// the last.
	UpTo measure.Quantity `json:"upTo,omitzero"`
	// Price is the price per unit of usage.
	Price money.Price `json:"price"`
	// Components are what the price is made of.
	Components []ComponentPrice `json:"components,omitempty"`
}

// exact returns the sum of quantity × price; false if it does not fit or a quantity is negative.
func (m Metered) exact() (Exact, bool) {
	sum, fits := Exact{}, true
	for _, p := range m.Parts {
		if p.Quantity.Sign() < 0 || p.Price.Micro() < 0 {
			return Exact{}, false
		}
		e, ok1 := product(uint64(p.Quantity.Units()), uint64(p.Price.Micro()), one, 1)
		next, ok2 := sum.plus(e)
		sum, fits = next, fits && ok1 && ok2
	}
	return sum, fits
}

// ComponentAmount is what a component of the price comes to.
type ComponentAmount struct {
	Name   string       `json:"name"`
	Amount money.Amount `json:"amount"`
}

// Components returns the amount of a metered line by what its price is made of, in the order of the
// first tier's components; nil where the price is not made of any. They add up to the amount: by
// largest remainder, ties by name.
//
// Errors: [ErrNoComponents] where only some of the tiers have components, or an estimate was taken
// off.
func (l Line) Components() ([]ComponentAmount, error) {
	m := l.Facts.Metered
	if m == nil {
		return nil, nil
	}
	var out []ComponentAmount
	var sums []*big.Int
	bare := 0
	for _, p := range m.Parts {
		if len(p.Components) == 0 && p.Quantity.Sign() != 0 {
			bare++
		}
		for _, c := range p.Components {
			i := slices.IndexFunc(out, func(o ComponentAmount) bool { return o.Name == c.Name })
			if i < 0 {
				i = len(out)
				out, sums = append(out, ComponentAmount{Name: c.Name}), append(sums, new(big.Int))
			}
			n := big.NewInt(p.Quantity.Units())
			sums[i].Add(sums[i], n.Mul(n, big.NewInt(c.Price.Micro())))
		}
	}
	if len(out) == 0 {
		return nil, nil
	}
	if bare > 0 || m.Estimated.Sign() != 0 {
		return nil, invalid.Value(ErrNoComponents, l.ID())
	}
	return l.divideComponents(out, sums)
}

// divideComponents divides the line's amount by the exact sums of its components.
func (l Line) divideComponents(out []ComponentAmount, sums []*big.Int) ([]ComponentAmount, error) {
	parts := make([]money.Part, len(out))
	shift := 0
	for _, s := range sums {
		shift = max(shift, s.BitLen()-58)
	}
	whole := int64(0)
	for i, s := range sums {
		parts[i] = money.Part{Key: out[i].Name, Weight: new(big.Int).Rsh(s, uint(shift)).Int64()}
		whole += parts[i].Weight
	}
	if whole == 0 {
		parts[0].Weight = 1 // nothing was used: every component is nothing
	}
	amounts, err := money.Allocate(l.Amount, parts)
	for i := range amounts {
		out[i].Amount = amounts[i]
	}
	return out, err
}

// verifyMetered checks what the line says of its usage: that it follows from the readings and fills
// the tiers in order.
func (l Line) verifyMetered(list *invalid.List) {
	m := l.Facts.Metered
	list.Enter("facts")
	list.Enter("metered")
	defer list.Leave()
	defer list.Leave()
	if l.Period.Start < m.Charge.Start || l.Period.End > m.Charge.End || l.Period.Days() < 1 {
		list.At("charge").Add(ErrLineDays, strconv.Itoa(l.Period.Days()), strconv.Itoa(m.Charge.Days()), l.Period.String())
	}
	sum := measure.NewQuantity(0, m.Usage.Unit())
	for i, p := range m.Parts {
		m.verifyPart(list, i)
		next, err := sum.Add(p.Quantity)
		if list.At("parts", i, "quantity").Take(err); err != nil {
			return
		}
		sum = next
		if p.UpTo != (measure.Quantity{}) {
			m.verifyBound(list, i, sum)
		}
	}
	if sum != m.Usage || len(m.Parts) == 0 {
		list.At("usage").Add(ErrUsage, m.Usage.String(), sum.String())
	}
	m.verifyReadings(list, l.Period)
	if l.Period.Start == m.Charge.Start && !m.Before.IsZero() {
		list.At("before").Add(ErrLineChain, m.Before.String(), "0")
	}
}

// verifyPart checks that a part is the tier after the one before it, or a band, and that its price is what it is made
// of.
func (m *Metered) verifyPart(list *invalid.List, i int) {
	list.Enter("parts")
	list.EnterIndex(i)
	defer list.Leave()
	defer list.Leave()
	p := m.Parts[i]
	bounded := p.UpTo != (measure.Quantity{})
	var before UsagePart
	if i > 0 {
		before = m.Parts[i-1]
	}
	switch {
	case p.Band != "" && (p.Tier > 0 || bounded || i > 0 && before.Band == ""),
		p.Band == "" && (p.Tier == 0 && (bounded || len(m.Parts) > 1) || i > 0 && p.Tier != before.Tier+1 || !bounded && i+1 < len(m.Parts)):
		list.Add(ErrUsageParts)
	}
	sum := int64(0)
	for _, c := range p.Components {
		sum += c.Price.Micro()
	}
	if len(p.Components) > 0 && sum != p.Price.Micro() {
		list.At("components").Add(ErrComponents, strconv.FormatInt(sum, 10), strconv.FormatInt(p.Price.Micro(), 10))
	}
}

// verifyBound checks that a tier is not filled over its bound, and full where another follows.
func (m *Metered) verifyBound(list *invalid.List, i int, sum measure.Quantity) {
	at := sum
	if m.Used.Sign() != 0 {
		next, err := sum.Add(m.Used)
		if list.At("used").Take(err); err != nil {
			return
		}
		at = next
	}
	order, err := at.Cmp(m.Parts[i].UpTo)
	list.At("parts", i, "upTo").Take(err)
	if order > 0 || order < 0 && i+1 < len(m.Parts) {
		list.At("parts", i, "upTo").Add(ErrTierFilled, at.String(), m.Parts[i].UpTo.String())
	}
}

// verifyReadings checks that the usage is what the readings show for the line's days, band by band, and that they cover
// the days.
func (m *Metered) verifyReadings(list *invalid.List, days civil.Period) {
	list.Enter("readings")
	defer list.Leave()
	sum := measure.NewQuantity(0, m.Usage.Unit())
	bands := map[string]int64{}
	for i, r := range m.Readings {
		list.EnterIndex(i)
		before := list.Len()
		if r.Verify(list); list.Len() == before {
			next, err := sum.Add(r.In(days))
			if list.Take(err); err == nil {
				sum = next
				bands[r.Band] += r.In(days).Units()
			}
			m.verifyCover(list, i, days)
		}
		list.Leave()
	}
	if sum != m.Usage {
		list.Add(ErrUsage, m.Usage.String(), sum.String())
	}
	for _, p := range m.Parts {
		if p.Band != "" && bands[p.Band] != p.Quantity.Units() {
			list.Add(ErrUsage, p.Quantity.String(), measure.NewQuantity(bands[p.Band], p.Quantity.Unit()).String())
		}
	}
}

// verifyCover checks that the readings of a band go on from one another and cover the days, and that none was made
// after the charge.
func (m *Metered) verifyCover(list *invalid.List, i int, days civil.Period) {
	r := m.Readings[i]
	covers := r.Period.End <= m.Charge.End
	if i > 0 && m.Readings[i-1].Band == r.Band {
		covers = covers && r.Period.Start == m.Readings[i-1].Period.End
	} else {
		covers = covers && r.Period.Start <= days.Start
	}
	if i+1 == len(m.Readings) || m.Readings[i+1].Band != r.Band {
		covers = covers && r.Period.End >= days.End
	}
	if !covers {
		list.At("period").Add(ErrLineDays, strconv.Itoa(r.Period.Days()), strconv.Itoa(days.Days()), r.Period.String())
	}
}
