package stock

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
)

// lot is stock of one item that came in under one batch number or, without a number, with one date.
type lot struct {
	item    int32
	name    string
	expires civil.Date
}

// inDate reports whether the lot may be used on a day; on its last day it may.
func (t *lot) inDate(on civil.Date) bool { return t.expires.IsZero() || on <= t.expires }

// layer is how much of a lot is at a place, in ten-thousandths; never zero or less.
type layer struct {
	lot int32
	n   int64
}

// lots are all there ever were, in the order in which they came in.
type lots struct {
	all   []lot
	index map[lot]int32
}

// key returns what tells lots apart: a batch number alone, else the date.
func (t lot) key() lot {
	if t.name != "" {
		t.expires = 0
	}
	return t
}

func (ls *lots) find(t lot) (int32, bool) {
	i, ok := ls.index[t.key()]
	return i, ok
}

func (ls *lots) add(t lot) int32 {
	i, ok := ls.find(t)
	if !ok {
		i = int32(len(ls.all))
		ls.all = append(ls.all, t)
		ls.index[t.key()] = i
	}
	return i
}

// compare returns which of two lots of an item is taken first. Either all lots of an item have a date or none has.
func (ls *lots) compare(order Order, a, b int32) int {
	if order == EarliestExpiry {
		return cmp.Or(cmp.Compare(ls.all[a].expires, ls.all[b].expires), cmp.Compare(a, b))
	}
	return cmp.Compare(a, b)
}

// put adds n to a lot of a cell's layers, which stand in the order they are taken, and returns them; n may be negative
// down to what is there.
func (ls *lots) put(layers []layer, order Order, t int32, n int64) []layer {
	i, found := slices.BinarySearchFunc(layers, t, func(l layer, t int32) int { return ls.compare(order, l.lot, t) })
	if !found {
		return slices.Insert(layers, i, layer{t, n})
	}
	layers[i].n += n
	switch {
	case layers[i].n != 0:
		return layers
	case i == 0:
		return layers[1:] // the usual case: the first lot is used up
	}
	return slices.Delete(layers, i, i+1)
}

// at returns how much of a lot is in a cell's layers.
func (ls *lots) at(layers []layer, order Order, t int32) int64 {
	i, found := slices.BinarySearchFunc(layers, t, func(l layer, t int32) int { return ls.compare(order, l.lot, t) })
	if !found {
		return 0
	}
	return layers[i].n
}

// choice says which lots a move may take.
type choice struct {
	name    string
	expires civil.Date
	// usable is the day on which they must be in date, zero if they need not be.
	usable civil.Date
}

// named reports whether the move itself chooses.
func (c choice) named() bool { return c.name != "" || !c.expires.IsZero() }

func (c choice) matches(t *lot) bool {
	return (c.name == "" || c.name == t.name) && (c.expires.IsZero() || c.expires == t.expires)
}

func (c choice) takes(t *lot) bool {
	return c.matches(t) && (c.usable.IsZero() || t.inDate(c.usable))
}
