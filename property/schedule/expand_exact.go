package schedule

import (
	"iter"
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

// expandExact yields the occurrences of a series of hours or minutes. They are equal lengths of time apart, whatever the
// clocks show.
func (s *Schedule) expandExact(from, to time.Time, yield func(Occurrence) bool) {
	r, zone := s.rule, s.calendar.Location()
	first, step := r.first.In(zone).Unix(), r.stepOf()
	lo := max(ceiling(from), r.start.In(zone).Unix(), first)
	hi := min(ceiling(to), (r.end + 1).In(zone).Unix())
	at := first + (lo-first+step-1)/step*step
	w := wall{zone: zone}
	for at < hi {
		m := w.of(at)
		d := m.Date()
		if !r.admits(d, s.calendar) {
			next := (d + 1).In(zone).Unix()
			at += max((next-at+step-1)/step, 1) * step
			continue
		}
		if !yield(Occurrence{On: d, At: m, Due: time.Unix(at, 0).In(zone)}) {
			return
		}
		at += step
	}
}

// OccurrencesIn returns the rounds in a span of the subject, such as a meeting, in order: those of a rule whose steps lie
// inside a span of this name, if the duty is in force on the day on which it begins. They are equal lengths of time
// apart, whatever the clocks show. A span that does not end after it begins has none.
func (s *Schedule) OccurrencesIn(span NamedSpan) iter.Seq[Occurrence] {
	return func(yield func(Occurrence) bool) { s.expandInside(span, yield) }
}

func (s *Schedule) expandInside(span NamedSpan, yield func(Occurrence) bool) {
	r := s.rule
	if r == nil || !r.isInside() || r.Steps.Inside != span.Name || !span.Start.Before(span.End) {
		return
	}
	zone := s.calendar.Location()
	on := civil.Of(span.Start.In(zone))
	if on < r.start || on > r.end || !r.admits(on, s.calendar) {
		return
	}
	round := func(t time.Time) bool {
		t = t.In(zone)
		return yield(Occurrence{On: on, At: civil.MomentOf(t), Due: t})
	}
	if r.Steps.AtStart && !round(span.Start) {
		return
	}
	step := time.Duration(r.Steps.Step.Seconds()) * time.Second
	for t := span.Start.Add(step); t.Before(span.End); t = t.Add(step) {
		if !round(t) {
			return
		}
	}
	if r.Steps.AtEnd {
		round(span.End)
	}
}
