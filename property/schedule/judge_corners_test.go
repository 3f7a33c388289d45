package schedule_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

// TestJudgeUnknownDues: a due that hangs on holidays nobody knows yet, or lies beyond all years, is unknown and says why.
func TestJudgeUnknownDues(t *testing.T) {
	const head = `{"code": "x", "calendar": "office", "from": "2025-01-01", `
	known := []schedule.Field{on("on", "2026-12-30"), on("from", "2026-12-30")}
	tests := []struct{ name, duty, want string }{
		{"by", head + `"demand": {"by": {"anchor": "on", "after": "5wd"}}}`, "x/on unknown yearUnknown:2027"},
		{"by, its rest", head + `"demand": {"by": {"anchor": "on", "after": "P2D", "rest": "days"}}}`, "x/on unknown yearUnknown:2027"},
		{"by, its tolerance", head + `"late": "5wd", "demand": {"by": {"anchor": "on"}}}`, "x/on unknown yearUnknown:2027"},
		{"by, beyond", head + `"demand": {"by": {"anchor": "on", "after": "P8000Y"}}}`, "x/on unknown"},
		{"gap", head + `"demand": {"gap": {"max": "500wd"}}}`, "x/from/2025-01-01 unknown yearUnknown:2027"},
		{"gap, its tolerance", head + `"late": "500wd", "demand": {"gap": {"max": "P1D"}}}`, "x/from/2025-01-01 unknown yearUnknown:2027"},
		{"gap, beyond", head + `"demand": {"gap": {"max": "P8000Y"}}}`, "x/from/2025-01-01 unknown"},
		{"span", head + `"demand": {"quota": {"atLeast": "1", "span": {"from": "from", "length": "5wd"}}}}`, "x/from unknown yearUnknown:2027"},
		{"span without an end", head + `"demand": {"quota": {"atLeast": "1", "span": {"from": "from", "to": "to"}}}}`, "x/from unknown fieldMissing:to"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := schedule.Evidence{Fields: known}
			r := judged(t, scheduleOf(t, tt.duty), e, "2026-12-01", "2027-03-01", "2027-03-01")
			require.Equal(t, []string{tt.want}, lines(r))
			require.NotZero(t, r.Rows[0].Reason)
			require.Equal(t, 1, r.Counts.Unknown)
			require.Zero(t, r.Counts.Judged())
			require.Equal(t, "unknown", scheduleOf(t, tt.duty).Why(r.Rows[0], clockAt(t, "2027-03-01")).Value.Text)
		})
	}
}

// TestJudgeWorkingDayGap: at most three working days apart: Friday to Wednesday, over the National Day holiday longer.
func TestJudgeWorkingDayGap(t *testing.T) {
	s := scheduleOf(t, `{"code": "x", "calendar": "office", "from": "2025-01-01", "demand": {"gap": {"max": "3wd"}}}`)
	for _, tt := range []struct{ done, due string }{
		{"2025-03-07 16:00", "2025-03-12"}, {"2025-03-08 10:00", "2025-03-12"}, {"2025-09-29 10:00", "2025-10-10"},
	} {
		e := schedule.Evidence{Records: done(t, "x", "a "+tt.done)}
		r := judged(t, s, e, "2025-01-01", "2026-01-01", tt.done)
		row := r.Rows[len(r.Rows)-1]
		require.Equal(t, "x/after/a", row.Key)
		require.Equal(t, tt.due, row.Due.Add(-1).Format(time.DateOnly), tt.done)
	}
}

// TestJudgeSpanBetweenFields: CLAUSES 3.4: once from the day the plan is approved until before the day of the exam.
func TestJudgeSpanBetweenFields(t *testing.T) {
	s := scheduleOf(t, `{"code": "drill", "calendar": "site", "from": "2025-01-01", "to": "2025-12-31", "demand": {"quota": {"atLeast": "1", "span": {"from": "planOn", "to": "examOn"}}}}`)
	e := schedule.Evidence{Fields: []schedule.Field{on("planOn", "2025-05-01"), on("examOn", "2025-06-07")}}
	for _, tt := range []struct{ at, want string }{
		{"2025-04-30 23:59", "missed"}, {"2025-05-01 00:00", "onTime"}, {"2025-06-06 23:59", "onTime"}, {"2025-06-07 00:00", "missed"},
	} {
		e.Records = done(t, "drill", "a "+tt.at)
		require.Equal(t, tt.want, judged(t, s, e, "2025-06-01", "2025-07-01", "2025-07-01").Rows[0].State.String(), tt.at)
	}
	e.Fields[0] = on("planOn", "2026-01-01") // the duty is not in force any more
	require.Empty(t, judged(t, s, e, "2025-06-01", "2025-07-01", "2025-07-01").Rows)
}

