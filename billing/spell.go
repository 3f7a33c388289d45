package billing

import "github.com/wuyekit/wuye/property/civil"

// spell is a run of charged days inside a charge month, with days counted from 1.
type spell struct {
	*charge
	n              uint64 // days of the month
	first, last    uint64
	enters, leaves bool
	entry, exit    ProrationMethod // of who enters first and who leaves last
}

func (s *spell) day(d civil.Date) uint64 { return uint64(d.DaysSince(s.period.Start)) + 1 }

// spell says where a run of days lies in its month and whether it begins or ends in it.
func (c *Cursor) spell(ch *charge, run []piece) spell {
	s := spell{charge: ch, n: uint64(ch.period.Days())}
	start, end := run[0].period.Start, run[len(run)-1].period.End
	rules := ch.month.prorating
	s.enters = start > ch.period.Start || rules.entryFree && !c.chargedOn(ch, &run[0], start.AddDays(-1))
	s.leaves = end < ch.period.End || rules.exitFree && !c.chargedOn(ch, &run[len(run)-1], end)
	s.first, s.last, s.entry, s.exit = s.day(start), s.day(end)-1, rules.entry, rules.exit
	if c.renewed(ch, &run[0], start.AddDays(-1)) {
		s.entry = s.entry.byTime()
	}
	if c.renewed(ch, &run[len(run)-1], end) {
		s.exit = s.exit.byTime()
	}
	if ch.t.claimed && start == c.run.reg.DeliveredOn(ch.u) { // nobody was charged before the handover
		s.entry = ch.month.handoverOn(start)
		s.enters = s.enters || s.entry == NextMonth // on the first day the others owe the whole month
	}
	return s
}

// byTime is the method where a tenancy is followed by another of the same holders with months of its
// own: they neither enter nor leave.
func (m ProrationMethod) byTime() ProrationMethod {
	if m == Thirty || m == PerDay {
		return m
	}
	return ActualDays
}

// renewed reports whether the holders of an agreed price agree it on a day by another tenancy.
func (c *Cursor) renewed(ch *charge, p *piece, on civil.Date) bool {
	return ch.t.ofAgreed && c.chargedOn(ch, p, on)
}

// chargedOn reports whether on a day outside a run somebody pays, whatever the price; where prices are
// agreed, the same holders.
func (c *Cursor) chargedOn(ch *charge, p *piece, on civil.Date) bool {
	t := ch.t
	if t.ofAgreed {
		at, known := t.agreed.At(ch.u, on)
		return known && at.Payer.PaidBySame(p.payer)
	}
	_, paid := t.payers.At(ch.u, on)
	return paid && c.claimed(ch, on)
}

// trim takes the days of entry and exit off that are not charged.
func (s *spell) trim(pieces []piece) []piece {
	if rules := s.month.prorating; rules.entryFree && s.enters && pieces[0].prepaid == nil {
		s.first++
		pieces[0].period.Start = pieces[0].period.Start.AddDays(1)
		if pieces[0].period.Start == pieces[0].period.End {
			pieces = pieces[1:]
		}
	}
	if len(pieces) == 0 {
		return nil
	}
	last := len(pieces) - 1
	if rules := s.month.prorating; rules.exitFree && s.leaves && pieces[last].prepaid == nil {
		s.last--
		pieces[last].period.End = pieces[last].period.End.AddDays(-1)
		if pieces[last].period.Start == pieces[last].period.End {
			pieces = pieces[:last]
		}
	}
	return pieces
}
