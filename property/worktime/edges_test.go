package worktime_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// The edge cases that other systems were seen to fail at keep one numbering over two packages. Those of calendars,
// 01 to 06 and 13 to 15, stand here; 07 to 12 and 16 are about pauses, reopening, levels and rows of statistics
// and stand in package sla.

func week() []worktime.Weekday {
	return []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday}
}

func everyDay() []worktime.Weekday { return append(week(), worktime.Saturday, worktime.Sunday) }

func windowsOf(texts ...string) []civil.Window {
	var list []civil.Window
	for _, text := range texts {
		list = append(list, civil.MustParseWindow(text))
	}
	return list
}

// timetableOf is a timetable of some windows on some weekdays.
func timetableOf(zone string, days []worktime.Weekday, windows ...string) worktime.Timetable {
	return worktime.Timetable{Code: "test", Zone: zone, Hours: []worktime.Hours{{Days: days, Windows: windowsOf(windows...)}}}
}

// cn gives a timetable the holidays of China.
func cn(t worktime.Timetable) worktime.Timetable {
	t.Holidays, t.MakeUp = "cn", worktime.Monday
	return t
}

func calendarOf(tb testing.TB, t worktime.Timetable, tables ...worktime.Holidays) *worktime.Calendar {
	tb.Helper()
	if len(tables) == 0 {
		tables = []worktime.Holidays{worktime.China()}
	}
	c, err := worktime.New(t, findZone, tables...)
	require.NoError(tb, err)
	return c
}

const clockLayout = "2006-01-02 15:04:05.999999999"

// wall reads an instant from the calendar's clock, the first where the clock shows it twice.
func wall(tb testing.TB, c *worktime.Calendar, text string) time.Time {
	tb.Helper()
	if len(text) == len("2006-01-02 15:04") {
		text += ":00"
	}
	at, err := time.ParseInLocation(clockLayout, text, c.Location())
	require.NoError(tb, err)
	return at
}

// wantBetween, wantAdd, wantNext and wantOpen claim an answer of a calendar, with times of its clock.
func wantBetween(t *testing.T, c *worktime.Calendar, a, b, want string) {
	t.Helper()
	got, err := c.Between(wall(t, c, a), wall(t, c, b))
	require.NoError(t, err)
	require.Equal(t, want, got.String(), "between %s and %s", a, b)
}

func wantAdd(t *testing.T, c *worktime.Calendar, a string, d time.Duration, want string) {
	t.Helper()
	got, err := c.Add(wall(t, c, a), d)
	require.NoError(t, err)
	require.Equal(t, want, got.Format("2006-01-02 15:04:05 -07:00"), "%s + %s", a, d)
}

func wantNext(t *testing.T, c *worktime.Calendar, a, open, end string) {
	t.Helper()
	const layout = "2006-01-02 15:04 -07:00"
	got, err := c.NextOpen(wall(t, c, a))
	require.NoError(t, err)
	require.Equal(t, open, got.Format(layout), "next open from %s", a)
	got, err = c.NextClose(wall(t, c, a))
	require.NoError(t, err)
	require.Equal(t, end, got.Format(layout), "next close from %s", a)
}

func wantOpen(t *testing.T, c *worktime.Calendar, a string, want bool) {
	t.Helper()
	got, err := c.IsOpen(wall(t, c, a))
	require.NoError(t, err)
	require.Equal(t, want, got, "open at %s", a)
}

func TestEdges(t *testing.T) {
	t.Run("01 night window", edgeNight)
	t.Run("02 closes at 24:00", edgeMidnight)
	t.Run("03 open equals close, no working day", edgeNothing)
	t.Run("04 summer time", edgeSummerTime)
	t.Run("04 summer time in Shanghai", edgeShanghai)
	t.Run("05 closing instant", edgeClosing)
	t.Run("06 lunch break", edgeLunch)
	t.Run("13 holidays too many", edgeTooMany)
	t.Run("14 every year from 30 December to 2 January", edgeNewYear)
	t.Run("15 reported before hours or on a holiday", edgeBefore)
}

