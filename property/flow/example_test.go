package flow_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

// repairs reads the table of work orders that stands in testdata.
func repairs() *flow.Machine {
	data, err := os.ReadFile("testdata/workorder.json")
	if err != nil {
		panic(err)
	}
	table, err := invalid.Decode[flow.Table](data, "workorder.json")
	if err != nil {
		panic(err)
	}
	m, err := flow.Compile(table)
	if err != nil {
		panic(err)
	}
	return m
}

// A repair request (报修) is registered, appointed and dispatched, and what is out of turn is refused.
func Example() {
	m := repairs()
	morning := time.Date(2026, 3, 2, 8, 0, 0, 0, time.FixedZone("CST", 8*60*60))
	slip := func(guard string) bool { return guard == "slipIssued" } // 工程维修单
	var log []flow.Event
	var err error
	for i, name := range []string{"reported", "accepted", "arrived", "appointed", "dispatched"} {
		e := flow.Event{At: morning.Add(time.Duration(i) * 10 * time.Minute), Name: name, Actor: "客服 李"}
		if log, err = m.Append(log, e, slip); err != nil {
			fmt.Println(err)
		}
	}
	where, err := m.Replay(log)
	fmt.Println(where.State, where.Seq, err)
	// Output:
	// event 3 "arrived" is not allowed in state "accepted"; allowed are "appointed", "dispatched", "cancelled", "noted"
	// dispatched 4 <nil>
}

// What may be done now, by whom is the caller's business: the events, and the conditions and reasons of each.
func ExampleMachine_Next() {
	offered, err := repairs().Next("inProgress")
	for _, t := range offered {
		fmt.Println(t.Event, "→", t.To, t.Reasons)
	}
	fmt.Println(err)
	// Output:
	// paused → paused [awaitingOwner awaitingParts awaitingApproval]
	// done → done []
	// noted → inProgress []
	// <nil>
}

// Work that is paid for begins when the owner has accepted the quotation.
func ExampleMachine_Step() {
	m := repairs()
	started := flow.Event{At: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), Name: "started"}
	for _, accepted := range []bool{false, true} {
		fmt.Println(m.Step("quoted", started, func(string) bool { return accepted }))
	}
	// Output:
	//  event "started" in state "quoted" needs what does not hold: "quoteAccepted"
	// inProgress <nil>
}

// How long the work stood still for want of parts.
func ExampleMachine_History() {
	m := repairs()
	start := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	var log []flow.Event
	for i, name := range []string{"reported", "accepted", "appointed", "dispatched", "arrived", "started", "paused", "resumed"} {
		e := flow.Event{Seq: int64(i) + 1, At: start.Add(time.Duration(i) * time.Hour), Name: name}
		if name == "paused" {
			e.Reason = "awaitingParts"
		}
		log = append(log, e)
	}
	log[7].At = start.Add(30 * time.Hour)
	stays, err := m.History(log)
	for _, s := range stays {
		if lasted, ok := s.Lasted(); ok && s.State == "paused" {
			fmt.Println(log[s.Seq-1].Reason, lasted, err)
		}
	}
	// Output:
	// awaitingParts 24h0m0s <nil>
}

// Every problem of a table is reported at once, at its place.
func ExampleCompile() {
	_, err := flow.Compile(flow.Table{
		Code: "complaint", Initial: "received",
		States: []flow.State{{Code: "received"}, {Code: "recorded"}, {Code: "handling"}, {Code: "visited", Final: true}},
		Transitions: []flow.Transition{
			{Event: "recorded", From: []string{"received"}, To: "recorded"},
			{Event: "assigned", From: []string{"recorded"}, To: "handling"},
			{Event: "visited", From: []string{"tracked"}, To: "visited"},
		},
	})
	fmt.Println(err)
	// Output:
	// table "complaint": 3 problems
	//   transitions[2].from[0]: there is no state "tracked"
	//   states[3]: nothing leads from the initial state to "visited"
	//   states[2]: nothing leads out of "handling", which is not final
}

// Two writers who both know one event: the second is told to read again.
func ExampleMemory() {
	ctx, store := context.Background(), new(flow.Memory)
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	version, err := store.Append(ctx, "WX-2026-0312", 0, flow.Event{At: at, Name: "reported"})
	fmt.Println(version, err)
	version, err = store.Append(ctx, "WX-2026-0312", version, flow.Event{At: at, Name: "accepted"})
	fmt.Println(version, err)
	_, err = store.Append(ctx, "WX-2026-0312", 1, flow.Event{At: at, Name: "cancelled", Reason: "byOwner"})
	fmt.Println(errors.Is(err, flow.ErrConflict), err)
	// Output:
	// 1 <nil>
	// 2 <nil>
	// true log "WX-2026-0312" is at version 2, the writer knows 1; read it again
}
