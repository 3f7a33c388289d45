package bench_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// units is the size of the estate: large enough not to fit a cache, small enough to run
// in CI.
const units = 100_000

// month is what every benchmark bills.
func month() civil.Period { return civil.MustParseMonth("2026-11") }

func area(i int) measure.Area {
	a, err := measure.NewArea(int64(300_000 + (i*7919)%1_700_000))
	if err != nil {
		panic(err)
	}
	return a
}

func code(i int) string { return fmt.Sprintf("B%04d-%04d", i/400, i%400) }

// leaseStart is the first day of the lease of an even unit; some begin after the month.
func leaseStart(i int) civil.Date { return civil.MustParse("2021-01-01").AddDays(i % 3650) }

// register builds the estate through the Builder: one owner a unit, and a tenant who pays
// the management fee in every second one.
func register(tb testing.TB, units int) *property.Register {
	tb.Helper()
	b := property.NewBuilder(property.Community{Code: "bench"})
	for i := range (units + 399) / 400 {
		b.Building(property.Building{Code: fmt.Sprintf("B%04d", i), Floors: 30})
	}
	for i := range units {
		owner, tenant := fmt.Sprintf("P%07d", i), fmt.Sprintf("T%07d", i)
		b.Party(property.Party{Code: owner})
		b.Unit(property.Unit{
			Code: code(i), Building: fmt.Sprintf("B%04d", i/400), Floor: i%400/14 + 1, Use: property.Dwelling,
			Areas: civil.Always(property.Areas{Gross: area(i)}),
		})
		b.Tenancy(property.Tenancy{
			Unit: code(i), Kind: property.Ownership, Holders: []property.Holder{{Party: owner}},
			Term: civil.Period{Start: civil.MustParse("2020-01-01")},
		})
		if i%2 == 0 {
			b.Party(property.Party{Code: tenant})
			b.Tenancy(property.Tenancy{
				Unit: code(i), Kind: property.Lease, Holders: []property.Holder{{Party: tenant}}, Pays: []string{"pm"},
				Term: civil.Period{Start: leaseStart(i)},
			})
		}
	}
	reg, err := b.Build()
	if err != nil {
		tb.Fatal(err)
	}
	return reg
}

// tariffs are the four fees: code, price in 10⁻⁶, and whether it goes by area.
func tariffs() []struct {
	code  string
	price string
	area  bool
} {
	return []struct {
		code  string
		price string
		area  bool
	}{{"energy", "0.1234", true}, {"lift", "0.35", true}, {"pm", "2.80", true}, {"waste", "8.00", false}}
}

func book() billing.Book {
	out := billing.Book{Currency: money.MustParseCurrency("CNY")}
	for _, t := range tariffs() {
		basis := billing.Basis{Fixed: &billing.FixedBasis{}}
		if t.area {
			basis = billing.Basis{Area: &billing.AreaBasis{}}
		}
		out.Tariffs = append(out.Tariffs, billing.Tariff{
			Code: t.code, State: billing.InForce, AppliesTo: property.Scope{All: true}, Basis: basis,
			Prices: civil.Always(billing.Rate{Price: decimal.RequireFromString(t.price)}),
			Tax:    &billing.Tax{Inclusive: &billing.TaxRate{Rates: civil.Always(decimal.RequireFromString("0.06"))}},
		})
	}
	return out
}

func prepare(tb testing.TB) *billing.Run {
	tb.Helper()
	run, err := billing.Prepare(register(tb, units), book(), billing.Facts{}, month())
	if err != nil {
		tb.Fatal(err)
	}
	return run
}

// figures is what a month comes to, in fen: enough to tell two ways of billing apart.
type figures struct {
	lines            int
	amount, net, tax int64
	byTenants        int64 // amounts of lines that tenants pay
}

func (f *figures) add(l *billing.Line) {
	f.lines++
	f.amount += l.Amount.Minor()
	f.net += l.Net.Minor()
	f.tax += l.Tax.Minor()
	if l.Payer[0] == 'T' {
		f.byTenants += l.Amount.Minor()
	}
}
