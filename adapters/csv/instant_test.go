package csv_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property/civil"
)

func zone(tb testing.TB, name string) *time.Location {
	tb.Helper()
	z, err := time.LoadLocation(name)
	require.NoError(tb, err)
	return z
}

func TestInstants(t *testing.T) {
	tests := []struct {
		text, zone string
		ignore     bool
		want       string // RFC 3339, in the zone
		unclear    bool
	}{
		{text: "2026-11-01T08:30:00+08:00", want: "2026-11-01T00:30:00Z"},
		{text: "2016-07-13 15:11:07+00:00", want: "2016-07-13T15:11:07Z"},
		{text: "2016-07-13 15:11:07 -0700", want: "2016-07-13T22:11:07Z"},
		{text: "2016-07-13 15:11:07.25Z", want: "2016-07-13T15:11:07.25Z"},
		{text: "2026-11-01 08:30", zone: "Asia/Shanghai", want: "2026-11-01T08:30:00+08:00"},
		{text: "2026/11/1 8:30:05", zone: "Asia/Shanghai", want: "2026-11-01T08:30:05+08:00"},
		{text: "2026.11.1 8:30", zone: "Asia/Shanghai", want: "2026-11-01T08:30:00+08:00"},
		{text: "20261101 08:30", zone: "Asia/Shanghai", want: "2026-11-01T08:30:00+08:00"},
		{text: "2026年11月1日 8:30", zone: "Asia/Shanghai", want: "2026-11-01T08:30:00+08:00"},
		{text: "2026年11月1日8:30", zone: "Asia/Shanghai", want: "2026-11-01T08:30:00+08:00"},
		{text: "2026-11-01T00:30:00Z", zone: "Asia/Shanghai", want: "2026-11-01T08:30:00+08:00"},
		{text: "2026-11-01 00:00", zone: "Asia/Shanghai", want: "2026-11-01T00:00:00+08:00"},
		// Offsets that are wrong: the clock of San Francisco, called +00:00.
		{text: "2016-07-13 15:11:07+00:00", zone: "America/Los_Angeles", ignore: true, want: "2016-07-13T15:11:07-07:00"},
		// 2024-11-03, 02:00 became 01:00: 01:30 came twice, 00:59 and 02:00 once.
		{text: "2024-11-03 00:59:59", zone: "America/New_York", want: "2024-11-03T00:59:59-04:00"},
		{text: "2024-11-03 01:30:07", zone: "America/New_York", want: "2024-11-03T01:30:07-04:00", unclear: true},
		{text: "2024-11-03 02:00", zone: "America/New_York", want: "2024-11-03T02:00:00-05:00"},
		{text: "2024-11-03 01:30-05:00", zone: "America/New_York", want: "2024-11-03T01:30:00-05:00"},
		// 2024-03-10, 02:00 became 03:00: there was no 02:30.
		{text: "2024-03-10 01:59", zone: "America/New_York", want: "2024-03-10T01:59:00-05:00"},
		{text: "2024-03-10 02:30:07", zone: "America/New_York", want: "2024-03-10T03:00:00-04:00", unclear: true},
		{text: "2024-03-10 03:00", zone: "America/New_York", want: "2024-03-10T03:00:00-04:00"},
		// Lord Howe moves by half an hour: 2024-04-07 02:00 became 01:30.
		{text: "2024-04-07 01:45", zone: "Australia/Lord_Howe", want: "2024-04-07T01:45:00+11:00", unclear: true},
		{text: "2024-04-07 01:15", zone: "Australia/Lord_Howe", want: "2024-04-07T01:15:00+11:00"},
	}
	for _, tt := range tests {
		var in *time.Location
		if tt.zone != "" {
			in = zone(t, tt.zone)
		}
		got, unclear, err := csv.Instant(tt.text, in, tt.ignore, false)
		require.NoError(t, err, tt.text)
		require.Equal(t, tt.want, got.Format(time.RFC3339Nano), tt.text)
		require.Equal(t, tt.unclear, unclear, tt.text)
	}
}

