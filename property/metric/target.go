package metric

import (
	"github.com/wuyekit/wuye/property/invalid"
)

// Target is what a metric is held against (目标值). It is a document and comparable with ==.
type Target struct {
	// Scale is the standard, contract or grade that asks for it: "001-12". Two targets of one metric have different ones.
	Scale string `json:"scale,omitempty"`
	// Is says how the value has to stand to the target's.
	Is Relation `json:"is"`
	// Value is the figure, of a share and a ratio as a fraction: 98 % is "0.98". A target of 0 is written "0".
	Value Figure `json:"value,omitzero"`
	// Source is the rule that sets it (依据).
	Source string `json:"source,omitempty"`
}

// Relation says how a value has to stand to a target. Zero is unset.
type Relation uint8

const (
	// AtLeast includes the target itself (不低于, 以上).
	AtLeast Relation = iota + 1
	// AtMost includes the target itself (不高于, 以下).
	AtMost
	// Exactly is the target and nothing else; 100 % fails on the first miss.
	Exactly
	// Above excludes the target itself (高于).
	Above
	// Below excludes the target itself (低于).
	Below
)

func relationWords() invalid.Words {
	return invalid.Words{"atLeast", "atMost", "exactly", "above", "below"}
}

// String returns the word, or "Relation(9)" for a number that is none.
func (r Relation) String() string { return relationWords().Of("Relation", uint8(r)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (r Relation) MarshalText() ([]byte, error) { return relationWords().Marshal(uint8(r)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (r *Relation) UnmarshalText(text []byte) error {
	return relationWords().Unmarshal(text, (*uint8)(r))
}

// holds reports whether a value that compares with the target as order (−1, 0, 1) stands as it has to. No relation
// holds for an unset one.
func (r Relation) holds(order int) bool {
	switch r {
	case AtLeast:
		return order >= 0
	case AtMost:
		return order <= 0
	case Exactly:
		return order == 0
	case Above:
		return order > 0
	case Below:
		return order < 0
	default:
		return false
	}
}

// against reports whether the relation asks for the worse side of a target.
func (r Relation) against(better Direction) bool {
	switch r {
	case AtLeast, Above:
		return better == LowerIsBetter
	case AtMost, Below:
		return better == HigherIsBetter
	case Exactly:
	}
	return false
}

// Outcome is how a value stands to a target (达标情况). Its zero is OutcomeUnknown.
type Outcome uint8

const (
	// OutcomeUnknown means that a figure or the target is unknown, so nobody can say (待定).
	OutcomeUnknown Outcome = iota
	// Met means that the value is as it has to be (达标).
	Met
	// Missed means that it is not (未达标).
	Missed
	// OutcomeNotApplicable means that the base is 0, so the target does not apply (不适用).
	OutcomeNotApplicable
)

func outcomeWords() invalid.States {
	return invalid.States{"unknown", "met", "missed", "notApplicable"}
}

// String returns the word, or "Outcome(9)" for a number that is none.
func (o Outcome) String() string { return outcomeWords().Of("Outcome", uint8(o)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (o Outcome) MarshalText() ([]byte, error) { return outcomeWords().Marshal(uint8(o)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (o *Outcome) UnmarshalText(text []byte) error {
	return outcomeWords().Unmarshal(text, (*uint8)(o))
}

// Judge returns how a value stands to the target, by cross multiplication of the exact figures: 1469/1500 misses 98 %,
// although it is shown as 97.93 %.
func (t Target) Judge(v Value) Outcome {
	if v.State == NotApplicable {
		return OutcomeNotApplicable
	}
	order, ok := v.Cmp(t.Value)
	switch {
	case !ok || t.Is == 0 || t.Is > Below:
		return OutcomeUnknown
	case t.Is.holds(order):
		return Met
	default:
		return Missed
	}
}

// Verdict is how a measurement stands to one target of its metric (考核结论). It is a document.
type Verdict struct {
	// Value is what was measured, by which base.
	Value Value `json:"value"`
	// Target is what it was held against.
	Target Target `json:"target"`
	// Outcome is how it stands.
	Outcome Outcome `json:"outcome"`
}
