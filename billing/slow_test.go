package billing_test

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// slow bills an estate day by day in big rationals, from its documents alone: no
// register, no integers, no periods. It shares nothing with the package but the
// document types, and is what the package is compared with.
type slow struct {
	estate property.Estate
	book   billing.Book
	facts  billing.Facts
	period civil.Period
}

// slowUnit is one unit of it, with what is worked out once.
type slowUnit struct {
	slow
	unit   property.Unit
	vacant []civil.Period // as the register shows it
}

type slowLine struct {
	tariff, claim    string
	month            slowMonth
	start, last      civil.Date
	payer, liable    string
	exact            *big.Rat // in least units, before rounding and a tax on top
	amount, net, tax *big.Int // in least units
	taxOnTop         *big.Rat // the rate, 0 without one
}

// bills returns one text for each bill or held unit, in the order they are due.
func (s slow) bills() []string {
	units := slices.Clone(s.estate.Units)
	slices.SortFunc(units, func(a, b property.Unit) int { return strings.Compare(a.Code, b.Code) })
	var out []string
	for _, u := range units {
		w := slowUnit{slow: s, unit: u}
		w.vacant = w.vacancies()
		lines, ok := w.lines()
		for _, h := range s.facts.Holds {
			ok = ok && (h.Unit != u.Code || !w.inTheRun()) // what is not charged cannot be held
		}
		if !ok {
			out = append(out, "held "+u.Code)
			continue
		}
		out = append(out, w.split(lines)...)
	}
	return out
}

// lines returns the unit's lines by tariff and day; false if it cannot be charged.
func (w slowUnit) lines() (lines []slowLine, ok bool) {
	ok = true
	for _, t := range w.inOrder() {
		for _, m := range w.months(t) {
			var charge []slowLine
			fits := true
			if t.Basis.Percent != nil {
				charge = w.percent(t, m, lines)
			} else {
				charge, fits = w.charge(t, m)
			}
			lines, ok = append(lines, charge...), ok && fits
		}
	}
	claims, fits := w.claims()
	lines = append(lines, claims...)
	slices.SortStableFunc(lines, func(a, b slowLine) int {
		return cmp.Or(strings.Compare(a.tariff, b.tariff), cmp.Compare(a.start, b.start),
			strings.Compare(a.claim, b.claim), strings.Compare(a.payer, b.payer))
	})
	return lines, ok && fits
}

// inOrder returns the tariffs that charge the unit in months, what a part is taken of first, else
// by code.
func (w slowUnit) inOrder() []billing.Tariff {
	tariffs := slices.Clone(w.book.Tariffs)
	slices.SortFunc(tariffs, func(a, b billing.Tariff) int { return strings.Compare(a.Code, b.Code) })
	var out []billing.Tariff
	var add func(t billing.Tariff)
	add = func(t billing.Tariff) {
		if slices.ContainsFunc(out, func(o billing.Tariff) bool { return o.Code == t.Code }) {
			return
		}
		for _, base := range tariffs {
			if t.Basis.Percent != nil && slices.Contains(t.Basis.Percent.Of, base.Code) {
				add(base)
			}
		}
		out = append(out, t)
	}
	for _, t := range tariffs {
		add(t)
	}
	return slices.DeleteFunc(out, func(t billing.Tariff) bool { return t.Basis.Quoted != nil || !w.chargedBy(t) })
}

// chargedBy reports whether a tariff is in force and applies to the unit.
func (w slowUnit) chargedBy(t billing.Tariff) bool {
	return t.State == billing.InForce && slowInScope(t.AppliesTo, w.unit)
}

// inTheRun reports whether a tariff applies to the unit and has a price in the run's time, or a
// claim is made on a day of it.
func (w slowUnit) inTheRun() bool {
	for _, c := range w.facts.Claims {
		if c.Unit == w.unit.Code && w.period.Start <= c.On && c.On < w.period.End {
			return true
		}
	}
	for _, t := range w.inOrder() {
		for _, m := range w.monthsOfAnyone(t) {
			for d := m.start; d < m.end; d++ {
				_, priced := valueAt(t.Prices, d)
				if (priced || t.Basis.Agreed != nil) && w.chartered(t, d) {
					return true
				}
			}
		}
	}
	return false
}

