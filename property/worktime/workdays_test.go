package worktime_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

func chinaOffice(t *testing.T) *worktime.Calendar {
	t.Helper()
	return calendarOf(t, cn(timetableOf("Asia/Shanghai", week(), "09:00/18:00")))
}

// The working days of China, counted from the notices by hand.
func TestWorkingDaysOfYears(t *testing.T) {
	c := chinaOffice(t)
	for year, want := range map[int]int{
		2015: 249, 2016: 250, 2017: 249, 2018: 250, 2019: 250, 2020: 249,
		2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248,
	} {
		got, err := c.WorkingDays(civil.Period{Start: civil.MustNew(year, 1, 1), End: civil.MustNew(year+1, 1, 1)})
		require.NoError(t, err)
		require.Equal(t, want, got, year)
	}
}

func TestWorkingDaysOfMonths(t *testing.T) {
	c := chinaOffice(t)
	for year, months := range map[int][12]int{
		2025: {19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23},
		2026: {21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23},
	} {
		for i, want := range months {
			got, err := c.WorkingDays(civil.Month(year, time.Month(i+1)))
			require.NoError(t, err)
			require.Equal(t, want, got, "%d-%02d", year, i+1)
		}
	}
}

func TestWorkingDaysOfPeriods(t *testing.T) {
	c := chinaOffice(t)
	for _, row := range []struct {
		start, end string
		want       int
	}{
		{"2026-09-28", "2026-10-12", 6}, // Mon 28, 29, 30, Thu 8, Fri 9, Sat 10
		{"2026-09-20", "2026-09-21", 1}, // a Sunday that is worked
		{"2026-10-01", "2026-10-08", 0},
		{"2026-03-02", "2026-03-02", 0},
		{"2026-03-03", "2026-03-02", 0}, // reversed: no days
	} {
		got, err := c.WorkingDays(civil.Period{Start: civil.MustParse(row.start), End: civil.MustParse(row.end)})
		require.NoError(t, err)
		require.Equal(t, row.want, got, "%s to %s", row.start, row.end)
	}
	_, err := c.WorkingDays(civil.Period{Start: civil.MustParse("2026-03-02")})
	require.ErrorIs(t, err, worktime.ErrOpenPeriod)
}

func TestAddDaysEdges(t *testing.T) {
	c := chinaOffice(t)
	for _, row := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-10-03", 0, "2026-10-03"}, // 0 asks nothing
		{"2026-10-03", 1, "2026-10-08"},
		{"2026-10-03", -1, "2026-09-30"},
		{"2026-10-12", -1, "2026-10-10"}, // a Saturday that is worked
		{"2026-02-24", -1, "2026-02-14"},
		{"2026-03-06", 5, "2026-03-13"},
	} {
		got, err := c.AddDays(civil.MustParse(row.from), row.n)
		require.NoError(t, err)
		require.Equal(t, row.want, got.String(), "%s %+d", row.from, row.n)
	}
	for _, n := range []int{1, -1, 0} {
		_, err := c.AddDays(0, n)
		require.ErrorIs(t, err, invalid.ErrRequired)
	}
	_, err := calendarOf(t, timetableOf("UTC", week(), "09:00/18:00")).AddDays(civil.MustParse("9999-12-31"), 1)
	require.ErrorIs(t, err, worktime.ErrRange)
	_, err = calendarOf(t, timetableOf("UTC", week(), "09:00/18:00")).AddDays(civil.MustParse("0001-01-02"), -1)
	require.ErrorIs(t, err, worktime.ErrRange)
}

func TestRest(t *testing.T) {
	c := chinaOffice(t)
	for _, row := range []struct {
		due  string
		rule worktime.Rest
		want string
	}{
		{"2026-10-01", worktime.RestHolidays, "2026-10-08"}, // Civil Code art. 203
		{"2026-10-07", worktime.RestHolidays, "2026-10-08"},
		{"2026-10-08", worktime.RestHolidays, "2026-10-08"},
		{"2026-11-14", worktime.RestHolidays, "2026-11-14"}, // a Saturday is no holiday
		{"2014-04-05", worktime.RestHolidays, "2014-04-08"}, // Saturday and Monday are named, Sunday lies between them
		{"2019-06-07", worktime.RestHolidays, "2019-06-10"}, // a Friday, 与周末连休
		{"2019-06-08", worktime.RestHolidays, "2019-06-10"}, // that Saturday, which is not named
		{"2024-06-08", worktime.RestHolidays, "2024-06-08"}, // a Saturday before a holiday
		{"2024-02-10", worktime.RestHolidays, "2024-02-18"}, // a Sunday that is worked ends the holiday
		{"2026-11-14", worktime.RestDays, "2026-11-16"},
		{"2026-11-14", worktime.RestDaysBefore, "2026-11-13"},
		{"2026-10-10", worktime.RestDays, "2026-10-10"}, // a Saturday that is worked
		{"2026-10-01", worktime.RestDays, "2026-10-08"},
		{"2026-10-01", worktime.RestDaysBefore, "2026-09-30"},
		{"2026-10-01", worktime.RestStays, "2026-10-01"},
		{"2026-10-01", 0, "2026-10-01"},
		{"2027-05-01", worktime.RestStays, "2027-05-01"}, // asks nothing of the table
	} {
		got, err := c.Rest(civil.MustParse(row.due), row.rule)
		require.NoError(t, err)
		require.Equal(t, row.want, got.String(), "%s by %s", row.due, row.rule)
	}
	got, err := c.Rest(civil.MustParse("2027-10-01"), worktime.RestHolidays)
	require.Equal(t, 2027, unknownYear(err))
	require.Equal(t, "2027-10-01", got.String())

	plain := calendarOf(t, timetableOf("Asia/Shanghai", week(), "09:00/18:00"))
	got, err = plain.Rest(civil.MustParse("2026-10-01"), worktime.RestHolidays)
	require.NoError(t, err)
	require.Equal(t, "2026-10-01", got.String()) // without a table there are no holidays
}

