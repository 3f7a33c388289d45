package schedule

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// maxRosterDays bounds the days of an entry, and maxRosterEntries the entries.
const (
	maxRosterDays    = 3660
	maxRosterEntries = 100_000
)

// Roster is who is to be at which post on which shifts (排班表). It is a document; [Roster.Sheet] makes of it what
// [Manning.Cover] judges before the time comes.
type Roster struct {
	// Code names the roster.
	Code string `json:"code"`
	// Calendar is the code of the calendar whose shifts it means.
	Calendar string `json:"calendar"`
	// Entries are its rows, in any order.
	Entries []RosterEntry `json:"entries"`
}

// RosterEntry puts a person on a shift, for a day or every day of several: exactly one of Shift and Window.
type RosterEntry struct {
	// Person is who.
	Person string `json:"person"`
	// Post is the code of the post.
	Post string `json:"post"`
	// Shift is the code of a shift, which is worked on those of the days that have it.
	Shift string `json:"shift,omitempty"`
	// Window is a part of the day instead.
	Window civil.Window `json:"window,omitzero"`
	// From is the first day; a night shift belongs to the day it begins on.
	From civil.Date `json:"from"`
	// To is the last day; unset: the first alone.
	To civil.Date `json:"to,omitzero"`
	// Skills are what the person is able to do.
	Skills []string `json:"skills,omitempty"`
}

// Check reports every problem of the roster by itself; whether the calendar and its shifts exist, [Roster.Sheet]
// reports.
func (r Roster) Check(l *invalid.List) {
	required(l, "code", r.Code)
	required(l, "calendar", r.Calendar)
	if n := len(r.Entries); n > maxRosterEntries {
		l.At("entries").Add(ErrCoverTooMany, strconv.Itoa(n), strconv.Itoa(maxRosterEntries))
	}
	l.Enter("entries")
	for i := range r.Entries {
		l.EnterIndex(i)
		r.Entries[i].check(l)
		l.Leave()
	}
	l.Leave()
}

func (e *RosterEntry) check(l *invalid.List) {
	required(l, "person", e.Person)
	required(l, "post", e.Post)
	if (e.Shift == "") == e.Window.IsZero() {
		l.At("shift").Add(ErrCoverEntry)
	}
	switch {
	case e.From.IsZero():
		l.At("from").Add(invalid.ErrRequired, "from")
	case e.last() < e.From:
		l.At("to").Add(ErrReversed, e.From.String(), e.To.String())
	case e.last().DaysSince(e.From) >= maxRosterDays:
		l.At("to").Add(ErrCoverTooMany, strconv.Itoa(e.last().DaysSince(e.From)+1), strconv.Itoa(maxRosterDays))
	}
	checkNames(l, "skills", e.Skills)
}

// last returns the last day of the entry.
func (e *RosterEntry) last() civil.Date {
	if e.To.IsZero() {
		return e.From
	}
	return e.To
}

// Sheet returns the stretches of time that the roster plans, entry by entry. Calendars are those that it may name, by
// their codes.
//
// Errors: an *[invalid.Error] with every problem: [ErrCalendar], [ErrCoverShift], [ErrCoverNoShift] for an entry on
// none of whose days the calendar has the shift, and what [Roster.Check] reports. With a
// [worktime.UnknownYearError] the sheet is a guess by the hours of the week alone.
func (r Roster) Sheet(calendars map[string]*worktime.Calendar) (Sheet, error) {
	var l invalid.List
	r.Check(&l)
	calendar := namedCalendar(&l, r.Calendar, calendars)
	shifts := coverShifts(calendar)
	for i := range r.Entries {
		if _, ok := shifts[r.Entries[i].Shift]; !ok && r.Entries[i].Shift != "" && calendar != nil {
			l.At("entries", i, "shift").Add(ErrCoverShift, invalid.Quote(r.Calendar), invalid.Quote(r.Entries[i].Shift))
		}
	}
	if err := l.Err("roster " + r.Code); err != nil {
		return Sheet{}, err
	}
	var s Sheet
	var unknown error
	for i := range r.Entries {
		n := len(s.Attendance)
		if err := r.Entries[i].addTo(&s, calendar); unknown == nil {
			unknown = err
		}
		if e := &r.Entries[i]; len(s.Attendance) == n {
			l.At("entries", i, "shift").Add(ErrCoverNoShift, invalid.Quote(e.Shift), e.From.String(), e.last().String())
		}
	}
	if err := l.Err("roster " + r.Code); err != nil {
		return Sheet{}, err
	}
	return s, unknown
}

// addTo appends the stretches of an entry, and returns what the calendar does not know.
func (e *RosterEntry) addTo(s *Sheet, calendar *worktime.Calendar) error {
	if e.Shift == "" {
		open, end := e.Window.Minutes()
		w := coverWindow{open: civil.Moment(open), end: civil.Moment(end)}
		for d := e.From; d <= e.last(); d++ {
			row := Attendance{Person: e.Person, Post: e.Post, Skills: slices.Clone(e.Skills)}
			row.Start, row.End = w.instants(d, calendar.Location())
			s.add(row)
		}
		return nil
	}
	var unknown error
	for d := e.From; d <= e.last(); d++ {
		duties, err := calendar.ShiftsOn(d)
		if unknown == nil {
			unknown = err
		}
		for _, duty := range duties {
			if duty.Shift == e.Shift {
				s.add(Attendance{e.Person, e.Post, duty.Start, duty.End, slices.Clone(e.Skills)})
			}
		}
	}
	return unknown
}

// add appends a row, but for one that the clocks have jumped over.
func (s *Sheet) add(a Attendance) {
	if a.Start.Before(a.End) {
		s.Attendance = append(s.Attendance, a)
	}
}
