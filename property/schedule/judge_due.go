package schedule

import (
	"errors"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// deadline is when something is due: by an instant, which is in time itself, or by the end of a day or a period, which
// is not.
type deadline struct {
	at  time.Time
	end bool
}

// dayEnd returns the deadline that is the end of a day.
func dayEnd(d civil.Date, zone *time.Location) deadline { return deadline{(d + 1).In(zone), true} }

// passed reports whether an instant is too late.
func (d deadline) passed(t time.Time) bool {
	if d.end {
		return !t.Before(d.at)
	}
	return t.After(d.at)
}

// last returns the last instant in time.
func (d deadline) last() time.Time {
	if d.end {
		return d.at.Add(-1)
	}
	return d.at
}

// within reports whether the deadline belongs to a half-open stretch of time: its instant does, or the day that it ends
// begins there.
func (d deadline) within(from, to time.Time, zone *time.Location) bool {
	at := d.opens(zone).at
	return !at.Before(from) && at.Before(to)
}

// day returns the day that the deadline is on.
func (d deadline) day(zone *time.Location) civil.Date { return civil.Of(d.last().In(zone)) }

// opens returns when what is due by the deadline can be done at the earliest if nothing else is said: on its day, or at
// its instant.
func (d deadline) opens(zone *time.Location) deadline {
	if d.end {
		return deadline{at: d.day(zone).In(zone)}
	}
	return d
}

// moved returns a deadline moved by a length, forwards or, with sign −1, back: by hours exactly, by days and working days
// to the same time of another day.
func (s *Schedule) moved(d deadline, span civil.Span, sign int) (deadline, error) {
	switch {
	case span.IsZero():
		return d, nil
	case isHours(span):
		d.at = d.at.Add(time.Duration(sign*span.Seconds()) * time.Second)
		if !isCounted(d.at) {
			return d, invalid.Value(ErrInstant, d.at.Format(time.RFC3339))
		}
		return d, nil
	}
	zone := s.calendar.Location()
	day, err := s.shifted(d.day(zone), span, sign)
	if err != nil {
		return d, err
	}
	if d.end {
		return dayEnd(day, zone), nil
	}
	return deadline{at: onClock(day, d.at.In(zone))}, nil
}

// shifted returns a day moved by months, days or working days.
func (s *Schedule) shifted(d civil.Date, span civil.Span, sign int) (civil.Date, error) {
	if n := span.Workdays(); n > 0 {
		return s.calendar.AddDays(d, sign*n)
	}
	to, _ := span.AddTo(d)
	if sign < 0 {
		to, _ = span.SubtractFrom(d)
	}
	if year := to.Year(); year < 2 || year > 9998 {
		return d, invalid.Value(ErrInstant, span.String())
	}
	return to, nil
}

// onClock returns when the clock of an instant's location shows its time on another day.
func onClock(d civil.Date, at time.Time) time.Time {
	if d == civil.Of(at) {
		return at // even where the clock shows the time twice
	}
	minute := d.Midnight() + civil.Moment(at.Hour()*60+at.Minute())
	return minute.In(at.Location()).Add(time.Duration(at.Second())*time.Second + time.Duration(at.Nanosecond()))
}

// reasonOf returns why a due is not known, and what is missing.
func reasonOf(err error) (reason Reason, missing string) {
	var unknown *worktime.UnknownYearError
	if errors.As(err, &unknown) {
		return YearUnknown, strconv.Itoa(unknown.Year)
	}
	return OutOfRange, ""
}

// set enters a deadline, and the end of its window, in a row.
func (r *Row) set(due, end deadline) { r.Due, r.Day, r.End = due.at, due.end, end.at }

// settle gives the state of a row that is not done.
func (r *Row) settle(end deadline, asOf time.Time) {
	r.State = Pending
	if end.passed(asOf) {
		r.State = Missed
	}
}