// TestJudgeByInstant: by days, months and working days a whole day is due, whatever the time of the anchor; 24 hours before
// are exact where clocks are changed; a day of rest keeps the time.
func TestJudgeByInstant(t *testing.T) {
	york, err := time.LoadLocation("America/New_York")
	require.NoError(t, err)
	e := schedule.Evidence{Fields: []schedule.Field{{Name: "at", At: time.Date(2025, 3, 9, 12, 0, 30, 0, york)}}} // clocks went forward at 2
	for _, tt := range []struct {
		before, want string
		day          bool
	}{
		{"P1D", "2025-03-09 00:00:00", true}, {"PT24H", "2025-03-08 11:00:30", false}, {"P1M", "2025-02-10 00:00:00", true},
	} {
		s := scheduleOf(t, `{"code": "x", "calendar": "york", "from": "2025-01-01", "demand": {"by": {"anchor": "at", "before": "`+tt.before+`"}}}`)
		due, _, day, err := s.DueBy(&e)
		require.NoError(t, err)
		require.Equal(t, tt.day, day)
		require.Equal(t, tt.want, due.Format(time.DateTime), tt.before)
	}
	e.Fields[0].At = clockAt(t, "2025-03-09 15:00") // a Sunday
	s := scheduleOf(t, `{"code": "x", "calendar": "office", "from": "2025-01-01", "demand": {"by": {"anchor": "at", "rest": "daysBefore"}}}`)
	due, _, _, err := s.DueBy(&e)
	require.NoError(t, err)
	require.True(t, clockAt(t, "2025-03-07 15:00").Equal(due))
}

// TestByAndPlanAgree: one rule written as a duty and as a task of a plan is due at the same time (W-31, W-34, X-22), for an anchor that is
// a day and one that has a time. Hours before a day are not known, in either.
func TestByAndPlanAgree(t *testing.T) {
	day, instant := on("t", "2025-09-18"), schedule.Field{Name: "t", At: clockAt(t, "2025-09-18 09:00")}
	friday := schedule.Field{Name: "k", At: clockAt(t, "2025-09-12 16:00")}
	for _, tt := range []struct {
		anchor schedule.Field
		before string
		want   string // the last instant in time; empty: not known
	}{
		{day, "P7D", "2025-09-13 23:59"},
		{instant, "P7D", "2025-09-13 23:59"},
		{instant, "7wd", "2025-09-13 23:59"},
		{instant, "P1D", "2025-09-17 23:59"},
		{instant, "PT20M", "2025-09-18 08:40"},
		{day, "PT20M", ""},
	} {
		e := schedule.Evidence{Fields: []schedule.Field{tt.anchor, friday}}
		s := scheduleOf(t, `{"code": "x", "calendar": "office", "from": "2025-01-01", "demand":
			{"by": {"anchor": "t", "before": "`+tt.before+`", "known": "k", "lateStart": "P1D"}}}`)
		before, err := civil.ParseSpan(tt.before)
		require.NoError(t, err)
		plan, err := schedule.CompilePlan(schedule.Plan{
			Code: "p", Calendar: "office", Anchor: "t", Known: "k", LateStart: civil.MustParseSpan("P1D"),
			Tasks: []schedule.PlanTask{{Code: "x", Before: before}},
		}, judgeCalendars(t))
		require.NoError(t, err)
		r, err := plan.Tasks(&e, "", clockAt(t, "2025-09-01"))
		require.NoError(t, err)
		due, _, isDay, err := s.DueBy(&e)
		if tt.want == "" {
			require.ErrorIs(t, err, schedule.ErrFieldMissing)
			require.Equal(t, "t", r.Rows[0].Missing)
			continue
		}
		require.NoError(t, err)
		require.True(t, due.Equal(r.Rows[0].Due), "%s: %s, %s", tt.before, due, r.Rows[0].Due)
		require.Equal(t, r.Rows[0].Day, isDay)
		if isDay {
			due = due.Add(-time.Minute)
		}
		require.Equal(t, tt.want, due.Format("2006-01-02 15:04"), tt.before)
	}
}

