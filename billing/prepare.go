package billing

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// Facts are what a run needs to know besides the estate and its tariffs.
type Facts struct {
	// Policies are the regional values that tariffs name, such as tax rates.
	Policies []policy.Row `json:"policies,omitempty"`
	// Holds are units that are not to be billed this time.
	Holds []Hold `json:"holds,omitempty"`
}

// Hold keeps a unit's bill back (暂缓出账).
type Hold struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Reason is shown with the held bill.
	Reason string `json:"reason"`
}

// Check reports every problem of the facts by themselves.
func (f Facts) Check(l *invalid.List) {
	_, err := policy.Compile(f.Policies)
	l.At("policies").Take(err)
	seen := map[string]bool{}
	for i, h := range f.Holds {
		if seen[h.Unit] {
			l.At("holds", i, "unit").Add(ErrHoldTwice, h.Unit)
		}
		seen[h.Unit] = true
		if h.Unit == "" {
			l.At("holds", i, "unit").Add(invalid.ErrRequired, "unit")
		}
		if h.Reason == "" {
			l.At("holds", i, "reason").Add(invalid.ErrRequired, "reason")
		}
	}
}

// maxMonths bounds one run.
const maxMonths = 120

// Run is a prepared billing run: immutable, pure, safe to share between goroutines.
type Run struct {
	reg      *property.Register
	book     Book
	facts    Facts
	period   civil.Period
	months   []civil.Period
	tariffs  []tariff
	classes  int // of payers
	holds    map[property.Ref]string
	currency money.Currency
	nothing  money.Amount // 0 of the currency
}

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

// Prepare compiles a run over one or several whole calendar months.
//
// Errors: an [*invalid.Error] listing every problem of the book, the facts and of both
// against the register: names the estate does not have, prices that do not fit, days
// without a tax rate.
func Prepare(reg *property.Register, book Book, facts Facts, period civil.Period) (*Run, error) {
	var l invalid.List
	if reg == nil {
		l.At("register").Add(invalid.ErrRequired, "register")
	}
	book, facts = deepCopy(book), deepCopy(facts)
	l.Enter("book")
	book.Check(&l)
	l.Leave()
	l.Enter("facts")
	facts.Check(&l)
	l.Leave()
	months := monthsOf(&l, period)
	if err := l.Err("billing run"); err != nil {
		return nil, err // the rest builds on these
	}
	policies, err := policy.Compile(facts.Policies)
	l.Take(err)
	run := &Run{reg: reg, book: book, facts: facts, period: period, months: months, currency: book.Currency, nothing: money.New(0, book.Currency)}
	run.holds = run.heldUnits(&l)
	l.Enter("book")
	l.Enter("tariffs")
	for _, i := range book.inForce() {
		l.EnterIndex(i)
		run.tariffs = append(run.tariffs, run.compile(&l, book.Tariffs[i], policies))
		run.classify()
		l.Leave()
	}
	l.Leave()
	l.Leave()
	if err := l.Err("billing run"); err != nil {
		return nil, err
	}
	return run, nil
}

// monthsOf cuts the period into its calendar months.
func monthsOf(l *invalid.List, p civil.Period) []civil.Period {
	n := p.Months()
	if n < 1 || n > maxMonths {
		l.At("period").Add(ErrPeriod, p.String(), strconv.Itoa(maxMonths))
		return nil
	}
	out := make([]civil.Period, n)
	for i := range out {
		start := p.Start.AddMonths(i)
		out[i] = civil.Period{Start: start, End: start.NextMonth()}
	}
	return out
}

func (run *Run) heldUnits(l *invalid.List) map[property.Ref]string {
	out := map[property.Ref]string{}
	for i, h := range run.facts.Holds {
		u, ok := run.reg.Find(h.Unit)
		if !ok {
			l.At("facts", "holds", i, "unit").Add(ErrNoUnit, h.Unit)
			continue
		}
		out[u] = h.Reason
	}
	return out
}

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
