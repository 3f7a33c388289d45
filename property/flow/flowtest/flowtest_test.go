package flowtest_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/flow/flowtest"
)

func TestMemory(t *testing.T) {
	flowtest.Run(t, func(*testing.T) flow.Log { return new(flow.Memory) })
	require.NoError(t, flowtest.Check(t.Context(), func() flow.Log { return new(flow.Memory) }))
}

func BenchmarkMemory(b *testing.B) {
	flowtest.Bench(b, func(*testing.B) flow.Log { return new(flow.Memory) })
}

// broken is a sound store with one fault: on the way in, on the way out, or in place of a method.
type broken struct {
	flow.Memory
	in, out func(flow.Event) flow.Event
	append  func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error)
	read    func(b *broken, ctx context.Context, id string) ([]flow.Event, error)
}

func (b *broken) Append(ctx context.Context, id string, version int64, events ...flow.Event) (int64, error) {
	if b.append != nil {
		return b.append(b, ctx, id, version, events)
	}
	if b.in != nil {
		events = slices.Clone(events)
		for i := range events {
			events[i] = b.in(events[i])
		}
	}
	return b.Memory.Append(ctx, id, version, events...)
}

func (b *broken) Read(ctx context.Context, id string) ([]flow.Event, error) {
	if b.read != nil {
		return b.read(b, ctx, id)
	}
	events, err := b.Memory.Read(ctx, id)
	for i := range events {
		if b.out != nil {
			events[i] = b.out(events[i])
		}
	}
	return events, err
}

// at returns the version that a log is at.
func (b *broken) at(ctx context.Context, id string) int64 {
	events, err := b.Memory.Read(ctx, id)
	if err != nil {
		return 0
	}
	return int64(len(events))
}

// shared keeps the slices that cross the port.
type shared struct {
	mu             sync.Mutex
	logs           map[string][]flow.Event
	cloneIn, clone bool
}

func (s *shared) Read(ctx context.Context, id string) ([]flow.Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := valid(ctx, id); err != nil {
		return nil, err
	}
	if s.clone {
		return slices.Clone(s.logs[id]), nil
	}
	return s.logs[id], nil
}

func (s *shared) Append(ctx context.Context, id string, version int64, events ...flow.Event) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := valid(ctx, id); err != nil {
		return 0, err
	}
	if have := int64(len(s.logs[id])); have != version {
		return 0, flow.Conflict(id, have, version)
	}
	numbered, err := flow.Number(version, events)
	if err != nil {
		return 0, err
	}
	if !s.cloneIn {
		copy(events, numbered)
		numbered = events
	}
	if version == 0 {
		s.logs[id] = numbered
	} else {
		s.logs[id] = append(s.logs[id], numbered...)
	}
	return int64(len(s.logs[id])), nil
}

// valid asks a sound store whether it would answer.
func valid(ctx context.Context, id string) error {
	_, err := new(flow.Memory).Read(ctx, id)
	return err
}

