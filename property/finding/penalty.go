package finding

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
)

const (
	maxGrowth = 64
	maxDigits = 120 // of a factor, so that a derivation can show it
)

// growth returns what is multiplied by after none, one, two repetitions and so on, and whether the last holds for all that
// follow.
func (r Repeat) growth() ([]decimal.Decimal, bool) {
	out := []decimal.Decimal{decimal.NewFromInt(1)}
	if !r.Factor.IsSet() {
		return out, !r.Open
	}
	for len(out) <= maxGrowth {
		next := out[len(out)-1].Mul(r.Factor.Decimal())
		if next.NumDigits()+1 > maxDigits {
			break
		}
		out = append(out, next)
		if !r.EachTime || r.Most.IsSet() && next.GreaterThanOrEqual(r.Most.Decimal()) {
			return out, true
		}
	}
	return out, false
}

// charge notes what each round costs, and the sums.
func (f *follower) charge() {
	if f.out.State == Withdrawn || f.list.Len() > 0 {
		return
	}
	for i := range f.out.Rounds {
		r := &f.out.Rounds[i]
		f.add(i+1, r, OnIssue, r.Issued)
		if r.Timing == Late {
			f.add(i+1, r, OnOverdue, r.overdueOn())
		}
	}
	f.total()
}

// costsOf returns the first penalty of each trigger that applies to a case.
func (r *Rules) costsOf(c *Case) []Penalty {
	var out []Penalty
	for _, p := range r.doc.Penalties {
		same := func(o Penalty) bool { return o.On == p.On }
		if applies(p.Kinds, p.Severities, c) && !slices.ContainsFunc(out, same) {
			out = append(out, p)
		}
	}
	return out
}

// add charges a round.
func (f *follower) add(number int, r *Round, on Trigger, day civil.Date) {
	i := slices.IndexFunc(f.costs, func(p Penalty) bool { return p.On == on })
	if i < 0 {
		return
	}
	p := f.costs[i]
	c := Charge{Round: number, On: day, For: on, Repeats: r.Repeats, Take: p.Points, Fine: p.Amount}
	if f.grow(&c) {
		f.price(&c)
	}
	f.out.Charges = append(f.out.Charges, c)
}

// grow says how often a charge is multiplied by the factor, and false where nobody knows.
func (f *follower) grow(c *Charge) bool {
	repeat := f.rules.doc.Repeat
	c.Times = min(c.Repeats, len(f.rules.growth)-1)
	switch {
	case c.Repeats > c.Times && repeat.Open && !repeat.Factor.IsSet():
		c.Open = true
		f.missing("repeat/factor")
		return false
	case c.Repeats > c.Times && !f.rules.full:
		f.list.At("repeats").Add(ErrGrowth, strconv.Itoa(c.Repeats))
		return false
	case c.Times == 0:
		return true
	}
	c.Factor = repeat.Factor
	if repeat.Most.IsSet() && f.rules.growth[c.Times].GreaterThan(repeat.Most.Decimal()) {
		c.Most = repeat.Most
	}
	return true
}

// price works out what a charge comes to.
func (f *follower) price(c *Charge) {
	by := f.rules.growth[c.Times]
	if c.Most.IsSet() {
		by = c.Most.Decimal()
	}
	if c.Take.IsSet() {
		steps, rest := c.Take.Decimal().Mul(by).QuoRem(f.rules.step, 0)
		if rest.Mul(decimal.NewFromInt(2)).GreaterThanOrEqual(f.rules.step) {
			steps = steps.Add(decimal.NewFromInt(1))
		}
		c.Points = f.figure(steps.Mul(f.rules.step))
		c.PointStep = f.figure(f.rules.step)
	}
	if (c.Fine != money.Amount{}) {
		amount, err := f.rules.rounder.Decimal(c.Fine.Decimal().Mul(by), f.rules.currency)
		f.list.At("penalties").Take(err)
		step := c.Fine.With(f.rules.rounder.Step()).Decimal()
		c.Amount, c.Rounding = amount, money.Rounding{Mode: f.rules.rounder.Mode(), Step: step}
	}
}

// figure returns a number as a figure and reports one that is too large.
func (f *follower) figure(d decimal.Decimal) metric.Figure {
	out, err := metric.ParseFigure(d.String())
	f.list.At("penalties").Take(err)
	return out
}

// total adds the charges up: points, if a penalty is in points and all that it cost is known, and money likewise.
func (f *follower) total() {
	if f.isKnown(func(take metric.Figure, _ money.Amount) bool { return take.IsSet() }) {
		f.out.Points = f.points()
	}
	if f.isKnown(func(_ metric.Figure, fine money.Amount) bool { return fine != money.Amount{} }) {
		f.out.Amount = f.amount()
	}
}

// isKnown reports whether a penalty is of a sort, and nothing of that sort is not known.
func (f *follower) isKnown(of func(metric.Figure, money.Amount) bool) bool {
	exists := false
	for _, p := range f.costs {
		if !of(p.Points, p.Amount) {
			continue
		}
		exists = true
		if p.On == OnOverdue && f.mayBeLate() {
			return false
		}
	}
	return exists && !slices.ContainsFunc(f.out.Charges, func(c Charge) bool { return c.Open && of(c.Take, c.Fine) })
}

func (f *follower) points() metric.Figure {
	sum := metric.MustParseFigure("0")
	for _, c := range f.out.Charges {
		if c.Points.IsSet() {
			next, err := sum.Add(c.Points)
			f.list.At("penalties").Take(err)
			sum = next
		}
	}
	return sum
}

func (f *follower) amount() money.Amount {
	var sum money.Sum
	sum.Add(money.New(0, f.rules.currency))
	for _, c := range f.out.Charges {
		if (c.Fine != money.Amount{}) {
			sum.Add(c.Amount)
		}
	}
	total, err := sum.Total()
	f.list.At("penalties").Take(err)
	return total
}

// mayBeLate reports whether the deadline of a round is not known.
func (f *follower) mayBeLate() bool {
	return slices.ContainsFunc(f.out.Rounds, func(r Round) bool { return r.Timing == Undecided })
}
