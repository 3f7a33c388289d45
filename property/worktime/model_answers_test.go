package worktime_test

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// The model's answers. Those that end beyond the days it has are not ok.

func (m *model) between(a, b time.Duration) time.Duration {
	if b < a {
		return -m.between(b, a)
	}
	sum := time.Duration(0)
	for _, s := range m.open {
		sum += max(0, min(s.to, b)-max(s.from, a))
	}
	return sum
}

// add walks on from t, or back.
func (m *model) add(t, d time.Duration) (at time.Duration, ok bool) {
	if d == 0 {
		return t, true
	}
	if d < 0 {
		for i := len(m.open) - 1; i >= 0; i-- {
			s := m.open[i]
			if have := min(s.to, t) - s.from; have > 0 {
				if have >= -d {
					return min(s.to, t) + d, true
				}
				d += have
			}
		}
		return 0, false
	}
	for _, s := range m.open {
		if have := s.to - max(s.from, t); have > 0 {
			if have >= d {
				return max(s.from, t) + d, true
			}
			d -= have
		}
	}
	return 0, false
}

func (m *model) isOpen(t time.Duration) bool {
	for _, s := range m.open {
		if s.from <= t && t < s.to {
			return true
		}
	}
	return false
}

// next returns the stretch that is open at t, or the next one after.
func (m *model) next(t time.Duration) (open, end time.Duration, ok bool) {
	for _, s := range m.open {
		if t < s.to {
			return max(t, s.from), s.to, true
		}
	}
	return 0, 0, false
}

func (m *model) stretches(a, b time.Duration) []span {
	var all []span
	for _, s := range m.open {
		if s = (span{max(s.from, a), min(s.to, b)}); s.from < s.to {
			all = append(all, s)
		}
	}
	return all
}

func (m *model) isWorking(d civil.Date) bool { return len(m.windows(d)) > 0 }

// addDays counts on from a day, one day at a time.
func (m *model) addDays(d civil.Date, n int) (civil.Date, bool) {
	step := civil.Date(1)
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d += step
		if d < m.from || d >= m.to {
			return 0, false
		}
		if m.isWorking(d) {
			n--
		}
	}
	return d, true
}

// rest returns where a due date goes, and the days the answer rests on.
func (m *model) rest(d civil.Date, rule worktime.Rest) (to civil.Date, ok bool) {
	step := civil.Date(1)
	stays := func(d civil.Date) bool { return m.isWorking(d) }
	switch rule {
	case worktime.RestHolidays:
		stays = func(d civil.Date) bool { return !m.inHoliday(d) }
	case worktime.RestDaysBefore:
		step = -1
	case worktime.RestDays:
	case worktime.RestStays:
		return d, true
	default:
		return d, true
	}
	for ; !stays(d); d += step {
		if d < m.from || d >= m.to {
			return 0, false
		}
	}
	return d, true
}

func (m *model) closing(d civil.Date) time.Duration {
	last, any := time.Duration(0), false
	for _, w := range m.windows(d) {
		_, end := minutesOf(w)
		if at := m.rel(m.reached(d, end)); !any || at > last {
			last, any = at, true
		}
	}
	if !any {
		last = m.rel(m.reached(d+1, 0))
	}
	return last
}

// shifts returns the shifts of a day, first those that begin first, then by code.
func (m *model) shifts(d civil.Date) []worktime.Duty {
	if m.leftOut(d) {
		return nil
	}
	var codes []string
	if o := m.override(d); o != nil && o.As == 0 {
		codes = o.Shifts
	} else {
		as := m.weekday(d)
		if o != nil {
			as = o.As
		}
		for _, h := range m.doc.Hours {
			if applies(h, d, as) {
				codes = append(codes, h.Shifts...)
			}
		}
	}
	var duties []worktime.Duty
	for _, s := range m.doc.Shifts {
		named := false
		for _, code := range codes {
			named = named || code == s.Code
		}
		if !named {
			continue
		}
		open, end := minutesOf(s.Window)
		duty := worktime.Duty{Shift: s.Code, Day: d, Start: m.reached(d, open).In(m.zone), End: m.reached(d, end).In(m.zone)}
		i := len(duties)
		for i > 0 && (duties[i-1].Start.After(duty.Start) || duties[i-1].Start.Equal(duty.Start) && duties[i-1].Shift > s.Code) {
			i--
		}
		duties = append(duties[:i], append([]worktime.Duty{duty}, duties[i:]...)...)
	}
	return duties
}

func (m *model) shiftsAt(t time.Duration) []worktime.Duty {
	var on []worktime.Duty
	for d := m.dayOf(t) - 2; d <= m.dayOf(t); d++ {
		for _, s := range m.shifts(d) {
			if !m.at(t).Before(s.Start) && m.at(t).Before(s.End) {
				on = append(on, s)
			}
		}
	}
	return on
}

// inHoliday tells whether a day is a named day off, or a weekend of which nothing is said on the day after one.
func (m *model) inHoliday(d civil.Date) bool {
	switch m.named[d] {
	case worktime.DayOff:
		return true
	case worktime.DayWork:
		return false
	case worktime.DayOrdinary:
	}
	return worktime.WeekdayOf(d).IsWeekend() && m.inHoliday(d-1)
}
