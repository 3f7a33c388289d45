package csv

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// unitPlace is where a unit and its tenancies are in the import.
type unitPlace struct {
	place
	tenancies, count int // position of the first, and how many
}

// named is a party or building that a row mentions, with the fields it stands in.
type named struct {
	code, name           string
	codeField, nameField string
}

// takeUnit takes a row of a table of units with everything it mentions. Nothing of a
// bad row is taken.
func (r *reader) takeUnit() {
	d := &r.draft
	d.finishUnit()
	r.check(&d.unit, unitName)
	r.named = r.holders(r.named[:0], ownerRole(), &d.owner)
	r.named = r.holders(r.named, tenantRole(), &d.tenant)
	if d.unit.DefaultPayer != "" || d.payerName != "" {
		r.named = append(r.named, named{d.unit.DefaultPayer, d.payerName, "unit.payer", "unit.payerName"})
	}
	r.checkParties(r.named)
	r.unitTenancies()
	r.checkBuilding()
	if r.failed() {
		return
	}
	if at, again := r.units[d.unit.Code]; again {
		r.addArea(at, d.unit, r.holdings)
	} else {
		r.addUnit(d.unit, r.holdings)
	}
	if r.failed() {
		return
	}
	r.addBuilding()
	r.addParties(r.named)
}

// finishUnit puts the parts of the unit together that come from several cells.
func (d *draft) finishUnit() {
	d.unit.ExternalIDs = d.external
	if d.hasArea || !d.areaFrom.IsZero() {
		d.unit.Areas = civil.History[property.Areas]{{From: d.areaFrom, Value: d.areas}}
	}
}

func (r *reader) addUnit(unit property.Unit, tenancies []property.Tenancy) {
	r.checkExternal("unit.externalId.", unit.ExternalIDs)
	if r.failed() {
		return
	}
	r.keepExternal(unit.ExternalIDs)
	r.units[unit.Code] = unitPlace{place{len(r.im.Units), r.row.line}, len(r.im.Tenancies), len(tenancies)}
	r.im.Units = append(roomFor(r, r.im.Units, 1), unit)
	r.im.Tenancies = append(roomFor(r, r.im.Tenancies, len(tenancies)), tenancies...)
}

// unitName returns the field a path of a unit is called in a table of units.
func unitName(path string) string {
	switch {
	case strings.HasSuffix(path, ".internal"):
		return "unit.internalArea"
	case strings.HasSuffix(path, ".from"):
		return "unit.areaFrom"
	case strings.HasPrefix(path, "areas"):
		return "unit.area"
	case strings.HasPrefix(path, "externalIds."):
		return "unit." + sameName(path)
	case path == "defaultPayer":
		return "unit.payer"
	default:
		return "unit." + path
	}
}

// checkParties reports codes that are none, and a code that has another name in an
// earlier row or in this one.
func (r *reader) checkParties(parties []named) {
	for i, p := range parties {
		switch {
		case p.code == "" && p.codeField == "unit.payer":
			r.badField(p.codeField, invalid.ErrRequired, p.codeField)
		case p.code != "":
			r.draft.party.Code = p.code
			r.check(&r.draft.party, func(string) string { return p.codeField })
		}
		have, line := "", 0
		if at, ok := r.parties[p.code]; ok {
			have, line = r.im.Parties[at.index].Name, at.line
		}
		for _, earlier := range parties[:i] {
			if earlier.code == p.code && have == "" {
				have, line = earlier.name, r.row.line
			}
		}
		r.checkName("party", p, have, line)
	}
}

func (r *reader) checkName(what string, p named, have string, line int) {
	if p.name != "" && have != "" && p.name != have {
		r.badField(p.nameField, ErrConflict, what, invalid.Quote(p.code), invalid.Quote(p.name), invalid.Quote(have), strconv.Itoa(line))
	}
}

