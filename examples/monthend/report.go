package main

import (
	"cmp"
	"time"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/money"
)

// report gathers what a run comes to.
type report struct {
	run     *billing.Run
	p       *message.Printer
	explain string            // the unit asked for, "" for the most interesting bill
	fees    map[string]string // the tariffs' names

	currency             money.Currency
	billed, bills, lines int
	lastUnit             string
	total                sums
	byFee                map[string]*sums
	byKind               map[string]*sums
	byDue                map[string]*sums // by the day it is to be paid
	byPlace              map[string]*sums
	byPayer              map[string]*sums
	payers               map[string][]property.Holder // by key
	held                 []billing.Bill
	chosen               []billing.Bill
	interest             int
	unverified           error
	took                 time.Duration
}

// sums adds up lines.
type sums struct {
	lines    int
	net, tax money.Sum
}

func (s *sums) add(l *billing.Line) {
	s.lines++
	s.net.Add(l.Net)
	s.tax.Add(l.Tax)
}

// total returns net, tax and both together.
func (s *sums) total() (net, tax, all money.Amount, err error) {
	if net, err = s.net.Total(); err != nil {
		return
	}
	if tax, err = s.tax.Total(); err != nil {
		return
	}
	all, err = net.Add(tax)
	return
}

func newReport(run *billing.Run, p *message.Printer, unit string) *report {
	r := &report{run: run, p: p, explain: unit, fees: map[string]string{}, payers: map[string][]property.Holder{}}
	r.byFee, r.byKind, r.byDue = map[string]*sums{}, map[string]*sums{}, map[string]*sums{}
	r.byPlace, r.byPayer = map[string]*sums{}, map[string]*sums{}
	book := run.Book()
	for _, t := range book.Tariffs {
		r.fees[t.Code] = t.Name
	}
	r.currency = book.Currency
	return r
}

// fee returns the name of a tariff, or its code where it has none: that of a claim from outside
// the tariffs, or of the rounding of a total.
func (r *report) fee(code string) string { return cmp.Or(r.fees[code], code) }

func into(m map[string]*sums, key string) *sums {
	s := m[key]
	if s == nil {
		s = &sums{}
		m[key] = s
	}
	return s
}

// add takes in one bill; err is the run's word on it and stands in the bill as well.
func (r *report) add(b billing.Bill, err error) {
	if err != nil {
		r.held = append(r.held, b)
		if b.Unit == r.explain {
			r.chosen = append(r.chosen, b)
		}
		return
	}
	r.bills++
	r.lines += len(b.Lines)
	if b.Unit != r.lastUnit {
		r.billed++
		r.lastUnit = b.Unit
	}
	place := ""
	if u, ok := r.run.Register().Find(b.Unit); ok {
		place = r.run.Register().Building(u)
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		r.total.add(l)
		into(r.byFee, l.Tariff).add(l)
		into(r.byKind, l.Facts.Kind()).add(l)
		into(r.byDue, r.run.DueOn(*l).String()).add(l)
		into(r.byPlace, place).add(l)
		into(r.byPayer, b.Payer).add(l)
	}
	r.payers[b.Payer] = b.Payers
	r.choose(b)
	if err := check(b); err != nil && r.unverified == nil {
		r.unverified = err
	}
}

// check computes a bill again from what its lines keep, and replays its derivation.
func check(b billing.Bill) error {
	if err := billing.Verify(b); err != nil {
		return err
	}
	return b.Why().Check()
}

// choose keeps the bills of the unit asked for, or the bill with the most to tell: several
// stretches of one charge, several payers, someone who answers besides the payer.
func (r *report) choose(b billing.Bill) {
	if r.explain != "" {
		if b.Unit == r.explain {
			r.chosen = append(r.chosen, b)
		}
		return
	}
	charges := map[string]int{}
	for _, l := range b.Lines {
		charges[l.ChargeID()]++
	}
	interest := 1 + 3*(len(b.Lines)-len(charges)) + 2*(len(b.Payers)-1) + len(b.Liable) - len(b.Payers)
	if interest > r.interest {
		r.interest, r.chosen = interest, []billing.Bill{b}
	}
}

func (r *report) verify() error { return r.unverified }
