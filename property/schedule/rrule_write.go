package schedule

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// RRule returns the series as a recurrence rule of RFC 5545 that plain readers understand, on the clock of the calendar: the
// 31st or the last day of the month is BYMONTHDAY=28,29,30,31;BYSETPOS=-1. Its start is the first occurrence. Readers may
// do otherwise where a clock is changed; the RFC leaves out a time that the clock jumps over.
//
// Errors: [ErrNoClock] if the demand has no series of its own; an *[invalid.Error] with [ErrNoRRule] at every field that
// no recurrence rule can say: a shift by days of rest, a season, working days, rounds over midnight, times that are not all
// the minutes of all the hours; [ErrNever] if it is due on no day in force.
func (s *Schedule) RRule() (RRule, error) {
	if s.rule == nil || s.rule.isInside() {
		return RRule{}, invalid.Value(ErrNoClock, invalid.Quote(s.doc.Code))
	}
	w := rruleWriter{r: s.rule}
	w.l.Enter("demand")
	w.l.Enter("rule")
	w.write()
	w.l.Leave()
	w.l.Leave()
	for _, f := range []struct {
		name string
		set  bool
	}{{"season", !s.rule.season.IsZero()}, {"days", s.rule.sort != 0}} {
		if f.set {
			w.l.At(f.name).Add(ErrNoRRule, f.name)
		}
	}
	out := RRule{AllDay: !s.rule.isExact() && len(s.rule.minutes) == 0}
	for o := range s.Occurrences(s.rule.start.In(s.calendar.Location()), (lastDay + 1).In(s.calendar.Location())) {
		out.Start = o.At
		break
	}
	if out.Start.IsZero() {
		w.l.Add(ErrNever)
	}
	if err := w.l.Err("duty " + s.doc.Code); err != nil {
		return RRule{}, err
	}
	if !s.doc.To.IsZero() {
		w.parts = slices.Insert(w.parts, 1, "UNTIL="+s.until(out.AllDay))
	}
	out.Text = strings.Join(w.parts, ";")
	return out, nil
}

// until returns the end of the last day.
func (s *Schedule) until(allDay bool) string {
	if allDay {
		return s.doc.To.In(time.UTC).Format(rruleDate)
	}
	return (s.doc.To + 1).In(s.calendar.Location()).Add(-time.Second).UTC().Format(rruleUTC)
}

// rruleWriter is a rule that is being written.
type rruleWriter struct {
	l     invalid.List
	r     *rule
	parts []string
}

func (w *rruleWriter) refuse(name string, when bool) {
	if when {
		w.l.At(name).Add(ErrNoRRule, name)
	}
}

func (w *rruleWriter) part(name string, numbers []int) {
	if len(numbers) == 0 {
		return
	}
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = strconv.Itoa(n)
	}
	w.parts = append(w.parts, name+"="+strings.Join(texts, ","))
}

func (w *rruleWriter) write() {
	r := w.r
	w.refuse("rest", r.rest != 0)
	unit, interval, months := r.Every, r.interval, slices.Clone(r.Months)
	switch {
	case unit == Quarter || unit == HalfYear:
		w.refuse("every", len(r.Months)+len(r.Weekdays) > 0)
		unit, interval = Month, interval*r.monthsLong
	case unit == Year && len(months) == 0 && len(r.days) > 0:
		months = []int{r.monthIn + 1}
	}
	days, positions := r.days, r.Pick
	if clamped, ok := w.clamped(unit, months); ok {
		w.refuse("shortMonth", len(r.days) > 1 || len(r.Weekdays)+len(r.YearDays)+len(r.Pick) > 0)
		w.refuse("shortMonth", unit == Year && len(months) > 1 && interval > 1)
		if unit == Year && len(months) > 1 {
			unit = Month
		}
		days, positions = clamped, []int{-1}
	}
	w.refuse("shortMonth", r.ShortMonth == ShortNext && w.mayLack(months))
	w.parts = append(w.parts, "FREQ="+unit.frequency())
	if interval > 1 {
		w.part("INTERVAL", []int{interval})
	}
	w.part("BYMONTH", months)
	w.part("BYYEARDAY", r.YearDays)
	w.part("BYMONTHDAY", days)
	w.weekdays()
	times := w.times()
	var all []int
	for _, p := range positions {
		_, of := daysOf(p, times)
		all = append(all, of...)
	}
	w.part("BYSETPOS", all)
}

// mayLack reports whether some month of the series does not have one of its days.
func (w *rruleWriter) mayLack(months []int) bool {
	return slices.ContainsFunc(w.r.days, func(n int) bool {
		return n > sureMonthDay && (len(months) == 0 || slices.ContainsFunc(months, func(m int) bool { return n > shortest(m) }))
	})
}

// clamped returns the days of which the last is meant, where the day of a short month is its last.
func (w *rruleWriter) clamped(unit Unit, months []int) ([]int, bool) {
	if unit.monthsOf() == 0 || w.r.ShortMonth != ShortLast || !w.mayLack(months) {
		return nil, false
	}
	var days []int
	for n := sureMonthDay; n <= w.r.days[0]; n++ {
		days = append(days, n)
	}
	return days, true
}

func (w *rruleWriter) weekdays() {
	var texts []string
	for _, day := range w.r.Weekdays {
		text := rruleDay(day.Day)
		if day.N != 0 {
			text = strconv.Itoa(day.N) + text
		}
		texts = append(texts, text)
	}
	if len(texts) == 0 && w.r.Every == Week {
		for day := worktime.Monday; day <= worktime.Sunday; day++ {
			if w.r.weekdays&(1<<(day-worktime.Monday)) != 0 {
				texts = append(texts, rruleDay(day))
			}
		}
	}
	if len(texts) > 0 {
		w.parts = append(w.parts, "BYDAY="+strings.Join(texts, ","))
	}
}

// times writes the hours and minutes of a day with several, and returns how many it has.
func (w *rruleWriter) times() int {
	if len(w.r.minutes) <= 1 {
		w.refuse("steps", w.r.lastTime >= civil.DayMinutes)
		return 1
	}
	var hours, minutes []int
	for _, at := range w.r.minutes {
		h, m := int(at)/minutesPerHour, int(at)%minutesPerHour
		if !slices.Contains(hours, h) {
			hours = append(hours, h)
		}
		if !slices.Contains(minutes, m) {
			minutes = append(minutes, m)
		}
	}
	slices.Sort(minutes)
	name := "times"
	if w.r.Steps != nil {
		name = "steps"
	}
	w.refuse(name, len(hours)*len(minutes) != len(w.r.minutes) || w.r.lastTime >= civil.DayMinutes)
	w.part("BYHOUR", hours)
	w.part("BYMINUTE", minutes)
	return len(w.r.minutes)
}
