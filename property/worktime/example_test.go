package worktime_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// serviceDesk is open from Monday to Friday and on make-up days, as the holidays of China have them.
func serviceDesk() *worktime.Calendar {
	c, err := worktime.New(worktime.Timetable{
		Code: "desk", Name: "客服中心", Zone: "Asia/Shanghai", Holidays: "cn", MakeUp: worktime.Monday,
		Hours: []worktime.Hours{{
			Days:    []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday},
			Windows: []civil.Window{civil.MustParseWindow("09:00/18:00")},
		}},
	}, time.LoadLocation, worktime.China())
	if err != nil {
		panic(err)
	}
	return c
}

func at(c *worktime.Calendar, moment string) time.Time {
	return civil.MustParseMoment(moment).In(c.Location())
}

func ExampleNew() {
	_, err := worktime.New(worktime.Timetable{
		Code: "desk", Zone: "Asia/Shanghai", Holidays: "cn",
		Hours: []worktime.Hours{{
			Days:    []worktime.Weekday{worktime.Monday},
			Windows: []civil.Window{civil.MustParseWindow("09:00/12:00"), civil.MustParseWindow("11:30/18:00")},
		}},
	}, time.LoadLocation, worktime.China())
	fmt.Println(err)
	// Output:
	// timetable desk: 2 problems
	//   hours[0].windows[1]: 09:00/12:00 and 11:30/18:00 overlap
	//   makeUp: the table cn makes weekends working days; say whose hours they have, like mon
}

// Half an hour of a hotline that is always manned ends half an hour later, on the night of the Spring Festival too.
func ExampleAroundTheClock() {
	hotline, err := worktime.New(worktime.AroundTheClock("hotline", "Asia/Shanghai"), time.LoadLocation)
	if err != nil {
		fmt.Println(err)
		return
	}
	due, err := hotline.Add(at(hotline, "2026-02-16T23:45"), 30*time.Minute)
	fmt.Println(due.Format("2006-01-02 15:04"), err)
	fmt.Println(hotline.IsWorkingDay(civil.MustParse("2026-02-17")))
	// Output:
	// 2026-02-17 00:15 <nil>
	// true <nil>
}

// Eight hours from Friday 17:00: one until the desk closes, nothing on Saturday, and seven on a Sunday that is worked
// because Mid-Autumn comes.
func ExampleCalendar_Add() {
	desk := serviceDesk()
	due, err := desk.Add(at(desk, "2026-09-18T17:00"), 8*time.Hour)
	fmt.Println(due.Format("Mon 2006-01-02 15:04"), err)
	// Output:
	// Sun 2026-09-20 16:00 <nil>
}

func ExampleCalendar_Between() {
	desk := serviceDesk()
	fmt.Println(desk.Between(at(desk, "2026-09-30T16:30"), at(desk, "2026-10-08T10:00"))) // over the National Day holiday
	fmt.Println(desk.Between(at(desk, "2026-03-02T12:00"), at(desk, "2026-03-02T11:15")))
	// Output:
	// 2h30m0s <nil>
	// -45m0s <nil>
}

func ExampleCalendar_AddDays() {
	desk := serviceDesk()
	day, err := desk.AddDays(civil.MustParse("2026-09-30"), 2) // 8 October is the first
	fmt.Println(day, err)
	// Output:
	// 2026-10-09 <nil>
}

func ExampleCalendar_Rest() {
	desk := serviceDesk()
	for _, rule := range []worktime.Rest{worktime.RestHolidays, worktime.RestDays, worktime.RestDaysBefore} {
		day, _ := desk.Rest(civil.MustParse("2026-11-14"), rule) // a Saturday
		fmt.Println(rule, day)
	}
	// Output:
	// holidays 2026-11-14
	// days 2026-11-16
	// daysBefore 2026-11-13
}

func ExampleCalendar_NextOpen() {
	desk := serviceDesk()
	open, _ := desk.NextOpen(at(desk, "2026-09-30T18:00"))
	end, _ := desk.NextClose(open)
	fmt.Println(open.Format(time.DateTime), end.Format(time.TimeOnly))
	// Output:
	// 2026-10-08 09:00:00 18:00:00
}

// The notice of 2027 is not out yet. The guess may be used by a program that says it is one.
func ExampleUnknownYearError() {
	desk := serviceDesk()
	due, err := desk.Add(at(desk, "2026-12-31T17:00"), 4*time.Hour)
	var unknown *worktime.UnknownYearError
	if errors.As(err, &unknown) {
		fmt.Println("provisional, until the holidays of", unknown.Year, "are known:", due.Format("2006-01-02 15:04"))
	}
	// Output:
	// provisional, until the holidays of 2027 are known: 2027-01-01 12:00
}

// At four in the morning of a Saturday Friday's guard is on duty.
func ExampleCalendar_ShiftsAt() {
	guards, err := worktime.New(worktime.Timetable{
		Code: "guards", Zone: "Asia/Shanghai",
		Hours: []worktime.Hours{{
			Days:   []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday},
			Shifts: []string{"day", "night"},
		}},
		Shifts: []worktime.Shift{
			{Code: "day", Name: "白班", Window: civil.MustParseWindow("08:00/20:00")},
			{Code: "night", Name: "夜班", Window: civil.MustParseWindow("20:00/08:00")},
		},
	}, time.LoadLocation)
	if err != nil {
		panic(err)
	}
	duties, _ := guards.ShiftsAt(at(guards, "2026-11-07T04:00"))
	for _, d := range duties {
		fmt.Println(d.Shift, d.Day, d.Start.Format("Mon 15:04"), d.End.Format("Mon 15:04"))
	}
	// Output:
	// night 2026-11-06 Fri 20:00 Sat 08:00
}