func edgeNight(t *testing.T) {
	c := calendarOf(t, cn(timetableOf("Asia/Shanghai", week(), "22:00/06:00")))
	wantBetween(t, c, "2026-11-06 12:00", "2026-11-07 12:00", "8h0m0s") // Friday into Saturday
	wantOpen(t, c, "2026-11-07 04:00", true)
	wantOpen(t, c, "2026-11-07 23:00", false)
	wantOpen(t, c, "2026-11-09 04:00", false) // Monday; nobody began on Sunday
	wantAdd(t, c, "2026-09-30 20:00", 8*time.Hour, "2026-10-01 06:00:00 +08:00")
	wantAdd(t, c, "2026-09-30 20:00", 8*time.Hour+time.Second, "2026-10-08 22:00:01 +08:00")
	wantAdd(t, c, "2026-10-08 21:00", -time.Hour, "2026-10-01 05:00:00 +08:00")
	wantNext(t, c, "2026-11-07 04:00", "2026-11-07 04:00 +08:00", "2026-11-07 06:00 +08:00")
	wantNext(t, c, "2026-11-07 06:00", "2026-11-09 22:00 +08:00", "2026-11-10 06:00 +08:00")

	all := calendarOf(t, timetableOf("Asia/Shanghai", everyDay(), "22:00/06:00", "06:00/08:00"))
	wantNext(t, all, "2026-11-07 23:00", "2026-11-07 23:00 +08:00", "2026-11-08 08:00 +08:00") // they meet: one stretch
}

func edgeMidnight(t *testing.T) {
	c := calendarOf(t, timetableOf("Asia/Shanghai", everyDay(), "00:00/24:00"))
	wantOpen(t, c, "2026-03-02 12:00", true)
	wantBetween(t, c, "2026-03-02 00:00", "2026-03-03 00:00", "24h0m0s")
	wantAdd(t, c, "2026-03-02 00:00", 30*time.Hour, "2026-03-03 06:00:00 +08:00")
	_, err := c.NextClose(wall(t, c, "2026-03-02 00:00"))
	require.ErrorIs(t, err, worktime.ErrNeverCloses)

	late := calendarOf(t, timetableOf("Asia/Shanghai", week(), "09:00/00:00"))
	wantAdd(t, late, "2026-03-02 09:00", 15*time.Hour, "2026-03-03 00:00:00 +08:00")
	wantAdd(t, late, "2026-03-02 09:00", 16*time.Hour, "2026-03-03 10:00:00 +08:00")
	wantOpen(t, late, "2026-03-03 00:00", false)
	closing, err := late.Closing(civil.MustParse("2026-03-02"))
	require.NoError(t, err)
	require.True(t, closing.Equal(wall(t, late, "2026-03-03 00:00")))
}

func edgeNothing(t *testing.T) {
	_, err := civil.ParseWindow("09:00/09:00")
	require.ErrorIs(t, err, civil.ErrWindowEmpty)

	_, err = worktime.New(worktime.Timetable{Code: "none", Zone: "UTC"}, findZone)
	require.ErrorIs(t, err, worktime.ErrNeverOpens)

	only := timetableOf("UTC", week(), "09:00/17:00")
	only.Hours[0].From, only.Hours[0].To = civil.MustParse("2026-11-21"), civil.MustParse("2026-11-22") // a weekend
	_, err = worktime.New(only, findZone)
	require.ErrorIs(t, err, worktime.ErrNeverOpens)

	only.Hours[0].To = civil.MustParse("2026-11-23")
	c := calendarOf(t, only)
	wantAdd(t, c, "2026-01-01 00:00", 8*time.Hour, "2026-11-23 17:00:00 +00:00")
	for _, at := range []string{"2026-11-23 17:00", "2059-12-31 00:00", "2080-01-01 00:00"} {
		_, err = c.Add(wall(t, c, at), 1)
		require.ErrorIs(t, err, worktime.ErrNeverOpens, at)
		_, err = c.NextOpen(wall(t, c, at))
		require.ErrorIs(t, err, worktime.ErrNeverOpens, at)
		_, err = c.NextClose(wall(t, c, at))
		require.ErrorIs(t, err, worktime.ErrNeverOpens, at)
	}
	_, err = c.Add(wall(t, c, "2026-01-01 00:00"), 8*time.Hour+1)
	require.ErrorIs(t, err, worktime.ErrNeverOpens)
	_, err = c.Add(wall(t, c, "2026-01-01 00:00"), -1)
	require.ErrorIs(t, err, worktime.ErrNeverOpens)
	_, err = c.AddDays(civil.MustParse("2026-11-23"), 1)
	require.ErrorIs(t, err, worktime.ErrNeverOpens)
}

