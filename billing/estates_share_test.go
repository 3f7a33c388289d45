package billing_test

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// sharing makes an estate with costs to be shared and charges by formula, beside the tariffs of
// [dice.documents]; some cannot be shared, and some units cannot be charged.
func (d dice) sharing() slowSharing {
	s := slowSharing{slow: d.documents()}
	if d.one(2) {
		s.book.Tariffs = nil
		s.facts = billing.Facts{Policies: s.facts.Policies, AsOf: s.facts.AsOf}
	}
	s.facts.Holds = nil
	for i := range s.estate.Units {
		if u := &s.estate.Units[i]; u.Building != "" && d.one(2) {
			u.Entrance = of(d, "1", "2")
		}
	}
	d.commonMeters(&s)
	for i := range 1 + d.IntN(2) {
		s.more = append(s.more, d.sharedTariff(&s, fmt.Sprintf("%s%d", of(d, "light", "公摊", "zz"), i)))
	}
	for i := range d.IntN(3) {
		s.more = append(s.more, d.formulaTariff(&s, fmt.Sprintf("%s%d", of(d, "pump", "kk"), i)))
	}
	d.headcounts(&s)
	d.values(&s)
	for i := range 1 + d.IntN(4) {
		s.ours.Costs = append(s.ours.Costs, d.cost(&s, fmt.Sprintf("K-%d", d.IntN(10)*10+i)))
	}
	d.shareTerms(&s)
	return s
}

// commonMeters are read on the first day there is and at the end of every month.
func (d dice) commonMeters(s *slowSharing) {
	first := s.period.Start.AddMonths(-30)
	last := s.period.End.AddMonths(14) // charges in advance
	for i := range 2 {
		m := evenMeter{fmt.Sprintf("公表%d", i), 1 + d.Int64N(of(d, int64(3), 90_000, 90_000_000))}
		s.used = append(s.used, m)
		s.ours.Meters = append(s.ours.Meters, meter.Meter{
			Code: m.code, Kind: "electricity", Measures: measure.MustParseUnit("kWh"), Devices: []meter.Device{{Installed: first}},
		})
		for on := first.AddMonths(1); on <= last; on = on.AddMonths(1) {
			days := int64(on - first)
			s.ours.Readings = append(s.ours.Readings, meter.Reading{
				Meter: m.code, On: on.AddDays(-1), Value: measure.NewQuantity(m.daily*days, measure.Unit{}), Source: meter.Manual,
			})
		}
	}
}

func (d dice) sharedTariff(s *slowSharing, code string) billing.Tariff {
	t := billing.Tariff{
		Code: code, State: billing.InForce, AppliesTo: d.anyScope(&s.slow), Payer: property.PayerRule(d.IntN(5)), Tax: d.tax(&s.slow),
		Basis: billing.Basis{Shared: &billing.SharedBasis{Remainder: billing.RemainderRule(d.IntN(5))}},
	}
	if d.one(3) {
		t.Rounding = d.rounding(&s.slow)
	}
	if !d.one(4) {
		t.Prices = d.prices(&s.slow, billing.Basis{Fixed: &billing.FixedBasis{}})
		if !d.one(4) {
			t.Prices[0].From, t.Prices[len(t.Prices)-1].To = 0, 0
		}
	}
	if d.one(6) {
		return t
	}
	left := int64(1_000_000)
	for range d.IntN(3) {
		part := 1 + d.Int64N(left-10)
		left -= part
		t.Basis.Shared.Weights = append(t.Basis.Shared.Weights, billing.ShareWeight{Part: decimal.New(part, -6), By: d.shareBy(s)})
	}
	t.Basis.Shared.Weights = append(t.Basis.Shared.Weights, billing.ShareWeight{Part: decimal.New(left, -6), By: d.shareBy(s)})
	return t
}

func (d dice) anyScope(s *slow) property.Scope {
	switch d.IntN(12) {
	case 0:
		return property.Scope{Floors: &property.FloorRange{From: -2, To: of(d, -1, 1, 3)}}
	case 1:
		return property.Scope{All: true, ExceptUses: []property.Use{property.Parking}}
	case 2:
		return property.Scope{Uses: []property.Use{property.Dwelling, property.Shop}}
	case 3:
		return property.Scope{Units: []string{d.someUnit(s), s.estate.Units[0].Code}}
	case 4:
		return property.Scope{Buildings: []string{"1"}}
	case 5:
		for _, u := range s.estate.Units {
			if u.Entrance != "" {
				return property.Scope{Buildings: []string{"1"}, Entrances: []string{u.Entrance}}
			}
		}
	}
	return property.Scope{All: true}
}

