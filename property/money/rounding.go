package money

import (
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// Rounding is how a figure is rounded, in a document (舍入规则): fen, jiao or yuan,
// and which way. The zero Rounding is half up to one least unit (四舍五入到分).
type Rounding struct {
	// Mode is the direction; unset is halfUp.
	Mode Mode `json:"mode,omitzero"`
	// Step is what results are multiples of, in currency units: 0.01, 0.1, 1. Unset
	// is one least unit of the currency.
	Step decimal.Decimal `json:"step,omitzero"`
}

// Check reports what is wrong whatever the currency.
func (r Rounding) Check(l *invalid.List) {
	l.At("mode").Take(r.Mode.check())
	if r.Step.Sign() < 0 {
		l.At("step").Add(ErrStepNegative, describe(r.Step))
	}
}

// Compile returns the rounding for a currency.
//
// Errors: an [*invalid.Error] with [ErrCurrency] for no currency, [ErrStep] for a
// step that is not a whole number of least units, and what Check reports.
func (r Rounding) Compile(c Currency) (Rounder, error) {
	var l invalid.List
	r.Check(&l)
	if !c.valid() {
		l.Add(ErrCurrency, invalid.Quote(c.String()))
	}
	step := int64(1)
	if r.Step.Sign() > 0 {
		n, f := exactly(r.Step, c.Digits())
		if f != fits {
			l.At("step").Add(ErrStep, describe(r.Step), c.String(), digitText(c.Digits()))
		}
		step = n
	}
	if err := l.Err("rounding"); err != nil {
		return Rounder{}, err
	}
	return newRounder(r.Mode, step), nil
}
