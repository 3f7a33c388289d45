package property

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// ManagedArea returns the floor area of the building that a contract covers, by its
// facts: the total less the floor bands outside the scope. What no band speaks of counts
// as in scope, unless the scope's floor limit leaves out every floor above ground without a
// band; a building outside the scope's zones and buildings has none.
//
// Units: m². Errors: [ErrNoArea] if the total or an area to be taken off is unknown,
// [ErrBandStraddles] for a band, or the floors without one, that the scope's floor limit cuts, since the
// parts are unknown, [ErrBandsExceed] if the bands exceed the total, [ErrScopeUnits] if
// the scope names units.
// Source: rules PROP-01, PROP-02, worked example W-49.
func (b Building) ManagedArea(scope Scope) (measure.Area, error) {
	if !scope.hasBuilding(b) {
		return measure.Area{}, nil
	}
	var l invalid.List
	if len(scope.Units)+len(scope.ExceptUnits)+len(scope.Entrances) > 0 {
		l.Add(ErrScopeUnits, b.Code)
	}
	if b.GrossArea.IsZero() {
		l.At("grossArea").Add(ErrNoArea)
	}
	rest := b.GrossArea
	for i, band := range b.Bands {
		l.Enter("bands")
		l.EnterIndex(i)
		rest = b.without(&l, rest, scope, band)
		l.Leave()
		l.Leave()
	}
	if b.leavesOut(&l, scope) {
		rest = b.ofBands(&l, scope)
	}
	if err := l.Err("building " + b.Code); err != nil {
		return measure.Area{}, err
	}
	return rest, nil
}

// leavesOut reports whether the scope's floor limit leaves out all floors above ground that no band
// speaks of, and there are some.
func (b Building) leavesOut(l *invalid.List, scope Scope) bool {
	if scope.Floors == nil {
		return false
	}
	in, out := 0, 0 // the first floor without a band on either side
	for floor := 1; floor <= b.Floors; floor++ {
		switch {
		case slices.ContainsFunc(b.Bands, func(band FloorBand) bool { return band.Floors.Contains(floor) }):
		case scope.Floors.Contains(floor):
			in = cmp.Or(in, floor)
		default:
			out = cmp.Or(out, floor)
		}
	}
	if in > 0 && out > 0 {
		l.At("bands").Add(ErrBandMissing, b.Code, strconv.Itoa(out), strconv.Itoa(in))
	}
	return in == 0 && out > 0
}

// ofBands returns the area of the bands in the scope.
func (b Building) ofBands(l *invalid.List, scope Scope) measure.Area {
	sum := measure.Area{}
	for i, band := range b.Bands {
		if in, _ := scope.covers(band); !in {
			continue
		}
		if band.Area.IsZero() {
			l.At("bands", i, "area").Add(ErrNoArea)
		}
		next, err := sum.Add(band.Area)
		if err != nil || !b.GrossArea.IsZero() && next.Cmp(b.GrossArea) > 0 {
			l.At("bands", i, "area").Add(ErrBandsExceed, b.Code)
			return sum
		}
		sum = next
	}
	return sum
}

// without returns the area less that of the band, if the scope leaves it out.
func (b Building) without(l *invalid.List, rest measure.Area, scope Scope, band FloorBand) measure.Area {
	in, straddles := scope.covers(band)
	switch {
	case in:
		return rest
	case straddles:
		l.At("floors").Add(ErrBandStraddles, b.Code)
		return rest
	case band.Area.IsZero():
		l.At("area").Add(ErrNoArea)
		return rest
	}
	less, err := rest.Sub(band.Area)
	if err != nil {
		if !b.GrossArea.IsZero() {
			l.At("area").Add(ErrBandsExceed, b.Code)
		}
		return rest
	}
	return less
}

// covers reports whether a stretch of floors of one use lies inside the scope
// (wholly), outside it, or straddles its floor limits.
func (s Scope) covers(band FloorBand) (in, straddles bool) {
	if !s.hasUse(band.Use) {
		return false, false
	}
	if s.Floors == nil {
		return true, false
	}
	from, to := s.Floors.Contains(band.Floors.From), s.Floors.Contains(band.Floors.To)
	within := s.Floors.From > band.Floors.From && s.Floors.To < band.Floors.To
	return from && to, from != to || within
}

// ManagedArea returns the gross area of the units in the scope on the day.
//
// Units: m². Errors: [ErrNoArea] naming each unit without an area that day; the sum of
// the others is returned all the same. A [*measure.OverflowError] if the sum does not fit.
// Source: rules PROP-01, PROP-02.
func (r *Register) ManagedArea(s Scope, on civil.Date) (measure.Area, error) {
	var l invalid.List
	var total measure.Area
	for u := range r.In(s) {
		a, ok := r.Areas(u, on)
		if !ok || a.Gross.IsZero() {
			l.At(r.Code(u)).Add(ErrNoArea)
			continue
		}
		sum, err := total.Add(a.Gross)
		if err != nil {
			return measure.Area{}, err
		}
		total = sum
	}
	return total, l.Err("managed area")
}
