package civil_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
)

// Source: Civil Code art. 202, no corresponding day in the last month means its
// last day.
func TestAddMonths(t *testing.T) {
	tests := []struct {
		from   string
		months int
		want   string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2028-01-31", 1, "2028-02-29"},
		{"2026-01-31", 2, "2026-03-31"},
		{"2026-01-31", 3, "2026-04-30"},
		{"2026-01-15", 12, "2027-01-15"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-01-01", -1, "2025-12-01"},
		{"2026-12-31", 2, "2027-02-28"},
		{"2026-06-30", 0, "2026-06-30"},
	}
	for _, tt := range tests {
		got := civil.MustParse(tt.from).AddMonths(tt.months).String()
		if got != tt.want {
			t.Errorf("%s.AddMonths(%d) = %s, want %s", tt.from, tt.months, got, tt.want)
		}
	}
}

// Ten years of monthly dates, anchored late in the month: killbill #127 went from
// 28 Feb to 30 Mar, #2133 from 31 Mar to 30 May.
func TestMonthsFromAnchor(t *testing.T) {
	lengths := [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	for _, start := range []string{
		"2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31",
		"2025-03-31", "2028-02-29", "2016-12-31",
	} {
		t.Run(start, func(t *testing.T) {
			anchor := civil.MustParse(start)
			year, month, day := anchor.Date()
			for k := range 121 {
				index := int(month) - 1 + k
				wantYear, wantMonth := year+index/12, index%12
				length := lengths[wantMonth]
				if wantMonth == 1 && wantYear%4 == 0 { // 2016 to 2038: no century
					length = 29
				}
				want := fmt.Sprintf("%04d-%02d-%02d", wantYear, wantMonth+1, min(day, length))
				require.Equal(t, want, civil.MonthsFrom(anchor, k).String(), "number %d", k)
			}
		})
	}
}

func TestMonthBounds(t *testing.T) {
	d := civil.MustParse("2028-02-11")
	require.Equal(t, "2028-02-01", d.MonthStart().String())
	require.Equal(t, "2028-02-29", d.MonthEnd().String())
	require.Equal(t, "2028-03-01", d.NextMonth().String())
	require.Equal(t, 29, d.DaysInMonth())
	require.Equal(t, "2027-01-01", civil.MustParse("2026-12-31").NextMonth().String())
}

func TestIn(t *testing.T) {
	tests := []struct {
		name, zone, date, want string
	}{
		{"Shanghai", "Asia/Shanghai", "2026-03-01", "2026-03-01T00:00:00+08:00"},
		{"UTC", "UTC", "2026-03-01", "2026-03-01T00:00:00Z"},
		{"clocks change later that night", "America/New_York", "2026-03-08", "2026-03-08T00:00:00-05:00"},
		{"the day after", "America/New_York", "2026-03-09", "2026-03-09T00:00:00-04:00"},
		{"no midnight, west", "America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00"},
		{"no midnight, east", "Asia/Beirut", "2026-03-29", "2026-03-29T01:00:00+03:00"},
		{"two midnights", "America/Havana", "2025-11-02", "2025-11-02T00:00:00-04:00"},
		{"two midnights, east", "Asia/Amman", "2021-10-29", "2021-10-29T00:00:00+03:00"},
		{"clocks go back at midnight", "America/Sao_Paulo", "2019-02-17", "2019-02-17T00:00:00-03:00"},
		{"a day that never was", "Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00"},
		{"jump from 23:30 to 00:30", "America/Toronto", "1919-03-31", "1919-03-31T00:30:00-04:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			loc, err := time.LoadLocation(tt.zone)
			require.NoError(t, err)
			got := civil.MustParse(tt.date).In(loc)
			require.Equal(t, tt.want, got.Format(time.RFC3339))
		})
	}
	require.Equal(t, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), civil.MustParse("2026-03-01").In(nil))
}

// Every day of fifty years begins after the day before it ended, in zones with
// changes at midnight.
func TestInIsTheFirstInstant(t *testing.T) {
	for _, zone := range []string{
		"Asia/Shanghai", "Asia/Amman", "Asia/Beirut", "America/Sao_Paulo", "America/Havana", "Africa/Cairo",
	} {
		loc, err := time.LoadLocation(zone)
		require.NoError(t, err)
		for d := civil.MustParse("1980-01-01"); d < civil.MustParse("2030-01-01"); d = d.AddDays(1) {
			start := d.In(loc)
			if got, eve := civil.Of(start), civil.Of(start.Add(-1)); got != d || eve != d.AddDays(-1) {
				t.Fatalf("%s: %v begins %v, which is on %v, a moment earlier on %v", zone, d, start, got, eve)
			}
		}
	}
}

func TestOf(t *testing.T) {
	shanghai := time.FixedZone("UTC+8", 8*60*60)
	instant := time.Date(2026, 2, 28, 16, 0, 0, 0, time.UTC)
	require.Equal(t, "2026-02-28", civil.Of(instant).String())
	require.Equal(t, "2026-03-01", civil.Of(instant.In(shanghai)).String())
	require.True(t, civil.Of(time.Time{}).IsZero())
}
