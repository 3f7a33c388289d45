package civil

import (
	"cmp"
	"strconv"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/wuyekit/wuye/property/invalid"
)

// Date is a day of the Gregorian calendar, without a clock or a zone (日期).
//
// It is a value: comparable with ==, ordered with <, a map key, safe to share.
// The zero value means unset; counted as a day it would be 0001-01-01, which
// is therefore no date of a document.
//
// Documents hold 0001-01-02 to 9999-12-31. Arithmetic is exact far beyond both
// ends and never clamps to them: the day after 9999-12-31 is 10000-01-01, which
// has a [Date.String] but no [Date.MarshalText].
type Date date.Date

const (
	minYear = 1
	maxYear = 9999

	// minDate is 0001-01-02.
	minDate Date = 1
	// maxDate is 9999-12-31.
	maxDate Date = 3652058
)

// New returns the date of a year, month and day.
//
// Errors: [ErrDateRange] if the year is not 1 to 9999 or the date is
// 0001-01-01; [ErrNoSuchDay] if the month or the day does not exist.
func New(year int, month time.Month, day int) (Date, error) {
	if year < minYear || year > maxYear {
		return 0, invalid.Value(ErrDateRange, spell(year, month, day))
	}
	if month < time.January || month > time.December || day < 1 || day > daysIn(year, month) {
		return 0, invalid.Value(ErrNoSuchDay, spell(year, month, day))
	}
	d := fromCivil(year, month, day)
	if d.IsZero() {
		return 0, invalid.Value(ErrDateRange, spell(year, month, day))
	}
	return d, nil
}

// MustNew is [New] for literals; it panics where New returns an error.
func MustNew(year int, month time.Month, day int) Date {
	d, err := New(year, month, day)
	if err != nil {
		panic(err)
	}
	return d
}

// IsZero reports whether the date is unset.
func (d Date) IsZero() bool { return d == 0 }

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d < e }

// After reports whether d is a later day than e.
func (d Date) After(e Date) bool { return d > e }

// Compare returns −1 if d is earlier than e, 0 if they are equal, 1 if later.
func (d Date) Compare(e Date) int { return cmp.Compare(d, e) }

// Date returns the year, month and day.
func (d Date) Date() (year int, month time.Month, day int) { return toCivil(d) }

// Year returns the year.
func (d Date) Year() int {
	y, _, _ := toCivil(d)
	return y
}

// Month returns the month.
func (d Date) Month() time.Month {
	_, m, _ := toCivil(d)
	return m
}

// Day returns the day of the month, from 1.
func (d Date) Day() int {
	_, _, day := toCivil(d)
	return day
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday {
	const week = 7
	return time.Weekday(((d+1)%week + week) % week) // day 0 is a Monday
}

// spell writes a date that may not exist, for messages.
func spell(year int, month time.Month, day int) string {
	return strconv.Itoa(year) + "-" + pad(int(month)) + "-" + pad(day)
}

func pad(n int) string {
	if 0 <= n && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
