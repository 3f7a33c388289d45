package schedule_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

// vipPlan is how guests are prepared for: the lead time hangs on the level and on the area.
func vipPlan() schedule.Plan {
	task := func(code string, before string, levels ...string) schedule.PlanTask {
		t := schedule.PlanTask{Code: code, Levels: levels, Group: code}
		if before != "" {
			t.Before = planSpan(before)
		}
		return t
	}
	again := task("cleaning-again", "P1D", "1")
	again.DependsOn, again.Group = []string{"cleaning"}, "cleaning"
	recheck := task("engineering-again", "P1D", "1")
	recheck.DependsOn, recheck.Group = []string{"engineering"}, "engineering"
	return schedule.Plan{
		Code: "vip", Calendar: "estate", Anchor: "visitOn", Known: "knownAt", LateStart: planSpan("P1D"), Levels: []string{"1", "2", "3"},
		Tasks: []schedule.PlanTask{
			task("security", "P7D", "1"), task("engineering", "P7D", "1"), task("cleaning", "P7D", "1"),
			task("conference", "P7D", "1"), task("catering", "P7D", "1"),
			again, recheck, task("reconfirm", "P1D", "1", "2"),
			task("security", "P2D", "2"), task("engineering", "P2D", "2"), task("cleaning", "P1D", "2"),
			task("conference", "P1D", "2"), task("catering", "P1D", "2"),
			task("security", "", "3"),
		},
	}
}

func visit(day, known string) schedule.Evidence {
	e := schedule.Evidence{Subject: "V-1", Fields: []schedule.Field{{Name: "visitOn", On: planDay(day)}}}
	if known != "" {
		e.Fields = append(e.Fields, schedule.Field{Name: "knownAt", At: planAt(known)})
	}
	return e
}

// TestPlanW31: level 1, Thursday 2025-09-18; heard of on the Friday before, T−7 has passed by a day and is reported so.
func TestPlanW31(t *testing.T) {
	rows := planRows(t, vipPlan(), visit("2025-09-18", "2025-09-01 10:00"), "1", "2025-09-01 12:00")
	require.Len(t, rows, 8)
	for _, code := range []string{"security", "engineering", "cleaning", "conference", "catering"} {
		require.Equal(t, "2025-09-11", planShown(rows[code].Due, rows[code].Day), code)
		require.False(t, rows[code].LateStart, code)
	}
	for _, code := range []string{"engineering-again", "cleaning-again", "reconfirm"} {
		require.Equal(t, "2025-09-17", planShown(rows[code].Due, rows[code].Day), code)
	}
	late := planRows(t, vipPlan(), visit("2025-09-18", "2025-09-12 15:00"), "1", "2025-09-12 15:00")
	for _, code := range []string{"security", "engineering", "cleaning", "conference", "catering"} {
		row := late[code]
		require.True(t, row.LateStart, code)
		require.Equal(t, "2025-09-11", planShown(row.Original, row.Day), code)
		require.Equal(t, "2025-09-13", planShown(row.Due, row.Day), code)
		require.Equal(t, schedule.Pending, row.State, code)
		require.Equal(t, schedule.LateKnown, row.Reason, code)
		require.False(t, row.PastAnchor, code)
	}
	require.False(t, late["reconfirm"].LateStart)
	require.Equal(t, "2025-09-17", planShown(late["reconfirm"].Due, true))

	none := vipPlan()
	none.LateStart = civil.Span{}
	missed := planRows(t, none, visit("2025-09-18", "2025-09-12 15:00"), "1", "2025-09-12 15:00")["security"]
	require.Equal(t, schedule.Missed, missed.State, "without a late start it stays missed")
	require.Equal(t, schedule.LateKnown, missed.Reason)
	require.True(t, missed.Original.IsZero())
	require.Equal(t, "2025-09-11", planShown(missed.Due, missed.Day))
}

// TestPlanW32: the same day at level 2.
func TestPlanW32(t *testing.T) {
	rows := planRows(t, vipPlan(), visit("2025-09-18", "2025-09-12 15:00"), "2", "2025-09-12 15:00")
	for code, want := range map[string]string{
		"security": "2025-09-16", "engineering": "2025-09-16",
		"cleaning": "2025-09-17", "conference": "2025-09-17", "catering": "2025-09-17", "reconfirm": "2025-09-17",
	} {
		require.Equal(t, want, planShown(rows[code].Due, rows[code].Day), code)
		require.Equal(t, schedule.Pending, rows[code].State, code)
	}
	require.Len(t, rows, 6)
}

