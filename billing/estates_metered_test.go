package billing_test

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

var kWh = measure.MustParseUnit("kWh")

// plainOf is a bare number of ten-thousandths.
func plainOf(n int64) measure.Quantity { return measure.NewQuantity(n, measure.Unit{}) }

// meteredDocuments are documents with metered tariffs only that Prepare accepts: meters of two kinds with swaps,
// rollovers, estimates, bands and missing readings, as awkward as they come.
func (d dice) meteredDocuments() slow {
	start := civil.MustNew(2024+d.IntN(3), 1, 1).AddMonths(d.IntN(12))
	s := slow{period: civil.Period{Start: start, End: start.AddMonths(of(d, 1, 1, 2, 3))}}
	s.estate = property.Estate{Community: property.Community{Code: "c", Region: "330106"}}
	s.estate.Buildings = []property.Building{{Code: "1", Floors: 6, Basements: 2}, {Code: "2"}}
	for _, p := range []string{"A", "B", "C", "D"} {
		s.estate.Parties = append(s.estate.Parties, property.Party{Code: p, Name: "业主" + p})
	}
	s.book.Currency = money.MustParseCurrency(of(d, "CNY", "CNY", "JPY", "KWD"))
	s.facts.Policies = d.policies(&s)
	for i := range 1 + d.IntN(3) {
		d.unit(&s, fmt.Sprintf("1-%02d", i))
	}
	banded := d.one(3)
	for i, code := range []string{"pm", "waste"}[:1+d.IntN(2)] {
		s.book.Tariffs = append(s.book.Tariffs, d.meteredTariff(&s, code, []string{"electricity", "water"}[i], banded && i == 0))
	}
	for _, u := range s.estate.Units {
		for k := range d.IntN(4) {
			kind := of(d, "electricity", "electricity", "water")
			d.addMeter(&s, u.Code, fmt.Sprintf("%s-%d", u.Code, k), kind, banded && kind == "electricity" && !d.one(40))
		}
		if d.one(2) {
			h := billing.Headcount{Unit: u.Code, Persons: civil.Always(d.IntN(9))}
			for _, from := range d.days(s.period, d.IntN(3)) {
				h.Persons = append(h.Persons, civil.Entry[int]{From: from, Value: d.IntN(9)})
			}
			s.facts.Headcounts = append(s.facts.Headcounts, h)
		}
	}
	return s
}

// meteredTariff charges what the meters of a kind show.
func (d dice) meteredTariff(s *slow, code, kind string, banded bool) billing.Tariff {
	basis := &billing.MeteredBasis{Meters: kind}
	t := billing.Tariff{
		Code: code, State: billing.InForce, AppliesTo: property.Scope{All: true}, Basis: billing.Basis{Metered: basis},
		Tax: d.tax(s), Payer: of(d, 0, 0, 0, property.OwnerPays, property.OccupantPays),
	}
	if d.one(3) {
		t.Rounding = d.rounding(s)
	}
	switch d.IntN(4) {
	case 0:
		t.Cycle = &billing.Cycle{
			Every:  of(d, 0, billing.Monthly, billing.Quarterly, billing.HalfYearly, billing.Yearly),
			Anchor: of(d, 0, day("2024-01-25"), day("2024-02-01"), day("2023-12-31"), day("2026-05-15")),
		}
	case 1:
		t.Cycle = &billing.Cycle{Anchor: of(d, day("2024-01-25"), day("2023-12-31"), day("2024-03-02"))}
	}
	tiered := !banded && !d.one(3)
	if tiered {
		basis.Tiers = &billing.TierRule{Per: of(d, billing.PerMonth, billing.PerYear)}
		if basis.Tiers.Per == billing.PerYear {
			near := s.period.Start.AddMonths(-d.IntN(2)).AddDays(d.IntN(40))
			reset := of(d, "01-01", "07-01", "03-15", "02-28", near.String()[len("2006-"):])
			basis.Tiers.Reset = of(d, civil.MonthDay{}, civil.MustParseMonthDay(reset))
		}
		if d.one(2) {
			basis.Tiers.Persons = &billing.PersonQuota{Above: d.IntN(6), Quantity: measure.NewQuantity(1+d.Int64N(1_000_000), kWh)}
		}
	}
	if d.one(4) {
		basis.Plausible = &meter.Limits{PerDay: plainOf(of[int64](d, 0, 300_000, 3_000_000)), Zero: d.one(6)}
	}
	changes := d.days(s.period, d.IntN(4))
	if d.one(2) {
		changes = append(changes, s.period.Start.AddDays(-d.IntN(70)))
		slices.Sort(changes)
		changes = slices.Compact(changes)
	}
	for i := range 1 + len(changes) {
		e := civil.Entry[billing.Rate]{Value: d.usageRate(tiered, banded)}
		if i > 0 {
			e.From = changes[i-1]
			if d.one(4) { // the same price stated again
				e.Value = t.Prices[i-1].Value
				e.Value.Source = of(d, "", "批复")
			}
		}
		t.Prices = append(t.Prices, e)
	}
	if len(t.Prices) > 1 && d.one(6) {
		t.Prices = t.Prices[1:] // nothing was charged before
	}
	if last := &t.Prices[len(t.Prices)-1]; d.one(10) {
		last.To = max(last.From, s.period.Start).AddDays(10)
	}
	return t
}

