package standard_test

import (
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

func (w *slowWorld) duty(d *standard.Duty) []slowRow {
	return w.population(d.Per, d.Where, func(s *standard.Subject) []slowRow {
		switch {
		case d.Plan.Quota != nil && d.Plan.Quota.In != 0:
			return w.quota(d, s)
		case d.Plan.Quota != nil:
			return w.quotaSpan(d, s)
		case d.Plan.Gap != nil:
			return w.gap(d, s)
		case d.Plan.By != nil:
			return w.by(d, s)
		default:
			return w.every(d, s)
		}
	})
}

// slowAct is a record that counts, or may count.
type slowAct struct {
	at   time.Time
	sum  *big.Rat
	sure bool
}

// acts returns the records that fulfil a duty, earliest first; whether they count may be unknown.
func (w *slowWorld) acts(d *standard.Duty, s *standard.Subject) []slowAct {
	var out []slowAct
	for _, r := range w.records(d.Acts, d.Per, s.ID, w.asOf) {
		f := slowFacts{w: w, record: &r, subject: s}
		t := f.all(d.With)
		at := r.At.In(w.zone)
		if t.is == "false" || d.Plan.Window != "" && !slowInWindow(d.Plan.Window, at) || len(d.Plan.On) > 0 && !slices.Contains(d.Plan.On, slowWeekday(at)) {
			continue
		}
		a := slowAct{at: at, sum: big.NewRat(1, 1), sure: t.is == "true"}
		if q := d.Plan.Quota; q != nil && q.Sum != "" {
			v, ok := f.get(q.Sum)
			a.sum, a.sure = v.num, a.sure && ok
		}
		out = append(out, a)
	}
	return out
}

func slowWeekday(at time.Time) worktime.Weekday {
	return []worktime.Weekday{
		worktime.Sunday, worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday, worktime.Saturday,
	}[at.Weekday()]
}

// slowWorks says whether the office of the tests works on a day: China's holidays of 2025 from December to March.
func slowWorks(day time.Time) bool {
	date := day.Format("2006-01-02")
	switch {
	case date == "2025-01-01", "2025-01-28" <= date && date <= "2025-02-04":
		return false
	case date == "2025-01-26", date == "2025-02-08":
		return true
	}
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
}

// slowUnitStart returns when the period of the calendar begins that an instant is in, or the one after it.
func slowUnitStart(unit schedule.Unit, at time.Time, next int) time.Time {
	y, m, d := at.Date()
	if unit == schedule.Hour {
		return time.Date(y, m, d, at.Hour()+next, 0, 0, 0, at.Location())
	}
	if unit == schedule.Day {
		return time.Date(y, m, d+next, 0, 0, 0, 0, at.Location())
	}
	if unit == schedule.Week {
		return time.Date(y, m, d-(int(at.Weekday())+6)%7+7*next, 0, 0, 0, 0, at.Location())
	}
	return time.Date(y, m+time.Month(next), 1, 0, 0, 0, 0, at.Location())
}

// quota judges each period of the calendar that shares time with the period of the evidence.
func (w *slowWorld) quota(d *standard.Duty, s *standard.Subject) []slowRow {
	q := d.Plan.Quota
	var out []slowRow
	for from := slowUnitStart(q.In, w.start, 0); from.Before(w.end); from = slowUnitStart(q.In, from, 1) {
		to := slowUnitStart(q.In, from, 1)
		if d.Plan.Days == schedule.WorkingDays && !slowWorks(from) {
			continue
		}
		slots := q.Slots
		if len(slots) == 0 && q.In == schedule.Day && d.Plan.Window != "" {
			slots = []string{d.Plan.Window}
		}
		if len(slots) == 0 {
			out = append(out, w.quotaRow(d, s, from, to, "", from.Before(w.start))...)
		}
		for _, slot := range slots {
			out = append(out, w.quotaRow(d, s, from, to, slot, from.Before(w.start))...)
		}
	}
	return out
}

// quotaRow counts what lies in a stretch and a window of the clock.
func (w *slowWorld) quotaRow(d *standard.Duty, s *standard.Subject, from, to time.Time, slot string, cut bool) []slowRow {
	period, periodEnd := from, to
	if a, b, ok := strings.Cut(slot, "/"); ok {
		from, to = slowClock(from, a), slowClock(from, b)
		if a >= b {
			to = to.AddDate(0, 0, 1)
		}
	}
	row := slowRow{subject: s.ID}
	seen := slowEarlier(periodEnd, w.asOf)
	asked, _ := (slowFacts{w: w, subject: s}).term(d.Plan.Quota.AtLeast)
	sure, most := new(big.Rat), new(big.Rat)
	blind := false
	for _, a := range w.acts(d, s) {
		if a.at.Before(from) || !a.at.Before(to) {
			continue
		}
		switch {
		case a.sure:
			sure.Add(sure, a.sum)
			most.Add(most, a.sum)
		case a.sum != nil:
			most.Add(most, a.sum)
		default:
			blind = true
		}
	}
	switch {
	case cut && !w.allComplete(d.Acts, period, seen):
		row.state, row.code = standard.NotApplicable, standard.PartialPeriod
	case sure.Cmp(asked.num) >= 0:
		row.state = standard.Met
	case blind || most.Cmp(asked.num) >= 0:
		row.state, row.code = standard.Unknown, standard.FieldMissing
	case w.asOf.Before(to):
		row.state, row.code = standard.Pending, standard.NotDue
	case !w.allComplete(d.Acts, from, to):
		row.state, row.code = standard.Unknown, standard.NotComplete
	default:
		row.state, row.code = standard.Breached, standard.Short
	}
	return []slowRow{row}
}

// slowClock returns a time of day on the day of an instant.
func slowClock(day time.Time, clock string) time.Time {
	hour := int(clock[0]-'0')*10 + int(clock[1]-'0')
	minute := int(clock[3]-'0')*10 + int(clock[4]-'0')
	return time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, day.Location())
}

// quotaSpan judges the one span of a subject that shares time with the period.
func (w *slowWorld) quotaSpan(d *standard.Duty, s *standard.Subject) []slowRow {
	f := slowFacts{w: w, subject: s}
	from, ok := f.term(d.Plan.Quota.Span[0])
	to, ok2 := f.term(d.Plan.Quota.Span[1])
	if !ok || !ok2 {
		return []slowRow{{subject: s.ID, state: standard.Unknown, code: standard.FieldMissing}}
	}
	if !to.at.After(w.start) || !from.at.Before(w.end) || to.at.After(w.end) && !to.at.After(w.asOf) {
		return nil
	}
	return w.quotaRow(d, s, from.at, to.at, "", false)
}

// slowDue returns the last instant that is in time for a length after another: days and months count to the end of their day.
func slowDue(from time.Time, length string) time.Time {
	at := slowMove(from, 1, length)
	if s := civil.MustParseSpan(length); s.Months() > 0 || s.Days() > 0 {
		return slowDayEnd(at)
	}
	return at
}

func slowDayEnd(at time.Time) time.Time { return slowUnitStart(schedule.Day, at, 1).Add(-1) }
