package schedule

import "github.com/wuyekit/wuye/property/invalid"

// State is what became of something that was due (状态). Its zero is Unknown.
type State uint8

const (
	// Unknown means that a fact is missing, which the row names.
	Unknown State = iota
	// OnTime means that it was done within its window; on the instant is in time (按时).
	OnTime
	// Late means that it was done after its window, but before the next one (迟做).
	Late
	// Missed means that its window has passed and it is not done (漏做).
	Missed
	// Pending means that it is not done, and its window has not passed (未到期).
	Pending
	// Excused means that nothing was owed (免责).
	Excused
	// Partial means that only a part of a quota's period is asked about or in force; it is counted, not judged (不完整期间).
	Partial
)

func stateWords() invalid.States {
	return invalid.States{"unknown", "onTime", "late", "missed", "pending", "excused", "partial"}
}

// String returns the word, or "State(9)" for a number that is none.
func (s State) String() string { return stateWords().Of("State", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s State) MarshalText() ([]byte, error) { return stateWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *State) UnmarshalText(text []byte) error { return stateWords().Unmarshal(text, (*uint8)(s)) }

// Reason says why a row is unknown, excused or partial, or its due moved (原因). Its zero is that there is nothing to
// say.
type Reason uint8

const (
	// IntervalUnset means that the contract leaves the interval open; the row names the field of the duty.
	IntervalUnset Reason = iota + 1
	// FieldMissing means that the subject lacks a field or a span; the row names it.
	FieldMissing
	// YearUnknown means that the holidays of a year are not known; the row names it.
	YearUnknown
	// NoReading means that there is no reading of the counter; the row names the counter.
	NoReading
	// ReadingBack means that a counter shows less than before; the row names the counter.
	ReadingBack
	// FigureMissing means that a record lacks the figure that is added up; the row names the record.
	FigureMissing
	// OutOfRange means that a due is beyond what is counted.
	OutOfRange
	// LateKnown means that the anchor became known after the due, which moved (晚知).
	LateKnown
	// InExcuse means that the due fell in an excuse.
	InExcuse
	// Cut means that a period began before what is asked about, or is cut by the duty's days or its season.
	Cut
)

func reasonWords() invalid.Words {
	return invalid.Words{
		"intervalUnset", "fieldMissing", "yearUnknown", "noReading", "readingBack", "figureMissing", "outOfRange",
		"lateKnown", "inExcuse", "cut",
	}
}

// String returns the word, or "Reason(99)" for a number that is none.
func (r Reason) String() string { return reasonWords().Of("Reason", uint8(r)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (r Reason) MarshalText() ([]byte, error) { return reasonWords().Marshal(uint8(r)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (r *Reason) UnmarshalText(text []byte) error {
	return reasonWords().Unmarshal(text, (*uint8)(r))
}
