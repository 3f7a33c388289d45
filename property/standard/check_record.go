package standard

import (
	"cmp"
	"hash/maphash"
	"math/bits"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

func (k *evidenceCheck) records(list []Record) {
	k.last = map[string]string{}
	var kind *Kind
	for i := range list {
		if i == 0 || list[i].Kind != list[i-1].Kind {
			kind = k.words.kinds[list[i].Kind]
		}
		if kind != nil && k.isTwice(list, i) {
			k.list.At("records", i, "id").Add(ErrTwice, invalid.Quote(list[i].ID))
		}
		k.list.Enter("records")
		k.list.EnterIndex(i)
		k.record(&list[i], kind)
		k.list.Leave()
		k.list.Leave()
	}
}

// isTwice reports whether a record of the kind of one stands before it under the same ID. While the IDs of a kind come in order, shorter
// ones first, the last tells that a further one is new; once one does not, all are kept in a table.
func (k *evidenceCheck) isTwice(list []Record, at int) bool {
	if k.ids.slots == nil {
		kind, id := list[at].Kind, list[at].ID
		last := k.last[kind]
		if last == "" || cmp.Or(cmp.Compare(len(last), len(id)), cmp.Compare(last, id)) < 0 {
			k.last[kind] = id
			return false
		}
		k.ids = newIDTable(len(list))
		for i := range at {
			k.ids.take(list, i)
		}
	}
	return k.ids.take(list, at)
}

// idTable finds records by kind and ID: their places in the list, from 1 on, hashed into slots of which half are free.
type idTable struct {
	slots []int32
	seed  maphash.Seed
}

func newIDTable(records int) idTable {
	return idTable{make([]int32, 1<<bits.Len(uint(2*records))), maphash.MakeSeed()} //nolint:gosec // a length is not below 0
}

// take puts a record into the table, and reports whether it was there.
func (t *idTable) take(list []Record, at int) bool {
	r, mask := &list[at], uint64(len(t.slots)-1)
	h := maphash.String(t.seed, r.ID) + bits.RotateLeft64(maphash.String(t.seed, r.Kind), 1)
	for ; ; h++ {
		slot := &t.slots[h&mask]
		if *slot == 0 {
			*slot = int32(at + 1) //nolint:gosec // fewer than 2³¹ records fit into memory
			return false
		}
		if o := &list[*slot-1]; o.ID == r.ID && o.Kind == r.Kind {
			return true
		}
	}
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
