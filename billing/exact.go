package billing

import (
	"math/big"
	"math/bits"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Exact is an exact, unrounded amount of money multiplied by days, in 10⁻¹⁶ of the
// currency unit times a day: what the earlier lines of a charge come to before they are
// divided by the days of the month. It is a value, comparable with ==, never negative;
// zero is nothing. Its text is a plain decimal, "3760.26".
type Exact struct{ hi, lo uint64 }

// exactDigits is the number of decimals of an Exact: 4 of a quantity, 6 of a price, 6 of a
// factor.
const exactDigits = 16

// one is the factor 1 in its units.
const one = 1_000_000

// product returns quantity × price × factor × days in 10⁻¹⁶; false if it does not fit,
// which no amount of money does.
func product(quantity, price, factor uint64, days uint32) (Exact, bool) {
	hi, lo := bits.Mul64(quantity, price)
	rest, small := bits.Mul64(factor, uint64(days))
	if rest != 0 {
		return Exact{}, false
	}
	over, hiPart := bits.Mul64(hi, small)
	carry, low := bits.Mul64(lo, small)
	sum, c := bits.Add64(hiPart, carry, 0)
	return Exact{sum, low}, over == 0 && c == 0
}

// plus returns the sum; false if it does not fit.
func (e Exact) plus(f Exact) (Exact, bool) {
	lo, c := bits.Add64(e.lo, f.lo, 0)
	hi, c := bits.Add64(e.hi, f.hi, c)
	return Exact{hi, lo}, c == 0
}

// less reports whether e < f.
func (e Exact) less(f Exact) bool { return e.hi < f.hi || e.hi == f.hi && e.lo < f.lo }

// round returns the amount ÷ (scale × of), rounded.
func (e Exact) round(r money.Rounder, scale, of uint64) (int64, error) {
	if hi, den := bits.Mul64(scale, of); hi == 0 {
		return r.Ratio(e.hi, e.lo, den, false)
	}
	den := new(big.Int).Mul(new(big.Int).SetUint64(scale), new(big.Int).SetUint64(of))
	return r.Rat(new(big.Rat).SetFrac(e.big(), den))
}

// IsZero reports whether it is nothing.
func (e Exact) IsZero() bool { return e == Exact{} }

// big returns the value in its units.
func (e Exact) big() *big.Int {
	n := new(big.Int).SetUint64(e.hi)
	return n.Lsh(n, 64).Add(n, new(big.Int).SetUint64(e.lo))
}

// String returns the plain decimal with the fewest digits.
func (e Exact) String() string {
	digits := e.big().String()
	if pad := exactDigits + 1 - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	whole, fraction := digits[:len(digits)-exactDigits], digits[len(digits)-exactDigits:]
	fraction = strings.TrimRight(fraction, "0")
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// MarshalText returns the plain decimal.
func (e Exact) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads a plain decimal that is not negative.
//
// Errors: [invalid.ErrDecimal] for another text, [ErrTooLarge] for one that does not fit.
func (e *Exact) UnmarshalText(text []byte) error {
	d, err := invalid.ParseDecimal(string(text))
	if err != nil {
		return err
	}
	n := d.Shift(exactDigits)
	if n.IsNegative() || !n.IsInteger() || n.BigInt().BitLen() > 128 {
		return invalid.Value(ErrTooLarge, string(text))
	}
	b := n.BigInt()
	lo := new(big.Int).And(b, new(big.Int).SetUint64(1<<64-1)).Uint64()
	*e = Exact{new(big.Int).Rsh(b, 64).Uint64(), lo}
	return nil
}

// pow10 returns 10ⁿ for 0 ≤ n ≤ 19.
func pow10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}
