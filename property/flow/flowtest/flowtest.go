// Package flowtest is the conformance suite of [flow.Log]: every implementation passes it.
//
//	func TestLog(t *testing.T) {
//		flowtest.Run(t, func(t *testing.T) flow.Log { return open(t.TempDir()) })
//	}
//
// An open function returns a log store that is empty; each property gets its own.
package flowtest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/wuyekit/wuye/property/flow"
)

// Run tests an implementation, each property in a subtest of its own.
func Run(t *testing.T, open func(t *testing.T) flow.Log) {
	t.Helper()
	for _, p := range properties() {
		t.Run(strings.ReplaceAll(p.name, " ", "-"), func(t *testing.T) {
			if err := p.check(t.Context(), open(t)); err != nil {
				t.Error(err)
			}
		})
	}
}

// Check tests an implementation outside a test, and returns what is wrong with it: one error for each property that it
// breaks, nil if there is none.
func Check(ctx context.Context, open func() flow.Log) error {
	var errs []error
	for _, p := range properties() {
		if err := p.check(ctx, open()); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", p.name, err))
		}
	}
	return errors.Join(errs...)
}

// Bench measures an implementation: a work order of twelve events written one by one, and read.
func Bench(b *testing.B, open func(b *testing.B) flow.Log) {
	b.Helper()
	const events = 12
	ctx, l := b.Context(), open(b)
	b.Run("append", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			id, version := fmt.Sprintf("order-%d", i/events), int64(i%events)
			if _, err := l.Append(ctx, id, version, sample(int(version))); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("read", func(b *testing.B) {
		if _, err := l.Append(ctx, "read", 0, samples(0, events)...); err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if got, err := l.Read(ctx, "read"); err != nil || len(got) != events {
				b.Fatalf("Read returned %d events and the error %v, want %d", len(got), err, events)
			}
		}
	})
}

// property is something that every implementation keeps.
type property struct {
	name  string
	check func(ctx context.Context, l flow.Log) error
}

func properties() []property {
	return []property{
		{"a log that was never written is empty", neverWritten},
		{"events are read as they were written", readAsWritten},
		{"a log goes on where it ended", goesOn},
		{"a long log is kept whole", longLog},
		{"a writer knows the whole log", knowsAll},
		{"numbers are given or right", rightNumbers},
		{"all or nothing", allOrNothing},
		{"nothing to append", nothingToAppend},
		{"logs are kept apart", keptApart},
		{"slices are not shared", notShared},
		{"a context that is done writes nothing", doneContext},
		{"an ID is needed", idNeeded},
		{"one writer wins", oneWins},
	}
}

// sample is an event with something in every field, without a number.
func sample(i int) flow.Event {
	names := []string{"reported", "paused", "改派", "noted"}
	return flow.Event{
		At:   time.Date(2026, 3, 2, 9, 40, i, 123_456_789, time.FixedZone("", 8*60*60)),
		Name: names[i%len(names)], Reason: fmt.Sprintf("reason-%d", i), Actor: "王工 <wang@example.com>",
		Note: fmt.Sprintf("第 %d 条: \"三角阀\", it's 50%% done; \\ {} 🔧\n第二行\t ", i),
	}
}

func samples(from, to int) []flow.Event {
	var out []flow.Event
	for i := from; i < to; i++ {
		out = append(out, sample(i))
	}
	return out
}
