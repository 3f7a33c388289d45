package main

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// year is the months of a year, each billed by itself with what was known at its end.
type year struct {
	in     estate.Estate
	period civil.Period
	log    *meter.Log
	months []month
}

// month is what one run comes to.
type month struct {
	period     civil.Period
	bills      []billing.Bill
	held       []billing.Bill
	statements []billing.Statement
	losses     []loss
}

// loss is what a master meter lost in a month, or why that cannot be told.
type loss struct {
	meter.Loss
	err error
}

// billYear bills months one by one. Every bill and statement is computed again from what it says, and
// every derivation replayed.
func billYear(in estate.Estate, months civil.Period) (*year, error) {
	log, err := meter.Compile(in.Facts.Meters, in.Facts.Readings)
	if err != nil {
		return nil, err
	}
	y := &year{in: in, period: months, log: log}
	for start := months.Start; start < months.End; start = start.NextMonth() {
		m, err := y.bill(civil.Period{Start: start, End: start.NextMonth()})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", monthName(start), err)
		}
		y.months = append(y.months, m)
	}
	return y, nil
}

func (y *year) bill(period civil.Period) (month, error) {
	m := month{period: period}
	run, err := billing.Prepare(y.in.Register, y.in.Book, y.in.Facts, period)
	if err != nil {
		return m, err
	}
	for b, err := range run.Bills(0, run.Len()) {
		if err != nil {
			m.held = append(m.held, b)
			continue
		}
		m.bills = append(m.bills, b)
		if err := errors.Join(billing.Verify(b), b.Why().Check()); err != nil {
			return m, err
		}
	}
	for s := range run.Statements() {
		m.statements = append(m.statements, s)
		if err := s.Verify(); err != nil {
			return m, err
		}
	}
	m.losses = y.losses(period)
	return m, nil
}

// losses returns the losses of all master meters.
func (y *year) losses(days civil.Period) []loss {
	var out []loss
	for r := range meter.Ref(y.log.Len()) {
		for range y.log.Children(r) {
			lost, err := y.log.Loss(r, days, days.End)
			if err != nil {
				lost.Master, lost.Period = y.log.Code(r), days
			}
			out = append(out, loss{lost, err})
			break
		}
	}
	return out
}

// lines yields the lines of a month's bills.
func (m *month) lines() iter.Seq[*billing.Line] {
	return func(yield func(*billing.Line) bool) {
		for i := range m.bills {
			for k := range m.bills[i].Lines {
				if !yield(&m.bills[i].Lines[k]) {
					return
				}
			}
		}
	}
}

// holds returns why a month holds a unit; nil if it does not.
func (m *month) holds(unit string) *billing.Bill {
	i := slices.IndexFunc(m.held, func(b billing.Bill) bool { return b.Unit == unit })
	if i < 0 {
		return nil
	}
	return &m.held[i]
}

// isHeld reports whether a unit is held in any month.
func (y *year) isHeld(unit string) bool {
	return slices.ContainsFunc(y.months, func(m month) bool { return m.holds(unit) != nil })
}

// replaced returns what earlier months charged on estimates for the days of a metered charge; it is
// given of the charge's first line only.
func (y *year) replaced(at int, l *billing.Line) measure.Quantity {
	now := l.Facts.Metered
	sum := measure.NewQuantity(0, now.Usage.Unit())
	if l.Period.Start != now.Charge.Start {
		return sum
	}
	for i := range y.months[:at] {
		for old := range y.months[i].lines() {
			m := old.Facts.Metered
			if m != nil && m.Meter == now.Meter && m.Charge.Start >= now.Charge.Start && m.Charge.End <= now.Charge.End {
				sum = measure.NewQuantity(sum.Units()+m.Usage.Units(), sum.Unit())
			}
		}
	}
	return sum
}

// monthName writes a month as YYYY-MM.
func monthName(d civil.Date) string { return d.String()[:len("2006-01")] }
