package civil

import (
	"cmp"

	"github.com/wuyekit/wuye/property/invalid"
)

// Moment is a minute that a wall clock shows on a day, without a zone (时刻): the clock is that of
// the estate. Every day has 1440 of them.
//
// It is a value: comparable with ==, ordered with <, a map key, safe to share. The zero value means
// unset. Its text is "2026-01-10T08:00".
type Moment int64 // minutes since 0001-01-01T00:00

// DayMinutes is the number of minutes that a day has on the clock.
const DayMinutes = 24 * 60

const momentLayout = layout + "Thh:mm"

// ParseMoment reads a minute written exactly YYYY-MM-DDThh:mm, of the hours 00 to 23.
//
// Errors: [ErrMoment] if it is written otherwise; [ErrNoSuchDay] and [ErrDateRange] as [Parse].
func ParseMoment(s string) (Moment, error) {
	if len(s) != len(momentLayout) || s[len(layout)] != 'T' || s[len(layout)+3] != ':' {
		return 0, invalid.Value(ErrMoment, invalid.Quote(s))
	}
	date, clock := s[:len(layout)], s[len(layout)+1:]
	hour, okHour := number(clock[:2])
	minute, okMinute := number(clock[3:])
	if _, _, _, ok := digits(date); !ok || !okHour || !okMinute || hour > 23 || minute > 59 {
		return 0, invalid.Value(ErrMoment, invalid.Quote(s))
	}
	d, err := Parse(date)
	if err != nil {
		return 0, err
	}
	return d.Midnight() + Moment(hour*60+minute), nil
}

// MustParseMoment is [ParseMoment] for literals; it panics where ParseMoment returns an error.
func MustParseMoment(s string) Moment {
	m, err := ParseMoment(s)
	if err != nil {
		panic(err)
	}
	return m
}

// Midnight returns the first minute of the day, 00:00.
func (d Date) Midnight() Moment { return Moment(d) * DayMinutes }

// IsZero reports whether the moment is unset.
func (m Moment) IsZero() bool { return m == 0 }

// Compare returns −1 if m is earlier than n, 0 if they are equal, 1 if later.
func (m Moment) Compare(n Moment) int { return cmp.Compare(m, n) }

// MinutesSince returns how many minutes m is later than n; negative if it is earlier.
func (m Moment) MinutesSince(n Moment) int { return int(m - n) }

// Date returns the day.
func (m Moment) Date() Date { return Date(floorDiv(int64(m), DayMinutes)) }

// Minute returns the minute of the day, 0 to 1439.
func (m Moment) Minute() int { return int(m - m.Date().Midnight()) }

// Append appends the moment as YYYY-MM-DDThh:mm, and nothing if it is unset.
func (m Moment) Append(dst []byte) []byte {
	if m == 0 {
		return dst
	}
	hour, minute := m.Minute()/60, m.Minute()%60
	return append(m.Date().Append(dst), 'T', tens(hour), ones(hour), ':', tens(minute), ones(minute))
}

// String returns the moment as YYYY-MM-DDThh:mm, "" if it is unset.
func (m Moment) String() string { return string(m.Append(nil)) }

// AppendText appends the moment as a document has it.
//
// Errors: [ErrUnset] for the zero moment; [ErrDateRange] for one that [ParseMoment] would not read
// again.
func (m Moment) AppendText(dst []byte) ([]byte, error) {
	switch d := m.Date(); {
	case m == 0:
		return dst, invalid.Value(ErrUnset)
	case d < minDate || d > maxDate:
		return dst, invalid.Value(ErrDateRange, m.String())
	}
	return m.Append(dst), nil
}

// MarshalText returns the moment as a document has it. Errors: as [Moment.AppendText].
func (m Moment) MarshalText() ([]byte, error) {
	text, err := m.AppendText(make([]byte, 0, len(momentLayout)))
	if err != nil {
		return nil, err
	}
	return text, nil
}

// UnmarshalText reads a moment as [ParseMoment] does. After an error the moment is as it was.
func (m *Moment) UnmarshalText(text []byte) error {
	parsed, err := ParseMoment(string(text))
	if err != nil {
		return err
	}
	*m = parsed
	return nil
}