func edgeSummerTime(t *testing.T) {
	c := calendarOf(t, timetableOf("America/New_York", everyDay(), "09:00/17:00"))
	wantNext(t, c, "2024-03-10 00:15", "2024-03-10 09:00 -04:00", "2024-03-10 17:00 -04:00")
	wantNext(t, c, "2024-11-03 00:15", "2024-11-03 09:00 -05:00", "2024-11-03 17:00 -05:00")

	all := calendarOf(t, timetableOf("America/New_York", everyDay(), "00:00/24:00"))
	wantBetween(t, all, "2024-03-10 00:00", "2024-03-11 00:00", "23h0m0s")
	wantBetween(t, all, "2024-11-03 00:00", "2024-11-04 00:00", "25h0m0s")
	wantAdd(t, all, "2024-11-03 00:00", 2*time.Hour, "2024-11-03 01:00:00 -05:00")

	for _, gap := range []struct{ window, open, end string }{
		{"02:30/03:15", "2024-03-10 03:00 -04:00", "2024-03-10 03:15 -04:00"}, // opens at the jump
		{"01:30/02:30", "2024-03-10 01:30 -05:00", "2024-03-10 03:00 -04:00"}, // closes at it
		{"02:15/02:45", "2024-03-11 02:15 -04:00", "2024-03-11 02:45 -04:00"}, // is not there that day
	} {
		c := calendarOf(t, timetableOf("America/New_York", everyDay(), gap.window))
		wantNext(t, c, "2024-03-10 00:15", gap.open, gap.end)
	}
	for _, fold := range []struct{ window, open, end string }{
		{"01:30/02:00", "2024-11-03 01:30 -04:00", "2024-11-03 02:00 -05:00"}, // ninety minutes
		{"00:30/01:15", "2024-11-03 00:30 -04:00", "2024-11-03 01:15 -04:00"},
		{"01:15/01:45", "2024-11-03 01:15 -04:00", "2024-11-03 01:45 -04:00"}, // not again an hour later
	} {
		c := calendarOf(t, timetableOf("America/New_York", everyDay(), fold.window))
		wantNext(t, c, "2024-11-03 00:15", fold.open, fold.end)
	}
}

func edgeShanghai(t *testing.T) {
	c := calendarOf(t, timetableOf("Asia/Shanghai", everyDay(), "00:00/24:00"))
	wantBetween(t, c, "1986-05-04 00:00", "1986-05-05 00:00", "23h0m0s")
	wantBetween(t, c, "1986-05-04 01:30", "1986-05-04 03:00", "30m0s")
	wantBetween(t, c, "1991-09-15 00:00", "1991-09-16 00:00", "25h0m0s")
	wantBetween(t, c, "2026-05-03 00:00", "2026-05-04 00:00", "24h0m0s")
	c = calendarOf(t, timetableOf("Asia/Shanghai", week(), "09:00/18:00"))
	wantNext(t, c, "1990-07-02 00:00", "1990-07-02 09:00 +09:00", "1990-07-02 18:00 +09:00")
	wantNext(t, c, "1992-07-06 00:00", "1992-07-06 09:00 +08:00", "1992-07-06 18:00 +08:00")
}

func edgeClosing(t *testing.T) {
	c := calendarOf(t, timetableOf("Asia/Shanghai", week(), "09:00/17:00"))
	wantOpen(t, c, "2026-03-02 08:59:59.999999999", false)
	wantOpen(t, c, "2026-03-02 09:00", true)
	wantOpen(t, c, "2026-03-02 16:59:59.999999999", true)
	wantOpen(t, c, "2026-03-02 17:00", false)
	wantBetween(t, c, "2026-03-02 17:00", "2026-03-02 17:00:00.999", "0s")
	wantBetween(t, c, "2026-03-02 16:59:59.75", "2026-03-02 17:00:00.75", "250ms")
	wantAdd(t, c, "2026-03-02 09:00", 8*time.Hour, "2026-03-02 17:00:00 +08:00") // not the next morning
	wantAdd(t, c, "2026-03-03 17:00", -8*time.Hour, "2026-03-03 09:00:00 +08:00")
	wantAdd(t, c, "2026-03-02 18:00", 0, "2026-03-02 18:00:00 +08:00")
}

