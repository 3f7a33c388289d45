package schedule

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

// readStart moves the first day of a duty whose times are over on the day of the start.
func (in *rruleReader) readStart(d *Duty, r *Rule) {
	if r.Every == Hour || r.Every == Minute || in.allDay {
		return
	}
	switch minute := in.start.Minute(); {
	case in.times[0] >= minute:
	case in.times[len(in.times)-1] < minute:
		r.Anchor, d.From = d.From, d.From+1
	default:
		in.l.At("DTSTART").Add(ErrRRuleCut, in.start.String())
	}
}

func (in *rruleReader) readUntil(d *Duty, r *Rule) {
	if !in.has("UNTIL") {
		return
	}
	until, ok := in.until()
	if !ok {
		in.bad("UNTIL", in.values["UNTIL"])
		return
	}
	first, last := in.timesOn(until.Date(), r)
	switch minute := until.Minute(); {
	case first > minute:
		d.To = until.Date() - 1
	case last <= minute:
		d.To = until.Date()
	default:
		in.l.At("UNTIL").Add(ErrRRuleCut, until.String())
	}
	if d.To < d.From {
		in.bad("UNTIL", in.values["UNTIL"])
	}
}

// timesOn returns the first and the last minute of a day at which a series is due. One of hours or minutes is followed on
// the clock, as though it were never changed; a day without any has a first minute after its end.
func (in *rruleReader) timesOn(d civil.Date, r *Rule) (first, last int) {
	step := max(r.Interval, 1)
	switch r.Every {
	case Hour:
		step *= minutesPerHour
	case Minute:
	case Day, Week, Month, Quarter, HalfYear, Year:
		return in.times[0], in.times[len(in.times)-1]
	}
	passed := d.Midnight().MinutesSince(in.start)
	if passed <= 0 {
		first = -passed
	} else {
		first = (step - passed%step) % step
	}
	if first >= civil.DayMinutes {
		return civil.DayMinutes, civil.DayMinutes
	}
	return first, first + (civil.DayMinutes-1-first)/step*step
}

// until reads the last minute of the series.
func (in *rruleReader) until() (civil.Moment, bool) {
	text := in.values["UNTIL"]
	if t, err := time.Parse(rruleDate, text); err == nil {
		return civil.Of(t).Midnight() + civil.DayMinutes - 1, inYears(t)
	}
	if t, err := time.Parse(rruleLocal, text); err == nil {
		return civil.MomentOf(t), inYears(t)
	}
	if t, err := time.Parse(rruleUTC, text); err == nil {
		return civil.MomentOf(t.In(in.zone)), inYears(t)
	}
	return 0, false
}

func inYears(t time.Time) bool { return t.Year() >= 2 && t.Year() <= 9998 } //nolint:mnd // those that every zone has
