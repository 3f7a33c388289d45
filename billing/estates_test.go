package billing_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

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

// of returns one of the values.
func of[T any](d dice, values ...T) T { return values[d.IntN(len(values))] }

// documents returns documents that Prepare accepts.
func (d dice) documents() slow {
	months := 1 + d.IntN(3)*d.IntN(3)
	start := civil.MustNew(2023+d.IntN(6), 1, 1).AddMonths(d.IntN(12))
	s := slow{period: civil.Period{Start: start, End: start.AddMonths(months)}}
	s.estate = property.Estate{Community: property.Community{Code: "c", Region: "330106"}}
	s.estate.Buildings = []property.Building{{Code: "1", Floors: 6, Basements: 2}, {Code: "2"}}
	for _, p := range []string{"A", "B", "C", "D"} {
		s.estate.Parties = append(s.estate.Parties, property.Party{Code: p, Name: "业主" + p})
	}
	for i := range 1 + d.IntN(5) {
		d.unit(&s, fmt.Sprintf("%d-%02d", d.IntN(3), i))
	}
	d.book(&s)
	d.facts(&s)
	return s
}

// book makes the tariffs; codes and kinds are drawn apart, so that a percentage stands before what
// it is taken of as well as after it.
func (d dice) book(s *slow) {
	s.book.Currency = money.MustParseCurrency([]string{"CNY", "CNY", "JPY", "KWD"}[d.IntN(4)])
	s.facts.Policies = d.policies(s)
	if d.one(3) {
		change := d.day(s.period)
		s.book.Charters = []billing.Charter{{Code: "章程", Versions: history(entry("", "", "2020"), civil.Entry[string]{From: change, Value: "2024"})}}
	}
	codes := shuffle(d, []string{"pm", "lift", "waste", "a", "rent", "quote"})
	for _, code := range codes[:1+d.IntN(len(codes))] {
		s.book.Tariffs = append(s.book.Tariffs, d.tariff(s, code))
	}
	if d.one(3) {
		s.book.Totals = &billing.Totals{
			Of: billing.TotalOf(d.IntN(3)), Code: of(d, "", "zero", "抹零"),
			Rounding: d.rounding(s),
		}
	}
}

// policies are regional rates of tax, methods for the month of handover and terms for vacancies;
// there is a tax rate for every day.
func (d dice) policies(s *slow) []policy.Row {
	change := d.day(s.period)
	rows := []policy.Row{
		{Key: "vat", Value: "0.06", To: change, Source: "税法"},
		{Key: "vat", Value: "0.05", From: change.AddDays(1), Source: "税法"},
		{Key: "vat", Value: "0.09", Region: "33", From: d.day(s.period), Source: "公告"},
		{Key: "vat", Value: "0.01", Region: "330106", From: s.period.Start.AddDays(3), To: s.period.Start.AddDays(3 + d.IntN(40)), Source: "公告"},
		{Key: "vat", Value: "0.5", Region: "330108", Source: "公告"},
		{Key: "handover", Value: of(d, "nextMonth", "halfMonth", "thirty", "wholeMonth"), Region: "33", From: d.day(s.period), Source: "条例"},
		{Key: "empty.charge", Value: of(d, "0.6", "0.7", "0.123456"), Region: "3301", Source: "条例"},
	}
	if d.one(2) {
		to := d.day(s.period)
		rows = append(rows,
			policy.Row{Key: "empty.charge", Value: "0.5", Region: "330106", To: to, Source: "办法"},
			policy.Row{Key: "empty.months", Value: of(d, "0", "1", "6"), Region: of(d, "", "33"), From: d.day(s.period), Source: "办法"})
	}
	return append(rows, d.heatingPolicies(s)...)
}

// day is a day in the period or near it; few days, so that changes meet. Some are far, where the
// months of long cycles are.
func (d dice) day(p civil.Period) civil.Date {
	switch d.IntN(10) {
	case 0:
		return p.Start.AddMonths(d.IntN(24) - 12).AddDays(of(d, 0, 0, 9, 15, 30))
	case 1, 2, 3:
		return p.Start.AddDays([]int{0, 1, 10, 15, 16, 27}[d.IntN(6)])
	}
	return p.Start.AddDays(d.IntN(p.Days()+20) - 10)
}

