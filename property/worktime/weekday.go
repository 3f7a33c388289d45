package worktime

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Weekday is a day of the week in a document (星期): "mon" to "sun". Its zero is unset.
type Weekday uint8

// The days of the week.
const (
	Monday Weekday = iota + 1
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

func weekdayWords() invalid.Words {
	return invalid.Words{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
}

// WeekdayOf returns the weekday of a date.
func WeekdayOf(d civil.Date) Weekday {
	if w := d.Weekday(); w != time.Sunday {
		return Weekday(w)
	}
	return Sunday
}

// IsWeekend reports whether the day is Saturday or Sunday.
func (w Weekday) IsWeekend() bool { return w == Saturday || w == Sunday }

// String returns the word, or "Weekday(9)" for a number that is no weekday.
func (w Weekday) String() string { return weekdayWords().Of("Weekday", uint8(w)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (w Weekday) MarshalText() ([]byte, error) { return weekdayWords().Marshal(uint8(w)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (w *Weekday) UnmarshalText(text []byte) error {
	return weekdayWords().Unmarshal(text, (*uint8)(w))
}
