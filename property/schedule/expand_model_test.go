package schedule_test

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// modelDays is the slow and obvious version of a series: it looks at every day of every period in turn, from the anchor's to
// that of the last day, and asks of each whether it is meant.
func modelDays(d schedule.Duty, c *worktime.Calendar, last civil.Date) []civil.Date {
	r := d.Demand.Rule
	anchor := r.Anchor
	if anchor.IsZero() {
		anchor = d.From
	}
	var out []civil.Date
	for k, start := 0, modelPeriod(r.Every, anchor); start <= last; k++ {
		end := modelNext(r.Every, start)
		if k%max(r.Interval, 1) == 0 {
			out = append(out, modelPicked(d, c, anchor, start, end)...)
		}
		start = end
	}
	return slices.DeleteFunc(slices.Compact(out), func(day civil.Date) bool {
		if !d.Season.IsZero() {
			if _, in := d.Season.Containing(day); !in {
				return true
			}
		}
		return day < d.From || !d.To.IsZero() && day > d.To || day > last
	})
}

// modelStarts reports whether a period begins with a day.
func modelStarts(u schedule.Unit, d civil.Date) bool {
	_, month, day := d.Date()
	switch u {
	case schedule.Week:
		return d.Weekday() == time.Monday
	case schedule.Month:
		return day == 1
	case schedule.Quarter:
		return day == 1 && month%3 == 1
	case schedule.HalfYear:
		return day == 1 && month%6 == 1
	case schedule.Year:
		return day == 1 && month == time.January
	case schedule.Minute, schedule.Hour, schedule.Day:
	}
	return true
}

// modelPeriod returns the first day of the period that a day lies in.
func modelPeriod(u schedule.Unit, d civil.Date) civil.Date {
	for !modelStarts(u, d) {
		d--
	}
	return d
}

func modelNext(u schedule.Unit, start civil.Date) civil.Date {
	for start++; !modelStarts(u, start); start++ {
	}
	return start
}

func modelPicked(d schedule.Duty, c *worktime.Calendar, anchor, start, end civil.Date) []civil.Date {
	r := d.Demand.Rule
	var days []civil.Date
	last := end - 1
	if r.Every >= schedule.Month {
		last = end // the first day of the next may belong to a short month
	}
	for day := start; day <= last; day++ {
		if modelMeant(r, anchor, start, end, day) && modelSort(d.Days, c, day) {
			days = append(days, day)
		}
	}
	if len(r.Pick) == 0 {
		return days
	}
	var out []civil.Date
	for i, day := range days {
		if slices.Contains(r.Pick, i+1) || slices.Contains(r.Pick, i-len(days)) {
			out = append(out, day)
		}
	}
	return out
}

func modelSort(sort schedule.Days, c *worktime.Calendar, d civil.Date) bool {
	working, _ := c.IsWorkingDay(d) //nolint:errcheck // a guess in unknown years, as in the series
	return sort != schedule.WorkingDays && sort != schedule.RestDays || working == (sort == schedule.WorkingDays)
}

func modelMeant(r *schedule.Rule, anchor, start, end, day civil.Date) bool {
	return modelMonthDay(r, anchor, start, end, day) && modelWeekday(r, anchor, start, end, day) && modelYearDay(r, day) && (day < end || len(r.YearDays) == 0)
}

