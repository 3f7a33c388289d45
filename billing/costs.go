package billing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// sharedCost is a cost compiled: shared.
type sharedCost struct {
	Cost
	payers    property.Payers
	owners    property.Payers
	remainder RemainderRule
	template  Line
	rounding  LineRounding // of a usage's cost
	taxed     divider
	parts     []CostPart
	loss      *Loss
	amount    money.Amount
	weights   []weights
	members   []property.Ref
	split     split
	shares    []int64
	bearer    int
	extra     int64
	absorbed  int64
	held      []*invalid.FieldError
}

// memberOf is a unit's place in a cost.
type memberOf struct{ cost, member int32 }

// compileCosts compiles the costs of the run's time, and what each unit shares of them.
func (run *Run) compileCosts(l *invalid.List, policies *policy.Table) {
	l.Enter("facts")
	l.Enter("costs")
	defer l.Leave()
	defer l.Leave()
	for i, c := range run.facts.Costs {
		if !run.period.Contains(c.Period.Last()) {
			continue
		}
		l.EnterIndex(i)
		if compiled := run.cost(l, c, policies); compiled != nil {
			run.costs = append(run.costs, compiled)
			run.holdsCosts = run.holdsCosts || compiled.held != nil
		}
		l.Leave()
	}
	run.memberAt = run.memberships()
}

// memberships lists what each unit shares, in the order of the costs; nil where nothing is shared.
func (run *Run) memberships() []int32 {
	if len(run.costs) == 0 {
		return nil
	}
	at := make([]int32, run.Len()+1)
	for _, c := range run.costs {
		for _, u := range c.charged() {
			at[u+1]++
		}
	}
	for u := range run.Len() {
		at[u+1] += at[u]
	}
	run.members = make([]memberOf, at[run.Len()])
	next := append([]int32(nil), at...)
	order := make([]int, len(run.costs))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(run.costs[a].Code, run.costs[b].Code) })
	for _, k := range order {
		for m, u := range run.costs[k].charged() {
			run.members[next[u]] = memberOf{int32(k), int32(m)}
			next[u]++
		}
	}
	return at
}

// HeldCosts returns the codes of the costs that the run holds, in order: it charges nobody for them,
// and their statements say why.
func (run *Run) HeldCosts() []string {
	var out []string
	for _, c := range run.costs {
		if c.held != nil {
			out = append(out, c.Code)
		}
	}
	slices.Sort(out)
	return out
}

// heldCosts returns those that a unit shares, nil for none.
func (run *Run) heldCosts(u property.Ref) []string {
	if !run.holdsCosts {
		return nil
	}
	var out []string
	for _, c := range run.costs {
		if _, shares := slices.BinarySearch(c.members, u); shares && c.held != nil {
			out = append(out, c.Code)
		}
	}
	slices.Sort(out)
	return out
}

// charged returns the units that are charged: none where the cost is held.
func (c *sharedCost) charged() []property.Ref {
	if c.held != nil {
		return nil
	}
	return c.members
}

// cost compiles a cost, nil if something is wrong with it.
func (run *Run) cost(l *invalid.List, doc Cost, policies *policy.Table) *sharedCost {
	before := l.Len()
	i := run.book.find(doc.Tariff)
	if i < 0 || run.book.Tariffs[i].State != InForce || run.book.Tariffs[i].Basis.Shared == nil {
		l.At("tariff").Add(ErrNotShared, doc.Tariff)
		return nil
	}
	t := run.book.Tariffs[i]
	version, known := run.book.versionsOf(t.Charter).At(doc.Period.Last())
	if t.Charter != nil && (!known || version != t.Charter.Version) {
		l.At("tariff").Add(ErrNotShared, doc.Tariff)
		return nil
	}
	c := &sharedCost{
		Cost: doc, payers: run.reg.Payers(t.Code, t.Payer), owners: run.reg.Payers(t.Code, property.OwnerPays),
		remainder: max(t.Basis.Shared.Remainder, LargestRemainder),
	}
	rounder, err := t.Rounding.Compile(run.currency)
	l.Take(err)
	c.rounding, _ = lineRounding(rounder, run.currency)
	rate, err := run.taxOf(t.Code, t.Tax, policies).at(doc.Period.Last())
	l.At("period").Take(err)
	c.taxed = newDivider(one + uint64(rate.Micro()))
	c.template = Line{Tariff: t.Code, Rounding: run.leastRounding(), TaxMode: t.Tax.mode(), TaxRate: rate}
	run.setMembers(l, c, t)
	run.setAmount(l, c, t, rounder)
	if l.Len() > before || c.held != nil {
		return c.unless(l.Len() > before)
	}
	if run.setWeights(l, c, t.Basis.Shared); l.Len() == before && c.held == nil {
		run.share(c)
	}
	return c.unless(l.Len() > before)
}

// unless returns the cost, nil if it is wrong.
func (c *sharedCost) unless(wrong bool) *sharedCost {
	if wrong {
		return nil
	}
	return c
}

// setMembers collects the units that share, in canonical order.
func (run *Run) setMembers(l *invalid.List, c *sharedCost, t Tariff) {
	applies := run.reg.Select(t.AppliesTo)
	scope := applies
	if c.Scope != nil {
		for _, name := range run.reg.UnknownIn(*c.Scope) {
			l.At("scope").Add(ErrUnknownScope, name)
		}
		scope = run.reg.Select(*c.Scope)
	}
	for u := range run.Len() {
		if applies.Has(u) && scope.Has(u) {
			c.members = append(c.members, u)
		}
	}
	if len(c.members) == 0 {
		l.At("scope").Add(ErrNobodyShares, c.Code)
	}
}

