package schedule_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/schedule"
)

func planRecord(id, kind, at string) schedule.Record {
	return schedule.Record{ID: id, Kind: kind, At: planAt(at)}
}

// cleaningPlan has two tasks that the same kind of record fulfils, the second after the first.
func cleaningPlan() schedule.Plan {
	return schedule.Plan{Code: "clean", Calendar: "estate", Anchor: "visitOn", Known: "knownAt", Tasks: []schedule.PlanTask{
		{Code: "full", Before: planSpan("P7D"), Acts: []string{"cleaning"}},
		{Code: "again", Before: planSpan("P1D"), Acts: []string{"cleaning", "wiping"}, DependsOn: []string{"full"}, Early: planSpan("P2D")},
	}}
}

func TestPlanStates(t *testing.T) {
	tests := []struct {
		name    string
		asOf    string
		records []schedule.Record
		excuses []schedule.Excuse
		full    schedule.State
		again   schedule.State
		extra   []string
	}{
		{name: "nothing yet", asOf: "2025-09-11 23:59", full: schedule.Pending, again: schedule.Pending},
		{name: "the due day is over", asOf: "2025-09-12", full: schedule.Missed, again: schedule.Pending},
		{
			name: "each by one record", asOf: "2025-09-20", full: schedule.OnTime, again: schedule.OnTime,
			records: []schedule.Record{planRecord("2", "cleaning", "2025-09-17 23:59"), planRecord("1", "cleaning", "2025-09-10 08:00")},
		},
		{
			name: "one record serves the nearest only", asOf: "2025-09-20", full: schedule.Missed, again: schedule.OnTime,
			records: []schedule.Record{planRecord("1", "cleaning", "2025-09-17 08:00")},
		},
		{
			name: "late", asOf: "2025-09-20", full: schedule.Late, again: schedule.Late,
			records: []schedule.Record{planRecord("1", "cleaning", "2025-09-12 00:00"), planRecord("2", "wiping", "2025-09-18 00:00")},
		},
		{
			name: "too early for the second, which counts two days before", asOf: "2025-09-20", full: schedule.OnTime, again: schedule.Missed,
			records: []schedule.Record{planRecord("1", "cleaning", "2025-09-11 10:00"), planRecord("2", "wiping", "2025-09-14 23:59")},
			extra:   []string{"2"},
		},
		{
			name: "two days before is in time", asOf: "2025-09-20", full: schedule.OnTime, again: schedule.OnTime,
			records: []schedule.Record{planRecord("1", "cleaning", "2025-09-11 10:00"), planRecord("2", "wiping", "2025-09-15 00:00")},
		},
		{
			name: "voluntary and later records are not looked at", asOf: "2025-09-16", full: schedule.Missed, again: schedule.Pending,
			records: []schedule.Record{
				{ID: "1", Kind: "cleaning", At: planAt("2025-09-11"), Voluntary: true}, planRecord("2", "cleaning", "2025-09-16 00:01"),
			},
		},
		{
			name: "excused where the due day lies in an excuse", asOf: "2025-09-20", full: schedule.Excused, again: schedule.Missed,
			excuses: []schedule.Excuse{
				{Start: planAt("2025-09-11"), End: planAt("2025-09-12"), Reason: "typhoon"},
				{Start: planAt("2025-09-17"), End: planAt("2025-09-17 23:59"), Reason: "power cut"},
			},
		},
		{
			name: "extra", asOf: "2025-09-20", full: schedule.OnTime, again: schedule.OnTime,
			records: []schedule.Record{
				planRecord("1", "cleaning", "2025-09-11 10:00"), planRecord("2", "cleaning", "2025-09-17 10:00"),
				planRecord("4", "wiping", "2025-09-17 12:00"), planRecord("3", "cleaning", "2025-09-17 11:00"), planRecord("5", "painting", "2025-09-17 11:00"),
			},
			extra: []string{"3", "4"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := visit("2025-09-18", "2025-09-01")
			e.Records, e.Excuses = tt.records, tt.excuses
			report, err := compilePlan(t, cleaningPlan()).Tasks(&e, "", planAt(tt.asOf))
			require.NoError(t, err)
			require.Len(t, report.Rows, 2)
			require.Equal(t, "full", report.Rows[0].Task)
			require.Equal(t, tt.full.String(), report.Rows[0].State.String())
			require.Equal(t, tt.again.String(), report.Rows[1].State.String())
			require.Equal(t, tt.extra, report.Extra)
		})
	}
}

