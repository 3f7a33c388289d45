package civil

import "time"

const (
	secondsPerDay = 24 * 60 * 60
	// unixEpoch is 1970-01-01, counted in days from 0001-01-01.
	unixEpoch = 719162
	// maxChanges bounds the search for an instant: no clock is changed so often in two days.
	maxChanges = 16
)

// Of returns the date that t shows in its own location. The zero time gives
// the unset date.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return fromCivil(y, m, d)
}

// MomentOf returns the minute that t shows in its own location, without its seconds. The zero time
// gives the unset moment.
func MomentOf(t time.Time) Moment {
	return Of(t).Midnight() + Moment(t.Hour()*60+t.Minute())
}

// In returns the first instant of the day in a location: 00:00, where the clocks
// show it twice the first of the two, where they jump over it the moment they
// land on. A nil location is UTC.
func (d Date) In(loc *time.Location) time.Time { return d.Midnight().In(loc) }

// In returns the first instant at which the clocks of a location have reached the moment: where
// they show it twice the first of the two, where they jump over it the jump. A nil location is
// UTC.
func (m Moment) In(loc *time.Location) time.Time {
	if loc == nil {
		loc = time.UTC
	}
	wall := (int64(m) - unixEpoch*DayMinutes) * 60
	if loc == time.UTC {
		return time.Unix(wall, 0).UTC()
	}
	return time.Unix(instantOf(wall, loc), 0).In(loc)
}

// instantOf returns the first instant at which a clock has shown a wall time. Both are Unix seconds; a wall
// time is what UTC would call it. It looks at each stretch without a change of the clocks in turn,
// from one in which the wall time cannot have come yet.
func instantOf(wall int64, loc *time.Location) int64 {
	from, at := wall-2*secondsPerDay, wall
	for range maxChanges {
		t := time.Unix(from, 0).In(loc)
		_, offset := t.Zone()
		start, end := t.ZoneBounds()
		if at = wall - int64(offset); !start.IsZero() {
			at = max(at, start.Unix())
		}
		if end.IsZero() || at < end.Unix() {
			break
		}
		from = end.Unix()
	}
	return at
}
