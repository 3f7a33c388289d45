package money

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// maxDigits is the longest number read, as in invalid.ParseDecimal.
const maxDigits = 40

// fit says how a number fits a fixed scale in an int64.
type fit uint8

const (
	fits     fit = iota
	notPlain     // not a plain decimal number
	tooFine      // more decimals than the scale
	tooLarge     // beyond int64
)

// parseFixed reads a plain decimal number: an optional minus, digits, and after a
// point one to scale digits. The result counts units of the last decimal.
func parseFixed(text string, scale int) (int64, fit) {
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
	for _, part := range []string{whole, fraction, "000000"[:scale-len(fraction)]} {
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

// pairs are the numbers 00 to 99, two digits each.
const pairs = "0001020304050607080910111213141516171819" +
	"2021222324252627282930313233343536373839" +
	"4041424344454647484950515253545556575859" +
	"6061626364656667686970717273747576777879" +
	"8081828384858687888990919293949596979899"

// appendHundredths appends n hundredths with two decimals, the hot path of
// printing money.
func appendHundredths(dst []byte, n int64) []byte {
	var buf [24]byte // sign, 18 digits, point, 2 digits
	u := magnitude(n)
	q := u / 100
	p := (u - q*100) * 2
	i := len(buf) - 3
	buf[i], buf[i+1], buf[i+2] = '.', pairs[p], pairs[p+1]
	for q >= 100 {
		next := q / 100
		p = (q - next*100) * 2
		i -= 2
		buf[i], buf[i+1] = pairs[p], pairs[p+1]
		q = next
	}
	if q >= 10 {
		i -= 2
		buf[i], buf[i+1] = pairs[q*2], pairs[q*2+1]
	} else {
		i--
		buf[i] = '0' + byte(q)
	}
	if n < 0 {
		i--
		buf[i] = '-'
	}
	return append(dst, buf[i:]...)
}

// appendFixed appends n with scale decimals, less the trailing zeros beyond the
// least number of decimals.
func appendFixed(dst []byte, n int64, scale, least int) []byte {
	u, power := magnitude(n), uint64(1)
	for range scale {
		power *= 10
	}
	if n < 0 {
		dst = append(dst, '-')
	}
	dst = strconv.AppendUint(dst, u/power, 10)
	fraction, decimals := u%power, scale
	for decimals > least && fraction%10 == 0 {
		fraction /= 10
		decimals--
	}
	if decimals == 0 {
		return dst
	}
	dst = append(dst, ".000000"[:1+decimals]...)
	for i := len(dst) - 1; fraction > 0; i-- {
		dst[i] = '0' + byte(fraction%10)
		fraction /= 10
	}
	return dst
}

// exactly returns d × 10^scale if that is whole and fits. Its cost does not follow
// the exponent, which a caller can set to two thousand million.
func exactly(d decimal.Decimal, scale int) (int64, fit) {
	n := d.Coefficient()
	exponent := int64(d.Exponent()) + int64(scale)
	switch {
	case n.Sign() == 0:
		return 0, fits
	case exponent > 19:
		return 0, tooLarge
	case exponent >= 0:
		n.Mul(n, power(exponent))
	case -exponent > int64(n.BitLen()): // fewer digits than decimals
		return 0, tooFine
	default:
		left := new(big.Int)
		if n.QuoRem(n, power(-exponent), left); left.Sign() != 0 {
			return 0, tooFine
		}
	}
	if !n.IsInt64() {
		return 0, tooLarge
	}
	return n.Int64(), fits
}

// ratOf returns d × 10^scale for rounding, or false if that is far beyond int64.
// What lies closer to zero than any rounding could tell is put at 10⁻³⁰.
func ratOf(d decimal.Decimal, scale int) (*big.Rat, bool) {
	const tiny = 30
	n := d.Coefficient()
	exponent := int64(d.Exponent()) + int64(scale)
	switch {
	case n.Sign() == 0:
		return new(big.Rat), true
	case exponent > 19:
		return nil, false
	case exponent >= 0:
		return new(big.Rat).SetInt(n.Mul(n, power(exponent))), true
	case -exponent > int64(n.BitLen())+tiny:
		n.SetInt64(int64(n.Sign()))
		return new(big.Rat).SetFrac(n, power(tiny)), true
	default:
		return new(big.Rat).SetFrac(n, power(-exponent)), true
	}
}

func power(exponent int64) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(exponent), nil)
}
