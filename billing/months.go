package billing

import (
	"slices"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// month is a charge month of one tariff.
type month struct {
	steps     []step
	prorating prorating
	handovers []handoverMethod // in force over the month, by first day
	cuts      []cut            // days on which a line begins in any case
	vacancy   []vacancyTerms   // in force over the month, by first day
	worker    *worker          // of a formula
	changes   []civil.Date     // of the terms of reliefs inside the month
	// suspension and heat are the terms of what was stopped and did not come, the latter by first day.
	suspension suspensionTerms
	heat       []heatTerms
}

// step is a stretch of a month with one price and one tax rate; a month without steps is
// not charged.
type step struct {
	period civil.Period
	price  money.Price
	floors []floorPrice
	usage  *usagePrice // of a metered tariff
	source string      // of the price; a change of it alone changes nothing
	rate   money.Rate
	taxed  divider // by 1 + rate
	line   Line    // the line of the whole step, but for unit, payer, quantity and amounts
}

// cut is a day on which lines begin because a percentage of them changes there: one of the percent
// tariffs, each of which takes a part of the next and the last of the line.
type cut struct {
	on       civil.Date
	percents []*tariff
}

// holds reports whether every one of the percentages charges the unit.
func (c *cut) holds(u property.Ref) bool {
	return !slices.ContainsFunc(c.percents, func(t *tariff) bool { return !t.selected.Has(u) })
}

// floorPrice is the price of one floor.
type floorPrice struct {
	floor int
	price money.Price
}

// setMonths compiles the tariff's charge months; run.months has those of every tariff.
func (run *Run) setMonths(l *invalid.List, t Tariff, c *tariff, months []civil.Period, policies *policy.Table) {
	region := run.reg.Community().Region
	for _, p := range months {
		m := month{steps: run.steps(l, t, c.tax, p), prorating: t.Proration.compile()}
		var err error
		m.handovers, err = t.Proration.handovers(policies, region, p)
		l.At("proration", "handoverPolicy").Take(err)
		if c.vacancy != nil {
			m.vacancy, m.changes, err = c.vacancy.terms(policies, region, p)
			l.At("reliefs", "vacancy").Take(err)
		}
		m.setHeating(l, c, policies, region, p)
		for i := range m.steps {
			m.steps[i].line = c.template(&m.steps[i], p)
			m.steps[i].taxed = newDivider(one + uint64(m.steps[i].rate.Micro()))
		}
		at := run.monthAt(p)
		for len(c.months) <= at {
			c.months = append(c.months, month{})
		}
		c.months[at] = m
	}
}

// monthAt returns the position of a charge month among those of the run, which it joins if it
// is new.
func (run *Run) monthAt(p civil.Period) int {
	i, ok := run.monthNo[p]
	if !ok {
		i = len(run.months)
		run.months = append(run.months, p)
		run.monthNo[p] = i
	}
	return i
}

// month returns what the tariff has in the m-th charge month of the run.
func (t *tariff) month(m int) *month {
	if m < len(t.months) && len(t.months[m].steps) > 0 {
		return &t.months[m]
	}
	return nil
}

// template returns what every line of a step has in common.
func (t *tariff) template(s *step, month civil.Period) Line {
	return Line{
		Tariff: t.code,
		Period: s.period,
		Facts: LineFacts{Product: Product{
			Price: s.price, Days: uint32(s.period.Days()), Of: uint32(month.Days()),
			Factor: money.One(), Source: s.source,
		}},
		Rounding: t.rounding,
		TaxMode:  t.taxMode,
		Anchor:   t.anchor,
		Every:    t.every,
		Timing:   t.timing,
		Season:   t.season,
		TaxRate:  s.rate,
	}
}

// steps cuts a month where the price or the tax rate changes.
func (run *Run) steps(l *invalid.List, t Tariff, tax taxTable, month civil.Period) []step {
	days := t.Prices.AppendChanges([]civil.Date{month.Start}, month)
	days = tax.changes(days, month)
	charter := run.book.versionsOf(t.Charter)
	days = charter.AppendChanges(days, month)
	slices.Sort(days)
	days = slices.Compact(days)
	var out []step
	for i, start := range days {
		s := step{period: civil.Period{Start: start, End: month.End}}
		if i+1 < len(days) {
			s.period.End = days[i+1]
		}
		price, ok := t.Prices.At(start)
		if !ok && t.Basis.hasPrices(run.currency) {
			continue
		}
		if t.Charter != nil {
			if version, ok := charter.At(start); !ok || version != t.Charter.Version {
				continue
			}
		}
		var err error
		if t.Basis.Metered != nil {
			s.setUsage(l, price)
		} else {
			s.setPrice(l, price)
		}
		s.rate, err = tax.at(start)
		l.At("tax").Take(err)
		out = appendStep(out, s)
		if err != nil {
			break // one missing rate is enough said
		}
	}
	return out
}

// versionsOf returns the versions of the charter a tariff names.
func (b Book) versionsOf(c *CharterVersion) civil.History[string] {
	if c != nil {
		for _, have := range b.Charters {
			if have.Code == c.Code {
				return have.Versions
			}
		}
	}
	return nil
}

func (s *step) setPrice(l *invalid.List, r Rate) {
	s.source = r.Source
	if len(r.Floors) == 0 {
		p, err := money.PriceOf(r.Price)
		l.At("prices").Take(err)
		s.price = p
		return
	}
	for _, f := range r.Floors {
		for floor := f.Floors.From; floor <= f.Floors.To; floor++ {
			if floor == 0 {
				continue
			}
			p, err := money.PriceOf(f.at(floor))
			l.At("prices").Take(err)
			s.floors = append(s.floors, floorPrice{floor, p})
		}
	}
}

// appendStep appends a step, or makes the last one longer if nothing changes.
func appendStep(steps []step, s step) []step {
	if n := len(steps) - 1; n >= 0 {
		last := &steps[n]
		if last.period.End == s.period.Start && last.price == s.price && last.rate == s.rate && slices.Equal(last.floors, s.floors) && last.usage.equal(s.usage) {
			last.period.End = s.period.End
			return steps
		}
	}
	return append(steps, s)
}

// cutForPercents notes in what percent tariffs take parts of where their own steps begin, so that
// each line lies in one step of them.
func (run *Run) cutForPercents() {
	for i := range run.tariffs {
		p := &run.tariffs[i]
		for m := range run.months {
			own := p.month(m)
			if p.percent == nil || own == nil {
				continue
			}
			for k := range run.tariffs {
				if base := run.tariffs[k].month(m); base != nil && slices.Contains(p.percent, run.tariffs[k].code) {
					base.addCuts(p, own, run.months[m])
				}
			}
		}
	}
	// A percentage of a percentage passes its cuts on: what comes later takes parts of what comes before.
	for i := len(run.tariffs) - 1; i >= 0; i-- {
		p := &run.tariffs[i]
		for m := range run.months {
			own := p.month(m)
			if p.percent == nil || own == nil {
				continue
			}
			for k := range run.tariffs[:i] {
				if base := run.tariffs[k].month(m); base != nil && slices.Contains(p.percent, run.tariffs[k].code) {
					base.passCuts(p, own)
				}
			}
		}
	}
}

func (m *month) addCuts(percent *tariff, of *month, p civil.Period) {
	for _, s := range of.steps {
		if s.period.Start > p.Start {
			m.cuts = append(m.cuts, cut{s.period.Start, []*tariff{percent}})
		}
		if s.period.End < p.End {
			m.cuts = append(m.cuts, cut{s.period.End, []*tariff{percent}})
		}
	}
}

// passCuts adds the cuts of a percentage of the month's lines, on days on which it charges.
func (m *month) passCuts(percent *tariff, of *month) {
	for _, c := range of.cuts {
		if slices.ContainsFunc(of.steps, func(s step) bool { return s.period.Contains(c.on) }) {
			m.cuts = append(m.cuts, cut{c.on, append([]*tariff{percent}, c.percents...)})
		}
	}
}
