package civil_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"
	_ "time/tzdata" // the zones of the tests

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
)

// zones have clocks that were changed in every way: by an hour, by half of one, by a day, at
// midnight, before midnight, from an offset with seconds.
func zones() []string {
	return []string{
		"Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore", "Asia/Tokyo", "Asia/Kathmandu", "Asia/Manila", "Asia/Amman",
		"Asia/Beirut", "Asia/Tehran", "Europe/London", "Europe/Amsterdam", "Africa/Cairo", "Africa/Casablanca", "Africa/Monrovia",
		"America/New_York", "America/Toronto", "America/Juneau", "America/Havana", "America/Sao_Paulo", "America/St_Johns",
		"Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kwajalein", "Pacific/Chatham", "Antarctica/Troll",
	}
}

func location(tb testing.TB, name string) *time.Location {
	tb.Helper()
	loc, err := time.LoadLocation(name)
	require.NoError(tb, err)
	return loc
}

func TestMomentIn(t *testing.T) {
	tests := []struct{ zone, moment, want string }{
		// 1986-05-04: from 02:00 to 03:00.
		{"Asia/Shanghai", "1986-05-04T01:59", "1986-05-04T01:59:00+08:00"},
		{"Asia/Shanghai", "1986-05-04T02:00", "1986-05-04T03:00:00+09:00"},
		{"Asia/Shanghai", "1986-05-04T02:30", "1986-05-04T03:00:00+09:00"},
		{"Asia/Shanghai", "1986-05-04T03:00", "1986-05-04T03:00:00+09:00"},
		{"Asia/Shanghai", "1986-05-04T03:01", "1986-05-04T03:01:00+09:00"},
		// 1991-09-15, for the last time: from 02:00 to 01:00.
		{"Asia/Shanghai", "1991-09-15T00:59", "1991-09-15T00:59:00+09:00"},
		{"Asia/Shanghai", "1991-09-15T01:00", "1991-09-15T01:00:00+09:00"},
		{"Asia/Shanghai", "1991-09-15T01:59", "1991-09-15T01:59:00+09:00"},
		{"Asia/Shanghai", "1991-09-15T02:00", "1991-09-15T02:00:00+08:00"},
		{"Asia/Shanghai", "2026-03-01T08:30", "2026-03-01T08:30:00+08:00"},
		// 1901-01-01: from the sun, +08:05:43, to +08:00.
		{"Asia/Shanghai", "1900-12-31T23:59", "1900-12-31T23:59:00+08:05"},
		{"Asia/Shanghai", "1901-01-01T00:00", "1901-01-01T00:00:00+08:00"},
		{"America/New_York", "2024-03-10T01:59", "2024-03-10T01:59:00-05:00"},
		{"America/New_York", "2024-03-10T02:30", "2024-03-10T03:00:00-04:00"},
		{"America/New_York", "2024-11-03T01:30", "2024-11-03T01:30:00-04:00"},
		{"America/New_York", "2024-11-03T02:00", "2024-11-03T02:00:00-05:00"},
		// half an hour
		{"Australia/Lord_Howe", "2024-04-07T01:29", "2024-04-07T01:29:00+11:00"},
		{"Australia/Lord_Howe", "2024-04-07T01:30", "2024-04-07T01:30:00+11:00"},
		{"Australia/Lord_Howe", "2024-04-07T01:59", "2024-04-07T01:59:00+11:00"},
		{"Australia/Lord_Howe", "2024-04-07T02:00", "2024-04-07T02:00:00+10:30"},
		{"Australia/Lord_Howe", "2024-10-06T02:15", "2024-10-06T02:30:00+11:00"},
		{"Australia/Lord_Howe", "2024-10-06T02:30", "2024-10-06T02:30:00+11:00"},
		// a day that was not
		{"Pacific/Apia", "2011-12-29T23:59", "2011-12-29T23:59:00-10:00"},
		{"Pacific/Apia", "2011-12-30T00:00", "2011-12-31T00:00:00+14:00"},
		{"Pacific/Apia", "2011-12-30T12:00", "2011-12-31T00:00:00+14:00"},
		{"Pacific/Apia", "2011-12-31T00:01", "2011-12-31T00:01:00+14:00"},
		{"Asia/Manila", "1844-12-31T12:00", "1845-01-01T00:00:00+08:03"},
		// a day that was twice
		{"America/Juneau", "1867-10-18T16:00", "1867-10-18T16:00:00+15:02"},
		{"America/Juneau", "1867-10-19T15:33", "1867-10-19T15:33:00+15:02"},
		{"America/Juneau", "1867-10-19T15:34", "1867-10-19T15:34:00-08:57"},
		// at midnight
		{"America/Sao_Paulo", "2018-11-03T23:59", "2018-11-03T23:59:00-03:00"},
		{"America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T01:00:00-02:00"},
		{"America/Sao_Paulo", "2018-11-04T00:59", "2018-11-04T01:00:00-02:00"},
		{"America/Sao_Paulo", "2018-02-17T23:30", "2018-02-17T23:30:00-02:00"},
		{"America/Sao_Paulo", "2018-02-18T00:00", "2018-02-18T00:00:00-03:00"},
		{"Africa/Monrovia", "1972-01-07T00:30", "1972-01-07T00:44:30Z"},
		// UTC has them all
		{"UTC", "1970-01-01T00:00", "1970-01-01T00:00:00Z"},
		{"UTC", "0001-01-02T00:00", "0001-01-02T00:00:00Z"},
		{"UTC", "9999-12-31T23:59", "9999-12-31T23:59:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.zone+" "+tt.moment, func(t *testing.T) {
			loc := location(t, tt.zone)
			got := civil.MustParseMoment(tt.moment).In(loc)
			require.Equal(t, tt.want, got.Format(time.RFC3339))
			require.Equal(t, loc, got.Location())
		})
	}
	m := civil.MustParseMoment("2026-03-01T08:30")
	require.Equal(t, time.Date(2026, 3, 1, 8, 30, 0, 0, time.UTC), m.In(nil))
}

