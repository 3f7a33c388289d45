package standard

import (
	"slices"
	"time"
)

// change is an instant at which a document comes into force, or ceases to be.
type change struct {
	at   time.Time
	by   int
	sure bool
}

// through judges whether documents are in force all through the period, as far as it has passed, without a lapse. The first lapse that is
// certain is named.
func (s *seeking) through() {
	to := s.x.now()
	if !s.x.start.Before(to) {
		s.row.State, s.row.Reason = Pending, Reason{NotDue, []string{s.x.stamp(s.x.start)}}
		return
	}
	s.turns(to)
	var n held
	open := Row{}
	for i, at := 0, s.x.start; at.Before(to); {
		for ; i < len(s.changes) && !s.changes[i].at.After(at); i++ {
			n.add(s.changes[i].sure, s.changes[i].by)
		}
		end := to
		if i < len(s.changes) {
			end = s.changes[i].at
		}
		if s.piece(n, at, end); s.row.State == Breached {
			return
		}
		if s.row.State == Unknown && open.Reason.Code == 0 {
			open = s.row
		}
		at = end
	}
	if open.Reason.Code != 0 {
		s.row = open
	}
}

// turns lists the changes within the period up to an instant, in order.
func (s *seeking) turns(to time.Time) {
	s.changes = s.changes[:0]
	for _, h := range s.have {
		from, until := h.record.At, h.record.Until
		if from.Before(s.x.start) {
			from = s.x.start
		}
		if until.IsZero() || until.After(to) {
			until = to
		}
		if from.Before(until) {
			s.changes = append(s.changes, change{from, 1, h.sure}, change{until, -1, h.sure})
		}
	}
	slices.SortFunc(s.changes, func(a, b change) int { return a.at.Compare(b.at) })
}

// piece judges a stretch of time in which nothing changes.
func (s *seeking) piece(n held, at, end time.Time) {
	lapse, some := s.x.someComplete(s.doc.kind, at, end)
	s.row = Row{Subject: s.row.Subject}
	s.decide(n, s.lack(n, lapse), s.x.isComplete(s.doc.kind, at, end), some)
	if s.row.State == Breached && s.row.Reason.Code != TooMany {
		s.row.Due = lapse
	}
}

// someComplete returns the first instant of a stretch of time for which everything of a kind is here, false if there is none.
func (x *run) someComplete(kind string, from, to time.Time) (time.Time, bool) {
	list, ok := x.complete[kind]
	if !ok {
		list = x.complete["*"]
	}
	for _, s := range list {
		if s.from.Before(from) {
			s.from = from
		}
		if s.from.Before(to) && s.from.Before(s.to) {
			return s.from, true
		}
	}
	return time.Time{}, false
}
