package rating

import (
	"math/big"

	"github.com/wuyekit/wuye/property/invalid"
)

// term is a part of the score as a sum between limits: a finding, a kind of finding, an item, a section, the sheet. Since every part
// rises with what it is made of, the cheapest ways of a part are made of the cheapest ways of its parts.
type term struct {
	options   []option // of a part that moves change directly; the first is what is
	parts     []*term  // of any other part
	base      *big.Rat // is added to the parts
	low, high *big.Rat // keep the sum between them; nil: no limit
	need      *big.Rat // is what a band asks of this part; nil: nothing
	still     *big.Rat // is what it comes to without a move if it then needs nothing; nil: it needs something always
}

// option is what a part comes to after a move.
type option struct {
	value *big.Rat
	cost  int64
	move  *move // nil: as it is
}

// scale is the common denominator of a tree of terms, in which they are all whole numbers.
type scale struct {
	den    *big.Int
	digits *big.Int // bounds the sum of all numbers
}

// maxScaled bounds sums of scaled numbers.
const maxScaledBits = 60

// scaleOf returns the scale of a term.
//
// Errors: [ErrScoreRange] if the numbers are too fine to be counted in one unit.
func scaleOf(t *term) (scale, error) {
	s := scale{big.NewInt(1), new(big.Int)}
	if !t.each(s.common) {
		return scale{}, invalid.Value(ErrScoreRange, "a common unit of the points")
	}
	t.each(s.count)
	if s.digits.BitLen() > maxScaledBits {
		return scale{}, invalid.Value(ErrScoreRange, "a common unit of the points")
	}
	return s, nil
}

// common makes the denominator a multiple of that of x; false if it grows too large.
func (s scale) common(x *big.Rat) bool {
	gcd := new(big.Int).GCD(nil, nil, s.den, x.Denom())
	s.den.Mul(s.den, gcd.Quo(x.Denom(), gcd))
	return s.den.BitLen() <= maxScaledBits
}

// count adds the size of x to the sum of all.
func (s scale) count(x *big.Rat) bool {
	s.digits.Add(s.digits, new(big.Int).Abs(s.of(x)))
	return true
}

// of returns x in units of the scale.
func (s scale) of(x *big.Rat) *big.Int {
	n := new(big.Int).Quo(s.den, x.Denom())
	return n.Mul(n, x.Num())
}

func (s scale) int(x *big.Rat) int64 { return s.of(x).Int64() }

// limit returns a limit in units of the scale; nil for none.
func (s scale) limit(x *big.Rat) *int64 {
	if x == nil {
		return nil
	}
	n := s.int(x)
	return &n
}

// each calls f for every number of the term until it returns false.
func (t *term) each(f func(*big.Rat) bool) bool {
	for _, x := range []*big.Rat{t.base, t.low, t.high, t.need, t.still} {
		if x != nil && !f(x) {
			return false
		}
	}
	for _, o := range t.options {
		if !f(o.value) {
			return false
		}
	}
	for _, p := range t.parts {
		if !p.each(f) {
			return false
		}
	}
	return true
}
