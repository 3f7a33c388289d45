package schedule_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

func on(name, day string) schedule.Field {
	return schedule.Field{Name: name, On: civil.MustParse(day)}
}

// TestJudgeExamCountdown: W-28: the days before an exam on Saturday 2025-06-07, D-24: a calendar month or 30 days.
func TestJudgeExamCountdown(t *testing.T) {
	tests := []struct{ before, want string }{
		{"P1M", "2025-05-07 Wed"},
		{"P30D", "2025-05-08 Thu"},
		{"P10D", "2025-05-28 Wed"},
		{"P7D", "2025-05-31 Sat"},
		{"P5D", "2025-06-02 Mon"},
		{"P3D", "2025-06-04 Wed"},
		{"P2D", "2025-06-05 Thu"},
		{"P1D", "2025-06-06 Fri"},
	}
	for _, tt := range tests {
		s := scheduleOf(t, `{"code": "exam", "calendar": "site", "from": "2025-01-01", "demand": {"by": {"anchor": "examOn", "before": "`+tt.before+`"}}}`)
		due, original, day, err := s.DueBy(&schedule.Evidence{Fields: []schedule.Field{on("examOn", "2025-06-07")}})
		require.NoError(t, err)
		require.True(t, day)
		require.Equal(t, tt.want, due.Add(-1).Format("2006-01-02 Mon"), tt.before)
		require.True(t, due.Equal(original))
	}
}

// TestJudgeByDays: a day is met through its end, any time before counts, working days and days of rest move it.
func TestJudgeByDays(t *testing.T) {
	by := func(calendar, demand, more string) *schedule.Schedule {
		return scheduleOf(t, `{"code": "prep", "calendar": "`+calendar+`", "from": "2025-01-01", "demand": {"by": {"anchor": "on", `+demand+`}}`+more+`}`)
	}
	tests := []struct {
		name        string
		s           *schedule.Schedule
		anchor, due string
	}{
		{"ten working days before, over the holiday", by("office", `"before": "10wd"`, ""), "2025-10-15", "2025-09-25"},
		{"a month after, at the end of a month", by("site", `"after": "P1M"`, ""), "2025-01-31", "2025-02-28"},
		{"on a Saturday, to Monday", by("office", `"before": "P3D", "rest": "days"`, ""), "2025-06-10", "2025-06-09"},
		{"on a Saturday, to Friday", by("office", `"before": "P3D", "rest": "daysBefore"`, ""), "2025-06-10", "2025-06-06"},
		{"before the day begins", by("site", `"exclusive": true`, ""), "2025-06-10", "2025-06-09"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := schedule.Evidence{Fields: []schedule.Field{on("on", tt.anchor)}}
			due, _, day, err := tt.s.DueBy(&e)
			require.NoError(t, err)
			require.True(t, day)
			require.Equal(t, tt.due, due.Add(-1).Format(time.DateOnly))
			e.Records = done(t, "prep", "a "+tt.due+" 23:59")
			require.Equal(t, []string{"prep/on onTime a"}, lines(judged(t, tt.s, e, "2025-01-01", "2026-01-01", "2026-01-01")))
			e.Records = done(t, "prep", "b 2025-01-02 00:00")
			require.Equal(t, []string{"prep/on onTime b"}, lines(judged(t, tt.s, e, "2025-01-01", "2026-01-01", "2026-01-01")))
			e.Records[0].At = due
			r := judged(t, tt.s, e, "2025-01-01", "2026-01-01", "2026-01-01")
			require.Equal(t, []string{"prep/on late b"}, lines(r))
			require.Zero(t, r.Rows[0].LateBy(), "at the end of the day, which is no more in time")
		})
	}
}

