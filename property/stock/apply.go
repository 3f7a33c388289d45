package stock

import (
	"math"
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// play does what a move says, or refuses it and does nothing.
func (r *replay) play(i int32) {
	m, a := &r.moves[i], &r.acts[i]
	if (m.Kind == Returned || m.Kind == Reversed) && !r.refer(i) {
		return
	}
	a.first = int32(len(r.effects))
	if m.Kind != Reversed && r.turn(i, m.Quantity.Units()) {
		switch m.Kind {
		case Received:
			r.receive(i)
		case Issued:
			r.take(i, choice{m.Lot, m.Expires, m.On})
			r.notice(i)
		case Scrapped:
			r.take(i, choice{m.Lot, m.Expires, 0})
		case Transferred:
			r.transfer(i)
		case Counted:
			r.count(i)
		case Returned:
			r.giveBack(i)
		case Reversed:
		}
	}
	if m.Kind == Reversed {
		r.undo(i)
	}
	a.end = int32(len(r.effects))
	if a.state == waiting {
		a.state = done
	}
}

// turn adds to what moved of an item, and refuses what would be beyond any store.
func (r *replay) turn(i int32, n int64) bool {
	const limit = math.MaxInt64 / 8 // a move changes at most two places, and a count what it finds and what was booked
	turned := &r.turned[r.acts[i].item]
	if n > limit-*turned {
		r.refuse(i, "quantity", ErrLarge, r.moves[i].Item)
		return false
	}
	*turned += n
	return true
}

// change puts a change on the books.
func (r *replay) change(i, cell, lot int32, n int64, source int32) {
	order := r.store.items[r.acts[i].item].order()
	r.layers[cell] = r.lots.put(r.layers[cell], order, lot, n)
	r.effects = append(r.effects, effect{move: i, cell: cell, lot: lot, n: n, source: source})
}

func (r *replay) receive(i int32) {
	m, a := &r.moves[i], &r.acts[i]
	if t, ok := r.lot(i); ok {
		if !r.lots.all[t].inDate(m.On) {
			r.tell(notice{kind: ReceivedExpired, move: i})
		}
		r.change(i, a.cell, t, m.Quantity.Units(), -1)
	}
}

// lot returns the lot that a receipt or a count speaks of, a new one where it is the first to do so.
func (r *replay) lot(i int32) (int32, bool) {
	m, a := &r.moves[i], &r.acts[i]
	t := lot{a.item, m.Lot, m.Expires}
	known, ok := r.lots.find(t)
	switch {
	case !ok && m.Kind == Counted && m.Expires.IsZero() && r.store.items[a.item].Expires:
		r.refuse(i, "expires", ErrExpires, invalid.Quote(m.Item))
		return 0, false
	case ok && !m.Expires.IsZero() && r.lots.all[known].expires != m.Expires:
		r.refuse(i, "expires", ErrLotExpires, invalid.Quote(m.Lot), r.lots.all[known].expires.String(), m.Expires.String())
		return 0, false
	}
	return r.lots.add(t), true
}

// take takes the quantity of a move out of the lots that it may take, in the order of the item.
func (r *replay) take(i int32, c choice) {
	r.takeUnits(i, r.moves[i].Quantity.Units(), c)
}

func (r *replay) takeUnits(i int32, want int64, c choice) {
	cell := r.acts[i].cell
	have, expired := r.have(cell, c, want)
	if have < want {
		r.short(i, have, expired, want)
		return
	}
	for k := 0; want > 0; {
		l := r.layers[cell][k]
		if !c.takes(&r.lots.all[l.lot]) {
			k++
			continue
		}
		n := min(want, l.n)
		r.change(i, cell, l.lot, -n, -1)
		want -= n
	}
}

// have returns how much a choice may take, and how much more it could if that were not out of date. It looks no further
// than to enough.
func (r *replay) have(cell int32, c choice, enough int64) (usable, expired int64) {
	for _, l := range r.layers[cell] {
		if usable >= enough {
			break
		}
		switch t := &r.lots.all[l.lot]; {
		case c.takes(t):
			usable += l.n
		case c.matches(t):
			expired += l.n
		}
	}
	return usable, expired
}

func (r *replay) short(i int32, have, expired, want int64) {
	m, item := &r.moves[i], r.acts[i].item
	args := []string{
		invalid.Quote(m.Item), invalid.Quote(r.store.kept(r.store.cells[r.acts[i].cell]).Place), m.On.String(),
		r.store.quantity(item, have).String(), r.store.quantity(item, want).String(),
	}
	if expired > 0 {
		r.refuse(i, "quantity", ErrExpired, append(args, r.store.quantity(item, expired).String())...)
		return
	}
	r.refuse(i, "quantity", ErrShort, args...)
}

// transfer takes from one place and puts the same lots at another.
func (r *replay) transfer(i int32) {
	m, a := &r.moves[i], &r.acts[i]
	c := choice{name: m.Lot, expires: m.Expires}
	if !c.named() {
		c.usable = m.On // what is out of date is moved away by name only
	}
	r.take(i, c)
	for _, e := range r.effects[a.first:] {
		r.change(i, a.to, e.lot, -e.n, -1)
	}
}

// count makes what was found what is there: of one lot, of those of one date, or of all together.
func (r *replay) count(i int32) {
	m, a := &r.moves[i], &r.acts[i]
	c := choice{name: m.Lot, expires: m.Expires}
	if m.Lot != "" {
		if _, ok := r.lot(i); !ok {
			return
		}
	}
	booked, _ := r.have(a.cell, c, math.MaxInt64)
	found := m.Quantity.Units()
	switch {
	case found < booked:
		r.takeUnits(i, booked-found, c)
	case found > booked:
		r.change(i, a.cell, r.surplus(a, c), found-booked, -1)
	}
	r.differences = append(r.differences, difference{i, booked})
	if found != booked && m.Reason == "" {
		r.tell(notice{kind: Unexplained, move: i})
	}
}

// surplus returns the lot that what was found too much belongs to: the one named, else the last one there, else one
// without a number.
func (r *replay) surplus(a *act, c choice) int32 {
	if c.name == "" {
		for _, l := range slices.Backward(r.layers[a.cell]) {
			if c.matches(&r.lots.all[l.lot]) {
				return l.lot
			}
		}
	}
	return r.lots.add(lot{a.item, c.name, c.expires})
}
