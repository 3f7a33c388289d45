package worktime_test

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// model is a calendar done the slow way, over some years: it lists every open interval by its own reading
// of the rules and answers each question by walking the list. It shares no code with the calendar.
type model struct {
	doc        worktime.Timetable
	zone       *time.Location
	named      map[civil.Date]worktime.DayKind
	known      map[int]bool
	overnight  bool
	from, to   civil.Date // the days it has, half-open
	base       time.Time
	open       []span // joined, in order
	midnights  []time.Duration
	wallCached map[int64]time.Time
}

// span is an interval, half-open, counted from the model's base.
type span struct{ from, to time.Duration }

func newModel(doc worktime.Timetable, zone *time.Location, table worktime.Holidays, from, to civil.Date) *model {
	m := &model{
		doc: doc, zone: zone, from: from, to: to, wallCached: map[int64]time.Time{},
		named: map[civil.Date]worktime.DayKind{}, known: map[int]bool{},
	}
	for _, n := range table.Notices {
		m.known[n.Year] = m.known[n.Year] || !n.Amends
		for _, e := range n.Days {
			for d := e.From; d <= max(e.From, e.To); d++ {
				m.named[d] = e.Kind
			}
		}
	}
	for _, h := range doc.Hours {
		m.overnight = m.overnight || slices.ContainsFunc(m.list(h.Windows, h.Shifts), civil.Window.Overnight)
	}
	for _, o := range doc.Overrides {
		m.overnight = m.overnight || slices.ContainsFunc(m.list(o.Windows, o.Shifts), civil.Window.Overnight)
	}
	m.base = m.reached(from, 0)
	var all []span
	for d := from - 1; d < to; d++ {
		for _, w := range m.windows(d) {
			open, end := minutesOf(w)
			all = append(all, span{m.rel(m.reached(d, open)), m.rel(m.reached(d, end))})
		}
		if d >= from {
			m.midnights = append(m.midnights, m.rel(m.reached(d, 0)))
		}
	}
	m.midnights = append(m.midnights, m.rel(m.reached(to, 0)))
	end := m.midnights[len(m.midnights)-1]
	slices.SortFunc(all, func(a, b span) int { return int(a.from - b.from) })
	for _, s := range all {
		s.from, s.to = max(s.from, 0), min(s.to, end)
		switch n := len(m.open); {
		case s.from >= s.to:
		case n > 0 && s.from <= m.open[n-1].to:
			m.open[n-1].to = max(m.open[n-1].to, s.to)
		default:
			m.open = append(m.open, s)
		}
	}
	return m
}

func minutesOf(w civil.Window) (open, end int) {
	open, end = w.Open().Minute(), w.Close().Minute()
	if end <= open {
		end += 24 * 60
	}
	return open, end
}

func (m *model) rel(t time.Time) time.Duration { return t.Sub(m.base) }

func (m *model) at(d time.Duration) time.Time { return m.base.Add(d).In(m.zone) }

// reached returns the first instant at which the clock has reached a minute counted from 00:00 of a day. Where
// the offset seems steady it is subtracted; else every minute around is tried, then every second.
func (m *model) reached(d civil.Date, minute int) time.Time {
	year, month, day := d.Date()
	wall := time.Date(year, month, day, 0, minute, 0, 0, time.UTC).Unix()
	if t, ok := m.wallCached[wall]; ok {
		return t
	}
	offset := func(at int64) int64 {
		_, o := time.Unix(at, 0).In(m.zone).Zone()
		return int64(o)
	}
	const hour = 3600
	steady, first := true, offset(wall-30*hour)
	for at := wall - 30*hour; at <= wall+30*hour; at += 3 * hour {
		steady = steady && offset(at) == first
	}
	at := wall - first
	if !steady {
		for at = wall - 30*hour; at+offset(at) < wall; at += 60 {
		}
		for at -= 60; at+offset(at) < wall; at++ {
		}
	}
	t := time.Unix(at, 0)
	m.wallCached[wall] = t
	return t
}

// weekday returns the weekday whose hours a day has by the week and the table, 0 if it is closed.
func (m *model) weekday(d civil.Date) worktime.Weekday {
	year, month, day := d.Date()
	w := worktime.Weekday((int(time.Date(year, month, day, 12, 0, 0, 0, time.UTC).Weekday())+6)%7 + 1)
	switch {
	case m.named[d] == worktime.DayOff:
		return 0
	case m.named[d] == worktime.DayWork && w >= worktime.Saturday:
		return m.doc.MakeUp
	}
	return w
}

// list returns windows and those of the shifts with some codes.
func (m *model) list(windows []civil.Window, codes []string) []civil.Window {
	windows = slices.Clone(windows)
	for _, code := range codes {
		for _, s := range m.doc.Shifts {
			if s.Code == code {
				windows = append(windows, s.Window)
			}
		}
	}
	return windows
}

// windows returns what opens on a day, shifts too.
func (m *model) windows(d civil.Date) []civil.Window {
	if m.leftOut(d) {
		return nil
	}
	as := m.weekday(d)
	if o := m.override(d); o != nil {
		if as = o.As; as == 0 {
			return m.list(o.Windows, o.Shifts)
		}
	}
	var all []civil.Window
	for _, h := range m.doc.Hours {
		if applies(h, d, as) {
			all = append(all, m.list(h.Windows, h.Shifts)...)
		}
	}
	return all
}

// leftOut reports whether the clock jumped over a day: it reached its end when it reached its beginning.
func (m *model) leftOut(d civil.Date) bool {
	return m.reached(d, 0).Equal(m.reached(d, 24*60))
}

func (m *model) override(d civil.Date) *worktime.Override {
	for i, o := range m.doc.Overrides {
		if o.From <= d && d <= max(o.From, o.To) {
			return &m.doc.Overrides[i]
		}
	}
	return nil
}

func applies(h worktime.Hours, d civil.Date, as worktime.Weekday) bool {
	if !slices.Contains(h.Days, as) || h.From != 0 && d < h.From || h.To != 0 && h.To < d {
		return false
	}
	if h.Season.IsZero() {
		return true
	}
	first, last, today := h.Season.From().String(), h.Season.To().String(), d.String()[5:]
	if d.String()[4] != '-' {
		panic("the model has years of four digits")
	}
	if common := civil.Month(d.Year(), time.February).End-civil.Month(d.Year(), time.February).Start == 28; common && first == "02-29" {
		first = "02-28"
	}
	if first <= last {
		return first <= today && today <= last
	}
	return first <= today || today <= last
}

// dayOf returns the day an instant lies in: the last that the clock had reached by then.
func (m *model) dayOf(at time.Duration) civil.Date {
	i, found := slices.BinarySearch(m.midnights, at)
	for found && i+1 < len(m.midnights) && m.midnights[i+1] == at {
		i++ // a day that the clock jumped over
	}
	if !found {
		i--
	}
	return m.from + civil.Date(i)
}

// unknown returns the first year without holidays among days, 0 if there is none.
func (m *model) unknown(first, last civil.Date) int {
	if m.doc.Holidays == "" {
		return 0
	}
	for d := first; d <= last; d++ {
		if !m.known[d.Year()] {
			return d.Year()
		}
	}
	return 0
}

// unknownIn is unknown for the days that working time in [a, b) depends on: where windows cross midnight,
// the day before too.
func (m *model) unknownIn(a, b time.Duration) int {
	first, last := m.dayOf(a), m.dayOf(max(a, b-1))
	if m.overnight {
		first--
	}
	return m.unknown(first, last)
}
