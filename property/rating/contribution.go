package rating

import (
	"math/big"

	"github.com/wuyekit/wuye/property/invalid"
)

// unit returns what a point of a section, or a weight in it, is in the score.
func (r *Result) unit(s SectionResult) *big.Rat {
	if s.Bonus {
		return one()
	}
	unit := new(big.Rat).Quo(r.OutOf.Decimal().Rat(), r.RawOf.Rat())
	if s.Weight.IsSet() {
		unit.Mul(unit, s.Weight.Decimal().Rat())
		unit.Quo(unit, s.RawOf.Rat())
	}
	return unit
}

// itemUnit returns what a point of an item is in the score, where unit is that of its section.
func (r *Result) itemUnit(unit *big.Rat, item ItemResult) *big.Rat {
	if r.Method == ByPoints || item.Bonus {
		return unit
	}
	weight := weightOf(item)
	weight.Mul(weight, unit)
	return weight.Quo(weight, item.Of.Rat())
}

// weightOf returns what an item is worth, by weights.
func weightOf(item ItemResult) *big.Rat {
	if item.Weight.IsSet() {
		return item.Weight.Decimal().Rat()
	}
	return one()
}

// contributions returns what each item that counts adds to the exact score, before the limits of its section.
//
// Errors: [ErrScoreRange].
func (r *Result) contributions() (map[string]Score, error) {
	out := make(map[string]Score, len(r.Items))
	units := map[string]*big.Rat{}
	for _, s := range r.Sections {
		if s.RawOf.IsSet() && (s.Bonus || r.RawOf.Sign() > 0) {
			units[s.Section] = r.unit(s)
		}
	}
	for _, i := range r.Items {
		unit := units[i.Section]
		if unit == nil || !i.Points.IsSet() {
			continue
		}
		s, err := ScoreOfRat(product(i.Points, r.itemUnit(unit, i)))
		if err != nil {
			return nil, invalid.Value(ErrScoreRange, "what "+invalid.Quote(i.Item)+" adds to the score")
		}
		out[i.Item] = s
	}
	return out, nil
}
