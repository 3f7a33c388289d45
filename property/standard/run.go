package standard

import (
	"cmp"
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// run is the evidence of one evaluation, in order.
type run struct {
	rules      *Rules
	evidence   *Evidence
	zone       *time.Location
	asOf       time.Time
	start, end time.Time
	// subjects are those of each kind, in the order of the evidence; ids are numbers of their IDs, across kinds.
	subjects  map[string][]*Subject
	bySubject map[kindID]*Subject
	ids       map[string]int32
	// records are those of each kind, by the number of their subject, then by time and ID.
	records map[string][]entry
	// figures are the readings of each figure, by their periods.
	figures  map[figureKey][]reading
	complete map[string][]stretch
	verdicts []Verdict // of the clauses that are judged already
	extra    int       // records beyond what was due, counted by a judge while it yields its rows
}

// entry is a record with the number of its subject, 0 for none, and the instant by which it is sorted.
type entry struct {
	subject int32
	nanos   int32
	seconds int64
	record  *Record
}

func newEntry(subject int32, r *Record) entry {
	at := r.when()
	return entry{subject, int32(at.Nanosecond()), at.Unix(), r} //nolint:gosec // fewer than 2³¹ nanoseconds are in a second
}

// stretch is a half-open stretch of time.
type stretch struct{ from, to time.Time }

func (r *Rules) newRun(e *Evidence) (*run, error) {
	var l invalid.List
	x := run{rules: r, evidence: e, zone: r.calendar.Location(), asOf: e.AsOf}
	e.check(&l, r)
	if err := l.Err("evidence"); err != nil {
		return nil, err
	}
	x.start, x.end = e.Start.In(x.zone), e.End.In(x.zone)
	x.indexSubjects()
	x.indexRecords()
	x.indexFigures()
	x.indexComplete()
	return &x, nil
}

func (x *run) indexSubjects() {
	x.subjects, x.ids = map[string][]*Subject{}, map[string]int32{"": 0}
	x.bySubject = make(map[kindID]*Subject, len(x.evidence.Subjects))
	for i := range x.evidence.Subjects {
		s := &x.evidence.Subjects[i]
		x.subjects[s.Kind] = append(x.subjects[s.Kind], s)
		x.bySubject[kindID{s.Kind, s.ID}] = s
		x.number(s.ID)
	}
}

func (x *run) number(id string) int32 {
	n, ok := x.ids[id]
	if !ok {
		n = int32(len(x.ids)) //nolint:gosec // fewer than 2³¹ subjects fit into memory
		x.ids[id] = n
	}
	return n
}

// when is the instant by which a record is sorted: its own, or that of its first event.
func (r *Record) when() time.Time {
	if !r.At.IsZero() || len(r.Events) == 0 {
		return r.At
	}
	first := r.Events[0].At
	for i := range r.Events {
		if r.Events[i].At.Before(first) {
			first = r.Events[i].At
		}
	}
	return first
}

// fillRecords sorts the records by kind, into lists that are cut from one. Records of a kind and of a subject often stand together, which
// saves looking both up.
func (x *run) fillRecords() {
	all := x.evidence.Records
	counts := map[string]int{}
	for i := 0; i < len(all); {
		first := i
		for i++; i < len(all) && all[i].Kind == all[first].Kind; i++ {
		}
		counts[all[first].Kind] += i - first
	}
	lists := make(map[string]*[]entry, len(counts))
	room := make([]entry, len(all))
	for i := 0; i < len(all); {
		kind, subject := all[i].Kind, all[i].Subject
		list := lists[kind]
		if list == nil {
			list = new([]entry)
			*list, room = room[:0:counts[kind]], room[counts[kind]:]
			lists[kind] = list
		}
		n := x.number(subject)
		for ; i < len(all) && all[i].Kind == kind && all[i].Subject == subject; i++ {
			*list = append(*list, newEntry(n, &all[i]))
		}
	}
	x.records = make(map[string][]entry, len(lists))
	for kind, list := range lists {
		x.records[kind] = *list
	}
}

func (x *run) indexRecords() {
	known := len(x.ids)
	x.fillRecords()
	if len(x.ids) > known {
		x.renumber(known)
	}
	for _, list := range x.records {
		if !slices.IsSortedFunc(list, compareEntries) {
			slices.SortFunc(list, compareEntries)
		}
	}
}

// renumber puts the subjects that records alone name in the order of their IDs, so that the order of records changes nothing.
func (x *run) renumber(known int) {
	strange := make([]string, 0, len(x.ids)-known)
	for id, n := range x.ids {
		if int(n) >= known {
			strange = append(strange, id)
		}
	}
	slices.Sort(strange)
	for i, id := range strange {
		x.ids[id] = int32(known + i) //nolint:gosec // as in number
	}
	for _, list := range x.records {
		for i := range list {
			if int(list[i].subject) >= known {
				list[i].subject = x.ids[list[i].record.Subject]
			}
		}
	}
}

func compareEntries(a, b entry) int {
	switch {
	case a.subject != b.subject:
		return cmp.Compare(a.subject, b.subject)
	case a.seconds != b.seconds:
		return cmp.Compare(a.seconds, b.seconds)
	case a.nanos != b.nanos:
		return cmp.Compare(a.nanos, b.nanos)
	}
	return cmp.Compare(a.record.ID, b.record.ID)
}

// all returns the records of a kind, by subject and time.
func (x *run) all(kind string) []entry { return x.records[kind] }

// of returns the records of a kind that name a subject, by time.
func (x *run) of(kind, subject string) []entry {
	n, ok := x.ids[subject]
	if !ok {
		return nil
	}
	list := x.records[kind]
	i, _ := slices.BinarySearchFunc(list, n, func(e entry, n int32) int { return cmp.Compare(e.subject, n) })
	j := i
	for j < len(list) && list[j].subject == n {
		j++
	}
	return list[i:j]
}

// indexComplete joins the statements on each kind into stretches that do not touch.
func (x *run) indexComplete() {
	x.complete = map[string][]stretch{}
	for i := range x.evidence.Complete {
		c := &x.evidence.Complete[i]
		x.complete[c.Kind] = append(x.complete[c.Kind], stretch{c.From.In(x.zone), c.To.In(x.zone)})
	}
	for i := range x.evidence.Complete {
		for _, kind := range x.evidence.Complete[i].Except {
			if _, own := x.complete[kind]; !own {
				x.complete[kind] = nil // what is said of every kind is not said of it
			}
		}
	}
	for kind, list := range x.complete {
		if kind != "*" {
			list = append(list, x.every(kind)...)
		}
		x.complete[kind] = joined(list)
	}
}

func joined(list []stretch) []stretch {
	slices.SortFunc(list, func(a, b stretch) int { return a.from.Compare(b.from) })
	var out []stretch
	for _, s := range list {
		if n := len(out); n > 0 && !s.from.After(out[n-1].to) {
			if s.to.After(out[n-1].to) {
				out[n-1].to = s.to
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

// isComplete reports whether everything of a kind in a stretch of time is here. What lies after the instant of the evidence has not
// happened and is not asked for.
func (x *run) isComplete(kind string, from, to time.Time) bool {
	if to.After(x.asOf) {
		to = x.asOf
	}
	if !from.Before(to) {
		from = to
	}
	list, ok := x.complete[kind]
	if !ok {
		list = x.complete["*"]
	}
	for _, s := range list {
		if !s.from.After(from) && !to.After(s.to) {
			return true
		}
	}
	return false
}

// whole reports whether a kind is complete for the whole period, as far as it has passed.
func (x *run) whole(kind string) bool { return x.isComplete(kind, x.start, x.end) }

// population yields the subjects of a kind; without a kind the estate, as nil.
func (x *run) population(kind string, yield func(*Subject) bool) {
	if kind == "" {
		yield(nil)
		return
	}
	for _, s := range x.subjects[kind] {
		if !yield(s) {
			return
		}
	}
}

func idOf(s *Subject) string {
	if s == nil {
		return ""
	}
	return s.ID
}

// dayOf returns the day that an instant falls on.
func dayOf(t time.Time, zone *time.Location) civil.Date { return civil.Of(t.In(zone)) }

// within reports whether a record belongs to the period: it was or began in it, or lasted into it, and has happened. One without an
// instant always does.
func (x *run) within(r *Record) bool {
	switch {
	case r.At.IsZero():
		return true
	case r.At.After(x.asOf) && r.Until.IsZero():
		return false
	case r.Until.IsZero():
		return !r.At.Before(x.start) && r.At.Before(x.end)
	}
	return overlap(r.At, r.Until, x.start, x.end)
}
