package billing_test

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
)

// slowMeteredDay is what a day of a metered charge depends on, as one text and in parts.
type slowMeteredDay struct {
	price                   billing.Rate
	payer, liable, rate, as string
	extra                   *big.Int
	reset                   civil.Date
}

// charge returns the lines of a charge, closed by the reading at its end; false if it cannot be charged.
func (w slowMetering) charge(start, end civil.Date) ([]slowMeteredLine, bool) {
	sum, charged, filled := new(big.Rat), new(big.Int), new(big.Int)
	var lines []slowMeteredLine
	for d := start; d < end; {
		day, priced, ok := w.day(d)
		switch {
		case !ok:
			return nil, false
		case !priced:
			d++
			continue
		}
		to := d + 1
		for ; to < end; to++ {
			if next, priced, _ := w.day(to); !priced || next.as != day.as {
				break
			}
		}
		l := slowMeteredLine{
			tariff: w.tariff.Code, meter: w.meter.Code, payer: day.payer, liable: day.liable, rate: day.rate,
			chargeStart: start, chargeEnd: end, start: d, last: to - 1, used: new(big.Int), taken: new(big.Int),
		}
		if l.usage, ok = w.used(d, to, end); !ok {
			return nil, false
		}
		cost, ok := w.cost(&l, day, filled)
		if !ok {
			return nil, false
		}
		filled.Add(filled, l.usage)
		sum.Add(sum, cost)
		total := w.round(sum, w.tariff.Rounding)
		l.amount = new(big.Int).Sub(total, charged)
		charged = total
		lines = append(lines, l)
		d = to
	}
	return lines, true
}

// day returns what the charge depends on.
func (w slowMetering) day(d civil.Date) (out slowMeteredDay, priced, ok bool) {
	if out.price, priced = valueAt(w.tariff.Prices, d); !priced {
		return out, false, true
	}
	if out.payer, out.liable, ok = w.payer(w.unit, w.tariff, d); !ok {
		return out, true, false
	}
	out.rate, out.extra = "0", new(big.Int)
	if w.tariff.Tax != nil {
		out.rate = w.rate(w.tariff.Tax, d)
	}
	if rule := w.tariff.Basis.Metered.Tiers; rule != nil {
		if rule.Per == billing.PerYear {
			for out.reset = d; !w.resets(out.reset); out.reset-- {
			}
		}
		for _, h := range w.facts.Headcounts {
			if n, known := valueAt(h.Persons, d); rule.Persons != nil && h.Unit == w.unit.Code && known && n > rule.Persons.Above {
				out.extra = new(big.Int).Mul(big.NewInt(int64(n-rule.Persons.Above)), big.NewInt(rule.Persons.Quantity.Units()))
			}
		}
	}
	price := out.price.Price.String()
	for _, t := range out.price.Tiers {
		price += fmt.Sprintf(" ≤%s:%s%v", t.UpTo, t.Price, t.Components)
	}
	for _, b := range out.price.Bands {
		price += fmt.Sprintf(" %q:%s", b.Band, b.Price)
	}
	out.as = strings.Join([]string{price, out.payer, out.liable, out.rate, out.extra.String(), out.reset.String()}, "|")
	return out, true, true
}

// resets reports whether the tiers begin anew on a day.
func (w slowMetering) resets(d civil.Date) bool {
	on := "01-01"
	if reset := w.tariff.Basis.Metered.Tiers.Reset; !reset.IsZero() {
		on = reset.String()
	}
	text := d.String()[len("2006-"):]
	return text == on || on == "02-29" && text == "02-28" && d.AddDays(1).Day() == 1
}

// cost returns what a stretch comes to and notes the parts; filled is what the charge had used before it.
func (w slowMetering) cost(l *slowMeteredLine, day slowMeteredDay, filled *big.Int) (*big.Rat, bool) {
	sum := new(big.Rat)
	part := func(name string, units *big.Int, price string) {
		l.parts = strings.TrimSpace(fmt.Sprintf("%s %s/%s@%s", l.parts, name, units, new(big.Rat).Mul(ratOf(price), big.NewRat(1_000_000, 1)).Num()))
		sum.Add(sum, new(big.Rat).Mul(new(big.Rat).SetFrac(units, big.NewInt(10_000)), ratOf(price)))
	}
	if len(day.price.Bands) > 0 {
		for _, band := range w.bands() {
			price := ""
			for _, b := range day.price.Bands {
				if b.Band == band {
					price = b.Price.String()
				}
			}
			if price == "" {
				return nil, false
			}
			u, _ := w.usage(band, l.start, l.last+1, l.chargeEnd)
			part("0"+band, u, price)
		}
		return sum, true
	}
	rule := w.tariff.Basis.Metered.Tiers
	if rule == nil {
		part("0", l.usage, day.price.Price.String())
		return sum, true
	}
	times := big.NewInt(1)
	if rule.Per == billing.PerMonth {
		l.used = new(big.Int).Set(filled)
		times = big.NewInt(w.months(l.chargeStart, l.chargeEnd))
	} else {
		var ok bool
		if l.used, ok = w.sinceReset(day.reset, l.start, l.chargeEnd); !ok {
			return nil, false
		}
	}
	low := new(big.Int)
	for i, t := range day.price.Tiers {
		name := fmt.Sprint(i + 1)
		if len(day.price.Tiers) == 1 {
			name = "0"
		}
		high := new(big.Int).Lsh(big.NewInt(1), 80)
		if i+1 < len(day.price.Tiers) {
			bound := new(big.Rat).Mul(t.UpTo.Rat(), big.NewRat(10_000, 1)).Num()
			high = new(big.Int).Mul(new(big.Int).Add(bound, day.extra), times)
		}
		from, to := clampInt(l.used, low, high), clampInt(new(big.Int).Add(l.used, l.usage), low, high)
		lies := l.used.Cmp(low) >= 0 && l.used.Cmp(high) < 0 // where a usage of nothing is
		if u := new(big.Int).Sub(to, from); u.Sign() > 0 || lies {
			part(name, u, t.Price.String())
		}
		low = high
	}
	return sum, true
}

func clampInt(x, low, high *big.Int) *big.Int {
	switch {
	case x.Cmp(low) < 0:
		return low
	case x.Cmp(high) > 0:
		return high
	}
	return x
}

// months counts the months of the windows that a charge closes, that of the installation among them.
func (w slowMetering) months(start, end civil.Date) int64 {
	n := 1
	if c := w.tariff.Cycle; c != nil {
		n = max(1, c.Every.Months())
	}
	before := w.closing(start)
	if start == w.meter.Devices[0].Installed {
		before = w.closing(start+1) - 1
	}
	return int64(max(n, (w.closing(end)-before)*n))
}

// sinceReset returns what the tiers of a year had before a day.
func (w slowMetering) sinceReset(reset, day, known civil.Date) (*big.Int, bool) {
	first := w.meter.Devices[0].Installed
	before := new(big.Int)
	if first > reset && w.meter.Opening != nil {
		before.SetInt64(w.meter.Opening.Used.Units())
	}
	if start := max(first, reset); start < day {
		used, ok := w.used(start, day, known)
		if !ok {
			return nil, false
		}
		before.Add(before, used)
	}
	return before, true
}
