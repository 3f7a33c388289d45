package schedule

import (
	"cmp"
	"container/heap"
	"slices"
	"time"
)

// slot is an occurrence with its window.
type slot struct {
	due     deadline
	start   time.Time
	end     deadline
	key     Occurrence
	err     error // the window is not known
	excused bool
	record  int // that serves it, −1: none
}

// holds reports whether an instant lies in the window.
func (s *slot) holds(t time.Time) bool { return !t.Before(s.start) && !s.end.passed(t) }

// distance returns how far an instant is from when the slot is due; within a day that it is due on, 0.
func (s *slot) distance(t time.Time, opens time.Time) time.Duration {
	switch {
	case t.Before(opens):
		return opens.Sub(t)
	case t.After(s.due.at):
		return t.Sub(s.due.at)
	case s.due.end:
		return 0
	}
	return s.due.at.Sub(t)
}

// pairing gives records to slots one to one, the nearest pair first, of equally near ones the earliest record, then the
// earliest slot.
//
// The nearest pair stands side by side in the order of time, so that only neighbours are compared. As everyone
// agrees on which of two pairs is nearer, another record never takes a slot its record away without leaving it a nearer one.
type pairing struct {
	slots   []*slot
	records []*Record
	zone    *time.Location
	opens   []time.Time
	// Slots and records in one order of time: node i < len(slots) is a slot.
	before, after []int
	taken         []bool
	pairs         []pair
}

type pair struct {
	distance     time.Duration
	record, slot int
}

// match gives slots, which are in the order of time, their records; first is the index of the first of the records.
func (p *pairing) match(slots []*slot, records []*Record, first int, zone *time.Location) {
	p.slots, p.records, p.zone = slots, records, zone
	p.link()
	heap.Init(p)
	for p.Len() > 0 {
		next := p.pairs[0]
		p.drop()
		if a, b := next.slot, len(slots)+next.record; p.taken[a] || p.taken[b] {
			continue
		}
		slots[next.slot].record = first + next.record
		p.take(next.slot, len(slots)+next.record)
	}
}

// link puts all in the order of time, and proposes neighbours.
func (p *pairing) link() {
	n := len(p.slots) + len(p.records)
	p.before, p.after = slices.Grow(p.before[:0], n)[:n], slices.Grow(p.after[:0], n)[:n]
	p.taken = slices.Grow(p.taken[:0], n)[:n]
	clear(p.taken)
	p.opens, p.pairs = p.opens[:0], p.pairs[:0]
	for _, s := range p.slots {
		p.opens = append(p.opens, s.due.opens(p.zone).at)
	}
	previous, s, r := -1, 0, 0
	for range n {
		node := len(p.slots) + r
		if s < len(p.slots) && (r == len(p.records) || !p.records[r].At.Before(p.opens[s])) {
			node = s
			s++
		} else {
			r++
		}
		p.before[node], p.after[node] = previous, -1
		if previous >= 0 {
			p.after[previous] = node
			p.propose(previous, node)
		}
		previous = node
	}
}

// propose notes two neighbours that could be a pair.
func (p *pairing) propose(a, b int) {
	s, r := min(a, b), max(a, b)-len(p.slots)
	if s >= len(p.slots) || r < 0 || !p.slots[s].holds(p.records[r].At) {
		return
	}
	p.pairs = append(p.pairs, pair{p.slots[s].distance(p.records[r].At, p.opens[s]), r, s})
	heap.Fix(p, len(p.pairs)-1) // as heap.Push, without a copy on the heap
}

// drop removes the nearest pair.
func (p *pairing) drop() {
	n := len(p.pairs) - 1
	p.Swap(0, n)
	p.pairs = p.pairs[:n]
	if n > 0 {
		heap.Fix(p, 0)
	}
}

// take removes a pair, and proposes those that become neighbours.
func (p *pairing) take(a, b int) {
	p.taken[a], p.taken[b] = true, true
	for _, node := range []int{a, b} {
		left, right := p.before[node], p.after[node]
		if left >= 0 {
			p.after[left] = right
		}
		if right >= 0 {
			p.before[right] = left
		}
		if left >= 0 && right >= 0 {
			p.propose(left, right)
		}
	}
}

// Len, with Less, Swap, Push and Pop, is what [heap.Interface] asks for: the nearest pair is on top.
func (p *pairing) Len() int { return len(p.pairs) }

// Less compares two pairs.
func (p *pairing) Less(i, j int) bool {
	a, b := p.pairs[i], p.pairs[j]
	return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.record, b.record), cmp.Compare(a.slot, b.slot)) < 0
}

// Swap exchanges two pairs.
func (p *pairing) Swap(i, j int) { p.pairs[i], p.pairs[j] = p.pairs[j], p.pairs[i] }

// Push adds a pair.
func (p *pairing) Push(x any) {
	if next, ok := x.(pair); ok {
		p.pairs = append(p.pairs, next)
	}
}

// Pop removes the last pair.
func (p *pairing) Pop() any {
	n := len(p.pairs) - 1
	next := p.pairs[n]
	p.pairs = p.pairs[:n]
	return next
}