// TestPlanPrefersInTime: a record an hour late is nearer than one two days early, and must not take its place.
func TestPlanPrefersInTime(t *testing.T) {
	plan := schedule.Plan{Code: "p", Calendar: "estate", Anchor: "at", Tasks: []schedule.PlanTask{{Code: "check"}}}
	e := schedule.Evidence{
		Fields:  []schedule.Field{{Name: "at", At: planAt("2025-09-18 09:00")}},
		Records: []schedule.Record{planRecord("late", "check", "2025-09-18 10:00"), planRecord("early", "check", "2025-09-16 09:00")},
	}
	row := planRows(t, plan, e, "", "2025-09-19")["check"]
	require.Equal(t, "early", row.Record)
	require.Equal(t, schedule.OnTime, row.State)
	e.Records = append(e.Records, planRecord("sharp", "check", "2025-09-18 09:00"))
	row = planRows(t, plan, e, "", "2025-09-19")["check"]
	require.Equal(t, "sharp", row.Record, "on the instant is in time")
	require.Equal(t, schedule.OnTime, row.State)
}

func TestPlanMissingFacts(t *testing.T) {
	plan := vipPlan()
	none := schedule.Evidence{}
	for code, row := range planRows(t, plan, none, "1", "2025-09-30") {
		require.Equal(t, schedule.Unknown, row.State, code)
		require.Equal(t, "visitOn", row.Missing, code)
	}
	// When the visit became known is missing: what is late may have moved, what is in time cannot be otherwise.
	e := visit("2025-09-18", "")
	e.Records = []schedule.Record{planRecord("1", "security", "2025-09-11 12:00"), planRecord("2", "cleaning", "2025-09-12 12:00")}
	rows := planRows(t, plan, e, "1", "2025-09-17 12:00")
	require.Equal(t, schedule.OnTime, rows["security"].State)
	for _, code := range []string{"cleaning", "catering"} {
		require.Equal(t, schedule.Unknown, rows[code].State, code)
		require.Equal(t, schedule.FieldMissing, rows[code].Reason, code)
		require.Equal(t, "knownAt", rows[code].Missing, code)
	}
	require.Equal(t, schedule.Pending, rows["reconfirm"].State)

	// An hour before a day that has no time.
	hours := meetingPlan(minutesBefore("doors", "PT30M"), schedule.PlanTask{Code: "setup"})
	rows = planRows(t, hours, schedule.Evidence{Fields: []schedule.Field{{Name: "startsAt", On: planDay("2025-09-18")}}}, "", "2025-09-30")
	require.Equal(t, schedule.Unknown, rows["doors"].State)
	require.Equal(t, "startsAt", rows["doors"].Missing)
	require.Equal(t, "2025-09-18", planShown(rows["setup"].Due, rows["setup"].Day))

	// The holidays of 2031 are not known yet: the due is a guess, and the row says of which year.
	work := schedule.Plan{Code: "p", Calendar: "estate", Anchor: "on", Tasks: []schedule.PlanTask{{Code: "a", Before: planSpan("5wd")}}}
	row := planRows(t, work, schedule.Evidence{Fields: []schedule.Field{{Name: "on", On: planDay("2031-06-20")}}}, "", "2032-01-01")["a"]
	require.Equal(t, schedule.Unknown, row.State)
	require.Equal(t, schedule.YearUnknown, row.Reason)
	require.Equal(t, "2031", row.Missing)
	require.Equal(t, "2031-06-13", planShown(row.Due, row.Day))

	// Beyond the years that are counted.
	work.Tasks[0].Before = planSpan("P9000Y")
	row = planRows(t, work, schedule.Evidence{Fields: []schedule.Field{{Name: "on", On: planDay("2025-06-20")}}}, "", "2026-01-01")["a"]
	require.Equal(t, schedule.OutOfRange, row.Reason)
	require.True(t, row.Due.IsZero())
}

