package standard

import (
	"errors"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// finding is what is wrong, open or not known with a step of a case. Its zero is nothing.
type finding struct {
	state   State
	code    Code
	name    string // of the step
	other   string // the name of a step or event that it has to do with, or a year
	due, at time.Time
}

// join keeps the worse of two findings, breached before unknown before pending, and of two alike the first.
func (f *finding) join(g *finding) {
	if g.code != 0 && (f.code == 0 || f.rank() > g.rank()) {
		*f = *g
	}
}

func (f *finding) rank() int {
	switch f.state {
	case Breached:
		return 0
	case Unknown:
		return 1
	case Pending, Met, Waived, NotApplicable:
	}
	return 2
}

// judge writes the worst of what is found with the steps into the row.
func (o *orderingRun) judge() {
	var worst finding
	for i := range o.steps {
		found := o.step(i)
		worst.join(&found)
	}
	if worst.code == 0 {
		return
	}
	o.row.State, o.row.Due, o.row.At = worst.state, worst.due, worst.at
	o.row.Reason = Reason{worst.code, o.args(&worst)}
}

// args are the operands of a finding.
func (o *orderingRun) args(f *finding) []string {
	switch {
	case f.code == NotComplete:
		return []string{o.of}
	case f.code == YearUnknown:
		return []string{f.other}
	case f.code == StepOrder:
		return []string{f.name, f.other}
	case f.code == TooSoon:
		return []string{f.name, o.x.stamp(f.due)}
	case f.code == OverLimit && f.at.IsZero(): // it is not there
		return []string{o.x.stamp(f.due)}
	case f.code == OverLimit:
		return []string{o.x.stamp(f.due), o.x.stamp(f.at), f.name}
	}
	return []string{f.name}
}

// step judges a step.
func (o *orderingRun) step(i int) finding {
	s, p := &o.steps[i], &o.places[i]
	if p.count == 0 {
		if s.optional {
			return finding{}
		}
		return o.absent(i)
	}
	found := o.order(i)
	if found.code == 0 {
		found = o.distance(i)
	}
	found.join(&p.repeat)
	if !o.closedAt.IsZero() && p.last.After(o.closedAt) {
		found.join(&finding{state: Breached, code: StepOrder, name: o.closed, other: s.name, at: p.last})
	}
	return found
}

// order finds a step before one that it comes after: the first time of the one counts, and the first of the other, and at
// one instant they are in order.
func (o *orderingRun) order(i int) finding {
	p := &o.places[i]
	var found finding
	for _, b := range o.steps[i].before {
		f := finding{state: Breached, code: StepOrder, name: o.steps[i].name, other: o.steps[b.step].name, at: p.first}
		switch q := &o.places[b.step]; {
		case q.count == 0 && !b.must, q.count > 0 && !p.first.Before(q.first):
			continue
		case q.count == 0 && !o.x.isComplete(o.of, o.began, p.first):
			f.state, f.code = Unknown, NotComplete
		}
		found.join(&f)
	}
	return found
}

// previous returns when the last of the steps was that a step comes after; the zero time if none was.
func (o *orderingRun) previous(i int) time.Time {
	var out time.Time
	for _, b := range o.steps[i].before {
		if first := o.places[b.step].first; first.After(out) {
			out = first
		}
	}
	return out
}

// distance finds a step too soon or too late after the one before.
func (o *orderingRun) distance(i int) finding {
	s, at, from := &o.steps[i], o.places[i].first, o.previous(i)
	if from.IsZero() {
		return finding{}
	}
	found := o.tooSoon(TooSoon, i, from, at, s.min)
	if found.code != 0 || s.max.IsZero() {
		return found
	}
	due, err := o.after(from, s.max, true)
	switch {
	case err != nil:
		return uncounted(o.steps[i].name, err)
	case isPast(at, due, s.max):
		return finding{state: Breached, code: OverLimit, name: s.name, due: due, at: at}
	}
	return finding{}
}

// tooSoon finds an instant that comes too soon after another.
func (o *orderingRun) tooSoon(code Code, i int, from, at time.Time, span civil.Span) finding {
	if span.IsZero() {
		return finding{}
	}
	due, err := o.after(from, span, false)
	switch {
	case err != nil:
		return uncounted(o.steps[i].name, err)
	case at.Before(due):
		return finding{state: Breached, code: code, name: o.steps[i].name, due: due, at: at}
	}
	return finding{}
}

// absent judges a step that is not there: a closed case lacks it, in an open one it may still come, until it is late.
func (o *orderingRun) absent(i int) finding {
	f := finding{state: Pending, code: NotDue, name: o.steps[i].name}
	if !o.closedAt.IsZero() {
		f.state, f.code, f.at = Breached, StepMissing, o.closedAt
		return o.ifComplete(f, o.closedAt)
	}
	from := o.previous(i)
	if from.IsZero() || o.steps[i].max.IsZero() {
		return f
	}
	due, err := o.after(from, o.steps[i].max, true)
	switch {
	case err != nil:
		return uncounted(o.steps[i].name, err)
	case isPast(o.x.asOf, due, o.steps[i].max):
		f.state, f.code, f.due = Breached, OverLimit, due
		return o.ifComplete(f, due)
	}
	f.due = due
	return f
}

// ifComplete is a finding that a step is missing, where all is known that happened up to an instant.
func (o *orderingRun) ifComplete(f finding, to time.Time) finding {
	if !o.x.isComplete(o.of, o.began, to) {
		f.state, f.code = Unknown, NotComplete
	}
	return f
}

// uncounted is the finding where working days cannot be counted: the holidays of a year are not known, or it is out of range.
func uncounted(name string, err error) finding {
	var year *worktime.UnknownYearError
	if errors.As(err, &year) {
		return finding{state: Unknown, code: YearUnknown, name: name, other: strconv.Itoa(year.Year)}
	}
	return finding{state: Unknown, code: BadRow, name: name}
}

// after returns the instant a length after another. Hours and shorter are exact. Days, months and working days lead to a day: to its
// beginning, before which it is too soon, or to its end, after which it is too late.
func (o *orderingRun) after(at time.Time, span civil.Span, end bool) (time.Time, error) {
	if span.Seconds() > 0 {
		return at.Add(time.Duration(span.Seconds()) * time.Second), nil
	}
	day := dayOf(at, o.x.zone)
	if n := span.Workdays(); n > 0 {
		to, err := o.x.rules.calendar.AddDays(day, n)
		if err != nil {
			return time.Time{}, err
		}
		day = to
	} else {
		day = day.AddMonths(span.Months()).AddDays(span.Days())
	}
	if end {
		day++
	}
	return day.In(o.x.zone), nil
}

// isPast reports whether an instant is too late for what is due a length after another: beyond the instant, or no longer on the last day, whose
// end is the beginning of the next.
func isPast(at, due time.Time, span civil.Span) bool {
	if span.Seconds() > 0 {
		return at.After(due)
	}
	return !at.Before(due)
}

// momentOf returns a time of the day as minutes of the clock.
func momentOf(t civil.TimeOfDay) civil.Moment { return civil.Moment(t.Minute()) }
