package billing_test

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// seasons returns the seasons of a tariff that the run bills.
func (w slowUnit) seasons(t billing.Tariff) []slowMonth {
	s, advance := *t.Cycle.Season, t.Cycle.Timing == billing.Advance
	var out []slowMonth
	for year := w.period.Start.Year() - 3; year <= w.period.End.Year()+3; year++ {
		start, last := slowDayOf(s.From, year), slowDayOf(s.To, year)
		if s.To.String() < s.From.String() {
			last = slowDayOf(s.To, year+1)
		}
		billed, step := last, 1
		if advance {
			billed, step = start, -1
		}
		for !s.Bill.IsZero() && billed != slowDayOf(s.Bill, billed.Year()) {
			billed = billed.AddDays(step)
		}
		if w.period.Start <= billed && billed < w.period.End {
			out = append(out, slowMonth{start: start, end: last.AddDays(1)})
		}
	}
	return out
}

// slowDayOf is a day of a year by its text.
func slowDayOf(d civil.MonthDay, year int) civil.Date {
	on, err := civil.Parse(fmt.Sprintf("%04d-%s", year, d))
	if err != nil {
		on = civil.MustNew(year, 2, 28)
	}
	return on
}

// remains is what vacancies, stops and faults leave of the price of a day: their product, rounded to a
// millionth.
func (w slowUnit) remains(t billing.Tariff, m slowMonth, d civil.Date) string {
	left := big.NewRat(1, 1)
	if t.Reliefs == nil {
		return "1"
	}
	if t.Reliefs.Vacancy != nil {
		left.Mul(left, ratOf(w.vacancyLeaves(*t.Reliefs.Vacancy, d)))
	}
	if t.Reliefs.Suspension != nil {
		left.Mul(left, w.stopLeaves(t, m, d))
	}
	if t.Reliefs.HeatFault != nil {
		left.Mul(left, w.faultsLeave(t, d))
	}
	return slowMillionth(left).RatString()
}

// slowMillionth rounds to a millionth, half up.
func slowMillionth(x *big.Rat) *big.Rat {
	n := roundTo(new(big.Rat).Mul(x, big.NewRat(1_000_000, 1)), money.ModeHalfUp)
	return new(big.Rat).SetFrac(n, big.NewInt(1_000_000))
}

// stopLeaves is the part still charged on a day of a stop.
func (w slowUnit) stopLeaves(t billing.Tariff, m slowMonth, d civil.Date) *big.Rat {
	r := *t.Reliefs.Suspension
	charge, notice := r.Charge, r.NoticeDays
	if r.Policy != "" {
		row, ok := w.policy(r.Policy+".charge", m.start)
		if !ok {
			return big.NewRat(1, 1)
		}
		charge, notice = decimal.RequireFromString(row.Value), 0
		if row, ok = w.policy(r.Policy+".noticeDays", m.start); ok {
			notice, _ = strconv.Atoi(row.Value) //nolint:errcheck // the generator writes numbers
		}
	}
	stopped := func(d civil.Date) bool {
		return slices.ContainsFunc(w.facts.Suspensions, func(s billing.Suspension) bool {
			return s.Unit == w.unit.Code && s.Tariff == t.Code && contains(s.Period, d) && m.start.DaysSince(s.AppliedOn) >= notice
		})
	}
	if !stopped(d) {
		return big.NewRat(1, 1)
	}
	for on := m.start; r.WholeOnly && on < m.end; on++ {
		if !stopped(on) {
			return big.NewRat(1, 1)
		}
	}
	return charge.Rat()
}

// faultsLeave is what the worst fault of a day leaves of it.
func (w slowUnit) faultsLeave(t billing.Tariff, d civil.Date) *big.Rat {
	bands, outage := w.heatTerms(*t.Reliefs.HeatFault, d)
	back := new(big.Rat)
	worse := func(part *big.Rat) {
		if part.Cmp(back) > 0 {
			back = part
		}
	}
	var minutes [civil.DayMinutes]bool
	for _, f := range w.faultsOf(t.Code) {
		if c := f.Fault.Temperature; c != nil && contains(c.Period, d) {
			for _, b := range bands {
				if c.Celsius.LessThan(b.Below) {
					worse(b.Rebate.Rat())
				}
			}
		}
		if o := f.Fault.Outage; o != nil && outage != nil {
			from, to := w.unbrokenOutage(t.Code, *o)
			for minute := d.Midnight(); minute < d.AddDays(1).Midnight(); minute++ {
				if o.From <= minute && minute < o.To && int(to-from) > 60*outage.Hours {
					minutes[minute.Minute()] = true
				}
			}
		}
	}
	stopped := 0
	for _, m := range minutes {
		if m {
			stopped++
		}
	}
	left := slowMillionth(big.NewRat(int64(civil.DayMinutes-stopped), civil.DayMinutes))
	worse(left.Sub(big.NewRat(1, 1), left))
	return new(big.Rat).Sub(big.NewRat(1, 1), back)
}

// heatTerms are the terms of a day; without an outage nothing is free.
func (w slowUnit) heatTerms(r billing.HeatFaultRelief, d civil.Date) ([]billing.TemperatureBand, *billing.OutageRelief) {
	if r.Policy == "" {
		return r.Bands, r.Outage
	}
	var bands []billing.TemperatureBand
	if row, ok := w.policy(r.Policy+".bands", d); ok {
		for _, word := range strings.Fields(row.Value) {
			below, rebate, _ := strings.Cut(word, ":")
			bands = append(bands, billing.TemperatureBand{Below: decimal.RequireFromString(below), Rebate: decimal.RequireFromString(rebate)})
		}
	}
	if row, ok := w.policy(r.Policy+".outageHours", d); ok {
		hours, _ := strconv.Atoi(row.Value) //nolint:errcheck // the generator writes numbers
		return bands, &billing.OutageRelief{Hours: hours}
	}
	return bands, nil
}

// faultsOf are the faults of the unit that a tariff gives something back for.
func (w slowUnit) faultsOf(code string) []billing.HeatFault {
	return slices.DeleteFunc(slices.Clone(w.facts.HeatFaults), func(f billing.HeatFault) bool {
		return f.Tariff != code || f.Unit != w.unit.Code && (f.Scope == nil || !slowInScope(*f.Scope, w.unit))
	})
}

// unbrokenOutage is the whole time of an outage and of those that meet it.
func (w slowUnit) unbrokenOutage(code string, o billing.HeatOutage) (from, to civil.Moment) {
	from, to = o.From, o.To
	for grown := true; grown; {
		grown = false
		for _, f := range w.faultsOf(code) {
			p := f.Fault.Outage
			if p == nil || p.To < from || to < p.From || from <= p.From && p.To <= to {
				continue
			}
			from, to, grown = min(from, p.From), max(to, p.To), true
		}
	}
	return from, to
}

// slowInScope reports whether a unit meets what a scope asks for.
func slowInScope(sc property.Scope, u property.Unit) bool {
	return (len(sc.Uses) == 0 || slices.Contains(sc.Uses, u.Use)) &&
		(len(sc.Buildings) == 0 || slices.Contains(sc.Buildings, u.Building)) &&
		(len(sc.Units) == 0 || slices.Contains(sc.Units, u.Code)) &&
		(sc.Floors == nil || u.Floor != 0 && sc.Floors.From <= u.Floor && u.Floor <= sc.Floors.To) &&
		!slices.Contains(sc.ExceptUnits, u.Code)
}
