package property

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Community is a residential compound or any other management area (小区,
// 物业管理区域) that one register describes.
type Community struct {
	// Code identifies the community.
	Code string `json:"code"`
	// Name is shown to people.
	Name string `json:"name,omitempty"`
	// Region is the GB/T 2260 code of the place, "310115" or a prefix of it; policies
	// are looked up by it. Empty: only national rows apply.
	Region string `json:"region,omitempty"`
	// Zones are the parts of the estate that are served or reported apart.
	Zones []Zone `json:"zones,omitempty"`
	// ExternalIDs are its codes in other systems.
	ExternalIDs ExternalIDs `json:"externalIds,omitempty"`
}

// Zone is a part of an estate (片区): a villa district's south bank, its north bank,
// the small high-rises.
//
// Source: rule PROP-65.
type Zone struct {
	// Code identifies the zone within the community.
	Code string `json:"code"`
	// Name is shown to people.
	Name string `json:"name,omitempty"`
}

// Check reports every problem of the document.
func (c Community) Check(l *invalid.List) {
	checkCode(l, "code", c.Code)
	if !isRegion(c.Region) {
		l.At("region").Add(ErrRegion, strconv.Quote(c.Region))
	}
	seen := map[string]bool{}
	for i, z := range c.Zones {
		l.Enter("zones")
		l.EnterIndex(i)
		checkCode(l, "code", z.Code)
		if seen[z.Code] {
			l.At("code").Add(ErrDuplicate, "zone", z.Code)
		}
		seen[z.Code] = true
		l.Leave()
		l.Leave()
	}
	checkExternal(l, c.ExternalIDs)
}

// isRegion reports whether s is a province (2 digits), city (4), district (6) or empty.
func isRegion(s string) bool {
	return len(s) <= 6 && len(s)%2 == 0 && strings.Trim(s, "0123456789") == ""
}

// clone returns a copy that shares nothing; nothing listed is nil.
func (c Community) clone() Community {
	c.Zones = cloned(c.Zones)
	c.ExternalIDs = c.ExternalIDs.clone()
	return c
}

func cloned[T any](s []T) []T { return append([]T(nil), s...) }

// Building is a building (楼栋, 幢) with the facts a service contract is made on.
//
// Source: rule PROP-01.
type Building struct {
	// Code identifies the building within the community.
	Code string `json:"code"`
	// Name is shown to people.
	Name string `json:"name,omitempty"`
	// Zone is the code of the zone it stands in, if the community has zones.
	Zone string `json:"zone,omitempty"`
	// GrossArea is its total floor area (总建筑面积) in m², as far as known.
	GrossArea measure.Area `json:"grossArea,omitzero"`
	// Floors counts the floors above ground; 0 where unknown.
	Floors int `json:"floors,omitempty"`
	// Basements counts the floors below ground; 0 is none if Floors is known.
	Basements int `json:"basements,omitempty"`
	// Lifts counts the lifts.
	Lifts int `json:"lifts,omitempty"`
	// Bands say what stretches of floors serve as.
	Bands []FloorBand `json:"bands,omitempty"`
	// ExternalIDs are its codes in other systems.
	ExternalIDs ExternalIDs `json:"externalIds,omitempty"`
}

// FloorBand is a stretch of floors of one use.
type FloorBand struct {
	// Floors are the floors, both ends included.
	Floors FloorRange `json:"floors"`
	// Use is what they serve as.
	Use Use `json:"use"`
	// Area is their floor area in m².
	Area measure.Area `json:"area"`
}

// FloorRange is a range of floors, both ends included. Floor 1 is the first above
// ground, -1 the first below; there is no floor 0.
type FloorRange struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// maxFloor bounds a floor number in either direction.
const maxFloor = 1000

// Contains reports whether the floor is in the range; floor 0, a unit without one, never is.
func (r FloorRange) Contains(floor int) bool {
	return r.From <= floor && floor <= r.To && floor != 0
}

// Check reports every problem of the range.
func (r FloorRange) Check(l *invalid.List) {
	if r.From > r.To || r.From == 0 || r.To == 0 || r.From < -maxFloor || r.To > maxFloor {
		l.Add(ErrFloors, strconv.Itoa(r.From), strconv.Itoa(r.To))
	}
}

// Check reports every problem of the document.
func (b Building) Check(l *invalid.List) {
	checkCode(l, "code", b.Code)
	checkCodeOrNone(l, "zone", b.Zone)
	checkCount(l, "floors", b.Floors)
	checkCount(l, "basements", b.Basements)
	checkCount(l, "lifts", b.Lifts)
	for i, band := range b.Bands {
		b.checkBand(l, i, band)
	}
	checkExternal(l, b.ExternalIDs)
}

func checkCount(l *invalid.List, field string, n int) {
	if n < 0 || n > maxFloor {
		l.At(field).Add(ErrCount, strconv.Itoa(n))
	}
}

// clone returns a copy that shares nothing; nothing listed is nil.
func (b Building) clone() Building {
	b.Bands = cloned(b.Bands)
	b.ExternalIDs = b.ExternalIDs.clone()
	return b
}

// has reports whether the building reaches over the floors, as far as its own are known.
func (b Building) has(r FloorRange) bool {
	above := b.Floors == 0 || r.To <= b.Floors
	below := b.Floors == 0 && b.Basements == 0 || -r.From <= b.Basements
	return above && below
}

func (b Building) checkBand(l *invalid.List, i int, band FloorBand) {
	l.Enter("bands")
	l.EnterIndex(i)
	checkCode(l, "use", string(band.Use))
	l.Enter("floors")
	band.Floors.Check(l)
	if !b.has(band.Floors) {
		l.Add(ErrOutsideBuilding, strconv.Itoa(band.Floors.From), strconv.Itoa(band.Floors.To), b.Code)
	}
	for _, earlier := range b.Bands[:i] {
		if earlier.Floors.From <= band.Floors.To && band.Floors.From <= earlier.Floors.To {
			l.Add(ErrBandOverlap, strconv.Itoa(band.Floors.From), strconv.Itoa(band.Floors.To))
		}
	}
	l.Leave()
	l.Leave()
	l.Leave()
}
