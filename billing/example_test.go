package billing_test

import (
	"encoding/json"
	"fmt"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// exampleEstate is a home of 89.53 m², sold on 11 July 2026, and a parking space.
func exampleEstate() property.Estate {
	day := civil.MustParse
	own := func(unit, party string, term civil.Period) property.Tenancy {
		return property.Tenancy{Unit: unit, Kind: property.Ownership, Holders: []property.Holder{{Party: party}}, Term: term}
	}
	return property.Estate{
		Community: property.Community{Code: "JY", Name: "锦园"},
		Parties:   []property.Party{{Code: "H1", Name: "李芳"}, {Code: "N1", Name: "王强"}},
		Units: []property.Unit{
			{Code: "1-0803", Use: property.Dwelling, Areas: civil.Always(property.Areas{Gross: measure.MustParseArea("89.53")})},
			{Code: "P-017", Use: property.Parking},
		},
		Tenancies: []property.Tenancy{
			own("1-0803", "H1", civil.Period{Start: day("2020-05-01"), End: day("2026-07-11")}),
			own("1-0803", "N1", civil.Period{Start: day("2026-07-11")}),
		},
	}
}

// exampleBook raises the fee on 16 July 2026.
func exampleBook() billing.Book {
	price := func(text, source string) billing.Rate {
		return billing.Rate{Price: decimal.RequireFromString(text), Source: source}
	}
	return billing.Book{Currency: money.MustParseCurrency("CNY"), Tariffs: []billing.Tariff{{
		Code: "pm", Name: "物业服务费", State: billing.InForce,
		AppliesTo: property.Scope{Uses: []property.Use{property.Dwelling}},
		Basis:     billing.Basis{Area: &billing.AreaBasis{}},
		Prices: civil.History[billing.Rate]{
			{To: civil.MustParse("2026-07-15"), Value: price("2.80", "合同 2024-03")},
			{From: civil.MustParse("2026-07-16"), Value: price("3.10", "决定 2026-06")},
		},
		Tax: &billing.Tax{Inclusive: &billing.TaxRate{Rates: civil.Always(decimal.RequireFromString("0.06"))}},
	}}}
}

// exampleRun leaves out the errors; each lists every problem with its place.
func exampleRun() *billing.Run {
	register, _ := exampleEstate().Build()
	run, _ := billing.Prepare(register, exampleBook(), billing.Facts{}, civil.MustParseMonth("2026-07"))
	return run
}

// The price rises on the 16th and the home is sold on the 11th: three stretches, two
// bills, and in all the rounded charge of the month.
func Example() {
	register, err := exampleEstate().Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	run, err := billing.Prepare(register, exampleBook(), billing.Facts{}, civil.MustParseMonth("2026-07"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for bill := range run.Bills(0, run.Len()) {
		fmt.Println(bill.ID(), bill.Total)
		for _, line := range bill.Lines {
			fmt.Println(" ", line.Tariff, line.Period.Start, "–", line.Period.Last(), line.Amount, "with tax", line.Tax)
		}
	}
	// Output:
	// 1-0803/H1/2026-07-01 80.87 CNY
	//   pm 2026-07-01 – 2026-07-10 80.87 CNY with tax 4.58 CNY
	// 1-0803/N1/2026-07-01 183.68 CNY
	//   pm 2026-07-11 – 2026-07-15 40.43 CNY with tax 2.29 CNY
	//   pm 2026-07-16 – 2026-07-31 143.25 CNY with tax 8.11 CNY
}

// A configuration is refused with everything that is wrong with it.
func ExamplePrepare() {
	register, _ := exampleEstate().Build()
	book := exampleBook()
	book.Tariffs[0].Prices[0].To = civil.MustParse("2026-07-10")
	book.Tariffs[0].Prices[1].Value.Price = decimal.Zero
	_, err := billing.Prepare(register, book, billing.Facts{}, civil.MustParseMonth("2026-07"))
	fmt.Println(err)
	// Output:
	// billing run: 2 problems
	//   book.tariffs[0].prices[1].value: there is no price; a price of 0 must say free: true
	//   book.tariffs[0].prices[1].from: there is no price from 2026-07-11 to 2026-07-15
}

// A unit that cannot be billed is held and says why; the run goes on.
func ExampleRun_Bills() {
	register, _ := exampleEstate().Build()
	book := exampleBook()
	book.Tariffs[0].AppliesTo = property.Scope{All: true} // the parking space as well
	run, _ := billing.Prepare(register, book, billing.Facts{}, civil.MustParseMonth("2026-07"))
	for bill, err := range run.Bills(0, run.Len()) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(bill.Unit, bill.Payer, bill.Total)
	}
	// Output:
	// 1-0803 H1 80.87 CNY
	// 1-0803 N1 183.68 CNY
	// unit P-017: 2 problems
	//   no gross floor area is known on 2026-07-01, by which tariff pm charges
	//   nobody pays on 2026-07-01 for tariff pm: no owner, tenant or default payer
}

// Lines go into the caller's own buffer, without an allocation.
func ExampleRun_Cursor() {
	run := exampleRun()
	cursor := run.Cursor()
	buffer := make([]billing.Line, 0, 16)
	for unit := range run.Len() {
		lines, err := cursor.AppendLines(buffer[:0], unit)
		if err != nil {
			fmt.Println(err)
			continue
		}
		for _, line := range lines {
			fmt.Println(line.ID(), line.Amount)
		}
	}
	// Output:
	// pm/1-0803/H1/2026-07-01 80.87 CNY
	// pm/1-0803/N1/2026-07-11 40.43 CNY
	// pm/1-0803/N1/2026-07-16 143.25 CNY
}

// Why the line from the 11th is 40.43 and not 40.44: the earlier one took 80.87.
func ExampleBill_Why() {
	run := exampleRun()
	zh, _ := explain.NewPrinter(language.Chinese, billing.Messages)
	for bill := range run.Bills(0, run.Len()) {
		if bill.Payer == "N1" {
			why := bill.Lines[0].Why()
			fmt.Print(explain.Text(zh, why))
			fmt.Println(why.Check())
		}
	}
	// Output:
	// pm，房屋 1-0803，2026-07-11 至 2026-07-15：40.43 CNY，下列 2 项之和
	// ├ 截至 2026-07-15 的应收（已舍入）：121.30 CNY，四舍五入到 0.01 CNY
	// │  └ 截至 2026-07-15 的应收（精确）：≈ 121.298710 CNY（3760.26/31），下列 2 项之和
	// │     ├ 本项前面各段（精确）：≈ 80.865806 CNY（2506.84/31）
	// │     └ 精确金额：≈ 40.432903 CNY（1253.42/31），下列 3 项之积
	// │        ├ 数量：89.53 m2
	// │        ├ 月单价：2.80 CNY/m2（来源：合同 2024-03）
	// │        └ 计费天数 ÷ 当月天数：≈ 0.161290（5/31） = 5 d ÷ 31 d
	// │           ├ 2026-07-11 至 2026-07-15 的天数：5 d
	// │           └ 当月天数：31 d
	// └ 减前面各段已计金额：-80.87 CNY，下列 2 项之积
	//    ├ 扣减：-1
	//    └ 前面各段已计金额：80.87 CNY，四舍五入到 0.01 CNY
	//       └ 本项前面各段（精确）：≈ 80.865806 CNY（2506.84/31）
	// <nil>
}

// A bill of three years ago is computed again from its JSON alone.
func ExampleVerify() {
	run := exampleRun()
	var archive [][]byte
	for bill := range run.Bills(0, run.Len()) {
		data, _ := json.Marshal(bill)
		archive = append(archive, data)
	}

	bill, err := invalid.Decode[billing.Bill](archive[0], "bill")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(billing.Verify(bill))
	bill.Lines[0].Amount = money.MustParse("80.78 CNY") // two digits change places
	fmt.Println(billing.Verify(bill))
	// Output:
	// <nil>
	// bill 1-0803/H1/2026-07-01: 1 problem
	//   lines[0].amount: the facts come to 80.87 CNY, the line says 80.78 CNY
}
