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
	p := l.Facts.Product
	args := []string{l.Tariff, l.Unit, l.Period.Start.String(), last(l.Period)}
	step := explain.Decimal(l.Rounding.stepText(), "").Text
	mode := l.Rounding.mode.String()
	exact := l.whyProduct(p)
	if p.Before.IsZero() {
		return explain.Round(labelLine, exact, mode, step).WithArgs(args...).As(amountValue(l.Amount))
	}
	earlier := explain.Given(labelEarlier, p.beforeValue(l.currency()))
	upto := explain.Sum(labelExactSum, earlier, exact).WithArgs(last(l.Period))
	rounded := explain.Round(labelSoFar, upto, mode, step).WithArgs(last(l.Period))
	charged := explain.Round(labelCharged, earlier, mode, step)
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	less := explain.Product(labelLess, minus, charged)
	return explain.Sum(labelLine, rounded, less).WithArgs(args...).As(amountValue(l.Amount))
}

// whyProduct derives the exact, unrounded amount of the stretch alone.
func (l Line) whyProduct(p Product) explain.Step {
	unit, per := p.Quantity.Unit().String(), l.currency()
	if unit != "" {
		per += "/" + unit
	}
	factors := []explain.Step{
		explain.Given(labelQuantity, explain.Decimal(string(p.Quantity.AppendNumber(nil)), unit)),
		explain.Given(labelPrice, explain.Decimal(p.Price.String(), per)).From(p.Source),
	}
	if p.Days != p.Of {
		days := explain.Given(labelDayCount, dayCount(p.Days), l.Period.Start.String(), last(l.Period))
		of := explain.Given(labelMonth, dayCount(p.Of))
		factors = append(factors, explain.Ratio(labelDays, days, of))
	}
	if p.Factor != money.One() {
		factors = append(factors, explain.Given(labelFactor, explain.Decimal(p.Factor.String(), "")))
	}
	return explain.Product(labelExact, factors...)
}

// WhyTax derives the line's tax from its amount: amount less net where the price contains
// it, amount × rate where it does not. A line without tax derives 0.
func (l Line) WhyTax() explain.Step {
	amount := explain.Given(labelAmount, amountValue(l.Amount))
	rate := explain.Given(labelRate, explain.Decimal(l.TaxRate.String(), ""))
	least := leastUnit(l.Amount.Currency())
	mode := money.ModeHalfUp.String()
	switch l.TaxMode {
	case TaxInclusive:
		one := explain.Given(labelOne, explain.Decimal("1", ""))
		divided := explain.Ratio(labelDivide, amount, explain.Sum(labelOneRate, one, rate))
		net := explain.Round(labelNet, divided, mode, least).As(amountValue(l.Net))
		minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
		return explain.Sum(labelTax, amount, explain.Product(labelLessNet, minus, net)).As(amountValue(l.Tax))
	case TaxExclusive:
		return explain.Round(labelTax, explain.Product(labelTimes, amount, rate), mode, least).As(amountValue(l.Tax))
	default:
		return explain.Given(labelTax, amountValue(l.Tax))
	}
}

func (l Line) currency() string { return l.Amount.Currency().String() }

// beforeValue is what the earlier lines come to, divided by the days of the month.
func (p Product) beforeValue(currency string) explain.Value {
	scale := new(big.Int).SetUint64(pow10(exactDigits))
	return explain.Exact(p.Before.big(), scale.Mul(scale, big.NewInt(int64(p.Of))), currency)
}

func dayCount(n uint16) explain.Value { return explain.Decimal(strconv.Itoa(int(n)), "d") }

func amountValue(a money.Amount) explain.Value {
	return explain.Decimal(string(a.AppendNumber(nil)), a.Currency().String())
}

// leastUnit returns the least unit of the currency, "0.01".
func leastUnit(c money.Currency) string {
	return string(money.New(1, c).AppendNumber(nil))
}

func last(p civil.Period) string { return p.Last().String() }
