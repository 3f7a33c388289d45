package flow_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

// goodsPass is SEC-46: 物品出门条, issued, checked at the gate, used once.
func goodsPass() flow.Table {
	return flow.Table{
		Code: "goodsPass", Initial: "applied",
		States: []flow.State{{Code: "applied"}, {Code: "issued"}, {Code: "checked"}, {Code: "used", Final: true}},
		Transitions: []flow.Transition{
			{Event: "issued", From: []string{"applied"}, To: "issued"},
			{Event: "checked", From: []string{"issued"}, To: "checked", Guards: []string{"goodsMatch"}},
			{Event: "left", From: []string{"checked"}, To: "used"},
		},
	}
}

// lift never ends: it is in service or stopped.
func lift() flow.Table {
	return flow.Table{
		Code: "lift", Initial: "inService", States: []flow.State{{Code: "inService"}, {Code: "stopped"}},
		Transitions: []flow.Transition{
			{Event: "stopped", From: []string{"inService"}, To: "stopped", Reason: flow.ReasonOptional},
			{Event: "started", From: []string{"stopped"}, To: "inService"},
			{Event: "inspected", FromAny: true, Stays: true},
		},
		Reasons: []flow.Reason{{Code: "passengerTrapped"}, {Code: "inspection"}},
	}
}

func readTable(tb testing.TB, name string) flow.Table {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(tb, err)
	table, err := invalid.Decode[flow.Table](data, name)
	require.NoError(tb, err)
	return table
}

func machine(tb testing.TB, table flow.Table) *flow.Machine {
	tb.Helper()
	m, err := flow.Compile(table)
	require.NoError(tb, err)
	return m
}

func workOrder(tb testing.TB) *flow.Machine {
	tb.Helper()
	return machine(tb, readTable(tb, "workorder.json"))
}

// at is a minute of 2026-03-02 in China.
func at(clock string) time.Time {
	t, err := time.Parse("2006-01-02 15:04 -0700", "2026-03-02 "+clock+" +0800")
	if err != nil {
		panic(err)
	}
	return t
}

// log numbers events.
func log(events ...flow.Event) []flow.Event {
	for i := range events {
		events[i].Seq = int64(i) + 1
	}
	return events
}

func named(names ...string) []flow.Event {
	var out []flow.Event
	for i, name := range names {
		out = append(out, flow.Event{Seq: int64(i) + 1, At: at("08:00").Add(time.Duration(i) * time.Minute), Name: name})
	}
	return out
}

func yes(string) bool { return true }
