package worktime

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Between returns the working time between two instants (工作时长), negative where the second is
// the earlier.
//
// Errors: [UnknownYearError], with the guess; [ErrRange].
func (c *Calendar) Between(a, b time.Time) (time.Duration, error) {
	if b.Before(a) {
		d, err := c.Between(b, a)
		return -d, err
	}
	from, fromNanos, okA := unixOf(a)
	to, toNanos, okB := unixOf(b)
	if !okA || !okB {
		return 0, outOfRange(a, b)
	}
	if from < c.startsAt() || to >= c.endsAt() {
		return c.betweenFar(from, to, fromNanos, toNanos)
	}
	i, k := c.index(from), c.index(to)
	d := time.Duration(c.before(k, to, toNanos) - c.before(i, from, fromNanos))
	if c.entries == nil {
		return d, nil
	}
	if k > i && toNanos == 0 && to == c.base+int64(c.days[k].start) {
		k-- // it ends with the day before
	}
	return d, c.knownHours(c.lo+civil.Date(i), c.lo+civil.Date(k))
}

// knownBetween returns nil if the holidays of the days that [from, to) touches are known.
func (c *Calendar) knownBetween(from, to int64, toNanos int) error {
	if toNanos == 0 && to > from {
		to--
	}
	return c.knownHours(c.dayOf(from), c.dayOf(to))
}

// dayOf returns the day that an instant lies in.
func (c *Calendar) dayOf(at int64) civil.Date {
	if at >= c.startsAt() && at < c.endsAt() {
		return c.lo + civil.Date(c.index(at))
	}
	d := civil.Of(time.Unix(at, 0).In(c.zone))
	for newClock(c.zone, d+1).instant(0) <= at { // set back after midnight, the clock shows the day before again
		d++
	}
	return d
}

// betweenFar is Between where the table does not reach.
func (c *Calendar) betweenFar(from, to int64, fromNanos, toNanos int) (time.Duration, error) {
	var seconds, nanos int64
	var buffer [16]stretch
	for d := c.dayOf(from); ; d++ {
		if d == c.lo && to >= c.endsAt() {
			if at := max(from, c.startsAt()); at == c.startsAt() {
				seconds += c.total
				d = c.end()
			}
		}
		day := c.hours(buffer[:0], d)
		if day.start > to {
			break
		}
		for _, s := range day.open {
			lo, hi := day.start+int64(s.from), day.start+int64(s.to)
			if from >= lo && from < hi {
				lo, nanos = from, nanos-int64(fromNanos)
			}
			if to >= lo && to < hi {
				hi, nanos = to, nanos+int64(toNanos)
			}
			seconds += max(0, min(hi, to)-max(lo, from))
		}
	}
	if seconds >= longest {
		return 0, invalid.Value(ErrRange, time.Unix(from, 0).In(c.zone).Format(time.RFC3339)+" … "+time.Unix(to, 0).In(c.zone).Format(time.RFC3339))
	}
	return time.Duration(seconds*int64(time.Second) + nanos), c.knownBetween(from, to, toNanos)
}

func outOfRange(times ...time.Time) error {
	for _, t := range times {
		if _, _, ok := unixOf(t); !ok {
			return invalid.Value(ErrRange, t.UTC().Format(time.RFC3339))
		}
	}
	return nil
}

// IsOpen reports whether an instant is working time: at its opening a window is open, at its
// closing it is not.
//
// Errors: [UnknownYearError], with the guess; [ErrRange].
func (c *Calendar) IsOpen(t time.Time) (bool, error) {
	at, _, ok := unixOf(t)
	if !ok {
		return false, outOfRange(t)
	}
	var buffer [16]stretch
	d := c.dayOf(at)
	day := c.hours(buffer[:0], d)
	for _, s := range day.open {
		if at < day.start+int64(s.to) {
			return at >= day.start+int64(s.from), c.knownHours(d, d)
		}
	}
	return false, c.knownHours(d, d)
}
