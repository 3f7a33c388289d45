package billing

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
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
// price or were taken back, are left out; amounts are those of the lines, before tax where the price is exclusive.
//
// Source: 法释〔物业服务〕 art. 2: what was charged over the standard is paid back; EX-109. Errors: an
// [*invalid.Error] for a limit that does not fit a price, an amount that does not fit, and a limit that
// changes inside a line that is not charged by its days.
func Overcharge(lines []Line, ceiling Ceiling) ([]Excess, error) {
	var l invalid.List
	ceiling.check(&l)
	if err := l.Err("ceiling"); err != nil {
		return nil, err
	}
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b Line) int { return cmp.Or(cmp.Compare(a.Unit, b.Unit), a.compare(&b)) })
	back := map[string]bool{}
	for i := range lines {
		if lines[i].Revision < 0 {
			back[lines[i].Corrects()] = true
		}
	}
	var out []Excess
	var before allowance // of the line before
	for i := range sorted {
		line := &sorted[i]
		if line.Facts.Product.IsZero() || line.Revision < 0 || back[line.ID()] {
			continue
		}
		allowed, err := line.allowed(ceiling, before)
		if err != nil {
			l.At(i).Take(err)
			continue
		}
		before = allowed
		if allowed.amount == line.Amount {
			continue
		}
		over, err := line.Amount.Sub(allowed.amount)
		l.At(i).Take(err)
		out = append(out, Excess{
			Line: line.ID(), Price: line.Facts.Product.Price, Cap: allowed.cap,
			Charged: line.Amount, Allowed: allowed.amount, Amount: over, Source: allowed.source,
		})
	}
	return out, l.Err("lines")
}

// allowance is what a line comes to under a ceiling.
type allowance struct {
	line   *Line
	upto   Exact // the charge up to the line's end
	amount money.Amount
	cap    money.Price // the lowest price that a limit left
	source string
}

// allowed returns what the line comes to at the highest prices allowed, going on from the line before
// in the same charge. A limit that changes inside the line counts by days.
func (l *Line) allowed(ceiling Ceiling, before allowance) (allowance, error) {
	p := l.Facts.Product
	out := allowance{line: l, cap: p.Price}
	start := p.Before
	if goesOn := !start.IsZero() && before.line != nil && before.line.Unit == l.Unit && before.line.Tariff == l.Tariff &&
		before.line.Anchor == l.Anchor && before.line.Season == l.Season && before.line.ChargeID() == l.ChargeID(); goesOn {
		start = before.upto
	}
	out.upto = start
	days := ceiling.Limits.AppendChanges([]civil.Date{l.Period.Start}, l.Period)
	if len(days) > 1 && p.Days != uint32(l.Period.Days()) {
		return out, invalid.Value(ErrLimitInside, days[1].String())
	}
	for i, on := range days {
		part := p
		if len(days) > 1 {
			end := l.Period.End
			if i+1 < len(days) {
				end = days[i+1]
			}
			part.Days = uint32(end.DaysSince(on))
		}
		if limit, ok := ceiling.Limits.At(on); ok {
			highest, err := money.PriceOf(limit.Cap())
			if err != nil {
				return out, err
			}
			if part.Price.Cmp(highest) > 0 {
				part.Price = highest
			}
			if part.Price.Cmp(out.cap) < 0 {
				out.cap, out.source = part.Price, limit.Source
			}
		}
		exact, ok1 := part.exact()
		upto, ok2 := out.upto.plus(exact)
		if !ok1 || !ok2 {
			return out, invalid.Value(ErrTooLarge, l.exactText())
		}
		out.upto = upto
	}
	var err error
	out.amount, err = l.between(start, out.upto)
	return out, err
}

// between returns what two exact sums of the charge come to, one less the other, rounded each.
func (l *Line) between(from, upto Exact) (money.Amount, error) {
	c := l.Amount.Currency()
	rounder, ok := l.Rounding.rounder(c)
	if !ok || l.Facts.Product.Of == 0 {
		return money.Amount{}, invalid.Value(ErrRounding, l.Rounding.String())
	}
	scale, of := pow10(exactDigits-c.Digits()), uint64(l.Facts.Product.Of)
	total, err1 := upto.round(rounder, scale, of)
	charged, err2 := from.round(rounder, scale, of)
	return money.New(total-charged, c), cmp.Or(err1, err2)
}
