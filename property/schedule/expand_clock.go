package schedule

import (
	"math"
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

// A stretch in which a clock is not changed may have no beginning or no end.
const (
	beginning = math.MinInt64
	ending    = math.MaxInt64
)

const (
	// unixMoment is 1970-01-01T00:00.
	unixMoment civil.Moment = 719162 * civil.DayMinutes
	// unixSeconds are those from 0001-01-01T00:00 to then.
	unixSeconds = int64(unixMoment) * secondsPerMinute
)

// clock turns what a clock shows into instants. It remembers one stretch in which the clock is not changed.
type clock struct {
	zone   *time.Location
	lo, hi civil.Moment // first shown in the stretch, half-open
	shift  int64        // from the seconds that are shown to Unix seconds
}

// at returns the first instant at which the clock has shown a moment, in Unix seconds: where the clock jumps over it, the
// jump.
func (c *clock) at(m civil.Moment) int64 {
	if c.lo <= m && m < c.hi {
		return int64(m)*secondsPerMinute - c.shift
	}
	return c.find(m)
}

// find is at for another stretch than the last.
func (c *clock) find(m civil.Moment) int64 {
	t := m.In(c.zone)
	start, end := t.ZoneBounds()
	_, offset := t.Zone()
	lo, hi := civil.Moment(beginning), civil.Moment(ending)
	if !start.IsZero() {
		_, before := start.Add(-time.Second).Zone() // what it showed before was shown first then
		lo = momentFrom(start.Unix() + int64(max(before, offset)))
	}
	if !end.IsZero() {
		hi = momentFrom(end.Unix() + int64(offset))
	}
	if lo <= m && m < hi {
		c.lo, c.hi, c.shift = lo, hi, unixSeconds+int64(offset)
	}
	return t.Unix()
}

// momentFrom returns the first minute that a clock shows from a second on, in Unix seconds as UTC would call it.
func momentFrom(wall int64) civil.Moment {
	return civil.Moment((wall + unixSeconds + secondsPerMinute - 1) / secondsPerMinute)
}

// wall turns instants into what a clock shows. It remembers one stretch in which the clock is not changed.
type wall struct {
	zone   *time.Location
	lo, hi int64 // Unix seconds of the stretch, half-open
	shift  int64 // from Unix seconds to those that are shown
}

// of returns the minute that the clock shows at an instant, in Unix seconds.
func (w *wall) of(unix int64) civil.Moment {
	if unix < w.lo || unix >= w.hi {
		w.find(unix)
	}
	return civil.Moment((unix + w.shift) / secondsPerMinute)
}

func (w *wall) find(unix int64) {
	t := time.Unix(unix, 0).In(w.zone)
	_, offset := t.Zone()
	start, end := t.ZoneBounds()
	w.lo, w.hi, w.shift = beginning, ending, unixSeconds+int64(offset)
	if !start.IsZero() {
		w.lo = start.Unix()
	}
	if !end.IsZero() {
		w.hi = end.Unix()
	}
}

// ceiling returns the first whole second that is not before an instant.
func ceiling(t time.Time) int64 {
	if t.Nanosecond() > 0 {
		return t.Unix() + 1
	}
	return t.Unix()
}
