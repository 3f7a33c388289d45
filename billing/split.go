package billing

import (
	"cmp"
	"math/big"
	"math/bits"
	"slices"
)

// split divides a total between weights, which are not negative and not all zero.
type split struct {
	total  uint64 // in least units
	quotas []quota
	odd    uint32 // units that are left when every quota is cut
}

// quota is what one weight gets of a total.
type quota struct {
	whole uint64 // cut to whole least units
	up    bool   // the rest is half a unit or more
	rank  uint32 // by the size of the rest, from 1; 0 without a rest
}

// splitInts divides by whole weights whose sum fits.
func splitInts(total uint64, weights []uint64, sum uint64) split {
	s := split{total: total, quotas: make([]quota, len(weights))}
	rests := make([]uint64, len(weights))
	left := total
	for i, w := range weights {
		hi, lo := bits.Mul64(total, w)
		whole, rest := bits.Div64(hi, lo, sum) // hi < sum: no weight is above the sum
		s.quotas[i] = quota{whole: whole, up: rest >= sum-rest}
		rests[i] = rest
		left -= whole
	}
	s.rank(func(i int) bool { return rests[i] > 0 }, func(i, k int) int { return cmp.Compare(rests[k], rests[i]) })
	s.odd = uint32(left)
	return s
}

// splitRats divides by any weights with their sum.
func splitRats(total uint64, weights []*big.Rat, sum *big.Rat) split {
	s := split{total: total, quotas: make([]quota, len(weights))}
	rests := make([]*big.Rat, len(weights))
	left := total
	half := big.NewRat(1, 2)
	per := new(big.Rat).SetInt(new(big.Int).SetUint64(total))
	per.Quo(per, sum)
	for i, w := range weights {
		exact := new(big.Rat).Mul(per, w)
		whole := new(big.Int).Quo(exact.Num(), exact.Denom())
		rests[i] = exact.Sub(exact, new(big.Rat).SetInt(whole))
		s.quotas[i] = quota{whole: whole.Uint64(), up: rests[i].Cmp(half) >= 0}
		left -= whole.Uint64()
	}
	s.rank(func(i int) bool { return rests[i].Sign() > 0 }, func(i, k int) int { return rests[k].Cmp(rests[i]) })
	s.odd = uint32(left)
	return s
}

// rank numbers the quotas by their rests, the largest first, then the earlier one.
func (s *split) rank(has func(i int) bool, compare func(i, k int) int) {
	order := make([]int, 0, len(s.quotas))
	for i := range s.quotas {
		if has(i) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, compare)
	for n, i := range order {
		s.quotas[i].rank = uint32(n + 1)
	}
}

// share returns what a quota gets before the remainder rule's extra.
func (q quota) share(rule RemainderRule, odd uint32) uint64 {
	switch rule {
	case LastUnit, LargestWeight:
		if q.up {
			return q.whole + 1
		}
	case LargestRemainder:
		if q.rank > 0 && q.rank <= odd {
			return q.whole + 1
		}
	case Absorbed:
	}
	return q.whole
}

// last returns the last weight that gets a part of the total, however small.
func (s *split) last() int {
	i := len(s.quotas) - 1
	for i > 0 && s.quotas[i].whole == 0 && s.quotas[i].rank == 0 {
		i--
	}
	return i
}

// shares returns what every weight gets; extra is what the bearer takes on top of its own, and
// absorbed what nobody is charged. The bearer is the weight that takes the difference, if the rule
// has one.
func (s *split) shares(rule RemainderRule, bearer int) (shares []int64, extra, absorbed int64) {
	shares = make([]int64, len(s.quotas))
	rest := int64(s.total)
	for i, q := range s.quotas {
		shares[i] = int64(q.share(rule, s.odd))
		rest -= shares[i]
	}
	if rule == LastUnit || rule == LargestWeight {
		shares[bearer] += rest
		return shares, rest, 0
	}
	return shares, 0, rest
}
