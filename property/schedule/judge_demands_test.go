package schedule_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

// TestGapSince: an export of July alone: the gap before is that of the last record known, or begins with the export, and is not
// one of five years.
func TestGapSince(t *testing.T) {
	s := scheduleOf(t, `{"code": "lift", "calendar": "site", "from": "2020-01-01", "demand": {"gap": {"max": "P15D"}}}`)
	july := []string{"a 2025-07-03 10:00", "b 2025-07-17 10:00", "c 2025-07-30 10:00"}
	for _, tt := range []struct {
		name    string
		records []string
		since   string
		want    []string
	}{
		{"from the export on", july, "2025-07-01", []string{"lift/from/2025-07-01 onTime a", "lift/after/a onTime b", "lift/after/b onTime c"}},
		{
			"from the record before it", append([]string{"z 2025-06-10 10:00", "y 2025-06-12 10:00"}, july...), "2025-07-01",
			[]string{"lift/after/y late a carried", "lift/after/a onTime b", "lift/after/b onTime c"},
		},
		{"none in it", nil, "2025-07-01", []string{"lift/from/2025-07-01 missed"}},
		{"from the first day on", july, "2019-01-01", []string{"lift/from/2020-01-01 late a carried", "lift/after/a onTime b", "lift/after/b onTime c"}},
		{"nothing of July", july, "2026-01-01", nil},
	} {
		e := schedule.Evidence{Records: done(t, "lift", tt.records...), Since: clockAt(t, tt.since)}
		got := judged(t, s, e, "2025-07-01", "2025-08-01", "2025-08-01")
		got.Asides = nil
		require.Equal(t, tt.want, lines(got), tt.name)
	}
}

// TestJudgeHourlyPatrol: W-26, X-16: the visits 00:05, 01:50, 02:10, 03:00 are one in each clock hour, and 105 minutes apart.
func TestJudgeHourlyPatrol(t *testing.T) {
	perHour := scheduleOf(t, `{"code": "patrol", "calendar": "site", "from": "2025-03-03", "demand": {"quota": {"atLeast": "1", "in": "hour"}}}`)
	gap := scheduleOf(t, `{"code": "patrol", "calendar": "site", "from": "2025-03-03", "demand": {"gap": {"max": "PT60M"}}}`)
	e := schedule.Evidence{Subject: "P1", Records: done(t, "patrol", "a 2025-03-03 00:05", "b 2025-03-03 01:50", "c 2025-03-03 02:10", "d 2025-03-03 03:00")}
	r := judged(t, perHour, e, "2025-03-03", "2025-03-03 04:00", "2025-03-03 04:00")
	require.Equal(t, []string{
		"patrol/2025-03-03T00:00 onTime a", "patrol/2025-03-03T01:00 onTime b", "patrol/2025-03-03T02:00 onTime c", "patrol/2025-03-03T03:00 onTime d",
	}, lines(r))
	r = judged(t, gap, e, "2025-03-03", "2025-03-03 04:00", "2025-03-03 03:30")
	require.Equal(t, []string{
		"patrol/from/2025-03-03 onTime a", "patrol/after/a late b", "patrol/after/b onTime c", "patrol/after/c onTime d",
	}, lines(r))
	require.Equal(t, "45m0s", r.Rows[1].LateBy().String(), "105 minutes, 60 allowed")
	day := judged(t, perHour, schedule.Evidence{}, "2025-03-03", "2025-03-04", "2025-03-04")
	require.Equal(t, schedule.Counts{Total: 24, Missed: 24}, day.Counts, "24 visits a day and point at least")
}