// TestPlanW33, X-22: the Friday enquiry leaves 3 to 9 days; T−7 can be kept for visits on Friday, Saturday and Sunday only.
func TestPlanW33(t *testing.T) {
	friday := planDay("2025-09-12")
	for lead := 3; lead <= 9; lead++ {
		day := friday.AddDays(lead)
		row := planRows(t, vipPlan(), visit(day.String(), "2025-09-12 09:00"), "1", "2025-09-12 09:00")["security"]
		require.Equal(t, lead < 7, row.LateStart, day)
		require.Equal(t, schedule.Pending, row.State, day)
		if lead < 7 {
			require.Equal(t, day.AddDays(-7).String(), planShown(row.Original, row.Day), day)
			require.Equal(t, "2025-09-13", planShown(row.Due, row.Day), day)
			require.False(t, row.PastAnchor, day)
		}
	}
	// Heard of on the eve, a day's late start is due on the day of the visit; a day later it comes too late for it.
	onDay := planRows(t, vipPlan(), visit("2025-09-18", "2025-09-17 09:00"), "1", "2025-09-17 09:00")["security"]
	require.Equal(t, "2025-09-18", planShown(onDay.Due, onDay.Day))
	require.False(t, onDay.PastAnchor)
	after := planRows(t, vipPlan(), visit("2025-09-18", "2025-09-18 09:00"), "1", "2025-09-18 09:00")["security"]
	require.Equal(t, "2025-09-19", planShown(after.Due, after.Day))
	require.True(t, after.PastAnchor)
}

// TestPlanW28: the countdown to an exam on Saturday 2025-06-07.
func TestPlanW28(t *testing.T) {
	plan := schedule.Plan{Code: "exam", Calendar: "estate", Anchor: "examOn"}
	want := map[string]struct {
		due     string
		weekday time.Weekday
	}{
		"P1M": {"2025-05-07", time.Wednesday}, "P30D": {"2025-05-08", time.Thursday}, "P10D": {"2025-05-28", time.Wednesday},
		"P7D": {"2025-05-31", time.Saturday}, "P5D": {"2025-06-02", time.Monday}, "P3D": {"2025-06-04", time.Wednesday},
		"P2D": {"2025-06-05", time.Thursday}, "P1D": {"2025-06-06", time.Friday},
	}
	for span := range want {
		plan.Tasks = append(plan.Tasks, schedule.PlanTask{Code: span, Before: planSpan(span)})
	}
	e := schedule.Evidence{Fields: []schedule.Field{{Name: "examOn", On: planDay("2025-06-07")}}}
	rows := planRows(t, plan, e, "", "2025-05-01")
	for span, w := range want {
		require.Equal(t, w.due, planShown(rows[span].Due, rows[span].Day), span)
		require.Equal(t, w.weekday, rows[span].Due.AddDate(0, 0, -1).Weekday(), span)
	}
}

// TestPlanExamWorks: from a month before the exam to five days before it are 26 days, both counted (EVENT-32).
func TestPlanExamWorks(t *testing.T) {
	plan := schedule.Plan{Code: "exam", Calendar: "estate", Anchor: "examOn", Tasks: []schedule.PlanTask{
		{Code: "repairs", Before: planSpan("P5D"), Duration: planSpan("P26D"), Materials: []schedule.Material{{Item: "lamp", Quantity: "20"}}},
		{Code: "signs", Before: planSpan("3wd"), Duration: planSpan("2wd"), People: 3, Post: "gate"},
		{Code: "tent", Before: planSpan("P1D"), Duration: planSpan("PT6H")},
	}}
	e := schedule.Evidence{Fields: []schedule.Field{{Name: "examOn", On: planDay("2025-06-07")}}}
	rows := planRows(t, plan, e, "", "2025-05-01")
	require.Equal(t, "2025-05-08 00:00", planShown(rows["repairs"].Begin, false))
	// 2025-06-02 is the holiday of the dragon boats: the working days before the exam are June 6, 5, 4.
	require.Equal(t, "2025-06-04", planShown(rows["signs"].Due, rows["signs"].Day))
	require.Equal(t, "2025-06-03 00:00", planShown(rows["signs"].Begin, false))
	require.Equal(t, "2025-06-06 18:00", planShown(rows["tent"].Begin, false))
	signs, ok := compilePlan(t, plan).Task("signs", "")
	require.True(t, ok)
	require.Equal(t, 3, signs.People)
	require.Equal(t, "gate", rows["signs"].Post)
}