func (d dice) usagePrice() decimal.Decimal { return decimal.New(1+d.Int64N(20_000), -4) }

func (d dice) usageRate(tiered, banded bool) billing.Rate {
	r := billing.Rate{Source: of(d, "", "批复", "通知")}
	switch {
	case tiered:
		bound := int64(0)
		n := 1 + d.IntN(4)
		for i := range n {
			t := billing.Tier{Price: d.usagePrice()}
			if d.one(12) && n > 1 && i == 0 {
				t.Price, t.Free = decimal.Decimal{}, true
			}
			if d.one(3) && !t.Free {
				part := decimal.New(1, -4)
				t.Components = []billing.Component{{Name: "基本", Price: t.Price.Sub(part)}, {Name: "附加", Price: part}}
			}
			if bound += 1 + d.Int64N(of[int64](d, 50_0000, 3000_0000)); i+1 < n {
				t.UpTo = decimal.New(bound, -4)
			}
			r.Tiers = append(r.Tiers, t)
		}
	case banded:
		for _, band := range shuffle(d, []string{"peak", "valley"}) {
			r.Bands = append(r.Bands, billing.BandPrice{Band: band, Price: d.usagePrice()})
		}
		if d.one(40) {
			r.Bands = r.Bands[:1]
		}
	default:
		r.Price = d.usagePrice()
	}
	return r
}

// meterMaker reads a meter from the day it was installed on.
type meterMaker struct {
	dice
	s      *slow
	meter  *meter.Meter
	bands  []string
	true   map[string]int64 // what the registers show, in ten-thousandths
	shown  map[string]int64 // what was last read
	passed map[string]bool  // the register rolled over since the actual reading before
	wrap   int64
	unit   int64 // that values are a multiple of
	taken  map[civil.Date]bool
	gone   bool // taken away for good
}

func (d dice) addMeter(s *slow, unit, code, kind string, banded bool) {
	m := meter.Meter{Code: code, Kind: kind, Unit: unit, Measures: kWh}
	k := meterMaker{dice: d, s: s, meter: &m, bands: []string{""}, taken: map[civil.Date]bool{}, unit: of[int64](d, 10_000, 10_000, 10_000, 10_000, 20_000, 20_000, 1)}
	if banded {
		k.bands = []string{"peak", "valley"}
	}
	at := s.period.Start.AddDays(-d.IntN(of(d, 60, 430)))
	if d.one(6) {
		at = d.day(s.period)
	}
	k.install(at)
	if d.one(2) {
		m.Opening = &meter.Opening{On: at, Used: plainOf(d.Int64N(2000_0000))}
	}
	for at < s.period.End+40 && !k.gone {
		next := at.NextMonth()
		switch d.IntN(9) {
		case 0:
			next = at.AddDays(1 + d.IntN(20))
		case 1:
			next = next.AddDays(d.IntN(9) - 6)
		case 2:
			next = at.AddDays(20 + d.IntN(30))
		}
		next = max(next, at+1)
		k.run(int(next - at))
		at = next
		if d.one(12) && k.replace(at) {
			continue
		}
		k.read(at)
	}
	s.facts.Meters = append(s.facts.Meters, m)
}

