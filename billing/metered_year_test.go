package billing_test

import (
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
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

// load is the power a real house used in one hour, in ten-thousandths of a kWh.
type load struct {
	month int
	used  int64
}

// yearOfLoads are the hours of a year, from the last one of July on.
func yearOfLoads(t *testing.T) []load {
	t.Helper()
	folder := os.Getenv("WUYE_DATA")
	if folder == "" {
		folder = filepath.Join("..", "..", "shared", "data")
	}
	data, err := os.ReadFile(filepath.Join(folder, "citylearn2022", "Building_1.csv"))
	if os.IsNotExist(err) {
		t.Skipf("no foreign data at %s; see $WUYE_DATA", folder)
	}
	require.NoError(t, err)
	var out []load
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		cells := strings.Split(line, ",")
		month, err := strconv.Atoi(cells[0])
		require.NoError(t, err)
		used, ok := new(big.Rat).SetString(cells[7])
		require.True(t, ok)
		used.Mul(used, big.NewRat(20_000, 1)).Add(used, big.NewRat(1, 1))
		n := new(big.Int).Div(used.Num(), new(big.Int).Mul(used.Denom(), big.NewInt(2)))
		out = append(out, load{month, n.Int64()})
	}
	require.Len(t, out, 8760)
	return out
}

// beijing is the residential tariff by tiers, of a year or a month.
func beijing(per billing.TierPeriod) billing.Book {
	d := decimal.RequireFromString
	first, second := "2880", "4800"
	if per == billing.PerMonth {
		first, second = "240", "400"
	}
	return billing.Book{Currency: money.MustParseCurrency("CNY"), Tariffs: []billing.Tariff{{
		Code: "power", State: billing.InForce, AppliesTo: property.Scope{All: true},
		Basis: billing.Basis{Metered: &billing.MeteredBasis{Meters: "electricity", Tiers: &billing.TierRule{Per: per}}},
		Prices: civil.Always(billing.Rate{Tiers: []billing.Tier{
			{UpTo: d(first), Price: d("0.4883")}, {UpTo: d(second), Price: d("0.5383")}, {Price: d("0.7883")},
		}}),
	}}}
}

// hourByHour prices each hour by the tier it falls into, and rounds each month once: the second method.
func hourByHour(loads []load, first, second int64, yearly bool) []int64 {
	var out []int64
	used, exact := int64(0), new(big.Rat)
	for i, l := range loads {
		if i > 0 && l.month != loads[i-1].month {
			out, exact = append(out, fenOf(exact)), new(big.Rat)
			if !yearly || l.month == 1 {
				used = 0
			}
		}
		for _, tier := range []struct{ upTo, price int64 }{{first, 4883}, {second, 5383}, {1 << 40, 7883}} {
			if room := min(tier.upTo*10_000-used, l.used); room > 0 {
				exact.Add(exact, new(big.Rat).SetFrac64(room*tier.price, 100_000_000))
				used, l.used = used+room, l.used-room
			}
		}
	}
	return append(out, fenOf(exact))
}

// TestYearOfRealLoads bills a real house, read on the last day of every month, by tiers of a month and of
// a year, and compares with pricing it hour by hour.
func TestYearOfRealLoads(t *testing.T) {
	loads := yearOfLoads(t)
	start := civil.MustParse("2016-07-31")
	facts := billing.Facts{Meters: []meter.Meter{{
		Code: "M", Kind: "electricity", Unit: "1", Measures: measure.MustParseUnit("kWh"), Devices: []meter.Device{{Installed: start}},
	}}}
	month, register := start.MonthStart(), int64(0)
	var months []civil.Period
	for i, l := range loads {
		if register += l.used; i+1 == len(loads) || loads[i+1].month != l.month {
			facts.Readings = append(facts.Readings, meter.Reading{
				Meter: "M", On: month.NextMonth().AddDays(-1), Value: measure.NewQuantity(register, measure.Unit{}), Source: meter.Remote,
			})
			months = append(months, civil.Period{Start: month, End: month.NextMonth()})
			month = month.NextMonth()
		}
	}
	c := meterCase{facts: facts, slow: slowMeter{payers: map[civil.Date]string{start: "A"}}}
	c.addEstate()
	totals := map[billing.TierPeriod]int64{}
	for _, per := range []billing.TierPeriod{billing.PerMonth, billing.PerYear} {
		c.book = beijing(per)
		want := hourByHour(loads, 240, 400, false)
		if per == billing.PerYear {
			want = hourByHour(loads, 2880, 4800, true)
		}
		require.Len(t, want, len(months))
		for i, m := range months {
			got, ok := c.billed(t, m)
			require.True(t, ok)
			require.Equal(t, want[i], got["A"], "%s by the %s", m, per)
			totals[per] += got["A"]
		}
	}
	t.Logf("%d kWh: by months %d fen, by years %d fen", register/10_000, totals[billing.PerMonth], totals[billing.PerYear])
	require.NotEqual(t, totals[billing.PerMonth], totals[billing.PerYear], "TRAP-19: tiers of a month are other money than tiers of a year")
}

// TestTrap19: 300 kWh after 2,800 of the year are 157.49 by the tiers of the year and 149.49 by those of the
// month (EX-210, EX-211): which is meant must be said.
func TestTrap19(t *testing.T) {
	c := meterCase{slow: slowMeter{payers: map[civil.Date]string{civil.MustParse("2026-01-01"): "A"}}, facts: billing.Facts{
		Meters: []meter.Meter{{
			Code: "M", Kind: "electricity", Unit: "1", Measures: measure.MustParseUnit("kWh"), Devices: []meter.Device{{Installed: civil.MustParse("2026-01-01")}},
		}},
		Readings: []meter.Reading{
			{Meter: "M", On: civil.MustParse("2026-10-31"), Value: measure.MustParseQuantity("2800"), Source: meter.Manual},
			{Meter: "M", On: civil.MustParse("2026-11-30"), Value: measure.MustParseQuantity("3100"), Source: meter.Manual},
		},
	}}
	c.addEstate()
	for per, fen := range map[billing.TierPeriod]int64{billing.PerYear: 15749, billing.PerMonth: 14949} {
		c.book = beijing(per)
		got, ok := c.billed(t, november())
		require.True(t, ok)
		require.Equal(t, fen, got["A"], per)
	}
	unsaid := beijing(billing.PerYear)
	unsaid.Tariffs[0].Basis.Metered.Tiers = nil
	reg, err := c.estate.Build()
	require.NoError(t, err)
	_, err = billing.Prepare(reg, unsaid, c.facts, november())
	require.ErrorIs(t, err, billing.ErrTierRule)
}
