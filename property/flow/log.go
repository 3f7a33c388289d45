package flow

import (
	"context"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// Log is the port to where logs are kept (事件存储), one log an ID. It keeps events and judges none: what is allowed, a
// [Machine] says before they are appended. Package flowtest holds the suite that every implementation passes.
//
// Several goroutines may use a Log at once. A context that is done makes either method return its error; then nothing
// is written.
type Log interface {
	// Read returns the whole log of an ID in the order of its numbers, which are 1, 2, 3 and so on. A log that nothing was
	// ever appended to is empty, not an error. Every field is as it was appended; of At the instant is kept to the
	// nanosecond, its zone need not be. The slice is the caller's.
	Read(ctx context.Context, id string) ([]Event, error)

	// Append adds events at the end of the log of an ID, all of them or none, and returns the number of the last event of
	// the log, its new version. Version is the number of the last event that the writer knows, 0 for none; [Number] gives
	// the events their numbers. The slice stays the caller's. No events are added as well: the version alone is compared.
	//
	// Errors: [ErrConflict], made by [Conflict], if the log is not at the version; a [*SeqError] for an event with a number
	// that is not its own; [ErrNoID] for an empty ID.
	Append(ctx context.Context, id string, version int64, events ...Event) (int64, error)
}

// Number returns a copy of the events with the numbers that follow the version, as every [Log] appends them.
//
// Errors: a [*SeqError] for an event that has a number already, and another one, and where there is no number: below 1 or
// beyond 63 bits.
func Number(version int64, events []Event) ([]Event, error) {
	out := slices.Clone(events)
	for i := range out {
		e, want := &out[i], version+int64(i)+1
		if e.Seq != 0 && e.Seq != want || want <= 0 {
			return nil, &SeqError{Event: e.Name, Have: e.Seq, Want: want}
		}
		e.Seq = want
	}
	return out, nil
}

// Conflict returns the error of a writer who does not know the whole log (版本冲突): it is at the version have, the writer
// knew known. It unwraps to [ErrConflict].
func Conflict(id string, have, known int64) error {
	return invalid.Value(ErrConflict, invalid.Quote(id), strconv.FormatInt(have, 10), strconv.FormatInt(known, 10))
}