// TestMomentInFixed: an offset of any size is one, also those that no country has.
func TestMomentInFixed(t *testing.T) {
	m := civil.MustParseMoment("2026-03-01T08:30")
	for _, hours := range []int{-100, -49, -12, 0, 8, 14, 47, 48, 49, 100} {
		loc := time.FixedZone("somewhere", hours*60*60)
		want := time.Date(2026, 3, 1, 8-hours, 30, 0, 0, time.UTC)
		require.True(t, m.In(loc).Equal(want), "UTC%+d: %v", hours, m.In(loc).UTC())
		require.Equal(t, m, civil.MomentOf(m.In(loc)))
	}
}

func TestMomentOf(t *testing.T) {
	shanghai := time.FixedZone("UTC+8", 8*60*60)
	instant := time.Date(2026, 2, 28, 16, 5, 59, 999, time.UTC)
	require.Equal(t, "2026-02-28T16:05", civil.MomentOf(instant).String())
	require.Equal(t, "2026-03-01T00:05", civil.MomentOf(instant.In(shanghai)).String())
	require.True(t, civil.MomentOf(time.Time{}).IsZero())
}

// shown returns what the clock of a location shows, in seconds as UTC would call it.
func shown(at int64, loc *time.Location) int64 {
	_, offset := time.Unix(at, 0).In(loc).Zone()
	return at + int64(offset)
}

// firstInstant looks at every minute from 27 hours before a wall time on, and returns the first at
// which the clock has reached it; at every second where an offset has seconds.
func firstInstant(wall int64, loc *time.Location) int64 {
	const reach = 27 * 60 * 60 // no clock is further from UTC
	step := int64(60)
	if (shown(wall-reach, loc)-wall+reach)%60 != 0 || (shown(wall+reach, loc)-wall-reach)%60 != 0 {
		step = 1
	}
	at := wall - reach
	for shown(at, loc) < wall {
		at += step
	}
	return at
}

