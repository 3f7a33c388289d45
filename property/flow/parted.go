package flow

import (
	"iter"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// checkParted reports transitions of one event that begin in one state and take the same reason: whoever replays the
// log could not tell which of them was taken.
func (t Table) checkParted(l *invalid.List, n names) {
	from, reasons := make([]set, len(t.Transitions)), make([]set, len(t.Transitions))
	for i, tr := range t.Transitions {
		from[i], reasons[i] = t.origins(tr, n.states), n.fitting(tr)
	}
	for j, b := range t.Transitions {
		for i, a := range t.Transitions[:j] {
			if a.Event != b.Event || a.Event == "" || !reasons[i].meets(reasons[j]) {
				continue
			}
			for s := range from[i].and(from[j]).all() {
				place := "transitions[" + strconv.Itoa(i) + "]"
				l.At("transitions", j).Add(ErrAmbiguous, invalid.Quote(b.Event), invalid.Quote(t.States[s].Code), place)
				break
			}
		}
	}
}

// fitting are the places of the reasons that fit a transition; the place after the last is that of no reason.
func (n names) fitting(tr Transition) set {
	var out set
	if tr.Reason != ReasonRequired {
		out.add(maxReasons)
	}
	if tr.Reason == 0 {
		return out
	}
	for _, code := range tr.Reasons {
		if i, ok := n.reasons[code]; ok {
			out.add(i)
		}
	}
	for _, i := range n.reasons {
		if len(tr.Reasons) == 0 {
			out.add(i)
		}
	}
	return out
}

// set is a set of places in a list of at most 256.
type set [4]uint64

func (s *set) add(i int) { s[i/64] |= 1 << (i % 64) }

func (s set) and(o set) set {
	for i := range s {
		s[i] &= o[i]
	}
	return s
}

func (s set) meets(o set) bool { return s.and(o) != set{} }

// all yields the places in order.
func (s set) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range len(s) * 64 {
			if s[i/64]&(1<<(i%64)) != 0 && !yield(i) {
				return
			}
		}
	}
}
