package billing

import (
	"iter"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// Statement is what must be published of a shared cost (公摊公示): usage, price, amount and what each
// unit shares.
//
// Source: Hangzhou 2021 art. 54; Beijing 2024 art. 70 (5).
type Statement struct {
	// Cost, Tariff and Period are the cost's.
	Cost   string       `json:"cost"`
	Tariff string       `json:"tariff"`
	Period civil.Period `json:"period"`
	// Parts are what was used, by price; none where the cost was given as an amount.
	Parts []CostPart `json:"parts,omitempty"`
	// Loss is the loss of a master meter, where that is the cost.
	Loss *Loss `json:"loss,omitempty"`
	// Amount is what the cost comes to.
	Amount money.Amount `json:"amount"`
	// Rounding is how a usage's cost was rounded; unset where the cost was given as an amount.
	Rounding LineRounding `json:"rounding,omitzero"`
	// Remainder is who takes what rounding leaves over; Absorbed what nobody is charged.
	Remainder RemainderRule `json:"remainder"`
	Absorbed  money.Amount  `json:"absorbed,omitzero"`
	// Shares are those of every unit, in canonical order.
	Shares []UnitShare `json:"shares,omitempty"`
	// Source is the document the cost stands in.
	Source string `json:"source,omitempty"`
	// Held says why the cost is not charged; it then has no shares.
	Held []*invalid.FieldError `json:"held,omitempty"`
}

// UnitShare is a unit's share in a statement.
type UnitShare struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Weights are its weights, by part of the cost.
	Weights []Weighted `json:"weights"`
	// Share is its share.
	Share money.Amount `json:"share"`
}

// Statements yields the statement of every cost that the run charges or holds, in the order of the
// facts.
func (run *Run) Statements() iter.Seq[Statement] {
	return func(yield func(Statement) bool) {
		for _, c := range run.costs {
			if !yield(run.statement(c)) {
				return
			}
		}
	}
}

func (run *Run) statement(c *sharedCost) Statement {
	out := Statement{
		Cost: c.Code, Tariff: c.Tariff, Period: c.Period, Parts: deepCopy(c.parts), Amount: c.amount, Rounding: c.rounding,
		Remainder: c.remainder, Source: c.Source, Held: c.held,
	}
	if len(c.parts) == 0 {
		out.Rounding = LineRounding{}
	}
	if c.loss != nil {
		loss := *c.loss
		out.Loss = &loss
	}
	if c.held != nil {
		out.Amount = run.nothing
		return out
	}
	if c.absorbed != 0 {
		out.Absorbed = run.nothing.With(c.absorbed)
	}
	for i, u := range c.members {
		row := UnitShare{Unit: run.reg.Code(u), Share: run.nothing.With(c.shares[i])}
		for k := range c.weights {
			row.Weights = append(row.Weights, c.weights[k].weighted(i))
		}
		out.Shares = append(out.Shares, row)
	}
	return out
}

// Why derives the amount of the cost from its usage and prices.
func (s Statement) Why() explain.Step {
	if len(s.Parts) == 0 {
		return explain.Given(labelCost, amountValue(s.Amount), s.Cost).From(s.Source)
	}
	var parts []explain.Step
	for _, p := range s.Parts {
		per := s.Amount.Currency().String()
		if p.Usage.Unit != "" {
			per += "/" + p.Usage.Unit
		}
		used := explain.Given(labelCostUsage, p.Usage, p.Period.Start.String(), last(p.Period))
		parts = append(parts, explain.Product(labelCostPart, used, explain.Given(labelUsagePrice, explain.Decimal(p.Price.String(), per)).From(p.Source)))
	}
	step := explain.Decimal(s.Rounding.stepText(), "").Text
	return explain.Round(labelCost, explain.Sum(labelUsageCost, parts...), s.Rounding.mode.String(), step).
		WithArgs(s.Cost).As(amountValue(s.Amount))
}

// Verify computes the statement again from what it says: the amount from usage and prices, and every
// share from the weights. The shares and what is absorbed add up to the amount.
//
// Errors: an [*invalid.Error] listing every figure that does not follow.
func (s Statement) Verify() error {
	var l invalid.List
	if len(s.Held) > 0 {
		if len(s.Shares) > 0 || s.Amount.Sign() != 0 {
			l.Add(ErrHeldLines)
		}
		return l.Err("statement " + strconv.Quote(s.Cost))
	}
	l.At("amount").Take(s.Why().Check())
	s.verifyParts(&l)
	s.verifyLoss(&l)
	var sum money.Sum
	if sum.Add(s.Amount.With(0)); s.Absorbed != (money.Amount{}) {
		sum.Add(s.Absorbed)
	}
	for _, u := range s.Shares {
		sum.Add(u.Share)
	}
	total, err := sum.Total()
	l.At("shares").Take(err)
	checkAmount(&l, "amount", ErrBillSum, s.Amount, total)
	s.verifyShares(&l)
	return l.Err("statement " + strconv.Quote(s.Cost))
}

