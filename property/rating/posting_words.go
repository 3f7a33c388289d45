package rating

import "github.com/wuyekit/wuye/property/invalid"

// Ruling is what was decided on an objection. Its zero is unset.
type Ruling uint8

const (
	// Upheld finds that the objection is right (异议成立).
	Upheld Ruling = iota + 1
	// Dismissed finds that it is not (异议不成立).
	Dismissed
)

func rulingWords() invalid.Words { return invalid.Words{"upheld", "dismissed"} }

// String returns the word, or "Ruling(9)" for a number that is none.
func (r Ruling) String() string { return rulingWords().Of("Ruling", uint8(r)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (r Ruling) MarshalText() ([]byte, error) { return rulingWords().Marshal(uint8(r)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (r *Ruling) UnmarshalText(text []byte) error { return rulingWords().Unmarshal(text, (*uint8)(r)) }

// PostingState says where a posting stands. Its zero is PostingUnknown.
type PostingState uint8

const (
	// PostingUnknown means that nobody knows when the notice ends: the holidays of a year are missing.
	PostingUnknown PostingState = iota
	// Draft means that it is not posted yet (未公示).
	Draft
	// Posted means that the notice runs and no objection is open (公示中).
	Posted
	// Objected means that an objection that came in time is not decided (异议处理中).
	Objected
	// Final means that the notice is over and every objection that came in time is decided (公示结束).
	Final
)

func postingStateWords() invalid.States {
	return invalid.States{"unknown", "draft", "posted", "objected", "final"}
}

// String returns the word, or "PostingState(9)" for a number that is none.
func (s PostingState) String() string { return postingStateWords().Of("PostingState", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s PostingState) MarshalText() ([]byte, error) { return postingStateWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *PostingState) UnmarshalText(text []byte) error {
	return postingStateWords().Unmarshal(text, (*uint8)(s))
}

// PostingOutcome says what became of the posted results. Its zero is unset: the posting is not final.
type PostingOutcome uint8

const (
	// Unopposed means that nobody objected in time (公示期满无异议).
	Unopposed PostingOutcome = iota + 1
	// Confirmed means that every objection in time was dismissed (维持原结果).
	Confirmed
	// Changed means that an objection was upheld (变更结果).
	Changed
)

func postingOutcomeWords() invalid.Words { return invalid.Words{"unopposed", "confirmed", "changed"} }

// String returns the word, or "PostingOutcome(9)" for a number that is none.
func (o PostingOutcome) String() string { return postingOutcomeWords().Of("PostingOutcome", uint8(o)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (o PostingOutcome) MarshalText() ([]byte, error) { return postingOutcomeWords().Marshal(uint8(o)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (o *PostingOutcome) UnmarshalText(text []byte) error {
	return postingOutcomeWords().Unmarshal(text, (*uint8)(o))
}
