package main

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// finding is something about a meter that a reader of the bills wants to know.
type finding struct {
	// Kind is one of the words below.
	Kind string `json:"kind"`
	// Meter is the meter's code.
	Meter string `json:"meter"`
	// Month is when, YYYY-MM.
	Month string `json:"month"`
}

// Kinds of findings.
const (
	foundSwap        = "swap"        // a device was replaced
	foundRollover    = "rollover"    // a register passed its last digit
	foundEstimate    = "estimate"    // a charge on an estimate
	foundTrueUp      = "trueUp"      // a reading that put an estimate right
	foundUnread      = "unread"      // no reading: held
	foundImplausible = "implausible" // a reading that cannot be right: held
	foundLeak        = "leak"        // a loss over its limit: held
	foundUnverified  = "unverified"  // a verification that has run out
)

// findings returns what the months' bills, held bills and statements show of meters, by month, kind and
// meter, each once.
func (y *year) findings(asOf civil.Date) []finding {
	var out []finding
	for i := range y.months {
		m := &y.months[i]
		name := monthName(m.period.Start)
		for l := range m.lines() {
			if l.Facts.Metered != nil {
				out = append(out, ofLine(l.Facts.Metered, name)...)
			}
		}
		for _, b := range m.held {
			for _, f := range b.Held {
				if kind, ok := kindOf(f.Rule); ok {
					out = append(out, finding{kind, y.meterOf(b.Unit, f), name})
				}
			}
		}
		for _, s := range m.statements {
			if s.Loss != nil && len(s.Held) > 0 {
				out = append(out, finding{foundLeak, s.Loss.Master, name})
			}
		}
	}
	out = append(out, y.common()...)
	out = append(out, y.swaps()...)
	for v := range y.log.Verifications(asOf) {
		out = append(out, finding{foundUnverified, v.Meter, monthName(v.Due)})
	}
	slices.SortFunc(out, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.Month, b.Month), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Meter, b.Meter))
	})
	return slices.Compact(out)
}

// ofLine returns what the line of a meter shows.
func ofLine(m *billing.Metered, name string) []finding {
	var out []finding
	if m.Estimated.Sign() != 0 {
		out = append(out, finding{foundTrueUp, m.Meter, name})
	}
	return append(out, ofSegments(m.Readings, m.Meter, name)...)
}

// ofSegments returns what stretches between readings show.
func ofSegments(segments []meter.Segment, code, name string) []finding {
	var out []finding
	for _, s := range segments {
		if !s.Range.IsZero() {
			out = append(out, finding{foundRollover, code, monthName(s.Period.Last())})
		}
		if s.Source == meter.Estimated {
			out = append(out, finding{foundEstimate, code, name})
		}
	}
	return out
}

// common returns what the meters of no unit show.
func (y *year) common() []finding {
	var out []finding
	for r := range meter.Ref(y.log.Len()) {
		if y.log.Unit(r) != "" {
			continue
		}
		for _, band := range y.log.Bands(r) {
			for i := range y.months {
				days := y.months[i].period
				segments, err := y.log.AppendSegments(nil, r, band, days, days.End)
				if err == nil { // else the cost it measures said so
					out = append(out, ofSegments(segments, y.log.Code(r), monthName(days.Start))...)
				}
			}
		}
	}
	return out
}

// swaps returns the devices that took another's place in the months.
func (y *year) swaps() []finding {
	var out []finding
	for r := range meter.Ref(y.log.Len()) {
		for _, d := range y.log.Meter(r).Devices[1:] {
			if y.period.Contains(d.Installed) {
				out = append(out, finding{foundSwap, y.log.Code(r), monthName(d.Installed)})
			}
		}
	}
	return out
}

// kindOf says what kind of finding a unit's problem is; false if it is none about a reading.
func kindOf(rule invalid.RuleError) (string, bool) {
	switch rule.ID() {
	case billing.ErrUnread.ID():
		return foundUnread, true
	case meter.ErrPerDay.ID(), meter.ErrTimes.ID(), meter.ErrZero.ID(), meter.ErrNegative.ID(), meter.ErrNotRolled.ID(), meter.ErrInexact.ID():
		return foundImplausible, true
	}
	return "", false
}

// meterOf returns the meter of a unit that a problem names, which is its first argument, with the
// band behind it if there are bands.
func (y *year) meterOf(unit string, f *invalid.FieldError) string {
	for r := range y.log.OfUnit(unit, "") {
		code := y.log.Code(r)
		for _, band := range y.log.Bands(r) {
			if len(f.Args) > 0 && (f.Args[0] == code || f.Args[0] == code+" "+band) {
				return code
			}
		}
	}
	return ""
}

// mostEvents returns the unit with the most findings, the first of equals; the first with a meter where
// nothing was found.
func (y *year) mostEvents(found []finding) string {
	events := map[string]int{}
	for _, f := range found {
		if r, ok := y.log.Find(f.Meter); ok {
			events[y.log.Unit(r)]++
		}
	}
	best := ""
	for r := range meter.Ref(y.log.Len()) {
		unit := y.log.Unit(r)
		if unit != "" && (best == "" || events[unit] > events[best] || events[unit] == events[best] && unit < best) {
			best = unit
		}
	}
	return best
}
