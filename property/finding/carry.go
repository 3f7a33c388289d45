package finding

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

// Carry returns the items with which the next cycle begins: those of a cycle that are neither solved nor dropped, in their
// order, with the number of the next loop, an empty log, and the ID of where they come from (没有解决的问题转入下一循环). Items of other
// cycles and those that were carried over already, by the From of another item, are left out; so carrying twice adds
// nothing. The items it is given stay as they are: [EventCarried] in their logs is for the caller, who knows when and by whom.
//
// Errors: an *[invalid.Error] with every problem of the items, [ErrTwice] for IDs, [ErrTaken], [ErrSameCycle].
func Carry(items []Item, from, to string) ([]Item, error) {
	var l invalid.List
	required(&l, "from", from)
	required(&l, "to", to)
	if from == to && from != "" {
		l.At("to").Add(ErrSameCycle, invalid.Quote(to))
	}
	machine, err := flow.Compile(Improvement())
	l.Take(err)
	if err != nil {
		return nil, l.Err("items")
	}
	c := carrying{items: items, machine: machine, ids: map[string]bool{}, handed: map[string]bool{}}
	c.check(&l)
	if l.Len() > 0 {
		return nil, l.Err("items")
	}
	out := c.over(&l, from, to)
	if err := l.Err("items"); err != nil {
		return nil, err
	}
	return out, nil
}

// carrying is what is known of the items.
type carrying struct {
	items   []Item
	machine *flow.Machine
	ids     map[string]bool // of all items
	handed  map[string]bool // of those that another comes from
}

func (c *carrying) check(l *invalid.List) {
	l.Enter("items")
	for i := range c.items {
		item := &c.items[i]
		l.EnterIndex(i)
		item.check(l, c.machine)
		if item.ID != "" && c.ids[item.ID] {
			l.At("id").Add(ErrTwice, invalid.Quote(item.ID))
		}
		c.ids[item.ID] = true
		if item.From != "" {
			c.handed[item.From] = true
		}
		l.Leave()
	}
	l.Leave()
}

// over returns the items of the next cycle.
func (c *carrying) over(l *invalid.List, from, to string) []Item {
	var out []Item
	for i := range c.items {
		item := &c.items[i]
		if item.Cycle != from || c.handed[item.ID] || c.isSettled(item) {
			continue
		}
		next := item.next(to)
		switch {
		case next.Loop > maxLoop:
			l.At("items", i, "loop").Add(ErrLoop, strconv.Itoa(next.Loop), strconv.Itoa(maxLoop))
		case c.ids[next.ID]:
			l.At("items", i, "id").Add(ErrTaken, invalid.Quote(item.ID), invalid.Quote(next.ID))
		}
		c.ids[next.ID] = true
		out = append(out, next)
	}
	return out
}

// isSettled reports whether nothing of an item is left to do in another cycle.
func (c *carrying) isSettled(item *Item) bool {
	at, err := c.machine.Replay(inOrder(item.Log)) // was checked
	return err == nil && (at.State == stateSolved || at.State == stateDropped)
}

// next returns the item as it begins in the next cycle.
func (i *Item) next(cycle string) Item {
	loop := i.loop()
	base := i.ID
	if loop > 1 {
		base = strings.TrimSuffix(base, "/"+strconv.Itoa(loop))
	}
	out := *i
	out.ID, out.From = base+"/"+strconv.Itoa(loop+1), i.ID
	out.Cycle, out.Loop = cycle, loop+1
	out.Findings, out.Log = slices.Clone(i.Findings), nil
	return out
}
