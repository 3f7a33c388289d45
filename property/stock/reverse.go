package stock

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// refer finds the move that a return or a reversal speaks of, and reports whether it may.
func (r *replay) refer(i int32) bool {
	m, a := &r.moves[i], &r.acts[i]
	of, ok := r.bySeq[m.Of]
	if !ok {
		r.refuse(i, "of", ErrNoMove, number(m.Of))
		return false
	}
	target, act := &r.moves[of], &r.acts[of]
	a.of = of
	switch {
	case act.state == refused:
		a.state = refused // why is said there
	case target.Item != m.Item:
		r.refuse(i, "item", ErrOtherItem, number(m.Of), invalid.Quote(target.Item), invalid.Quote(m.Item))
	case act.state == waiting:
		r.refuse(i, "of", ErrLater, number(m.Of))
	case target.Kind == Reversed:
		r.refuse(i, "of", ErrReversal, number(m.Of))
	case act.reversed:
		r.refuse(i, "of", ErrReversedTwice, number(m.Of))
	case m.Kind == Returned && target.Kind != Issued:
		r.refuse(i, "of", ErrNotIssued, number(m.Of), target.Kind.String())
	}
	return a.state != refused
}

// giveBack puts a return into the lots that its issue took, the last taken first.
func (r *replay) giveBack(i int32) {
	m, a := &r.moves[i], &r.acts[i]
	issue := r.acts[a.of]
	if m.Place == "" {
		a.cell = issue.cell
	}
	c := choice{name: m.Lot, expires: m.Expires}
	out := int64(0)
	for _, e := range r.effects[issue.first:issue.end] {
		if c.matches(&r.lots.all[e.lot]) {
			out += -e.n - e.given
		}
	}
	left := m.Quantity.Units()
	if left > out {
		r.refuse(i, "quantity", ErrReturn, number(m.Of), r.store.quantity(a.item, out).String(), m.Quantity.String())
		return
	}
	for k := issue.end - 1; k >= issue.first && left > 0; k-- {
		e := r.effects[k]
		n := min(left, -e.n-e.given)
		if n <= 0 || !c.matches(&r.lots.all[e.lot]) {
			continue
		}
		r.effects[k].given += n
		r.change(i, a.cell, e.lot, n, k)
		left -= n
	}
}

// undo does the opposite of a move.
func (r *replay) undo(i int32) {
	a := &r.acts[i]
	target := &r.acts[a.of]
	effects := slices.Clone(r.effects[target.first:target.end])
	if r.moves[a.of].Kind == Issued && slices.ContainsFunc(effects, func(e effect) bool { return e.given > 0 }) {
		r.refuse(i, "of", ErrReturned, number(r.moves[a.of].Seq))
		return
	}
	order, total := r.store.items[a.item].order(), int64(0)
	for _, e := range effects {
		have := r.lots.at(r.layers[e.cell], order, e.lot)
		if e.n > have {
			r.gone(i, e, have)
		}
		total += max(e.n, -e.n)
	}
	if a.state == refused || !r.turn(i, total) {
		return
	}
	for _, e := range effects {
		r.change(i, e.cell, e.lot, -e.n, -1)
		if r.moves[a.of].Kind == Returned {
			r.effects[e.source].given -= e.n
		}
	}
	target.reversed = true
	a.cell, a.to = target.cell, target.to
}

// gone refuses to undo what brought stock that is not there any more.
func (r *replay) gone(i int32, e effect, have int64) {
	item, place := r.acts[i].item, r.store.kept(r.store.cells[e.cell]).Place
	r.refuse(i, "of", ErrGone, number(r.moves[i].Of), r.store.quantity(item, e.n).String(), invalid.Quote(place),
		r.store.quantity(item, have).String())
}
