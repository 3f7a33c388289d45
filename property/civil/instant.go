package civil

import "time"

// Of returns the date that t shows in its own location. The zero time gives
// the unset date.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return fromCivil(y, m, d)
}

// In returns the first instant of the day in a location: 00:00, where the clocks
// show it twice the first of the two, where they jump over it the moment they
// land on. A nil location is UTC.
func (d Date) In(loc *time.Location) time.Time {
	if loc == nil {
		loc = time.UTC
	}
	y, m, day := d.Date()
	near := time.Date(y, m, day, 0, 0, 0, 0, loc) // may be either side of a change
	if loc == time.UTC {
		return near
	}
	utc := time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
	_, eve := near.Add(-6 * time.Hour).Zone()
	midnight := utc.Add(-time.Duration(eve) * time.Second).In(loc)
	_, now := midnight.Zone()
	if now == eve {
		return midnight
	}
	if changed, _ := midnight.ZoneBounds(); Of(changed) >= d {
		return changed
	}
	return utc.Add(-time.Duration(now) * time.Second).In(loc)
}
