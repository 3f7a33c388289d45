package stock

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Store is a compiled catalogue (仓库). It is immutable and safe to share.
type Store struct {
	items []Item
	index map[string]int32
	// cells are every item at every place it is kept, in the order of the catalogue; those of item i begin at first[i].
	cells []cell
	first []int32
}

// cell is one item at one place.
type cell struct{ item, kept int32 }

// New compiles a catalogue.
//
// Errors: an [*invalid.Error] with every problem, as [Catalogue.Check] reports them.
func New(c Catalogue) (*Store, error) {
	var l invalid.List
	c.Check(&l)
	if err := l.Err("catalogue"); err != nil {
		return nil, err
	}
	s := &Store{items: slices.Clone(c.Items), index: make(map[string]int32, len(c.Items))}
	for i := range s.items {
		item := &s.items[i]
		item.Kept = slices.Clone(item.Kept)
		s.index[item.Code] = int32(i)
		s.first = append(s.first, int32(len(s.cells)))
		for k := range item.Kept {
			s.cells = append(s.cells, cell{int32(i), int32(k)})
		}
	}
	return s, nil
}

// Item returns an item by its code, and false where there is none.
func (s *Store) Item(code string) (Item, bool) {
	i, ok := s.index[code]
	if !ok {
		return Item{}, false
	}
	item := s.items[i]
	item.Kept = slices.Clone(item.Kept)
	return item, true
}

// Unkept is an item at a place that nobody answers for (无保管员).
type Unkept struct {
	// Item is its code, Place where it is kept.
	Item  string `json:"item"`
	Place string `json:"place"`
}

// Unkept returns every item and place without a named keeper, in the order of the catalogue.
//
// Source: rule MAINT-S21, materials and tools have keepers.
func (s *Store) Unkept() []Unkept {
	var out []Unkept
	for _, c := range s.cells {
		if k := s.kept(c); k.Keeper == "" {
			out = append(out, Unkept{s.items[c.item].Code, k.Place})
		}
	}
	return out
}

func (s *Store) kept(c cell) Keeping { return s.items[c.item].Kept[c.kept] }

// place returns the cell of an item at a place; an empty place is the only one the item is kept at.
//
// Errors: [ErrPlace], [ErrWhichPlace].
func (s *Store) place(item int32, place string) (int32, error) {
	kept := s.items[item].Kept
	if place == "" && len(kept) == 1 {
		return s.first[item], nil
	}
	k := slices.IndexFunc(kept, func(k Keeping) bool { return k.Place == place })
	switch {
	case place == "":
		return 0, invalid.Value(ErrWhichPlace, invalid.Quote(s.items[item].Code), places(kept))
	case k < 0:
		return 0, invalid.Value(ErrPlace, invalid.Quote(s.items[item].Code), invalid.Quote(place), places(kept))
	}
	return s.first[item] + int32(k), nil
}

func places(kept []Keeping) string {
	const shown = 5
	var out []string
	for i, k := range kept {
		if i == shown {
			out = append(out, "…")
			break
		}
		out = append(out, invalid.Quote(k.Place))
	}
	return strings.Join(out, ", ")
}

// quantity returns ten-thousandths of an item's unit.
func (s *Store) quantity(item int32, n int64) measure.Quantity {
	return measure.NewQuantity(n, s.items[item].Unit)
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
