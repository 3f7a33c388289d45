package worktime_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// modelZones are zones with one clock, with summer time by the hour and the half hour, at midnight and in
// winter, with a day left out, and with nothing but an offset.
func modelZones() []string {
	return []string{
		"Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Europe/London", "Pacific/Apia",
		"America/Sao_Paulo", "Africa/Casablanca", "UTC", "+05:45", "-11:30", "America/St_Johns", "Africa/Cairo", "Pacific/Kwajalein", "Pacific/Kiritimati",
	}
}

// findZone is time.LoadLocation that knows offsets too.
func findZone(name string) (*time.Location, error) {
	if t, err := time.Parse("-07:00", name); err == nil {
		_, offset := t.Zone()
		return time.FixedZone(name, offset), nil
	}
	return time.LoadLocation(name)
}

// modelYears are years at the edges of what a calendar keeps ready (1990 to 2059), in it and far from it, and
// those in which clocks or holidays did something.
func modelYears() []int {
	return []int{1900, 1919, 1940, 1986, 1988, 1989, 1991, 1994, 2006, 2011, 2016, 2024, 2026, 2058, 2059, 2099, 9000}
}

// random makes timetables up.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 42))} }

func pick[T any](r random, list []T) T { return list[r.IntN(len(list))] }

func (r random) maybe(percent int) bool { return r.IntN(100) < percent }

// minute is a time of the clock, most of them round.
func (r random) minute() int {
	switch r.IntN(4) {
	case 0:
		return r.IntN(24 * 60)
	case 1:
		return r.IntN(24) * 60
	case 2:
		return r.IntN(8) * 30 // where clocks are changed
	}
	return r.IntN(48) * 30
}

func (r random) window() civil.Window {
	for {
		open, end := r.minute(), r.minute()
		if end == 0 {
			end = 24 * 60
		}
		text := fmt.Sprintf("%02d:%02d/%02d:%02d", open/60, open%60, end/60, end%60)
		if w, err := civil.ParseWindow(text); err == nil {
			return w
		}
	}
}

// windows are some that share no minute on the clock of their day.
func (r random) windows(n int) []civil.Window {
	var list []civil.Window
	for range n {
		w := r.window()
		from, to := minutesOf(w)
		if !slices.ContainsFunc(list, func(v civil.Window) bool {
			o, e := minutesOf(v)
			return max(o, from) < min(e, to)
		}) {
			list = append(list, w)
		}
	}
	return list
}

func (r random) days() []worktime.Weekday {
	if r.maybe(50) {
		return []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday}
	}
	var days []worktime.Weekday
	for _, d := range r.Perm(7)[:1+r.IntN(7)] {
		days = append(days, worktime.Weekday(d+1))
	}
	return days
}

func (r random) season() civil.Season {
	days := []string{"01-01", "02-28", "02-29", "03-01", "03-15", "05-31", "06-01", "10-01", "11-15", "12-31"}
	s, err := civil.ParseSeason(pick(r, days) + "/" + pick(r, days))
	if err != nil {
		return civil.Season{}
	}
	return s
}

// near is a day of the years around.
func (r random) near(year int) civil.Date {
	return civil.Month(year, time.January).Start - 200 + civil.Date(r.IntN(365+400))
}

