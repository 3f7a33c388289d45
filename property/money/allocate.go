package money

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// Part is one share to be allocated: who, and with what weight.
type Part struct {
	// Key orders parts whose claims to an odd least unit are equal, bytewise.
	Key string
	// Weight is the part's size in any unit that all parts share, such as
	// ten-thousandths of a square metre; not negative.
	Weight int64
}

// Allocate returns the shares of total in proportion to the parts' weights, in the
// order of the parts (分摊). The shares add up to total exactly: each part gets its
// quota cut to whole least units, and the units left over go one each to the parts
// with the largest remainders (最大余数法), the smaller Key first, then the earlier
// part. A part of weight zero gets zero and stays. Shares of −x are those of x
// with the sign turned. Weights need not add up to anything in particular.
//
// Rounding: each share differs from its exact quota by less than one least unit.
// Errors: [ErrNoParts], [ErrNoWeight] if all weights are zero, [ErrWeight] for a
// negative weight, an [*OverflowError] if the weights add up to 2⁶⁴ or more.
func Allocate(total Amount, parts []Part) ([]Amount, error) {
	sum, err := sumWeights(parts)
	if err != nil {
		return nil, err
	}
	whole := magnitude(total.minor)
	negative := total.minor < 0
	shares := make([]Amount, len(parts))
	claims := make([]claim, 0, len(parts))
	left := whole
	for i, p := range parts {
		hi, lo := bits.Mul64(whole, uint64(p.Weight))
		quota, remainder := bits.Div64(hi, lo, sum) // hi < sum: no weight is above the sum
		left -= quota
		shares[i] = Amount{turned(quota, negative), total.code}
		if remainder > 0 {
			claims = append(claims, claim{remainder, i})
		}
	}
	for _, i := range winners(claims, int(left), parts) {
		shares[i].minor += turned(1, negative)
	}
	return shares, nil
}

func sumWeights(parts []Part) (uint64, error) {
	if len(parts) == 0 {
		return 0, invalid.Value(ErrNoParts)
	}
	sum := uint64(0)
	for _, p := range parts {
		if p.Weight < 0 {
			return 0, invalid.Value(ErrWeight, invalid.Quote(p.Key), strconv.FormatInt(p.Weight, 10))
		}
		next, carry := bits.Add64(sum, uint64(p.Weight), 0)
		if carry != 0 {
			return 0, &OverflowError{
				Op: "allocate", A: strconv.FormatUint(sum, 10), B: strconv.FormatInt(p.Weight, 10),
			}
		}
		sum = next
	}
	if sum == 0 {
		return 0, invalid.Value(ErrNoWeight, strconv.Itoa(len(parts)))
	}
	return sum, nil
}

// claim is a part's claim to one of the units left over.
type claim struct {
	remainder uint64
	part      int
}

// winners returns the n parts with the strongest claims, in no order. There are
// always more claims than units left: every remainder is less than a unit.
func winners(claims []claim, n int, parts []Part) []int {
	if n == 0 {
		return nil
	}
	slices.SortFunc(claims, func(a, b claim) int {
		if c := cmp.Compare(b.remainder, a.remainder); c != 0 {
			return c
		}
		if c := cmp.Compare(parts[a.part].Key, parts[b.part].Key); c != 0 {
			return c
		}
		return cmp.Compare(a.part, b.part)
	})
	out := make([]int, n)
	for i := range out {
		out[i] = claims[i].part
	}
	return out
}

// turned returns ±u; u is a part of an amount and fits.
func turned(u uint64, negative bool) int64 {
	if negative {
		return -int64(u)
	}
	return int64(u)
}