// verifyShares splits the amount again by the weights the shares state.
func (s Statement) verifyShares(l *invalid.List) {
	columns := s.columns(l)
	if columns == nil {
		return
	}
	parts, sum := mixed(columns, len(s.Shares))
	again := splitRats(uint64(s.Amount.Minor()), parts, sum)
	bearer := again.last()
	if s.Remainder == LargestWeight {
		bearer = (&sharedCost{weights: columns, split: again}).heaviest()
	}
	shares, _, _ := again.shares(s.Remainder, bearer)
	l.Enter("shares")
	defer l.Leave()
	for i, u := range s.Shares {
		l.EnterIndex(i)
		checkAmount(l, "share", ErrLineAmount, u.Share, s.Amount.With(shares[i]))
		l.Leave()
	}
}

// columns reads the weights of a statement; nil where they are no weights.
func (s Statement) columns(l *invalid.List) []weights {
	if len(s.Shares) == 0 || s.Amount.Sign() < 0 {
		l.At("shares").Add(ErrNobodyShares, s.Cost)
		return nil
	}
	columns := make([]weights, len(s.Shares[0].Weights))
	if len(columns) == 0 {
		l.At("shares").Add(ErrShareWeights, s.Cost)
		return nil
	}
	for i, u := range s.Shares {
		if len(u.Weights) != len(columns) {
			l.At("shares", i, "weights").Add(ErrShareWeights, s.Cost)
			return nil
		}
		for k, w := range u.Weights {
			r, ok := explain.Number(w.Weight.Text)
			if !ok || r.Sign() < 0 || w.Weight.Unit != w.Of.Unit || w.Of != s.Shares[0].Weights[k].Of || w.Part != s.Shares[0].Weights[k].Part {
				l.At("shares", i, "weights", k, "weight").Add(ErrShareWeights, s.Cost)
				return nil
			}
			if w.Formula != nil {
				l.Enter("shares")
				l.EnterIndex(i)
				w.Formula.verify(l, "weights", w.Weight)
				l.Leave()
				l.Leave()
			}
			columns[k].part = w.Part
			columns[k].rats = append(columns[k].rats, r)
		}
	}
	whole := int64(0)
	for k := range columns {
		whole += columns[k].part.Micro()
		columns[k].add()
		if of := s.Shares[0].Weights[k].Of; columns[k].of.Text != of.Text {
			l.At("shares", 0, "weights", k, "of").Add(ErrShareWeights, s.Cost)
		}
		if columns[k].sum.Sign() == 0 {
			l.At("shares").Add(ErrNoWeights, s.Cost, s.Shares[0].Weights[k].By)
			return nil
		}
	}
	if whole != one {
		l.At("shares").Add(ErrShareWeights, s.Cost)
		return nil
	}
	return columns
}

// verifyLoss checks that the loss follows from the meters, and that it is what was used.
func (s Statement) verifyLoss(l *invalid.List) {
	if s.Loss == nil {
		return
	}
	sum, err := s.Loss.Subs.Add(s.Loss.Lost)
	used, _ := s.Usage()
	if err != nil || sum != s.Loss.Usage || used != s.Loss.Lost || s.Loss.Period != s.Period {
		l.At("loss").Add(ErrUsage, s.Loss.Usage.String(), sum.String())
	}
}

// verifyParts checks that the parts are the days of the cost.
func (s Statement) verifyParts(l *invalid.List) {
	at := s.Period.Start
	for i, p := range s.Parts {
		if p.Period.Start != at || p.Usage.Unit != s.Parts[0].Usage.Unit {
			l.At("parts", i, "period").Add(ErrLineDays, p.Period.Start.String(), at.String(), p.Period.String())
		}
		at = p.Period.End
	}
	if len(s.Parts) > 0 && at != s.Period.End {
		l.At("parts").Add(ErrLineDays, at.String(), s.Period.End.String(), s.Period.String())
	}
}

// Usage returns the usage of the whole period; false where the cost was given as an amount.
func (s Statement) Usage() (measure.Quantity, bool) {
	var sum measure.Quantity
	for i, p := range s.Parts {
		q, err := measure.ParseQuantity(quantityText(p.Usage))
		if err != nil {
			return measure.Quantity{}, false
		}
		if i == 0 {
			sum = q
		} else if sum, err = sum.Add(q); err != nil {
			return measure.Quantity{}, false
		}
	}
	return sum, len(s.Parts) > 0
}

// quantityText writes a value as a quantity.
func quantityText(v explain.Value) string {
	if v.Unit == "" {
		return v.Text
	}
	return v.Text + " " + v.Unit
}