// TestJudgeByMinutes: W-34: a small meeting at 09:00: doors at 08:30; hours are exact, and the instant is in time.
func TestJudgeByMinutes(t *testing.T) {
	s := scheduleOf(t, `{"code": "doors", "calendar": "site", "from": "2025-01-01", "early": "PT15M", "demand": {"by": {"anchor": "startsAt", "before": "PT30M"}}}`)
	e := schedule.Evidence{Fields: []schedule.Field{{Name: "startsAt", At: clockAt(t, "2025-03-03 09:00")}}}
	for _, tt := range []struct{ at, want string }{
		{"08:14", "missed"}, {"08:15", "onTime"}, {"08:30", "onTime"}, {"08:31", "late"},
	} {
		e.Records = done(t, "doors", "a 2025-03-03 "+tt.at)
		require.Equal(t, tt.want, judged(t, s, e, "2025-03-03", "2025-03-04", "2025-03-04").Rows[0].State.String(), tt.at)
	}
	e.Fields = nil
	require.Equal(t, []string{"doors/startsAt unknown fieldMissing:startsAt", "-a"}, lines(judged(t, s, e, "2025-03-03", "2025-03-04", "2025-03-04")))
	_, _, _, err := s.DueBy(&e)
	require.ErrorIs(t, err, schedule.ErrFieldMissing)
	_, _, _, err = scheduleOf(t, slots).DueBy(&e)
	require.ErrorIs(t, err, schedule.ErrNotBy)
}

// TestJudgeLateStart: W-31, W-33, X-22: the Friday enquiry of 2025-09-12 finds T−7 of a Thursday visit missed by a day: the
// start is late and reported, not failed, and the original due kept.
func TestJudgeLateStart(t *testing.T) {
	const by = `{"code": "vip", "calendar": "site", "from": "2025-01-01", "demand": {"by": {"anchor": "visitOn", "before": "P7D", "known": "knownOn"`
	moving, staying := scheduleOf(t, by+`, "lateStart": "P1D"}}}`), scheduleOf(t, by+`}}}`)
	e := schedule.Evidence{
		Fields:  []schedule.Field{on("visitOn", "2025-09-18"), on("knownOn", "2025-09-12")},
		Records: done(t, "vip", "a 2025-09-13 10:00"),
	}
	r := judged(t, moving, e, "2025-09-01", "2025-10-01", "2025-10-01")
	require.Equal(t, []string{"vip/visitOn onTime a lateStart"}, lines(r))
	require.True(t, clockAt(t, "2025-09-14").Equal(r.Rows[0].Due), "through 13 September")
	require.True(t, clockAt(t, "2025-09-12").Equal(r.Rows[0].OriginalDue), "through 11 September")
	require.Equal(t, schedule.LateKnown, r.Rows[0].Reason)
	require.Equal(t, 1, r.Counts.LateStart)
	r = judged(t, staying, e, "2025-09-01", "2025-10-01", "2025-10-01")
	require.Equal(t, []string{"vip/visitOn late a lateStart"}, lines(r))

	for i, want := range []bool{true, true, true, true, false, false, false} { // Monday to Sunday
		e.Fields[0].On = civil.MustParse("2025-09-15").AddDays(i)
		require.Equal(t, 3+i, e.Fields[0].On.DaysSince(e.Fields[1].On))
		require.Equal(t, want, judged(t, moving, e, "2025-09-01", "2025-10-01", "2025-10-01").Rows[0].LateStart, i)
	}
}

// TestJudgeKnownMissing: without the day on which a visit of the 18th became known, T−7 can only be later than the 11th: what was
// done by then is on time, what is not due yet is pending, and the rest is not known. Where it would not move, the day
// means nothing.
func TestJudgeKnownMissing(t *testing.T) {
	const by = `{"code": "vip", "calendar": "site", "from": "2025-01-01", "demand": {"by": {"anchor": "visitOn", "before": "P7D", "known": "knownOn"`
	moving, staying := scheduleOf(t, by+`, "lateStart": "P1D"}}}`), scheduleOf(t, by+`}}}`)
	for _, tt := range []struct{ done, asOf, moving, staying string }{
		{"2025-09-11 23:59", "2025-10-01", "vip/visitOn onTime a", "vip/visitOn onTime a"},
		{"2025-09-12 00:00", "2025-10-01", "vip/visitOn unknown a fieldMissing:knownOn", "vip/visitOn late a"},
		{"2025-10-02 00:00", "2025-09-11 12:00", "vip/visitOn pending", "vip/visitOn pending"},
		{"2025-10-02 00:00", "2025-09-12 00:00", "vip/visitOn unknown fieldMissing:knownOn", "vip/visitOn missed"},
	} {
		e := schedule.Evidence{Fields: []schedule.Field{on("visitOn", "2025-09-18")}, Records: done(t, "vip", "a "+tt.done)}
		require.Equal(t, []string{tt.moving}, lines(judged(t, moving, e, "2025-09-01", "2025-10-01", tt.asOf)), tt)
		require.Equal(t, []string{tt.staying}, lines(judged(t, staying, e, "2025-09-01", "2025-10-01", tt.asOf)), tt)
	}
	e := schedule.Evidence{Fields: []schedule.Field{on("visitOn", "2025-09-18")}}
	r := judged(t, moving, e, "2025-10-01", "2025-11-01", "2025-11-01")
	require.Equal(t, []string{"vip/visitOn unknown fieldMissing:knownOn carried"}, lines(r), "it does not get lost")
}

