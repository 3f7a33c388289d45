package billing_test

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// slowMetering is one meter of a unit with the tariff that charges it, worked out day by day from the raw
// readings.
type slowMetering struct {
	slow
	unit   property.Unit
	meter  meter.Meter
	tariff billing.Tariff
}

// slowMeteredLine is a line of a metered charge; charge is half-open.
type slowMeteredLine struct {
	tariff, meter, payer, liable, rate string
	chargeStart, chargeEnd             civil.Date
	start, last                        civil.Date
	usage, used                        *big.Int // in ten-thousandths
	parts                              string
	taken                              *big.Int // charged on estimates
	amount, net, tax                   *big.Int
}

// meteredLines returns the unit's lines of its meters as texts, sorted; false if the unit is held.
func (s slow) meteredLines(u property.Unit) (out []string, ok bool) {
	ok = true
	for _, t := range s.book.Tariffs {
		w := slowUnit{slow: s, unit: u}
		if t.Basis.Metered == nil || !w.chargedBy(t) {
			continue
		}
		for _, m := range s.facts.Meters {
			if m.Unit != u.Code || m.Kind != t.Basis.Metered.Meters {
				continue
			}
			w := slowMetering{s, u, m, t}
			for i, window := range w.windows() {
				if !contains(s.period, window.End.AddDays(-1)) {
					continue
				}
				lines, fine := w.window(i)
				ok = ok && fine
				for _, l := range lines {
					out = append(out, l.text(u.Code))
				}
			}
		}
	}
	slices.Sort(out)
	return out, ok
}

func (l slowMeteredLine) text(unit string) string {
	return fmt.Sprintf("%s %s %s %s %s..%s %s..%s used %s after %s: %s less %s = %s, %s + %s", unit, l.payer, l.tariff, l.meter,
		l.chargeStart, l.chargeEnd, l.start, l.last, l.usage, l.used, l.parts, l.taken, l.amount, l.net, l.tax)
}

// quickMetered writes a line of the package as slow does.
func quickMetered(l billing.Line) string {
	m := l.Facts.Metered
	var parts []string
	for _, p := range m.Parts {
		parts = append(parts, fmt.Sprintf("%d%s/%d@%d", p.Tier, p.Band, p.Quantity.Units(), p.Price.Micro()))
	}
	return fmt.Sprintf("%s %s %s %s %s..%s %s..%s used %d after %d: %s less %d = %d, %d + %d", l.Unit, l.Payer, l.Tariff, m.Meter,
		m.Charge.Start, m.Charge.End, l.Period.Start, l.Period.Last(), m.Usage.Units(), m.Used.Units(), strings.Join(parts, " "),
		m.Estimated.Minor(), l.Amount.Minor(), l.Net.Minor(), l.Tax.Minor())
}

// windows returns the billing windows of many years around the run.
func (w slowMetering) windows() []civil.Period {
	anchor, n := civil.MustNew(2000, 1, 1), 1
	if c := w.tariff.Cycle; c != nil {
		if !c.Anchor.IsZero() {
			anchor = c.Anchor
		}
		n = map[billing.CycleLength]int{0: 1, billing.Monthly: 1, billing.Quarterly: 3, billing.HalfYearly: 6, billing.Yearly: 12}[c.Every]
	}
	var out []civil.Period
	for k := -100; k < 400; k++ {
		p := civil.Period{Start: anchor.AddMonths(k * n), End: anchor.AddMonths((k + 1) * n)}
		if p.Start.Year() > w.period.Start.Year()-6 && p.Start.Year() < w.period.End.Year()+3 {
			out = append(out, p)
		}
	}
	return out
}

// closing returns the window that a boundary closes.
func (w slowMetering) closing(boundary civil.Date) int {
	return slices.IndexFunc(w.windows(), func(p civil.Period) bool { return p.Start < boundary && boundary <= p.End })
}

// slowShown is what a register showed at the start of a day.
type slowShown struct {
	day                         civil.Date
	device                      int
	value                       *big.Rat
	estimated, rolled, accepted bool
}

func (w slowMetering) bands() []string {
	var out []string
	for _, r := range w.meter.Devices[0].Registers {
		out = append(out, r.Band)
	}
	if out == nil {
		out = []string{""}
	}
	return out
}

