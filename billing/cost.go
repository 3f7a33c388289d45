package billing

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// Cost is a cost that units share (公摊费用): the lighting of a building, the power of a lift, the
// loss between a master meter and its sub-meters. The run that holds the last day of its period
// charges it.
type Cost struct {
	// Code identifies the cost for good.
	Code string `json:"code"`
	// Tariff is the code of the shared tariff in force that charges it.
	Tariff string `json:"tariff"`
	// Scope are the units that share, of those the tariff applies to. Unset: all of them.
	Scope *property.Scope `json:"scope,omitempty"`
	// Period is the time of the cost, half-open; its end must be set. Who pays on which of its days
	// pays for them.
	Period civil.Period `json:"period"`
	// Of is what the cost comes to.
	Of CostOf `json:"of"`
	// Source is the supplier's bill or the document the cost stands in.
	Source string `json:"source,omitempty"`
}

// CostOf is what a cost comes to; exactly one is set. A usage is multiplied with the tariff's
// prices of its days.
type CostOf struct {
	// Amount is a sum of money (金额).
	Amount *money.Amount `json:"amount,omitempty"`
	// Usage is a quantity, spread evenly over the days (用量).
	Usage *measure.Quantity `json:"usage,omitempty"`
	// Meter is the usage of a common meter (公共表).
	Meter *CommonMeter `json:"meter,omitempty"`
	// Loss is what a master meter shows more than its sub-meters (线损).
	Loss *LineLoss `json:"loss,omitempty"`
}

// Kind returns the JSON name of what is set, "" unless exactly one is.
func (c CostOf) Kind() string { var l invalid.List; return invalid.OneOf(&l, c) }

// CommonMeter is a meter of common equipment.
type CommonMeter struct {
	// Code is the code of the meter.
	Code string `json:"code"`
}

// LineLoss is the loss of a master meter (线损).
type LineLoss struct {
	// Master is the code of the master meter (总表).
	Master string `json:"master"`
	// Limit is the largest part of the master's usage that is shared, 0.1 for 10 %: a larger loss is
	// a leak to be mended, and nothing of it is charged. Unset: no limit.
	Limit decimal.Decimal `json:"limit,omitzero"`
}

// ShareTerms are what a lease agreed on shared costs (公摊约定): what they come to above those of a
// base year, up to a cap. The owner pays the rest. Base and cap are those of a year; a cost has as many
// twelfths of them as its period has months, and is compared with those alone: where a lease settles by
// the year, the cost shared is that of the year.
type ShareTerms struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Tariff is the code of the shared tariff.
	Tariff string `json:"tariff"`
	// Period is the time of the agreement, half-open; without end it goes on. It holds for costs
	// whose last day lies in it, on the days a tenant pays.
	Period civil.Period `json:"period"`
	// Base is the unit's share of a year's costs that the rent contains (基准年), 0: none.
	Base decimal.Decimal `json:"base,omitzero"`
	// Cap is the most that a year's costs above the base may come to (封顶). Unset: no cap.
	Cap *decimal.Decimal `json:"cap,omitempty"`
	// Source is the lease.
	Source string `json:"source,omitempty"`
}

// Headcount is how many persons live in a unit (人数).
type Headcount struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Persons are the persons over time, 0 for none.
	Persons civil.History[int] `json:"persons"`
}

// maxCostDays bounds the days of a cost: a hundred years.
const maxCostDays = 36_525

// maxPersons bounds the persons of one unit.
const maxPersons = 10_000

func (c Cost) check(l *invalid.List) {
	if !property.IsCode(c.Code) {
		l.At("code").Add(ErrTariffCode, strconv.Quote(c.Code))
	}
	if !property.IsCode(c.Tariff) || c.Tariff == property.AllFees {
		l.At("tariff").Add(ErrTariffCode, strconv.Quote(c.Tariff))
	}
	if c.Scope != nil {
		l.Enter("scope")
		c.Scope.Check(l)
		l.Leave()
	}
	checkClosed(l, c.Period)
	if days := c.Period.Days(); days > maxCostDays {
		l.At("period").Add(ErrCostDays, strconv.Itoa(days), strconv.Itoa(maxCostDays))
	}
	l.Enter("of")
	defer l.Leave()
	if invalid.OneOf(l, c.Of) == "" {
		return
	}
	switch of := c.Of; {
	case of.Amount != nil && of.Amount.Sign() < 0:
		l.At("amount").Add(ErrNegative, of.Amount.String())
	case of.Usage != nil && of.Usage.Sign() < 0:
		l.At("usage").Add(ErrNegative, of.Usage.String())
	case of.Meter != nil && !property.IsCode(of.Meter.Code):
		l.At("meter", "code").Add(ErrMeter, strconv.Quote(of.Meter.Code))
	case of.Loss != nil && !property.IsCode(of.Loss.Master):
		l.At("loss", "master").Add(ErrMeter, strconv.Quote(of.Loss.Master))
	case of.Loss != nil && !of.Loss.Limit.IsZero():
		checkFactorAt(l, of.Loss.Limit, "loss", "limit")
		_, err := measure.QuantityOf(of.Loss.Limit, measure.Unit{})
		l.At("loss", "limit").Take(err)
	}
}

// checkClosed reports a period without days or without an end.
func checkClosed(l *invalid.List, p civil.Period) {
	l.Enter("period")
	p.Check(l)
	if p.IsOpen() {
		l.At("end").Add(invalid.ErrRequired, "end")
	}
	l.Leave()
}

func checkFactorAt(l *invalid.List, f decimal.Decimal, place ...string) {
	for _, p := range place[:len(place)-1] {
		l.Enter(p)
		defer l.Leave()
	}
	checkFactor(l, place[len(place)-1], f)
}

func (t ShareTerms) check(l *invalid.List) {
	checkUnit(l, t.Unit)
	if !property.IsCode(t.Tariff) {
		l.At("tariff").Add(ErrTariffCode, strconv.Quote(t.Tariff))
	}
	l.Enter("period")
	t.Period.Check(l)
	l.Leave()
	checkTermAmount(l, "base", t.Base)
	if t.Cap != nil {
		checkTermAmount(l, "cap", *t.Cap)
	}
	if t.Base.IsZero() && t.Cap == nil {
		l.Add(ErrShareTerms)
	}
}

// checkTermAmount reports a sum of money of a contract that is negative or too large to be one.
func checkTermAmount(l *invalid.List, field string, d decimal.Decimal) {
	if _, err := money.PriceOf(d); err != nil || d.IsNegative() {
		l.At(field).Add(ErrNegative, d.String())
	}
}

func (h Headcount) check(l *invalid.List) {
	checkUnit(l, h.Unit)
	if len(h.Persons) == 0 {
		l.At("persons").Add(invalid.ErrRequired, "persons")
	}
	l.Enter("persons")
	defer l.Leave()
	h.Persons.Check(l, func(l *invalid.List, n int) {
		if n < 0 || n > maxPersons {
			l.Add(ErrPersons, strconv.Itoa(n), strconv.Itoa(maxPersons))
		}
	})
}