// days are n days in order, each once.
func (d dice) days(p civil.Period, n int) []civil.Date {
	var out []civil.Date
	for range n {
		out = append(out, d.day(p))
	}
	slices.Sort(out)
	return slices.Compact(out)
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
	u := property.Unit{Code: code, Use: of(d, property.Dwelling, property.Dwelling, property.Shop, property.Parking)}
	if d.one(2) {
		u.Building, u.Floor = "1", of(d, -2, -1, 1, 2, 3, 6)
	}
	if d.one(3) {
		u.Spaces = d.IntN(4)
	}
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
		u.DefaultPayer = of(d, "D", "D", "D", "A")
	}
	if d.one(2) {
		u.SoldOn = d.day(s.period).AddDays(-60)
		if !d.one(3) {
			u.DeliveredOn = max(u.SoldOn, d.day(s.period))
		}
	}
	if d.one(6) {
		u.SoldOn, u.DeliveredOn = 0, d.day(s.period)
	}
	s.estate.Units = append(s.estate.Units, u)
	d.owners(s, u)
}

// owners gives the unit owners one after the other, and tenants who come and go inside an
// ownership that is handed over. Rents are agreed by the ones or the others.
func (d dice) owners(s *slow, u property.Unit) {
	start := s.period.Start.AddDays(-400)
	if d.one(8) {
		start = d.day(s.period) // nobody before, but the default payer
	}
	if d.one(3) && !u.DeliveredOn.IsZero() {
		start = u.DeliveredOn
	}
	ownersAgree := d.one(4)
	cuts := d.days(civil.Period{Start: start, End: s.period.End}, d.IntN(4))
	for i := 0; i <= len(cuts); i++ {
		term := civil.Period{Start: start}
		if i > 0 {
			term.Start = cuts[i-1]
		}
		if i < len(cuts) {
			term.End = cuts[i]
		}
		if !term.IsOpen() && term.End <= term.Start || i > 0 && term.Start <= start {
			continue
		}
		own := property.Tenancy{Unit: u.Code, Kind: property.Ownership, Holders: d.holders(), Term: term}
		d.moves(s, &own)
		if ownersAgree {
			own.Agreed = d.agreed(s, term)
		}
		s.estate.Tenancies = append(s.estate.Tenancies, own)
		d.tenants(s, u, term, !ownersAgree)
	}
}

