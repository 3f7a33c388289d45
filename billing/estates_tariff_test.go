package billing_test

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

func (d dice) tariff(s *slow, code string) billing.Tariff {
	t := billing.Tariff{
		Code: code, State: billing.InForce, AppliesTo: d.scope(s), Payer: property.PayerRule(d.IntN(5)),
		Basis: d.basis(), Cycle: d.cycle(s), Proration: d.proration(), Tax: d.tax(s),
		ClaimedOnly: d.one(6), Reliefs: d.reliefs(),
	}
	if d.one(9) {
		t.State = billing.Withdrawn
	}
	if len(s.book.Charters) > 0 && d.one(2) {
		t.Charter = &billing.CharterVersion{Code: "章程", Version: of(d, "2020", "2024")}
	}
	if d.one(3) {
		t.Rounding = d.rounding(s)
	}
	switch code {
	case "rent":
		t.Basis = billing.Basis{Agreed: &billing.AgreedBasis{FromStart: d.one(2)}}
		if d.one(2) {
			t.Basis.Agreed.Area = &billing.AreaBasis{Of: billing.AreaKind(d.IntN(3))}
		}
	case "quote":
		t.Basis = billing.Basis{Quoted: &billing.QuotedBasis{}}
	}
	if d.one(4) && t.Basis.Quoted == nil {
		d.percent(s, &t)
	}
	d.fit(&t)
	if t.Basis.Agreed == nil && t.Basis.Quoted == nil {
		t.Prices = d.prices(s, t.Basis)
	}
	t.Ceiling = d.ceiling(s, t)
	return t
}

// fit takes away what does not go with the basis.
func (d dice) fit(t *billing.Tariff) {
	b := t.Basis
	if b.Percent != nil || b.Quoted != nil {
		t.Reliefs, t.Proration, t.ClaimedOnly = nil, billing.Proration{}, false
	}
	if b.Percent != nil || b.Agreed != nil {
		t.Payer = 0
	}
	if b.Quoted != nil {
		t.Cycle = nil
	}
	if b.Agreed != nil && t.Reliefs != nil {
		t.Reliefs.Prepayment = nil
	}
	d.fitSeason(t)
	if b.Agreed != nil && b.Agreed.FromStart && t.Cycle != nil {
		t.Cycle.Anchor = 0
	}
}

func (d dice) scope(s *slow) property.Scope {
	switch d.IntN(10) {
	case 0:
		return property.Scope{Uses: []property.Use{property.Shop}}
	case 1:
		return property.Scope{All: true, ExceptUnits: []string{s.estate.Units[0].Code}}
	case 2:
		return property.Scope{Buildings: []string{"1"}}
	case 3:
		return property.Scope{Floors: &property.FloorRange{From: -1, To: 2}}
	default:
		return property.Scope{All: true}
	}
}

func (d dice) basis() billing.Basis {
	area := &billing.AreaBasis{Of: billing.AreaKind(d.IntN(3))}
	switch d.IntN(9) {
	case 0:
		return billing.Basis{PerSpace: &billing.PerSpaceBasis{}}
	case 1:
		return billing.Basis{FloorTable: &billing.FloorTableBasis{}}
	case 2:
		return billing.Basis{FloorTable: &billing.FloorTableBasis{Area: area}}
	case 3:
		return billing.Basis{Agreed: &billing.AgreedBasis{FromStart: d.one(2)}}
	case 4:
		return billing.Basis{Fixed: &billing.FixedBasis{}}
	default:
		return billing.Basis{Area: area}
	}
}

// percent makes the tariff a percentage of one or more that are there, with their months.
func (d dice) percent(s *slow, t *billing.Tariff) {
	p := &billing.PercentBasis{}
	for _, base := range shuffle(d, s.book.Tariffs) {
		own := base.Basis.Quoted != nil || base.Basis.Agreed != nil && base.Basis.Agreed.FromStart
		if own || len(p.Of) > 0 && (!d.one(2) || !slowSameMonths(t.Cycle, base.Cycle)) {
			continue
		}
		if len(p.Of) == 0 {
			t.Cycle = base.Cycle
		}
		p.Of = append(p.Of, base.Code)
	}
	if len(p.Of) > 0 {
		t.Basis = billing.Basis{Percent: p}
	}
}

func slowSameMonths(a, b *billing.Cycle) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Season != nil && b.Season != nil {
		return *a.Season == *b.Season && a.Timing == b.Timing
	}
	return a.Season == b.Season && a.Every == b.Every && a.Anchor == b.Anchor && a.Timing == b.Timing
}

func (d dice) cycle(s *slow) *billing.Cycle {
	if d.one(2) {
		return nil
	}
	c := &billing.Cycle{Every: billing.CycleLength(of(d, 0, 1, 2, 2, 3, 4)), Timing: billing.PaymentTiming(d.IntN(3)), DueDays: d.IntN(60) - 20}
	if c.Timing != billing.Advance {
		c.DueDays = max(c.DueDays, 0) // the service comes first
	}
	if d.one(3) {
		c.Every, c.Season = 0, d.season(s)
		return c
	}
	if !d.one(4) {
		c.Anchor = civil.MustNew(s.period.Start.Year()-2+d.IntN(4), 1, 31).AddMonths(d.IntN(12))
		c.Anchor = c.Anchor.MonthStart().AddDays(d.IntN(c.Anchor.Day()))
	}
	return c
}

