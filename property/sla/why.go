package sla

import (
	"slices"
	"strconv"
	"strings"
	"time"

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
	labelDays   explain.Label = "sla/days-due: the end of %[1]s from %[2]s, moved by %[3]s days for stops"
	labelField  explain.Label = "sla/field-due: the deadline that the case has as %[1]s"

	labelCounted explain.Label = "sla/counted: counted, %[1]s to %[2]s"
	labelStopped explain.Label = "sla/stopped: the clock stood still, %[1]s to %[2]s"
	labelClosed  explain.Label = "sla/closed: outside working hours, %[1]s to %[2]s"

	labelUnknown explain.Label = "sla/unknown: %[1]s: cannot be judged (%[2]s: %[3]s)"
	labelWaived  explain.Label = "sla/waived: %[1]s: not judged (%[2]s)"
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
		label, args := labelUnknown, []string{m.Code, v.Reason.String(), v.Missing}
		if v.State == Waived {
			label, args = labelWaived, args[:2]
		}
		return explain.Given(label, explain.Value{Text: v.State.String()}, args...).From(c.source()), true
	}
	s := c.situation(m, k, &r, &v)
	label, at := labelNotYet, explain.Given(labelAsked, instant(v.At))
	switch {
	case !v.Done.IsZero():
		label, at = labelInTime, explain.Given(labelDone, instant(v.At)).From(m.To)
	case v.State == Waived || v.At.Before(now):
		at = explain.Given(labelEnded, instant(v.At))
	}
	return explain.Compare(label, at, "<=", s.why(m, k, &v, c.calendar.Location()).From(c.source())).WithArgs(m.Code), true
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
		return explain.Given(labelField, instant(v.Due), m.due.Field)
	case s.limit.hours == 0:
		var n counter
		shift := n.days(s.limit, s.start, s.end, s.pauses).shift
		return explain.Given(labelDays, instant(v.Due), s.limit.Span.String(), shown(v.Start), strconv.Itoa(shift))
	}
	stretches, err := s.stretches(nil, s.due, zone)
	if err != nil {
		return explain.Given(labelDue, instant(v.Due)) // cannot be: the verdict was worked out of the same hours
	}
	var counted, idle []explain.Step
	for _, p := range stretches {
		step := explain.Given(p.label(), seconds(p.End.Sub(p.Start)), shown(p.Start), shown(p.End))
		if p.Kind == Counted {
			counted = append(counted, step)
		} else {
			idle = append(idle, step)
		}
	}
	lengths := []explain.Step{explain.Sum(labelLimit, counted...).As(seconds(s.limit.hours)).WithArgs(s.limit.Span.String())}
	if len(idle) > 0 {
		lengths = append(lengths, explain.Sum(labelIdle, idle...))
	}
	return explain.Shift(labelDue, explain.Given(labelStart, instant(v.Start)).From(started(m, k)), lengths...).As(instant(v.Due))
}

// started says what started the clock.
func started(m *milestone, k *Case) string {
	if _, ok := k.field(m.FromField); ok && m.FromField != "" {
		return m.FromField
	}
	return m.From
}

// shown returns an instant as its clock shows it.
func shown(t time.Time) string {
	layout := "2006-01-02 15:04"
	if t.Nanosecond() != 0 {
		layout += ":05.999999999"
	} else if t.Second() != 0 {
		layout += ":05"
	}
	return t.Format(layout)
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

// instant returns an instant as a value; in UTC where the offset of its clock cannot be written, as those of
// local mean time.
func instant(t time.Time) explain.Value {
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.UTC()
	}
	return explain.Value{Text: t.Format(time.RFC3339Nano)}
}

// seconds returns an exact length as a value.
func seconds(d time.Duration) explain.Value {
	text := strconv.FormatInt(int64(d/time.Second), 10)
	if part := d % time.Second; part != 0 {
		nanos := strconv.FormatInt(int64(time.Second+part), 10)
		text += "." + strings.TrimRight(nanos[1:], "0")
	}
	return explain.Decimal(text, "s")
}
