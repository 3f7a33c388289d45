package stock

import (
	"iter"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// Ledger is what the moves of a store come to at the end of a day (库存账). It is immutable and safe to share.
type Ledger struct {
	store *Store
	asOf  civil.Date
	moves []Move
	acts  []act
	// order are the moves up to the day, as they were replayed.
	order       []int32
	effects     []effect
	lots        lots
	layers      [][]layer
	differences []difference
	notices     []notice
}

// AsOf returns the day, whose moves are all counted.
func (l *Ledger) AsOf() civil.Date { return l.asOf }

// Balance is how much of a lot is at a place (库存): more than zero.
type Balance struct {
	// Item is its code, Place where it is.
	Item  string `json:"item"`
	Place string `json:"place"`
	// Lot is the batch, if it has a number, and Expires the last day on which it may be used, if it has one.
	Lot     string     `json:"lot,omitempty"`
	Expires civil.Date `json:"expires,omitzero"`
	// Quantity is how much there is.
	Quantity measure.Quantity `json:"quantity"`
}

// Balances returns everything that is there: items and places in the order of the catalogue, lots in the order in which
// they are taken.
func (l *Ledger) Balances() []Balance {
	var out []Balance
	for c := range l.layers {
		for _, layer := range l.layers[c] {
			out = append(out, l.balance(int32(c), layer))
		}
	}
	return out
}

func (l *Ledger) balance(c int32, layer layer) Balance {
	t := &l.lots.all[layer.lot]
	return Balance{
		Item: l.store.items[t.item].Code, Place: l.store.kept(l.store.cells[c]).Place,
		Lot: t.name, Expires: t.expires, Quantity: l.store.quantity(t.item, layer.n),
	}
}

// OnHand returns how much of an item there is at all places, out of date or not, and false where the catalogue does not
// have the item.
func (l *Ledger) OnHand(item string) (measure.Quantity, bool) {
	i, ok := l.store.index[item]
	if !ok {
		return measure.Quantity{}, false
	}
	n := int64(0)
	for k := range l.store.items[i].Kept {
		usable, expired := l.held(l.store.first[i] + int32(k))
		n += usable + expired
	}
	return l.store.quantity(i, n), true
}

// held returns how much of a cell may be used on the day, and how much not any more.
func (l *Ledger) held(cell int32) (usable, expired int64) {
	for _, layer := range l.layers[cell] {
		if l.lots.all[layer.lot].inDate(l.asOf) {
			usable += layer.n
		} else {
			expired += layer.n
		}
	}
	return usable, expired
}

// Change is what a move did to one lot at one place (库存变动). A move has as many as it took or put lots; a count that
// found what was booked has none.
type Change struct {
	// Seq is the number of the move, On its day, Kind what it is.
	Seq  int64      `json:"seq"`
	On   civil.Date `json:"on"`
	Kind Kind       `json:"kind"`
	// Item, Place, Lot and Expires say what it changed.
	Item    string     `json:"item"`
	Place   string     `json:"place"`
	Lot     string     `json:"lot,omitempty"`
	Expires civil.Date `json:"expires,omitzero"`
	// Quantity is by how much: below zero what left.
	Quantity measure.Quantity `json:"quantity"`
}

// Changes returns all changes up to the day, in the order in which they count: the stock card (库存卡) of every item. They
// add up to the [Ledger.Balances].
func (l *Ledger) Changes() iter.Seq[Change] {
	return func(yield func(Change) bool) {
		for i := range l.effects {
			if !yield(l.change(&l.effects[i])) {
				return
			}
		}
	}
}

// ChangesOf returns what one move did: of an issue, which lots it took. It is empty for a number that there is not.
func (l *Ledger) ChangesOf(seq int64) []Change {
	var out []Change
	for _, i := range l.order {
		if l.moves[i].Seq == seq {
			for k := l.acts[i].first; k < l.acts[i].end; k++ {
				out = append(out, l.change(&l.effects[k]))
			}
		}
	}
	return out
}

func (l *Ledger) change(e *effect) Change {
	m, t := &l.moves[e.move], &l.lots.all[e.lot]
	return Change{
		Seq: m.Seq, On: m.On, Kind: m.Kind, Item: m.Item, Place: l.store.kept(l.store.cells[e.cell]).Place,
		Lot: t.name, Expires: t.expires, Quantity: l.store.quantity(t.item, e.n),
	}
}

// Append returns the log with moves added at its end, numbered on from its highest number, if the whole of it can be
// replayed; the log itself stays as it is. A move that is recorded late must leave enough for those after it.
//
// Errors: as [Store.Replay]; the paths count the log and what is added together.
func (s *Store) Append(log []Move, moves ...Move) ([]Move, error) {
	out := slices.Concat(log, moves)
	last, until := int64(0), civil.Date(1)
	for i := range log {
		last = max(last, log[i].Seq)
	}
	for i := range out {
		if i >= len(log) && out[i].Seq == 0 {
			last++
			out[i].Seq = last
		}
		until = max(until, out[i].On)
	}
	if _, err := s.Replay(out, until); err != nil {
		return nil, err
	}
	return out, nil
}
