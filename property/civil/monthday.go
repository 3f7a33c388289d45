package civil

import (
	"cmp"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// MonthDay is a day of every year, without the year: 15 November (月日).
//
// It is a value: comparable with ==, a map key, safe to share. The zero value means
// unset. Its text is "11-15".
type MonthDay struct{ month, day uint8 }

const monthDayLayout = "MM-DD"

// ParseMonthDay reads a day of the year written exactly MM-DD, "11-15". 29 February is one.
//
// Errors: [ErrMonthDay] if it is written otherwise; [ErrNoSuchDay] for 02-30.
func ParseMonthDay(s string) (MonthDay, error) {
	if len(s) != len(monthDayLayout) || s[2] != '-' {
		return MonthDay{}, invalid.Value(ErrMonthDay, invalid.Quote(s))
	}
	month, okMonth := number(s[:2])
	day, okDay := number(s[3:])
	if !okMonth || !okDay {
		return MonthDay{}, invalid.Value(ErrMonthDay, invalid.Quote(s))
	}
	return NewMonthDay(time.Month(month), int(day))
}

// MustParseMonthDay is [ParseMonthDay] for literals; it panics where ParseMonthDay returns an
// error.
func MustParseMonthDay(s string) MonthDay {
	d, err := ParseMonthDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// leapYear is a year that has every day of every year.
const leapYear = 2000

// NewMonthDay returns the day of a month in every year.
//
// Errors: [ErrNoSuchDay] if the month or the day does not exist.
func NewMonthDay(month time.Month, day int) (MonthDay, error) {
	if month < time.January || month > time.December || day < 1 || day > daysIn(leapYear, month) {
		return MonthDay{}, invalid.Value(ErrNoSuchDay, pad(int(month))+"-"+pad(day))
	}
	return MonthDay{uint8(month), uint8(day)}, nil
}

// IsZero reports whether the day is unset.
func (d MonthDay) IsZero() bool { return d == MonthDay{} }

// Compare returns −1 if d is earlier in the year than e, 0 if they are equal, 1 if later.
func (d MonthDay) Compare(e MonthDay) int {
	return cmp.Or(cmp.Compare(d.month, e.month), cmp.Compare(d.day, e.day))
}

// In returns the day in a year; 29 February of a common year is the 28th. An unset day gives
// an unset date.
func (d MonthDay) In(year int) Date {
	if d.IsZero() {
		return 0
	}
	month := time.Month(d.month)
	return fromCivil(year, month, min(int(d.day), daysIn(year, month)))
}

// Append appends the day as MM-DD, and nothing if it is unset.
func (d MonthDay) Append(dst []byte) []byte {
	if d.IsZero() {
		return dst
	}
	month, day := int(d.month), int(d.day)
	return append(dst, tens(month), ones(month), '-', tens(day), ones(day))
}

// String returns the day as MM-DD, "" if it is unset.
func (d MonthDay) String() string { return string(d.Append(nil)) }

// AppendText appends the day as a document has it. Errors: [ErrUnset].
func (d MonthDay) AppendText(dst []byte) ([]byte, error) {
	if d.IsZero() {
		return dst, invalid.Value(ErrUnset)
	}
	return d.Append(dst), nil
}

// MarshalText returns the day as a document has it. Errors: [ErrUnset].
func (d MonthDay) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, invalid.Value(ErrUnset)
	}
	return d.Append(nil), nil
}

// UnmarshalText reads a day as [ParseMonthDay] does. After an error the day is as it was.
func (d *MonthDay) UnmarshalText(text []byte) error {
	parsed, err := ParseMonthDay(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
