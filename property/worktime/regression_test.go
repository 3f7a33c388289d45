package worktime_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// What follows was wrong once.

// TestDaySetBack: in St. John's the clock went back from 00:01 to 23:01. The day had begun: what the clock shows for
// the next hour is the day before again, and the hours are those of the day, in 1987 as in 1995.
func TestDaySetBack(t *testing.T) {
	c := calendarOf(t, timetableOf("America/St_Johns", []worktime.Weekday{worktime.Sunday}, "00:00/12:00"))
	for _, sunday := range []string{"1987-10-25", "1995-10-29"} {
		at := civil.MustParse(sunday).In(c.Location()).Add(30 * time.Minute)
		require.NotEqual(t, sunday, civil.Of(at).String())
		open, err := c.IsOpen(at)
		require.NoError(t, err)
		require.True(t, open, sunday)
		back, err := c.Add(at, -time.Minute)
		require.NoError(t, err)
		require.Equal(t, time.Minute, at.Sub(back), sunday)
		stretches, err := c.AppendStretches(nil, at.Add(-time.Minute), at)
		require.NoError(t, err)
		require.Len(t, stretches, 1, sunday)
	}
}

// TestAddDaysTooMany: no number of days is so large that the count turns round.
func TestAddDaysTooMany(t *testing.T) {
	c := calendarOf(t, timetableOf("Asia/Shanghai", week(), "09:00/18:00"))
	for _, n := range []int{math.MaxInt, math.MaxInt - 1, math.MinInt, math.MinInt + 1, 4_000_000, -4_000_000} {
		for _, from := range []string{"2026-09-30", "1900-01-01", "2100-01-01"} {
			day, err := c.AddDays(civil.MustParse(from), n)
			require.ErrorIs(t, err, worktime.ErrRange, "%s %+d = %v", from, n, day)
		}
	}
}

// TestWorkingDaysTooMany: a period beyond the years that are counted is refused, not counted day by day.
func TestWorkingDaysTooMany(t *testing.T) {
	c := calendarOf(t, timetableOf("Asia/Shanghai", week(), "09:00/18:00"))
	_, err := c.WorkingDays(civil.Period{Start: civil.MustParse("2026-01-01"), End: 4_000_000})
	require.ErrorIs(t, err, worktime.ErrRange)
}

// TestSearchReachesTheTimetable: what the timetable lists is found, however far it is from the instant.
func TestSearchReachesTheTimetable(t *testing.T) {
	doc := timetableOf("UTC", everyDay(), "22:00/06:00")
	doc.Hours[0].From, doc.Hours[0].To = civil.MustParse("2020-01-01"), civil.MustParse("2020-12-31")
	c := calendarOf(t, doc)
	for _, from := range []string{"1970-01-01 00:00", "1000-01-01 00:00"} {
		wantAdd(t, c, from, time.Hour, "2020-01-01 23:00:00 +00:00")
		wantNext(t, c, from, "2020-01-01 22:00 +00:00", "2020-01-02 06:00 +00:00")
	}
	for _, from := range []string{"2080-01-01 00:00", "9000-01-01 00:00"} {
		wantAdd(t, c, from, -time.Hour, "2021-01-01 05:00:00 +00:00")
	}
	day, err := c.AddDays(civil.MustParse("1970-01-01"), 1)
	require.NoError(t, err)
	require.Equal(t, "2020-01-01", day.String())
	day, err = c.AddDays(civil.MustParse("9000-01-01"), -1)
	require.NoError(t, err)
	require.Equal(t, "2020-12-31", day.String())
}

// TestSearchReachesOverrides: so are single days, even those that lie too far away for the table.
func TestSearchReachesOverrides(t *testing.T) {
	doc := timetableOf("UTC", everyDay(), "09:00/10:00")
	doc.Hours[0].To = civil.MustParse("2020-12-31")
	doc.Overrides = []worktime.Override{{From: civil.MustParse("9000-01-01"), Windows: windowsOf("22:00/06:00")}}
	c := calendarOf(t, doc)
	wantAdd(t, c, "2026-01-01 00:00", 8*time.Hour, "9000-01-02 06:00:00 +00:00")
	wantNext(t, c, "2020-12-31 10:00", "9000-01-01 22:00 +00:00", "9000-01-02 06:00 +00:00")
	wantAdd(t, c, "9990-01-01 00:00", -8*time.Hour, "9000-01-01 22:00:00 +00:00")
	wantAdd(t, c, "9990-01-01 00:00", -9*time.Hour, "2020-12-31 09:00:00 +00:00")
	day, err := c.AddDays(civil.MustParse("2026-01-01"), 1)
	require.NoError(t, err)
	require.Equal(t, "9000-01-01", day.String())
}

