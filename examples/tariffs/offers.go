package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// prepayments writes what the unit may pay ahead, one offer month by month, and what would be
// paid back of it.
func (r *report) prepayments(u property.Ref) error {
	r.Section(textAhead, r.in.Register.Code(u))
	var tariffs []billing.Tariff
	for _, o := range r.offering() {
		if o.units.Has(u) {
			tariffs = append(tariffs, o.Tariff)
		}
	}
	if len(tariffs) == 0 {
		r.Say(textNoOffer)
		return nil
	}
	shown, plans, err := r.offers(u, tariffs)
	if err != nil {
		return err
	}
	if !shown {
		if r.months != 0 {
			return fmt.Errorf("-months %d: unit %s has no such offer", r.months, r.in.Register.Code(u))
		}
		return nil
	}
	if err := r.schedule(plans); err != nil {
		return err
	}
	return r.refunds(u, plans)
}

// offers writes a table of the offers and returns the one to show: the longest, or that of the
// length asked for.
func (r *report) offers(u property.Ref, tariffs []billing.Tariff) (shown bool, best plan, err error) {
	t := cli.Table{Right: []bool{false, false, false, true, true, true}}
	t.Add(r.Fill(textFee), r.Fill(textTime), r.Fill(textOffer), r.Fill(textFull), r.Fill(textAsked), r.Fill(textSaved))
	var problems []string
	for _, tariff := range tariffs {
		for _, o := range tariff.Reliefs.Prepayment.Offers {
			p, err := r.plan(u, tariff, o)
			if err != nil {
				problems = append(problems, r.Fill(textNote, r.fee(tariff.Code), r.problem(err)))
				continue
			}
			saved, err := p.full.Sub(p.paid.Total)
			if err != nil {
				return false, best, err
			}
			t.Add(r.fee(tariff.Code), r.days(p.paid.Period), r.terms(o), cli.Grouped(p.full), cli.Grouped(p.paid.Total), cli.Grouped(saved))
			wanted := r.months == 0 || r.months == o.Months
			if wanted && (!shown || o.Months > best.offer.Months) {
				shown, best = true, p
			}
		}
	}
	if len(problems) < offersOf(tariffs) {
		r.Out.WriteString(t.String())
	}
	for _, text := range slices.Compact(problems) { // those of one tariff are often the same
		fmt.Fprintf(r.Out, "  * %s\n", text)
	}
	return shown, best, nil
}

func offersOf(tariffs []billing.Tariff) int {
	n := 0
	for _, t := range tariffs {
		n += len(t.Reliefs.Prepayment.Offers)
	}
	return n
}

// problem says in the report's language why an offer cannot be worked out.
func (r *report) problem(err error) string {
	var all *invalid.Error
	var one *invalid.FieldError
	switch {
	case errors.As(err, &all):
		out := make([]string, len(all.Fields))
		for i, f := range all.Fields {
			out[i] = f.Text(r.P)
		}
		return strings.Join(out, "; ")
	case errors.As(err, &one):
		return one.Text(r.P)
	default:
		return err.Error()
	}
}

// terms writes an offer.
func (r *report) terms(o billing.PrepaymentOffer) string {
	if o.Gift > 0 {
		return r.Fill(textGift, strconv.Itoa(o.Months-o.Gift), strconv.Itoa(o.Gift))
	}
	return r.Fill(textFactor, strconv.Itoa(o.Months), o.Factor.Shift(2).String())
}

// schedule writes the months of a plan as they will be billed.
func (r *report) schedule(p plan) error {
	instalments, err := p.schedule()
	if err != nil {
		return err
	}
	r.Section(textSchedule, r.fee(p.tariff.Code), r.terms(p.offer), cli.Grouped(p.paid.Total))
	t := cli.Table{Right: []bool{true, false, true, true, true}}
	t.Add(r.Fill(textNumber), r.Fill(textTime), r.Fill(textNet), r.Fill(textTax), r.Fill(textTotal))
	start := p.paid.Period.Start
	for k, i := range instalments {
		gross, net, tax, err := amounts(i, p.lines[0])
		if err != nil {
			return err
		}
		month := civil.Period{Start: civil.MonthsFrom(start, k), End: civil.MonthsFrom(start, k+1)}
		t.Add(strconv.Itoa(k+1), r.days(month), cli.Grouped(net), cli.Grouped(tax), cli.Grouped(gross))
	}
	r.Out.WriteString(t.String())
	return nil
}

// amounts returns what a month comes to with its tax, before tax, and the tax.
func amounts(i billing.Instalment, l billing.Line) (gross, net, tax money.Amount, err error) {
	if gross, net, err = i.Amounts(); err != nil {
		return
	}
	if l.TaxMode != billing.TaxExclusive {
		tax, err = gross.Sub(net)
		return
	}
	if tax, err = money.TaxOn(net, l.TaxRate); err != nil {
		return
	}
	gross, err = net.Add(tax)
	return
}

// refunds writes what would be paid back if the service ended on a day: in proportion, and if the
// offer is withdrawn.
func (r *report) refunds(u property.Ref, p plan) error {
	ended := r.ended
	if ended.IsZero() {
		ended = p.ended()
	}
	inProportion, err := p.paid.Refund(ended)
	if err != nil {
		return err
	}
	withdrawn, err := r.withdrawn(u, p, ended)
	if err != nil {
		return err
	}
	r.Section(textRefund, ended.AddDays(-1).String())
	t := cli.Table{Right: []bool{false, true, true, true}}
	t.Add(r.Fill(textWay), r.Fill(textPaid), r.Fill(textServed), r.Fill(textBack))
	for _, way := range []struct {
		name explain.Label
		billing.Refund
	}{{textProportion, inProportion}, {textWithdrawnWay, withdrawn}} {
		t.Add(r.Fill(way.name), cli.Grouped(way.Paid), cli.Grouped(way.Served), cli.Grouped(way.Amount))
	}
	r.Out.WriteString(t.String())
	for _, way := range []billing.Refund{inProportion, withdrawn} {
		if way.Months == 0 && len(way.Lines) == 0 {
			continue // nothing was served: there is nothing to derive
		}
		why := way.Why()
		if err := why.Check(); err != nil {
			return err
		}
		fmt.Fprint(r.Out, explain.Text(r.P, why))
	}
	return nil
}