// TestSpanFromInstant: D-26: hired on 10 March at 09:00, training on 10 April at 08:00 is not of the first month.
func TestSpanFromInstant(t *testing.T) {
	s := scheduleOf(t, `{"code": "train", "calendar": "site", "from": "2025-01-01", "demand": {"quota": {"atLeast": "1", "span": {"from": "hiredAt", "length": "P1M"}}}}`)
	e := schedule.Evidence{Fields: []schedule.Field{{Name: "hiredAt", At: clockAt(t, "2025-03-10 09:00")}}}
	for _, tt := range []struct{ at, want string }{{"2025-04-09 23:59", "onTime"}, {"2025-04-10 08:00", "missed"}} {
		e.Records = done(t, "train", "a "+tt.at)
		require.Equal(t, tt.want, judged(t, s, e, "2025-01-01", "2026-01-01", "2026-01-01").Rows[0].State.String(), tt.at)
	}
}

// TestJudgeKnownInstant: a start that is late by hours: as many hours after the anchor became known.
func TestJudgeKnownInstant(t *testing.T) {
	s := scheduleOf(t, `{"code": "x", "calendar": "site", "from": "2025-01-01", "demand": {"by": {"anchor": "at", "before": "PT4H", "known": "knownAt", "lateStart": "PT1H"}}}`)
	e := schedule.Evidence{Fields: []schedule.Field{{Name: "at", At: clockAt(t, "2025-03-03 12:00")}, {Name: "knownAt", At: clockAt(t, "2025-03-03 08:00")}}}
	due, original, _, err := s.DueBy(&e)
	require.NoError(t, err)
	require.True(t, due.Equal(original), "on the instant is not late")
	e.Fields[1].At = clockAt(t, "2025-03-03 08:01")
	due, original, _, err = s.DueBy(&e)
	require.NoError(t, err)
	require.True(t, clockAt(t, "2025-03-03 09:01").Equal(due))
	require.True(t, clockAt(t, "2025-03-03 08:00").Equal(original))
}

// TestJudgeChangedClocks: a day on which the clock is set back has 24 hours of the clock, one of them twice as long; one on
// which it is set forward has 23.
func TestJudgeChangedClocks(t *testing.T) {
	s := scheduleOf(t, `{"code": "p", "calendar": "york", "from": "2025-01-01", "demand": {"quota": {"atLeast": "1", "in": "hour"}}}`)
	york, err := time.LoadLocation("America/New_York")
	require.NoError(t, err)
	for _, tt := range []struct {
		month time.Month
		day   int
		hours int
	}{{3, 9, 23}, {11, 2, 24}, {11, 3, 24}} {
		from := time.Date(2025, tt.month, tt.day, 0, 0, 0, 0, york)
		r, err := s.Judge(nil, &schedule.Evidence{}, from, from.AddDate(0, 0, 1), from.AddDate(0, 1, 0))
		require.NoError(t, err)
		require.Equal(t, tt.hours, r.Counts.Missed)
		keys, end := map[string]bool{}, from
		for _, row := range r.Rows {
			require.False(t, keys[row.Key])
			keys[row.Key] = true
			require.True(t, end.Equal(row.Start), "no time between %s and %s", end, row.Start)
			end = row.End
		}
		require.True(t, from.AddDate(0, 0, 1).Equal(end))
	}
}

// TestJudgeUnevenTolerances: a month after the 29th, 30th and 31st of January is the 28th of February at another time of
// day each; what is due later does not become late earlier.
func TestJudgeUnevenTolerances(t *testing.T) {
	s := scheduleOf(t, `{"code": "x", "calendar": "site", "from": "2025-01-01", "to": "2025-01-31", "early": "P1D", "late": "P1M",
		"demand": {"rule": {"every": "month", "monthDays": [29, 30, 31], "shortMonth": "skip", "times": ["20:00"]}}}`)
	r := judged(t, s, schedule.Evidence{}, "2025-01-01", "2025-02-01", "2025-03-01")
	require.Len(t, r.Rows, 3)
	for i, row := range r.Rows {
		require.True(t, clockAt(t, "2025-02-28 20:00").Equal(row.End))
		require.Equal(t, 28+i, row.Start.Day())
	}
}