// install puts a new device in place.
func (k *meterMaker) install(at civil.Date) {
	dev := meter.Device{Serial: fmt.Sprintf("S%d", len(k.meter.Devices)), Installed: at, Digits: of[uint8](k.dice, 0, 3, 5)}
	dev.Multiplier = of(k.dice, measure.Quantity{}, plainOf(10_000), plainOf(400_000), plainOf(5_000), plainOf(12_500), plainOf(of[int64](k.dice, 10_000, 10_000, 10_000, 10_000, 3_333)))
	k.wrap = 0
	if dev.Digits > 0 {
		k.wrap = map[uint8]int64{3: 1_000_0000, 5: 100_000_0000}[dev.Digits]
	}
	k.true, k.shown, k.passed = map[string]int64{}, map[string]int64{}, map[string]bool{}
	for _, b := range k.bands {
		v := k.Int64N(of[int64](k.dice, 1, 990)) * 10_000
		k.true[b], k.shown[b] = v, v
		if b == "" {
			dev.Start = plainOf(v)
		} else {
			dev.Registers = append(dev.Registers, meter.Register{Band: b, Start: plainOf(v)})
		}
	}
	k.meter.Devices = append(k.meter.Devices, dev)
	k.taken[at] = true
}

// run moves the registers on.
func (k *meterMaker) run(days int) {
	for _, b := range k.bands {
		k.true[b] += k.Int64N(of[int64](k.dice, 1, 30_0000, 30_0000, 90_000)*int64(days)/9+1) / k.unit * k.unit
		if k.wrap > 0 && k.true[b] >= k.wrap {
			k.true[b] %= k.wrap
			k.passed[b] = true
		}
	}
}

// read adds a reading of every band at the start of a day, mostly.
func (k *meterMaker) read(at civil.Date) {
	if k.one(14) || k.taken[at] {
		return
	}
	k.taken[at] = true
	source := of(k.dice, meter.Manual, meter.Remote, meter.Estimated)
	opening := k.one(3)
	for _, b := range k.bands {
		if k.one(40) {
			continue
		}
		r := meter.Reading{Meter: k.meter.Code, On: at.AddDays(-1), Band: b, Value: plainOf(k.true[b]), Source: source}
		if opening {
			r.On, r.Opening = at, true
		}
		if k.one(20) {
			r.Accepted = "核实"
		}
		if source == meter.Estimated {
			guess := max(k.shown[b], k.true[b]+(k.Int64N(60)-30)*10_000)
			if k.one(20) {
				guess = k.true[b]
			}
			if k.wrap > 0 {
				guess = min(guess, k.wrap-1)
			}
			r.Value = plainOf(max(guess, 0))
		} else if k.passed[b] && k.wrap > 0 {
			r.RolledOver = k.one(2) || k.true[b] > k.wrap/20
			k.passed[b] = false
		}
		k.shown[b] = r.Value.Units()
		k.s.facts.Readings = append(k.s.facts.Readings, r)
	}
}

// replace ends the device, and mostly installs another one on the same day.
func (k *meterMaker) replace(at civil.Date) bool {
	dev := &k.meter.Devices[len(k.meter.Devices)-1]
	if k.taken[at] {
		return false
	}
	for _, b := range k.bands {
		if k.true[b] == 0 || k.passed[b] {
			return false // a final value of 0, or behind a rollover, is given as a reading
		}
	}
	for i, b := range k.bands {
		if b == "" {
			dev.Final = plainOf(k.true[b])
		} else {
			dev.Registers[i].Final = plainOf(k.true[b])
		}
	}
	dev.Removed = at
	k.taken[at] = true
	if k.one(4) {
		k.gone = true
		return true
	}
	k.install(at)
	return true
}
