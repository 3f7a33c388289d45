package billing_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// exampleShop is a shop let from 16 March 2025 for three years: 3500.00 a month, 5 % more each
// year, the first month free.
func exampleShop() property.Estate {
	start := civil.MustParse("2025-03-16")
	return property.Estate{
		Community: property.Community{Code: "JY", Name: "锦园"},
		Parties:   []property.Party{{Code: "T1", Name: "便利店"}},
		Units:     []property.Unit{{Code: "S-01", Use: property.Shop}},
		Tenancies: []property.Tenancy{{
			Unit: "S-01", Kind: property.Lease, Holders: []property.Holder{{Party: "T1"}},
			Term: civil.Period{Start: start, End: civil.MonthsFrom(start, 36)},
			Agreed: []property.Agreed{{
				Fee: "rent",
				Prices: civil.Always(property.AgreedPrice{
					Price:      money.MustParsePrice("3500"),
					Escalation: &property.Escalation{Rate: money.MustParseRate("5%"), Every: 12},
					Source:     "租赁合同 2025-08",
				}),
				Free: []civil.Period{{Start: start, End: civil.MonthsFrom(start, 1)}},
			}},
		}},
	}
}

// A rent with the tenancy's own months: nothing in the first, 3500.00 in the second, 3675.00
// after the first anniversary and 3858.75 after the second.
func ExampleAgreedBasis() {
	register, err := exampleShop().Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	book := billing.Book{Currency: money.MustParseCurrency("CNY"), Tariffs: []billing.Tariff{{
		Code: "rent", Name: "租金", State: billing.InForce,
		AppliesTo: property.Scope{Uses: []property.Use{property.Shop}},
		Basis:     billing.Basis{Agreed: &billing.AgreedBasis{FromStart: true}},
		Cycle:     &billing.Cycle{Timing: billing.Advance, DueDays: -10},
	}}}
	for _, month := range []string{"2025-03", "2025-04", "2026-02", "2026-03", "2027-03"} {
		run, err := billing.Prepare(register, book, billing.Facts{}, civil.MustParseMonth(month))
		if err != nil {
			fmt.Println(err)
			return
		}
		for bill := range run.Bills(0, run.Len()) {
			for _, line := range bill.Lines {
				fmt.Println(line.Period.Start, "–", line.Period.Last(), line.Amount, "due", run.DueOn(line))
			}
		}
	}
	// Output:
	// 2025-03-16 – 2025-04-15 0.00 CNY due 2025-03-06
	// 2025-04-16 – 2025-05-15 3500.00 CNY due 2025-04-06
	// 2026-02-16 – 2026-03-15 3500.00 CNY due 2026-02-06
	// 2026-03-16 – 2026-04-15 3675.00 CNY due 2026-03-06
	// 2027-03-16 – 2027-04-15 3858.75 CNY due 2027-03-06
}

// termsBook is the property fee by the quarter in advance, with its source and publication.
func termsBook() billing.Book {
	rate := func(price, source, published string) billing.Rate {
		return billing.Rate{Price: decimal.RequireFromString(price), Source: source, PublishedOn: civil.MustParse(published)}
	}
	return billing.Book{Currency: money.MustParseCurrency("CNY"), Tariffs: []billing.Tariff{{
		Code: "pm", Name: "物业服务费", State: billing.InForce,
		AppliesTo: property.Scope{Uses: []property.Use{property.Dwelling}},
		Basis:     billing.Basis{Area: &billing.AreaBasis{}},
		Prices: civil.History[billing.Rate]{
			{From: civil.MustParse("2024-01-01"), To: civil.MustParse("2026-12-31"), Value: rate("2.80", "合同 2024-03", "2023-12-20")},
			{From: civil.MustParse("2027-01-01"), Value: rate("3.10", "决定 2026-06", "2026-12-01")},
		},
		Cycle:   &billing.Cycle{Every: billing.Quarterly, Timing: billing.Advance, DueDays: 9},
		Ceiling: &billing.Ceiling{Limits: civil.Always(billing.Limit{Benchmark: decimal.RequireFromString("2.80"), Up: decimal.RequireFromString("0.2"), Source: "政府指导价"})},
	}}}
}

