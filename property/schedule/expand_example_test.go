package schedule_test

import (
	"fmt"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// estateCalendar is one of Monday to Friday in Shanghai.
func estateCalendar() map[string]*worktime.Calendar {
	c, err := worktime.New(worktime.Timetable{
		Code: "estate", Zone: "Asia/Shanghai", Hours: []worktime.Hours{{
			Days:    []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday},
			Windows: []civil.Window{civil.MustParseWindow("09:00/18:00")},
		}},
	}, time.LoadLocation)
	if err != nil {
		panic(err)
	}
	return map[string]*worktime.Calendar{"estate": c}
}

// Rounds of a night belong to the day it opens on, and go on over midnight.
func ExampleSchedule_Occurrences() {
	patrol, err := schedule.Compile(schedule.Duty{
		Code: "night-patrol", Calendar: "estate", From: civil.MustParse("2026-03-01"),
		Demand: schedule.Demand{Rule: &schedule.Rule{
			Every: schedule.Day,
			Steps: &schedule.Steps{Step: civil.MustParseSpan("PT2H"), Window: civil.MustParseWindow("22:00/06:00"), AtStart: true},
		}},
	}, estateCalendar())
	if err != nil {
		fmt.Println(err)
		return
	}
	from := time.Date(2026, 3, 1, 4, 0, 0, 0, time.UTC) // noon in Shanghai
	for o := range patrol.Occurrences(from, from.Add(24*time.Hour)) {
		fmt.Println(patrol.Key(o), "of", o.On)
	}
	// Output:
	// night-patrol/2026-03-01T22:00 of 2026-03-01
	// night-patrol/2026-03-02T00:00 of 2026-03-01
	// night-patrol/2026-03-02T02:00 of 2026-03-01
	// night-patrol/2026-03-02T04:00 of 2026-03-01
}

// The 31st, or the last day of a shorter month, in words that any calendar program understands.
func ExampleSchedule_RRule() {
	inventory, err := schedule.Compile(schedule.Duty{
		Code: "inventory", Calendar: "estate", From: civil.MustParse("2026-01-31"),
		Demand: schedule.Demand{Rule: &schedule.Rule{
			Every: schedule.Month, ShortMonth: schedule.ShortLast, Times: []civil.TimeOfDay{civil.MustParseTimeOfDay("09:00")},
		}},
	}, estateCalendar())
	if err != nil {
		fmt.Println(err)
		return
	}
	rule, err := inventory.RRule()
	fmt.Println(rule.Start, rule.Text, err)
	// Output: 2026-01-31T09:00 FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1 <nil>
}

// A rule from another program becomes a duty, which lacks only its code and its calendar.
func ExampleParseRRule() {
	duty, err := schedule.ParseRRule(schedule.RRule{
		Start: civil.MustParseMoment("2026-01-06T09:00"), Text: "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20260401T000000Z",
	}, time.UTC)
	if err != nil {
		fmt.Println(err)
		return
	}
	duty.Code, duty.Calendar = "drill", "estate"
	drill, err := schedule.Compile(duty, estateCalendar())
	if err != nil {
		fmt.Println(err)
		return
	}
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for o := range drill.Occurrences(from, from.AddDate(1, 0, 0)) {
		fmt.Println(o.At)
	}
	// Output:
	// 2026-01-13T09:00
	// 2026-02-10T09:00
	// 2026-03-10T09:00
}
