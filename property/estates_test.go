package property_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// same compares values by ==.
func same() gocmp.Options {
	return gocmp.Options{
		gocmp.Comparer(func(a, b property.Share) bool { return a == b }),
		gocmp.Comparer(func(a, b measure.Area) bool { return a == b }),
		gocmp.Comparer(func(a, b money.Price) bool { return a == b }),
		gocmp.Comparer(func(a, b money.Rate) bool { return a == b }),
	}
}

// sampleEstate is an estate in the form in which a register gives it back: three zones
// (rule PROP-65), a tower with a mall below (rule PROP-01), and every field in use.
func sampleEstate() property.Estate {
	return property.Estate{
		Community: property.Community{
			Code: "rose", Name: "玫瑰园", Region: "310115", ExternalIDs: property.ExternalIDs{"erp": "17"},
			Zones: []property.Zone{{Code: "south", Name: "别墅区南岸"}, {Code: "north", Name: "别墅区北岸"}, {Code: "highrise", Name: "小高层"}},
		},
		Buildings: []property.Building{
			{
				Code: "T", Name: "塔楼", Zone: "highrise", GrossArea: measure.MustParseArea("40000"), Floors: 28, Basements: 2, Lifts: 8,
				Bands: []property.FloorBand{
					{Floors: property.FloorRange{From: 1, To: 6}, Use: property.Mall, Area: measure.MustParseArea("20000")},
				},
				ExternalIDs: property.ExternalIDs{"erp": "b1"},
			},
			{
				Code: "V1", Zone: "south", GrossArea: measure.MustParseArea("300"),
				Bands: []property.FloorBand{{Floors: property.FloorRange{From: 1, To: 3}, Use: property.Dwelling}},
			},
			{
				Code: "V2", Zone: "north", GrossArea: measure.MustParseArea("280"),
				Bands: []property.FloorBand{{Floors: property.FloorRange{From: 1, To: 3}, Use: property.Dwelling}},
			},
		},
		Units: []property.Unit{
			{
				Code: "T-0301", Building: "T", Entrance: "1", Floor: 3, Use: property.Mall, DefaultPayer: "dev",
				Areas:       civil.Always(property.Areas{Gross: measure.MustParseArea("5000"), Internal: measure.MustParseArea("4100.5")}),
				ExternalIDs: property.ExternalIDs{"crm": "m-1", "erp": "100"},
			},
			{
				Code: "T-0803", Building: "T", Entrance: "2", Floor: 8, Use: property.Dwelling, DefaultPayer: "dev",
				SoldOn: on("2026-01-10"), DeliveredOn: on("2026-03-11"), DeemedDelivered: true,
				Areas: civil.History[property.Areas]{
					{Value: property.Areas{Gross: measure.MustParseArea("89")}},
					{From: on("2026-05-01"), To: on("2026-05-31"), Value: property.Areas{Gross: measure.MustParseArea("89.53")}},
					{From: on("2026-07-01"), Value: property.Areas{Gross: measure.MustParseArea("90.1"), Internal: measure.MustParseArea("72")}},
				},
				ExternalIDs: property.ExternalIDs{"erp": "101"},
			},
			{Code: "V1", Building: "V1", Use: property.Dwelling, SoldOn: on("2026-02-01"), DefaultPayer: "dev", Areas: gross("300")},
			{Code: "V1-Y", Building: "V1", Use: property.Yard, Side: property.South},
			{Code: "V2", Building: "V2", Use: property.Dwelling, Areas: gross("280")},
			{Code: "car-1", Use: property.Parking, Floor: -1, Spaces: 2, Areas: gross("12.5")},
		},
		Parties: []property.Party{
			{Code: "A", Name: "张三", ExternalIDs: property.ExternalIDs{"erp": "p1"}},
			{Code: "B", Name: "李四"},
			{Code: "C"},
			{Code: "T", Name: "租客公司"},
			{Code: "dev", Name: "开发公司", Developer: true},
		},
		Tenancies: []property.Tenancy{
			{Unit: "T-0301", Kind: property.SelfUse, Holders: by("dev"), Term: term("2026-01-01", "")},
			owned("T-0803", "2026-01-10", "2026-06-15", "A:1/3", "B:2/3"),
			{
				Code: "L-7", Unit: "T-0803", Kind: property.Lease, Holders: by("T"), Term: term("2026-04-01", "2026-09-01"),
				Pays: []string{"pm", "water"}, MovedIn: on("2026-04-03"), MovedOut: on("2026-08-20"), EndReason: property.Bankruptcy,
				ExternalIDs: property.ExternalIDs{"erp": "l7"},
				Agreed: []property.Agreed{
					{
						Fee: "rent",
						Prices: civil.History[property.AgreedPrice]{
							{Value: property.AgreedPrice{Price: money.MustParsePrice("3000"), Source: "L-7 第四条", Escalation: &property.Escalation{
								Rate: money.MustParseRate("5%"), Every: 3, From: on("2026-03-31"), Simple: true, Step: decimal.RequireFromString("0.01"),
							}}},
							{From: on("2026-08-01"), To: on("2026-08-31"), Value: property.AgreedPrice{Price: money.MustParsePrice("4000")}},
						},
						Free: []civil.Period{term("2026-04-01", "2026-05-01")},
					},
					{Fee: "parking", Prices: civil.Always(property.AgreedPrice{Price: money.MustParsePrice("300.5")})},
				},
			},
			owned("T-0803", "2026-06-15", "", "C"),
			owned("V1", "2026-02-01", "", "A:1/2", "B:1/2"),
			{Unit: "V2", Kind: property.Ownership, Holders: by("B"), Term: term("2026-01-01", ""), MovedIn: on("2026-02-02")},
			{Unit: "car-1", Kind: property.ShortLet, Holders: by("C"), Term: term("2026-01-01", "2026-02-01"), Pays: []string{"*"}},
		},
		Contracts: []property.ServiceContract{{
			Code: "2026", Provider: "dev", Term: term("2026-01-01", "2029-01-01"),
			Scope: property.Scope{Floors: &property.FloorRange{From: 7, To: 28}, ExceptUses: []property.Use{property.Mall}},
		}},
	}
}

