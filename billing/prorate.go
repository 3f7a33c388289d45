package billing

import (
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// commonOf returns the least denominator that the parts of all pieces share.
func commonOf(pieces []piece) uint64 {
	of := uint64(1)
	for i := range pieces {
		den := pieces[i].part.den
		of = of / gcd(of, den) * den
	}
	return of
}

// prorate sets the part of the month's price that each piece is charged, and drops pieces that are
// charged nothing.
func (c *Cursor) prorate(ch *charge) {
	n := uint64(ch.period.Days())
	if ch.month.usual() {
		for i := range c.pieces {
			c.pieces[i].part = part{uint64(c.pieces[i].period.Days()), n}
		}
		return
	}
	c.spare = c.spare[:0]
	for from := 0; from < len(c.pieces); {
		to := from + 1
		for to < len(c.pieces) && follows(&c.pieces[to-1], &c.pieces[to]) {
			to++
		}
		c.prorateRun(ch, c.pieces[from:to])
		from = to
	}
	c.pieces, c.spare = c.spare, c.pieces
}

// follows reports whether q is charged on from p without a gap; where prices are agreed, by the same
// tenancy or another of the same holders.
func follows(p, q *piece) bool {
	return p.period.End == q.period.Start && (p.tenancy == q.tenancy || p.payer.PaidBySame(q.payer))
}

// prorateRun appends the pieces of an unbroken run of days to the spare ones.
func (c *Cursor) prorateRun(ch *charge, run []piece) {
	from := len(c.spare)
	for i := range run {
		c.appendEntered(ch, run, i)
	}
	pieces := c.spare[from:]
	s := c.spell(ch, run)
	if pieces = s.trim(pieces); len(pieces) == 0 {
		c.spare = c.spare[:from]
		return
	}
	c.stopNextMonth(ch, pieces)
	pieces = joined(pieces)
	c.setParts(&s, pieces)
	kept := c.spare[:from]
	for i := range pieces {
		if !pieces[i].void && (!pieces[i].part.isZero() || pieces[i].prepaid != nil) { // what was paid ahead is not prorated
			kept = append(kept, pieces[i])
		}
	}
	c.spare = kept
}

// appendEntered appends a piece to the spare ones; where its payer is new and the day of entry
// is not charged, that day goes to the payer before.
func (c *Cursor) appendEntered(ch *charge, run []piece, i int) {
	p := run[i]
	if before, ok := c.payerBefore(ch, run, i); ok && !p.payer.PaidBySame(before) {
		day := p
		day.period.End = day.period.Start.AddDays(1)
		day.payer = before
		c.spare = append(c.spare, day)
		p.period.Start = day.period.End
	}
	if p.period.Start < p.period.End {
		c.spare = append(c.spare, p)
	}
}

// payerBefore returns who paid the day before a piece, where days of entry are free; on the first
// of the month that is who paid the month before.
func (c *Cursor) payerBefore(ch *charge, run []piece, i int) (property.Payer, bool) {
	switch {
	case !ch.month.prorating.entryFree:
		return property.Payer{}, false
	case i > 0:
		return run[i-1].payer, true
	case ch.t.ofAgreed || run[0].period.Start > ch.period.Start:
		return property.Payer{}, false
	}
	day := ch.period.Start.AddDays(-1)
	if !c.chargedOn(ch, &run[0], day) {
		return property.Payer{}, false
	}
	return ch.t.payers.At(ch.u, day)
}

// stopNextMonth lets who is followed by a payer that begins next month pay to the end of the run.
//
// Source: Beijing 2024 art. 22, Shanghai 2020 art. 49: the month of the handover is the developer's,
// also when it is the first of the month.
func (c *Cursor) stopNextMonth(ch *charge, pieces []piece) {
	if ch.handedOverOn(c.run.reg, ch.period.Start) && pieces[0].period.Start == ch.period.Start {
		before, paid := ch.t.payers.At(ch.u, ch.period.Start.AddDays(-1))
		if paid && c.run.reg.IsDefault(ch.u, before) && !pieces[0].payer.PaidBySame(before) {
			for i := range pieces {
				pieces[i].payer = before
			}
			return
		}
	}
	for i := 1; i < len(pieces); i++ {
		before := pieces[i-1].payer
		if !pieces[i].payer.PaidBySame(before) && c.methodAt(ch, &pieces[i-1], &pieces[i]) == NextMonth {
			for k := range pieces[i:] {
				pieces[i+k].payer = before
			}
			return
		}
	}
}

// handedOverOn reports whether the unit is handed over on the day in a month that is then the
// developer's.
func (ch *charge) handedOverOn(reg *property.Register, day civil.Date) bool {
	return ch.month.handoverOn(day) == NextMonth && !ch.t.ofAgreed && !ch.t.claimed && reg.DeliveredOn(ch.u) == day
}

// methodAt returns the method by which the payer of q follows that of p.
func (c *Cursor) methodAt(ch *charge, p, q *piece) ProrationMethod {
	rules := ch.month.prorating
	delivered, start := c.run.reg.DeliveredOn(ch.u), q.period.Start
	onDay := start == delivered || rules.entryFree && start.AddDays(-1) == delivered
	if onDay && !delivered.IsZero() && c.run.reg.IsDefault(ch.u, p.payer) {
		return ch.month.handoverOn(delivered)
	}
	return rules.entry
}

// joined makes neighbours in which nothing differs one.
func joined(pieces []piece) []piece {
	out := pieces[:1]
	for i := 1; i < len(pieces); i++ {
		if last := &out[len(out)-1]; last.continues(&pieces[i]) {
			last.period.End = pieces[i].period.End
			continue
		}
		out = append(out, pieces[i])
	}
	return out
}

// setParts divides the month's price between the payers of a run, and the part of each between its
// stretches.
func (c *Cursor) setParts(s *spell, pieces []piece) {
	owed := stay(s.entry, s.exit, s.first, s.last, s.n, s.enters, s.leaves)
	method := s.entry
	for from := 0; from < len(pieces); {
		to := from + 1
		for to < len(pieces) && pieces[to].payer.PaidBySame(pieces[from].payer) {
			to++
		}
		rest, next := part{0, 1}, method
		if to < len(pieces) {
			next = c.methodAt(s.charge, &pieces[to-1], &pieces[to])
			rest = stay(next, s.exit, s.day(pieces[to].period.Start), s.last, s.n, true, s.leaves)
			if owed.less(rest) {
				rest = owed
			}
		}
		s.divide(pieces[from:to], owed.minus(rest), s.mark(method, next, from > 0 || s.enters))
		owed, method, from = rest, next, to
	}
}

// mark returns the method to name for a payer's part: that of the entry, else that of who follows
// or of the exit.
func (s *spell) mark(entry, next ProrationMethod, entered bool) ProrationMethod {
	switch {
	case entered && entry != ActualDays:
		return entry
	case next != entry:
		return next
	case s.leaves && s.exit != ActualDays:
		return s.exit
	default:
		return entry
	}
}

// divide divides the part of one payer between its stretches by their days.
func (s *spell) divide(pieces []piece, owed part, method ProrationMethod) {
	days := uint64(0)
	for i := range pieces {
		days += uint64(pieces[i].period.Days())
	}
	grid := s.month.prorating.entry == Thirty && (owed.den == 30 || owed.num == owed.den)
	first, given := s.day(pieces[0].period.Start), uint64(0)
	for i := range pieces {
		p := &pieces[i]
		own := uint64(p.period.Days())
		p.method = method
		switch {
		case grid && (len(pieces) > 1 || owed.num != owed.den):
			next := uint64(0)
			if i+1 < len(pieces) {
				next = s.day(pieces[i+1].period.Start)
			}
			p.part, given = thirtieths(owed, first, next, given)
		case owed.num*s.n == days*owed.den:
			p.part, p.method = part{own, s.n}, 0
		case len(pieces) == 1:
			p.part = owed
		case owed.num == 12*days && owed.den == 365:
			p.part = part{12 * own, 365}
		case owed.num == days && owed.den == 1:
			p.part = part{own, 1}
		default:
			p.part = part{owed.num * own, owed.den * days}
		}
	}
}

// thirtieths returns the part of a stretch in a month of 30 days, up to the day the next one begins,
// and what is given with it; the last stretch, with no next, takes the rest.
func thirtieths(owed part, first, next, given uint64) (part, uint64) {
	upto := owed.num * 30 / owed.den
	if next > 0 {
		upto = min(upto, min(next, 30)-min(first, 30))
	}
	return part{upto - given, 30}, upto
}
