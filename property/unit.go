package property

import (
	"encoding"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Unit is what one owner can hold and one bill is made for (房屋, 专有部分): a
// dwelling, shop, office, parking space or yard.
type Unit struct {
	// Code identifies the unit within the register (房号). Units are billed in
	// the bytewise order of their codes.
	Code string `json:"code"`
	// Building is the code of its building; empty for a unit outside any, such as an
	// open parking space.
	Building string `json:"building,omitempty"`
	// Entrance is the stair unit (单元).
	Entrance string `json:"entrance,omitempty"`
	// Floor is its floor; 0 where it has none.
	Floor int `json:"floor,omitempty"`
	// Use is what it serves as.
	Use Use `json:"use"`
	// Side is the side of the building a yard lies on; only for yards.
	Side YardSide `json:"side,omitzero"`
	// Spaces counts the parking spaces (车位数) that the unit has or is, at most 10,000. A unit
	// whose use is parking and that gives none is one.
	Spaces int `json:"spaces,omitempty"`
	// Areas are its areas over time. A unit that no area fee applies to may have none.
	Areas civil.History[Areas] `json:"areas,omitempty"`
	// SoldOn is the day the developer sold it; unset: unsold or unknown.
	SoldOn civil.Date `json:"soldOn,omitzero"`
	// DeliveredOn is the day of handover (交付, 收房), or of deemed delivery.
	DeliveredOn civil.Date `json:"deliveredOn,omitzero"`
	// DeemedDelivered says that the handover notice ran out unclaimed.
	DeemedDelivered bool `json:"deemedDelivered,omitempty"`
	// DefaultPayer is the code of the party that pays while nobody else does: the
	// developer for units unsold or not yet handed over.
	DefaultPayer string `json:"defaultPayer,omitempty"`
	// ExternalIDs are its codes in other systems.
	ExternalIDs ExternalIDs `json:"externalIds,omitempty"`
}

// maxSpaces is how many parking spaces one unit may have.
const maxSpaces = 10000

// Areas are the areas of a unit as on the title certificate (不动产权证书).
type Areas struct {
	// Gross is the gross floor area (建筑面积) in m², shared parts included.
	Gross measure.Area `json:"gross,omitzero"`
	// Internal is the internal floor area (套内建筑面积) in m², where known.
	Internal measure.Area `json:"internal,omitzero"`
}

// Check reports every problem of the document.
func (u Unit) Check(l *invalid.List) {
	checkCode(l, "code", u.Code)
	checkCodeOrNone(l, "building", u.Building)
	checkCodeOrNone(l, "entrance", u.Entrance)
	checkCode(l, "use", string(u.Use))
	checkCodeOrNone(l, "defaultPayer", u.DefaultPayer)
	if u.Floor < -maxFloor || u.Floor > maxFloor {
		l.At("floor").Add(ErrCount, strconv.Itoa(u.Floor))
	}
	if u.Spaces < 0 || u.Spaces > maxSpaces {
		l.At("spaces").Add(ErrSpaces, strconv.Itoa(u.Spaces))
	}
	if u.Side != 0 && u.Use != Yard {
		l.At("side").Add(ErrSide, string(u.Use))
	}
	if u.Side > Both {
		checkWord(l, "side", u.Side)
	}
	if len(u.Areas) > 0 {
		l.Enter("areas")
		u.Areas.Check(l, checkAreas)
		l.Leave()
	}
	u.checkHandover(l)
	if len(u.ExternalIDs) > 0 {
		checkExternal(l, u.ExternalIDs)
	}
}

// checkWord reports a value of an enumeration that has no word.
func checkWord(l *invalid.List, field string, v encoding.TextMarshaler) {
	_, err := v.MarshalText()
	l.At(field).Take(err)
}

// checkAreas reports areas that are none or do not fit together.
func checkAreas(l *invalid.List, a Areas) {
	if a.Gross.IsZero() && a.Internal.IsZero() {
		l.Add(ErrNoArea)
	}
	if !a.Gross.IsZero() && a.Internal.Cmp(a.Gross) > 0 {
		l.At("internal").Add(ErrInternalArea, a.Internal.String(), a.Gross.String())
	}
}

func (u Unit) checkHandover(l *invalid.List) {
	if !u.SoldOn.IsZero() && !u.DeliveredOn.IsZero() && u.DeliveredOn.Before(u.SoldOn) {
		l.At("deliveredOn").Add(ErrDeliveredFirst, u.DeliveredOn.String(), u.SoldOn.String())
	}
	if u.DeemedDelivered && u.DeliveredOn.IsZero() {
		l.At("deemedDelivered").Add(invalid.ErrRequired, "deliveredOn")
	}
}

// YardSide is the side of a building its yards lie on.
//
// Source: rule PROP-45.
type YardSide uint8

// The sides of a building.
const (
	South YardSide = iota + 1 // 南院
	North                     // 北院
	Both                      // 南北院
)

// Sides returns the single sides it covers, south first: two for both.
func (s YardSide) Sides() []YardSide {
	switch s {
	case South, North:
		return []YardSide{s}
	case Both:
		return []YardSide{South, North}
	default:
		return nil
	}
}

func yardSideWords() invalid.Words { return invalid.Words{"south", "north", "both"} }

// String returns the word of the side.
func (s YardSide) String() string { return yardSideWords().Of("YardSide", uint8(s)) }

// MarshalText returns the word of the side.
func (s YardSide) MarshalText() ([]byte, error) { return yardSideWords().Marshal(uint8(s)) }

// UnmarshalText reads the word of a side.
func (s *YardSide) UnmarshalText(text []byte) error {
	return yardSideWords().Unmarshal(text, (*uint8)(s))
}
