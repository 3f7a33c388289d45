package schedule_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

// planProblems returns where a document breaks which rule: "tasks[1].of schedule/plan-task".
func planProblems(err error) []string {
	var out []string
	var e *invalid.Error
	if errors.As(err, &e) {
		for _, f := range e.Fields {
			out = append(out, f.Path+" "+f.Rule.ID())
		}
	}
	return out
}

// TestPlanCheck: all problems at once, each at its place.
func TestPlanCheck(t *testing.T) {
	plan := schedule.Plan{
		Calendar: "moon", Anchor: "", LateStart: planSpan("P1DT2H"), Levels: []string{"1", "1"},
		Tasks: []schedule.PlanTask{
			{Code: "a", Before: planSpan("P1D"), After: planSpan("P1D"), DependsOn: []string{"x", "x"}, Of: "y"},
			{Code: "a", Levels: []string{"1"}, Rest: 9, People: -1, Materials: []schedule.Material{{Quantity: "2"}}},
			{Code: "", Open: "when", Before: planSpan("PT1H"), Levels: []string{"2"}, Acts: []string{"k", ""}},
			{Code: "b", Of: "a", LateStart: planSpan("P1D")},
			{Code: "c", Duration: planSpan("P1DT1H"), Early: planSpan("P1DT1H"), After: planSpan("P1DT1H")},
		},
	}
	_, err := schedule.CompilePlan(plan, planCalendars(t))
	got := planProblems(err)
	want := []string{
		"code invalid/required", "anchor invalid/required", "lateStart schedule/mixed", "known invalid/required",
		"levels[1] schedule/twice",
		"tasks[0].after schedule/before-after", "tasks[0].after schedule/plan-chain", "tasks[0].dependsOn[1] schedule/twice",
		"tasks[0].dependsOn[0] schedule/plan-task", "tasks[0].dependsOn[1] schedule/plan-task", "tasks[0].of schedule/plan-task",
		"tasks[1].people schedule/cover-people", "tasks[1].rest invalid/word", "tasks[1].materials[0].item invalid/required",
		"tasks[1].code schedule/twice",
		"tasks[2].code invalid/required", "tasks[2].open schedule/plan-open", "tasks[2].acts[1] invalid/required",
		"tasks[2].levels[0] schedule/plan-level",
		"tasks[3].after schedule/plan-chain", "tasks[3].lateStart schedule/plan-known",
		"tasks[4].after schedule/mixed", "tasks[4].duration schedule/mixed", "tasks[4].early schedule/mixed",
		"calendar schedule/calendar",
	}
	require.Empty(t, cmp.Diff(want, got))
}

func TestPlanCircles(t *testing.T) {
	task := func(code string, needs ...string) schedule.PlanTask {
		return schedule.PlanTask{Code: code, DependsOn: needs}
	}
	plan := meetingPlan(task("a", "b"), task("b", "c"), task("c", "b"), task("d", "d"))
	_, err := schedule.CompilePlan(plan, planCalendars(t))
	require.ErrorIs(t, err, schedule.ErrPlanCircle)
	require.ErrorContains(t, err, "these tasks wait for one another: b, c, b")

	chain := meetingPlan(task("a", "b"), schedule.PlanTask{Code: "b", Of: "a", After: planSpan("P1D")})
	_, err = schedule.CompilePlan(chain, planCalendars(t))
	require.ErrorContains(t, err, "these tasks wait for one another: a, b, a")

	// The same names in a ring, but never all of them at one level.
	one, two := task("a", "b"), task("b", "a")
	one.Levels, two.Levels = []string{"1"}, []string{"2"}
	parted := meetingPlan(one, two)
	parted.Levels = []string{"1", "2"}
	_, err = schedule.CompilePlan(parted, planCalendars(t))
	require.NoError(t, err)

	// A completion that never comes for a level.
	after := schedule.PlanTask{Code: "c", Of: "a", After: planSpan("P1D")}
	parted.Tasks = append(parted.Tasks, after)
	_, err = schedule.CompilePlan(parted, planCalendars(t))
	require.Equal(t, []string{"tasks[2].of schedule/plan-of"}, planProblems(err))
	require.ErrorContains(t, err, `"a", from whose completion it counts, is not for the level "2"`)
}

