package sla

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// Evaluate appends how each milestone of a case stands at an instant, in the order of the promise. It
// replays the log and knows nothing else: events after the instant have not happened, and where one does not say when
// it happened, nothing can be judged.
//
// An ordinary case costs no memory beyond dst.
func (c *Clock) Evaluate(dst []Verdict, k *Case, now time.Time) []Verdict {
	var b buffers
	r := c.play(&b, k.Log, now)
	for i := range c.milestones {
		dst = append(dst, Verdict{})
		c.judge(&dst[len(dst)-1], &c.milestones[i], k, &r, now)
	}
	return dst
}

// judge fills in the verdict on a milestone.
func (c *Clock) judge(v *Verdict, m *milestone, k *Case, r *replay, now time.Time) {
	var buffer [someHalts]halt
	w, gaps := c.follow(m, k, r, buffer[:0])
	at := w.at(now)
	zone := c.calendar.Location()
	v.Milestone, v.Start, v.Done, v.At = m.Code, w.start.time(zone), w.done.time(zone), at.time(zone)
	field, fixed := m.fixed(k)
	switch {
	case r.undated != nil:
		v.Reason, v.Missing = Undated, r.undated.Name
		return
	case w.early && w.start.set:
		v.Reason, v.Missing = Reversed, m.To
		return
	case w.waived:
		v.State, v.Reason = Waived, Excused
		return
	case !w.start.set && (m.From != "" || !fixed):
		c.notStarted(v, m, &w)
		return
	}
	var t *limit
	if !fixed {
		if t, v.Limit = m.limitOf(k); t == nil || t.Span.IsZero() {
			v.Limit = 0
			v.Reason, v.Missing = m.noLimit(t, k)
			return
		}
	}
	end := later(at, w.start) // an appointment may lie ahead, or have been kept early
	pauses, standing := r.stopped(gaps, c, m, w.start, end, at)
	if t == nil {
		pauses, standing = nil, false // a deadline that is a field does not move
	}
	var n counter
	due := v.count(&n, t, m.due, field, w.start, end, pauses, zone)
	if v.cannot(&n, c.doc.Guess) {
		return
	}
	v.decide(&w, due.before(at), standing)
	if len(m.levels) > 0 {
		s := situation{t, w.start, end, due, pauses}
		v.Level = s.reached(m, at, c.calendar, c.doc.Guess)
	}
}

// fixed returns the field that the deadline is taken from, and false where the limits hold.
func (m *milestone) fixed(k *Case) (Field, bool) {
	if m.due == nil {
		return Field{}, false
	}
	if m.due.Last {
		if t, _ := m.limitOf(k); t != nil {
			return Field{}, false
		}
	}
	return k.field(m.due.Field)
}

// at returns the instant that is compared with the deadline.
func (w *course) at(now time.Time) tick {
	switch {
	case w.done.set:
		return w.done
	case w.ended.set:
		return w.ended
	}
	return tickOf(now)
}

// notStarted is the verdict on a milestone whose clock has not started.
func (c *Clock) notStarted(v *Verdict, m *milestone, w *course) {
	if w.ended.set {
		v.State, v.Reason = Waived, WasCancelled
		return
	}
	v.Reason, v.Missing = NotStarted, m.From
	if m.From == "" {
		v.Reason, v.Missing = FieldMissing, m.Due.Field
	}
}

// noLimit says why no limit holds.
func (m *milestone) noLimit(t *limit, k *Case) (Reason, string) {
	switch {
	case t != nil:
		return LimitOpen, m.Code
	case m.Due != nil:
		return FieldMissing, m.Due.Field
	}
	return NoLimit, strings.Trim(k.Category+"/"+k.Priority, "/")
}

// lastYear is the last that the text of an instant can have.
const lastYear = 9999

// count fills in the deadline and the lengths, and returns the deadline.
func (v *Verdict) count(n *counter, t *limit, due *deadline, field Field, start, end tick, pauses []halt, zone *time.Location) tick {
	var c tally
	if start.set {
		v.Wall = Length(n.wall(start, end))
	}
	switch {
	case t == nil:
		c.due = n.deadline(due, field, start)
		c.original, c.counted = c.due, time.Duration(v.Wall)
	case t.hours > 0:
		c = n.hours(t, start, end, pauses, t.hours)
	default:
		c = n.days(t, start, end, pauses)
	}
	v.Due, v.OriginalDue = c.due.time(zone), c.original.time(zone)
	if v.Due.Year() > lastYear {
		n.note(invalid.Value(worktime.ErrRange, "+"+strconv.Itoa(v.Due.Year())))
	}
	v.Counted, v.Paused = Length(c.counted), Length(c.paused)
	return c.due
}

// cannot reports whether the verdict is unknown, because of what the calendars did not know.
func (v *Verdict) cannot(n *counter, guess bool) bool {
	switch {
	case n.err != nil:
		v.Reason, v.Missing, v.Wall = OutOfRange, n.err.Error(), 0
	case n.unknown == nil:
		v.Guessed = n.guessed
		return false
	case guess:
		v.Guessed = true
		return false
	default:
		v.Reason, v.Missing = YearUnknown, strconv.Itoa(yearOf(n.unknown))
	}
	v.Due, v.OriginalDue, v.Counted, v.Paused = time.Time{}, time.Time{}, 0, 0
	return true
}

// decide compares instants: on the deadline is in time.
func (v *Verdict) decide(w *course, late, standing bool) {
	switch {
	case late:
		v.State = Breached
	case w.done.set:
		v.State = Met
	case w.ended.set:
		v.State, v.Reason = Waived, WasCancelled
	case standing:
		v.State = Paused
	default:
		v.State = Running
	}
}

func isUnknownYear(err error) bool {
	var unknown *worktime.UnknownYearError
	return errors.As(err, &unknown)
}

func yearOf(err error) int {
	var unknown *worktime.UnknownYearError
	if errors.As(err, &unknown) {
		return unknown.Year
	}
	return 0
}
