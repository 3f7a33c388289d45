package billing_test

import (
	"math/big"
	"slices"

	"github.com/wuyekit/wuye/billing"
)

// slowPart is a stretch of days, counted from 0, with the part of the month's price it is charged.
type slowPart struct {
	first, last int
	day         slowDay
	part        *big.Rat
}

// slowRules are the methods of a tariff.
type slowRules struct {
	entry, exit, handover billing.ProrationMethod
	first                 billing.ProrationMethod // of who enters a run
	entryFree, exitFree   bool
}

// rules returns the methods of a tariff, with that of the unit's handover as the region has it on its day.
func (w slowUnit) rules(t billing.Tariff) slowRules {
	p := t.Proration
	r := slowRules{entry: p.Method, exit: p.Exit, handover: p.Handover, entryFree: p.EntryDayFree, exitFree: p.ExitDayFree}
	if r.entry == 0 {
		r.entry = billing.ActualDays
	}
	if r.exit == 0 {
		r.exit = r.entry
	}
	if r.handover == 0 {
		r.handover = r.entry
	}
	if row, ok := w.policy(p.HandoverPolicy, w.unit.DeliveredOn); ok && p.HandoverPolicy != "" {
		if err := r.handover.UnmarshalText([]byte(row.Value)); err != nil {
			panic(err)
		}
	}
	r.first = r.entry
	return r
}

// parts cuts a month's days into stretches and says what part of the month's price each owes.
func (w slowUnit) parts(t billing.Tariff, m slowMonth, days []slowDay) []slowPart {
	var out []slowPart
	rules := w.rules(t)
	for a := 0; a < len(days); a++ {
		if !days[a].there {
			continue
		}
		b := a
		for b+1 < len(days) && days[b+1].there && (t.Basis.Agreed == nil || days[b+1].payer == days[b].payer) {
			b++
		}
		out = append(out, w.spell(t, m, rules, days, a, b)...)
		a = b
	}
	return out
}

// spell divides one unbroken run of charged days, the a-th to the b-th.
func (w slowUnit) spell(t billing.Tariff, m slowMonth, rules slowRules, days []slowDay, a, b int) []slowPart {
	before, wasThere := w.neighbour(t, m, a-1, days[a].payer)
	_, stays := w.neighbour(t, m, b+1, days[b].payer)
	enters := a > 0 || rules.entryFree && !wasThere
	leaves := b < len(days)-1 || rules.exitFree && !stays
	if t.Basis.Agreed != nil { // another tenancy of the same holders is no entry and no exit
		if wasThere {
			rules.first = byTime(rules.first)
		}
		if stays {
			rules.exit = byTime(rules.exit)
		}
	}
	if t.ClaimedOnly && m.start.AddDays(a) == w.unit.DeliveredOn { // he enters by the handover
		enters, rules.first = enters || rules.handover == billing.NextMonth, rules.handover
	}
	now := slices.Clone(days)
	if rules.entryFree { // each day is paid by who paid the day before
		for d := a + 1; d <= b; d++ {
			now[d].paidAs(days[d-1])
		}
		if a == 0 && wasThere {
			now[0].paidAs(before)
		}
	}
	if rules.entryFree && enters && days[a].prepaid == 0 {
		a++
	}
	if rules.exitFree && leaves && (a > b || days[b].prepaid == 0) {
		b--
	}
	if a > b {
		return nil
	}
	w.developersMonth(t, m, rules, days, now, a, b)
	heads := w.payerChanges(m, rules, now, a, b)
	s := slowSpell{rules, len(days), now, a, b, enters, leaves, heads}
	return s.divide()
}

// paidAs lets who paid another day pay this one, if it is not paid by the same already.
func (d *slowDay) paidAs(o slowDay) {
	if d.payer != o.payer {
		d.payer, d.liable = o.payer, o.liable
	}
}

// neighbour returns a day next to a run of days, and whether somebody is there; where tenancies agree
// the price, whether it is who is there in the run.
func (w slowUnit) neighbour(t billing.Tariff, m slowMonth, i int, payer string) (slowDay, bool) {
	d := m.start.AddDays(i)
	if t.Basis.Agreed != nil {
		at, ok := w.agreed(t.Code, d)
		return slowDay{payer: payer}, ok && slowKey(at.tenancy.Holders) == payer
	}
	if !w.claimed(t, d) {
		return slowDay{}, false
	}
	key, liable, ok := w.payer(w.unit, t, d)
	return slowDay{payer: key, liable: liable}, ok
}

// developersMonth leaves the month of a handover on its first day to the developer, where the
// owner's begins with the next month.
func (w slowUnit) developersMonth(t billing.Tariff, m slowMonth, rules slowRules, days, now []slowDay, a, b int) {
	if t.Basis.Agreed != nil || t.ClaimedOnly || rules.handover != billing.NextMonth || a != 0 || w.unit.DeliveredOn != m.start {
		return
	}
	key, liable, ok := w.payer(w.unit, t, m.start.AddDays(-1))
	if !ok || key != w.unit.DefaultPayer || days[0].payer == key {
		return
	}
	for d := a; d <= b; d++ {
		now[d].payer, now[d].liable = key, liable
	}
}

// slowHead is the first day of a payer in a run, and the method by which he follows.
type slowHead struct {
	first  int
	method billing.ProrationMethod
}

// payerChanges returns the payers of a run. Where one begins next month, who leaves pays on.
func (w slowUnit) payerChanges(m slowMonth, rules slowRules, now []slowDay, a, b int) []slowHead {
	out := []slowHead{{a, rules.first}}
	for d := a + 1; d <= b; d++ {
		if now[d].payer == now[d-1].payer {
			continue
		}
		on := m.start.AddDays(d)
		if rules.entryFree {
			on--
		}
		method := rules.entry
		if on == w.unit.DeliveredOn && now[d-1].payer == w.unit.DefaultPayer {
			method = rules.handover
		}
		if method == billing.NextMonth {
			for k := d; k <= b; k++ {
				now[k].payer, now[k].liable = now[d-1].payer, now[d-1].liable
			}
			break
		}
		out = append(out, slowHead{d, method})
	}
	return out
}

