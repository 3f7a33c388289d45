package finding_test

import (
	"fmt"
	"time"

	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/finding"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/worktime"
)

// A leaking hydrant is to be repaired within a week. The repair of the eighth day fails, and the second one is in time: it
// stays late, and costs half as much again the second time.
func Example() {
	daily := []worktime.Weekday{
		worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday, worktime.Saturday, worktime.Sunday,
	}
	calendar, err := worktime.New(worktime.Timetable{
		Code: "estate", Zone: "Asia/Shanghai",
		Hours: []worktime.Hours{{Days: daily, Windows: []civil.Window{civil.MustParseWindow("08:00/18:00")}}},
	}, time.LoadLocation)
	if err != nil {
		panic(err)
	}
	rules, err := finding.Compile(finding.Policy{
		Code: "quality", Calendar: "estate",
		Limits:    []finding.Limit{{Within: civil.MustParseSpan("P7D")}},
		Penalties: []finding.Penalty{{On: finding.OnIssue, Points: metric.MustParseFigure("2")}},
		Repeat:    finding.Repeat{Factor: metric.MustParseFigure("1.5"), EachTime: true, Most: metric.MustParseFigure("3")},
	}, map[string]*worktime.Calendar{"estate": calendar})
	if err != nil {
		panic(err)
	}

	at := func(day string) time.Time { return civil.MustParse(day).In(calendar.Location()).Add(9 * time.Hour) }
	hydrant := finding.Case{ID: "F-12", Kind: "fire", Place: "building 3", Log: []flow.Event{
		{Seq: 1, At: at("2026-03-02"), Name: finding.EventIssued},
		{Seq: 2, At: at("2026-03-10"), Name: finding.EventCorrected},
		{Seq: 3, At: at("2026-03-11"), Name: finding.EventFailed},
		{Seq: 4, At: at("2026-03-13"), Name: finding.EventCorrected},
		{Seq: 5, At: at("2026-03-16"), Name: finding.EventPassed},
	}}
	for _, day := range []string{"2026-03-09", "2026-03-10", "2026-03-16"} {
		s, err := rules.Status(&hydrant, civil.MustParse(day))
		fmt.Println(day, s.State, s.Timing, s.OverdueDays, s.Points, err)
	}

	s, err := rules.Status(&hydrant, civil.MustParse("2026-03-16"))
	if err != nil {
		panic(err)
	}
	zh, err := explain.NewPrinter(language.Chinese, explain.Messages, finding.Messages)
	if err != nil {
		panic(err)
	}
	fmt.Print(explain.Text(zh, s.Why()))
	fmt.Print(explain.Text(zh, s.Rounds[0].Why()))
	// Output:
	// 2026-03-09 open pending 0 2 <nil>
	// 2026-03-10 corrected late 1 2 <nil>
	// 2026-03-16 closed late 1 5 <nil>
	// 截至 2026-03-16，F-12 的扣分：5 point，下列 2 项之和（来源：quality）
	// ├ 2026-03-02 下发，此前已发现 0 次：2.00 point，四舍五入到 0.01 point
	// │  └ 首次的处罚：2 point
	// └ 2026-03-11 下发，此前已发现 1 次：3.00 point，四舍五入到 0.01 point
	//    └ 乘积：3 point
	//       ├ 首次的处罚：2 point
	//       └ 累计加重倍数：1.5 = 1.5
	//          └ 屡查屡犯的加重系数：1.5
	// 在期限内整改（期限当日算按期）：否，2026-03-10 ≤ 2026-03-09
	// ├ 整改之日：2026-03-10
	// └ 期限：自 2026-03-02 起 P7D，依办法第 1 条期限：2026-03-09
}

// What is not solved at the end of a quarter goes to the next one.
func ExampleCarry() {
	next, err := finding.Carry([]finding.Item{
		{ID: "Q-1", What: "water leaks", Cycle: "2026-Q1"},
		{ID: "Q-2", What: "lobby lights", Cycle: "2026-Q1", Log: []flow.Event{{Seq: 1, At: time.Unix(0, 0), Name: finding.EventDropped}}},
	}, "2026-Q1", "2026-Q2")
	for _, item := range next {
		fmt.Println(item.ID, "loop", item.Loop, "from", item.From, item.What)
	}
	fmt.Println(err)
	// Output:
	// Q-1/2 loop 2 from Q-1 water leaks
	// <nil>
}

// Eight of ten findings are closed; one is overdue, one was withdrawn.
func ExampleCounts_CorrectionRate() {
	c := finding.Counts{Total: 10, Closed: 8, Overdue: 1, Withdrawn: 1}
	rate := c.CorrectionRate(finding.OfIssued)
	percent, err := rate.Percent(metric.Rounding{})
	fmt.Println(rate.Num, "of", rate.Den, rate.Base, percent, err)
	// Output:
	// 8 of 9 issued 88.89% <nil>
}
