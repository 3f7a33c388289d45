package billing_test

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/policy"
)

// season is a part of the year that begins or ends near the run's time, and is billed in it at times.
func (d dice) season(s *slow) *billing.Season {
	for {
		start, days := d.day(s.period), of(d, d.IntN(150), d.IntN(150), d.IntN(365))
		if d.one(2) {
			start = start.AddDays(-days)
		}
		out := &billing.Season{From: monthDayOf(start), To: monthDayOf(start.AddDays(days))}
		if d.one(3) {
			out.Bill = monthDayOf(d.day(s.period))
		}
		if _, err := civil.NewSeason(out.From, out.To); err == nil {
			return out
		}
	}
}

func monthDayOf(on civil.Date) civil.MonthDay {
	return civil.MustParseMonthDay(on.String()[len("2026-"):])
}

// fitSeason takes away what seasons have not.
func (d dice) fitSeason(t *billing.Tariff) {
	if t.Cycle == nil || t.Cycle.Season == nil {
		return
	}
	if t.Basis.Agreed != nil && t.Basis.Agreed.FromStart {
		t.Cycle = nil
		return
	}
	for _, m := range []*billing.ProrationMethod{&t.Proration.Method, &t.Proration.Exit, &t.Proration.Handover} {
		if *m != 0 && *m != billing.ActualDays {
			*m = billing.WholeMonth
		}
	}
	t.Proration.HandoverPolicy = ""
	if t.Reliefs != nil {
		t.Reliefs.Prepayment = nil
	}
}

// heatingReliefs are what stops and faults give back.
func (d dice) heatingReliefs(r *billing.Reliefs) {
	if d.one(2) {
		r.Suspension = &billing.SuspensionRelief{WholeOnly: d.one(2)}
		switch d.IntN(3) {
		case 0:
			r.Suspension.Policy = of(d, "stop", "stop", "nowhere")
		case 1:
			r.Suspension.Free = true
			r.Suspension.NoticeDays = d.IntN(40)
		default:
			r.Suspension.Charge, r.Suspension.NoticeDays = decimal.New(1+d.Int64N(1_000_000), -6), d.IntN(40)
		}
	}
	if d.one(2) {
		r.HeatFault = &billing.HeatFaultRelief{Policy: of(d, "heat", "heat", "nowhere")}
		if d.one(2) {
			r.HeatFault = &billing.HeatFaultRelief{Outage: &billing.OutageRelief{Hours: of(d, 0, 8, 24)}}
		}
		if r.HeatFault.Policy == "" || d.one(3) {
			r.HeatFault.Policy, r.HeatFault.Bands = "", []billing.TemperatureBand{
				{Below: celsius("14"), Rebate: celsius(of(d, "1", "0.999999"))},
				{Below: celsius("16"), Rebate: celsius("0.5")},
				{Below: celsius("18"), Rebate: celsius(of(d, "0.2", "0.123456"))},
			}
		}
	}
}

func celsius(text string) decimal.Decimal { return decimal.RequireFromString(text) }

// heatingPolicies are regional terms of stops and faults.
func (d dice) heatingPolicies(s *slow) []policy.Row {
	change := d.day(s.period)
	return []policy.Row{
		{Key: "stop.charge", Value: of(d, "0", "0.3", "0.6"), Region: "3301", To: change, Source: "条例"},
		{Key: "stop.charge", Value: "0.2", Region: "3301", From: change.AddDays(1), Source: "条例"},
		{Key: "stop.noticeDays", Value: of(d, "0", "15", "30"), Region: of(d, "", "33"), From: d.day(s.period).AddDays(-90), Source: "条例"},
		{Key: "heat.bands", Value: of(d, "16:0.5 18:0.3", "14:1 16:0.5 18:0.2", "18:0.5"), Region: "33", Source: "条例"},
		{Key: "heat.bands", Value: "18:1", Region: "330106", From: change, To: change.AddDays(9), Source: "条例"},
		{Key: "heat.outageHours", Value: of(d, "0", "12", "24"), Region: "33", From: d.day(s.period), Source: "条例"},
	}
}

// suspension stops a service whose tariff has terms for it; false if none has.
func (d dice) suspension(s *slow) (billing.Suspension, bool) {
	t, ok := d.tariffWith(s, func(r *billing.Reliefs) bool { return r.Suspension != nil })
	p := civil.Period{Start: d.day(s.period).AddDays(-d.IntN(of(d, 1, 200)))}
	if d.one(2) {
		p.End = p.Start.AddDays(1 + d.IntN(of(d, 60, 400)))
	}
	if n := len(s.facts.Suspensions) - 1; n >= 0 && d.one(3) { // goes on where another ends
		before := s.facts.Suspensions[n]
		p = civil.Period{Start: before.Period.Start.AddDays(before.Period.Days())}
	}
	return billing.Suspension{
		Unit: d.someUnit(s), Tariff: t, Period: p, AppliedOn: p.Start.AddDays(d.IntN(80) - 60), Source: "申请表",
	}, ok
}

