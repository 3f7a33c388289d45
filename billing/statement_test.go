package billing_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// masterMeter is a master meter M over the meters of the first two floors, all read on the first and last of
// November: what each has used by then.
func masterMeter(master, first, second string) billing.Facts {
	kWh := measure.MustParseUnit("kWh")
	device := []meter.Device{{Installed: day("2026-11-01")}}
	f := billing.Facts{Meters: []meter.Meter{
		{Code: "M", Kind: "power", Measures: kWh, Devices: device},
		{Code: "S1", Kind: "power", Unit: "1-0101", Parent: "M", Measures: kWh, Devices: device},
		{Code: "S2", Kind: "power", Unit: "1-0201", Parent: "M", Measures: kWh, Devices: device},
	}}
	for i, value := range []string{master, first, second} {
		f.Readings = append(f.Readings, meter.Reading{
			Meter: f.Meters[i].Code, On: day("2026-11-30"), Value: measure.MustParseQuantity(value), Source: meter.Manual,
		})
	}
	return f
}

func lossOver(limit string) billing.Cost {
	c := billing.Cost{Code: "损耗", Tariff: "light", Period: november(), Of: billing.CostOf{Loss: &billing.LineLoss{Master: "M"}}, Source: "抄表单"}
	if limit != "" {
		c.Of.Loss.Limit = decimal.RequireFromString(limit)
	}
	return c
}

// atHalfYuan is the tariff light at 0.50 a kWh.
func atHalfYuan() billing.Tariff {
	t := sharedBy(0, byHousehold())
	t.Prices = history(entry("", "", rate("0.50")))
	return t
}

// TestLineLoss shares what a master meter shows more than its sub-meters, up to its limit.
func TestLineLoss(t *testing.T) {
	for _, tt := range []struct {
		name, master, first, second, limit string
		want                               []string // the shares, or why the cost is held
		amount                             string
	}{
		{"a tenth is lost", "1000", "500", "400", "", []string{"1-0101 25.00", "1-0201 25.00"}, "50.00"},
		{"at the limit", "1000", "500", "400", "0.1", []string{"1-0101 25.00", "1-0201 25.00"}, "50.00"},
		{
			"a ten-thousandth over it", "1000", "500", "399.9999", "0.1",
			[]string{"billing/loss-limit M 100.0001 kWh 1000 kWh 0.1"},
			"0.00",
		},
		{"nothing is lost", "900", "500", "400", "0.1", []string{"1-0101 0.00", "1-0201 0.00"}, "0.00"},
		// 1.05 kWh × 0.50 = 0.525 → 0.53
		{"the amount is rounded once", "901.05", "500", "400", "0.1", []string{"1-0101 0.27", "1-0201 0.26"}, "0.53"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := masterMeter(tt.master, tt.first, tt.second)
			f.Costs = []billing.Cost{costOf("K", "10.00 CNY", november()), lossOver(tt.limit)}
			run := prepare(t, staircase(2), bookOf(atHalfYuan()), f, november())
			all := slices.Collect(run.Statements())
			require.Len(t, all, 2)
			st := all[1]
			require.NoError(t, st.Verify())
			require.NoError(t, st.Why().Check())
			var got []string
			for _, u := range st.Shares {
				got = append(got, u.Unit+" "+number(u.Share))
			}
			for _, p := range st.Held {
				got = append(got, p.Rule.ID()+" "+p.Args[0]+" "+p.Args[1]+" "+p.Args[2]+" "+p.Args[3])
			}
			require.Equal(t, tt.want, got)
			require.Equal(t, tt.amount, number(st.Amount))
			require.Equal(t, "900 kWh", add2(tt.first, tt.second, st.Loss.Subs).String())

			// The other cost is charged all the same, and of a cost that is held nothing is.
			sum := map[string]int64{}
			for _, l := range linesOf(bills(t, run)) {
				sum[l.Facts.Share.Cost] += l.Amount.Minor()
			}
			require.Equal(t, int64(1000), sum["K"])
			require.Equal(t, st.Amount.Minor(), sum["损耗"])
		})
	}
}

