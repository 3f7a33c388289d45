package worktime

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Holidays is a table of holidays and make-up days (节假日和调休补班): the notices of an authority,
// such as [China]. It is a document; its methods never change it, and expect one
// that [Holidays.Check] accepts.
//
// A later notice of the list overrides an earlier one day by day. A year is known once a
// notice that is no amendment names it; of any other year the table says nothing,
// which is not the same as a year without holidays.
type Holidays struct {
	// Code is the name by which timetables refer to the table.
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// Notices are the publications, those of one year in the order they were made.
	Notices []Notice `json:"notices"`
}

// Notice is one publication of an authority (放假安排通知).
type Notice struct {
	// Year is the year that the notice makes known, or amends. Its days may lie in
	// the year before: that of 2023 begins with 2022-12-31.
	Year int `json:"year"`
	// Published is the day it became known; unset, it was known from the beginning.
	Published civil.Date `json:"published,omitzero"`
	// Source is where it stands: an address or the number of the document.
	Source string `json:"source,omitempty"`
	// Amends is set for a notice that changes days of a year already known. It alone
	// does not make a year known.
	Amends bool `json:"amends,omitempty"`
	// Days are the days it names, at least one. Weekends that only happen to stand
	// beside a holiday need not be among them.
	Days []HolidayDay `json:"days"`
}

// HolidayDay is what a notice says of a day, or of several that follow each other.
type HolidayDay struct {
	// From is the first day (起).
	From civil.Date `json:"from"`
	// To is the last day (止), at most the 60th; unset, there is only the first.
	To civil.Date `json:"to,omitzero"`
	// Kind says what the days are.
	Kind DayKind `json:"kind"`
	// Name is the holiday the days belong to, make-up days too: 春节.
	Name string `json:"name,omitempty"`
}

// DayKind says what a notice makes of a day; zero is unset, and in look-ups an ordinary day.
type DayKind uint8

// Kinds of days.
const (
	// DayOff is a day without work (休), a holiday or a weekday given in exchange.
	DayOff DayKind = iota + 1
	// DayWork is a make-up day (调休补班), which is worked although it may be a weekend. On a
	// weekday it says nothing new: 2020-02-03, the Monday after an extended holiday.
	DayWork
	// DayOrdinary is a day like any other of its weekday (平日): it takes back what an earlier
	// notice said.
	DayOrdinary
)

func dayKindWords() invalid.Words { return invalid.Words{"off", "work", "ordinary"} }

// String returns the word of the kind.
func (k DayKind) String() string { return dayKindWords().Of("DayKind", uint8(k)) }

// MarshalText returns the word of the kind.
func (k DayKind) MarshalText() ([]byte, error) { return dayKindWords().Marshal(uint8(k)) }

// UnmarshalText reads the word of a kind.
func (k *DayKind) UnmarshalText(text []byte) error {
	return dayKindWords().Unmarshal(text, (*uint8)(k))
}

// AsOf returns the table as it was known at the end of a day: the notices published on or before
// it. On an unset day only those without a date were known.
func (h Holidays) AsOf(d civil.Date) Holidays {
	known := make([]Notice, 0, len(h.Notices))
	for _, n := range h.Notices {
		if n.Published <= d {
			known = append(known, n)
		}
	}
	h.Notices = known
	return h
}

// With returns a copy of the table with further notices at the end, so that they override what it
// says: a new year, an amendment, a day off of one's own.
func (h Holidays) With(more ...Notice) Holidays {
	h.Notices = append(slices.Clone(h.Notices), more...)
	return h
}

// Years returns the known years in ascending order.
func (h Holidays) Years() []int {
	var years []int
	for _, n := range h.Notices {
		if !n.Amends {
			years = append(years, n.Year)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// Day returns the entry that holds on a day, after all overlays, and false where no notice names
// the day. An entry of the kind [DayOrdinary] is one: it was named to be an ordinary day.
//
// It does not say whether the year of the day is known, see [Holidays.Years].
func (h Holidays) Day(d civil.Date) (HolidayDay, bool) {
	for _, n := range slices.Backward(h.Notices) {
		for _, e := range slices.Backward(n.Days) {
			if e.holds(d) {
				return e, true
			}
		}
	}
	return HolidayDay{}, false
}

func (e HolidayDay) holds(d civil.Date) bool {
	return !e.From.IsZero() && e.From <= d && d <= e.last()
}

// last returns the last day of the entry.
func (e HolidayDay) last() civil.Date {
	if e.To.IsZero() {
		return e.From
	}
	return e.To
}
