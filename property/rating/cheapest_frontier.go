package rating

import (
	"cmp"
	"slices"
)

// state is what some moves of a part of the sheet cost and what the part then comes to.
type state struct {
	cost, value int64
	moves       int
	move        *move // of a single move
	left, right *state
}

// frontier are the states of a part that are worth having: each costs more than the one before it and comes to more. For
// whatever the part has to come to, the cheapest way is among them.
type frontier []*state

// maxStates is how many states a part keeps, and maxPairs how many sums are tried at once. With equal costs there are at most
// as many states as moves; only costs of many different sizes reach the limits.
const (
	maxStates = 1 << 12
	maxPairs  = 1 << 20
)

// pareto sorts states and leaves out those that are worth nothing: of one cost it keeps the highest value, of one value the fewest
// moves.
func pareto(states []*state) frontier {
	slices.SortStableFunc(states, func(a, b *state) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(b.value, a.value), cmp.Compare(a.moves, b.moves))
	})
	out := states[:0]
	for _, s := range states {
		if len(out) == 0 || s.value > out[len(out)-1].value {
			out = append(out, s)
		}
	}
	return frontier(out)
}

// pair is a sum of two states that is weighed before it is made.
type pair struct {
	cost, value int64
	moves       int32
	left, right int32
}

// compare orders pairs as [pareto] does states. Of equal ones the first has more in its first part: plans begin with what stands
// first.
func (p pair) compare(q pair) int {
	if p.cost != q.cost {
		return cmp.Compare(p.cost, q.cost)
	}
	return cmp.Or(cmp.Compare(q.value, p.value), cmp.Compare(p.moves, q.moves), cmp.Compare(q.left, p.left))
}

// plus returns the states of two parts together, and whether none that is worth having was left out. States that keep refuses
// are dropped.
func (f frontier) plus(g frontier, keep func(cost, value int64) bool) (frontier, bool) {
	f, g, complete := thinPair(f, g)
	var pairs []pair
	for i, a := range f {
		for k, b := range g {
			if keep(a.cost+b.cost, a.value+b.value) {
				pairs = append(pairs, pair{a.cost + b.cost, a.value + b.value, int32(a.moves + b.moves), int32(i), int32(k)})
			}
		}
	}
	slices.SortFunc(pairs, pair.compare)
	var sum frontier
	for _, p := range pairs {
		if len(sum) == 0 || p.value > sum[len(sum)-1].value {
			sum = append(sum, f[p.left].with(g[p.right]))
		}
	}
	thin := sum.thin(maxStates)
	return thin, complete && len(thin) == len(sum)
}

// with returns the state of both; a state without moves adds its value only.
func (s *state) with(t *state) *state {
	return &state{cost: s.cost + t.cost, value: s.value + t.value, moves: s.moves + t.moves, left: s, right: t}
}

// thinPair shortens the longer of two frontiers until their pairs can be tried.
func thinPair(f, g frontier) (a, b frontier, complete bool) {
	a, b, complete = f, g, true
	for len(a)*len(b) > maxPairs {
		complete = false
		if len(a) >= len(b) {
			a = a.thin((len(a) + 1) / 2)
		} else {
			b = b.thin((len(b) + 1) / 2)
		}
	}
	return a, b, complete
}

// thin returns at most n of the states, evenly spread, the first and the last among them; n is 2 at least.
func (f frontier) thin(n int) frontier {
	if len(f) <= n {
		return f
	}
	out := make(frontier, n)
	for i := range n {
		out[i] = f[i*(len(f)-1)/(n-1)]
	}
	return out
}

// within returns the states with their values kept between two limits.
func (f frontier) within(low, high *int64) frontier {
	out := make([]*state, len(f))
	for i, s := range f {
		t := *s
		if low != nil {
			t.value = max(t.value, *low)
		}
		if high != nil {
			t.value = min(t.value, *high)
		}
		out[i] = &t
	}
	return pareto(out)
}

// atLeast returns the states that come to a value.
func (f frontier) atLeast(value int64) frontier {
	i := slices.IndexFunc(f, func(s *state) bool { return s.value >= value })
	if i < 0 {
		return nil
	}
	return f[i:]
}

// chosen appends the moves of a state.
func (s *state) chosen(dst []*move) []*move {
	if s == nil {
		return dst
	}
	if s.move != nil {
		dst = append(dst, s.move)
	}
	return s.right.chosen(s.left.chosen(dst))
}