// termsHome is a home of 89.53 m².
func termsHome() property.Estate {
	return property.Estate{
		Community: property.Community{Code: "JY", Name: "锦园"},
		Parties:   []property.Party{{Code: "H1", Name: "李芳"}, {Code: "N1", Name: "王强"}},
		Units: []property.Unit{
			{Code: "1-0803", Use: property.Dwelling, Areas: civil.Always(property.Areas{Gross: measure.MustParseArea("89.53")})},
		},
		Tenancies: []property.Tenancy{{
			Unit: "1-0803", Kind: property.Ownership, Holders: []property.Holder{{Party: "H1"}}, Term: civil.Period{Start: civil.MustParse("2020-05-01")},
		}},
	}
}

// runOf leaves out the errors; each lists every problem with its place.
func runOf(estate property.Estate, facts billing.Facts, period civil.Period) *billing.Run {
	register, _ := estate.Build()
	run, _ := billing.Prepare(register, termsBook(), facts, period)
	return run
}

// A quarter is three charges billed together, here in the run that holds its first day; the runs
// between bill nothing.
func ExampleCycle() {
	for _, month := range []string{"2026-06", "2026-07", "2026-08"} {
		run := runOf(termsHome(), billing.Facts{}, civil.MustParseMonth(month))
		fmt.Println(month)
		for bill := range run.Bills(0, run.Len()) {
			fmt.Println(" ", bill.ID(), bill.Total, "due", run.DueOn(bill.Lines[0]))
			for _, line := range bill.Lines {
				fmt.Println("   ", line.Period.Start, "–", line.Period.Last(), line.Amount)
			}
		}
	}
	// Output:
	// 2026-06
	// 2026-07
	//   1-0803/H1/2026-07-01 752.04 CNY due 2026-07-10
	//     2026-07-01 – 2026-07-31 250.68 CNY
	//     2026-08-01 – 2026-08-31 250.68 CNY
	//     2026-09-01 – 2026-09-30 250.68 CNY
	// 2026-08
}

// The calendar of a half year.
func ExampleBook_Dues() {
	for _, due := range termsBook().Dues(civil.Period{Start: civil.MustParse("2026-07-01"), End: civil.MustParse("2027-01-01")}) {
		fmt.Println(due.On, due.Name, due.Period.Start, "–", due.Period.Last())
	}
	// Output:
	// 2026-07-10 物业服务费 2026-07-01 – 2026-09-30
	// 2026-10-10 物业服务费 2026-10-01 – 2026-12-31
}

// The quarter was billed when word comes that the home was sold on 11 August. August and
// September are taken back where they are wrong and charged again, to whoever owes them.
func ExampleCorrect() {
	quarter := civil.MustParseMonth("2026-07")
	before, after := termsHome(), termsHome()
	after.Tenancies[0].Term.End = civil.MustParse("2026-08-11")
	after.Tenancies = append(after.Tenancies, property.Tenancy{
		Unit: "1-0803", Kind: property.Ownership, Holders: []property.Holder{{Party: "N1"}}, Term: civil.Period{Start: civil.MustParse("2026-08-11")},
	})
	var issued, fresh []billing.Bill
	old := runOf(before, billing.Facts{}, quarter)
	for bill := range old.Bills(0, old.Len()) {
		issued = append(issued, bill)
	}
	again := runOf(after, billing.Facts{}, quarter)
	for bill := range again.Bills(0, again.Len()) {
		fresh = append(fresh, bill)
	}
	corrections, err := billing.Correct(issued, fresh)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, bill := range corrections {
		fmt.Println(bill.ID(), bill.Total)
		for _, line := range bill.Lines {
			fmt.Println(" ", line.ID(), line.Amount)
		}
	}
	corrections, err = billing.Correct(append(issued, corrections...), fresh)
	fmt.Println(len(corrections), err) // the second time there is nothing to correct
	// Output:
	// 1-0803/H1/2026-07-01/1 -420.49 CNY
	//   pm/1-0803/H1/2026-08-01/-1 -250.68 CNY
	//   pm/1-0803/H1/2026-08-01/2 80.87 CNY
	//   pm/1-0803/H1/2026-09-01/-1 -250.68 CNY
	// 1-0803/N1/2026-07-01/1 420.49 CNY
	//   pm/1-0803/N1/2026-08-11 169.81 CNY
	//   pm/1-0803/N1/2026-09-01 250.68 CNY
	// 0 <nil>
}

