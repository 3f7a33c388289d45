package stock_test

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/stock"
)

// bag is a slow and obvious store: every unit is a thing of its own, on a heap that is searched for each one taken. It knows
// the items and places of the estate, whole units, and no rules of form.
type bag struct {
	units []thing
	// came is when a lot first came in, by its name and date.
	came map[string]int
	// did is what each move did, thing by thing; kinds and undone say the rest.
	did    map[int64][]step
	moves  map[int64]stock.Move
	undone map[int64]bool
}

// thing is one unit of an item.
type thing struct{ item, place, lot, until string }

// step is a thing that came or went; back says that it was given back since, of a return from is the step that it came from.
type step struct {
	thing
	came bool
	back bool
	from int
}

// play replays a whole log, and reports whether all of it can be.
func play(moves []stock.Move, asOf civil.Date) (*bag, bool) {
	b := &bag{came: map[string]int{}, did: map[int64][]step{}, moves: map[int64]stock.Move{}, undone: map[int64]bool{}}
	sorted := slices.SortedFunc(slices.Values(moves), func(x, y stock.Move) int {
		if x.On != y.On {
			return int(x.On - y.On)
		}
		return int(x.Seq - y.Seq)
	})
	for _, m := range sorted {
		if m.On > asOf {
			break
		}
		if !b.move(m) {
			return nil, false
		}
		b.moves[m.Seq] = m
	}
	return b, true
}

func homeOf(m stock.Move) string {
	if m.Place == "" {
		return "store"
	}
	return m.Place
}

func (b *bag) move(m stock.Move) bool {
	n := int(m.Quantity.Units() / 10_000)
	place := homeOf(m)
	switch m.Kind {
	case stock.Received:
		if b.clashes(m) {
			return false
		}
		for range n {
			b.put(m.Seq, thing{m.Item, place, m.Lot, m.Expires.String()}, 0)
		}
		return true
	case stock.Issued:
		return b.take(m, place, n, true)
	case stock.Scrapped:
		return b.take(m, place, n, false)
	case stock.Transferred:
		if !b.take(m, place, n, m.Lot == "" && m.Expires.IsZero()) {
			return false
		}
		for _, s := range slices.Clone(b.did[m.Seq]) {
			s.place = m.To
			b.put(m.Seq, s.thing, 0)
		}
		return true
	case stock.Counted:
		return b.count(m, place, n)
	case stock.Returned:
		return b.giveBack(m, n)
	case stock.Reversed:
		return b.reverse(m)
	}
	return false
}

// clashes reports whether a lot by this number has another date.
func (b *bag) clashes(m stock.Move) bool {
	for name := range b.came {
		part := strings.Split(name, "|")
		if part[0] == m.Item && part[1] == m.Lot && m.Lot != "" && !m.Expires.IsZero() && part[2] != m.Expires.String() {
			return true
		}
	}
	return false
}

func (t thing) name() string { return t.item + "|" + t.lot + "|" + t.until }

func (b *bag) put(seq int64, t thing, from int) {
	if _, ok := b.came[t.name()]; !ok {
		b.came[t.name()] = len(b.came)
	}
	b.units = append(b.units, t)
	b.did[seq] = append(b.did[seq], step{thing: t, came: true, from: from})
}

// earlier reports whether x is taken before y: by date, no date last, then by which lot came first. In the estate only what
// expires has dates, so that one order serves all.
func (b *bag) earlier(x, y thing) bool {
	if x.until != y.until {
		return y.until == "" || x.until != "" && x.until < y.until
	}
	return b.came[x.name()] < b.came[y.name()]
}

func fits(m stock.Move, t thing) bool {
	return t.item == m.Item && (m.Lot == "" || t.lot == m.Lot) && (m.Expires.IsZero() || t.until == m.Expires.String())
}

func (b *bag) take(m stock.Move, place string, n int, fresh bool) bool {
	for range n {
		best := -1
		for i, t := range b.units {
			barred := fresh && t.until != "" && t.until < m.On.String()
			if t.place == place && fits(m, t) && !barred && (best < 0 || b.earlier(t, b.units[best])) {
				best = i
			}
		}
		if best < 0 {
			return false
		}
		b.did[m.Seq] = append(b.did[m.Seq], step{thing: b.units[best]})
		b.units = slices.Delete(b.units, best, best+1)
	}
	return true
}

func (b *bag) count(m stock.Move, place string, n int) bool {
	if m.Lot != "" {
		if b.clashes(m) {
			return false
		}
		t := thing{m.Item, place, m.Lot, m.Expires.String()}
		for name := range b.came {
			if part := strings.Split(name, "|"); part[0] == m.Item && part[1] == m.Lot {
				t.until = part[2]
			}
		}
		if t.until == "" && m.Item == "bait" {
			return false
		}
		if _, ok := b.came[t.name()]; !ok {
			b.came[t.name()] = len(b.came)
		}
	}
	have, last := 0, thing{m.Item, place, m.Lot, m.Expires.String()}
	seen := false
	for _, t := range b.units {
		if t.place == place && fits(m, t) {
			have++
			if !seen || b.earlier(last, t) {
				last, seen = t, true
			}
		}
	}
	if !seen && m.Lot != "" {
		for name := range b.came {
			if part := strings.Split(name, "|"); part[0] == m.Item && part[1] == m.Lot {
				last.until = part[2]
			}
		}
	}
	if n < have {
		return b.take(m, place, have-n, false)
	}
	for range n - have {
		b.put(m.Seq, last, 0)
	}
	return true
}

func (b *bag) giveBack(m stock.Move, n int) bool {
	of, ok := b.moves[m.Of]
	if !ok || of.Kind != stock.Issued || of.Item != m.Item || b.undone[m.Of] {
		return false
	}
	place := m.Place
	if place == "" {
		place = homeOf(of)
	}
	for i := len(b.did[m.Of]) - 1; i >= 0 && n > 0; i-- {
		s := &b.did[m.Of][i]
		if s.back || !fits(m, s.thing) {
			continue
		}
		s.back = true
		t := s.thing
		t.place = place
		b.put(m.Seq, t, i)
		n--
	}
	return n == 0
}

func (b *bag) reverse(m stock.Move) bool {
	of, ok := b.moves[m.Of]
	if !ok || of.Kind == stock.Reversed || of.Item != m.Item || b.undone[m.Of] {
		return false
	}
	for _, s := range b.did[m.Of] {
		if s.back {
			return false
		}
		if !s.came {
			b.units = append(b.units, s.thing)
			continue
		}
		i := slices.Index(b.units, s.thing)
		if i < 0 {
			return false
		}
		b.units = slices.Delete(b.units, i, i+1)
		if of.Kind == stock.Returned {
			b.did[of.Of][s.from].back = false
		}
	}
	b.undone[m.Of] = true
	return true
}

// shelf counts the things by item, place and lot.
func (b *bag) shelf() map[thing]int64 {
	out := map[thing]int64{}
	for _, t := range b.units {
		out[t]++
	}
	return out
}
