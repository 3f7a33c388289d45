package civil

// Splice returns the old history before asOf and the fresh one from asOf on. Days
// that follow each other with equal values become one entry, so that restating a
// value changes nothing, and To is given only where a gap or nothing follows. The
// arguments are not changed.
//
// With an unset asOf, or 0001-01-02, before which there are no dates, the result
// is the fresh history alone.
func Splice[T comparable](old, fresh History[T], asOf Date) History[T] {
	var line timeline[T]
	if asOf > minDate {
		for i, e := range old {
			start, end := old.Period(i)
			if end.IsZero() || asOf < end {
				end = asOf
			}
			line = line.add(start, end, e.Value)
		}
	}
	for i, e := range fresh {
		start, end := fresh.Period(i)
		line = line.add(max(start, asOf), end, e.Value)
	}
	return line.history()
}

// timeline is a history under construction, half-open: a zero start means since
// ever, a zero end none.
type timeline[T comparable] []stretch[T]

type stretch[T comparable] struct {
	start, end Date
	value      T
}

// add appends a stretch of days, or lengthens the last one by it; nothing if it
// has no days.
func (l timeline[T]) add(start, end Date, v T) timeline[T] {
	if !end.IsZero() && end <= start {
		return l
	}
	if n := len(l); n > 0 && l[n-1].end == start && l[n-1].value == v {
		l[n-1].end = end
		return l
	}
	return append(l, stretch[T]{start, end, v})
}

func (l timeline[T]) history() History[T] {
	out := make(History[T], len(l))
	for i, s := range l {
		out[i] = Entry[T]{From: s.start, Value: s.value}
		followed := i+1 < len(l) && l[i+1].start == s.end
		if !followed && !s.end.IsZero() {
			out[i].To = s.end - 1
		}
	}
	return out
}
