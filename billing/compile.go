package billing

import (
	"slices"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// tariff is a tariff compiled for one run.
type tariff struct {
	code     string
	selected property.Selection
	payers   property.Payers
	class    int              // tariffs of one class always have the same payer
	area     AreaKind         // unset: fixed
	quantity measure.Quantity // of a fixed basis
	rounder  money.Rounder
	rounding LineRounding
	taxMode  TaxMode
	scale    uint64   // what an Exact is divided by, besides the days, to be in least units
	simple   uint64   // scale without the factor where the plain path applies, else 0
	months   [][]step // per month of the run
}

// step is a stretch of a month with one price and one tax rate; a month without steps is
// not charged.
type step struct {
	period civil.Period
	price  money.Price
	source string // of the price; a change of it alone changes nothing
	rate   money.Rate
	taxed  divider // by 1 + rate
	line   Line    // the line of the whole step, but for unit, payer, quantity and amounts
}

// compile compiles one tariff and reports what is wrong with it for this register.
func (run *Run) compile(l *invalid.List, t Tariff, policies *policy.Table) tariff {
	for _, name := range run.reg.UnknownIn(t.AppliesTo) {
		l.At("appliesTo").Add(ErrUnknownScope, name)
	}
	rounder, err := t.Rounding.Compile(run.currency)
	l.At("rounding").Take(err)
	rounding, ok := lineRounding(rounder, run.currency)
	if !ok {
		l.At("rounding", "step").Add(ErrStepTooLarge, t.Rounding.Step.String())
	}
	c := tariff{
		code:     t.Code,
		selected: run.reg.Select(t.AppliesTo),
		payers:   run.reg.Payers(t.Code, t.Payer),
		rounder:  rounder,
		rounding: rounding,
		scale:    pow10(exactDigits - run.currency.Digits()),
	}
	if rounder == money.HalfUp() {
		c.simple = c.scale / one
	}
	c.setBasis(t.Basis)
	switch {
	case t.Tax == nil:
	case t.Tax.Inclusive != nil:
		c.taxMode = TaxInclusive
	default:
		c.taxMode = TaxExclusive
	}
	for _, month := range run.months {
		steps := run.steps(l, t, policies, month)
		for i := range steps {
			steps[i].line = c.template(&steps[i], month)
			steps[i].taxed = newDivider(one + uint64(steps[i].rate.Micro()))
		}
		c.months = append(c.months, steps)
	}
	return c
}

// classify gives the last tariff the class of an earlier one with the same payers, or a
// class of its own.
func (run *Run) classify() {
	last := &run.tariffs[len(run.tariffs)-1]
	for i := range run.tariffs[:len(run.tariffs)-1] {
		if t := &run.tariffs[i]; t.payers.Same(last.payers) {
			last.class = t.class
			return
		}
	}
	last.class = run.classes
	run.classes++
}

// template returns what every line of a step has in common.
func (t *tariff) template(s *step, month civil.Period) Line {
	return Line{
		Tariff: t.code,
		Period: s.period,
		Facts: LineFacts{Product{
			Price: s.price, Days: uint16(s.period.Days()), Of: uint16(month.Days()),
			Factor: money.One(), Source: s.source,
		}},
		Rounding: t.rounding,
		TaxMode:  t.taxMode,
		TaxRate:  s.rate,
	}
}

func (t *tariff) setBasis(b Basis) {
	if b.Area != nil {
		t.area = max(b.Area.Of, GrossArea)
		return
	}
	unit := b.Fixed.Unit
	if unit.IsZero() {
		unit = measure.MustParseUnit("unit")
	}
	t.quantity = measure.NewQuantity(measure.MustParseQuantity("1").Units(), unit)
}

// steps cuts a month where the price or the tax rate changes.
func (run *Run) steps(l *invalid.List, t Tariff, policies *policy.Table, month civil.Period) []step {
	days := t.Prices.AppendChanges([]civil.Date{month.Start}, month)
	tax := run.taxOf(t, policies)
	days = tax.changes(days, month)
	slices.Sort(days)
	days = slices.Compact(days)
	var out []step
	for i, start := range days {
		end := month.End
		if i+1 < len(days) {
			end = days[i+1]
		}
		price, ok := t.Prices.At(start)
		if !ok {
			continue
		}
		p, err := money.PriceOf(price.Price)
		l.At("prices").Take(err)
		rate, err := tax.at(start)
		l.At("tax").Take(err)
		out = appendStep(out, step{period: civil.Period{Start: start, End: end}, price: p, source: price.Source, rate: rate})
		if err != nil {
			break // one missing rate is enough said
		}
	}
	return out
}

// appendStep appends a step, or makes the last one longer if nothing changes.
func appendStep(steps []step, s step) []step {
	if n := len(steps) - 1; n >= 0 {
		last := &steps[n]
		if last.period.End == s.period.Start && last.price == s.price && last.rate == s.rate {
			last.period.End = s.period.End
			return steps
		}
	}
	return append(steps, s)
}