// add2 returns 900 kWh where a quantity is the sum of two readings or those are not 900 together.
func add2(first, second string, sum measure.Quantity) measure.Quantity {
	a, b := decimal.RequireFromString(first), decimal.RequireFromString(second)
	if a.Add(b).Equal(sum.Decimal()) {
		return measure.MustParseQuantity("900 kWh")
	}
	return sum
}

// TestUnreadCommonMeter: a meter that shows less than its sub-meters, or was not read, holds the cost and nothing
// else.
func TestUnreadCommonMeter(t *testing.T) {
	unread := masterMeter("1000", "600", "300")
	unread.Readings = unread.Readings[1:]
	for _, tt := range []struct {
		name  string
		facts billing.Facts
		of    billing.CostOf
		want  []string
	}{
		{"less than nothing lost", masterMeter("1000", "600", "500"), lossOver("0.1").Of, []string{"of.loss billing/loss-negative M 1000 kWh 1100 kWh"}},
		{"the master is not read", unread, lossOver("0.1").Of, []string{"of.loss meter/no-reading M 2026-11-01 2026-11-30"}},
		{"the common meter is not read", unread, billing.CostOf{Meter: &billing.CommonMeter{Code: "M"}}, []string{"of.meter meter/no-reading M 2026-11-01 2026-11-30"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := lossOver("")
			c.Of = tt.of
			tt.facts.Costs = []billing.Cost{c, costOf("K", "10.00 CNY", november())}
			run := prepare(t, staircase(2), bookOf(atHalfYuan()), tt.facts, november())
			st := slices.Collect(run.Statements())
			require.Equal(t, tt.want, fieldTexts(st[0].Held))
			require.NoError(t, st[0].Verify())
			require.NoError(t, st[0].Why().Check())
			require.Empty(t, st[0].Shares)
			require.Equal(t, []string{"1-0101 A 11-01–11-30 5.00", "1-0201 B 11-01–11-30 5.00"}, sharesOf(t, bills(t, run)))
		})
	}
}

// TestInputsOfLateReadings: a charge in advance is by what is read after the run's time, which is among the inputs.
func TestInputsOfLateReadings(t *testing.T) {
	tariff := byFormula("T/F*R", "0.50")
	tariff.Cycle = &billing.Cycle{Every: billing.Quarterly, Timing: billing.Advance}
	run := func(december string) *billing.Run {
		f := masterMeter("1000", "1", "1")
		f.Values = []billing.Value{{Name: "T", Scope: &property.Scope{All: true}, Meter: "M"}}
		first := f.Readings[0]
		f.Readings[0].On = day("2026-10-31")
		f.Meters[0].Devices[0].Installed = day("2026-10-01")
		for i, on := range []string{"2026-11-30", "2026-12-31"} {
			first.On, first.Value = day(on), measure.MustParseQuantity([]string{"2000", december}[i])
			f.Readings = append(f.Readings, first)
		}
		return prepare(t, staircase(3), bookOf(tariff), f, civil.MustParseMonth("2026-10"))
	}
	require.NotEqual(t, toJSON(t, bills(t, run("3000"))), toJSON(t, bills(t, run("4000"))))
	require.NotEqual(t, run("3000").Inputs(), run("4000").Inputs())
}

