package policy

import (
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Row is the value a place gives to a key for a time. It is a document and
// comparable with ==.
type Row struct {
	// Region is the place (地区) as the prefix of its administrative division code
	// (行政区划代码, GB/T 2260): "" the nation, "11" Beijing, "3301" Hangzhou,
	// "330106" one of its districts.
	Region string `json:"region,omitempty"`
	// Key names what is set, "fee.vacancy.discount".
	Key string `json:"key"`
	// Value is what it is set to, "0.03". Its reader gives it a type.
	Value string `json:"value"`
	// From is the first day in force (施行日); zero means since ever.
	From civil.Date `json:"from,omitzero"`
	// To is the last day in force (截止日), inclusive; zero means without an end.
	To civil.Date `json:"to,omitzero"`
	// Source is the law and article, notice or contract that sets it (依据).
	Source string `json:"source"`
}

// holds reports whether the row is in force on a day.
func (r Row) holds(on civil.Date) bool {
	return (r.From.IsZero() || r.From <= on) && (r.To.IsZero() || on <= r.To)
}

// Document is a list of rows, in any order.
type Document struct {
	// Rows are the values, for any number of places and keys.
	Rows []Row `json:"rows"`
}

// Check reports what [Compile] would refuse.
func (d Document) Check(l *invalid.List) {
	l.Enter("rows")
	check(l, d.Rows)
	l.Leave()
}

func (r Row) check(l *invalid.List) {
	switch {
	case !isRegion(r.Region):
		l.At("region").Add(ErrRegion, invalid.Quote(r.Region))
	case strings.HasSuffix(r.Region, "00"):
		l.At("region").Add(ErrRegionPadded, invalid.Quote(unpadded(r.Region)), invalid.Quote(r.Region))
	}
	for _, text := range [...]struct{ name, value string }{
		{"key", r.Key}, {"value", r.Value}, {"source", r.Source},
	} {
		if strings.TrimSpace(text.value) == "" {
			l.At(text.name).Add(invalid.ErrRequired, text.name)
		}
	}
	if r.reversed() {
		l.At("to").Add(ErrReversed, r.From.String(), r.To.String())
	}
}

func (r Row) reversed() bool { return !r.To.IsZero() && r.To < r.From }

const regionDigits = 6

// isRegion reports whether s is a province, city or district code or nothing.
func isRegion(s string) bool {
	return len(s) <= regionDigits && len(s)%2 == 0 && strings.Trim(s, "0123456789") == ""
}

func unpadded(region string) string {
	for strings.HasSuffix(region, "00") {
		region = region[:len(region)-2]
	}
	return region
}
