package billing_test

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// slowSharing bills shared costs and formulas the slow way, beside the tariffs of its estate: in big
// rationals, day by day, from the documents alone.
type slowSharing struct {
	slow
	more []billing.Tariff // the shared ones and those by formula
	ours billing.Facts    // what only these read
	used []evenMeter
}

// evenMeter is a common meter with an even usage a day, in ten-thousandths.
type evenMeter struct {
	code  string
	daily int64
}

// documents returns the book and facts that the package bills.
func (s slowSharing) documents() (billing.Book, billing.Facts) {
	book, facts := s.book, s.facts
	book.Tariffs = slices.Concat(s.book.Tariffs, s.more)
	facts.Costs, facts.ShareTerms, facts.Headcounts = s.ours.Costs, s.ours.ShareTerms, s.ours.Headcounts
	facts.Values, facts.Meters, facts.Readings = s.ours.Values, s.ours.Meters, s.ours.Readings
	return book, facts
}

func (s slowSharing) tariff(code string) billing.Tariff {
	i := slices.IndexFunc(s.more, func(t billing.Tariff) bool { return t.Code == code })
	if i < 0 {
		return billing.Tariff{}
	}
	return s.more[i]
}

// units are the units in the order of their codes.
func (s slowSharing) units() []property.Unit {
	units := slices.Clone(s.estate.Units)
	slices.SortFunc(units, func(a, b property.Unit) int { return strings.Compare(a.Code, b.Code) })
	return units
}

// bills returns one text for each bill or held unit; false where a cost cannot be shared at all.
func (s slowSharing) bills() (out []string, ok bool) {
	costs, ok := s.costs()
	if !ok {
		return nil, false
	}
	for _, u := range s.units() {
		w := slowUnit{slow: s.slow, unit: u}
		w.vacant = w.vacancies()
		lines, ok := w.lines()
		for _, t := range s.more {
			charged, fits := s.formulaLines(w, t)
			lines, ok = append(lines, charged...), ok && fits
		}
		for _, c := range costs {
			charged, fits := s.shareLines(w, c)
			lines, ok = append(lines, charged...), ok && fits
		}
		sum := new(big.Int)
		for _, l := range lines {
			sum.Add(sum, l.net).Add(sum, l.tax)
		}
		if !ok || !sum.IsInt64() {
			out = append(out, "held "+u.Code)
			continue
		}
		slices.SortStableFunc(lines, func(a, b slowLine) int {
			return cmp.Or(strings.Compare(a.tariff, b.tariff), cmp.Compare(a.start, b.start),
				strings.Compare(a.claim, b.claim), strings.Compare(a.payer, b.payer))
		})
		out = append(out, w.split(lines)...)
	}
	return out, true
}

// slowCost is a cost with what each unit shares of it, in least units.
type slowCost struct {
	billing.Cost
	t        billing.Tariff
	amount   *big.Int
	absorbed *big.Int
	shares   map[string]*big.Int
}

// costs shares the costs of the run's time; false where one cannot be.
func (s slowSharing) costs() (out []slowCost, ok bool) {
	for _, c := range s.ours.Costs {
		if on := c.Period.End.AddDays(-1); on < s.period.Start || on >= s.period.End {
			continue
		}
		one := slowCost{Cost: c, t: s.tariff(c.Tariff), shares: map[string]*big.Int{}, absorbed: new(big.Int)}
		one.amount, ok = s.costAmount(c, one.t)
		if !ok {
			return nil, false
		}
		if !s.share(&one) {
			return nil, false
		}
		out = append(out, one)
	}
	return out, true
}

