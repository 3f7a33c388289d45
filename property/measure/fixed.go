package measure

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

const (
	scale     = 4      // decimals of every value of this package
	perUnit   = 10_000 // 10^scale
	maxDigits = 40     // longest number read, as invalid.ParseDecimal
)

// fit says how a number fits ten-thousandths in an int64.
type fit uint8

const (
	fits     fit = iota
	notPlain     // not a plain decimal number
	tooFine      // more than four decimals
	tooLarge     // beyond int64
)

// parseFixed reads a plain decimal number in ten-thousandths: an optional minus,
// digits, and after a point one to four digits.
func parseFixed(text string) (int64, fit) {
	digits, negative := strings.CutPrefix(text, "-")
	whole, fraction, pointed := strings.Cut(digits, ".")
	switch {
	case whole == "" || !isDigits(whole) || !isDigits(fraction),
		pointed && fraction == "", len(digits) > maxDigits:
		return 0, notPlain
	case len(fraction) > scale:
		return 0, tooFine
	}
	u := uint64(0)
	for _, part := range []string{whole, fraction, "0000"[len(fraction):]} {
		longer, ok := appendDigits(u, part)
		if !ok {
			return 0, tooLarge
		}
		u = longer
	}
	return signed(u, negative)
}

func isDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// appendDigits writes digits behind the number u and reports false far beyond 2⁶³.
func appendDigits(u uint64, digits string) (uint64, bool) {
	for _, c := range []byte(digits) {
		// u ≤ 2⁶³ would wrap when multiplied: stop one digit earlier.
		if u > 1<<63/10 {
			return 0, false
		}
		u = u*10 + uint64(c-'0')
	}
	return u, true
}

// signed returns ±u as an int64.
func signed(u uint64, negative bool) (int64, fit) {
	switch {
	case negative && u <= 1<<63:
		return -int64(u), fits // −2⁶³ wraps to itself
	case !negative && u < 1<<63:
		return int64(u), fits
	default:
		return 0, tooLarge
	}
}

// magnitude returns |n|, right for the smallest int64 too.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// appendFixed appends n ten-thousandths with at least the given number of
// decimals and no trailing zeros beyond them.
func appendFixed(dst []byte, n int64, least int) []byte {
	u := magnitude(n)
	if n < 0 {
		dst = append(dst, '-')
	}
	dst = strconv.AppendUint(dst, u/perUnit, 10)
	fraction, decimals := u%perUnit, scale
	for decimals > least && fraction%10 == 0 {
		fraction /= 10
		decimals--
	}
	if decimals == 0 {
		return dst
	}
	dst = append(dst, ".0000"[:1+decimals]...)
	for i := len(dst) - 1; fraction > 0; i-- {
		dst[i] = '0' + byte(fraction%10)
		fraction /= 10
	}
	return dst
}

// exactly returns d in ten-thousandths if that is whole and fits.
func exactly(d decimal.Decimal) (int64, fit) {
	n, rest := shift(d)
	switch {
	case n == nil || !n.IsInt64():
		return 0, tooLarge
	case rest != 0:
		return 0, tooFine
	}
	return n.Int64(), fits
}

// rounded returns d in ten-thousandths, half away from zero.
func rounded(d decimal.Decimal) (int64, fit) {
	n, rest := shift(d)
	if n == nil {
		return 0, tooLarge
	}
	if rest >= half {
		n.Add(n, big.NewInt(int64(d.Sign())))
	}
	if !n.IsInt64() {
		return 0, tooLarge
	}
	return n.Int64(), fits
}

// rest is how much of one unit division left over.
type rest uint8

const (
	none rest = iota
	belowHalf
	half // half or more
)

// shift returns d × 10^scale cut towards zero and what was cut; nil if the
// result is far beyond int64. Its cost does not follow the exponent, which a
// caller can set to two thousand million.
func shift(d decimal.Decimal) (*big.Int, rest) {
	n := d.Coefficient()
	exponent := int64(d.Exponent()) + scale
	switch {
	case n.Sign() == 0, exponent == 0:
		return n, none
	case exponent > 19:
		return nil, none
	case exponent > 0:
		return n.Mul(n, power(exponent)), none
	case -exponent > int64(n.BitLen()):
		return n.SetInt64(0), belowHalf
	}
	divisor, left := power(-exponent), new(big.Int)
	n.QuoRem(n, divisor, left)
	switch {
	case left.Sign() == 0:
		return n, none
	case left.Lsh(left, 1).CmpAbs(divisor) < 0:
		return n, belowHalf
	}
	return n, half
}

func power(exponent int64) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(exponent), nil)
}
