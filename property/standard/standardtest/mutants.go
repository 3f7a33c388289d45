package standardtest

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/standard"
)

// Mutants yields the standard with one thing of a clause changed at a time, and says what (变异): every limit moved by one step in both directions,
// every comparison turned to its neighbour, every condition, item, document, slot and act left out, every pair of steps swapped. A step is one
// of the smallest unit that a length is written in, one of the last decimal place of a number or a percentage, a minute of a window or a
// time of day, a day of a date or a season, the next grade of an order and the next unit of a period. A parameter moves in the standard and in the
// proofs of the clause.
//
// Some changes make a clause that [standard.Compile] refuses. Nobody can use such a clause, which counts as noticed.
func Mutants(s standard.Standard, clauseID string) iter.Seq2[string, standard.Standard] {
	return func(yield func(string, standard.Standard) bool) {
		c := find(s.Clauses, clauseID)
		if c == nil {
			return
		}
		for n := 0; ; n++ {
			m := mutation{target: n, standard: s}
			if !m.prepare(c) {
				return
			}
			m.clause(m.changed)
			if m.change == nil {
				return
			}
			m.change()
			if !yield(m.what, m.result()) {
				return
			}
		}
	}
}

// mutation walks through a clause and makes one change, that with the number of its target.
type mutation struct {
	target   int
	count    int
	what     string
	change   func()
	standard standard.Standard
	params   []standard.Param
	changed  *standard.Clause
	moved    map[string]bool // parameters that were visited
	path     []string
}

// prepare copies what may be changed.
func (m *mutation) prepare(c *standard.Clause) bool {
	text, err := json.Marshal(c)
	if err != nil {
		return false
	}
	m.changed, m.moved = new(standard.Clause), map[string]bool{}
	m.params = slices.Clone(m.standard.Params)
	return json.Unmarshal(text, m.changed) == nil
}

func (m *mutation) result() standard.Standard {
	out := m.standard
	out.Params, out.Clauses = m.params, slices.Clone(out.Clauses)
	out.Clauses[slices.IndexFunc(out.Clauses, func(c standard.Clause) bool { return c.ID == m.changed.ID })] = *m.changed
	return out
}

// try keeps a change if its turn has come. It is made when the walk is over, which sees the clause as it was.
func (m *mutation) try(what string, change func()) {
	if m.count == m.target {
		m.what, m.change = strings.Join(append(slices.Clone(m.path), what), ": "), change
	}
	m.count++
}

// in walks through a part that has a name.
func (m *mutation) in(name string, walk func()) {
	m.path = append(m.path, name)
	walk()
	m.path = m.path[:len(m.path)-1]
}

// leaveOut leaves out each entry of a list, as long as one remains.
func leaveOut[T any](m *mutation, what string, list *[]T, name func(T) string) {
	if len(*list) < 2 {
		return
	}
	for i := range *list {
		m.try(what+" without "+name((*list)[i]), func() { *list = slices.Delete(slices.Clone(*list), i, i+1) })
	}
}

func itself(s string) string { return s }

// drop leaves a text out.
func (m *mutation) drop(what string, text *string) {
	if *text != "" {
		m.try("without "+what, func() { *text = "" })
	}
}

// date moves a day on which a clause begins or ceases to bind.
func (m *mutation) date(what string, at *civil.Date) {
	if at.IsZero() {
		return
	}
	for _, d := range []civil.Date{*at + 1, *at - 1} {
		to(m, what+" "+d.String()+" instead of "+at.String(), at, d)
	}
}

// to gives something another value.
func to[T any](m *mutation, what string, at *T, value T) {
	m.try(what, func() { *at = value })
}
