package rating

import "github.com/wuyekit/wuye/property/invalid"

// Hurdle says what stands in the way of a band besides the score. Its zero is unset.
type Hurdle uint8

const (
	// HurdleNeed is a minimum in an item or a section that is not reached.
	HurdleNeed Hurdle = iota + 1
	// HurdleFact is a fact that would have to be otherwise: a bad record.
	HurdleFact
	// HurdleVeto is a veto that took effect.
	HurdleVeto
	// HurdleMissing is something that is not known: a fact that nobody stated.
	HurdleMissing
	// HurdleCeiling is the rubric's highest score, which is too low for the band.
	HurdleCeiling
)

func hurdleWords() invalid.Words { return invalid.Words{"need", "fact", "veto", "missing", "ceiling"} }

// String returns the word, or "Hurdle(9)" for a number that is none.
func (h Hurdle) String() string { return hurdleWords().Of("Hurdle", uint8(h)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (h Hurdle) MarshalText() ([]byte, error) { return hurdleWords().Marshal(uint8(h)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (h *Hurdle) UnmarshalText(text []byte) error { return hurdleWords().Unmarshal(text, (*uint8)(h)) }
