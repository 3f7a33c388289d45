package money

import (
	"math"
	"math/bits"
	"strconv"
)

// Add returns a + b.
//
// Errors: a [*MismatchError] if the currencies differ, an [*OverflowError].
func (a Amount) Add(b Amount) (Amount, error) {
	if a.code != b.code {
		return Amount{}, &MismatchError{A: a, B: b}
	}
	sum := a.minor + b.minor
	if (sum > a.minor) != (b.minor > 0) {
		return Amount{}, &OverflowError{Op: "add", A: a.String(), B: b.String()}
	}
	return Amount{sum, a.code}, nil
}

// Sub returns a − b.
//
// Errors: a [*MismatchError] if the currencies differ, an [*OverflowError].
func (a Amount) Sub(b Amount) (Amount, error) {
	if a.code != b.code {
		return Amount{}, &MismatchError{A: a, B: b}
	}
	difference := a.minor - b.minor
	if (difference < a.minor) != (b.minor > 0) {
		return Amount{}, &OverflowError{Op: "sub", A: a.String(), B: b.String()}
	}
	return Amount{difference, a.code}, nil
}

// Neg returns −a, as a reversal (红字) books it.
//
// Errors: an [*OverflowError] for the one amount whose opposite does not fit.
func (a Amount) Neg() (Amount, error) {
	if a.minor == math.MinInt64 {
		return Amount{}, &OverflowError{Op: "neg", A: a.String()}
	}
	return Amount{-a.minor, a.code}, nil
}

// Times returns a × n.
//
// Errors: an [*OverflowError].
func (a Amount) Times(n int64) (Amount, error) {
	hi, lo := bits.Mul64(magnitude(a.minor), magnitude(n))
	minor, f := signed(lo, (a.minor < 0) != (n < 0))
	if hi != 0 || f != fits {
		return Amount{}, &OverflowError{Op: "times", A: a.String(), B: strconv.FormatInt(n, 10)}
	}
	return Amount{minor, a.code}, nil
}

// Sum adds amounts up and keeps the first error (合计). The zero Sum is ready; the
// first amount gives the currency. After an error further amounts are ignored.
type Sum struct {
	total   Amount
	started bool
	err     error
}

// Add adds an amount.
func (s *Sum) Add(a Amount) {
	switch {
	case s.err != nil:
	case !s.started:
		s.total, s.started = a, true
	default:
		s.total, s.err = s.total.Add(a)
	}
}

// Total returns the sum so far; of nothing, the zero Amount.
//
// Errors: what [Sum.Err] returns.
func (s *Sum) Total() (Amount, error) { return s.total, s.err }

// Err returns the first error: a [*MismatchError] or an [*OverflowError].
func (s *Sum) Err() error { return s.err }
