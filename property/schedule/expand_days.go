package schedule

import (
	"github.com/wuyekit/wuye/property/civil"
)

// days calls each for the days of the series in force from the first to the last, in order, until it returns false. A day
// to which two months lead is called twice.
func (s *Schedule) days(first, last civil.Date, each func(civil.Date) bool) {
	if s.rule.Every == Day {
		s.eachDay(first, last, each)
		return
	}
	r := s.rule
	for k := max(r.periodOf(first)-1, 0); ; k++ { // the day after a period may still be its own
		start, length := r.period(k)
		if start > last {
			return
		}
		set := s.daysIn(start, length)
		for i := set.next(0); i >= 0; i = set.next(i + 1) {
			d := start.AddDays(i)
			if d > last {
				break
			}
			if d >= first && r.inSeason(d) && !each(d) {
				return
			}
		}
	}
}

// eachDay is days for a series of days.
func (s *Schedule) eachDay(first, last civil.Date, each func(civil.Date) bool) {
	r := s.rule
	for d := r.nthDay(first); d <= last; d += civil.Date(r.interval) {
		if r.admits(d, s.calendar) && !each(d) {
			return
		}
	}
}

// nthDay returns the first day of a series of days that is not before a day.
func (r *rule) nthDay(first civil.Date) civil.Date {
	step := civil.Date(r.interval)
	if first <= r.anchor {
		return r.anchor
	}
	return r.anchor + (first-r.anchor+step-1)/step*step
}

// periodOf returns the number of the last period of the series that does not begin after a day, negative before the first.
func (r *rule) periodOf(d civil.Date) int {
	if d < r.anchor {
		return -1
	}
	if r.monthsLong == 0 {
		return d.DaysSince(r.anchor) / daysPerWeek / r.interval
	}
	return (monthNumber(d) - monthNumber(r.anchor)) / r.monthsLong / r.interval
}

func monthNumber(d civil.Date) int {
	y, m, _ := d.Date()
	return y*monthsPerYear + int(m)
}

// period returns the first day of a period of the series, and how many days it has.
func (r *rule) period(k int) (start civil.Date, days int) {
	if r.monthsLong == 0 {
		return r.anchor.AddDays(k * r.interval * daysPerWeek), daysPerWeek
	}
	start = r.anchor.AddMonths(k * r.interval * r.monthsLong)
	return start, start.AddMonths(r.monthsLong).DaysSince(start)
}

// daysIn returns the days of a period: those of all the lists, of the duty's sort, and picked.
func (s *Schedule) daysIn(start civil.Date, length int) daySet {
	r := s.rule
	var set daySet
	if r.monthsLong == 0 {
		set.fill(0, length)
		for i := range length {
			if !r.hasMonth(start.AddDays(i)) {
				set.remove(i)
			}
		}
	} else {
		set = r.monthDays(start)
	}
	if len(r.Weekdays) > 0 || r.weekdays != 0 {
		set.keep(r.weekdaysIn(start, length))
	}
	if len(r.YearDays) > 0 {
		set.keep(r.yearDays(length))
	}
	if r.sort != 0 {
		for i := set.next(0); i >= 0; i = set.next(i + 1) {
			if !r.isSort(start.AddDays(i), s.calendar) {
				set.remove(i)
			}
		}
	}
	if len(r.Pick) > 0 {
		set = set.pick(r.Pick)
	}
	return set
}

// monthDays returns the days of a period of months that its months and month days give. Where months are not listed, days of
// the month are those of the anchor's place in the period.
func (r *rule) monthDays(start civil.Date) daySet {
	var set daySet
	month := start
	for i := range r.monthsLong {
		next := month.NextMonth()
		offset, length := month.DaysSince(start), next.DaysSince(month)
		switch {
		case !r.hasMonth(month) || len(r.days) > 0 && r.months == 0 && i != r.monthIn:
		case len(r.days) == 0:
			set.fill(offset, offset+length)
		default:
			for _, n := range r.days {
				if at, ok := r.dayOfMonth(n, length); ok {
					set.add(offset + at)
				}
			}
		}
		month = next
	}
	return set
}

// dayOfMonth returns where a day lies in a month, from 0, and false in a month that leaves it out.
func (r *rule) dayOfMonth(n, length int) (int, bool) {
	switch {
	case n < 0:
		return length + n, true
	case n <= length:
		return n - 1, true
	case r.ShortMonth == ShortLast:
		return length - 1, true
	case r.ShortMonth == ShortNext:
		return length, true
	}
	return 0, false
}

// weekdaysIn returns the days of a period, and the day after it, that its weekdays give.
func (r *rule) weekdaysIn(start civil.Date, length int) daySet {
	var set daySet
	first, end := weekdayOf(start), length
	if r.ShortMonth == ShortNext {
		end++ // the day after is of the next month
	}
	for i := 0; r.weekdays != 0 && i <= length; i++ {
		if r.weekdays&(1<<((first+i)%daysPerWeek)) != 0 {
			set.add(i)
		}
	}
	for _, w := range r.numbered {
		if !r.inMonth {
			set.addNumbered(w, start, 0, length)
			continue
		}
		for month, offset := start, 0; offset < end; month = month.NextMonth() {
			n := month.DaysInMonth()
			set.addNumbered(w, month, offset, n)
			offset += n
		}
	}
	return set
}

// yearDays returns the days of a year by their numbers.
func (r *rule) yearDays(length int) daySet {
	var set daySet
	for _, n := range r.YearDays {
		switch {
		case n > 0 && n <= length:
			set.add(n - 1)
		case n < 0 && -n <= length:
			set.add(length + n)
		}
	}
	return set
}
