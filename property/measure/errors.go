package measure

import (
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// MismatchError is an operation on quantities of different units.
type MismatchError struct{ A, B Quantity }

// Error names both quantities.
func (e *MismatchError) Error() string { return e.Unwrap().Error() }

// Unwrap returns the problem as [ErrMismatch], for lists and translations.
func (e *MismatchError) Unwrap() error {
	return invalid.Value(ErrMismatch, e.A.String(), e.B.String())
}

// OverflowError is an operation whose result is beyond what its type holds.
type OverflowError struct {
	// Op is the operation: "add".
	Op string
	// A and B are the operands as text.
	A, B string
}

// Error names the operation and both operands.
func (e *OverflowError) Error() string { return e.Unwrap().Error() }

// Unwrap returns the problem as [ErrOverflow], for lists and translations.
func (e *OverflowError) Unwrap() error {
	return invalid.Value(ErrOverflow, e.Op, e.A, e.B)
}

// describe writes a decimal for a message; a huge exponent is not written out.
func describe(d decimal.Decimal) string {
	const limit = 40
	n, e := d.Coefficient(), d.Exponent()
	if e > limit || e < -limit || n.BitLen() > 4*limit {
		return bigText(n) + " × 10^" + strconv.Itoa(int(e))
	}
	return d.String()
}

func bigText(n *big.Int) string {
	if bits := n.BitLen(); bits > 256 {
		return "a number of " + strconv.Itoa(bits) + " bits"
	}
	return n.String()
}
