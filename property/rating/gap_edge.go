package rating

import (
	"math/big"

	"github.com/wuyekit/wuye/property/metric"
)

// edge is the lowest score that is enough; an open edge is not enough itself, only what is above it.
type edge struct {
	at   *big.Rat
	open bool
}

// edgeOf returns the edge of a row of bands; false for a row that every score is enough for.
func edgeOf(b Band) (edge, bool) {
	if b.Above.IsSet() {
		return edge{b.Above.Decimal().Rat(), true}, true
	}
	return edge{b.From.Decimal().Rat(), false}, b.From.IsSet()
}

// reached reports whether a score is enough.
func (e edge) reached(x *big.Rat) bool {
	order := x.Cmp(e.at)
	return order > 0 || order == 0 && !e.open
}

// before returns the edge that an exact score must reach so that what the stages leave of it reaches e.
func (e edge) before(stages []metric.Rounding) edge {
	for i := len(stages) - 1; i >= 0; i-- {
		e = e.beforeStage(stages[i])
	}
	return e
}

// beforeStage finds the lowest multiple of the step that is enough, and from where on scores are rounded to it or above. Scores are not
// below 0: modes that only differ there are the same here, and an edge of 0 or below stays one that every score reaches.
func (e edge) beforeStage(r metric.Rounding) edge {
	step := stepOf(r).Rat()
	n := e.firstMultiple(step)
	target := new(big.Rat).Mul(new(big.Rat).SetInt(n), step)
	below := new(big.Rat).Sub(target, step)
	half := new(big.Rat).Quo(new(big.Rat).Add(below, target), big.NewRat(2, 1))
	switch modeOf(r) {
	case metric.ModeHalfEven:
		return edge{half, n.Bit(0) == 1}
	case metric.ModeHalfDown:
		return edge{half, true}
	case metric.ModeUp, metric.ModeCeiling:
		return edge{below, true}
	case metric.ModeDown, metric.ModeFloor:
		return edge{target, false}
	case metric.ModeHalfUp:
	}
	return edge{half, false}
}

// firstMultiple returns the number of the lowest multiple of the step that is enough.
func (e edge) firstMultiple(step *big.Rat) *big.Int {
	steps := new(big.Rat).Quo(e.at, step)
	n, rest := new(big.Int).DivMod(steps.Num(), steps.Denom(), new(big.Int)) // downwards
	if rest.Sign() > 0 || e.open {
		n.Add(n, big.NewInt(1))
	}
	return n
}
