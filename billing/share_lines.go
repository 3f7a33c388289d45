package billing

import (
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// sharesOf returns the unit's places in the run's costs.
func (run *Run) sharesOf(u property.Ref) []memberOf {
	if run.memberAt == nil {
		return nil
	}
	return run.members[run.memberAt[u]:run.memberAt[u+1]]
}

// shared appends the unit's lines of the costs it shares.
func (c *Cursor) shared(dst []Line, u property.Ref) []Line {
	for _, m := range c.run.sharesOf(u) {
		dst = c.shareOf(dst, u, c.run.costs[m.cost], int(m.member))
	}
	return dst
}

// shareOf appends the lines of one cost: one for each stretch of days with one payer, and beside a
// tenant whose lease has terms one of the owner.
func (c *Cursor) shareOf(dst []Line, u property.Ref, cost *sharedCost, member int) []Line {
	terms := c.run.termsOf(u, cost, c.run.nothing)
	c.paid = c.appendPaid(c.paid[:0], u, cost.Period, cost.payers)
	for _, s := range c.paid {
		if !s.known {
			c.hold(ErrNoPayer, s.period.Start.String(), cost.Tariff)
			return dst
		}
		if terms == nil || c.run.reg.IsDefault(u, s.payer) || !c.run.behind(u, s.payer, cost.owners, s.period.Start) {
			dst = c.shareLine(dst, cost, member, s, nil)
			continue
		}
		owner, _ := cost.owners.At(u, s.period.Start)
		of, rest := *terms, *terms
		rest.Owner = true
		dst = c.shareLine(dst, cost, member, s, &of)
		s.payer = owner
		dst = c.shareLine(dst, cost, member, s, &rest)
	}
	return dst
}

// behind reports whether an owner stands behind the payer of a day.
func (run *Run) behind(u property.Ref, payer property.Payer, owners property.Payers, on civil.Date) bool {
	owner, known := owners.At(u, on)
	return known && !owner.PaidBySame(payer)
}

// paidStretch is a stretch of days with one payer.
type paidStretch struct {
	period civil.Period
	payer  property.Payer
	known  bool
}

// appendPaid appends the stretches of a period by who pays, in order.
func (c *Cursor) appendPaid(dst []paidStretch, u property.Ref, p civil.Period, payers property.Payers) []paidStretch {
	c.changes = c.run.reg.AppendChanges(c.changes[:0], u, p)
	start := p.Start
	for i := 0; i <= len(c.changes); i++ {
		end := p.End
		if i < len(c.changes) {
			end = c.changes[i]
		}
		payer, known := payers.At(u, start)
		if n := len(dst) - 1; n >= 0 && dst[n].period.End == start && dst[n].payer == payer && dst[n].known == known {
			dst[n].period.End = end
		} else {
			dst = append(dst, paidStretch{civil.Period{Start: start, End: end}, payer, known})
		}
		start = end
	}
	return dst
}

// shareLine appends one line of a unit's share.
func (c *Cursor) shareLine(dst []Line, cost *sharedCost, member int, s paidStretch, terms *SharedTerms) []Line {
	facts := cost.facts(member)
	facts.Terms = terms
	facts.Before, facts.Days = uint16(s.period.Start.DaysSince(cost.Period.Start)), uint16(s.period.Days())
	minor, err := facts.amount()
	if err != nil {
		c.hold(ErrAmountTooLarge, cost.Tariff, s.period.Start.String())
		return dst
	}
	dst = append(dst, cost.template)
	line := &dst[len(dst)-1]
	line.Period, line.Facts = s.period, LineFacts{Share: facts}
	c.payers = append(c.payers, s.payer)
	c.put(line, &cost.taxed, c.run.reg.PayerKey(s.payer), minor)
	return dst
}

// facts returns what a member's lines were computed from.
func (c *sharedCost) facts(member int) *Share {
	q := c.split.quotas[member]
	out := &Share{
		Cost: c.Code, Total: c.amount, Remainder: c.remainder, Share: c.amount.With(c.shares[member]),
		Of: uint16(c.Period.Days()), Source: c.Source,
	}
	for k := range c.weights {
		out.Weights = append(out.Weights, c.weights[k].weighted(member))
	}
	if c.remainder == LargestRemainder {
		out.Rank, out.Odd = q.rank, c.split.odd
	}
	if member == c.bearer && c.extra != 0 {
		out.Extra = c.amount.With(c.extra)
	}
	return out
}

// unitTariff names a unit's terms of one tariff.
type unitTariff struct {
	unit   property.Ref
	tariff string
}

// termsOf returns what the unit's lease says of a cost, nil where it says nothing.
func (run *Run) termsOf(u property.Ref, c *sharedCost, zero money.Amount) *SharedTerms {
	for _, t := range run.terms[unitTariff{u, c.Tariff}] {
		if !t.Period.Contains(c.Period.Last()) {
			continue
		}
		out := &SharedTerms{Base: zero.With(ofYear(t.base, c.Period)), Source: t.Source}
		if t.Cap != nil {
			limit := zero.With(ofYear(t.cap, c.Period))
			out.Cap = &limit
		}
		return out
	}
	return nil
}

// leaseTerms are terms of a lease compiled.
type leaseTerms struct {
	ShareTerms
	base, cap int64 // of a year, in least units
}

// ofYear returns what whole months have of a year's sum, rounded half up.
func ofYear(year int64, p civil.Period) int64 {
	return (year/12)*int64(p.Months()) + (2*(year%12)*int64(p.Months())+12)/24
}
