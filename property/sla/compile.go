package sla

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// Clock judges cases by a promise (计时). It is made by [Compile], never changes, and may be shared.
type Clock struct {
	doc        Promise
	calendar   *worktime.Calendar
	milestones []milestone
}

// milestone is a compiled [Milestone].
type milestone struct {
	*Milestone
	limits []limit
	due    *deadline
	stops  uint64 // bits of the promise's stops
	levels []level
}

// limit is a compiled [Limit].
type limit struct {
	*Limit
	calendar *worktime.Calendar
	hours    time.Duration // of a limit in hours
}

type deadline struct {
	*Deadline
	calendar *worktime.Calendar
}

type level struct {
	*Level
	within *worktime.Calendar
}

// Compile makes a clock of a promise. Calendars are those that the promise may name, by their codes.
//
// Errors: an *[invalid.Error] with every problem of the promise: [ErrCalendar], and what [Promise.Check]
// reports.
func Compile(p Promise, calendars map[string]*worktime.Calendar) (*Clock, error) {
	var l invalid.List
	p.Check(&l)
	find := func(place invalid.Place, code string) *worktime.Calendar {
		if code == "" {
			return nil
		}
		c := calendars[code]
		if c == nil {
			place.Add(ErrCalendar, invalid.Quote(code), strings.Join(slices.Sorted(maps.Keys(calendars)), ", "))
		}
		return c
	}
	c := &Clock{doc: p.clone()}
	c.calendar = find(l.At("calendar"), p.Calendar)
	bits := map[string]uint64{}
	for i, s := range p.Stops {
		bits[s.Code] = 1 << (i % maxStops)
	}
	for i := range c.doc.Milestones {
		m := milestone{Milestone: &c.doc.Milestones[i]}
		for k := range m.Limits {
			t := limit{Limit: &m.Limits[k], calendar: c.calendar}
			if t.Calendar != "" {
				t.calendar = find(l.At("milestones", i, "limits", k, "calendar"), t.Calendar)
			}
			if isHours(t.Span) {
				t.hours = time.Duration(t.Span.Seconds()) * time.Second
			}
			m.limits = append(m.limits, t)
		}
		if m.Due != nil {
			m.due = &deadline{m.Due, c.calendar}
		}
		for _, code := range m.Stops {
			m.stops |= bits[code]
		}
		for k := range m.Levels {
			m.levels = append(m.levels, level{&m.Levels[k], find(l.At("milestones", i, "levels", k, "within"), m.Levels[k].Within)})
		}
		c.milestones = append(c.milestones, m)
	}
	if err := l.Err("promise " + p.Code); err != nil {
		return nil, err
	}
	return c, nil
}

// Promise returns the document that the clock was made of.
func (c *Clock) Promise() Promise { return c.doc.clone() }

func (p Promise) clone() Promise {
	p.Milestones, p.Stops = slices.Clone(p.Milestones), slices.Clone(p.Stops)
	p.Cancelled, p.Waived, p.Reopened = slices.Clone(p.Cancelled), slices.Clone(p.Waived), slices.Clone(p.Reopened)
	for i := range p.Milestones {
		m := &p.Milestones[i]
		m.Limits, m.Stops, m.Levels = slices.Clone(m.Limits), slices.Clone(m.Stops), slices.Clone(m.Levels)
		for k := range m.Limits {
			t := &m.Limits[k]
			t.Categories, t.Priorities = slices.Clone(t.Categories), slices.Clone(t.Priorities)
		}
		if m.Due != nil {
			due := *m.Due
			m.Due = &due
		}
	}
	for i := range p.Stops {
		s := &p.Stops[i]
		s.Reasons, s.Until = slices.Clone(s.Reasons), slices.Clone(s.Until)
	}
	return p
}

// limitOf returns the limit that applies to a case, and its number from 1; 0 if there is none.
func (m *milestone) limitOf(k *Case) (*limit, int) {
	for i := range m.limits {
		if t := &m.limits[i]; applies(t.Categories, k.Category) && applies(t.Priorities, k.Priority) {
			return t, i + 1
		}
	}
	return nil, 0
}

func applies(list []string, value string) bool { return len(list) == 0 || slices.Contains(list, value) }