func (d dice) proration() billing.Proration {
	if d.one(3) {
		return billing.Proration{}
	}
	p := billing.Proration{
		Method: billing.ProrationMethod(d.IntN(8)), EntryDayFree: d.one(3), ExitDayFree: d.one(3),
	}
	if p.Method == billing.PerDay {
		return p
	}
	if d.one(3) || p.Method == billing.NextMonth {
		p.Exit = of(d, billing.ActualDays, billing.Thirty, billing.Year365, billing.HalfMonth, billing.WholeMonth)
	}
	if d.one(3) {
		p.Handover = billing.ProrationMethod(d.IntN(7))
	}
	if d.one(5) {
		p.HandoverPolicy = of(d, "handover", "nowhere")
	}
	return p
}

func (d dice) reliefs() *billing.Reliefs {
	if d.one(2) {
		return nil
	}
	r := &billing.Reliefs{}
	if d.one(2) {
		r.Vacancy = &billing.VacancyRelief{Start: billing.VacancyStart(d.IntN(4)), Unregistered: d.one(2)}
		if r.Vacancy.Unregistered && r.Vacancy.Start == billing.FromRegistration {
			r.Vacancy.Start = 0
		}
		if d.one(2) {
			r.Vacancy.Policy = of(d, "empty", "empty", "nowhere")
		} else {
			r.Vacancy.Charge, r.Vacancy.Months = decimal.New(1+d.Int64N(1_000_000), -6), d.IntN(8)
		}
	}
	d.heatingReliefs(r)
	if d.one(3) {
		r.Gift = &billing.GiftRelief{Months: 1 + d.IntN(12)}
	}
	if d.one(4) {
		r.Prepayment = &billing.PrepaymentTerms{Offers: []billing.PrepaymentOffer{{Months: 12, Gift: 1}}, MaxMonths: 12}
	}
	return r
}

// prices are without a gap, equal here and there, and begin and end in the run's time at times.
func (d dice) prices(s *slow, b billing.Basis) civil.History[billing.Rate] {
	out := civil.Always(d.rate(b))
	if d.one(4) {
		out[0].From = d.day(s.period)
	}
	for _, from := range d.days(s.period, d.IntN(3)) {
		if from <= out[len(out)-1].From {
			continue
		}
		p := d.rate(b)
		if before := out[len(out)-1].Value; d.one(3) {
			p.Price, p.Free, p.Floors = before.Price, before.Free, before.Floors
		}
		out = append(out, civil.Entry[billing.Rate]{From: from, Value: p})
	}
	if last := &out[len(out)-1]; d.one(4) {
		last.To = max(last.From, d.day(s.period))
	}
	return out
}

func (d dice) rate(b billing.Basis) billing.Rate {
	r := d.price()
	switch {
	case b.Percent != nil && !r.Free:
		r.Price = decimal.New(1+d.Int64N(1_500_000), -6)
	case b.FloorTable != nil:
		r.Price, r.Free = decimal.Decimal{}, false
		r.Floors = []billing.FloorRate{
			{Floors: property.FloorRange{From: -2, To: 2}, Price: decimal.New(d.Int64N(900), -2), Step: decimal.New(d.Int64N(200), -3)},
			{Floors: property.FloorRange{From: 3, To: of(d, 3, 5, 6)}, Price: decimal.New(1+d.Int64N(900), -2)},
		}
		f := &r.Floors[0]
		f.Free = f.Price.IsZero() && f.Step.IsZero()
		if f.Price.IsZero() && !f.Free {
			f.Price = decimal.New(1, -2)
		}
	}
	return r
}

// ceiling is above every price of the tariff; prices that are agreed are above it at times.
func (d dice) ceiling(s *slow, t billing.Tariff) *billing.Ceiling {
	if !d.one(4) || t.Basis.Percent != nil || t.Basis.Quoted != nil {
		return nil
	}
	top := decimal.New(20_000, 0)
	if t.Basis.Agreed != nil {
		top = decimal.New(1+d.Int64N(9000), -of(d, int32(0), 1, 3))
	}
	c := &billing.Ceiling{Strict: d.one(2), Limits: civil.Always(billing.Limit{Price: top, Source: "批复"})}
	if d.one(2) {
		c.Limits[0].Value = billing.Limit{Benchmark: top, Up: decimal.New(d.Int64N(100), -2), Down: decimal.New(2, -1)}
	}
	if d.one(2) {
		c.Limits[0].From = d.day(s.period)
	}
	return c
}

func (d dice) rounding(s *slow) money.Rounding {
	step := []int64{1, 5, 25, 10, 100}[d.IntN(5)]
	return money.Rounding{Mode: money.Mode(d.IntN(8)), Step: decimal.New(step, -int32(s.book.Currency.Digits()))}
}

func (d dice) tax(s *slow) *billing.Tax {
	rate := &billing.TaxRate{Policy: "vat"}
	if d.one(2) {
		rate = &billing.TaxRate{Rates: civil.Always(decimal.New(d.Int64N(1_000_001), -6))}
		for _, from := range d.days(s.period, d.IntN(3)) {
			rate.Rates = append(rate.Rates, civil.Entry[decimal.Decimal]{From: from, Value: decimal.New(d.Int64N(30), -2)})
		}
	}
	switch d.IntN(3) {
	case 0:
		return &billing.Tax{Inclusive: rate}
	case 1:
		return &billing.Tax{Exclusive: rate}
	default:
		return nil
	}
}

// find returns a tariff of the book, one of no code if it is not there.
func (s slow) find(code string) billing.Tariff {
	i := slices.IndexFunc(s.book.Tariffs, func(t billing.Tariff) bool { return t.Code == code })
	if i < 0 {
		return billing.Tariff{}
	}
	return s.book.Tariffs[i]
}
