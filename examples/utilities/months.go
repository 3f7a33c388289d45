package main

import (
	"maps"
	"slices"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// sums is what a tariff comes to in a month.
type sums struct {
	lines  int
	used   *measure.Quantity // nil: not by usage
	amount money.Sum
}

// use adds a usage. Those of one tariff have one unit.
func (s *sums) use(q measure.Quantity) error {
	if s.used == nil {
		s.used = &q
		return nil
	}
	sum, err := s.used.Add(q)
	s.used = &sum
	return err
}

// total adds net and tax of a line.
func (s *sums) add(l *billing.Line) {
	s.lines++
	s.amount.Add(l.Net)
	s.amount.Add(l.Tax)
}

// byFee returns what each tariff comes to in a month. The usage of a metered one is what was not
// charged before on estimates, that of a shared one what its costs used.
func (y *year) byFee(at int) (map[string]*sums, error) {
	m := &y.months[at]
	out := map[string]*sums{}
	of := func(code string) *sums {
		if out[code] == nil {
			out[code] = &sums{}
		}
		return out[code]
	}
	for l := range m.lines() {
		s := of(l.Tariff)
		s.add(l)
		if l.Facts.Metered == nil {
			continue
		}
		if err := s.use(measure.NewQuantity(y.net(at, l), l.Facts.Metered.Usage.Unit())); err != nil {
			return nil, err
		}
	}
	for _, s := range m.statements {
		if q, ok := s.Usage(); ok && len(s.Held) == 0 {
			if err := of(s.Tariff).use(q); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// net returns the usage of a metered line without what was charged before on estimates, in
// ten-thousandths.
func (y *year) net(at int, l *billing.Line) int64 {
	return l.Facts.Metered.Usage.Units() - y.replaced(at, l).Units()
}

// month writes what a month comes to, and what it holds.
func (r *report) month(at int) error {
	m := &r.months[at]
	r.Section(textMonth, monthName(m.period.Start), cli.Count(len(m.bills)), cli.Count(len(m.held)))
	fees, err := r.byFee(at)
	if err != nil {
		return err
	}
	t := cli.Table{Right: []bool{false, true, true, true}}
	r.head(&t, textFee, textLines, textUsage, textAmount)
	var whole sums
	for _, code := range slices.Sorted(maps.Keys(fees)) {
		s := fees[code]
		amount, err := s.amount.Total()
		if err != nil {
			return err
		}
		used := ""
		if s.used != nil {
			used = s.used.String()
		}
		cell := cli.Grouped(amount)
		if s.lines == 0 { // all of it is held
			cell = ""
		}
		t.Add(r.fee(code), cli.Count(s.lines), used, cell)
		whole.lines += s.lines
		whole.amount.Add(amount)
	}
	total, err := whole.amount.Total()
	if err != nil {
		return err
	}
	t.Add(r.Fill(textTotal), cli.Count(whole.lines), "", cli.Grouped(total))
	r.table(&t)
	for _, b := range m.held {
		r.Say(textHeldUnit, b.Unit, r.reasons(b.Held))
	}
	for _, s := range m.statements {
		if len(s.Held) > 0 {
			r.Say(textHeldCost, r.fee(s.Tariff), s.Cost, r.reasons(s.Held))
		}
	}
	return nil
}
