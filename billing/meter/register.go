package meter

import (
	"math"
	"math/bits"

	"github.com/wuyekit/wuye/property/civil"
)

// perOne is 1 in ten-thousandths.
const perOne = 10_000

// wrapOf returns where a register of so many whole digits begins at 0 again, in ten-thousandths; 0
// where the digits are not known or too many.
func wrapOf(digits uint8) int64 {
	if digits == 0 || digits > maxDigits {
		return 0
	}
	wrap := int64(perOne)
	for range digits {
		wrap *= 10
	}
	return wrap
}

// turn is how a register came from one value to the next.
type turn uint8

const (
	onward     turn = iota // it shows no less than before
	rolledOver             // it passed its last digit once
	backward               // it shows less, and did not roll over
	notRolled              // it is said to have rolled over and shows no less
)

// turned says how a register came from one value to the next. It rolled over if that was said, or
// if it moved by no more than a tenth of its range, which it can only from its last tenth.
func turned(from, to, wrap int64, said bool) turn {
	switch {
	case to >= from && said:
		return notRolled
	case to >= from:
		return onward
	case wrap > 0 && said:
		return rolledOver
	case wrap > 0 && wrap-from+to <= wrap/10:
		return rolledOver
	default:
		return backward
	}
}

// times returns moved × multiplier, all in ten-thousandths; false if the product is finer than that
// or does not fit.
func times(moved, multiplier int64) (int64, bool) {
	if moved < 0 || multiplier < 0 {
		return 0, false
	}
	hi, lo := bits.Mul64(uint64(moved), uint64(multiplier))
	if hi >= perOne {
		return 0, false
	}
	product, rest := bits.Div64(hi, lo, perOne)
	return int64(product), rest == 0 && product <= math.MaxInt64
}

// share returns the part of a usage, spread evenly over a stretch, that falls into some days: what
// was used until their end, rounded, less what was used until their start, rounded. The parts of any
// cut of the stretch therefore add up.
//
// Rounding: half away from zero, to ten-thousandths.
func share(usage int64, stretch, days civil.Period) int64 {
	of := int64(stretch.End - stretch.Start)
	start, end := max(days.Start, stretch.Start), stretch.End
	if !days.IsOpen() {
		end = min(days.End, end)
	}
	if of <= 0 || start >= end {
		return 0
	}
	return until(usage, int64(end-stretch.Start), of) - until(usage, int64(start-stretch.Start), of)
}

// until returns usage × days ÷ of, rounded, for 0 ≤ days ≤ of.
func until(usage, days, of int64) int64 {
	switch {
	case days == of: // the usual case: a whole stretch
		return usage
	case usage < 0:
		return -int64(rounded(-uint64(usage), uint64(days), uint64(of)))
	default:
		return int64(rounded(uint64(usage), uint64(days), uint64(of)))
	}
}

func rounded(usage, days, of uint64) uint64 {
	hi, lo := bits.Mul64(usage, days)
	lo, carry := bits.Add64(lo, of/2, 0) // hi:lo < of × 2⁶⁴, as days ≤ of
	quotient, _ := bits.Div64(hi+carry, lo, of)
	return quotient
}
