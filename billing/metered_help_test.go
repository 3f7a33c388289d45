package billing_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// meterHome is the home with a meter M of electricity and a tariff "u" on it.
type meterHome struct {
	estate   property.Estate
	tariff   billing.Tariff
	meters   []meter.Meter
	readings []meter.Reading
	persons  []billing.Headcount
}

// newMeterHome has a device that showed 0 when it was installed.
func newMeterHome(installed string, tiers *billing.TierRule, prices ...civil.Entry[billing.Rate]) meterHome {
	return meterHome{
		estate: home(),
		tariff: billing.Tariff{
			Code: "u", State: billing.InForce, AppliesTo: property.Scope{All: true}, Prices: prices,
			Basis: billing.Basis{Metered: &billing.MeteredBasis{Meters: "electricity", Tiers: tiers}},
		},
		meters: []meter.Meter{{
			Code: "M", Kind: "electricity", Unit: "1-0803", Measures: kWh, Devices: []meter.Device{{Serial: "S", Installed: day(installed)}},
		}},
	}
}

// read adds a manual reading at the end of a day.
func (h meterHome) read(on, value string) meterHome { return h.readAs(on, value, meter.Manual) }

func (h meterHome) readAs(on, value string, source meter.Source) meterHome {
	r := meter.Reading{Meter: "M", On: day(on), Value: measure.MustParseQuantity(value), Source: source}
	h.readings = append(slices.Clip(h.readings), r)
	return h
}

func (h meterHome) run(tb testing.TB, p civil.Period) *billing.Run {
	tb.Helper()
	return prepare(tb, h.estate, bookOf(h.tariff), billing.Facts{Meters: h.meters, Readings: h.readings, Headcounts: h.persons}, p)
}

// lines returns the lines of a run, which holds nobody.
func (h meterHome) lines(tb testing.TB, p civil.Period) []billing.Line {
	tb.Helper()
	got := bills(tb, h.run(tb, p))
	for _, b := range got {
		require.Empty(tb, fieldTexts(b.Held))
		require.NoError(tb, billing.Verify(b))
		require.NoError(tb, b.Why().Check())
	}
	return billLines(got...)
}

// months bills n months one after another.
func (h meterHome) months(tb testing.TB, first string, n int) []billing.Line {
	tb.Helper()
	var out []billing.Line
	for k := range n {
		from := civil.MustParseMonth(first).Start.AddMonths(k)
		out = append(out, h.lines(tb, civil.Period{Start: from, End: from.AddMonths(1)})...)
	}
	return out
}

func minorSum(lines []billing.Line) int64 {
	sum := int64(0)
	for _, l := range lines {
		sum += l.Amount.Minor()
	}
	return sum
}

func quickLines(lines []billing.Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, quickMetered(l))
	}
	return out
}

// tiersOf is a price by tiers, "240:0.4883 400:0.5383 0.7883".
func tiersOf(text string) billing.Rate {
	var r billing.Rate
	for part := range strings.FieldsSeq(text) {
		bound, price, bounded := strings.Cut(part, ":")
		if !bounded {
			bound, price = "0", part
		}
		r.Tiers = append(r.Tiers, billing.Tier{UpTo: decimal.RequireFromString(bound), Price: decimal.RequireFromString(price)})
	}
	return r
}

var (
	byMonth = &billing.TierRule{Per: billing.PerMonth}
	byYear  = &billing.TierRule{Per: billing.PerYear}
)

const (
	monthTiers = "240:0.4883 400:0.5383 0.7883" // Beijing, DOMAIN-CN 2.3
	yearTiers  = "2880:0.4883 4800:0.5383 0.7883"
)

// tierCost returns what a usage from 0 on costs by tiers, in 10⁻⁸ of the currency: bounds in ten-thousandths of a unit,
// prices in ten-thousandths.
func tierCost(usage int64, bounds, prices []int64) *big.Int {
	sum := new(big.Int)
	for i, price := range prices {
		low, high := int64(0), usage
		if i > 0 {
			low = bounds[i-1]
		}
		if i < len(bounds) {
			high = min(usage, bounds[i])
		}
		if high > low {
			sum.Add(sum, new(big.Int).Mul(big.NewInt(high-low), big.NewInt(price)))
		}
	}
	return sum
}

var (
	beijingPrices = []int64{4883, 5383, 7883}
	beijingYear   = []int64{2880_0000, 4800_0000}
)
