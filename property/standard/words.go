package standard

import "github.com/wuyekit/wuye/property/invalid"

// Comparison says how a condition compares. Its zero is unset.
type Comparison uint8

const (
	// Equal is =.
	Equal Comparison = iota + 1
	// NotEqual is !=.
	NotEqual
	// Less is <.
	Less
	// AtMost is <=.
	AtMost
	// Greater is >.
	Greater
	// AtLeast is >=.
	AtLeast
	// In is one of the values.
	In
	// NotIn is none of them.
	NotIn
	// Has is a list that holds all the values.
	Has
	// IsSet is a field that is there and not empty.
	IsSet
	// IsUnset is one that is not.
	IsUnset
	// Inside is a span within windows of the clock, or within a span.
	Inside
	// Outside is one that does not overlap them; touching is outside.
	Outside
)

func comparisonWords() invalid.Words {
	return invalid.Words{
		"=", "!=", "<", "<=", ">", ">=", "in", "notIn", "has", "set", "unset", "inside", "outside",
	}
}

// String returns the word, or "Comparison(99)" for a number that is none.
func (c Comparison) String() string { return comparisonWords().Of("Comparison", uint8(c)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (c Comparison) MarshalText() ([]byte, error) { return comparisonWords().Marshal(uint8(c)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (c *Comparison) UnmarshalText(text []byte) error {
	return comparisonWords().Unmarshal(text, (*uint8)(c))
}

// ValueType is the type of the values of a field. Its zero is unset.
type ValueType uint8

const (
	// Text is a word or a text.
	Text ValueType = iota + 1
	// Number is a decimal number.
	Number
	// Boolean is true or false.
	Boolean
	// Day is a date.
	Day
	// Instant is a date and time with its offset, or a date.
	Instant
	// Clock is a time of day.
	Clock
	// Length is a length of time.
	Length
	// List is several words.
	List
)

func valueTypeWords() invalid.Words {
	return invalid.Words{
		"text", "number", "boolean", "date", "instant", "time", "span", "list",
	}
}

// String returns the word, or "ValueType(99)" for a number that is none.
func (t ValueType) String() string { return valueTypeWords().Of("ValueType", uint8(t)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (t ValueType) MarshalText() ([]byte, error) { return valueTypeWords().Marshal(uint8(t)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (t *ValueType) UnmarshalText(text []byte) error {
	return valueTypeWords().Unmarshal(text, (*uint8)(t))
}

// RelationKind says what to do with two clauses in one standard. Its zero is unset.
type RelationKind uint8

const (
	// Grades are two grades of one duty: joining them warns.
	Grades RelationKind = iota + 1
	// Opposed contradict each other: joining them is refused.
	Opposed
	// Alternatives are several ways to do one thing: joining them warns.
	Alternatives
)

func relationKindWords() invalid.Words {
	return invalid.Words{
		"grades", "opposed", "alternatives",
	}
}

// String returns the word, or "RelationKind(99)" for a number that is none.
func (k RelationKind) String() string { return relationKindWords().Of("RelationKind", uint8(k)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (k RelationKind) MarshalText() ([]byte, error) { return relationKindWords().Marshal(uint8(k)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (k *RelationKind) UnmarshalText(text []byte) error {
	return relationKindWords().Unmarshal(text, (*uint8)(k))
}

// Use says which sheets of a checklist count. Its zero is unset.
type Use uint8

const (
	// UseLatest is the last one of the period; of several at the same instant the worst.
	UseLatest Use = iota + 1
	// UseEvery is every one of the period.
	UseEvery
)

func useWords() invalid.Words {
	return invalid.Words{
		"latest", "every",
	}
}

// String returns the word, or "Use(99)" for a number that is none.
func (u Use) String() string { return useWords().Of("Use", uint8(u)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (u Use) MarshalText() ([]byte, error) { return useWords().Marshal(uint8(u)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (u *Use) UnmarshalText(text []byte) error {
	return useWords().Unmarshal(text, (*uint8)(u))
}

// Validity says when a document must be in force. Its zero is unset: it must exist.
type Validity uint8

const (
	// AsOf is at the instant of the evidence.
	AsOf Validity = iota + 1
	// AllThrough is all through the period, without a lapse.
	AllThrough
)

func validityWords() invalid.Words {
	return invalid.Words{
		"asOf", "period",
	}
}

// String returns the word, or "Validity(99)" for a number that is none.
func (v Validity) String() string { return validityWords().Of("Validity", uint8(v)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (v Validity) MarshalText() ([]byte, error) { return validityWords().Marshal(uint8(v)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (v *Validity) UnmarshalText(text []byte) error {
	return validityWords().Unmarshal(text, (*uint8)(v))
}

// Outcome is the result of an item. Its zero is unset.
type Outcome uint8

const (
	// Pass is in order.
	Pass Outcome = iota + 1
	// Fail is not.
	Fail
	// NA does not apply.
	NA
)

func outcomeWords() invalid.Words {
	return invalid.Words{
		"pass", "fail", "na",
	}
}

// String returns the word, or "Outcome(99)" for a number that is none.
func (o Outcome) String() string { return outcomeWords().Of("Outcome", uint8(o)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (o Outcome) MarshalText() ([]byte, error) { return outcomeWords().Marshal(uint8(o)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (o *Outcome) UnmarshalText(text []byte) error {
	return outcomeWords().Unmarshal(text, (*uint8)(o))
}