// TestJudgeAroundTheTime: a record of a late occurrence before the time asked about, or of an early one after it, is no extra there.
func TestJudgeAroundTheTime(t *testing.T) {
	s := scheduleOf(t, `{"code": "x", "calendar": "site", "from": "2025-01-01", "early": "PT3H", "late": "PT1H", "demand": {"rule": {"every": "week", "weekdays": [{"day": "mon"}], "times": ["01:00"]}}}`)
	e := schedule.Evidence{Records: done(t, "x", "late 2025-03-04 10:00", "again 2025-03-05 10:00", "early 2025-03-09 23:00")}
	require.Equal(t, []string{"-again"}, lines(judged(t, s, e, "2025-03-04", "2025-03-10", "2025-04-01")))
	require.Equal(t, []string{"x/2025-03-03T01:00 late late"}, lines(judged(t, s, e, "2025-03-03", "2025-03-04", "2025-04-01")))
	e.Records[0].At = clockAt(t, "2025-03-07 10:00") // four days later, and two before the next
	e.Records = e.Records[:1]
	require.Empty(t, lines(judged(t, s, e, "2025-03-07", "2025-03-08", "2025-04-01")))
	e.Records = done(t, "x", "early 2025-03-09 23:00")
	require.Equal(t, []string{"x/2025-03-10T01:00 onTime early"}, lines(judged(t, s, e, "2025-03-10", "2025-03-11", "2025-04-01")))
}

// TestJudgeLongBefore: a record five days before the day it serves is no extra on its own day.
func TestJudgeLongBefore(t *testing.T) {
	s := scheduleOf(t, `{"code": "x", "calendar": "site", "from": "2025-01-01", "early": "P6D", "demand": {"rule": {"every": "week", "weekdays": [{"day": "mon"}]}}}`)
	e := schedule.Evidence{Records: done(t, "x", "a 2025-03-05 10:00")}
	require.Empty(t, lines(judged(t, s, e, "2025-03-05", "2025-03-06", "2025-04-01")))
	require.Equal(t, []string{"x/2025-03-03 missed"}, lines(judged(t, s, e, "2025-03-03", "2025-03-04", "2025-04-01")), "not late: the next window is open")
	s2 := scheduleOf(t, `{"code": "x", "calendar": "site", "from": "2025-01-01", "early": "P20D", "demand": {"rule": {"every": "month", "monthDays": [1, 2, 3]}}}`)
	e2 := schedule.Evidence{Records: done(t, "x", "a 2025-03-13 10:00")} // within 20 days of 1 April
	require.Equal(t, []string{"x/2025-03-01 missed", "x/2025-03-02 missed", "x/2025-03-03 missed"}, lines(judged(t, s2, e2, "2025-03-01", "2025-03-15", "2025-04-15")))
	require.Equal(t, []string{"x/2025-03-10 onTime a"}, lines(judged(t, s, e, "2025-03-10", "2025-03-11", "2025-04-01")))
}

// TestJudgeWorkingHours: once in each hour of working days.
func TestJudgeWorkingHours(t *testing.T) {
	s := scheduleOf(t, `{"code": "x", "calendar": "office", "from": "2025-03-03", "to": "2025-03-10", "days": "rest", "demand": {"quota": {"atLeast": "1", "in": "hour"}}}`)
	r := judged(t, s, schedule.Evidence{}, "2025-03-01", "2025-04-01", "2025-05-01")
	require.Equal(t, 48, r.Counts.Missed, "a Saturday and a Sunday")
	half, err := s.Judge(nil, &schedule.Evidence{}, clockAt(t, "2025-03-08 00:30"), clockAt(t, "2025-03-08 02:30"), clockAt(t, "2025-05-01"))
	require.NoError(t, err)
	require.Equal(t, []string{"x/2025-03-08T00:00 partial", "x/2025-03-08T01:00 missed", "x/2025-03-08T02:00 missed"}, lines(half))
}

// TestJudgeDays: D-27: a duty without times is met through the end of its day, and by Early before it begins.
func TestJudgeDays(t *testing.T) {
	s := scheduleOf(t, `{"code": "x", "calendar": "site", "from": "2025-01-01", "early": "P1D", "late": "P2D", "demand": {"rule": {"every": "month", "monthDays": [10]}}}`)
	for _, tt := range []struct{ at, want string }{
		{"2025-03-08 23:59", "missed"}, {"2025-03-09 00:00", "onTime"}, {"2025-03-12 23:59", "onTime"}, {"2025-03-13 00:00", "late"},
	} {
		e := schedule.Evidence{Records: done(t, "x", "a "+tt.at)}
		r := judged(t, s, e, "2025-03-10", "2025-03-11", "2025-06-01")
		require.Equal(t, tt.want, r.Rows[0].State.String(), tt.at)
	}
	require.Equal(t, civil.MustParse("2025-03-10"), civil.Of(judged(t, s, schedule.Evidence{}, "2025-03-10", "2025-03-11", "2025-06-01").Rows[0].Due.Add(-1)))
}
