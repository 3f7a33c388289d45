package stock

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Catalogue is what a store keeps (物资目录). It is a document.
type Catalogue struct {
	// Items are what is kept, each once.
	Items []Item `json:"items"`
}

// Item is one kind of thing that is kept (物资): a spare part, a material, a tool, a medicine.
type Item struct {
	// Code names the item.
	Code string `json:"code"`
	// Name is for people (名称).
	Name string `json:"name,omitempty"`
	// Class is a code of the caller's for a group of items (类别): "pesticide", "emergency".
	Class string `json:"class,omitempty"`
	// Unit is what it is counted or measured in: "pc", "m", "kg". Every quantity of the item is in it.
	Unit measure.Unit `json:"unit"`
	// Kept says where it is kept, each place once; moves go to these places only.
	Kept []Keeping `json:"kept"`
	// Pack is how it is bought (包装量): orders are whole multiples of it; unset means any quantity.
	Pack measure.Quantity `json:"pack,omitzero"`
	// Critical says that it must not run out: emergency supplies (应急物资), parts without which something stands still.
	// Then every place has a minimum and a keeper.
	Critical bool `json:"critical,omitempty"`
	// Expires says that every lot has a day after which it is not used (有效期): medicines, pesticides, extinguishers.
	Expires bool `json:"expires,omitempty"`
	// Returnable says that it is lent and comes back (借用): tools.
	Returnable bool `json:"returnable,omitempty"`
	// Order is the order in which lots are taken. Unset means earliestExpiry where lots expire, else firstIn.
	Order Order `json:"order,omitzero"`
	// Life is how long a fitted part serves (使用期限), in months and days; unset where it is not limited by time.
	Life civil.Span `json:"life,omitzero"`
	// LifeUse is after how much use a fitted part is replaced, in the unit of the meter: "2000 h"; unset where it is not
	// limited by use.
	LifeUse measure.Quantity `json:"lifeUse,omitzero"`
}

// Keeping is a place where an item is kept (存放), with who answers for it and how much there should be.
type Keeping struct {
	// Place names the place (存放地点).
	Place string `json:"place"`
	// Keeper is the person who answers for it (保管员), by name; see [Store.Unkept].
	Keeper string `json:"keeper,omitempty"`
	// Minimum is how much must be there at least (最低库存); exactly that much is enough. Unset means that nobody has said,
	// so that the level is unknown; "0 pc" says that none is needed.
	Minimum measure.Quantity `json:"minimum,omitzero"`
	// UpTo is what an order fills up to (补货目标), at least the minimum; unset means the minimum.
	UpTo measure.Quantity `json:"upTo,omitzero"`
}

// Order is the order in which lots are taken when a move names none (出库顺序).
type Order uint8

const (
	// EarliestExpiry takes the lot that expires first (近效期先出, FEFO); of equal ones the one that came first.
	EarliestExpiry Order = iota + 1
	// FirstIn takes the lot that came first (先进先出, FIFO).
	FirstIn
)

func orderWords() invalid.Words { return invalid.Words{"earliestExpiry", "firstIn"} }

// String returns the word, or "Order(9)" for a number that is none.
func (o Order) String() string { return orderWords().Of("Order", uint8(o)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (o Order) MarshalText() ([]byte, error) { return orderWords().Marshal(uint8(o)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (o *Order) UnmarshalText(text []byte) error { return orderWords().Unmarshal(text, (*uint8)(o)) }

// order returns the order that holds.
func (i *Item) order() Order {
	switch {
	case i.Order != 0:
		return i.Order
	case i.Expires:
		return EarliestExpiry
	default:
		return FirstIn
	}
}

// wears reports whether a fitted part is to be replaced some day (易损件).
func (i *Item) wears() bool { return !i.Life.IsZero() || !isUnset(i.LifeUse) }