// moves sets when the holders use the unit.
func (d dice) moves(s *slow, n *property.Tenancy) {
	if in := d.day(s.period).AddDays(-30); d.one(3) && n.Term.Contains(in) {
		n.MovedIn = in
	}
	if out := d.day(s.period); d.one(4) && n.Term.Contains(out) && out >= n.MovedIn {
		n.MovedOut = out
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

// tenants are new parties each, so that no payer has two roles in a run; some of them renew.
func (d dice) tenants(s *slow, u property.Unit, in civil.Period, agree bool) {
	if !u.DeliveredOn.IsZero() && !d.one(8) {
		in.Start = max(in.Start, u.DeliveredOn)
	}
	from := max(in.Start, of(d, in.Start, s.period.Start.AddDays(-40)))
	tenant := ""
	for range d.IntN(4) {
		from = from.AddDays(of(d, 0, 0, d.IntN(20)))
		to := from.AddDays(1 + d.IntN(of(d, 45, 45, 400)))
		if !in.IsOpen() && to > in.End {
			return
		}
		if tenant == "" || !d.one(3) {
			tenant = fmt.Sprintf("T%d", len(s.estate.Parties))
			s.estate.Parties = append(s.estate.Parties, property.Party{Code: tenant})
		}
		n := property.Tenancy{
			Unit: u.Code, Kind: of(d, property.Lease, property.PublicRental, property.SelfUse), Holders: []property.Holder{{Party: tenant}},
			Term: civil.Period{Start: from, End: to}, Pays: [][]string{nil, {"pm"}, {"waste", "pm"}, {"*"}}[d.IntN(4)],
		}
		d.moves(s, &n)
		if agree {
			n.Agreed = d.agreed(s, n.Term)
		}
		s.estate.Tenancies = append(s.estate.Tenancies, n)
		from = to
	}
}

// agreed are prices that a tenancy agrees for some of the fees.
func (d dice) agreed(s *slow, term civil.Period) []property.Agreed {
	var out []property.Agreed
	for _, fee := range []string{"rent", "pm", "a"} {
		if d.one(3) {
			continue
		}
		a := property.Agreed{Fee: fee, Prices: civil.Always(d.agreedPrice(s))}
		if d.one(3) {
			a.Prices[0].From = d.day(s.period)
		}
		for _, from := range d.days(s.period, d.IntN(3)) {
			if from > a.Prices[len(a.Prices)-1].From {
				a.Prices = append(a.Prices, civil.Entry[property.AgreedPrice]{From: from, Value: d.agreedPrice(s)})
			}
		}
		if last := &a.Prices[len(a.Prices)-1]; d.one(4) {
			last.To = max(last.From, d.day(s.period))
		}
		for _, start := range d.days(s.period, d.IntN(3)) {
			free := civil.Period{Start: start, End: start.AddDays(1 + d.IntN(20))}
			inside, ok := free.Intersect(term)
			if n := len(a.Free); ok && inside == free && (n == 0 || a.Free[n-1].End <= start) {
				a.Free = append(a.Free, free)
			}
		}
		out = append(out, a)
	}
	return out
}

func (d dice) agreedPrice(s *slow) property.AgreedPrice {
	micro := 1 + d.Int64N([]int64{1000, 5_000_000, 9_000_000_000}[d.IntN(3)])
	price, err := money.NewPrice(micro)
	if err != nil {
		panic(err)
	}
	out := property.AgreedPrice{Price: price, Source: of(d, "", "合同")}
	if d.one(2) {
		return out
	}
	every, most := 12, int64(200_000)
	if d.one(2) {
		every, most = of(d, 1, 2, 3), 20_000 // a term without an end has to be able to go on for 50 years
	}
	rate, err := money.NewRate(1 + d.Int64N(most))
	if err != nil {
		panic(err)
	}
	out.Escalation = &property.Escalation{Rate: rate, Every: every, Simple: d.one(2)}
	if d.one(3) {
		out.Escalation.From = d.day(s.period).AddMonths(-d.IntN(30))
	}
	rise := micro * rate.Micro() / 1_000_000 // rounding must not take all of it back
	if step := of(d, int64(0), 1, 10_000, 100_000, 1_000_000); step <= micro && step <= 2*rise {
		out.Escalation.Step = decimal.New(step, -6)
	}
	return out
}

func (d dice) price() billing.Rate {
	digits := d.IntN(7)
	p := decimal.New(d.Int64N(10_000), -int32(digits))
	return billing.Rate{Price: p, Free: p.IsZero(), Source: []string{"", "合同", "批复"}[d.IntN(3)]}
}

// shuffled returns the same documents in another order.
func (d dice) shuffled(s slow) slow {
	e, f := &s.estate, &s.facts
	e.Units, e.Parties, e.Tenancies, e.Buildings = shuffle(d, e.Units), shuffle(d, e.Parties), shuffle(d, e.Tenancies), shuffle(d, e.Buildings)
	s.book.Tariffs, s.book.Charters = shuffle(d, s.book.Tariffs), shuffle(d, s.book.Charters)
	f.Policies, f.Holds, f.Vacancies = shuffle(d, f.Policies), shuffle(d, f.Holds), shuffle(d, f.Vacancies)
	f.Gifts, f.Prepayments, f.Claims = shuffle(d, f.Gifts), shuffle(d, f.Prepayments), shuffle(d, f.Claims)
	f.Suspensions, f.HeatFaults = shuffle(d, f.Suspensions), shuffle(d, f.HeatFaults)
	return s
}

func shuffle[T any](d dice, in []T) []T {
	out := append([]T(nil), in...)
	d.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
