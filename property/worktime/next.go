package worktime

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// maxOpen bounds the search for a closing time.
const maxOpen = 366

// Stretch is working time without a break, half-open.
type Stretch struct {
	// Start is when it opens, End when it closes.
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
}

// Length returns how long the stretch is.
func (s Stretch) Length() time.Duration { return s.End.Sub(s.Start) }

// NextOpen returns the first instant of working time that is not before t: t itself where it is open.
//
// Errors: [UnknownYearError], with the guess; [ErrNeverOpens]; [ErrRange].
func (c *Calendar) NextOpen(t time.Time) (time.Time, error) {
	at, _, ok := unixOf(t)
	if !ok {
		return time.Time{}, outOfRange(t)
	}
	var buffer [16]stretch
	first := c.dayOf(at)
	idle := 0
	for d := first; ; d++ {
		day := c.hours(buffer[:0], d)
		if day.start >= maxUnix {
			return time.Time{}, c.nowhere(maxUnix)
		}
		for _, s := range day.open {
			switch {
			case at >= day.start+int64(s.to):
				continue
			case at >= day.start+int64(s.from):
				return t.In(c.zone), c.knownHours(d, d)
			}
			return time.Unix(day.start+int64(s.from), 0).In(c.zone), c.knownHours(first, d)
		}
		if idle++; d >= c.lo && d < c.end() {
			idle = 0
		}
		if idle == maxIdle {
			next, ok := c.ahead(d)
			if !ok {
				return time.Time{}, c.nowhere(at)
			}
			d, idle = next-1, 0
		}
	}
}

// NextClose returns when the working time ends that is open at t, or if none is, the next. Work
// that goes on over midnight ends when it ends.
//
// Errors: [UnknownYearError], with the guess; [ErrNeverOpens]; [ErrNeverCloses]; [ErrRange].
func (c *Calendar) NextClose(t time.Time) (time.Time, error) {
	start, err := c.NextOpen(t)
	if err != nil && !isUnknownYear(err) {
		return time.Time{}, err
	}
	var buffer [16]stretch
	at := start.Unix()
	first := c.dayOf(at)
	for d := first; d <= first+maxOpen; d++ {
		day := c.hours(buffer[:0], d)
		for _, s := range day.open {
			lo, hi := day.start+int64(s.from), day.start+int64(s.to)
			switch {
			case hi <= at:
				continue
			case lo > at:
				return time.Unix(at, 0).In(c.zone), c.knownHours(c.dayOf(t.Unix()), d)
			}
			at = hi
		}
		if at < day.end {
			return time.Unix(at, 0).In(c.zone), c.knownHours(c.dayOf(t.Unix()), d)
		}
	}
	return time.Time{}, invalid.Value(ErrNeverCloses, start.Format(time.RFC3339))
}

// AppendStretches appends the working time between two instants, stretch by stretch and cut to
// them, in order.
//
// Errors: [UnknownYearError], with the guess; [ErrRange].
func (c *Calendar) AppendStretches(dst []Stretch, a, b time.Time) ([]Stretch, error) {
	if err := outOfRange(a, b); err != nil || !a.Before(b) {
		return dst, err
	}
	var buffer [16]stretch
	mine := len(dst)
	last := c.dayOf(b.Unix())
	for d := c.dayOf(a.Unix()); d <= last; d++ {
		day := c.hours(buffer[:0], d)
		for _, s := range day.open {
			from, to := time.Unix(day.start+int64(s.from), 0).In(c.zone), time.Unix(day.start+int64(s.to), 0).In(c.zone)
			if from.Before(a) {
				from = a.In(c.zone)
			}
			if to.After(b) {
				to = b.In(c.zone)
			}
			switch n := len(dst); {
			case !from.Before(to):
			case n > mine && dst[n-1].End.Equal(from):
				dst[n-1].End = to
			default:
				dst = append(dst, Stretch{from, to})
			}
		}
	}
	return dst, c.knownBetween(a.Unix(), b.Unix(), b.Nanosecond())
}

// windowsOn returns the windows that open on a day as stretches of time, in no order.
func (c *Calendar) windowsOn(d civil.Date) []Stretch {
	var open []Stretch
	clock := newClock(c.zone, d)
	c.windows(d, func(w civil.Window) {
		from, to := w.Minutes()
		open = append(open, Stretch{time.Unix(clock.instant(from), 0).In(c.zone), time.Unix(clock.instant(to), 0).In(c.zone)})
	})
	return open
}
