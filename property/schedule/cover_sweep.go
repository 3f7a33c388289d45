package schedule

import (
	"cmp"
	"slices"
	"time"
)

// presence is that someone is somewhere for some time: a person at a post, or a post of a person. Who and where are
// numbers in the order of their names.
type presence struct {
	who, where int
	start, end time.Time
}

// joinedPresences sorts presences by where, who and time, and makes one of those that overlap or meet: a person who
// stays beyond the end of a shift, or is written down twice, is there once.
func joinedPresences(all []presence) []presence {
	slices.SortFunc(all, func(a, b presence) int {
		return cmp.Or(cmp.Compare(a.where, b.where), cmp.Compare(a.who, b.who), a.start.Compare(b.start), a.end.Compare(b.end))
	})
	var out []presence
	for _, p := range all {
		if n := len(out); n > 0 && out[n-1].who == p.who && out[n-1].where == p.where && !p.start.After(out[n-1].end) {
			if p.end.After(out[n-1].end) {
				out[n-1].end = p.end
			}
			continue
		}
		out = append(out, p)
	}
	return out
}

// arrival is that someone comes or leaves.
type arrival struct {
	at    time.Time
	who   int
	comes bool
}

// arrivalsOf returns the comings and goings of presences at one place, in order.
func arrivalsOf(there []presence) []arrival {
	out := make([]arrival, 0, 2*len(there))
	for _, p := range there {
		out = append(out, arrival{p.start, p.who, true}, arrival{p.end, p.who, false})
	}
	slices.SortFunc(out, func(a, b arrival) int { return a.at.Compare(b.at) })
	return out
}

// sweep goes through arrivals in order and knows who is there.
type sweep struct {
	rest  []arrival
	there []int // in order
}

// to goes on to an instant, taking everything that happens at it.
func (s *sweep) to(t time.Time) {
	for len(s.rest) > 0 && !s.rest[0].at.After(t) {
		a := s.rest[0]
		s.rest = s.rest[1:]
		i, found := slices.BinarySearch(s.there, a.who)
		switch {
		case a.comes && !found:
			s.there = slices.Insert(s.there, i, a.who)
		case !a.comes && found:
			s.there = slices.Delete(s.there, i, i+1)
		}
	}
}

// until returns up to when nobody comes or leaves, at most to an end.
func (s *sweep) until(end time.Time) time.Time {
	if len(s.rest) > 0 && s.rest[0].at.Before(end) {
		return s.rest[0].at
	}
	return end
}