// TestCostOfUsage multiplies usages with the prices of their days.
func TestCostOfUsage(t *testing.T) {
	q := measure.MustParseQuantity("300 kWh")
	usage := billing.CostOf{Usage: &q}
	f := masterMeter("300", "1", "1")
	for _, tt := range []struct {
		name   string
		of     billing.CostOf
		prices string // from the 11th on
		amount string
		parts  []string
	}{
		{"one price", usage, "0.50", "150.00", []string{"2026-11-01 300 kWh × 0.50"}},
		// 10 days, 100 kWh at 0.50; 20 days, 200 kWh at 0.60
		{"two prices", usage, "0.60", "170.00", []string{"2026-11-01 100 kWh × 0.50", "2026-11-11 200 kWh × 0.60"}},
		{"a common meter", billing.CostOf{Meter: &billing.CommonMeter{Code: "M"}}, "0.60", "170.00", []string{"2026-11-01 100 kWh × 0.50", "2026-11-11 200 kWh × 0.60"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tariff := sharedBy(0, byHousehold())
			tariff.Prices = history(entry("", "", rate("0.50")), entry("2026-11-11", "", rate(tt.prices)))
			f.Costs = []billing.Cost{{Code: "K", Tariff: "light", Period: november(), Of: tt.of}}
			run := prepare(t, staircase(2), bookOf(tariff), f, november())
			st := slices.Collect(run.Statements())[0]
			var parts []string
			for _, p := range st.Parts {
				parts = append(parts, p.Period.Start.String()+" "+p.Usage.Text+" "+p.Usage.Unit+" × "+p.Price.String())
			}
			require.Empty(t, cmp.Diff(tt.parts, parts))
			require.Equal(t, tt.amount, number(st.Amount))
			used, ok := st.Usage()
			require.True(t, ok)
			require.Equal(t, "300 kWh", used.String())
			why := st.Why()
			require.NoError(t, why.Check())
			require.Zero(t, ratOf(why.Value.Text).Cmp(ratOf(tt.amount)))
		})
	}
}

// TestStatementWithoutWeights: a document whose shares have no weights verifies nothing, and does not stop the
// program.
func TestStatementWithoutWeights(t *testing.T) {
	for _, rule := range []billing.RemainderRule{billing.LargestRemainder, billing.LastUnit, billing.LargestWeight, billing.Absorbed} {
		zero := money.MustParse("0.00 CNY")
		st := billing.Statement{Cost: "K", Amount: money.MustParse("1.00 CNY"), Remainder: rule, Shares: []billing.UnitShare{
			{Unit: "1-0101", Share: zero}, {Unit: "1-0201", Share: money.MustParse("1.00 CNY")},
		}}
		require.ErrorIs(t, st.Verify(), billing.ErrShareWeights, rule)
	}
}

// TestLongCost: the days of a cost have to fit its lines.
func TestLongCost(t *testing.T) {
	for _, days := range []int{65_536, 65_566} {
		e := staircase(2)
		for i := range e.Tenancies {
			e.Tenancies[i].Term.Start = day("1700-01-01")
		}
		reg, err := e.Build()
		require.NoError(t, err)
		c := costOf("K", "100.00 CNY", november())
		c.Period.Start = c.Period.End.AddDays(-days)
		run, err := billing.Prepare(reg, bookOf(sharedBy(0, byHousehold())), billing.Facts{Costs: []billing.Cost{c}}, november())
		if err != nil {
			require.Contains(t, problems(err)[0], "facts.costs[0].period")
			continue
		}
		for _, b := range bills(t, run) {
			require.NoError(t, billing.Verify(b))
		}
	}
}

// TestSharedTariffOfACharter: a tariff charges only while the version of its charter is in force, also a cost that
// is given as an amount.
func TestSharedTariffOfACharter(t *testing.T) {
	tariff := sharedBy(0, byHousehold())
	tariff.Charter = &billing.CharterVersion{Code: "章程", Version: "2020"}
	b := bookOf(tariff)
	b.Charters = []billing.Charter{{Code: "章程", Versions: history(entry("", "2025-12-31", "2020"), entry("2026-01-01", "", "2026"))}}
	reg, err := staircase(2).Build()
	require.NoError(t, err)
	_, err = billing.Prepare(reg, b, billing.Facts{Costs: []billing.Cost{costOf("K", "100.00 CNY", november())}}, november())
	require.Error(t, err)
}

