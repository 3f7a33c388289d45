package sla

import (
	"cmp"
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/flow"
)

// replay is the log of a case in order, up to an instant.
type replay struct {
	log   []flow.Event
	order []int32 // of the log's events that had happened, by time, then Seq
	roles []role  // beside order
	halts []halt  // by when they began

	undated *flow.Event // one that does not say when it happened
}

// role is what an event means to every milestone.
type role uint8

const (
	cancels role = 1 << iota
	waives
	reopens
)

// halt is one time that a stop stood, half-open; to is unset while it stands.
type halt struct {
	stop     int
	from, to tick
}

const (
	someEvents = 32
	someHalts  = 12
)

// buffers keep the replay of an ordinary case off the heap.
type buffers struct {
	order [someEvents]int32
	roles [someEvents]role
	halts [someHalts]halt
}

// play puts the events that had happened by now in order, and finds the stops.
func (c *Clock) play(b *buffers, log []flow.Event, now time.Time) replay {
	r := replay{log: log, order: b.order[:0], roles: b.roles[:0], halts: b.halts[:0]}
	for i := range log {
		switch at := &log[i].At; {
		case at.IsZero():
			r.undated = &log[i]
		case !at.After(now):
			r.order = append(r.order, int32(i))
		}
	}
	r.sort()
	for _, i := range r.order {
		e := &log[i]
		var is role
		if slices.Contains(c.doc.Cancelled, e.Name) {
			is |= cancels
		}
		if slices.Contains(c.doc.Waived, e.Name) {
			is |= waives
		}
		if slices.Contains(c.doc.Reopened, e.Name) {
			is |= reopens
		}
		r.roles = append(r.roles, is)
		r.halts = c.halt(r.halts, e)
	}
	return r
}

// sort orders the events by time, then Seq, then their place in the log. Logs are mostly in order.
func (r *replay) sort() {
	if len(r.order) > someEvents {
		slices.SortStableFunc(r.order, func(i, k int32) int {
			a, b := &r.log[i], &r.log[k]
			return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Seq, b.Seq))
		})
		return
	}
	for i := 1; i < len(r.order); i++ {
		for k := i; k > 0 && before(&r.log[r.order[k]], &r.log[r.order[k-1]]); k-- {
			r.order[k], r.order[k-1] = r.order[k-1], r.order[k]
		}
	}
}

func before(a, b *flow.Event) bool {
	if a.At.Equal(b.At) {
		return a.Seq < b.Seq
	}
	return a.At.Before(b.At)
}

// halt begins and ends the stops that an event speaks of.
func (c *Clock) halt(halts []halt, e *flow.Event) []halt {
	for i := range c.doc.Stops {
		s := &c.doc.Stops[i]
		begins := e.Name == s.From && applies(s.Reasons, e.Reason)
		if !begins && !slices.Contains(s.Until, e.Name) {
			continue
		}
		at, open := tickOf(e.At), standing(halts, i)
		if open >= 0 && (!begins || !s.stands(halts[open].from, at)) {
			halts[open].to, open = s.end(halts[open].from, at), -1
		}
		if begins && open < 0 {
			halts = append(halts, halt{stop: i, from: at})
		}
	}
	return halts
}

// standing returns which of the times a stop stands, -1 if it does not.
func standing(halts []halt, stop int) int {
	for i := len(halts) - 1; i >= 0; i-- {
		if halts[i].stop == stop {
			if halts[i].to.set {
				return -1
			}
			return i
		}
	}
	return -1
}

// end returns when a stop that began at from ends: at an instant, or when it has lasted as long as it may.
func (s *Stop) end(from, at tick) tick {
	if s.AtMost.IsZero() {
		return at
	}
	return earlier(at, from.add(time.Duration(s.AtMost.Seconds())*time.Second))
}

// stands reports whether a stop that began at from, and was not ended, stands at an instant.
func (s *Stop) stands(from, at tick) bool {
	return s.AtMost.IsZero() || at.before(from.add(time.Duration(s.AtMost.Seconds())*time.Second))
}

