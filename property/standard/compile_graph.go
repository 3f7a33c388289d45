package standard

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// aliases finds the clauses and parts that answer each alias.
func (c *compiler) aliases(clauses []clause) []alias {
	var out []alias
	for i := range c.doc.Aliases {
		a := &c.doc.Aliases[i]
		compiled := alias{doc: a}
		for j, of := range a.Of {
			t, ok := c.directory.find(clauses, of)
			if !ok {
				c.list.At("aliases", i, "of", j).Add(ErrTarget, invalid.Quote(of))
				continue
			}
			compiled.of = append(compiled.of, t)
		}
		out = append(out, compiled)
	}
	return out
}

// directory is the place of each clause, by its ID.
type directory map[string]int

func newDirectory(clauses []clause) directory {
	out := make(directory, len(clauses))
	for i := range clauses {
		if id := clauses[i].doc.ID; id != "" {
			if _, twice := out[id]; !twice {
				out[id] = i
			}
		}
	}
	return out
}

// find returns the clause, or the part of it, that an address such as "CLEAN-13/inspect" names.
func (d directory) find(clauses []clause, address string) (target, bool) {
	id, name, whole := address, "", true
	if i := strings.IndexByte(address, '/'); i >= 0 {
		id, name, whole = address[:i], address[i+1:], false
	}
	at, ok := d[id]
	if !ok {
		return target{}, false
	}
	if whole {
		return target{at, -1}, true
	}
	part := slices.IndexFunc(clauses[at].parts, func(p part) bool { return p.doc.Part == name })
	return target{at, part}, part >= 0
}

// sequence returns the order in which clauses are judged, and reports those that read each other's counts in a circle.
func (c *compiler) sequence(clauses []clause) []int {
	q := sequencer{compiler: c, clauses: clauses, state: make([]visit, len(clauses))}
	for i := range clauses {
		if c.doc.chooses(clauses[i].doc) {
			q.visit(i)
		}
	}
	judged := len(q.out)
	for i := range clauses {
		q.visit(i)
	}
	return q.out[:judged]
}

type visit uint8

const (
	entered visit = iota + 1
	done
)

// sequencer is one call of sequence.
type sequencer struct {
	*compiler
	clauses []clause
	state   []visit
	out     []int
}

// visit puts a clause behind those whose counts it reads.
func (q *sequencer) visit(i int) {
	if q.state[i] != 0 {
		return
	}
	q.state[i] = entered
	for _, p := range q.clauses[i].parts {
		for _, id := range p.need.counts {
			t, ok := q.directory.find(q.clauses, id)
			switch {
			case !ok:
				q.list.At("clauses", i).Add(ErrTarget, invalid.Quote(id))
			case q.state[t.clause] == entered:
				q.list.At("clauses", i).Add(ErrCycle, invalid.Quote(q.clauses[i].doc.ID), invalid.Quote(id))
			default:
				q.visit(t.clause)
			}
		}
	}
	q.state[i] = done
	q.out = append(q.out, i)
}

// related refuses opposed clauses, and returns the relations of those that are two grades of one duty, or alternatives.
func (s *Standard) related(l *invalid.List) []Relation {
	var warnings []Relation
	for i, r := range s.Relations {
		both := s.judged(r.Clauses)
		switch {
		case len(both) < 2 || r.Parted:
		case r.Kind == Opposed:
			l.At("relations", i).Add(ErrOpposed, strings.Join(both, ", "))
		default:
			warnings = append(warnings, r)
		}
	}
	return warnings
}

// judged returns those of some addresses that are in the standard, of a chosen profile and not off; none where all are of one
// profile, which asks for them together.
func (s *Standard) judged(addresses []string) []string {
	var out []string
	profile, several := "", false
	for _, a := range addresses {
		id, part, _ := strings.Cut(a, "/")
		i := slices.IndexFunc(s.Clauses, func(c Clause) bool { return c.ID == id })
		if i < 0 || s.Clauses[i].Off || !s.chooses(&s.Clauses[i]) || part != "" && !s.Clauses[i].hasPart(part) {
			continue
		}
		several = several || profile != "" && profile != s.Clauses[i].Profile
		profile = s.Clauses[i].Profile
		out = append(out, a)
	}
	if !several {
		return nil
	}
	return out
}

func (c *Clause) hasPart(name string) bool {
	return slices.ContainsFunc(c.Measures, func(m Measure) bool { return m.Part == name })
}
