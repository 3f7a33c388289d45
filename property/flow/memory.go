package flow

import (
	"context"
	"slices"
	"sync"

	"github.com/wuyekit/wuye/property/invalid"
)

// Memory is a [Log] that forgets everything when the program ends, for tests and for programs that read their logs from
// files. The zero value is ready; several goroutines may use it at once; it must not be copied.
type Memory struct {
	mu   sync.Mutex
	logs map[string][]Event
}

// Read returns a copy of the log of an ID.
func (m *Memory) Read(ctx context.Context, id string) ([]Event, error) {
	if err := ready(ctx, id); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.logs[id]), nil
}

// Append adds copies of the events to the log of an ID.
//
// Errors: as [Log] says.
func (m *Memory) Append(ctx context.Context, id string, version int64, events ...Event) (int64, error) {
	if err := ready(ctx, id); err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	log := m.logs[id]
	if have := int64(len(log)); version != have {
		return 0, Conflict(id, have, version)
	}
	numbered, err := Number(version, events)
	if err != nil {
		return 0, err
	}
	if m.logs == nil {
		m.logs = map[string][]Event{}
	}
	m.logs[id] = append(log, numbered...)
	return version + int64(len(events)), nil
}

// ready reports a context that is done and an empty ID.
func ready(ctx context.Context, id string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if id == "" {
		return invalid.Value(ErrNoID)
	}
	return nil
}
