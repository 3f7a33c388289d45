package standard

import "github.com/wuyekit/wuye/property/invalid"

// State is how a clause, a part or a row stands (判定). Its zero is Unknown.
type State uint8

const (
	// Unknown means that something is missing, which the reason names (无法判定).
	Unknown State = iota
	// Met means that it was kept; on the instant is kept (达标).
	Met
	// Breached means that it was not (未达标).
	Breached
	// Pending means that it is not yet due (未到期).
	Pending
	// Waived means that it was excused (豁免).
	Waived
	// NotApplicable means that it does not apply (不适用).
	NotApplicable
)

func stateWords() invalid.States {
	return invalid.States{
		"unknown", "met", "breached", "pending", "waived", "notApplicable",
	}
}

// String returns the word, or "State(99)" for a number that is none.
func (s State) String() string { return stateWords().Of("State", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s State) MarshalText() ([]byte, error) { return stateWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *State) UnmarshalText(text []byte) error {
	return stateWords().Unmarshal(text, (*uint8)(s))
}

// Code says why a verdict is as it is (原因代码). Its zero is that there is nothing to say: met.
type Code uint8

const (
	// ParamUnset is a parameter without a value.
	ParamUnset Code = iota + 1
	// FieldMissing is a field that a record, a subject or the estate lacks.
	FieldMissing
	// FigureMissing is a figure that was not given.
	FigureMissing
	// NotComplete is a kind that is not all there.
	NotComplete
	// NoRows is that there was nothing to judge.
	NoRows
	// PartialPeriod is a period that the evidence cuts.
	PartialPeriod
	// Short is a quota that was not reached.
	Short
	// GapTooLong is a gap that was too long.
	GapTooLong
	// Missed is something that was not done.
	Missed
	// TooLate is something that was done late.
	TooLate
	// LateStart is something that became known after it was due.
	LateStart
	// OverLimit is a case beyond its limit.
	OverLimit
	// ValueOff is a figure on the wrong side of its value.
	ValueOff
	// BaseZero is a ratio of nothing.
	BaseZero
	// ItemFailed is an item that is not in order, or a ban that was broken.
	ItemFailed
	// NoSheet is that nobody looked.
	NoSheet
	// SheetStale is a sheet that is too old.
	SheetStale
	// Absent is something that does not exist.
	Absent
	// Expired is something that exists and was not in force all the time.
	Expired
	// TooMany is more than may be.
	TooMany
	// StepOrder is a step in the wrong order.
	StepOrder
	// StepMissing is a step that was left out.
	StepMissing
	// TooSoon is a step that came too early.
	TooSoon
	// Repeated is a step that was repeated too often or too soon.
	Repeated
	// Uncovered is a post without enough people.
	Uncovered
	// ConditionFalse is a condition that a record does not satisfy.
	ConditionFalse
	// NotDue is that it is not yet due.
	NotDue
	// ExcusedBy is a waiver, or an event that excuses.
	ExcusedBy
	// WhenFalse is a condition of the clause that does not hold.
	WhenFalse
	// IsOff is a clause that is shipped and not judged.
	IsOff
	// NotInForce is a clause that does not bind in the period.
	NotInForce
	// YearUnknown is a year whose holidays are not known.
	YearUnknown
	// BadRow is a record that contradicts itself.
	BadRow
	// OfClause is a verdict of other clauses, joined.
	OfClause
)

func codeWords() invalid.Words {
	return invalid.Words{
		"paramUnset", "fieldMissing", "figureMissing", "notComplete", "noRows", "partialPeriod", "short", "gap", "missed", "late", "lateStart", "overLimit", "value", "baseZero", "itemFailed", "noSheet", "sheetStale", "absent", "expired", "tooMany", "stepOrder", "stepMissing", "tooSoon", "repeated", "uncovered", "condition", "notDue", "excused", "when", "off", "notInForce", "yearUnknown", "badRow", "ofClause",
	}
}

// String returns the word, or "Code(99)" for a number that is none.
func (c Code) String() string { return codeWords().Of("Code", uint8(c)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (c Code) MarshalText() ([]byte, error) { return codeWords().Marshal(uint8(c)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (c *Code) UnmarshalText(text []byte) error {
	return codeWords().Unmarshal(text, (*uint8)(c))
}
