package flow

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// graph is which state leads to which, for the checks of a table as a whole.
type graph struct {
	states []State
	at     map[string]int // by code, of the first with that code
	start  int            // the initial state, -1 if there is none
	to     [][]int        // by state: the other states that follow
	from   [][]int        // by state: the other states that it follows
}

// newGraph draws what resolves; the rest is reported where it is named.
func newGraph(t Table, at map[string]int) *graph {
	g := &graph{states: t.States, at: at, start: -1, to: make([][]int, len(t.States)), from: make([][]int, len(t.States))}
	if i, ok := at[t.Initial]; ok {
		g.start = i
	}
	for _, tr := range t.Transitions {
		to, ok := at[tr.To]
		if tr.Stays || !ok {
			continue
		}
		for from := range t.origins(tr, at).all() {
			if from != to {
				g.to[from] = append(g.to[from], to)
				g.from[to] = append(g.from[to], from)
			}
		}
	}
	return g
}

// origins are the places of the states that a transition begins in.
func (t Table) origins(tr Transition, at map[string]int) set {
	var out set
	for _, code := range tr.From {
		if i, ok := at[code]; ok {
			out.add(i)
		}
	}
	for i, s := range t.States {
		if tr.FromAny && !s.Final {
			out.add(i)
		}
	}
	return out
}

// check reports the states that no log reaches and those that no log leaves.
func (g *graph) check(l *invalid.List) {
	if g.start >= 0 {
		g.report(l, ErrUnreachable, reach(g.to, []int{g.start}))
	}
	var finals, ways []int
	for i, s := range g.states {
		if s.Final {
			finals = append(finals, i)
		}
		if s.Final || len(g.to[i]) > 0 {
			ways = append(ways, i)
		}
	}
	g.report(l, ErrDeadEnd, ways)
	// A table without a final state goes round for ever on purpose; in any other, each state leads to an end.
	if len(finals) > 0 && len(ways) == len(g.states) {
		g.report(l, ErrNoEnd, reach(g.from, finals))
	}
}

// report adds a problem for each declared state that is not among the good ones.
func (g *graph) report(l *invalid.List, rule invalid.RuleError, good []int) {
	for i, s := range g.states {
		if at, ok := g.at[s.Code]; ok && at == i && !slices.Contains(good, i) {
			l.At("states", i).Add(rule, invalid.Quote(s.Code))
		}
	}
}

// reach returns the states that can be reached from some, these included.
func reach(ways [][]int, from []int) []int {
	seen := slices.Clone(from)
	for k := 0; k < len(seen); k++ {
		for _, next := range ways[seen[k]] {
			if !slices.Contains(seen, next) {
				seen = append(seen, next)
			}
		}
	}
	return seen
}
