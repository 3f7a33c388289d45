package schedule

import (
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// Check reports every problem of the evidence: records without a name or named twice, fields that are unset, spans
// and excuses that end before they begin, figures below zero.
func (e Evidence) Check(l *invalid.List) {
	e.checkFields(l)
	e.checkSpans(l)
	e.checkRecords(l)
	if !e.Since.IsZero() {
		checkInstant(l.At("since"), "since", e.Since)
	}
	for i, r := range e.Readings {
		if r.Meter == "" {
			l.At("readings", i, "meter").Add(invalid.ErrRequired, "meter")
		}
		if !isCounted(r.At) {
			checkInstant(l.At("readings", i, "at"), "at", r.At)
		}
	}
}

func (e *Evidence) checkFields(l *invalid.List) {
	seen := make(map[string]bool, len(e.Fields))
	for i, f := range e.Fields {
		if f.Name == "" {
			l.At("fields", i, "name").Add(invalid.ErrRequired, "name")
		} else if seen[f.Name] {
			l.At("fields", i, "name").Add(ErrTwice, invalid.Quote(f.Name))
		}
		seen[f.Name] = true
		if f.At.IsZero() == f.On.IsZero() {
			l.At("fields", i).Add(ErrField)
		}
		if !f.At.IsZero() {
			checkInstant(l.At("fields", i, "at"), "at", f.At)
		}
	}
}

func (e *Evidence) checkSpans(l *invalid.List) {
	for i, s := range e.Spans {
		if s.Name == "" {
			l.At("spans", i, "name").Add(invalid.ErrRequired, "name")
		}
		checkEnds(l, "spans", i, s.Start, s.End)
	}
	for i, x := range e.Excuses {
		checkEnds(l, "excuses", i, x.Start, x.End)
	}
}

func (e *Evidence) checkRecords(l *invalid.List) {
	seen := make(map[string]bool, len(e.Records))
	for i, r := range e.Records {
		if r.ID == "" {
			l.At("records", i, "id").Add(invalid.ErrRequired, "id")
		} else if seen[r.ID] {
			l.At("records", i, "id").Add(ErrTwice, invalid.Quote(r.ID))
		}
		seen[r.ID] = true
		if r.Kind == "" {
			l.At("records", i, "kind").Add(invalid.ErrRequired, "kind")
		}
		if !isCounted(r.At) { // so that no path is written while nothing is wrong
			checkInstant(l.At("records", i, "at"), "at", r.At)
		}
		for k, f := range r.Figures {
			if f.Value.Sign() < 0 {
				l.At("records", i, "figures", k, "value").Add(ErrNegative, f.Value.String())
			}
		}
	}
}

func checkEnds(l *invalid.List, field string, i int, start, end time.Time) {
	checkInstant(l.At(field, i, "start"), "start", start)
	checkInstant(l.At(field, i, "end"), "end", end)
	if !start.Before(end) {
		l.At(field, i, "end").Add(ErrReversed, start.Format(time.RFC3339), end.Format(time.RFC3339))
	}
}

// checkInstant reports an instant that is unset, or outside the years that are counted.
func checkInstant(p invalid.Place, field string, t time.Time) {
	switch {
	case t.IsZero():
		p.Add(invalid.ErrRequired, field)
	case !isCounted(t):
		p.Add(ErrInstant, t.Format(time.RFC3339))
	}
}

// isCounted reports whether an instant is in the years 2 to 9998, so that it is in 1 to 9999 on every clock.
func isCounted(t time.Time) bool {
	year := t.UTC().Year()
	return 1 < year && year < 9999
}
