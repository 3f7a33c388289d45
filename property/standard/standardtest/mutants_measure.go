package standardtest

import (
	"fmt"
	"strconv"

	"github.com/wuyekit/wuye/property/standard"
)

func (m *mutation) clause(c *standard.Clause) {
	m.conditions("when", &c.When, 0)
	m.date("from", &c.From)
	m.date("to", &c.To)
	for i := range c.Measures {
		measure := &c.Measures[i]
		if measure.Part == "" {
			m.measure(measure)
			continue
		}
		m.in("part "+measure.Part, func() { m.measure(measure) })
	}
}

func (m *mutation) measure(d *standard.Measure) {
	m.conditions("when", &d.When, 0)
	switch {
	case d.Duty != nil:
		m.duty(d.Duty)
	case d.Promise != nil:
		m.promise(d.Promise)
	case d.Threshold != nil:
		m.threshold(d.Threshold)
	case d.Checklist != nil:
		m.checklist(d.Checklist)
	case d.Presence != nil:
		m.presence(d.Presence)
	case d.Ordering != nil:
		m.ordering(d.Ordering)
	case d.Cover != nil:
		m.cover(d.Cover)
	case d.Record != nil:
		m.conditions("where", &d.Record.Where, 0)
		m.conditions("must", &d.Record.Must, 1)
		m.drop("waiver", &d.Record.Waiver)
	}
}

func (m *mutation) promise(d *standard.Promise) {
	m.conditions("where", &d.Where, 0)
	m.limit("limit", &d.Limit)
	m.moment("due", &d.Due)
	if d.Limit != "" {
		if d.Clock == "" || d.Clock == "wall" {
			to(m, "working time", &d.Clock, m.standard.Calendar)
		} else {
			to(m, "wall clock", &d.Clock, "wall")
		}
	}
	for i := range d.Pauses {
		m.try("without pause "+d.Pauses[i].Code, func() { d.Pauses = append(d.Pauses[:i:i], d.Pauses[i+1:]...) })
	}
	for _, ends := range []*[]string{&d.Cancelled, &d.Waived} {
		for i, name := range *ends {
			m.try("without end "+name, func() { *ends = append((*ends)[:i:i], (*ends)[i+1:]...) })
		}
	}
	m.share(&d.Share)
}

func (m *mutation) share(share *string) {
	m.limit("share", share)
	m.drop("share", share)
}

func (m *mutation) threshold(d *standard.Threshold) {
	m.conditions("where", &d.Where, 0)
	if d.Over != 0 {
		to(m, "over any period", &d.Over, 0)
	}
	leaveOut(m, "limits", &d.Limits, func(l standard.Limit) string { return l.Figure })
	for i := range d.Limits {
		l := &d.Limits[i]
		if by, ok := neighbour(l.Is); ok {
			to(m, fmt.Sprintf("%s %s instead of %s", l.Figure, by, l.Is), &l.Is, by)
		}
		m.limit(l.Figure+" "+l.Is.String(), &l.Value)
	}
}

func (m *mutation) checklist(d *standard.Checklist) {
	m.conditions("where", &d.Where, 0)
	leaveOut(m, "items", &d.Items, func(i standard.Item) string { return i.Code })
	if d.Use == standard.UseLatest {
		to(m, "every sheet", &d.Use, standard.UseEvery)
	} else {
		to(m, "the latest sheet", &d.Use, standard.UseLatest)
	}
	m.limit("maxAge", &d.MaxAge)
	m.drop("maxAge", &d.MaxAge)
}

func (m *mutation) presence(d *standard.Presence) {
	m.conditions("where", &d.Where, 0)
	m.conditions("with", &d.With, 0)
	leaveOut(m, "documents", &d.Documents, itself)
	switch d.Valid {
	case standard.AsOf:
		to(m, "valid all through", &d.Valid, standard.AllThrough)
	case standard.AllThrough:
		to(m, "valid as of the day", &d.Valid, standard.AsOf)
	}
	if d.AtLeast == "" {
		to(m, "at least 2", &d.AtLeast, "2")
	}
	m.limit("atLeast", &d.AtLeast)
	m.limit("atMost", &d.AtMost)
	m.drop("atMost", &d.AtMost)
}

func (m *mutation) ordering(d *standard.Ordering) {
	m.conditions("where", &d.Where, 0)
	for i := range d.Steps {
		if i > 0 {
			m.try(fmt.Sprintf("steps %d and %d swapped", i, i+1), func() { d.Steps[i-1], d.Steps[i] = d.Steps[i], d.Steps[i-1] })
		}
		name := d.Steps[i].Name
		if name == "" {
			name = strconv.Itoa(i + 1)
		}
		m.in("step "+name, func() { m.step(&d.Steps[i]) })
	}
	m.drop("closed", &d.Closed)
}

func (m *mutation) step(s *standard.Step) {
	to(m, "optional "+strconv.FormatBool(!s.Optional), &s.Optional, !s.Optional)
	leaveOut(m, "after", &s.After, itself)
	leaveOut(m, "any", &s.Any, itself)
	for _, l := range []struct {
		what string
		at   *string
	}{{"min", &s.Min}, {"max", &s.Max}, {"atMost", &s.AtMost}, {"apart", &s.Apart}, {"notBefore", &s.NotBefore}} {
		m.limit(l.what, l.at)
		m.drop(l.what, l.at)
	}
}

func (m *mutation) cover(d *standard.Cover) {
	m.conditions("where", &d.Where, 0)
	m.conditions("with", &d.With, 0)
	leaveOut(m, "posts", &d.Posts, func(p standard.Post) string { return p.Post })
	for i := range d.Posts {
		m.limit("people at "+d.Posts[i].Post, &d.Posts[i].People)
	}
	m.ends("span", d.Span)
	m.limit("window", &d.Window)
	m.drop("window", &d.Window)
	if d.Days != 0 {
		to(m, "all days", &d.Days, 0)
	}
}

// ends moves the two ends of a span.
func (m *mutation) ends(what string, span []string) {
	for i := range span {
		m.moment([]string{"start", "end"}[min(i, 1)]+" of "+what, &span[i])
	}
}
