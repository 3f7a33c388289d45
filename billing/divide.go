package billing

import "math/bits"

// divider divides by one number many times: a multiplication and a correction instead of
// a division of the machine, which costs several times as much. The zero divider divides
// nothing.
type divider struct{ by, reciprocal uint64 }

// newDivider returns the divider by a number of at least 2.
func newDivider(by uint64) divider {
	q, _ := bits.Div64(1, 0, by) // 2⁶⁴ ÷ by, rounded down
	return divider{by, q}
}

// halfUp returns n ÷ by, rounded half up, for n < 2⁶³.
func (d divider) halfUp(n uint64) uint64 {
	q, _ := bits.Mul64(n, d.reciprocal)
	// The reciprocal is less than 1 too small, so q is at most 1 too small.
	rest := n - q*d.by
	if rest >= d.by {
		q++
		rest -= d.by
	}
	if rest >= d.by-rest {
		q++
	}
	return q
}
