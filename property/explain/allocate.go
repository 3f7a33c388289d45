package explain

import (
	"math/big"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

func (s Step) allocate() (Value, error) {
	index, weights := s.Allocation.Index, s.Inputs[1:]
	if index < 0 || index >= len(weights) {
		return Value{}, invalid.Value(ErrIndex, strconv.Itoa(index), strconv.Itoa(len(weights)))
	}
	step, err := positiveStep(s.Allocation.Step)
	if err != nil {
		return Value{}, err
	}
	pieces, u, err := s.Inputs[0].pieces(step)
	if err != nil {
		return Value{}, err
	}
	ws, sum, err := weigh(weights)
	if err != nil {
		return Value{}, err
	}
	got := share(new(big.Int).Abs(pieces), ws, sum, index)
	if pieces.Sign() < 0 {
		got.Neg(got)
	}
	return result(step.Mul(step, new(big.Rat).SetInt(got)), u)
}

// pieces returns how many steps a total has, and its unit.
func (s Step) pieces(step *big.Rat) (*big.Int, string, error) {
	total, err := s.number()
	if err != nil {
		return nil, "", err
	}
	u, err := ParseUnit(s.Value.Unit)
	if err != nil {
		return nil, "", err
	}
	n := total.Quo(total, step)
	if !n.IsInt() {
		return nil, "", invalid.Value(ErrStep, step.RatString())
	}
	return n.Num(), u.String(), nil
}

// weigh reads weights, none negative and not all zero, and adds them up.
func weigh(weights []Step) ([]*big.Rat, *big.Rat, error) {
	if _, err := sameUnit(weights); err != nil {
		return nil, nil, err
	}
	ws, err := numbers(weights)
	if err != nil {
		return nil, nil, err
	}
	sum := new(big.Rat)
	for i, w := range ws {
		if w.Sign() < 0 {
			return nil, nil, invalid.Value(ErrWeight, weights[i].Value.show())
		}
		if sum.Add(sum, w); tooLarge(sum) {
			return nil, nil, errLarge()
		}
	}
	if sum.Sign() == 0 {
		return nil, nil, invalid.Value(ErrWeight, "0")
	}
	return ws, sum, nil
}

// share returns how many of the pieces go to one weight: the whole part of its
// quota, and one of those left over if its remainder ranks high enough. Counting
// the rank needs no sorting.
func share(pieces *big.Int, weights []*big.Rat, sum *big.Rat, index int) *big.Int {
	perWeight := new(big.Rat).SetInt(pieces)
	perWeight.Quo(perWeight, sum)
	left := new(big.Int).Set(pieces)
	wholes := make([]*big.Int, len(weights))
	rests := make([]*big.Rat, len(weights))
	for i, w := range weights {
		wholes[i], rests[i] = split(new(big.Rat).Mul(perWeight, w))
		left.Sub(left, wholes[i])
	}
	rank := int64(0)
	for i, r := range rests {
		if c := r.Cmp(rests[index]); c > 0 || c == 0 && i < index {
			rank++
		}
	}
	if left.Cmp(big.NewInt(rank)) > 0 {
		return wholes[index].Add(wholes[index], big.NewInt(1))
	}
	return wholes[index]
}

// split returns the whole part and the rest of a number that is not negative.
func split(n *big.Rat) (*big.Int, *big.Rat) {
	whole := new(big.Int).Quo(n.Num(), n.Denom())
	return whole, n.Sub(n, new(big.Rat).SetInt(whole))
}
