package billing

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// LineRounding is how a charge was rounded: a mode and a step, "halfUp 0.01". It is a
// value, comparable with ==; zero is unset.
type LineRounding struct {
	mode   money.Mode
	digits uint8     // of the currency
	steps  [2]uint16 // step in its least units, upper half first: a line has no room for an int32
}

func newLineRounding(mode money.Mode, digits uint8, step int32) LineRounding {
	return LineRounding{mode, digits, [2]uint16{uint16(step >> 16), uint16(step)}}
}

// step returns the step in least units of the currency.
func (r LineRounding) step() int32 { return int32(r.steps[0])<<16 | int32(r.steps[1]) }

func lineRounding(r money.Rounder, c money.Currency) (LineRounding, bool) {
	step := int32(r.Step())
	return newLineRounding(r.Mode(), uint8(c.Digits()), step), int64(step) == r.Step()
}

// stepText returns the step with the currency's decimals, "0.01".
func (r LineRounding) stepText() string {
	return decimal.New(int64(r.step()), -int32(r.digits)).StringFixed(int32(r.digits))
}

// rounder returns the rounding compiled for the currency; false if it is unset or made for
// another number of decimals.
func (r LineRounding) rounder(c money.Currency) (money.Rounder, bool) {
	if r.step() < 1 || int(r.digits) != c.Digits() {
		return money.Rounder{}, false
	}
	out, err := money.Rounding{Mode: r.mode, Step: decimal.New(int64(r.step()), -int32(r.digits))}.Compile(c)
	return out, err == nil
}

// IsZero reports whether the rounding is unset.
func (r LineRounding) IsZero() bool { return r == LineRounding{} }

// String returns "halfUp 0.01", "" when unset.
func (r LineRounding) String() string {
	if r.IsZero() {
		return ""
	}
	return r.mode.String() + " " + r.stepText()
}

// MarshalText returns "halfUp 0.01".
//
// Errors: [ErrRounding] when unset.
func (r LineRounding) MarshalText() ([]byte, error) {
	if r.IsZero() {
		return nil, invalid.Value(ErrRounding, strconv.Quote(""))
	}
	return []byte(r.String()), nil
}

// UnmarshalText reads a mode and a step with the currency's decimals.
//
// Errors: [ErrRounding].
func (r *LineRounding) UnmarshalText(text []byte) error {
	bad := invalid.Value(ErrRounding, strconv.Quote(string(text)))
	word, step, _ := strings.Cut(string(text), " ")
	var mode money.Mode
	if err := mode.UnmarshalText([]byte(word)); err != nil || mode == 0 {
		return bad
	}
	d, err := invalid.ParseDecimal(step)
	if err != nil || d.Exponent() < -3 || !d.IsPositive() {
		return bad
	}
	n := d.Shift(-d.Exponent())
	if n.GreaterThan(decimal.NewFromInt(1<<31 - 1)) {
		return bad
	}
	out := newLineRounding(mode, uint8(-d.Exponent()), int32(n.IntPart()))
	if out.String() != string(text) {
		return bad
	}
	*r = out
	return nil
}
