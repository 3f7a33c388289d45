package standard

import (
	"slices"
	"time"
)

// checking is one run of a checklist over its subjects, in the same memory.
type checking struct {
	*checklistJudge
	x     *run
	yield func(*Row) bool
	now   time.Time
	row   Row
}

// subject judges what was found at a subject, and its sheets; it returns false to stop.
func (c *checking) subject(s *Subject) bool {
	switch t, field := c.where.hold(c.x, nil, s); t {
	case no:
		return true
	case maybe:
		return c.unknown(s, nil, missing(field))
	case yes:
	}
	if !c.found(s) {
		return false
	}
	if c.use == UseEvery {
		return c.every(s)
	}
	return c.latest(s)
}

// found judges the findings of the period about a subject: one with the code of an item breaches it, whatever the sheets say.
func (c *checking) found(s *Subject) bool {
	if !c.findings {
		return true
	}
	for _, e := range c.x.about(findingKind, s) {
		if c.finding(s, e.record) && !c.yield(&c.row) {
			return false
		}
	}
	if s == nil {
		return true
	}
	for _, e := range c.x.of(findingKind, "") { // of which it is not known where it was
		if !c.finding(s, e.record) {
			continue
		}
		if c.row.State == Breached {
			c.row.State, c.row.Reason = Unknown, missing("subject")
		}
		c.row.Subject = s.ID
		if !c.yield(&c.row) {
			return false
		}
	}
	return true
}

// finding judges what was found, by the item that it breaks; it is false where that is none of these, or it is not of the period.
func (c *checking) finding(s *Subject, r *Record) bool {
	if r.At.After(c.x.asOf) || !c.x.within(r) {
		return false
	}
	item := textOf(r.Fields, findingItem)
	switch {
	case item == "":
		c.row = c.about(s, r, Unknown, Reason{FieldMissing, []string{findingItem}})
	case slices.Contains(c.items, item):
		c.row = c.about(s, r, Breached, Reason{ItemFailed, []string{item}})
	default:
		return false
	}
	return true
}

// every judges each sheet of the period.
func (c *checking) every(s *Subject) bool {
	var last *Record
	for _, e := range c.x.about(c.sheet, s) {
		r := e.record
		if !r.At.IsZero() && (r.At.Before(c.x.start) || !c.made(r)) {
			continue
		}
		if last == nil || !r.At.Before(last.At) {
			last = r
		}
		if c.judge(s, r); !c.yield(&c.row) {
			return false
		}
	}
	if last == nil {
		return c.unknown(s, nil, Reason{NoSheet, []string{c.sheet}})
	}
	if why := c.stale(last); why.Code != 0 {
		return c.unknown(s, last, why)
	}
	return true
}

// latest judges the last sheet: of the period, or where it has an age, of any time, for as long as it lasts.
func (c *checking) latest(s *Subject) bool {
	var last, undated *Record
	several := false // that are undated
	for _, e := range c.x.about(c.sheet, s) {
		switch r := e.record; {
		case r.At.IsZero():
			several, undated = undated != nil, r
		case !c.made(r), c.maxAge.IsZero() && r.At.Before(c.x.start):
		case last == nil || !r.At.Before(last.At):
			last = r
		}
	}
	switch {
	case last == nil && undated == nil:
		return c.unknown(s, nil, Reason{NoSheet, []string{c.sheet}})
	case undated != nil && (several || last != nil || !c.maxAge.IsZero()):
		return c.unknown(s, undated, missing("at")) // is it the latest, and how old?
	case undated != nil:
		last = undated
	case !c.maxAge.IsZero():
		if why := c.stale(last); why.Code != 0 {
			return c.unknown(s, last, why)
		}
		if last.At.Before(c.x.start) && !c.x.isComplete(c.sheet, last.At, c.x.start) {
			return c.unknown(s, last, Reason{NotComplete, []string{c.sheet}})
		}
	}
	c.worst(s, last.At)
	return c.yield(&c.row)
}

// worst judges the sheets of an instant, and keeps the row of the worst of them.
func (c *checking) worst(s *Subject, at time.Time) {
	var n Counts
	var worst Row
	for _, e := range c.x.about(c.sheet, s) {
		if !e.record.At.Equal(at) {
			continue
		}
		c.judge(s, e.record)
		n.count(c.row.State)
		if c.row.State == n.joined() {
			worst = c.row
		}
	}
	c.row = worst
}

// made reports whether a sheet was made by now, within the period or before.
func (c *checking) made(r *Record) bool {
	return r.At.Before(c.x.end) && !r.At.After(c.x.asOf)
}

// stale returns why a sheet is too old, and nothing if it is not.
func (c *checking) stale(r *Record) Reason {
	switch {
	case c.maxAge.IsZero():
		return Reason{}
	case r.At.IsZero():
		return missing("at")
	case c.now.After(c.x.lasts(r.At, c.maxAge)):
		return Reason{SheetStale, []string{c.x.stamp(r.At)}}
	}
	return Reason{}
}

// judge judges the items of a sheet, those that do not apply left out.
func (c *checking) judge(s *Subject, r *Record) {
	var failed, absent []string
	judged, next := false, 0
	for _, code := range c.items {
		i := markOf(r.Items, code, next)
		if i < 0 {
			absent = append(absent, code)
			continue
		}
		next = i + 1
		switch r.Items[i].Result {
		case Fail:
			failed = append(failed, code)
		case Pass:
			judged = true
		case NA:
		}
	}
	switch {
	case len(failed) > 0:
		c.row = c.about(s, r, Breached, Reason{ItemFailed, failed})
	case len(absent) > 0:
		c.row = c.about(s, r, Unknown, Reason{FieldMissing, absent})
	case judged:
		c.row = c.about(s, r, Met, Reason{})
	default:
		c.row = c.about(s, r, NotApplicable, Reason{Code: NoRows})
	}
}

// markOf returns the place of an item in a sheet, −1 if it is not there. Sheets mostly have the order of the list, so that it is looked
// for from the place after the item before.
func markOf(items []Mark, code string, next int) int {
	for i := next; i < len(items); i++ {
		if items[i].Code == code {
			return i
		}
	}
	for i := range min(next, len(items)) {
		if items[i].Code == code {
			return i
		}
	}
	return -1
}

func (c *checking) unknown(s *Subject, r *Record, why Reason) bool {
	c.row = c.about(s, r, Unknown, why)
	return c.yield(&c.row)
}

// about makes a row of a subject, or of what the record names, and of the record if there is one.
func (c *checking) about(s *Subject, r *Record, state State, why Reason) Row {
	row := Row{Subject: idOf(s), State: state, Reason: why}
	if r != nil {
		row.Subject, row.Record, row.At = r.Subject, r.ID, r.At
	}
	return row
}

// textOf returns the text of a field, "" if it is not there.
func textOf(fields []Field, name string) string {
	i := fieldIndex(fields, name)
	if i < 0 {
		return ""
	}
	return fields[i].Value
}