// shown returns what a band's register showed, in order; estimates that an actual value follows, up to a day, left
// out.
func (w slowMetering) shown(band string, known civil.Date) []slowShown {
	var all []slowShown
	for i, d := range w.meter.Devices {
		start, final := d.Start, d.Final
		for _, r := range d.Registers {
			if r.Band == band {
				start, final = r.Start, r.Final
			}
		}
		all = append(all, slowShown{day: d.Installed, device: i, value: start.Decimal().Rat()})
		if !final.IsZero() {
			all = append(all, slowShown{day: d.Removed, device: i, value: final.Decimal().Rat()})
		}
	}
	for _, r := range w.facts.Readings {
		if r.Meter != w.meter.Code || r.Band != band {
			continue
		}
		at := slowShown{day: r.On, value: r.Value.Decimal().Rat(), estimated: r.Source == meter.Estimated, rolled: r.RolledOver, accepted: r.Accepted != ""}
		if !r.Opening {
			at.day++
		}
		for at.device = 0; at.device < len(w.meter.Devices)-1 && at.day > w.meter.Devices[at.device].Removed; at.device++ {
		}
		all = append(all, at)
	}
	slices.SortFunc(all, func(a, b slowShown) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.device, b.device)) })
	var out []slowShown
	for i, a := range all {
		later := slices.ContainsFunc(all[i:], func(b slowShown) bool { return !b.estimated && b.day <= known })
		if a.day <= known && (!a.estimated || !later) {
			out = append(out, a)
		}
	}
	return out
}

// moved returns what was used from one value to the next, in ten-thousandths; false if it cannot be told.
func (w slowMetering) moved(a, b slowShown) (*big.Int, bool) {
	if a.device != b.device {
		return new(big.Int), true
	}
	d := w.meter.Devices[a.device]
	x := new(big.Rat).Sub(b.value, a.value)
	if b.rolled && x.Sign() >= 0 {
		return nil, false
	}
	if x.Sign() < 0 {
		if d.Digits == 0 {
			return nil, false
		}
		wrap := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.Digits)), nil))
		x.Add(x, wrap)
		last := new(big.Rat).Mul(wrap, big.NewRat(9, 10))
		tenth := new(big.Rat).Mul(wrap, big.NewRat(1, 10))
		if !b.rolled && (a.value.Cmp(last) < 0 || x.Cmp(tenth) > 0) {
			return nil, false
		}
	}
	if !d.Multiplier.IsZero() {
		x.Mul(x, d.Multiplier.Decimal().Rat())
	}
	x.Mul(x, big.NewRat(10_000, 1))
	return x.Num(), x.IsInt()
}

// upTo returns how much of a usage of some days was used in the first k, half a ten-thousandth rounded up.
func upTo(usage *big.Int, k, of int) *big.Int {
	x := new(big.Rat).SetFrac(new(big.Int).Mul(usage, big.NewInt(int64(k))), big.NewInt(int64(of)))
	x.Add(x, big.NewRat(1, 2))
	return new(big.Int).Quo(x.Num(), x.Denom())
}

// usage adds up what was used on each day from one to before another; false if it is not known.
func (w slowMetering) usage(band string, from, to, known civil.Date) (*big.Int, bool) {
	sum := new(big.Int)
	shown := w.shown(band, known)
	for i := range len(shown) - 1 {
		a, b := shown[i], shown[i+1]
		if b.day <= from || a.day >= to {
			continue
		}
		u, ok := w.moved(a, b)
		if !ok {
			return nil, false
		}
		for d := max(a.day, from); d < min(b.day, to); d++ {
			k, of := int(d-a.day), int(b.day-a.day)
			sum.Add(sum, upTo(u, k+1, of)).Sub(sum, upTo(u, k, of))
		}
	}
	return sum, from >= shown[0].day && to <= shown[len(shown)-1].day
}

// used is usage of all bands.
func (w slowMetering) used(from, to, known civil.Date) (*big.Int, bool) {
	sum := new(big.Int)
	for _, band := range w.bands() {
		u, ok := w.usage(band, from, to, known)
		if !ok {
			return nil, false
		}
		sum.Add(sum, u)
	}
	return sum, true
}

