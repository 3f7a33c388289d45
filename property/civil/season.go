package civil

import (
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Season is a part of every year, from its first day to its last, both inclusive: the heating
// season from 15 November to 15 March (采暖季). One that ends before the day it begins on ends in
// the next year; one may be as long as a year.
//
// It is a value of 3 bytes: comparable with ==, a map key, safe to share. The zero value means
// unset. Its text is "11-15/03-15".
type Season struct {
	months            uint8 // first × 16 + last
	firstDay, lastDay uint8
}

const seasonLayout = monthDayLayout + "/" + monthDayLayout

// NewSeason returns the season from its first day to its last, both inclusive.
//
// Errors: [invalid.ErrRequired] without the one or the other; [ErrSeason] for a season that in some
// years begins before it has ended, from 02-29 to 02-28.
func NewSeason(from, to MonthDay) (Season, error) {
	switch {
	case from.IsZero():
		return Season{}, invalid.Value(invalid.ErrRequired, "from")
	case to.IsZero():
		return Season{}, invalid.Value(invalid.ErrRequired, "to")
	}
	s := Season{from.month<<4 | to.month, from.day, to.day}
	if common := leapYear + 1; s.In(common - 1).Contains(s.In(common).Start) {
		return Season{}, invalid.Value(ErrSeason, s.String())
	}
	return s, nil
}

// ParseSeason reads a season written exactly MM-DD/MM-DD, first and last day.
//
// Errors: [ErrSeasonText] if it is written otherwise; [ErrNoSuchDay] for a day that no year has;
// as [NewSeason].
func ParseSeason(s string) (Season, error) {
	first, last, _ := strings.Cut(s, "/")
	if len(s) != len(seasonLayout) || len(first) != len(monthDayLayout) {
		return Season{}, invalid.Value(ErrSeasonText, invalid.Quote(s))
	}
	from, err := ParseMonthDay(first)
	if err != nil {
		return Season{}, err
	}
	to, err := ParseMonthDay(last)
	if err != nil {
		return Season{}, err
	}
	return NewSeason(from, to)
}

// MustParseSeason is [ParseSeason] for literals; it panics where ParseSeason returns an error.
func MustParseSeason(s string) Season {
	season, err := ParseSeason(s)
	if err != nil {
		panic(err)
	}
	return season
}

// IsZero reports whether the season is unset.
func (s Season) IsZero() bool { return s == Season{} }

// From returns the first day.
func (s Season) From() MonthDay { return MonthDay{s.months >> 4, s.firstDay} }

// To returns the last day.
func (s Season) To() MonthDay { return MonthDay{s.months & 0xf, s.lastDay} }

// In returns the season that begins in a year. Leap days count: from 15 November to 15 March are
// 121 days, or 122. An unset season gives an unset period.
func (s Season) In(year int) Period {
	if s.IsZero() {
		return Period{}
	}
	from, to := s.From(), s.To()
	end := year
	if to.Compare(from) < 0 {
		end++
	}
	return Period{from.In(year), to.In(end) + 1}
}

// Containing returns the season that a day lies in, false if it lies in none.
func (s Season) Containing(d Date) (Period, bool) {
	if s.IsZero() {
		return Period{}, false
	}
	year := d.Year()
	if p := s.In(year); p.Start <= d {
		return p, p.Contains(d)
	}
	p := s.In(year - 1)
	return p, p.Contains(d)
}

// Append appends the season as MM-DD/MM-DD, and nothing if it is unset.
func (s Season) Append(dst []byte) []byte {
	if s.IsZero() {
		return dst
	}
	return s.To().Append(append(s.From().Append(dst), '/'))
}

// String returns the season as MM-DD/MM-DD, "" if it is unset.
func (s Season) String() string { return string(s.Append(nil)) }

// AppendText appends the season as a document has it. Errors: [ErrUnset].
func (s Season) AppendText(dst []byte) ([]byte, error) {
	if s.IsZero() {
		return dst, invalid.Value(ErrUnset)
	}
	return s.Append(dst), nil
}

// MarshalText returns the season as a document has it. Errors: [ErrUnset].
func (s Season) MarshalText() ([]byte, error) {
	if s.IsZero() {
		return nil, invalid.Value(ErrUnset)
	}
	return s.Append(nil), nil
}

// UnmarshalText reads a season as [ParseSeason] does. After an error the season is as it was.
func (s *Season) UnmarshalText(text []byte) error {
	parsed, err := ParseSeason(string(text))
	if err != nil {
		return err
	}
	*s = parsed
	return nil
}
