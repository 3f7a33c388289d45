package property

import (
	"iter"
	"slices"
)

// Selection is a scope compiled for one register: it answers for a unit without
// allocating. It is immutable.
type Selection struct {
	r           *Register
	every       bool   // no criterion is given
	uses        []bool // by use: in
	buildings   []bool // by building: in
	noBuilding  bool   // units outside any building are in
	floors      FloorRange
	anyFloor    bool
	units       map[Ref]bool // nil: any
	entrances   []string     // none: any
	exceptUnits map[Ref]bool
}

// Select compiles a scope, one that [Scope.Check] accepts, for the register's units. Names the register does not know
// choose nothing; [Register.UnknownIn] lists them.
func (r *Register) Select(s Scope) Selection {
	sel := Selection{r: r, anyFloor: s.Floors == nil, noBuilding: len(s.Zones) == 0 && len(s.Buildings) == 0}
	if s.Floors != nil {
		sel.floors = *s.Floors
	}
	sel.uses = make([]bool, r.use.len())
	for i := range sel.uses {
		sel.uses[i] = s.hasUse(Use(r.use.at(int32(i))))
	}
	sel.buildings = make([]bool, len(r.buildings))
	for i, b := range r.buildings {
		sel.buildings[i] = s.hasBuilding(b)
	}
	if len(s.Units) > 0 {
		sel.units = r.refs(s.Units)
	}
	sel.exceptUnits = r.refs(s.ExceptUnits)
	sel.entrances = slices.Clone(s.Entrances)
	sel.every = s.All && len(s.ExceptUses) == 0 && len(s.ExceptUnits) == 0
	return sel
}

func (r *Register) refs(codes []string) map[Ref]bool {
	out := map[Ref]bool{}
	for _, c := range codes {
		if u, ok := r.Find(c); ok {
			out[u] = true
		}
	}
	return out
}

// Has reports whether the unit is in the scope.
func (s Selection) Has(u Ref) bool {
	if s.every {
		return true
	}
	c := &s.r.units
	if !s.uses[c.use[u]] {
		return false
	}
	if b := c.building[u]; b < 0 && !s.noBuilding || b >= 0 && !s.buildings[b] {
		return false
	}
	if !s.anyFloor && !s.floors.Contains(s.r.Floor(u)) {
		return false
	}
	if s.units != nil && !s.units[u] || len(s.entrances) > 0 && !slices.Contains(s.entrances, s.r.Entrance(u)) {
		return false
	}
	return len(s.exceptUnits) == 0 || !s.exceptUnits[u]
}

// In yields the units in the scope, in canonical order.
func (r *Register) In(s Scope) iter.Seq[Ref] {
	sel := r.Select(s)
	return func(yield func(Ref) bool) {
		for u := range Ref(r.Len()) {
			if sel.Has(u) && !yield(u) {
				return
			}
		}
	}
}

// UnknownIn returns the buildings, entrances, zones and units a scope names that the register does
// not have: usually a slip of the pen. Uses are an open list and not checked.
func (r *Register) UnknownIn(s Scope) []string {
	var out []string
	add := func(names []string, known func(string) bool) {
		for _, n := range names {
			if !known(n) {
				out = append(out, n)
			}
		}
	}
	add(s.Zones, func(n string) bool {
		return slices.ContainsFunc(r.community.Zones, func(z Zone) bool { return z.Code == n })
	})
	add(s.Buildings, func(n string) bool {
		return slices.ContainsFunc(r.buildings, func(b Building) bool { return b.Code == n })
	})
	add(s.Entrances, func(n string) bool {
		for u := range Ref(r.Len()) {
			if r.Entrance(u) == n && s.hasBuilding(Building{Code: r.Building(u), Zone: r.Zone(u)}) {
				return true
			}
		}
		return false
	})
	known := func(n string) bool { _, ok := r.Find(n); return ok }
	add(s.Units, known)
	add(s.ExceptUnits, known)
	return out
}
