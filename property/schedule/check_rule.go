package schedule

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

const (
	maxInterval  = 100_000
	maxMonthDay  = 31
	minMonthDay  = -28 // every month has them
	maxYearDay   = 366
	maxPick      = 366
	maxOfMonth   = 5
	maxOfYear    = 53
	sureMonthDay = 28
)

// check reports every problem of the rule, that of a duty.
func (r *Rule) check(l *invalid.List, d *Duty) {
	unitWords().Check(l, "every", uint8(r.Every))
	shortMonthWords().Check(l, "shortMonth", uint8(r.ShortMonth))
	r.Rest.Check(l, "rest")
	inside := r.Steps != nil && r.Steps.Inside != ""
	if r.Every == 0 && !inside {
		l.At("every").Add(invalid.ErrRequired, "every")
	}
	checkNumbers(l, "interval", nonzero(r.Interval), 1, maxInterval)
	checkNumbers(l, "months", r.Months, 1, monthsPerYear)
	checkNumbers(l, "monthDays", r.MonthDays, minMonthDay, maxMonthDay)
	checkNumbers(l, "yearDays", r.YearDays, -maxYearDay, maxYearDay)
	checkNumbers(l, "pick", r.Pick, -maxPick, maxPick)
	r.checkWeekdays(l)
	r.checkTimes(l)
	r.checkFits(l, inside)
	r.checkShort(l, d)
	if r.Steps != nil {
		l.Enter("steps")
		r.Steps.check(l)
		l.Leave()
	}
}

func nonzero(n int) []int {
	if n == 0 {
		return nil
	}
	return []int{n}
}

// checkNumbers reports numbers that are 0, out of bounds, or there twice.
func checkNumbers(l *invalid.List, field string, numbers []int, low, high int) {
	for i, n := range numbers {
		place := func() invalid.Place {
			if field == "interval" {
				return l.At(field)
			}
			return l.At(field, i)
		}
		switch {
		case n == 0 || n < low || n > high:
			place().Add(ErrRuleNumber, strconv.Itoa(n), strconv.Itoa(low), strconv.Itoa(high))
		case slices.Contains(numbers[:i], n):
			place().Add(ErrTwice, strconv.Itoa(n))
		}
	}
}

func (r *Rule) checkWeekdays(l *invalid.List) {
	most := maxOfYear
	if r.Every == Month || len(r.Months)+len(r.MonthDays) > 0 {
		most = maxOfMonth
	}
	for i, w := range r.Weekdays {
		switch {
		case w.Day == 0:
			l.At("weekdays", i, "day").Add(invalid.ErrRequired, "day")
		case w.Day > daysPerWeek:
			l.At("weekdays", i, "day").Add(ErrRuleNumber, strconv.Itoa(int(w.Day)), "1", strconv.Itoa(daysPerWeek))
		case slices.Contains(r.Weekdays[:i], w):
			l.At("weekdays", i).Add(ErrTwice, w.Day.String())
		}
		if w.N < -most || w.N > most {
			l.At("weekdays", i, "n").Add(ErrRuleNumber, strconv.Itoa(w.N), strconv.Itoa(-most), strconv.Itoa(most))
		}
	}
}

func (r *Rule) checkTimes(l *invalid.List) {
	for i, t := range r.Times {
		switch {
		case t.IsZero():
			l.At("times", i).Add(invalid.ErrRequired, "times")
		case t.IsEnd():
			l.At("times", i).Add(ErrRuleTime)
		case slices.Contains(r.Times[:i], t):
			l.At("times", i).Add(ErrTwice, t.String())
		}
	}
	if (r.Every == Hour || r.Every == Minute) && len(r.Times) > 1 {
		l.At("times", 1).Add(ErrRuleBegins)
	}
	if r.Steps != nil && len(r.Times) > 0 {
		l.At("steps").Add(ErrRuleTimes)
	}
}

// checkFits reports what does not go with the unit of the series, or with rounds inside a span of the subject.
func (r *Rule) checkFits(l *invalid.List, inside bool) {
	unit := r.Every.String()
	long := r.Every.monthsOf() > 0
	numbered := slices.ContainsFunc(r.Weekdays, func(w WeekdayOf) bool { return w.N != 0 })
	exact := r.Every == Hour || r.Every == Minute
	if inside {
		unit, long = "inside", false
	}
	for _, f := range []struct {
		name    string
		refused bool
	}{
		{"every", inside && r.Every != 0},
		{"interval", inside && r.Interval != 0},
		{"anchor", inside && !r.Anchor.IsZero()},
		{"monthDays", r.Every == Week && len(r.MonthDays) > 0},
		{"yearDays", (r.Every != Year || inside) && len(r.YearDays) > 0},
		{"weekdays", !long && numbered},
		{"pick", !long && (r.Every != Week || inside) && len(r.Pick) > 0},
		{"shortMonth", !long && r.ShortMonth != 0},
		{"steps", exact && r.Steps != nil},
		{"rest", (exact || inside) && r.Rest != 0},
	} {
		if f.refused {
			l.At(f.name).Add(ErrRuleFits, f.name, unit)
		}
	}
}

// checkShort reports that it is not said what becomes of a day that a month does not have.
func (r *Rule) checkShort(l *invalid.List, d *Duty) {
	if r.Every.monthsOf() == 0 || r.ShortMonth != 0 {
		return
	}
	days := r.MonthDays
	if len(days)+len(r.YearDays)+len(r.Weekdays) == 0 {
		anchor := r.Anchor
		if anchor.IsZero() {
			anchor = d.From
		}
		days = []int{anchor.Day()}
	}
	for _, n := range days {
		if n > sureMonthDay && r.mayLack(n, d) {
			l.At("shortMonth").Add(ErrRuleShort, strconv.Itoa(n))
			return
		}
	}
}

// mayLack reports whether a month of the series may not have a day.
func (r *Rule) mayLack(day int, d *Duty) bool {
	months := r.Months
	if len(months) == 0 && r.Every == Year {
		anchor := r.Anchor
		if anchor.IsZero() {
			anchor = d.From
		}
		months = []int{int(anchor.Month())}
	}
	return len(months) == 0 || slices.ContainsFunc(months, func(m int) bool { return day > shortest(m) })
}

// shortest returns how many days a month, 1 to 12, has at least.
func shortest(month int) int {
	switch month {
	case 2: //nolint:mnd // February
		return sureMonthDay
	case 4, 6, 9, 11: //nolint:mnd // April, June, September, November
		return maxMonthDay - 1
	}
	return maxMonthDay
}

func (s *Steps) check(l *invalid.List) {
	switch {
	case s.Step.IsZero():
		l.At("step").Add(invalid.ErrRequired, "step")
	case s.Step.Months()+s.Step.Days()+s.Step.Workdays() != 0 || s.Step.Seconds()%secondsPerMinute != 0:
		l.At("step").Add(ErrRuleStep, s.Step.String())
	}
	if s.Window.IsZero() == (s.Inside == "") {
		l.At("window").Add(ErrRuleWindow)
	}
	if open, end := s.Window.Minutes(); s.Inside == "" && !s.AtStart && !s.AtEnd && s.Step.Seconds() >= (end-open)*secondsPerMinute {
		l.At("step").Add(ErrRuleRounds, s.Step.String(), s.Window.String())
	}
}