// firstDay is the first day of a random estate; nothing changes after its lastDay.
func firstDay() civil.Date { return on("2026-01-01") }

const days = 60

// randomEstate is a valid estate with a little of everything, in no order.
func randomEstate(seed uint64) property.Estate {
	g := generator{rand.New(rand.NewPCG(seed, 1))}
	e := property.Estate{
		Community: property.Community{Code: "rose", Zones: []property.Zone{{Code: "z1"}, {Code: "z2"}}},
		Buildings: []property.Building{{Code: "1", Zone: "z1", Floors: 9, Basements: 2}, {Code: "2", Zone: "z2"}, {Code: "3"}},
		Parties:   parties("A", "B", "C", "D", "E"),
		Contracts: []property.ServiceContract{{Code: "c", Scope: property.Scope{All: true}, Term: term("2026-01-01", "")}},
	}
	e.Parties = append(e.Parties, property.Party{Code: "dev", Name: "开发公司", Developer: true})
	for i := range g.IntN(6) {
		u := g.unit(fmt.Sprintf("u%d", i))
		e.Units = append(e.Units, u)
		e.Tenancies = append(e.Tenancies, g.chain(u, true)...)
		e.Tenancies = append(e.Tenancies, g.chain(u, false)...)
	}
	agreements(&e, seed)
	g.Shuffle(len(e.Units), func(i, j int) { e.Units[i], e.Units[j] = e.Units[j], e.Units[i] })
	g.Shuffle(len(e.Tenancies), func(i, j int) { e.Tenancies[i], e.Tenancies[j] = e.Tenancies[j], e.Tenancies[i] })
	return e
}

