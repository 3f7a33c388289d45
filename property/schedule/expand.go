package schedule

import (
	"iter"
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

// Occurrences returns when a rule is due from an instant until before another, in order. What is due some time on a day
// belongs where the day begins: a window of a week has the seven of a daily duty. Rounds that lie in a span of the
// subject are those of [Schedule.OccurrencesIn]; of a demand that is no rule there are none here.
//
// The cost is that of the window, whatever the age of the series. Where the days depend on the holidays of a year that
// is not known, they are guessed by the week alone: [Schedule.Known] says so.
func (s *Schedule) Occurrences(from, to time.Time) iter.Seq[Occurrence] {
	return func(yield func(Occurrence) bool) { s.expand(from, to, yield) }
}

// Append appends what [Schedule.Occurrences] yields.
func (s *Schedule) Append(dst []Occurrence, from, to time.Time) []Occurrence {
	s.expand(from, to, func(o Occurrence) bool {
		dst = append(dst, o)
		return true
	})
	return dst
}

func (s *Schedule) expand(from, to time.Time, yield func(Occurrence) bool) {
	switch {
	case s.rule == nil || s.rule.isInside() || !from.Before(to):
	case s.rule.isExact():
		s.expandExact(from, to, yield)
	default:
		s.expandDays(from, to, yield)
	}
}

// expandDays yields the occurrences of a series of days and longer.
func (s *Schedule) expandDays(from, to time.Time, yield func(Occurrence) bool) {
	r, c := s.rule, clock{zone: s.calendar.Location()}
	lo, hi := ceiling(from), ceiling(to)
	first, last := s.daysOf(from, to)
	if r.interval == 1 && r.Every == Day && r.rest == 0 && !r.isFiltered() && len(r.minutes) > 0 {
		for d := max(first, r.anchor); d <= last; d++ {
			if !r.onDay(&c, d, d, lo, hi, yield) {
				return
			}
		}
		return
	}
	var moved civil.Date
	s.days(first, last, func(d civil.Date) bool {
		to := s.rested(d)
		if to == moved {
			return true
		}
		moved = to
		if len(r.minutes) == 0 {
			return r.allDay(&c, d, to, lo, hi, yield)
		}
		return r.onDay(&c, d, to, lo, hi, yield)
	})
}

// onDay yields those of the times of a day that are due from lo until before hi; it returns false after that.
func (r *rule) onDay(c *clock, d, moved civil.Date, lo, hi int64, yield func(Occurrence) bool) bool {
	at, shift := d.Midnight(), (moved - d).Midnight()
	for _, minute := range r.minutes {
		m := at + civil.Moment(minute)
		due := c.at(m + shift)
		if due < lo {
			continue
		}
		if due >= hi || !yield(Occurrence{On: d, At: m, Due: time.Unix(due, 0).In(c.zone)}) {
			return false
		}
	}
	return true
}

// allDay yields what is due some time on a day, if the day begins from lo until before hi.
func (r *rule) allDay(c *clock, d, moved civil.Date, lo, hi int64, yield func(Occurrence) bool) bool {
	begins := c.at(moved.Midnight())
	if begins < lo {
		return true
	}
	return begins < hi && yield(Occurrence{On: d, At: d.Midnight(), Due: time.Unix(c.at((moved + 1).Midnight()), 0).In(c.zone), Day: true})
}

// daysOf returns the first and the last day of the series that can be due from an instant until before another.
func (s *Schedule) daysOf(from, to time.Time) (first, last civil.Date) {
	r, zone := s.rule, s.calendar.Location()
	// A clock that leaves a day out shows the next where the day before is meant.
	begin := civil.Of(from.In(zone)).AddDays(-1 - r.lastTime/civil.DayMinutes)
	end := civil.Of(to.In(zone))
	first, last = max(begin, r.start), min(end, r.end)
	for first > r.start && s.rested(first-1) >= begin {
		first--
	}
	for last < r.end && s.rested(last+1) <= end {
		last++
	}
	return first, last
}

// rested returns the day to which a day of the series goes. Where it cannot go anywhere it stays, and [Schedule.Known]
// says so.
func (s *Schedule) rested(d civil.Date) civil.Date {
	if s.rule.rest == 0 {
		return d
	}
	to, err := s.calendar.Rest(d, s.rule.rest)
	if err != nil && !isGuess(err) {
		return d
	}
	return to
}
