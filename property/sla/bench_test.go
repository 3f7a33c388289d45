package sla_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// ordinary is a promise with three milestones, and a case with two pauses.
func ordinary(tb testing.TB) (*sla.Clock, sla.Case) {
	tb.Helper()
	week := []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday}
	office, err := worktime.New(worktime.Timetable{
		Code: "office", Zone: "Asia/Shanghai", Holidays: "cn", MakeUp: worktime.Monday,
		Hours: []worktime.Hours{{Days: week, Windows: []civil.Window{civil.MustParseWindow("09:00/12:00"), civil.MustParseWindow("13:30/18:00")}}},
	}, time.LoadLocation, worktime.China())
	require.NoError(tb, err)
	limit := func(span string, in sla.Counting) []sla.Limit {
		return []sla.Limit{{Categories: []string{"urgent"}, Span: civil.MustParseSpan("PT10M"), In: sla.Wall}, {Span: civil.MustParseSpan(span), In: in}}
	}
	clock, err := sla.Compile(sla.Promise{
		Code: "repairs", Calendar: "office",
		Milestones: []sla.Milestone{
			{Code: "accept", From: "reported", To: "accepted", Limits: limit("PT30M", sla.Wall)},
			{Code: "arrive", From: "reported", To: "arrived", Limits: limit("PT4H", sla.Working), Stops: []string{"waiting"}},
			{Code: "resolve", From: "reported", To: "resolved", Limits: limit("PT16H", sla.Working), Stops: []string{"waiting"}},
		},
		Stops:     []sla.Stop{{Code: "waiting", From: "paused", Until: []string{"resumed"}}},
		Cancelled: []string{"cancelled"},
	}, map[string]*worktime.Calendar{"office": office})
	require.NoError(tb, err)
	at := time.Date(2026, 9, 17, 16, 0, 0, 0, office.Location())
	repair := sla.Case{ID: "1", Category: "minor"}
	for i, e := range []struct {
		after time.Duration
		name  string
	}{
		{0, "reported"},
		{10 * time.Minute, "accepted"},
		{30 * time.Minute, "paused"},
		{18 * time.Hour, "resumed"},
		{19 * time.Hour, "arrived"},
		{20 * time.Hour, "paused"},
		{24 * time.Hour, "resumed"},
		{66 * time.Hour, "resolved"},
	} {
		repair.Log = append(repair.Log, flow.Event{Seq: int64(i + 1), At: at.Add(e.after), Name: e.name})
	}
	return clock, repair
}

func BenchmarkEvaluate(b *testing.B) {
	clock, repair := ordinary(b)
	now := repair.Log[len(repair.Log)-1].At.Add(time.Hour)
	dst := make([]sla.Verdict, 0, 4)
	b.ReportAllocs()
	for b.Loop() {
		dst = clock.Evaluate(dst[:0], &repair, now)
	}
	for _, v := range dst {
		if v.State != sla.Met {
			b.Fatal(v)
		}
	}
}
