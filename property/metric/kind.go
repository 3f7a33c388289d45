package metric

import "github.com/wuyekit/wuye/property/invalid"

// Kind says how a metric is computed of its figures (指标类型). Zero is unset.
type Kind uint8

const (
	// KindShare is the part of a whole that is so, from 0 to 1 (占比): lamps intact, of all lamps. What is counted is never
	// more than its base, and both have one unit.
	KindShare Kind = iota + 1
	// KindRatio is one quantity to another, and may exceed 1 (比率): complaints to households.
	KindRatio
	// KindMean is a sum over a number of things, in a unit (平均值): running hours a failure.
	KindMean
	// KindCount is a number of things, without a base (数量): major accidents.
	KindCount
	// KindAmount is a sum in a unit, without a base (总量): kilowatt-hours used.
	KindAmount
)

func kindWords() invalid.Words { return invalid.Words{"share", "ratio", "mean", "count", "amount"} }

// HasBase reports whether a metric of this kind divides by a base.
func (k Kind) HasBase() bool { return k == KindShare || k == KindRatio || k == KindMean }

// IsPercent reports whether people read a metric of this kind in percent.
func (k Kind) IsPercent() bool { return k == KindShare || k == KindRatio }

// signed reports whether what is counted may be negative.
func (k Kind) signed() bool { return k == KindMean || k == KindAmount }

// String returns the word, or "Kind(9)" for a number that is none.
func (k Kind) String() string { return kindWords().Of("Kind", uint8(k)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (k Kind) MarshalText() ([]byte, error) { return kindWords().Marshal(uint8(k)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (k *Kind) UnmarshalText(text []byte) error { return kindWords().Unmarshal(text, (*uint8)(k)) }

// Direction says which way is better (指标方向). Zero is unset.
type Direction uint8

const (
	// HigherIsBetter is for what is wanted: satisfaction (正向指标).
	HigherIsBetter Direction = iota + 1
	// LowerIsBetter is for what is not: complaints (逆向指标).
	LowerIsBetter
)

func directionWords() invalid.Words { return invalid.Words{"higher", "lower"} }

// String returns the word, or "Direction(9)" for a number that is none.
func (d Direction) String() string { return directionWords().Of("Direction", uint8(d)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (d Direction) MarshalText() ([]byte, error) { return directionWords().Marshal(uint8(d)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (d *Direction) UnmarshalText(text []byte) error {
	return directionWords().Unmarshal(text, (*uint8)(d))
}

// Cycle is the length of the periods that a metric is judged by (考核周期). Zero is any length.
type Cycle uint8

const (
	// Monthly is judged by the month (按月).
	Monthly Cycle = iota + 1
	// Quarterly is judged by the quarter (按季).
	Quarterly
	// HalfYearly is judged by the half year (按半年).
	HalfYearly
	// Yearly is judged by the year (按年).
	Yearly
)

func cycleWords() invalid.Words { return invalid.Words{"month", "quarter", "halfYear", "year"} }

// Months returns the length in months: 1, 3, 6 or 12, and 0 for any length.
func (c Cycle) Months() int {
	switch c {
	case Monthly:
		return 1
	case Quarterly:
		return 3
	case HalfYearly:
		return 6
	case Yearly:
		return 12
	default:
		return 0
	}
}

// String returns the word, or "Cycle(9)" for a number that is none.
func (c Cycle) String() string { return cycleWords().Of("Cycle", uint8(c)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (c Cycle) MarshalText() ([]byte, error) { return cycleWords().Marshal(uint8(c)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (c *Cycle) UnmarshalText(text []byte) error { return cycleWords().Unmarshal(text, (*uint8)(c)) }