type generator struct{ *rand.Rand }

func (g generator) date() civil.Date { return firstDay().AddDays(g.IntN(days)) }

func (g generator) one(of ...string) string { return of[g.IntN(len(of))] }

func (g generator) unit(code string) property.Unit {
	u := property.Unit{
		Code: code, Building: g.one("", "1", "2", "3"), Use: property.Use(g.one("dwelling", "shop", "parking")),
		DefaultPayer: g.one("", "dev", "E"), Floor: g.IntN(12) - 2,
	}
	if g.IntN(2) == 0 {
		u.SoldOn = g.date()
	}
	if g.IntN(2) == 0 {
		u.DeliveredOn = max(g.date(), u.SoldOn)
	}
	from := civil.Date(0)
	for range g.IntN(4) {
		entry := civil.Entry[property.Areas]{From: from, Value: property.Areas{Gross: measure.MustParseArea(g.one("80", "90", "95.5"))}}
		if g.IntN(3) == 0 {
			entry.Value.Internal = measure.MustParseArea("70")
		}
		from = max(from, firstDay()).AddDays(1 + g.IntN(20))
		if g.IntN(3) == 0 {
			entry.To = from.AddDays(-1)
			from = from.AddDays(1 + g.IntN(3))
		}
		u.Areas = append(u.Areas, entry)
	}
	if n := len(u.Areas); n > 0 && g.IntN(2) == 0 && u.Areas[0].From.IsZero() {
		u.Areas[0].From = firstDay().AddDays(-g.IntN(3))
	}
	return u
}

// chain is ownerships, or lettings, one after the other.
func (g generator) chain(u property.Unit, ownership bool) []property.Tenancy {
	var out []property.Tenancy
	start := g.date()
	for range g.IntN(4) {
		t := property.Tenancy{Unit: u.Code, Kind: property.Ownership, Holders: g.holders(), Term: civil.Period{Start: start}}
		if !ownership {
			t.Kind = property.TenancyKind(2 + g.IntN(4))
			t.Pays = [][]string{nil, {"pm"}, {"water"}, {"pm", "water"}, {"*"}}[g.IntN(5)]
		}
		if g.IntN(3) > 0 {
			t.Term.End = start.AddDays(1 + g.IntN(20))
		}
		if g.IntN(2) == 0 {
			t.MovedIn = start.AddDays(g.IntN(max(1, t.Term.Days())))
		}
		if g.IntN(3) == 0 {
			t.MovedOut = max(t.MovedIn, start).AddDays(1)
			if !t.Term.IsOpen() {
				t.MovedOut = min(t.MovedOut, t.Term.End)
			}
		}
		out = append(out, t)
		if t.Term.IsOpen() {
			break
		}
		start = t.Term.End
		if g.IntN(3) == 0 && (!ownership || u.DefaultPayer != "") {
			start = start.AddDays(1 + g.IntN(5))
		}
	}
	return out
}

// agreements lets some tenancies agree prices, and gives some units parking spaces. Owners
// and tenants agree different fees.
func agreements(e *property.Estate, seed uint64) {
	g := generator{rand.New(rand.NewPCG(seed, 2))}
	for i := range e.Units {
		e.Units[i].Spaces = []int{0, 0, 1, 3}[g.IntN(4)]
	}
	for i := range e.Tenancies {
		t := &e.Tenancies[i]
		fees := []string{"rent", "cleaning"}
		if t.Kind == property.Ownership {
			fees = []string{"garden"}
		}
		for _, fee := range fees {
			if g.IntN(2) == 0 {
				t.Agreed = append(t.Agreed, property.Agreed{Fee: fee, Prices: g.prices(), Free: g.free(t.Term)})
			}
		}
	}
}