// TestHoursOfAnotherCentury: a timetable of the past or of a far future opens.
func TestHoursOfAnotherCentury(t *testing.T) {
	for from, to := range map[string]string{"1950-01-01": "1979-12-31", "2070-01-01": "", "5000-01-01": "5000-01-01"} {
		doc := timetableOf("UTC", everyDay(), "09:00/10:00")
		doc.Hours[0].From = civil.MustParse(from)
		if to != "" {
			doc.Hours[0].To = civil.MustParse(to)
		}
		c, err := worktime.New(doc, findZone)
		require.NoError(t, err, from)
		wantAdd(t, c, "1900-01-01 00:00", time.Hour, from+" 10:00:00 +00:00")
	}
}

// TestNextOpenAtTheEnd: no opening is left in the year 9999; that is the end of what is counted, not of the opening.
func TestNextOpenAtTheEnd(t *testing.T) {
	c := calendarOf(t, timetableOf("UTC", []worktime.Weekday{worktime.Monday}, "09:00/10:00"))
	at := time.Date(9999, 12, 28, 12, 0, 0, 0, time.UTC)
	_, err := c.Add(at, time.Hour)
	require.ErrorIs(t, err, worktime.ErrRange)
	_, err = c.NextOpen(at)
	require.ErrorIs(t, err, worktime.ErrRange)
}

// TestOverlapsAreAllReported: two overrides within a long one are two problems.
func TestOverlapsAreAllReported(t *testing.T) {
	doc := timetableOf("UTC", week(), "09:00/10:00")
	for _, days := range [][2]string{{"2026-05-01", "2026-05-31"}, {"2026-05-04", "2026-05-05"}, {"2026-05-11", "2026-05-12"}} {
		doc.Overrides = append(doc.Overrides, worktime.Override{From: civil.MustParse(days[0]), To: civil.MustParse(days[1]), Closed: true})
	}
	_, err := worktime.New(doc, findZone)
	require.Equal(t, []string{"overrides[1].from worktime/overlap", "overrides[2].from worktime/overlap"}, problemsOf(t, err))
}

// TestDayThatNeverCame: Samoa had no 30 December 2011; nothing opened on it.
func TestDayThatNeverCame(t *testing.T) {
	doc := timetableOf("Pacific/Apia", week(), "09:00/17:00")
	doc.Shifts = []worktime.Shift{{Code: "day", Window: civil.MustParseWindow("09:00/17:00")}}
	doc.Hours[0].Shifts = []string{"day"}
	c := calendarOf(t, doc)
	day := civil.MustParse("2011-12-30") // a Friday
	wantBetween(t, c, "2011-12-29 17:00", "2012-01-02 09:00", "0s")
	working, err := c.IsWorkingDay(day)
	require.NoError(t, err)
	require.False(t, working)
	next, err := c.AddDays(day-1, 1)
	require.NoError(t, err)
	require.Equal(t, "2012-01-02", next.String())
	duties, err := c.ShiftsOn(day)
	require.NoError(t, err)
	require.Empty(t, duties)
}

// TestNightBeforeTheTable: the first day of a table is known, and only the working time on it rests on the night before,
// which is not.
func TestNightBeforeTheTable(t *testing.T) {
	doc := cn(timetableOf("Asia/Shanghai", everyDay(), "22:00/06:00"))
	doc.Shifts = []worktime.Shift{{Code: "night", Window: civil.MustParseWindow("22:00/06:00")}}
	doc.Hours[0].Shifts = []string{"night"}
	c := calendarOf(t, doc)
	first := civil.MustParse("2007-01-01")
	for name, ask := range map[string]func() error{
		"working":   func() error { _, err := c.IsWorkingDay(first); return err },
		"closing":   func() error { _, err := c.Closing(first); return err },
		"shifts on": func() error { _, err := c.ShiftsOn(first); return err },
		"shifts at": func() error { _, err := c.ShiftsAt(wall(t, c, "2007-01-02 12:00")); return err },
		"known":     func() error { return c.Known(first, first) },
		"day":       func() error { _, err := c.Day(first); return err },
	} {
		require.NoError(t, ask(), name)
	}
	_, err := c.IsOpen(wall(t, c, "2007-01-01 04:00"))
	require.Equal(t, 2006, unknownYear(err))
	_, err = c.ShiftsAt(wall(t, c, "2007-01-01 04:00"))
	require.Equal(t, 2006, unknownYear(err))
}
