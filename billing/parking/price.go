package parking

import (
	"math/bits"

	"github.com/wuyekit/wuye/property/money"
)

// price returns what charged minutes of one part cost, in least units, before any cap.
func (r *rate) price(charged int) int64 {
	if charged == 0 {
		return 0
	}
	if r.unit.minutes == 0 {
		return r.perVisit // 0 where the rate is free
	}
	sum := r.first.price
	if rest := min(charged, r.after) - r.first.minutes; rest > 0 {
		sum += r.unit.of(rest)
	}
	if rest := charged - r.after; rest > 0 {
		sum += r.over.of(rest)
	}
	return sum
}

// of returns what minutes cost by the block.
func (b block) of(minutes int) int64 { return int64((minutes+b.minutes-1)/b.minutes) * b.price }

// allowance is what is left of the free minutes.
type allowance struct {
	free
	left int
}

// renew begins the time that the free minutes are for; outside is how many of its minutes lie
// outside passes.
func (a *allowance) renew(outside int) {
	a.left = a.minutes
	if a.threshold && outside > a.minutes {
		a.left = 0
	}
}

// take returns how many of some minutes are free.
func (a *allowance) take(minutes int) int {
	n := min(minutes, a.left)
	a.left -= n
	return n
}

// tally adds parts up under their caps.
type tally struct {
	cap    int64
	window int64 // of this coming of the window, before its cap
	span   int64 // of the time of the cap, before it
	total  int64 // of the times before
}

// add adds a part that costs before by itself, and returns what it costs under the cap of its window.
func (t *tally) add(before, windowCap int64, window, spanBegins bool) int64 {
	if window {
		t.window = 0
	}
	if spanBegins {
		t.total += min(t.span, t.cap)
		t.span = 0
	}
	amount := min(t.window+before, windowCap) - min(t.window, windowCap)
	t.window += before
	t.span += amount
	return amount
}

// sum returns what all parts cost.
func (t *tally) sum() int64 { return t.total + min(t.span, t.cap) }

// rounded applies a factor in millionths to a sum and rounds.
func rounded(sum int64, factor uint64, r money.Rounder) (int64, error) {
	hi, lo := bits.Mul64(uint64(sum), factor)
	return r.Ratio(hi, lo, uint64(money.One().Micro()), false)
}
