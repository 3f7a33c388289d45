package billing

import (
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// taxTable answers for the tax rate of one tariff on a day.
type taxTable struct {
	tariff   string
	taxed    bool
	rate     TaxRate
	policies *policy.Table
	region   string
}

func (run *Run) taxOf(t Tariff, policies *policy.Table) taxTable {
	out := taxTable{tariff: t.Code, policies: policies, region: run.reg.Community().Region}
	if t.Tax != nil {
		out.taxed, out.rate = true, t.Tax.rate()
	}
	return out
}

// at returns the rate on a day.
//
// Errors: [ErrNoTaxRate] where none is in force.
func (t taxTable) at(on civil.Date) (money.Rate, error) {
	if !t.taxed {
		return money.Rate{}, nil
	}
	var d decimal.Decimal
	if t.rate.Policy != "" {
		var err error
		if d, _, err = t.policies.Decimal(t.region, t.rate.Policy, on); err != nil {
			return money.Rate{}, err
		}
	} else {
		var ok bool
		if d, ok = t.rate.Rates.At(on); !ok {
			return money.Rate{}, invalid.Value(ErrNoTaxRate, t.tariff, on.String())
		}
	}
	if d.GreaterThan(decimal.NewFromInt(1)) {
		return money.Rate{}, invalid.Value(ErrTaxTooHigh, d.String())
	}
	return money.RateOf(d)
}

// changes appends the days inside the period on which the rate may change.
func (t taxTable) changes(dst []civil.Date, p civil.Period) []civil.Date {
	switch {
	case !t.taxed:
		return dst
	case t.rate.Policy != "":
		return t.policies.Changes(dst, t.region, t.rate.Policy, p)
	default:
		return t.rate.Rates.AppendChanges(dst, p)
	}
}

// split returns the line's amounts before tax and the tax itself.
func (m TaxMode) split(amount money.Amount, rate money.Rate) (net, tax money.Amount, err error) {
	switch m {
	case TaxInclusive:
		return money.TaxWithin(amount, rate)
	case TaxExclusive:
		tax, err = money.TaxOn(amount, rate)
		return amount, tax, err
	default:
		return amount, money.New(0, amount.Currency()), nil
	}
}
