package main

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// day is a day of a car park.
type day struct {
	lot     lot
	zone    *time.Location
	asOf    civil.Date
	pricers map[string]*parking.Pricer
	passes  map[string][]parking.MonthlyPass
	rows    []row // every row that was read
}

// row is a row of stays.csv and what became of it: a fee, final or so far, or an error.
type row struct {
	line   int
	cells  []string
	tariff string
	fee    parking.Fee
	err    error
}

// state is what became of a row.
type state string

const (
	priced   state = "priced"
	inside   state = "open"
	rejected state = "rejected"
)

func (r row) state() state {
	switch {
	case r.err != nil:
		return rejected
	case r.fee.Open:
		return inside
	default:
		return priced
	}
}

// of returns the rows of a state.
func (d *day) of(s state) []row {
	var out []row
	for _, r := range d.rows {
		if r.state() == s {
			out = append(out, r)
		}
	}
	return out
}

// add prices a row and keeps it, whatever comes of it.
func (d *day) add(line int, cells []string) {
	r := row{line: line, cells: slices.Clone(cells), tariff: cells[1]}
	r.fee, r.err = d.price(r)
	d.rows = append(d.rows, r)
}

func (d *day) price(r row) (parking.Fee, error) {
	card := r.cells[0]
	if slices.ContainsFunc(d.rows, func(o row) bool { return o.cells[0] == card }) {
		return parking.Fee{}, invalid.Value(errCardTwice, card)
	}
	p, ok := d.pricers[r.tariff]
	if !ok {
		return parking.Fee{}, invalid.Value(errNoTariff, r.tariff)
	}
	s, err := d.parseStay(r.cells)
	if err != nil {
		return parking.Fee{}, err
	}
	f, err := p.FeeAt(s, d.asOf.AddDays(1).In(d.zone), d.passes[s.Plate]...)
	if err != nil {
		return f, err
	}
	return f, f.Verify()
}

// choose returns the row that is explained: the card asked for, or the stay with the most parts.
func (d *day) choose(card string) (*row, error) {
	var best *row
	for i := range d.rows {
		r := &d.rows[i]
		switch {
		case card != "" && r.cells[0] == card:
			return r, nil
		case card == "" && r.err == nil && (best == nil || parts(r.fee) > parts(best.fee)):
			best = r
		}
	}
	if card != "" {
		return nil, invalid.Value(errNoCard, card)
	}
	return best, nil
}

func parts(f parking.Fee) int {
	n := 0
	for _, s := range f.Spans {
		n += len(s.Parts)
	}
	return n
}
