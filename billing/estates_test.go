package billing_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// dice makes random estates, books and facts that are valid and as awkward as they come:
// changes cluster inside the months that are billed, often on the same day.
type dice struct{ *rand.Rand }

func newDice(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 1))} }

func (d dice) one(in int) bool { return d.IntN(in) == 0 }

// documents returns documents that Prepare accepts.
func (d dice) documents() slow {
	months := 1 + d.IntN(3)*d.IntN(3)
	start := civil.MustNew(2023+d.IntN(6), 1, 1).AddMonths(d.IntN(12))
	s := slow{period: civil.Period{Start: start, End: start.AddMonths(months)}}
	s.estate = property.Estate{Community: property.Community{Code: "c", Region: "330106"}}
	for _, p := range []string{"A", "B", "C", "D"} {
		s.estate.Parties = append(s.estate.Parties, property.Party{Code: p, Name: "业主" + p})
	}
	for i := range 1 + d.IntN(5) {
		d.unit(&s, fmt.Sprintf("%d-%02d", d.IntN(3), i))
	}
	s.book.Currency = money.MustParseCurrency([]string{"CNY", "CNY", "JPY", "KWD"}[d.IntN(4)])
	s.facts.Policies = []policy.Row{
		{Key: "vat", Value: "0.06", To: d.day(s.period), Source: "税法"},
		{Key: "vat", Value: "0.09", Region: "33", From: d.day(s.period), Source: "公告"},
		{Key: "vat", Value: "0.01", Region: "330106", From: s.period.Start.AddDays(3), To: s.period.Start.AddDays(3 + d.IntN(40)), Source: "公告"},
		{Key: "vat", Value: "0.5", Region: "330108", Source: "公告"},
	}
	s.facts.Policies = append(s.facts.Policies, policy.Row{Key: "vat", Value: "0.05", From: s.facts.Policies[0].To.AddDays(1), Source: "税法"})
	for _, code := range []string{"pm", "lift", "waste", "a"}[:1+d.IntN(4)] {
		s.book.Tariffs = append(s.book.Tariffs, d.tariff(&s, code))
	}
	if d.one(8) {
		s.facts.Holds = []billing.Hold{{Unit: s.estate.Units[0].Code, Reason: "诉讼"}}
	}
	return s
}

// day is a day in the period or near it; few days, so that changes meet.
func (d dice) day(p civil.Period) civil.Date {
	if d.one(3) {
		return p.Start.AddDays([]int{0, 1, 10, 15, 16, 27}[d.IntN(6)])
	}
	return p.Start.AddDays(d.IntN(p.Days()+20) - 10)
}

// days are n days in order, each once.
func (d dice) days(p civil.Period, n int) []civil.Date {
	var out []civil.Date
	for range n {
		day := d.day(p)
		if len(out) == 0 || day > out[len(out)-1] {
			out = append(out, day)
		}
	}
	return out
}

func (d dice) area() property.Areas {
	gross := 1 + d.Int64N([]int64{100, 2_000_000, 90_000_000_000}[d.IntN(3)])
	return property.Areas{Gross: areaOf(gross), Internal: areaOf(1 + d.Int64N(gross))}
}

// areaOf is n × 10⁻⁴ m².
func areaOf(n int64) measure.Area {
	a, err := measure.NewArea(n)
	if err != nil {
		panic(err)
	}
	return a
}

func (d dice) unit(s *slow, code string) {
	u := property.Unit{Code: code, Use: []property.Use{property.Dwelling, property.Shop}[d.IntN(2)]}
	u.Areas = civil.Always(d.area())
	for _, from := range d.days(s.period, d.IntN(4)) {
		area := d.area()
		if d.one(3) {
			area = u.Areas[len(u.Areas)-1].Value
		}
		u.Areas = append(u.Areas, civil.Entry[property.Areas]{From: from, Value: area})
	}
	if d.one(12) {
		u.Areas[len(u.Areas)-1].To = d.day(s.period).AddDays(30) // unknown from then on
		if last := u.Areas[len(u.Areas)-1]; last.To < last.From {
			u.Areas = nil
		}
	}
	if d.one(2) {
		u.DefaultPayer = "D"
	}
	if d.one(3) {
		u.SoldOn = d.day(s.period).AddDays(-60)
		if d.one(2) {
			u.DeliveredOn = max(u.SoldOn, d.day(s.period))
		}
	}
	s.estate.Units = append(s.estate.Units, u)
	d.owners(s, u)
}

