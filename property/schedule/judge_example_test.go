package schedule_test

import (
	"fmt"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

func siteCalendar() map[string]*worktime.Calendar {
	all := []worktime.Weekday{
		worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday,
		worktime.Saturday, worktime.Sunday,
	}
	site, err := worktime.New(worktime.Timetable{
		Code: "site", Zone: "Asia/Shanghai",
		Hours: []worktime.Hours{{Days: all, Windows: []civil.Window{civil.MustParseWindow("00:00/24:00")}}},
	}, time.LoadLocation)
	if err != nil {
		panic(err)
	}
	return map[string]*worktime.Calendar{"site": site}
}

// A lobby is swept at eight and at four, with half an hour's grace. Two sweeps were done, one of them late, and what
// somebody did at noon for the visitors serves none.
func ExampleSchedule_Judge() {
	sweep, err := schedule.Compile(schedule.Duty{
		Code: "sweep", Calendar: "site", From: civil.MustParse("2025-01-01"),
		Early: civil.MustParseSpan("PT30M"), Late: civil.MustParseSpan("PT30M"),
		Demand: schedule.Demand{Rule: &schedule.Rule{
			Every: schedule.Day, Times: []civil.TimeOfDay{civil.MustParseTimeOfDay("08:00"), civil.MustParseTimeOfDay("16:00")},
		}},
	}, siteCalendar())
	if err != nil {
		fmt.Println(err)
		return
	}
	at := func(text string) time.Time {
		return civil.MustParseMoment(text).In(siteCalendar()["site"].Location())
	}
	report, err := sweep.Judge(nil, &schedule.Evidence{Subject: "lobby 3", Records: []schedule.Record{
		{ID: "s-101", Kind: "sweep", At: at("2025-03-03T08:10")},
		{ID: "s-102", Kind: "sweep", At: at("2025-03-03T12:00"), Voluntary: true},
		{ID: "s-103", Kind: "sweep", At: at("2025-03-03T17:00")},
	}}, at("2025-03-03T00:00"), at("2025-03-05T00:00"), at("2025-03-04T12:00"))
	for _, r := range report.Rows {
		fmt.Println(r.Key, r.State, r.Record, r.LateBy())
	}
	share, _ := report.Counts.Share(report.Subject)
	fmt.Println(share.Value.Text, report.Counts.Voluntary, err)
	// Output:
	// sweep/2025-03-03T08:00 onTime s-101 0s
	// sweep/2025-03-03T16:00 late s-103 1h0m0s
	// sweep/2025-03-04T08:00 missed  0s
	// sweep/2025-03-04T16:00 pending  0s
	// 1/3 1 <nil>
}

// The preparation for a visit on Thursday should have begun a week before, on the 11th; the visit became known on the 12th.
func ExampleSchedule_DueBy() {
	prepare, err := schedule.Compile(schedule.Duty{
		Code: "prepare", Calendar: "site", From: civil.MustParse("2025-01-01"),
		Demand: schedule.Demand{By: &schedule.By{
			Anchor: "visitOn", Before: civil.MustParseSpan("P7D"), Known: "knownOn", LateStart: civil.MustParseSpan("P1D"),
		}},
	}, siteCalendar())
	if err != nil {
		fmt.Println(err)
		return
	}
	due, original, _, err := prepare.DueBy(&schedule.Evidence{Fields: []schedule.Field{
		{Name: "visitOn", On: civil.MustParse("2025-09-18")}, {Name: "knownOn", On: civil.MustParse("2025-09-12")},
	}})
	fmt.Println("before", due.Format(time.DateTime), "not", original.Format(time.DateTime), err)
	// Output:
	// before 2025-09-14 00:00:00 not 2025-09-12 00:00:00 <nil>
}
