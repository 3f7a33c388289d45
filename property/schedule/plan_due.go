package schedule

import (
	"errors"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// planDue is when a task is due: an instant, or the whole of a day.
type planDue struct {
	at      time.Time // the end of the day of a day
	day     civil.Date
	reason  Reason // why it is not known; of a year that is not known the rest is a guess
	missing string
}

func (d planDue) isDay() bool { return !d.day.IsZero() }

// isKnown reports whether there is a due at all.
func (d planDue) isKnown() bool { return d.reason == 0 }

// start returns when a due begins: its day, or the instant itself.
func (d planDue) start(zone *time.Location) time.Time {
	if d.isDay() {
		return d.day.In(zone)
	}
	return d.at
}

// meets reports whether something done at an instant is in time: before the day is over, or on the instant.
func (d planDue) meets(t time.Time) bool {
	if d.isDay() {
		return t.Before(d.at)
	}
	return !t.After(d.at)
}

// isBefore reports whether a due is earlier than another. The end of a day comes before an instant at that midnight.
func (d planDue) isBefore(other planDue) bool {
	if d.at.Equal(other.at) {
		return d.isDay() && !other.isDay()
	}
	return d.at.Before(other.at)
}

// offset is how far a due lies from what it counts from; at most one of before and after is set.
type offset struct {
	before, after civil.Span
	rest          worktime.Rest
}

// dueFrom returns when something is due that counts from a field. An offset in hours needs a time.
func (p *CountdownPlan) dueFrom(f Field, o offset) planDue {
	zone := p.calendar.Location()
	hours := o.after.Seconds() - o.before.Seconds()
	switch {
	case hours != 0 && f.At.IsZero():
		return planDue{reason: FieldMissing, missing: f.Name}
	case hours != 0, o.before.IsZero() && o.after.IsZero() && f.On.IsZero():
		return countedDue(planDue{at: f.At.In(zone).Add(time.Duration(hours) * time.Second)})
	}
	d, err := p.moved(f.dayOf(zone), o)
	if err == nil {
		d, err = p.calendar.Rest(d, o.rest)
	}
	due := countedDue(planDue{at: (d + 1).In(zone), day: d})
	if due.reason == 0 && err != nil {
		due.reason, due.missing = OutOfRange, ""
		if unknown := (*worktime.UnknownYearError)(nil); errors.As(err, &unknown) {
			due.reason, due.missing = YearUnknown, strconv.Itoa(unknown.Year)
		}
	}
	return due
}

// countedDue marks a due beyond the years that are counted.
func countedDue(d planDue) planDue {
	if !isCounted(d.at) {
		return planDue{reason: OutOfRange}
	}
	return d
}

// moved returns a day moved by the days of an offset. With the error of a year that is not known it is a guess.
func (p *CountdownPlan) moved(d civil.Date, o offset) (civil.Date, error) {
	if n := o.after.Workdays() - o.before.Workdays(); n != 0 {
		return p.calendar.AddDays(d, n)
	}
	if to, ok := o.after.AddTo(d); ok {
		d = to
	}
	if to, ok := o.before.SubtractFrom(d); ok {
		d = to
	}
	return d, nil
}

// back returns the instant some length before a due: for a due day the length counts from its end, so that one day
// begins on the day itself. It is false where it cannot be told.
func (p *CountdownPlan) back(d planDue, s civil.Span) (time.Time, bool) {
	zone := p.calendar.Location()
	if s.Seconds() != 0 {
		at := d.at.Add(-time.Duration(s.Seconds()) * time.Second)
		return at, isCounted(at)
	}
	end := civil.Of(d.at)
	day, err := p.moved(end, offset{before: s})
	at := day.In(zone)
	if !d.isDay() {
		clock := d.at.Sub(end.In(zone))
		at = at.Add(clock)
	}
	return at, err == nil && isCounted(at)
}
