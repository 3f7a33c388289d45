package csv

import (
	"slices"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
)

// evidenceKey names a record or subject, or a figure of a period.
type evidenceKey struct {
	kind, id   string
	start, end civil.Date
}

// takeRecord takes a row of records. Whether they fit a standard is seen when they are evaluated.
func (r *reader) takeRecord() {
	d := &r.draft.evidence
	rec := &d.record
	r.identify(rec)
	kind := r.kindNamed("record.kind", rec.Kind, false)
	r.checkOnce("record.id", "record", evidenceKey{kind: rec.Kind, id: rec.ID})
	r.recordSpan(d)
	for _, c := range d.open {
		if event, ok := cutEvent(c.name); ok {
			r.takeInstants(kind, event, c)
			continue
		}
		if f, ok := r.typed(kind, c); ok {
			rec.Fields = append(rec.Fields, f)
		}
	}
	r.finishEvents(d)
	r.checkItems(kind, rec)
	if !r.failed() {
		r.evidence[evidenceKey{kind: rec.Kind, id: rec.ID}] = r.row.line
		r.im.Unclear += r.draft.kase.unclear
		r.im.Records = append(r.im.Records, *rec)
	}
}

// identify gives a record of a table without IDs that of its kind and line: patrol-17. In a table that has them none may be empty.
func (r *reader) identify(rec *standard.Record) {
	if r.has("record.id") {
		r.required("record.id", rec.ID)
		return
	}
	rec.ID = rec.Kind + "-" + strconv.Itoa(r.row.line)
}

// has reports whether the table or its mapping says something of a field.
func (r *reader) has(name string) bool {
	return slices.ContainsFunc(r.bindings, func(b binding) bool { return b.field.name == name })
}

func (r *reader) takeSubject() {
	d := &r.draft.evidence
	s := &d.subject
	kind := r.kindNamed("subject.kind", s.Kind, true)
	r.required("subject.id", s.ID)
	key := evidenceKey{kind: s.Kind, id: s.ID}
	r.checkOnce("subject.id", "subject", key)
	for _, c := range d.open {
		if f, ok := r.typed(kind, c); ok {
			s.Fields = append(s.Fields, f)
		}
	}
	if !r.failed() {
		r.evidence[key] = r.row.line
		r.im.Unclear += r.draft.kase.unclear
		r.im.Subjects = append(r.im.Subjects, *s)
	}
}

func (r *reader) takeFigure() {
	d := &r.draft.evidence
	f := &d.figure
	r.required("figure.code", f.Figure)
	if !f.Value.IsSet() {
		r.badField("figure.value", invalid.ErrRequired, "figure.value")
	}
	end := r.lastDay("figure.last", d.last, d.end)
	switch {
	case d.start.IsZero() && end.IsZero():
	case d.start.IsZero():
		r.badField("figure.start", invalid.ErrRequired, "figure.start")
	case end.IsZero():
		r.badField("figure.last", invalid.ErrRequired, "figure.last")
	case end <= d.start:
		r.badField("figure.last", standard.ErrReversed, d.start.String(), end.String())
	default:
		f.Start, f.End = standard.OnDay(d.start), standard.OnDay(end)
	}
	key := evidenceKey{f.Figure, f.Subject, d.start, end}
	r.checkOnce("figure.code", "figure", key)
	if !r.failed() {
		r.evidence[key] = r.row.line
		r.im.Figures = append(r.im.Figures, *f)
	}
}

func (r *reader) required(name, text string) {
	if text == "" {
		r.badField(name, invalid.ErrRequired, name)
	}
}

// checkOnce reports what an earlier row has.
func (r *reader) checkOnce(name, what string, key evidenceKey) {
	if line, twice := r.evidence[key]; twice {
		id := key.id
		if id == "" {
			id = key.kind
		}
		r.badField(name, ErrTwice, what, invalid.Quote(id), strconv.Itoa(line))
	}
}

// lastDay returns the end of a period from its last day, or the end itself.
func (r *reader) lastDay(name string, last, end civil.Date) civil.Date {
	switch {
	case last.IsZero():
		return end
	case !end.IsZero() && end != last.AddDays(1):
		r.badField(name, ErrTwoEnds, last.String(), end.String())
	}
	return last.AddDays(1)
}

// recordSpan settles when a record began and ended: by instants, or by its first and last day.
func (r *reader) recordSpan(d *evidenceCells) {
	rec := &d.record
	rec.At = r.either("record.at", "record.on", rec.At, d.on, 0)
	rec.Until = r.either("record.until", "record.last", rec.Until, d.last, 1)
	if !rec.Until.IsZero() && rec.Until.Before(rec.At) {
		name := "record.until"
		if !d.last.IsZero() {
			name = "record.last"
		}
		r.badField(name, standard.ErrReversed, rec.At.Format(time.RFC3339), rec.Until.Format(time.RFC3339))
	}
}

// either returns an instant, or the beginning of the day some days after another, on the clocks of the mapping's zone.
func (r *reader) either(instant, day string, at time.Time, on civil.Date, after int) time.Time {
	switch {
	case on.IsZero():
		return at
	case !at.IsZero():
		r.badField(day, invalid.ErrChoice, instant+", "+day, instant+", "+day)
		return at
	case r.clock.zone == nil:
		r.badField(day, ErrNoOffset, invalid.Quote(on.String()))
		return at
	}
	return on.AddDays(after).In(r.clock.zone)
}

// takeInstants takes the events of a name.
func (r *reader) takeInstants(kind *standard.Kind, event string, c openCell) {
	if kind != nil && !hasTerm(kind.Events, event) {
		r.badField(c.name, standard.ErrEvent, invalid.Quote(event), invalid.Quote(kind.Code))
		return
	}
	for _, text := range c.words {
		at, unclear, err := r.clock.instant(text)
		if err != nil {
			r.badText(c.name, err)
			return
		}
		r.draft.count(unclear)
		r.draft.evidence.record.Events = append(r.draft.evidence.record.Events, flow.Event{At: at, Name: event})
	}
}

// finishEvents puts the events of a case in order, those of one instant as their columns stand, and gives them their reasons.
func (r *reader) finishEvents(d *evidenceCells) {
	events := d.record.Events
	slices.SortStableFunc(events, func(a, b flow.Event) int { return a.At.Compare(b.At) })
	for i := range events {
		events[i].Seq = int64(i + 1)
	}
	for _, reason := range d.reasons {
		some := false
		for i := range events {
			if events[i].Name == reason.event {
				events[i].Reason, some = reason.reason, true
			}
		}
		if name := eventPrefix + reason.event + reasonSuffix; !some && !r.isGivenAnyway(name) {
			r.badField(name, ErrReasonAlone, eventPrefix+reason.event)
		}
	}
}

// checkItems reports items that sheets of the kind do not have.
func (r *reader) checkItems(kind *standard.Kind, rec *standard.Record) {
	if kind == nil || len(kind.Items) == 0 {
		return
	}
	for _, m := range rec.Items {
		if !hasTerm(kind.Items, m.Code) {
			r.badField(itemPrefix+m.Code, standard.ErrItem, invalid.Quote(m.Code), invalid.Quote(kind.Code))
		}
	}
}

func hasTerm(terms []standard.Term, code string) bool {
	return slices.ContainsFunc(terms, func(t standard.Term) bool { return t.Code == code })
}