// share splits the amount between the members.
func (run *Run) share(c *sharedCost) {
	total := uint64(c.amount.Minor())
	if w := &c.weights[0]; len(c.weights) == 1 && w.ints != nil && w.small {
		c.split = splitInts(total, w.ints, w.sumInt)
	} else {
		rats, sum := mixed(c.weights, len(c.members))
		c.split = splitRats(total, rats, sum)
	}
	c.bearer = c.split.last()
	if c.remainder == LargestWeight {
		c.bearer = c.heaviest()
	}
	c.shares, c.extra, c.absorbed = c.split.shares(c.remainder, c.bearer)
	if c.shares[c.bearer] < 0 {
		c.hold(invalid.Value(ErrRemainder, run.reg.Code(c.members[c.bearer]), c.amount.With(c.shares[c.bearer]).String()), "remainder")
	}
}

// heaviest returns the member with the largest weight of the first part, the first of equals.
func (c *sharedCost) heaviest() int {
	best := 0
	for i := range c.split.quotas {
		if c.weights[0].compare(i, best) > 0 {
			best = i
		}
	}
	return best
}

// setAmount sets what the cost comes to.
func (run *Run) setAmount(l *invalid.List, c *sharedCost, t Tariff, rounder money.Rounder) {
	l.Enter("of")
	defer l.Leave()
	of := c.Of
	switch {
	case of.Amount != nil:
		if c.amount = *of.Amount; c.amount.Currency() != run.currency {
			l.At("amount").Add(ErrCurrency, c.amount.String(), run.currency.String())
		}
		return
	case of.Usage != nil:
		run.priceUsage(l, c, t, rounder, spread(*of.Usage, c.Period))
	case of.Meter != nil:
		if _, ok := run.log.Find(of.Meter.Code); !ok {
			l.At("meter", "code").Add(ErrMeter, strconv.Quote(of.Meter.Code))
			return
		}
		run.priceUsage(l, c, t, rounder, run.metered(of.Meter.Code, knownFor(c.Period)))
	case of.Loss != nil:
		if _, ok := run.log.Find(of.Loss.Master); !ok {
			l.At("loss", "master").Add(ErrMeter, strconv.Quote(of.Loss.Master))
			return
		}
		if run.setLoss(c); c.held == nil {
			run.priceUsage(l, c, t, rounder, spread(c.loss.Lost, c.Period))
		}
	}
}

// CostPart is a part of a cost's days with one price.
type CostPart struct {
	// Period are the days, half-open.
	Period civil.Period `json:"period"`
	// Usage is what was used on them.
	Usage explain.Value `json:"usage"`
	// Price is the price per unit of the usage.
	Price money.Price `json:"price"`
	// Source is the document the price stands in.
	Source string `json:"source,omitempty"`
}

// priceUsage multiplies what is used on the days of each price with it.
func (run *Run) priceUsage(l *invalid.List, c *sharedCost, t Tariff, rounder money.Rounder, usage usageOf) {
	sum := Exact{}
	at := c.Period.Start
	for _, s := range run.steps(l, t, taxTable{}, c.Period) {
		if s.period.Start > at {
			break
		}
		q, err := usage(s.period)
		if err != nil {
			c.hold(err, "of", c.Of.Kind())
			return
		}
		if q.Sign() < 0 {
			l.Add(ErrNegative, q.String())
			return
		}
		exact, ok1 := product(uint64(q.Units()), uint64(s.price.Micro()), one, 1)
		next, ok2 := sum.plus(exact)
		if !ok1 || !ok2 {
			l.Add(ErrAmountTooLarge, t.Code, c.Period.Start.String())
			return
		}
		sum, at = next, s.period.End
		value := explain.Decimal(string(q.AppendNumber(nil)), q.Unit().String())
		c.parts = append(c.parts, CostPart{s.period, value, s.price, s.source})
	}
	if at < c.Period.End {
		l.Add(ErrCostPrice, t.Code, at.String())
		return
	}
	minor, err := sum.round(rounder, pow10(exactDigits-run.currency.Digits()), 1)
	if err != nil {
		l.Add(ErrAmountTooLarge, t.Code, c.Period.Start.String())
	}
	c.amount = run.nothing.With(minor)
}

// hold keeps a cost from being charged: what the meters show is no reason to stop everything else.
func (c *sharedCost) hold(err error, place ...any) {
	var held invalid.List
	held.At(place...).Take(err)
	c.held = append(c.held, problemsOf(held.Err("cost "+strconv.Quote(c.Code)))...)
}

// setLoss sets the loss of the cost's master meter; one that cannot be, or is over its limit, holds the
// cost.
func (run *Run) setLoss(c *sharedCost) {
	run.readsOthers = true
	loss, err := run.lossOf(c.Of.Loss.Master, c.Period)
	if err != nil {
		c.hold(err, "of", "loss")
		return
	}
	c.loss = &loss
	limit, err := measure.QuantityOf(c.Of.Loss.Limit, measure.Unit{})
	switch {
	case err != nil:
		c.hold(err, "of", "loss", "limit")
	case loss.Lost.Sign() < 0:
		c.hold(invalid.Value(ErrLossNegative, loss.Master, loss.Usage.String(), loss.Subs.String()), "of", "loss")
	case !c.Of.Loss.Limit.IsZero() && loss.Exceeds(limit):
		c.hold(invalid.Value(ErrLossLimit, loss.Master, loss.Lost.String(), loss.Usage.String(), c.Of.Loss.Limit.String()), "of", "loss")
	}
}
