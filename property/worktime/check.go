package worktime

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Check reports every problem of the timetable by itself; what it takes a zone and a table of
// holidays to see, [New] reports.
func (t Timetable) Check(l *invalid.List) {
	required(l, "code", t.Code)
	required(l, "zone", t.Zone)
	shifts := t.checkShifts(l)
	l.Enter("hours")
	opens := false
	for i, h := range t.Hours {
		l.EnterIndex(i)
		h.check(l, shifts)
		opens = opens || len(h.Windows)+len(h.Shifts) > 0
		l.Leave()
	}
	if !opens {
		l.Add(ErrNeverOpens)
	}
	l.Leave()
	weekdayWords().Check(l, "makeUp", uint8(t.MakeUp))
	if t.Holidays != "" && t.MakeUp == 0 {
		l.At("makeUp").Add(ErrMakeUp, t.Holidays)
	}
	t.checkOverrides(l, shifts)
}

func required(l *invalid.List, field, text string) {
	if text == "" {
		l.At(field).Add(invalid.ErrRequired, field)
	}
}

func (t Timetable) checkShifts(l *invalid.List) map[string]bool {
	shifts := make(map[string]bool, len(t.Shifts))
	l.Enter("shifts")
	for i, s := range t.Shifts {
		l.EnterIndex(i)
		required(l, "code", s.Code)
		if shifts[s.Code] {
			l.At("code").Add(ErrTwice, invalid.Quote(s.Code))
		}
		shifts[s.Code] = true
		if s.Window.IsZero() {
			l.At("window").Add(invalid.ErrRequired, "window")
		}
		l.Leave()
	}
	l.Leave()
	return shifts
}

func (h Hours) check(l *invalid.List, shifts map[string]bool) {
	if len(h.Days) == 0 {
		l.At("days").Add(invalid.ErrRequired, "days")
	}
	for i, d := range h.Days {
		if d < Monday || d > Sunday {
			l.At("days", i).Add(invalid.ErrWord, d.String(), "mon … sun")
		} else if slices.Contains(h.Days[:i], d) {
			l.At("days", i).Add(ErrTwice, d.String())
		}
	}
	if len(h.Windows)+len(h.Shifts) == 0 {
		l.At("windows").Add(invalid.ErrRequired, "windows")
	}
	checkWindows(l, h.Windows)
	checkCodes(l, h.Shifts, shifts)
	if !h.To.IsZero() && h.To < h.From {
		l.At("to").Add(ErrReversed, h.From.String(), h.To.String())
	}
}

// checkWindows reports windows of a day that share a minute.
func checkWindows(l *invalid.List, windows []civil.Window) {
	for i, w := range windows {
		if w.IsZero() {
			l.At("windows", i).Add(invalid.ErrRequired, "windows")
			continue
		}
		open, end := w.Minutes()
		for _, v := range windows[:i] {
			if o, e := v.Minutes(); max(open, o) < min(end, e) {
				l.At("windows", i).Add(ErrWindows, v.String(), w.String())
				break
			}
		}
	}
}

func checkCodes(l *invalid.List, codes []string, known map[string]bool) {
	for i, code := range codes {
		switch {
		case !known[code]:
			l.At("shifts", i).Add(ErrShift, invalid.Quote(code))
		case slices.Contains(codes[:i], code):
			l.At("shifts", i).Add(ErrTwice, invalid.Quote(code))
		}
	}
}

func (t Timetable) checkOverrides(l *invalid.List, shifts map[string]bool) {
	l.Enter("overrides")
	for i, o := range t.Overrides {
		l.EnterIndex(i)
		o.check(l, shifts)
		l.Leave()
	}
	order := byFirstDay(t.Overrides)
	var before Override // the one that ends last
	for _, i := range order {
		o := t.Overrides[i]
		if !o.From.IsZero() && o.From <= before.last() {
			l.At(i, "from").Add(ErrOverlap, o.From.String(), before.From.String())
		}
		if o.last() > before.last() {
			before = o
		}
	}
	l.Leave()
}

// byFirstDay returns the indices of the overrides in the order of their first days.
func byFirstDay(overrides []Override) []int {
	order := make([]int, len(overrides))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return overrides[a].From.Compare(overrides[b].From) })
	return order
}

func (o Override) check(l *invalid.List, shifts map[string]bool) {
	if o.From.IsZero() {
		l.At("from").Add(invalid.ErrRequired, "from")
	}
	if !o.To.IsZero() && o.To < o.From {
		l.At("to").Add(ErrReversed, o.From.String(), o.To.String())
	}
	weekdayWords().Check(l, "as", uint8(o.As))
	choices := 0
	for _, chosen := range []bool{o.Closed, o.As != 0, len(o.Windows)+len(o.Shifts) > 0} {
		if chosen {
			choices++
		}
	}
	if choices != 1 {
		l.Add(ErrOverride)
	}
	checkWindows(l, o.Windows)
	checkCodes(l, o.Shifts, shifts)
}
