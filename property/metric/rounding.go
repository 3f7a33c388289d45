package metric

import (
	"math"
	"math/big"

	"github.com/wuyekit/wuye/property/invalid"
)

// Rounding is how a value is rounded to be shown (舍入规则). It is a document and comparable with ==. The zero Rounding is
// half up to 0.01.
type Rounding struct {
	// Mode is the direction; unset is halfUp.
	Mode Mode `json:"mode,omitzero"`
	// Step is what results are multiples of, "0.1"; unset is 0.01.
	Step Figure `json:"step,omitzero"`
}

// Mode is how a number between two steps is rounded (舍入方式). Zero is unset.
type Mode uint8

const (
	// ModeHalfUp takes the nearest step, a tie away from zero (四舍五入).
	ModeHalfUp Mode = iota + 1
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

func modeWords() invalid.Words {
	return invalid.Words{"halfUp", "halfEven", "halfDown", "up", "down", "ceiling", "floor"}
}

// String returns the word, or "Mode(9)" for a number that is none.
func (m Mode) String() string { return modeWords().Of("Mode", uint8(m)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (m Mode) MarshalText() ([]byte, error) { return modeWords().Marshal(uint8(m)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (m *Mode) UnmarshalText(text []byte) error { return modeWords().Unmarshal(text, (*uint8)(m)) }

// Check reports a mode that there is not and a step that is not above 0.
func (r Rounding) Check(l *invalid.List) {
	modeWords().Check(l, "mode", uint8(r.Mode))
	if r.Step.set && r.Step.n <= 0 {
		l.At("step").Add(ErrStep, r.Step.String())
	}
}

const defaultStep = perUnit / 100

func (r Rounding) step() int64 {
	if !r.Step.set {
		return defaultStep
	}
	return r.Step.n
}

// decimals returns how many decimals the multiples of the step have.
func (r Rounding) decimals() int32 {
	places := int32(scale)
	for step := r.step(); places > 0 && step%10 == 0; step /= 10 {
		places--
	}
	return places
}

// round returns the multiple of the step for an exact number, which it does not change.
func (r Rounding) round(x *big.Rat) (Figure, error) {
	step := r.step()
	switch {
	case step <= 0:
		return Figure{}, invalid.Value(ErrStep, r.Step.String())
	case r.Mode > ModeFloor:
		return Figure{}, invalid.Value(ErrMode, r.Mode.String())
	}
	steps := r.Mode.whole(new(big.Rat).Mul(x, big.NewRat(perUnit, step)))
	n := steps.Mul(steps, big.NewInt(step))
	if !n.IsInt64() || n.Int64() == math.MinInt64 {
		return Figure{}, invalid.Value(ErrFigureRange, x.FloatString(scale))
	}
	return Figure{n.Int64(), true}, nil
}

// whole rounds to a whole number.
func (m Mode) whole(x *big.Rat) *big.Int {
	n, rest := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int)) // towards zero
	if m.away(n, rest, x.Denom()) {
		n.Add(n, big.NewInt(int64(rest.Sign())))
	}
	return n
}

// away reports whether n is one step short: rest is what is left of a step of size den, with the sign of the number.
func (m Mode) away(n, rest, den *big.Int) bool {
	twice := new(big.Int).Abs(rest)
	half := twice.Lsh(twice, 1).Cmp(den)
	switch m {
	case ModeHalfEven:
		return half > 0 || half == 0 && n.Bit(0) == 1
	case ModeHalfDown:
		return half > 0
	case ModeUp:
		return rest.Sign() != 0
	case ModeDown:
		return false
	case ModeCeiling:
		return rest.Sign() > 0
	case ModeFloor:
		return rest.Sign() < 0
	case ModeHalfUp:
	}
	return half >= 0
}
