package worktime

import (
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// maxHolidayDays bounds the days of one entry; a longer one has a slip in its dates.
const maxHolidayDays = 60

// Check reports every problem of the table: what is missing, days that cannot be meant, a day
// that a notice names twice, and notices of one year that do not follow each other:
// first the one that makes it known, then its amendments as they were published.
func (h Holidays) Check(l *invalid.List) {
	required(l, "code", h.Code)
	latest := make(map[int]civil.Date, len(h.Notices))
	l.Enter("notices")
	for i, n := range h.Notices {
		l.EnterIndex(i)
		n.checkOrder(l, latest)
		n.checkDays(l)
		l.Leave()
	}
	l.Leave()
}

// checkOrder reports a notice that cannot come here. Latest has the years known so far, each
// with the day of its latest notice.
func (n Notice) checkOrder(l *invalid.List, latest map[int]civil.Date) {
	year := strconv.Itoa(n.Year)
	if !n.hasYear() {
		l.At("year").Add(ErrNoticeYear, year)
		return
	}
	before, known := latest[n.Year]
	switch {
	case n.Amends && !known:
		l.At("amends").Add(ErrNoticeAmends, year)
		return // it does not make the year known
	case known && !n.Amends:
		l.At("year").Add(ErrNoticeTwice, year)
	case n.Published.IsZero() && !before.IsZero():
		l.At("published").Add(invalid.ErrRequired, "published")
	case n.Published < before:
		l.At("published").Add(ErrNoticeOrder, n.Published.String(), year, before.String())
	}
	latest[n.Year] = max(before, n.Published)
}

// hasYear reports whether the notice is of a year that has all its days in the calendar of
// documents, which begins on 0001-01-02.
func (n Notice) hasYear() bool { return 2 <= n.Year && n.Year <= 9999 }

func (n Notice) checkDays(l *invalid.List) {
	if len(n.Days) == 0 { // a file for a year to come, not yet filled
		l.At("days").Add(invalid.ErrRequired, "days")
	}
	named := make(map[civil.Date]int, len(n.Days))
	l.Enter("days")
	for i, e := range n.Days {
		l.EnterIndex(i)
		e.checkKind(l)
		if e.checkRange(l) && n.checkNear(l, e) {
			e.checkTwice(l, i, named)
		}
		l.Leave()
	}
	l.Leave()
}

func (e HolidayDay) checkKind(l *invalid.List) {
	if e.Kind == 0 {
		l.At("kind").Add(invalid.ErrRequired, "kind")
	}
	dayKindWords().Check(l, "kind", uint8(e.Kind))
}

// checkRange reports first and last days that cannot be meant, and returns whether they can.
func (e HolidayDay) checkRange(l *invalid.List) bool {
	last := e.last()
	days := last.DaysSince(e.From) + 1
	switch {
	case e.From.IsZero():
		l.At("from").Add(invalid.ErrRequired, "from")
	case days < 1:
		l.At("to").Add(ErrReversed, e.From.String(), last.String())
	case days > maxHolidayDays:
		l.At("to").Add(ErrHolidayLong, e.From.String(), last.String(), strconv.Itoa(days))
	default:
		return true
	}
	return false
}

// checkNear reports days that are neither in the year of the notice nor in one beside it, and
// returns whether they are.
func (n Notice) checkNear(l *invalid.List, e HolidayDay) bool {
	field, d := "from", e.From
	if d.Year() >= n.Year-1 {
		field, d = "to", e.last()
	}
	if near := n.Year-1 <= d.Year() && d.Year() <= n.Year+1; near || !n.hasYear() {
		return near
	}
	if e.To.IsZero() {
		field = "from"
	}
	l.At(field).Add(ErrHolidayFar, d.String(), strconv.Itoa(n.Year))
	return false
}

// checkTwice reports the first day of entry i that an entry before it names, and takes down
// its days. There are at most those of three years.
func (e HolidayDay) checkTwice(l *invalid.List, i int, named map[civil.Date]int) {
	reported := false
	for d := e.From; d <= e.last(); d++ {
		other, twice := named[d]
		switch {
		case !twice:
			named[d] = i
		case !reported:
			l.Add(ErrHolidayTwice, d.String(), strconv.Itoa(other))
			reported = true
		}
	}
}
