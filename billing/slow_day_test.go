package billing_test

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/policy"
)

// slowDay is what one day of a charge depends on, in texts, so that days compare with ==.
type slowDay struct {
	there, charged                bool // whether somebody would pay, and whether there is a price
	quantity, price, factor, rate string
	payer, liable                 string
	tenancy                       civil.Date // that agrees the price
	prepaid                       int        // 1 + the position of the prepayment that serves it
	steps                         string     // of percentages that are taken of the charge
}

// day returns what a charge depends on on one day; false if the day cannot be charged.
func (w slowUnit) day(t billing.Tariff, m slowMonth, d civil.Date) (slowDay, bool) {
	out := slowDay{quantity: "1", factor: "1", rate: "0"}
	if !w.claimed(t, d) {
		return slowDay{}, true
	}
	if !w.priced(t, d) { // who is there counts, whatever the price
		if at, ok := w.agreed(t.Code, d); t.Basis.Agreed != nil {
			there := ok && (m.of.IsZero() || at.tenancy.Term.Start == m.of)
			return slowDay{there: there, payer: slowKey(at.tenancy.Holders)}, true
		}
		key, liable, paid := w.payer(w.unit, t, d)
		return slowDay{there: paid, payer: key, liable: liable}, true
	}
	ok := true
	switch b := t.Basis; {
	case b.Agreed != nil:
		at, agreed := w.agreed(t.Code, d)
		if !agreed || !m.of.IsZero() && at.tenancy.Term.Start != m.of {
			return slowDay{}, true
		}
		out.price, out.tenancy = at.price.RatString(), at.tenancy.Term.Start
		out.payer, out.liable = slowKey(at.tenancy.Holders), strings.Join(codes(at.tenancy.Holders), " ")
		ok = w.underCeiling(t.Ceiling, at, d)
		if at.free {
			out.factor = "0"
		}
	case b.PerSpace != nil:
		n := w.unit.Spaces
		if n == 0 && w.unit.Use == property.Parking {
			n = 1
		}
		if n == 0 {
			return slowDay{}, true
		}
		out.quantity = decimal.NewFromInt(int64(n)).String()
	}
	if t.Basis.Agreed == nil {
		price, known := w.price(t, d)
		var paid bool
		out.payer, out.liable, paid = w.payer(w.unit, t, d)
		out.price, ok = price, known && paid
	}
	if kind := slowArea(t.Basis); kind != nil {
		areas, known := valueAt(w.unit.Areas, d)
		area := areas.Gross
		if kind.Of == billing.InternalArea {
			area = areas.Internal
		}
		out.quantity, ok = area.Decimal().Rat().RatString(), ok && known && !area.IsZero()
	}
	if t.Tax != nil {
		out.rate = w.rate(t.Tax, d)
	}
	out.there, out.charged = true, true
	w.relieve(t, m, d, &out)
	out.steps = w.stepsOver(t, d)
	return out, ok
}

// slowArea returns the area a basis multiplies with, nil if none.
func slowArea(b billing.Basis) *billing.AreaBasis {
	switch {
	case b.FloorTable != nil:
		return b.FloorTable.Area
	case b.Agreed != nil:
		return b.Agreed.Area
	default:
		return b.Area
	}
}

// claimed reports whether the handover does not keep a tariff from charging on a day.
func (w slowUnit) claimed(t billing.Tariff, d civil.Date) bool {
	return !t.ClaimedOnly || !w.unit.DeliveredOn.IsZero() && w.unit.DeliveredOn <= d
}

// priced reports whether a tariff has a price on a day, or leaves it to tenancies.
func (w slowUnit) priced(t billing.Tariff, d civil.Date) bool {
	_, ok := valueAt(t.Prices, d)
	return (ok || t.Basis.Agreed != nil) && w.chartered(t, d)
}

// chartered reports whether the charter that a tariff belongs to, if any, is in force as it says.
func (w slowUnit) chartered(t billing.Tariff, d civil.Date) bool {
	if t.Charter == nil {
		return true
	}
	for _, c := range w.book.Charters {
		if v, ok := valueAt(c.Versions, d); c.Code == t.Charter.Code {
			return ok && v == t.Charter.Version
		}
	}
	return false
}

