package civil_test

import (
	"fmt"

	"github.com/wuyekit/wuye/property/civil"
)

func ExampleParse() {
	_, err := civil.Parse("2026-02-29")
	fmt.Println(err)
	// Output: there is no day 2026-02-29
}

// Rent is due monthly from 31 January; every date is counted from the first.
func ExampleMonthsFrom() {
	lease := civil.MustParse("2026-01-31")
	for k := range 4 {
		fmt.Println(civil.MonthsFrom(lease, k))
	}
	// Output:
	// 2026-01-31
	// 2026-02-28
	// 2026-03-31
	// 2026-04-30
}

// A period is stored half-open and shown to people with its last day.
func ExamplePeriod() {
	march, err := civil.ParseMonth("2026-03")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(march, march.Days(), "days, to", march.Last())
	// Output: 2026-03-01/2026-04-01 31 days, to 2026-03-31
}

// A price of 2.80 rises to 3.10 on 16 July.
func ExampleHistory() {
	rise := civil.MustParse("2026-07-16")
	price := civil.Splice(civil.Always("2.80"), civil.Always("3.10"), rise)

	july := civil.MustParseMonth("2026-07")
	fmt.Println(price.AppendChanges(nil, july))
	before, _ := price.At(rise.AddDays(-1))
	after, _ := price.At(rise)
	fmt.Println(before, after)
	// Output:
	// [2026-07-16]
	// 2.80 3.10
}

func ExampleSpan_AddTo() {
	notice := civil.MustParseSpan("P1M")
	last, ok := notice.AddTo(civil.MustParse("2026-01-31"))
	fmt.Println(last, ok)
	_, ok = civil.MustParseSpan("5wd").AddTo(last) // needs a calendar of working days
	fmt.Println(ok)
	// Output:
	// 2026-02-28 true
	// false
}
