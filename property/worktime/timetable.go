package worktime

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
)

// Timetable says when work is done (作息时间): the hours of the week, the holidays, and the days
// that are otherwise. It is a document; [New] makes a [Calendar] of it.
//
// What holds on a day is, in this order: the override of the day; the entry of the holiday table;
// the hours of its weekday.
type Timetable struct {
	// Code is the name that promises and duties call the calendar by.
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// Zone is the place on whose clocks all times are read: "Asia/Shanghai".
	Zone string `json:"zone"`
	// Hours are the hours of the week.
	Hours []Hours `json:"hours"`
	// Shifts are the shifts that the hours and overrides name.
	Shifts []Shift `json:"shifts,omitempty"`
	// Holidays is the code of the table of holidays that closes days and makes others
	// working days: "cn". Empty: there are none, and every year is known.
	Holidays string `json:"holidays,omitempty"`
	// MakeUp is the weekday whose hours a Saturday or Sunday has that the table makes a working
	// day (调休补班). Needed where there is a table. A make-up day from Monday to Friday has its own hours.
	MakeUp Weekday `json:"makeUp,omitempty"`
	// Overrides are days on which other hours hold than the week and the table say.
	Overrides []Override `json:"overrides,omitempty"`
}

// Hours are the working hours of some weekdays. All entries that apply to a day hold together;
// windows that meet are one stretch of time.
type Hours struct {
	// Days are the weekdays on which the windows open.
	Days []Weekday `json:"days"`
	// Windows are the parts of the day, half-open; one that crosses midnight belongs to the day
	// it opens on, and is open to its end even if the next day is a holiday.
	Windows []civil.Window `json:"windows,omitempty"`
	// Shifts are the codes of shifts on these days.
	Shifts []string `json:"shifts,omitempty"`
	// Season is the part of the year in which the entry holds; unset: all of it.
	Season civil.Season `json:"season,omitzero"`
	// From is the first day on which the entry holds; unset: since ever.
	From civil.Date `json:"from,omitzero"`
	// To is the last day on which it holds; unset: without an end.
	To civil.Date `json:"to,omitzero"`
}

// Shift is a stretch of work with a name (班次): early, late, night.
type Shift struct {
	// Code is what hours and overrides call the shift by.
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// Window is when the shift begins and ends; a night shift belongs to the day it begins on.
	Window civil.Window `json:"window"`
}

// Override says what holds on some days instead of the week and the table: exactly one of Closed,
// As, and Windows or Shifts.
type Override struct {
	// From is the first day.
	From civil.Date `json:"from"`
	// To is the last day; unset: the first alone.
	To civil.Date `json:"to,omitzero"`
	// Closed says that nothing opens on these days.
	Closed bool `json:"closed,omitempty"`
	// As gives the days the hours of a weekday.
	As Weekday `json:"as,omitempty"`
	// Windows are the hours of these days.
	Windows []civil.Window `json:"windows,omitempty"`
	// Shifts are the codes of shifts on these days.
	Shifts []string `json:"shifts,omitempty"`
	// Note says why.
	Note string `json:"note,omitempty"`
}

// AroundTheClock returns the timetable that is always open (全天候): of a post that is never left, and of promises whose time runs
// day and night. Zone is the place on whose clocks its days begin: "Asia/Shanghai". It has no holidays: every day of the week has
// 24 hours, and is a working day.
func AroundTheClock(code, zone string) Timetable {
	return Timetable{Code: code, Zone: zone, Hours: []Hours{{
		Days:    []Weekday{Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday},
		Windows: []civil.Window{civil.MustParseWindow("00:00/24:00")},
	}}}
}

// last returns the last day of the override.
func (o Override) last() civil.Date {
	if o.To.IsZero() {
		return o.From
	}
	return o.To
}

// holds reports whether the entry applies to a date that has the hours of a weekday.
func (h *Hours) holds(d civil.Date, as Weekday) bool {
	if !slices.Contains(h.Days, as) || d < h.From || !h.To.IsZero() && d > h.To {
		return false
	}
	if h.Season.IsZero() {
		return true
	}
	_, in := h.Season.Containing(d)
	return in
}