// costAmount returns what a cost comes to, in least units; false where a day has no price.
func (s slowSharing) costAmount(c billing.Cost, t billing.Tariff) (*big.Int, bool) {
	if c.Of.Amount != nil {
		return big.NewInt(c.Of.Amount.Minor()), true
	}
	// used is what was used up to the end of the n-th day.
	days := int64(c.Period.End - c.Period.Start)
	var used func(n int64) *big.Rat
	if c.Of.Usage != nil {
		used = func(n int64) *big.Rat {
			exact := new(big.Rat).Mul(big.NewRat(c.Of.Usage.Units(), 1), big.NewRat(n, days))
			return new(big.Rat).SetFrac(roundTo(exact, money.ModeHalfUp), big.NewInt(10_000))
		}
	} else {
		i := slices.IndexFunc(s.used, func(m evenMeter) bool { return m.code == c.Of.Meter.Code })
		used = func(n int64) *big.Rat { return big.NewRat(s.used[i].daily*n, 10_000) }
	}
	sum := new(big.Rat)
	for from := int64(0); from < days; {
		price, ok := valueAt(t.Prices, c.Period.Start.AddDays(int(from)))
		if !ok {
			return nil, false
		}
		to := from + 1
		for ; to < days; to++ {
			next, ok := valueAt(t.Prices, c.Period.Start.AddDays(int(to)))
			if !ok || !next.Price.Equal(price.Price) {
				break
			}
		}
		quantity := new(big.Rat).Sub(used(to), used(from))
		sum.Add(sum, quantity.Mul(quantity, price.Price.Rat()))
		from = to
	}
	return s.round(sum, t.Rounding), true
}

// share divides a cost; false where it cannot be divided.
func (s slowSharing) share(c *slowCost) bool {
	var members []property.Unit
	for _, u := range s.units() {
		if s.has(c.t.AppliesTo, u) && (c.Scope == nil || s.has(*c.Scope, u)) {
			members = append(members, u)
		}
	}
	if len(members) == 0 {
		return false
	}
	quotas := make([]*big.Rat, len(members))
	for i := range quotas {
		quotas[i] = new(big.Rat)
	}
	var first []*big.Rat
	parts := c.t.Basis.Shared.Weights
	if len(parts) == 0 {
		parts = []billing.ShareWeight{{By: billing.ShareBy{Area: &billing.AreaBasis{}}}}
	}
	for k, p := range parts {
		part := p.Part.Rat()
		if p.Part.IsZero() {
			part = big.NewRat(1, 1)
		}
		column, sum := make([]*big.Rat, len(members)), new(big.Rat)
		for i, u := range members {
			var ok bool
			if column[i], ok = s.weight(c, p.By, u); !ok {
				return false
			}
			sum.Add(sum, column[i])
		}
		if sum.Sign() == 0 {
			return false
		}
		for i := range members {
			x := new(big.Rat).Quo(column[i], sum)
			x.Mul(x, part)
			quotas[i].Add(quotas[i], x.Mul(x, new(big.Rat).SetInt(c.amount)))
		}
		if k == 0 {
			first = column
		}
	}
	return c.divide(members, quotas, first)
}

// divide rounds the quotas to least units by the remainder rule; false where a share would be negative.
func (c *slowCost) divide(members []property.Unit, quotas, first []*big.Rat) bool {
	mode, rule := money.ModeDown, c.t.Basis.Shared.Remainder
	if rule == billing.LastUnit || rule == billing.LargestWeight {
		mode = money.ModeHalfUp
	}
	shares, left := make([]*big.Int, len(members)), new(big.Int).Set(c.amount)
	order := make([]int, len(members))
	heaviest := 0
	for i := range members {
		order[i] = i
		shares[i] = roundTo(quotas[i], mode)
		left.Sub(left, shares[i])
		if first[i].Cmp(first[heaviest]) > 0 {
			heaviest = i
		}
	}
	switch rule {
	case billing.LastUnit:
		heaviest = len(members) - 1
		fallthrough
	case billing.LargestWeight:
		shares[heaviest].Add(shares[heaviest], left)
	case billing.Absorbed:
		c.absorbed.Set(left)
	case billing.LargestRemainder, 0:
		rest := func(i int) *big.Rat { return new(big.Rat).Sub(quotas[i], new(big.Rat).SetInt(shares[i])) }
		rests := make([]*big.Rat, len(members))
		for i := range members {
			rests[i] = rest(i)
		}
		slices.SortStableFunc(order, func(a, b int) int { return rests[b].Cmp(rests[a]) })
		for i := range left.Int64() {
			shares[order[i]].Add(shares[order[i]], big.NewInt(1))
		}
	}
	for i, u := range members {
		if shares[i].Sign() < 0 {
			return false
		}
		c.shares[u.Code] = shares[i]
	}
	return true
}

