package flow

import (
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// Event is one entry of a log (事件). It is a document.
type Event struct {
	// Seq is its position in the log, from 1; 0 while it is in none.
	Seq int64 `json:"seq"`
	// At is when it happened, which may be before the entry before it: it was reported late.
	At time.Time `json:"at"`
	// Name says what happened: "reported".
	Name string `json:"name"`
	// Reason is a code that says why (原因): "awaitingParts".
	Reason string `json:"reason,omitempty"`
	// Actor is who did it (经办人).
	Actor string `json:"actor,omitempty"`
	// Note is for people (备注).
	Note string `json:"note,omitempty"`
}

// Equal reports whether both are the same entry: the same texts and number, and the same instant in whatever zone.
func (e Event) Equal(o Event) bool {
	same := e.At.Equal(o.At)
	e.At, o.At = time.Time{}, time.Time{}
	return same && e == o
}

// Check reports an event without a name or an instant, or with a negative number.
func (e Event) Check(l *invalid.List) {
	if e.Seq < 0 {
		l.At("seq").Add(ErrSeq, e.label(), "0")
	}
	if e.At.IsZero() {
		l.At("at").Add(ErrNoInstant, e.label())
	}
	if e.Name == "" {
		l.At("name").Add(invalid.ErrRequired, "name")
	}
}

// label names the event in messages: its number, if it has one, and its name.
func (e Event) label() string { return label(e.Seq, e.Name) }
