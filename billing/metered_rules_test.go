package billing_test

import (
	"strings"
	"testing"
	"unicode"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// TestMeteredPrepareProblems reaches every rule of metered tariffs and their facts, each with its place.
func TestMeteredPrepareProblems(t *testing.T) {
	const value = "book.tariffs[0].prices[0].value"
	tiered := func(change func(*billing.Rate)) func(*meterHome) {
		return func(h *meterHome) {
			h.tariff.Basis.Metered.Tiers = &billing.TierRule{Per: billing.PerYear}
			r := waterTiers()
			change(&r)
			h.tariff.Prices = history(entry("", "", r))
		}
	}
	rule := func(r billing.TierRule) func(*meterHome) {
		return func(h *meterHome) {
			h.tariff.Basis.Metered.Tiers, h.tariff.Prices = &r, history(entry("", "", waterTiers()))
		}
	}
	priced := func(r billing.Rate) func(*meterHome) {
		return func(h *meterHome) { h.tariff.Prices = history(entry("", "", r)) }
	}
	dec := decimal.RequireFromString
	for _, tt := range []struct {
		name   string
		change func(*meterHome)
		want   []string
	}{
		{"no kind", func(h *meterHome) { h.tariff.Basis.Metered.Meters = "" }, []string{`book.tariffs[0].basis.metered.meters billing/meter-kind ""`}},
		{"tiers without time", rule(billing.TierRule{}), []string{"book.tariffs[0].basis.metered.tiers.per invalid/required per"}},
		{"months have no reset", rule(billing.TierRule{Per: billing.PerMonth, Reset: civil.MustParseMonthDay("07-01")}), []string{`book.tariffs[0].basis.metered.tiers.reset billing/not-with reset month`}},
		{
			"no persons, no quantity", rule(billing.TierRule{Per: billing.PerYear, Persons: &billing.PersonQuota{Above: -1}}),
			[]string{"book.tariffs[0].basis.metered.tiers.persons.above billing/persons -1 10000", "book.tariffs[0].basis.metered.tiers.persons.quantity billing/negative 0"},
		},
		{
			"quota of water for electricity", rule(billing.TierRule{Per: billing.PerYear, Persons: &billing.PersonQuota{Above: 5, Quantity: measure.MustParseQuantity("30 m3")}}),
			[]string{"book.tariffs[0].basis.metered.tiers.persons.quantity billing/meter-units electricity kWh m3"},
		},
		{"limits with a unit", func(h *meterHome) {
			h.tariff.Basis.Metered.Plausible = &meter.Limits{PerDay: measure.MustParseQuantity("50 kWh")}
		}, []string{"book.tariffs[0].basis.metered.plausible.perDay meter/plain 50 kWh"}},
		{"tiers without a rule", func(h *meterHome) { h.tariff.Prices = history(entry("", "", waterTiers())) }, []string{value + ".tiers billing/tier-rule"}},
		{"a rule without tiers", func(h *meterHome) { h.tariff.Basis.Metered.Tiers = byYear }, []string{value + ".tiers billing/tier-rule"}},
		{"tiers of an area", func(h *meterHome) {
			h.tariff.Basis = billing.Basis{Area: &billing.AreaBasis{}}
			h.tariff.Prices = history(entry("", "", waterTiers()))
		}, []string{value + " billing/tiers-basis"}},
		{"bands of an area", func(h *meterHome) {
			h.tariff.Basis = billing.Basis{Area: &billing.AreaBasis{}}
			h.tariff.Prices = history(entry("", "", billing.Rate{Bands: []billing.BandPrice{{Band: "peak", Price: dec("1")}}}))
		}, []string{value + " billing/tiers-basis"}},
		{"a price beside tiers", tiered(func(r *billing.Rate) { r.Price = dec("1") }), []string{value + " billing/tiers-price"}},
		{"too many tiers", tiered(func(r *billing.Rate) {
			for range 20 {
				r.Tiers = append([]billing.Tier{{UpTo: dec("1"), Price: dec("1")}}, r.Tiers...)
			}
		}), []string{value + ".tiers billing/tiers 20"}},
		{"falling bounds", tiered(func(r *billing.Rate) { r.Tiers[1].UpTo = dec("180") }), []string{value + ".tiers[1].upTo billing/tier-order"}},
		{"a bound of nothing", tiered(func(r *billing.Rate) { r.Tiers[0].UpTo = dec("0") }), []string{value + ".tiers[0].upTo billing/tier-bound"}},
		{"a bound below nothing", tiered(func(r *billing.Rate) { r.Tiers[0].UpTo = dec("-1") }), []string{value + ".tiers[0].upTo billing/tier-bound"}},
		{"a bound of the last", tiered(func(r *billing.Rate) { r.Tiers[2].UpTo = dec("300") }), []string{value + ".tiers[2].upTo billing/tier-bound"}},
		{"a bound too fine", tiered(func(r *billing.Rate) { r.Tiers[0].UpTo = dec("0.00001") }), []string{value + ".tiers[0].upTo measure/quantity-scale 0.00001"}},
		{"a tier without a price", tiered(func(r *billing.Rate) { r.Tiers[0].Price, r.Tiers[0].Components = decimal.Decimal{}, nil }), []string{value + ".tiers[0] billing/no-price"}},
		{"components that do not add up", tiered(func(r *billing.Rate) { r.Tiers[1].Components[0].Price = dec("4.06") }), []string{value + ".tiers[1].components billing/components 6.99 7"}},
		{"a component without a name, below nothing", tiered(func(r *billing.Rate) {
			r.Tiers[0].Components = []billing.Component{{Price: dec("-1")}, {Name: "水费", Price: dec("6")}}
		}), []string{value + ".tiers[0].components[0].name invalid/required name", value + ".tiers[0].components[0].price billing/negative -1"}},
		{"tiers and bands", tiered(func(r *billing.Rate) { r.Bands = []billing.BandPrice{{Band: "peak", Price: dec("1")}} }), []string{value + ".bands billing/not-with bands tiers"}},
		{
			"a band twice and one without a name", priced(billing.Rate{Bands: []billing.BandPrice{{Band: "peak", Price: dec("1")}, {Band: "peak", Price: dec("2")}, {Price: dec("3")}}}),
			[]string{value + `.bands[1].band billing/band-name "peak"`, value + `.bands[2].band billing/band-name ""`},
		},
		{"a band without a price", priced(billing.Rate{Bands: []billing.BandPrice{{Band: "peak"}}}), []string{value + ".bands[0] billing/no-price"}},
		{"billed before", func(h *meterHome) { h.tariff.Cycle = &billing.Cycle{Timing: billing.Advance} }, []string{"book.tariffs[0].cycle.timing billing/not-with cycle.timing metered"}},
		{"relief", func(h *meterHome) { h.tariff.Reliefs = &billing.Reliefs{} }, []string{"book.tariffs[0].reliefs billing/not-with reliefs metered"}},
		{"proration", func(h *meterHome) { h.tariff.Proration = billing.Proration{Method: billing.Thirty} }, []string{"book.tariffs[0].proration billing/not-with proration metered"}},
		{"a meter of no unit", func(h *meterHome) { h.meters[0].Unit = "9-9999" }, []string{"facts.meters[0].unit billing/no-unit 9-9999"}},
		{"two units of one kind", func(h *meterHome) {
			h.meters = append(h.meters, meter.Meter{Code: "W", Kind: "electricity", Measures: measure.MustParseUnit("m3"), Devices: []meter.Device{{Installed: day("2026-01-01")}}})
		}, []string{"facts.meters[1].measures billing/meter-units electricity kWh m3"}},
		{"a reading of no meter", func(h *meterHome) { h.readings[1].Meter = "X" }, []string{`facts.readings[1].meter meter/unknown-meter "X"`}},
		{"persons twice", func(h *meterHome) {
			h.persons = []billing.Headcount{{Unit: "1-0803", Persons: civil.Always(2)}, {Unit: "1-0803", Persons: civil.Always(3)}}
		}, []string{"facts.headcounts[1].unit billing/headcount-twice 1-0803"}},
		{"persons below nobody", func(h *meterHome) {
			h.persons = []billing.Headcount{{Unit: "1-0803", Persons: civil.Always(-2)}}
		}, []string{"facts.headcounts[0].persons[0].value billing/persons -2 10000"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := newMeterHome("2026-01-01", nil, entry("", "", rate("0.5"))).readMonths("100 200")
			tt.change(&h)
			reg, err := h.estate.Build()
			require.NoError(t, err)
			_, err = billing.Prepare(reg, bookOf(h.tariff), billing.Facts{Meters: h.meters, Readings: h.readings, Headcounts: h.persons}, civil.MustParseMonth("2026-02"))
			if diff := gocmp.Diff(tt.want, problems(err)); diff != "" {
				t.Errorf("mismatch (-want +got)\n%s", diff)
			}
		})
	}
}

// twoHomes has a neighbour 1-0804 of N with a good meter.
func twoHomes() meterHome {
	h := newMeterHome("2026-01-01", nil, entry("", "", rate("0.5")))
	h.estate.Units = append(h.estate.Units, property.Unit{Code: "1-0804", Use: property.Dwelling, Areas: civil.Always(gross("90"))})
	h.estate.Tenancies = append(h.estate.Tenancies, owner("1-0804", period("2020-01-01", ""), "N"))
	good := h.meters[0]
	good.Code, good.Unit = "G", "1-0804"
	h.meters = append(h.meters, good)
	for _, r := range []struct{ on, value string }{{"2026-01-31", "10"}, {"2026-02-28", "30"}} {
		h.readings = append(h.readings, meter.Reading{Meter: "G", On: day(r.on), Value: measure.MustParseQuantity(r.value), Source: meter.Remote})
	}
	return h
}

// TestHeldMeters holds the unit whose meter cannot be charged, says of which meter and days, in both languages, and
// bills the neighbour all the same.
func TestHeldMeters(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, billing.Messages(b))
	require.NoError(t, meter.Messages(b))
	en, zh := message.NewPrinter(language.English, message.Catalog(b)), message.NewPrinter(language.Chinese, message.Catalog(b))
	for _, tt := range []struct {
		name   string
		change func(*meterHome)
		want   []string
		en, zh string
	}{
		{
			"not read", func(h *meterHome) { *h = h.readMonths("100 -") },
			[]string{"billing/unread M 2026-02-01 2026-02-28 u"},
			"meter M has no reading from 2026-02-01 to 2026-02-28, by which tariff u charges; an estimated one can be given",
			"仪表 M 在 2026-02-01 至 2026-02-28 没有读数，收费项目 u 无法计费；可录入估抄读数",
		},
		{
			"5230 typed as 5203", func(h *meterHome) { *h = h.readMonths("5210 5203") },
			[]string{"meter/negative M 5210 2026-02-01 5203 2026-03-01"},
			"", "",
		},
		{"far more than before", func(h *meterHome) {
			*h = h.readMonths("100 2000")
			h.tariff.Basis.Metered.Plausible = &meter.Limits{PerDay: plainOf(50_0000)}
		}, []string{"meter/per-day M 1900 kWh 2026-02-01 2026-02-28 50"}, "", ""},
		{"nothing used, far more than ever and not verified", func(h *meterHome) {
			*h = h.readMonths("100 100")
			h.tariff.Basis.Metered.Plausible = &meter.Limits{Zero: true, Verified: true, Times: plainOf(2_0000)}
			h.readings[1].Accepted = "核实" // the neighbour's
		}, []string{"meter/zero M 2026-02-01 2026-02-28", `meter/unverified M "S" 2026-02-28`}, "", ""},
		{"a band without a price", func(h *meterHome) {
			h.tariff.Prices = history(entry("", "", billing.Rate{Bands: []billing.BandPrice{{Band: "peak", Price: decimal.RequireFromString("1")}}}))
			for i := range h.meters {
				h.meters[i].Devices = []meter.Device{{Installed: day("2026-01-01"), Registers: []meter.Register{{Band: "peak"}}}}
			}
			h.meters[0].Devices[0].Registers = append(h.meters[0].Devices[0].Registers, meter.Register{Band: "valley"})
			*h = h.readMonths("1 2").readMonths("3 4")
			for i := range h.readings {
				if h.readings[i].Band = "peak"; i >= 4 {
					h.readings[i].Band = "valley"
				}
			}
		}, []string{"billing/no-band-price M valley 2026-02-01"}, "meter M has the band valley, which has no price on 2026-02-01", "仪表 M 的时段 valley 在 2026-02-01 没有价格"},
		{"one band not read", func(h *meterHome) {
			h.tariff.Prices = history(entry("", "", billing.Rate{Bands: []billing.BandPrice{
				{Band: "peak", Price: decimal.RequireFromString("1")}, {Band: "valley", Price: decimal.RequireFromString("1")},
			}}))
			for i := range h.meters {
				h.meters[i].Devices = []meter.Device{{Installed: day("2026-01-01"), Registers: []meter.Register{{Band: "peak"}}}}
			}
			h.meters[0].Devices[0].Registers = append(h.meters[0].Devices[0].Registers, meter.Register{Band: "valley"})
			*h = h.readMonths("1 2").readMonths("3")
			for i := range h.readings {
				if h.readings[i].Band = "peak"; i >= 4 {
					h.readings[i].Band = "valley"
				}
			}
		}, []string{"meter/no-reading M valley 2026-02-01 2026-02-28"}, "", ""},
		{"nobody pays", func(h *meterHome) {
			*h = h.readMonths("100 200")
			h.estate.Tenancies[0].Term.End = day("2026-02-10")
		}, []string{"billing/no-payer 2026-02-10 u"}, "", ""},
		{"too fine", func(h *meterHome) {
			*h = h.readMonths("100 200.5")
			h.meters[0].Devices[0].Multiplier = plainOf(1)
			h.readings[len(h.readings)-1].Value = plainOf(2_000_001)
		}, []string{"meter/inexact M 100 2026-02-01 200.0001 2026-03-01"}, "", ""},
		{"more money than there is", func(h *meterHome) {
			*h = h.readMonths("100 900000000000000")
			h.tariff.Prices = history(entry("", "", rate("9000000000000"))) // of the neighbour 180 billions of yuan
		}, []string{"billing/amount-too-large u 2026-02-01"}, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := twoHomes()
			tt.change(&h)
			var held, billed []billing.Bill
			for _, b := range bills(t, h.run(t, civil.MustParseMonth("2026-02"))) {
				if b.IsHeld() {
					held = append(held, b)
				} else {
					billed = append(billed, b)
				}
			}
			require.Len(t, held, 1)
			require.Equal(t, "1-0803", held[0].Unit)
			require.Equal(t, tt.want, fieldTexts(held[0].Held))
			require.Len(t, billed, 1)
			require.Equal(t, "1-0804", billed[0].Unit)
			for _, f := range held[0].Held {
				english, chinese := f.Text(en), f.Text(zh)
				require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), chinese)
				require.NotContains(t, english+chinese, "%!")
				require.True(t, strings.Contains(english, "M") || strings.Contains(english, " u"), english)
				if tt.en != "" {
					require.Equal(t, []string{tt.en, tt.zh}, []string{english, chinese})
				}
			}
		})
	}
}

