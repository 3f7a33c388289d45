package jsonschema_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/shopspring/decimal"
)

// Contract is a small document
// with a part of every kind; see [Clause].
//
// A second paragraph is for Go programmers.
type Contract struct {
	// Code identifies the contract.
	Code Code `json:"code"`
	// Rate is a yearly rate, 0 <= rate < 1 & exact.
	Rate     decimal.Decimal     `json:"rate"`
	Signed   time.Time           `json:"signed,omitzero"`
	State    State               `json:"state"` // State says how far it is.
	Basis    *Basis              `json:"basis,omitempty"`
	Fallback Basis               `json:"fallback,omitzero"`
	Clauses  []Clause            `json:"clauses"`
	Names    map[string]string   `json:"names,omitempty"`
	Prices   Dated[Price]        `json:"prices,omitempty"`
	Renews   *Contract           `json:"renews,omitempty"`
	Count    uint8               `json:"count"`
	Shift    int16               `json:"shift,omitempty"`
	Total    int64               `json:"total,omitempty"`
	Open     bool                `json:"open,omitempty"`
	ByCode   map[Code][]Code     `json:"byCode,omitempty"`
	private  map[float64]float64 //nolint:unused // fields that are not exported do not count
	Skipped  float64             `json:"-"`
	Untagged string
}

// Clause holds clauses (条款).
type Clause struct {
	Text  string   `json:"text"`
	Parts []Clause `json:"parts,omitempty"`
}

// Code is an open list of codes (编码).
type Code string

// Basis is what is charged for: a choice.
type Basis struct {
	Area  *Area  `json:"area,omitempty"`
	Fixed *Fixed `json:"fixed,omitempty"`
	Free  bool   `json:"free,omitempty"`
	Note  string `json:"note,omitzero"`
}

// Kind names the choice.
func (b Basis) Kind() string { return fmt.Sprint(b.Free) }

// Area asks for nothing more.
type Area struct{}

// Fixed has a Kind, but a field that must be given: a record.
type Fixed struct {
	Amount Price `json:"amount"`
}

// Kind is a word of the trade here.
func (Fixed) Kind() string { return "fixed" }

// Price is a value with a text.
type Price struct{ n int64 }

// UnmarshalText reads nothing.
func (p *Price) UnmarshalText([]byte) error { p.n = 0; return nil }

// Dated is a generic list.
type Dated[T any] []Entry[T]

// Entry is one of them.
type Entry[T any] struct {
	// From is the first day.
	From  string `json:"from,omitempty"`
	Value T      `json:"value"`
}

// State is an enumeration without a word for zero.
type State uint8

// MarshalText returns the word.
func (s State) MarshalText() ([]byte, error) {
	words := []string{"", "draft", "in force", "ended"}
	if int(s) >= len(words) || s == 0 {
		return nil, errors.New("no such state")
	}
	return []byte(words[s]), nil
}

// UnmarshalText reads a word.
func (s *State) UnmarshalText(text []byte) error {
	for i := State(1); i < 4; i++ {
		if w, err := i.MarshalText(); err == nil && string(w) == string(text) {
			*s = i
			return nil
		}
	}
	return errors.New("no such word")
}

// Verdict is an enumeration whose zero has a word.
type Verdict uint8

// MarshalText returns the word.
func (v Verdict) MarshalText() ([]byte, error) {
	if v > 1 {
		return nil, errors.New("no such verdict")
	}
	return []byte([]string{"unknown", "met"}[v]), nil
}

// UnmarshalText reads a word.
func (v *Verdict) UnmarshalText(text []byte) error {
	switch string(text) {
	case "unknown":
		*v = 0
	case "met":
		*v = 1
	default:
		return errors.New("no such word")
	}
	return nil
}

// Endless has a text for every value.
type Endless uint8

// MarshalText returns the digits.
func (e Endless) MarshalText() ([]byte, error) { return fmt.Append(nil, uint8(e)), nil }

// UnmarshalText reads digits.
func (e *Endless) UnmarshalText(text []byte) error {
	_, err := fmt.Sscan(string(text), (*uint8)(e))
	return err
}

// Custom reads itself.
type Custom struct{}

// UnmarshalJSON reads anything.
func (*Custom) UnmarshalJSON([]byte) error { return nil }
