package finding

import (
	"strconv"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

// maxLoop bounds how many cycles an item goes through.
const maxLoop = 9999

// Item is a problem on its way through plan, do, check and act in one cycle (PDCA 改进事项). It is a document.
type Item struct {
	// ID names it in its cycle; carried over it gets the number of its loop behind it: "Q-7/2".
	ID string `json:"id"`
	// What is the problem, and Owner who solves it.
	What  string `json:"what,omitempty"`
	Owner string `json:"owner,omitempty"`
	// Cycle is the code of the cycle: "2026-Q1".
	Cycle string `json:"cycle"`
	// Loop is how many cycles it has been in, this one included; unset: 1. From is the ID of the item it was in the cycle before.
	Loop int    `json:"loop,omitempty"`
	From string `json:"from,omitempty"`
	// Level is who closes the loop, and Stage where in making quality the problem lies.
	Level Level `json:"level,omitempty"`
	Stage Stage `json:"stage,omitempty"`
	// Findings are the IDs of the cases that it comes from.
	Findings []string `json:"findings,omitempty"`
	// Log is what happened in this cycle, by the table [Improvement], in any order: it is read by its numbers.
	Log []flow.Event `json:"log,omitempty"`
}

// loop returns the number of the loop.
func (i *Item) loop() int { return max(i.Loop, 1) }

// Check reports every problem of the item by itself.
func (i Item) Check(l *invalid.List) {
	m, err := flow.Compile(Improvement())
	l.Take(err)
	if err == nil {
		i.check(l, m)
	}
}

func (i *Item) check(l *invalid.List, m *flow.Machine) {
	required(l, "id", i.ID)
	required(l, "cycle", i.Cycle)
	if i.Loop < 0 || i.Loop > maxLoop {
		l.At("loop").Add(ErrLoop, strconv.Itoa(i.Loop), strconv.Itoa(maxLoop))
	} else if (i.loop() == 1) != (i.From == "") {
		l.At("from").Add(ErrFirstLoop, strconv.Itoa(i.loop()), invalid.Quote(i.From))
	}
	levelWords().Check(l, "level", uint8(i.Level))
	stageWords().Check(l, "stage", uint8(i.Stage))
	checkNames(l, "findings", i.Findings)
	checkLog(l, m, i.Log)
}

// The events of an item's log.
const (
	// EventStarted carries the plan out (实施).
	EventStarted = "started"
	// EventDone says that the plan is carried out, so that its effect is checked (检查).
	EventDone = "done"
	// EventChecked says what came of it, so that it is acted on (处理).
	EventChecked = "checked"
	// EventSolved makes what helped the standard: the loop is closed (标准化、闭环).
	EventSolved = "solved"
	// EventCarried hands the problem to the next cycle (转入下一循环).
	EventCarried = "carried"
	// EventDropped gives it up (不再改进).
	EventDropped = "dropped"
)

// The states of an item's log.
const (
	stateSolved  = "solved"
	stateDropped = "dropped"
)

// Improvement returns the table that the log of an item follows (PDCA 循环): plan, do, check, act, and what is not solved goes to the
// next cycle.
func Improvement() flow.Table {
	return flow.Table{
		Code:    "improvement",
		Name:    flow.Name{ZH: "改进事项", EN: "improvement"},
		Initial: "plan",
		States: []flow.State{
			{Code: "plan", Name: flow.Name{ZH: "计划", EN: "plan"}},
			{Code: "do", Name: flow.Name{ZH: "执行", EN: "do"}},
			{Code: "check", Name: flow.Name{ZH: "检查", EN: "check"}},
			{Code: "act", Name: flow.Name{ZH: "处理", EN: "act"}},
			{Code: stateSolved, Name: flow.Name{ZH: "已解决", EN: "solved"}, Final: true},
			{Code: "carried", Name: flow.Name{ZH: "转入下一循环", EN: "carried over"}, Final: true},
			{Code: stateDropped, Name: flow.Name{ZH: "不再改进", EN: "dropped"}, Final: true},
		},
		Transitions: []flow.Transition{
			{Event: EventStarted, From: []string{"plan"}, To: "do"},
			{Event: EventDone, From: []string{"do"}, To: "check"},
			{Event: EventChecked, From: []string{"check"}, To: "act"},
			{Event: EventSolved, From: []string{"act"}, To: stateSolved},
			{Event: EventCarried, FromAny: true, To: "carried"},
			{Event: EventDropped, FromAny: true, To: stateDropped},
			{Event: EventNoted, FromAny: true, Stays: true},
		},
	}
}
