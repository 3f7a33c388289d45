package billing

import (
	"slices"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// tariff is a tariff compiled for one run. An agreed tariff whose tenancies have months of
// their own is several, one for each first day.
type tariff struct {
	code     string
	selected property.Selection
	payers   property.Payers
	class    int              // tariffs of one class always have the same payer
	area     AreaKind         // unset: not by area
	quantity measure.Quantity // of a basis without area
	spaces   bool             // the quantity is the unit's parking spaces
	floors   bool             // the price is that of the unit's floor
	agreed   property.AgreedPrices
	byStart  *startDay // of the tenancies charged; nil: any
	ofAgreed bool
	percent  []string // codes of what a part is taken of
	claimed  bool
	quoted   bool
	prices   civil.History[Rate]
	cap      *Ceiling // of agreed prices
	vacancy  *VacancyRelief
	gift     int // months after the handover
	plain    bool
	anchor   uint8
	every    CycleLength
	timing   PaymentTiming
	rounder  money.Rounder
	rounding LineRounding
	taxMode  TaxMode
	tax      taxTable
	scale    uint64  // what an Exact is divided by, besides the days, to be in least units
	simple   uint64  // scale without the factor where the plain path applies, else 0
	months   []month // by charge month of the run; without steps: not charged
}

// startDay is what the months of a tenancy depend on: the day it starts on and, for cycles
// of several months, which months they begin in.
type startDay struct{ day, phase, months int }

func startDayOf(start civil.Date, months int) startDay {
	return startDay{start.Day(), (start.Year()*12 + int(start.Month())) % months, months}
}

// month is a charge month of one tariff.
type month struct {
	steps     []step
	prorating prorating
	cuts      []civil.Date   // days on which a line begins in any case
	vacancy   []vacancyTerms // in force over the month, by first day
	changes   []civil.Date   // of the vacancy's terms inside the month
}

// step is a stretch of a month with one price and one tax rate; a month without steps is
// not charged.
type step struct {
	period civil.Period
	price  money.Price
	floors []floorPrice
	source string // of the price; a change of it alone changes nothing
	rate   money.Rate
	taxed  divider // by 1 + rate
	line   Line    // the line of the whole step, but for unit, payer, quantity and amounts
}

// floorPrice is the price of one floor.
type floorPrice struct {
	floor int
	price money.Price
}

// compile compiles one tariff and reports what is wrong with it for this register.
func (run *Run) compile(l *invalid.List, t Tariff, policies *policy.Table) []tariff {
	for _, name := range run.reg.UnknownIn(t.AppliesTo) {
		l.At("appliesTo").Add(ErrUnknownScope, name)
	}
	rounder, err := t.Rounding.Compile(run.currency)
	l.At("rounding").Take(err)
	rounding, ok := lineRounding(rounder, run.currency)
	if !ok {
		l.At("rounding", "step").Add(ErrStepTooLarge, t.Rounding.Step.String())
	}
	r := t.Cycle.rhythm()
	c := tariff{
		code:     t.Code,
		selected: run.reg.Select(t.AppliesTo),
		payers:   run.reg.Payers(t.Code, t.Payer),
		prices:   t.Prices,
		claimed:  t.ClaimedOnly,
		rounder:  rounder,
		rounding: rounding,
		scale:    pow10(exactDigits - run.currency.Digits()),
		tax:      run.taxOf(t.Code, t.Tax, policies),
		taxMode:  t.Tax.mode(),
	}
	if rounder == money.HalfUp() {
		c.simple = c.scale / one
	}
	c.setRhythm(t.Cycle, r)
	c.setBasis(run.reg, t)
	c.setReliefs(t.Reliefs)
	c.plain = !c.claimed && !c.floors && !c.ofAgreed && c.percent == nil && !c.quoted && !c.spaces &&
		(c.vacancy == nil || !c.vacancy.Unregistered) && c.gift == 0 &&
		!t.Proration.EntryDayFree && !t.Proration.ExitDayFree && t.Proration.Method != PerDay
	if t.Basis.Agreed != nil && t.Basis.Agreed.FromStart {
		return run.byStarts(l, t, c, r, policies)
	}
	if !c.quoted {
		run.setMonths(l, t, &c, r.chargeMonths(run.period), policies)
	}
	return []tariff{c}
}

// setRhythm notes what lines say of the cycle, nothing for a calendar month after it.
func (t *tariff) setRhythm(c *Cycle, r rhythm) {
	if c == nil {
		return
	}
	t.anchor = r.anchorDay()
	if r.every != Monthly || t.anchor != 0 {
		t.every, t.timing = r.every, r.timing
	}
}

func (t *tariff) setBasis(reg *property.Register, doc Tariff) {
	b := doc.Basis
	unit := measure.MustParseUnit("unit")
	switch {
	case b.Fixed != nil && !b.Fixed.Unit.IsZero():
		unit = b.Fixed.Unit
	case b.PerSpace != nil:
		t.spaces, unit = true, measure.MustParseUnit("space")
	case b.FloorTable != nil:
		t.floors = true
	case b.Percent != nil:
		t.percent = b.Percent.Of
	case b.Agreed != nil:
		t.ofAgreed, t.agreed, t.cap = true, reg.AgreedPrices(doc.Code), doc.Ceiling
	case b.Quoted != nil:
		t.quoted = true
	}
	if area := b.areaBasis(); area != nil {
		t.area = max(area.Of, GrossArea)
		return
	}
	t.quantity = measure.NewQuantity(measure.MustParseQuantity("1").Units(), unit)
}

func (t *tariff) setReliefs(r *Reliefs) {
	if r == nil {
		return
	}
	t.vacancy = r.Vacancy
	if r.Gift != nil {
		t.gift = r.Gift.Months
	}
}

// byStarts returns the tariff for each day that tenancies with an agreed price start on.
func (run *Run) byStarts(l *invalid.List, t Tariff, c tariff, r rhythm, policies *policy.Table) []tariff {
	starts := map[startDay]civil.Date{}
	var order []startDay
	for u := range run.Len() {
		for start := range c.agreed.Starts(u) {
			key := startDayOf(start, r.every.Months())
			if _, ok := starts[key]; !ok {
				starts[key] = start
				order = append(order, key)
			}
		}
	}
	slices.SortFunc(order, func(a, b startDay) int {
		if a.day != b.day {
			return a.day - b.day
		}
		return a.phase - b.phase
	})
	var out []tariff
	for _, key := range order {
		own := c
		r.anchor = starts[key]
		own.byStart = &key
		own.anchor = r.anchorDay()
		own.every, own.timing = r.every, r.timing
		run.setMonths(l, t, &own, r.chargeMonths(run.period), policies)
		out = append(out, own)
	}
	if len(out) == 0 {
		out = append(out, c) // it charges nobody, and Unmatched says so
	}
	return out
}

// setMonths compiles the tariff's charge months; run.months has those of every tariff.
func (run *Run) setMonths(l *invalid.List, t Tariff, c *tariff, months []civil.Period, policies *policy.Table) {
	region := run.reg.Community().Region
	for _, p := range months {
		m := month{steps: run.steps(l, t, c.tax, p)}
		var err error
		m.prorating, err = t.Proration.inMonth(policies, region, p)
		l.At("proration", "handoverPolicy").Take(err)
		if c.vacancy != nil {
			m.vacancy, m.changes, err = c.vacancy.terms(policies, region, p)
			l.At("reliefs", "vacancy").Take(err)
		}
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
	if i := slices.Index(run.months, p); i >= 0 {
		return i
	}
	run.months = append(run.months, p)
	return len(run.months) - 1
}

// month returns what the tariff has in the m-th charge month of the run.
func (t *tariff) month(m int) *month {
	if m < len(t.months) && len(t.months[m].steps) > 0 {
		return &t.months[m]
	}
	return nil
}

// classify gives the last tariff the class of an earlier one with the same payers, or a
// class of its own.
func (run *Run) classify() {
	last := &run.tariffs[len(run.tariffs)-1]
	for i := range run.tariffs[:len(run.tariffs)-1] {
		if t := &run.tariffs[i]; t.payers.Same(last.payers) {
			last.class = t.class
			return
		}
	}
	last.class = run.classes
	run.classes++
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
		if !ok && t.Basis.hasPrices() {
			continue
		}
		if t.Charter != nil {
			if version, ok := charter.At(start); !ok || version != t.Charter.Version {
				continue
			}
		}
		var err error
		s.setPrice(l, price)
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
		if last.period.End == s.period.Start && last.price == s.price && last.rate == s.rate && slices.Equal(last.floors, s.floors) {
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
					base.addCuts(own, run.months[m])
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
					base.cuts = append(base.cuts, own.cuts...)
				}
			}
		}
	}
}

func (m *month) addCuts(of *month, p civil.Period) {
	for _, s := range of.steps {
		if s.period.Start > p.Start {
			m.cuts = append(m.cuts, s.period.Start)
		}
		if s.period.End < p.End {
			m.cuts = append(m.cuts, s.period.End)
		}
	}
}
