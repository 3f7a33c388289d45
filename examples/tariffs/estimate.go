package main

import (
	"errors"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property"
)

// estimated is what one unit, or the estate, will be charged.
type estimated struct {
	unit string // "" for the estate
	billing.Estimate
}

// estimates writes what the unit and the estate come to in the year, by fee.
func (r *report) estimates(run *billing.Run, u property.Ref) ([]estimated, error) {
	code := r.in.Register.Code(u)
	var out []estimated
	for _, part := range []struct {
		unit   string
		lo, hi property.Ref
	}{{code, u, u + 1}, {"", 0, run.Len()}} {
		e, err := run.Estimate(part.lo, min(part.hi, run.Len()))
		if err != nil && (e.Held == 0 || errors.Is(err, billing.ErrSumTooLarge)) {
			return nil, err
		}
		if part.unit != "" {
			r.Section(textOfUnit, part.unit, r.days(r.year))
		} else {
			r.Section(textOfEstate, r.days(r.year), cli.Count(e.Billed), cli.Count(e.Held), cli.Count(e.OutOfScope))
		}
		if err := r.estimate(e); err != nil {
			return nil, err
		}
		if e.Held > 0 {
			r.Say(textHeld, r.list(held(run, part.lo, part.hi)))
		}
		out = append(out, estimated{part.unit, e})
	}
	return out, nil
}

// held returns the codes of the units that are not billed.
func held(run *billing.Run, lo, hi property.Ref) []string {
	var out []string
	for b, err := range run.Bills(lo, hi) {
		if err != nil {
			out = append(out, b.Unit)
		}
	}
	return out
}

func (r *report) estimate(e billing.Estimate) error {
	if e.Lines == 0 {
		r.Say(textNothing)
		return nil
	}
	t := cli.Table{Right: []bool{false, true, true, true, true}}
	t.Add(r.Fill(textFee), r.Fill(textLines), r.Fill(textNet), r.Fill(textTax), r.Fill(textTotal))
	for _, s := range e.Tariffs {
		total, err := s.Net.Add(s.Tax)
		if err != nil {
			return err
		}
		t.Add(r.fee(s.Tariff), cli.Count(s.Lines), cli.Grouped(s.Net), cli.Grouped(s.Tax), cli.Grouped(total))
	}
	if len(e.Tariffs) > 1 {
		t.Add(r.Fill(textTotal), cli.Count(e.Lines), cli.Grouped(e.Net), cli.Grouped(e.Tax), cli.Grouped(e.Total))
	}
	r.Out.WriteString(t.String())
	return nil
}
