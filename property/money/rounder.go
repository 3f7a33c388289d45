package money

import (
	"math/big"
	"math/bits"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// Rounder rounds exact quotients to steps of a currency's least unit. It is what
// [Rounding] compiles to. The zero Rounder is [HalfUp].
type Rounder struct {
	mode  Mode  // unset for ModeHalfUp, so that equal rounders are ==
	extra int64 // step − 1
}

func newRounder(mode Mode, step int64) Rounder {
	if mode == ModeHalfUp {
		mode = 0
	}
	return Rounder{mode, step - 1}
}

// HalfUp returns the rounding to one least unit, half away from zero (四舍五入到分).
// It is the zero Rounder, said aloud.
func HalfUp() Rounder { return Rounder{} }

// Mode returns the mode, never unset.
func (r Rounder) Mode() Mode {
	if r.mode == 0 {
		return ModeHalfUp
	}
	return r.mode
}

// Step returns the step in least units of the currency, at least 1.
func (r Rounder) Step() int64 { return r.extra + 1 }

// Ratio returns the quotient (hi×2⁶⁴ + lo) / den, negative if said so, rounded.
// It allocates nothing while it succeeds.
//
// Units: the quotient and the result in least units of the currency.
// Rounding: once, to a multiple of the step.
// Errors: [ErrDivision] if den is zero, an [*OverflowError].
func (r Rounder) Ratio(hi, lo, den uint64, negative bool) (int64, error) {
	if hi != 0 || den == 0 || r != (Rounder{}) {
		return r.wideRatio(hi, lo, den, negative)
	}
	q := lo / den
	if left := lo - q*den; left >= den-left {
		q++ // at most 2⁶³ when den ≥ 2; with den = 1 nothing is left
	}
	if q >= 1<<63 {
		return edge(hi, lo, den, q, negative)
	}
	if negative {
		return -int64(q), nil
	}
	return int64(q), nil
}

// edge returns ±q where q does not fit a positive int64.
func edge(hi, lo, den, q uint64, negative bool) (int64, error) {
	if negative && q == 1<<63 {
		return -1 << 63, nil
	}
	return 0, ratioOverflow(hi, lo, den, negative)
}

// wideRatio is Ratio for every mode, step and width.
func (r Rounder) wideRatio(hi, lo, den uint64, negative bool) (int64, error) {
	switch {
	case den == 0:
		return 0, invalid.Value(ErrDivision)
	case hi >= den: // the quotient is 2⁶⁴ or more, and so is any step beside it over 2⁶³
		return 0, ratioOverflow(hi, lo, den, negative)
	}
	step := uint64(r.Step())
	q, left := bits.Div64(hi, lo, den)
	steps := q / step
	over := leftover(q-steps*step, left, step, den)
	up := uint64(0)
	if r.mode.away(over, steps&1 == 1, negative) {
		up = 1
	}
	steps, wrapped := bits.Add64(steps, up, 0)
	carry, minor := bits.Mul64(steps, step)
	n, f := signed(minor, negative)
	if wrapped|carry != 0 || f != fits {
		return 0, ratioOverflow(hi, lo, den, negative)
	}
	return n, nil
}

// leftover says how much of a whole step, step×den, is units×den + left. 128 bits
// hold the double of it, because step is below 2⁶³ and the rest below the whole.
func leftover(units, left, step, den uint64) rest {
	hi, lo := bits.Mul64(units, den)
	lo, carry := bits.Add64(lo, left, 0)
	hi += carry
	wholeHi, wholeLo := bits.Mul64(step, den)
	doubleHi, doubleLo := hi<<1|lo>>63, lo<<1
	_, borrow := bits.Sub64(doubleLo, wholeLo, 0)
	_, less := bits.Sub64(doubleHi, wholeHi, borrow)
	order := 1
	switch {
	case less == 1:
		order = -1
	case doubleHi == wholeHi && doubleLo == wholeLo:
		order = 0
	}
	return restOf(hi|lo == 0, order)
}

func ratioOverflow(hi, lo, den uint64, negative bool) error {
	n := new(big.Int).SetUint64(hi)
	n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(lo))
	if negative {
		n.Neg(n)
	}
	return &OverflowError{Op: "ratio", A: n.String(), B: strconv.FormatUint(den, 10)}
}

// Rat returns x rounded: the slow path for quotients that 128 bits do not hold,
// with the same result where they do. It does not change x.
//
// Units: x and the result in least units of the currency.
// Rounding: once, to a multiple of the step.
// Errors: an [*OverflowError].
func (r Rounder) Rat(x *big.Rat) (int64, error) {
	step := big.NewInt(r.Step())
	whole := new(big.Int).Mul(x.Denom(), step)
	steps, left := new(big.Int), new(big.Int)
	steps.QuoRem(new(big.Int).Abs(x.Num()), whole, left)
	zero := left.Sign() == 0
	over := restOf(zero, left.Lsh(left, 1).Cmp(whole))
	if r.mode.away(over, steps.Bit(0) == 1, x.Sign() < 0) {
		steps.Add(steps, big.NewInt(1))
	}
	minor := steps.Mul(steps, step)
	if x.Sign() < 0 {
		minor.Neg(minor)
	}
	if !minor.IsInt64() {
		return 0, &OverflowError{Op: "ratio", A: bigText(x.Num()), B: bigText(x.Denom())}
	}
	return minor.Int64(), nil
}

// Decimal returns the amount of d units of a currency, rounded.
//
// Rounding: once, to a multiple of the step.
// Errors: [ErrAmountRange].
func (r Rounder) Decimal(d decimal.Decimal, c Currency) (Amount, error) {
	x, ok := ratOf(d, c.Digits())
	if !ok {
		return Amount{}, amountProblem(tooLarge, describe(d), c)
	}
	minor, err := r.Rat(x)
	if err != nil {
		return Amount{}, amountProblem(tooLarge, describe(d), c)
	}
	return Amount{minor, pack(c)}, nil
}

// RoundTo returns a rounded to a multiple of r's step (抹零到角、到元).
//
// Errors: an [*OverflowError].
func (a Amount) RoundTo(r Rounder) (Amount, error) {
	minor, err := r.Ratio(0, magnitude(a.minor), 1, a.minor < 0)
	if err != nil {
		return Amount{}, &OverflowError{Op: "round", A: a.String(), B: strconv.FormatInt(r.Step(), 10)}
	}
	return Amount{minor, a.code}, nil
}
