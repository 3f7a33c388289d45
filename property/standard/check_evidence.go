package standard

import (
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// check reports every problem of the evidence for a standard: names that are not declared, values that are not of their type,
// subjects and records twice.
func (e *Evidence) check(l *invalid.List, r *Rules) {
	zone := r.calendar.Location()
	if e.AsOf.IsZero() {
		l.At("asOf").Add(invalid.ErrRequired, "asOf")
	}
	if e.Zone != zone.String() {
		l.At("zone").Add(ErrZone, invalid.Quote(e.Zone), invalid.Quote(zone.String()))
	}
	checkSpan(l, "end", e.Start, e.End, zone)
	if e.End.In(zone).After(e.Start.In(zone).AddDate(maxYears, 0, 0)) {
		l.At("end").Add(ErrLong, e.Start.String(), e.End.String())
	}
	k := evidenceCheck{list: l, rules: r, words: r.words, zone: zone}
	k.fields("estate", "estate", e.Estate, nil, r.words.estate)
	k.subjects(e.Subjects)
	k.records(e.Records)
	k.figures(e)
	for i := range e.Complete {
		l.Enter("complete")
		l.EnterIndex(i)
		e.Complete[i].check(l, &k)
		l.Leave()
		l.Leave()
	}
}

// maxYears is how long a period may be.
const maxYears = 100

// checkSpan reports a span that has no beginning, no end, or nothing between them.
func checkSpan(l *invalid.List, end string, from, to Point, zone *time.Location) {
	switch {
	case from.IsZero() || to.IsZero():
		l.At(end).Add(invalid.ErrRequired, end)
	case !from.In(zone).Before(to.In(zone)):
		l.At(end).Add(ErrReversed, from.String(), to.String())
	}
}

// evidenceCheck is one check of evidence.
type evidenceCheck struct {
	list  *invalid.List
	rules *Rules
	words *lexicon
	zone  *time.Location
	// last is the last ID of each kind of records, as long as all were in order; ids are all of them after that.
	last map[string]string
	ids  idTable
}

type kindID struct{ kind, id string }

func (k *evidenceCheck) subjects(list []Subject) {
	seen := make(map[kindID]bool, len(list))
	for i := range list {
		s := &list[i]
		kind := k.words.kinds[s.Kind]
		switch {
		case kind == nil:
			k.list.At("subjects", i, "kind").Add(ErrKind, invalid.Quote(s.Kind))
		case !kind.Subject:
			k.list.At("subjects", i, "kind").Add(ErrNoSubjects, invalid.Quote(s.Kind))
		}
		if s.ID == "" {
			k.list.At("subjects", i, "id").Add(invalid.ErrRequired, "id")
		}
		if seen[kindID{s.Kind, s.ID}] {
			k.list.At("subjects", i, "id").Add(ErrTwice, invalid.Quote(s.ID))
		}
		seen[kindID{s.Kind, s.ID}] = true
		k.list.Enter("subjects")
		k.list.EnterIndex(i)
		k.fields("fields", s.Kind, s.Fields, kind, nil)
		k.list.Leave()
		k.list.Leave()
	}
}

// figures reports figures that are not declared, have no value or half a period, and one of the same subject and period as another.
func (k *evidenceCheck) figures(e *Evidence) {
	type key struct {
		figureKey
		stretch
	}
	seen := make(map[key]bool, len(e.Figures))
	for i := range e.Figures {
		f := &e.Figures[i]
		if !k.words.figures[f.Figure] {
			k.list.At("figures", i, "figure").Add(ErrFigure, invalid.Quote(f.Figure))
		}
		if !f.Value.IsSet() {
			k.list.At("figures", i, "value").Add(invalid.ErrRequired, "value")
		}
		own := key{figureKey{f.Figure, f.Subject}, e.periodOf(f, k.zone).plain()}
		if seen[own] {
			k.list.At("figures", i).Add(ErrTwice, invalid.Quote(f.Figure))
		}
		seen[own] = true
		if f.Start.IsZero() != f.End.IsZero() {
			k.list.At("figures", i, "end").Add(invalid.ErrRequired, "end")
		} else if !f.Start.IsZero() {
			k.list.Enter("figures")
			k.list.EnterIndex(i)
			checkSpan(k.list, "end", f.Start, f.End, k.zone)
			k.list.Leave()
			k.list.Leave()
		}
	}
}