func (d dice) shareBy(s *slowSharing) billing.ShareBy {
	switch d.IntN(8) {
	case 0:
		return billing.ShareBy{Household: &billing.HouseholdShare{}}
	case 1:
		return billing.ShareBy{Headcount: &billing.HeadcountShare{}}
	case 2:
		return billing.ShareBy{Coefficient: &billing.CoefficientShare{Name: of(d, "", "", "X", "k系数")}}
	case 3:
		return billing.ShareBy{Floor: &billing.FloorShare{Floors: []billing.FloorWeight{
			{Floors: property.FloorRange{From: -2, To: 1}, Weight: decimal.New(d.Int64N(3), -1)},
			{Floors: property.FloorRange{From: 2, To: 9}, Weight: decimal.New(1+d.Int64N(30_000), -4)},
		}}}
	case 4:
		f := of(d, slices.DeleteFunc(slowFormulas(), slowFormula.priced)...) // a weight has no price
		return billing.ShareBy{Formula: d.formulaBasis(s, f)}
	default:
		return billing.ShareBy{Area: &billing.AreaBasis{Of: billing.AreaKind(d.IntN(3))}}
	}
}

func (d dice) formulaBasis(s *slowSharing, f slowFormula) *billing.FormulaBasis {
	b := &billing.FormulaBasis{Of: billing.AreaKind(d.IntN(3))}
	usage := "kWh"
	if d.one(4) {
		usage = "m3"
		b.Usage = measure.MustParseUnit(usage)
	}
	b.Text = f.in(s.slow, usage)
	for _, n := range f.names {
		if n.Unit == "$" {
			n.Unit = s.book.Currency.String()
		}
		b.Names = append(b.Names, n)
	}
	return b
}

func (d dice) formulaTariff(s *slowSharing, code string) billing.Tariff {
	f := of(d, slowFormulas()...)
	t := billing.Tariff{
		Code: code, State: billing.InForce, AppliesTo: d.anyScope(&s.slow), Payer: property.PayerRule(d.IntN(5)), Tax: d.tax(&s.slow),
		Basis: billing.Basis{Formula: d.formulaBasis(s, f)}, Cycle: d.cycle(&s.slow), Proration: d.proration(), ClaimedOnly: d.one(6), Reliefs: d.reliefs(),
	}
	d.fitSeason(&t)
	if d.one(3) {
		t.Rounding = d.rounding(&s.slow)
	}
	if !f.money || f.priced() {
		t.Prices = d.prices(&s.slow, t.Basis)
	}
	return t
}

func (d dice) headcounts(s *slowSharing) {
	for _, u := range s.estate.Units {
		if d.one(6) {
			continue
		}
		h := history(entry("", "", d.IntN(4)))
		for _, from := range d.days(s.period, d.IntN(3)) {
			h = append(h, civil.Entry[int]{From: from, Value: d.IntN(6)})
		}
		s.ours.Headcounts = append(s.ours.Headcounts, billing.Headcount{Unit: u.Code, Persons: h})
	}
}

// values are of units and of scopes, some for a time only, some of another unit than the formula's.
func (d dice) values(s *slowSharing) {
	units := map[string]string{"T": "kWh", "X": "", "H": "m", "附加费": s.book.Currency.String(), "per": s.book.Currency.String(), "k系数": ""}
	for _, name := range []string{"T", "X", "H", "附加费", "per", "k系数"} {
		number := func() *measure.Quantity {
			unit := units[name]
			if name == "T" && d.one(8) {
				unit = "m3"
			}
			q := measure.NewQuantity(d.Int64N(of(d, int64(30_000), 3_000_000_000)), measure.Unit{})
			if unit != "" {
				q = measure.NewQuantity(q.Units(), measure.MustParseUnit(unit))
			}
			return &q
		}
		for _, u := range s.estate.Units {
			if !d.one(3) {
				continue
			}
			v := billing.Value{Name: name, Unit: u.Code, Number: number()}
			if cut := d.day(s.period); d.one(2) {
				v.Period = civil.Period{Start: s.period.Start.AddMonths(-24), End: cut}
				if cut <= v.Period.Start {
					continue
				}
				then := v
				then.Period, then.Number = civil.Period{Start: cut}, number()
				s.ours.Values = append(s.ours.Values, then)
			}
			s.ours.Values = append(s.ours.Values, v)
		}
		if d.one(4) {
			sc := d.anyScope(&s.slow)
			s.ours.Values = append(s.ours.Values, billing.Value{Name: name, Scope: &sc, Number: number()})
		}
		if !d.one(12) {
			v := billing.Value{Name: name, Scope: &property.Scope{All: true}}
			if name == "T" && d.one(2) {
				v.Meter = of(d, "公表0", "公表1")
			} else {
				v.Number = number()
			}
			s.ours.Values = append(s.ours.Values, v)
		}
	}
}