// tariffWith returns the code of a tariff with reliefs of a kind.
func (d dice) tariffWith(s *slow, has func(*billing.Reliefs) bool) (string, bool) {
	for _, t := range shuffle(d, s.book.Tariffs) {
		if t.Reliefs != nil && has(t.Reliefs) {
			return t.Code, true
		}
	}
	return "", false
}

// heatFault is heat that did not come to a unit or a building; false if no tariff gives anything back.
func (d dice) heatFault(s *slow) (billing.HeatFault, bool) {
	cold := d.one(2)
	t, ok := d.tariffWith(s, func(r *billing.Reliefs) bool {
		h := r.HeatFault
		return h != nil && (h.Policy != "" || cold && len(h.Bands) > 0 || !cold && h.Outage != nil)
	})
	f := billing.HeatFault{Tariff: t, Source: "测温记录"}
	switch d.IntN(3) {
	case 0:
		scope := d.scope(s)
		f.Scope = &scope
	case 1:
		f.Scope = &property.Scope{Units: []string{d.someUnit(s), d.someUnit(s)}}
	default:
		f.Unit = d.someUnit(s)
	}
	start := d.day(s.period)
	if cold {
		f.Fault.Temperature = &billing.LowTemperature{
			Period:  civil.Period{Start: start, End: start.AddDays(1 + d.IntN(20))},
			Celsius: celsius(of(d, "-3", "13.9", "14", "15.999999", "16", "17", "17.5", "18", "21")),
		}
		return f, ok
	}
	from := start.Midnight() + civil.Moment(of(d, 0, 480, d.IntN(civil.DayMinutes)))
	if last := d.lastOutage(s); last != nil && d.one(3) { // goes on where another ends, or in it
		from = last.To - civil.Moment(of(d, 0, 0, 30, 600))
	}
	f.Fault.Outage = &billing.HeatOutage{From: from, To: from + civil.Moment(of(d, 480, 1440, 1441, 4320, 1+d.IntN(6000)))}
	return f, ok
}

func (d dice) lastOutage(s *slow) *billing.HeatOutage {
	for _, f := range slices.Backward(s.facts.HeatFaults) {
		if f.Fault.Outage != nil {
			return f.Fault.Outage
		}
	}
	return nil
}

// heated returns documents with a season that is billed in the run's time, and what lowers it.
func (d dice) heated() slow {
	s := d.documents()
	t := billing.Tariff{
		Code: "heat", State: billing.InForce, AppliesTo: property.Scope{All: true}, Payer: property.PayerRule(d.IntN(5)),
		Basis: of(d, billing.Basis{Area: &billing.AreaBasis{}}, billing.Basis{Fixed: &billing.FixedBasis{}}, d.basis()),
		Cycle: &billing.Cycle{Timing: billing.PaymentTiming(d.IntN(3)), Season: d.season(&s)}, Proration: d.proration(),
		Tax: d.tax(&s), ClaimedOnly: d.one(4), Reliefs: &billing.Reliefs{},
	}
	t.Cycle.Season.Bill = monthDayOf(s.period.Start.AddDays(d.IntN(28)))
	for t.Reliefs.Suspension == nil || t.Reliefs.HeatFault == nil {
		t.Reliefs = cmp.Or(d.reliefs(), t.Reliefs)
	}
	if t.Basis.Agreed != nil {
		t.Basis.Agreed.FromStart = false
	}
	d.fit(&t)
	if t.Basis.Agreed == nil {
		t.Prices = d.prices(&s, t.Basis)
	}
	s.book.Tariffs = append(s.book.Tariffs, t)
	d.heatingFacts(&s)
	d.heatingFacts(&s)
	return s
}

// heatingFacts are stops and faults.
func (d dice) heatingFacts(s *slow) {
	for range d.IntN(4) {
		if stop, ok := d.suspension(s); ok {
			s.facts.Suspensions = append(s.facts.Suspensions, stop)
		}
	}
	for range d.IntN(5) {
		if f, ok := d.heatFault(s); ok {
			s.facts.HeatFaults = append(s.facts.HeatFaults, f)
		}
	}
}
