package schedule

import (
	"errors"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// Known returns nil if the occurrences between two instants are certain.
//
// Errors: [worktime.UnknownYearError] with the first year that matters and whose holidays are not known, the occurrences
// being a guess by the week alone; [worktime.ErrNeverOpens] and [worktime.ErrRange] where a day of rest has nowhere to go
// and stays; [ErrNoClock] if the demand is no rule, or one whose rounds lie in a span of the subject.
func (s *Schedule) Known(from, to time.Time) error {
	r := s.rule
	switch {
	case r == nil || r.isInside():
		return invalid.Value(ErrNoClock, invalid.Quote(s.doc.Code))
	case !from.Before(to):
		return nil
	}
	first, last := s.daysOf(from, to.Add(-1)) // the day that begins at the end is not asked about
	if first > last {
		return nil
	}
	if r.sort != 0 {
		if err := s.sortKnown(from, first, last); err != nil {
			return err
		}
	}
	return s.restKnown(first, last)
}

// sortKnown returns why it is not certain of which sort the days are.
func (s *Schedule) sortKnown(from time.Time, first, last civil.Date) error {
	if s.rule.rest == 0 { // without the day before, which is looked at for clocks that leave a day out
		first = max(first, civil.Of(from.In(s.calendar.Location())).AddDays(-s.rule.lastTime/civil.DayMinutes))
	}
	if first > last {
		return nil
	}
	return s.calendar.Known(s.periodDays(first, last))
}

// periodDays returns the first day of the first period and the last of the last that days lie in, where days of a period are
// picked by their number; else the days themselves.
func (s *Schedule) periodDays(first, last civil.Date) (civil.Date, civil.Date) {
	if r := s.rule; len(r.Pick) > 0 {
		start, _ := r.period(max(r.periodOf(first), 0))
		end, length := r.period(max(r.periodOf(last), 0))
		return start, max(last, end.AddDays(length-1))
	}
	return first, last
}

// restKnown returns why it is not certain where the days of the series go that are days of rest.
func (s *Schedule) restKnown(first, last civil.Date) (err error) {
	if s.rule.rest == 0 {
		return nil
	}
	s.days(first, last, func(d civil.Date) bool {
		_, err = s.calendar.Rest(d, s.rule.rest)
		return err == nil
	})
	return err
}

// isGuess reports whether an answer is one by the week alone.
func isGuess(err error) bool {
	var unknown *worktime.UnknownYearError
	return errors.As(err, &unknown)
}

// cycleDays is how many days the calendar takes to repeat itself: 400 years.
const cycleDays = 146097

// everDue reports whether the rule ever has a day, in force to its end or not. It looks for as many periods as the calendar
// takes to repeat itself, in which every combination of both has come.
func (s *Schedule) everDue() bool {
	r := *s.rule
	r.end = lastDay
	open := Schedule{doc: s.doc, calendar: s.calendar, rule: &r}
	found := false
	last := min(lastDay, max(r.start, r.anchor)+civil.Date(cycleDays*r.interval))
	stop := func(civil.Date) bool {
		found = true
		return false
	}
	if !r.isExact() {
		open.days(r.start, last, stop)
		return found
	}
	if !r.isFiltered() {
		return true
	}
	day := r // the days of the series; steps longer than a day may still miss them all
	day.interval = 1
	open.rule = &day
	open.eachDay(r.start, min(lastDay, r.start+cycleDays), stop)
	if !found || r.stepOf() <= secondsPerDay {
		return found
	}
	found, open.rule = false, &r
	open.expandExact(r.start.In(s.calendar.Location()), lastDay.In(s.calendar.Location()), func(Occurrence) bool {
		found = true
		return false
	})
	return found
}