func TestPlanNeeds(t *testing.T) {
	e := visit("2025-09-18", "2025-09-01")
	e.Records = []schedule.Record{planRecord("2", "wiping", "2025-09-17 10:00")}
	again := planRows(t, cleaningPlan(), e, "", "2025-09-20")["again"]
	require.Equal(t, []string{"full"}, again.Premature)
	require.Empty(t, again.WaitsFor)
	e.Records = append(e.Records, planRecord("1", "cleaning", "2025-09-17 11:00"))
	rows := planRows(t, cleaningPlan(), e, "", "2025-09-20")
	require.Equal(t, "2", rows["again"].Record, "both are as near; the earlier is taken")
	require.Equal(t, "1", rows["full"].Record, "the other is left for it, late")
	require.Equal(t, schedule.Late, rows["full"].State)
}

func TestPlanNeedsInOrder(t *testing.T) {
	e := visit("2025-09-18", "2025-09-01")
	plan := cleaningPlan()
	plan.Tasks[0].Acts = nil
	plan.Tasks[1].Acts = nil
	e.Records = []schedule.Record{planRecord("1", "full", "2025-09-17 11:00"), planRecord("2", "again", "2025-09-17 10:59")}
	require.Equal(t, []string{"full"}, planRows(t, plan, e, "", "2025-09-20")["again"].Premature)
	e.Records[1].At = planAt("2025-09-17 11:00")
	require.Empty(t, planRows(t, plan, e, "", "2025-09-20")["again"].Premature, "at the same instant is in order")
	e.Records = nil
	require.Equal(t, []string{"full"}, planRows(t, plan, e, "", "2025-09-01")["again"].WaitsFor)
}

// TestPlanWhy: every derivation replays, and says what the row says.
func TestPlanWhy(t *testing.T) {
	e := visit("2025-09-18", "2025-09-12 15:00")
	e.Records = []schedule.Record{planRecord("1", "security", "2025-09-13 23:59"), planRecord("2", "cleaning", "2025-09-14 00:00")}
	plan := vipPlan()
	plan.Tasks[4].LateStart = planSpan("PT36H")
	want := map[string]string{
		"security": "true", "cleaning": "false", "engineering": "false", "conference": "false",
		"catering": "false", "reconfirm": "true", "engineering-again": "true", "cleaning-again": "true",
	}
	got := map[string]string{}
	for code := range want {
		step, ok := compilePlan(t, plan).Why(code, &e, "1", planAt("2025-09-15"))
		require.True(t, ok, code)
		require.NoError(t, step.Check(), code)
		got[code] = step.Value.Text
	}
	require.Empty(t, cmp.Diff(want, got))
	catering, _ := compilePlan(t, plan).Why("catering", &e, "1", planAt("2025-09-15"))
	require.Equal(t, explain.OpShift, catering.Inputs[1].Op)
	require.Equal(t, "2025-09-14T03:00:00+08:00", catering.Inputs[1].Value.Text)

	meeting := meetingPlan(minutesBefore("doors", "PT30M"), schedule.PlanTask{Code: "open", Open: "opening"})
	at := schedule.Evidence{Fields: []schedule.Field{{Name: "startsAt", At: planAt("2025-09-18 14:00")}}}
	step, ok := compilePlan(t, meeting).Why("doors", &at, "", planAt("2025-09-18 13:30"))
	require.True(t, ok)
	require.NoError(t, step.Check())
	require.Equal(t, "2025-09-18T13:30:00+08:00", step.Inputs[1].Value.Text)
	require.Equal(t, "true", step.Value.Text)
	step, ok = compilePlan(t, meeting).Why("open", &at, "", planAt("2025-09-18 13:30"))
	require.True(t, ok)
	require.Equal(t, "unknown", step.Value.Text)
	_, ok = compilePlan(t, meeting).Why("windows", &at, "", planAt("2025-09-18 13:30"))
	require.False(t, ok)
}