// TestJudgeGapToNow: R-20: gaps run from the first day, between records, and to now; on the instant is in time.
func TestJudgeGapToNow(t *testing.T) {
	s := scheduleOf(t, `{"code": "patrol", "calendar": "site", "from": "2025-03-03", "demand": {"gap": {"max": "PT1H"}}}`)
	tests := []struct {
		name, asOf string
		records    []string
		want       []string
	}{
		{"nothing yet", "2025-03-03 01:00", nil, []string{"patrol/from/2025-03-03 pending"}},
		{"too long since the first day", "2025-03-03 01:01", nil, []string{"patrol/from/2025-03-03 missed"}},
		{"on the instant", "2025-03-03 02:00", []string{"a 2025-03-03 01:00"}, []string{"patrol/from/2025-03-03 onTime a", "patrol/after/a pending"}},
		{"too long until now", "2025-03-03 02:01", []string{"a 2025-03-03 01:00"}, []string{"patrol/from/2025-03-03 onTime a", "patrol/after/a missed"}},
	}
	for _, tt := range tests {
		e := schedule.Evidence{Records: done(t, "patrol", tt.records...)}
		require.Equal(t, tt.want, lines(judged(t, s, e, "2025-03-03", "2025-03-04", tt.asOf)), tt.name)
	}
}

// TestJudgeOverdueStays: DumbAssets 59: what is overdue is carried into every later time until it is done.
func TestJudgeOverdueStays(t *testing.T) {
	s := scheduleOf(t, `{"code": "lift", "calendar": "site", "from": "2025-01-01", "demand": {"gap": {"max": "P15D"}}}`)
	e := schedule.Evidence{Records: done(t, "lift", "a 2025-01-10 09:00")}
	require.Equal(t, []string{"lift/after/a missed"}, lines(judged(t, s, e, "2025-01-11", "2025-02-01", "2025-03-15")))
	require.Equal(t, []string{"lift/after/a missed carried"}, lines(judged(t, s, e, "2025-02-01", "2025-03-01", "2025-03-15")))
	e.Records = append(e.Records, done(t, "lift", "b 2025-02-20 09:00")...)
	r := judged(t, s, e, "2025-02-01", "2025-03-01", "2025-03-15")
	require.Equal(t, []string{"lift/after/a late b carried"}, lines(r))
	require.Equal(t, 1, r.Counts.Carried)
	require.Equal(t, []string{"lift/after/b missed"}, lines(judged(t, s, e, "2025-03-01", "2025-03-15", "2025-03-15")))
}

// TestJudgeSeptic: W-25, X-17: emptied on 2025-01-15 as planned and on 2025-03-12 at an abnormal finding: the next is due by
// 2025-07-15 if an extra emptying does not reset the half-year, by 2025-09-12 if it does.
func TestJudgeSeptic(t *testing.T) {
	e := schedule.Evidence{Records: done(t, "empty", "plan 2025-01-15 10:00", "extra 2025-03-12 10:00!")}
	keep := scheduleOf(t, `{"code": "empty", "calendar": "site", "from": "2025-01-01", "demand": {"gap": {"max": "P6M", "planned": true}}}`)
	r := judged(t, keep, e, "2025-01-01", "2026-01-01", "2025-03-13")
	require.Equal(t, []string{"empty/from/2025-01-01 onTime plan", "empty/after/plan pending", "-extra"}, lines(r))
	require.True(t, clockAt(t, "2025-07-16").Equal(r.Rows[1].Due), "through 15 July")
	reset := scheduleOf(t, `{"code": "empty", "calendar": "site", "from": "2025-01-01", "demand": {"gap": {"max": "P6M"}}}`)
	r = judged(t, reset, e, "2025-01-01", "2026-01-01", "2025-03-13")
	require.Equal(t, []string{"empty/from/2025-01-01 onTime plan", "empty/after/plan onTime extra", "empty/after/extra pending"}, lines(r))
	require.True(t, clockAt(t, "2025-09-13").Equal(r.Rows[2].Due), "through 12 September")
}

