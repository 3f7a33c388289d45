package rating

import "github.com/wuyekit/wuye/property/invalid"

// State says whether there is a score. Its zero is Unknown.
type State uint8

const (
	// Unknown means that something is missing, which the result names.
	Unknown State = iota
	// Rated means that there is a score.
	Rated
	// NothingApplies means that no item applies, which is not 0.
	NothingApplies
	// Excluded means that a veto took it out of the contest (一票否决).
	Excluded
	// NotReported means that it was not reported to a level that is needed (未上报).
	NotReported
	// Ineligible means that it does not belong to those that are assessed (不在考核范围).
	Ineligible
	// Barred means that a revocation bars it (取消考评资格).
	Barred
	// Revoked means that the result was cancelled (取消评定结果).
	Revoked
)

func stateWords() invalid.States {
	return invalid.States{
		"unknown", "rated", "nothingApplies", "excluded", "notReported", "ineligible", "barred", "revoked",
	}
}

// String returns the word, or "State(9)" for a number that is none.
func (s State) String() string { return stateWords().Of("State", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s State) MarshalText() ([]byte, error) { return stateWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *State) UnmarshalText(text []byte) error { return stateWords().Unmarshal(text, (*uint8)(s)) }
