package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

// unit writes the year of one unit: every line, what each month comes to, and the year.
func (r *report) unit(code string, explained bool) error {
	r.Section(textUnitYear, code, r.days(r.period))
	lines := cli.Table{Right: []bool{false, false, false, true}}
	r.head(&lines, textMonthHead, textFee, textDaysHead, textAmount, textPayer, textBasis)
	totals := cli.Table{Right: []bool{false, true, true}}
	r.head(&totals, textMonthHead, textLines, textTotal)
	var year money.Sum
	year.Add(money.New(0, r.in.Book.Currency))
	all := 0
	for i := range r.months {
		n, sum, err := r.unitMonth(&lines, &r.months[i], code)
		if err != nil {
			return err
		}
		cell := cli.Grouped(sum)
		if r.months[i].holds(code) != nil {
			cell = r.Fill(textHeldWord)
		}
		totals.Add(monthName(r.months[i].period.Start), cli.Count(n), cell)
		year.Add(sum)
		all += n
	}
	total, err := year.Total()
	if err != nil {
		return err
	}
	totals.Add(r.Fill(textTotal), cli.Count(all), cli.Grouped(total))
	r.table(&lines)
	r.Section(textUnitMonths, code)
	r.table(&totals)
	if explained {
		r.derivations(code)
	}
	return nil
}

// unitMonth adds the lines of a unit and month, and returns how many and their sum.
func (r *report) unitMonth(t *cli.Table, m *month, code string) (int, money.Amount, error) {
	var sum money.Sum
	sum.Add(money.New(0, r.in.Book.Currency))
	n := 0
	name := monthName(m.period.Start)
	for i := range m.bills {
		b := &m.bills[i]
		if b.Unit != code {
			continue
		}
		for k := range b.Lines {
			l := &b.Lines[k]
			total, err := l.Net.Add(l.Tax)
			if err != nil {
				return 0, total, err
			}
			t.Add(name, r.fee(l.Tariff), r.days(l.Period), cli.Grouped(total), r.payer(b), r.basis(l))
			sum.Add(total)
			n++
		}
	}
	if held := m.holds(code); held != nil {
		t.Add(name, r.Fill(textHeldWord), r.days(m.period), "", "", r.reasons(held.Held))
	}
	total, err := sum.Total()
	return n, total, err
}

// basis writes what a line was computed from, in short.
func (r *report) basis(l *billing.Line) string {
	switch f := &l.Facts; {
	case f.Metered != nil:
		return r.usage(f.Metered)
	case f.Share != nil:
		return r.share(f.Share)
	case f.Formula != nil:
		return f.Formula.Working.Text
	case f.Kind() == "product":
		return product(f.Product)
	default:
		return f.Kind()
	}
}

// product writes quantity × price × part of the season or month × what reliefs leave.
func product(p billing.Product) string {
	out := p.Quantity.String() + " × " + p.Price.String()
	if p.Days != p.Of {
		out += " × " + strconv.Itoa(int(p.Days)) + "/" + strconv.Itoa(int(p.Of))
	}
	if p.Factor != money.One() {
		out += " × " + p.Factor.String()
	}
	return out
}

// usage writes the usage of a line, the tiers or bands it fills, and what was estimated.
func (r *report) usage(m *billing.Metered) string {
	out := m.Usage.String()
	var tiers, bands []string
	for _, p := range m.Parts {
		if p.Tier > 0 {
			tiers = append(tiers, strconv.Itoa(int(p.Tier)))
		}
		if p.Band != "" {
			bands = append(bands, p.Band+" "+string(p.Quantity.AppendNumber(nil)))
		}
	}
	note := func(l explain.Label, text string) { out += r.Fill(textSemicolon) + r.Fill(l, text) }
	if len(tiers) > 0 {
		note(textTiers, strings.Join(tiers, "+"))
	}
	if len(bands) > 0 {
		note(textBands, strings.Join(bands, " + "))
	}
	if estimated(m) {
		note(textOnEstimate, m.Charge.Last().String())
	}
	if m.Estimated.Sign() != 0 {
		note(textLessEstimate, cli.Grouped(m.Estimated))
	}
	return out
}

// estimated reports whether a line was charged on an estimate.
func estimated(m *billing.Metered) bool {
	for _, s := range m.Readings {
		if s.Source == meter.Estimated {
			return true
		}
	}
	return false
}

// share writes which part of a cost a line is, and what a lease says of it.
func (r *report) share(s *billing.Share) string {
	out := r.Fill(textShareOf, cli.Grouped(s.Total), weights(s.Weights))
	if s.Terms == nil {
		return out
	}
	label := textTenantPart
	if s.Terms.Owner {
		label = textOwnerPart
	}
	limit := r.Fill(textNoCap)
	if s.Terms.Cap != nil {
		limit = cli.Grouped(*s.Terms.Cap)
	}
	return out + r.Fill(textSemicolon) + r.Fill(label, cli.Grouped(s.Share), cli.Grouped(s.Terms.Base), limit)
}

// derivations writes how every line of a unit came about.
func (r *report) derivations(code string) {
	r.Section(textDerivations, code)
	for i := range r.months {
		for l := range r.months[i].lines() {
			if l.Unit != code {
				continue
			}
			fmt.Fprintln(r.Out)
			fmt.Fprintf(r.Out, "%s  %s\n", monthName(r.months[i].period.Start), l.ID())
			r.Out.WriteString(indented(explain.Text(r.P, r.named(l.Why()))))
			if l.Facts.Metered != nil {
				r.Out.WriteString(indented(explain.Text(r.P, l.WhyUsage())))
			}
		}
	}
}
