package billing

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/policy"
)

// Facts are what a run needs to know besides the estate and its tariffs.
type Facts struct {
	// AsOf is the day the facts are known up to: a vacancy that goes on has lasted until
	// then. Unset, or before it: the last day of the run.
	AsOf civil.Date `json:"asOf,omitzero"`
	// Policies are the regional values that tariffs name, such as tax rates.
	Policies []policy.Row `json:"policies,omitempty"`
	// Holds are units that are not to be billed this time.
	Holds []Hold `json:"holds,omitempty"`
	// Vacancies are vacancies that were registered.
	Vacancies []Vacancy `json:"vacancies,omitempty"`
	// Gifts are stretches in which a unit is not charged.
	Gifts []Gift `json:"gifts,omitempty"`
	// Suspensions are services stopped on application.
	Suspensions []Suspension `json:"suspensions,omitempty"`
	// HeatFaults are heat that did not come.
	HeatFaults []HeatFault `json:"heatFaults,omitempty"`
	// Prepayments are charges paid ahead.
	Prepayments []Prepayment `json:"prepayments,omitempty"`
	// Claims are one-off charges from outside the tariffs' prices.
	Claims []Claim `json:"claims,omitempty"`
	// Meters are the meters, of units and common ones; Readings are what they showed. Of readings
	// after the run's time only those are read that formulas billed ahead need.
	Meters   []meter.Meter   `json:"meters,omitempty"`
	Readings []meter.Reading `json:"readings,omitempty"`
	// Costs are what units share.
	Costs []Cost `json:"costs,omitempty"`
	// ShareTerms are what leases agreed on shared costs.
	ShareTerms []ShareTerms `json:"shareTerms,omitempty"`
	// Headcounts are the persons of units.
	Headcounts []Headcount `json:"headcounts,omitempty"`
	// Values are figures that formulas and shares read by name.
	Values []Value `json:"values,omitempty"`
}

// Hold keeps a unit's bill back (暂缓出账).
type Hold struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Reason is shown with the held bill.
	Reason string `json:"reason"`
}

// Vacancy is a registered vacancy (空置登记).
type Vacancy struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Period is the time the unit is vacant, half-open; without end it goes on.
	Period civil.Period `json:"period"`
	// RegisteredOn is the day of the registration.
	RegisteredOn civil.Date `json:"registeredOn"`
	// Source is the document of the registration.
	Source string `json:"source,omitempty"`
}

// Gift frees a unit for a time (赠送).
type Gift struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Tariffs are the codes of what is not charged; none: all that is charged by the month, but
	// percentages.
	Tariffs []string `json:"tariffs,omitempty"`
	// Period is the time, half-open.
	Period civil.Period `json:"period"`
	// Source is the document the gift stands in.
	Source string `json:"source,omitempty"`
}

// clone returns a copy that shares nothing that can change. Meters and readings are many, and copied
// without looking into every field.
func (f Facts) clone() Facts {
	meters, readings := slices.Clone(f.Meters), slices.Clone(f.Readings)
	for i := range meters {
		meters[i] = meters[i].Clone()
	}
	f.Meters, f.Readings = nil, nil
	f = deepCopy(f)
	f.Meters, f.Readings = meters, readings
	return f
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
	checkEach(l, "vacancies", f.Vacancies, Vacancy.check)
	checkEach(l, "gifts", f.Gifts, Gift.check)
	checkEach(l, "suspensions", f.Suspensions, Suspension.check)
	checkEach(l, "heatFaults", f.HeatFaults, HeatFault.check)
	checkEach(l, "prepayments", f.Prepayments, Prepayment.check)
	checkEach(l, "claims", f.Claims, Claim.check)
	checkEach(l, "costs", f.Costs, Cost.check)
	checkEach(l, "shareTerms", f.ShareTerms, ShareTerms.check)
	checkEach(l, "headcounts", f.Headcounts, Headcount.check)
	checkEach(l, "values", f.Values, Value.check)
	costs := map[string]bool{}
	for i, c := range f.Costs {
		if costs[c.Code] {
			l.At("costs", i, "code").Add(ErrCostTwice, strconv.Quote(c.Code))
		}
		costs[c.Code] = true
	}
	codes := map[string]bool{}
	for i, c := range f.Claims {
		if codes[c.Code] {
			l.At("claims", i, "code").Add(ErrClaimTwice, strconv.Quote(c.Code))
		}
		codes[c.Code] = true
	}
}

func checkEach[T any](l *invalid.List, field string, list []T, check func(T, *invalid.List)) {
	l.Enter(field)
	for i, v := range list {
		l.EnterIndex(i)
		check(v, l)
		l.Leave()
	}
	l.Leave()
}

func (v Vacancy) check(l *invalid.List) {
	checkUnit(l, v.Unit)
	l.Enter("period")
	v.Period.Check(l)
	l.Leave()
	if v.RegisteredOn.IsZero() {
		l.At("registeredOn").Add(invalid.ErrRequired, "registeredOn")
	}
}

func (g Gift) check(l *invalid.List) {
	checkUnit(l, g.Unit)
	l.Enter("period")
	g.Period.Check(l)
	l.Leave()
	if g.Period.IsOpen() {
		l.At("period", "end").Add(invalid.ErrRequired, "end")
	}
	for i, code := range g.Tariffs {
		if slices.Contains(g.Tariffs[:i], code) {
			l.At("tariffs", i).Add(ErrTariffTwice, strconv.Quote(code))
		}
	}
}

func checkUnit(l *invalid.List, unit string) {
	if !property.IsCode(unit) {
		l.At("unit").Add(invalid.ErrRequired, "unit")
	}
}
