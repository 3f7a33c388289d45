package csv

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// clock reads instants.
type clock struct {
	zone         *time.Location // of times without an offset; nil: they are refused
	ignoreOffset bool           // offsets are wrong: all times are those of the zone
	serials      bool           // Excel serials are dates
}

// wall is what a text says: a day, a time of it unless there is none, an offset if there is one.
type wall struct {
	day     civil.Date
	hasTime bool
	minute  int           // of the day
	part    time.Duration // of the minute
	offset  *time.Location
}

// location returns where times without an offset are read, nil if the format does not say.
func (f Format) location(l *invalid.List) *time.Location {
	if f.Zone == "" {
		return nil
	}
	zone, err := time.LoadLocation(f.Zone)
	if err != nil || f.Zone == "Local" { // which depends on the computer
		l.At("format", "zone").Add(ErrZone, invalid.Quote(f.Zone))
		return nil
	}
	return zone
}

// instant reads an instant. Unclear says that the clocks of the zone showed its time twice, and the first
// was taken, or that they jumped over it, and the jump was taken.
//
// Errors: [ErrInstant], [ErrNoOffset], [civil.ErrNoSuchDay], [civil.ErrDateRange].
func (c clock) instant(s string) (at time.Time, unclear bool, err error) {
	w, err := c.parse(s)
	switch {
	case errors.Is(err, ErrDate), err == nil && !w.hasTime:
		return at, false, invalid.Value(ErrInstant, invalid.Quote(s))
	case err != nil:
		return at, false, err
	case w.offset == nil && c.zone == nil:
		return at, false, invalid.Value(ErrNoOffset, invalid.Quote(s))
	}
	at, unclear = c.at(w)
	if at.IsZero() {
		return at, false, invalid.Value(ErrInstant, invalid.Quote(s))
	}
	return at, unclear, nil
}

// at returns the instant of a day with a time.
func (c clock) at(w wall) (at time.Time, unclear bool) {
	m := w.day.Midnight() + civil.Moment(w.minute)
	if w.offset != nil {
		at = m.In(w.offset).Add(w.part)
		if c.zone != nil {
			return at.In(c.zone), false
		}
		return at.UTC(), false
	}
	at = m.In(c.zone)
	if civil.MomentOf(at) != m {
		return at, true // jumped over
	}
	return at.Add(w.part), isTwice(at, m)
}

// isTwice reports whether the clocks show the moment, which they show at an instant, again later.
func isTwice(at time.Time, m civil.Moment) bool {
	const day = 24 * time.Hour
	_, end := at.ZoneBounds()
	if end.IsZero() || end.Sub(at) > day {
		return false
	}
	_, before := at.Zone()
	_, after := end.Zone()
	return after < before && civil.MomentOf(at.Add(time.Duration(before-after)*time.Second)) == m
}

// parse reads a day, with a time behind it or not.
func (c clock) parse(s string) (wall, error) {
	date, rest := cutDay(s)
	if rest == "" {
		if whole, fraction, ok := strings.Cut(date, "."); ok && c.serials && len(whole) < 8 {
			return excelWall(s, whole, fraction)
		}
		day, err := parseDate(date, c.serials)
		return wall{day: day}, err
	}
	w := wall{hasTime: true}
	var err error
	if w.day, err = parseDate(date, false); err != nil {
		return w, err
	}
	rest, offset, ok := cutOffset(rest)
	if ok {
		w.minute, w.part, ok = parseTime(rest)
	}
	if !ok {
		return w, invalid.Value(ErrInstant, invalid.Quote(s))
	}
	if !c.ignoreOffset {
		w.offset = offset
	}
	return w, nil
}

// cutDay parts a day from what stands behind it: behind a blank, a T or the 日 of the day.
func cutDay(s string) (day, rest string) {
	if i := strings.IndexAny(s, " T"); i >= 0 {
		return s[:i], strings.TrimSpace(s[i+1:])
	}
	for _, han := range []string{"日", "号"} {
		if day, rest, found := strings.Cut(s, han); found {
			return day + han, rest
		}
	}
	return s, ""
}

// cutOffset cuts Z, +08:00 or +0800 off a time; nil if there is none.
func cutOffset(s string) (rest string, offset *time.Location, ok bool) {
	if rest, utc := strings.CutSuffix(s, "Z"); utc {
		return rest, time.UTC, true
	}
	i := strings.LastIndexAny(s, "+-")
	if i < 0 {
		return s, nil, true
	}
	digits := s[i+1:]
	if len(digits) == 5 && digits[2] == ':' {
		digits = digits[:2] + digits[3:]
	}
	n, err := strconv.Atoi(digits)
	if len(digits) != 4 || !isDigits(digits) || err != nil || n > 2359 || n%100 > 59 {
		return s, nil, false
	}
	seconds := (n/100*60 + n%100) * 60
	if s[i] == '-' {
		seconds = -seconds
	}
	rest = strings.TrimSpace(s[:i])
	if seconds == 0 {
		return rest, time.UTC, true
	}
	return rest, time.FixedZone("", seconds), true
}

// parseTime reads 8:30, 08:30:05 and 08:30:05.250.
func parseTime(s string) (minute int, part time.Duration, ok bool) {
	clock, fraction, hasFraction := strings.Cut(s, ".")
	hours, rest, _ := strings.Cut(clock, ":")
	minutes, seconds, hasSeconds := strings.Cut(rest, ":")
	if !hasSeconds {
		seconds = "00"
	}
	h, okHour := shortNumber(hours)
	m, okMinute := shortNumber(minutes)
	sec, okSecond := shortNumber(seconds)
	ok = okHour && okMinute && okSecond && h < 24 && len(minutes) == 2 && m < 60 && len(seconds) == 2 && sec < 60
	if hasFraction {
		const digits = 9
		ok = ok && hasSeconds && fraction != "" && len(fraction) <= digits && isDigits(fraction)
		if ok {
			n, err := strconv.Atoi((fraction + "000000000")[:digits])
			part, ok = time.Duration(n), err == nil
		}
	}
	return h*60 + m, time.Duration(sec)*time.Second + part, ok
}

// excelWall reads a serial with a fraction, to the nearest second: 46327.354166667 is 08:30:00.
func excelWall(s, whole, fraction string) (wall, error) {
	const most = 20 // decimals that programs write of a serial
	n, err := strconv.Atoi(whole)
	if err != nil || !isDigits(whole) || fraction == "" || len(fraction) > most || !isDigits(fraction) {
		return wall{}, invalid.Value(ErrInstant, invalid.Quote(s))
	}
	part, err := invalid.ParseDecimal("0." + fraction)
	if err != nil {
		return wall{}, invalid.Value(ErrInstant, invalid.Quote(s))
	}
	const perDay = 24 * 60 * 60
	seconds := int(part.Mul(decimal.NewFromInt(perDay)).Round(0).IntPart())
	day, err := excelDate(s, n+seconds/perDay)
	seconds %= perDay
	return wall{day: day, hasTime: true, minute: seconds / 60, part: time.Duration(seconds%60) * time.Second}, err
}
