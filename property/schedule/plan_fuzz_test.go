package schedule_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

// randomPlan is a plan whose tasks share kinds of records; every third hangs on the completion of the one before, and
// none depends on another otherwise.
func randomPlan(r *rand.Rand, chains bool) schedule.Plan {
	plan := schedule.Plan{Code: "p", Calendar: "estate", Anchor: "t", Known: "known"}
	if r.IntN(2) == 0 {
		plan.LateStart = planSpan([]string{"P1D", "PT6H", "2wd"}[r.IntN(3)])
	}
	for i := range 1 + r.IntN(6) {
		task := schedule.PlanTask{Code: fmt.Sprint("task", i), Acts: []string{fmt.Sprint("k", r.IntN(2))}}
		span := planSpan([]string{"P1D", "P2D", "P1M", "PT30H", "PT20M", "3wd"}[r.IntN(6)])
		switch r.IntN(3) {
		case 0:
			task.Before = span
		case 1:
			task.After = span
		}
		if r.IntN(3) == 0 {
			task.Early = planSpan([]string{"P1D", "PT5H", "P1M"}[r.IntN(3)])
		}
		if chains && i%3 == 2 {
			task.Before, task.After, task.Of = task.After, span, fmt.Sprint("task", i-1)
			task.Before = schedule.PlanTask{}.Before
		}
		plan.Tasks = append(plan.Tasks, task)
	}
	return plan
}

func randomRecords(r *rand.Rand, n int) []schedule.Record {
	var out []schedule.Record
	for i := range n {
		out = append(out, schedule.Record{
			ID: fmt.Sprint("r", i), Kind: fmt.Sprint("k", r.IntN(2)), Voluntary: r.IntN(8) == 0,
			At: planAt("2025-08-15").Add(time.Duration(r.IntN(60*24)) * time.Hour),
		})
	}
	return out
}

func randomEvent(r *rand.Rand) schedule.Evidence {
	e := schedule.Evidence{Fields: []schedule.Field{{Name: "t", At: planAt("2025-09-18 09:00")}}}
	if r.IntN(2) == 0 {
		e.Fields[0] = schedule.Field{Name: "t", On: planDay("2025-09-18")}
	}
	if r.IntN(3) > 0 {
		e.Fields = append(e.Fields, schedule.Field{Name: "known", At: planAt("2025-09-01").Add(time.Duration(r.IntN(30*24)) * time.Hour)})
	}
	if r.IntN(3) == 0 {
		start := planAt("2025-09-10").Add(time.Duration(r.IntN(10*24)) * time.Hour)
		e.Excuses = []schedule.Excuse{{Start: start, End: start.Add(time.Duration(1+r.IntN(72)) * time.Hour), Reason: "storm"}}
	}
	return e
}

// FuzzPlan: a record serves once and at most one row; the order of records means nothing; a further record never makes
// the state of a task worse that hangs on T; every derivation replays; what is asked about later than every due and
// record leaves nothing pending but what waits for a completion.
func FuzzPlan(f *testing.F) {
	for seed := range uint64(30) {
		f.Add(seed)
	}
	calendars := planCalendars(f)
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 6))
		plan := randomPlan(r, seed%2 == 0)
		c, err := schedule.CompilePlan(plan, calendars)
		require.NoError(t, err)
		e := randomEvent(r)
		e.Records = randomRecords(r, r.IntN(9))
		asOf := planAt("2025-08-15").Add(time.Duration(r.IntN(90*24)) * time.Hour)
		got, err := c.Tasks(&e, "", asOf)
		require.NoError(t, err)
		checkPlanReport(t, plan, e, got, asOf)

		shuffled := e
		shuffled.Records = append([]schedule.Record(nil), e.Records...)
		r.Shuffle(len(shuffled.Records), func(i, k int) {
			shuffled.Records[i], shuffled.Records[k] = shuffled.Records[k], shuffled.Records[i]
		})
		again, err := c.Tasks(&shuffled, "", asOf)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(got, again))

		for _, row := range got.Rows {
			why, ok := c.Why(row.Task, &e, "", asOf)
			require.True(t, ok)
			require.NoError(t, why.Check(), row.Task)
			verdict := map[schedule.State]string{
				schedule.OnTime: "true", schedule.Pending: "true", schedule.Late: "false", schedule.Missed: "false",
				schedule.Excused: "excused", schedule.Unknown: "unknown",
			}[row.State]
			if !row.Forecast {
				require.Equal(t, verdict, why.Value.Text, "%s %s", row.Task, row.State)
			}
		}

		more := e
		more.Records = append(append([]schedule.Record(nil), e.Records...), schedule.Record{ID: "new", Kind: "k0", At: asOf.Add(-time.Duration(r.IntN(60*24)) * time.Hour)})
		better, err := c.Tasks(&more, "", asOf)
		require.NoError(t, err)
		requireNotWorse(t, plan, got, better)
	})
}

func checkPlanReport(t *testing.T, plan schedule.Plan, e schedule.Evidence, got schedule.PlanReport, asOf time.Time) {
	t.Helper()
	require.Len(t, got.Rows, len(plan.Tasks))
	used := map[string]int{}
	for _, row := range got.Rows {
		if row.Record != "" {
			used[row.Record]++
		}
		require.Equal(t, row.Record == "", row.At.IsZero())
		require.Equal(t, row.State == schedule.Late, row.LateBy.Text != "")
		require.Equal(t, row.LateStart, !row.Original.IsZero())
		require.False(t, row.At.After(asOf))
	}
	for _, id := range got.Extra {
		used[id]++
	}
	for _, id := range got.Voluntary {
		used[id]++
	}
	kinds := map[string]bool{}
	for _, task := range plan.Tasks {
		kinds[task.Acts[0]] = true
	}
	want := map[string]int{}
	for _, r := range e.Records {
		if kinds[r.Kind] && !r.At.After(asOf) {
			want[r.ID] = 1
		}
	}
	require.Empty(t, cmp.Diff(want, used), "each record once: in a row, extra, or voluntary")
}

