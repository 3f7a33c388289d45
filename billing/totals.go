package billing

import (
	"math/big"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// totals is the rounding of totals compiled.
type totals struct {
	code     string
	of       TotalOf
	rounder  money.Rounder
	rounding LineRounding
}

func (run *Run) compileTotals(l *invalid.List) *totals {
	t := run.book.Totals
	if t == nil {
		return nil
	}
	rounder, err := t.Rounding.Compile(run.currency)
	l.At("totals", "rounding").Take(err)
	rounding, ok := lineRounding(rounder, run.currency)
	if !ok {
		l.At("totals", "rounding", "step").Add(ErrStepTooLarge, t.Rounding.Step.String())
	}
	return &totals{t.code(), max(t.Of, OfLines), rounder, rounding}
}

// RoundedTotal is the rounding of a bill's total. The line's amount is Rounded − Sum and carries
// no tax.
type RoundedTotal struct {
	// Of is what was rounded.
	Of TotalOf `json:"of"`
	// Sum is what the other lines come to, with tax.
	Sum money.Amount `json:"sum"`
	// Rounded is the total to pay.
	Rounded money.Amount `json:"rounded"`
}

// totalLine returns the line that rounds the total of other lines; false where they are round
// already.
//
// Errors: [ErrTooLarge] for a total that does not fit.
func (t *totals) line(lines []Line, period civil.Period) (Line, bool, error) {
	sum, err := sumOf(lines)
	if err != nil {
		return Line{}, false, err
	}
	exact := big.NewRat(sum.Minor(), 1)
	if t.of == OfExact {
		var ok bool
		if exact, ok = exactSum(lines, true); !ok {
			return Line{}, false, invalid.Value(ErrTooLarge, sum.String())
		}
	}
	minor, err := t.rounder.Rat(exact)
	if err != nil || minor == sum.Minor() {
		return Line{}, false, err
	}
	first := lines[0]
	zero := sum.With(0)
	amount := zero.With(minor - sum.Minor())
	return Line{
		Tariff: t.code, Unit: first.Unit, Payer: first.Payer, Period: period,
		Facts:    LineFacts{Total: &RoundedTotal{t.of, sum, zero.With(minor)}},
		Rounding: t.rounding, Amount: amount, Net: amount, Tax: zero,
	}, true, nil
}

func sumOf(lines []Line) (money.Amount, error) {
	var sum money.Sum
	for i := range lines {
		sum.Add(lines[i].Net)
		sum.Add(lines[i].Tax)
	}
	return sum.Total()
}

// exactSum returns what the lines' amounts come to before any rounding, in least units; with the tax of
// exclusive lines if asked for.
func exactSum(lines []Line, taxed bool) (*big.Rat, bool) {
	sum := new(big.Rat)
	for i := range lines {
		x, ok := lines[i].exactMinor()
		if !ok {
			return nil, false
		}
		if l := &lines[i]; taxed && l.TaxMode == TaxExclusive {
			x.Mul(x, big.NewRat(one+l.TaxRate.Micro(), one))
		}
		sum.Add(sum, x)
	}
	return sum, true
}

// exactMinor returns what the line alone comes to before rounding, in least units and before
// an exclusive tax; an instalment, a share and what an estimate was taken off are what they were rounded to.
func (l *Line) exactMinor() (*big.Rat, bool) {
	digits := pow10(l.Amount.Currency().Digits())
	var e Exact
	var ok bool
	of := uint64(1)
	switch f := &l.Facts; {
	case f.Percent != nil:
		e, ok = f.Percent.exact()
	case f.Quoted != nil:
		e, ok = f.Quoted.exact()
	case f.Formula != nil:
		exact, err := f.Formula.exact(l.Amount.Currency())
		if err != nil {
			return nil, false
		}
		return exact.Mul(exact, new(big.Rat).SetInt(new(big.Int).SetUint64(digits))), true
	case f.Metered != nil && f.Metered.Estimated == (money.Amount{}):
		e, ok = f.Metered.exact()
	case f.Product.IsZero():
		return big.NewRat(l.Amount.Minor(), 1), true
	default:
		e, ok = f.Product.exact()
		of = uint64(f.Product.Of)
	}
	if !ok || of == 0 {
		return nil, false
	}
	den := new(big.Int).Mul(new(big.Int).SetUint64(pow10(exactDigits)), new(big.Int).SetUint64(of))
	num := new(big.Int).Mul(e.big(), new(big.Int).SetUint64(digits))
	return new(big.Rat).SetFrac(num, den), true
}