// TestSplitOfLargeWeights shares by weights whose sum is beyond 64 bits, and one too small to be seen.
func TestSplitOfLargeWeights(t *testing.T) {
	f := billing.Facts{Costs: []billing.Cost{costOf("K", "90000000000000.01 CNY", november())}}
	for i, x := range []string{"900000000000000", "900000000000000", "900000000000000", "0.0001"} {
		q := measure.MustParseQuantity(x)
		f.Values = append(f.Values, billing.Value{Name: "X", Unit: staircase(4).Units[i].Code, Number: &q})
	}
	by := billing.ShareWeight{By: billing.ShareBy{Coefficient: &billing.CoefficientShare{}}}
	run := prepare(t, staircase(4), bookOf(sharedBy(0, by)), f, november())
	require.Equal(t, []string{
		"1-0101 A 11-01–11-30 30000000000000.01", "1-0201 B 11-01–11-30 30000000000000.00",
		"1-0301 C 11-01–11-30 30000000000000.00", "1-0401 D2 11-01–11-30 0.00",
	}, sharesOf(t, bills(t, run)))
	require.NoError(t, slices.Collect(run.Statements())[0].Verify())
}

// TestCoefficientsOfOneUnit: numbers of different units are no weights of one thing.
func TestCoefficientsOfOneUnit(t *testing.T) {
	f := billing.Facts{Costs: []billing.Cost{costOf("K", "60.00 CNY", november())}}
	for i, x := range []string{"1 kWh", "2 m2", "3"} {
		q := measure.MustParseQuantity(x)
		f.Values = append(f.Values, billing.Value{Name: "X", Unit: staircase(3).Units[i].Code, Number: &q})
	}
	reg, err := staircase(3).Build()
	require.NoError(t, err)
	by := billing.ShareWeight{By: billing.ShareBy{Coefficient: &billing.CoefficientShare{}}}
	_, err = billing.Prepare(reg, bookOf(sharedBy(0, by)), f, november())
	require.ErrorIs(t, err, billing.ErrValueUnit)
}

// TestInputsOfOthers: what units that are not charged have a part in is among the inputs.
func TestInputsOfOthers(t *testing.T) {
	firstTwo := property.Scope{Floors: &property.FloorRange{From: 1, To: 2}}
	t.Run("areas in a formula", func(t *testing.T) {
		q := measure.MustParseQuantity("1000 kWh")
		tariff := byFormula("T/F*R", "0.50")
		tariff.AppliesTo = firstTwo
		f := billing.Facts{Values: []billing.Value{{Name: "T", Scope: &property.Scope{All: true}, Number: &q}}}
		e := staircase(3)
		before := prepare(t, e, bookOf(tariff), f, november())
		e.Units[2].Areas[0].Value = gross("160")
		after := prepare(t, e, bookOf(tariff), f, november())
		require.NotEqual(t, bills(t, before)[0].Total, bills(t, after)[0].Total)
		require.NotEqual(t, before.Inputs(), after.Inputs())
	})
	t.Run("sub-meters of a loss", func(t *testing.T) {
		tariff := atHalfYuan()
		tariff.AppliesTo = property.Scope{Units: []string{"1-0301"}}
		run := func(sub string) *billing.Run {
			f := masterMeter("1000", "500", sub)
			f.Costs = []billing.Cost{lossOver("")}
			return prepare(t, staircase(3), bookOf(tariff), f, november())
		}
		require.NotEqual(t, bills(t, run("400"))[0].Total, bills(t, run("300"))[0].Total)
		require.NotEqual(t, run("400").Inputs(), run("300").Inputs())
	})
}

// TestHeldProblemsInAnyOrder: the problems of a held bill do not depend on the order of the costs.
func TestHeldProblemsInAnyOrder(t *testing.T) {
	e := staircase(2)
	e.Tenancies[0].Term.Start = day("2026-11-15")
	costs := []billing.Cost{costOf("K1", "10.00 CNY", november()), costOf("K2", "10.00 CNY", period("2026-10-01", "2026-12-01"))}
	first := bills(t, prepare(t, e, bookOf(sharedBy(0, byHousehold())), billing.Facts{Costs: costs}, november()))
	slices.Reverse(costs)
	second := bills(t, prepare(t, e, bookOf(sharedBy(0, byHousehold())), billing.Facts{Costs: costs}, november()))
	require.Equal(t, show(first), show(second))
}
