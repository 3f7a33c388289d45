package property

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Tenure is how a unit is held by those who market it; zero is none of these, which is
// to let or for sale.
//
// Source: rule PROP-10.
type Tenure uint8

// Tenures.
const (
	SelfUsed Tenure = iota + 1 // 自用
	Sold                       // 已售
	Leased                     // 已租
)

func tenureWords() invalid.Words { return invalid.Words{"selfUsed", "sold", "leased"} }

// String returns the word of the tenure.
func (t Tenure) String() string { return tenureWords().Of("Tenure", uint8(t)) }

// MarshalText returns the word of the tenure.
func (t Tenure) MarshalText() ([]byte, error) { return tenureWords().Marshal(uint8(t)) }

// UnmarshalText reads the word of a tenure.
func (t *Tenure) UnmarshalText(text []byte) error {
	return tenureWords().Unmarshal(text, (*uint8)(t))
}

// Tenure returns how the unit is held on the day; a unit both sold and leased counts as
// leased, and what the developer itself owns is not sold.
func (r *Register) Tenure(u Ref, on civil.Date) Tenure {
	var out Tenure
	for k := r.tenancyAt[u]; k < r.tenancyAt[u+1]; k++ {
		if !r.inForce(k, day(on)) {
			continue
		}
		switch r.tenancies.kind[k] {
		case Ownership:
			if !r.isDeveloper(r.tenancies.group[k]) {
				out = max(out, Sold)
			}
		case Lease, PublicRental, ShortLet:
			out = max(out, Leased)
		case SelfUse:
			out = max(out, SelfUsed)
		}
	}
	return out
}

// isDeveloper reports whether every holder of a group is a developer.
func (r *Register) isDeveloper(group int32) bool {
	for _, h := range groupRows(r.groups.start, r.groups.holders, group) {
		if !get(r.parties.developer, h.party, false) {
			return false
		}
	}
	return true
}

// Occupancy is the occupancy of a scope by gross area (租售率).
type Occupancy struct {
	// Leased, Sold, SelfUsed and Free are the areas by tenure, in m².
	Leased, Sold, SelfUsed, Free measure.Area
	// Unmeasured counts units whose area is not known on the day; they are in none.
	Unmeasured int
}

// Occupancy returns the areas of the scope by tenure on the day.
//
// Errors: a [*measure.OverflowError] if the areas together do not fit.
// Source: rule PROP-10.
func (r *Register) Occupancy(s Scope, on civil.Date) (Occupancy, error) {
	var o Occupancy
	var total measure.Area
	for u := range r.In(s) {
		a, ok := r.Areas(u, on)
		if !ok || a.Gross.IsZero() {
			o.Unmeasured++
			continue
		}
		var err error
		if total, err = total.Add(a.Gross); err != nil {
			return Occupancy{}, err
		}
		target := o.of(r.Tenure(u, on))
		if *target, err = target.Add(a.Gross); err != nil {
			return Occupancy{}, err
		}
	}
	return o, nil
}

// of returns the area of a tenure.
func (o *Occupancy) of(t Tenure) *measure.Area {
	switch t {
	case Leased:
		return &o.Leased
	case Sold:
		return &o.Sold
	case SelfUsed:
		return &o.SelfUsed
	default:
		return &o.Free
	}
}

// Rate returns (let + sold area) ÷ lettable area. What its holder uses itself is not
// lettable.
func (o Occupancy) Rate() Ratio {
	taken := o.Leased.Units() + o.Sold.Units()
	return Ratio{taken, taken + o.Free.Units()}
}
