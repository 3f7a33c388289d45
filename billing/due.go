package billing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
)

// Due is a day on which a tariff is to be paid (缴费日历).
type Due struct {
	// On is the day it is to be paid by.
	On civil.Date `json:"on"`
	// Tariff and Name are the tariff's.
	Tariff string `json:"tariff"`
	Name   string `json:"name,omitempty"`
	// Period is the cycle or season paid for, half-open.
	Period civil.Period `json:"period"`
	// BilledOn is the day that decides which run bills it: the cycle's last day in arrears, its
	// first in advance, or the day its season is billed on. Months are billed by the run that holds it.
	BilledOn civil.Date `json:"billedOn"`
}

// Dues returns the calendar of when each tariff in force is to be paid inside a period, by day and
// tariff. Tariffs whose cycles begin with each tenancy and what is quoted or shared have no common days and
// are not in it; see [Run.DueOn] for their lines.
func (b Book) Dues(p civil.Period) []Due {
	var out []Due
	if p.Start.IsZero() || p.IsOpen() || p.Days() <= 0 {
		return nil
	}
	for _, i := range b.inForce() {
		t := b.Tariffs[i]
		if t.Basis.Quoted != nil || t.Basis.Shared != nil || t.Basis.Agreed != nil && t.Basis.Agreed.FromStart {
			continue
		}
		r := t.Cycle.rhythm()
		r.cycles(p, r.dueOn, func(c civil.Period) {
			if b.chargesIn(t, c) {
				out = append(out, Due{r.dueOn(c), t.Code, t.Name, c, r.billedOn(c)})
			}
		})
	}
	slices.SortStableFunc(out, func(x, y Due) int {
		return cmp.Or(x.On.Compare(y.On), strings.Compare(x.Tariff, y.Tariff))
	})
	return out
}

// chargesIn reports whether a tariff charges on a day of a cycle.
func (b Book) chargesIn(t Tariff, c civil.Period) bool {
	charter := b.versionsOf(t.Charter)
	days := charter.AppendChanges(t.Prices.AppendChanges([]civil.Date{c.Start}, c), c)
	return slices.ContainsFunc(days, func(on civil.Date) bool {
		_, priced := t.Prices.At(on)
		version, known := charter.At(on)
		return (priced || !t.Basis.hasPrices(b.Currency)) && (t.Charter == nil || known && version == t.Charter.Version)
	})
}

// DueOn returns the day a line of the run is to be paid by: its cycle's day, the day of the claim, or the last
// day of the shared cost.
// A tariff without a cycle is due on the last day of its month.
func (run *Run) DueOn(l Line) civil.Date {
	if s := l.Facts.Share; s != nil {
		return l.Period.Start.AddDays(int(s.Of) - int(s.Before) - 1)
	}
	if l.Facts.Quoted != nil || l.Facts.Total != nil {
		return l.Period.Last()
	}
	i := run.book.find(l.Tariff)
	if i < 0 {
		return l.month().Last()
	}
	r := run.book.Tariffs[i].Cycle.rhythm()
	if basis := run.book.Tariffs[i].Basis.Agreed; basis != nil && basis.FromStart {
		r.anchor = run.startOf(l)
	}
	if !l.Season.IsZero() {
		return r.dueOn(l.month())
	}
	month := l.month()
	if m := l.Facts.Metered; m != nil {
		month = chargeMonth(r.anchorDay(), m.Charge.Last())
	}
	k := monthsBetween(r.anchor, month.Start)
	n := r.every.Months()
	return r.dueOn(r.cycle(floorDiv(k, n)))
}

// startOf returns the start of the tenancy that agreed the price of a line.
func (run *Run) startOf(l Line) civil.Date {
	if u, ok := run.reg.Find(l.Unit); ok {
		if at, ok := run.reg.AgreedPrices(l.Tariff).At(u, l.Period.Start); ok {
			return at.Term.Start
		}
	}
	return l.month().Start
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
