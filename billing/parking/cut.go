package parking

import (
	"math"

	"github.com/wuyekit/wuye/property/civil"
)

// never is a minute that no stay has.
const never = math.MaxInt

// cut is a part of a stay: its minutes from lo until hi, counted from the entry.
type cut struct {
	lo, hi int
	rate   int
	window bool // a window begins, or the stay
	span   bool // the time of a cap begins, or the stay
}

// cutter cuts a stay into its parts, in order.
type cutter struct {
	sheet   *sheet
	clock   clock
	enter   int64
	minutes int

	part     cut        // the next one; hi is not known yet
	daily    int        // the next minute at which 24 hours are over
	midnight int        // the next minute of a new day
	window   int        // the next minute at which a window begins
	today    civil.Date // the day that ends at midnight
	bound    int        // the window that begins at window
	boundDay civil.Date
}

func newCutter(s *sheet, c clock, enter int64, minutes int) cutter {
	out := cutter{
		sheet: s, clock: c, enter: enter, minutes: minutes,
		part: cut{window: true, span: true}, daily: never, midnight: never, window: never,
	}
	if s.per == FromEntry || s.free.daily {
		out.daily = minutesPerDay
	}
	if s.per == CalendarDay {
		out.today = c.day(enter).AddDays(-1) // a clock set back over midnight has shown more than it shows
		out.midnight = 0
		out.passMidnights(0)
	}
	if len(s.bounds) > 0 {
		out.boundDay = c.day(enter).AddDays(-1)
		out.window = 0 // the first of yesterday has begun in any case
		out.passWindows(0)
	}
	return out
}

// next returns the next part, which has at least one minute; false at the end.
func (c *cutter) next() (cut, bool) {
	out := c.part
	if out.lo >= c.minutes {
		return cut{}, false
	}
	out.hi = min(c.minutes, c.daily, c.midnight, c.window)
	c.part = cut{lo: out.hi, rate: out.rate}
	if c.daily <= out.hi {
		c.daily += minutesPerDay
		c.part.span = c.sheet.per == FromEntry
	}
	c.passMidnights(out.hi)
	c.passWindows(out.hi)
	return out, true
}

// passMidnights goes on to the first midnight after a minute.
func (c *cutter) passMidnights(minute int) {
	for c.midnight <= minute {
		c.today = c.today.AddDays(1)
		c.midnight = c.begins(c.today.AddDays(1))
		c.part.span = true
	}
}

func (c *cutter) begins(day civil.Date) int {
	return minuteOf(c.enter, c.clock.at(day.Midnight()))
}

// passWindows goes on to the first beginning of a window after a minute.
func (c *cutter) passWindows(minute int) {
	bounds := c.sheet.bounds
	for c.window <= minute {
		c.part.rate = bounds[c.bound].rate
		c.part.window = true
		if c.bound++; c.bound == len(bounds) {
			c.bound, c.boundDay = 0, c.boundDay.AddDays(1)
		}
		c.window = minuteOf(c.enter, c.clock.at(c.boundDay.Midnight()+civil.Moment(bounds[c.bound].minute)))
	}
}