// TestJudgeDrills: W-27: two drills a year are two; one is met where one is asked for, and fails where two are.
func TestJudgeDrills(t *testing.T) {
	twice := scheduleOf(t, `{"code": "drill", "calendar": "site", "from": "2020-01-01", "demand": {"quota": {"atLeast": "2", "in": "year"}}}`)
	once := scheduleOf(t, `{"code": "drill", "calendar": "site", "from": "2020-01-01", "demand": {"quota": {"atLeast": "1", "in": "year"}}}`)
	both := schedule.Evidence{Records: done(t, "drill", "a 2024-03-10 10:00", "b 2024-11-02 10:00")}
	one := schedule.Evidence{Records: both.Records[:1]}
	require.Equal(t, []string{"drill/2024 onTime b"}, lines(judged(t, twice, both, "2024-01-01", "2025-01-01", "2025-01-01")))
	require.Equal(t, []string{"drill/2024 missed"}, lines(judged(t, twice, one, "2024-01-01", "2025-01-01", "2025-01-01")))
	require.Equal(t, []string{"drill/2024 pending"}, lines(judged(t, twice, one, "2024-01-01", "2025-01-01", "2024-12-31")))
	require.Equal(t, []string{"drill/2024 onTime a"}, lines(judged(t, once, one, "2024-01-01", "2025-01-01", "2024-04-01")), "met before the year ends")
	require.Equal(t, []string{"drill/2024 onTime a", "-b"}, lines(judged(t, once, both, "2024-01-01", "2025-01-01", "2025-01-01")))
	require.Equal(t, []string{"drill/2024 pending"}, lines(judged(t, twice, one, "2024-01-01", "2024-04-01", "2024-04-01")), "the year belongs to the time in which it begins")
	require.Equal(t, []string{"drill/2024 onTime b"}, lines(judged(t, twice, both, "2024-01-01", "2024-04-01", "2025-01-01")))
	require.Equal(t, []string{"drill/2024 partial b"}, lines(judged(t, twice, both, "2024-02-01", "2025-01-01", "2025-01-01")), "and is not judged twice")
}

// TestJudgePeriods: the names and the edges of every period of a quota.
func TestJudgePeriods(t *testing.T) {
	tests := []struct{ in, from, to, first, last string }{
		{"day", "2025-02-28", "2025-03-02", "2025-02-28", "2025-03-01"},
		{"week", "2024-12-30", "2025-01-13", "2025-W01", "2025-W02"},
		{"week", "2020-12-28", "2021-01-11", "2020-W53", "2021-W01"},
		{"month", "2025-01-01", "2025-03-01", "2025-01", "2025-02"},
		{"quarter", "2025-07-01", "2026-01-01", "2025-Q3", "2025-Q4"},
		{"halfYear", "2025-01-01", "2026-01-01", "2025-H1", "2025-H2"},
		{"year", "2024-01-01", "2026-01-01", "2024", "2025"},
	}
	for _, tt := range tests {
		s := scheduleOf(t, `{"code": "q", "calendar": "site", "from": "2000-01-01", "demand": {"quota": {"atLeast": "1", "in": "`+tt.in+`"}}}`)
		r := judged(t, s, schedule.Evidence{}, tt.from, tt.to, "2030-01-01")
		require.Equal(t, []string{"q/" + tt.first + " missed", "q/" + tt.last + " missed"}, lines(r), tt.in)
		require.True(t, clockAt(t, tt.from).Equal(r.Rows[0].Start))
		require.True(t, clockAt(t, tt.to).Equal(r.Rows[1].End))
	}
}

// TestJudgeSlots: CLEAN-15: one in the morning and one in the evening; a record counts in one, a night slot with the day it opens on.
func TestJudgeSlots(t *testing.T) {
	s := scheduleOf(t, `{"code": "sweep", "calendar": "site", "from": "2025-01-01", "demand": {"quota": {"atLeast": "1", "in": "day", "slots": [
		{"code": "morning", "window": "06:00/09:00"}, {"code": "night", "window": "22:00/02:00"}]}}}`)
	e := schedule.Evidence{Records: done(t, "sweep", "z 2025-03-03 01:00", "a 2025-03-03 06:00", "b 2025-03-03 08:59", "c 2025-03-03 12:00", "d 2025-03-04 01:59", "e 2025-03-04 09:00")}
	require.Equal(t, []string{
		"sweep/2025-03-03/morning onTime a", "sweep/2025-03-03/night onTime d", "-b", "-c",
	}, lines(judged(t, s, e, "2025-03-03", "2025-03-04", "2025-03-05")))
}

