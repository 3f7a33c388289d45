package standard

import (
	"cmp"
	"slices"
	"time"
)

// shift is someone at a post for some time, half-open.
type shift struct {
	post       int // the number of the post, −1 where it is not known
	who        string
	start, end time.Time
}

// edge is that someone comes to a post or leaves it.
type edge struct {
	at time.Time
	n  int // 1 or −1
}

// level is how many people are at a post from an instant on.
type level struct {
	at time.Time
	n  int
}

// gap is the first stretch in which too few people are at a post, with the fewest in it, and how many such stretches there are.
type gap struct {
	from, to time.Time
	have     int
	n        int
}

// gather takes the shifts of the subject, and those that name none, and sorts out those of which it is not known whether they
// count.
func (w *watching) gather() {
	w.sure, w.unsure, w.fields = w.sure[:0], w.unsure[:0], w.fields[:0]
	if w.subject == nil {
		w.take(w.x.all(w.source), true)
		return
	}
	w.take(w.x.of(w.source, w.subject.ID), true)
	if nobody := w.x.of(w.source, ""); len(nobody) > 0 {
		w.take(nobody, w.isAlone())
	}
}

// take sorts out shifts; unless they are this subject's, it is not known whether they count.
func (w *watching) take(list []entry, own bool) {
	for _, e := range list {
		s, ok := w.shift(e.record)
		if !ok {
			continue
		}
		subject := w.subject
		if w.of != "" {
			subject = w.x.named(w.of, e.record.Subject)
		}
		t, field := w.with.hold(w.x, e.record, subject)
		switch {
		case t == no:
		case s.post < 0:
			t, field = maybe, postField
		case e.record.At.IsZero():
			t, field = maybe, "at"
		case t == yes && !own:
			t, field = maybe, "subject"
		}
		switch t {
		case no:
		case maybe:
			w.unsure, w.fields = append(w.unsure, s), append(w.fields, field)
		case yes:
			w.sure = append(w.sure, s)
		}
	}
}

// shift reads a record; it is false for one at another post, or outside the time that is looked at. Who is not named is
// someone else on each record. One that does not say when it began may have been there from the beginning.
func (w *watching) shift(r *Record) (shift, bool) {
	s := shift{post: -1, who: r.Actor, start: r.At, end: r.Until}
	if s.who == "" {
		s.who = "\x00" + r.ID
	}
	switch {
	case !s.end.IsZero():
	case w.planned:
		s.end = w.to
	default:
		s.end = w.x.asOf
	}
	if s.start.IsZero() {
		s.start = w.from
	}
	if !s.start.Before(w.to) || !s.end.After(w.from) || !w.planned && s.start.After(w.x.asOf) {
		return s, false
	}
	i := fieldIndex(r.Fields, postField)
	if i < 0 || r.Fields[i].Value == "" {
		return s, true
	}
	s.post = slices.IndexFunc(w.posts, func(p coverPost) bool { return p.code == r.Fields[i].Value })
	return s, s.post >= 0
}

// place works out how many people are at a post, and how many may be.
func (w *watching) place(i int) {
	w.both = w.both[:0]
	for _, s := range w.sure {
		if s.post == i {
			w.both = append(w.both, s)
		}
	}
	w.levels = w.count(w.levels)
	if len(w.unsure) == 0 {
		return
	}
	for _, s := range w.unsure {
		if s.post == i || s.post < 0 {
			w.both = append(w.both, s)
		}
	}
	w.others = w.count(w.others)
}

// count appends how many people there are of the shifts, each counted once.
func (w *watching) count(levels []level) []level {
	slices.SortFunc(w.both, func(a, b shift) int { return cmp.Or(cmp.Compare(a.who, b.who), a.start.Compare(b.start)) })
	w.edges = w.edges[:0]
	for i := 0; i < len(w.both); {
		s := w.both[i]
		for i++; i < len(w.both) && w.both[i].who == s.who && !w.both[i].start.After(s.end); i++ {
			s.end = latest(s.end, w.both[i].end)
		}
		w.edges = append(w.edges, edge{s.start, 1}, edge{s.end, -1})
	}
	slices.SortFunc(w.edges, func(a, b edge) int { return a.at.Compare(b.at) })
	levels = levels[:0]
	n := 0
	for _, e := range w.edges {
		n += e.n
		if k := len(levels) - 1; k >= 0 && levels[k].at.Equal(e.at) {
			levels[k].n = n
			continue
		}
		levels = append(levels, level{e.at, n})
	}
	return levels
}

// firstGap returns where too few people are at a post from an instant to another.
func firstGap(levels []level, from, to time.Time, want int) gap {
	var g gap
	i, found := slices.BinarySearchFunc(levels, from, func(l level, t time.Time) int { return l.at.Compare(t) })
	if found {
		i++
	}
	open := false
	for at := from; at.Before(to); i++ {
		have, next := 0, to
		if i > 0 {
			have = levels[i-1].n
		}
		if i < len(levels) {
			next = earliest(levels[i].at, to)
		}
		if have < want {
			g.add(at, next, have, open)
		}
		open, at = have < want, next
	}
	return g
}

// add counts a stretch in which too few are there; goesOn says that in the one before too few were.
func (g *gap) add(from, to time.Time, have int, goesOn bool) {
	if !goesOn {
		g.n++
	}
	switch {
	case g.n > 1:
	case goesOn:
		g.to, g.have = to, min(g.have, have)
	default:
		g.from, g.to, g.have = from, to, have
	}
}
