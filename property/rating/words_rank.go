package rating

import "github.com/wuyekit/wuye/property/invalid"

// Ties says which ranks equal scores have (并列名次). Its zero is unset and refused: a list of ranks without a rule for ties can
// be read in three ways.
type Ties uint8

const (
	// CompetitionRank leaves ranks out after a tie: 1, 2, 2, 4.
	CompetitionRank Ties = iota + 1
	// DenseRank leaves none out: 1, 2, 2, 3.
	DenseRank
	// OrdinalRank gives every entry a rank of its own, equal scores by ID: 1, 2, 3, 4.
	OrdinalRank
)

func tiesWords() invalid.Words { return invalid.Words{"competition", "dense", "ordinal"} }

// String returns the word, or "Ties(9)" for a number that is none.
func (t Ties) String() string { return tiesWords().Of("Ties", uint8(t)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (t Ties) MarshalText() ([]byte, error) { return tiesWords().Marshal(uint8(t)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (t *Ties) UnmarshalText(text []byte) error { return tiesWords().Unmarshal(text, (*uint8)(t)) }

// End is the end of a ranking that a relative band is counted from. Its zero is unset.
type End uint8

const (
	// FromTop counts from the highest score.
	FromTop End = iota + 1
	// FromBottom counts from the lowest score (末位).
	FromBottom
)

func endWords() invalid.Words { return invalid.Words{"top", "bottom"} }

// String returns the word, or "End(9)" for a number that is none.
func (e End) String() string { return endWords().Of("End", uint8(e)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (e End) MarshalText() ([]byte, error) { return endWords().Marshal(uint8(e)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (e *End) UnmarshalText(text []byte) error { return endWords().Unmarshal(text, (*uint8)(e)) }

// AtCut says what becomes of equal scores of which only some are within a relative band. Its zero is unset and refused.
type AtCut uint8

const (
	// CutIncludes takes all of them in: the band may hold more than its number.
	CutIncludes AtCut = iota + 1
	// CutExcludes leaves all of them out: the band may hold fewer.
	CutExcludes
)

func atCutWords() invalid.Words { return invalid.Words{"include", "exclude"} }

// String returns the word, or "AtCut(9)" for a number that is none.
func (c AtCut) String() string { return atCutWords().Of("AtCut", uint8(c)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (c AtCut) MarshalText() ([]byte, error) { return atCutWords().Marshal(uint8(c)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (c *AtCut) UnmarshalText(text []byte) error { return atCutWords().Unmarshal(text, (*uint8)(c)) }