// What must hang on the notice board in December: the price in force, the next one, the limit.
func ExampleBook_PriceList() {
	for _, p := range termsBook().PriceList(civil.MustParse("2026-12-15")) {
		fmt.Printf("%s (%s): %s from %s to %s, published on %s, %s\n", p.Name, p.Basis, p.Rate.Price, p.From, p.Until, p.Since, p.Rate.Source)
		fmt.Printf("from %s: %s, published on %s\n", p.Next.From, p.Next.Value.Price, p.Next.Value.PublishedOn)
		fmt.Printf("at most %s, %s\n", p.Limit.Cap(), p.Limit.Source)
		fmt.Println("billed by the", p.Every, "in", p.Timing)
	}
	// Output:
	// 物业服务费 (area): 2.8 from 2024-01-01 to 2026-12-31, published on 2023-12-20, 合同 2024-03
	// from 2027-01-01: 3.1, published on 2026-12-01
	// at most 3.36, 政府指导价
	// billed by the quarter in advance
}

// What a home will cost in 2027, before anything is billed.
func ExampleRun_Estimate() {
	run := runOf(termsHome(), billing.Facts{}, civil.Period{Start: civil.MustParse("2027-01-01"), End: civil.MustParse("2028-01-01")})
	home, _ := run.Register().Find("1-0803")
	estimate, err := run.Estimate(home, home+1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(estimate.Total, "in", estimate.Lines, "lines")
	for _, sum := range estimate.Tariffs {
		fmt.Println(sum.Tariff, sum.Net)
	}
	// Output:
	// 3330.48 CNY in 12 lines
	// pm 3330.48 CNY
}

// A year paid ahead with 5 % off, billed by the month, and what is paid back when the service ends
// on 10 June: pro rata, or with the offer withdrawn.
func ExamplePrepayment_Refund() {
	year := civil.Period{Start: civil.MustParse("2026-01-01"), End: civil.MustParse("2027-01-01")}
	linesOf := func(run *billing.Run) (lines []billing.Line) {
		for bill := range run.Bills(0, run.Len()) {
			lines = append(lines, bill.Lines...)
		}
		return lines
	}
	offer := billing.PrepaymentOffer{Months: 12, Factor: decimal.RequireFromString("0.95")}
	full, total, err := offer.Quote(linesOf(runOf(termsHome(), billing.Facts{}, year)))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(total, "instead of", full)

	paid := billing.Prepayment{Unit: "1-0803", Tariff: "pm", Period: year, Total: total, Source: "收据 2026-0017"}
	for _, line := range linesOf(runOf(termsHome(), billing.Facts{Prepayments: []billing.Prepayment{paid}}, civil.MustParseMonth("2026-01"))) {
		fmt.Println(line.Period.Start, "–", line.Period.Last(), line.Amount, line.Facts.Instalment.Source)
	}

	ended := civil.MustParse("2026-06-11") // the first day no longer served
	refund, err := paid.Refund(ended)
	fmt.Println(refund.Amount, err)
	served := termsBook()
	served.Tariffs[0].Prices = served.Tariffs[0].Prices[:1]
	served.Tariffs[0].Prices[0].To = ended.AddDays(-1)
	register, _ := termsHome().Build()
	run, _ := billing.Prepare(register, served, billing.Facts{}, civil.Period{Start: year.Start, End: civil.MustParse("2026-07-01")})
	refund, err = paid.RefundWithdrawn(linesOf(run))
	fmt.Println(refund.Amount, err)
	// Output:
	// 2857.75 CNY instead of 3008.16 CNY
	// 2026-01-01 – 2026-01-31 238.15 CNY 收据 2026-0017
	// 2026-02-01 – 2026-02-28 238.14 CNY 收据 2026-0017
	// 2026-03-01 – 2026-03-31 238.15 CNY 收据 2026-0017
	// 1587.64 CNY <nil>
	// 1520.77 CNY <nil>
}