// price returns the price of a day; false where the floor has none.
func (w slowUnit) price(t billing.Tariff, d civil.Date) (string, bool) {
	r, _ := valueAt(t.Prices, d)
	if t.Basis.FloorTable == nil {
		return r.Price.Rat().RatString(), true
	}
	for _, f := range r.Floors {
		price := f.Price
		for floor := f.Floors.From; floor <= f.Floors.To; floor++ {
			if floor == 0 {
				continue
			}
			if floor == w.unit.Floor {
				return price.Rat().RatString(), true
			}
			price = price.Add(f.Step)
		}
	}
	return "0", false
}

// rate returns the tax rate of a day.
func (s slow) rate(t *billing.Tax, d civil.Date) string {
	rate := t.Inclusive
	if rate == nil {
		rate = t.Exclusive
	}
	if rate.Policy == "" {
		r, _ := valueAt(rate.Rates, d)
		return r.Rat().RatString()
	}
	row, _ := s.policy(rate.Policy, d)
	return decimal.RequireFromString(row.Value).Rat().RatString()
}

// policy returns the row of the smallest place that holds on a day.
func (s slow) policy(key string, d civil.Date) (best policy.Row, ok bool) {
	for _, row := range s.facts.Policies {
		holds := (row.From.IsZero() || row.From <= d) && (row.To.IsZero() || d <= row.To)
		here := row.Key == key && strings.HasPrefix(s.estate.Community.Region, row.Region)
		if holds && here && (!ok || len(row.Region) > len(best.Region)) {
			best, ok = row, true
		}
	}
	return best, ok
}

// payer returns the payer's key and who answers for it.
func (s slow) payer(u property.Unit, t billing.Tariff, d civil.Date) (key, liable string, ok bool) {
	var owner, tenant []property.Holder
	for _, ten := range s.estate.Tenancies {
		if ten.Unit != u.Code || d < ten.Term.Start || !ten.Term.End.IsZero() && d >= ten.Term.End {
			continue
		}
		lists := slices.Contains(ten.Pays, t.Code) || slices.Contains(ten.Pays, "*")
		switch {
		case ten.Kind == property.Ownership:
			owner = ten.Holders
		case t.Payer == property.OwnerPays || t.Payer == property.DefaultPays:
		case lists, t.Payer == property.OccupantPays && ten.Kind != property.SelfUse:
			tenant = ten.Holders
		}
	}
	var fallback []property.Holder
	if u.DefaultPayer != "" {
		fallback = []property.Holder{{Party: u.DefaultPayer}}
	}
	delivered := u.SoldOn.IsZero()
	if !u.DeliveredOn.IsZero() {
		delivered = u.DeliveredOn <= d
	}
	if !delivered && fallback != nil {
		owner = nil
	}
	payer := fallback
	behind := []property.Holder(nil)
	switch {
	case t.Payer == property.DefaultPays:
	case tenant != nil:
		payer, behind = tenant, owner
		if owner == nil {
			behind = fallback
		}
	case owner != nil:
		payer = owner
	}
	return slowKey(payer), strings.Join(codes(payer, behind), " "), payer != nil
}

// codes are the parties of the holders, sorted in each group, none twice.
func codes(groups ...[]property.Holder) []string {
	var out []string
	for _, g := range groups {
		var own []string
		for _, h := range g {
			if !slices.Contains(out, h.Party) {
				own = append(own, h.Party)
			}
		}
		slices.Sort(own)
		out = append(out, own...)
	}
	return out
}

func slowKey(holders []property.Holder) string {
	sorted := slices.SortedFunc(slices.Values(holders), func(a, b property.Holder) int { return strings.Compare(a.Party, b.Party) })
	var parts []string
	for _, h := range sorted {
		if h.Share.IsZero() || h.Share == sorted[0].Share && h.Share == sorted[len(sorted)-1].Share {
			parts = append(parts, h.Party)
			continue
		}
		parts = append(parts, h.Party+":"+h.Share.String())
	}
	return strings.Join(parts, "+")
}
