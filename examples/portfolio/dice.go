package main

import "math/bits"

// dice throws numbers that follow from a seed alone, the same on every machine and with
// every version of Go: SplitMix64.
type dice struct{ state uint64 }

// stride is 2^64 divided by the golden ratio, the step of SplitMix64.
const stride = 0x9e3779b97f4a7c15

// diceFor returns the dice of the n-th building: what one building looks like does not
// depend on how many there are.
func diceFor(seed uint64, n int) *dice {
	d := dice{seed}
	return &dice{d.next() + uint64(n)*0xd1342543de82ef95}
}

func (d *dice) next() uint64 {
	d.state += stride
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1.
func (d *dice) below(n int) int {
	hi, _ := bits.Mul64(d.next(), uint64(n))
	return int(hi)
}

// between returns a number from lo to hi, both included.
func (d *dice) between(lo, hi int) int { return lo + d.below(hi-lo+1) }

// percent reports a thing that happens n times in 100.
func (d *dice) percent(n int) bool { return d.below(100) < n }
