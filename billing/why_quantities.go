package billing

import (
	"strconv"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

// whyMetered derives a line from the usage in each tier or band. What an estimate was charged is taken
// off in the end.
func (l Line) whyMetered(m Metered) explain.Step {
	var parts []explain.Step
	for _, p := range m.Parts {
		parts = append(parts, l.whyPartOfUsage(p))
	}
	exact := explain.Sum(labelUsageCost, parts...).From(m.Source)
	if m.Estimated == (money.Amount{}) {
		return l.whyChain(exact, m.Before, 1)
	}
	charged := l
	if sum, err := l.Amount.Add(m.Estimated); err == nil {
		charged.Amount = sum
	}
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	taken := explain.Given(labelEstimated, amountValue(m.Estimated))
	return explain.Sum(labelLine, charged.whyChain(exact, m.Before, 1).WithArgs(l.Tariff, l.Unit, l.Period.Start.String(), last(l.Period)),
		explain.Product(labelLessEstimated, minus, taken)).As(amountValue(l.Amount))
}

// whyPartOfUsage derives what a part of the usage comes to.
func (l Line) whyPartOfUsage(p UsagePart) explain.Step {
	unit := p.Quantity.Unit().String()
	per := l.currency()
	if unit != "" {
		per += "/" + unit
	}
	quantity := explain.Given(labelUsed, quantityValue(p.Quantity))
	price := explain.Given(labelUsagePrice, explain.Decimal(p.Price.String(), per))
	step := explain.Product(labelUsageExact, quantity, price)
	switch {
	case p.Band != "":
		return explain.Product(labelBand, quantity, price).WithArgs(p.Band)
	case p.Tier > 0 && p.UpTo.IsZero():
		return explain.Product(labelLastTier, quantity, price).WithArgs(strconv.Itoa(int(p.Tier)))
	case p.Tier > 0:
		return explain.Product(labelTier, quantity, price).WithArgs(strconv.Itoa(int(p.Tier)), p.UpTo.String())
	}
	return step
}

// WhyUsage derives the usage of a metered line from its readings. A line of another kind derives
// nothing.
func (l Line) WhyUsage() explain.Step {
	m := l.Facts.Metered
	if m == nil {
		return explain.Step{}
	}
	var parts []explain.Step
	for _, r := range m.Readings {
		parts = append(parts, r.WhyIn(l.Period))
	}
	return explain.Sum(labelUsage, parts...).WithArgs(m.Meter, l.Period.Start.String(), last(l.Period)).As(quantityValue(m.Usage))
}

// whyShare derives a line from the unit's share of a cost.
func (l Line) whyShare(s Share) explain.Step {
	share := l.whyWholeShare(s)
	if s.Terms == nil {
		return l.whyDays(s, share)
	}
	base := explain.Given(labelLeaseBase, amountValue(s.Terms.Base)).From(s.Terms.Source)
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	zero := explain.Given(labelLeaseNothing, amountValue(s.Total.With(0)))
	limit := explain.Given(labelLeaseShare, amountValue(s.Share))
	if s.Terms.Cap != nil {
		limit = explain.Given(labelLeaseCap, amountValue(*s.Terms.Cap)).From(s.Terms.Source)
	}
	above := explain.Sum(labelLeaseAbove, share, explain.Product(labelLessBase, minus, base))
	tenant := explain.Clamp(labelLeaseTenant, above, zero, limit)
	if !s.Terms.Owner {
		return l.whyDays(s, tenant)
	}
	all, part := l, l
	all.Amount, part.Amount = s.between(s.Share.Minor()), s.between(s.Terms.tenant(s.Share.Minor()))
	return explain.Sum(labelLine, all.whyDays(s, share).WithArgs(l.Tariff, l.Unit, l.Period.Start.String(), last(l.Period)),
		explain.Product(labelLeaseOwner, minus, part.whyDays(s, tenant).WithArgs(l.Tariff, l.Unit, l.Period.Start.String(), last(l.Period)))).
		As(amountValue(l.Amount))
}

// between returns what the line's days come to of a sum, as an amount.
func (s Share) between(minor int64) money.Amount {
	of := Share{Share: s.Share.With(minor), Before: s.Before, Days: s.Days, Of: s.Of}
	n, err := of.amount()
	if err != nil {
		return s.Share // what follows then does not add up, and the check says so
	}
	return s.Share.With(n)
}

// whyWholeShare derives the unit's share of the total.
func (l Line) whyWholeShare(s Share) explain.Step {
	total := explain.Given(labelCost, amountValue(s.Total), s.Cost).From(s.Source)
	var parts []explain.Step
	for _, w := range s.Weights {
		parts = append(parts, whyWeight(w))
	}
	part := explain.Sum(labelShareParts, parts...) // of no weights, nothing
	if len(parts) == 1 {
		part = parts[0]
	}
	mode, least := money.ModeFloor.String(), leastUnit(s.Total.Currency())
	if s.Remainder == LastUnit || s.Remainder == LargestWeight {
		mode = money.ModeHalfUp.String()
	}
	cut := explain.Round(labelShareCut, explain.Product(labelShareExact, total, part), mode, least)
	sum := []explain.Step{cut}
	if s.Remainder == LargestRemainder && s.Rank > 0 && s.Rank <= s.Odd {
		sum = append(sum, explain.Given(labelShareOdd, amountValue(s.Total.With(1)), strconv.Itoa(int(s.Rank)), strconv.Itoa(int(s.Odd))))
	}
	if s.Extra.Sign() != 0 {
		sum = append(sum, explain.Given(labelShareExtra, amountValue(s.Extra)))
	}
	return explain.Sum(labelShare, sum...).WithArgs(s.Cost).As(amountValue(s.Share))
}

// whyWeight derives the unit's part of a cost.
func whyWeight(w Weighted) explain.Step {
	weight := explain.Given(w.label(), w.Weight)
	if w.Formula != nil {
		weight = w.Formula.why(w.label())
	}
	part := explain.Ratio(labelWeighted, weight, explain.Given(labelWeights, w.Of))
	if w.Part == money.One() {
		return part
	}
	return explain.Product(labelSharePart, explain.Given(labelPartOfCost, explain.Decimal(w.Part.String(), "")), part)
}

// label names what a unit is weighed by.
func (w Weighted) label() explain.Label {
	switch w.By {
	case "area":
		return labelWeightArea
	case "household":
		return labelWeightHousehold
	case "usage":
		return labelWeightUsage
	case "headcount":
		return labelWeightHeadcount
	case "floor":
		return labelWeightFloor
	case "coefficient":
		return labelWeightCoefficient
	case "formula":
		return labelWeightFormula
	}
	return labelWeight
}

// whyDays derives what the line's days come to of a sum for all days of the cost.
func (l Line) whyDays(s Share, sum explain.Step) explain.Step {
	least := leastUnit(s.Total.Currency())
	mode := money.ModeHalfUp.String()
	upto := func(label explain.Label, days uint16) explain.Step {
		if days == s.Of {
			return sum
		}
		part := explain.Ratio(labelDays, explain.Given(labelShareDays, dayCount(uint32(days))), explain.Given(labelShareOf, dayCount(uint32(s.Of))))
		return explain.Round(label, explain.Product(labelServedExact, sum, part), mode, least)
	}
	through := upto(labelShareThrough, s.Before+s.Days)
	if s.Before == 0 {
		return explain.Sum(labelLine, through).As(amountValue(l.Amount))
	}
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	return explain.Sum(labelLine, through, explain.Product(labelLess, minus, upto(labelShareBefore, s.Before))).As(amountValue(l.Amount))
}

// whyFormula derives a line from its formula and what the names stood for.
func (l Line) whyFormula(f Formula) explain.Step {
	factors := []explain.Step{f.Working.why(labelFormula).WithArgs(f.Working.Text)}
	if f.Working.Unit != l.currency() {
		per := l.currency() + "/" + f.Working.Unit
		if f.Working.Unit == "" {
			per = l.currency()
		}
		factors = append(factors, explain.Given(labelPrice, explain.Decimal(f.Price.String(), per)).From(f.Source))
	}
	if f.Days != f.Of {
		factors = append(factors, l.whyPart(Product{Days: f.Days, Of: f.Of}))
	}
	if f.Factor != money.One() {
		factors = append(factors, explain.Given(labelFactor, explain.Decimal(f.Factor.String(), "")))
	}
	exact := explain.Product(labelExact, factors...)
	if f.Before == (explain.Value{}) {
		return l.round(labelLine, exact).As(amountValue(l.Amount))
	}
	return l.whyAfter(exact, explain.Given(labelEarlier, f.Before))
}

// whyAfter derives a line from its own exact amount and that of the charge's earlier lines.
func (l Line) whyAfter(exact, earlier explain.Step) explain.Step {
	upto := explain.Sum(labelExactSum, earlier, exact).WithArgs(last(l.Period))
	rounded := l.round(labelSoFar, upto).WithArgs(last(l.Period))
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	less := explain.Product(labelLess, minus, l.round(labelCharged, earlier))
	return explain.Sum(labelLine, rounded, less).As(amountValue(l.Amount))
}
