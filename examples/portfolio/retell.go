package main

import (
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// isRepriced reports whether a charge of the unit has lines at different prices, in one bill
// or, where the payer changed as well, in two.
func isRepriced(bills []billing.Bill) bool {
	prices := map[string]money.Price{}
	for _, b := range bills {
		for i := range b.Lines {
			l := &b.Lines[i]
			if known, ok := prices[l.Tariff]; ok && known != l.Facts.Product.Price {
				return true
			}
			prices[l.Tariff] = l.Facts.Product.Price
		}
	}
	return false
}

// storyOf tells from the bills of one unit, and from who is the developer, what happened
// to it in the month.
func storyOf(bills []billing.Bill, developer string) story {
	if bills[0].IsHeld() {
		return heldStory(bills[0])
	}
	built, letting, late := false, false, false
	for _, b := range bills {
		built = built || b.Payer == developer
		if len(b.Liable) > len(b.Payers) { // an owner answers for a tenant
			letting = true
			late = firstDay(b) != b.Period.Start
		}
	}
	switch {
	case built && len(bills) == 1:
		return unsold
	case built:
		return handedOver
	case late:
		return letMidMonth
	case letting:
		return let
	case len(bills) > 1:
		return resold
	default:
		return settled
	}
}

// heldStory tells why a unit is held; a reason that was not planted reads as settled, which
// the report then shows.
func heldStory(b billing.Bill) story {
	return map[invalid.RuleError]story{
		billing.ErrHeld: disputed, billing.ErrNoPayer: nobody,
		billing.ErrUnitArea: unmeasured, billing.ErrUnitInternalArea: unmeasuredInside,
	}[b.Held[0].Rule]
}

// firstDay returns the first day the bill charges.
func firstDay(b billing.Bill) civil.Date {
	first := b.Lines[0].Period.Start
	for _, l := range b.Lines[1:] {
		first = min(first, l.Period.Start)
	}
	return first
}
