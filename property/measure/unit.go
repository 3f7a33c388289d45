package measure

import (
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Unit is the short word of a unit of measurement (计量单位): "m2", "space",
// "household", "kWh", "m3", "d". The zero Unit is no unit at all.
//
// A word has 1 to 8 printable ASCII characters without blanks, not all of them
// digits. Shorter words are padded with zero bytes.
type Unit [8]byte

// ParseUnit reads a unit word.
//
// Errors: [ErrUnit].
func ParseUnit(text string) (Unit, error) {
	if !isUnit(text) {
		return Unit{}, invalid.Value(ErrUnit, invalid.Quote(text))
	}
	var u Unit
	copy(u[:], text)
	return u, nil
}

// MustParseUnit is [ParseUnit] for literals; it panics where ParseUnit fails.
func MustParseUnit(text string) Unit { return must(ParseUnit(text)) }

func isUnit(text string) bool {
	if text == "" || len(text) > len(Unit{}) {
		return false
	}
	digits := 0
	for _, c := range []byte(text) {
		if c <= ' ' || c > '~' {
			return false
		}
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	return digits < len(text)
}

// IsZero reports whether u is no unit.
func (u Unit) IsZero() bool { return u == Unit{} }

// String returns the word, "" for no unit.
func (u Unit) String() string { return strings.TrimRight(string(u[:]), "\x00") }

// AppendText appends the word.
//
// Errors: [ErrUnit] for bytes that no parser made.
func (u Unit) AppendText(dst []byte) ([]byte, error) {
	word := u.String()
	if !u.IsZero() && !isUnit(word) {
		return dst, invalid.Value(ErrUnit, invalid.Quote(word))
	}
	return append(dst, word...), nil
}

// MarshalText returns the word, empty for no unit.
func (u Unit) MarshalText() ([]byte, error) { return u.AppendText(nil) }

// UnmarshalText reads a unit word; an empty text is no unit.
//
// Errors: [ErrUnit].
func (u *Unit) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*u = Unit{}
		return nil
	}
	parsed, err := ParseUnit(string(text))
	if err != nil {
		return err
	}
	*u = parsed
	return nil
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
