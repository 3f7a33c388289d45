package billing_test

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// bigRegister builds n units, half as many leases again, through the Builder.
func bigRegister(tb testing.TB, n int) *property.Register {
	tb.Helper()
	b := property.NewBuilder(property.Community{Code: "big"})
	const perBuilding = 400
	for i := range (n + perBuilding - 1) / perBuilding {
		b.Building(property.Building{Code: fmt.Sprintf("B%04d", i), Floors: 30})
	}
	for i := range n {
		area, err := measure.NewArea(int64(300_000 + (i*7919)%1_700_000))
		require.NoError(tb, err)
		code := fmt.Sprintf("B%04d-%02d-%04d", i/perBuilding, i%perBuilding/14%2+1, i%perBuilding)
		owner := fmt.Sprintf("P%07d", i)
		b.Party(property.Party{Code: owner, Name: "业主" + owner})
		b.Unit(property.Unit{
			Code: code, Building: fmt.Sprintf("B%04d", i/perBuilding), Floor: i%perBuilding/14 + 1, Use: property.Dwelling,
			Areas: civil.Always(property.Areas{Gross: area}),
		})
		b.Tenancy(property.Tenancy{
			Unit: code, Kind: property.Ownership, Holders: []property.Holder{{Party: owner}},
			Term: civil.Period{Start: civil.MustParse("2020-01-01")},
		})
		if i%2 == 0 {
			tenant := fmt.Sprintf("T%07d", i)
			b.Party(property.Party{Code: tenant, Name: "租户" + tenant})
			b.Tenancy(property.Tenancy{
				Unit: code, Kind: property.Lease, Holders: []property.Holder{{Party: tenant}}, Pays: []string{"pm"},
				Term: civil.Period{Start: civil.MustParse("2021-01-01").AddDays(i % 3650)},
			})
		}
	}
	reg, err := b.Build()
	require.NoError(tb, err)
	return reg
}

func priced(price string) civil.History[billing.Rate] {
	return civil.Always(billing.Rate{Price: decimal.RequireFromString(price)})
}

func bigBook() billing.Book {
	area := billing.Basis{Area: &billing.AreaBasis{}}
	fixed := billing.Basis{Fixed: &billing.FixedBasis{Unit: measure.MustParseUnit("home")}}
	tax := &billing.Tax{Inclusive: &billing.TaxRate{Rates: civil.Always(decimal.RequireFromString("0.06"))}}
	all := property.Scope{All: true}
	return billing.Book{Currency: money.MustParseCurrency("CNY"), Tariffs: []billing.Tariff{
		{Code: "pm", State: billing.InForce, AppliesTo: all, Basis: area, Prices: priced("2.80"), Tax: tax},
		{Code: "lift", State: billing.InForce, AppliesTo: all, Basis: area, Prices: priced("0.35"), Tax: tax},
		{Code: "waste", State: billing.InForce, AppliesTo: all, Basis: fixed, Prices: priced("8.00"), Tax: tax},
		{Code: "energy", State: billing.InForce, AppliesTo: all, Basis: area, Prices: priced("0.1234"), Tax: tax},
	}}
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestMillionUnits holds the memory promises of the register. It runs without the race
// detector and not in short mode.
func TestMillionUnits(t *testing.T) {
	if raceEnabled || testing.Short() {
		t.Skip("a million units: skipped in short mode and under the race detector")
	}
	before := heap()
	start := time.Now()
	reg := bigRegister(t, 1_000_000)
	built := time.Since(start)
	live := heap() - before
	start = time.Now()
	runtime.GC()
	collection := time.Since(start)
	t.Logf("%d units, %d tenancies: %d MB live, built in %v, a collection %v",
		reg.Len(), reg.TenancyCount(), live>>20, built.Round(time.Millisecond), collection.Round(time.Millisecond))
	require.LessOrEqual(t, live>>20, uint64(150), "MB live")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Logf("at most %d MB taken from the system while loading", m.Sys>>20)
	require.Less(t, m.Sys>>20, uint64(400), "MB at the peak of loading")
	run, err := billing.Prepare(reg, bigBook(), billing.Facts{}, civil.MustParseMonth("2026-11"))
	require.NoError(t, err)
	start = time.Now()
	lines, bills := 0, 0
	for b, err := range run.Bills(0, run.Len()) {
		require.NoError(t, err)
		lines += len(b.Lines)
		bills++
	}
	took := time.Since(start)
	runtime.ReadMemStats(&m)
	t.Logf("%d bills, %d lines in %v: %.1f million lines/s; %d MB taken in all",
		bills, lines, took, float64(lines)/took.Seconds()/1e6, m.Sys>>20)
	require.Less(t, m.Sys>>20, uint64(450), "MB for the whole process")
	runtime.KeepAlive(reg)
}

func BenchmarkAppendLines(b *testing.B) {
	const units = 100_000
	run, err := billing.Prepare(bigRegister(b, units), bigBook(), billing.Facts{}, civil.MustParseMonth("2026-11"))
	require.NoError(b, err)
	c := run.Cursor()
	buf := make([]billing.Line, 0, 64)
	lines, u := 0, property.Ref(0)
	b.ReportAllocs()
	for b.Loop() {
		if buf, err = c.AppendLines(buf[:0], u); err != nil {
			b.Fatal(err)
		}
		lines += len(buf)
		if u++; u == units {
			u = 0
		}
	}
	b.ReportMetric(float64(lines)/b.Elapsed().Seconds()/1e6, "Mlines/s")
}

func BenchmarkBillsKept(b *testing.B) {
	const units = 100_000
	run, err := billing.Prepare(bigRegister(b, units), bigBook(), billing.Facts{}, civil.MustParseMonth("2026-11"))
	require.NoError(b, err)
	lines := 0
	b.ReportAllocs()
	for b.Loop() {
		kept := make([]billing.Bill, 0, units)
		for bill, err := range run.Bills(0, run.Len()) {
			if err != nil {
				b.Fatal(err)
			}
			lines += len(bill.Lines)
			kept = append(kept, bill)
		}
		runtime.KeepAlive(kept)
	}
	b.ReportMetric(float64(lines)/b.Elapsed().Seconds()/1e6, "Mlines/s")
}

func BenchmarkPayerAsOf(b *testing.B) {
	const units = 100_000
	reg := bigRegister(b, units)
	payers := reg.Payers("pm", 0)
	on := civil.MustParse("2026-11-15")
	u := property.Ref(0)
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := payers.At(u, on); !ok {
			b.Fatal(u)
		}
		if u += 7919; u >= units {
			u -= units
		}
	}
}
