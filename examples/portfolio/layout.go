package main

import (
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// layout is a plan of dwellings (户型) with what is usual for it: zero is none, as of a shop.
type layout struct {
	name string
	// percent is how many of 100 doors have it.
	percent int
	// from and to bound the gross floor area in m².
	from, to int
}

// layouts returns the plans that are built; the percentages make 100.
func layouts() []layout {
	return []layout{
		{"一室一厅", 10, 42, 62},
		{"两室一厅", 24, 68, 89},
		{"三室两厅", 44, 90, 128},
		{"四室两厅", 18, 132, 175},
		{"大平层", 4, 190, 280},
	}
}

// door is one position on every floor of an entrance: the same plan and area from the
// second floor to the top.
type door struct {
	layout int // position in layouts
	areas  civil.History[property.Areas]
}

func (d *dice) door(yield int) door {
	roll := d.below(100)
	for i, l := range layouts() {
		if roll < l.percent {
			return door{i, d.areas(l.from, l.to, yield)}
		}
		roll -= l.percent
	}
	return door{}
}

// areas returns a gross floor area from lo to hi m² to the hundredth, and the internal one
// that yield percent of it leave (得房率).
func (d *dice) areas(lo, hi, yield int) civil.History[property.Areas] {
	gross := d.between(lo*100, hi*100)
	return civil.Always(property.Areas{Gross: hundredths(gross), Internal: hundredths(gross * yield / 100)})
}

// hundredths returns an area of n × 0.01 m².
func hundredths(n int) measure.Area {
	return measure.MustParseArea(strconv.Itoa(n/100) + "." + pad(n%100, 2))
}
