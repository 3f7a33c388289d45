package billing

import (
	"math"
	"math/bits"
	"slices"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// metered appends the unit's lines of what its meters show.
func (c *Cursor) metered(dst []Line, u property.Ref) []Line {
	for _, m := range c.run.metereds {
		if len(m.windows) == 0 || !m.selected.Has(u) {
			continue
		}
		for r := range c.run.log.OfUnit(c.code, m.kind) {
			for _, w := range m.windows {
				dst = c.meter(dst, m, u, r, w)
			}
		}
	}
	return dst
}

// meter appends the lines of one meter and billing window.
func (c *Cursor) meter(dst []Line, m *metered, u property.Ref, r meterRef, window civil.Period) []Line {
	log := c.run.log
	span, state := log.Span(r, window, m.window)
	switch state {
	case meter.Read:
	case meter.Unread:
		if m.charges(window) {
			c.hold(ErrUnread, log.Code(r), window.Start.String(), last(window), m.code)
		}
		return dst
	case meter.Absent:
		return dst
	}
	ch := meteredCharge{m, u, r, span.Period, span.Period.End, m.months(span.Period, span.Period.Start == log.First(r))}
	if m.limits != nil {
		if err := log.Check(r, span.Period, ch.known, *m.limits); err != nil {
			c.take(err)
			return dst
		}
	}
	c.credits = c.credits[:0]
	for earlier := range log.Estimated(r, span, m.window) {
		before := meteredCharge{m, u, r, earlier, earlier.End, m.months(earlier, earlier.Start == log.First(r))}
		pieces, ok := c.usagePieces(&before)
		if !ok {
			return dst
		}
		for i := range pieces {
			c.credit(pieces[i].payer, pieces[i].step.rate, pieces[i].minor)
		}
	}
	pieces, ok := c.usagePieces(&ch)
	if !ok {
		return dst
	}
	return c.usageLines(dst, &ch, pieces)
}

// take notes the problems of an error.
func (c *Cursor) take(err error) {
	for _, f := range problemsOf(err) {
		c.takeField(f)
	}
}

func (c *Cursor) takeField(f *invalid.FieldError) {
	if !c.held {
		c.list, c.held = invalid.List{}, true
	}
	c.list.Take(f)
}

// credit notes what a payer was charged on estimates.
func (c *Cursor) credit(payer property.Payer, rate money.Rate, minor int64) {
	for i := range c.credits {
		if k := &c.credits[i]; k.payer.PaidBySame(payer) && k.rate == rate {
			k.minor += minor
			return
		}
	}
	c.credits = append(c.credits, credit{payer, rate, minor})
}

// creditOf returns what is taken off a line, and takes the rest off the first one: what was charged to
// somebody who has no line now.
func (c *Cursor) creditOf(pieces []usagePiece, i int) int64 {
	sum := int64(0)
	for _, k := range c.credits {
		own := slices.IndexFunc(pieces, func(p usagePiece) bool { return p.payer.PaidBySame(k.payer) && p.step.rate == k.rate })
		if max(own, 0) == i {
			sum += k.minor
		}
	}
	return sum
}

// usagePieces cuts a charge where anything changes that it depends on, and computes every piece;
// false if it cannot.
func (c *Cursor) usagePieces(ch *meteredCharge) ([]usagePiece, bool) {
	c.usages = c.usages[:0]
	c.usageDays(ch)
	start := ch.period.Start
	for i := 0; i <= len(c.days); i++ {
		end := ch.period.End
		if i < len(c.days) {
			if end = c.days[i]; end <= start || end >= ch.period.End {
				continue
			}
		}
		if !c.addUsage(ch, civil.Period{Start: start, End: end}) {
			return nil, false
		}
		start = end
	}
	before, charged := Exact{}, int64(0)
	for i := range c.usages {
		p := &c.usages[i]
		exact, ok1 := c.measure(ch, i)
		if c.held {
			return nil, false
		}
		sum, ok2 := before.plus(exact)
		total, err := ch.m.round(sum, 1)
		if !ok1 || !ok2 || err != nil {
			c.hold(ErrAmountTooLarge, ch.m.code, p.period.Start.String())
			return nil, false
		}
		p.before, p.minor = before, total-charged
		before, charged = sum, total
	}
	return c.usages, true
}

// usageDays collects the days on which anything about a charge may change, in order.
func (c *Cursor) usageDays(ch *meteredCharge) {
	c.days = c.run.reg.AppendChanges(c.days[:0], ch.u, ch.period)
	for i := range ch.m.steps {
		c.days = append(c.days, ch.m.steps[i].period.Start, ch.m.steps[i].period.End)
	}
	if rule := ch.m.rule; rule != nil {
		if rule.Per == PerYear {
			for reset := rule.lastReset(ch.period.End); reset > ch.period.Start; reset = rule.lastReset(reset.AddDays(-1)) {
				c.days = append(c.days, reset)
			}
		}
		if rule.Persons != nil {
			c.days = c.run.headcounts[ch.u].AppendChanges(c.days, ch.period)
		}
	}
	slices.Sort(c.days)
}

// addUsage adds a stretch of days, or makes the last piece longer if nothing changes. Days without a
// price are not charged.
func (c *Cursor) addUsage(ch *meteredCharge, days civil.Period) bool {
	at := slices.IndexFunc(ch.m.steps, func(s step) bool { return s.period.Contains(days.Start) })
	if at < 0 {
		return true
	}
	payer, known := ch.m.payers.At(ch.u, days.Start)
	if !known {
		c.hold(ErrNoPayer, days.Start.String(), ch.m.code)
		return false
	}
	fresh := usagePiece{period: days, payer: payer, step: &ch.m.steps[at]}
	if rule := ch.m.rule; rule != nil {
		if rule.Per == PerYear {
			fresh.reset = rule.lastReset(days.Start)
		}
		fresh.extra = c.extraOf(ch, days.Start)
	}
	if n := len(c.usages) - 1; n >= 0 {
		p := &c.usages[n]
		if p.period.End == days.Start && p.payer == payer && p.step == fresh.step && p.extra == fresh.extra && p.reset == fresh.reset {
			p.period.End = days.End
			return true
		}
	}
	if n := len(c.usages); n < cap(c.usages) { // the parts of a piece used before are filled again
		c.usages = c.usages[:n+1]
		fresh.parts = c.usages[n].parts[:0]
		c.usages[n] = fresh
		return true
	}
	c.usages = append(c.usages, fresh)
	return true
}

// extraOf returns what the persons of a household add to every bound.
func (c *Cursor) extraOf(ch *meteredCharge, on civil.Date) int64 {
	quota := ch.m.rule.Persons
	if quota == nil {
		return 0
	}
	persons, _ := c.run.persons(ch.u, on)
	hi, lo := bits.Mul64(uint64(max(persons-quota.Above, 0)), uint64(quota.Quantity.Units()))
	if hi != 0 || lo > math.MaxInt64 {
		return math.MaxInt64
	}
	return int64(lo)
}

// measure computes the usage of the i-th piece and its parts, and returns what they come to exactly.
func (c *Cursor) measure(ch *meteredCharge, i int) (Exact, bool) {
	p := &c.usages[i]
	var sum measure.Quantity
	prices := p.step.usage
	bands := c.run.log.Bands(ch.meter)
	for n, band := range bands {
		q, err := c.run.log.Quantity(ch.meter, band, p.period, ch.known)
		if err == nil && n > 0 {
			sum, err = sum.Add(q)
		} else if err == nil {
			sum = q
		}
		if err != nil {
			c.take(err)
			return Exact{}, false
		}
		if len(prices.bands) == 0 {
			continue
		}
		price, ok := prices.band(band)
		if !ok {
			c.hold(ErrNoBandPrice, c.run.log.Code(ch.meter), band, p.period.Start.String())
			return Exact{}, false
		}
		p.parts = append(p.parts, UsagePart{Band: band, Quantity: q, Price: price})
	}
	if p.usage = sum; len(prices.bands) == 0 {
		p.used = c.usedBefore(ch, i)
		c.plusUsed(ch, p.used, sum.Units())
		p.parts = prices.appendTiers(p.parts, fill{p.used, max(ch.tierMonths(), 1), p.extra}, sum)
	}
	return Metered{Parts: p.parts}.exact()
}

// tierMonths returns how many months the bounds are for; 1 where they are for a year.
func (ch *meteredCharge) tierMonths() int64 {
	if ch.m.rule == nil || ch.m.rule.Per == PerYear {
		return 1
	}
	return ch.months
}

// usedBefore returns what the tiers had before the i-th piece.
func (c *Cursor) usedBefore(ch *meteredCharge, i int) int64 {
	rule := ch.m.rule
	if rule == nil {
		return 0
	}
	if rule.Per == PerMonth {
		sum := int64(0)
		for k := range c.usages[:i] {
			sum = c.plusUsed(ch, sum, c.usages[k].usage.Units())
		}
		return sum
	}
	return c.usedSince(ch, c.usages[i].reset, c.usages[i].period.Start)
}

// usedSince returns what a meter showed from the reset of its tiers to a day, with what it had when its
// records began.
func (c *Cursor) usedSince(ch *meteredCharge, reset, until civil.Date) int64 {
	log := c.run.log
	start, used := reset, int64(0)
	if first := log.First(ch.meter); first > start {
		start = first
		if o, ok := log.Opening(ch.meter); ok && o.On == first {
			used = o.Used.Units()
		}
	}
	if start >= until {
		return used
	}
	for _, band := range log.Bands(ch.meter) {
		q, err := log.Quantity(ch.meter, band, civil.Period{Start: start, End: until}, ch.known)
		if err != nil {
			c.take(err)
			return 0
		}
		used = c.plusUsed(ch, used, q.Units())
	}
	return used
}

// plusUsed adds two usages, and holds the unit where the sum does not fit.
func (c *Cursor) plusUsed(ch *meteredCharge, a, b int64) int64 {
	if a > math.MaxInt64-b {
		c.hold(ErrAmountTooLarge, ch.m.code, ch.period.Start.String())
		return a
	}
	return a + b
}

// usageLines appends the lines of a charge.
func (c *Cursor) usageLines(dst []Line, ch *meteredCharge, pieces []usagePiece) []Line {
	for i := range pieces {
		p := &pieces[i]
		unit := p.usage.Unit()
		facts := &Metered{
			Meter: c.run.log.Code(ch.meter), Charge: ch.period, Usage: p.usage, Parts: slices.Clone(p.parts), Before: p.before,
			Source: p.step.source,
		}
		if p.used != 0 {
			facts.Used = measure.NewQuantity(p.used, unit)
		}
		for k := range facts.Parts {
			facts.Parts[k].Components = slices.Clone(facts.Parts[k].Components)
		}
		minor := p.minor
		if taken := c.creditOf(pieces, i); taken != 0 {
			facts.Estimated = c.run.nothing.With(taken)
			minor -= taken
		}
		for _, band := range c.run.log.Bands(ch.meter) {
			var err error
			if facts.Readings, err = c.run.log.AppendSegments(facts.Readings, ch.meter, band, p.period, ch.known); err != nil {
				c.take(err)
				return dst
			}
		}
		dst = append(dst, p.step.line)
		line := &dst[len(dst)-1]
		line.Period, line.Facts = p.period, LineFacts{Metered: facts}
		c.payers = append(c.payers, p.payer)
		c.put(line, &p.step.taxed, c.run.reg.PayerKey(p.payer), minor)
	}
	return dst
}