func meetingPlan(tasks ...schedule.PlanTask) schedule.Plan {
	return schedule.Plan{Code: "meeting", Calendar: "estate", Anchor: "startsAt", Tasks: tasks}
}

func minutesBefore(code, span string) schedule.PlanTask {
	return schedule.PlanTask{Code: code, Before: planSpan(span)}
}

// TestPlanW34: a small meeting at 09:00.
func TestPlanW34(t *testing.T) {
	plan := meetingPlan(minutesBefore("doors", "PT30M"), minutesBefore("staff", "PT20M"), minutesBefore("reconfirm", "PT10M"))
	e := schedule.Evidence{Fields: []schedule.Field{{Name: "startsAt", At: planAt("2025-09-18 09:00")}}}
	rows := planRows(t, plan, e, "", "2025-09-18 08:00")
	require.Equal(t, "2025-09-18 08:30", planShown(rows["doors"].Due, rows["doors"].Day))
	require.Equal(t, "2025-09-18 08:40", planShown(rows["staff"].Due, rows["staff"].Day))
	require.Equal(t, "2025-09-18 08:50", planShown(rows["reconfirm"].Due, rows["reconfirm"].Day))
}

// TestPlanW35, X-29: a large meeting at 14:00; when its doors open the source leaves open.
func TestPlanW35(t *testing.T) {
	plan := meetingPlan(
		minutesBefore("equipment", "PT30M"), minutesBefore("staff", "PT20M"), minutesBefore("reconfirm", "PT20M"),
		schedule.PlanTask{Code: "doors", Open: "largeRoomOpening"},
	)
	e := schedule.Evidence{
		Fields:  []schedule.Field{{Name: "startsAt", At: planAt("2025-09-18 14:00")}},
		Records: []schedule.Record{{ID: "1", Kind: "doors", At: planAt("2025-09-18 13:00")}},
	}
	rows := planRows(t, plan, e, "", "2025-09-18 14:00")
	require.Equal(t, "2025-09-18 13:30", planShown(rows["equipment"].Due, rows["equipment"].Day))
	require.Equal(t, "2025-09-18 13:40", planShown(rows["staff"].Due, rows["staff"].Day))
	require.Equal(t, "2025-09-18 13:40", planShown(rows["reconfirm"].Due, rows["reconfirm"].Day))
	require.Equal(t, schedule.Unknown, rows["doors"].State)
	require.Equal(t, schedule.IntervalUnset, rows["doors"].Reason)
	require.Equal(t, "largeRoomOpening", rows["doors"].Missing)
	require.True(t, rows["doors"].Due.IsZero())

	plan.Tasks[3] = minutesBefore("doors", "PT45M")
	doors := planRows(t, plan, e, "", "2025-09-18 14:00")["doors"]
	require.Equal(t, "2025-09-18 13:15", planShown(doors.Due, doors.Day))
	require.Equal(t, schedule.OnTime, doors.State)
}

// TestPlanX43: the campaign's summary of 25 March cannot come before check-ups that run to 31 March.
func TestPlanX43(t *testing.T) {
	plan := schedule.Plan{
		Code: "health", Calendar: "estate", Anchor: "campaignOn", // 1 March
		Tasks: []schedule.PlanTask{
			{Code: "checkups", After: planSpan("P30D")},
			{Code: "summary", After: planSpan("P24D"), DependsOn: []string{"checkups"}},
		},
	}
	_, err := schedule.CompilePlan(plan, planCalendars(t))
	require.ErrorIs(t, err, schedule.ErrPlanOrder)
	require.ErrorContains(t, err, `tasks[1].dependsOn: "summary", due T+P24D, is due before "checkups", which it depends on and which is due T+P30D`)

	// A month is 28 to 31 days: which comes first hangs on T, so that the row says it and not the compiler.
	plan.Tasks[0].After, plan.Tasks[1].After = planSpan("P1M"), planSpan("P30D")
	for day, early := range map[string][]string{"2025-03-01": {"checkups"}, "2025-04-01": nil, "2025-02-01": nil} {
		e := schedule.Evidence{Fields: []schedule.Field{{Name: "campaignOn", On: planDay(day)}}}
		require.Equal(t, early, planRows(t, plan, e, "", "2025-01-01")["summary"].DueBefore, day)
	}
}

