package billing

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// Percent is a part of what other lines of the same payer and time come to.
type Percent struct {
	// Of are the codes of the tariffs of those lines.
	Of []string `json:"of"`
	// Base is the sum of their amounts.
	Base money.Amount `json:"base"`
	// Rate is the part, 0.05 for 5 %.
	Rate money.Price `json:"rate"`
	// Source is the document the part stands in.
	Source string `json:"source,omitempty"`
	// Before is the exact sum of base × rate over the charge's earlier lines.
	Before Exact `json:"before,omitzero"`
}

// exact returns base × rate; false if it does not fit or the base is negative.
func (p Percent) exact() (Exact, bool) {
	if p.Base.Sign() < 0 {
		return Exact{}, false
	}
	scale := pow10(exactDigits - 6 - p.Base.Currency().Digits())
	return product(uint64(p.Base.Minor()), uint64(p.Rate.Micro()), scale, 1)
}

// takes reports whether a line of the bill is one the percentage was taken of.
func (p Percent) takes(own, l *Line) bool {
	return slices.Contains(p.Of, l.Tariff) && l.Payer == own.Payer && l.Facts.Total == nil && l.Revision == own.Revision &&
		own.Period.Start <= l.Period.Start && l.Period.End <= own.Period.End
}

// share is what one payer owes of a percentage in one of its steps.
type share struct {
	payer  property.Payer
	step   *step
	period civil.Period
	base   int64
	part   int // of the month between two cuts
}

// percents appends the lines of a percent tariff for a unit and month whose other lines are in dst from
// the position on.
func (c *Cursor) percents(dst []Line, from int, u property.Ref, t *tariff, m *month) []Line {
	c.shares = c.shares[:0]
	for i := from; i < len(dst); i++ {
		l := &dst[i]
		if !slices.Contains(t.percent, l.Tariff) {
			continue
		}
		at := slices.IndexFunc(m.steps, func(s step) bool { return s.period.Contains(l.Period.Start) })
		if at >= 0 {
			c.addShare(c.payers[i-c.from], &m.steps[at], l, m.partAt(u, l.Period.Start))
		}
	}
	slices.SortStableFunc(c.shares, func(a, b share) int {
		if d := a.period.Start.Compare(b.period.Start); d != 0 {
			return d
		}
		return strings.Compare(c.run.reg.PayerKey(a.payer), c.run.reg.PayerKey(b.payer))
	})
	before, charged := Exact{}, int64(0)
	for i := range c.shares {
		s := &c.shares[i]
		facts := &Percent{Of: slices.Clone(t.percent), Base: c.run.nothing.With(s.base), Rate: s.step.price, Source: s.step.source, Before: before}
		exact, ok1 := facts.exact()
		sum, ok2 := before.plus(exact)
		total, err := t.round(sum, 1)
		if !ok1 || !ok2 || err != nil {
			c.hold(ErrAmountTooLarge, t.code, s.period.Start.String())
			return dst
		}
		dst = append(dst, s.step.line)
		line := &dst[len(dst)-1]
		line.Period = s.period
		line.Facts = LineFacts{Percent: facts}
		c.payers = append(c.payers, s.payer)
		c.put(line, &s.step.taxed, c.run.reg.PayerKey(s.payer), total-charged)
		before, charged = sum, total
	}
	return dst
}

// partAt returns the number of cuts up to a day.
func (m *month) partAt(u property.Ref, on civil.Date) int {
	n := 0
	for i := range m.cuts {
		if m.cuts[i].on <= on && m.cuts[i].holds(u) {
			n++
		}
	}
	return n
}

func (c *Cursor) addShare(payer property.Payer, s *step, l *Line, part int) {
	for i := range c.shares {
		if have := &c.shares[i]; have.step == s && have.part == part && have.payer.PaidBySame(payer) {
			have.base += l.Amount.Minor() // the unit's sum is checked line by line
			have.period.Start = min(have.period.Start, l.Period.Start)
			have.period.End = max(have.period.End, l.Period.End)
			return
		}
	}
	c.shares = append(c.shares, share{payer, s, l.Period, l.Amount.Minor(), part})
}

// joinCodes writes codes for people.
func joinCodes(codes []string) string { return strings.Join(codes, " + ") }
