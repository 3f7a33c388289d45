package measure

import (
	"cmp"
	"encoding/binary"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// Quantity is a number of a unit (数量): meter usage, spaces, households, days.
// It may be negative. The zero Quantity is 0 of no unit, which is not 0 of any
// other unit: adding or comparing the two is a mismatch.
//
// Units: ten-thousandths of the unit.
type Quantity struct {
	n    int64
	unit packed
}

// packed is a unit in one word: an array inside a struct keeps the compiler from holding
// it in registers.
type packed uint64

func pack(u Unit) packed { return packed(binary.BigEndian.Uint64(u[:])) }

func (p packed) unit() Unit {
	var u Unit
	binary.BigEndian.PutUint64(u[:], uint64(p))
	return u
}

// NewQuantity returns n ten-thousandths of a unit.
func NewQuantity(n int64, unit Unit) Quantity { return Quantity{n, pack(unit)} }

// ParseQuantity reads a plain decimal number of at most four decimals and, after
// one blank, a unit: "89.53 m2", "1 space"; a number alone is of no unit.
//
// Errors: [ErrQuantity], [ErrQuantityScale], [ErrQuantityRange], [ErrUnit].
func ParseQuantity(text string) (Quantity, error) {
	number, word, spaced := strings.Cut(text, " ")
	n, f := parseFixed(number)
	if f == notPlain {
		return Quantity{}, invalid.Value(ErrQuantity, invalid.Quote(text))
	}
	var unit Unit
	if spaced {
		var err error
		if unit, err = ParseUnit(word); err != nil {
			return Quantity{}, err
		}
	}
	if f != fits {
		return Quantity{}, quantityProblem(f, number)
	}
	return Quantity{n, pack(unit)}, nil
}

// MustParseQuantity is [ParseQuantity] for literals; it panics where
// ParseQuantity fails.
func MustParseQuantity(text string) Quantity { return must(ParseQuantity(text)) }

// QuantityOf returns exactly d of a unit.
//
// Errors: [ErrQuantityScale] beyond four decimals, [ErrQuantityRange].
func QuantityOf(d decimal.Decimal, unit Unit) (Quantity, error) {
	n, f := exactly(d)
	if f != fits {
		return Quantity{}, quantityProblem(f, describe(d))
	}
	return Quantity{n, pack(unit)}, nil
}

// quantityProblem says why a plain number is no quantity.
func quantityProblem(f fit, text string) error {
	if f == tooFine {
		return invalid.Value(ErrQuantityScale, text)
	}
	return invalid.Value(ErrQuantityRange, text)
}

// Units returns the number in ten-thousandths of the unit.
func (q Quantity) Units() int64 { return q.n }

// Unit returns the unit, zero for a bare number.
func (q Quantity) Unit() Unit { return q.unit.unit() }

// IsZero reports whether the number is 0, of whatever unit.
func (q Quantity) IsZero() bool { return q.n == 0 }

// Sign returns -1, 0 or 1.
func (q Quantity) Sign() int { return cmp.Compare(q.n, 0) }

// Cmp returns -1, 0 or 1 as q is smaller than, equal to or larger than b.
//
// Errors: a [*MismatchError] if the units differ.
func (q Quantity) Cmp(b Quantity) (int, error) {
	if q.unit != b.unit {
		return 0, &MismatchError{A: q, B: b}
	}
	return cmp.Compare(q.n, b.n), nil
}

// Add returns q + b.
//
// Errors: a [*MismatchError] if the units differ, an [*OverflowError].
func (q Quantity) Add(b Quantity) (Quantity, error) {
	if q.unit != b.unit {
		return Quantity{}, &MismatchError{A: q, B: b}
	}
	sum := q.n + b.n
	if (sum > q.n) != (b.n > 0) {
		return Quantity{}, &OverflowError{Op: "add", A: q.String(), B: b.String()}
	}
	return Quantity{sum, q.unit}, nil
}

// Decimal returns the number, exactly.
func (q Quantity) Decimal() decimal.Decimal { return decimal.New(q.n, -scale) }

// AppendNumber appends the number with no more decimals than it has, "1", "89.53".
func (q Quantity) AppendNumber(dst []byte) []byte { return appendFixed(dst, q.n, 0) }

// String returns number and unit, "1 space".
func (q Quantity) String() string {
	dst := q.AppendNumber(nil)
	if q.unit != 0 {
		dst = append(append(dst, ' '), q.Unit().String()...)
	}
	return string(dst)
}

// AppendText appends what [Quantity.String] returns.
//
// Errors: [ErrUnit] for a unit that no parser made.
func (q Quantity) AppendText(dst []byte) ([]byte, error) {
	dst = q.AppendNumber(dst)
	if q.unit == 0 {
		return dst, nil
	}
	return q.Unit().AppendText(append(dst, ' '))
}

// MarshalText returns what [Quantity.String] returns.
func (q Quantity) MarshalText() ([]byte, error) { return q.AppendText(nil) }

// UnmarshalText reads what [ParseQuantity] reads.
func (q *Quantity) UnmarshalText(text []byte) error {
	parsed, err := ParseQuantity(string(text))
	if err != nil {
		return err
	}
	*q = parsed
	return nil
}