// charge returns the lines of one tariff and month; false if a day cannot be charged.
func (w slowUnit) charge(t billing.Tariff, m slowMonth) ([]slowLine, bool) {
	days := make([]slowDay, m.end-m.start)
	for i := range days {
		var ok bool
		if days[i], ok = w.day(t, m, m.start.AddDays(i)); !ok {
			return nil, false
		}
	}
	var lines []slowLine
	sum, charged := new(big.Rat), new(big.Int)
	for _, p := range w.parts(t, m, days) {
		l := slowLine{
			tariff: t.Code, month: m, start: m.start.AddDays(p.first), last: m.start.AddDays(p.last),
			payer: p.day.payer, liable: p.day.liable,
		}
		if p.day.prepaid > 0 {
			w.instalment(t, &l, p)
			lines = append(lines, l)
			continue
		}
		part := new(big.Rat).Mul(ratOf(p.day.quantity), ratOf(p.day.price))
		part.Mul(part, ratOf(p.day.factor)).Mul(part, p.part)
		sum.Add(sum, part)
		total := w.round(sum, t.Rounding)
		l.exact = w.inLeastUnits(part)
		l.amount = new(big.Int).Sub(total, charged)
		charged = total
		l.taxed(t.Tax, ratOf(p.day.rate))
		lines = append(lines, l)
	}
	return lines, true
}

// taxed sets net and tax of a line.
func (l *slowLine) taxed(t *billing.Tax, rate *big.Rat) {
	l.net, l.tax = slowTax(t, l.amount, rate)
	l.taxOnTop = new(big.Rat)
	if t != nil && t.Exclusive != nil {
		l.taxOnTop.Set(rate)
	}
}

// split returns the texts of the bills that a unit's lines make.
func (w slowUnit) split(lines []slowLine) []string {
	var payers []string
	first := map[string]civil.Date{}
	for _, l := range lines {
		if at, ok := first[l.payer]; !ok || l.start < at {
			first[l.payer] = l.start
		}
		if !slices.Contains(payers, l.payer) {
			payers = append(payers, l.payer)
		}
	}
	slices.SortFunc(payers, func(a, b string) int {
		return cmp.Or(cmp.Compare(first[a], first[b]), strings.Compare(a, b))
	})
	var out []string
	for _, p := range payers {
		own := slices.DeleteFunc(slices.Clone(lines), func(l slowLine) bool { return l.payer != p })
		out = append(out, w.text(p, append(own, w.totals(own)...)))
	}
	return out
}

// text writes the bill of one payer.
func (w slowUnit) text(payer string, lines []slowLine) string {
	var rows, liable []string
	net, tax := new(big.Int), new(big.Int)
	for _, l := range lines {
		for _, code := range strings.Fields(l.liable) {
			if !slices.Contains(liable, code) {
				liable = append(liable, code)
			}
		}
		net.Add(net, l.net)
		tax.Add(tax, l.tax)
		rows = append(rows, fmt.Sprintf("\n  %s %s %s %s %s %s", l.tariff, l.start, l.last, l.amount, l.net, l.tax))
	}
	return fmt.Sprintf("%s %s %v %s %s %s%s", w.unit.Code, payer, liable, new(big.Int).Add(net, tax), net, tax, strings.Join(rows, ""))
}

// quickText writes a bill of the package as slow does.
func quickText(b billing.Bill) string {
	if b.IsHeld() {
		return "held " + b.Unit
	}
	var rows []string
	for _, l := range b.Lines {
		rows = append(rows, fmt.Sprintf("\n  %s %s %s %d %d %d",
			l.Tariff, l.Period.Start, l.Period.Last(), l.Amount.Minor(), l.Net.Minor(), l.Tax.Minor()))
	}
	return fmt.Sprintf("%s %s %v %d %d %d%s", b.Unit, b.Payer, b.Liable, b.Total.Minor(), b.Net.Minor(), b.Tax.Minor(), strings.Join(rows, ""))
}