// TestJudgeSum: hours of training add up in the year; a record that does not say how many leaves it open, unless it is reached without.
func TestJudgeSum(t *testing.T) {
	s := scheduleOf(t, `{"code": "train", "calendar": "site", "from": "2020-01-01", "demand": {"quota": {"atLeast": "16", "sum": "hours", "in": "year"}}}`)
	e := schedule.Evidence{Records: done(t, "train", "a 2025-03-10 10:00", "b 2025-06-10 10:00", "c 2025-09-10 10:00")}
	hours := func(i int, n string) {
		e.Records[i].Figures = []schedule.Figure{{Name: "hours", Value: decimal.RequireFromString(n)}}
	}
	hours(0, "8")
	hours(2, "7.5")
	r := judged(t, s, e, "2025-01-01", "2026-01-01", "2026-01-01")
	require.Equal(t, []string{"train/2025 unknown figureMissing:b"}, lines(r))
	require.Equal(t, "15.5", r.Rows[0].Have.String())
	hours(1, "0.4")
	require.Equal(t, []string{"train/2025 missed"}, lines(judged(t, s, e, "2025-01-01", "2026-01-01", "2026-01-01")))
	hours(1, "0.5")
	require.Equal(t, []string{"train/2025 onTime c"}, lines(judged(t, s, e, "2025-01-01", "2026-01-01", "2026-01-01")))
	e.Records[1].Figures = nil
	hours(2, "8")
	require.Equal(t, []string{"train/2025 onTime c"}, lines(judged(t, s, e, "2025-01-01", "2026-01-01", "2026-01-01")), "reached without b")
}

// TestJudgeAnchoredSpan: D-26: training on 2025-04-10 does not belong to the first month from 2025-03-10.
func TestJudgeAnchoredSpan(t *testing.T) {
	s := scheduleOf(t, `{"code": "train", "calendar": "site", "from": "2020-01-01", "demand": {"quota": {"atLeast": "1", "span": {"from": "hiredOn", "length": "P1M"}}}}`)
	hired := []schedule.Field{{Name: "hiredOn", On: civil.MustParse("2025-03-10")}}
	e := schedule.Evidence{Fields: hired, Records: done(t, "train", "a 2025-04-10 00:00")}
	require.Equal(t, []string{"train/hiredOn missed", "-a"}, lines(judged(t, s, e, "2025-04-01", "2025-05-01", "2025-05-01")))
	e.Records = done(t, "train", "a 2025-04-09 23:59")
	require.Equal(t, []string{"train/hiredOn onTime a"}, lines(judged(t, s, e, "2025-04-01", "2025-05-01", "2025-05-01")))
	require.Empty(t, lines(judged(t, s, e, "2025-03-01", "2025-04-01", "2025-05-01")), "the span ends in April")
	e.Fields = nil
	require.Equal(t, []string{"train/hiredOn unknown fieldMissing:hiredOn", "-a"}, lines(judged(t, s, e, "2025-04-01", "2025-05-01", "2025-05-01")))
}

// TestJudgeQuotaSeason: a quota holds in its season; a period that the season cuts is not judged.
func TestJudgeQuotaSeason(t *testing.T) {
	s := scheduleOf(t, `{"code": "heat", "calendar": "site", "from": "2020-01-01", "season": "11-15/03-15", "demand": {"quota": {"atLeast": "1", "in": "month"}}}`)
	r := judged(t, s, schedule.Evidence{}, "2024-10-01", "2025-05-01", "2025-05-01")
	require.Equal(t, []string{"heat/2024-11 partial", "heat/2024-12 missed", "heat/2025-01 missed", "heat/2025-02 missed", "heat/2025-03 partial"}, lines(r))
}

