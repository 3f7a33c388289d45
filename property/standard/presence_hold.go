package standard

import (
	"slices"
	"strconv"
	"time"
)

// seeking is one run of a presence over its subjects, in the same memory.
type seeking struct {
	*presenceJudge
	x       *run
	yield   func(*Row) bool
	doc     *askedKind
	have    []holding
	changes []change
	open    string // the first field that a document lacks, so that it is not known whether it counts
	row     Row
}

// holding is a document that is in force from an instant, if it is set, until another.
type holding struct {
	record *Record
	sure   bool // it satisfies the conditions; otherwise that is not known
}

// held is how many documents there are for certain, and with those of which that is not known.
type held struct{ sure, all int }

func (n *held) add(sure bool, by int) {
	n.all += by
	if sure {
		n.sure += by
	}
}

// subject judges each kind of documents of a subject; it returns false to stop.
func (s *seeking) subject(subject *Subject) bool {
	s.row = Row{Subject: idOf(subject)}
	switch t, field := s.where.hold(s.x, nil, subject); t {
	case no:
		return true
	case maybe:
		s.row.State, s.row.Reason = Unknown, missing(field)
		return s.yield(&s.row)
	case yes:
	}
	for i := range s.documents {
		s.doc, s.row = &s.documents[i], Row{Subject: idOf(subject)}
		s.gather(subject)
		switch s.valid {
		case AllThrough:
			s.through()
		case AsOf:
			s.atOnce()
		default:
			s.exist()
		}
		if !s.yield(&s.row) {
			return false
		}
	}
	return true
}

// gather lists the documents of a subject that are made and may count.
func (s *seeking) gather(subject *Subject) {
	s.have, s.open = s.have[:0], ""
	for _, e := range s.x.about(s.doc.kind, subject) {
		if e.record.At.After(s.x.asOf) {
			continue
		}
		of := subject
		if of == nil {
			of = s.x.named(s.doc.of, e.record.Subject)
		}
		t, field := s.doc.with.hold(s.x, e.record, of)
		if t == no {
			continue
		}
		if t == maybe && s.open == "" {
			s.open = field
		}
		s.have = append(s.have, holding{e.record, t == yes})
	}
}

// exist judges whether there are documents by the end of the period, in force or not.
func (s *seeking) exist() {
	var n held
	for _, h := range s.have {
		if h.record.At.Before(s.x.end) {
			n.add(h.sure, 1)
		}
	}
	whole := s.x.whole(s.doc.kind)
	s.decide(n, s.lack(n, time.Time{}), whole, whole)
}

// atOnce judges whether documents are in force at the instant of the evidence: from its beginning on, up to its end, which is not
// included.
func (s *seeking) atOnce() {
	var n held
	var ended time.Time
	for _, h := range s.have {
		switch until := h.record.Until; {
		case until.IsZero() || s.x.asOf.Before(until):
			n.add(h.sure, 1)
		case until.After(ended):
			ended = until
		}
	}
	whole := s.x.isComplete(s.doc.kind, s.x.asOf, s.x.asOf)
	s.decide(n, s.lack(n, ended), whole, whole)
}

// decide makes the row of a number of documents; lack is the reason of too few. Whole says that nothing is missing from the evidence, some
// that it is not at one instant at least.
func (s *seeking) decide(n held, lack Reason, whole, some bool) {
	row, kind := &s.row, s.doc.kind
	limited := s.atMost >= 0
	switch {
	case limited && n.sure > s.atMost:
		row.State, row.Reason = Breached, Reason{TooMany, []string{kind, strconv.Itoa(n.sure), strconv.Itoa(s.atMost)}}
	case n.all < s.atLeast && some:
		row.State, row.Reason = Breached, lack
	case n.all < s.atLeast, limited && !whole:
		row.State, row.Reason = Unknown, Reason{NotComplete, []string{kind}}
	case n.sure < s.atLeast, limited && n.all > s.atMost:
		row.State, row.Reason = Unknown, missing(s.open)
	default:
		row.State = Met
		s.show()
	}
}

// show names the first document that counts for certain.
func (s *seeking) show() {
	i := slices.IndexFunc(s.have, func(h holding) bool { return h.sure })
	if i >= 0 {
		s.row.Record, s.row.At = s.have[i].record.ID, s.have[i].record.At
	}
}

// lack returns why there are too few documents: there is none, it is not in force since an instant, or there are some. It is empty where
// there are enough.
func (s *seeking) lack(n held, since time.Time) Reason {
	kind := s.doc.kind
	switch {
	case n.all >= s.atLeast:
		return Reason{}
	case n.all > 0:
		return Reason{Short, []string{strconv.Itoa(n.all), strconv.Itoa(s.atLeast), kind}}
	case since.IsZero() || len(s.have) == 0:
		return Reason{Absent, []string{kind}}
	}
	return Reason{Expired, []string{kind, dayOf(since, s.x.zone).String()}}
}