// slowSpell is a run of days with one payer after the other.
type slowSpell struct {
	rules          slowRules
	n              int // days of the month
	days           []slowDay
	a, b           int // first and last day, from 0
	enters, leaves bool
	heads          []slowHead
}

// divide gives each payer what he owes more than those after him, and each of his stretches its part.
func (s slowSpell) divide() []slowPart {
	var owed []*big.Rat
	var grid []bool // whether it is counted in thirtieths
	for i, h := range s.heads {
		part := slowOwed(h.method, s.rules.exit, h.first+1, s.b+1, s.n, s.enters || i > 0, s.leaves)
		thirty := (h.method == billing.Thirty || !s.enters && i == 0 || isWhole(slowEntered(h.method, h.first+1, s.n))) &&
			(s.rules.exit == billing.Thirty || !s.leaves || isWhole(slowLeft(s.rules.exit, s.b+1, s.n)))
		if i > 0 && owed[i-1].Cmp(part) < 0 {
			part, thirty = owed[i-1], grid[i-1]
		}
		owed, grid = append(owed, part), append(grid, thirty)
	}
	owed, grid = append(owed, new(big.Rat)), append(grid, true)
	var out []slowPart
	for i, h := range s.heads {
		last := s.b
		if i+1 < len(s.heads) {
			last = s.heads[i+1].first - 1
		}
		own := new(big.Rat).Sub(owed[i], owed[i+1])
		onGrid := s.rules.entry == billing.Thirty && (isWhole(own) || grid[i] && grid[i+1])
		for _, p := range slowStretches(s.days, h.first, last, own, onGrid) {
			if p.day.charged && (p.part.Sign() > 0 || p.day.prepaid > 0) { // what was paid ahead is not prorated
				out = append(out, p)
			}
		}
	}
	return out
}

// slowStretches divides what one payer owes between the stretches in which nothing changes: by their
// days, or in thirtieths with the rest for the last.
func slowStretches(days []slowDay, a, b int, owed *big.Rat, thirtieths bool) []slowPart {
	var out []slowPart
	for d := a; d <= b; d++ {
		if n := len(out) - 1; n >= 0 && out[n].day == days[d] {
			out[n].last = d
			continue
		}
		out = append(out, slowPart{first: d, last: d, day: days[d]})
	}
	rest := new(big.Rat).Set(owed)
	for i := range out {
		p := &out[i]
		switch {
		case thirtieths && i+1 < len(out):
			p.part = big.NewRat(int64(min(p.last+2, 30)-min(p.first+1, 30)), 30)
			if p.part.Cmp(rest) > 0 {
				p.part.Set(rest)
			}
		case thirtieths:
			p.part = new(big.Rat).Set(rest)
		default:
			p.part = new(big.Rat).Mul(owed, big.NewRat(int64(p.last-p.first+1), int64(b-a+1)))
		}
		rest.Sub(rest, p.part)
	}
	return out
}

// slowOwed is the part of a month of n days owed for the days a to b, counted from 1.
func slowOwed(method, exit billing.ProrationMethod, a, b, n int, enters, leaves bool) *big.Rat {
	if method == billing.PerDay {
		return big.NewRat(int64(b-a+1), 1)
	}
	if enters && leaves && method == billing.Year365 && exit == billing.Year365 {
		return big.NewRat(int64(12*(b-a+1)), 365)
	}
	in, out := big.NewRat(1, 1), big.NewRat(1, 1)
	if enters {
		in = slowEntered(method, a, n)
	}
	if leaves {
		out = slowLeft(exit, b, n)
	}
	sum := new(big.Rat).Add(in, out)
	if sum.Sub(sum, big.NewRat(1, 1)); sum.Sign() < 0 {
		sum.SetInt64(0)
	}
	return sum
}

// slowEntered is the part owed by who enters on a day, counted from 1, and stays.
func slowEntered(method billing.ProrationMethod, a, n int) *big.Rat {
	switch {
	case method == billing.ActualDays:
		return big.NewRat(int64(n-a+1), int64(n))
	case method == billing.Thirty:
		return big.NewRat(int64(30-min(a, 30)+1), 30)
	case method == billing.Year365:
		return big.NewRat(int64(12*(n-a+1)), 365)
	case method == billing.NextMonth:
		return new(big.Rat)
	case method == billing.HalfMonth && a > 15:
		return big.NewRat(1, 2)
	default:
		return big.NewRat(1, 1)
	}
}

// slowLeft is the part owed by who was there and leaves after a day, counted from 1.
func slowLeft(method billing.ProrationMethod, b, n int) *big.Rat {
	switch {
	case method == billing.ActualDays:
		return big.NewRat(int64(b), int64(n))
	case method == billing.Thirty:
		return big.NewRat(int64(min(b, 30)), 30)
	case method == billing.Year365:
		return big.NewRat(int64(12*b), 365)
	case method == billing.HalfMonth && b <= 15:
		return big.NewRat(1, 2)
	default:
		return big.NewRat(1, 1)
	}
}

// byTime counts part months by days where nobody enters or leaves.
func byTime(method billing.ProrationMethod) billing.ProrationMethod {
	if method == billing.Thirty || method == billing.PerDay {
		return method
	}
	return billing.ActualDays
}

func isWhole(part *big.Rat) bool { return part.Cmp(big.NewRat(1, 1)) == 0 }
