package parking

import (
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// Rate is what the minutes of a part of a stay cost (计费规则): exactly one of unit, perVisit
// and free says how.
type Rate struct {
	// Window is the time of day the rate is for. Unset: the whole day.
	Window *Window `json:"window,omitempty"`
	// First is the block that a part begins with (首段), at a price of its own. Goes with unit.
	First *Block `json:"first,omitempty"`
	// Unit is the block that is charged whenever one begins: 2.00 a started half hour.
	Unit *Block `json:"unit,omitempty"`
	// Over is the block that is charged in place of unit beyond some minutes.
	Over *OverBlock `json:"over,omitempty"`
	// PerVisit is charged once for a part, however long it is (按次).
	PerVisit *Visit `json:"perVisit,omitempty"`
	// Free says that the time of the rate costs nothing.
	Free bool `json:"free,omitempty"`
	// Cap is the most that is charged each time the window comes. Goes with a window and unit.
	Cap decimal.Decimal `json:"cap,omitzero"`
}

// Block is some minutes and what they cost as soon as they begin (计费单位).
type Block struct {
	// Minutes is how long the block is.
	Minutes int `json:"minutes"`
	// Price is what it costs.
	Price decimal.Decimal `json:"price"`
}

// OverBlock is the block beyond some minutes (超时段).
type OverBlock struct {
	// AfterMinutes is how many charged minutes of the part come before, the first block
	// included. A unit begun before them is charged in full.
	AfterMinutes int `json:"afterMinutes"`
	// Minutes is how long the block is.
	Minutes int `json:"minutes"`
	// Price is what it costs.
	Price decimal.Decimal `json:"price"`
}

// Visit is the price of one visit (按次收费).
type Visit struct {
	// Price is what it costs.
	Price decimal.Decimal `json:"price"`
}

// Cap is the most that is charged for some time (封顶).
type Cap struct {
	// Amount is the most.
	Amount decimal.Decimal `json:"amount"`
	// Per is the time it is the most for.
	Per CapPer `json:"per"`
}

// CapPer is the time that a cap counts for; zero is unset.
type CapPer uint8

// What a cap is for.
const (
	// FromEntry is each 24 hours from entry.
	FromEntry CapPer = iota + 1
	// CalendarDay is each day from midnight to midnight on the wall clock (自然日).
	CalendarDay
	// WholeStay is the stay, however long it is.
	WholeStay
)

func capPerWords() invalid.Words { return invalid.Words{"fromEntry", "calendarDay", "stay"} }

// String returns the word.
func (c CapPer) String() string { return capPerWords().Of("CapPer", uint8(c)) }

// MarshalText returns the word.
func (c CapPer) MarshalText() ([]byte, error) { return capPerWords().Marshal(uint8(c)) }

// UnmarshalText reads the word.
func (c *CapPer) UnmarshalText(text []byte) error { return capPerWords().Unmarshal(text, (*uint8)(c)) }

// clone returns a copy that shares nothing.
func (r Rate) clone() Rate {
	r.Window, r.First, r.Unit = copied(r.Window), copied(r.First), copied(r.Unit)
	r.Over, r.PerVisit = copied(r.Over), copied(r.PerVisit)
	return r
}

func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}
