package worktime

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Add returns the first instant at which d of working time has passed since t; for a negative d
// the last from which −d of working time leads to t. A d of zero gives t itself.
//
// The end of a day's work is reached when it closes: 8 hours from 10:00 of a day 09:00/18:00
// end at 18:00, not on the next morning. Backwards, 8 hours before 17:00 begin at 09:00.
//
// Errors: [UnknownYearError], with the guess; [ErrNeverOpens] if nothing opens for 15 years beyond
// what the timetable lists; [ErrRange].
func (c *Calendar) Add(t time.Time, d time.Duration) (time.Time, error) {
	at, nanos, ok := unixOf(t)
	if !ok {
		return time.Time{}, outOfRange(t)
	}
	if d == 0 {
		return t.In(c.zone), nil
	}
	if d > 0 && at >= c.startsAt() && at < c.endsAt() {
		i := c.index(at)
		if done := c.before(i, at, nanos); int64(d) <= c.total*int64(time.Second)-done {
			sec, nsec, k := c.reached(i, done+int64(d))
			return time.Unix(sec, nsec).In(c.zone), c.knownHours(c.lo+civil.Date(i), c.lo+civil.Date(k))
		}
	}
	var sec, nsec int64
	if d > 0 {
		sec, nsec, ok = c.forward(at, int64(nanos), int64(d))
	} else {
		sec, nsec, ok = c.backward(at, int64(nanos), int64(d))
	}
	if !ok {
		return time.Time{}, c.nowhere(sec)
	}
	result := time.Unix(sec, nsec).In(c.zone)
	if c.entries == nil {
		return result, nil
	}
	if d > 0 {
		return result, c.knownBetween(at, sec, int(nsec))
	}
	return result, c.knownBetween(sec, at, nanos)
}

// nowhere returns why a search ended at an instant without a result.
func (c *Calendar) nowhere(at int64) error {
	if at < minUnix || at >= maxUnix {
		return invalid.Value(ErrRange, time.Unix(at, 0).UTC().Format(time.RFC3339))
	}
	return invalid.Value(ErrNeverOpens)
}

// forward returns the first instant at which rest nanoseconds of working time have passed, or where the
// search ended.
func (c *Calendar) forward(at, nanos, rest int64) (sec, nsec int64, ok bool) {
	if at >= c.startsAt() && at < c.endsAt() {
		i := c.index(at)
		done := c.before(i, at, int(nanos))
		left := c.total*int64(time.Second) - done
		if rest <= left {
			sec, nsec, _ = c.reached(i, done+rest)
			return sec, nsec, true
		}
		at, nanos, rest = c.endsAt(), 0, rest-left
	}
	var buffer [16]stretch
	idle := 0
	for d := c.dayOf(at); ; d++ {
		if d == c.lo && at < c.startsAt() {
			return c.forward(c.startsAt(), 0, rest)
		}
		day := c.hours(buffer[:0], d)
		if day.start >= maxUnix {
			return maxUnix, 0, false
		}
		for _, s := range day.open {
			lo, hi := day.start+int64(s.from), day.start+int64(s.to)
			skip := int64(0)
			if at >= hi {
				continue
			}
			if at >= lo {
				lo, skip = at, nanos
			}
			if length := (hi-lo)*int64(time.Second) - skip; rest > length {
				rest -= length
				continue
			}
			rest += skip
			return lo + rest/int64(time.Second), rest % int64(time.Second), true
		}
		if idle++; len(day.open) > 0 {
			idle = 0
		}
		if idle == maxIdle {
			next, ok := c.ahead(d)
			if !ok {
				return at, 0, false
			}
			d, idle = next-1, 0
		}
	}
}

// reached returns the first instant of the table, not before day i, by which so many nanoseconds of working
// time have passed since the table's beginning, and its day; there is one.
func (c *Calendar) reached(i int, target int64) (sec, nsec int64, day int) {
	whole := (target + int64(time.Second) - 1) / int64(time.Second) // the day is the first with before[day+1] ≥ whole
	step := 1
	lo, hi := i, i
	for int64(c.days[hi+1].before) < whole {
		lo, hi = hi+1, min(hi+step, len(c.days)-2)
		step *= 2
	}
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); int64(c.days[mid+1].before) < whole {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	row := &c.days[lo]
	rest := target - int64(row.before)*int64(time.Second)
	start := c.base + int64(row.start)
	for _, s := range c.patterns[row.pattern] {
		if rest <= (int64(s.before)+int64(s.to-s.from))*int64(time.Second) {
			rest -= int64(s.before) * int64(time.Second)
			return start + int64(s.from) + rest/int64(time.Second), rest % int64(time.Second), lo
		}
	}
	return start, 0, lo // not reached: the target lies within the day
}

// backward returns the last instant from which −rest nanoseconds of working time lead to at.
func (c *Calendar) backward(at, nanos, rest int64) (sec, nsec int64, ok bool) {
	if at >= c.startsAt() && at < c.endsAt() {
		i := c.index(at)
		done := c.before(i, at, int(nanos))
		if rest += done; rest >= 0 {
			sec, nsec = c.left(i, rest)
			return sec, nsec, true
		}
		at, nanos = c.startsAt(), 0
	}
	var buffer [16]stretch
	idle := 0
	for d := c.dayOf(at); ; d-- {
		if d == c.end()-1 && at >= c.endsAt() {
			if rest += c.total * int64(time.Second); rest >= 0 {
				sec, nsec = c.left(len(c.days)-2, rest)
				return sec, nsec, true
			}
			d = c.lo - 1
		}
		day := c.hours(buffer[:0], d)
		if day.start < minUnix {
			return minUnix - 1, 0, false
		}
		for i := len(day.open) - 1; i >= 0; i-- {
			lo, hi := day.start+int64(day.open[i].from), day.start+int64(day.open[i].to)
			extra := int64(0)
			if at < lo {
				continue
			}
			if at < hi {
				hi, extra = at, nanos
			}
			if rest += (hi-lo)*int64(time.Second) + extra; rest >= 0 {
				return lo + rest/int64(time.Second), rest % int64(time.Second), true
			}
		}
		if idle++; len(day.open) > 0 {
			idle = 0
		}
		if idle == maxIdle {
			next, ok := c.behind(d)
			if !ok {
				return at, 0, false
			}
			d, idle = next+2, 0 // a night of it ends on the day after
		}
	}
}

// left returns the last instant of the table, not after day i, before which only so many nanoseconds of
// working time have passed since the table's beginning.
func (c *Calendar) left(i int, target int64) (sec, nsec int64) {
	whole := target / int64(time.Second) // the day is the first with before[day+1] > whole
	lo, hi := 0, i
	for step := 1; hi-step > 0; step *= 2 {
		if int64(c.days[hi-step].before) <= whole {
			lo = hi - step
			break
		}
		hi -= step
	}
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); int64(c.days[mid+1].before) <= whole {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	row := &c.days[lo]
	rest := target - int64(row.before)*int64(time.Second)
	start := c.base + int64(row.start)
	for _, s := range c.patterns[row.pattern] {
		if rest < (int64(s.before)+int64(s.to-s.from))*int64(time.Second) {
			rest -= int64(s.before) * int64(time.Second)
			return start + int64(s.from) + rest/int64(time.Second), rest % int64(time.Second)
		}
	}
	return start, 0 // not reached: the target lies within the day
}
