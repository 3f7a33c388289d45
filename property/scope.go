package property

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// Scope chooses units: of a service contract, of a tariff. A unit is in scope when
// it meets every criterion that is given; a scope without any must say all.
type Scope struct {
	// All takes every unit that the exceptions leave.
	All bool `json:"all,omitempty"`
	// Zones, Buildings, Uses and Units name what is taken.
	Zones     []string `json:"zones,omitempty"`
	Buildings []string `json:"buildings,omitempty"`
	Uses      []Use    `json:"uses,omitempty"`
	Units     []string `json:"units,omitempty"`
	// Entrances names stair units (单元) as the units name theirs, "1": of the buildings taken.
	Entrances []string `json:"entrances,omitempty"`
	// Floors is the floor band, both ends included.
	Floors *FloorRange `json:"floors,omitempty"`
	// ExceptUses and ExceptUnits name what is left out all the same.
	ExceptUses  []Use    `json:"exceptUses,omitempty"`
	ExceptUnits []string `json:"exceptUnits,omitempty"`
}

// Check reports every problem of the scope.
func (s Scope) Check(l *invalid.List) {
	chosen := len(s.Zones)+len(s.Buildings)+len(s.Uses)+len(s.Units)+len(s.Entrances) > 0 || s.Floors != nil
	if chosen == s.All {
		l.Add(ErrScope)
	}
	if s.Floors != nil {
		l.Enter("floors")
		s.Floors.Check(l)
		l.Leave()
	}
}

// clone returns a copy that shares nothing; nothing listed is nil.
func (s Scope) clone() Scope {
	s.Zones, s.Buildings, s.Uses, s.Units = cloned(s.Zones), cloned(s.Buildings), cloned(s.Uses), cloned(s.Units)
	s.ExceptUses, s.ExceptUnits, s.Entrances = cloned(s.ExceptUses), cloned(s.ExceptUnits), cloned(s.Entrances)
	if s.Floors != nil {
		floors := *s.Floors
		s.Floors = &floors
	}
	return s
}

// hasBuilding reports whether anything of the building can be in the scope.
func (s Scope) hasBuilding(b Building) bool {
	return (len(s.Zones) == 0 || slices.Contains(s.Zones, b.Zone)) &&
		(len(s.Buildings) == 0 || slices.Contains(s.Buildings, b.Code))
}

func (s Scope) hasUse(u Use) bool {
	return (len(s.Uses) == 0 || slices.Contains(s.Uses, u)) && !slices.Contains(s.ExceptUses, u)
}
