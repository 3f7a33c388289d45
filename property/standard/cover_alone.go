package standard

import (
	"slices"
	"time"
)

// manned is when the subjects are that must be manned: the beginnings and the ends of their spans, each in order.
type manned struct{ starts, ends []time.Time }

// isAlone reports whether the subject is the only one that must be manned at its time. A shift that names no subject is at an exam, if that is the
// only one of the day; at which of ten doors it is, nobody knows.
func (w *watching) isAlone() bool {
	if w.manned == nil {
		w.manned = w.allManned()
	}
	begun, _ := slices.BinarySearchFunc(w.manned.starts, w.to, time.Time.Compare)
	over, _ := slices.BinarySearchFunc(w.manned.ends, w.from.Add(1), time.Time.Compare)
	return begun-over <= 1
}

// allManned lists the spans of all subjects, as far as they are known and lie in the period.
func (w *watching) allManned() *manned {
	other, out := watching{coverJudge: w.coverJudge, x: w.x}, manned{}
	w.x.population(w.per, func(s *Subject) bool {
		other.subject = s
		means, _ := w.where.hold(w.x, nil, s)
		if _, ok := other.span(); ok && means != no && other.from.Before(other.to) {
			out.starts, out.ends = append(out.starts, other.from), append(out.ends, other.to)
		}
		return true
	})
	slices.SortFunc(out.starts, time.Time.Compare)
	slices.SortFunc(out.ends, time.Time.Compare)
	return &out
}
