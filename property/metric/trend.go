package metric

import (
	"math/big"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Trend is a value beside that of a former period (环比、同比). It is a document and comparable with ==; [Set.Trend]
// makes it.
type Trend struct {
	// Scope is what was measured both times.
	Scope string `json:"scope,omitempty"`
	// Better is the direction in which the metric improves.
	Better Direction `json:"better"`
	// FormerPeriod and Period are when.
	FormerPeriod civil.Period `json:"formerPeriod"`
	Period       civil.Period `json:"period"`
	// Former and Current are what the two measurements come to.
	Former  Value `json:"former"`
	Current Value `json:"current"`
}

// Trend compares a measurement with one of the same metric, base and scope and of an earlier period as long: the month
// before (环比), the same month of the year before (同比).
//
// Errors: an [*invalid.Error] with every problem at its place, "former.num", "current.period": as [Set.Check]; [ErrMixed]
// for another metric, base or scope, [ErrNotBefore] for a former period that does not end before the current begins,
// [ErrLengths] for periods that have neither as many months nor as many days.
func (s *Set) Trend(former, current Measurement) (Trend, error) {
	var l invalid.List
	l.Enter("former")
	d := s.check(former, &l)
	l.Leave()
	l.Enter("current")
	s.check(current, &l)
	checkSame(&l, s.named(former), s.named(current))
	if former.Scope != current.Scope {
		l.At("scope").Add(ErrMixed, invalid.Quote(current.Scope), invalid.Quote(former.Scope))
	}
	checkPair(&l, former.Period, current.Period)
	l.Leave()
	if err := l.Err("trend of " + invalid.Quote(current.Metric)); err != nil {
		return Trend{}, err
	}
	return Trend{
		Scope: current.Scope, Better: d.Better, FormerPeriod: former.Period, Period: current.Period,
		Former: d.value(former), Current: d.value(current),
	}, nil
}

// checkPair reports periods that cannot be compared.
func checkPair(l *invalid.List, former, current civil.Period) {
	if former.Days() <= 0 || current.Days() <= 0 {
		return // reported already
	}
	if former.End > current.Start {
		l.At("period").Add(ErrNotBefore, former.String(), current.String())
	}
	sameMonths := former.Months() > 0 && former.Months() == current.Months()
	if !sameMonths && former.Days() != current.Days() {
		l.At("period").Add(ErrLengths, former.String(), current.String())
	}
}

// State says whether there is a change: Unknown if one of the values is, else NotApplicable if one of them is.
func (t Trend) State() State {
	_, former := t.Former.exact()
	_, current := t.Current.exact()
	switch {
	case former && current:
		return Known
	case t.Former.State != NotApplicable && !former, t.Current.State != NotApplicable && !current:
		return Unknown
	default:
		return NotApplicable
	}
}

// Course returns 1 if the metric became better, −1 if worse and 0 if it is what it was, exactly; false if there is no
// change to speak of, or no direction.
func (t Trend) Course() (int, bool) {
	change, _, ok := t.change()
	if !ok || t.Better == 0 || t.Better > LowerIsBetter {
		return 0, false
	}
	if t.Better == LowerIsBetter {
		change.Neg(change)
	}
	return change.Sign(), true
}

// Change returns how much the value grew, below 0 where it fell.
//
// Units: those of the value; a share that grew from 97 % to 98.5 % by 0.015.
// Rounding: once, from the exact difference.
// Errors: as [Value.Rounded].
func (t Trend) Change(r Rounding) (Figure, error) {
	change, _, err := t.known()
	if err != nil {
		return Figure{}, err
	}
	return r.round(change)
}

// Points returns how much a share or a ratio grew in percentage points (百分点): 1.5 from 97 % to 98.5 %.
//
// Rounding: once, from the exact difference.
// Errors: as [Value.Percent].
func (t Trend) Points(r Rounding) (Figure, error) {
	change, _, err := t.known()
	if err != nil {
		return Figure{}, err
	}
	if !t.Current.Kind.IsPercent() {
		return Figure{}, invalid.Value(ErrNotPercent, invalid.Quote(t.Current.Metric), t.Current.Kind.String())
	}
	return r.round(change.Mul(change, big.NewRat(100, 1)))
}

// Relative returns how much the value grew in percent of the former value (增长率): 1.55 from 97 % to 98.5 %.
//
// Rounding: once, from the exact quotient. A former value below 0 counts by its size, so that growth is above 0.
// Errors: as [Value.Rounded], and [ErrFormerZero] if the former value is 0.
func (t Trend) Relative(r Rounding) (Figure, error) {
	change, former, err := t.known()
	if err != nil {
		return Figure{}, err
	}
	if former.Sign() == 0 {
		return Figure{}, invalid.Value(ErrFormerZero, invalid.Quote(t.Former.Metric))
	}
	quotient := change.Quo(change, former.Abs(former))
	return r.round(quotient.Mul(quotient, big.NewRat(100, 1)))
}

// change returns the exact difference and the former value, which belong to the caller; false if there is none.
func (t Trend) change() (change, former *big.Rat, ok bool) {
	former, hasFormer := t.Former.exact()
	current, hasCurrent := t.Current.exact()
	if !hasFormer || !hasCurrent {
		return nil, nil, false
	}
	return current.Sub(current, former), former, true
}

// known is change with an error that says why there is none.
func (t Trend) known() (change, former *big.Rat, err error) {
	change, former, ok := t.change()
	if !ok {
		return nil, nil, invalid.Value(ErrNoValue, invalid.Quote(t.Current.Metric), t.State().String())
	}
	return change, former, nil
}