// TestJudgeWorkingDaysQuota: once a working day: none is owed on the National Day holiday, one on the Sunday that is worked for it.
func TestJudgeWorkingDaysQuota(t *testing.T) {
	s := scheduleOf(t, `{"code": "desk", "calendar": "office", "from": "2020-01-01", "days": "working", "demand": {"quota": {"atLeast": "1", "in": "day"}}}`)
	r := judged(t, s, schedule.Evidence{}, "2025-09-27", "2025-10-10", "2025-11-01")
	require.Equal(t, []string{"desk/2025-09-28 missed", "desk/2025-09-29 missed", "desk/2025-09-30 missed", "desk/2025-10-09 missed"}, lines(r))
	r = judged(t, s, schedule.Evidence{}, "2027-01-04", "2027-01-05", "2027-02-01")
	require.Equal(t, []string{"desk/2027-01-04 unknown yearUnknown:2027"}, lines(r))
}

// TestJudgeUsage: 500 running hours between overhauls: due at the first reading that shows them.
func TestJudgeUsage(t *testing.T) {
	s := scheduleOf(t, `{"code": "overhaul", "calendar": "site", "from": "2025-01-01", "late": "P7D", "demand": {"usage": {"meter": "hours", "step": "500"}}}`)
	readings := func(pairs ...string) (out []schedule.Reading) {
		for i := 0; i < len(pairs); i += 2 {
			out = append(out, schedule.Reading{Meter: "hours", At: clockAt(t, pairs[i]), Value: decimal.RequireFromString(pairs[i+1])})
		}
		return out
	}
	e := schedule.Evidence{Readings: readings("2025-01-01", "1000", "2025-02-01", "1499.9", "2025-03-01", "1500", "2025-04-01", "1900")}
	r := judged(t, s, e, "2025-01-01", "2026-01-01", "2025-03-05")
	require.Equal(t, []string{"overhaul/from/2025-01-01 pending"}, lines(r))
	require.True(t, clockAt(t, "2025-03-01").Equal(r.Rows[0].Due))
	require.Equal(t, []string{"overhaul/from/2025-01-01 missed"}, lines(judged(t, s, e, "2025-01-01", "2026-01-01", "2025-03-09")))
	r = judged(t, s, e, "2025-01-01", "2026-01-01", "2025-02-15")
	require.Equal(t, []string{"overhaul/from/2025-01-01 pending"}, lines(r))
	require.True(t, r.Rows[0].Due.IsZero(), "not due as far as is known")

	e.Records = done(t, "overhaul", "a 2025-03-20 10:00") // at 1500 by the last reading before
	require.Equal(t, []string{"overhaul/from/2025-01-01 late a", "overhaul/after/a pending"}, lines(judged(t, s, e, "2025-01-01", "2026-01-01", "2025-04-02")))
	e.Records[0].Figures = []schedule.Figure{{Name: "hours", Value: decimal.RequireFromString("1400")}}
	r = judged(t, s, e, "2025-01-01", "2026-01-01", "2025-04-02")
	require.True(t, clockAt(t, "2025-04-01").Equal(r.Rows[1].Due), "1900 is 500 more than the record says")

	require.Equal(t, []string{"overhaul/from/2025-01-01 unknown noReading:hours"}, lines(judged(t, s, schedule.Evidence{}, "2025-01-01", "2026-01-01", "2025-02-15")))
	back := schedule.Evidence{Readings: readings("2025-01-01", "1000", "2025-02-01", "10")}
	require.Equal(t, []string{"overhaul/from/2025-01-01 unknown readingBack:hours"}, lines(judged(t, s, back, "2025-01-01", "2026-01-01", "2025-02-15")))
}

