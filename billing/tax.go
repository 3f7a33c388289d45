package billing

import (
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// Tax says how value-added tax (增值税) stands in the price; exactly one is set.
type Tax struct {
	// Inclusive: the price contains the tax (含税).
	Inclusive *TaxRate `json:"inclusive,omitempty"`
	// Exclusive: the tax is added (不含税).
	Exclusive *TaxRate `json:"exclusive,omitempty"`
}

// Kind returns the JSON name of the choice, "" unless exactly one is made.
func (t Tax) Kind() string { var l invalid.List; return invalid.OneOf(&l, t) }

// TaxRate is a rate over time: written out, or named in the policies of the region;
// exactly one is set.
type TaxRate struct {
	// Rates are the rates by date, 0.06 for 6 %. A zero rate must be written.
	Rates civil.History[decimal.Decimal] `json:"rates,omitempty"`
	// Policy is the key of a policy row; the longest prefix of the community's region
	// that has a row on the day gives the rate.
	Policy string `json:"policy,omitempty"`
}

func (t Tax) check(l *invalid.List) {
	kind := invalid.OneOf(l, t)
	if kind == "" {
		return
	}
	l.Enter(kind)
	defer l.Leave()
	rate := t.rate()
	if (len(rate.Rates) > 0) == (rate.Policy != "") {
		l.Add(ErrTaxRate)
	}
	if len(rate.Rates) > 0 {
		l.Enter("rates")
		rate.Rates.Check(l, func(l *invalid.List, r decimal.Decimal) {
			_, err := money.RateOf(r)
			l.Take(err)
			if err == nil && r.GreaterThan(decimal.NewFromInt(1)) {
				l.Add(ErrTaxTooHigh, r.String())
			}
		})
		l.Leave()
	}
}

// rate returns the rate of whichever choice is made.
func (t Tax) rate() TaxRate {
	if t.Exclusive != nil {
		return *t.Exclusive
	}
	return *t.Inclusive
}

// mode returns how the tax stands in the amount; nil: there is none.
func (t *Tax) mode() TaxMode {
	switch {
	case t == nil:
		return 0
	case t.Inclusive != nil:
		return TaxInclusive
	default:
		return TaxExclusive
	}
}

// taxTable answers for the tax rate of one tariff on a day.
type taxTable struct {
	tariff   string
	taxed    bool
	rate     TaxRate
	policies *policy.Table
	region   string
}

func (run *Run) taxOf(code string, tax *Tax, policies *policy.Table) taxTable {
	out := taxTable{tariff: code, policies: policies, region: run.reg.Community().Region}
	if tax != nil {
		out.taxed, out.rate = true, tax.rate()
	}
	return out
}

// constant returns the rate if it is the same all through a period.
//
// Errors: [ErrPrepaidTax] where it changes, [ErrNoTaxRate] where none is in force.
func (t taxTable) constant(p civil.Period) (money.Rate, error) {
	rate, err := t.at(p.Start)
	if err != nil {
		return rate, err
	}
	for _, day := range t.changes(nil, p) {
		next, err := t.at(day)
		if err != nil {
			return rate, err
		}
		if next != rate {
			return rate, invalid.Value(ErrPrepaidTax, day.String(), rate.String(), next.String())
		}
	}
	return rate, nil
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
