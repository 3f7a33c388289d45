package billing_test

import (
	"math/big"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/money"
)

// shareLines returns the unit's lines of a cost; false where nobody pays for some day.
func (s slowSharing) shareLines(w slowUnit, c slowCost) ([]slowLine, bool) {
	share, ok := c.shares[w.unit.Code]
	if !ok {
		return nil, true
	}
	days := int64(c.Period.End - c.Period.Start)
	terms, base, limit := s.termsOf(w.unit, c)
	tenant := new(big.Int).Set(share)
	if terms {
		tenant.Sub(tenant, base)
		if tenant.Sign() < 0 {
			tenant.SetInt64(0)
		}
		if limit != nil && tenant.Cmp(limit) > 0 {
			tenant.Set(limit)
		}
	}
	owned := c.t
	owned.Payer = property.OwnerPays
	var lines []slowLine
	for from := int64(0); from < days; {
		on := c.Period.Start.AddDays(int(from))
		payer, liable, ok := w.payer(w.unit, c.t, on)
		if !ok {
			return nil, false
		}
		to := from + 1
		for ; to < days; to++ {
			p, l, ok := w.payer(w.unit, c.t, c.Period.Start.AddDays(int(to)))
			if !ok || p != payer || l != liable {
				break
			}
		}
		between := func(n *big.Int) *big.Int {
			at := func(d int64) *big.Int {
				return roundTo(new(big.Rat).Mul(new(big.Rat).SetInt(n), big.NewRat(d, days)), money.ModeHalfUp)
			}
			return new(big.Int).Sub(at(to), at(from))
		}
		add := func(payer, liable string, amount *big.Int) {
			l := slowLine{
				tariff: c.t.Code, claim: c.Code, start: on, last: c.Period.Start.AddDays(int(to) - 1),
				payer: payer, liable: liable, amount: amount, exact: new(big.Rat).SetInt(amount),
			}
			rate := "0"
			if c.t.Tax != nil {
				rate = s.rate(c.t.Tax, c.Period.End.AddDays(-1))
			}
			l.taxed(c.t.Tax, ratOf(rate))
			lines = append(lines, l)
		}
		if owner, behind, known := w.payer(w.unit, owned, on); terms && known && owner != payer {
			part := between(tenant)
			add(payer, liable, part)
			add(owner, behind, new(big.Int).Sub(between(share), part))
		} else {
			add(payer, liable, between(share))
		}
		from = to
	}
	return lines, true
}

// termsOf returns what a lease says of a cost: the part of the base and of the cap for its months.
func (s slowSharing) termsOf(u property.Unit, c slowCost) (ok bool, base, limit *big.Int) {
	on := c.Period.End.AddDays(-1)
	for _, t := range s.ours.ShareTerms {
		if t.Unit != u.Code || t.Tariff != c.t.Code || on < t.Period.Start || !t.Period.End.IsZero() && on >= t.Period.End {
			continue
		}
		months := int64(0)
		for c.Period.Start.AddMonths(int(months)) < c.Period.End {
			months++
		}
		ofYear := func(year *big.Rat) *big.Int {
			return roundTo(s.inLeastUnits(new(big.Rat).Mul(year, big.NewRat(months, 12))), money.ModeHalfUp)
		}
		if t.Cap != nil {
			limit = ofYear(t.Cap.Rat())
		}
		return true, ofYear(t.Base.Rat()), limit
	}
	return false, nil, nil
}
