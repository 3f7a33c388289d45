package schedule

import (
	"slices"
	"sort"
	"time"
)

// joined returns excuses by time, those that overlap or touch as one.
func joined(excuses []Excuse) []Excuse {
	sorted := slices.Clone(excuses)
	slices.SortFunc(sorted, func(a, b Excuse) int { return a.Start.Compare(b.Start) })
	var out []Excuse
	for _, x := range sorted {
		if n := len(out); n > 0 && !x.Start.After(out[n-1].End) {
			if x.End.After(out[n-1].End) {
				out[n-1].End = x.End
			}
			continue
		}
		out = append(out, x)
	}
	return out
}

// excuseAt returns the excuse that an instant lies in.
func (j *judging) excuseAt(t time.Time) (Excuse, bool) {
	i := sort.Search(len(j.excuses), func(i int) bool { return j.excuses[i].End.After(t) })
	if i < len(j.excuses) && !j.excuses[i].Start.After(t) {
		return j.excuses[i], true
	}
	return Excuse{}, false
}

// excused reports whether a window lies wholly in an excuse. One that ends when the excuse does lies in it; a window
// of a single instant does not lie in an excuse that ends there.
func (j *judging) excused(start time.Time, end deadline) bool {
	x, ok := j.excuseAt(start)
	return ok && !end.at.After(x.End)
}

// afterExcuse returns a deadline moved to the end of the excuse that it falls in, if it does: that instant, or the
// end of that day.
func (j *judging) afterExcuse(due deadline) (to deadline, moved bool) {
	for {
		x, ok := j.excuseAt(due.last())
		if !ok {
			return due, moved
		}
		moved = true
		next := deadline{at: x.End}
		if due.end {
			next = dayEnd(deadline{at: x.End}.day(j.zone), j.zone)
		}
		due = next
	}
}
