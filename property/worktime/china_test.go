package worktime_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// said is what a table says of a day.
type said struct{ Kind, Name string }

// allSaid is what a table says of the days from the first to the last.
func allSaid(h worktime.Holidays, first, last string) map[string]said {
	out := map[string]said{}
	for d := civil.MustParse(first); d <= civil.MustParse(last); d++ {
		if e, ok := h.Day(d); ok {
			out[d.String()] = said{e.Kind.String(), e.Name}
		}
	}
	return out
}

func isWeekday(d civil.Date) bool { return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday }

func TestChinaIsValid(t *testing.T) {
	h := worktime.China()
	require.Empty(t, holidayProblems(t, h))
	require.Equal(t, "cn", h.Code)
	years := h.Years()
	require.Len(t, years, 20)
	require.Equal(t, 2007, years[0])
	require.Equal(t, 2026, years[19])
	require.Len(t, h.Notices, 23)
	for _, n := range h.Notices {
		require.Contains(t, n.Source, "gov.cn/zhengce/zhengceku/")
		require.Equal(t, n.Year < 2009, n.Published.IsZero(), n.Source)
	}
	h.Notices[0].Days[0].Kind = worktime.DayOff
	require.Equal(t, worktime.DayWork, worktime.China().Notices[0].Days[0].Kind, "a table belongs to its caller")
}

// TestChinaWasPublishedInTime: every year was known before it began.
func TestChinaWasPublishedInTime(t *testing.T) {
	for _, n := range worktime.China().Notices {
		if n.Published.IsZero() {
			continue
		}
		if n.Amends {
			require.Equal(t, n.Year, n.Published.Year(), n.Source)
			continue
		}
		require.Equal(t, n.Year-1, n.Published.Year(), n.Source)
		require.GreaterOrEqual(t, n.Published.Month(), time.October, n.Source)
	}
}

// TestChinaIsTheTableOfItsSource: the day files of NateScarlet/holiday-cn, which merge
// the amendments, say the same of every day.
func TestChinaIsTheTableOfItsSource(t *testing.T) {
	folder := os.Getenv("WUYE_DATA")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared", "data")
	}
	want := map[string]said{}
	for year := 2007; year <= 2026; year++ {
		file := filepath.Join("holiday-cn", fmt.Sprintf("%d.json", year))
		data, err := os.ReadFile(filepath.Join(folder, file))
		if os.IsNotExist(err) {
			t.Skipf("no real data: %s is not in %s; set WUYE_DATA", file, folder)
		}
		require.NoError(t, err)
		var source struct {
			Days []struct {
				Name, Date string
				IsOffDay   bool
			}
		}
		require.NoError(t, json.Unmarshal(data, &source))
		require.NotEmpty(t, source.Days)
		for _, d := range source.Days {
			kind := "work"
			if d.IsOffDay {
				kind = "off"
			}
			want[d.Date] = said{kind, d.Name}
		}
	}
	require.Equal(t, 678, len(want), "days in the files")
	if diff := cmp.Diff(want, allSaid(worktime.China(), "2006-01-01", "2027-12-31")); diff != "" {
		t.Errorf("days (-source +China)\n%s", diff)
	}
}

// TestChinaIsTheTableOfTheNotices: the days of 2019 to 2026 as the notices have them, first and last
// days off and make-up days, month and day only where they lie in the year.
func TestChinaIsTheTableOfTheNotices(t *testing.T) {
	years := []struct {
		year      int
		off, work string
	}{
		{
			2019, "2018-12-30/2019-01-01 02-04/02-10 04-05 05-01/05-04 06-07 09-13 10-01/10-07",
			"2018-12-29 02-02 02-03 04-28 05-05 09-29 10-12",
		},
		{
			2020, "01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08",
			"01-19 02-03 04-26 05-09 06-28 09-27 10-10",
		},
		{
			2021, "01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07",
			"02-07 02-20 04-25 05-08 09-18 09-26 10-09",
		},
		{
			2022, "01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07",
			"01-29 01-30 04-02 04-24 05-07 10-08 10-09",
		},
		{
			2023, "2022-12-31/2023-01-02 01-21/01-27 04-05 04-29/05-03 06-22/06-24 09-29/10-06",
			"01-28 01-29 04-23 05-06 06-25 10-07 10-08",
		},
		{
			2024, "01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07",
			"02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
		},
		{
			2025, "01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08",
			"01-26 02-08 04-27 09-28 10-11",
		},
		{
			2026, "01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07",
			"01-04 02-14 02-28 05-09 09-20 10-10",
		},
	}
	want := map[string]string{}
	for _, y := range years {
		for kind, days := range map[string]string{"off": y.off, "work": y.work} {
			for stretch := range strings.FieldsSeq(days) {
				first, last, long := strings.Cut(stretch, "/")
				if !long {
					last = first
				}
				for d := fullDate(y.year, first); d <= fullDate(y.year, last); d++ {
					want[d.String()] = kind
				}
			}
		}
	}
	got := map[string]string{}
	for day, s := range allSaid(worktime.China(), "2018-11-01", "2026-12-31") {
		got[day] = s.Kind
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("days (-notices +China)\n%s", diff)
	}
}

func fullDate(year int, text string) civil.Date {
	if len(text) == len("01-02") {
		text = fmt.Sprintf("%d-%s", year, text)
	}
	return civil.MustParse(text)
}

