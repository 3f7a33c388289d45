package standard

import (
	"errors"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// publicationDue is one publication that is due.
type publicationDue struct {
	period civil.Period
	event  *PublicationEvent
	day    civil.Date // the last day; unset: it is due already, or that is open
	at     time.Time  // the instant instead, where hours are counted
	why    Reason     // why it is not known when it is due
}

// instant returns when it is no longer in time, false if there is no such instant.
func (d *publicationDue) instant(zone *time.Location) (time.Time, bool) {
	if !d.at.IsZero() {
		return d.at, true
	}
	return (d.day + 1).In(zone), !d.day.IsZero()
}

// inTime reports whether an instant is not after the due; the whole of the last day is in time.
func (d *publicationDue) inTime(t time.Time, zone *time.Location) bool {
	if !d.at.IsZero() {
		return !t.After(d.at)
	}
	return d.day.IsZero() || dayOf(t, zone) <= d.day
}

// dues lists the publications of an item that are due in the period asked about, in order.
func (s *publicationSight) dues(i *PublicationItem) []publicationDue {
	open := Reason{}
	if name := i.open(); name != "" {
		open = Reason{ParamUnset, []string{name}}
	}
	switch {
	case i.Due.Every != nil && i.Due.Every.In == 0:
		return []publicationDue{{why: open}}
	case i.Due.Every != nil:
		return s.everyDue(i, open)
	case !i.Due.By.IsZero():
		return s.yearlyDue(i)
	case i.Due.Once != nil:
		return s.onceDue(i)
	}
	return s.eventDue(i, open)
}

// everyDue lists the periods whose statements are due; where that is open, those that end in the period asked about.
func (s *publicationSight) everyDue(i *PublicationItem, open Reason) []publicationDue {
	start, end := beginOf(i.Due.Every.In, s.period.Start)
	due := func() publicationDue {
		d := publicationDue{period: civil.Period{Start: start, End: end}, why: open}
		if open.Code == 0 {
			d.day, d.why = s.after(end-1, i.Due.Every.After, i.Rest)
		}
		return d
	}
	back := func() bool { // is the one before it due in the period too?
		d := due()
		return !d.day.IsZero() && d.day >= s.period.Start && start > s.first()
	}
	for back() {
		start, end = beginOf(i.Due.Every.In, start-1)
	}
	var out []publicationDue
	for ; ; start, end = beginOf(i.Due.Every.In, end) {
		d := due()
		last := d.day
		if last.IsZero() {
			last = end - 1
		}
		if last >= s.period.End || start >= s.period.End {
			return out
		}
		if last >= s.period.Start && s.binds(start, end-1) {
			out = append(out, d)
		}
	}
}

// first is the day before which no period is looked for.
func (s *publicationSight) first() civil.Date { return max(s.doc.From, civil.MustNew(2, 1, 1)) }

// yearlyDue lists the years whose day lies in the period asked about.
func (s *publicationSight) yearlyDue(i *PublicationItem) []publicationDue {
	var out []publicationDue
	for year := max(s.period.Start.Year()-1, 2); year <= s.period.End.Year()+1; year++ { // a day of rest may move it out of its year
		first, next := civil.Month(year, time.January).Start, civil.Month(year+1, time.January).Start
		d := publicationDue{period: civil.Period{Start: first, End: next}}
		first = i.Due.By.In(year)
		d.day, d.why = s.after(first, civil.Span{}, i.Rest)
		if s.period.Contains(d.day) && s.binds(first, first) {
			out = append(out, d)
		}
	}
	return out
}

// onceDue is what has to be there for all time, from its last day on.
func (s *publicationSight) onceDue(i *PublicationItem) []publicationDue {
	d := publicationDue{day: i.Due.Once.By}
	if !d.day.IsZero() {
		d.day, d.why = s.after(d.day, civil.Span{}, i.Rest)
	}
	if d.day >= s.period.End || !s.binds(s.period.Start, s.period.End-1) {
		return nil
	}
	return []publicationDue{d}
}

// eventDue lists the events after which something is due in the period asked about; where that is open, those that are in it.
func (s *publicationSight) eventDue(i *PublicationItem, open Reason) []publicationDue {
	w := i.Due.Within
	var out []publicationDue
	for j := range s.log.Events {
		e := &s.log.Events[j]
		if e.Event != w.After || e.At.After(s.asOf) || !s.binds(dayOf(e.At, s.zone), dayOf(e.At, s.zone)) {
			continue
		}
		d := publicationDue{event: e, why: open}
		on := dayOf(e.At, s.zone)
		switch {
		case open.Code != 0:
		case w.Span.Seconds() > 0:
			t := term{shift: w.Span}
			d.at = t.moved(scalar{typ: Instant, at: e.At}, s.zone).at
			on = dayOf(d.at, s.zone)
		default:
			d.day, d.why = s.after(on, w.Span, i.Rest)
			on = d.day
		}
		if s.period.Contains(on) {
			out = append(out, d)
		}
	}
	from := s.period.Start.AddMonths(-w.Span.Months()).AddDays(-w.Span.Days() - 3*w.Span.Workdays() - w.Span.Seconds()/(24*3600) - 1)
	if !s.run.isComplete(w.After, max(from, s.doc.From).In(s.zone), s.period.End.In(s.zone)) {
		out = append(out, publicationDue{why: Reason{NotComplete, []string{w.After}}})
	}
	return out
}

// binds reports whether some of the days, both included, are days on which the document binds.
func (s *publicationSight) binds(from, to civil.Date) bool {
	return to >= s.doc.From && (s.doc.To.IsZero() || from <= s.doc.To)
}

// after returns the last day of a length that runs from a day, which is not counted, moved off days of rest. Where the holidays of a
// year are not known, that is the reason, and the day a guess.
func (s *publicationSight) after(d civil.Date, length civil.Span, rest worktime.Rest) (civil.Date, Reason) {
	var first, second error
	if n := length.Workdays(); n > 0 {
		d, first = s.calendar.AddDays(d, n)
	} else {
		d = d.AddMonths(length.Months()).AddDays(length.Days())
	}
	if rest != 0 {
		d, second = s.calendar.Rest(d, rest)
	}
	return d, whyNoDay(errors.Join(first, second))
}

// whyNoDay is the reason of an error of a calendar.
func whyNoDay(err error) Reason {
	var year *worktime.UnknownYearError
	switch {
	case err == nil:
		return Reason{}
	case errors.As(err, &year):
		return Reason{YearUnknown, []string{strconv.Itoa(year.Year)}}
	}
	return Reason{BadRow, []string{err.Error()}}
}