func TestRestWords(t *testing.T) {
	for rule, word := range map[worktime.Rest]string{
		worktime.RestStays: "stays", worktime.RestHolidays: "holidays",
		worktime.RestDays: "days", worktime.RestDaysBefore: "daysBefore",
	} {
		require.Equal(t, word, rule.String())
		text, err := rule.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		var back worktime.Rest
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, rule, back)
	}
	require.Equal(t, "Rest(9)", worktime.Rest(9).String())
	var r worktime.Rest
	require.ErrorIs(t, r.UnmarshalText([]byte("later")), invalid.ErrWord)
	var l invalid.List
	worktime.Rest(9).Check(&l, "rest")
	require.ErrorIs(t, l.Err("x"), invalid.ErrWord)
}

// TestUnknownYears: the guess is by the hours of the week, and the error names the first year that is asked for and
// not known.
func TestUnknownYears(t *testing.T) {
	c := chinaOffice(t)
	at := func(text string) time.Time { return wall(t, c, text) }

	got, err := c.Between(at("2026-12-31 17:00"), at("2027-01-01 10:00"))
	require.Equal(t, 2*time.Hour, got) // Friday 2027-01-01 would be worked
	require.Equal(t, 2027, unknownYear(err))
	got, err = c.Between(at("2005-06-01 09:00"), at("2005-06-01 10:00"))
	require.Equal(t, time.Hour, got)
	require.Equal(t, 2005, unknownYear(err))
	got, err = c.Between(at("2026-12-31 17:00"), at("2027-01-01 00:00")) // touches no day of 2027
	require.NoError(t, err)
	require.Equal(t, time.Hour, got)
	_, err = c.Between(at("2026-12-31 17:00"), at("2027-01-01 00:00:00.000000001")) // touches one
	require.Equal(t, 2027, unknownYear(err))

	due, err := c.Add(at("2026-12-31 17:00"), time.Hour)
	require.NoError(t, err)
	require.Equal(t, "18:00", due.Format("15:04"))
	due, err = c.Add(at("2026-12-31 17:00"), time.Hour+1)
	require.Equal(t, 2027, unknownYear(err))
	require.True(t, due.Equal(at("2027-01-01 09:00:00.000000001")))
	due, err = c.Add(at("2007-01-04 09:00"), -time.Minute)
	require.Equal(t, 2006, unknownYear(err))
	require.Equal(t, 2006, due.Year()) // 1 to 3 January were off
	_, err = c.Add(at("2027-01-04 09:00"), 0)
	require.NoError(t, err) // asks nothing

	day, err := c.AddDays(civil.MustParse("2026-12-31"), 1)
	require.Equal(t, 2027, unknownYear(err))
	require.Equal(t, "2027-01-01", day.String())
	n, err := c.WorkingDays(civil.Period{Start: civil.MustParse("2026-12-31"), End: civil.MustParse("2027-01-05")})
	require.Equal(t, 2027, unknownYear(err))
	require.Equal(t, 3, n) // Thu, Fri, Mon

	var unknown *worktime.UnknownYearError
	require.ErrorAs(t, err, &unknown)
	require.Equal(t, worktime.UnknownYearError{Calendar: "test", Table: "cn", Year: 2027}, *unknown)
	require.ErrorIs(t, err, worktime.ErrUnknownYear)
	require.EqualError(t, err, "calendar test: the holidays of 2027 are not known; the table cn ends there or has a gap")
}

// TestClosing: a period that ends on a day ends when business does (Civil Code art. 203).
func TestClosing(t *testing.T) {
	doc := cn(timetableOf("Asia/Shanghai", week(), "09:00/12:00", "13:30/18:00"))
	doc.Overrides = []worktime.Override{{From: civil.MustParse("2026-11-12"), Windows: windowsOf("20:00/02:00", "08:00/10:00")}}
	c := calendarOf(t, doc)
	for day, want := range map[string]string{
		"2026-11-11": "2026-11-11 18:00",
		"2026-11-12": "2026-11-13 02:00",
		"2026-11-14": "2026-11-15 00:00", // a Saturday
		"2026-10-01": "2026-10-02 00:00",
	} {
		got, err := c.Closing(civil.MustParse(day))
		require.NoError(t, err)
		require.True(t, got.Equal(wall(t, c, want)), "%s closes at %v", day, got)
	}
}
