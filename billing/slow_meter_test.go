package billing_test

import (
	"cmp"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// A metered charge again, from what was really used and not from registers: cumulative usages at the
// boundaries of readings, big rationals, and no code of the package.

// mark is a boundary of the slow model: what had been used by the start of a day.
type mark struct {
	at        civil.Date
	used      int64 // ten-thousandths since the first mark
	estimated bool
}

// slowTier is a tier: its bound, 0 for the last, and its price in millionths.
type slowTier struct{ bound, price int64 }

// slowMeter is a meter with its tariff.
type slowMeter struct {
	marks   []mark // the first is the installation
	tiers   map[civil.Date][]slowTier
	perYear bool
	reset   civil.MonthDay
	opening int64
	payers  map[civil.Date]string // by first day
	persons map[civil.Date]int
	above   int
	each    int64
}

// onDay returns the entry of the last day up to a day.
func onDay[T any](entries map[civil.Date]T, on civil.Date) (T, bool) {
	var best civil.Date
	var out T
	for day, v := range entries {
		if day <= on && (best.IsZero() || day > best) {
			best, out = day, v
		}
	}
	return out, !best.IsZero()
}

func monthOf(boundary civil.Date) civil.Period {
	on := boundary.AddDays(-1)
	return civil.Period{Start: on.MonthStart(), End: on.NextMonth()}
}

// known returns the marks up to a day that count: no estimate that an actual one follows.
func (m *slowMeter) known(until civil.Date) []mark {
	var out []mark
	for i, k := range m.marks {
		superseded := slices.ContainsFunc(m.marks[i+1:], func(later mark) bool { return later.at <= until && !later.estimated })
		if k.at <= until && (!k.estimated || !superseded) {
			out = append(out, k)
		}
	}
	return out
}

// usedBy returns what was used by the start of a day: evenly between two marks, rounded half up to
// ten-thousandths from the earlier one.
func (m *slowMeter) usedBy(day, until civil.Date) int64 {
	marks := m.known(until)
	for i := 1; i < len(marks); i++ {
		if a, b := marks[i-1], marks[i]; a.at <= day && day <= b.at {
			days, of := int64(day.DaysSince(a.at)), int64(b.at.DaysSince(a.at))
			q := new(big.Int).Mul(big.NewInt(b.used-a.used), big.NewInt(2*days))
			q.Add(q, big.NewInt(of))
			return a.used + q.Div(q, big.NewInt(2*of)).Int64()
		}
	}
	return marks[len(marks)-1].used
}

// closings returns the last mark of every month but the first mark, in order.
func (m *slowMeter) closings() []mark {
	var out []mark
	for _, k := range m.marks[1:] {
		if n := len(out) - 1; n >= 0 && monthOf(out[n].at) == monthOf(k.at) {
			out[n] = k
		} else {
			out = append(out, k)
		}
	}
	return out
}

// charge is what a charge comes to by payer, in fen; from and to are boundaries.
func (m *slowMeter) charge(from, to civil.Date) map[string]int64 {
	out := map[string]int64{}
	months := int64(0)
	for month := monthOf(from).Start; month < monthOf(to).Start; month = month.NextMonth() {
		months++
	}
	if from == m.marks[0].at && monthOf(from) == monthOf(from.AddDays(1)) {
		months++ // that of the installation
	}
	exact, charged, inCharge := new(big.Rat), int64(0), int64(0)
	for day := from; day < to; day = day.AddDays(1) {
		tiers, priced := onDay(m.tiers, day)
		if !priced {
			continue
		}
		usage := m.usedBy(day.AddDays(1), to) - m.usedBy(day, to)
		used, times := inCharge, max(months, 1)
		if m.perYear {
			used, times = m.usedBy(day, to)-m.usedBy(max(m.lastReset(day), m.marks[0].at), to), 1
			if m.marks[0].at > m.lastReset(day) {
				used += m.opening
			}
		}
		persons, _ := onDay(m.persons, day)
		inCharge += usage
		exact.Add(exact, fill(tiers, used, usage, times, int64(max(persons-m.above, 0))*m.each))
		total := fenOf(exact)
		payer, _ := onDay(m.payers, day)
		out[payer] += total - charged
		charged = total
	}
	return out
}

func (m *slowMeter) lastReset(on civil.Date) civil.Date {
	reset := m.reset.In(on.Year())
	if reset > on {
		return m.reset.In(on.Year() - 1)
	}
	return reset
}

// fill fills a usage into tiers one after another.
func fill(tiers []slowTier, used, usage, times, extra int64) *big.Rat {
	sum := new(big.Rat)
	for i, t := range tiers {
		room := usage
		if i+1 < len(tiers) {
			room = max(min((t.bound+extra)*times-used, usage), 0)
		}
		sum.Add(sum, new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(room), big.NewInt(t.price)), big.NewInt(10_000_000_000)))
		used, usage = used+room, usage-room
	}
	return sum
}

