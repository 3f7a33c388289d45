package parking

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

const (
	secondsPerDay = 24 * 60 * 60
	// epoch is 1970-01-01, from which instants are counted in seconds.
	epoch civil.Date = 719162
)

// clock is the wall clock of a zone around one stay. Instants are Unix seconds.
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

// at returns the first instant at which the clock has reached a moment, as [civil.Moment.In] does.
// Beyond the stay the instant may be off by a change of the clock, but not come to lie within it.
func (c clock) at(m civil.Moment) int64 {
	if c.steady {
		return int64(m-epoch.Midnight())*60 - c.offset
	}
	return m.In(c.zone).Unix()
}

// day returns the day that the clock shows at the entry.
func (c clock) day(enter int64) civil.Date {
	shown := enter + c.offset
	days := shown / secondsPerDay
	if shown%secondsPerDay < 0 {
		days--
	}
	return epoch.AddDays(int(days))
}

// minuteOf returns the first minute of a stay that begins at an instant or after it.
func minuteOf(enter, at int64) int {
	d := at - enter
	if d <= 0 {
		return 0
	}
	return int((d + 59) / 60)
}