// course is what happened to one milestone.
type course struct {
	start, done, ended tick // unset: it has not happened
	early              bool // it was done before it began, and not since
	waived             bool
	awaits             bool // the case was opened again: what is done before it starts anew is no result
}

// follow replays the log for a milestone. A case with an appointment has started with it. Appended to gaps are the
// times that the case was closed and that count as stopped.
func (c *Clock) follow(m *milestone, k *Case, r *replay, gaps []halt) (course, []halt) {
	var w course
	var earlyAt tick
	fixed := false // a field started the clock: being early is no mistake then
	if m.FromField != "" {
		if f, ok := k.field(m.FromField); ok {
			w.start, fixed = tickOf(f.instant(c.calendar.Location())), true
		}
	}
	for n, i := range r.order {
		e, is := &r.log[i], r.roles[n]
		if e.Name == m.From && !w.start.set {
			w.start = tickOf(e.At)
			if w.early && earlyAt == w.start {
				w.done, w.early = earlyAt, false // at one instant nothing is reversed
			}
		}
		if e.Name == m.To && !w.done.set {
			switch unstarted := !w.start.set && m.From != ""; {
			case unstarted && w.awaits:
			case unstarted && !fixed:
				w.early, earlyAt = true, tickOf(e.At)
			default:
				w.done, w.early = tickOf(e.At), false
			}
		}
		if is == 0 {
			continue
		}
		w.waived = w.waived || is&waives != 0
		if is&cancels != 0 && !w.ended.set {
			w.ended = tickOf(e.At)
		}
		if is&reopens != 0 {
			gaps = w.reopen(gaps, m.Reopening, tickOf(e.At))
		}
	}
	if w.done.set && w.ended.set && w.ended.before(w.done) {
		w.ended = tick{} // it was done all the same
	}
	return w, gaps
}

// reopen takes back that it was done, or ended, as the milestone says.
func (w *course) reopen(gaps []halt, how Reopening, at tick) []halt {
	closed := w.done
	if !closed.set && how != ReopenIgnored {
		closed = w.ended
	}
	w.ended = tick{}
	if how == ReopenAwaits {
		*w = course{waived: w.waived, awaits: true}
		return gaps[:0]
	}
	if !closed.set || !w.start.set && !w.done.set {
		return gaps
	}
	switch how {
	case ReopenRuns:
		w.done = tick{}
	case ReopenPaused:
		gaps = append(gaps, halt{from: closed, to: at})
		w.done = tick{}
	case ReopenRestarts:
		w.start, w.done, gaps = at, tick{}, gaps[:0]
	case ReopenIgnored, ReopenAwaits:
	}
	return gaps
}

// stopped returns the times that a milestone's clock stood still between two instants, gaps among them: in order,
// cut to the instants, those that meet as one. Standing says whether it stands still at
// an instant, which is the end unless the start lies ahead.
func (r *replay) stopped(gaps []halt, c *Clock, m *milestone, start, end, at tick) (pauses []halt, standing bool) {
	for i := range r.halts {
		h := r.halts[i]
		if m.stops&(1<<h.stop) == 0 {
			continue
		}
		if !h.to.set {
			h.to = c.doc.Stops[h.stop].end(h.from, end)
			standing = standing || !at.before(h.from) && c.doc.Stops[h.stop].stands(h.from, at)
		}
		gaps = append(gaps, h)
	}
	out := gaps[:0]
	for _, h := range gaps {
		if h.from, h.to = later(h.from, start), earlier(h.to, end); h.from.before(h.to) {
			out = append(out, h)
		}
	}
	return union(out), standing
}

// union orders pauses and joins those that overlap or touch.
func union(pauses []halt) []halt {
	for i := 1; i < len(pauses); i++ {
		for k := i; k > 0 && pauses[k].from.before(pauses[k-1].from); k-- {
			pauses[k], pauses[k-1] = pauses[k-1], pauses[k]
		}
	}
	out := pauses[:0]
	for _, p := range pauses {
		if n := len(out); n > 0 && !out[n-1].to.before(p.from) {
			out[n-1].to = later(out[n-1].to, p.to)
			continue
		}
		out = append(out, p)
	}
	return out
}
