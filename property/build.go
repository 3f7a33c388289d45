package property

import (
	"cmp"
	"slices"
)

// Build checks the documents against one another and makes the register. The
// builder is spent afterwards; what is done with it then ends in [ErrSpent].
//
// Errors: an [*invalid.Error] with every problem of every document, placed by the
// order in which the documents of a kind were added: duplicates, references to
// nothing, overlapping tenancies, days between two owners without a default payer.
func (b *Builder) Build() (*Register, error) {
	b.checkTexts()
	b.checkReferences()
	unitOrder := b.unitOrder()
	tenancyOrder := b.tenancyOrder(unitOrder)
	b.agreed.finish()
	b.checkTenancies(tenancyOrder)
	b.checkExternals()
	var r *Register
	err := b.list.Err("estate " + b.community.Code)
	if err == nil {
		r = b.register(unitOrder, tenancyOrder)
	}
	*b = *NewBuilder(b.community)
	b.list.Add(ErrSpent)
	return r, err
}

// unitOrder returns the numbers of the documented units in the bytewise order of
// their codes.
func (b *Builder) unitOrder() []int32 {
	order := make([]int32, 0, len(b.unitNo))
	sorted, last := true, ""
	for id := range b.unit.len() {
		if !get(b.unitDoc, id, false) {
			continue
		}
		order = append(order, id)
		if sorted {
			code := b.unit.at(id)
			sorted = last <= code
			last = code
		}
	}
	if !sorted {
		slices.SortFunc(order, b.unit.compare)
	}
	b.sorted = order
	return order
}

// tenancyOrder returns the positions of the tenancies by unit, start, kind and code,
// and turns their units into the register's references.
func (b *Builder) tenancyOrder(unitOrder []int32) []int32 {
	ref := make([]int32, b.unit.len())
	for i := range ref {
		ref[i] = -1
	}
	for r, id := range unitOrder {
		ref[id] = int32(r)
	}
	t := &b.tenancies
	order := make([]int32, len(t.unit))
	for i, id := range t.unit {
		order[i] = int32(i)
		if id < 0 {
			continue // reported when it was added
		}
		if ref[id] < 0 {
			b.list.At("tenancies", i, "unit").Add(ErrNoSuch, "unit", b.unit.at(id))
		}
		t.unit[i] = ref[id]
	}
	compare := func(i, j int32) int {
		return cmp.Or(
			cmp.Compare(t.unit[i], t.unit[j]),
			cmp.Compare(t.start[i], t.start[j]),
			cmp.Compare(t.kind[i], t.kind[j]),
			b.tenancy.compare(get(t.code, i, -1), get(t.code, j, -1)),
		)
	}
	if !slices.IsSortedFunc(order, compare) {
		slices.SortStableFunc(order, compare)
	}
	return order
}

func (b *Builder) register(unitOrder, tenancyOrder []int32) *Register {
	r := &Register{
		community: b.community,
		buildings: b.buildings,
		contracts: b.contracts,
		fees:      b.fees.fees,
		groups:    groupColumns{start: b.groups.start, holders: b.groups.holders, key: b.groups.keys.seal()},
	}
	slices.SortFunc(r.contracts, func(x, y ServiceContract) int { return cmp.Compare(x.Code, y.Code) })
	b.externalsOf(r, unitOrder, tenancyOrder) // before the texts it reads are sealed
	b.buildingsOf(r)
	b.unitsOf(r, unitOrder)
	r.tenancies = b.tenancies.inOrder(tenancyOrder)
	r.agreed = b.agreed.seal()
	r.tenancyAt = firstOf(r.tenancies.unit, len(unitOrder))
	r.tenancyCode = b.tenancy.seal()
	r.partyOrder = b.partyOrder()
	r.party, r.parties = b.party.seal(), b.parties
	r.use = b.use.seal()
	r.word = b.word.seal()
	return r
}

// buildingsOf sorts the buildings by code and points the units at them.
func (b *Builder) buildingsOf(r *Register) {
	slices.SortFunc(r.buildings, func(x, y Building) int { return cmp.Compare(x.Code, y.Code) })
	position := make([]int32, b.building.len())
	for i, d := range r.buildings {
		position[b.building.find(d.Code)] = int32(i)
	}
	for i, id := range b.units.building {
		if id >= 0 {
			b.units.building[i] = position[id]
		}
	}
}

func (b *Builder) unitsOf(r *Register, order []int32) {
	u := b.units
	if isIdentity(order) && len(order) == int(b.unit.len()) {
		r.unit, r.units = b.unit.seal(), u
		return
	}
	r.unit = b.unit.sealIn(order)
	r.units = unitColumns{
		building:  permute(u.building, order, -1),
		entrance:  permute(u.entrance, order, -1),
		floor:     permute(u.floor, order, 0),
		spaces:    permute(u.spaces, order, 0),
		use:       permute(u.use, order, -1),
		side:      permute(u.side, order, 0),
		sold:      permute(u.sold, order, 0),
		delivered: permute(u.delivered, order, 0),
		deemed:    permute(u.deemed, order, false),
		payer:     permute(u.payer, order, -1),
		areaAt:    permute(u.areaAt, order, 0),
		areaLen:   permute(u.areaLen, order, 0),
	}
	r.units.areas = u.areas.inOrder(&r.units)
}

// partyOrder returns the numbers of the documented parties in the order of their codes.
func (b *Builder) partyOrder() []int32 {
	var order []int32
	for id := range b.party.len() {
		if get(b.partyDoc, id, false) {
			order = append(order, id)
		}
	}
	if !slices.IsSortedFunc(order, b.party.compare) {
		slices.SortFunc(order, b.party.compare)
	}
	return order
}
