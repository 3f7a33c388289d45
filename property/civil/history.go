package civil

import "github.com/wuyekit/wuye/property/invalid"

// Entry is one value of a [History] and the days it holds, From and To included.
type Entry[T any] struct {
	// From is the first day (起). Zero means since ever, and stands in the first
	// entry only.
	From Date `json:"from,omitzero"`
	// To is the last day (止). Zero means until the next entry begins, and for
	// the last entry, without an end.
	To Date `json:"to,omitzero"`
	// Value is what holds on these days.
	Value T `json:"value"`
}

// History is a value that changes on known days, in order and without overlap.
// An entry whose To is set earlier than the day before the next leaves a gap; a
// gap is a gap, nothing is carried over it.
//
// It is a document. The empty history has no value on any day. The methods
// expect a history that [History.Check] accepts.
type History[T any] []Entry[T]

// Always returns the history of a value that never changes.
func Always[T any](v T) History[T] { return History[T]{{Value: v}} }

// At returns the value on a day, and false in a gap, before the first entry,
// after the last, and for an unset date.
func (h History[T]) At(d Date) (T, bool) {
	if i, ok := h.find(d); ok {
		return h[i].Value, true
	}
	var none T
	return none, false
}

// find returns the entry that holds on a day.
func (h History[T]) find(d Date) (int, bool) {
	if d.IsZero() {
		return 0, false
	}
	low, high := 0, len(h) // entries below low begin by d, those from high on do not
	for low < high {
		middle := int(uint(low+high) >> 1)
		if from := h[middle].From; from <= d || from.IsZero() {
			low = middle + 1
		} else {
			high = middle
		}
	}
	i := low - 1
	if i < 0 || !h[i].To.IsZero() && h[i].To < d {
		return 0, false
	}
	return i, true
}

// Period returns the days of entry i, half-open: a zero start means since ever, a
// zero end that it goes on. The index is one of h.
func (h History[T]) Period(i int) (start, end Date) {
	switch e := h[i]; {
	case !e.To.IsZero():
		return e.From, e.To + 1
	case i+1 < len(h):
		return e.From, h[i+1].From
	default:
		return e.From, 0
	}
}

// AppendChanges appends the days inside a period at which an entry begins or the
// day after one ends, in order, each once. The period's own start and end are
// not inside; between two neighbours of the result nothing changes.
func (h History[T]) AppendChanges(dst []Date, p Period) []Date {
	last := p.Start
	for i := range h {
		start, end := h.Period(i)
		for _, d := range [2]Date{start, end} {
			if d > last && (p.IsOpen() || d < p.End) {
				dst = append(dst, d)
				last = d
			}
		}
	}
	return dst
}

// Check reports entries that are out of order, overlap, are reversed or lack
// their From. It calls each, if there is one, for every value, with the list at
// that value.
func (h History[T]) Check(l *invalid.List, each func(l *invalid.List, v T)) {
	for i, e := range h {
		l.EnterIndex(i)
		if i > 0 {
			e.follows(l, h[i-1].From, h[i-1].To)
		}
		if !e.To.IsZero() && e.To < e.From {
			l.At("to").Add(ErrHistoryReversed, e.From.String(), e.To.String())
		}
		if each != nil {
			l.Enter("value")
			each(l, e.Value)
			l.Leave()
		}
		l.Leave()
	}
}

// follows reports why an entry cannot stand after one with the given days.
func (e Entry[T]) follows(l *invalid.List, from, to Date) {
	switch {
	case e.From.IsZero():
		l.At("from").Add(invalid.ErrRequired, "from")
	case e.From <= from:
		l.At("from").Add(ErrHistoryOrder, e.From.String(), from.String())
	case !to.IsZero() && e.From <= to:
		l.At("from").Add(ErrHistoryOverlap, e.From.String(), to.String())
	}
}
