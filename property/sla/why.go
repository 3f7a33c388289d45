package sla

import (
	"slices"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
)

// The labels of derivations.
const (
	labelInTime explain.Label = "sla/in-time: %[1]s: done by the deadline"
	labelNotYet explain.Label = "sla/not-late: %[1]s: the deadline has not passed"
	labelDone   explain.Label = "sla/done: done"
	labelAsked  explain.Label = "sla/asked: the instant that is asked about"
	labelEnded  explain.Label = "sla/ended: cancelled"
	labelStart  explain.Label = "sla/start: the clock starts"
	labelDue    explain.Label = "sla/due: the deadline"
	labelLimit  explain.Label = "sla/limit: the limit, %[1]s, in the time that counts"
	labelIdle   explain.Label = "sla/idle: the time that does not count"

	labelDays      explain.Label = "sla/days-due: the deadline: %[1]s from %[2]s end on %[3]s"
	labelDaysStops explain.Label = "sla/days-stopped: the deadline: %[1]s from %[2]s end on %[3]s, stops moving the end by %[4]s days"
	labelDaysRest  explain.Label = "sla/days-rest: the deadline: %[1]s from %[2]s, moved by %[4]s days for stops, end on %[5]s, a day of rest that gives way to %[3]s"
	labelField     explain.Label = "sla/field-due: the deadline that the case has as %[1]s, %[2]s"
	labelMoved     explain.Label = "sla/field-moved: the deadline: what the case has as %[1]s, %[2]s, moved by %[3]s"
	labelFieldRest explain.Label = "sla/field-rest: the deadline: what the case has as %[1]s, %[2]s, moved by %[3]s to %[4]s for days of rest"

	labelCounted explain.Label = "sla/counted: counted, %[1]s to %[2]s"
	labelStopped explain.Label = "sla/stopped: the clock stood still, %[1]s to %[2]s"
	labelClosed  explain.Label = "sla/closed: outside working hours, %[1]s to %[2]s"

	labelNotStarted   explain.Label = "sla/not-started: %[1]s cannot be judged: the event %[2]s, which starts its clock, has not happened"
	labelFieldMissing explain.Label = "sla/field-missing: %[1]s cannot be judged: the case lacks the field %[2]s"
	labelNoLimit      explain.Label = "sla/no-limit: %[1]s cannot be judged: no limit applies to %[2]s"
	labelLimitOpen    explain.Label = "sla/limit-open: %[1]s cannot be judged: the limit of %[2]s is not filled in"
	labelYearUnknown  explain.Label = "sla/year-unknown: %[1]s cannot be judged: the holidays of %[2]s are not known"
	labelReversed     explain.Label = "sla/reversed: %[1]s cannot be judged: %[2]s happened before the clock started"
	labelOutOfRange   explain.Label = "sla/out-of-range: %[1]s cannot be judged: %[2]s"
	labelUndated      explain.Label = "sla/undated: %[1]s cannot be judged: the event %[2]s does not say when it happened"
	labelExcused      explain.Label = "sla/excused: %[1]s is not judged: the case was excused"
	labelCancelled    explain.Label = "sla/cancelled: %[1]s is not judged: the case was cancelled before the clock started"
)

// Why returns how the verdict on a milestone of a case came about: the deadline from the start and the
// stretches of time that counted and those that did not, and its comparison with when it was done. It is
// worked out anew from the case and the instant, and false where there is no such milestone.
//
// The result of the derivation is "true" or "false": whether it is in time, for a case that was cancelled too; for a
// milestone that is unknown or excused it is the word of its state.
func (c *Clock) Why(k *Case, code string, now time.Time) (explain.Step, bool) {
	i := slices.IndexFunc(c.milestones, func(m milestone) bool { return m.Code == code })
	if i < 0 {
		return explain.Step{}, false
	}
	m := &c.milestones[i]
	var b buffers
	r := c.play(&b, k.Log, now)
	var v Verdict
	c.judge(&v, m, k, &r, now)
	if v.Due.IsZero() || v.State == Unknown || v.Reason == Excused {
		return v.unjudged().From(c.source()), true
	}
	s := c.situation(m, k, &r, &v)
	label, at := labelNotYet, explain.Given(labelAsked, explain.Instant(v.At))
	switch {
	case !v.Done.IsZero():
		label, at = labelInTime, explain.Given(labelDone, explain.Instant(v.At)).From(m.To)
	case v.State == Waived || v.At.Before(now):
		at = explain.Given(labelEnded, explain.Instant(v.At))
	}
	return explain.Compare(label, at, "<=", s.why(m, k, &v, c.calendar.Location()).From(c.source())).WithArgs(m.Code), true
}