func (g generator) prices() civil.History[property.AgreedPrice] {
	out := civil.History[property.AgreedPrice]{}
	from := civil.Date(0)
	if g.IntN(2) == 0 {
		from = g.date()
	}
	for range 1 + g.IntN(3) {
		entry := civil.Entry[property.AgreedPrice]{From: from, Value: property.AgreedPrice{
			Price: money.MustParsePrice(g.one("100", "99.99", "3000")), Source: g.one("", "第四条", "appendix"), Escalation: g.escalation(),
		}}
		from = max(from, firstDay()).AddDays(1 + g.IntN(20))
		if g.IntN(3) == 0 {
			entry.To = from.AddDays(-1)
			from = from.AddDays(g.IntN(3))
		}
		out = append(out, entry)
	}
	return out
}

func (g generator) escalation() *property.Escalation {
	if g.IntN(3) == 0 {
		return nil
	}
	e := &property.Escalation{Rate: money.MustParseRate(g.one("0.02", "0.000001", "0.015")), Every: 1 + g.IntN(2), Simple: g.IntN(2) == 0}
	if e.Simple {
		e.Rate = money.MustParseRate(g.one("0.05", "2"))
	}
	if g.IntN(2) == 0 {
		e.From = firstDay().AddDays(g.IntN(100) - 70)
	}
	if g.IntN(2) == 0 {
		e.Step = decimal.RequireFromString(g.one("0.01", "1", "50"))
	}
	return e
}

// free is up to two stretches of days inside the term.
func (g generator) free(term civil.Period) []civil.Period {
	var out []civil.Period
	for from := term.Start.AddDays(g.IntN(9)); len(out) < 2 && g.IntN(2) == 0; {
		p, ok := civil.Period{Start: from, End: from.AddDays(1 + g.IntN(9))}.Intersect(term)
		if !ok {
			break
		}
		out = append(out, p)
		from = p.End.AddDays(g.IntN(5))
	}
	return out
}

func (g generator) holders() []property.Holder {
	return [][]property.Holder{
		by("A"), by("B"), by("C"), by("dev"), by("A", "B"), by("B", "A"), by("C:1/4", "A:3/4"), by("A:1/3", "C:1/3", "B:1/3"), by("E:1"),
	}[g.IntN(9)]
}

// canonical is what a register makes of documents: sorted by code, joint holders by
// party with their shares said, a sole holder without, fees sorted, the end of an area
// said only where nothing follows at once.
func canonical(e property.Estate) property.Estate {
	slices.SortFunc(e.Buildings, func(a, b property.Building) int { return strings.Compare(a.Code, b.Code) })
	slices.SortFunc(e.Parties, func(a, b property.Party) int { return strings.Compare(a.Code, b.Code) })
	slices.SortFunc(e.Units, func(a, b property.Unit) int { return strings.Compare(a.Code, b.Code) })
	slices.SortFunc(e.Tenancies, func(a, b property.Tenancy) int {
		return cmp.Or(strings.Compare(a.Unit, b.Unit), a.Term.Start.Compare(b.Term.Start), cmp.Compare(a.Kind, b.Kind))
	})
	for _, u := range e.Units {
		for i := range u.Areas[:max(0, len(u.Areas)-1)] {
			if u.Areas[i].To == u.Areas[i+1].From-1 {
				u.Areas[i].To = 0
			}
		}
	}
	for _, t := range e.Tenancies {
		slices.SortFunc(t.Holders, func(a, b property.Holder) int { return strings.Compare(a.Party, b.Party) })
		for i := range t.Holders {
			switch {
			case len(t.Holders) == 1:
				t.Holders[i].Share = property.Share{}
			case t.Holders[i].Share.IsZero():
				t.Holders[i].Share = property.MustParseShare(fmt.Sprintf("1/%d", len(t.Holders)))
			}
		}
		slices.Sort(t.Pays)
		for _, a := range t.Agreed {
			for i := range a.Prices[:len(a.Prices)-1] {
				if a.Prices[i].To == a.Prices[i+1].From-1 {
					a.Prices[i].To = 0
				}
			}
		}
	}
	return e
}
