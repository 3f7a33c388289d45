package metric_test

import (
	"fmt"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
)

// 1,176 of 1,200 repair orders of a year were reached in time. The contract asks for all.
func Example() {
	set, err := metric.Compile(metric.China())
	if err != nil {
		fmt.Println(err)
		return
	}
	verdicts, err := set.Judge(metric.Measurement{
		Metric: "repairTimeliness", Period: civil.Period{Start: civil.MustParse("2026-01-01"), End: civil.MustParse("2027-01-01")},
		Num: metric.MustParseFigure("1176"), Den: metric.MustParseFigure("1200"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range verdicts {
		percent, err := v.Value.Percent(metric.Rounding{})
		fmt.Println(v.Value.Num, "/", v.Value.Den, v.Value.Base, percent, err)
		fmt.Println(v.Target.Is, v.Target.Value, v.Outcome)
	}
	// Output:
	// 1176 / 1200 ordersDue 98.00% <nil>
	// exactly 1 missed
}

// A year is the sum of its months, not the mean of their rates; a month that is missing is told.
func ExampleSet_Total() {
	set, err := metric.Compile(metric.China())
	if err != nil {
		fmt.Println(err)
		return
	}
	month := func(month, num, den string) metric.Measurement {
		return metric.Measurement{
			Metric: "collection", Period: civil.MustParseMonth(month),
			Num: metric.MustParseFigure(num), Den: metric.MustParseFigure(den),
		}
	}
	quarter := civil.Period{Start: civil.MustParse("2026-01-01"), End: civil.MustParse("2026-04-01")}
	months := []metric.Measurement{month("2026-01", "150000.00", "160000.00"), month("2026-02", "38000.50", "40000.00")}
	_, err = set.Total("", quarter, months)
	fmt.Println(err)

	total, err := set.Total("", quarter, append(months, month("2026-03", "42000.00", "50000.00")))
	fmt.Println(total.Num, "/", total.Den, err)
	// Output:
	// total: 1 problem
	//   parts: for the scope "" nothing is measured in 2026-03-01/2026-04-01
	// 230000.5 / 250000 <nil>
}

// From 97 % to 98.5 % are 1.5 percentage points, or 1.55 percent more.
func ExampleSet_Trend() {
	set, err := metric.Compile(metric.China())
	if err != nil {
		fmt.Println(err)
		return
	}
	at := func(month, num, den string) metric.Measurement {
		return metric.Measurement{
			Metric: "firstTimeFix", Period: civil.MustParseMonth(month),
			Num: metric.MustParseFigure(num), Den: metric.MustParseFigure(den),
		}
	}
	trend, err := set.Trend(at("2026-05", "97", "100"), at("2026-06", "197", "200"))
	if err != nil {
		fmt.Println(err)
		return
	}
	points, err := trend.Points(metric.Rounding{Step: metric.MustParseFigure("0.1")})
	fmt.Println(points, err)
	relative, err := trend.Relative(metric.Rounding{Mode: metric.ModeHalfEven})
	fmt.Println(relative, err)
	course, known := trend.Course()
	fmt.Println(course, known)
	// Output:
	// 1.5 <nil>
	// 1.55 <nil>
	// 1 true
}

// A base of 0 is not applicable, and a figure that nobody gave is unknown; neither is 0 %.
func ExampleValue_Percent() {
	set, err := metric.Compile(metric.China())
	if err != nil {
		fmt.Println(err)
		return
	}
	m := metric.Measurement{Metric: "rework", Period: civil.MustParseMonth("2026-03"), Num: metric.MustParseFigure("0")}
	for _, den := range []string{"40", "0"} {
		m.Den = metric.MustParseFigure(den)
		v, err := set.Value(m)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(v.Percent(metric.Rounding{}))
	}
	m.Den = metric.Figure{}
	v, err := set.Value(m)
	fmt.Println(v.State, v.Missing, err)
	// Output:
	// 0.00% <nil>
	//  "rework" has no value: notApplicable
	// unknown den <nil>
}
