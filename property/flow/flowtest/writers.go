package flowtest

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/wuyekit/wuye/property/flow"
)

// oneWins lets several writers append the first event of a log at once, and then the second, and so on: each time one
// of them succeeds and the others are told that they do not know the whole log.
func oneWins(ctx context.Context, l flow.Log) error {
	const writers, rounds = 8, 12
	var won []flow.Event
	for version := range int64(rounds) {
		errs := race(ctx, l, version, writers)
		winners := 0
		for w, err := range errs {
			switch {
			case err == nil:
				winners++
				won = append(won, sample(w))
			case !errors.Is(err, flow.ErrConflict):
				return fmt.Errorf("writer %d of %d at version %d: %w", w, writers, version, err)
			}
		}
		if winners != 1 {
			return fmt.Errorf("%d of %d writers at version %d were told that they succeeded, want 1", winners, writers, version)
		}
	}
	return holds(ctx, l, order, won)
}

// race appends one event for each writer at the same version and returns what each was told.
func race(ctx context.Context, l flow.Log, version int64, writers int) []error {
	errs := make([]error, writers)
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() { _, errs[w] = l.Append(ctx, order, version, sample(w)) })
	}
	all.Wait()
	return errs
}
