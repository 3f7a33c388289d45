package schedule_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// TestPlanRefusesEvidence: evidence that is wrong by itself is refused, as in judging a duty.
func TestPlanRefusesEvidence(t *testing.T) {
	plan, err := schedule.CompilePlan(schedule.Plan{
		Code: "visit", Calendar: "site", Anchor: "on",
		Tasks: []schedule.PlanTask{{Code: "first", Acts: []string{"clean"}, Before: civil.MustParseSpan("P7D")}, {Code: "again", Acts: []string{"clean"}}},
	}, judgeCalendars(t))
	require.NoError(t, err)
	e := schedule.Evidence{Fields: []schedule.Field{on("on", "2025-09-18")}, Records: done(t, "clean", "a 2025-09-10 10:00", "a 2025-09-18 10:00")}
	_, err = plan.Tasks(&e, "", clockAt(t, "2025-10-01"))
	require.ErrorIs(t, err, schedule.ErrTwice, "a record that was sent twice must not serve twice")
	_, err = plan.Tasks(&schedule.Evidence{}, "", time.Time{})
	require.Error(t, err)
}

// TestPlanMidnight: the end of a day is not on the day, and comes before an instant at that midnight.
func TestPlanMidnight(t *testing.T) {
	plan := meetingPlan(
		schedule.PlanTask{Code: "eve", Before: planSpan("P1D"), Rest: worktime.RestHolidays, DependsOn: []string{"start"}},
		schedule.PlanTask{Code: "start"},
	)
	e := schedule.Evidence{
		Fields:  []schedule.Field{{Name: "startsAt", At: planAt("2025-09-18 00:00")}},
		Records: []schedule.Record{planRecord("1", "eve", "2025-09-18 00:00"), planRecord("2", "eve", "2025-09-10 00:00")},
	}
	eve := planRows(t, plan, e, "", "2025-09-20")["eve"]
	require.Equal(t, []string{"start"}, eve.DueBefore)
	require.Equal(t, "2", eve.Record, "midnight is late, so that the far one is taken")
	require.Equal(t, schedule.OnTime, eve.State)
}

// TestPlanEarlyBeforeMove: what was done in time for the first due counts for the moved one.
func TestPlanEarlyBeforeMove(t *testing.T) {
	plan := vipPlan()
	plan.Tasks[0].Early = planSpan("P2D")
	for at, want := range map[string]schedule.State{"2025-09-09 00:00": schedule.OnTime, "2025-09-08 23:59": schedule.Missed} {
		e := visit("2025-09-18", "2025-09-12 15:00")
		e.Records = []schedule.Record{planRecord("1", "security", at)}
		row := planRows(t, plan, e, "1", "2025-09-20")["security"]
		require.True(t, row.LateStart)
		require.Equal(t, want.String(), row.State.String(), at)
	}
}

// TestPlanExcusedLate: nothing was owed, so that doing it late is not late.
func TestPlanExcusedLate(t *testing.T) {
	e := visit("2025-09-18", "2025-09-01")
	e.Excuses = []schedule.Excuse{{Start: planAt("2025-09-11"), End: planAt("2025-09-12"), Reason: "typhoon"}}
	e.Records = []schedule.Record{planRecord("1", "cleaning", "2025-09-12 08:00")}
	row := planRows(t, cleaningPlan(), e, "", "2025-09-20")["full"]
	require.Equal(t, schedule.Excused, row.State)
	require.Equal(t, "1", row.Record)
}

// TestPlanAfterAnchor: a task that comes after T anyway is not too late for it.
func TestPlanAfterAnchor(t *testing.T) {
	plan := vipPlan()
	plan.Tasks[0].Before, plan.Tasks[0].After = civil.Span{}, planSpan("P1D")
	row := planRows(t, plan, visit("2025-09-18", "2025-09-25 10:00"), "1", "2025-09-25 10:00")["security"]
	require.True(t, row.LateStart)
	require.Equal(t, "2025-09-26", planShown(row.Due, row.Day))
	require.False(t, row.PastAnchor)
}

// TestPlanChainOfLevel: the completion need be there only for the levels that the task is for.
func TestPlanChainOfLevel(t *testing.T) {
	plan := meetingPlan(
		schedule.PlanTask{Code: "a", Levels: []string{"1"}},
		schedule.PlanTask{Code: "b", Levels: []string{"1"}, Of: "a", After: planSpan("P1D")},
		schedule.PlanTask{Code: "c"},
	)
	plan.Levels = []string{"1", "2"}
	_, err := schedule.CompilePlan(plan, planCalendars(t))
	require.NoError(t, err)
}

// TestCoverOverShifts: who stays from one shift of a day to the next is there in one stretch.
func TestCoverOverShifts(t *testing.T) {
	m := compilePosts(t, "guards", schedule.Post{Code: "gate", People: 1, Shifts: []string{"early", "late"}})
	c := coverOf(t, m, "2025-03-04", "2025-03-05", attended("Li", "gate", "2025-03-04 06:00", "2025-03-04 22:00"))
	n := 0
	for s := range c.Staffings() {
		n++
		require.True(t, planAt("2025-03-04 06:00").Equal(s.Start))
		require.True(t, planAt("2025-03-04 22:00").Equal(s.End))
	}
	require.Equal(t, 1, n)
}

// TestCoverMissingDay: Samoa had no 30 December 2011, and so no night that began on it.
func TestCoverMissingDay(t *testing.T) {
	apia, err := worktime.New(worktime.Timetable{
		Code: "apia", Zone: "Pacific/Apia",
		Hours: []worktime.Hours{{Days: []worktime.Weekday{worktime.Monday}, Windows: []civil.Window{civil.MustParseWindow("09:00/17:00")}}},
	}, time.LoadLocation)
	require.NoError(t, err)
	m, err := schedule.CompilePosts(schedule.Posts{Code: "p", Calendar: "apia", Posts: []schedule.Post{
		{Code: "gate", People: 1, Windows: []civil.Window{civil.MustParseWindow("22:00/06:00")}},
	}}, map[string]*worktime.Calendar{"apia": apia})
	require.NoError(t, err)
	zone := apia.Location()
	c, err := m.Cover(schedule.Sheet{}, planDay("2011-12-29").In(zone).Add(12*time.Hour), planDay("2012-01-01").In(zone).Add(12*time.Hour))
	require.NoError(t, err)
	require.Equal(t, []string{
		"gate 2011-12-29: 12-29 22:00–12-31 00:00 0/1", "gate 2011-12-31: 12-31 22:00–01-01 06:00 0/1",
	}, shortagesShown(c))
}