// TestSuiteFindsFaults: the suite refuses each broken store, and for the right reason.
func TestSuiteFindsFaults(t *testing.T) {
	in := func(change func(*flow.Event)) func() flow.Log {
		return func() flow.Log { return &broken{in: func(e flow.Event) flow.Event { change(&e); return e }} }
	}
	out := func(change func(*flow.Event)) func() flow.Log {
		return func() flow.Log { return &broken{out: func(e flow.Event) flow.Event { change(&e); return e }} }
	}
	appending := func(f func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error)) func() flow.Log {
		return func() flow.Log { return &broken{append: f} }
	}
	reading := func(f func(b *broken, ctx context.Context, id string) ([]flow.Event, error)) func() flow.Log {
		return func() flow.Log { return &broken{read: f} }
	}
	tests := []struct {
		name string
		open func() flow.Log
		want string // the property that must be found broken
	}{
		{"forgets an event", appending(func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error) {
			if len(events) > 2 {
				_, err := b.Memory.Append(ctx, id, version, events[:len(events)-1]...)
				return version + int64(len(events)), err
			}
			return b.Memory.Append(ctx, id, version, events...)
		}), "events are read as they were written"},
		{"ignores the version", appending(func(b *broken, ctx context.Context, id string, _ int64, events []flow.Event) (int64, error) {
			return b.Memory.Append(ctx, id, b.at(ctx, id), events...)
		}), "a writer knows the whole log"},
		{"lets a writer overtake", appending(func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error) {
			return b.Memory.Append(ctx, id, max(version, b.at(ctx, id)), events...)
		}), "a writer knows the whole log"},
		{"compares no version when there is nothing to append", appending(func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error) {
			if len(events) == 0 {
				return version, nil
			}
			return b.Memory.Append(ctx, id, version, events...)
		}), "nothing to append"},
		{"returns how many were appended", appending(func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error) {
			_, err := b.Memory.Append(ctx, id, version, events...)
			return int64(len(events)), err
		}), "a log goes on where it ended"},
		{"numbers from 0", out(func(e *flow.Event) { e.Seq-- }), "events are read as they were written"},
		{"gives other numbers without a word", in(func(e *flow.Event) { e.Seq = 0 }), "numbers are given or right"},
		{"loses the reason", in(func(e *flow.Event) { e.Reason = "" }), "events are read as they were written"},
		{"loses the actor", in(func(e *flow.Event) { e.Actor = "" }), "events are read as they were written"},
		{"trims the note", in(func(e *flow.Event) { e.Note = strings.TrimSpace(e.Note) }), "events are read as they were written"},
		{"cuts long notes", in(func(e *flow.Event) { e.Note = e.Note[:min(len(e.Note), 4000)] }), "events are read as they were written"},
		{"drops the fraction of the second", in(func(e *flow.Event) { e.At = e.At.Truncate(time.Second) }), "events are read as they were written"},
		{"keeps microseconds only", in(func(e *flow.Event) { e.At = e.At.Truncate(time.Microsecond) }), "events are read as they were written"},
		{"takes local time for UTC", in(func(e *flow.Event) {
			at := e.At
			e.At = time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), at.Second(), at.Nanosecond(), time.UTC)
		}), "events are read as they were written"},
		{"orders by the instant", reading(func(b *broken, ctx context.Context, id string) ([]flow.Event, error) {
			events, err := b.Memory.Read(ctx, id)
			slices.SortStableFunc(events, func(x, y flow.Event) int { return x.At.Compare(y.At) })
			return events, err
		}), "events are read as they were written"},
		{"reads one page", reading(func(b *broken, ctx context.Context, id string) ([]flow.Event, error) {
			events, err := b.Memory.Read(ctx, id)
			return events[:min(len(events), 1000)], err
		}), "a long log is kept whole"},
		{"appends half", appending(func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error) {
			if len(events) == 0 {
				return b.Memory.Append(ctx, id, version)
			}
			for i := range events {
				if _, err := b.Memory.Append(ctx, id, version+int64(i), events[i]); err != nil {
					return 0, err
				}
			}
			return version + int64(len(events)), nil
		}), "all or nothing"},
		{"confuses letters", appending(func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error) {
			return b.Memory.Append(ctx, strings.ToLower(id), version, events...)
		}), "logs are kept apart"},
		{"keeps the caller's slice", func() flow.Log { return &shared{logs: map[string][]flow.Event{}, clone: true} }, "slices are not shared"},
		{"gives out its own slice", func() flow.Log { return &shared{logs: map[string][]flow.Event{}, cloneIn: true} }, "slices are not shared"},
		{"writes the numbers into the caller's slice", appending(func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error) {
			v, err := b.Memory.Append(ctx, id, version, events...)
			for i := range events {
				events[i].Seq = version + int64(i) + 1
			}
			return v, err
		}), "slices are not shared"},
		{"writes although the context is done", appending(func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error) {
			v, err := b.Memory.Append(context.WithoutCancel(ctx), id, version, events...)
			if err == nil {
				err = ctx.Err()
			}
			return v, err
		}), "a context that is done writes nothing"},
		{"reads although the context is done", reading(func(b *broken, ctx context.Context, id string) ([]flow.Event, error) {
			return b.Memory.Read(context.WithoutCancel(ctx), id)
		}), "a context that is done writes nothing"},
		{"takes an empty ID", appending(func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error) {
			return b.Memory.Append(ctx, "log "+id, version, events...)
		}), "an ID is needed"},
		{"has no empty logs", reading(func(b *broken, ctx context.Context, id string) ([]flow.Event, error) {
			events, err := b.Memory.Read(ctx, id)
			if err == nil && len(events) == 0 {
				err = flow.ErrNoID
			}
			return events, err
		}), "a log that was never written is empty"},
		{"tells every loser that it succeeded", appending(func(b *broken, ctx context.Context, id string, version int64, events []flow.Event) (int64, error) {
			v, err := b.Memory.Append(ctx, id, version, events...)
			if err != nil && b.at(ctx, id) == version+1 && version > 4 {
				return version + 1, nil
			}
			return v, err
		}), "one writer wins"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := flowtest.Check(t.Context(), tt.open)
			require.Error(t, err)
			require.Contains(t, "\n"+err.Error(), "\n"+tt.want+": ")
		})
	}
}

// TestHarnessIsSound: the stores above are broken by their fault and by nothing else.
func TestHarnessIsSound(t *testing.T) {
	require.NoError(t, flowtest.Check(t.Context(), func() flow.Log { return new(broken) }))
	require.NoError(t, flowtest.Check(t.Context(), func() flow.Log {
		return &shared{logs: map[string][]flow.Event{}, cloneIn: true, clone: true}
	}))
}
