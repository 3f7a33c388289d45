package billing

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// meterRef is a meter of the run's log; −1 is none.
type meterRef = meter.Ref

// Loss is what a master meter shows more than its sub-meters.
type Loss = meter.Loss

// metered is a metered tariff compiled.
type metered struct {
	tariff
	kind    string
	rule    *TierRule
	limits  *meter.Limits
	rhythm  rhythm
	windows []civil.Period // billed by the run
	steps   []step         // from the first day that anything charged began on
}

// compileMeters compiles the meters and readings of the facts.
func (run *Run) compileMeters(l *invalid.List) {
	l.Enter("facts")
	defer l.Leave()
	log, err := meter.Compile(run.facts.Meters, run.facts.Readings)
	l.Take(err)
	if err != nil {
		return
	}
	run.log = log
	run.kinds = map[string]measure.Unit{}
	l.Enter("meters")
	defer l.Leave()
	for i, m := range run.facts.Meters {
		if m.Unit != "" {
			if _, ok := run.reg.Find(m.Unit); !ok {
				l.At(i, "unit").Add(ErrNoUnit, m.Unit)
			}
		}
		if have, ok := run.kinds[m.Kind]; ok && have != m.Measures {
			l.At(i, "measures").Add(ErrMeterUnits, m.Kind, have.String(), m.Measures.String())
		}
		run.kinds[m.Kind] = m.Measures
	}
}

// unitOfKind returns the unit that meters of a kind measure in.
func (run *Run) unitOfKind(kind string) string { return run.kinds[kind].String() }

// findMeter returns a common meter by its code.
func (run *Run) findMeter(l *invalid.List, field, code string) meterRef {
	r, ok := run.log.Find(code)
	if !ok {
		l.At(field).Add(ErrMeter, strconv.Quote(code))
		return -1
	}
	return r
}

// usageOf returns what was used on some days.
type usageOf func(days civil.Period) (measure.Quantity, error)

// spread returns a usage spread evenly over the days of a period.
func spread(q measure.Quantity, p civil.Period) usageOf {
	whole := meter.Segment{Period: p, Usage: q}
	return func(days civil.Period) (measure.Quantity, error) { return whole.In(days), nil }
}

// knownFor returns up to when readings are known for what a stretch of days shares: to the end of the
// calendar month it ends in, so that a run over several months shares as one over each.
func knownFor(days civil.Period) civil.Date { return days.Last().NextMonth() }

// metered returns the usage of a common meter by what its readings show.
func (run *Run) metered(code string, known civil.Date) usageOf {
	return func(days civil.Period) (measure.Quantity, error) {
		r, ok := run.log.Find(code)
		if !ok {
			return measure.Quantity{}, invalid.Value(ErrMeter, strconv.Quote(code))
		}
		return run.usage(r, days, known)
	}
}

