package parking

import "time"

const (
	secondsPerDay = 24 * 60 * 60
	// maxChanges bounds the search for an instant: no clock is changed so often in two days.
	maxChanges = 16
)

// clock is the wall clock of a zone around one stay. Wall times and instants are seconds; a
// wall time is what UTC would call it.
type clock struct {
	zone   *time.Location
	offset int64 // at the entry
	steady bool  // the offset holds from a day before the entry to the end
}

func newClock(zone *time.Location, enter, until int64) clock {
	t := time.Unix(enter, 0).In(zone)
	_, offset := t.Zone()
	start, end := t.ZoneBounds()
	return clock{zone, int64(offset), (start.IsZero() || enter-start.Unix() >= secondsPerDay) && (end.IsZero() || until <= end.Unix())}
}

// at returns the first instant at which the clock has shown a wall time: where the clock jumps over
// it the jump, where it shows it twice the first. Beyond the stay the instant may be off by
// a change of the clock, but not come to lie within it.
func (c clock) at(wall int64) int64 {
	if c.steady {
		return wall - c.offset
	}
	from, at := wall-2*secondsPerDay, wall
	for range maxChanges {
		t := time.Unix(from, 0).In(c.zone)
		_, offset := t.Zone()
		_, end := t.ZoneBounds()
		at = max(wall-int64(offset), from)
		if end.IsZero() || at < end.Unix() {
			break
		}
		from = end.Unix()
	}
	return at
}

// day returns the day, counted from 1970-01-01, that the clock shows at the entry.
func (c clock) day(enter int64) int64 {
	wall := enter + c.offset
	day := wall / secondsPerDay
	if wall%secondsPerDay < 0 {
		day--
	}
	return day
}

// minuteOf returns the first minute of a stay that begins at an instant or after it.
func minuteOf(enter, at int64) int {
	d := at - enter
	if d <= 0 {
		return 0
	}
	return int((d + 59) / 60)
}
