package metric

import (
	"math/big"

	"github.com/wuyekit/wuye/property/invalid"
)

// State says whether there is a value. Its zero is Unknown.
type State uint8

const (
	// Unknown means that a figure is not given (未知); the value names it.
	Unknown State = iota
	// Known means that there is a value (已知).
	Known
	// NotApplicable means that the base is 0: nothing was there to be counted (不适用).
	NotApplicable
)

func stateWords() invalid.States {
	return invalid.States{"unknown", "known", "notApplicable"}
}

// String returns the word, or "State(9)" for a number that is none.
func (s State) String() string { return stateWords().Of("State", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s State) MarshalText() ([]byte, error) { return stateWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *State) UnmarshalText(text []byte) error { return stateWords().Unmarshal(text, (*uint8)(s)) }

// Value is what a measurement comes to, exactly: its two figures and the base they are of (指标值). It is a document and
// comparable with ==; the zero value is unknown. [Set.Value] makes it.
//
// A derivation is made of Num and Den, whose texts are exact: the value is Num ÷ Den, or Num where the kind has no base.
type Value struct {
	// Metric is the code of the metric, Kind its kind.
	Metric string `json:"metric"`
	Kind   Kind   `json:"kind"`
	// Base is the code of the base (分母口径); empty where the kind has none.
	Base string `json:"base,omitempty"`
	// Unit is the unit of the value; empty for a plain number.
	Unit string `json:"unit,omitempty"`
	// State says whether there is a value.
	State State `json:"state"`
	// Missing names what is not given where the value is unknown: "num", "den" or "num, den".
	Missing string `json:"missing,omitempty"`
	// Num is what was counted (分子).
	Num Figure `json:"num,omitzero"`
	// Den is the base (分母).
	Den Figure `json:"den,omitzero"`
}

// value returns the value of a measurement that was checked.
func (d *Definition) value(m Measurement) Value {
	v := Value{Metric: d.Code, Kind: d.Kind, Unit: d.Unit, Num: m.Num, Den: m.Den, State: Known}
	if base, ok := d.base(m.Base); ok {
		v.Base = base.Code
	}
	missing := d.missing(m)
	switch {
	case d.Kind.HasBase() && m.Den.set && m.Den.n == 0:
		v.State = NotApplicable
	case missing != "":
		v.State, v.Missing = Unknown, missing
	}
	return v
}

// missing names the figures that a measurement does not give.
func (d *Definition) missing(m Measurement) string {
	num, den := !m.Num.set, d.Kind.HasBase() && !m.Den.set
	switch {
	case num && den:
		return "num, den"
	case num:
		return "num"
	case den:
		return "den"
	default:
		return ""
	}
}

// exact returns the value as a number, and false if there is none.
func (v Value) exact() (*big.Rat, bool) {
	switch {
	case v.State != Known || !v.Num.set:
		return nil, false
	case !v.Kind.HasBase():
		return big.NewRat(v.Num.n, perUnit), true
	case !v.Den.set || v.Den.n <= 0:
		return nil, false
	}
	return big.NewRat(v.Num.n, v.Den.n), true
}

// Cmp returns −1, 0 or 1 as the value is below, at or above a figure, and false if there is no value or no figure.
//
// Rounding: none; 97.9999 % is below 98 %.
func (v Value) Cmp(f Figure) (int, bool) {
	x, ok := v.exact()
	if !ok || !f.set {
		return 0, false
	}
	return x.Cmp(big.NewRat(f.n, perUnit)), true
}

// Rounded returns the value as it is shown.
//
// Units: those of the value; a share of 98 % is 0.98.
// Rounding: once, from the exact value.
// Errors: [ErrNoValue], [ErrStep], [ErrMode], [ErrFigureRange].
func (v Value) Rounded(r Rounding) (Figure, error) {
	x, err := v.known()
	if err != nil {
		return Figure{}, err
	}
	return r.round(x)
}

// Percent returns a share or a ratio in percent, as it is shown: "97.00%" (百分比).
//
// Rounding: once, from the exact value; the step is in percentage points, and says how many decimals are shown.
// Errors: as [Value.Rounded], and [ErrNotPercent] for another kind.
func (v Value) Percent(r Rounding) (string, error) {
	x, err := v.known()
	if err != nil {
		return "", err
	}
	if !v.Kind.IsPercent() {
		return "", invalid.Value(ErrNotPercent, invalid.Quote(v.Metric), v.Kind.String())
	}
	f, err := r.round(x.Mul(x, big.NewRat(100, 1)))
	if err != nil {
		return "", err
	}
	return f.Decimal().StringFixed(r.decimals()) + "%", nil
}

// known is exact with an error that says why there is no value.
func (v Value) known() (*big.Rat, error) {
	x, ok := v.exact()
	if ok {
		return x, nil
	}
	state := v.State
	if state != NotApplicable {
		state = Unknown
	}
	return nil, invalid.Value(ErrNoValue, invalid.Quote(v.Metric), state.String())
}
