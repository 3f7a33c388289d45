package standard

import (
	"cmp"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

func (k *evidenceCheck) records(list []Record) {
	k.ids = map[*Kind]*idSet{}
	for i := range list {
		kind := k.words.kinds[list[i].Kind]
		if kind != nil && k.isTwice(list[:i+1], kind) {
			k.list.At("records", i, "id").Add(ErrTwice, invalid.Quote(list[i].ID))
		}
		k.list.Enter("records")
		k.list.EnterIndex(i)
		k.record(&list[i], kind)
		k.list.Leave()
		k.list.Leave()
	}
}

// idSet is the IDs of the records of a kind. While they come in order, shorter ones first, the last tells that a further one is new.
type idSet struct {
	last string
	seen map[string]struct{}
}

// isTwice reports whether the ID of the last record of a list stands before, for a record of its kind.
func (k *evidenceCheck) isTwice(list []Record, kind *Kind) bool {
	set := k.ids[kind]
	if set == nil {
		set = &idSet{}
		k.ids[kind] = set
	}
	before, id := list[:len(list)-1], list[len(list)-1].ID
	if set.seen == nil {
		if set.last == "" || cmp.Or(cmp.Compare(len(set.last), len(id)), cmp.Compare(set.last, id)) < 0 {
			set.last = id
			return false
		}
		set.seen = map[string]struct{}{}
		for i := range before {
			if before[i].Kind == kind.Code {
				set.seen[before[i].ID] = struct{}{}
			}
		}
	}
	_, twice := set.seen[id]
	set.seen[id] = struct{}{}
	return twice
}

func (k *evidenceCheck) record(r *Record, kind *Kind) {
	switch {
	case kind == nil:
		k.list.At("kind").Add(ErrKind, invalid.Quote(r.Kind))
	case kind.Subject:
		k.list.At("kind").Add(ErrNoRecords, invalid.Quote(r.Kind))
	}
	if r.ID == "" {
		k.list.At("id").Add(invalid.ErrRequired, "id")
	}
	if !r.Until.IsZero() && r.Until.Before(r.At) {
		k.list.At("until").Add(ErrReversed, r.At.Format(time.RFC3339), r.Until.Format(time.RFC3339))
	}
	k.fields("fields", r.Kind, r.Fields, kind, nil)
	if kind == nil {
		return
	}
	for i := range r.Events {
		if r.Events[i].At.IsZero() {
			k.list.At("events", i, "at").Add(invalid.ErrRequired, "at")
		}
		if !kind.hasEvent(r.Events[i].Name) {
			k.list.At("events", i, "name").Add(ErrEvent, invalid.Quote(r.Events[i].Name), invalid.Quote(r.Kind))
		}
	}
	k.items(r, kind)
}

func (k *evidenceCheck) items(r *Record, kind *Kind) {
	seen := repeated{}
	for i, m := range r.Items {
		if !kind.hasItem(m.Code) {
			k.list.At("items", i, "code").Add(ErrItem, invalid.Quote(m.Code), invalid.Quote(r.Kind))
		}
		if m.Result == 0 || m.Result > NA {
			k.list.At("items", i, "result").Add(invalid.ErrRequired, "result")
		}
		if seen.has(i, m.Code, func(j int) string { return r.Items[j].Code }) {
			k.list.At("items", i, "code").Add(ErrTwice, invalid.Quote(m.Code))
		}
	}
}

// repeated finds names that stand twice in a list: in a short one by looking back, in a long one by what was seen.
type repeated struct{ seen map[string]struct{} }

func (s *repeated) has(i int, name string, at func(int) string) bool {
	const short = 32
	if i < short {
		for j := range i {
			if at(j) == name {
				return true
			}
		}
		return false
	}
	if s.seen == nil {
		s.seen = map[string]struct{}{}
		for j := range i {
			s.seen[at(j)] = struct{}{}
		}
	}
	_, twice := s.seen[name]
	s.seen[name] = struct{}{}
	return twice
}
