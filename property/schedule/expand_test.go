package schedule_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

const (
	china = "Asia/Shanghai"
	york  = "America/New_York"
)

// TestOccurrences lists what is due, as the clock shows it.
func TestOccurrences(t *testing.T) {
	tests := []struct {
		name, zone, since, rule, from, to string
		want                              []string
	}{
		{
			// one task a day and person; here a plan has as many times as it needs, in any order.
			"R-1 twice a day", china, "2026-01-01", `{"every": "day", "times": ["18:00", "08:00"]}`, "2026-03-01", "2026-03-03",
			[]string{"2026-03-01T08:00", "2026-03-01T18:00", "2026-03-02T08:00", "2026-03-02T18:00"},
		},
		{
			"R-1 every other day", china, "2026-02-27", `{"every": "day", "interval": 2}`, "2026-02-01", "2026-03-06",
			[]string{"2026-02-27", "2026-03-01", "2026-03-03", "2026-03-05"},
		},
		{
			"R-1 the last day of the month", china, "2026-01-01", `{"every": "month", "monthDays": [-1]}`, "2026-01-01", "2026-05-01",
			[]string{"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"},
		},
		{
			// calendar weeks from Monday to Sunday, not the days since the start divided by seven.
			"R-2 every second week, begun on a Thursday", china, "2026-01-01", `{"every": "week", "interval": 2, "weekdays": [{"day": "mon"}, {"day": "thu"}]}`,
			"2026-01-01", "2026-02-01",
			[]string{"2026-01-01", "2026-01-12", "2026-01-15", "2026-01-26", "2026-01-29"},
		},
		{
			"R-2 a day is a day on the clock, of 23 hours too", york, "2026-03-06", `{"every": "day", "times": ["08:00"]}`, "2026-03-07", "2026-03-10",
			[]string{"2026-03-07T08:00", "2026-03-08T08:00", "2026-03-09T08:00"},
		},
		{
			"R-6, R-7 the 31st or the last", china, "2024-01-31", `{"every": "month", "shortMonth": "last"}`, "2024-01-01", "2024-07-01",
			[]string{"2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30"},
		},
		{
			"R-6, R-7 the 31st, short months left out", china, "2024-01-31", `{"every": "month", "shortMonth": "skip"}`, "2024-01-01", "2024-09-01",
			[]string{"2024-01-31", "2024-03-31", "2024-05-31", "2024-07-31", "2024-08-31"},
		},
		{
			"R-6 the 31st or the day after the month", china, "2024-01-31", `{"every": "month", "shortMonth": "next"}`, "2024-01-01", "2024-06-01",
			[]string{"2024-01-31", "2024-03-01", "2024-03-31", "2024-05-01", "2024-05-31"},
		},
		{
			"R-6 the 30th or the last", china, "2025-01-30", `{"every": "month", "shortMonth": "last"}`, "2025-01-01", "2025-05-01",
			[]string{"2025-01-30", "2025-02-28", "2025-03-30", "2025-04-30"},
		},
		{
			"R-7 29 February or the last", china, "2024-02-29", `{"every": "year", "shortMonth": "last"}`, "2024-01-01", "2029-01-01",
			[]string{"2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"},
		},
		{
			"R-7 29 February alone", china, "2024-02-29", `{"every": "year", "shortMonth": "skip"}`, "2024-01-01", "2029-01-01",
			[]string{"2024-02-29", "2028-02-29"},
		},
		{
			// New York jumps from 02:00 to 03:00 on 8 March 2026.
			"R-8 daily at a time that the clock jumps over", york, "2026-01-01", `{"every": "day", "times": ["02:30"]}`, "2026-03-07", "2026-03-10",
			[]string{"2026-03-07T02:30", "2026-03-08T03:00", "2026-03-09T02:30"},
		},
		{
			"R-8 hourly where the clock jumps", york, "2026-03-08", `{"every": "hour"}`, "2026-03-08", "2026-03-09",
			[]string{
				"2026-03-08T00:00", "2026-03-08T01:00", "2026-03-08T03:00", "2026-03-08T04:00", "2026-03-08T05:00", "2026-03-08T06:00", "2026-03-08T07:00",
				"2026-03-08T08:00", "2026-03-08T09:00", "2026-03-08T10:00", "2026-03-08T11:00", "2026-03-08T12:00", "2026-03-08T13:00", "2026-03-08T14:00",
				"2026-03-08T15:00", "2026-03-08T16:00", "2026-03-08T17:00", "2026-03-08T18:00", "2026-03-08T19:00", "2026-03-08T20:00", "2026-03-08T21:00",
				"2026-03-08T22:00", "2026-03-08T23:00",
			},
		},
		{
			// the times of a day come in order, however they are written.
			"R-10 hours written out of order", china, "2026-01-01", `{"every": "day", "times": ["22:00", "23:00", "00:00", "01:00"]}`, "2026-01-01", "2026-01-02",
			[]string{"2026-01-01T00:00", "2026-01-01T01:00", "2026-01-01T22:00", "2026-01-01T23:00"},
		},
		{
			// weeks begin on Monday: the 5th, 10th, 19th and 24th.
			"R-11 every second week, Tuesday and Sunday", "UTC", "1997-08-05", `{"every": "week", "interval": 2, "weekdays": [{"day": "tue"}, {"day": "sun"}]}`,
			"1997-08-01", "1997-09-01",
			[]string{"1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"},
		},
		{
			"R-12 a first day that does not match is none", china, "2026-01-01", `{"every": "week", "weekdays": [{"day": "mon"}]}`, "2026-01-01", "2026-01-20",
			[]string{"2026-01-05", "2026-01-12", "2026-01-19"},
		},
		{
			// every day at the same time of the clock; every 24 hours an hour later from the day on which the clock jumps.
			"R-13 every day", york, "2026-03-07", `{"every": "day", "times": ["12:00"]}`, "2026-03-07", "2026-03-09", []string{"2026-03-07T12:00", "2026-03-08T12:00"},
		},
		{
			"R-13 every 24 hours", york, "2026-03-07", `{"every": "hour", "interval": 24, "times": ["12:00"]}`, "2026-03-07", "2026-03-09",
			[]string{"2026-03-07T12:00", "2026-03-08T13:00"},
		},
		{
			"R-4 rounds of a night belong to the day it opens on", china, "2026-01-01",
			`{"every": "week", "weekdays": [{"day": "fri"}], "steps": {"step": "PT2H", "window": "22:00/06:00", "atStart": true}}`, "2026-01-01", "2026-01-08",
			[]string{"2026-01-02T22:00", "2026-01-03T00:00", "2026-01-03T02:00", "2026-01-03T04:00"},
		},
		{
			"R-4 a night that the clock shortens keeps its rounds", york, "2026-03-07",
			`{"every": "day", "steps": {"step": "PT2H", "window": "22:00/06:00", "atStart": true}}`, "2026-03-07", "2026-03-08",
			[]string{"2026-03-07T22:00"},
		},
		{
			"every two hours while open, and at the close", china, "2026-01-01",
			`{"every": "day", "steps": {"step": "PT2H", "window": "09:00/21:30", "atEnd": true}}`, "2026-01-01", "2026-01-02",
			[]string{"2026-01-01T11:00", "2026-01-01T13:00", "2026-01-01T15:00", "2026-01-01T17:00", "2026-01-01T19:00", "2026-01-01T21:00", "2026-01-01T21:30"},
		},
		{
			"the second Tuesday and the last Friday", china, "2026-01-01", `{"every": "month", "weekdays": [{"day": "tue", "n": 2}, {"day": "fri", "n": -1}]}`,
			"2026-01-01", "2026-03-01",
			[]string{"2026-01-13", "2026-01-30", "2026-02-10", "2026-02-27"},
		},
		{
			"every quarter from 31 March on", china, "2026-03-31", `{"every": "quarter", "shortMonth": "last"}`, "2026-01-01", "2027-01-01",
			[]string{"2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"},
		},
		{
			"the last day of every quarter", china, "2026-03-01", `{"every": "quarter", "monthDays": [-1]}`, "2026-01-01", "2027-01-01",
			[]string{"2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"},
		},
		{
			"every half-year from 15 February on", china, "2026-02-15", `{"every": "halfYear"}`, "2026-01-01", "2027-06-01",
			[]string{"2026-02-15", "2026-08-15", "2027-02-15"},
		},
		{
			"the first Monday of every quarter", china, "2026-01-01", `{"every": "quarter", "weekdays": [{"day": "mon", "n": 1}]}`, "2026-01-01", "2027-01-01",
			[]string{"2026-01-05", "2026-04-06", "2026-07-06", "2026-10-05"},
		},
		{
			"the 100th day and the last of every year", china, "2024-01-01", `{"every": "year", "yearDays": [100, -1]}`, "2024-01-01", "2026-01-01",
			[]string{"2024-04-09", "2024-12-31", "2025-04-10", "2025-12-31"},
		},
		{
			// The National Day holiday of 2025 lasts from 1 to 8 October; 28 September and 11 October are worked.
			"a day of rest goes to the next working day", "cn", "2025-10-01", `{"every": "day", "interval": 5, "times": ["09:00"], "rest": "days"}`, "2025-10-01", "2025-10-20",
			[]string{"2025-10-09T09:00", "2025-10-11T09:00", "2025-10-16T09:00"},
		},
		{
			"a day of rest goes to the working day before", "cn", "2025-10-01", `{"every": "month", "rest": "daysBefore"}`, "2025-09-01", "2025-12-01",
			[]string{"2025-09-30", "2025-10-31"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, zone := seriesOf(t, test.zone, test.since, test.rule), test.zone
			if zone == "cn" {
				zone = china
			}
			if diff := cmp.Diff(test.want, duesOf(t, s, zone, test.from, test.to)); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

// TestHourTwice: an hour that the clock shows twice has two rounds, and each its own name.
func TestHourTwice(t *testing.T) {
	s := seriesOf(t, york, "2026-11-01", `{"every": "minute", "interval": 30}`)
	var got []string
	for o := range s.Occurrences(instantIn(t, york, "2026-11-01T00:30"), instantIn(t, york, "2026-11-01T02:30")) {
		got = append(got, s.Key(o))
	}
	require.Equal(t, []string{
		"d/2026-11-01T00:30", "d/2026-11-01T01:00", "d/2026-11-01T01:30", "d/2026-11-01T01:00-05:00", "d/2026-11-01T01:30-05:00", "d/2026-11-01T02:00",
	}, got)
	// a nightly job at a time that the clock shows twice runs once, at the first.
	night := seriesOf(t, york, "2026-11-01", `{"every": "day", "times": ["01:30"]}`)
	all := collected(night, instantIn(t, york, "2026-11-01T00:00"), instantIn(t, york, "2026-11-02T00:00"))
	require.Len(t, all, 1)
	require.Equal(t, "2026-11-01T05:30:00Z", all[0].Due.UTC().Format(time.RFC3339))
}

// TestYearlyCounts are W-24: how often an estate is cleaned in 2025, and W-37 with X-42: the films of its weekends.
func TestYearlyCounts(t *testing.T) {
	tests := []struct {
		name, rule string
		want       int
	}{
		{"lobby sweeps, twice a day", `{"every": "day", "times": ["08:00", "16:00"]}`, 730},
		{"lobby mops, weekly on Mondays", `{"every": "week", "weekdays": [{"day": "mon"}]}`, 52},
		{"ground lobby mops", `{"every": "day"}`, 365},
		{"handrail wipes", `{"every": "day", "times": ["10:00"]}`, 365},
		{"glass, weekly on Mondays", `{"every": "week", "weekdays": [{"day": "mon"}], "times": ["09:00"]}`, 52},
		{"lamps", `{"every": "month"}`, 12},
		{"pipe dredge", `{"every": "year"}`, 1},
		{"wells", `{"every": "month", "monthDays": [-1]}`, 12},
		{"septic checks", `{"every": "month", "monthDays": [15]}`, 12},
		{"septic emptyings", `{"every": "halfYear", "monthDays": [15]}`, 2},
		{"films on both days of the weekend", `{"every": "week", "weekdays": [{"day": "sat"}, {"day": "sun"}], "times": ["19:00"]}`, 104},
		{"films on Saturdays", `{"every": "week", "weekdays": [{"day": "sat"}], "times": ["19:00"]}`, 52},
		{"films on Sundays", `{"every": "week", "weekdays": [{"day": "sun"}], "times": ["19:00"]}`, 52},
		{"patrols of a point once an hour", `{"every": "hour"}`, 24 * 365},
	}
	for _, test := range tests {
		s := seriesOf(t, china, "2025-01-01", test.rule)
		require.Len(t, duesOf(t, s, china, "2025-01-01", "2026-01-01"), test.want, test.name)
	}
}

// TestTea are W-35 and W-36: tea every 15 minutes strictly before the end of a meeting.
func TestTea(t *testing.T) {
	s := seriesOf(t, china, "2025-01-01", `{"steps": {"step": "PT15M", "inside": "meeting"}}`)
	rounds := func(end string) (out []string) {
		span := schedule.NamedSpan{Name: "meeting", Start: instantIn(t, china, "2025-09-18T14:00"), End: instantIn(t, china, "2025-09-18T"+end)}
		for o := range s.OccurrencesIn(span) {
			require.Equal(t, "2025-09-18", o.On.String())
			out = append(out, o.Due.Format("15:04"))
		}
		return out
	}
	require.Equal(t, []string{"14:15", "14:30", "14:45", "15:00", "15:15", "15:30", "15:45"}, rounds("16:00"))
	require.Empty(t, rounds("14:10"))
	require.Empty(t, rounds("14:15"))
	require.Equal(t, []string{"14:15"}, rounds("14:16"))
	require.Empty(t, rounds("13:00"))
	for range s.OccurrencesIn(schedule.NamedSpan{Name: "lunch", Start: instantIn(t, china, "2025-09-18T14:00"), End: instantIn(t, china, "2025-09-18T16:00")}) {
		t.Error("tea in another span")
	}
	require.Empty(t, collected(s, instantIn(t, china, "2025-01-01T00:00"), instantIn(t, china, "2026-01-01T00:00")))
	require.ErrorIs(t, s.Known(instantIn(t, china, "2025-01-01T00:00"), instantIn(t, china, "2026-01-01T00:00")), schedule.ErrNoClock)
}

// TestSeasonsAndDays: a duty in force for a part of the year, on working days or the others.
func TestSeasonsAndDays(t *testing.T) {
	calendars := seriesCalendars(t, "cn")
	d := seriesDuty(t, "cn", "2025-01-01", `{"every": "day"}`)
	count := func(d schedule.Duty) int {
		s, err := schedule.Compile(d, calendars)
		require.NoError(t, err)
		return len(duesOf(t, s, china, "2025-01-01", "2026-01-01"))
	}
	d.Season = civil.MustParseSeason("11-15/03-15")
	require.Equal(t, 31+28+15+16+31, count(d))
	d.Season = civil.Season{}
	d.Days = schedule.WorkingDays
	require.Equal(t, 248, count(d)) // the working days of 2025 in China
	d.Days = schedule.RestDays
	require.Equal(t, 365-248, count(d))
	d.Days = schedule.WorkingDays
	d.Demand.Rule = &schedule.Rule{Every: schedule.Month, MonthDays: []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, Pick: []int{3}}
	s, err := schedule.Compile(d, calendars)
	require.NoError(t, err)
	// The third working day: in October 2025 the holiday lasts until the 8th, and Saturday the 11th is worked.
	require.Equal(t, []string{"2025-09-03"}, duesOf(t, s, china, "2025-09-01", "2025-11-01"))
}

// TestUnknownYear: what hangs on holidays that are not known says so.
func TestUnknownYear(t *testing.T) {
	var unknown *worktime.UnknownYearError
	year := func(y string) (from, to time.Time) {
		return instantIn(t, china, y+"-02-01T00:00"), instantIn(t, china, y+"-11-30T00:00")
	}
	shifted := seriesOf(t, "cn", "2026-01-01", `{"every": "month", "rest": "days"}`)
	require.NoError(t, shifted.Known(year("2026")))
	require.ErrorAs(t, shifted.Known(year("2027")), &unknown)
	require.Equal(t, 2027, unknown.Year)
	from, to := year("2027")
	require.Len(t, collected(shifted, from, to), 10, "the guess")

	d := seriesDuty(t, "cn", "2026-01-01", `{"every": "day"}`)
	d.Days = schedule.WorkingDays
	working, err := schedule.Compile(d, seriesCalendars(t, "cn"))
	require.NoError(t, err)
	require.NoError(t, working.Known(year("2026")))
	midnight := func(y string) time.Time { return instantIn(t, china, y+"-01-01T00:00") }
	require.NoError(t, working.Known(midnight("2026"), midnight("2027")), "all of 2026, and nothing of 2027")
	require.ErrorAs(t, working.Known(midnight("2026"), midnight("2027").Add(time.Second)), &unknown)
	require.Equal(t, 2027, unknown.Year)
	d.From = civil.MustParse("2000-01-01")
	old, err := schedule.Compile(d, seriesCalendars(t, "cn"))
	require.NoError(t, err)
	require.NoError(t, old.Known(midnight("2007"), midnight("2008")), "2007 is the first year that is known")
	require.ErrorAs(t, old.Known(midnight("2007").Add(-time.Second), midnight("2008")), &unknown)
	require.Equal(t, 2006, unknown.Year)
	require.ErrorAs(t, working.Known(year("2028")), &unknown)
	require.Equal(t, 2028, unknown.Year)

	plain := seriesOf(t, "cn", "2026-01-01", `{"every": "day"}`)
	require.NoError(t, plain.Known(year("2090")))
}

// TestNever is R-9: a rule without a day ends, and is refused.
func TestNever(t *testing.T) {
	for _, rule := range []string{
		`{"every": "year", "months": [2], "monthDays": [30], "shortMonth": "skip"}`,
		`{"every": "month", "monthDays": [13], "weekdays": [{"day": "fri", "n": 1}]}`,
		`{"every": "day", "months": [2], "monthDays": [30]}`,
		`{"every": "year", "yearDays": [366], "months": [1]}`,
		`{"every": "day", "interval": 7, "weekdays": [{"day": "tue"}]}`, // 2024-01-01 is a Monday
		`{"every": "hour", "monthDays": [31], "months": [4]}`,
		`{"every": "hour", "interval": 168, "weekdays": [{"day": "wed"}]}`,
		`{"every": "week", "pick": [8], "weekdays": [{"day": "mon"}]}`,
		`{"every": "year", "interval": 4, "anchor": "2023-02-01", "monthDays": [29], "shortMonth": "skip"}`,
	} {
		_, err := schedule.Compile(seriesDuty(t, "UTC", "2024-01-01", rule), seriesCalendars(t, "UTC"))
		require.ErrorIs(t, err, schedule.ErrNever, rule)
	}
	// Rare is not never: a 29 February that is a Monday comes in 2044.
	s := seriesOf(t, "UTC", "2024-01-01", `{"every": "year", "months": [2], "monthDays": [29], "weekdays": [{"day": "mon"}], "shortMonth": "skip"}`)
	require.Equal(t, []string{"2044-02-29"}, duesOf(t, s, "UTC", "2024-01-01", "2050-01-01"))
}

// TestKeysStay is R-19: an occurrence keeps its name when the plan is edited, and when it is moved by a day of rest.
func TestKeysStay(t *testing.T) {
	from, to := instantIn(t, china, "2026-03-02T00:00"), instantIn(t, china, "2026-03-09T00:00")
	keys := func(s *schedule.Schedule) (out []string) {
		for o := range s.Occurrences(from, to) {
			out = append(out, s.Key(o))
		}
		return out
	}
	before := keys(seriesOf(t, china, "2026-01-01", `{"every": "day", "times": ["08:00", "18:00"]}`))
	require.Len(t, before, 14)
	after := keys(seriesOf(t, china, "2026-02-01", `{"every": "day", "times": ["06:00", "08:00", "12:00", "18:00"]}`))
	for _, key := range before {
		require.Contains(t, after, key)
	}
	slices.Sort(after)
	require.Len(t, slices.Compact(after), 28, "no name twice")

	moved := seriesOf(t, "cn", "2026-03-08", `{"every": "month", "times": ["09:00"], "rest": "days"}`)
	all := collected(moved, from, to.AddDate(0, 0, 1))
	require.Len(t, all, 1)
	require.Equal(t, "d/2026-03-08T09:00", moved.Key(all[0])) // a Sunday
	require.Equal(t, instantIn(t, china, "2026-03-09T09:00"), all[0].Due)
	whole := collected(seriesOf(t, china, "2026-01-01", `{"every": "day"}`), from, to)
	require.Equal(t, "d/2026-03-02", moved.Key(whole[0]))
	require.Equal(t, instantIn(t, china, "2026-03-03T00:00"), whole[0].Due, "by the end of the day")
	require.Len(t, whole, 7)
}
