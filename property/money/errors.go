package money

import (
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// MismatchError is an operation on amounts of different currencies.
type MismatchError struct{ A, B Amount }

// Error names both amounts.
func (e *MismatchError) Error() string { return e.Unwrap().Error() }

// Unwrap returns the problem as [ErrMismatch], for lists and translations.
func (e *MismatchError) Unwrap() error {
	return invalid.Value(ErrMismatch, e.A.String(), e.B.String())
}

// OverflowError is an operation whose result is beyond what its type holds.
type OverflowError struct {
	// Op is the operation: "add", "sub", "neg", "times", "round",
	// "ratio", "tax", "allocate".
	Op string
	// A and B are the operands as text; B is empty for "neg".
	A, B string
}

// Error names the operation and the operands.
func (e *OverflowError) Error() string { return e.Unwrap().Error() }

// Unwrap returns the problem as [ErrOverflow], for lists and translations.
func (e *OverflowError) Unwrap() error {
	operands := e.A
	if e.B != "" {
		operands += ", " + e.B
	}
	return invalid.Value(ErrOverflow, e.Op, operands)
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

// digitText writes a currency's number of decimals.
func digitText(digits int) string { return strconv.Itoa(digits) }
