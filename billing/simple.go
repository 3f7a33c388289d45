package billing

import "math/bits"

// fenScale turns 10⁻¹⁰ (area × price) into fen.
const fenScale = 100_000_000

// simpleAmount returns quantity × price ÷ scale, rounded half up, where 64 bits suffice and
// the scale is not 0. Dividing by a constant is several times faster than dividing by
// a variable, so the usual currencies have a branch of their own.
func simpleAmount(quantity, price, scale uint64) (int64, bool) {
	hi, lo := bits.Mul64(quantity, price)
	if hi != 0 || scale == 0 || lo > 1<<63 {
		return 0, false
	}
	if scale == fenScale {
		return int64((lo + fenScale/2) / fenScale), true
	}
	return int64((lo + scale/2) / scale), true
}
