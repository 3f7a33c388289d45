package schedule

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

const (
	minutesPerHour   = 60
	secondsPerMinute = 60
	secondsPerHour   = 3600
	secondsPerDay    = 86400
	monthsPerYear    = 12
	daysPerWeek      = 7

	// lastDay is 9999-12-31, the last day of any document.
	lastDay civil.Date = 3652058
)

// rule is a compiled [Rule].
type rule struct {
	*Rule
	interval   int
	start, end civil.Date // the days in force, both inclusive
	season     civil.Season
	sort       Days          // 0: all
	rest       worktime.Rest // 0: days stay

	anchor     civil.Date // the first day of the first period
	monthIn    int        // the anchor's month in its period, from 0
	monthsLong int        // of a period of months and longer
	months     uint16     // bits of the months, January is 1; 0: all
	days       []int      // of the month
	weekdays   uint8      // bits of those without a number, Monday is 0
	numbered   []WeekdayOf
	inMonth    bool // whether numbers of weekdays count in the month

	minutes  []int32 // of the day, in order; several in one day or none: some time on it
	lastTime int     // the last of them
	first    civil.Moment
}

func newRule(d *Duty, r *Rule) *rule {
	c := &rule{Rule: r, interval: max(r.Interval, 1), start: d.From, end: d.To, season: d.Season, sort: d.Days}
	if c.end.IsZero() {
		c.end = lastDay
	}
	if c.sort == AllDays {
		c.sort = 0
	}
	if r.Rest != worktime.RestStays {
		c.rest = r.Rest
	}
	anchor := r.Anchor
	if anchor.IsZero() {
		anchor = d.From
	}
	c.takeDays(anchor)
	c.takeTimes(anchor)
	return c
}

// isInside reports whether the rounds lie in a span of the subject.
func (r *rule) isInside() bool { return r.Steps != nil && r.Steps.Inside != "" }

// isExact reports whether the series is one of instants, not of days.
func (r *rule) isExact() bool { return r.Every == Hour || r.Every == Minute }

// monthsOf returns how many months a unit is long, 0 for shorter units.
func (u Unit) monthsOf() int {
	switch u {
	case Month:
		return 1
	case Quarter:
		return 3
	case HalfYear:
		return 6
	case Year:
		return monthsPerYear
	case Minute, Hour, Day, Week:
	}
	return 0
}

func (r *rule) takeDays(anchor civil.Date) {
	r.days, r.anchor, r.monthsLong = r.MonthDays, anchor, r.Every.monthsOf()
	for _, m := range r.Months {
		r.months |= 1 << m
	}
	for _, w := range r.Weekdays {
		if w.N == 0 {
			r.weekdays |= 1 << (w.Day - worktime.Monday)
		} else {
			r.numbered = append(r.numbered, w)
		}
	}
	unset := len(r.MonthDays)+len(r.YearDays)+len(r.Weekdays) == 0
	switch {
	case r.Every == Week:
		r.anchor = anchor.AddDays(-weekdayOf(anchor))
		if unset {
			r.weekdays = 1 << weekdayOf(anchor)
		}
	case r.monthsLong > 0:
		month := int(anchor.Month()) - 1
		r.monthIn = month % r.monthsLong
		r.anchor = anchor.MonthStart().AddMonths(-r.monthIn)
		if unset {
			r.days = []int{anchor.Day()}
		}
	}
	r.inMonth = r.Every == Month || len(r.Months)+len(r.MonthDays) > 0
}

// weekdayOf returns the day of the week, 0 for Monday.
func weekdayOf(d civil.Date) int { return int(worktime.WeekdayOf(d) - worktime.Monday) }

func (r *rule) takeTimes(anchor civil.Date) {
	switch {
	case r.isExact():
		r.first = anchor.Midnight()
		if len(r.Times) > 0 {
			r.first += civil.Moment(r.Times[0].Minute())
		}
		return
	case r.Steps != nil && !r.isInside():
		r.minutes = r.Steps.minutes()
	default:
		for _, t := range r.Times {
			r.minutes = append(r.minutes, int32(t.Minute()))
		}
	}
	slices.Sort(r.minutes)
	r.minutes = slices.Compact(r.minutes)
	if n := len(r.minutes); n > 0 {
		r.lastTime = int(r.minutes[n-1])
	}
}

// minutes returns the rounds of a window, in minutes of the day on which it opens.
func (s *Steps) minutes() []int32 {
	var out []int32
	open, end := s.Window.Minutes()
	step := s.Step.Seconds() / secondsPerMinute
	if s.AtStart {
		out = append(out, int32(open))
	}
	if step > 0 {
		for at := open + step; at < end; at += step {
			out = append(out, int32(at))
		}
	}
	if s.AtEnd {
		out = append(out, int32(end))
	}
	return out
}

// stepOf returns the length of a step of an exact series, in seconds.
func (r *rule) stepOf() int64 {
	if r.Every == Hour {
		return int64(r.interval) * secondsPerHour
	}
	return int64(r.interval) * secondsPerMinute
}

// isFiltered reports whether some days are left out of a series of days or shorter.
func (r *rule) isFiltered() bool {
	return r.months != 0 || len(r.days) > 0 || r.weekdays != 0 || r.sort != 0 || !r.season.IsZero()
}

// admits reports whether the series, one of days or shorter, has a day.
func (r *rule) admits(d civil.Date, c *worktime.Calendar) bool {
	if !r.isFiltered() {
		return true
	}
	return r.hasMonth(d) && r.hasMonthDay(d) && r.hasWeekday(d) && r.inSeason(d) && r.isSort(d, c)
}

func (r *rule) hasMonth(d civil.Date) bool { return r.months == 0 || r.months&(1<<d.Month()) != 0 }

func (r *rule) hasMonthDay(d civil.Date) bool {
	if len(r.days) == 0 {
		return true
	}
	day, length := d.Day(), d.DaysInMonth()
	for _, n := range r.days {
		if n == day || n == day-length-1 {
			return true
		}
	}
	return false
}

func (r *rule) hasWeekday(d civil.Date) bool {
	return r.weekdays == 0 || r.weekdays&(1<<weekdayOf(d)) != 0
}

func (r *rule) inSeason(d civil.Date) bool {
	if r.season.IsZero() {
		return true
	}
	_, ok := r.season.Containing(d)
	return ok
}

// isSort reports whether a day is of the sort that the duty is for. In a year whose holidays are not known the week alone
// decides, and [Schedule.Known] says so.
func (r *rule) isSort(d civil.Date, c *worktime.Calendar) bool {
	if r.sort == 0 {
		return true
	}
	working, _ := c.IsWorkingDay(d) //nolint:errcheck // the guess; Known reports it
	return working == (r.sort == WorkingDays)
}