// last returns the last boundary after one day and up to another, of any band; estimated if that of any band is.
func (w slowMetering) last(after, until civil.Date) (at civil.Date, estimated, ok bool) {
	for _, band := range w.bands() {
		for _, s := range w.raw(band) {
			if s.day <= after || s.day > until {
				continue
			}
			if s.day > at {
				at, estimated = s.day, false
			}
			estimated = estimated || s.day == at && s.estimated
			ok = true
		}
	}
	return at, estimated, ok
}

// raw returns all a register showed, estimates among it.
func (w slowMetering) raw(band string) []slowShown {
	all := w.shown(band, -1<<30)
	for _, r := range w.facts.Readings {
		if r.Meter == w.meter.Code && r.Band == band {
			day := r.On
			if !r.Opening {
				day++
			}
			all = append(all, slowShown{day: day, estimated: r.Source == meter.Estimated})
		}
	}
	for _, d := range w.meter.Devices {
		all = append(all, slowShown{day: d.Installed})
		if !d.Removed.IsZero() {
			all = append(all, slowShown{day: d.Removed})
		}
	}
	return all
}

// window returns the lines of a billing window; false if the unit is held for it.
func (w slowMetering) window(i int) ([]slowMeteredLine, bool) {
	windows := w.windows()
	window := windows[i]
	first := w.meter.Devices[0].Installed
	removed := w.meter.Devices[len(w.meter.Devices)-1].Removed
	end, estimated, ok := w.last(window.Start, window.End)
	if !ok || end <= first {
		unread := !ok && first <= window.Start && (removed.IsZero() || removed > window.Start) && w.priced(window)
		return nil, !unread
	}
	start := first
	var estimates []civil.Date
	for k := i - 1; k >= 0; k-- {
		at, guessed, ok := w.last(windows[k].Start, windows[k].End)
		if !ok || at <= first {
			continue
		}
		if estimated || !guessed {
			start = at
			break
		}
		estimates = append([]civil.Date{at}, estimates...)
	}
	if !w.plausible(start, end) {
		return nil, false
	}
	if estimated {
		estimates = nil
	}
	taken := map[string]*big.Int{}
	from := start
	for _, to := range estimates {
		lines, ok := w.charge(from, to)
		if !ok {
			return nil, false
		}
		for _, l := range lines {
			k := l.payer + " " + l.rate
			taken[k] = new(big.Int).Add(cmp.Or(taken[k], new(big.Int)), l.amount)
		}
		from = to
	}
	lines, ok := w.charge(start, end)
	for i := range lines {
		l := &lines[i]
		if k := l.payer + " " + l.rate; taken[k] != nil {
			l.taken = taken[k]
			l.amount = new(big.Int).Sub(l.amount, l.taken)
			delete(taken, k)
		}
		l.net, l.tax = slowSignedTax(w.tariff.Tax, l.amount, ratOf(l.rate))
	}
	return lines, ok && len(taken) == 0
}

// slowSignedTax is slowTax for an amount that may be negative: that of its size, negated.
func slowSignedTax(t *billing.Tax, amount *big.Int, rate *big.Rat) (net, tax *big.Int) {
	if amount.Sign() >= 0 {
		return slowTax(t, amount, rate)
	}
	net, tax = slowTax(t, new(big.Int).Neg(amount), rate)
	return new(big.Int).Neg(net), new(big.Int).Neg(tax)
}

// plausible judges every stretch that a charge counts by the limits for a day and for none at all.
func (w slowMetering) plausible(start, end civil.Date) bool {
	limits := w.tariff.Basis.Metered.Plausible
	if limits == nil {
		return true
	}
	for _, band := range w.bands() {
		shown := w.shown(band, end)
		for i := range len(shown) - 1 {
			a, b := shown[i], shown[i+1]
			if b.day <= start || b.day > end || a.device != b.device {
				continue
			}
			u, ok := w.moved(a, b)
			if !ok {
				return false
			}
			most := new(big.Int).Mul(big.NewInt(limits.PerDay.Units()), big.NewInt(int64(b.day-a.day)))
			if !b.accepted && (limits.Zero && u.Sign() == 0 || most.Sign() > 0 && u.Cmp(most) > 0) {
				return false
			}
		}
	}
	return true
}

// priced reports whether the tariff has a price on some day.
func (w slowMetering) priced(p civil.Period) bool {
	for d := p.Start; d < p.End; d++ {
		if _, ok := valueAt(w.tariff.Prices, d); ok {
			return true
		}
	}
	return false
}
