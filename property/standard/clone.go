package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/sla"
)

// clone returns a copy that shares nothing with s.
func (s Standard) clone() Standard {
	s.Profiles, s.Params = slices.Clone(s.Profiles), slices.Clone(s.Params)
	s.Orders = each(s.Orders, func(o *Order) { o.Grades = slices.Clone(o.Grades) })
	s.Aliases = each(s.Aliases, func(a *Alias) { a.Of = slices.Clone(a.Of) })
	s.Relations = each(s.Relations, (*Relation).unshare)
	s.Clauses = each(s.Clauses, (*Clause).unshare)
	return s
}

func (r *Relation) unshare() { r.Clauses = slices.Clone(r.Clauses) }

func (v Vocabulary) clone() Vocabulary {
	v.Figures = slices.Clone(v.Figures)
	v.Estate = each(v.Estate, unshareType)
	v.Kinds = each(v.Kinds, func(k *Kind) {
		k.Fields = each(k.Fields, unshareType)
		k.Events, k.Items = slices.Clone(k.Events), slices.Clone(k.Items)
	})
	return v
}

func unshareType(f *FieldType) { f.Values = slices.Clone(f.Values) }

// each returns a copy of a list whose entries f has unshared.
func each[T any](list []T, f func(*T)) []T {
	out := slices.Clone(list)
	for i := range out {
		f(&out[i])
	}
	return out
}

// pointed returns a copy of what p points to, which f has unshared.
func pointed[T any](p *T, f func(*T)) *T {
	if p == nil {
		return nil
	}
	out := *p
	if f != nil {
		f(&out)
	}
	return &out
}

func (c *Clause) unshare() {
	c.When = cloneConditions(c.When)
	c.Measures = each(c.Measures, (*Measure).unshare)
	c.Proofs = each(c.Proofs, (*Proof).unshare)
}

func (p *Proof) unshare() {
	p.Params, p.Incomplete, p.Without, p.Parts = slices.Clone(p.Params), slices.Clone(p.Incomplete), slices.Clone(p.Without), slices.Clone(p.Parts)
	p.Evidence = p.Evidence.clone()
}

func (e Evidence) clone() Evidence {
	e.Estate, e.Figures = cloneFields(e.Estate), slices.Clone(e.Figures)
	e.Complete = each(e.Complete, func(c *Complete) { c.Except = slices.Clone(c.Except) })
	e.Subjects = each(e.Subjects, func(s *Subject) { s.Fields = cloneFields(s.Fields) })
	e.Records = each(e.Records, func(r *Record) {
		r.Fields, r.Events, r.Items = cloneFields(r.Fields), slices.Clone(r.Events), slices.Clone(r.Items)
	})
	return e
}

func cloneFields(list []Field) []Field {
	return each(list, func(f *Field) { f.Values = slices.Clone(f.Values) })
}

func cloneConditions(list []Condition) []Condition {
	return each(list, func(c *Condition) { c.Values = slices.Clone(c.Values) })
}

func (m *Measure) unshare() {
	m.When = cloneConditions(m.When)
	m.Duty = pointed(m.Duty, func(d *Duty) {
		d.Acts, d.Where, d.With = slices.Clone(d.Acts), cloneConditions(d.Where), cloneConditions(d.With)
		d.Plan.unshare()
	})
	m.Promise = pointed(m.Promise, func(p *Promise) {
		p.Where, p.Cancelled, p.Waived = cloneConditions(p.Where), slices.Clone(p.Cancelled), slices.Clone(p.Waived)
		p.Pauses = each(p.Pauses, func(s *sla.Stop) { s.Reasons, s.Until = slices.Clone(s.Reasons), slices.Clone(s.Until) })
	})
	m.Threshold = pointed(m.Threshold, func(t *Threshold) {
		t.Where, t.Limits = cloneConditions(t.Where), slices.Clone(t.Limits)
	})
	m.Checklist = pointed(m.Checklist, func(t *Checklist) {
		t.Where, t.Items = cloneConditions(t.Where), slices.Clone(t.Items)
	})
	m.Presence = pointed(m.Presence, func(p *Presence) {
		p.Documents, p.Where, p.With = slices.Clone(p.Documents), cloneConditions(p.Where), cloneConditions(p.With)
	})
	m.Ordering = pointed(m.Ordering, func(o *Ordering) {
		o.Where = cloneConditions(o.Where)
		o.Steps = each(o.Steps, func(s *Step) { s.Any, s.After = slices.Clone(s.Any), slices.Clone(s.After) })
	})
	m.Cover = pointed(m.Cover, func(v *Cover) {
		v.Where, v.With = cloneConditions(v.Where), cloneConditions(v.With)
		v.Posts, v.Span = slices.Clone(v.Posts), slices.Clone(v.Span)
	})
	m.Record = pointed(m.Record, func(r *RecordRule) {
		r.Where, r.Must = cloneConditions(r.Where), cloneConditions(r.Must)
	})
}

func (p *Plan) unshare() {
	p.Quota = pointed(p.Quota, func(q *Quota) { q.Span, q.Slots = slices.Clone(q.Span), slices.Clone(q.Slots) })
	p.Gap, p.By, p.Running = pointed(p.Gap, nil), pointed(p.By, nil), pointed(p.Running, nil)
	p.Every = pointed(p.Every, func(e *Every) { e.Inside = slices.Clone(e.Inside) })
	p.On = slices.Clone(p.On)
	p.Rule = pointed(p.Rule, unshareRule)
}

func unshareRule(r *schedule.Rule) {
	r.Months, r.MonthDays, r.YearDays = slices.Clone(r.Months), slices.Clone(r.MonthDays), slices.Clone(r.YearDays)
	r.Weekdays, r.Pick, r.Times = slices.Clone(r.Weekdays), slices.Clone(r.Pick), slices.Clone(r.Times)
	r.Steps = pointed(r.Steps, nil)
}
