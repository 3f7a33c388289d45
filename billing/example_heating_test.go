package billing_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// A heating season is billed in October, ahead of it. In January the home has six days of 17 °C, where 18 °C were
// promised: a fifth of their fee is given back when the season is over.
func ExampleSeason() {
	estate := property.Estate{
		Community: property.Community{Code: "JY"}, Parties: []property.Party{{Code: "H", Name: "李芳"}},
		Units:     []property.Unit{{Code: "1-0803", Use: property.Dwelling, Areas: civil.Always(gross("89.53"))}},
		Tenancies: []property.Tenancy{owner("1-0803", civil.Period{Start: civil.MustParse("2020-01-01")}, "H")},
	}
	heating := billing.Tariff{
		Code: "heat", Name: "采暖费", State: billing.InForce, AppliesTo: property.Scope{All: true},
		Basis:  billing.Basis{Area: &billing.AreaBasis{}},
		Prices: civil.Always(billing.Rate{Price: decimal.RequireFromString("24.00")}),
		Cycle: &billing.Cycle{Timing: billing.Advance, Season: &billing.Season{
			From: civil.MustParseMonthDay("11-15"), To: civil.MustParseMonthDay("03-15"), Bill: civil.MustParseMonthDay("10-01"),
		}},
		Reliefs: &billing.Reliefs{HeatFault: &billing.HeatFaultRelief{Bands: []billing.TemperatureBand{
			{Below: decimal.NewFromInt(18), Rebate: decimal.RequireFromString("0.2")},
		}}},
	}
	cold := billing.HeatFault{Unit: "1-0803", Tariff: "heat", Fault: billing.HeatFaultKind{Temperature: &billing.LowTemperature{
		Period: civil.Period{Start: civil.MustParse("2026-01-10"), End: civil.MustParse("2026-01-16")}, Celsius: decimal.NewFromInt(17),
	}}}

	register, _ := estate.Build()
	book := billing.Book{Currency: [3]byte{'C', 'N', 'Y'}, Tariffs: []billing.Tariff{heating}}
	bill := func(facts billing.Facts) []billing.Bill {
		run, _ := billing.Prepare(register, book, facts, civil.MustParseMonth("2025-10"))
		var out []billing.Bill
		for b := range run.Bills(0, run.Len()) {
			out = append(out, b)
		}
		return out
	}
	issued := bill(billing.Facts{})
	corrections, _ := billing.Correct(issued, bill(billing.Facts{HeatFaults: []billing.HeatFault{cold}}))
	fmt.Println(issued[0].Lines[0].ChargeID(), issued[0].Total)
	fmt.Println(corrections[0].ID(), corrections[0].Total)
	// Output:
	// heat/1-0803/2025-11-15 2148.72 CNY
	// 1-0803/H/2025-10-01/1 -21.31 CNY
}
