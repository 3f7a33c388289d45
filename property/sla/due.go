package sla

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// instant returns the field as an instant: a day begins at 00:00.
func (f Field) instant(zone *time.Location) time.Time {
	if f.At.IsZero() {
		return f.On.In(zone)
	}
	return f.At
}

// counter counts for one verdict, and keeps what a calendar did not know.
type counter struct {
	unknown error // the first *worktime.UnknownYearError
	guessed bool  // time that counted was guessed, but the deadline does not hang on it
	err     error // the first other error
}

func (n *counter) note(err error) {
	if err == nil {
		return
	}
	if isUnknownYear(err) {
		n.unknown = first(n.unknown, err)
	} else {
		n.err = first(n.err, err)
	}
}

// take keeps what a calendar did not know of some time; where the deadline is known without it, that is a guess.
func (n *counter) take(of *counter, known bool) {
	n.err = first(n.err, of.err)
	if known {
		n.guessed = n.guessed || of.unknown != nil
	} else {
		n.unknown = first(n.unknown, of.unknown)
	}
}

// first returns the first error that is one; [cmp.Or] would compare what the interfaces hold.
func first(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// between returns the time of a limit between two instants.
func (n *counter) between(t *limit, a, b tick) time.Duration {
	if t.In == Wall {
		return n.wall(a, b)
	}
	zone := t.calendar.Location()
	d, err := t.calendar.Between(a.time(zone), b.time(zone))
	n.note(err)
	return d
}

// wall returns the time around the clock.
func (n *counter) wall(a, b tick) time.Duration {
	d, ok := b.since(a)
	if !ok {
		n.note(invalid.Value(worktime.ErrRange, a.time(time.UTC).Format(time.RFC3339)+" … "+b.time(time.UTC).Format(time.RFC3339)))
	}
	return d
}

// add returns the instant after some time of a limit.
func (n *counter) add(t *limit, at tick, d time.Duration) tick {
	if t.In == Wall {
		return at.add(d)
	}
	to, err := t.calendar.Add(at.time(t.calendar.Location()), d)
	n.note(err)
	return tickOf(to)
}

// tally is what a limit comes to.
type tally struct {
	counted, paused time.Duration
	due, original   tick
	shift           int // days by which stops moved a limit in days
}

// hours counts a limit in hours from start to end, and returns when it is due: the first instant by which
// want of it has passed.
func (n *counter) hours(t *limit, start, end tick, pauses []halt, want time.Duration) tally {
	var c tally
	rest, cursor := want, start
	for i := range pauses {
		p := &pauses[i]
		var own counter
		d := own.between(t, cursor, p.from)
		c.counted += d
		if !c.due.set && d >= rest {
			c.due = n.add(t, cursor, rest)
		}
		n.take(&own, c.due.set)
		rest -= d
		c.paused += n.wall(p.from, p.to)
		cursor = p.to
	}
	if !c.due.set {
		c.due = n.add(t, cursor, rest)
	}
	c.original = c.due
	if len(pauses) > 0 {
		c.original = n.add(t, start, want)
	}
	if cursor.before(end) {
		var own counter
		c.counted += own.between(t, cursor, end)
		n.take(&own, true)
	}
	return c
}

// days counts a limit in days: the calendar, or its working days, decide when it is due. A pause moves
// the last day by as many days as lie between those on which it begins and ends, and on to the first that ends
// after the pause.
func (n *counter) days(t *limit, start, end tick, pauses []halt) tally {
	var c tally
	var own counter
	cursor := start
	for i := range pauses {
		p := &pauses[i]
		c.counted += own.between(t, cursor, p.from)
		c.paused += own.wall(p.from, p.to)
		cursor = p.to
	}
	if cursor.before(end) {
		c.counted += own.between(t, cursor, end)
	}
	n.take(&own, true) // days do not hang on the hours
	c.original = n.lastDay(t, start, 0)
	c.due = c.original
	for i := range pauses {
		p := &pauses[i]
		if !p.from.before(c.due) {
			break
		}
		c.shift += n.daysOf(t, p)
		c.due = n.lastDay(t, start, c.shift)
		for n.err == nil && !p.to.before(c.due) { // the clock stood still when the last day ended
			c.shift++
			c.due = n.lastDay(t, start, c.shift)
		}
	}
	return c
}

// daysOf returns how many days a pause moves the last day.
func (n *counter) daysOf(t *limit, p *halt) int {
	zone := t.calendar.Location()
	from, to := civil.Of(p.from.time(zone)), civil.Of(p.to.time(zone))
	if t.Span.Workdays() == 0 {
		return to.DaysSince(from)
	}
	days, err := t.calendar.WorkingDays(civil.Period{Start: from + 1, End: to + 1})
	n.note(err)
	return days
}

// lastDay returns when a limit in days ends whose last day moves by some days.
func (n *counter) lastDay(t *limit, start tick, shift int) tick {
	at := start.time(t.calendar.Location())
	d, err := t.calendar.Rest(n.dayAfter(t, civil.Of(at), shift), t.Rest)
	n.note(err)
	return tickOf(n.onDay(t.calendar, d, t.Ends, at))
}

// dayAfter returns the last day of a limit in days, without regard to days of rest.
func (n *counter) dayAfter(t *limit, first civil.Date, shift int) civil.Date {
	count := t.Span.Workdays()
	if count == 0 {
		d, _ := t.Span.AddTo(first)
		if t.FirstDay && (t.Span.Days() > 0 || d.Day() >= first.Day()) {
			d-- // but where no day corresponds, the last of the month is the last day
		}
		return d.AddDays(shift)
	}
	if t.FirstDay {
		working, err := t.calendar.IsWorkingDay(first)
		n.note(err)
		if working {
			count--
		}
	}
	d, err := t.calendar.AddDays(first, count+shift)
	n.note(err)
	return d
}

// onDay returns when on its last day something ends.
func (n *counter) onDay(c *worktime.Calendar, d civil.Date, ends DayEnd, start time.Time) time.Time {
	zone := c.Location()
	switch ends {
	case EndOfWork:
		at, err := c.Closing(d)
		n.note(err)
		return at
	case SameTime:
		return onClock(d, start.In(zone))
	case EndOfDay:
	}
	return (d + 1).In(zone)
}

// onClock returns when the clock of an instant's location shows its time on another day.
func onClock(d civil.Date, at time.Time) time.Time {
	minute := d.Midnight() + civil.Moment(at.Hour()*60+at.Minute())
	return minute.In(at.Location()).Add(time.Duration(at.Second())*time.Second + time.Duration(at.Nanosecond()))
}

// deadline returns when a deadline is that is a field of the case.
func (n *counter) deadline(t *deadline, f Field, start tick) tick {
	zone := t.calendar.Location()
	d := f.On
	if d.IsZero() {
		d = civil.Of(f.At.In(zone))
	}
	d = n.moved(t, d)
	d, err := t.calendar.Rest(d, t.Rest)
	n.note(err)
	var at time.Time
	switch {
	case f.On.IsZero():
		at = onClock(d, f.At.In(zone))
		if d == civil.Of(f.At.In(zone)) {
			at = f.At // even where the clock shows the time twice
		}
	case t.Exclusive:
		at = d.In(zone)
	default:
		from := start.time(zone)
		if !start.set {
			from = d.In(zone)
		}
		at = n.onDay(t.calendar, d, t.Ends, from)
	}
	hours := t.After.Seconds() - t.Before.Seconds()
	return tickOf(at.Add(time.Duration(hours) * time.Second))
}

// moved returns a day moved by the days of Before or After.
func (n *counter) moved(t *deadline, d civil.Date) civil.Date {
	if count := t.After.Workdays() - t.Before.Workdays(); count != 0 {
		to, err := t.calendar.AddDays(d, count)
		n.note(err)
		return to
	}
	if to, ok := t.After.AddTo(d); ok {
		d = to
	}
	if to, ok := t.Before.SubtractFrom(d); ok {
		d = to
	}
	return d
}
