package meter

import (
	"iter"
	"math"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Span is what a billing window charges of a meter: the time between two readings.
type Span struct {
	// Period is the time to charge. Its end is the boundary of the reading that closes it, the day up
	// to which readings are known to the charge.
	Period civil.Period `json:"period"`
	// Closing is how that reading came about; Estimated if it is so of any register.
	Closing Source `json:"closing"`
}

// SpanState says whether a billing window charges a meter; zero is unset.
type SpanState uint8

// Span states.
const (
	// Read is a window that charges something.
	Read SpanState = iota + 1
	// Unread is a window without a reading of a meter that was in place since before it: one is missing.
	Unread
	// Absent is a window without anything to charge: the meter was not in place, or was installed in
	// the window and not read since.
	Absent
)

// String returns the word of the state.
func (s SpanState) String() string {
	return invalid.Words{"read", "unread", "absent"}.Of("SpanState", uint8(s))
}

// Span returns what the billing window of some days charges. The last boundary in the window, after
// its start and not after its end, closes the charge.
//
// A charge that an actual reading closes counts from the last actual reading that closed an earlier
// window, and what was charged on estimates in between, see [Log.Estimated], is to be taken off it. A
// charge that an estimate closes goes on from the last closing reading, whatever it is. Either
// begins with the meter's first day where there is no such reading.
//
// Window returns, for an earlier boundary, the billing window that it lies in: the boundary is after
// the window's start and not after its end. The windows do not overlap.
func (l *Log) Span(r Ref, month civil.Period, window func(boundary civil.Date) civil.Period) (Span, SpanState) {
	if !l.has(r) || month.Days() < 1 {
		return Span{}, Absent
	}
	closing, ok := l.lastUntil(r, month.End)
	if !ok {
		return Span{}, Absent
	}
	first := l.First(r)
	if closing.at <= month.Start {
		if end := l.meters[r].inPlace().End; !end.IsZero() && end <= month.Start {
			return Span{}, Absent
		}
		return Span{}, Unread
	}
	if closing.at == first {
		return Span{}, Absent
	}
	start := l.lastClosing(r, month.Start, closing.source != Estimated, window)
	return Span{civil.Period{Start: start, End: closing.at}, closing.source}, Read
}

// lastClosing returns the boundary, up to a day, that closed the newest window before it; of the
// windows that an actual reading closed if that is asked for. Without one it is the meter's first day.
func (l *Log) lastClosing(r Ref, until civil.Date, actual bool, window func(civil.Date) civil.Period) civil.Date {
	for {
		b, ok := l.lastUntil(r, until)
		if !ok {
			return l.First(r)
		}
		if !actual || b.source != Estimated {
			return b.at
		}
		until = min(window(b.at).Start, b.at-1)
	}
}

// Estimated returns the times before the end of a span that were charged on estimates, in order: they
// begin where the span does and each where the one before it ended. There are none if an estimate
// closes the span itself. Window is that of [Log.Span].
func (l *Log) Estimated(r Ref, span Span, window func(boundary civil.Date) civil.Period) iter.Seq[civil.Period] {
	return func(yield func(civil.Period) bool) { l.estimated(r, span, window, yield) }
}

func (l *Log) estimated(r Ref, span Span, window func(civil.Date) civil.Period, yield func(civil.Period) bool) {
	if !l.has(r) || span.Closing == Estimated {
		return
	}
	for start := span.Period.Start; ; {
		next, ok := l.firstAfter(r, start)
		if !ok {
			return
		}
		closing, _ := l.lastUntil(r, max(window(next).End, next))
		if closing.at >= span.Period.End || !yield(civil.Period{Start: start, End: closing.at}) {
			return
		}
		start = closing.at
	}
}

// boundary is a day at whose start a value is known, and how it came about.
type boundary struct {
	at     civil.Date
	source Source
}

// lastUntil returns the last boundary of a meter up to a day; false if there is none. It is estimated
// if that of any register is.
func (l *Log) lastUntil(r Ref, day civil.Date) (boundary, bool) {
	var last boundary
	found := false
	for n := range l.columnsOf(r) {
		column := l.column(r, n)
		i := countUntil(column, day) - 1
		if i < 0 {
			continue
		}
		e := &column[i]
		if !found || e.at() > last.at || e.at() == last.at && e.source == Estimated {
			last, found = boundary{e.at(), e.source}, true
		}
	}
	return last, found
}

// firstAfter returns the first boundary of a meter after a day; false if there is none.
func (l *Log) firstAfter(r Ref, day civil.Date) (civil.Date, bool) {
	const none = civil.Date(math.MaxInt64)
	first := none
	for n := range l.columnsOf(r) {
		column := l.column(r, n)
		if i := countUntil(column, day); i < len(column) {
			first = min(first, column[i].at())
		}
	}
	return first, first != none
}
