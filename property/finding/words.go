package finding

import "github.com/wuyekit/wuye/property/invalid"

// State says where a case stands (状态). Its zero is Unknown.
type State uint8

const (
	// Unknown means that it is not corrected and its deadline is not known; the status names what is missing.
	Unknown State = iota
	// NotIssued means that it was found and not yet issued (待下发).
	NotIssued
	// Open means that it is to be corrected, and its deadline has not passed (整改中).
	Open
	// Overdue means that it is to be corrected, and its deadline has passed (逾期未整改).
	Overdue
	// Corrected means that it is said to be corrected, and was not inspected again (待复查).
	Corrected
	// Closed means that it passed its inspection (已销项).
	Closed
	// Waived means that it need not be corrected (免予整改): its last deadline is not judged; what it cost to be issued stays.
	Waived
	// Withdrawn means that it was no finding (已撤销): it is never late and costs nothing.
	Withdrawn
)

func stateWords() invalid.States {
	return invalid.States{"unknown", "notIssued", "open", "overdue", "corrected", "closed", "waived", "withdrawn"}
}

// String returns the word, or "State(9)" for a number that is none.
func (s State) String() string { return stateWords().Of("State", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s State) MarshalText() ([]byte, error) { return stateWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *State) UnmarshalText(text []byte) error { return stateWords().Unmarshal(text, (*uint8)(s)) }

// Timing says how a deadline was kept (是否按期). Its zero is Undecided.
type Timing uint8

const (
	// Undecided means that the deadline is not known.
	Undecided Timing = iota
	// Pending means that there is time left.
	Pending
	// InTime means that it was said to be corrected by its deadline, the last day included (按期整改). An inspection that refuses the
	// correction later begins a round with a deadline of its own.
	InTime
	// Late means that it was corrected after its deadline, or is not corrected and the deadline has passed (整改逾期).
	Late
	// NotJudged means that the deadline does not count any more: the finding was waived or withdrawn, or inspected and issued
	// again before it.
	NotJudged
)

func timingWords() invalid.States {
	return invalid.States{"undecided", "pending", "inTime", "late", "notJudged"}
}

// String returns the word, or "Timing(9)" for a number that is none.
func (t Timing) String() string { return timingWords().Of("Timing", uint8(t)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (t Timing) MarshalText() ([]byte, error) { return timingWords().Marshal(uint8(t)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (t *Timing) UnmarshalText(text []byte) error { return timingWords().Unmarshal(text, (*uint8)(t)) }

// Trigger says what a penalty is for. Its zero is unset.
type Trigger uint8

const (
	// OnIssue costs each time the finding is issued, the first time and after each inspection that failed.
	OnIssue Trigger = iota + 1
	// OnOverdue costs each time a deadline passes without a correction, on the day after it.
	OnOverdue
)

func triggerWords() invalid.Words { return invalid.Words{"issued", "overdue"} }

// String returns the word, or "Trigger(9)" for a number that is none.
func (t Trigger) String() string { return triggerWords().Of("Trigger", uint8(t)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (t Trigger) MarshalText() ([]byte, error) { return triggerWords().Marshal(uint8(t)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (t *Trigger) UnmarshalText(text []byte) error {
	return triggerWords().Unmarshal(text, (*uint8)(t))
}

// RateOf says of which cases a rate is (分母口径). Its zero is unset.
type RateOf uint8

const (
	// OfIssued is all that was issued, but for what was waived or withdrawn.
	OfIssued RateOf = iota + 1
	// OfDue is what was issued and is not still within its deadline: corrected, closed or overdue (到期应整改).
	OfDue
)

func baseWords() invalid.Words { return invalid.Words{"issued", "due"} }

// String returns the word, or "RateOf(9)" for a number that is none.
func (b RateOf) String() string { return baseWords().Of("RateOf", uint8(b)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (b RateOf) MarshalText() ([]byte, error) { return baseWords().Marshal(uint8(b)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (b *RateOf) UnmarshalText(text []byte) error { return baseWords().Unmarshal(text, (*uint8)(b)) }