// Serials as Excel has them: 46327 is 2026-11-01, and 08:30 is 17/48 of a day.
func TestExcelInstants(t *testing.T) {
	shanghai := zone(t, "Asia/Shanghai")
	for text, want := range map[string]string{
		"46327.354166666664": "2026-11-01T08:30:00+08:00",
		"46327.35416666667":  "2026-11-01T08:30:00+08:00",
		"46327.354166667":    "2026-11-01T08:30:00+08:00",
		"46327.5":            "2026-11-01T12:00:00+08:00",
		"46327.999999":       "2026-11-02T00:00:00+08:00",
		"46327.99999":        "2026-11-01T23:59:59+08:00",
		"46327":              "", // a day
		"0.5":                "",
		"60.5":               "", // 29 February 1900
	} {
		got, _, err := csv.Instant(text, shanghai, false, true)
		if want == "" {
			require.Error(t, err, text)
			continue
		}
		require.NoError(t, err, text)
		require.Equal(t, want, got.Format(time.RFC3339), text)
	}
	_, _, err := csv.Instant("46327.5", shanghai, false, false)
	require.Error(t, err, "serials must be expected")
}

func TestNoInstants(t *testing.T) {
	shanghai := zone(t, "Asia/Shanghai")
	for text, rule := range map[string]error{
		"2026-11-01":                     csv.ErrInstant,
		"2026-11-01 24:00":               csv.ErrInstant,
		"2026-11-01 8:3":                 csv.ErrInstant,
		"2026-11-01 08:30:60":            csv.ErrInstant,
		"2026-11-01 08:30:5":             csv.ErrInstant,
		"2026-11-01 08:30.5":             csv.ErrInstant,
		"2026-11-01 08:30+8":             csv.ErrInstant,
		"2026-11-01 08:30+24:00":         csv.ErrInstant,
		"2026-11-01 8:30 PM":             csv.ErrInstant,
		"2026-11-01 下午8:30":              csv.ErrInstant,
		"2026-02-30 08:30":               civil.ErrNoSuchDay,
		"1/11/2026 8:30":                 csv.ErrInstant,
		"08:30":                          csv.ErrInstant,
		"1762000000":                     csv.ErrInstant,
		"2026-11-01T":                    csv.ErrInstant,
		"2026-11-01 08:30:00.1234567890": csv.ErrInstant,
	} {
		_, _, err := csv.Instant(text, shanghai, false, false)
		require.ErrorIs(t, err, rule, text)
	}
	_, _, err := csv.Instant("2026-11-01 08:30", nil, false, false)
	require.ErrorIs(t, err, csv.ErrNoOffset)
}

// FuzzInstant: what is read is what the standard library reads of the same digits; read again, it is the same.
func FuzzInstant(f *testing.F) {
	for _, s := range []string{"2026-11-01 08:30", "2024-11-03 01:30:07", "2024-03-10 02:30", "2026年2月9日8:05", "46327.354", "2016-07-13 15:11:07+00:00"} {
		f.Add(s)
	}
	in := zone(f, "America/New_York")
	f.Fuzz(func(t *testing.T, s string) {
		got, unclear, err := csv.Instant(s, in, false, true)
		if err != nil || got.Year() < 2 || got.Year() > 9999 {
			return
		}
		again, _, err := csv.Instant(got.UTC().Format(time.RFC3339Nano), in, false, false)
		require.NoError(t, err, s)
		require.True(t, got.Equal(again), "%q: %s, %s", s, got, again)
		if plain, err := time.ParseInLocation("2006-01-02 15:04:05", s, in); err == nil && !unclear {
			require.True(t, got.Equal(plain), "%q: %s, %s", s, got, plain)
		}
		if plain, err := time.Parse(time.RFC3339, strings.ToUpper(s)); err == nil {
			require.True(t, got.Equal(plain), "%q: %s, %s", s, got, plain)
		}
	})
}
