package billing

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Rate is a price with where it comes from.
type Rate struct {
	// Price is the price per unit of the basis and month, or of the basis and season where the
	// tariff's cycle is a season, up to six decimals; for a percent tariff the part, 0.05 for 5 %.
	Price decimal.Decimal `json:"price,omitzero"`
	// Free must be said where the price is zero.
	Free bool `json:"free,omitempty"`
	// Floors are the prices by floor, of a floor table and no other basis.
	Floors []FloorRate `json:"floors,omitempty"`
	// Tiers are the prices by tier of a metered tariff with a tier rule (阶梯价).
	Tiers []Tier `json:"tiers,omitempty"`
	// Bands are the prices by time of use of a metered tariff (峰谷价).
	Bands []BandPrice `json:"bands,omitempty"`
	// Class is the class of charge. Unset: standard, or free where the price is.
	Class ChargeClass `json:"class,omitzero"`
	// Source is the document the price stands in: contract, approval, notice.
	Source string `json:"source,omitempty"`
	// PublishedOn is the day the price was made public (公示).
	PublishedOn civil.Date `json:"publishedOn,omitzero"`
}

// FloorRate is the price of a range of floors (楼层价).
type FloorRate struct {
	// Floors are the floors, both ends included.
	Floors property.FloorRange `json:"floors"`
	// Price is the price of the lowest of them per month.
	Price decimal.Decimal `json:"price,omitzero"`
	// Free must be said where the price is zero on every floor.
	Free bool `json:"free,omitempty"`
	// Step is what each floor above the lowest adds.
	Step decimal.Decimal `json:"step,omitzero"`
}

// at returns the price of a floor the range contains; there is no floor 0.
func (f FloorRate) at(floor int) decimal.Decimal {
	n := floor - f.Floors.From
	if f.Floors.From < 0 && floor > 0 {
		n--
	}
	return f.Price.Add(f.Step.Mul(decimal.NewFromInt(int64(n))))
}

// isFree reports whether nothing is charged: on no floor, of a floor table.
func (r Rate) isFree() bool {
	if len(r.Floors)+len(r.Tiers)+len(r.Bands) == 0 {
		return r.Free
	}
	return !slices.ContainsFunc(r.Floors, func(f FloorRate) bool { return !f.Free }) &&
		!slices.ContainsFunc(r.Tiers, func(t Tier) bool { return !t.Free }) &&
		!slices.ContainsFunc(r.Bands, func(b BandPrice) bool { return !b.Free })
}

// class returns the class of charge, said or not.
func (r Rate) class() ChargeClass {
	switch {
	case r.Class != 0:
		return r.Class
	case r.isFree():
		return FreeCharge
	default:
		return StandardCharge
	}
}

// prices yields every price the rate can come to: its own, or that of each floor.
func (r Rate) prices(yield func(decimal.Decimal) bool) {
	if len(r.Floors)+len(r.Tiers)+len(r.Bands) == 0 {
		yield(r.Price)
		return
	}
	for _, t := range r.Tiers {
		if !yield(t.Price) {
			return
		}
	}
	for _, b := range r.Bands {
		if !yield(b.Price) {
			return
		}
	}
	for _, f := range r.Floors {
		for floor := f.Floors.From; floor <= f.Floors.To; floor++ {
			if floor != 0 && !yield(f.at(floor)) {
				return
			}
		}
	}
}

func (r Rate) check(l *invalid.List, b Basis) {
	floors := b.FloorTable != nil
	chargeClassWords().Check(l, "class", uint8(r.Class))
	if floors != (len(r.Floors) > 0) {
		l.At("floors").Add(ErrFloors)
		return
	}
	r.checkUsagePrices(l, b.Metered)
	switch {
	case floors:
		r.checkFloors(l)
	case len(r.Tiers)+len(r.Bands) == 0:
		checkPrice(l, r.Price, r.Free)
	case !r.Price.IsZero() || r.Free:
		l.Add(ErrTiersPrice)
	}
	if (r.class() == FreeCharge) != r.isFree() {
		l.At("class").Add(ErrClass, r.Class.String())
	}
}

// checkPrice reports a price that does not fit or does not say whether it is free.
func checkPrice(l *invalid.List, p decimal.Decimal, free bool) {
	_, err := money.PriceOf(p)
	l.At("price").Take(err)
	switch {
	case err == nil && p.IsZero() && !free:
		l.Add(ErrNoPrice)
	case err == nil && !p.IsZero() && free:
		l.Add(ErrFree, p.String())
	}
}

// checkFree reports a price that does not fit or does not say whether it is free on every floor.
func (f FloorRate) checkFree(l *invalid.List) {
	if f.Free || f.Step.IsZero() {
		checkPrice(l, f.Price, f.Free)
	} else if _, err := money.PriceOf(f.Price); err != nil {
		l.At("price").Take(err)
	}
	if f.Free && !f.Step.IsZero() {
		l.Add(ErrFree, f.Step.String())
	}
}

func (r Rate) checkFloors(l *invalid.List) {
	if !r.Price.IsZero() || r.Free {
		l.Add(ErrFloors)
	}
	l.Enter("floors")
	defer l.Leave()
	for i, f := range r.Floors {
		l.EnterIndex(i)
		l.Enter("floors")
		f.Floors.Check(l)
		l.Leave()
		f.checkFree(l)
		_, err := money.PriceOf(f.Step)
		l.At("step").Take(err)
		if i > 0 && f.Floors.From <= r.Floors[i-1].Floors.To {
			l.At("floors").Add(ErrFloorOrder)
		}
		if f.Floors.Contains(f.Floors.To) {
			_, err := money.PriceOf(f.at(f.Floors.To))
			l.At("step").Take(err)
		}
		l.Leave()
	}
}