// unjudged says why there is no comparison.
func (v *Verdict) unjudged() explain.Step {
	label, args := labelOutOfRange, []string{v.Milestone, v.Missing}
	switch v.Reason {
	case NotStarted:
		label = labelNotStarted
	case FieldMissing:
		label = labelFieldMissing
	case NoLimit:
		label = labelNoLimit
	case LimitOpen:
		label = labelLimitOpen
	case YearUnknown:
		label = labelYearUnknown
	case Reversed:
		label = labelReversed
	case Excused:
		label, args = labelExcused, args[:1]
	case WasCancelled:
		label, args = labelCancelled, args[:1]
	case Undated:
		label = labelUndated
	case OutOfRange:
	}
	return explain.Given(label, explain.Value{Text: v.State.String()}, args...)
}

func (c *Clock) source() string {
	if c.doc.Source != "" {
		return c.doc.Source
	}
	return c.doc.Code
}

// why derives the deadline.
func (s *situation) why(m *milestone, k *Case, v *Verdict, zone *time.Location) explain.Step {
	switch {
	case s.limit == nil:
		return m.due.why(k, v.Due)
	case s.limit.hours == 0:
		return s.whyDays(v)
	}
	stretches, err := s.stretches(nil, s.due, zone)
	if err != nil {
		return explain.Given(labelDue, explain.Instant(v.Due)) // cannot be: the verdict was worked out of the same hours
	}
	var counted, idle []explain.Step
	for _, p := range stretches {
		step := explain.Given(p.label(), explain.Seconds(p.End.Sub(p.Start)), explain.Clock(p.Start), explain.Clock(p.End))
		if p.Kind == Counted {
			counted = append(counted, step)
		} else {
			idle = append(idle, step)
		}
	}
	lengths := []explain.Step{explain.Sum(labelLimit, counted...).As(explain.Seconds(s.limit.hours)).WithArgs(s.limit.Span.String())}
	if len(idle) > 0 {
		lengths = append(lengths, explain.Sum(labelIdle, idle...))
	}
	return explain.Shift(labelDue, explain.Given(labelStart, explain.Instant(v.Start)).From(started(m, k)), lengths...).As(explain.Instant(v.Due))
}

// whyDays says on which day a limit in days ends, what stops moved it by, and which day of rest gave way to it. What
// lies between the days, the calendar says.
func (s *situation) whyDays(v *Verdict) explain.Step {
	var n counter
	shift := n.days(s.limit, s.start, s.end, s.pauses).shift
	days := n.dayAfter(s.limit, civil.Of(s.start.time(s.limit.calendar.Location())), shift)
	last, err := s.limit.calendar.Rest(days, s.limit.Rest)
	n.note(err)
	args := []string{s.limit.Span.String(), explain.Clock(v.Start), last.String(), strconv.Itoa(shift), days.String()}
	switch {
	case last != days:
		return explain.Given(labelDaysRest, explain.Instant(v.Due), args...)
	case shift > 0:
		return explain.Given(labelDaysStops, explain.Instant(v.Due), args[:4]...)
	}
	return explain.Given(labelDays, explain.Instant(v.Due), args[:3]...)
}

// why says from which field of the case a deadline comes, and how it was moved.
func (t *deadline) why(k *Case, due time.Time) explain.Step {
	f, _ := k.field(t.Field)
	zone := t.calendar.Location()
	text, d := f.On.String(), f.On
	if f.On.IsZero() {
		text, d = explain.Clock(f.At.In(zone)), civil.Of(f.At.In(zone))
	}
	moved := "P0D"
	switch {
	case !t.Before.IsZero():
		moved = "-" + t.Before.String()
	case !t.After.IsZero():
		moved = t.After.String()
	}
	var n counter
	d = n.moved(t, d)
	rest, err := t.calendar.Rest(d, t.Rest)
	n.note(err)
	switch {
	case rest != d:
		return explain.Given(labelFieldRest, explain.Instant(due), t.Field, text, moved, rest.String())
	case !t.Before.IsZero() || !t.After.IsZero():
		return explain.Given(labelMoved, explain.Instant(due), t.Field, text, moved)
	}
	return explain.Given(labelField, explain.Instant(due), t.Field, text)
}

// started says what started the clock.
func started(m *milestone, k *Case) string {
	if _, ok := k.field(m.FromField); ok && m.FromField != "" {
		return m.FromField
	}
	return m.From
}

func (s Stretch) label() explain.Label {
	switch s.Kind {
	case Stopped:
		return labelStopped
	case Closed:
		return labelClosed
	case Counted:
	}
	return labelCounted
}