// addParties adds the parties that are new, and the names of those that had none.
func (r *reader) addParties(parties []named) {
	for _, p := range parties {
		at, ok := r.parties[p.code]
		if !ok {
			r.parties[p.code] = place{len(r.im.Parties), r.row.line}
			r.im.Parties = append(roomFor(r, r.im.Parties, 1), property.Party{Code: p.code, Name: p.name})
			continue
		}
		if have := &r.im.Parties[at.index]; have.Name == "" && p.name != "" {
			have.Name = p.name
			r.parties[p.code] = place{at.index, r.row.line}
		}
	}
}

// checkBuilding reports facts of the row's building that contradict an earlier row.
func (r *reader) checkBuilding() {
	b, code := &r.draft.building, r.draft.unit.Building
	if code == "" {
		if b.Name != "" || b.Zone != "" || b.Floors != 0 {
			r.badField("unit.building", invalid.ErrRequired, "unit.building")
		}
		return
	}
	b.Code = code
	r.check(b, buildingName)
	at, ok := r.buildings[code]
	if !ok {
		return
	}
	have := r.im.Buildings[at.index]
	for _, f := range []struct{ field, fresh, have string }{
		{"building.name", b.Name, have.Name},
		{"building.zone", b.Zone, have.Zone},
		{"building.floors", countText(b.Floors), countText(have.Floors)},
	} {
		r.checkName("building", named{code: code, name: f.fresh, nameField: f.field}, f.have, at.line)
	}
}

func buildingName(path string) string {
	if path == "code" {
		return "unit.building"
	}
	return "building." + path
}

func countText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// addBuilding adds the row's building if it is new, and facts it did not have.
func (r *reader) addBuilding() {
	b := r.draft.building
	if b.Code == "" {
		return
	}
	at, ok := r.buildings[b.Code]
	if !ok {
		r.buildings[b.Code] = place{len(r.im.Buildings), r.row.line}
		r.im.Buildings = append(r.im.Buildings, b)
		return
	}
	have := &r.im.Buildings[at.index]
	have.Name = cmp.Or(have.Name, b.Name)
	have.Zone = cmp.Or(have.Zone, b.Zone)
	have.Floors = cmp.Or(have.Floors, b.Floors)
}

// addArea takes a further row of a unit: the area that holds from another day on. All
// else must be as in the first row.
func (r *reader) addArea(at unitPlace, unit property.Unit, tenancies []property.Tenancy) {
	have := &r.im.Units[at.index]
	line := strconv.Itoa(at.line)
	if !r.history || len(unit.Areas) == 0 {
		r.badField("unit.code", ErrTwice, "unit", invalid.Quote(unit.Code), line)
		return
	}
	fresh := unit.Areas[0]
	unit.Areas = have.Areas
	if !reflect.DeepEqual(unit, *have) ||
		!slices.EqualFunc(tenancies, r.im.Tenancies[at.tenancies:at.tenancies+at.count], sameTenancy) {
		r.badField("unit.code", ErrDiffers, invalid.Quote(unit.Code), line)
		return
	}
	i, twice := slices.BinarySearchFunc(have.Areas, fresh, func(a, b civil.Entry[property.Areas]) int {
		return a.From.Compare(b.From)
	})
	if twice {
		r.badField("unit.areaFrom", ErrTwice, "unit", invalid.Quote(unit.Code), line)
		return
	}
	have.Areas = slices.Insert(have.Areas, i, fresh)
}

func sameTenancy(a, b property.Tenancy) bool { return reflect.DeepEqual(a, b) }

// roomFor returns the slice with room for n more. The first time it makes room for
// what the rest of the file should hold, going by the length of this row.
func roomFor[T any](r *reader, s []T, n int) []T {
	if cap(s) > 0 || n == 0 {
		return s
	}
	const shortest = 20 // bytes; so that a freak of a row does not claim all memory
	text := r.table.scan
	rows := (len(text.text) - text.at) / max(shortest, text.at-r.start)
	return make([]T, 0, n*(rows+1))
}
