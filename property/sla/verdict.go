package sla

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

// Case is what a promise is kept or broken on (工单, 投诉): its attributes and the log of what
// happened. It is a document.
type Case struct {
	// ID names the case.
	ID string `json:"id"`
	// Category and Priority choose the limits.
	Category string `json:"category,omitempty"`
	Priority string `json:"priority,omitempty"`
	// Fields are instants and days that were agreed: an appointment, a deadline.
	Fields []Field `json:"fields,omitempty"`
	// Log is what happened, in any order: it is replayed by time, and at one instant by Seq.
	Log []flow.Event `json:"log"`
}

// Field is an instant or a day of a case: exactly one of At and On.
type Field struct {
	// Name is that which milestones use: "agreedAt".
	Name string `json:"name"`
	// At is an instant.
	At time.Time `json:"at,omitzero"`
	// On is a day.
	On civil.Date `json:"on,omitzero"`
}

// Check reports every problem of the case: a missing ID, events without an instant or a name, and fields that are
// unset or named twice.
func (c Case) Check(l *invalid.List) {
	if c.ID == "" {
		l.At("id").Add(invalid.ErrRequired, "id")
	}
	for i, f := range c.Fields {
		if f.Name == "" {
			l.At("fields", i, "name").Add(invalid.ErrRequired, "name")
		}
		if f.At.IsZero() == f.On.IsZero() {
			l.At("fields", i).Add(ErrField)
		}
		for _, g := range c.Fields[:i] {
			if g.Name == f.Name {
				l.At("fields", i, "name").Add(ErrTwice, invalid.Quote(f.Name))
				break
			}
		}
	}
	for i, e := range c.Log {
		if e.Name == "" {
			l.At("log", i, "name").Add(invalid.ErrRequired, "name")
		}
		if e.At.IsZero() {
			l.At("log", i, "at").Add(invalid.ErrRequired, "at")
		}
	}
}

func (c *Case) field(name string) (Field, bool) {
	for _, f := range c.Fields {
		if f.Name == name && f.At.IsZero() != f.On.IsZero() {
			return f, true
		}
	}
	return Field{}, false
}

// State is where a milestone stands (状态). Its zero is Unknown.
type State uint8

const (
	// Unknown means that a fact is missing, which the verdict names, or the log contradicts itself.
	Unknown State = iota
	// Met means that it was done in time; on the instant is in time (按时).
	Met
	// Breached means that it was done late, or is not done and late (超时).
	Breached
	// Running means that it is not done, and not late (进行中).
	Running
	// Paused means that it is not done, not late, and the clock stands still (暂停).
	Paused
	// Waived means that it was excused, or the case was cancelled in time (免计).
	Waived
)

func stateWords() invalid.States {
	return invalid.States{"unknown", "met", "breached", "running", "paused", "waived"}
}

// String returns the word, or "State(9)" for a number that is none.
func (s State) String() string { return stateWords().Of("State", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s State) MarshalText() ([]byte, error) { return stateWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *State) UnmarshalText(text []byte) error { return stateWords().Unmarshal(text, (*uint8)(s)) }

// Reason says why a verdict is unknown or waived. Its zero is that it is neither.
type Reason uint8

const (
	// NotStarted means that the event that starts the clock has not happened; the verdict names it.
	NotStarted Reason = iota + 1
	// FieldMissing means that the case lacks a field; the verdict names it.
	FieldMissing
	// NoLimit means that no limit applies to the category and priority of the case; the verdict names them.
	NoLimit
	// LimitOpen means that the limit that applies is not filled in; the verdict names it.
	LimitOpen
	// YearUnknown means that the holidays of a year are not known; the verdict names it.
	YearUnknown
	// Reversed means that it was done before it began; the row is bad (倒置).
	Reversed
	// OutOfRange means that an instant or a length is beyond what is counted; the row is bad.
	OutOfRange
	// Excused means that an event excused it.
	Excused
	// WasCancelled means that the case was cancelled before it was late.
	WasCancelled
	// Undated means that an event of the log does not say when it happened; the verdict names it, and the row is bad.
	Undated
)

func reasonWords() invalid.Words {
	return invalid.Words{
		"notStarted", "fieldMissing", "noLimit", "limitOpen", "yearUnknown", "reversed", "outOfRange", "excused", "cancelled",
		"undated",
	}
}

// IsBad reports whether the row itself is wrong.
func (r Reason) IsBad() bool { return r == Reversed || r == OutOfRange || r == Undated }

// String returns the word, or "Reason(99)" for a number that is none.
func (r Reason) String() string { return reasonWords().Of("Reason", uint8(r)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (r Reason) MarshalText() ([]byte, error) { return reasonWords().Marshal(uint8(r)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (r *Reason) UnmarshalText(text []byte) error {
	return reasonWords().Unmarshal(text, (*uint8)(r))
}

// Verdict is how a milestone of a case stands at an instant (判定). It is a value that can be stored;
// the [Clock] that gave it explains it, given the same case and instant.
type Verdict struct {
	// Milestone is its code.
	Milestone string `json:"milestone"`
	// State is where it stands.
	State State `json:"state"`
	// Reason says why it is unknown or waived, and Missing names the fact.
	Reason  Reason `json:"reason,omitempty"`
	Missing string `json:"missing,omitempty"`
	// Limit is the number of the limit that holds, from 1; 0 where the deadline is a field of the case or
	// there is none.
	Limit int `json:"limit,omitempty"`
	// Start is when the clock started.
	Start time.Time `json:"start,omitzero"`
	// Done is when it was done; zero while it is not.
	Done time.Time `json:"done,omitzero"`
	// At is the instant that is compared with the deadline: Done, else when the case was cancelled,
	// else the instant that was asked about.
	At time.Time `json:"at,omitzero"`
	// OriginalDue is the deadline as if the clock had never stood still.
	OriginalDue time.Time `json:"originalDue,omitzero"`
	// Due is the deadline (到期时间) with the stops up to At. While the clock stands still it is the
	// forecast: the deadline if the clock went on at At.
	Due time.Time `json:"due,omitzero"`
	// Wall is the time from Start to At around the clock, Counted that which counts towards the limit, and
	// Paused how long the clock stood still, around the clock.
	Wall    Length `json:"wall,omitzero"`
	Counted Length `json:"counted,omitzero"`
	Paused  Length `json:"paused,omitzero"`
	// Level is the last level reached by At.
	Level string `json:"level,omitempty"`
	// Guessed says that the holidays of a year were not known, and the hours of the week were taken. Where the
	// deadline is known and only time after it is not, that is so of Counted alone, with [Promise.Guess] or without.
	Guessed bool `json:"guessed,omitempty"`
}

// Margin returns how long At is before the deadline around the clock; negative where it is late, and 0
// where there is no deadline.
func (v Verdict) Margin() Length {
	if v.Due.IsZero() {
		return 0
	}
	return Length(v.Due.Sub(v.At))
}