// TestOnDay: W-31: cleaned again on T−1 is not what was cleaned three days before, for a duty and for a task of a plan.
func TestOnDay(t *testing.T) {
	s := scheduleOf(t, `{"code": "clean", "calendar": "site", "from": "2025-01-01", "demand": {"by": {"anchor": "on", "before": "P1D", "onDay": true}}}`)
	plan, err := schedule.CompilePlan(schedule.Plan{
		Code: "visit", Calendar: "site", Anchor: "on", Tasks: []schedule.PlanTask{{Code: "clean", Before: civil.MustParseSpan("P1D"), OnDay: true}},
	}, judgeCalendars(t))
	require.NoError(t, err)
	for _, tt := range []struct{ at, want string }{
		{"2025-09-15 10:00", "missed"},
		{"2025-09-16 23:59", "missed"},
		{"2025-09-17 00:00", "onTime"},
		{"2025-09-17 23:59", "onTime"},
		{"2025-09-18 00:00", "late"},
	} {
		e := schedule.Evidence{Fields: []schedule.Field{on("on", "2025-09-18")}, Records: done(t, "clean", "a "+tt.at)}
		require.Equal(t, tt.want, judged(t, s, e, "2025-09-01", "2025-10-01", "2025-10-01").Rows[0].State.String(), tt.at)
		r, err := plan.Tasks(&e, "", clockAt(t, "2025-10-01"))
		require.NoError(t, err)
		require.Equal(t, tt.want, r.Rows[0].State.String(), tt.at)
	}
	d := s.Duty()
	d.Early = civil.MustParseSpan("P1D")
	_, err = schedule.Compile(d, judgeCalendars(t))
	require.ErrorIs(t, err, schedule.ErrOnDay)
	p := plan.Plan()
	p.Tasks[0].Early = d.Early
	_, err = schedule.CompilePlan(p, judgeCalendars(t))
	require.ErrorIs(t, err, schedule.ErrOnDay)
}

// TestJudgeByCarried: what was due by a day and is not done stays in every later report until it is.
func TestJudgeByCarried(t *testing.T) {
	s := scheduleOf(t, `{"code": "prep", "calendar": "site", "from": "2025-01-01", "demand": {"by": {"anchor": "on"}}}`)
	e := schedule.Evidence{Fields: []schedule.Field{on("on", "2025-02-10")}}
	require.Equal(t, []string{"prep/on missed carried"}, lines(judged(t, s, e, "2025-03-01", "2025-04-01", "2025-06-01")))
	e.Records = done(t, "prep", "a 2025-03-05 09:00")
	require.Equal(t, []string{"prep/on late a carried"}, lines(judged(t, s, e, "2025-03-01", "2025-04-01", "2025-06-01")))
	require.Empty(t, lines(judged(t, s, e, "2025-04-01", "2025-05-01", "2025-06-01")))
	require.Empty(t, lines(judged(t, s, e, "2025-01-01", "2025-02-01", "2025-06-01")))
}

