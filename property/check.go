package property

import (
	"slices"
	"strconv"
)

func (b *Builder) checkTexts() {
	b.building.check(&b.list, "building codes")
	b.unit.check(&b.list, "unit codes")
	b.party.check(&b.list, "party codes")
	b.tenancy.check(&b.list, "tenancy codes")
	b.word.check(&b.list, "names")
	b.use.check(&b.list, "uses")
	b.groups.keys.check(&b.list, "holders")
	b.fees.sets.check(&b.list, "fees")
	b.agreed.fees.check(&b.list, "fees")
}

// checkReferences reports codes that no document defines, once each, at the first
// document that uses them.
func (b *Builder) checkReferences() {
	for i, d := range b.buildings {
		known := slices.ContainsFunc(b.community.Zones, func(z Zone) bool { return z.Code == d.Zone })
		if d.Zone != "" && !known {
			b.list.At("buildings", i, "zone").Add(ErrNoSuch, "zone", d.Zone)
		}
	}
	reported := map[int32]bool{}
	for n, id := range b.unitNo {
		if id >= 0 {
			b.checkUnit(n, id, reported)
		}
	}
	b.checkParties()
	b.checkHolderKeys()
	b.checkScopes()
}

// checkScopes reports what the scopes of contracts name and no document defines: a slip of the pen
// would leave a managed area of nothing. Uses are an open list.
func (b *Builder) checkScopes() {
	for i, c := range b.contracts {
		missing := func(field, kind string, names []string, known func(string) bool) {
			for n, name := range names {
				if !known(name) {
					b.list.At("contracts", i, "scope", field, n).Add(ErrNoSuch, kind, name)
				}
			}
		}
		missing("zones", "zone", c.Scope.Zones, func(code string) bool {
			return slices.ContainsFunc(b.community.Zones, func(z Zone) bool { return z.Code == code })
		})
		missing("buildings", "building", c.Scope.Buildings, b.HasBuilding)
		missing("entrances", "entrance", c.Scope.Entrances, b.hasEntrance)
		missing("units", "unit", c.Scope.Units, b.hasUnit)
		missing("exceptUnits", "unit", c.Scope.ExceptUnits, b.hasUnit)
	}
}

func (b *Builder) hasUnit(code string) bool {
	id := b.unit.find(code)
	return id >= 0 && get(b.unitDoc, id, false)
}

// hasEntrance reports whether some unit names the entrance.
func (b *Builder) hasEntrance(name string) bool {
	id := b.word.find(name)
	return id >= 0 && slices.Contains(b.units.entrance, id)
}

func (b *Builder) checkUnit(n int, id int32, reported map[int32]bool) {
	building := get(b.units.building, id, -1)
	if building < 0 {
		return
	}
	at := get(b.buildingDoc, building, -1)
	if at < 0 {
		if !reported[building] {
			reported[building] = true
			b.list.At("units", n, "building").Add(ErrNoSuch, "building", b.building.at(building))
		}
		return
	}
	floor, d := int(get(b.units.floor, id, 0)), b.buildings[at]
	if floor != 0 && !d.has(FloorRange{floor, floor}) {
		b.list.At("units", n, "floor").Add(ErrFloorOutside,
			b.unit.at(id), strconv.Itoa(floor), d.Code, strconv.Itoa(d.Floors), strconv.Itoa(d.Basements))
	}
}

func (b *Builder) checkParties() {
	reported := map[int32]bool{}
	check := func(kind string, i int, field string, id int32) {
		if id < 0 || get(b.partyDoc, id, false) || reported[id] {
			return
		}
		reported[id] = true
		b.list.At(kind, i, field).Add(ErrNoSuch, "party", b.party.at(id))
	}
	for i, id := range b.unitNo {
		if id >= 0 {
			check("units", i, "defaultPayer", get(b.units.payer, id, -1))
		}
	}
	for i, group := range b.tenancies.group {
		for _, h := range groupRows(b.groups.start, b.groups.holders, group) {
			check("tenancies", i, "holders", h.party)
		}
	}
	for i, c := range b.contracts {
		check("contracts", i, "provider", b.party.intern(c.Provider))
	}
}

// checkHolderKeys reports parties whose code is the key of joint holders: their bills
// could not be told apart.
func (b *Builder) checkHolderKeys() {
	clash := map[int32]bool{}
	for k := range b.groups.keys.len() {
		if id := b.party.find(b.groups.keys.at(k)); id >= 0 {
			clash[id] = true
		}
	}
	if len(clash) == 0 {
		return
	}
	for n, id := range b.partyNo {
		if clash[id] {
			delete(clash, id) // once each
			b.list.At("parties", n, "code").Add(ErrHolderKey, b.party.at(id))
		}
	}
}

// checkTenancies reports tenancies of one unit that cannot be in force together.
func (b *Builder) checkTenancies(order []int32) {
	t := &b.tenancies
	for lo := 0; lo < len(order); {
		hi := lo + 1
		for hi < len(order) && t.unit[order[hi]] == t.unit[order[lo]] {
			hi++
		}
		if hi-lo > 1 && t.unit[order[lo]] >= 0 {
			b.checkTogether(order[lo:hi])
			b.checkAgreedTwice(order[lo:hi])
		}
		lo = hi
	}
}

// checkTogether checks one unit's tenancies, in the order of their starts: no two
// ownerships and no two lettings at once, no day without an owner in between.
func (b *Builder) checkTogether(of []int32) {
	t := &b.tenancies
	for _, owner := range []bool{true, false} {
		last, end := int32(-1), int32(0)
		for _, i := range of {
			if (t.kind[i] == Ownership) != owner {
				continue
			}
			if last >= 0 {
				b.checkNeighbours(owner, last, i, end)
			}
			if last < 0 || end != 0 && (get(t.end, i, 0) == 0 || get(t.end, i, 0) > end) {
				last, end = i, get(t.end, i, 0)
			}
		}
	}
}

// checkNeighbours checks tenancy i against the one that ends last among the earlier
// ones, at end (0: never).
func (b *Builder) checkNeighbours(owner bool, last, i, end int32) {
	t := &b.tenancies
	id := b.sorted[t.unit[i]]
	unit := b.unit.at(id)
	at, from := int(i), date(t.start[i]).String()
	switch {
	case t.start[last] == t.start[i] && t.kind[last] == t.kind[i] &&
		get(t.code, last, -1) < 0 && get(t.code, i, -1) < 0:
		b.list.At("tenancies", at).Add(ErrDuplicate, "tenancy", unit+" "+t.kind[i].String()+" "+from)
	case end == 0 || t.start[i] < end:
		b.list.At("tenancies", at, "term").Add(ErrOverlap, unit, t.kind[last].String(), from, t.kind[i].String())
	case owner && t.start[i] > end && get(b.units.payer, id, -1) < 0:
		to := date(t.start[i]).AddDays(-1).String()
		b.list.At("tenancies", at, "term").Add(ErrOwnershipGap, unit, date(end).String(), to)
	}
}
