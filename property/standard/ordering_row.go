package standard

import (
	"cmp"
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/flow"
)

// rows yields a row for every case that belongs to the period: it began before the end of the period, and it was not over before the
// beginning. A case is over with the last of its steps, once it is closed or all that have to be are there.
func (j *orderingJudge) rows(x *run, yield func(*Row) bool) {
	o := orderingRun{orderingJudge: j, x: x, places: make([]place, len(j.steps))}
	for _, e := range x.all(j.of) {
		if o.one(e.record) && !yield(&o.row) {
			return
		}
	}
}

// orderingRun is one call of rows, with what is used again from case to case.
type orderingRun struct {
	*orderingJudge
	x      *run
	row    Row
	events []int32 // that had happened, by time
	places []place // of the steps
	// began is when the case did; closedAt when it was closed, zero while it is open; last when the last of its steps was.
	began, closedAt, last time.Time
}

// place is where a case stands with a step.
type place struct {
	count       int
	first, last time.Time
	// repeat is what is wrong with how it was repeated, or with its time of day.
	repeat finding
}

// one judges a case; it is false for one that is not meant.
func (o *orderingRun) one(r *Record) bool {
	o.began = r.when()
	if o.began.After(o.x.asOf) || !o.began.Before(o.x.end) {
		return false
	}
	s := o.x.named(o.subject, r.Subject)
	means, field := o.where.hold(o.x, r, s)
	if means == no {
		return false
	}
	o.play(r.Events)
	if o.isOver() && cmp.Or(o.last, o.began).Before(o.x.start) {
		return false
	}
	o.row = Row{Subject: r.Subject, Record: r.ID, At: o.last, State: Met}
	if means == maybe {
		o.row.State, o.row.Reason = Unknown, missing(field)
		return true
	}
	o.judge()
	return true
}

// isOver reports whether the case is closed or has all the steps that have to be.
func (o *orderingRun) isOver() bool {
	if !o.closedAt.IsZero() {
		return true
	}
	for i := range o.steps {
		if o.places[i].count == 0 && !o.steps[i].optional {
			return false
		}
	}
	return true
}

// play finds when each step was, by the events that had happened, in order.
func (o *orderingRun) play(log []flow.Event) {
	o.closedAt, o.last = time.Time{}, time.Time{}
	clear(o.places)
	o.sort(log)
	for _, i := range o.events {
		e := &log[i]
		if e.Name == o.closed {
			o.closedAt, o.last = e.At, e.At
		}
		if at := stepOf(o.steps, e.Name); at >= 0 {
			o.take(at, e.At)
			o.last = e.At
		}
	}
}

// sort lists the events that had happened by time. At one instant their order means nothing.
func (o *orderingRun) sort(log []flow.Event) {
	o.events = o.events[:0]
	for i := range log {
		if !log[i].At.After(o.x.asOf) {
			o.events = append(o.events, int32(i)) //nolint:gosec // a case has fewer than 2³¹ events
		}
	}
	byTime := func(a, b int32) int { return log[a].At.Compare(log[b].At) }
	if !slices.IsSortedFunc(o.events, byTime) {
		slices.SortFunc(o.events, byTime)
	}
}

// take notes that a step was at an instant.
func (o *orderingRun) take(i int, at time.Time) {
	s, p := &o.steps[i], &o.places[i]
	p.count++
	var found finding
	switch {
	case p.count == 1:
		p.first = at
	case s.atMost > 0 && p.count > s.atMost:
		found = finding{state: Breached, code: Repeated, name: s.name, at: at}
	case !s.apart.IsZero():
		found = o.tooSoon(Repeated, i, p.last, at, s.apart)
	}
	p.last = at
	p.repeat.join(&found)
	if !s.notBefore.IsZero() {
		early := o.tooEarly(i, at)
		p.repeat.join(&early)
	}
}

// tooEarly finds a step before its time of the day.
func (o *orderingRun) tooEarly(i int, at time.Time) finding {
	open := (dayOf(at, o.x.zone).Midnight() + momentOf(o.steps[i].notBefore)).In(o.x.zone)
	if at.Before(open) {
		return finding{state: Breached, code: TooSoon, name: o.steps[i].name, at: at, due: open}
	}
	return finding{}
}
