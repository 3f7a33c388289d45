package schedule_test

import (
	"maps"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// planCalendars are those of the tests of plans and posts: "estate" is at work from Monday to Friday, closed on
// China's holidays, and has three shifts a day; "york" is on summer time.
func planCalendars(tb testing.TB) map[string]*worktime.Calendar {
	tb.Helper()
	found, err := planCalendarsOnce()
	require.NoError(tb, err)
	return maps.Clone(found)
}

var planCalendarsOnce = sync.OnceValues(newPlanCalendars)

func newPlanCalendars() (map[string]*worktime.Calendar, error) {
	weekdays := []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday}
	found := map[string]*worktime.Calendar{}
	for _, doc := range []worktime.Timetable{
		{
			Code: "estate", Zone: "Asia/Shanghai", Holidays: "cn", MakeUp: worktime.Monday,
			Hours: []worktime.Hours{{Days: weekdays, Windows: []civil.Window{civil.MustParseWindow("09:00/17:00")}}},
		},
		{
			Code: "guards", Zone: "Asia/Shanghai",
			Hours: []worktime.Hours{
				{Days: append(weekdays, worktime.Saturday, worktime.Sunday), Shifts: []string{"early", "late", "night"}},
				{Days: []worktime.Weekday{worktime.Monday}, Shifts: []string{"market"}},
			},
			Shifts: []worktime.Shift{
				{Code: "early", Window: civil.MustParseWindow("06:00/14:00")},
				{Code: "late", Window: civil.MustParseWindow("14:00/22:00")},
				{Code: "night", Window: civil.MustParseWindow("22:00/06:00")},
				{Code: "market", Window: civil.MustParseWindow("05:00/09:00")},
			},
		},
		{
			Code: "york", Zone: "America/New_York",
			Hours: []worktime.Hours{{Days: weekdays, Windows: []civil.Window{civil.MustParseWindow("09:00/17:00")}}},
		},
	} {
		c, err := worktime.New(doc, time.LoadLocation, worktime.China())
		if err != nil {
			return nil, err
		}
		found[doc.Code] = c
	}
	return found, nil
}

// planAt reads a time on the clocks of Shanghai: "2025-09-18 09:00", or a day's 00:00.
func planAt(text string) time.Time {
	zone := time.FixedZone("UTC+8", 8*60*60)
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05", "2006-01-02"} {
		if t, err := time.ParseInLocation(layout, text, zone); err == nil {
			return t
		}
	}
	panic(text)
}

func planSpan(text string) civil.Span { return civil.MustParseSpan(text) }

func planDay(text string) civil.Date { return civil.MustParse(text) }

func compilePlan(tb testing.TB, p schedule.Plan) *schedule.CountdownPlan {
	tb.Helper()
	c, err := schedule.CompilePlan(p, planCalendars(tb))
	require.NoError(tb, err)
	return c
}

// planRows returns the rows of an event by their tasks.
func planRows(tb testing.TB, p schedule.Plan, e schedule.Evidence, level, asOf string) map[string]schedule.PlanRow {
	tb.Helper()
	report, err := compilePlan(tb, p).Tasks(&e, level, planAt(asOf))
	require.NoError(tb, err)
	rows := map[string]schedule.PlanRow{}
	for _, r := range report.Rows {
		rows[r.Task] = r
	}
	require.Len(tb, rows, len(report.Rows))
	return rows
}

// planShown writes a due as the tables of the rules do: "2025-09-11" for a day, "2025-09-18 13:30" for an instant.
func planShown(due time.Time, day bool) string {
	due = due.In(time.FixedZone("UTC+8", 8*60*60))
	switch {
	case due.IsZero():
		return ""
	case day:
		return due.AddDate(0, 0, -1).Format("2006-01-02")
	}
	return due.Format("2006-01-02 15:04")
}