// TestPlanOrder: which pairs of offsets are refused because the dependent is due first whatever T is.
func TestPlanOrder(t *testing.T) {
	tests := []struct {
		before, needs string // "-P7D", "P3D", "" for T
		refused       bool
	}{
		{"-P7D", "-P2D", true},
		{"-P2D", "-P7D", false},
		{"-P1D", "", true},
		{"", "-P1D", false},
		{"-P1M", "-P30D", false}, // a month is 28 to 31 days
		{"-P1M", "-P28D", false},
		{"-P1M", "-P27D", true},
		{"-P30D", "-P1M", false},
		{"-P32D", "-P1M", true},
		{"-5wd", "-3wd", true},
		{"-3wd", "-5wd", false},
		{"-5wd", "-P3D", true},  // five working days are five days at least
		{"-P9D", "-5wd", false}, // and may be nine
		{"P1D", "3wd", true},
		{"3wd", "P3D", false},
		{"-PT30M", "-PT20M", true},
		{"-PT20M", "-PT30M", false},
		{"-P3D", "-PT20M", true},
		{"-P1D", "-PT20M", false}, // the meeting may begin at 00:10
	}
	offset := func(code, text string) schedule.PlanTask {
		task := schedule.PlanTask{Code: code}
		switch {
		case text == "":
		case text[0] == '-':
			task.Before = planSpan(text[1:])
		default:
			task.After = planSpan(text)
		}
		return task
	}
	for _, tt := range tests {
		task := offset("a", tt.before)
		task.DependsOn = []string{"b"}
		_, err := schedule.CompilePlan(meetingPlan(task, offset("b", tt.needs)), planCalendars(t))
		require.Equal(t, tt.refused, errors.Is(err, schedule.ErrPlanOrder), "%s needs %s: %v", tt.before, tt.needs, err)
		if tt.refused {
			continue
		}
		require.NoError(t, err)
	}
}

// TestPlanDecode: the document is read as any other.
func TestPlanDecode(t *testing.T) {
	got, err := invalid.Decode[schedule.Plan]([]byte(`{
		"code": "exam", "calendar": "estate", "anchor": "examOn", "known": "knownAt", "lateStart": "P1D",
		"tasks": [
			{"code": "repairs", "before": "P5D", "duration": "P26D", "group": "maintenance", "materials": [{"item": "lamp", "quantity": "20"}]},
			{"code": "sweep", "before": "P2D", "dependsOn": ["repairs"], "acts": ["cleaning"], "people": 3}
		]}`), "plan")
	require.NoError(t, err)
	require.Equal(t, "P26D", got.Tasks[0].Duration.String())
	_, err = invalid.Decode[schedule.Plan]([]byte(`{"code": "exam", "calendar": "estate", "anchor": "examOn", "tasks": [{"code": "a", "dependsOn": ["b"]}]}`), "plan")
	require.Equal(t, []string{"tasks[0].dependsOn[0] schedule/plan-task"}, planProblems(err))
}

// TestPlanDocument: what comes back is a copy.
func TestPlanDocument(t *testing.T) {
	plan := vipPlan()
	c := compilePlan(t, plan)
	got := c.Plan()
	require.Equal(t, plan, got)
	got.Tasks[0].Levels[0], got.Levels[0] = "9", "9"
	require.Equal(t, "1", c.Plan().Tasks[0].Levels[0])
	require.True(t, slices.Contains(c.Plan().Levels, "1"))
}

// TestPlanTooLong: lists beyond what a plan has are refused without looking into them.
func TestPlanTooLong(t *testing.T) {
	plan := meetingPlan(make([]schedule.PlanTask, 1001)...)
	plan.Levels = make([]string, 65)
	plan.Tasks[3].DependsOn = make([]string, 101)
	plan.Levels[1] = "b"
	_, err := schedule.CompilePlan(plan, planCalendars(t))
	require.Subset(t, planProblems(err), []string{"levels schedule/plan-too-many", "tasks schedule/plan-too-many", "tasks[3].dependsOn schedule/plan-too-many"})
	require.NotContains(t, planProblems(err), "tasks[0].code invalid/required")
}
