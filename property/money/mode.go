package money

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// Mode is how a number between two steps is rounded (舍入方式). Zero is unset.
type Mode uint8

// The rounding modes.
const (
	// ModeHalfUp takes the nearest step, a tie away from zero (四舍五入): 0.125 → 0.13,
	// −0.125 → −0.13.
	ModeHalfUp Mode = 1 + iota
	// ModeHalfEven takes the nearest step, a tie to the even one (四舍六入五成双).
	ModeHalfEven
	// ModeHalfDown takes the nearest step, a tie towards zero (五舍六入).
	ModeHalfDown
	// ModeUp takes the next step away from zero (进一法).
	ModeUp
	// ModeDown takes the next step towards zero (去尾法).
	ModeDown
	// ModeCeiling takes the next larger step (向上取整).
	ModeCeiling
	// ModeFloor takes the next smaller step (向下取整).
	ModeFloor
)

const modeWords = "halfUp, halfEven, halfDown, up, down, ceiling, floor"

// word returns the mode's word, "" if it is unset or none of the modes.
func (m Mode) word() string {
	switch m {
	case ModeHalfUp:
		return "halfUp"
	case ModeHalfEven:
		return "halfEven"
	case ModeHalfDown:
		return "halfDown"
	case ModeUp:
		return "up"
	case ModeDown:
		return "down"
	case ModeCeiling:
		return "ceiling"
	case ModeFloor:
		return "floor"
	default:
		return ""
	}
}

// String returns the mode's word, "unset" for the zero Mode.
func (m Mode) String() string {
	if w := m.word(); w != "" {
		return w
	}
	if m == 0 {
		return "unset"
	}
	return "Mode(" + strconv.Itoa(int(m)) + ")"
}

// check returns an error for a number that is neither unset nor a mode.
func (m Mode) check() error {
	if m > ModeFloor {
		return invalid.Value(invalid.ErrWord, m.String(), modeWords)
	}
	return nil
}

// AppendText appends the mode's word, nothing if unset.
//
// Errors: [invalid.ErrWord] for a number that is no mode.
func (m Mode) AppendText(dst []byte) ([]byte, error) {
	return append(dst, m.word()...), m.check()
}

// MarshalText returns the mode's word, empty if unset.
func (m Mode) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText reads a mode's word; an empty text is unset.
//
// Errors: [invalid.ErrWord].
func (m *Mode) UnmarshalText(text []byte) error {
	word := string(text)
	for mode := range ModeFloor + 1 {
		if mode.word() == word {
			*m = mode
			return nil
		}
	}
	return invalid.Value(invalid.ErrWord, invalid.Quote(word), modeWords)
}

// away reports whether a number beyond a step is rounded to the next step away
// from zero. The rest is what lies beyond the step; odd and negative describe the
// step below and the number.
func (m Mode) away(r rest, odd, negative bool) bool {
	switch m {
	case ModeHalfEven:
		return r == aboveHalf || r == half && odd
	case ModeHalfDown:
		return r == aboveHalf
	case ModeUp:
		return r != none
	case ModeDown:
		return false
	case ModeCeiling:
		return r != none && !negative
	case ModeFloor:
		return r != none && negative
	case ModeHalfUp:
	}
	return r >= half // half up, and unset
}

// rest is how much of one step a division left over.
type rest uint8

const (
	none rest = iota
	belowHalf
	half
	aboveHalf
)

// restOf returns the rest of which the double compares to the whole step so.
func restOf(zero bool, doubleToStep int) rest {
	switch {
	case zero:
		return none
	case doubleToStep < 0:
		return belowHalf
	case doubleToStep == 0:
		return half
	default:
		return aboveHalf
	}
}
