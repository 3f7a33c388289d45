package worktime

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

// Duty is a shift on a day (当班).
type Duty struct {
	// Shift is the code of the shift.
	Shift string `json:"shift"`
	// Day is the day it belongs to: the one it begins on.
	Day civil.Date `json:"day"`
	// Start is when it begins, End when it is over.
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
}

// ShiftsOn returns the shifts that belong to a day, in the order in which they begin, then by code.
// They are as long as the clock says: eight hours on the clock are nine where it is set back.
//
// Errors: [UnknownYearError], with the guess.
func (c *Calendar) ShiftsOn(d civil.Date) ([]Duty, error) {
	own, as := c.hoursOf(d)
	codes := slices.Clone(own.Shifts)
	for i := range c.doc.Hours {
		if h := &c.doc.Hours[i]; h.holds(d, as) {
			codes = append(codes, h.Shifts...)
		}
	}
	slices.Sort(codes)
	clock := newClock(c.zone, d)
	var duties []Duty
	for _, code := range slices.Compact(codes) {
		from, to := c.shifts[code].Window.Minutes()
		duties = append(duties, Duty{
			code, d,
			time.Unix(clock.instant(from), 0).In(c.zone), time.Unix(clock.instant(to), 0).In(c.zone),
		})
	}
	slices.SortStableFunc(duties, func(a, b Duty) int { return a.Start.Compare(b.Start) })
	return duties, c.Known(d, d)
}

// ShiftsAt returns the shifts that are on at an instant, in the order in which they began, then by code.
// At 04:00 of a Saturday that is Friday's night shift, whatever Saturday is.
//
// Errors: [UnknownYearError], with the guess; [ErrRange].
func (c *Calendar) ShiftsAt(t time.Time) ([]Duty, error) {
	at, _, ok := unixOf(t)
	if !ok {
		return nil, outOfRange(t)
	}
	today := c.dayOf(at)
	var on []Duty
	var first error
	for d := today - 1; d <= today; d++ {
		if d < today && !c.overnight {
			continue
		}
		duties, err := c.ShiftsOn(d)
		for _, s := range duties {
			if !t.Before(s.Start) && t.Before(s.End) {
				on = append(on, s)
			}
		}
		if first == nil {
			first = err
		}
	}
	return on, first
}
