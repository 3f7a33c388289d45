package rating

import "github.com/wuyekit/wuye/property/invalid"

// MeanOf says whose rounds the mean of a tier is of. Its zero is unset, and means [OwnMean].
type MeanOf uint8

const (
	// OwnMean is of the project's own rounds.
	OwnMean MeanOf = iota + 1
	// GroupMean is of the rounds of all projects of its group that have a score: the mean of the community.
	GroupMean
)

func meanOfWords() invalid.Words { return invalid.Words{"own", "group"} }

// String returns the word, or "MeanOf(9)" for a number that is none.
func (m MeanOf) String() string { return meanOfWords().Of("MeanOf", uint8(m)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (m MeanOf) MarshalText() ([]byte, error) { return meanOfWords().Marshal(uint8(m)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (m *MeanOf) UnmarshalText(text []byte) error { return meanOfWords().Unmarshal(text, (*uint8)(m)) }

// Unreported says what becomes of a round that was not reported in its tier's mean. Its zero is unset, and means
// [UnreportedCounts].
type Unreported uint8

const (
	// UnreportedCounts keeps it in the mean: a quarter of 78 pulls the mean down.
	UnreportedCounts Unreported = iota + 1
	// UnreportedLeavesOut takes the mean of the reported rounds.
	UnreportedLeavesOut
)

func unreportedWords() invalid.Words { return invalid.Words{"counts", "leavesOut"} }

// String returns the word, or "Unreported(9)" for a number that is none.
func (u Unreported) String() string { return unreportedWords().Of("Unreported", uint8(u)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (u Unreported) MarshalText() ([]byte, error) { return unreportedWords().Marshal(uint8(u)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (u *Unreported) UnmarshalText(text []byte) error {
	return unreportedWords().Unmarshal(text, (*uint8)(u))
}
