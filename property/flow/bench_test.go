package flow_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
)

// twelve is a paid repair that waits for parts and is visited.
func twelve() []flow.Event {
	out := named("reported", "accepted", "appointed", "dispatched", "arrived", "quoted", "started", "paused", "resumed", "done", "confirmed", "revisited")
	out[7].Reason = "awaitingParts"
	return out
}

func BenchmarkReplay12(b *testing.B) {
	m, events := workOrder(b), twelve()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Replay(events); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStep(b *testing.B) {
	m := workOrder(b)
	e := flow.Event{Seq: 8, At: at("09:40"), Name: "paused", Reason: "awaitingParts"}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Step("inProgress", e, yes); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompileWorkOrder(b *testing.B) {
	table := readTable(b, "workorder.json")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := flow.Compile(table); err != nil {
			b.Fatal(err)
		}
	}
}

// TestNoAllocations: a log is replayed and an event taken without a word of memory.
func TestNoAllocations(t *testing.T) {
	m, events := workOrder(t), twelve()
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if _, err := m.Replay(events); err != nil {
			t.Error(err)
		}
		if _, err := m.Step("quoted", events[6], yes); err != nil {
			t.Error(err)
		}
	}))
}
