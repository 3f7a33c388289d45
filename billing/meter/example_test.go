package meter_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/measure"
)

// elevators is the electricity of the lifts: a transformer of 40, five digits, installed in 2025.
func elevators() meter.Meter {
	return meter.Meter{
		Code: "LIFT-1", Kind: "electricity", Measures: measure.MustParseUnit("kWh"),
		Devices: []meter.Device{{
			Serial: "07-4411", Installed: civil.MustParse("2025-12-01"), Start: measure.MustParseQuantity("99870"),
			Multiplier: measure.MustParseQuantity("40"), Digits: 5,
		}},
	}
}

func reading(day, value string, source meter.Source) meter.Reading {
	return meter.Reading{Meter: "LIFT-1", On: civil.MustParse(day), Value: measure.MustParseQuantity(value), Source: source}
}

// The register passes 99999 in January.
func Example() {
	log, err := meter.Compile([]meter.Meter{elevators()}, []meter.Reading{
		reading("2025-12-31", "99950", meter.Remote), reading("2026-01-31", "30", meter.Manual),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, _ := log.Find("LIFT-1")
	january, known := civil.MustParseMonth("2026-01"), civil.MustParse("2026-02-01")
	used, _ := log.Quantity(r, "", january, known)
	segments, _ := log.AppendSegments(nil, r, "", january, known)
	printer, _ := explain.NewPrinter(language.English, meter.Messages)
	fmt.Println(used)
	fmt.Print(explain.Text(printer, segments[0].Why()))
	// Output:
	// 3200 kWh
	// usage from 2026-01-01 to 2026-01-31: 3200 kWh, product of these 2
	// ├ what the register moved: 80 = 30 − 99950 + 100000
	// │  ├ register at the start of 2026-02-01: 30 [07-4411]
	// │  ├ less the register at the start of 2026-01-01: -99950 [07-4411]
	// │  └ the register began at 0 again at: 100000
	// └ multiplier: 40 kWh
}

// A usage that cannot be computed is an error of that usage.
func ExampleLog_Quantity() {
	log, err := meter.Compile([]meter.Meter{elevators()}, []meter.Reading{
		reading("2025-12-31", "99950", meter.Manual), reading("2026-01-31", "99905", meter.Manual),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	december, known := civil.MustParseMonth("2025-12"), civil.MustParse("2026-02-01")
	half := civil.Period{Start: december.Start, End: december.Start.AddDays(15)}
	fmt.Println(log.Quantity(0, "", december, known))
	fmt.Println(log.Quantity(0, "", half, known))
	_, err = log.Quantity(0, "", civil.MustParseMonth("2026-01"), known)
	fmt.Println(errors.Is(err, meter.ErrNegative))
	fmt.Println(err)
	// Output:
	// 3200 kWh <nil>
	// 1548.3871 kWh <nil>
	// true
	// meter LIFT-1 showed 99950 at the start of 2026-01-01, and 99905 at the start of 2026-02-01, which is less
}

// January was charged on an estimate; the charge that February's reading closes counts from the last
// actual reading, and the estimate is taken off it.
func ExampleLog_Span() {
	log, err := meter.Compile([]meter.Meter{elevators()}, []meter.Reading{
		reading("2025-12-31", "99900", meter.Manual), reading("2026-01-31", "99940", meter.Estimated), reading("2026-02-28", "99959", meter.Manual),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	month := func(boundary civil.Date) civil.Period {
		last := boundary.AddDays(-1)
		return civil.Period{Start: last.MonthStart(), End: last.NextMonth()}
	}
	span, state := log.Span(0, civil.MustParseMonth("2026-02"), month)
	used, _ := log.Quantity(0, "", span.Period, span.Period.End)
	fmt.Println(state, span.Period, used)
	for p := range log.Estimated(0, span, month) {
		used, _ := log.Quantity(0, "", p, p.End)
		fmt.Println("estimated", p, used)
	}
	// Output:
	// read 2026-01-01/2026-03-01 2360 kWh
	// estimated 2026-01-01/2026-02-01 1600 kWh
}

// A house with solar heating at noon and a night tariff.
func ExampleClock_Split() {
	clock, err := meter.TimeOfUse{Bands: []meter.BandHours{
		{Band: "peak", From: civil.MustParseTimeOfDay("08:00"), To: civil.MustParseTimeOfDay("22:00")},
		{Band: "valley", From: civil.MustParseTimeOfDay("22:00"), To: civil.MustParseTimeOfDay("08:00")},
	}}.Compile()
	if err != nil {
		fmt.Println(err)
		return
	}
	bands, err := clock.Split(func(yield func(int, measure.Quantity) bool) {
		for hour := range 24 {
			if !yield(hour*60, measure.MustParseQuantity("0.5 kWh")) {
				return
			}
		}
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range bands {
		fmt.Println(b.Band, b.Usage)
	}
	// Output:
	// peak 7 kWh
	// valley 5 kWh
}
