package worktime

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
)

// Day is what a calendar says of a day.
type Day struct {
	// Date is the day.
	Date civil.Date `json:"date"`
	// Kind is the entry of the table of holidays, unset where it has none.
	Kind DayKind `json:"kind,omitempty"`
	// Name is the holiday that the entry belongs to.
	Name string `json:"name,omitempty"`
	// Note is that of the override that holds on the day.
	Note string `json:"note,omitempty"`
	// Windows are the parts of the day that are open, those of shifts too, in order.
	Windows []civil.Window `json:"windows,omitempty"`
}

// IsWorking reports whether anything opens on the day.
func (d Day) IsWorking() bool { return len(d.Windows) > 0 }

// Day returns what the calendar says of a day.
//
// Errors: [UnknownYearError].
func (c *Calendar) Day(d civil.Date) (Day, error) {
	entry := c.entries[d]
	day := Day{Date: d, Kind: entry.Kind, Name: entry.Name}
	if o, ok := c.override(d); ok {
		day.Note = o.Note
	}
	c.windows(d, func(w civil.Window) {
		if !slices.Contains(day.Windows, w) {
			day.Windows = append(day.Windows, w)
		}
	})
	slices.SortFunc(day.Windows, func(a, b civil.Window) int { return a.Open().Compare(b.Open()) })
	return day, c.Known(d, d)
}

// override returns the override that holds on a day.
func (c *Calendar) override(d civil.Date) (Override, bool) {
	i, found := slices.BinarySearchFunc(c.overrides, d, func(o Override, d civil.Date) int { return o.From.Compare(d) })
	if !found {
		i--
	}
	if i < 0 || c.overrides[i].last() < d {
		return Override{}, false
	}
	return c.overrides[i], true
}

// hoursOf says what holds on a day: the override, if there is one that has hours of its own; else the weekday
// whose hours it has, unset if it is closed.
func (c *Calendar) hoursOf(d civil.Date) (own Override, as Weekday) {
	if len(c.missing) > 0 && slices.Contains(c.missing, d) {
		return Override{}, 0
	}
	if o, ok := c.override(d); ok {
		return o, o.As
	}
	as = WeekdayOf(d)
	if c.entries != nil {
		switch kind := c.entries[d].Kind; {
		case kind == DayOff:
			as = 0
		case kind == DayWork && as.IsWeekend():
			as = c.doc.MakeUp
		}
	}
	return Override{}, as
}

// windows calls each for every window that opens on a day, those of shifts too.
func (c *Calendar) windows(d civil.Date, each func(civil.Window)) {
	all := func(windows []civil.Window, shifts []string) {
		for _, w := range windows {
			each(w)
		}
		for _, code := range shifts {
			each(c.shifts[code].Window)
		}
	}
	own, as := c.hoursOf(d)
	all(own.Windows, own.Shifts)
	for i := range c.doc.Hours {
		if h := &c.doc.Hours[i]; h.holds(d, as) {
			all(h.Windows, h.Shifts)
		}
	}
}

// isWorking reports whether anything opens on a day.
func (c *Calendar) isWorking(d civil.Date) bool {
	own, as := c.hoursOf(d)
	if len(own.Windows)+len(own.Shifts) > 0 {
		return true
	}
	for i := range c.doc.Hours {
		if c.doc.Hours[i].holds(d, as) {
			return true
		}
	}
	return false
}
