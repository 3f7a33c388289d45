package schedule

import (
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

const (
	weekDays    = 7
	yearMonths  = 12
	dayOfWeekOf = 3 // Thursday decides which year a week is of
)

// begin returns the first day of the period that a day lies in.
func (u Unit) begin(d civil.Date) civil.Date {
	switch u {
	case Week:
		return d - civil.Date((int(d.Weekday())+weekDays-1)%weekDays)
	case Month, Quarter, HalfYear, Year:
		n := u.months()
		month := (int(d.Month()) - 1) / n * n
		return civil.Month(d.Year(), time.Month(month+1)).Start
	case Minute, Hour, Day:
	}
	return d
}

// next returns the first day of the next period.
func (u Unit) next(first civil.Date) civil.Date {
	switch u {
	case Week:
		return first + weekDays
	case Month, Quarter, HalfYear, Year:
		return first.AddMonths(u.months())
	case Minute, Hour, Day:
	}
	return first + 1
}

// months returns how many months a unit of months has.
func (u Unit) months() int {
	switch u {
	case Quarter:
		return 3
	case HalfYear:
		return 6
	case Year:
		return yearMonths
	case Minute, Hour, Day, Week, Month:
	}
	return 1
}

// name returns the name of a period by its first day: 2026-03-01, 2026-W10, 2026-03, 2026-Q1, 2026-H1, 2026.
func (u Unit) name(first civil.Date) string {
	year := number(first.Year(), 4)
	switch u {
	case Week:
		thursday := first + dayOfWeekOf
		start := civil.Month(thursday.Year(), time.January).Start
		return number(thursday.Year(), 4) + "-W" + number(thursday.DaysSince(start)/weekDays+1, 2)
	case Month:
		return year + "-" + number(int(first.Month()), 2)
	case Quarter, HalfYear:
		letter := "-Q"
		if u == HalfYear {
			letter = "-H"
		}
		return year + letter + strconv.Itoa((int(first.Month())-1)/u.months()+1)
	case Year:
		return year
	case Minute, Hour, Day:
	}
	return first.String()
}

// number writes a number with at least so many digits.
func number(n, digits int) string {
	text := strconv.Itoa(n)
	for len(text) < digits {
		text = "0" + text
	}
	return text
}