// requireNotWorse: on time stays on time, late stays done, excused stays excused or better.
func requireNotWorse(t *testing.T, plan schedule.Plan, before, after schedule.PlanReport) {
	t.Helper()
	rank := map[schedule.State]int{schedule.Missed: 0, schedule.Pending: 0, schedule.Unknown: 0, schedule.Late: 1, schedule.Excused: 1, schedule.OnTime: 2}
	chained := map[string]bool{}
	for _, task := range plan.Tasks {
		chained[task.Code] = task.Of != ""
	}
	states := map[string]schedule.State{}
	for _, row := range after.Rows {
		states[row.Task] = row.State
	}
	for _, row := range before.Rows {
		if !chained[row.Task] {
			require.GreaterOrEqual(t, rank[states[row.Task]], rank[row.State], "%s: %s, then %s", row.Task, row.State, states[row.Task])
		}
	}
}

// FuzzPlanDecode: no document, and no evidence, makes reading, compiling or judging fail in another way than by an
// error; what is compiled is never in a circle, and is judged.
func FuzzPlanDecode(f *testing.F) {
	f.Add([]byte(`{"code": "exam", "calendar": "estate", "anchor": "t", "known": "known", "lateStart": "P1D", "levels": ["1"],
		"tasks": [{"code": "a", "before": "P5D", "duration": "P26D", "levels": ["1"]}, {"code": "b", "of": "a", "after": "2wd", "rest": "days"}]}`))
	f.Add([]byte(`{"code": "x", "calendar": "york", "anchor": "t", "tasks": [{"code": "a", "dependsOn": ["a"]}, {"code": "", "open": "o"}]}`))
	f.Add([]byte(`{"code": "x", "calendar": "york", "anchor": "t", "tasks": [{"code": "a", "before": "P9998Y"}, {"code": "b", "of": "a", "after": "PT2147483647S", "duration": "P9998Y"}]}`))
	calendars := planCalendars(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		plan, err := invalid.Decode[schedule.Plan](data, "plan")
		if err != nil {
			return
		}
		c, err := schedule.CompilePlan(plan, calendars)
		if err != nil {
			return
		}
		r := rand.New(rand.NewPCG(uint64(len(data)), 6))
		e := randomEvent(r)
		for i := range plan.Tasks {
			e.Records = append(e.Records, schedule.Record{ID: fmt.Sprint(i), Kind: plan.Tasks[i].Code, At: planAt("2025-09-10").Add(time.Duration(i) * time.Hour)})
		}
		level := ""
		if len(plan.Levels) > 0 {
			level = plan.Levels[0]
		}
		got, err := c.Tasks(&e, level, planAt("2025-10-01"))
		require.NoError(t, err)
		for _, row := range got.Rows {
			why, ok := c.Why(row.Task, &e, level, planAt("2025-10-01"))
			require.True(t, ok)
			require.NoError(t, why.Check())
		}
	})
}

// FuzzPlanOrder: a dependency that is refused is due after its dependent for every T; one that is not refused is so
// reported by the row if it is.
func FuzzPlanOrder(f *testing.F) {
	for seed := range uint64(60) {
		f.Add(seed)
	}
	calendars := planCalendars(f)
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 66))
		calendar := []string{"estate", "york"}[r.IntN(2)]
		offset := func(code string) schedule.PlanTask {
			task := schedule.PlanTask{Code: code}
			n := 1 + r.IntN(40)
			span := planSpan(fmt.Sprintf([]string{"P%dD", "P%dD", "P%dM", "PT%dH", "%dwd"}[r.IntN(5)], n))
			switch r.IntN(5) {
			case 0:
			case 1, 2:
				task.Before = span
			default:
				task.After = span
			}
			return task
		}
		plan := schedule.Plan{Code: "p", Calendar: calendar, Anchor: "t", Tasks: []schedule.PlanTask{offset("a"), offset("b")}}
		plan.Tasks[0].DependsOn = []string{"b"}
		c, err := schedule.CompilePlan(plan, calendars)
		refused := err != nil
		if refused {
			require.ErrorIs(t, err, schedule.ErrPlanOrder)
			plan.Tasks[0].DependsOn = nil
			c, err = schedule.CompilePlan(plan, calendars)
			require.NoError(t, err)
		}
		e := schedule.Evidence{Fields: []schedule.Field{{Name: "t", At: planAt("2021-01-01").Add(time.Duration(r.IntN(4*365*24)) * time.Hour)}}}
		got, err := c.Tasks(&e, "", planAt("2020-01-01"))
		require.NoError(t, err)
		rows := map[string]schedule.PlanRow{}
		for _, row := range got.Rows {
			rows[row.Task] = row
		}
		a, b := rows["a"], rows["b"]
		if a.State == schedule.Unknown || b.State == schedule.Unknown {
			return // a year that is not known
		}
		first := a.Due.Before(b.Due) || a.Due.Equal(b.Due) && a.Day && !b.Day
		if refused {
			require.True(t, first, "a %s, b %s", a.Due, b.Due)
			return
		}
		require.Equal(t, first, len(a.DueBefore) == 1, "a %s, b %s", a.Due, b.Due)
	})
}