// agreeIn compares a moment's instant with the slow one.
func agreeIn(t *testing.T, m civil.Moment, loc *time.Location) {
	t.Helper()
	wall := int64(m.Date().DaysSince(civil.MustNew(1970, time.January, 1)))*86400 + int64(m.Minute())*60
	got := m.In(loc)
	if want := time.Unix(firstInstant(wall, loc), 0).In(loc); !got.Equal(want) {
		t.Fatalf("%v in %v = %v, the clock gets there at %v", m, loc, got, want)
	}
	if on := civil.MomentOf(got); on < m {
		t.Fatalf("%v in %v = %v", m, loc, got)
	}
}

// TestMomentInAroundChanges: before, after and in between every change of the clocks, of every zone.
func TestMomentInAroundChanges(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 4))
	last := time.Date(2038, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, name := range zones() {
		loc, changes := location(t, name), 0
		_, end := time.Date(1800, 1, 1, 0, 0, 0, 0, loc).ZoneBounds()
		for !end.IsZero() && end.Before(last) {
			at := civil.MomentOf(end)
			agreeIn(t, at, loc)
			agreeIn(t, at+civil.Moment(r.IntN(180)-90), loc)
			agreeIn(t, at+civil.Moment(r.IntN(3*civil.DayMinutes))-2*civil.DayMinutes, loc)
			_, end = end.ZoneBounds()
			changes++
		}
		require.NotZero(t, changes, name)
	}
}

// TestDateInIsMidnight: a day begins at its first moment, and not before it the clock shows it.
func TestDateInIsMidnight(t *testing.T) {
	for _, name := range zones() {
		loc := location(t, name)
		for d := civil.MustParse("1840-01-01"); d < civil.MustParse("2060-01-01"); d = d.AddDays(1) {
			start := d.In(loc)
			if midnight := d.Midnight().In(loc); start != midnight {
				t.Fatalf("%s: %v begins %v, its midnight is %v", name, d, start, midnight)
			}
			if got, eve := civil.Of(start), civil.Of(start.Add(-1)); got < d || eve >= d {
				t.Fatalf("%s: %v begins %v, which is on %v, a moment earlier on %v", name, d, start, got, eve)
			}
		}
	}
}

func ExampleMoment_In() {
	shanghai, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(civil.MustParseMoment("2026-03-01T08:30").In(shanghai))
	fmt.Println(civil.MustParseMoment("1986-05-04T02:30").In(shanghai)) // the clocks jumped from 02:00 to 03:00
	// Output:
	// 2026-03-01 08:30:00 +0800 CST
	// 1986-05-04 03:00:00 +0900 CDT
}

// FuzzMomentIn: the instant is the one that looking at the clock minute by minute finds, and a later
// moment is not reached earlier.
func FuzzMomentIn(f *testing.F) {
	for i, text := range []string{"1986-05-04T02:30", "1991-09-15T01:30", "2024-03-10T02:30", "2024-04-07T01:45", "2011-12-30T12:00", "1867-10-18T16:00"} {
		f.Add(int64(civil.MustParseMoment(text)), uint8(i*5), uint16(i))
	}
	f.Add(int64(math.MaxInt64), uint8(0), uint16(1))
	f.Add(int64(math.MinInt64), uint8(22), uint16(1))
	var locations []*time.Location
	for _, name := range zones() {
		locations = append(locations, location(f, name))
	}
	first, last := civil.MustParse("0001-01-02").Midnight(), civil.MustParse("9999-12-31").Midnight()
	f.Fuzz(func(t *testing.T, minutes int64, zone uint8, later uint16) {
		m, loc := civil.Moment(minutes), locations[int(zone)%len(locations)]
		require.NotPanics(t, func() { m.In(loc) })
		if m < first || m > last {
			m = first + (m%(last-first)+last-first)%(last-first)
		}
		agreeIn(t, m, loc)
		agreeIn(t, m+civil.Moment(later), loc)
		require.False(t, (m + civil.Moment(later)).In(loc).Before(m.In(loc)))
	})
}