// owners gives the unit owners one after the other, and tenants who come and go inside an
// ownership that is handed over.
func (d dice) owners(s *slow, u property.Unit) {
	start := s.period.Start.AddDays(-40)
	if d.one(10) {
		start = d.day(s.period) // nobody before, but the default payer
	}
	cuts := d.days(civil.Period{Start: start, End: s.period.End}, d.IntN(4))
	for i := 0; i <= len(cuts); i++ {
		term := civil.Period{Start: start}
		if i > 0 {
			term.Start = cuts[i-1]
		}
		if i < len(cuts) {
			term.End = cuts[i]
		}
		if !term.IsOpen() && term.End <= term.Start {
			continue
		}
		own := property.Tenancy{Unit: u.Code, Kind: property.Ownership, Holders: d.holders(), Term: term}
		s.estate.Tenancies = append(s.estate.Tenancies, own)
		d.tenants(s, u, term)
	}
}

func (d dice) holders() []property.Holder {
	switch d.IntN(5) {
	case 0:
		return []property.Holder{{Party: "B"}, {Party: "A"}}
	case 1:
		return []property.Holder{{Party: "C", Share: share("1/3")}, {Party: "A", Share: share("2/3")}}
	default:
		return []property.Holder{{Party: []string{"A", "B", "C"}[d.IntN(3)]}}
	}
}

// tenants are new parties each, so that no payer has two roles in a run.
func (d dice) tenants(s *slow, u property.Unit, in civil.Period) {
	if !u.DeliveredOn.IsZero() {
		in.Start = max(in.Start, u.DeliveredOn)
	}
	from := in.Start
	for range d.IntN(3) {
		from = from.AddDays(d.IntN(20))
		to := from.AddDays(1 + d.IntN(45))
		if !in.IsOpen() && to > in.End {
			return
		}
		tenant := fmt.Sprintf("T%d", len(s.estate.Parties))
		s.estate.Parties = append(s.estate.Parties, property.Party{Code: tenant})
		s.estate.Tenancies = append(s.estate.Tenancies, property.Tenancy{
			Unit: u.Code, Kind: property.Lease, Holders: []property.Holder{{Party: tenant}},
			Term: civil.Period{Start: from, End: to}, Pays: [][]string{nil, {"pm"}, {"waste", "pm"}, {"*"}}[d.IntN(4)],
		})
		from = to
	}
}

func (d dice) price() billing.Rate {
	digits := d.IntN(7)
	p := decimal.New(d.Int64N(10_000), -int32(digits))
	return billing.Rate{Price: p, Free: p.IsZero(), Source: []string{"", "合同", "批复"}[d.IntN(3)]}
}

func (d dice) tariff(s *slow, code string) billing.Tariff {
	t := billing.Tariff{
		Code: code, State: billing.InForce, AppliesTo: property.Scope{All: true},
		Basis: billing.Basis{Area: &billing.AreaBasis{Of: billing.AreaKind(d.IntN(3))}},
		Payer: property.PayerRule(d.IntN(5)),
	}
	if d.one(3) {
		t.Basis = billing.Basis{Fixed: &billing.FixedBasis{}}
	}
	switch d.IntN(6) {
	case 0:
		t.AppliesTo = property.Scope{Uses: []property.Use{property.Shop}}
	case 1:
		t.AppliesTo.ExceptUnits = []string{s.estate.Units[0].Code}
	}
	if d.one(9) {
		t.State = billing.Withdrawn
	}
	t.Prices = civil.Always(d.price())
	if d.one(4) {
		t.Prices[0].From = d.day(s.period)
	}
	for _, from := range d.days(s.period, d.IntN(3)) {
		if from <= t.Prices[len(t.Prices)-1].From {
			continue
		}
		p := d.price()
		if d.one(3) {
			p.Price, p.Free = t.Prices[len(t.Prices)-1].Value.Price, t.Prices[len(t.Prices)-1].Value.Free
		}
		t.Prices = append(t.Prices, civil.Entry[billing.Rate]{From: from, Value: p})
	}
	if last := &t.Prices[len(t.Prices)-1]; d.one(4) {
		last.To = max(last.From, d.day(s.period))
	}
	t.Tax = d.tax(s)
	if d.one(3) {
		step := []int64{1, 5, 25, 10, 100}[d.IntN(5)]
		t.Rounding = money.Rounding{Mode: money.Mode(d.IntN(8)), Step: decimal.New(step, -int32(s.book.Currency.Digits()))}
	}
	return t
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

// shuffled returns the same documents in another order.
func (d dice) shuffled(s slow) slow {
	e := &s.estate
	e.Units, e.Parties, e.Tenancies = shuffle(d, e.Units), shuffle(d, e.Parties), shuffle(d, e.Tenancies)
	s.book.Tariffs = shuffle(d, s.book.Tariffs)
	s.facts.Policies, s.facts.Holds = shuffle(d, s.facts.Policies), shuffle(d, s.facts.Holds)
	return s
}

func shuffle[T any](d dice, in []T) []T {
	out := append([]T(nil), in...)
	d.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
