package billing

import (
	"math/big"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

// Why derives the bill's total from its lines, each from its own facts. It needs nothing
// but the bill; [explain.Step.Check] replays it. A held bill derives nothing.
func (b Bill) Why() explain.Step {
	if len(b.Lines) == 0 {
		return explain.Given(labelBill, amountValue(b.Total), b.Unit, b.Payer, b.Period.Start.String(), last(b.Period))
	}
	var parts []explain.Step
	for _, l := range b.Lines {
		parts = append(parts, l.Why())
		if l.TaxMode == TaxExclusive {
			parts = append(parts, l.WhyTax())
		}
	}
	return explain.Sum(labelBill, parts...).
		WithArgs(b.Unit, b.Payer, b.Period.Start.String(), last(b.Period)).
		As(amountValue(b.Total))
}

// Why derives the line's amount from its facts.
func (l Line) Why() explain.Step {
	if l.Revision < 0 {
		charged := l.negated()
		charged.Revision = 0
		minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
		return explain.Product(labelReversal, minus, charged.Why()).
			WithArgs(l.Corrects()).As(amountValue(l.Amount))
	}
	args := []string{l.Tariff, l.Unit, l.Period.Start.String(), last(l.Period)}
	switch f := l.Facts; {
	case f.Total != nil:
		return l.whyTotal(*f.Total).WithArgs(args...)
	case f.Instalment != nil:
		return l.whyInstalment(*f.Instalment, l.Amount, f.Instalment.Total).WithArgs(args...)
	case f.Share != nil:
		return l.whyShare(*f.Share).WithArgs(args...)
	case f.Formula != nil:
		return l.whyFormula(*f.Formula).WithArgs(args...)
	case f.Metered != nil:
		return l.whyMetered(*f.Metered).WithArgs(args...)
	case f.Quoted != nil:
		return l.round(labelLine, whyQuoted(*f.Quoted, l.currency())).WithArgs(args...).As(amountValue(l.Amount))
	case f.Percent != nil:
		return l.whyChain(whyPercent(*f.Percent), f.Percent.Before, 1).WithArgs(args...)
	default:
		return l.whyChain(l.whyProduct(f.Product), f.Product.Before, f.Product.Of).WithArgs(args...)
	}
}

// round derives a figure rounded as the line's charge.
func (l Line) round(label explain.Label, in explain.Step) explain.Step {
	step := explain.Decimal(l.Rounding.stepText(), "").Text
	return explain.Round(label, in, l.Rounding.mode.String(), step)
}

// whyChain derives the line from its own exact amount and that of the charge's earlier lines.
func (l Line) whyChain(exact explain.Step, before Exact, of uint32) explain.Step {
	if before.IsZero() {
		return l.round(labelLine, exact).As(amountValue(l.Amount))
	}
	return l.whyAfter(exact, explain.Given(labelEarlier, before.value(l.currency(), of)))
}

// whyProduct derives the exact, unrounded amount of the stretch alone.
func (l Line) whyProduct(p Product) explain.Step {
	unit, per := p.Quantity.Unit().String(), l.currency()
	if unit != "" {
		per += "/" + unit
	}
	price := l.spanLabels().price
	if l.Proration == PerDay {
		price = labelDayPrice
	}
	factors := []explain.Step{
		explain.Given(labelQuantity, explain.Decimal(string(p.Quantity.AppendNumber(nil)), unit)),
		explain.Given(price, explain.Decimal(p.Price.String(), per)).From(p.Source),
	}
	if p.Days != p.Of {
		factors = append(factors, l.whyPart(p))
	}
	if p.Factor != money.One() {
		factors = append(factors, explain.Given(labelFactor, explain.Decimal(p.Factor.String(), "")))
	}
	return explain.Product(labelExact, factors...)
}

// whyPart derives the part of the month that is charged.
func (l Line) whyPart(p Product) explain.Step {
	days, month := uint32(l.Period.Days()), uint32(l.month().Days())
	if l.Proration == 0 && p.Of != month && p.Days*month == days*p.Of {
		p.Days, p.Of = days, month // the same part, written with the days
	}
	labels := l.spanLabels()
	of := explain.Given(labels.of, dayCount(p.Of))
	numerator := explain.Given(labelDayCount, dayCount(p.Days), l.Period.Start.String(), last(l.Period))
	switch l.Proration {
	case 0, ActualDays:
		return explain.Ratio(labels.days, numerator, of)
	case PerDay:
		return explain.Given(labelDayCount, explain.Decimal(strconv.Itoa(int(p.Days)), ""), l.Period.Start.String(), last(l.Period))
	case Thirty, Year365, HalfMonth, WholeMonth, NextMonth:
	}
	num := explain.Given(labelPartOf, explain.Decimal(strconv.Itoa(int(p.Days)), ""), l.Period.Start.String(), last(l.Period))
	den := explain.Given(labels.whole, explain.Decimal(strconv.Itoa(int(p.Of)), ""))
	if l.Proration == WholeMonth {
		return explain.Ratio(labels.begun, num, den)
	}
	return explain.Ratio(l.Proration.label(), num, den)
}

// label names the method in a derivation.
func (m ProrationMethod) label() explain.Label {
	switch m {
	case Thirty:
		return labelThirty
	case Year365:
		return labelYear365
	case HalfMonth:
		return labelHalfMonth
	case WholeMonth:
		return labelWholeMonth
	case NextMonth:
		return labelNextMonth
	case ActualDays, PerDay:
	}
	return labelDays
}

// whyPercent derives the part of other lines.
func whyPercent(p Percent) explain.Step {
	base := explain.Given(labelBase, amountValue(p.Base), joinCodes(p.Of))
	return explain.Product(labelPercent, base, explain.Given(labelPercentRate, explain.Decimal(p.Rate.String(), "")).From(p.Source))
}

// whyQuoted derives the sum of a quotation.
func whyQuoted(q Quoted, currency string) explain.Step {
	var rows []explain.Step
	for _, i := range q.Items {
		unit, per := i.Quantity.Unit().String(), currency
		if unit != "" {
			per += "/" + unit
		}
		quantity := explain.Given(labelQuantity, explain.Decimal(string(i.Quantity.AppendNumber(nil)), unit))
		rows = append(rows, explain.Product(labelItem, quantity, explain.Given(labelItemPrice, explain.Decimal(i.Price.String(), per))).WithArgs(i.Text))
	}
	return explain.Sum(labelQuoted, rows...).WithArgs(q.Claim).From(q.Source)
}

// whyInstalment derives a stretch's part of a total by cumulative rounding.
func (l Line) whyInstalment(i Instalment, amount, total money.Amount) explain.Step {
	of := int64(i.Months) * int64(i.Of)
	through := (int64(i.Month)-1)*int64(i.Of) + int64(i.Before) + int64(i.Days)
	paid := explain.Given(labelPaid, amountValue(total), strconv.Itoa(int(i.Months))).From(i.Source)
	least := leastUnit(total.Currency())
	mode := money.ModeHalfUp.String()
	until := func(label, timeLabel explain.Label, time int64) explain.Step {
		part := explain.Ratio(timeLabel,
			explain.Given(labelServedTime, explain.Decimal(strconv.FormatInt(time, 10), "")),
			explain.Given(labelPaidTime, explain.Decimal(strconv.FormatInt(of, 10), "")))
		return explain.Round(label, explain.Product(labelServedExact, paid, part), mode, least)
	}
	upto := until(labelServed, labelServedPart, through)
	if through == int64(i.Days) {
		return explain.Sum(labelLine, upto).As(amountValue(amount))
	}
	before := until(labelServedBefore, labelServedPart, through-int64(i.Days))
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	return explain.Sum(labelLine, upto, explain.Product(labelLess, minus, before)).As(amountValue(amount))
}

// whyTotal derives the rounding of a total.
func (l Line) whyTotal(t RoundedTotal) explain.Step {
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	rounded := explain.Given(labelRounded, amountValue(t.Rounded), l.Rounding.String())
	return explain.Sum(labelLine, rounded, explain.Product(labelLessSum, minus, explain.Given(labelTotalSum, amountValue(t.Sum)))).
		As(amountValue(l.Amount))
}

// WhyTax derives the line's tax from its amount: amount less net where the price contains
// it, amount × rate where it does not. A line without tax derives 0.
func (l Line) WhyTax() explain.Step {
	amount := explain.Given(labelAmount, amountValue(l.Amount))
	rate := explain.Given(labelRate, explain.Decimal(l.TaxRate.String(), ""))
	least := leastUnit(l.Amount.Currency())
	mode := money.ModeHalfUp.String()
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	switch {
	case l.Facts.Instalment != nil && l.TaxMode == TaxInclusive:
		net := l.Net
		if l.Revision < 0 {
			net = l.negated().Net
		}
		step := l.whyInstalment(*l.Facts.Instalment, net, l.Facts.Instalment.Net).WithArgs(l.Tariff, l.Unit, l.Period.Start.String(), last(l.Period))
		sign := minus
		if l.Revision < 0 {
			sign = explain.Given(labelOne, explain.Decimal("1", ""))
		}
		return explain.Sum(labelTax, amount, explain.Product(labelLessNet, sign, step)).As(amountValue(l.Tax))
	case l.TaxMode == TaxInclusive:
		one := explain.Given(labelOne, explain.Decimal("1", ""))
		divided := explain.Ratio(labelDivide, amount, explain.Sum(labelOneRate, one, rate))
		net := explain.Round(labelNet, divided, mode, least).As(amountValue(l.Net))
		return explain.Sum(labelTax, amount, explain.Product(labelLessNet, minus, net)).As(amountValue(l.Tax))
	case l.TaxMode == TaxExclusive:
		return explain.Round(labelTax, explain.Product(labelTimes, amount, rate), mode, least).As(amountValue(l.Tax))
	default:
		return explain.Given(labelTax, amountValue(l.Tax))
	}
}

func (l Line) currency() string { return l.Amount.Currency().String() }

// value is what the earlier lines come to, divided by the days of the month.
func (e Exact) value(currency string, of uint32) explain.Value {
	scale := new(big.Int).SetUint64(pow10(exactDigits))
	return explain.Exact(e.big(), scale.Mul(scale, big.NewInt(int64(of))), currency)
}

func dayCount(n uint32) explain.Value { return explain.Decimal(strconv.Itoa(int(n)), "d") }

func amountValue(a money.Amount) explain.Value {
	return explain.Decimal(string(a.AppendNumber(nil)), a.Currency().String())
}

// leastUnit returns the least unit of the currency, "0.01".
func leastUnit(c money.Currency) string {
	return string(money.New(1, c).AppendNumber(nil))
}

func last(p civil.Period) string { return p.Last().String() }
