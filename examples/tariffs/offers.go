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
	r.section(textAhead, r.in.Register.Code(u))
	var tariffs []billing.Tariff
	for _, o := range r.offering() {
		if o.units.Has(u) {
			tariffs = append(tariffs, o.Tariff)
		}
	}
	if len(tariffs) == 0 {
		r.say(textNoOffer)
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
	t.Add(r.fill(textFee), r.fill(textTime), r.fill(textOffer), r.fill(textFull), r.fill(textAsked), r.fill(textSaved))
	var problems []string
	for _, tariff := range tariffs {
		for _, o := range tariff.Reliefs.Prepayment.Offers {
			p, err := r.plan(u, tariff, o)
			if err != nil {
				problems = append(problems, r.fill(textNote, r.fee(tariff.Code), r.problem(err)))
				continue
			}
			saved, err := p.full.Sub(p.paid.Total)
			if err != nil {
				return false, best, err
			}
			t.Add(r.fee(tariff.Code), r.days(p.paid.Period), r.terms(o), grouped(p.full), grouped(p.paid.Total), grouped(saved))
			wanted := r.months == 0 || r.months == o.Months
			if wanted && (!shown || o.Months > best.offer.Months) {
				shown, best = true, p
			}
		}
	}
	if len(problems) < offersOf(tariffs) {
		r.out.WriteString(t.String())
	}
	for _, text := range slices.Compact(problems) { // those of one tariff are often the same
		fmt.Fprintf(r.out, "  * %s\n", text)
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
			out[i] = f.Text(r.p)
		}
		return strings.Join(out, "; ")
	case errors.As(err, &one):
		return one.Text(r.p)
	default:
		return err.Error()
	}
}

// terms writes an offer.
func (r *report) terms(o billing.PrepaymentOffer) string {
	if o.Gift > 0 {
		return r.fill(textGift, strconv.Itoa(o.Months-o.Gift), strconv.Itoa(o.Gift))
	}
	return r.fill(textFactor, strconv.Itoa(o.Months), o.Factor.Shift(2).String())
}

// schedule writes the months of a plan as they will be billed.
func (r *report) schedule(p plan) error {
	instalments, err := p.schedule()
	if err != nil {
		return err
	}
	r.section(textSchedule, r.fee(p.tariff.Code), r.terms(p.offer), grouped(p.paid.Total))
	t := cli.Table{Right: []bool{true, false, true, true, true}}
	t.Add(r.fill(textNumber), r.fill(textTime), r.fill(textNet), r.fill(textTax), r.fill(textTotal))
	start := p.paid.Period.Start
	for k, i := range instalments {
		gross, net, tax, err := amounts(i, p.lines[0])
		if err != nil {
			return err
		}
		month := civil.Period{Start: civil.MonthsFrom(start, k), End: civil.MonthsFrom(start, k+1)}
		t.Add(strconv.Itoa(k+1), r.days(month), grouped(net), grouped(tax), grouped(gross))
	}
	r.out.WriteString(t.String())
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
	r.section(textRefund, ended.AddDays(-1).String())
	t := cli.Table{Right: []bool{false, true, true, true}}
	t.Add(r.fill(textWay), r.fill(textPaid), r.fill(textServed), r.fill(textBack))
	for _, way := range []struct {
		name explain.Label
		billing.Refund
	}{{textProportion, inProportion}, {textWithdrawnWay, withdrawn}} {
		t.Add(r.fill(way.name), grouped(way.Paid), grouped(way.Served), grouped(way.Amount))
	}
	r.out.WriteString(t.String())
	for _, way := range []billing.Refund{inProportion, withdrawn} {
		if way.Months == 0 && len(way.Lines) == 0 {
			continue // nothing was served: there is nothing to derive
		}
		why := way.Why()
		if err := why.Check(); err != nil {
			return err
		}
		fmt.Fprint(r.out, explain.Text(r.p, why))
	}
	return nil
}
