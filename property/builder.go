package property

import (
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Builder takes the documents of an estate one at a time, in any order, from a
// database cursor or a file, and makes a [Register] of them. It keeps what it is
// given in columns, so that a million units load in a fraction of the memory of
// their documents. Use [NewBuilder]; a Builder is not safe for use by several
// goroutines.
type Builder struct {
	list      invalid.List
	community Community
	buildings []Building
	contracts []ServiceContract

	building *interner // codes mentioned, by documents and by units
	unit     *interner
	party    *interner
	tenancy  *interner
	use      *interner
	word     *interner // entrances, systems, external codes, party names
	groups   groupBuilder
	fees     feeBuilder
	agreed   agreedBuilder

	buildingDoc []int32 // building code → position in buildings, -1
	unitDoc     []bool  // unit code → has a document
	partyDoc    []bool
	tenancyDoc  []bool
	unitNo      []int32 // position of the document → unit code, -1 if it has none
	partyNo     []int32

	units     unitColumns
	parties   partyColumns
	tenancies tenancyColumns
	external  []externalRow
	sorted    []int32 // unit numbers in the order of their codes, from Build on
}

// NewBuilder returns a builder for the community's register.
func NewBuilder(c Community) *Builder {
	b := &Builder{
		building: newInterner(), unit: newInterner(), party: newInterner(),
		tenancy: newInterner(), use: newInterner(), word: newInterner(),
	}
	b.groups.keys = newInterner()
	b.fees.sets = newInterner()
	b.agreed.fees = newInterner()
	b.list.Enter("community")
	c.Check(&b.list)
	b.list.Leave()
	b.community = c.clone()
	return b
}

// enter goes to the n-th document of its kind.
func (b *Builder) enter(kind string, n int) {
	b.list.Enter(kind)
	b.list.EnterIndex(n)
}

func (b *Builder) leave() {
	b.list.Leave()
	b.list.Leave()
}

// Building adds a building.
func (b *Builder) Building(d Building) {
	b.enter("buildings", len(b.buildings))
	d.Check(&b.list)
	id := b.building.intern(d.Code)
	if id >= 0 {
		if get(b.buildingDoc, id, -1) >= 0 {
			b.list.At("code").Add(ErrDuplicate, "building", d.Code)
		}
		set(&b.buildingDoc, id, int32(len(b.buildings)), -1)
	}
	b.buildings = append(b.buildings, d.clone())
	b.leave()
}

// Contract adds a service contract.
func (b *Builder) Contract(d ServiceContract) {
	b.enter("contracts", len(b.contracts))
	d.Check(&b.list)
	for _, c := range b.contracts {
		if c.Code == d.Code && d.Code != "" {
			b.list.At("code").Add(ErrDuplicate, "contract", d.Code)
		}
	}
	b.contracts = append(b.contracts, d.clone())
	b.leave()
}

// Party adds a party.
func (b *Builder) Party(d Party) {
	b.enter("parties", len(b.partyNo))
	d.Check(&b.list)
	id := b.party.intern(d.Code)
	b.partyNo = append(b.partyNo, id)
	if id >= 0 {
		if get(b.partyDoc, id, false) {
			b.list.At("code").Add(ErrDuplicate, "party", d.Code)
		}
		set(&b.partyDoc, id, true, false)
		setSparse(&b.parties.name, id, b.word.intern(d.Name), -1)
		setSparse(&b.parties.developer, id, d.Developer, false)
		b.externals(externalParty, id, d.ExternalIDs)
	}
	b.leave()
}

// Unit adds a unit.
func (b *Builder) Unit(d Unit) {
	b.enter("units", len(b.unitNo))
	d.Check(&b.list)
	id := b.unit.intern(d.Code)
	b.unitNo = append(b.unitNo, id)
	if id >= 0 {
		if get(b.unitDoc, id, false) {
			b.list.At("code").Add(ErrDuplicate, "unit", d.Code)
		}
		set(&b.unitDoc, id, true, false)
		b.putUnit(id, d)
		b.externals(externalUnit, id, d.ExternalIDs)
	}
	b.leave()
}

func (b *Builder) putUnit(id int32, d Unit) {
	u := &b.units
	set(&u.building, id, b.building.intern(d.Building), -1)
	setSparse(&u.entrance, id, b.word.intern(d.Entrance), -1)
	setSparse(&u.floor, id, int16(max(-maxFloor, min(maxFloor, d.Floor))), 0)
	set(&u.use, id, b.use.intern(string(d.Use)), -1)
	setSparse(&u.side, id, d.Side, 0)
	setSparse(&u.spaces, id, uint16(max(0, min(maxSpaces, d.Spaces))), 0)
	setSparse(&u.sold, id, day(d.SoldOn), 0)
	setSparse(&u.delivered, id, day(d.DeliveredOn), 0)
	setSparse(&u.deemed, id, d.DeemedDelivered, false)
	setSparse(&u.payer, id, b.party.intern(d.DefaultPayer), -1)
	if len(d.Areas) > maxAreas {
		b.list.At("areas").Add(ErrTooMuch, "areas", "255")
		return
	}
	set(&u.areaAt, id, int32(len(u.areas.gross)), 0)
	set(&u.areaLen, id, uint8(len(d.Areas)), 0)
	for i, e := range d.Areas {
		at := int32(len(u.areas.gross))
		start, end := d.Areas.Period(i)
		setSparse(&u.areas.from, at, day(start), 0)
		setSparse(&u.areas.to, at, day(end), 0)
		u.areas.gross = append(u.areas.gross, e.Value.Gross)
		setSparse(&u.areas.internal, at, e.Value.Internal, measure.Area{})
	}
}

// maxAreas is how many entries the area history of one unit may have.
const maxAreas = 255

// Tenancy adds a tenancy.
func (b *Builder) Tenancy(d Tenancy) {
	t := &b.tenancies
	n := int32(len(t.unit))
	b.enter("tenancies", int(n))
	d.Check(&b.list)
	if id := b.tenancy.intern(d.Code); id >= 0 {
		if get(b.tenancyDoc, id, false) {
			b.list.At("code").Add(ErrDuplicate, "tenancy", d.Code)
		}
		set(&b.tenancyDoc, id, true, false)
		setSparse(&t.code, n, id, -1)
	}
	t.unit = append(t.unit, b.unit.intern(d.Unit))
	t.kind = append(t.kind, d.Kind)
	t.start = append(t.start, day(d.Term.Start))
	setSparse(&t.end, n, day(d.Term.End), 0)
	group, ok := b.groups.put(b.party, d.Holders)
	if !ok {
		b.list.At("holders").Add(ErrHolderKey, b.groups.keys.at(^group-1))
	}
	t.group = append(t.group, group)
	t.pays = append(t.pays, b.fees.put(d.Pays))
	setSparse(&t.agreed, n, b.agreed.put(b.word, d.Agreed), -1)
	setSparse(&t.in, n, day(d.MovedIn), 0)
	setSparse(&t.out, n, day(d.MovedOut), 0)
	setSparse(&t.reason, n, d.EndReason, 0)
	b.externals(externalTenancy, n, d.ExternalIDs)
	b.leave()
}

// HasBuilding reports whether a building with the code was added.
func (b *Builder) HasBuilding(code string) bool {
	id := b.building.find(code)
	return id >= 0 && get(b.buildingDoc, id, -1) >= 0
}

// HasParty reports whether a party with the code was added.
func (b *Builder) HasParty(code string) bool {
	id := b.party.find(code)
	return id >= 0 && get(b.partyDoc, id, false)
}

// Problems returns how many problems were found so far; [Builder.Build] lists them.
func (b *Builder) Problems() int { return b.list.Len() }