// TestQuarterReadOnAnyDay bills a quarter that was last read in its second month, and a month from the 25th that was
// read in its first week: their bills verify.
func TestQuarterReadOnAnyDay(t *testing.T) {
	h := newMeterHome("2026-01-01", nil, entry("", "", rate("0.5"))).read("2026-02-10", "100")
	h.tariff.Cycle = &billing.Cycle{Every: billing.Quarterly}
	require.Equal(t, []string{"H 2026-01-01 – 2026-02-10: 100 kWh = 50.00"}, showMetered(h.lines(t, civil.MustParseMonth("2026-03"))))
	h = newMeterHome("2026-01-01", nil, entry("", "", rate("0.5"))).read("2026-01-24", "40").read("2026-02-27", "120")
	h.tariff.Cycle = &billing.Cycle{Anchor: day("2026-01-25")}
	require.Equal(t, []string{"H 2026-01-25 – 2026-02-27: 80 kWh = 40.00"}, showMetered(h.lines(t, civil.MustParseMonth("2026-03"))))
}

// TestInputsOfAnOpeningReading has a reading at the opening of the day after the run: it closes the month, and is read.
func TestInputsOfAnOpeningReading(t *testing.T) {
	h := newMeterHome("2026-01-01", nil, entry("", "", rate("0.5")))
	february := civil.MustParseMonth("2026-02")
	inputs, totals := map[string]bool{}, map[int64]bool{}
	for _, value := range []string{"100", "200"} {
		read := h.read("2026-03-01", value)
		read.readings[0].Opening = true
		inputs[read.run(t, february).Inputs()], totals[minorSum(read.lines(t, february))] = true, true
	}
	require.Len(t, totals, 2)
	require.Len(t, inputs, 2)
	// A reading at the end of that day is not.
	require.Equal(t, h.read("2026-03-01", "1").run(t, july).Inputs() == h.run(t, july).Inputs(), false)
	read := h.read("2026-02-28", "100")
	require.Equal(t, read.read("2026-03-01", "101").run(t, february).Inputs(), read.run(t, february).Inputs())
}

