package standard

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

// spans compares the record's own time with windows of the clock, or with a span.
func (c *condition) spans(x *run, r *Record, s *Subject) (truth, string) {
	if r == nil || r.At.IsZero() {
		return maybe, "at"
	}
	until := r.Until
	if until.IsZero() {
		until = r.At
	}
	if len(c.windows) > 0 {
		if c.is == Inside {
			return truthOf(c.covers(r.At, until, x.zone)), ""
		}
		return truthOf(!c.touches(r.At, until, x.zone)), ""
	}
	var ends [2]time.Time
	for i := range ends {
		v, ok := c.span[i].get(x, r, s)
		if !ok {
			return maybe, c.span[i].address()
		}
		ends[i] = v.at
	}
	overlaps := overlap(r.At, until, ends[0], ends[1])
	if c.is == Outside {
		return truthOf(!overlaps), ""
	}
	return truthOf(overlaps && !r.At.Before(ends[0]) && !until.After(ends[1])), ""
}

// overlap reports whether two half-open spans overlap; touching is none. A span without length is the instant at which it begins.
func overlap(a, b, c, d time.Time) bool {
	if a.Equal(b) {
		return !a.Before(c) && a.Before(d)
	}
	return a.Before(d) && c.Before(b)
}

// touches reports whether a stretch of time overlaps a window of the clock. A stretch of three days overlaps every one.
func (c *condition) touches(at, until time.Time, zone *time.Location) bool {
	first := dayOf(at, zone) - 1 // a window of the day before may cross midnight
	last := min(dayOf(until, zone), first+3)
	for d := first; d <= last; d++ {
		for _, w := range c.windows {
			if open, end := w.opens(d, zone); overlap(at, until, open, end) {
				return true
			}
		}
	}
	return false
}

// covers reports whether a stretch of time lies within windows of the clock, of which one may follow upon the other.
func (c *condition) covers(at, until time.Time, zone *time.Location) bool {
	const always = 72 * time.Hour // what covers three days covers every day
	for reached := at; ; {
		next := c.reach(reached, zone)
		switch {
		case !next.After(reached):
			return false
		case !next.Before(until), next.Sub(at) > always:
			return true
		}
		reached = next
	}
}

// reach returns when the last of the windows closes that are open at an instant, the instant itself if none is.
func (c *condition) reach(at time.Time, zone *time.Location) time.Time {
	out, day := at, dayOf(at, zone)
	for d := day - 1; d <= day; d++ {
		for _, w := range c.windows {
			if open, end := w.opens(d, zone); !at.Before(open) && end.After(out) {
				out = end
			}
		}
	}
	return out
}

// window is a part of the day.
type window struct{ open, end civil.Moment }

// opens returns when the window of a day opens and closes.
func (w window) opens(d civil.Date, zone *time.Location) (open, end time.Time) {
	return (d.Midnight() + w.open).In(zone), (d.Midnight() + w.end).In(zone)
}
