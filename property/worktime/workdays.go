package worktime

import (
	"errors"
	"sort"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Rest says where a due date goes that falls on a day of rest (期限顺延). Its zero is unset, and
// means that it stays.
type Rest uint8

const (
	// RestStays leaves the date where it is.
	RestStays Rest = iota + 1
	// RestHolidays moves a date in a holiday to the day after it; a weekend that stands in or right behind the holiday,
	// 与周末连休, belongs to it. A weekend by itself leaves the date. Source: Civil Code art. 203, 法定休假日.
	RestHolidays
	// RestDays moves a date on any day without working hours to the next working day, as courts do with
	// weekends.
	RestDays
	// RestDaysBefore moves it to the working day before.
	RestDaysBefore
)

func restWords() invalid.Words { return invalid.Words{"stays", "holidays", "days", "daysBefore"} }

// String returns the word, or "Rest(9)" for a number that is no choice.
func (r Rest) String() string { return restWords().Of("Rest", uint8(r)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (r Rest) MarshalText() ([]byte, error) { return restWords().Marshal(uint8(r)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (r *Rest) UnmarshalText(text []byte) error { return restWords().Unmarshal(text, (*uint8)(r)) }

// Check reports a value without a word, at a field of the list's current place.
func (r Rest) Check(l *invalid.List, field string) { restWords().Check(l, field, uint8(r)) }

// IsWorkingDay reports whether anything opens on a day (工作日). The end of a night shift does not
// make its day a working day.
//
// Errors: [UnknownYearError], with the guess.
func (c *Calendar) IsWorkingDay(d civil.Date) (bool, error) { return c.isWorking(d), c.Known(d, d) }

// WorkingDays returns how many working days are in a period.
//
// Errors: [UnknownYearError], with the guess; [ErrOpenPeriod]; [ErrRange].
func (c *Calendar) WorkingDays(p civil.Period) (int, error) {
	if p.IsOpen() {
		return 0, invalid.Value(ErrOpenPeriod, p.Start.String())
	}
	if p.Start < firstDay || p.End > endDay {
		return 0, invalid.Value(ErrRange, p.String())
	}
	if p.End <= p.Start {
		return 0, nil
	}
	n := 0
	for d := p.Start; d < p.End; {
		if d >= c.lo && d < c.end() {
			to := min(p.End, c.end())
			n += int(c.days[to-c.lo].workdays - c.days[d-c.lo].workdays)
			d = to
			continue
		}
		if c.isWorking(d) {
			n++
		}
		d++
	}
	return n, c.Known(p.Start, p.End-1)
}

// AddDays returns the n-th working day after d, which does not count itself; for a negative n the
// n-th before it. With 0 it returns d, working day or not.
//
// Errors: [UnknownYearError], with the guess; [ErrNeverOpens] if nothing opens for 15 years;
// [ErrRange] beyond the years 1 to 9999.
func (c *Calendar) AddDays(d civil.Date, n int) (civil.Date, error) {
	if d.IsZero() {
		return 0, invalid.Value(invalid.ErrRequired, "date")
	}
	if d < firstDay || d >= endDay {
		return 0, invalid.Value(ErrRange, d.String())
	}
	to, left := d, min(max(n, -int(endDay)), int(endDay)) // there are no more days
	if n > 0 {
		to, left = c.later(d, left)
	} else if n < 0 {
		to, left = c.earlier(d, -left)
	}
	switch {
	case to < firstDay || to >= endDay:
		return 0, invalid.Value(ErrRange, strconv.Itoa(n)+" · "+d.String())
	case left > 0:
		return 0, invalid.Value(ErrNeverOpens)
	}
	switch {
	case n > 0:
		return to, c.Known(d+1, to)
	case n < 0:
		return to, c.Known(to, d-1)
	}
	return to, nil
}

// later returns the day that is so many working days after d, or where the search ended and how many
// were left.
func (c *Calendar) later(d civil.Date, left int) (civil.Date, int) {
	for idle := 0; idle <= maxIdle && d < endDay; idle++ {
		if next := d + 1; next >= c.lo && next < c.end() {
			have, all := int(c.days[next-c.lo].workdays), int(c.days[len(c.days)-1].workdays)
			if have+left <= all {
				return c.lo + civil.Date(sort.Search(len(c.days)-2, func(j int) bool { return int(c.days[j+1].workdays) >= have+left })), 0
			}
			left, d, idle = left-(all-have), c.end()-1, 0
		}
		d++
		if c.isWorking(d) {
			if left, idle = left-1, 0; left == 0 {
				break
			}
		}
		if idle == maxIdle {
			if next, ok := c.ahead(d); ok {
				d, idle = next-1, 0
			}
		}
	}
	return d, left
}

// earlier returns the day that is so many working days before d, or where the search ended and how many
// were left.
func (c *Calendar) earlier(d civil.Date, left int) (civil.Date, int) {
	for idle := 0; idle <= maxIdle && d >= firstDay; idle++ {
		if d > c.lo && d <= c.end() {
			have := int(c.days[d-c.lo].workdays)
			if have >= left {
				return c.lo + civil.Date(sort.Search(len(c.days)-2, func(j int) bool { return int(c.days[j+1].workdays) > have-left })), 0
			}
			left, d, idle = left-have, c.lo, 0
		}
		d--
		if c.isWorking(d) {
			if left, idle = left-1, 0; left == 0 {
				break
			}
		}
		if idle == maxIdle {
			if next, ok := c.behind(d); ok {
				d, idle = next+1, 0
			}
		}
	}
	return d, left
}

// Rest returns the day to which a due date goes by a rule for days of rest.
//
// Errors: [UnknownYearError], with the guess; [ErrNeverOpens]; [ErrRange].
func (c *Calendar) Rest(d civil.Date, rule Rest) (civil.Date, error) {
	switch rule {
	case RestHolidays:
		to := c.afterHoliday(d)
		return to, c.Known(d, to)
	case RestDays, RestDaysBefore:
		if c.isWorking(d) {
			return d, c.Known(d, d)
		}
		n := 1
		if rule == RestDaysBefore {
			n = -1
		}
		to, err := c.AddDays(d, n)
		if err != nil && !isUnknownYear(err) {
			return 0, err
		}
		return to, c.Known(min(d, to), max(d, to))
	case RestStays:
	}
	return d, nil
}

// afterHoliday returns the day after the holiday that a day lies in, the day itself if it lies in none. Notices need
// not name the weekends in a holiday or behind it: of 2014-04-05 to 07 the table has the first and the last.
func (c *Calendar) afterHoliday(d civil.Date) civil.Date {
	from := d
	for c.isPlainWeekend(from) {
		from--
	}
	if c.entries[from].Kind != DayOff {
		return d
	}
	to := d
	for c.entries[to].Kind == DayOff || c.isPlainWeekend(to) {
		to++
	}
	return to
}

// isPlainWeekend reports whether a day is a Saturday or Sunday of which the table says nothing.
func (c *Calendar) isPlainWeekend(d civil.Date) bool {
	return c.entries[d].Kind == 0 && WeekdayOf(d).IsWeekend()
}

// Closing returns when the work of a day ends: when its last window closes, on the next day where it
// crosses midnight. A day without hours ends at 24:00. Source: Civil Code art. 203, 停止业务活动的时间.
//
// Errors: [UnknownYearError], with the guess.
func (c *Calendar) Closing(d civil.Date) (time.Time, error) {
	var last time.Time
	for _, s := range c.windowsOn(d) {
		if s.End.After(last) {
			last = s.End
		}
	}
	if last.IsZero() {
		last = (d + 1).In(c.zone)
	}
	return last, c.Known(d, d)
}

func isUnknownYear(err error) bool {
	var unknown *UnknownYearError
	return errors.As(err, &unknown)
}