// TestYearlyUsageBeyondCounting has an opening usage that the tiers cannot count on from: the unit is held, and not
// charged nothing.
func TestYearlyUsageBeyondCounting(t *testing.T) {
	h := newMeterHome("2026-01-02", byYear, entry("", "", tiersOf(yearTiers)))
	h.meters[0].Opening = &meter.Opening{On: day("2026-01-02"), Used: measure.MustParseQuantity("922337203685477.5807")}
	for _, readings := range []string{"1", "1 2"} {
		h := h.readMonths(readings)
		for _, month := range []string{"2026-01", "2026-02"}[:len(strings.Fields(readings))] {
			for _, b := range bills(t, h.run(t, civil.MustParseMonth(month))) {
				if b.IsHeld() {
					continue
				}
				require.NoError(t, billing.Verify(b))
				require.Equal(t, []string{"0.79"}, []string{number(b.Lines[0].Amount)}, "a kWh in the last tier: %s", toJSON(t, b))
			}
		}
	}
}

// TestQuotaBeyondCounting raises the tiers by more than can be counted: all is in the first tier.
func TestQuotaBeyondCounting(t *testing.T) {
	for _, rule := range []billing.TierRule{
		{Per: billing.PerYear, Persons: &billing.PersonQuota{Quantity: measure.MustParseQuantity("461168601842738.7904 kWh")}},
		{Per: billing.PerMonth, Persons: &billing.PersonQuota{Quantity: measure.MustParseQuantity("461168601842738.7904 kWh")}},
	} {
		h := newMeterHome("2026-01-01", &rule, entry("", "", tiersOf("10:1 2"))).readMonths("1000")
		h.persons = []billing.Headcount{{Unit: "1-0803", Persons: civil.Always(4)}}
		require.Equal(t, []string{"H 2026-01-01 – 2026-01-31: 1000 kWh = 1000.00"}, showMetered(h.months(t, "2026-01", 1)))
	}
}

// TestMeteredIsNoPartOfAPercentage refuses a percentage of what meters show: months of theirs are not those of others.
func TestMeteredIsNoPartOfAPercentage(t *testing.T) {
	h := newMeterHome("2026-01-01", nil, entry("", "", rate("0.5")))
	part := byArea("p", entry("", "", rate("0.05")))
	part.Basis = billing.Basis{Percent: &billing.PercentBasis{Of: []string{"u"}}}
	reg, err := h.estate.Build()
	require.NoError(t, err)
	_, err = billing.Prepare(reg, bookOf(h.tariff, part), billing.Facts{Meters: h.meters}, july)
	require.Equal(t, []string{"book.tariffs[1].basis.percent.of[0] billing/percent-cycle u"}, problems(err))
}
