package flowtest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/flow"
)

const order = "order-1"

func neverWritten(ctx context.Context, l flow.Log) error {
	return errors.Join(holds(ctx, l, order, nil), holds(ctx, l, order, nil))
}

func readAsWritten(ctx context.Context, l flow.Log) error {
	events := append(samples(0, 3),
		flow.Event{At: time.Date(2026, 3, 2, 1, 0, 0, 1, time.UTC), Name: "late"}, // before the others
		flow.Event{At: time.Date(1999, 12, 31, 23, 59, 59, 999_999_999, time.UTC), Name: "old", Note: strings.Repeat("维修", 5000)},
		flow.Event{At: time.Date(2026, 3, 2, 9, 0, 0, 0, time.FixedZone("", -(9*60+30)*60)), Name: " "},
	)
	if err := appends(ctx, l, order, 0, events...); err != nil {
		return err
	}
	return errors.Join(holds(ctx, l, order, events), holds(ctx, l, order, events))
}

func goesOn(ctx context.Context, l flow.Log) error {
	events := samples(0, 6)
	for _, cut := range [][2]int{{0, 1}, {1, 4}, {4, 6}} {
		if err := appends(ctx, l, order, int64(cut[0]), events[cut[0]:cut[1]]...); err != nil {
			return err
		}
		if err := holds(ctx, l, order, events[:cut[1]]); err != nil {
			return err
		}
	}
	return nil
}

func longLog(ctx context.Context, l flow.Log) error {
	events := samples(0, 1200)
	for version := 0; version < len(events); version += 400 {
		if err := appends(ctx, l, order, int64(version), events[version:version+400]...); err != nil {
			return err
		}
	}
	return holds(ctx, l, order, events)
}

func knowsAll(ctx context.Context, l flow.Log) error {
	events := samples(0, 3)
	err := errors.Join(
		refuses(ctx, l, flow.ErrConflict, order, 1, sample(8)),
		appends(ctx, l, order, 0, events...),
	)
	for _, version := range []int64{0, 1, 2, 4, 100, -1, math.MinInt64, math.MaxInt64} {
		err = errors.Join(err, refuses(ctx, l, flow.ErrConflict, order, version, sample(9)))
	}
	return errors.Join(err, holds(ctx, l, order, events))
}

func rightNumbers(ctx context.Context, l flow.Log) error {
	events := samples(0, 4)
	events[1].Seq = 2
	events[3].Seq = 4
	err := errors.Join(
		appends(ctx, l, order, 0, events[:2]...),
		appends(ctx, l, order, 2, events[2:]...),
	)
	for _, seq := range []int64{1, 4, 6, -1} {
		e := sample(9)
		e.Seq = seq
		err = errors.Join(err, refuses(ctx, l, flow.ErrSeq, order, 4, e))
	}
	return errors.Join(err, holds(ctx, l, order, events))
}

// allOrNothing appends lists of which the last event cannot be appended.
func allOrNothing(ctx context.Context, l flow.Log) error {
	bad := samples(0, 3)
	bad[2].Seq = 7
	good := samples(4, 6)
	return errors.Join(
		refuses(ctx, l, flow.ErrSeq, order, 0, bad...),
		holds(ctx, l, order, nil),
		appends(ctx, l, order, 0, good...),
		refuses(ctx, l, flow.ErrSeq, order, 2, bad...),
		holds(ctx, l, order, good),
		appends(ctx, l, order, 2, sample(6)),
		holds(ctx, l, order, samples(4, 7)),
	)
}

func nothingToAppend(ctx context.Context, l flow.Log) error {
	return errors.Join(
		appends(ctx, l, order, 0),
		holds(ctx, l, order, nil),
		refuses(ctx, l, flow.ErrConflict, order, 1),
		appends(ctx, l, order, 0, sample(1)),
		appends(ctx, l, order, 1),
		refuses(ctx, l, flow.ErrConflict, order, 0),
		holds(ctx, l, order, samples(1, 2)),
	)
}

// keptApart writes logs whose IDs a careless store confuses.
func keptApart(ctx context.Context, l flow.Log) error {
	ids := []string{"a", "A", "a ", " a", "a/b", "a//b", "../a", "a%2Fb", "a_b", "a%", "a'b", `a"b`, "a\\b", "工单-1", "工单-2", "é", "e\u0301", "1", "01", strings.Repeat("x", 200)}
	var err error
	for i, id := range ids {
		err = errors.Join(err, appends(ctx, l, id, 0, samples(i, i+2)...))
	}
	for i, id := range ids {
		err = errors.Join(err, appends(ctx, l, id, 2, sample(i+2)))
	}
	for i, id := range ids {
		err = errors.Join(err, holds(ctx, l, id, samples(i, i+3)))
	}
	return errors.Join(err, holds(ctx, l, "b", nil))
}

// notShared writes over every slice that crossed the port.
func notShared(ctx context.Context, l flow.Log) error {
	given := make([]flow.Event, 0, 8)
	given = append(given, samples(0, 3)...)
	if err := appends(ctx, l, order, 0, given...); err != nil {
		return err
	}
	for i, e := range given {
		if !e.Equal(sample(i)) {
			return fmt.Errorf("the caller's entry %d was changed to %+v", i, e)
		}
	}
	clear(given)
	read, err := l.Read(ctx, order)
	if err != nil {
		return err
	}
	clear(read)
	_ = append(read, sample(7)) // it writes behind the slice, if there is room
	return errors.Join(
		holds(ctx, l, order, samples(0, 3)),
		appends(ctx, l, order, 3, sample(3)),
		holds(ctx, l, order, samples(0, 4)),
	)
}

func doneContext(ctx context.Context, l flow.Log) error {
	done, cancel := context.WithCancel(ctx)
	cancel()
	err := refuses(done, l, context.Canceled, order, 0, samples(0, 2)...)
	if _, readErr := l.Read(done, order); !errors.Is(readErr, context.Canceled) {
		err = errors.Join(err, fmt.Errorf("Read(%q) with a context that is done: error %v, want %v", order, readErr, context.Canceled))
	}
	return errors.Join(err, holds(ctx, l, order, nil))
}

func idNeeded(ctx context.Context, l flow.Log) error {
	err := refuses(ctx, l, flow.ErrNoID, "", 0, sample(0))
	if _, readErr := l.Read(ctx, ""); !errors.Is(readErr, flow.ErrNoID) {
		err = errors.Join(err, fmt.Errorf("without an ID, Read: error %v, want %v", readErr, flow.ErrNoID))
	}
	return err
}
