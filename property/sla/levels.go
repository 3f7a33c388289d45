package sla

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// Notice is when a level of a milestone is reached (预警, 升级).
type Notice struct {
	// Milestone and Level are their codes.
	Milestone string `json:"milestone"`
	Level     string `json:"level"`
	// At is when it is reached, with the stops so far; where the level keeps to a calendar, not before
	// it opens.
	At time.Time `json:"at"`
	// Reached says that it was, by the instant that was asked about and before the milestone was done.
	Reached bool `json:"reached,omitempty"`
}

// AppendNotices appends the levels of the milestones of a case whose deadline is known, in the order of
// the promise. Events after now have not happened.
func (c *Clock) AppendNotices(dst []Notice, k *Case, now time.Time) []Notice {
	var b buffers
	r := c.play(&b, k.Log, now)
	for i := range c.milestones {
		m := &c.milestones[i]
		var v Verdict
		c.judge(&v, m, k, &r, now)
		if v.Due.IsZero() {
			continue
		}
		s := c.situation(m, k, &r, &v)
		for _, l := range m.levels {
			if at, ok := s.level(l, c.calendar, c.doc.Guess); ok {
				dst = append(dst, Notice{m.Code, l.Code, at.time(c.calendar.Location()), !tickOf(v.At).before(at)})
			}
		}
	}
	return dst
}

// situation is what a level and a derivation are worked out from.
type situation struct {
	limit      *limit
	start, end tick
	due        tick
	pauses     []halt
}

// situation returns that of a verdict.
func (c *Clock) situation(m *milestone, k *Case, r *replay, v *Verdict) situation {
	w, gaps := c.follow(m, k, r, nil)
	s := situation{start: w.start, end: later(tickOf(v.At), w.start), due: tickOf(v.Due)}
	if v.Limit > 0 {
		s.limit = &m.limits[v.Limit-1]
	}
	if s.limit != nil {
		s.pauses, _ = r.stopped(gaps, c, m, s.start, s.end, s.end)
	}
	return s
}

// reached returns the last level that a milestone has reached.
func (s *situation) reached(m *milestone, now tick, calendar *worktime.Calendar, guess bool) string {
	code, last := "", tick{}
	for _, l := range m.levels {
		if at, ok := s.level(l, calendar, guess); ok && !now.before(at) && (!last.set || !at.before(last)) {
			code, last = l.Code, at
		}
	}
	return code
}

// level returns when a level is reached, and false where that cannot be said: a percentage of a limit in
// days, a year whose holidays are not known and must not be guessed.
func (s *situation) level(l level, calendar *worktime.Calendar, guess bool) (tick, bool) {
	var n counter
	at, ok := s.unheard(&n, l.Level, calendar)
	if !ok || n.err != nil || n.unknown != nil && !guess {
		return tick{}, false
	}
	if l.within != nil {
		open, err := l.within.NextOpen(at.time(l.within.Location()))
		if n.note(err); n.err != nil || n.unknown != nil && !guess {
			return tick{}, false
		}
		at = tickOf(open)
	}
	return at, true
}

// unheard returns when a level is reached, whether or not anybody is told then.
func (s *situation) unheard(n *counter, l *Level, calendar *worktime.Calendar) (tick, bool) {
	hours := s.limit != nil && s.limit.hours > 0
	seconds := func(span civil.Span) time.Duration { return time.Duration(span.Seconds()) * time.Second }
	switch {
	case l.Percent != 0:
		if !hours {
			return tick{}, false
		}
		return s.passed(n, s.limit.hours/maxPercent*time.Duration(l.Percent)), true
	case !l.Before.IsZero() && isHours(l.Before):
		if hours {
			return s.passed(n, s.limit.hours-seconds(l.Before)), true
		}
		return s.due.add(-seconds(l.Before)), true
	case !l.After.IsZero() && isHours(l.After):
		if hours {
			return s.passed(n, s.limit.hours+seconds(l.After)), true
		}
		return s.due.add(seconds(l.After)), true
	}
	d := deadline{Deadline: &Deadline{Before: l.Before, After: l.After}, calendar: calendar}
	if s.limit != nil {
		d.calendar = s.limit.calendar
	}
	return n.deadline(&d, Field{At: s.due.time(d.calendar.Location())}, s.start), true
}

// passed returns when so much of a limit in hours has passed; the start where that is none of it.
func (s *situation) passed(n *counter, want time.Duration) tick {
	if want <= 0 {
		return s.start
	}
	return n.hours(s.limit, s.start, s.end, s.pauses, want).due
}