// fenOf rounds yuan half up to fen.
func fenOf(x *big.Rat) int64 {
	n := new(big.Rat).Mul(x, big.NewRat(200, 1))
	n.Add(n, big.NewRat(1, 1))
	return new(big.Int).Div(n.Num(), new(big.Int).Mul(n.Denom(), big.NewInt(2))).Int64()
}

// month is what a month bills by payer; false if a reading is missing.
func (m *slowMeter) month(month civil.Period) (map[string]int64, bool) {
	closings := m.closings()
	at := slices.IndexFunc(closings, func(k mark) bool { return monthOf(k.at) == month })
	if at < 0 {
		return nil, m.marks[0].at > month.Start // not in place before: nothing is missing
	}
	from := at - 1 // the closing the charge counts from
	if !closings[at].estimated {
		for from >= 0 && closings[from].estimated {
			from--
		}
	}
	start := m.marks[0].at
	if from >= 0 {
		start = closings[from].at
	}
	out := m.charge(start, closings[at].at)
	for i := from + 1; i < at; i++ { // the charges on estimates, each from the one before
		earlier := m.charge(start, closings[i].at)
		if i > 0 {
			earlier = m.charge(max(start, closings[i-1].at), closings[i].at)
		}
		for payer, fen := range earlier {
			out[payer] -= fen
		}
	}
	return out, true
}

// meterCase is a random meter, as the slow model and as documents.
type meterCase struct {
	slow   slowMeter
	estate property.Estate
	book   billing.Book
	facts  billing.Facts
	months []civil.Period
}

func randomMeter(t *testing.T, r *rand.Rand) meterCase {
	t.Helper()
	first := civil.MustParse("2025-01-01").AddDays(r.IntN(40))
	c := meterCase{slow: slowMeter{
		marks: []mark{{at: first}}, perYear: r.IntN(2) == 0, reset: civil.MustParseMonthDay([]string{"01-01", "07-01", "05-17"}[r.IntN(3)]),
		tiers: map[civil.Date][]slowTier{}, payers: map[civil.Date]string{first.AddDays(-1): "A"}, persons: map[civil.Date]int{}, above: 4,
	}}
	m := &c.slow
	plain := r.IntN(5) == 0
	c.addPrices(r, plain, first)
	if r.IntN(2) == 0 {
		m.payers[first.AddDays(40+r.IntN(250))] = "B"
	}
	if m.perYear && r.IntN(3) == 0 {
		m.opening = int64(r.IntN(2000)) * 10_000
	}
	c.addHousehold(r, plain)
	c.addReadings(r)
	c.addEstate()
	for month := first.MonthStart(); month <= m.marks[len(m.marks)-1].at; month = month.NextMonth() {
		c.months = append(c.months, civil.Period{Start: month, End: month.NextMonth()})
	}
	return c
}

// addPrices gives the tariff one or two prices, with or without tiers.
func (c *meterCase) addPrices(r *rand.Rand, plain bool, first civil.Date) {
	m := &c.slow
	var history civil.History[billing.Rate]
	starts := []civil.Date{first.AddDays(-400)}
	if r.IntN(2) == 0 {
		starts = append(starts, first.AddDays(30+r.IntN(250)))
	}
	for i, start := range starts {
		var tiers []slowTier
		var rate billing.Rate
		scale := int64(100)
		if m.perYear {
			scale = 1000
		}
		bound := int64(0)
		for k := range 3 {
			bound += (50 + int64(r.IntN(200))) * scale * 100
			price := int64(400_000 + r.IntN(300_000))
			tiers = append(tiers, slowTier{bound, price})
			tier := billing.Tier{Price: decimal.New(price, -6)}
			if k < 2 {
				tier.UpTo = decimal.New(bound, -4)
			}
			rate.Tiers = append(rate.Tiers, tier)
		}
		if plain {
			tiers, rate = tiers[:1], billing.Rate{Price: rate.Tiers[0].Price}
		}
		m.tiers[start] = tiers
		entry := civil.Entry[billing.Rate]{From: start, Value: rate}
		if i+1 < len(starts) {
			entry.To = starts[i+1].AddDays(-1)
		}
		history = append(history, entry)
	}
	basis := billing.MeteredBasis{Meters: "electricity"}
	if !plain {
		basis.Tiers = &billing.TierRule{Per: billing.PerMonth}
		if m.perYear {
			basis.Tiers = &billing.TierRule{Per: billing.PerYear, Reset: m.reset}
		}
	}
	c.book = billing.Book{Currency: money.MustParseCurrency("CNY"), Tariffs: []billing.Tariff{{
		Code: "power", State: billing.InForce, AppliesTo: property.Scope{All: true}, Basis: billing.Basis{Metered: &basis}, Prices: history,
	}}}
}

// addHousehold gives large households more of each tier.
func (c *meterCase) addHousehold(r *rand.Rand, plain bool) {
	if plain || r.IntN(3) > 0 {
		return
	}
	m := &c.slow
	m.each = int64(1+r.IntN(50)) * 10_000
	kwh := measure.MustParseUnit("kWh")
	c.book.Tariffs[0].Basis.Metered.Tiers.Persons = &billing.PersonQuota{Above: m.above, Quantity: measure.NewQuantity(m.each, kwh)}
	from := m.marks[0].at.AddDays(20 + r.IntN(200))
	n := 3 + r.IntN(4)
	m.persons[from] = n
	c.facts.Headcounts = []billing.Headcount{{Unit: "1", Persons: civil.History[int]{{From: from, Value: n}}}}
}

