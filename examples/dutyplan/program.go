package main

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// program is duties.json: what must be done, for whom, and where people must be.
type program struct {
	// Calendars are those that duties, posts and plans name. Times without an offset are on the clock of the first.
	Calendars []worktime.Timetable `json:"calendars"`
	// Subjects are what duties are for, beside the buildings and lifts of the estate; one that has the code of such a
	// one adds to it.
	Subjects []subject `json:"subjects,omitempty"`
	// Duties are what must be done.
	Duties []assignment `json:"duties"`
	// Posts are where people must be.
	Posts schedule.Posts `json:"posts,omitzero"`
	// Plans are countdowns.
	Plans []countdown `json:"plans,omitempty"`
}

// subject is something that duties are for: a lift, a patrol point, an event.
type subject struct {
	Code string `json:"code"`
	Kind string `json:"kind,omitempty"`
	Name string `json:"name,omitempty"`
	// Fields and Spans are what duties hang on.
	Fields []schedule.Field     `json:"fields,omitempty"`
	Spans  []schedule.NamedSpan `json:"spans,omitempty"`
}

// assignment is a duty of all subjects of a kind, of some of them, or with an empty kind of the estate.
type assignment struct {
	For  string        `json:"for"`
	Only []string      `json:"only,omitempty"`
	Duty schedule.Duty `json:"duty"`
}

// countdown is a plan for all events of a kind, of one level.
type countdown struct {
	For   string        `json:"for"`
	Level string        `json:"level,omitempty"`
	Plan  schedule.Plan `json:"plan"`
}

// Check reports every problem of the duties by themselves.
func (p program) Check(l *invalid.List) {
	if len(p.Calendars) == 0 {
		l.At("calendars").Add(invalid.ErrRequired, "calendars")
	}
	l.Enter("subjects")
	for i, s := range p.Subjects {
		l.EnterIndex(i)
		schedule.Evidence{Fields: s.Fields, Spans: s.Spans}.Check(l)
		if s.Code == "" {
			l.At("code").Add(invalid.ErrRequired, "code")
		}
		if slices.ContainsFunc(p.Subjects[:i], func(o subject) bool { return o.Code == s.Code }) {
			l.At("code").Add(schedule.ErrTwice, invalid.Quote(s.Code))
		}
		l.Leave()
	}
	l.Leave()
	p.checkCodes(l)
	l.Enter("duties")
	for i, a := range p.Duties {
		l.EnterIndex(i)
		l.Enter("duty")
		a.Duty.Check(l)
		l.Leave()
		l.Leave()
	}
	l.Leave()
	l.Enter("plans")
	for i, c := range p.Plans {
		l.EnterIndex(i)
		l.Enter("plan")
		c.Plan.Check(l)
		l.Leave()
		l.Leave()
	}
	l.Leave()
	if p.Posts.Code != "" || len(p.Posts.Posts) > 0 {
		l.Enter("posts")
		p.Posts.Check(l)
		l.Leave()
	}
}

// checkCodes reports duties and plans that share a code, by which their verdicts are told apart.
func (p *program) checkCodes(l *invalid.List) {
	used := map[string]bool{}
	for i, a := range p.Duties {
		if used[a.Duty.Code] {
			l.At("duties", i, "duty", "code").Add(schedule.ErrTwice, invalid.Quote(a.Duty.Code))
		}
		used[a.Duty.Code] = true
	}
	for i, c := range p.Plans {
		if used[c.Plan.Code] {
			l.At("plans", i, "plan", "code").Add(schedule.ErrTwice, invalid.Quote(c.Plan.Code))
		}
		used[c.Plan.Code] = true
	}
}

// kinds returns the kinds of records that some duty or plan looks for.
func (p *program) kinds() map[string]bool {
	out := map[string]bool{}
	add := func(acts []string, code string) {
		if len(acts) == 0 {
			acts = []string{code}
		}
		for _, a := range acts {
			out[a] = true
		}
	}
	for _, a := range p.Duties {
		add(a.Duty.Acts, a.Duty.Code)
	}
	for _, c := range p.Plans {
		for _, t := range c.Plan.Tasks {
			add(t.Acts, t.Code)
		}
	}
	return out
}
