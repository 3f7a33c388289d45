package schedule_test

import (
	"fmt"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

func exampleCalendars() map[string]*worktime.Calendar {
	estate, _ := worktime.New(worktime.Timetable{
		Code: "estate", Zone: "Asia/Shanghai",
		Hours: []worktime.Hours{{
			Days:   []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday, worktime.Saturday, worktime.Sunday},
			Shifts: []string{"day", "night"},
		}},
		Shifts: []worktime.Shift{
			{Code: "day", Window: civil.MustParseWindow("08:00/20:00")}, {Code: "night", Window: civil.MustParseWindow("20:00/08:00")},
		},
	}, time.LoadLocation)
	return map[string]*worktime.Calendar{"estate": estate}
}

// A guest of the first level comes on Thursday, 18 September; the enquiry of the Friday before is too late for the
// sweep of a week before.
func ExampleCountdownPlan_Tasks() {
	plan, err := schedule.CompilePlan(schedule.Plan{
		Code: "vip-1", Calendar: "estate", Anchor: "visitOn", Known: "knownAt", LateStart: civil.MustParseSpan("P1D"),
		Tasks: []schedule.PlanTask{
			{Code: "sweep", Before: civil.MustParseSpan("P7D"), Group: "security"},
			{Code: "clean", Before: civil.MustParseSpan("P1D"), Group: "cleaning", DependsOn: []string{"sweep"}},
			{Code: "thanks", Of: "clean", After: civil.MustParseSpan("P3D")},
		},
	}, exampleCalendars())
	if err != nil {
		fmt.Println(err)
		return
	}
	visit := schedule.Evidence{
		Fields: []schedule.Field{
			{Name: "visitOn", On: civil.MustParse("2025-09-18")},
			{Name: "knownAt", At: time.Date(2025, 9, 12, 7, 0, 0, 0, time.UTC)},
		},
		Records: []schedule.Record{{ID: "R1", Kind: "sweep", At: time.Date(2025, 9, 13, 2, 0, 0, 0, time.UTC)}},
	}
	report, err := plan.Tasks(&visit, "", time.Date(2025, 9, 15, 0, 0, 0, 0, time.UTC))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range report.Rows {
		fmt.Println(row.Task, row.State, "before", row.Due.Format("2006-01-02 15:04"), row.Record, row.LateStart, row.Forecast)
	}
	// Output:
	// sweep onTime before 2025-09-14 00:00 R1 true false
	// clean pending before 2025-09-18 00:00  false false
	// thanks pending before 2025-09-21 00:00  false true
}

// The control room needs two people around the clock; one of them came late for the night.
func ExampleManning_Cover() {
	manning, err := schedule.CompilePosts(schedule.Posts{
		Code: "fire", Calendar: "estate",
		Posts: []schedule.Post{{Code: "control-room", People: 2, Shifts: []string{"day", "night"}}},
	}, exampleCalendars())
	if err != nil {
		fmt.Println(err)
		return
	}
	zone := time.FixedZone("UTC+8", 8*60*60)
	at := func(day, hour, minute int) time.Time { return time.Date(2025, 3, day, hour, minute, 0, 0, zone) }
	c, err := manning.Cover(schedule.Sheet{Attendance: []schedule.Attendance{
		{Person: "Li", Post: "control-room", Start: at(1, 8, 0), End: at(1, 20, 0)},
		{Person: "Wang", Post: "control-room", Start: at(1, 8, 0), End: at(1, 20, 0)},
		{Person: "Zhao", Post: "control-room", Start: at(1, 20, 0), End: at(2, 8, 0)},
		{Person: "Sun", Post: "control-room", Start: at(2, 0, 15), End: at(2, 8, 0)},
	}}, at(1, 8, 0), at(2, 8, 0))
	if err != nil {
		fmt.Println(err)
		return
	}
	for s := range c.Shortages() {
		fmt.Println(s.Post, s.Day, s.Start.Format("15:04"), s.End.Format("15:04"), s.Present, "of", s.Need)
	}
	// Output:
	// control-room 2025-03-01 20:00 00:15 1 of 2
}

// A roster is looked at before the time comes.
func ExampleRoster_Sheet() {
	roster := schedule.Roster{Code: "march", Calendar: "estate", Entries: []schedule.RosterEntry{
		{Person: "Li", Post: "gate", Shift: "night", From: civil.MustParse("2025-03-01"), To: civil.MustParse("2025-03-02")},
	}}
	sheet, err := roster.Sheet(exampleCalendars())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range sheet.Attendance {
		fmt.Println(a.Person, a.Post, a.Start.Format("01-02 15:04"), a.End.Format("01-02 15:04"))
	}
	// Output:
	// Li gate 03-01 20:00 03-02 08:00
	// Li gate 03-02 20:00 03-03 08:00
}
