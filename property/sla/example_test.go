package sla_test

import (
	"fmt"
	"log"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// exampleOffice is an office with a lunch break and the holidays of mainland China.
func exampleOffice() *worktime.Calendar {
	office, err := worktime.New(worktime.Timetable{
		Code: "office", Zone: "Asia/Shanghai", Holidays: "cn", MakeUp: worktime.Monday,
		Hours: []worktime.Hours{{
			Days:    []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday},
			Windows: []civil.Window{civil.MustParseWindow("09:00/12:00"), civil.MustParseWindow("13:30/18:00")},
		}},
	}, time.LoadLocation, worktime.China())
	if err != nil {
		log.Fatal(err)
	}
	return office
}

// exampleClock is a promise as a contract has it: urgent repairs are reached in half an hour, day and night; all are
// done within 8 working hours, without the time for which the owner is waited for.
func exampleClock() *sla.Clock {
	promise, err := invalid.Decode[sla.Promise]([]byte(`{
		"code": "repairs", "source": "合同第十二条", "calendar": "office",
		"stops": [{"code": "owner", "name": "等业主", "from": "paused", "reasons": ["awaitingOwner"], "until": ["resumed"]}],
		"milestones": [
			{"code": "arrive", "name": "到场", "from": "reported", "to": "arrived", "limits": [
				{"categories": ["urgent"], "span": "PT30M", "in": "wall"},
				{"span": "PT4H", "in": "working"}]},
			{"code": "resolve", "name": "修复", "from": "reported", "to": "resolved", "stops": ["owner"], "limits": [
				{"span": "PT8H", "in": "working"}]},
			{"code": "callBack", "name": "回访", "from": "resolved", "to": "calledBack", "limits": [
				{"span": "3wd", "in": "working"}]}]}`), "promise")
	if err != nil {
		log.Fatal(err)
	}
	clock, err := sla.Compile(promise, map[string]*worktime.Calendar{"office": exampleOffice()})
	if err != nil {
		log.Fatal(err)
	}
	return clock
}

// exampleRepair was reported at night before a working day, and waited for the owner.
func exampleRepair() sla.Case {
	repair, err := invalid.Decode[sla.Case]([]byte(`{"id": "R-1", "category": "urgent", "log": [
		{"seq": 1, "at": "2026-09-17T22:10:00+08:00", "name": "reported"},
		{"seq": 2, "at": "2026-09-17T22:40:00+08:00", "name": "arrived"},
		{"seq": 3, "at": "2026-09-18T10:00:00+08:00", "name": "paused", "reason": "awaitingOwner"},
		{"seq": 4, "at": "2026-09-20T11:00:00+08:00", "name": "resumed"}]}`), "case")
	if err != nil {
		log.Fatal(err)
	}
	return repair
}

// A lift stands still at ten past ten at night. The owner is away from Friday to Sunday, 20 September, which is a
// working day that makes up for the holidays.
func Example() {
	clock, repair := exampleClock(), exampleRepair()
	now := time.Date(2026, 9, 20, 9, 0, 0, 0, time.UTC) // 17:00 in Shanghai
	for _, v := range clock.Evaluate(nil, &repair, now) {
		if v.State == sla.Unknown {
			fmt.Println(v.Milestone, v.State, v.Reason, v.Missing)
			continue
		}
		fmt.Println(v.Milestone, v.State, "due", v.Due.Format("Mon 2006-01-02 15:04"), "counted", v.Counted, "paused", v.Paused)
	}
	// Output:
	// arrive met due Thu 2026-09-17 22:40 counted PT30M paused PT0S
	// resolve running due Mon 2026-09-21 10:30 counted PT5H30M paused PT49H
	// callBack unknown notStarted resolved
}

func ExampleClock_AppendStretches() {
	clock, repair := exampleClock(), exampleRepair()
	stretches, err := clock.AppendStretches(nil, &repair, "resolve", time.Date(2026, 9, 20, 9, 0, 0, 0, time.UTC))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range stretches {
		fmt.Println(s.Start.Format("Mon 15:04"), s.End.Format("Mon 15:04"), s.Kind, s.Length())
	}
	// Output:
	// Thu 22:10 Fri 09:00 closed PT10H50M
	// Fri 09:00 Fri 10:00 counted PT1H
	// Fri 10:00 Sun 11:00 stopped PT49H
	// Sun 11:00 Sun 12:00 counted PT1H
	// Sun 12:00 Sun 13:30 closed PT1H30M
	// Sun 13:30 Sun 18:00 counted PT4H30M
	// Sun 18:00 Mon 09:00 closed PT15H
	// Mon 09:00 Mon 10:30 counted PT1H30M
}

func ExampleStatistics() {
	clock, repair := exampleClock(), exampleRepair()
	var s sla.Statistics
	for n := range 24 { // as it stood every two hours from Sunday, 08:00
		for _, v := range clock.Evaluate(nil, &repair, time.Date(2026, 9, 20, 2*n, 0, 0, 0, time.UTC)) {
			s.Add("lift", v)
		}
	}
	for _, g := range s.Groups() {
		fmt.Println(g.Name, g.Milestone, "met", g.Met, "breached", g.Breached, "running", g.Running, "paused", g.Paused, "unknown", g.Unknown, "of", g.Total)
		if kept, ok := g.Kept(); ok {
			fmt.Println("kept", kept.Value.Text)
		}
	}
	// Output:
	// lift arrive met 24 breached 0 running 0 paused 0 unknown 0 of 24
	// kept 1
	// lift resolve met 0 breached 10 running 12 paused 2 unknown 0 of 24
	// kept 0
	// lift callBack met 0 breached 0 running 0 paused 0 unknown 24 of 24
}
