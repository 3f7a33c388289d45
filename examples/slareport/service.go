package main

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
)

// service is promises.json: what is promised for which cases, and what is rewarded.
type service struct {
	// Promises are tried in order; the first that applies to a case holds for it.
	Promises []entry `json:"promises"`
	// BonusMalus are assessed on the cases of every promise with their milestone.
	BonusMalus []sla.BonusMalus `json:"bonusMalus,omitempty"`
}

// entry is a promise and the cases it is made for.
type entry struct {
	// Categories and Priorities are those it applies to; none: all.
	Categories []string    `json:"categories,omitempty"`
	Priorities []string    `json:"priorities,omitempty"`
	Promise    sla.Promise `json:"promise"`
}

// Check reports every problem of the promises.
func (s service) Check(l *invalid.List) {
	if len(s.Promises) == 0 {
		l.At("promises").Add(invalid.ErrRequired, "promises")
	}
	l.Enter("promises")
	for i, e := range s.Promises {
		l.EnterIndex(i)
		l.Enter("promise")
		e.Promise.Check(l)
		l.Leave()
		l.Leave()
	}
	l.Leave()
	l.Enter("bonusMalus")
	for i, b := range s.BonusMalus {
		l.EnterIndex(i)
		b.Check(l)
		if !slices.ContainsFunc(s.Promises, func(e entry) bool { return e.has(b.Milestone) }) {
			l.At("milestone").Add(sla.ErrMilestone, invalid.Quote(b.Milestone))
		}
		l.Leave()
	}
	l.Leave()
}

// has reports whether the promise has a milestone.
func (e *entry) has(milestone string) bool {
	return slices.ContainsFunc(e.Promise.Milestones, func(m sla.Milestone) bool { return m.Code == milestone })
}

// promiseOf returns the number of the promise for a case, -1 if there is none.
func (s *service) promiseOf(k *sla.Case) int {
	in := func(list []string, value string) bool { return len(list) == 0 || slices.Contains(list, value) }
	return slices.IndexFunc(s.Promises, func(e entry) bool { return in(e.Categories, k.Category) && in(e.Priorities, k.Priority) })
}

// milestones are the codes of all promises in their order, with their names.
func (s *service) milestones() []sla.Milestone {
	var out []sla.Milestone
	for _, e := range s.Promises {
		for _, m := range e.Promise.Milestones {
			if !slices.ContainsFunc(out, func(have sla.Milestone) bool { return have.Code == m.Code }) {
				out = append(out, m)
			}
		}
	}
	return out
}
