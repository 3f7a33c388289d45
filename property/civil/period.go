package civil

import (
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// Period is a stretch of days (期间), half-open: Start is its first day, End the
// day after its last. A zero End means it is open, without an end.
//
// It is a document and a value: comparable with ==. The zero value is unset. The
// methods expect a period that [Period.Check] accepts; a reversed one has no
// days.
type Period struct {
	// Start is the first day.
	Start Date `json:"start"`
	// End is the day after the last; zero if the period is open.
	End Date `json:"end,omitzero"`
}

// NewPeriod returns the days from start until the day before end; a zero end
// leaves it open.
//
// Errors: [invalid.ErrRequired] without a start; [ErrPeriodReversed] if no day
// is in it.
func NewPeriod(start, end Date) (Period, error) {
	p := Period{start, end}
	switch {
	case start.IsZero():
		return Period{}, invalid.Value(invalid.ErrRequired, "start")
	case p.reversed():
		return Period{}, invalid.Value(ErrPeriodReversed, start.String(), end.String())
	}
	return p, nil
}

// Month returns a calendar month. Months beyond 1 to 12 count on into the years
// around, as time.Date has it.
func Month(year int, m time.Month) Period {
	start := fromCivil(year, time.January, 1).AddMonths(int(m) - 1)
	return Period{start, start.NextMonth()}
}

// ParseMonth reads a calendar month written exactly YYYY-MM, "2026-11".
//
// Errors: [ErrMonth]; also for 0001-01 and 9999-12, whose start or end is not a
// date of a document.
func ParseMonth(s string) (Period, error) {
	start, err := Parse(s + "-01")
	if err != nil || start.NextMonth() > maxDate {
		return Period{}, invalid.Value(ErrMonth, invalid.Quote(s))
	}
	return Period{start, start.NextMonth()}, nil
}

// MustParseMonth is [ParseMonth] for literals; it panics where ParseMonth returns
// an error.
func MustParseMonth(s string) Period {
	p, err := ParseMonth(s)
	if err != nil {
		panic(err)
	}
	return p
}

// Check reports a missing start and an end that is not after the start.
func (p Period) Check(l *invalid.List) {
	switch {
	case p.Start.IsZero():
		l.At("start").Add(invalid.ErrRequired, "start")
	case p.reversed():
		l.At("end").Add(ErrPeriodReversed, p.Start.String(), p.End.String())
	}
}

func (p Period) reversed() bool { return !p.IsOpen() && p.End <= p.Start }

// IsOpen reports whether the period has no end.
func (p Period) IsOpen() bool { return p.End.IsZero() }

// Contains reports whether the day is in the period.
func (p Period) Contains(d Date) bool {
	return p.Start <= d && (p.IsOpen() || d < p.End)
}

// Overlaps reports whether the two have a day in common.
func (p Period) Overlaps(q Period) bool {
	_, ok := p.Intersect(q)
	return ok
}

// Intersect returns the days that are in both, and false if there are none.
func (p Period) Intersect(q Period) (Period, bool) {
	both := Period{max(p.Start, q.Start), p.End}
	if p.IsOpen() || !q.IsOpen() && q.End < p.End {
		both.End = q.End
	}
	if both.reversed() {
		return Period{}, false
	}
	return both, true
}

// Days returns how many days are in the period; 0 if it is open.
func (p Period) Days() int {
	if p.IsOpen() || p.reversed() {
		return 0
	}
	return p.End.DaysSince(p.Start)
}

// Last returns the last day, the "to" that people read (止日); zero if the period
// is open.
func (p Period) Last() Date {
	if p.IsOpen() {
		return 0
	}
	return p.End - 1
}

// Months returns how many whole calendar months the period consists of; 0 if it
// begins or ends inside a month, or is open.
func (p Period) Months() int {
	if p.Days() == 0 {
		return 0
	}
	startYear, startMonth, startDay := p.Start.Date()
	endYear, endMonth, endDay := p.End.Date()
	if startDay != 1 || endDay != 1 {
		return 0
	}
	return (endYear-startYear)*12 + int(endMonth-startMonth)
}

// String returns the period half-open in ISO 8601, "2026-03-01/2026-04-01", an
// open one as "2026-03-01/..".
func (p Period) String() string {
	var buf [48]byte
	b := append(p.Start.Append(buf[:0]), '/')
	if p.IsOpen() {
		return string(append(b, ".."...))
	}
	return string(p.End.Append(b))
}
