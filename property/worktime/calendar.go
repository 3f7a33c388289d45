package worktime

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Calendar answers when work is done (工作日历): how much working time lies between two instants,
// when some of it will have passed, which day is the fifth working day.
//
// It is made by [New], never changes, and may be shared. Instants may be given in any location and
// come back in that of the calendar. They go from year 1 to year 9999.
//
// Where the answer depends on a year whose holidays are not known, it comes with an
// [UnknownYearError], and is a guess by the hours of the week and whatever the notices of other
// years say of its days: a caller may use it and say so. With any other error the answer means nothing.
type Calendar struct {
	doc       Timetable
	zone      *time.Location
	entries   map[civil.Date]HolidayDay // of the table, after all its overlays
	known     []knownDays               // where there is a table; in order
	overrides []Override                // in order
	shifts    map[string]Shift
	overnight bool         // some window crosses midnight
	missing   []civil.Date // days that the zone left out

	table
}

// New makes a calendar of a timetable. Zones finds a location by its name; a program passes
// [time.LoadLocation]. Tables are those that a timetable may name, such as [China].
//
// Errors: an *[invalid.Error] with every problem of the timetable and of the table it names:
// [ErrZone], [ErrTable], [ErrNeverOpens], and what [Timetable.Check] reports.
func New(t Timetable, zones func(name string) (*time.Location, error), tables ...Holidays) (*Calendar, error) {
	var l invalid.List
	t.Check(&l)
	zone, err := findZone(t.Zone, zones)
	if err != nil {
		l.At("zone").Add(ErrZone, invalid.Quote(t.Zone), err.Error())
	}
	c := &Calendar{doc: t.clone(), zone: zone, shifts: map[string]Shift{}}
	if t.Holidays != "" {
		c.take(&l, t.Holidays, tables)
	}
	if l.Len() > 0 {
		return nil, l.Err("timetable " + t.Code)
	}
	for _, s := range c.doc.Shifts {
		c.shifts[s.Code] = s
	}
	for _, i := range byFirstDay(c.doc.Overrides) {
		c.overrides = append(c.overrides, c.doc.Overrides[i])
	}
	c.overnight = c.crossesMidnight()
	c.missing = missingDays(zone)
	c.build()
	if c.total == 0 && !c.opens() {
		l.At("hours").Add(ErrNeverOpens)
		return nil, l.Err("timetable " + t.Code)
	}
	return c, nil
}

// opens reports whether there is any working time.
func (c *Calendar) opens() bool {
	_, err := c.NextOpen(time.Unix(minUnix, 0))
	return err == nil || isUnknownYear(err)
}

func findZone(name string, zones func(string) (*time.Location, error)) (*time.Location, error) {
	switch {
	case name == "":
		return time.UTC, nil // reported as missing
	case zones == nil:
		return nil, errors.New("no zones are given")
	}
	zone, err := zones(name)
	if err == nil && zone == nil {
		err = errors.New("no such zone")
	}
	return zone, err
}

func (t Timetable) clone() Timetable {
	t.Hours, t.Shifts, t.Overrides = slices.Clone(t.Hours), slices.Clone(t.Shifts), slices.Clone(t.Overrides)
	for i := range t.Hours {
		h := &t.Hours[i]
		h.Days, h.Windows, h.Shifts = slices.Clone(h.Days), slices.Clone(h.Windows), slices.Clone(h.Shifts)
	}
	for i := range t.Overrides {
		o := &t.Overrides[i]
		o.Windows, o.Shifts = slices.Clone(o.Windows), slices.Clone(o.Shifts)
	}
	return t
}

// take reads the table that the timetable names.
func (c *Calendar) take(l *invalid.List, code string, tables []Holidays) {
	i := slices.IndexFunc(tables, func(h Holidays) bool { return h.Code == code })
	if i < 0 {
		codes := make([]string, len(tables))
		for k, h := range tables {
			codes[k] = h.Code
		}
		slices.Sort(codes)
		l.At("holidays").Add(ErrTable, invalid.Quote(code), strings.Join(codes, ", "))
		return
	}
	h := tables[i]
	var own invalid.List
	h.Check(&own)
	if err := own.Err("holidays " + code); err != nil {
		l.At("holidays").Take(err)
		return
	}
	c.entries = h.entries()
	for _, year := range h.Years() {
		c.known = append(c.known, yearDays(year))
	}
	c.known = joined(c.known)
}

func (c *Calendar) crossesMidnight() bool {
	crosses := func(windows []civil.Window, shifts []string) bool {
		for _, w := range windows {
			if w.Overnight() {
				return true
			}
		}
		for _, code := range shifts {
			if c.shifts[code].Window.Overnight() {
				return true
			}
		}
		return false
	}
	for _, h := range c.doc.Hours {
		if crosses(h.Windows, h.Shifts) {
			return true
		}
	}
	for _, o := range c.doc.Overrides {
		if crosses(o.Windows, o.Shifts) {
			return true
		}
	}
	return false
}

// Code returns the name of the calendar.
func (c *Calendar) Code() string { return c.doc.Code }

// Timetable returns the document that the calendar was made of.
func (c *Calendar) Timetable() Timetable { return c.doc.clone() }

// Location returns the location on whose clocks the calendar goes.
func (c *Calendar) Location() *time.Location { return c.zone }

// Shifts returns the shifts of the timetable by their codes, in order.
func (c *Calendar) Shifts() []Shift {
	return slices.SortedFunc(maps.Values(c.shifts), func(a, b Shift) int { return strings.Compare(a.Code, b.Code) })
}
