package billing_test

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// relieve sets what reliefs leave of the price of a day, and the prepayment that serves it.
func (w slowUnit) relieve(t billing.Tariff, m slowMonth, d civil.Date, out *slowDay) {
	for i, p := range w.facts.Prepayments {
		ended := p.Period.End
		if !p.Ended.IsZero() {
			ended = p.Ended
		}
		if p.Unit == w.unit.Code && p.Tariff == t.Code && p.Period.Start <= d && d < ended {
			out.prepaid = i + 1
		}
	}
	switch {
	case out.prepaid > 0: // whatever the price and the area are
		out.quantity, out.price, out.factor = "", "", ""
		if p := w.facts.Prepayments[out.prepaid-1]; t.Tax != nil {
			out.rate = w.rate(t.Tax, cmp.Or(p.TaxOn, d))
		}
	case w.given(t, d):
		out.factor = "0"
	case out.factor != "0":
		out.factor = w.remains(t, m, d)
	}
}

// given reports whether a gift frees the unit on a day.
func (w slowUnit) given(t billing.Tariff, d civil.Date) bool {
	for _, g := range w.facts.Gifts {
		of := len(g.Tariffs) == 0 || slices.Contains(g.Tariffs, t.Code)
		if g.Unit == w.unit.Code && of && g.Period.Start <= d && d < g.Period.End {
			return true
		}
	}
	if t.Reliefs == nil || t.Reliefs.Gift == nil || w.unit.DeliveredOn.IsZero() {
		return false
	}
	return w.unit.DeliveredOn <= d && d < w.unit.DeliveredOn.AddMonths(t.Reliefs.Gift.Months)
}

// vacancyLeaves returns what a vacancy leaves of the price of a day, 1 without one.
func (w slowUnit) vacancyLeaves(v billing.VacancyRelief, d civil.Date) string {
	charge, months := v.Charge, v.Months
	if v.Policy != "" {
		row, ok := w.policy(v.Policy+".charge", d)
		if !ok {
			return "1"
		}
		charge = decimal.RequireFromString(row.Value)
		if row, ok = w.policy(v.Policy+".months", d); ok {
			months, _ = strconv.Atoi(row.Value) //nolint:errcheck // the generator writes numbers
		}
	}
	for _, f := range w.facts.Vacancies {
		if f.Unit == w.unit.Code && contains(f.Period, d) && w.lowers(v.Start, w.unbroken(f.Period), f.RegisteredOn, months, d) {
			return charge.Rat().RatString()
		}
	}
	for _, p := range w.vacant {
		if v.Unregistered && contains(p, d) && w.lowers(v.Start, p, p.Start, months, d) {
			return charge.Rat().RatString()
		}
	}
	return "1"
}

func contains(p civil.Period, d civil.Date) bool {
	return p.Start <= d && (p.End.IsZero() || d < p.End)
}

// unbroken returns the whole time of a vacancy and of those registered that meet it.
func (w slowUnit) unbroken(p civil.Period) civil.Period {
	for grown := true; grown; {
		grown = false
		for _, f := range w.facts.Vacancies {
			o := f.Period
			if f.Unit != w.unit.Code || !p.End.IsZero() && p.End < o.Start || !o.End.IsZero() && o.End < p.Start {
				continue
			}
			q := civil.Period{Start: min(p.Start, o.Start), End: max(p.End, o.End)}
			if p.End.IsZero() || o.End.IsZero() {
				q.End = 0
			}
			p, grown = q, grown || q != p
		}
	}
	return p
}

// lowers reports whether a vacancy lowers the charge of one of its days.
func (w slowUnit) lowers(start billing.VacancyStart, p civil.Period, registered civil.Date, months int, d civil.Date) bool {
	known := max(w.period.End, w.facts.AsOf.AddDays(1)) // the day after the last that the facts are known for
	if !p.End.IsZero() && p.End < known {
		known = p.End
	}
	long := p.Start.AddMonths(months) // so long it must be vacant
	switch {
	case known < long:
		return false
	case start == billing.Retroactive:
		return true
	case start == billing.FromReached:
		return d >= long
	default:
		return d >= long && d >= registered
	}
}

// vacancies returns the stretches on which nobody uses the unit, day by day: from its handover on,
// or its first ownership.
func (w slowUnit) vacancies() []civil.Period {
	from, until := w.unit.DeliveredOn, w.period.End.AddDays(800)
	for _, n := range w.estate.Tenancies {
		first := n.Unit == w.unit.Code && n.Kind == property.Ownership && (from.IsZero() || n.Term.Start < from)
		if w.unit.DeliveredOn.IsZero() && first {
			from = n.Term.Start
		}
	}
	var out []civil.Period
	open := false
	for d := from; !from.IsZero() && d < until; d++ {
		switch vacant := !w.used(d); {
		case vacant && !open:
			out, open = append(out, civil.Period{Start: d}), true
		case !vacant && open:
			out[len(out)-1].End, open = d, false
		}
	}
	return out
}

// used reports whether anybody uses the unit on a day.
func (w slowUnit) used(d civil.Date) bool {
	return slices.ContainsFunc(w.estate.Tenancies, func(n property.Tenancy) bool {
		if n.Unit != w.unit.Code || d < n.Term.Start || !n.Term.End.IsZero() && d >= n.Term.End {
			return false
		}
		if n.Kind == property.Ownership && n.MovedIn.IsZero() {
			return false
		}
		return n.MovedIn <= d && (n.MovedOut.IsZero() || d < n.MovedOut)
	})
}

// instalment sets the amounts of a stretch that was paid ahead: its part of what was paid, by what is
// rounded up to it and before it.
func (w slowUnit) instalment(t billing.Tariff, l *slowLine, p slowPart) {
	f := w.facts.Prepayments[p.day.prepaid-1]
	months := 0
	for f.Period.Start.AddMonths(months) < f.Period.End {
		months++
	}
	number := 0
	for f.Period.Start.AddMonths(number) < l.month.start {
		number++
	}
	time := func(days int) *big.Rat { // of all that was paid for
		of := big.NewRat(int64(days), int64(l.month.end-l.month.start))
		return of.Add(of, big.NewRat(int64(number), 1)).Mul(of, big.NewRat(1, int64(months)))
	}
	share := func(total int64) *big.Int {
		upto := roundTo(new(big.Rat).Mul(big.NewRat(total, 1), time(p.last+1)), money.ModeHalfUp)
		before := roundTo(new(big.Rat).Mul(big.NewRat(total, 1), time(p.first)), money.ModeHalfUp)
		return upto.Sub(upto, before)
	}
	l.amount = share(f.Total.Minor())
	l.exact = new(big.Rat).SetInt(l.amount)
	l.taxed(t.Tax, ratOf(p.day.rate))
	if t.Tax != nil && t.Tax.Inclusive != nil {
		net, _ := slowTax(t.Tax, big.NewInt(f.Total.Minor()), ratOf(p.day.rate))
		l.net = share(net.Int64())
		l.tax = new(big.Int).Sub(l.amount, l.net)
	}
}