// has reports whether a scope has a unit.
func (s slowSharing) has(sc property.Scope, u property.Unit) bool {
	return (len(sc.Uses) == 0 || slices.Contains(sc.Uses, u.Use)) &&
		(len(sc.Buildings) == 0 || slices.Contains(sc.Buildings, u.Building)) &&
		(len(sc.Entrances) == 0 || slices.Contains(sc.Entrances, u.Entrance)) &&
		(len(sc.Units) == 0 || slices.Contains(sc.Units, u.Code)) &&
		(sc.Floors == nil || u.Floor != 0 && sc.Floors.From <= u.Floor && u.Floor <= sc.Floors.To) &&
		!slices.Contains(sc.ExceptUnits, u.Code) && !slices.Contains(sc.ExceptUses, u.Use)
}

// weight returns what a unit weighs on the last day of a cost; false where it is not known.
func (s slowSharing) weight(c *slowCost, by billing.ShareBy, u property.Unit) (*big.Rat, bool) {
	on := c.Period.End.AddDays(-1)
	switch {
	case by.Household != nil:
		return big.NewRat(1, 1), true
	case by.Headcount != nil:
		return s.persons(u, on)
	case by.Floor != nil:
		for _, f := range by.Floor.Floors {
			if u.Floor != 0 && f.Floors.From <= u.Floor && u.Floor <= f.Floors.To {
				return f.Weight.Rat(), true
			}
		}
		return nil, false
	case by.Coefficient != nil:
		name := cmp.Or(by.Coefficient.Name, "X")
		v, ok := s.value(u, name, on)
		if !ok || v.Number == nil || v.Number.Sign() < 0 {
			return nil, false
		}
		return v.Number.Decimal().Rat(), true
	case by.Formula != nil:
		v, ok := s.formula(*by.Formula, u, on, c.Period, on, new(big.Rat))
		return v, ok && v.Sign() >= 0
	}
	of := billing.AreaKind(0)
	if by.Area != nil {
		of = by.Area.Of
	}
	area := s.areaOn(u, of, on)
	return area, area.Sign() > 0
}

// areaOn is an area on a day, 0 where it is not known.
func (s slowSharing) areaOn(u property.Unit, of billing.AreaKind, on civil.Date) *big.Rat {
	areas, _ := valueAt(u.Areas, on)
	if of == billing.InternalArea {
		return areas.Internal.Decimal().Rat()
	}
	return areas.Gross.Decimal().Rat()
}

// persons returns how many live in a unit: nobody in an empty one of which nothing is known.
func (s slowSharing) persons(u property.Unit, on civil.Date) (*big.Rat, bool) {
	for _, h := range s.ours.Headcounts {
		if n, ok := valueAt(h.Persons, on); h.Unit == u.Code && ok {
			return big.NewRat(int64(n), 1), true
		}
	}
	w := slowUnit{slow: s.slow, unit: u}
	return new(big.Rat), !w.used(on)
}

// value returns a value by its name: the unit's own, else that of the first scope that has one.
func (s slowSharing) value(u property.Unit, name string, on civil.Date) (billing.Value, bool) {
	for _, own := range []bool{true, false} {
		for _, v := range s.ours.Values {
			in := v.Period == civil.Period{} || v.Period.Start <= on && (v.Period.End.IsZero() || on < v.Period.End)
			of := own && v.Unit == u.Code || !own && v.Scope != nil && s.has(*v.Scope, u)
			if strings.EqualFold(v.Name, name) && in && of {
				return v, true
			}
		}
	}
	return billing.Value{}, false
}