// TestJudgeExcuses: what lies wholly in an excuse is excused, what does so in part is owed, and a record serves nothing that
// is excused.
func TestJudgeExcuses(t *testing.T) {
	daily := scheduleOf(t, `{"code": "mop", "calendar": "site", "from": "2025-01-01", "demand": {"rule": {"every": "day"}}}`)
	quota := scheduleOf(t, `{"code": "mop", "calendar": "site", "from": "2025-01-01", "demand": {"quota": {"atLeast": "1", "in": "day"}}}`)
	closed := func(pairs ...string) (out []schedule.Excuse) {
		for i := 0; i < len(pairs); i += 2 {
			out = append(out, schedule.Excuse{Start: clockAt(t, pairs[i]), End: clockAt(t, pairs[i+1]), Reason: "closed"})
		}
		return out
	}
	tests := []struct {
		name    string
		excuses []schedule.Excuse
		want    string
	}{
		{"the whole day", closed("2025-03-03", "2025-03-04"), "excused"},
		{"all but a minute", closed("2025-03-03 00:01", "2025-03-04"), "missed"},
		{"two that touch", closed("2025-03-03 12:00", "2025-03-05", "2025-03-01", "2025-03-03 12:00"), "excused"},
		{"two that leave a minute", closed("2025-03-03 12:01", "2025-03-05", "2025-03-01", "2025-03-03 12:00"), "missed"},
	}
	for _, tt := range tests {
		for _, s := range []*schedule.Schedule{daily, quota} {
			e := schedule.Evidence{Excuses: tt.excuses}
			require.Equal(t, []string{"mop/2025-03-03 " + tt.want}, lines(judged(t, s, e, "2025-03-03", "2025-03-04", "2025-03-09")), tt.name)
		}
	}
	for _, s := range []*schedule.Schedule{daily, quota} {
		e := schedule.Evidence{Excuses: tests[0].excuses, Records: done(t, "mop", "a 2025-03-03 08:00")}
		require.Equal(t, []string{"mop/2025-03-03 excused", "-a"}, lines(judged(t, s, e, "2025-03-03", "2025-03-04", "2025-03-09")))
	}
}

// TestJudgeGapExcused: out of service from the 5th to the 30th: the lift is due when it comes back, not on the 16th.
func TestJudgeGapExcused(t *testing.T) {
	s := scheduleOf(t, `{"code": "lift", "calendar": "site", "from": "2025-01-01", "demand": {"gap": {"max": "P15D"}}}`)
	e := schedule.Evidence{Excuses: []schedule.Excuse{{Start: clockAt(t, "2025-01-05"), End: clockAt(t, "2025-01-30 08:00"), Reason: "overhaul"}}}
	for _, tt := range []struct{ asOf, want string }{
		{"2025-01-16 12:00", "pending"}, {"2025-01-17", "excused"}, {"2025-01-30 23:59", "excused"}, {"2025-01-31", "missed"},
	} {
		r := judged(t, s, e, "2025-01-01", "2025-03-01", tt.asOf)
		require.Equal(t, []string{"lift/from/2025-01-01 " + tt.want}, lines(r), tt.asOf)
		require.True(t, clockAt(t, "2025-01-31").Equal(r.Rows[0].Due), "through the 30th")
		require.True(t, clockAt(t, "2025-01-17").Equal(r.Rows[0].OriginalDue), "through the 16th")
	}
	e.Records = done(t, "lift", "a 2025-01-30 14:00")
	require.Equal(t, []string{"lift/from/2025-01-01 onTime a", "lift/after/a pending"}, lines(judged(t, s, e, "2025-01-01", "2025-03-01", "2025-02-01")))
}

// TestJudgeGapSeason: in the heating season every 15 days, anew from its first day; nothing is owed after it.
func TestJudgeGapSeason(t *testing.T) {
	s := scheduleOf(t, `{"code": "net", "calendar": "site", "from": "2024-01-01", "season": "11-15/03-15", "demand": {"gap": {"max": "P15D"}}}`)
	e := schedule.Evidence{Records: done(t, "net", "a 2025-03-10 09:00", "b 2025-08-01 09:00", "c 2025-11-20 09:00")}
	require.Equal(t, []string{
		"net/from/2025-11-15 onTime c", "net/after/c missed", "-b",
	}, lines(judged(t, s, e, "2025-03-11", "2026-01-01", "2026-02-01")))
}
