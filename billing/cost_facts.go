package billing

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// compileQuantities compiles what the facts say of persons, values and leases.
func (run *Run) compileQuantities(l *invalid.List) {
	l.Enter("facts")
	defer l.Leave()
	run.headcounts = map[property.Ref]civil.History[int]{}
	run.terms = map[unitTariff][]leaseTerms{}
	for i, h := range run.facts.Headcounts {
		u, ok := run.reg.Find(h.Unit)
		if !ok {
			l.At("headcounts", i, "unit").Add(ErrNoUnit, h.Unit)
			continue
		}
		if _, twice := run.headcounts[u]; twice {
			l.At("headcounts", i, "unit").Add(ErrHeadcountTwice, h.Unit)
		}
		run.headcounts[u] = h.Persons
	}
	l.Enter("values")
	run.values = valueTable{byUnit: map[property.Ref][]value{}}
	for i, v := range run.facts.Values {
		l.EnterIndex(i)
		run.addValue(l, v)
		l.Leave()
	}
	l.Leave()
	for i, t := range run.facts.ShareTerms {
		l.Enter("shareTerms")
		l.EnterIndex(i)
		run.addTerms(l, t)
		l.Leave()
		l.Leave()
	}
}

// addTerms compiles the terms of one lease.
func (run *Run) addTerms(l *invalid.List, t ShareTerms) {
	u, ok := run.reg.Find(t.Unit)
	if !ok {
		l.At("unit").Add(ErrNoUnit, t.Unit)
		return
	}
	k := run.book.find(t.Tariff)
	if k < 0 || run.book.Tariffs[k].Basis.Shared == nil {
		l.At("tariff").Add(ErrNotShared, t.Tariff)
		return
	}
	if !run.reg.Select(run.book.Tariffs[k].AppliesTo).Has(u) {
		l.At("unit").Add(ErrNotApplied, t.Tariff, t.Unit)
	}
	out := leaseTerms{ShareTerms: t, base: run.minorOf(l, "base", t.Base)}
	if t.Cap != nil {
		out.cap = run.minorOf(l, "cap", *t.Cap)
	}
	key := unitTariff{u, t.Tariff}
	for _, other := range run.terms[key] {
		if other.Period.Overlaps(t.Period) {
			l.At("period").Add(ErrShareTermsTwice, t.Tariff, t.Unit)
		}
	}
	run.terms[key] = append(run.terms[key], out)
	for _, c := range run.facts.Costs {
		if c.Tariff == t.Tariff && t.Period.Contains(c.Period.Last()) && run.period.Contains(c.Period.Last()) && c.Period.Months() < 1 {
			l.At("period").Add(ErrShareTermsMonths, c.Code, c.Period.String())
		}
	}
}

// minorOf returns an amount in least units of the currency.
func (run *Run) minorOf(l *invalid.List, field string, d decimal.Decimal) int64 {
	a, err := money.FromDecimal(d, run.currency)
	l.At(field).Take(err)
	return a.Minor()
}

// persons returns how many persons live in a unit on a day, and whether that is known.
func (run *Run) persons(u property.Ref, on civil.Date) (int, bool) {
	return run.headcounts[u].At(on)
}

// value is a value compiled: a number, or a common meter.
type value struct {
	name   string
	number measure.Quantity
	meter  meterRef // −1: a number
	period civil.Period
	scope  property.Selection
	source string
}

// holdsOn reports whether the value holds on a day; one without a period always does.
func (v value) holdsOn(on civil.Date) bool {
	return v.period == (civil.Period{}) || v.period.Contains(on)
}

// meets reports whether two values hold on one day.
func (v value) meets(o value) bool {
	return v.period == (civil.Period{}) || o.period == (civil.Period{}) || v.period.Overlaps(o.period)
}

// valueTable answers for the values of units.
type valueTable struct {
	byUnit  map[property.Ref][]value
	byScope []value
}

func (run *Run) addValue(l *invalid.List, doc Value) {
	v := value{name: canonicalName(doc.Name), meter: -1, period: doc.Period, source: doc.Source}
	if slices.Contains([]string{"R", "F", "U", "C", "L", "D", "N", "P"}, v.name) {
		l.At("name").Add(ErrReservedName, doc.Name)
	}
	if doc.Number != nil {
		v.number = *doc.Number
	} else {
		v.meter = run.findMeter(l, "meter", doc.Meter)
	}
	if doc.Scope != nil {
		for _, name := range run.reg.UnknownIn(*doc.Scope) {
			l.At("scope").Add(ErrUnknownScope, name)
		}
		v.scope = run.reg.Select(*doc.Scope)
		run.values.byScope = append(run.values.byScope, v)
		return
	}
	u, ok := run.reg.Find(doc.Unit)
	if !ok {
		l.At("unit").Add(ErrNoUnit, doc.Unit)
		return
	}
	if slices.ContainsFunc(run.values.byUnit[u], func(o value) bool { return sameName(o.name, v.name) && o.meets(v) }) {
		l.Add(ErrValueTwice, doc.Name, doc.Unit)
	}
	run.values.byUnit[u] = append(run.values.byUnit[u], v)
}

// canonicalName returns the name that formulas have for a value, whichever of its names is given.
func canonicalName(name string) string {
	for _, v := range formula.Standard("", "") {
		if sameName(v.Name, name) || slices.Contains(v.Aliases, name) {
			return v.Name
		}
	}
	return name
}

// at returns the value of a name for a unit on a day: its own, else that of the first
// scope it is in.
func (t *valueTable) at(u property.Ref, name string, on civil.Date) (value, bool) {
	for _, v := range t.byUnit[u] {
		if sameName(v.name, name) && v.holdsOn(on) {
			return v, true
		}
	}
	for _, v := range t.byScope {
		if sameName(v.name, name) && v.holdsOn(on) && v.scope.Has(u) {
			return v, true
		}
	}
	return value{}, false
}

// appendChanges appends the days on which a value of the unit may change.
func (t *valueTable) appendChanges(dst []civil.Date, u property.Ref) []civil.Date {
	for _, list := range [][]value{t.byUnit[u], t.byScope} {
		for _, v := range list {
			for _, day := range []civil.Date{v.period.Start, v.period.End} {
				if !day.IsZero() {
					dst = append(dst, day)
				}
			}
		}
	}
	return dst
}