// TestJudgeUsageAtTheAct: a counter that is read only when the work is done tells whether it was done too late.
func TestJudgeUsageAtTheAct(t *testing.T) {
	s := scheduleOf(t, `{"code": "overhaul", "calendar": "site", "from": "2025-01-01", "demand": {"usage": {"meter": "hours", "step": "2000"}}}`)
	for hours, want := range map[string]string{"3000": "onTime", "3000.01": "late", "5000": "late"} {
		e := schedule.Evidence{Records: done(t, "overhaul", "a 2025-11-10 09:00"), Readings: []schedule.Reading{
			{Meter: "hours", At: clockAt(t, "2025-01-01"), Value: decimal.RequireFromString("1000")},
			{Meter: "hours", At: clockAt(t, "2025-11-10 09:00"), Value: decimal.RequireFromString(hours)},
		}}
		require.Equal(t, "overhaul/from/2025-01-01 "+want+" a", lines(judged(t, s, e, "2025-01-01", "2026-01-01", "2025-12-01"))[0], hours)
	}
}

// TestJudgeFirst: 500 running hours or half a year, whichever comes first.
func TestJudgeFirst(t *testing.T) {
	s := scheduleOf(t, `{"code": "oil", "calendar": "site", "from": "2025-01-01", "demand": {"first": {"of": [
		{"usage": {"meter": "hours", "step": "500"}}, {"gap": {"max": "P6M"}}]}}}`)
	read := func(day, n string) schedule.Reading {
		return schedule.Reading{Meter: "hours", At: clockAt(t, day), Value: decimal.RequireFromString(n)}
	}
	idle := schedule.Evidence{Readings: []schedule.Reading{read("2025-01-01", "0"), read("2025-06-30", "100")}}
	r := judged(t, s, idle, "2025-01-01", "2026-01-01", "2025-06-30")
	require.Equal(t, []string{"oil/from/2025-01-01 pending"}, lines(r))
	require.True(t, clockAt(t, "2025-07-02").Equal(r.Rows[0].Due), "half a year, through 1 July")
	busy := schedule.Evidence{Readings: []schedule.Reading{read("2025-01-01", "0"), read("2025-03-01", "520")}}
	r = judged(t, s, busy, "2025-01-01", "2026-01-01", "2025-06-30")
	require.Equal(t, []string{"oil/from/2025-01-01 missed"}, lines(r))
	require.True(t, clockAt(t, "2025-03-01").Equal(r.Rows[0].Due))
	none := schedule.Evidence{}
	require.Equal(t, []string{"oil/from/2025-01-01 unknown noReading:hours"}, lines(judged(t, s, none, "2025-01-01", "2026-01-01", "2025-06-30")))
	require.Equal(t, []string{"oil/from/2025-01-01 missed"}, lines(judged(t, s, none, "2025-01-01", "2026-01-01", "2025-07-02")), "late by the calendar, whatever the hours")
}

// TestJudgeIntervalUnset: an interval that the contract leaves open is never no duty.
func TestJudgeIntervalUnset(t *testing.T) {
	e := schedule.Evidence{Records: done(t, "x", "a 2025-02-01 10:00")}
	gap := scheduleOf(t, `{"code": "x", "calendar": "site", "from": "2025-01-01", "demand": {"gap": {}}}`)
	require.Equal(t, []string{"x/from/2025-01-01 unknown a intervalUnset:max", "x/after/a unknown intervalUnset:max"}, lines(judged(t, gap, e, "2025-01-01", "2026-01-01", "2025-06-30")))
	usage := scheduleOf(t, `{"code": "x", "calendar": "site", "from": "2025-01-01", "demand": {"usage": {"meter": "h"}}}`)
	require.Equal(t, []string{"x/from/2025-01-01 unknown intervalUnset:step"}, lines(judged(t, usage, schedule.Evidence{}, "2025-01-01", "2026-01-01", "2025-06-30")))
}
