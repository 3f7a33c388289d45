package billing_test

import (
	"encoding/json"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// changed returns the documents with one to three random changes that Prepare accepts.
func (d dice) changed(s slow) slow {
	for {
		out := slow{copied(s.estate), copied(s.book), copied(s.facts), s.period}
		for range 1 + d.IntN(3) {
			d.change(&out)
		}
		reg, err := out.estate.Build()
		if err != nil {
			continue
		}
		if _, err := billing.Prepare(reg, out.book, out.facts, out.period); err == nil {
			return out
		}
	}
}

// copied returns a document that shares nothing with the original.
func copied[T any](doc T) T {
	data, err := json.Marshal(doc)
	if err != nil {
		panic(err)
	}
	var out T
	if err := json.Unmarshal(data, &out); err != nil {
		panic(err)
	}
	return out
}

// change makes one change, one that may be refused.
func (d dice) change(s *slow) {
	switch d.IntN(3) {
	case 0:
		d.changeEstate(s)
	case 1:
		d.changeTariff(s, &s.book.Tariffs[d.IntN(len(s.book.Tariffs))])
	default:
		d.changeFacts(s)
	}
}

func (d dice) changeEstate(s *slow) {
	u := &s.estate.Units[d.IntN(len(s.estate.Units))]
	n := &property.Tenancy{}
	if len(s.estate.Tenancies) > 0 {
		n = &s.estate.Tenancies[d.IntN(len(s.estate.Tenancies))]
	}
	switch d.IntN(11) {
	case 0:
		u.Areas = civil.Always(d.area())
	case 1:
		u.DeliveredOn = d.day(s.period)
	case 2:
		u.Spaces++
	case 3:
		u.Floor = of(d, 1, 2, 3, 4)
	case 4:
		u.DefaultPayer = of(d, "", "A", "D")
	case 5:
		n.Holders = d.holders()
	case 6:
		n.Term.End = d.day(s.period)
	case 7:
		n.Pays = of(d, nil, []string{"pm"}, []string{"*"})
	case 8:
		n.Agreed = d.agreed(s, n.Term)
	case 9:
		d.moves(s, n)
	case 10:
		s.estate.Parties[0].Name += "先生" // changes nothing
	}
}

func (d dice) changeTariff(s *slow, t *billing.Tariff) {
	switch d.IntN(12) {
	case 0:
		if len(t.Prices) > 0 {
			t.Prices = d.prices(s, t.Basis)
		}
	case 1:
		for i := range t.Prices {
			t.Prices[i].Value.Source = "重印" // changes nothing
		}
	case 2:
		t.Tax = d.tax(s)
	case 3:
		t.Proration = d.proration()
	case 4:
		t.Rounding = d.rounding(s)
	case 5:
		t.Payer = property.PayerRule(d.IntN(5))
	case 6:
		t.State = of(d, billing.InForce, billing.Withdrawn)
	case 7:
		t.Reliefs = d.reliefs()
	case 8:
		t.AppliesTo = d.scope(s)
	case 9:
		s.book.Totals = &billing.Totals{Of: billing.TotalOf(d.IntN(3)), Rounding: d.rounding(s)}
	case 10:
		s.book.Totals = nil
	case 11:
		t.ClaimedOnly = !t.ClaimedOnly
	}
	d.fit(t)
}

func (d dice) changeFacts(s *slow) {
	f := &s.facts
	switch d.IntN(17) {
	case 0:
		f.AsOf = d.asOf(s)
	case 1:
		f.Vacancies = append(f.Vacancies, d.vacancy(s))
	case 2:
		f.Vacancies = without(d, f.Vacancies)
	case 3:
		f.Gifts = append(f.Gifts, d.gift(s))
	case 4:
		f.Gifts = without(d, f.Gifts)
	case 5:
		if p, ok := d.prepayment(s); ok {
			f.Prepayments = append(f.Prepayments, p)
		}
	case 6:
		f.Prepayments = without(d, f.Prepayments)
	case 7:
		f.Claims = append(f.Claims, d.claim(s, "X-"+decimal.NewFromInt(d.Int64N(1000)).String()))
	case 8:
		f.Claims = without(d, f.Claims)
	case 9:
		f.Holds = []billing.Hold{{Unit: d.someUnit(s), Reason: "异议"}}
	case 10:
		f.Holds = nil
	case 11:
		f.Policies = d.policies(s)
	case 12:
		f.Policies[0].Source = "重印" // changes nothing
	case 13:
		if stop, ok := d.suspension(s); ok {
			f.Suspensions = append(f.Suspensions, stop)
		}
	case 14:
		f.Suspensions = without(d, f.Suspensions)
	case 15:
		if fault, ok := d.heatFault(s); ok {
			f.HeatFaults = append(f.HeatFaults, fault)
		}
	case 16:
		f.HeatFaults = without(d, f.HeatFaults)
	}
}

// without returns a list without one of its elements.
func without[T any](d dice, list []T) []T {
	if len(list) == 0 {
		return nil
	}
	i := d.IntN(len(list))
	return append(append([]T(nil), list[:i]...), list[i+1:]...)
}
