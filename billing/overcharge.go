package billing

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Excess is what a line charges over its ceiling (超标准收费).
type Excess struct {
	// Line is the ID of the line.
	Line string `json:"line"`
	// Price is what was charged per unit, Cap the highest price allowed.
	Price money.Price `json:"price"`
	Cap   money.Price `json:"cap"`
	// Charged is the line's amount, Allowed what it comes to at the cap, and Amount the
	// difference, to be paid back.
	Charged money.Amount `json:"charged"`
	Allowed money.Amount `json:"allowed"`
	Amount  money.Amount `json:"amount"`
	// Source is the document the cap stands in.
	Source string `json:"source,omitempty"`
}

// Overcharge returns what lines charge over a ceiling, line by line in the order of the charges: a
// strict ceiling counts as its own limit here. The allowed amount of a charge is rounded as the charge
// was, so that its lines still add up. Lines within the ceiling, and those that are no product of a
// price, are left out.
//
// Source: 法释〔物业服务〕 art. 2: what was charged over the standard is paid back; EX-109. Errors: an
// [*invalid.Error] for a limit that does not fit a price and an amount that does not fit.
func Overcharge(lines []Line, ceiling Ceiling) ([]Excess, error) {
	var l invalid.List
	ceiling.check(&l)
	if err := l.Err("ceiling"); err != nil {
		return nil, err
	}
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b Line) int { return a.compare(&b) })
	var out []Excess
	var before Line // the line before at the allowed price
	for i := range sorted {
		line := &sorted[i]
		if line.Facts.Product.IsZero() || line.Revision < 0 {
			continue
		}
		limit, ok := ceiling.Limits.At(line.Period.Start)
		allowed, err := line.at(limit, ok, before)
		if err != nil {
			l.At(i).Take(err)
			continue
		}
		before = allowed
		if allowed.Amount == line.Amount || line.Facts.Product.Price == allowed.Facts.Product.Price {
			continue
		}
		over, err := line.Amount.Sub(allowed.Amount)
		l.At(i).Take(err)
		out = append(out, Excess{
			Line: line.ID(), Price: line.Facts.Product.Price, Cap: allowed.Facts.Product.Price,
			Charged: line.Amount, Allowed: allowed.Amount, Amount: over, Source: limit.Source,
		})
	}
	return out, l.Err("lines")
}

// at returns the line at the highest price a limit allows, if it is over it, going on from the line
// before in the same charge.
func (l Line) at(limit Limit, limited bool, before Line) (Line, error) {
	p := &l.Facts.Product
	if limited {
		allowed, err := money.PriceOf(limit.Cap())
		if err != nil {
			return l, err
		}
		if p.Price.Cmp(allowed) > 0 {
			p.Price = allowed
		}
	}
	if !p.Before.IsZero() && before.Tariff == l.Tariff && before.Unit == l.Unit && before.ChargeID() == l.ChargeID() {
		_, sum, _, ok := before.chained()
		if !ok {
			return l, invalid.Value(ErrTooLarge, l.exactText())
		}
		p.Before = sum
	}
	amount, _, err := l.recompute()
	l.Amount = amount
	return l, err
}
