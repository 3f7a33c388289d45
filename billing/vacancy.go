package billing

import (
	"errors"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// vacancyTerms are the terms of a vacancy relief from a day on.
type vacancyTerms struct {
	from   civil.Date
	charge money.Rate
	months int
	none   bool // no relief
}

// terms returns the terms in force over a charge month, by first day, and the days inside it on
// which they change.
//
// Errors: [ErrVacancyPolicy] for policy rows that are no part and no number of months.
func (v VacancyRelief) terms(policies *policy.Table, region string, p civil.Period) ([]vacancyTerms, []civil.Date, error) {
	if v.Policy == "" {
		charge, err := money.RateOf(v.Charge)
		return []vacancyTerms{{p.Start, charge, v.Months, false}}, nil, err
	}
	changes := policies.Changes(nil, region, v.Policy+".charge", p)
	changes = policies.Changes(changes, region, v.Policy+".months", p)
	slices.Sort(changes)
	changes = slices.Compact(changes)
	var out []vacancyTerms
	var errs []error
	for _, day := range append([]civil.Date{p.Start}, changes...) {
		terms, err := v.policyOn(policies, region, day)
		out, errs = append(out, terms), append(errs, err)
	}
	return out, changes, errors.Join(errs...)
}

func (v VacancyRelief) policyOn(policies *policy.Table, region string, on civil.Date) (vacancyTerms, error) {
	row, ok := policies.Lookup(region, v.Policy+".charge", on)
	if !ok {
		return vacancyTerms{from: on, none: true}, nil
	}
	out := vacancyTerms{from: on}
	d, err := invalid.ParseDecimal(row.Value)
	if err == nil {
		out.charge, err = money.RateOf(d)
	}
	if err != nil || !d.IsPositive() || d.GreaterThan(decimal.NewFromInt(1)) {
		return out, invalid.Value(ErrVacancyPolicy, row.Key, row.Value)
	}
	if row, ok = policies.Lookup(region, v.Policy+".months", on); ok {
		if out.months, err = strconv.Atoi(row.Value); err != nil || out.months < 0 || out.months > maxReliefMonths {
			return out, invalid.Value(ErrVacancyPolicy, row.Key, row.Value)
		}
	}
	return out, nil
}

// vacancyOn returns the part of a charge that a unit's vacancy leaves on a day, 1 without one.
func (c *Cursor) vacancyOn(t *tariff, m *month, on civil.Date) money.Rate {
	terms := vacancyTerms{none: true}
	for _, v := range m.vacancy {
		if v.from <= on {
			terms = v
		}
	}
	if terms.none {
		return money.One()
	}
	for i := range c.vacancies {
		v := &c.vacancies[i]
		if v.Period.Contains(on) && t.relieves(v, terms, on, c.run.knownUntil()) {
			return terms.charge
		}
	}
	return money.One()
}

// relieves reports whether a vacancy that holds on a day lowers the charge of it.
func (t *tariff) relieves(v *vacancy, terms vacancyTerms, on, known civil.Date) bool {
	if v.RegisteredOn.IsZero() && !t.vacancy.Unregistered {
		return false
	}
	reached := civil.MonthsFrom(v.since, terms.months)
	until := known
	if !v.until.IsZero() {
		until = min(until, v.until)
	}
	if until < reached {
		return false // it has not lasted long enough, as far as is known
	}
	switch t.vacancy.Start {
	case Retroactive:
		return true
	case FromReached:
		return on >= reached
	case FromRegistration:
	}
	return on >= reached && on >= v.RegisteredOn
}

// knownUntil is the day after the last the facts are known for.
func (run *Run) knownUntil() civil.Date {
	return max(run.facts.AsOf, run.period.Last()).AddDays(1)
}

// loadVacancies collects the unit's vacancies, registered and, if a tariff asks for them, as the
// register shows them.
func (c *Cursor) loadVacancies(a *about, u property.Ref) {
	c.vacancies = c.vacancies[:0]
	if a != nil {
		c.vacancies = appendVacancies(c.vacancies, a.vacancies)
	}
	if c.run.unregistered {
		c.stretches = c.run.reg.AppendVacancies(c.stretches[:0], u)
		for _, p := range c.stretches {
			c.vacancies = append(c.vacancies, vacancy{Vacancy{Period: p}, p.Start, p.End})
		}
	}
}

// vacancy is a vacancy with the days from which and until which, 0 for no end, the unit is vacant
// without a break.
type vacancy struct {
	Vacancy
	since, until civil.Date
}

// joins makes two vacancies that meet as long as they are together; false if nothing changes.
func (v *vacancy) joins(o *vacancy) bool {
	if !o.until.IsZero() && o.until < v.since || !v.until.IsZero() && v.until < o.since {
		return false
	}
	was := *v
	v.since = min(v.since, o.since)
	switch {
	case o.until.IsZero():
		v.until = 0
	case !v.until.IsZero():
		v.until = max(v.until, o.until)
	}
	return v.since != was.since || v.until != was.until
}

// appendVacancies appends registered vacancies; those that meet count as one.
func appendVacancies(dst []vacancy, registered []Vacancy) []vacancy {
	from := len(dst)
	for _, v := range registered {
		dst = append(dst, vacancy{v, v.Period.Start, v.Period.End})
	}
	own := dst[from:]
	for changed := true; changed; {
		changed = false
		for i := range own {
			for k := range own {
				changed = own[i].joins(&own[k]) || changed
			}
		}
	}
	return dst
}

// appendVacancyChanges appends the days on which the relief of a month may begin or end.
func (c *Cursor) appendVacancyChanges(dst []civil.Date, m *month) []civil.Date {
	for i := range c.vacancies {
		v := &c.vacancies[i]
		dst = append(dst, v.Period.Start, v.RegisteredOn)
		if !v.Period.IsOpen() {
			dst = append(dst, v.Period.End)
		}
		for _, terms := range m.vacancy {
			if !terms.none {
				dst = append(dst, civil.MonthsFrom(v.since, terms.months))
			}
		}
	}
	return dst
}
