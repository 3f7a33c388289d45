package flowtest

import (
	"context"
	"errors"
	"fmt"

	"github.com/wuyekit/wuye/property/flow"
)

// holds reports where a log is not made of these events, numbered from 1.
func holds(ctx context.Context, l flow.Log, id string, want []flow.Event) error {
	got, err := l.Read(ctx, id)
	if err != nil {
		return fmt.Errorf("Read(%q): %w", id, err)
	}
	for i := range min(len(got), len(want)) {
		w := want[i]
		w.Seq = int64(i) + 1
		if !got[i].Equal(w) {
			return fmt.Errorf("Read(%q): entry %d is\n\t%+v, want\n\t%+v", id, i, got[i], w)
		}
	}
	if len(got) != len(want) {
		return fmt.Errorf("Read(%q) has %d events, want %d", id, len(got), len(want))
	}
	return nil
}

// appends appends events and reports an error or a wrong version.
func appends(ctx context.Context, l flow.Log, id string, version int64, events ...flow.Event) error {
	got, err := l.Append(ctx, id, version, events...)
	if err != nil {
		return fmt.Errorf("Append(%q, %d) of %d events: %w", id, version, len(events), err)
	}
	if want := version + int64(len(events)); got != want {
		return fmt.Errorf("Append(%q, %d) of %d events returned version %d, want %d", id, version, len(events), got, want)
	}
	return nil
}

// refuses appends events and reports that there is no error or another one.
func refuses(ctx context.Context, l flow.Log, want error, id string, version int64, events ...flow.Event) error {
	_, err := l.Append(ctx, id, version, events...)
	if !errors.Is(err, want) {
		return fmt.Errorf("Append(%q, %d) of %d events: error %v, want %v", id, version, len(events), err, want)
	}
	return nil
}
