package stock

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// LevelState is how a stock stands against its minimum (库存水平). Its zero is Unknown.
type LevelState uint8

const (
	// Unknown means that nobody has said what the minimum is.
	Unknown LevelState = iota
	// Enough is the minimum or more.
	Enough
	// Short is less than the minimum: it is to be ordered.
	Short
)

func levelWords() invalid.States {
	return invalid.States{"unknown", "enough", "short"}
}

// String returns the word, or "LevelState(9)" for a number that is none.
func (s LevelState) String() string { return levelWords().Of("LevelState", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s LevelState) MarshalText() ([]byte, error) { return levelWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *LevelState) UnmarshalText(text []byte) error {
	return levelWords().Unmarshal(text, (*uint8)(s))
}

// Level is an item at a place against its minimum. It is a document; [Level.Why] derives it from what it holds.
type Level struct {
	// Item is its code, Place where it is kept, Keeper who answers for it.
	Item   string `json:"item"`
	Place  string `json:"place"`
	Keeper string `json:"keeper,omitempty"`
	// AsOf is the day.
	AsOf civil.Date `json:"asOf"`
	// State is how it stands.
	State LevelState `json:"state"`
	// Critical says that the item must not run out.
	Critical bool `json:"critical,omitempty"`
	// Usable is how much is there and in date; that alone counts. Expired is how much is there and out of date.
	Usable  measure.Quantity `json:"usable"`
	Expired measure.Quantity `json:"expired"`
	// Minimum is the least there should be; unset where nobody has said.
	Minimum measure.Quantity `json:"minimum,omitzero"`
	// UpTo is what an order fills up to, and Pack what it is a multiple of, if it is of one.
	UpTo measure.Quantity `json:"upTo,omitzero"`
	Pack measure.Quantity `json:"pack,omitzero"`
	// Order is how much to order (应补数量): what lacks up to UpTo, in whole packs; unset unless the stock is short.
	Order measure.Quantity `json:"order,omitzero"`
}

// Levels returns every item at every place it is kept, in the order of the catalogue.
//
// Source: rules MAINT-57, CLEAN-29, EMER-14: stock below the minimum is ordered.
func (l *Ledger) Levels() []Level {
	out := make([]Level, len(l.store.cells))
	for c := range out {
		out[c] = l.level(int32(c))
	}
	return out
}

// Below returns the levels that are short, critical items first, else in the order of the catalogue.
func (l *Ledger) Below() []Level {
	var out []Level
	for c := range l.store.cells {
		if v := l.level(int32(c)); v.State == Short {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b Level) int { return rank(a.Critical) - rank(b.Critical) })
	return out
}

func rank(critical bool) int {
	if critical {
		return 0
	}
	return 1
}

func (l *Ledger) level(c int32) Level {
	at := l.store.cells[c]
	item, kept := &l.store.items[at.item], l.store.kept(at)
	usable, expired := l.held(c)
	v := Level{
		Item: item.Code, Place: kept.Place, Keeper: kept.Keeper, AsOf: l.asOf, Critical: item.Critical,
		Usable: l.store.quantity(at.item, usable), Expired: l.store.quantity(at.item, expired),
	}
	if isUnset(kept.Minimum) {
		return v
	}
	v.State, v.Minimum = Enough, kept.Minimum
	if usable >= kept.Minimum.Units() {
		return v
	}
	v.State, v.UpTo, v.Pack = Short, kept.Minimum, item.Pack
	if !isUnset(kept.UpTo) {
		v.UpTo = kept.UpTo
	}
	v.Order = l.store.quantity(at.item, packs(v.UpTo.Units()-usable, item.Pack.Units()))
	return v
}

// packs returns the smallest multiple of a pack that is at least n; of no pack n itself.
func packs(n, pack int64) int64 {
	if pack == 0 {
		return n
	}
	return (n + pack - 1) / pack * pack
}
