package sla_test

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// count counts the minutes of a limit, and finds when it is due.
func (m *model) count(v *seen, t *sla.Limit, x *minutes, end int, still func(int) bool) {
	if t.Span.Seconds() == 0 {
		m.days(v, t, x, end, still)
		return
	}
	counts := func(i int) bool { return t.In == sla.Wall || x.open[i] }
	want, sum, plain := t.Span.Seconds()/60, 0, 0
	for i := v.start; i < end || v.due < 0 || v.original < 0; i++ {
		if counts(i) {
			if plain++; plain == want {
				v.original = i + 1
			}
			if !still(i) {
				if sum++; sum == want {
					v.due = i + 1
				}
				if i < end {
					v.counted++
				}
			}
		}
		if still(i) {
			v.paused++
		}
	}
	if t.In == sla.Working {
		m.unknown(v, x, end, still)
	}
}

// unknown says that a deadline lies where the calendar knows nothing.
func (m *model) unknown(v *seen, x *minutes, end int, still func(int) bool) {
	if v.due > x.known || v.start >= x.known {
		v.reason, v.missing = sla.YearUnknown, "2027"
		return
	}
	for i := x.known; i < end; i++ {
		if !still(i) {
			v.guessed = true
		}
	}
}

// days finds the last day of a limit in days by going from day to day. A stop carries the day on which it
// begins over to that on which it ends, and a day that ended while the clock stood still is not over.
func (m *model) days(v *seen, t *sla.Limit, x *minutes, end int, still func(int) bool) {
	for i := v.start; i < end; i++ {
		switch {
		case still(i):
			v.paused++
		case t.In == sla.Wall || x.open[i]:
			v.counted++
		}
	}
	v.original = m.lastDay(v, t, x, 0)
	v.due = v.original
	shift := 0
	for i := v.start; i < end && i < v.due; i++ {
		if !still(i) {
			continue
		}
		from := x.day[i]
		for still(i) {
			i++
		}
		for d := from + 1; d <= x.day[i]; d++ {
			if t.Span.Workdays() == 0 || x.working[d] {
				shift++
			}
		}
		for v.due = m.lastDay(v, t, x, shift); v.due <= i; v.due = m.lastDay(v, t, x, shift) {
			shift++
		}
	}
	if t.Span.Workdays() > 0 {
		m.unknown(v, x, v.due, func(int) bool { return true })
	}
}

// lastDay is the minute at which a limit in days ends.
func (m *model) lastDay(v *seen, t *sla.Limit, x *minutes, shift int) int {
	first := x.day[v.start]
	d := first
	if n := t.Span.Workdays(); n > 0 {
		if t.FirstDay && x.working[d] {
			n--
		}
		for n += shift; n > 0; {
			if d++; x.working[d] {
				n--
			}
		}
	} else {
		year, month, day := d.Date()
		for n := t.Span.Months(); n > 0; n-- {
			if month++; month > 12 {
				year, month = year+1, 1
			}
		}
		for d = civil.MustNew(year, month, 1); d.Day() < day && (d+1).Day() > 1; {
			d++
		}
		if t.FirstDay && d.Day() < day && t.Span.Days() == 0 {
			d++
		}
		d += civil.Date(t.Span.Days() + shift)
		if t.FirstDay {
			d--
		}
	}
	return x.ends(x.rest(d, t.Rest), t.Ends, x.clock[v.start])
}

// rest is the day to which a day of rest goes.
func (x *minutes) rest(d civil.Date, rule worktime.Rest) civil.Date {
	for rule == worktime.RestDays && !x.working[d] {
		d++
	}
	for rule == worktime.RestDaysBefore && !x.working[d] {
		d--
	}
	return d
}

// ends is the minute at which a day ends.
func (x *minutes) ends(d civil.Date, how sla.DayEnd, clock int) int {
	last := x.first(d + 1)
	switch how {
	case sla.SameTime:
		for i := x.first(d); i < last; i++ {
			if x.clock[i] >= clock {
				return i
			}
		}
	case sla.EndOfWork:
		for i := last; i > x.first(d) && x.working[d]; i-- {
			if x.open[i-1] {
				if over := slices.Index(x.open[i:], false); i == last && over >= 0 {
					return i + over // a night shift goes on
				}
				return i
			}
		}
	case sla.EndOfDay:
	}
	return last
}

// fixed is the minute of a deadline that is a field of the case.
func (m *model) fixed(p *sla.Promise, t *sla.Deadline, f sla.Field) int {
	x := m.cals[p.Calendar]
	i := 0
	if f.On.IsZero() {
		i = m.index(f.At)
		f.On = x.day[i]
	}
	d := f.On + civil.Date(t.After.Days()-t.Before.Days())
	for n := t.After.Workdays(); n > 0; {
		if d++; x.working[d] {
			n--
		}
	}
	for n := t.Before.Workdays(); n > 0; {
		if d--; x.working[d] {
			n--
		}
	}
	d = x.rest(d, t.Rest)
	switch {
	case !f.At.IsZero() && d != f.On:
		i = x.ends(d, sla.SameTime, x.clock[i])
	case !f.At.IsZero():
	case t.Exclusive:
		i = x.first(d)
	default:
		i = x.ends(d, t.Ends, 0)
	}
	return i + (t.After.Seconds()-t.Before.Seconds())/60
}
