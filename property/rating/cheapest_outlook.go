package rating

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// outlook says what the frontiers that are not added up yet can still do. They are in the order of their rates, so that the least that
// a gain costs is known: that of the best rates.
type outlook struct {
	target   int64
	cheapest int64 // the least cost at which the target is known to be reached
	rates    []rate
	// least, most and cost are of the frontiers from one on: what they come to without and with all moves, and what they cost at
	// least. gain, low and full are of the frontiers before one: what their moves gain, what that costs at least, and what all
	// of them cost.
	least, most, cost []int64
	gain, low, full   []int64
}

func newOutlook(parts []frontier, target int64) *outlook {
	n := len(parts)
	list := make([]int64, 6*(n+1))
	cut := func(i int) []int64 { return list[i*(n+1) : (i+1)*(n+1)] }
	o := &outlook{target: target, cheapest: math.MaxInt64, least: cut(0), most: cut(1), cost: cut(2), gain: cut(3), low: cut(4), full: cut(5)}
	for i, f := range parts {
		first, last := f[0], f[len(f)-1]
		r, gain := f.rate(), last.value-first.value
		o.rates = append(o.rates, r)
		o.gain[i+1], o.full[i+1] = o.gain[i]+gain, o.full[i]+last.cost-first.cost
		o.low[i+1] = o.low[i] + r.costOf(gain, false)
	}
	for i, f := range slices.Backward(parts) {
		o.least[i], o.most[i] = o.least[i+1]+f[0].value, o.most[i+1]+f[len(f)-1].value
		o.cost[i] = o.cost[i+1] + f[0].cost
	}
	return o
}

// hopeful reports whether a sum of the frontiers before one can still reach the target, and for no more than the cheapest way that is
// known; it takes note of a cheaper one.
func (o *outlook) hopeful(from int, cost, value int64) bool {
	if value+o.most[from] < o.target {
		return false
	}
	cost += o.cost[from]
	short := o.target - value - o.least[from]
	if short <= 0 {
		o.cheapest = min(o.cheapest, cost)
		return cost <= o.cheapest
	}
	i, _ := slices.BinarySearch(o.gain[from+1:], o.gain[from]+short)
	last := from + i // the frontier with which the target is reached
	rest := short - (o.gain[last] - o.gain[from])
	o.cheapest = min(o.cheapest, cost+o.full[last+1]-o.full[from])
	return cost+o.low[last]-o.low[from]+o.rates[last].costOf(rest, true) <= o.cheapest
}

// rate is the most that a part gains for its cost.
type rate struct{ gain, cost int64 }

func (f frontier) rate() rate {
	best := rate{0, 1}
	for _, s := range f[1:] {
		if r := (rate{s.value - f[0].value, s.cost - f[0].cost}); r.compare(best) > 0 {
			best = r
		}
	}
	return best
}

// compare compares gains for a cost of 1.
func (r rate) compare(t rate) int {
	hi1, lo1 := bits.Mul64(magnitude(r.gain), magnitude(t.cost))
	hi2, lo2 := bits.Mul64(magnitude(t.gain), magnitude(r.cost))
	return cmp.Or(cmp.Compare(hi1, hi2), cmp.Compare(lo1, lo2))
}

// costOf returns what a gain costs at this rate, which is not more than all of the part; up rounds a part of a unit up.
func (r rate) costOf(gain int64, up bool) int64 {
	if r.gain == 0 {
		return 0
	}
	hi, lo := bits.Mul64(magnitude(gain), magnitude(r.cost))
	cost, rest := bits.Div64(hi, lo, magnitude(r.gain))
	if up && rest > 0 {
		cost++
	}
	return int64(cost)
}
