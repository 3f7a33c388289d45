package standard_test

import (
	"fmt"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// The accounts of each quarter are due on the notice board 20 days after it.
func ExamplePublicationRegister_Evaluate() {
	week := []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday}
	calendar, err := worktime.New(worktime.Timetable{
		Code: "office", Zone: "Asia/Shanghai", Hours: []worktime.Hours{{Days: week, Windows: []civil.Window{civil.MustParseWindow("09:00/17:00")}}},
	}, time.LoadLocation)
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := standard.ChinaPublications("office")
	for i := range doc.Items {
		if doc.Items[i].Code == "commonIncome" { // the Civil Code only says regularly, the contract says when
			doc.Items[i].Due.Every.In, doc.Items[i].Due.Every.After = schedule.Quarter, civil.MustParseSpan("P20D")
			doc.Items = doc.Items[i : i+1]
			break
		}
	}
	register, err := standard.CompilePublications(doc, map[string]*worktime.Calendar{"office": calendar})
	if err != nil {
		fmt.Println(err)
		return
	}
	zone := calendar.Location()
	log := standard.PublicationLog{
		Published: []standard.Publication{{
			ID: "p1", Item: "commonIncome", At: time.Date(2025, 4, 22, 9, 0, 0, 0, zone), Place: standard.OnBoard,
			Period: civil.Period{Start: civil.MustParse("2025-01-01"), End: civil.MustParse("2025-04-01")},
		}},
		Complete: []standard.Complete{{Kind: "*", From: standard.MustParsePoint("2025-01-01"), To: standard.MustParsePoint("2025-10-01")}},
	}
	asked := civil.Period{Start: civil.MustParse("2025-02-01"), End: civil.MustParse("2025-12-01")}
	report, err := register.Evaluate(log, asked, time.Date(2025, 9, 30, 12, 0, 0, 0, zone))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range report.Rows {
		fmt.Println(row.Period, row.Due, row.State)
	}
	// Output:
	// 2025-01-01/2025-04-01 2025-04-20 late
	// 2025-04-01/2025-07-01 2025-07-20 overdue
	// 2025-07-01/2025-10-01 2025-10-20 pending
}