// TestPlanChain: a follow-up is due three days after the first task was done, whenever that was.
func TestPlanChain(t *testing.T) {
	plan := schedule.Plan{Code: "repair", Calendar: "estate", Anchor: "foundOn", Tasks: []schedule.PlanTask{
		{Code: "fix", After: planSpan("P7D")},
		{Code: "visit", Of: "fix", After: planSpan("P3D")},
		{Code: "file", Of: "visit", After: planSpan("PT4H"), DependsOn: []string{"fix"}},
	}}
	e := schedule.Evidence{Fields: []schedule.Field{{Name: "foundOn", On: planDay("2025-03-03")}}}
	rows := planRows(t, plan, e, "", "2025-03-20")
	require.Equal(t, schedule.Missed, rows["fix"].State)
	require.Equal(t, schedule.Pending, rows["visit"].State, "it waits, and is not missed itself")
	require.Equal(t, "2025-03-13", planShown(rows["visit"].Due, rows["visit"].Day))
	require.True(t, rows["visit"].Forecast)
	require.Equal(t, []string{"fix"}, rows["visit"].WaitsFor)
	require.Equal(t, []string{"visit", "fix"}, rows["file"].WaitsFor)
	require.Equal(t, "2025-03-14 04:00", planShown(rows["file"].Due, rows["file"].Day))

	e.Records = []schedule.Record{
		{ID: "b", Kind: "visit", At: planAt("2025-03-18 23:59")},
		{ID: "a", Kind: "fix", At: planAt("2025-03-15 16:00")},
		{ID: "c", Kind: "file", At: planAt("2025-03-19 03:59:01")},
	}
	rows = planRows(t, plan, e, "", "2025-03-20")
	require.Equal(t, schedule.Late, rows["fix"].State)
	require.Equal(t, "403200", rows["fix"].LateBy.Text, "from the end of March 10 to March 15, 16:00 are 4 days and 16 hours")
	require.Equal(t, "2025-03-18", planShown(rows["visit"].Due, rows["visit"].Day))
	require.False(t, rows["visit"].Forecast)
	require.Equal(t, schedule.OnTime, rows["visit"].State)
	require.Equal(t, schedule.Late, rows["file"].State)
	require.Equal(t, "1", rows["file"].LateBy.Text)
}

// TestPlanLevelRefused: a level that the plan does not have is an error, not an empty list.
func TestPlanLevelRefused(t *testing.T) {
	e := visit("2025-09-18", "")
	for _, level := range []string{"", "4"} {
		_, err := compilePlan(t, vipPlan()).Tasks(&e, level, planAt("2025-09-01"))
		require.ErrorIs(t, err, schedule.ErrPlanLevel)
	}
	_, err := compilePlan(t, meetingPlan(minutesBefore("doors", "PT30M"))).Tasks(&e, "1", planAt("2025-09-01"))
	require.ErrorIs(t, err, schedule.ErrPlanLevel)
	var one *invalid.FieldError
	require.ErrorAs(t, err, &one)
}

// TestPlanR5: R-5: a countdown in working days over the holidays around National Day 2026, with a step that waits for another, and
// a late start that says what had been due. The working days before 8 October are 30, 29, 28, 24 and 23 September.
func TestPlanR5(t *testing.T) {
	plan := schedule.Plan{Code: "opening", Calendar: "estate", Anchor: "opensOn", Known: "toldAt", LateStart: planSpan("P1D"), Tasks: []schedule.PlanTask{
		{Code: "check", Before: planSpan("5wd")},
		{Code: "drill", Before: planSpan("2wd"), DependsOn: []string{"check"}},
	}}
	e := schedule.Evidence{Fields: []schedule.Field{
		{Name: "opensOn", On: planDay("2026-10-08")}, {Name: "toldAt", At: planAt("2026-09-01 09:00")},
	}}
	rows := planRows(t, plan, e, "", "2026-09-20")
	require.Equal(t, "2026-09-23", planShown(rows["check"].Due, rows["check"].Day))
	require.Equal(t, "2026-09-29", planShown(rows["drill"].Due, rows["drill"].Day))
	require.Equal(t, []string{"check"}, rows["drill"].WaitsFor)
	require.False(t, rows["check"].LateStart)

	e.Fields[1].At = planAt("2026-09-27 09:00")
	rows = planRows(t, plan, e, "", "2026-09-28")
	require.True(t, rows["check"].LateStart)
	require.Equal(t, "2026-09-23", planShown(rows["check"].Original, true))
	require.Equal(t, "2026-09-28", planShown(rows["check"].Due, rows["check"].Day))
	require.False(t, rows["drill"].LateStart)
}
