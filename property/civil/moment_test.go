package civil_test

import (
	"encoding"
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
)

var (
	_ encoding.TextAppender    = civil.Moment(0)
	_ encoding.TextMarshaler   = civil.Moment(0)
	_ encoding.TextUnmarshaler = (*civil.Moment)(nil)
)

func TestMoment(t *testing.T) {
	m := civil.MustParseMoment("2026-01-10T08:05")
	require.Equal(t, civil.MustParse("2026-01-10"), m.Date())
	require.Equal(t, 485, m.Minute())
	require.Equal(t, "2026-01-10T08:05", m.String())
	require.Equal(t, 485, m.MinutesSince(m.Date().Midnight()))
	require.Equal(t, 955+485, civil.MustParseMoment("2026-01-11T08:05").MinutesSince(m))
	require.Equal(t, "2026-01-10T00:00", civil.MustParse("2026-01-10").Midnight().String())
	require.Equal(t, "2026-01-09T23:59", (m.Date().Midnight() - 1).String())
	require.Negative(t, m.Compare(m+1))
	require.Zero(t, m.Compare(m))
}

func TestMomentRefuses(t *testing.T) {
	for text, rule := range map[string]error{
		"": civil.ErrMoment, "2026-01-10": civil.ErrMoment, "2026-01-10 08:00": civil.ErrMoment, "2026-01-10T24:00": civil.ErrMoment,
		"2026-01-10T08:60": civil.ErrMoment, "2026-01-10T8:00": civil.ErrMoment, "2026-01-10T08:00:00": civil.ErrMoment,
		"2026-01-10T08:00Z": civil.ErrMoment, "2026/01/10T08:00": civil.ErrMoment, "2026-01-10T08.00": civil.ErrMoment, "2026-01-10T0x:00": civil.ErrMoment,
		"2026-02-29T08:00": civil.ErrNoSuchDay, "0000-01-01T08:00": civil.ErrDateRange, "0001-01-01T08:00": civil.ErrDateRange,
	} {
		m := civil.MustParseMoment("2026-01-10T08:00")
		require.ErrorIs(t, m.UnmarshalText([]byte(text)), rule, text)
		require.Equal(t, "2026-01-10T08:00", m.String())
	}
	require.Panics(t, func() { civil.MustParseMoment("noon") })
}

func TestMomentUnset(t *testing.T) {
	var m civil.Moment
	require.True(t, m.IsZero())
	require.Empty(t, m.String())
	_, err := json.Marshal(m)
	require.ErrorIs(t, err, civil.ErrUnset)
	for _, far := range []civil.Moment{m + 1, m - 1, civil.MustParse("9999-12-31").Midnight() + civil.DayMinutes} {
		_, err = far.MarshalText()
		require.ErrorIs(t, err, civil.ErrDateRange)
	}
}

// FuzzMoment compares a moment with the one of package time.
func FuzzMoment(f *testing.F) {
	for _, text := range []string{"2026-01-10T08:00", "0001-01-02T00:00", "9999-12-31T23:59", "2024-02-29T12:30", "2026-02-29T12:30", "2026-01-10T24:00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := civil.ParseMoment(text)
		want, errTime := time.Parse("2006-01-02T15:04", text)
		first := time.Date(1, 1, 2, 0, 0, 0, 0, time.UTC)
		if errTime != nil || want.Before(first) {
			require.Error(t, err, text)
			return
		}
		if err != nil {
			require.NotEqual(t, want.Format("2006-01-02T15:04"), text)
			return
		}
		require.Equal(t, text, m.String())
		require.Equal(t, civil.Of(want), m.Date())
		require.Equal(t, want.Hour()*60+want.Minute(), m.Minute())
		require.Equal(t, int64(m), want.Unix()/60-time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix()/60)
		data, err := json.Marshal(m)
		require.NoError(t, err)
		var back civil.Moment
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, m, back)
	})
}
