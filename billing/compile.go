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
	startSet int       // position among the run's tariffs with months from each start
	ofAgreed bool
	percent  []string // codes of what a part is taken of
	claimed  bool
	quoted   bool
	money    bool     // the formula comes to money, not a usage
	names    []string // that the formula uses
	cap      *Ceiling // of agreed prices
	vacancy  *VacancyRelief
	gift     int // months after the handover
	// suspension and heatFault are reliefs of services.
	suspension *SuspensionRelief
	heatFault  *HeatFaultRelief
	plain      bool
	anchor     uint8
	every      CycleLength
	timing     PaymentTiming
	season     civil.Season
	rounder    money.Rounder
	rounding   LineRounding
	taxMode    TaxMode
	tax        taxTable
	scale      uint64  // what an Exact is divided by, besides the days, to be in least units
	simple     uint64  // scale without the factor where the plain path applies, else 0
	months     []month // by charge month of the run; without steps: not charged
}

// startDay is what the months of a tenancy depend on: the day it starts on and, for cycles
// of several months, which months they begin in.
type startDay struct{ day, phase, months int }

func startDayOf(start civil.Date, months int) startDay {
	return startDay{start.Day(), (start.Year()*12 + int(start.Month())) % months, months}
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
	c.plain = !c.claimed && !c.floors && !c.ofAgreed && c.percent == nil && t.Basis.Formula == nil && t.Basis.byMonth() && !c.spaces &&
		(c.vacancy == nil || !c.vacancy.Unregistered) && c.gift == 0 &&
		!t.Proration.EntryDayFree && !t.Proration.ExitDayFree && t.Proration.Method != PerDay
	if t.Basis.Agreed != nil && t.Basis.Agreed.FromStart {
		return run.byStarts(l, t, c, r, policies)
	}
	if t.Basis.Metered != nil {
		run.metereds = append(run.metereds, run.compileMetered(l, t, c))
	}
	if t.Basis.byMonth() {
		run.setMonths(l, t, &c, r.chargeMonths(run.period), policies)
	}
	if t.Basis.Formula != nil {
		run.compileFormula(t, &c)
	}
	return []tariff{c}
}

// setRhythm notes what lines say of the cycle, nothing for a calendar month after it.
func (t *tariff) setRhythm(c *Cycle, r rhythm) {
	if c == nil {
		return
	}
	t.anchor = r.anchorDay()
	t.season = r.season
	if r.every != Monthly || t.anchor != 0 {
		t.every, t.timing = r.every, r.timing
	}
	if !r.season.IsZero() {
		t.timing = r.timing
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
	t.vacancy, t.suspension, t.heatFault = r.Vacancy, r.Suspension, r.HeatFault
	if r.Gift != nil {
		t.gift = r.Gift.Months
	}
}

// fromStart is a tariff whose months begin with each tenancy.
type fromStart struct {
	agreed property.AgreedPrices
	months int // of a cycle
}

// loadStarts collects what the months of the unit's tenancies depend on.
func (c *Cursor) loadStarts(u property.Ref) {
	for i, f := range c.run.fromStart {
		c.starts[i] = c.starts[i][:0]
		for start := range f.agreed.Starts(u) {
			c.starts[i] = append(c.starts[i], startDayOf(start, f.months))
		}
	}
}

// byStarts returns the tariff for each day that tenancies with an agreed price start on.
func (run *Run) byStarts(l *invalid.List, t Tariff, c tariff, r rhythm, policies *policy.Table) []tariff {
	c.startSet = len(run.fromStart)
	run.fromStart = append(run.fromStart, fromStart{c.agreed, r.every.Months()})
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

// work is what a charge month has to do for one tariff.
type work struct {
	t     *tariff
	month *month
	whole *step // of a charge that nothing changes in, if the tariff does not change either
}

// setWork lists, for each month of the run, the tariffs that charge in it.
func (run *Run) setWork() {
	run.work = make([][]work, len(run.months))
	for m, p := range run.months {
		for i := range run.tariffs {
			t := &run.tariffs[i]
			own := t.month(m)
			if own == nil {
				continue
			}
			w := work{t: t, month: own}
			if t.plain && len(own.cuts) == 0 && len(own.steps) == 1 && own.steps[0].period == p {
				w.whole = &own.steps[0]
			}
			run.work[m] = append(run.work[m], w)
		}
	}
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
