package flow

import "github.com/wuyekit/wuye/property/invalid"

// Table says which event leads from which state to which (流转表). It is a document; [Compile] makes it work.
type Table struct {
	// Code identifies the table: "workOrder".
	Code string `json:"code"`
	// Name is its name for people.
	Name Name `json:"name,omitzero"`
	// Source is the rule or the document that the table follows (依据).
	Source string `json:"source,omitempty"`
	// Initial is the code of the state of an empty log.
	Initial string `json:"initial"`
	// States are all states, in the order in which people list them.
	States []State `json:"states"`
	// Transitions are all ways from state to state, in the order in which they are offered.
	Transitions []Transition `json:"transitions"`
	// Reasons are the codes that events may give as their reason.
	Reasons []Reason `json:"reasons,omitempty"`
}

// Name is what people call something, in Chinese and in English; either may be left out.
type Name struct {
	// ZH is the Chinese name.
	ZH string `json:"zh,omitempty"`
	// EN is the English name.
	EN string `json:"en,omitempty"`
}

// State is a state of a table (状态).
type State struct {
	// Code identifies the state: "dispatched".
	Code string `json:"code"`
	// Name is its name for people.
	Name Name `json:"name,omitzero"`
	// Final says that nothing follows (终态).
	Final bool `json:"final,omitempty"`
}

// Reason is a code that says why an event happened (原因).
type Reason struct {
	// Code identifies the reason: "awaitingParts".
	Code string `json:"code"`
	// Name is its name for people.
	Name Name `json:"name,omitzero"`
}

// Transition is what one event does in some states (流转). Two transitions of one event may begin in the same state only
// if no reason fits both: a log keeps the reason, so that a replay knows which of them was taken.
type Transition struct {
	// Event is the name of the event: "paused".
	Event string `json:"event"`
	// From are the codes of the states it begins in; exactly one of From and FromAny is given.
	From []string `json:"from,omitempty"`
	// FromAny begins in every state that is not final, the one it leads to included.
	FromAny bool `json:"fromAny,omitempty"`
	// To is the code of the state it leads to; exactly one of To and Stays is given.
	To string `json:"to,omitempty"`
	// Stays leaves the state as it is: a remark, a call to the customer.
	Stays bool `json:"stays,omitempty"`
	// Guards are the names of the conditions that must all hold when the event is taken (守卫条件).
	Guards []string `json:"guards,omitempty"`
	// Reason says whether the event gives a reason; unset, it must give none.
	Reason ReasonRule `json:"reason,omitzero"`
	// Reasons are the codes of the reasons that fit; empty with a Reason set: every reason of the table.
	Reasons []string `json:"reasons,omitempty"`
}

// ReasonRule says whether an event gives a reason. Its zero is unset: it gives none.
type ReasonRule uint8

const (
	// ReasonRequired refuses the event without a reason.
	ReasonRequired ReasonRule = iota + 1
	// ReasonOptional takes the event with a reason and without.
	ReasonOptional
)

func reasonRuleWords() invalid.Words { return invalid.Words{"required", "optional"} }

// String returns the word, or "ReasonRule(9)" for a number that is none.
func (r ReasonRule) String() string { return reasonRuleWords().Of("ReasonRule", uint8(r)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (r ReasonRule) MarshalText() ([]byte, error) { return reasonRuleWords().Marshal(uint8(r)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (r *ReasonRule) UnmarshalText(text []byte) error {
	return reasonRuleWords().Unmarshal(text, (*uint8)(r))
}
