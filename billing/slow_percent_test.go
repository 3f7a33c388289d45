package billing_test

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// stepsOver says how the percentages stand on a day that are taken of a tariff, of a percentage of
// it and so on: a line lies in one step of each.
func (w slowUnit) stepsOver(t billing.Tariff, d civil.Date) string {
	var out strings.Builder
	for _, p := range w.inOrder() {
		if p.Basis.Percent != nil && slices.Contains(p.Basis.Percent.Of, t.Code) {
			step := w.step(p, d)
			if step != "none" {
				step += "(" + w.stepsOver(p, d) + ")"
			}
			out.WriteString(step + ";")
		}
	}
	return out.String()
}

// step is the part and the tax rate of a percentage on a day.
func (w slowUnit) step(p billing.Tariff, d civil.Date) string {
	price, ok := valueAt(p.Prices, d)
	if !ok || !w.chartered(p, d) {
		return "none"
	}
	rate := ""
	if p.Tax != nil {
		rate = w.rate(p.Tax, d)
	}
	return price.Price.Rat().RatString() + " " + rate
}

// slowShare is what one payer's lines come to in one step of a percentage.
type slowShare struct {
	no            int // of the step
	payer, liable string
	start, last   civil.Date
	base          *big.Int
}

// percent returns the lines of a percentage of a month's other lines.
func (w slowUnit) percent(t billing.Tariff, m slowMonth, lines []slowLine) []slowLine {
	no, step := map[civil.Date]int{}, ""
	for d := m.start; d < m.end; d++ {
		no[d] = no[d.AddDays(-1)]
		if now := w.step(t, d) + w.stepsOver(t, d); now != step {
			step = now
			no[d]++
		}
	}
	var shares []slowShare
	for _, l := range lines {
		if l.month != m || !slices.Contains(t.Basis.Percent.Of, l.tariff) || w.step(t, l.start) == "none" {
			continue
		}
		i := slices.IndexFunc(shares, func(s slowShare) bool { return s.no == no[l.start] && s.payer == l.payer })
		if i < 0 {
			i = len(shares)
			shares = append(shares, slowShare{no[l.start], l.payer, l.liable, l.start, l.last, new(big.Int)})
		}
		s := &shares[i]
		s.start, s.last = min(s.start, l.start), max(s.last, l.last)
		s.base.Add(s.base, l.amount)
	}
	slices.SortStableFunc(shares, func(a, b slowShare) int {
		return cmp.Or(cmp.Compare(a.start, b.start), strings.Compare(a.payer, b.payer))
	})
	return w.percentLines(t, m, shares)
}

func (w slowUnit) percentLines(t billing.Tariff, m slowMonth, shares []slowShare) []slowLine {
	var out []slowLine
	sum, charged := new(big.Rat), new(big.Int)
	for _, s := range shares {
		price, _ := valueAt(t.Prices, s.start)
		exact := new(big.Rat).Mul(new(big.Rat).SetInt(s.base), price.Price.Rat())
		sum.Add(sum, exact)
		total := w.roundLeast(sum, t.Rounding)
		l := slowLine{
			tariff: t.Code, month: m, start: s.start, last: s.last, payer: s.payer, liable: s.liable,
			exact: exact, amount: new(big.Int).Sub(total, charged),
		}
		charged = total
		rate := "0"
		if t.Tax != nil {
			rate = w.rate(t.Tax, s.start)
		}
		l.taxed(t.Tax, ratOf(rate))
		out = append(out, l)
	}
	return out
}

// claims returns the lines of the claims on the unit; false if nobody pays one.
func (w slowUnit) claims() (lines []slowLine, ok bool) {
	ok = true
	for _, c := range w.facts.Claims {
		if c.Unit != w.unit.Code || c.On < w.period.Start || c.On >= w.period.End {
			continue
		}
		t := billing.Tariff{Code: c.Tariff}
		for _, have := range w.book.Tariffs {
			if have.Code == c.Tariff {
				t = have
			}
		}
		if c.Tax != nil {
			t.Tax = c.Tax
		}
		key, liable, paid := w.payer(w.unit, t, c.On)
		if c.Payer != "" {
			key, liable, paid = c.Payer, c.Payer, true
		}
		ok = ok && paid
		sum := new(big.Rat)
		for _, i := range c.Items {
			quantity := big.NewRat(1, 1)
			if i.Quantity != (measure.Quantity{}) {
				quantity = i.Quantity.Decimal().Rat()
			}
			sum.Add(sum, quantity.Mul(quantity, i.Price.Rat()))
		}
		l := slowLine{tariff: c.Tariff, claim: c.Code, start: c.On, last: c.On, payer: key, liable: liable, exact: w.inLeastUnits(sum)}
		l.amount = w.round(sum, t.Rounding)
		rate := "0"
		if t.Tax != nil {
			rate = w.rate(t.Tax, c.On)
		}
		l.taxed(t.Tax, ratOf(rate))
		lines = append(lines, l)
	}
	return lines, ok
}