// timetable makes one up whose dates lie around a year.
func (r random) timetable(year int) worktime.Timetable {
	t := worktime.Timetable{Code: "made-up", Zone: pick(r, modelZones())}
	codes := []string{"night", "early", "late"}[:r.IntN(4)]
	for _, code := range codes {
		t.Shifts = append(t.Shifts, worktime.Shift{Code: code, Window: r.window()})
	}
	shifts := func() []string {
		var list []string
		for _, i := range r.Perm(len(codes)) {
			if r.maybe(60) {
				list = append(list, codes[i])
			}
		}
		return list
	}
	for range 1 + r.IntN(3) {
		h := worktime.Hours{Days: r.days(), Windows: r.windows(r.IntN(4)), Shifts: shifts()}
		if len(h.Windows)+len(h.Shifts) == 0 {
			h.Windows = r.windows(1)
		}
		if r.maybe(25) {
			h.Season = r.season()
		}
		if r.maybe(15) {
			h.From = r.near(year)
		}
		if r.maybe(15) {
			h.To = max(h.From, r.near(year))
		}
		t.Hours = append(t.Hours, h)
	}
	for d := r.near(year); r.maybe(70); d += civil.Date(1 + r.IntN(60)) {
		o := worktime.Override{From: d}
		if r.maybe(40) {
			d += civil.Date(r.IntN(10))
			o.To = d
		}
		switch r.IntN(3) {
		case 0:
			o.Closed = true
		case 1:
			o.As = worktime.Weekday(1 + r.IntN(7))
		case 2:
			o.Windows, o.Shifts = r.windows(1+r.IntN(3)), shifts()
		}
		t.Overrides = append(t.Overrides, o)
		d++
	}
	r.Shuffle(len(t.Overrides), func(i, j int) { t.Overrides[i], t.Overrides[j] = t.Overrides[j], t.Overrides[i] })
	if r.maybe(60) {
		t.Holidays, t.MakeUp = "own", worktime.Weekday(1+r.IntN(7))
	}
	return t
}

// table makes the holidays of some years up, most of those around.
func (r random) table(year int) worktime.Holidays {
	h := worktime.Holidays{Code: "own"}
	for y := year - 2; y <= year+2; y++ {
		if y < 2 || y > 9998 || r.maybe(20) {
			continue
		}
		n := worktime.Notice{Year: y}
		for d := civil.Month(y, time.January).Start - civil.Date(r.IntN(3)); d.Year() <= y; d += civil.Date(2 + r.IntN(120)) {
			e := worktime.HolidayDay{From: d, Kind: pick(r, []worktime.DayKind{worktime.DayOff, worktime.DayOff, worktime.DayWork, worktime.DayOrdinary})}
			if r.maybe(50) {
				d += civil.Date(r.IntN(9))
				e.To = d
			}
			n.Days = append(n.Days, e)
		}
		h.Notices = append(h.Notices, n)
		if r.maybe(30) {
			amended := n
			amended.Amends, amended.Days = true, []worktime.HolidayDay{{From: r.near(y), Kind: worktime.DayWork}}
			h.Notices = append(h.Notices, amended)
		}
	}
	return h
}

// date is one of the model's days, often one at the turn of a year, or where clocks are changed.
func (r random) date(m *model) civil.Date {
	d := m.from + civil.Date(r.IntN(int(m.to-m.from)))
	switch r.IntN(4) {
	case 0:
		d = civil.Month(d.Year(), time.January).Start + civil.Date(r.IntN(4)-2)
	case 1:
		for range 400 {
			if i := d - m.from; i+1 < civil.Date(len(m.midnights)) && m.midnights[i+1]-m.midnights[i] != 24*time.Hour {
				break
			}
			d = m.from + (d+1-m.from)%(m.to-m.from)
		}
	}
	return min(max(d, m.from), m.to-1)
}

// instant is one of the model's days: any, an edge of a stretch or midnight, or just beside one, to the nanosecond.
func (r random) instant(m *model) time.Duration {
	end := m.midnights[len(m.midnights)-1]
	at := time.Duration(r.Int64N(int64(end)))
	switch r.IntN(5) {
	case 0:
		at = at.Truncate(time.Second)
	case 1:
		at = m.midnights[r.date(m)-m.from]
	case 2, 3:
		if len(m.open) > 0 {
			s := pick(r, m.open)
			at = pick(r, []time.Duration{s.from, s.to})
		}
	}
	if r.maybe(30) {
		at += pick(r, []time.Duration{-time.Second, -1, 1, time.Second, time.Second + 1, time.Minute, -time.Hour})
	}
	return min(max(at, 0), end-1)
}

// length is a working time: short, long, or just what leads to an edge.
func (r random) length(m *model, t time.Duration) time.Duration {
	switch r.IntN(5) {
	case 0:
		return time.Duration(r.Int64N(int64(10*time.Minute))) - 5*time.Minute
	case 1:
		return time.Duration(r.IntN(200)-100) * time.Hour
	case 2:
		return time.Duration(r.Int64N(int64(2*365*24*time.Hour))) - 365*24*time.Hour
	}
	return m.between(t, r.instant(m)) + time.Duration(pick(r, []int{-1, 0, 0, 0, 1}))
}
