package rating

import (
	"math/big"
	"slices"
)

// solver finds the cheapest moves. It adds up frontiers part by part: within a part that has a limit all of them, on the whole sheet
// those that can still be the cheapest.
type solver struct {
	scale
	whole bool // nothing worth having was left out
}

// solve returns the cheapest moves by which a term reaches an edge, of these the ones that come to most; nil if none do. An edge
// without a number is reached by everything that meets the needs. It also reports whether nothing cheaper is proved.
//
// Errors: [ErrScoreRange].
func solve(t *term, goal edge) (best *state, proved bool, err error) {
	unit, err := scaleOf(t)
	if err != nil {
		return nil, false, err
	}
	s := solver{unit, true}
	parts, ok := s.split(t)
	if !ok {
		return nil, s.whole, nil
	}
	target, _ := ends(parts)
	if goal.at != nil {
		n := goal.firstMultiple(new(big.Rat).SetFrac(big.NewInt(1), unit.den))
		if !n.IsInt64() {
			return nil, true, nil // no sum is that large
		}
		target = n.Int64()
	}
	best = s.reach(parts, target)
	return best, s.whole, nil
}

// split returns frontiers that add up to the term: those of its parts where no limit can be felt. It reports false if the need
// of a part cannot be met.
func (s *solver) split(t *term) ([]frontier, bool) {
	parts, ok := s.splitParts(t)
	if !ok {
		return nil, false
	}
	low, high, need := s.limit(t.low), s.limit(t.high), s.limit(t.need)
	least, most := ends(parts)
	if (low == nil || *low <= least) && (high == nil || *high >= most) && (need == nil || *need <= least) {
		return parts, true
	}
	f := s.sum(parts).within(low, high)
	if need != nil {
		f = f.atLeast(*need)
		if still := s.limit(t.still); still != nil {
			f = pareto(append(slices.Clone(f), &state{value: *still}))
		}
	}
	return []frontier{f}, len(f) > 0
}

func (s *solver) splitParts(t *term) ([]frontier, bool) {
	var parts []frontier
	if t.base != nil {
		parts = append(parts, frontier{{value: s.int(t.base)}})
	}
	if len(t.options) > 0 {
		parts = append(parts, s.ways(t.options))
	}
	for _, p := range t.parts {
		f, ok := s.split(p)
		if !ok {
			return nil, false
		}
		parts = append(parts, f...)
	}
	return parts, true
}

// ways returns the frontier of a part that moves change directly.
func (s *solver) ways(options []option) frontier {
	states := make([]*state, len(options))
	for i, o := range options {
		states[i] = &state{cost: o.cost, value: s.int(o.value), move: o.move}
		if o.move != nil {
			states[i].moves = 1
		}
	}
	return pareto(states)
}

func (s *solver) sum(parts []frontier) frontier {
	sum := frontier{{}}
	for _, f := range parts {
		var whole bool
		sum, whole = sum.plus(f, func(int64, int64) bool { return true })
		s.whole = s.whole && whole
	}
	return sum
}

// ends returns the least and the most that frontiers come to together.
func ends(parts []frontier) (least, most int64) {
	for _, f := range parts {
		least, most = least+f[0].value, most+f[len(f)-1].value
	}
	return least, most
}

// reach adds up the frontiers, those with the most for their cost first, and drops sums that cannot become the cheapest.
func (s *solver) reach(parts []frontier, target int64) *state {
	if _, most := ends(parts); most < target {
		return nil
	}
	slices.SortStableFunc(parts, func(a, b frontier) int { return b.rate().compare(a.rate()) })
	way := newOutlook(parts, target)
	sum := frontier{{}}
	for i, f := range parts {
		var whole bool
		sum, whole = sum.plus(f, func(cost, value int64) bool { return way.hopeful(i+1, cost, value) })
		s.whole = s.whole && whole
	}
	if reached := sum.atLeast(target); len(reached) > 0 {
		return reached[0]
	}
	return nil
}
