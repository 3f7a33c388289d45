package billing_test

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// BenchmarkMetered bills a month of metered units with yearly tiers: one meter a unit, used since January
// and read at the end of October and November.
func BenchmarkMetered(b *testing.B) {
	b.Run("100k", func(b *testing.B) { benchmarkMetered(b, 100_000) })
	b.Run("million", func(b *testing.B) {
		if raceEnabled || testing.Short() {
			b.Skip("a million units: skipped in short mode and under the race detector")
		}
		benchmarkMetered(b, 1_000_000)
	})
}

func benchmarkMetered(b *testing.B, units int) {
	b.Helper()
	reg := bigRegister(b, units)
	facts := billing.Facts{Meters: make([]meter.Meter, 0, units), Readings: make([]meter.Reading, 0, 2*units)}
	kWh := measure.MustParseUnit("kWh")
	for u := range property.Ref(units) {
		code := reg.Code(u)
		facts.Meters = append(facts.Meters, meter.Meter{
			Code: code, Kind: "electricity", Unit: code, Measures: kWh, Devices: []meter.Device{{Installed: civil.MustParse("2026-01-01")}},
		})
		used := int64(2_000+u%1_000) * 10_000
		for on, value := range map[string]int64{"2026-10-31": used, "2026-11-30": used + int64(u%500)*10_000} {
			facts.Readings = append(facts.Readings, meter.Reading{
				Meter: code, On: civil.MustParse(on), Value: measure.NewQuantity(value, measure.Unit{}), Source: meter.Remote,
			})
		}
	}
	began := time.Now()
	run, err := billing.Prepare(reg, beijing(billing.PerYear), facts, november())
	require.NoError(b, err)
	prepared := time.Since(began)
	for b.Loop() {
		lines := 0
		for bill, err := range run.Bills(0, run.Len()) {
			if err != nil {
				b.Fatal(err)
			}
			lines += len(bill.Lines)
		}
		if lines != units {
			b.Fatalf("%d lines, want %d", lines, units)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(units), "ns/unit")
	b.ReportMetric(prepared.Seconds(), "s-to-prepare")
}

// TestMeteredAgainstSum: a thousand units with tiers, a register each, come to what their usages come to in
// the slow model; no unit is left out.
func TestMeteredAgainstSum(t *testing.T) {
	const units = 1000
	reg := bigRegister(t, units)
	facts, want := billing.Facts{}, int64(0)
	for u := range property.Ref(units) {
		code := reg.Code(u)
		used := int64(u) * 10_000
		facts.Meters = append(facts.Meters, meter.Meter{
			Code: code, Kind: "electricity", Unit: code, Measures: measure.MustParseUnit("kWh"), Devices: []meter.Device{{Installed: civil.MustParse("2026-11-01")}},
		})
		facts.Readings = append(facts.Readings, meter.Reading{
			Meter: code, On: civil.MustParse("2026-11-30"), Value: measure.NewQuantity(used, measure.Unit{}), Source: meter.Remote,
		})
		want += fenOf(fill([]slowTier{{2_400_000, 488_300}, {4_000_000, 538_300}, {0, 788_300}}, 0, used, 1, 0))
	}
	run, err := billing.Prepare(reg, beijing(billing.PerMonth), facts, november())
	require.NoError(t, err)
	e, err := run.Estimate(0, run.Len())
	require.NoError(t, err)
	require.Equal(t, want, e.Total.Minor())
	require.Equal(t, units, e.Billed)
	require.Equal(t, decimal.New(want, -2).StringFixed(2)+" CNY", e.Total.String())
}
