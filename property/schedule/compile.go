package schedule

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// Compile makes a schedule of a duty. Calendars are those that the duty may name, by their codes.
//
// Errors: an *[invalid.Error] with every problem of the duty: [ErrCalendar], [ErrNever], and what [Duty.Check]
// reports.
func Compile(d Duty, calendars map[string]*worktime.Calendar) (*Schedule, error) {
	var l invalid.List
	d.Check(&l)
	calendar := namedCalendar(&l, d.Calendar, calendars)
	if l.Len() > 0 {
		return nil, l.Err("duty " + d.Code)
	}
	s := &Schedule{doc: d.clone(), calendar: calendar, want: d.Demand.Quota.wanted()}
	if r := s.doc.Demand.Rule; r != nil {
		s.rule = newRule(&s.doc, r)
		if !s.rule.isInside() && !s.everDue() {
			l.At("demand", "rule").Add(ErrNever)
			return nil, l.Err("duty " + d.Code)
		}
	}
	return s, nil
}

// Duty returns the document that the schedule was made of.
func (s *Schedule) Duty() Duty { return s.doc.clone() }

func (d Duty) clone() Duty {
	d.Acts = slices.Clone(d.Acts)
	d.Demand = d.Demand.clone()
	return d
}

func (d Demand) clone() Demand {
	d.Rule, d.Quota, d.Gap = copied(d.Rule), copied(d.Quota), copied(d.Gap)
	d.By, d.Usage, d.First = copied(d.By), copied(d.Usage), copied(d.First)
	if r := d.Rule; r != nil {
		r.Months, r.MonthDays, r.YearDays = slices.Clone(r.Months), slices.Clone(r.MonthDays), slices.Clone(r.YearDays)
		r.Weekdays, r.Pick, r.Times = slices.Clone(r.Weekdays), slices.Clone(r.Pick), slices.Clone(r.Times)
		r.Steps = copied(r.Steps)
	}
	if q := d.Quota; q != nil {
		q.Span, q.Slots = copied(q.Span), slices.Clone(q.Slots)
	}
	if f := d.First; f != nil {
		f.Of = slices.Clone(f.Of)
		for i := range f.Of {
			f.Of[i] = f.Of[i].clone()
		}
	}
	return d
}

func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
