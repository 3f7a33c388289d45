package billing

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// Basis is what a tariff charges by; exactly one is set.
type Basis struct {
	Area       *AreaBasis       `json:"area,omitempty"`
	Fixed      *FixedBasis      `json:"fixed,omitempty"`
	PerSpace   *PerSpaceBasis   `json:"perSpace,omitempty"`
	FloorTable *FloorTableBasis `json:"floorTable,omitempty"`
	Percent    *PercentBasis    `json:"percent,omitempty"`
	Agreed     *AgreedBasis     `json:"agreed,omitempty"`
	Quoted     *QuotedBasis     `json:"quoted,omitempty"`
	Metered    *MeteredBasis    `json:"metered,omitempty"`
	Shared     *SharedBasis     `json:"shared,omitempty"`
	Formula    *FormulaBasis    `json:"formula,omitempty"`
}

// Kind returns the JSON name of the basis, "" unless exactly one is set.
func (b Basis) Kind() string { var l invalid.List; return invalid.OneOf(&l, b) }

// AreaBasis charges by the area of the unit (按面积).
type AreaBasis struct {
	// Of is the area that counts. Unset: the gross floor area.
	Of AreaKind `json:"of,omitzero"`
}

// AreaKind is which area counts; zero means gross.
type AreaKind uint8

// Kinds of area.
const (
	GrossArea    AreaKind = iota + 1 // 建筑面积
	InternalArea                     // 套内建筑面积
)

func areaKindWords() invalid.Words { return invalid.Words{"gross", "internal"} }

// String returns the word of the kind.
func (k AreaKind) String() string { return areaKindWords().Of("AreaKind", uint8(k)) }

// MarshalText returns the word of the kind.
func (k AreaKind) MarshalText() ([]byte, error) { return areaKindWords().Marshal(uint8(k)) }

// UnmarshalText reads the word of a kind.
func (k *AreaKind) UnmarshalText(text []byte) error {
	return areaKindWords().Unmarshal(text, (*uint8)(k))
}

// FixedBasis charges a fixed amount per unit and month (定额).
type FixedBasis struct {
	// Unit is what is counted: home (户), space, shop. Unset: unit.
	Unit measure.Unit `json:"unit,omitzero"`
}

// PerSpaceBasis charges per parking space and month (按车位): for the spaces a unit is or
// has. A unit without any is not charged.
type PerSpaceBasis struct{}

// FloorTableBasis charges a price that depends on the floor (按楼层), from the floors of
// the tariff's rates.
type FloorTableBasis struct {
	// Area says that the prices are per square metre. Unset: per unit.
	Area *AreaBasis `json:"area,omitempty"`
}

// PercentBasis charges a part of what other tariffs come to (按比例): of the amounts of
// their lines, as rounded, in the same month and for the same payer. The tariff's price is
// the part, 0.05 for 5 %.
type PercentBasis struct {
	// Of are the codes of those tariffs.
	Of []string `json:"of"`
}

// AgreedBasis charges the price agreed in the unit's tenancies for this tariff's code
// (约定价格), such as a rent. The holders of that tenancy pay, and they alone answer for it.
type AgreedBasis struct {
	// Area says that the agreed price is per square metre. Unset: per unit.
	Area *AreaBasis `json:"area,omitempty"`
	// FromStart says that each tenancy has its months and cycles from the day it starts.
	FromStart bool `json:"fromStart,omitempty"`
}

// QuotedBasis charges what the run's claims quote (报价), such as a repair; see [Claim].
type QuotedBasis struct {
	// PublishedOn is the day the price list that quotes follow was made public (公示); needed
	// for a special service, which cannot be claimed before.
	PublishedOn civil.Date `json:"publishedOn,omitzero"`
}

// areaBasis returns the area a basis multiplies with, nil if it does not.
func (b Basis) areaBasis() *AreaBasis {
	switch {
	case b.Area != nil:
		return b.Area
	case b.FloorTable != nil:
		return b.FloorTable.Area
	case b.Agreed != nil:
		return b.Agreed.Area
	default:
		return nil
	}
}

// hasPrices reports whether a tariff of the basis has prices of its own.
func (b Basis) hasPrices(c money.Currency) bool {
	return b.Agreed == nil && b.Quoted == nil && (b.Formula == nil || b.Formula.hasPrices(c))
}

// needsPrices reports whether it must have some: a shared cost can be given as an amount.
func (b Basis) needsPrices(c money.Currency) bool { return b.hasPrices(c) && b.Shared == nil }

// byMonth reports whether a tariff of the basis charges months of its own: what is metered or shared has
// the time of the readings or costs, what is quoted that of the claims.
func (b Basis) byMonth() bool { return b.Quoted == nil && b.Metered == nil && b.Shared == nil }

func (b Basis) check(l *invalid.List) {
	l.Enter("basis")
	defer l.Leave()
	kind := invalid.OneOf(l, b)
	if area := b.areaBasis(); area != nil && kind != "" {
		l.Enter(kind)
		if b.Area == nil {
			l.Enter("area")
		}
		areaKindWords().Check(l, "of", uint8(area.Of))
		if b.Area == nil {
			l.Leave()
		}
		l.Leave()
	}
	switch {
	case b.Percent != nil:
		b.Percent.check(l)
	case b.Metered != nil:
		b.Metered.check(l)
	case b.Shared != nil:
		b.Shared.check(l)
	case b.Formula != nil:
		l.Enter("formula")
		b.Formula.check(l)
		l.Leave()
	}
}

func (p PercentBasis) check(l *invalid.List) {
	l.Enter("percent")
	defer l.Leave()
	if len(p.Of) == 0 {
		l.At("of").Add(invalid.ErrRequired, "of")
	}
	for i, code := range p.Of {
		if slices.Contains(p.Of[:i], code) {
			l.At("of", i).Add(ErrTariffTwice, strconv.Quote(code))
		}
	}
}