func edgeLunch(t *testing.T) {
	c := calendarOf(t, timetableOf("Asia/Shanghai", week(), "09:00/12:00", "13:30/18:00"))
	wantBetween(t, c, "2026-03-02 11:00", "2026-03-02 14:30", "2h0m0s")
	wantBetween(t, c, "2026-03-02 12:15", "2026-03-02 13:15", "0s")
	wantAdd(t, c, "2026-03-02 11:00", time.Hour, "2026-03-02 12:00:00 +08:00")
	wantAdd(t, c, "2026-03-02 11:00", 4*time.Hour, "2026-03-02 16:30:00 +08:00")
	wantAdd(t, c, "2026-03-02 14:30", -2*time.Hour, "2026-03-02 11:00:00 +08:00")
	wantNext(t, c, "2026-03-02 12:00", "2026-03-02 13:30 +08:00", "2026-03-02 18:00 +08:00")
	stretches, err := c.AppendStretches(nil, wall(t, c, "2026-03-02 11:30"), wall(t, c, "2026-03-02 14:00"))
	require.NoError(t, err)
	require.Len(t, stretches, 2)
	require.Equal(t, 30*time.Minute, stretches[0].Length())
	require.Equal(t, 30*time.Minute, stretches[1].Length())
}

func edgeTooMany(t *testing.T) {
	doc := cn(timetableOf("Asia/Shanghai", week(), "09:00/18:00"))
	friday := civil.MustParse("2026-09-25") // Mid-Autumn
	working := func(doc worktime.Timetable, table worktime.Holidays) bool {
		is, err := calendarOf(t, doc, table).IsWorkingDay(friday)
		require.NoError(t, err)
		return is
	}
	require.False(t, working(doc, worktime.China()))
	require.True(t, working(doc, worktime.China().With(worktime.Notice{
		Year: 2026, Published: civil.MustParse("2026-01-01"), Amends: true,
		Days: []worktime.HolidayDay{{From: friday, Kind: worktime.DayOrdinary}},
	})))
	doc.Overrides = []worktime.Override{{From: friday, As: worktime.Friday, Note: "a house of our own"}}
	require.True(t, working(doc, worktime.China()))
}

func edgeNewYear(t *testing.T) {
	doc := timetableOf("Asia/Shanghai", everyDay(), "09:00/18:00")
	doc.Hours[0].Season = civil.MustParseSeason("01-03/12-29")
	c := calendarOf(t, doc)
	wantNext(t, c, "2026-12-29 18:00", "2027-01-03 09:00 +08:00", "2027-01-03 18:00 +08:00")

	doc.Hours = append(doc.Hours, worktime.Hours{
		Days: everyDay(), Windows: windowsOf("10:00/12:00"), Season: civil.MustParseSeason("12-30/01-02"),
	})
	c = calendarOf(t, doc)
	wantBetween(t, c, "2026-12-29 00:00", "2027-01-04 00:00", "26h0m0s") // 9 + 4 × 2 + 9
}

func edgeBefore(t *testing.T) {
	c := calendarOf(t, cn(timetableOf("Asia/Shanghai", week(), "09:00/18:00")))
	wantBetween(t, c, "2026-03-02 06:00", "2026-03-02 09:10", "10m0s")
	wantBetween(t, c, "2026-10-03 12:00", "2026-10-08 09:30", "30m0s")
	wantBetween(t, c, "2026-02-15 00:00", "2026-02-24 00:00", "0s") // Spring Festival
	wantBetween(t, c, "2026-02-14 17:00", "2026-02-24 10:00", "2h0m0s")
	wantBetween(t, c, "2026-03-02 10:00", "2026-02-28 17:00", "-2h0m0s") // a Saturday that is worked
}