// addReadings uses power and reads it: now and then twice a month, not at all, or by an estimate;
// a device may roll over, have a multiplier, or be replaced.
func (c *meterCase) addReadings(r *rand.Rand) {
	m := &c.slow
	first := m.marks[0].at
	multiplier, estimates, start := int64(1), r.IntN(2) == 0, r.IntN(99_999)
	if estimates {
		start = r.IntN(20_000) // that also rolls over is for the meter's own tests
	}
	device := meter.Device{Serial: "1", Installed: first, Digits: 5, Start: measure.NewQuantity(int64(start)*10_000, measure.Unit{})}
	if r.IntN(4) == 0 {
		multiplier = 40
		device.Multiplier = measure.MustParseQuantity("40")
	}
	doc := meter.Meter{Code: "M", Kind: "electricity", Unit: "1", Measures: measure.MustParseUnit("kWh")}
	if m.opening > 0 {
		doc.Opening = &meter.Opening{On: first, Used: measure.NewQuantity(m.opening, measure.Unit{})}
	}
	const wrap = 100_000 * 10_000
	show := func(used int64) measure.Quantity {
		return measure.NewQuantity((device.Start.Units()+used/multiplier)%wrap, measure.Unit{})
	}
	truth, base, day := int64(0), int64(0), first
	for range 14 + r.IntN(8) {
		day = day.AddDays(5 + r.IntN(35))
		truth += int64(r.IntN(400)) * 10_000 * multiplier
		k := mark{at: day, used: truth}
		source := meter.Remote
		if estimates && r.IntN(3) == 0 {
			k.estimated, source = true, meter.Estimated
			last := m.marks[len(m.marks)-1].used
			k.used = max(last, truth+int64(r.IntN(300)-150)*10_000*multiplier)
		}
		m.marks = append(m.marks, k)
		if r.IntN(9) == 0 && !k.estimated {
			device.Removed, device.Final = day, show(truth-base)
			if device.Final.IsZero() {
				device.Removed = 0
				continue // a final value of nothing would have to be read
			}
			doc.Devices = append(doc.Devices, device)
			base = truth
			device = meter.Device{Serial: "2", Installed: day, Digits: 5, Multiplier: device.Multiplier, Start: measure.NewQuantity(int64(r.IntN(500))*10_000, measure.Unit{})}
			if last := doc.Devices[len(doc.Devices)-1]; c.rolled(last.Final, last) {
				c.facts.Readings = append(c.facts.Readings, meter.Reading{Meter: "M", On: day, Opening: true, Value: last.Final, Source: meter.Manual, RolledOver: true})
			}
			continue
		}
		reading := meter.Reading{Meter: "M", On: day.AddDays(-1), Value: show(k.used - base), Source: source}
		reading.RolledOver = c.rolled(reading.Value, device)
		c.facts.Readings = append(c.facts.Readings, reading)
	}
	doc.Devices = append(doc.Devices, device)
	c.facts.Meters = []meter.Meter{doc}
}

// rolled reports whether a value is below the last actual one of the device.
func (c *meterCase) rolled(v measure.Quantity, device meter.Device) bool {
	for _, r := range slices.Backward(c.facts.Readings) {
		if r.Source != meter.Estimated && r.On >= device.Installed && !r.Opening {
			return v.Units() < r.Value.Units()
		}
	}
	return v.Units() < device.Start.Units()
}

func (c *meterCase) addEstate() {
	c.estate = property.Estate{
		Community: property.Community{Code: "S"}, Parties: []property.Party{{Code: "A"}, {Code: "B"}},
		Units: []property.Unit{{Code: "1", Use: property.Dwelling}},
	}
	for _, day := range slices.SortedFunc(mapsKeys(c.slow.payers), func(a, b civil.Date) int { return cmp.Compare(a, b) }) {
		if n := len(c.estate.Tenancies) - 1; n >= 0 {
			c.estate.Tenancies[n].Term.End = day
		}
		c.estate.Tenancies = append(c.estate.Tenancies, property.Tenancy{
			Unit: "1", Kind: property.Ownership, Holders: []property.Holder{{Party: c.slow.payers[day]}}, Term: civil.Period{Start: day},
		})
	}
}

func mapsKeys[T any](m map[civil.Date]T) func(yield func(civil.Date) bool) {
	return func(yield func(civil.Date) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// prepare prepares a run of one month.
func (c *meterCase) prepare(t *testing.T, month civil.Period) *billing.Run {
	t.Helper()
	reg, err := c.estate.Build()
	require.NoError(t, err)
	run, err := billing.Prepare(reg, c.book, c.facts, month)
	require.NoError(t, err)
	return run
}