// modelMonthDay asks the month of the day, and the month before, whose missing day it may be.
func modelMonthDay(r *schedule.Rule, anchor, start, end, day civil.Date) bool {
	inMonth := func(month civil.Date) bool {
		return len(r.Months) == 0 || slices.Contains(r.Months, int(month.Month()))
	}
	numbers := r.MonthDays
	long := r.Every >= schedule.Month
	if len(numbers)+len(r.Weekdays)+len(r.YearDays) == 0 && long {
		numbers = []int{anchor.Day()}
	}
	if len(numbers) == 0 {
		return day < end && inMonth(day)
	}
	place := func(d civil.Date) int {
		months := map[schedule.Unit]int{schedule.Month: 1, schedule.Quarter: 3, schedule.HalfYear: 6, schedule.Year: 12}
		return int(d.Month()-1) % months[r.Every]
	}
	meant := func(month civil.Date) bool {
		if month < start || month >= end {
			return false
		}
		return inMonth(month) && (!long || len(r.Months) > 0 || place(month) == place(anchor))
	}
	for _, n := range numbers {
		first := day.MonthStart()
		switch {
		case !long:
			if inMonth(day) && (day.Day() == n || day.Day()-day.DaysInMonth()-1 == n) {
				return true
			}
			continue
		case meant(first) && (day.Day() == n || day.Day()-day.DaysInMonth()-1 == n):
			return true
		case meant(first) && n > day.DaysInMonth() && r.ShortMonth == schedule.ShortLast && day == day.MonthEnd():
			return true
		}
		before := (first - 1).MonthStart()
		if day == first && meant(before) && n > before.DaysInMonth() && r.ShortMonth == schedule.ShortNext {
			return true
		}
	}
	return false
}

// modelWeekday counts the days of the same weekday before and after a day in its month or period.
func modelWeekday(r *schedule.Rule, anchor, start, end, day civil.Date) bool {
	weekdays := r.Weekdays
	if len(weekdays)+len(r.MonthDays)+len(r.YearDays) == 0 && r.Every == schedule.Week {
		weekdays = []schedule.WeekdayOf{{Day: worktime.WeekdayOf(anchor)}}
	}
	if len(weekdays) == 0 {
		return true
	}
	if r.Every == schedule.Month || len(r.Months)+len(r.MonthDays) > 0 {
		start, end = day.MonthStart(), day.NextMonth()
	}
	nth, fromEnd := 0, 0
	for d := start; d < end; d++ {
		if d.Weekday() == day.Weekday() {
			if d <= day {
				nth++
			}
			if d >= day {
				fromEnd--
			}
		}
	}
	return slices.ContainsFunc(weekdays, func(w schedule.WeekdayOf) bool {
		return w.Day == worktime.WeekdayOf(day) && (w.N == 0 || day < end && (w.N == nth || w.N == fromEnd))
	})
}

func modelYearDay(r *schedule.Rule, day civil.Date) bool {
	if len(r.YearDays) == 0 {
		return true
	}
	first := modelPeriod(schedule.Year, day)
	n, left := day.DaysSince(first)+1, day.DaysSince(modelNext(schedule.Year, first))
	return slices.Contains(r.YearDays, n) || slices.Contains(r.YearDays, left)
}

// modelOccurrences turns days into instants: each goes where a day of rest sends it, and no two to the same.
func modelOccurrences(d schedule.Duty, c *worktime.Calendar, last civil.Date) []schedule.Occurrence {
	var out []schedule.Occurrence
	var before civil.Date
	for _, day := range modelDays(d, c, last) {
		to, _ := c.Rest(day, d.Demand.Rule.Rest) //nolint:errcheck // a guess in unknown years, as in the series
		if to == before {
			continue
		}
		before = to
		minutes := modelMinutes(d.Demand.Rule)
		if len(minutes) == 0 {
			out = append(out, schedule.Occurrence{On: day, At: day.Midnight(), Due: (to + 1).In(c.Location()), Day: true})
		}
		for _, m := range minutes {
			shown := to.Midnight() + civil.Moment(m)
			out = append(out, schedule.Occurrence{On: day, At: day.Midnight() + civil.Moment(m), Due: shown.In(c.Location())})
		}
	}
	return out
}

// modelMinutes looks at every minute of two days.
func modelMinutes(r *schedule.Rule) (out []int) {
	for m := range 2 * civil.DayMinutes {
		if slices.Contains(r.Times, civil.TimeOfMinute(m)) && m < civil.DayMinutes {
			out = append(out, m)
		}
		if s := r.Steps; s != nil {
			open, end := s.Window.Minutes()
			inside := m > open && m < end && (m-open)*60%s.Step.Seconds() == 0
			if inside || s.AtStart && m == open || s.AtEnd && m == end {
				out = append(out, m)
			}
		}
	}
	return out
}
