package worktime

import (
	"math"
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

const (
	secondsPerDay = 24 * 60 * 60
	// unixDay is 1970-01-01 as a number of days from 0001-01-01.
	unixDay = 719162
	// firstDay and endDay bound the days that are counted: the years 1 to 9999.
	firstDay civil.Date = 1
	endDay   civil.Date = 3652059
)

// table is what a calendar keeps of the days that are asked for: where each begins, how much working time
// there was before it, and which stretches of it are open. Days beyond it are worked out when they
// are asked for, with the same result.
type table struct {
	lo       civil.Date // of days[0]
	base     int64      // where days[0] begins, Unix seconds
	days     []dayRow   // one more than there are days: the last is their end
	patterns [][]stretch
	total    int64 // seconds of all days
}

// dayRow is a day of the table; 16 bytes.
type dayRow struct {
	start    uint32 // seconds since base
	before   uint32 // working seconds of the days before
	workdays uint32 // working days before
	pattern  uint32
}

// stretch is an open part of a day, half-open, in seconds since the day began.
type stretch struct {
	from, to int32
	before   int32 // open seconds of the day before it
}

// dayHours is a day worked out: its beginning and end, Unix seconds, and what is open.
type dayHours struct {
	start, end int64
	open       []stretch
}

func (d dayHours) total() int64 {
	if len(d.open) == 0 {
		return 0
	}
	last := d.open[len(d.open)-1]
	return int64(last.before) + int64(last.to-last.from)
}

const (
	defaultFrom = 1990 // first year of the table where nothing asks for another
	defaultTo   = 2060 // the year after its last
	margin      = 2    // years around what the timetable speaks of
	tableYears  = 120  // more do not fit into a dayRow
)

// years returns the years of the table: those the timetable speaks of, and a default.
func (c *Calendar) years() (from, to int) {
	from, to = defaultFrom, defaultTo
	include := func(d civil.Date) {
		if !d.IsZero() {
			from, to = min(from, d.Year()-margin), max(to, d.Year()+margin)
		}
	}
	for _, k := range c.known {
		include(k.start)
		include(k.end)
	}
	for i := range c.doc.Hours {
		include(c.doc.Hours[i].From)
		include(c.doc.Hours[i].To)
	}
	for _, o := range c.overrides {
		include(o.From)
		include(o.last())
	}
	if to-from > tableYears {
		return defaultFrom, defaultTo
	}
	return from, to
}

// build fills the table.
func (c *Calendar) build() {
	from, to := c.years()
	first, end := civil.Month(from, time.January).Start, civil.Month(to, time.January).Start
	c.lo = first
	c.days = make([]dayRow, 0, end-first+1)
	numbers := map[string]uint32{}
	var key []byte
	var buffer [16]stretch
	var row dayRow
	for d := first; d < end; d++ {
		hours := c.workOut(buffer[:0], d)
		if d == first {
			c.base = hours.start
		}
		key = key[:0]
		for _, s := range hours.open {
			key = append(key, byte(s.from>>16), byte(s.from>>8), byte(s.from), byte(s.to>>16), byte(s.to>>8), byte(s.to))
		}
		number, known := numbers[string(key)]
		if !known {
			number = uint32(len(c.patterns))
			numbers[string(key)] = number
			c.patterns = append(c.patterns, slices.Clone(hours.open))
		}
		row.start, row.pattern = uint32(hours.start-c.base), number
		c.days = append(c.days, row)
		row.before += uint32(hours.total())
		if c.isWorking(d) {
			row.workdays++
		}
		if d == end-1 {
			row.start, row.pattern = uint32(hours.end-c.base), 0
			c.days = append(c.days, row)
		}
	}
	c.total = int64(row.before)
}

// end returns the day after the last of the table.
func (t *table) end() civil.Date { return t.lo + civil.Date(len(t.days)-1) }

// startsAt and endsAt bound the instants of the table.
func (t *table) startsAt() int64 { return t.base }
func (t *table) endsAt() int64   { return t.base + int64(t.days[len(t.days)-1].start) }

// index returns the number of the day that an instant of the table lies in.
func (t *table) index(at int64) int {
	rel := uint32(at - t.base)
	i := min(int(rel/secondsPerDay), len(t.days)-2)
	for t.days[i].start > rel {
		i--
	}
	for t.days[i+1].start <= rel {
		i++
	}
	return i
}

// before returns the nanoseconds of working time of the table before an instant of its day i.
func (t *table) before(i int, at int64, nanos int) int64 {
	row := &t.days[i]
	rel := int32(at - t.base - int64(row.start))
	sum := int64(row.before)
	for _, s := range t.patterns[row.pattern] {
		if rel < s.to {
			if rel >= s.from {
				return (sum+int64(s.before)+int64(rel-s.from))*int64(time.Second) + int64(nanos)
			}
			return (sum + int64(s.before)) * int64(time.Second)
		}
	}
	return int64(t.days[i+1].before) * int64(time.Second)
}

// hours returns a day, of the table or worked out into the buffer.
func (c *Calendar) hours(buffer []stretch, d civil.Date) dayHours {
	if d < c.lo || d >= c.end() {
		return c.workOut(buffer, d)
	}
	i := int(d - c.lo)
	return dayHours{c.base + int64(c.days[i].start), c.base + int64(c.days[i+1].start), c.patterns[c.days[i].pattern]}
}

// workOut returns a day from the timetable: its beginning and end on the clock, and the open stretches in
// between, those of the night before too.
func (c *Calendar) workOut(buffer []stretch, d civil.Date) dayHours {
	clock := newClock(c.zone, d)
	day := dayHours{start: clock.instant(0), end: clock.instant(civil.DayMinutes), open: buffer}
	add := func(from civil.Date) func(civil.Window) {
		shift := int(from-d) * civil.DayMinutes
		return func(w civil.Window) {
			open, end := w.Minutes()
			lo, hi := max(clock.instant(open+shift), day.start), min(clock.instant(end+shift), day.end)
			if lo < hi {
				day.open = append(day.open, stretch{from: int32(lo - day.start), to: int32(hi - day.start)})
			}
		}
	}
	if c.overnight {
		c.windows(d-1, add(d-1))
	}
	c.windows(d, add(d))
	day.open = merged(day.open)
	return day
}

// merged returns the stretches in order, those that touch or overlap as one.
func merged(open []stretch) []stretch {
	slices.SortFunc(open, func(a, b stretch) int { return int(a.from) - int(b.from) })
	out := open[:0]
	for _, s := range open {
		if n := len(out); n > 0 && s.from <= out[n-1].to {
			out[n-1].to = max(out[n-1].to, s.to)
			continue
		}
		out = append(out, s)
	}
	sum := int32(0)
	for i := range out {
		out[i].before = sum
		sum += out[i].to - out[i].from
	}
	return out
}

// clock maps times of the clock on and around a day to instants.
type clock struct {
	zone   *time.Location
	day    civil.Date
	offset int64
	steady bool // the offset holds for two days around the day
}

func newClock(zone *time.Location, d civil.Date) clock {
	utc := (int64(d) - unixDay) * secondsPerDay
	t := time.Unix(utc, 0).In(zone)
	_, offset := t.Zone()
	start, end := t.ZoneBounds()
	const around = 3 * secondsPerDay
	return clock{
		zone: zone, day: d, offset: int64(offset),
		steady: (start.IsZero() || utc-start.Unix() > around) && (end.IsZero() || end.Unix()-utc > around),
	}
}

// instant returns the first instant, in Unix seconds, at which the clock has reached a minute counted from
// 00:00 of the day.
func (c clock) instant(minute int) int64 {
	if c.steady {
		return (int64(c.day)-unixDay)*secondsPerDay + int64(minute)*60 - c.offset
	}
	return (c.day.Midnight() + civil.Moment(minute)).In(c.zone).Unix()
}

// missingDays returns the days that a zone left out when it crossed the date line: Samoa's 30 December 2011.
func missingDays(zone *time.Location) []civil.Date {
	const enough = 10_000 // changes of the clock; the date line is no matter of the future
	var missing []civil.Date
	_, change := time.Unix(minUnix, 0).In(zone).ZoneBounds()
	for range enough {
		if change.IsZero() || change.Year() > defaultTo {
			break
		}
		_, before := change.Add(-time.Second).Zone()
		_, after := change.Zone()
		if d := civil.Of(change) - 1; after-before >= secondsPerDay/2 && (d + 1).In(zone).Equal(d.In(zone)) {
			missing = append(missing, d)
		}
		_, change = change.ZoneBounds()
	}
	return missing
}

// unixOf takes an instant apart, and reports whether it is one of the years that are counted.
func unixOf(t time.Time) (sec int64, nanos int, ok bool) {
	sec = t.Unix()
	return sec, t.Nanosecond(), sec >= minUnix && sec < maxUnix
}

const (
	minUnix = (int64(firstDay) + 1 - unixDay) * secondsPerDay
	maxUnix = (int64(endDay) - 1 - unixDay) * secondsPerDay
	// longest is the longest working time that is counted, in seconds.
	longest = math.MaxInt64 / int64(time.Second)
)