func (d dice) cost(s *slowSharing, code string) billing.Cost {
	var shared []billing.Tariff
	for _, t := range s.more {
		if t.Basis.Shared != nil {
			shared = append(shared, t)
		}
	}
	c := billing.Cost{Code: code, Tariff: of(d, shared...).Code, Source: of(d, "", "账单")}
	t := s.tariff(c.Tariff)
	if d.one(2) {
		sc := d.anyScope(&s.slow)
		c.Scope = &sc
	}
	end := s.period.Start.AddMonths(1 + d.IntN(3))
	c.Period = civil.Period{Start: end.AddMonths(-1 - d.IntN(d.IntN(13)+1)), End: end}
	if d.one(4) {
		c.Period = civil.Period{Start: d.day(s.period), End: d.day(s.period)}
		if c.Period.End <= c.Period.Start {
			c.Period.End = c.Period.Start.AddDays(1 + d.IntN(50))
		}
	}
	switch first := s.ours.Readings[0].On.AddMonths(-1); {
	case len(t.Prices) == 0 || d.one(2):
		a := money.New(d.Int64N(of(d, int64(2), 20, 100_000, 1_000_000_000)), s.book.Currency)
		c.Of.Amount = &a
	case d.one(2) || c.Period.Start <= first || c.Period.End > s.period.End:
		q := measure.NewQuantity(d.Int64N(of(d, int64(20), 100_000, 10_000_000_000)), measure.MustParseUnit("kWh"))
		c.Of.Usage = &q
	default:
		c.Of.Meter = &billing.CommonMeter{Code: of(d, "公表0", "公表1")}
	}
	return c
}

// shareTerms are of leases on tariffs whose costs are for whole months.
func (d dice) shareTerms(s *slowSharing) {
	for _, u := range s.estate.Units {
		for _, t := range s.more {
			if t.Basis.Shared == nil || t.Payer == property.DefaultPays || !d.one(2) {
				continue
			}
			whole := true
			for _, c := range s.ours.Costs {
				whole = whole && (c.Tariff != t.Code || c.Period.Months() > 0)
			}
			if !whole {
				continue
			}
			digits := s.book.Currency.Digits()
			terms := billing.ShareTerms{Unit: u.Code, Tariff: t.Code, Period: civil.Period{Start: d.day(s.period).AddDays(-of(d, 0, 40, 400))}}
			if d.one(3) {
				terms.Period.End = terms.Period.Start.AddDays(1 + d.IntN(400))
			}
			if d.one(2) {
				terms.Base = decimal.New(d.Int64N(of(d, int64(200), 100_000)), -int32(digits))
			}
			if limit := decimal.New(d.Int64N(of(d, int64(200), 100_000)), -int32(digits)); terms.Base.IsZero() || d.one(2) {
				terms.Cap = &limit
			}
			if s.has(t.AppliesTo, u) { // others are refused
				s.ours.ShareTerms = append(s.ours.ShareTerms, terms)
			}
		}
	}
}

// shuffledSharing returns the same documents in another order; the values of scopes keep theirs.
func (d dice) shuffledSharing(s slowSharing) slowSharing {
	s.slow = d.shuffled(s.slow)
	s.more = shuffle(d, s.more)
	f := &s.ours
	f.Costs, f.ShareTerms, f.Headcounts = shuffle(d, f.Costs), shuffle(d, f.ShareTerms), shuffle(d, f.Headcounts)
	f.Meters, f.Readings = shuffle(d, f.Meters), shuffle(d, f.Readings)
	var own, scoped []billing.Value
	for _, v := range f.Values {
		if v.Unit != "" {
			own = append(own, v)
		} else {
			scoped = append(scoped, v)
		}
	}
	f.Values = append(shuffle(d, own), scoped...)
	return s
}
