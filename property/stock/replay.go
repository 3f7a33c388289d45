package stock

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Replay works out what is where at the end of a day from the moves up to and including it; later ones are checked by
// themselves and wait. Moves may be given in any order: they are replayed by day, within a day by number.
//
// Errors: an [*invalid.Error] with every problem and its place, "moves[17].quantity": what a move says wrongly, stock that
// is not there, lots out of date, reversals of what cannot be reversed. A move that refers to a refused one is passed over.
func (s *Store) Replay(moves []Move, asOf civil.Date) (*Ledger, error) {
	if asOf.IsZero() {
		return nil, invalid.Value(invalid.ErrRequired, "asOf")
	}
	r := s.newReplay(slices.Clone(moves), asOf)
	order := r.sorted()
	for _, i := range order {
		r.play(i)
	}
	if err := r.err(); err != nil {
		return nil, err
	}
	r.backdated(order)
	return &Ledger{
		store: s, asOf: asOf, moves: r.moves, acts: r.acts, order: order, effects: r.effects,
		lots: r.lots, layers: r.layers, differences: r.differences, notices: r.sortedNotices(),
	}, nil
}

// replay is a log being replayed.
type replay struct {
	store *Store
	asOf  civil.Date
	moves []Move
	bySeq map[int64]int32
	acts  []act
	// effects are what moves did, those of one move together.
	effects []effect
	lots    lots
	layers  [][]layer // by cell
	// turned is the sum of everything that moved, by item: while it fits, every sum does.
	turned []int64

	list        invalid.List
	problems    [][]*invalid.FieldError // by move
	differences []difference
	notices     []notice
}

// act is what became of a move.
type act struct {
	item, cell, to int32
	first, end     int32 // its effects
	of             int32 // the move it gives back from or undoes
	state          state
	reversed       bool
}

type state uint8

const (
	waiting state = iota
	done
	refused
)

// effect is a change of one lot at one place.
type effect struct {
	move, cell, lot int32
	n               int64
	// given is, of what an issue took, how much was given back.
	given int64
	// source is, of a return, the effect that it gives back from.
	source int32
}

func (s *Store) newReplay(moves []Move, asOf civil.Date) *replay {
	return &replay{
		store: s, asOf: asOf, moves: moves, bySeq: make(map[int64]int32, len(moves)), acts: make([]act, len(moves)),
		effects: make([]effect, 0, len(moves)), lots: lots{index: map[lot]int32{}}, layers: make([][]layer, len(s.cells)),
		turned: make([]int64, len(s.items)),
	}
}

// sorted checks every move by itself and returns the sound ones up to the day, in the order in which they count.
func (r *replay) sorted() []int32 {
	order := make([]int32, 0, len(r.moves))
	for i := range r.moves {
		if r.check(int32(i)) && r.moves[i].On <= r.asOf {
			order = append(order, int32(i))
		}
	}
	byDay := func(a, b int32) int {
		return cmp.Or(r.moves[a].On.Compare(r.moves[b].On), cmp.Compare(r.moves[a].Seq, r.moves[b].Seq))
	}
	if !slices.IsSortedFunc(order, byDay) {
		slices.SortFunc(order, byDay)
	}
	return order
}

// check looks at a move by itself and against the catalogue, and notes what it speaks of.
func (r *replay) check(i int32) bool {
	m, a := &r.moves[i], &r.acts[i]
	before := r.list.Len()
	r.list.Enter("moves")
	r.list.EnterIndex(int(i))
	m.Check(&r.list)
	if _, twice := r.bySeq[m.Seq]; twice && m.Seq > 0 {
		r.list.At("seq").Add(ErrSeqTwice, number(m.Seq))
	} else {
		r.bySeq[m.Seq] = i
	}
	a.of = -1
	a.item = -1
	if item, ok := r.store.index[m.Item]; ok {
		a.item = item
		r.checkItem(m, a)
	} else if m.Item != "" {
		r.list.At("item").Add(ErrItem, invalid.Quote(m.Item))
	}
	r.list.Leave()
	r.list.Leave()
	if r.list.Len() > before {
		a.state = refused
	}
	return a.state != refused
}

// checkItem looks at a move against its item: unit, places, expiry.
func (r *replay) checkItem(m *Move, a *act) {
	item := &r.store.items[a.item]
	if m.Kind != Reversed {
		item.checkUnitOf(&r.list, m)
	}
	var err error
	if m.Kind != Reversed && (m.Kind != Returned || m.Place != "") {
		if a.cell, err = r.store.place(a.item, m.Place); err != nil {
			r.list.At("place").Take(err)
		}
	}
	if m.Kind == Transferred && m.To != "" {
		var missing error
		if a.to, missing = r.store.place(a.item, m.To); missing != nil {
			r.list.At("to").Take(missing)
		} else if err == nil && a.to == a.cell {
			r.list.At("to").Add(ErrSamePlace, invalid.Quote(m.To))
		}
	}
	r.checkExpiry(m, item)
}

// checkExpiry looks at whether a move says the date that it must, and none that the item does not have.
func (r *replay) checkExpiry(m *Move, item *Item) {
	switch chosen := !m.Expires.IsZero(); {
	case chosen && !item.Expires:
		r.list.At("expires").Add(ErrNoExpiry, invalid.Quote(item.Code))
	case !chosen && item.Expires && m.Kind == Received:
		r.list.At("expires").Add(ErrExpires, invalid.Quote(item.Code))
	case !chosen && item.Expires && m.Kind == Counted && m.Lot == "":
		r.list.At("lot").Add(ErrCountLot, invalid.Quote(item.Code))
	}
}

func (i *Item) checkUnitOf(l *invalid.List, m *Move) {
	if unit := m.Quantity.Unit(); unit != i.Unit && !unit.IsZero() || unit.IsZero() && !m.Quantity.IsZero() {
		l.At("quantity").Add(ErrUnit, m.Quantity.String(), invalid.Quote(i.Unit.String()))
	}
}

// refuse notes why a move cannot be; the list keeps the order of the caller's moves.
func (r *replay) refuse(i int32, field string, rule invalid.RuleError, args ...string) {
	r.acts[i].state = refused
	if r.problems == nil {
		r.problems = make([][]*invalid.FieldError, len(r.moves))
	}
	r.problems[i] = append(r.problems[i], &invalid.FieldError{Path: field, Rule: rule, Args: args})
}

// err returns all problems: those of moves by themselves, then those of the replay.
func (r *replay) err() error {
	for i, problems := range r.problems {
		for _, p := range problems {
			r.list.At("moves", i).Take(p)
		}
	}
	return r.list.Err("moves")
}
