package billing_test

import (
	"slices"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// slowMonth is a charge month: the days from start up to end, of one tenancy where its start makes
// the months.
type slowMonth struct {
	start, end civil.Date
	of         civil.Date // start of that tenancy
}

// months returns the charge months of a tariff that the run bills for the unit.
func (w slowUnit) months(t billing.Tariff) []slowMonth {
	if t.Basis.Agreed == nil || !t.Basis.Agreed.FromStart {
		return w.monthsOfAnyone(t)
	}
	return w.monthsFromStarts(t, func(n property.Tenancy) bool { return n.Unit == w.unit.Code })
}

// monthsOfAnyone returns those of every unit.
func (w slowUnit) monthsOfAnyone(t billing.Tariff) []slowMonth {
	if t.Basis.Agreed != nil && t.Basis.Agreed.FromStart {
		return w.monthsFromStarts(t, func(property.Tenancy) bool { return true })
	}
	if t.Cycle != nil && t.Cycle.Season != nil {
		return w.seasons(t)
	}
	anchor := day("2000-01-01")
	if t.Cycle != nil && !t.Cycle.Anchor.IsZero() {
		anchor = t.Cycle.Anchor
	}
	return w.monthsFrom(t, anchor, 0)
}

func (w slowUnit) monthsFromStarts(t billing.Tariff, which func(property.Tenancy) bool) []slowMonth {
	var out []slowMonth
	for _, n := range w.estate.Tenancies {
		agrees := slices.ContainsFunc(n.Agreed, func(a property.Agreed) bool { return a.Fee == t.Code })
		if agrees && which(n) {
			out = append(out, w.monthsFrom(t, n.Term.Start, n.Term.Start)...)
		}
	}
	return out
}

// monthsFrom returns the months of the cycles, counted from the anchor, that the run bills: in
// arrears those whose last day is in its time, in advance those whose first day is.
func (w slowUnit) monthsFrom(t billing.Tariff, anchor, of civil.Date) []slowMonth {
	n, advance := 1, false
	if t.Cycle != nil {
		n = map[billing.CycleLength]int{0: 1, billing.Monthly: 1, billing.Quarterly: 3, billing.HalfYearly: 6, billing.Yearly: 12}[t.Cycle.Every]
		advance = t.Cycle.Timing == billing.Advance
	}
	var out []slowMonth
	for k := (w.period.Start.Year() - anchor.Year() - 2) * 12 / n; anchor.AddMonths(k*n) < w.period.End; k++ {
		on := anchor.AddMonths((k + 1) * n).AddDays(-1)
		if advance {
			on = anchor.AddMonths(k * n)
		}
		if on < w.period.Start || on >= w.period.End {
			continue
		}
		for i := k * n; i < (k+1)*n; i++ {
			out = append(out, slowMonth{anchor.AddMonths(i), anchor.AddMonths(i + 1), of})
		}
	}
	return out
}
