package flow

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// NotAllowedError is an event that does not happen in a state (不允许的事件).
type NotAllowedError struct {
	// Seq is the number of the event, 0 while it is in no log.
	Seq int64
	// Event is its name, State the code of the state.
	Event, State string
	// Allowed are the events that happen in that state, in the order of the table; none after a final state.
	Allowed []string
}

// Error names the event, the state and what is allowed.
func (e *NotAllowedError) Error() string { return e.Unwrap().Error() }

// Unwrap returns the problem as [ErrNotAllowed], after a final state as [ErrOver], for lists and translations.
func (e *NotAllowedError) Unwrap() error {
	if len(e.Allowed) == 0 {
		return invalid.Value(ErrOver, label(e.Seq, e.Event), invalid.Quote(e.State))
	}
	return invalid.Value(ErrNotAllowed, label(e.Seq, e.Event), invalid.Quote(e.State), quoted(e.Allowed))
}

// GuardError is an event whose conditions do not hold (守卫条件不满足).
type GuardError struct {
	// Seq is the number of the event, 0 while it is in no log.
	Seq int64
	// Event is its name, State the code of the state.
	Event, State string
	// Unmet are the guards that answered no, in the order of the table.
	Unmet []string
}

// Error names the event, the state and the guards.
func (e *GuardError) Error() string { return e.Unwrap().Error() }

// Unwrap returns the problem as [ErrGuard], for lists and translations.
func (e *GuardError) Unwrap() error {
	return invalid.Value(ErrGuard, label(e.Seq, e.Event), invalid.Quote(e.State), quoted(e.Unmet))
}

// ReasonError is an event whose reason does not fit (原因不符).
type ReasonError struct {
	// Seq is the number of the event, 0 while it is in no log.
	Seq int64
	// Event is its name, State the code of the state.
	Event, State string
	// Reason is what it gives, "" none.
	Reason string
	// Allowed are the codes that fit; if there are none, the event takes no reason.
	Allowed []string
}

// Error names the event, the state, the reason and those that fit.
func (e *ReasonError) Error() string { return e.Unwrap().Error() }

// Unwrap returns the problem as [ErrReasonMissing], [ErrReasonRefused] or [ErrReason], for lists and translations.
func (e *ReasonError) Unwrap() error {
	event, state := label(e.Seq, e.Event), invalid.Quote(e.State)
	switch {
	case e.Reason == "":
		return invalid.Value(ErrReasonMissing, event, state, quoted(e.Allowed))
	case len(e.Allowed) == 0:
		return invalid.Value(ErrReasonRefused, event, state, invalid.Quote(e.Reason))
	default:
		return invalid.Value(ErrReason, event, state, invalid.Quote(e.Reason), quoted(e.Allowed))
	}
}

// SeqError is an event whose number is not the next of its log (序号不连续).
type SeqError struct {
	// Event is its name.
	Event string
	// Have is its number, Want the one that is next.
	Have, Want int64
}

// Error names the event and both numbers.
func (e *SeqError) Error() string { return e.Unwrap().Error() }

// Unwrap returns the problem as [ErrSeq], for lists and translations.
func (e *SeqError) Unwrap() error {
	return invalid.Value(ErrSeq, label(e.Have, e.Event), strconv.FormatInt(e.Want, 10))
}

// label names an event in messages in any language: 3 "paused".
func label(seq int64, name string) string {
	if seq == 0 {
		return invalid.Quote(name)
	}
	return strconv.FormatInt(seq, 10) + " " + invalid.Quote(name)
}

func quoted(codes []string) string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = invalid.Quote(c)
	}
	return strings.Join(out, ", ")
}
