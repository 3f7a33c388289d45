package wuye_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

func Example() {
	day := civil.MustParse
	estate := property.Estate{
		Community: property.Community{Code: "JY", Name: "锦园"},
		Parties:   []property.Party{{Code: "H1", Name: "李芳"}, {Code: "N1", Name: "王强"}},
		Units: []property.Unit{{
			Code: "1-0803", Use: property.Dwelling,
			Areas: civil.Always(property.Areas{Gross: measure.MustParseArea("89.53")}),
		}},
		Tenancies: []property.Tenancy{ // sold on 11 July
			{Unit: "1-0803", Kind: property.Ownership, Holders: []property.Holder{{Party: "H1"}}, Term: civil.Period{Start: day("2020-05-01"), End: day("2026-07-11")}},
			{Unit: "1-0803", Kind: property.Ownership, Holders: []property.Holder{{Party: "N1"}}, Term: civil.Period{Start: day("2026-07-11")}},
		},
	}
	book := billing.Book{Currency: money.MustParseCurrency("CNY"), Tariffs: []billing.Tariff{{
		Code: "pm", Name: "物业服务费", State: billing.InForce, AppliesTo: property.Scope{Uses: []property.Use{property.Dwelling}},
		Basis: billing.Basis{Area: &billing.AreaBasis{}},
		Prices: civil.History[billing.Rate]{
			{To: day("2026-07-15"), Value: billing.Rate{Price: decimal.RequireFromString("2.80")}},
			{From: day("2026-07-16"), Value: billing.Rate{Price: decimal.RequireFromString("3.10")}},
		},
	}}}

	register, _ := estate.Build() // errors left out here; each lists every problem
	run, _ := billing.Prepare(register, book, billing.Facts{}, civil.MustParseMonth("2026-07"))
	for bill := range run.Bills(0, run.Len()) {
		for _, line := range bill.Lines {
			fmt.Println(line.Payer, line.Period.Start, "–", line.Period.Last(), line.Amount)
		}
	}
	// Output:
	// H1 2026-07-01 – 2026-07-10 80.87 CNY
	// N1 2026-07-11 – 2026-07-15 40.43 CNY
	// N1 2026-07-16 – 2026-07-31 143.25 CNY
}
