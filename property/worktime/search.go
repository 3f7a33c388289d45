package worktime

import "github.com/wuyekit/wuye/property/civil"

// maxIdle bounds a search: after so many closed days it goes on where the timetable speaks of days again, and
// beyond those nothing opens any more. A season of one day meets a given weekday within it.
const maxIdle = 15 * 366

// ahead returns the next day after d from which on something of the timetable holds, or the table has days;
// false if there is none.
func (c *Calendar) ahead(d civil.Date) (civil.Date, bool) {
	next := endDay
	take := func(day civil.Date) {
		if d < day && day < next {
			next = day
		}
	}
	take(c.lo)
	for i := range c.doc.Hours {
		take(c.doc.Hours[i].From)
	}
	for i := range c.overrides {
		take(c.overrides[i].From)
	}
	return next, next < endDay
}

// behind is ahead, looking back.
func (c *Calendar) behind(d civil.Date) (civil.Date, bool) {
	next := firstDay - 1
	take := func(day civil.Date) {
		if next < day && day < d {
			next = day
		}
	}
	take(c.end() - 1)
	for i := range c.doc.Hours {
		take(c.doc.Hours[i].To)
	}
	for i := range c.overrides {
		take(c.overrides[i].last())
	}
	return next, next >= firstDay
}
