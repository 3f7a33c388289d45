package billing_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// fullHouse are documents in which every kind of input is present.
func fullHouse() slow {
	e := home()
	e.Community.Zones = []property.Zone{{Code: "S"}, {Code: "N"}}
	e.Buildings = []property.Building{{Code: "1", Zone: "S", Floors: 30}, {Code: "2", Zone: "N"}}
	u := &e.Units[0]
	u.Building, u.Floor, u.DefaultPayer, u.SoldOn, u.DeliveredOn = "1", 8, "D", day("2019-12-01"), day("2020-02-01")
	u.Areas[0].Value.Internal = measure.MustParseArea("70")
	e.Units = append(e.Units, property.Unit{Code: "P-01", Use: property.Parking})
	e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2026-07-11", ""), "pm"))
	b := bookOf(byArea("pm", entry("", "", rate("2.80"))), fixed("draft", "1"), fixed("waste", "8"))
	b.Tariffs[0].Tax = &billing.Tax{Inclusive: &billing.TaxRate{Policy: "vat"}}
	b.Tariffs[1].State = billing.Draft
	for i := range b.Tariffs {
		b.Tariffs[i].AppliesTo = property.Scope{Uses: []property.Use{property.Dwelling}}
	}
	f := billing.Facts{Policies: []policy.Row{{Key: "vat", Value: "0.06", Source: "增值税法"}}}
	return slow{e, b, f, civil.MustParseMonth("2026-07")}
}

func TestInputs(t *testing.T) {
	inputs := func(s slow) string { return prepare(t, s.estate, s.book, s.facts, s.period).Inputs() }
	was := inputs(fullHouse())
	require.Regexp(t, "^[0-9a-f]{64}$", was)
	require.Equal(t, was, inputs(fullHouse()))

	tariff := func(change func(*billing.Tariff)) func(*slow) { return func(s *slow) { change(&s.book.Tariffs[0]) } }
	unit := func(change func(*property.Unit)) func(*slow) { return func(s *slow) { change(&s.estate.Units[0]) } }
	matters := map[string]func(*slow){
		"the period":     func(s *slow) { s.period = civil.MustParseMonth("2026-08") },
		"two months":     func(s *slow) { s.period.End = day("2026-09-01") },
		"the currency":   func(s *slow) { s.book.Currency = money.MustParseCurrency("KWD") },
		"the region":     func(s *slow) { s.estate.Community.Region = "330108" },
		"a hold":         func(s *slow) { s.facts.Holds = []billing.Hold{{Unit: "1-0803", Reason: "诉讼"}} },
		"a policy value": func(s *slow) { s.facts.Policies[0].Value = "0.03" },
		"a policy from":  func(s *slow) { s.facts.Policies[0].From = day("2020-01-01") },
		"a nearer policy": func(s *slow) {
			s.facts.Policies = append(s.facts.Policies, policy.Row{Key: "vat", Region: "33", Value: "0.03", Source: "公告"})
		},
		"a tariff comes into force": func(s *slow) { s.book.Tariffs[1].State = billing.InForce },
		"a tariff is withdrawn":     func(s *slow) { s.book.Tariffs[2].State = billing.Withdrawn },
		"a tariff's code":           tariff(func(t *billing.Tariff) { t.Code = "pm2" }),
		"a price":                   tariff(func(t *billing.Tariff) { t.Prices[0].Value.Price = decimal.RequireFromString("2.81") }),
		"a price's source":          tariff(func(t *billing.Tariff) { t.Prices[0].Value.Source = "合同" }),
		"a price's first day":       tariff(func(t *billing.Tariff) { t.Prices[0].From = day("2026-07-02") }),
		"a basis":                   tariff(func(t *billing.Tariff) { t.Basis.Area.Of = billing.InternalArea }),
		"a scope": tariff(func(t *billing.Tariff) {
			t.AppliesTo = property.Scope{All: true, ExceptUses: []property.Use{property.Parking}}
		}),
		"a payer rule":  tariff(func(t *billing.Tariff) { t.Payer = property.OwnerPays }),
		"no tax":        tariff(func(t *billing.Tariff) { t.Tax = nil }),
		"tax on top":    tariff(func(t *billing.Tariff) { t.Tax = &billing.Tax{Exclusive: t.Tax.Inclusive} }),
		"a rounding":    tariff(func(t *billing.Tariff) { t.Rounding.Mode = money.ModeUp }),
		"an area":       unit(func(u *property.Unit) { u.Areas = civil.Always(gross("90")) }),
		"a use":         func(s *slow) { s.estate.Units[1].Use = property.Dwelling; s.estate.Units[1].DefaultPayer = "D" },
		"a floor":       unit(func(u *property.Unit) { u.Floor = 9 }),
		"a building":    unit(func(u *property.Unit) { u.Building = "2" }),
		"a handover":    unit(func(u *property.Unit) { u.DeliveredOn = day("2026-07-11") }),
		"a default":     unit(func(u *property.Unit) { u.DefaultPayer = "N" }),
		"a zone":        func(s *slow) { s.estate.Buildings[0].Zone = "N" },
		"an owner":      func(s *slow) { s.estate.Tenancies[0].Holders[0].Party = "N" },
		"a joint owner": func(s *slow) { s.estate.Tenancies[0] = owner("1-0803", period("2020-01-01", ""), "H", "N") },
		"a tenant":      func(s *slow) { s.estate.Tenancies[1].Holders[0].Party = "N" },
		"what he pays":  func(s *slow) { s.estate.Tenancies[1].Pays = []string{"*"} },
		"his first day": func(s *slow) { s.estate.Tenancies[1].Term.Start = day("2026-07-12") },
		"his last day":  func(s *slow) { s.estate.Tenancies[1].Term.End = day("2026-07-21") },
		"no tenant":     func(s *slow) { s.estate.Tenancies = s.estate.Tenancies[:1] },
		"another unit": func(s *slow) {
			s.estate.Units = append(s.estate.Units, property.Unit{Code: "1-0804", Use: property.Dwelling})
		},
	}
	seen := map[string]string{was: "nothing"}
	for name, change := range matters {
		s := fullHouse()
		change(&s)
		got := inputs(s)
		require.Empty(t, seen[got], "%s is as %s", name, seen[got])
		seen[got] = name
	}
	for name, change := range map[string]func(*slow){
		"a party's name":            func(s *slow) { s.estate.Parties[1].Name = "李方" },
		"a party's codes elsewhere": func(s *slow) { s.estate.Parties[1].ExternalIDs = property.ExternalIDs{"u8": "0042"} },
		"the community's name":      func(s *slow) { s.estate.Community.Name = "锦园" },
		"the order of units":        func(s *slow) { s.estate.Units[0], s.estate.Units[1] = s.estate.Units[1], s.estate.Units[0] },
		"the order of tariffs":      func(s *slow) { s.book.Tariffs[0], s.book.Tariffs[2] = s.book.Tariffs[2], s.book.Tariffs[0] },
		"the price of a draft":      func(s *slow) { s.book.Tariffs[1].Prices = history(entry("", "", rate("2"))) },
		"a unit out of every scope": func(s *slow) { s.estate.Units[1].Areas = civil.Always(gross("12")) },
		"another unit out of scope": func(s *slow) {
			s.estate.Units = append(s.estate.Units, property.Unit{Code: "P-02", Use: property.Parking})
		},
		"a building nobody is in scope": func(s *slow) { s.estate.Buildings = append(s.estate.Buildings, property.Building{Code: "3"}) },
	} {
		s := fullHouse()
		change(&s)
		require.Equal(t, was, inputs(s), name)
	}
}
