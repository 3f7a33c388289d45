package schedule

import "github.com/wuyekit/wuye/property/invalid"

// Unit is the unit of a series or the period of a quota (周期). Its zero is unset.
type Unit uint8

// The units. Weeks begin on Monday; half-years and quarters are those of the calendar.
const (
	Minute Unit = iota + 1
	Hour
	Day
	Week
	Month
	Quarter
	HalfYear
	Year
)

func unitWords() invalid.Words {
	return invalid.Words{"minute", "hour", "day", "week", "month", "quarter", "halfYear", "year"}
}

// String returns the word, or "Unit(99)" for a number that is none.
func (u Unit) String() string { return unitWords().Of("Unit", uint8(u)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (u Unit) MarshalText() ([]byte, error) { return unitWords().Marshal(uint8(u)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (u *Unit) UnmarshalText(text []byte) error { return unitWords().Unmarshal(text, (*uint8)(u)) }

// Days are days of one sort (日别). Its zero is unset, and means all.
type Days uint8

// The sorts of days: all, the working days of the calendar, the others.
const (
	AllDays Days = iota + 1
	WorkingDays
	RestDays
)

func daysWords() invalid.Words { return invalid.Words{"all", "working", "rest"} }

// String returns the word, or "Days(9)" for a number that is none.
func (d Days) String() string { return daysWords().Of("Days", uint8(d)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (d Days) MarshalText() ([]byte, error) { return daysWords().Marshal(uint8(d)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (d *Days) UnmarshalText(text []byte) error { return daysWords().Unmarshal(text, (*uint8)(d)) }

// ShortMonth says what becomes of a day that a month does not have. Its zero is unset.
type ShortMonth uint8

const (
	// ShortLast takes the month's last day instead: 31 January, 28 February, 31 March.
	ShortLast ShortMonth = iota + 1
	// ShortSkip leaves the month out, as RFC 5545 does.
	ShortSkip
	// ShortNext takes the first day of the next month.
	ShortNext
)

func shortMonthWords() invalid.Words { return invalid.Words{"last", "skip", "next"} }

// String returns the word, or "ShortMonth(9)" for a number that is none.
func (s ShortMonth) String() string { return shortMonthWords().Of("ShortMonth", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s ShortMonth) MarshalText() ([]byte, error) { return shortMonthWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *ShortMonth) UnmarshalText(text []byte) error {
	return shortMonthWords().Unmarshal(text, (*uint8)(s))
}