// TestChinaCounts: the notices of a year and their days, and the working days of the calendar year.
func TestChinaCounts(t *testing.T) {
	tests := []struct{ year, entries, off, offOnWeekdays, makeUp, workingDays int }{
		{2015, 31, 26, 17, 5, 249},
		{2016, 30, 24, 17, 6, 250},
		{2017, 29, 24, 16, 5, 249},
		{2018, 29, 23, 17, 6, 250},
		{2019, 31, 24, 18, 7, 250},
		{2020, 37, 30, 19, 7, 249},
		{2021, 38, 31, 18, 7, 250},
		{2022, 38, 31, 18, 7, 249},
		{2023, 34, 27, 18, 7, 249},
		{2024, 36, 28, 19, 8, 251},
		{2025, 33, 28, 18, 5, 248},
		{2026, 39, 33, 19, 6, 248},
	}
	all := worktime.China()
	for _, tt := range tests {
		var own worktime.Holidays
		for _, n := range all.Notices {
			if n.Year == tt.year {
				own.Notices = append(own.Notices, n)
			}
		}
		got := tt
		got.entries, got.off, got.offOnWeekdays, got.makeUp, got.workingDays = 0, 0, 0, 0, 0
		for d := fullDate(tt.year-1, "01-01"); d <= fullDate(tt.year, "12-31"); d++ {
			if e, ok := own.Day(d); ok {
				got.entries++
				switch {
				case e.Kind == worktime.DayWork:
					got.makeUp++
				case isWeekday(d):
					got.off++
					got.offOnWeekdays++
				default:
					got.off++
				}
			}
			if e, _ := all.Day(d); d.Year() == tt.year && (e.Kind == worktime.DayWork || e.Kind == 0 && isWeekday(d)) {
				got.workingDays++
			}
		}
		require.Equal(t, tt, got)
	}
}

// TestChinaGivesTheStatutoryDays: weekdays off less weekends worked are the 11 days of the law, 13
// since 2025, but for holidays exchanged over New Year and the days that amendments gave.
func TestChinaGivesTheStatutoryDays(t *testing.T) {
	more := map[int]int{2007: 1, 2011: -1, 2012: 1, 2015: 1, 2020: 2}
	h := worktime.China()
	for year := 2007; year <= 2026; year++ {
		want := 11 + more[year]
		if year >= 2025 {
			want = 13
		}
		got := 0
		for d := fullDate(year, "01-01"); d <= fullDate(year, "12-31"); d++ {
			switch e, _ := h.Day(d); {
			case e.Kind == worktime.DayOff && isWeekday(d):
				got++
			case e.Kind == worktime.DayWork && !isWeekday(d):
				got--
			}
		}
		require.Equal(t, want, got, year)
	}
}

// TestChinaAsItWasKnown: amendments hold from the day they were published.
func TestChinaAsItWasKnown(t *testing.T) {
	tests := []struct{ asOf, day, want string }{
		{"2015-05-12", "2015-09-03", "-"},
		{"2015-05-13", "2015-09-03", "off"},
		{"2015-05-12", "2015-09-06", "-"},
		{"2015-05-13", "2015-09-06", "work"},
		{"2019-03-21", "2019-05-01", "off"},
		{"2019-03-21", "2019-05-02", "-"},
		{"2019-03-22", "2019-05-02", "off"},
		{"2019-03-21", "2019-05-05", "-"},
		{"2019-03-22", "2019-05-05", "work"},
		{"2019-03-21", "2019-04-28", "-"},
		{"2019-03-22", "2019-04-28", "work"},
		{"2020-01-26", "2020-01-30", "off"},
		{"2020-01-26", "2020-01-31", "-"},
		{"2020-01-27", "2020-01-31", "off"},
		{"2020-01-26", "2020-02-01", "work"},
		{"2020-01-27", "2020-02-01", "off"},
		{"2020-01-26", "2020-02-02", "-"},
		{"2020-01-27", "2020-02-02", "off"},
		{"2020-01-26", "2020-02-03", "-"},
		{"2020-01-27", "2020-02-03", "work"},
		{"2025-11-03", "2026-01-01", "-"},
		{"2025-11-04", "2026-01-01", "off"},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, kindOn(worktime.China().AsOf(civil.MustParse(tt.asOf)), tt.day), "%s as of %s", tt.day, tt.asOf)
	}
	require.NotContains(t, worktime.China().AsOf(civil.MustParse("2025-11-03")).Years(), 2026)
}

// TestChinaReachesIntoTheYearBefore: a day of December may be the next year's.
func TestChinaReachesIntoTheYearBefore(t *testing.T) {
	eve := civil.MustParse("2022-12-31")
	without := worktime.China()
	without.Notices = nil
	for _, n := range worktime.China().Notices {
		if n.Year != 2023 {
			without = without.With(n)
		}
	}
	require.Equal(t, "-", kindOn(without, eve.String()))
	e, ok := worktime.China().Day(eve)
	require.True(t, ok)
	want := worktime.HolidayDay{From: eve, To: civil.MustParse("2023-01-02"), Kind: worktime.DayOff, Name: "元旦"}
	if diff := cmp.Diff(want, e); diff != "" {
		t.Error(diff)
	}
}