// usage returns what a meter shows for some days, all bands together.
func (run *Run) usage(r meterRef, days civil.Period, known civil.Date) (measure.Quantity, error) {
	sum := measure.NewQuantity(0, run.log.Measures(r))
	for _, band := range run.log.Bands(r) {
		q, err := run.log.Quantity(r, band, days, known)
		if err != nil {
			return sum, err
		}
		if sum, err = sum.Add(q); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// usageWeight returns the usage of a unit's own meters, in ten-thousandths.
func (run *Run) usageWeight(u property.Ref, kind string, days civil.Period) (uint64, error) {
	sum := uint64(0)
	for r := range run.log.OfUnit(run.reg.Code(u), kind) {
		q, err := run.usage(r, days, knownFor(days))
		if err != nil {
			return 0, err
		}
		sum += uint64(q.Units())
	}
	return sum, nil
}

// lossOf returns the loss of a master meter.
func (run *Run) lossOf(code string, days civil.Period) (Loss, error) {
	r, ok := run.log.Find(code)
	if !ok {
		return Loss{}, invalid.Value(ErrMeter, strconv.Quote(code))
	}
	return run.log.Loss(r, days, knownFor(days))
}

// compileMetered compiles a metered tariff.
func (run *Run) compileMetered(l *invalid.List, t Tariff, c tariff) *metered {
	basis := t.Basis.Metered
	m := &metered{tariff: c, kind: basis.Meters, rule: basis.Tiers, limits: basis.Plausible, rhythm: t.Cycle.rhythm()}
	if unit := run.kinds[basis.Meters]; unit != (measure.Unit{}) && m.rule != nil && m.rule.Persons != nil && m.rule.Persons.Quantity.Unit() != unit {
		l.At("basis", "metered", "tiers", "persons", "quantity").Add(ErrMeterUnits, basis.Meters, unit.String(), m.rule.Persons.Quantity.Unit().String())
	}
	m.rhythm.cycles(run.period, m.rhythm.billedOn, func(w civil.Period) { m.windows = append(m.windows, w) })
	if len(m.windows) == 0 {
		return m
	}
	time := civil.Period{Start: run.firstCharged(m), End: run.period.End}
	m.steps = run.steps(l, t, c.tax, time)
	for i := range m.steps {
		s := &m.steps[i]
		s.taxed = newDivider(one + uint64(s.rate.Micro()))
		s.line = Line{
			Tariff: c.code, Rounding: c.rounding, TaxMode: c.taxMode, TaxRate: s.rate, Anchor: c.anchor, Every: c.every, Timing: c.timing,
		}
	}
	return m
}

// firstCharged returns the first day of all charges of a metered tariff.
func (run *Run) firstCharged(m *metered) civil.Date {
	first := m.windows[0].Start
	for u := range run.Len() {
		if !m.selected.Has(u) {
			continue
		}
		for r := range run.log.OfUnit(run.reg.Code(u), m.kind) {
			for _, w := range m.windows {
				if span, state := run.log.Span(r, w, m.window); state == meter.Read {
					first = min(first, span.Period.Start)
				}
			}
		}
	}
	return first
}

// window returns the cycle that a reading's boundary closes: that of the day before it.
func (m *metered) window(boundary civil.Date) civil.Period {
	on := boundary.AddDays(-1)
	if m.rhythm.every == Monthly && m.rhythm.anchorDay() == 0 {
		return civil.Period{Start: on.MonthStart(), End: on.NextMonth()}
	}
	n := m.rhythm.every.Months()
	for k := monthsBetween(m.rhythm.anchor, on)/n - 2; ; k++ {
		if c := m.rhythm.cycle(k); on < c.End {
			return c
		}
	}
}

// charges reports whether the tariff has a price on some day of a window.
func (m *metered) charges(window civil.Period) bool {
	return slices.ContainsFunc(m.steps, func(s step) bool { return s.period.Overlaps(window) })
}

// months returns how many months of tiers a charge has: those between the closings of its readings, and
// with the month of its installation where it is the first of its meter.
func (m *metered) months(charge civil.Period, first bool) int64 {
	every, to := m.rhythm.every.Months(), m.window(charge.End)
	if first {
		return int64(monthsBetween(m.window(charge.Start.AddDays(1)).Start, to.Start) + every)
	}
	return int64(max(monthsBetween(m.window(charge.Start).Start, to.Start), every))
}

// meteredCharge is what a meter is charged by the run.
type meteredCharge struct {
	m      *metered
	u      property.Ref
	meter  meterRef
	period civil.Period
	known  civil.Date // up to when readings are known
	months int64
}

// usagePiece is a stretch of days of a charge with one payer, price and quota.
type usagePiece struct {
	period civil.Period
	payer  property.Payer
	step   *step
	extra  int64
	reset  civil.Date // of the tiers by year
	used   int64
	usage  measure.Quantity
	parts  []UsagePart
	before Exact
	minor  int64 // its part of the rounded charge
}

// credit is what a payer was charged on estimates at one tax rate.
type credit struct {
	payer property.Payer
	rate  money.Rate
	minor int64
}

// hasMeter reports whether the unit has a meter that a tariff charges.
func (run *Run) hasMeter(u property.Ref) bool {
	for _, m := range run.metereds {
		if len(m.windows) == 0 || !m.selected.Has(u) {
			continue
		}
		for range run.log.OfUnit(run.reg.Code(u), m.kind) {
			return true
		}
	}
	return false
}
