package standard

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/worktime"
)

// Rules is a compiled standard. It is immutable and safe to share.
type Rules struct {
	doc      Standard
	words    *lexicon
	calendar *worktime.Calendar
	clauses  []clause
	// directory is where each of the clauses is.
	directory directory
	aliases   []alias
	warnings  []Relation
	// order is that in which clauses are judged: those first whose counts others read. Those that are not chosen, and whose counts
	// nobody reads, are not in it.
	order []int
}

// clause is a compiled clause.
type clause struct {
	doc   *Clause
	when  conditions
	parts []part
}

// part is a compiled measure.
type part struct {
	doc  *Measure
	when conditions
	// judge is nil while parameters are unset, which are named.
	judge judge
	unset []string
	// kinds are the kinds that must be complete for it to be met.
	kinds []string
	// need is what it reads.
	need reads
}

// alias is a rule that others answer: indices of clauses, and of parts, −1 for the whole.
type alias struct {
	doc *Alias
	of  []target
}

type target struct{ clause, part int }

// judge is a compiled measure. It yields what it judged, one row after the other, in a row that is used again.
type judge interface {
	rows(x *run, yield func(*Row) bool)
}

// joiner is a judge that may join its rows by a share, instead of by precedence. The share is whole if it is all of them.
type joiner interface {
	join(c *Counts) (s State, byShare bool)
	isWhole() bool
}

// Compile makes a standard fit for judging. Calendars are by their codes; figures are those of the vocabulary and of the metric sets.
//
// Errors: an *[invalid.Error] with every problem of the standard and of the vocabulary: kinds, fields, events and figures that
// are not declared, parameters that are used and not declared, conditions on an order that do not name it, aliases without target,
// and clauses that are opposed. A parameter without a value is none; [Rules.Unset] lists them.
func Compile(s Standard, v Vocabulary, calendars map[string]*worktime.Calendar, sets ...*metric.Set) (*Rules, error) {
	var l invalid.List
	v.Check(&l)
	if err := l.Err("vocabulary " + v.Code); err != nil {
		return nil, err
	}
	s, v = s.clone(), v.clone()
	s.Check(&l)
	c := compiler{doc: &s, words: newLexicon(&v, sets), calendars: calendars, calendar: calendars[s.Calendar], list: &l}
	if c.calendar == nil {
		l.At("calendar").Add(ErrCalendar, invalid.Quote(s.Calendar))
	}
	c.zone = time.UTC
	if c.calendar != nil {
		c.zone = c.calendar.Location()
	}
	c.declare()
	r := Rules{doc: s, words: c.words, calendar: c.calendar}
	for i := range s.Clauses {
		r.clauses = append(r.clauses, c.clause(i))
	}
	c.directory = newDirectory(r.clauses)
	r.directory = c.directory
	r.order = c.sequence(r.clauses)
	r.aliases = c.aliases(r.clauses)
	r.warnings = s.related(&l)
	c.unused()
	if err := l.Err("standard " + s.ID); err != nil {
		return nil, err
	}
	return &r, nil
}

// Standard returns the document.
func (r *Rules) Standard() Standard { return r.doc.clone() }

// Warnings returns the relations of clauses that are two grades of one duty, or alternatives, and both in the standard.
func (r *Rules) Warnings() []Relation { return each(r.warnings, (*Relation).unshare) }

// chooses reports whether a clause is of a chosen profile.
func (s *Standard) chooses(c *Clause) bool {
	return len(s.Profiles) == 0 || slices.Contains(s.Profiles, c.Profile)
}

// compiler is one call of [Compile].
type compiler struct {
	doc       *Standard
	words     *lexicon
	calendars map[string]*worktime.Calendar
	calendar  *worktime.Calendar
	zone      *time.Location
	list      *invalid.List
	params    map[string]*Param
	used      map[string]bool
	orders    map[string]*Order
	directory directory
	// unset and need are those of the measure that is being compiled.
	unset []string
	need  reads
}

// declare lists the parameters and the orders.
func (c *compiler) declare() {
	c.params, c.used, c.orders = map[string]*Param{}, map[string]bool{}, map[string]*Order{}
	for i := range c.doc.Params {
		c.params[c.doc.Params[i].Name] = &c.doc.Params[i]
	}
	for i := range c.doc.Orders {
		c.orders[c.doc.Orders[i].Name] = &c.doc.Orders[i]
	}
}

// within runs f with the path at a field, and at an index of it unless that is below 0.
func (c *compiler) within(name string, i int, f func()) {
	c.list.Enter(name)
	defer c.list.Leave()
	if i >= 0 {
		c.list.EnterIndex(i)
		defer c.list.Leave()
	}
	f()
}

func (c *compiler) clause(i int) clause {
	doc := &c.doc.Clauses[i]
	out := clause{doc: doc}
	c.within("clauses", i, func() {
		c.need = reads{}
		out.when = c.conditions("when", doc.When, nil, nil)
		when := c.need
		for j := range doc.Measures {
			c.within("measures", j, func() { out.parts = append(out.parts, c.part(&doc.Measures[j], when)) })
		}
	})
	return out
}

// part compiles a measure; when is what the conditions of its clause read.
func (c *compiler) part(m *Measure, when reads) part {
	c.need = when.clone()
	c.need.Part = m.Part
	out := part{doc: m, when: c.conditions("when", m.When, nil, nil)}
	c.unset = nil // conditions on the estate and on parameters say themselves what they lack
	switch {
	case m.Duty != nil:
		c.within("duty", -1, func() { out.judge = c.duty(m.Duty) })
	case m.Promise != nil:
		c.within("promise", -1, func() { out.judge = c.promise(m.Promise) })
	case m.Threshold != nil:
		c.within("threshold", -1, func() { out.judge = c.threshold(m.Threshold) })
	case m.Checklist != nil:
		c.within("checklist", -1, func() { out.judge = c.checklist(m.Checklist) })
	case m.Presence != nil:
		c.within("presence", -1, func() { out.judge = c.presence(m.Presence) })
	case m.Ordering != nil:
		c.within("ordering", -1, func() { out.judge = c.ordering(m.Ordering) })
	case m.Cover != nil:
		c.within("cover", -1, func() { out.judge = c.cover(m.Cover) })
	case m.Record != nil:
		c.within("record", -1, func() { out.judge = c.record(m.Record) })
	}
	slices.Sort(c.unset)
	out.unset, out.need = slices.Compact(c.unset), c.need
	if len(out.unset) > 0 {
		out.judge = nil
	}
	out.kinds = c.need.complete
	return out
}
