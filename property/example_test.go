package property_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

func ExampleBuilder() {
	b := property.NewBuilder(property.Community{Code: "rose", Name: "玫瑰园"})
	b.Building(property.Building{Code: "1", Floors: 18})
	b.Party(property.Party{Code: "Zhang"})
	b.Unit(property.Unit{
		Code: "1-0803", Building: "1", Floor: 8, Use: property.Dwelling,
		Areas: civil.Always(property.Areas{Gross: measure.MustParseArea("89.53")}),
	})
	b.Unit(property.Unit{Code: "1-1901", Building: "1", Floor: 19, Use: property.Dwelling})
	b.Tenancy(property.Tenancy{
		Unit: "1-0803", Kind: property.Ownership, Holders: []property.Holder{{Party: "Zhang"}, {Party: "Li"}},
		Term: civil.Period{Start: civil.MustParse("2026-03-11")},
	})
	_, err := b.Build()
	fmt.Println(err)
	// Output:
	// estate rose: 2 problems
	//   units[1].floor: unit 1-1901 is on floor 19 of building 1, which has 18 floors and 0 basements
	//   tenancies[0].holders: there is no party Li
}

// flat is an estate of one flat, sold on 2026-03-11 and let from June.
func flat() property.Estate {
	return property.Estate{
		Community: property.Community{Code: "rose"},
		Parties:   []property.Party{{Code: "Li"}, {Code: "Wang"}, {Code: "Zhang"}},
		Units: []property.Unit{{
			Code: "1-0803", Use: property.Dwelling, Areas: civil.Always(property.Areas{Gross: measure.MustParseArea("89.53")}),
		}},
		Tenancies: []property.Tenancy{
			{
				Unit: "1-0803", Kind: property.Ownership, Holders: []property.Holder{{Party: "Zhang"}, {Party: "Li"}},
				Term: civil.Period{Start: civil.MustParse("2026-03-11")},
			},
			{
				Unit: "1-0803", Kind: property.Lease, Holders: []property.Holder{{Party: "Wang"}}, Pays: []string{"pm"},
				Term: civil.Period{Start: civil.MustParse("2026-06-01"), End: civil.MustParse("2027-06-01")},
			},
		},
	}
}

func ExampleRegister() {
	register, err := flat().Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	u, _ := register.Find("1-0803")
	fees := register.Payers("pm", property.AgreedPayer)
	for _, day := range []string{"2026-03-10", "2026-05-31", "2026-06-01", "2027-06-01"} {
		payer, ok := fees.At(u, civil.MustParse(day))
		fmt.Println(day, ok, register.PayerKey(payer), register.AppendLiable(nil, payer))
	}
	// Output:
	// 2026-03-10 false  []
	// 2026-05-31 true Li+Zhang [Li Zhang]
	// 2026-06-01 true Wang [Wang Li Zhang]
	// 2027-06-01 true Li+Zhang [Li Zhang]
}

func ExampleMerge() {
	register, err := flat().Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	sold := flat()
	sold.Units[0].Areas[0].Value.Gross = measure.MustParseArea("90.10")
	sold.Tenancies[0].Holders = []property.Holder{{Party: "Wang"}}
	sold.Tenancies[0].Term.Start = civil.MustParse("2026-11-16")
	sold.Tenancies = sold.Tenancies[:1]
	fresh, err := sold.Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	merged, changes, err := property.Merge(register, fresh, civil.MustParse("2026-12-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range changes.List {
		fmt.Println(c.Kind, c.Document, c.Code, c.Fields)
	}
	fmt.Println(changes.Unchanged, "unchanged")
	for _, t := range merged.Tenancies(0) {
		fmt.Println(t.Kind, t.Holders[0].Party, t.Term)
	}
	// Output:
	// changed unit 1-0803 [areas]
	// added tenancy 1-0803/ownership/2026-11-16 []
	// changed tenancy 1-0803/ownership/2026-03-11 [term]
	// vanished tenancy 1-0803/lease/2026-06-01 []
	// 4 unchanged
	// ownership Li 2026-03-11/2026-11-16
	// lease Wang 2026-06-01/2027-06-01
	// ownership Wang 2026-11-16/..
}

func ExampleParseCodes() {
	south, err := property.ParseCodes("E1–E4、E9栋")
	fmt.Println(south, err)
	_, err = property.ParseCodes("E4–E1，E9，E9")
	fmt.Println(err)
	// Output:
	// [E1 E2 E3 E4 E9] <nil>
	// codes: 2 problems
	//   [0]: "E4–E1" is not a range of numbered codes counting upwards, like E1–E4, or takes the list beyond 10000 codes
	//   [2]: E9 is listed twice
}

func ExampleBuilding_ManagedArea() {
	tower := property.Building{
		Code: "tower", GrossArea: measure.MustParseArea("40000"), Floors: 28, Lifts: 8,
		Bands: []property.FloorBand{
			{Floors: property.FloorRange{From: 1, To: 6}, Use: property.Mall, Area: measure.MustParseArea("20000")},
		},
	}
	fmt.Println(tower.ManagedArea(property.Scope{Floors: &property.FloorRange{From: 7, To: 28}}))
	_, err := tower.ManagedArea(property.Scope{Floors: &property.FloorRange{From: 6, To: 28}})
	fmt.Println(err)
	// Output:
	// 20000.00 m2 <nil>
	// building tower: 1 problem
	//   bands[0].floors: the scope's floors cut this band of building tower; split the band to say how its area divides
}

// A rent of 3000 a month from the last day of February, with 5 % more every year (租金递增).
func ExampleRegister_AgreedPrices() {
	e := flat()
	e.Tenancies = []property.Tenancy{{
		Unit: "1-0803", Kind: property.Lease, Holders: []property.Holder{{Party: "Wang"}},
		Term: civil.Period{Start: civil.MustParse("2024-02-29")},
		Agreed: []property.Agreed{{Fee: "rent", Prices: civil.Always(property.AgreedPrice{
			Price: money.MustParsePrice("3000"),
			Escalation: &property.Escalation{
				Rate: money.MustParseRate("5%"), Every: 12, Step: decimal.RequireFromString("0.01"),
			},
		})}},
	}}
	r, err := e.Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	u, _ := r.Find("1-0803")
	rent := r.AgreedPrices("rent")
	for _, day := range []string{"2025-02-27", "2025-02-28", "2026-02-28", "2028-02-29"} {
		at, _ := rent.At(u, civil.MustParse(day))
		fmt.Println(day, at.Price)
	}
	// Output:
	// 2025-02-27 3000.00
	// 2025-02-28 3150.00
	// 2026-02-28 3307.50
	// 2028-02-29 3646.52
}
