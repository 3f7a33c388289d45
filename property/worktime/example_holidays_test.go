package worktime_test

import (
	"fmt"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

func ExampleChina() {
	h := worktime.China()
	for _, day := range []string{"2026-09-20", "2026-09-25", "2026-09-28"} {
		if e, ok := h.Day(civil.MustParse(day)); ok {
			fmt.Println(day, e.Kind, e.Name)
		} else {
			fmt.Println(day, "as its weekday is")
		}
	}
	// Output:
	// 2026-09-20 work 国庆节
	// 2026-09-25 off 中秋节
	// 2026-09-28 as its weekday is
}

// What was promised is judged by what was known: on 26 January 2020 nobody could know that
// the Spring Festival would be made longer the next day.
func ExampleHolidays_AsOf() {
	day := civil.MustParse("2020-01-31")
	for _, asOf := range []string{"2020-01-26", "2020-01-27"} {
		_, ok := worktime.China().AsOf(civil.MustParse(asOf)).Day(day)
		fmt.Println("as of", asOf, ok)
	}
	// Output:
	// as of 2020-01-26 false
	// as of 2020-01-27 true
}

// A year to come is added when its notice is there. These days are made up.
func ExampleHolidays_With() {
	h := worktime.China().With(worktime.Notice{
		Year:      2027,
		Published: civil.MustParse("2026-11-05"),
		Days: []worktime.HolidayDay{
			{From: civil.MustParse("2027-01-01"), To: civil.MustParse("2027-01-03"), Kind: worktime.DayOff, Name: "元旦"},
			{From: civil.MustParse("2027-01-09"), Kind: worktime.DayWork, Name: "元旦"},
		},
	})
	years := h.Years()
	fmt.Println(years[len(years)-1])
	e, _ := h.Day(civil.MustParse("2027-01-02"))
	fmt.Println(e.Kind, e.Name, e.From, e.To)
	// Output:
	// 2027
	// off 元旦 2027-01-01 2027-01-03
}
