package standard

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Point is a day or an instant at which a span begins or ends: "2025-01-01", the beginning of that day, or
// "2025-08-20T09:00:00+08:00". The zero Point is unset.
type Point struct {
	day civil.Date
	at  time.Time
}

// OnDay returns the beginning of a day.
func OnDay(d civil.Date) Point { return Point{day: d} }

// AtInstant returns an instant.
func AtInstant(t time.Time) Point { return Point{at: t} }

// ParsePoint reads a day or an instant.
//
// Errors: [ErrPoint].
func ParsePoint(text string) (Point, error) {
	if len(text) == len(time.DateOnly) {
		d, err := civil.Parse(text)
		if err != nil {
			return Point{}, invalid.Value(ErrPoint, invalid.Quote(text))
		}
		return OnDay(d), nil
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil || t.IsZero() {
		return Point{}, invalid.Value(ErrPoint, invalid.Quote(text))
	}
	return AtInstant(t), nil
}

// MustParsePoint is [ParsePoint] for literals; it panics where ParsePoint returns an error.
func MustParsePoint(text string) Point {
	p, err := ParsePoint(text)
	if err != nil {
		panic(err)
	}
	return p
}

// IsZero reports whether the point is unset.
func (p Point) IsZero() bool { return p.day.IsZero() && p.at.IsZero() }

// In returns the instant; a day begins on the clocks of the zone.
func (p Point) In(zone *time.Location) time.Time {
	if p.day.IsZero() {
		return p.at
	}
	return p.day.Midnight().In(zone)
}

// String returns the text, "" if it is unset.
func (p Point) String() string {
	switch {
	case !p.day.IsZero():
		return p.day.String()
	case p.at.IsZero():
		return ""
	}
	return p.at.Format(time.RFC3339Nano)
}

// MarshalText returns the text. Errors: [civil.ErrUnset] for an unset point.
func (p Point) MarshalText() ([]byte, error) {
	if p.IsZero() {
		return nil, invalid.Value(civil.ErrUnset)
	}
	return []byte(p.String()), nil
}

// UnmarshalText reads a point. Errors: [ErrPoint].
func (p *Point) UnmarshalText(text []byte) error {
	v, err := ParsePoint(string(text))
	if err == nil {
		*p = v
	}
	return err
}
