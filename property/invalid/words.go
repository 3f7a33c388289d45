package invalid

import (
	"slices"
	"strconv"
	"strings"
)

// Words are the texts of an enumeration whose zero is unset: the first word is that of 1.
// The text codec of every enumeration is made of it.
type Words []string

// Of returns the word of v, "Kind(7)" for a value without one.
func (w Words) Of(kind string, v uint8) string {
	if v == 0 || int(v) > len(w) {
		return kind + "(" + strconv.Itoa(int(v)) + ")"
	}
	return w[v-1]
}

// Check reports a value that is neither unset nor has a word, at a field of the list's
// current place.
func (w Words) Check(l *List, field string, v uint8) {
	if int(v) > len(w) {
		l.At(field).Add(ErrWord, strconv.Itoa(int(v)), strings.Join(w, ", "))
	}
}

// Marshal returns the word of v.
//
// Errors: [ErrWord] for a value without one.
func (w Words) Marshal(v uint8) ([]byte, error) {
	if v == 0 || int(v) > len(w) {
		return nil, Value(ErrWord, strconv.Itoa(int(v)), strings.Join(w, ", "))
	}
	return []byte(w[v-1]), nil
}

// Unmarshal sets v to the value of a word.
//
// Errors: [ErrWord] for any other text.
func (w Words) Unmarshal(text []byte, v *uint8) error {
	i := slices.Index(w, string(text))
	if i < 0 {
		return Value(ErrWord, Quote(string(text)), strings.Join(w, ", "))
	}
	*v = uint8(i + 1)
	return nil
}

// States are the texts of an enumeration whose zero has a word too, such as "unknown": the first
// word is that of 0.
type States []string

// Of returns the word of v, "Kind(7)" for a value without one.
func (s States) Of(kind string, v uint8) string {
	if int(v) >= len(s) {
		return kind + "(" + strconv.Itoa(int(v)) + ")"
	}
	return s[v]
}

// Marshal returns the word of v.
//
// Errors: [ErrWord] for a value without one.
func (s States) Marshal(v uint8) ([]byte, error) {
	if int(v) >= len(s) {
		return nil, Value(ErrWord, strconv.Itoa(int(v)), strings.Join(s, ", "))
	}
	return []byte(s[v]), nil
}

// Unmarshal sets v to the value of a word.
//
// Errors: [ErrWord] for any other text.
func (s States) Unmarshal(text []byte, v *uint8) error {
	i := slices.Index(s, string(text))
	if i < 0 {
		return Value(ErrWord, Quote(string(text)), strings.Join(s, ", "))
	}
	*v = uint8(i)
	return nil
}
