package policy_test

import (
	"fmt"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/policy"
)

// The VAT rate of property management services of a small-scale taxpayer
// (小规模纳税人): 3 %, reduced to 1 % in 2026 and 2027. It is chosen by the day
// the tax arises, not by today.
func Example() {
	const key = "vat.propertyService.smallScale"
	const source = "增值税法第十条、第十一条；财政部 税务总局公告2026年第10号"
	table, err := policy.Compile([]policy.Row{
		{Key: key, Value: "0.03", From: civil.MustParse("2028-01-01"), Source: source},
		{Key: key, Value: "0.01", From: civil.MustParse("2026-01-01"), To: civil.MustParse("2027-12-31"), Source: source},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, taxPoint := range []string{"2027-12-31", "2028-01-01", "2025-12-31"} {
		rate, _, err := table.Decimal("330106", key, civil.MustParse(taxPoint))
		fmt.Println(taxPoint, rate, err)
	}
	winter := civil.Period{Start: civil.MustParse("2027-11-01"), End: civil.MustParse("2028-03-01")}
	fmt.Println("changes on", table.Changes(nil, "330106", key, winter))
	// Output:
	// 2027-12-31 0.01 <nil>
	// 2028-01-01 0.03 <nil>
	// 2025-12-31 0 "vat.propertyService.smallScale" is not set for the region "330106" on 2025-12-31
	// changes on [2028-01-01]
}
