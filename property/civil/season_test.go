package civil_test

import (
	"encoding"
	"encoding/json"
	"testing"
	"time"
	"unsafe"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

var (
	_ encoding.TextAppender    = civil.Season{}
	_ encoding.TextMarshaler   = civil.Season{}
	_ encoding.TextUnmarshaler = (*civil.Season)(nil)
	_ encoding.TextAppender    = civil.MonthDay{}
	_ encoding.TextMarshaler   = civil.MonthDay{}
	_ encoding.TextUnmarshaler = (*civil.MonthDay)(nil)
)

func TestSeasonIn(t *testing.T) {
	for _, tt := range []struct {
		season, from, to string
		year, days       int
	}{
		{"11-15/03-15", "2025-11-15", "2026-03-15", 2025, 121}, // Beijing
		{"11-15/03-15", "2027-11-15", "2028-03-15", 2027, 122}, // with 29 February
		{"11-16/04-05", "2025-11-16", "2026-04-05", 2025, 141}, // Qingdao
		{"06-01/09-30", "2026-06-01", "2026-09-30", 2026, 122}, // inside a year
		{"11-15/11-14", "2025-11-15", "2026-11-14", 2025, 365},
		{"01-01/12-31", "2028-01-01", "2028-12-31", 2028, 366},
		{"07-01/07-01", "2026-07-01", "2026-07-01", 2026, 1},
		{"11-15/02-29", "2025-11-15", "2026-02-28", 2025, 106},
		{"11-15/02-29", "2027-11-15", "2028-02-29", 2027, 107},
		{"02-29/04-30", "2026-02-28", "2026-04-30", 2026, 62},
		{"02-29/02-29", "2026-02-28", "2026-02-28", 2026, 1},
		{"03-01/02-29", "2026-03-01", "2027-02-28", 2026, 365},
	} {
		t.Run(tt.season, func(t *testing.T) {
			p := civil.MustParseSeason(tt.season).In(tt.year)
			require.Equal(t, []string{tt.from, tt.to}, []string{p.Start.String(), p.Last().String()})
			require.Equal(t, tt.days, p.Days())
		})
	}
}

func TestSeasonContaining(t *testing.T) {
	s := civil.MustParseSeason("11-15/03-15")
	for day, from := range map[string]string{
		"2025-11-14": "", "2025-11-15": "2025-11-15", "2025-12-31": "2025-11-15", "2026-01-01": "2025-11-15",
		"2026-03-15": "2025-11-15", "2026-03-16": "", "2026-11-15": "2026-11-15",
	} {
		p, ok := s.Containing(civil.MustParse(day))
		require.Equal(t, from != "", ok, day)
		if ok {
			require.Equal(t, from, p.Start.String(), day)
		}
	}
}

func TestSeasonRefuses(t *testing.T) {
	for text, rule := range map[string]error{
		"": civil.ErrSeasonText, "11-15": civil.ErrSeasonText, "11-15/3-15": civil.ErrSeasonText, "11-15-03-15": civil.ErrSeasonText,
		"11-15/03/15": civil.ErrMonthDay, "1115//03-15": civil.ErrSeasonText, "11-15/03-1x": civil.ErrMonthDay, "1x-15/03-15": civil.ErrMonthDay,
		"11-31/03-15": civil.ErrNoSuchDay, "11-15/02-30": civil.ErrNoSuchDay, "13-01/03-15": civil.ErrNoSuchDay, "00-01/03-15": civil.ErrNoSuchDay,
		"02-29/02-28": civil.ErrSeason,
	} {
		_, err := civil.ParseSeason(text)
		require.ErrorIs(t, err, rule, text)
		s := civil.MustParseSeason("11-15/03-15")
		require.Error(t, s.UnmarshalText([]byte(text)))
		require.Equal(t, "11-15/03-15", s.String())
	}
	_, err := civil.NewSeason(civil.MonthDay{}, civil.MustParseMonthDay("03-15"))
	require.ErrorIs(t, err, invalid.ErrRequired)
	_, err = civil.NewSeason(civil.MustParseMonthDay("03-15"), civil.MonthDay{})
	require.ErrorIs(t, err, invalid.ErrRequired)
	require.Panics(t, func() { civil.MustParseSeason("winter") })
	require.Panics(t, func() { civil.MustParseMonthDay("11-31") })
}

// TestSeasonSize keeps the value as small as its comment says: a billing line has room for no more.
func TestSeasonSize(t *testing.T) {
	require.LessOrEqual(t, unsafe.Sizeof(civil.Season{}), uintptr(3))
}

func TestSeasonUnset(t *testing.T) {
	var s civil.Season
	require.True(t, s.IsZero())
	require.Empty(t, s.String())
	require.Equal(t, civil.Period{}, s.In(2026))
	_, ok := s.Containing(civil.MustParse("2026-01-01"))
	require.False(t, ok)
	_, err := json.Marshal(s)
	require.ErrorIs(t, err, civil.ErrUnset)
	_, err = s.AppendText(nil)
	require.ErrorIs(t, err, civil.ErrUnset)
	var d civil.MonthDay
	require.True(t, d.IsZero())
	require.Empty(t, d.String())
	require.True(t, d.In(2026).IsZero())
	_, err = json.Marshal(d)
	require.ErrorIs(t, err, civil.ErrUnset)
	_, err = d.AppendText(nil)
	require.ErrorIs(t, err, civil.ErrUnset)
}

func TestMonthDay(t *testing.T) {
	d, err := civil.NewMonthDay(time.November, 15)
	require.NoError(t, err)
	require.Equal(t, civil.MustParseMonthDay("11-15"), d)
	require.Equal(t, "2026-11-15", d.In(2026).String())
	require.Equal(t, "2026-02-28", civil.MustParseMonthDay("02-29").In(2026).String())
	require.Equal(t, "2028-02-29", civil.MustParseMonthDay("02-29").In(2028).String())
	require.Negative(t, civil.MustParseMonthDay("02-29").Compare(civil.MustParseMonthDay("03-01")))
	require.Zero(t, d.Compare(d))
	for text, rule := range map[string]error{
		"": civil.ErrMonthDay, "1115": civil.ErrMonthDay, "11/15": civil.ErrMonthDay, "-1-15": civil.ErrMonthDay, "2026-11-15": civil.ErrMonthDay,
		"00-15": civil.ErrNoSuchDay, "11-00": civil.ErrNoSuchDay, "02-30": civil.ErrNoSuchDay,
	} {
		require.ErrorIs(t, d.UnmarshalText([]byte(text)), rule, text)
	}
	require.Equal(t, "11-15", d.String())
}

// FuzzSeason compares a season with its days counted one by one.
func FuzzSeason(f *testing.F) {
	for _, text := range []string{"11-15/03-15", "06-01/09-30", "02-29/02-29", "02-29/02-28", "01-01/12-31", "03-01/02-29", "11-15/", ""} {
		f.Add(text, int16(2027))
	}
	f.Fuzz(func(t *testing.T, text string, near int16) {
		s, err := civil.ParseSeason(text)
		if err != nil {
			require.True(t, s.IsZero())
			return
		}
		require.Equal(t, text, s.String())
		back, err := civil.NewSeason(s.From(), s.To())
		require.NoError(t, err)
		require.Equal(t, s, back)
		year := 2 + int(uint16(near))%9990
		first := civil.MustNew(year, 1, 1)
		for d := first; d < first.AddDays(800); d++ {
			p, ok := s.Containing(d)
			require.Equal(t, inSeason(text, d), ok, d)
			if ok {
				require.True(t, p.Contains(d))
				require.Equal(t, s.In(p.Start.Year()), p)
				before, in := s.Containing(d - 1)
				require.Equal(t, p.Start < d, in && before == p, "%s", d)
			}
		}
	})
}

// inSeason compares texts: the last day of February stands for the 29th.
func inSeason(season string, d civil.Date) bool {
	text := d.String()[len("2026-"):]
	from, to := season[:len("11-15")], season[len("11-15/"):]
	if text == "02-28" && d == d.MonthEnd() {
		if from == "02-29" {
			from = text
		}
		if to == "02-29" {
			to = text
		}
	}
	if season[:len("11-15")] <= season[len("11-15/"):] {
		return from <= text && text <= to
	}
	return from <= text || text <= to
}

// FuzzParseMonthDay: a day read is one of the leap year 2000, and is written as it was read.
func FuzzParseMonthDay(f *testing.F) {
	for _, s := range []string{"11-15", "02-29", "02-30", "00-01", "12-31", "1-15", "１１-15", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := civil.ParseMonthDay(s)
		std, stdErr := time.Parse(time.DateOnly, "2000-"+s)
		require.Equal(t, stdErr == nil, err == nil, "%q: %v", s, err)
		if err != nil {
			require.True(t, d.IsZero())
			return
		}
		require.Equal(t, s, d.String())
		require.Equal(t, civil.Of(std), d.In(2000))
		var back civil.MonthDay
		require.NoError(t, back.UnmarshalText([]byte(d.String())))
		require.Equal(t, d, back)
	})
}
