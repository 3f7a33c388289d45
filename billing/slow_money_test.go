package billing_test

import (
	"math/big"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// valueAt reads a history entry by entry.
func valueAt[T any](h civil.History[T], d civil.Date) (v T, ok bool) {
	for i, e := range h {
		over := !e.To.IsZero() && e.To < d || e.To.IsZero() && i+1 < len(h) && h[i+1].From <= d
		if (e.From.IsZero() || e.From <= d) && !over {
			return e.Value, true
		}
	}
	return v, false
}

func ratOf(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic(text)
	}
	return r
}

// inLeastUnits returns x of the book's currency in least units.
func (s slow) inLeastUnits(x *big.Rat) *big.Rat {
	least := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(s.book.Currency.Digits())), nil)
	return new(big.Rat).Mul(x, new(big.Rat).SetInt(least))
}

// round returns x of the book's currency in least units, rounded.
func (s slow) round(x *big.Rat, r money.Rounding) *big.Int { return s.roundLeast(s.inLeastUnits(x), r) }

// roundLeast rounds least units to the step.
func (s slow) roundLeast(x *big.Rat, r money.Rounding) *big.Int {
	step := big.NewInt(1)
	if !r.Step.IsZero() {
		step = s.inLeastUnits(r.Step.Rat()).Num()
	}
	n := roundTo(new(big.Rat).Quo(x, new(big.Rat).SetInt(step)), r.Mode)
	return n.Mul(n, step)
}

// roundTo returns a number that is not negative, rounded to a whole one.
func roundTo(x *big.Rat, mode money.Mode) *big.Int {
	whole := new(big.Int).Quo(x.Num(), x.Denom())
	rest := new(big.Rat).Sub(x, new(big.Rat).SetInt(whole))
	half := rest.Cmp(big.NewRat(1, 2))
	up := false
	switch mode {
	case money.ModeUp, money.ModeCeiling:
		up = rest.Sign() > 0
	case money.ModeDown, money.ModeFloor:
	case money.ModeHalfDown:
		up = half > 0
	case money.ModeHalfEven:
		up = half > 0 || half == 0 && whole.Bit(0) == 1
	case money.ModeHalfUp, 0:
		up = half >= 0
	}
	if up {
		whole.Add(whole, big.NewInt(1))
	}
	return whole
}

func slowTax(t *billing.Tax, amount *big.Int, rate *big.Rat) (net, tax *big.Int) {
	a := new(big.Rat).SetInt(amount)
	switch {
	case t == nil:
		return amount, new(big.Int)
	case t.Inclusive != nil:
		net = roundTo(a.Quo(a, new(big.Rat).Add(big.NewRat(1, 1), rate)), money.ModeHalfUp)
		return net, new(big.Int).Sub(amount, net)
	default:
		return amount, roundTo(a.Mul(a, rate), money.ModeHalfUp)
	}
}

// totals returns the line that rounds the total of others, if it has to be.
func (w slowUnit) totals(lines []slowLine) []slowLine {
	t := w.book.Totals
	if t == nil {
		return nil
	}
	sum, exact := new(big.Int), new(big.Rat)
	for _, l := range lines {
		sum.Add(sum, l.net).Add(sum, l.tax)
		with := new(big.Rat).Add(big.NewRat(1, 1), l.taxOnTop)
		exact.Add(exact, with.Mul(with, l.exact))
	}
	if t.Of != billing.OfExact {
		exact.SetInt(sum)
	}
	amount := w.roundLeast(exact, t.Rounding)
	if amount.Sub(amount, sum); amount.Sign() == 0 {
		return nil
	}
	code := t.Code
	if code == "" {
		code = "rounding"
	}
	return []slowLine{{
		tariff: code, start: w.period.Start, last: w.period.End.AddDays(-1), amount: amount, net: amount, tax: new(big.Int),
	}}
}
