package billing_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// byFormula is a tariff in force by formula; without a price it has none.
func byFormula(text, price string) billing.Tariff {
	t := billing.Tariff{
		Code: "pump", State: billing.InForce, AppliesTo: property.Scope{All: true},
		Basis: billing.Basis{Formula: &billing.FormulaBasis{Text: text}},
	}
	if price != "" {
		t.Prices = history(entry("", "", rate(price)))
	}
	return t
}

// valueOf is a value of the units of a scope, or of a unit.
func valueOf(name, unit, number string) billing.Value {
	q := measure.MustParseQuantity(number)
	v := billing.Value{Name: name, Unit: unit, Number: &q}
	if unit == "" {
		v.Scope = &property.Scope{All: true}
	}
	return v
}

// formulaRows writes the lines by formula of the first unit: days, what its names stood for, amount.
func formulaRows(tb testing.TB, bs []billing.Bill) []string {
	tb.Helper()
	var out []string
	for _, b := range bs {
		if b.Unit != "1-0101" {
			continue
		}
		if b.IsHeld() {
			return append(fieldTexts(b.Held), "held")
		}
		require.NoError(tb, billing.Verify(b))
		require.NoError(tb, b.Why().Check())
		for _, l := range b.Lines {
			f := l.Facts.Formula
			if f == nil {
				out = append(out, l.Tariff+" "+number(l.Amount))
				continue
			}
			row := fmt.Sprintf("%s %s–%s %d/%d × %s", l.Payer, l.Period.Start.String()[5:], l.Period.Last().String()[5:], f.Days, f.Of, f.Factor)
			for _, bound := range f.Working.Bindings {
				row += " " + bound.Name + "=" + strings.TrimSpace(bound.Value.Text+" "+bound.Value.Unit)
			}
			out = append(out, row+": "+number(l.Amount))
		}
	}
	return out
}

// TestFormulaCharges charges the first floor's 80 m² of a building of three by formulas: T is 1000 kWh.
func TestFormulaCharges(t *testing.T) {
	total := valueOf("T", "", "1000 kWh")
	type change = func(e *property.Estate, t *billing.Tariff, f *billing.Facts)
	for _, tt := range []struct {
		name, text, price string
		change            change
		want              []string
	}{
		// 1000 ÷ 240 × 80 × 0.4883 = 162.7666…
		{"money by the price", "T/F*R*P", "0.4883", nil, []string{"A 11-01–11-30 30/30 × 1 T=1000 kWh F=240 m2 R=80 m2 P=0.4883 CNY/kWh: 162.77"}},
		{"a usage times the price", "T/F*R", "0.4883", nil, []string{"A 11-01–11-30 30/30 × 1 T=1000 kWh F=240 m2 R=80 m2: 162.77"}},
		{"money of its own", "(R*2.6)+100", "", nil, []string{"A 11-01–11-30 30/30 × 1 R=80 m2: 308.00"}},
		{"never below nothing", "max(T-2000, 0)", "0.50", nil, []string{"A 11-01–11-30 30/30 × 1 T=1000 kWh: 0.00"}},
		{"households", "T/L", "0.50", nil, []string{"A 11-01–11-30 30/30 × 1 T=1000 kWh L=3: 166.67"}},
		{
			"the area changes", "R*2.6+100", "",
			func(e *property.Estate, _ *billing.Tariff, _ *billing.Facts) {
				e.Units[0].Areas = history(entry("", "", gross("80")), entry("2026-11-16", "", gross("90")))
			},
			// 308.00 ÷ 2 = 154.00; 334.00 ÷ 2 = 167.00
			[]string{"A 11-01–11-15 15/30 × 1 R=80 m2: 154.00", "A 11-16–11-30 15/30 × 1 R=90 m2: 167.00"},
		},
		{
			// F is that of the first of the month: 240 all month.
			"the building's area is that of the first", "T/F*R*P", "0.4883",
			func(e *property.Estate, _ *billing.Tariff, _ *billing.Facts) {
				e.Units[2].Areas = history(entry("", "", gross("80")), entry("2026-11-02", "", gross("160")))
			},
			[]string{"A 11-01–11-30 30/30 × 1 T=1000 kWh F=240 m2 R=80 m2 P=0.4883 CNY/kWh: 162.77"},
		},
		{
			"the price changes", "T/F*R*P", "0.4883",
			func(_ *property.Estate, t *billing.Tariff, _ *billing.Facts) {
				t.Prices = append(t.Prices, entry("2026-11-11", "", rate("0.60")))
			},
			// 162.7666… ÷ 3 = 54.2555… → 54.26; 200 × 2/3 = 133.3333…, together 187.5888… → 187.59
			[]string{
				"A 11-01–11-10 10/30 × 1 T=1000 kWh F=240 m2 R=80 m2 P=0.4883 CNY/kWh: 54.26",
				"A 11-11–11-30 20/30 × 1 T=1000 kWh F=240 m2 R=80 m2 P=0.6 CNY/kWh: 133.33",
			},
		},
		{
			"the price is restated", "T/F*R*P", "0.4883",
			func(_ *property.Estate, t *billing.Tariff, _ *billing.Facts) {
				again := rate("0.48830")
				again.Source = "重印"
				t.Prices = append(t.Prices, entry("2026-11-11", "", again))
			},
			[]string{"A 11-01–11-30 30/30 × 1 T=1000 kWh F=240 m2 R=80 m2 P=0.4883 CNY/kWh: 162.77"},
		},
		{
			"the owner changes", "T/F*R", "0.4883",
			func(e *property.Estate, _ *billing.Tariff, _ *billing.Facts) {
				e.Tenancies[0].Term.End = day("2026-11-11")
				e.Tenancies = append(e.Tenancies, owner("1-0101", period("2026-11-11", ""), "N"))
			},
			// 54.2555… → 54.26; the rest of 162.77
			[]string{
				"A 11-01–11-10 10/30 × 1 T=1000 kWh F=240 m2 R=80 m2: 54.26",
				"N 11-11–11-30 20/30 × 1 T=1000 kWh F=240 m2 R=80 m2: 108.51",
			},
		},
		{
			"half a month from the 16th", "R*2.6+100", "",
			func(e *property.Estate, t *billing.Tariff, _ *billing.Facts) {
				t.Proration.Method = billing.HalfMonth
				t.ClaimedOnly = true
				e.Units[0].DeliveredOn = day("2026-11-16")
			},
			[]string{"A 11-16–11-30 15/30 × 1 R=80 m2: 154.00"},
		},
		{
			"vacant at 70 %", "R*2.6+100", "",
			func(_ *property.Estate, t *billing.Tariff, f *billing.Facts) {
				t.Reliefs = &billing.Reliefs{Vacancy: &billing.VacancyRelief{Charge: decimal.RequireFromString("0.7")}}
				f.Vacancies = []billing.Vacancy{{Unit: "1-0101", Period: period("2026-11-01", ""), RegisteredOn: day("2026-10-20")}}
			},
			[]string{"A 11-01–11-30 30/30 × 0.7 R=80 m2: 215.60"},
		},
		{
			"a value of its own for a time", "T/F*R", "0.50",
			func(_ *property.Estate, _ *billing.Tariff, f *billing.Facts) {
				own := valueOf("T", "1-0101", "1300 kWh")
				own.Period = period("2026-11-21", "")
				f.Values = append(f.Values, own)
			},
			// 166.6667 × 20/30 = 111.1111… → 111.11; 216.6667 ÷ 3 = 72.2222…, together 183.3333… → 183.33
			[]string{
				"A 11-01–11-20 20/30 × 1 T=1000 kWh F=240 m2 R=80 m2: 111.11",
				"A 11-21–11-30 10/30 × 1 T=1300 kWh F=240 m2 R=80 m2: 72.22",
			},
		},
		{
			"a person more", "N*5", "",
			func(_ *property.Estate, _ *billing.Tariff, f *billing.Facts) {
				f.Headcounts = []billing.Headcount{
					{Unit: "1-0101", Persons: history(entry("", "", 2), entry("2026-11-16", "", 3))},
					{Unit: "1-0201", Persons: history(entry("", "", 1))},
					{Unit: "1-0301", Persons: history(entry("", "", 1))},
				}
			},
			[]string{"A 11-01–11-15 15/30 × 1 N=2: 5.00", "A 11-16–11-30 15/30 × 1 N=3: 7.50"},
		},
		{
			"a name of its own, in Chinese", "房屋面积*单价*1kWh/m2+附加费", "0.50",
			func(_ *property.Estate, t *billing.Tariff, f *billing.Facts) {
				t.Basis.Formula.Names = []billing.FormulaName{{Name: "附加费", Unit: "CNY"}}
				f.Values = append(f.Values, valueOf("附加费", "", "12.5 CNY"))
			},
			[]string{"A 11-01–11-30 30/30 × 1 R=80 m2 P=0.5 CNY/kWh 附加费=12.5 CNY: 52.50"},
		},
		{
			"a common meter", "T/F*R", "0.50",
			func(_ *property.Estate, _ *billing.Tariff, f *billing.Facts) {
				f.Values = []billing.Value{{Name: "T", Scope: &property.Scope{All: true}, Meter: "M"}}
			},
			[]string{"A 11-01–11-30 30/30 × 1 T=1000 kWh F=240 m2 R=80 m2: 166.67"},
		},
		// What cannot be worked out holds the unit.
		{"below nothing", "T-1000.0001", "0.50", nil, []string{"pump.1-0101.2026-11-01 billing/formula-negative T - 1000.0001 kWh -0.0001 2026-11-01", "held"}},
		{"no value", "T/F*R*X", "0.50", nil, []string{"billing/no-value 1-0101 X 2026-11-01", "held"}},
		{
			"a value that ends", "T/F*R", "0.50",
			func(_ *property.Estate, _ *billing.Tariff, f *billing.Facts) {
				f.Values[0].Period = period("2026-01-01", "2026-11-30")
			},
			[]string{"billing/no-value 1-0101 T 2026-11-30", "held"},
		},
		{
			"a value of another unit", "T/F*R", "0.50",
			func(_ *property.Estate, _ *billing.Tariff, f *billing.Facts) {
				f.Values = []billing.Value{valueOf("T", "", "1000 m3")}
			},
			[]string{"billing/value-unit T 1000 m3 kWh", "held"},
		},
		{
			"no area", "T/F*R", "0.50",
			func(e *property.Estate, _ *billing.Tariff, _ *billing.Facts) { e.Units[0].Areas = nil },
			[]string{"billing/share-area 1-0101 2026-11-01 pump", "held"},
		},
		{
			"no internal area", "T/F*R", "0.50",
			func(_ *property.Estate, t *billing.Tariff, _ *billing.Facts) {
				t.Basis.Formula.Of = billing.InternalArea
			},
			[]string{"billing/share-internal-area 1-0101 2026-11-01 pump", "held"},
		},
		{
			"nobody counted", "N*5", "",
			func(e *property.Estate, _ *billing.Tariff, _ *billing.Facts) {
				e.Tenancies[0].MovedIn = day("2026-01-01")
			},
			[]string{"billing/no-headcount 1-0101 2026-11-01", "held"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e, tariff := staircase(3), byFormula(tt.text, tt.price)
			f := masterMeter("1000", "1", "1")
			f.Values = []billing.Value{total}
			f.Values[0].Period = civil.Period{}
			if tt.change != nil {
				tt.change(&e, &tariff, &f)
			}
			run := prepare(t, e, bookOf(tariff), f, november())
			if diff := cmp.Diff(tt.want, formulaRows(t, bills(t, run)), cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestPercentOfFormula takes 5 % of what a formula comes to.
func TestPercentOfFormula(t *testing.T) {
	percent := billing.Tariff{
		Code: "energy", State: billing.InForce, AppliesTo: property.Scope{All: true},
		Basis: billing.Basis{Percent: &billing.PercentBasis{Of: []string{"pump"}}}, Prices: history(entry("", "", rate("0.05"))),
	}
	f := billing.Facts{Values: []billing.Value{valueOf("T", "", "1000 kWh")}}
	run := prepare(t, staircase(3), bookOf(percent, byFormula("T/F*R", "0.50")), f, november())
	// 166.67 × 5 % = 8.3335
	require.Equal(t, []string{"energy 8.33", "A 11-01–11-30 30/30 × 1 T=1000 kWh F=240 m2 R=80 m2: 166.67"}, formulaRows(t, bills(t, run)))
}

// TestFormulaHoldsOneUnit: what one unit lacks does not stop the others, and the tariff is named.
func TestFormulaHoldsOneUnit(t *testing.T) {
	f := billing.Facts{
		Values:     []billing.Value{valueOf("T", "", "1000 kWh")},
		Headcounts: []billing.Headcount{{Unit: "1-0101", Persons: history(entry("", "", 1))}, {Unit: "1-0201", Persons: history(entry("", "", 5))}, {Unit: "1-0301", Persons: history(entry("", "", 3))}},
	}
	run := prepare(t, staircase(3), bookOf(byFormula("T/(N-1)", "0.50")), f, november())
	got := bills(t, run)
	require.Equal(t, []string{"pump.1-0101.2026-11-01 formula/zero 3 (N-1)"}, fieldTexts(got[0].Held))
	require.Equal(t, "1-0101", got[0].Unit)
	require.Equal(t, "125.00 CNY", got[1].Total.String())
	require.Equal(t, "250.00 CNY", got[2].Total.String())
	e, err := run.Estimate(0, run.Len())
	require.Error(t, err)
	require.Equal(t, 2, e.Billed)
	require.Equal(t, 1, e.Held)
}

// TestFormulaProblemsNameTheTariff: of several formulas, a held bill says which cannot be worked out.
func TestFormulaProblemsNameTheTariff(t *testing.T) {
	f := billing.Facts{
		Values:     []billing.Value{valueOf("T", "", "1000 kWh")},
		Headcounts: []billing.Headcount{{Unit: "1-0101", Persons: history(entry("", "", 1))}},
	}
	run := prepare(t, staircase(1), bookOf(byFormula("T/(N-1)", "0.50")), f, november())
	for _, p := range bills(t, run)[0].Held {
		require.Contains(t, p.Path+" "+strings.Join(p.Args, " "), "pump")
		require.Contains(t, p.Path+" "+strings.Join(p.Args, " "), "2026-11-01")
	}
}

// TestFormulaChain: the lines of a formula's charge share its rounding, and a bill whose lines do not is noticed.
func TestFormulaChain(t *testing.T) {
	e := staircase(3)
	e.Units[0].Areas = history(entry("", "", gross("80")), entry("2026-11-16", "", gross("80.5")))
	run := prepare(t, e, bookOf(byFormula("R*2.601", "")), billing.Facts{}, november())
	b := bills(t, run)[0]
	require.Len(t, b.Lines, 2)
	require.NoError(t, billing.Verify(b))
	first := copied(b)
	first.Lines[0].Facts.Formula.Before = b.Lines[1].Facts.Formula.Before // nothing stands before the first line
	require.Error(t, billing.Verify(first))
	second := copied(b)
	second.Lines[1].Facts.Formula.Before.Text = "104"
	require.Error(t, billing.Verify(second))
}

// TestFormulaOfWeights shares a cost by formulas: only the ratio of the weights counts.
func TestFormulaOfWeights(t *testing.T) {
	by := func(text string) billing.ShareWeight {
		return billing.ShareWeight{By: billing.ShareBy{Formula: &billing.FormulaBasis{Text: text}}}
	}
	f := billing.Facts{Costs: []billing.Cost{costOf("K", "60.00 CNY", november())}}
	for i, x := range []string{"1", "2", "3"} {
		f.Values = append(f.Values, valueOf("X", staircase(3).Units[i].Code, x))
	}
	f.Values = append(f.Values, valueOf("T", "", "0 kWh"))
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"R*X", []string{"10.00", "20.00", "30.00"}},
		{"X/3", []string{"10.00", "20.00", "30.00"}},
		{"max(X-1, 0)", []string{"0.00", "20.00", "40.00"}},
		{"R/F", []string{"20.00", "20.00", "20.00"}},
		{"T*X", nil},
		{"X-2", nil},
		{"1/(X-2)", nil},
	} {
		t.Run(tt.text, func(t *testing.T) {
			reg, err := staircase(3).Build()
			require.NoError(t, err)
			run, err := billing.Prepare(reg, bookOf(sharedBy(0, by(tt.text))), f, november())
			if tt.want == nil {
				require.Error(t, err)
				require.True(t, strings.HasPrefix(problems(err)[0], "facts.costs[0]"), problems(err))
				return
			}
			require.NoError(t, err)
			var got []string
			for _, l := range linesOf(bills(t, run)) {
				got = append(got, number(l.Amount))
			}
			require.Equal(t, tt.want, got)
		})
	}
}

// TestWeightsOnTheLastDay: every area in the weight of a cost is that of its last day.
func TestWeightsOnTheLastDay(t *testing.T) {
	e := staircase(2)
	e.Units[0].Areas = history(entry("", "", gross("80")), entry("2026-11-16", "", gross("240")))
	// On the last day F is 320, and the weights R ÷ (2 F − R) are 240 ÷ 400 and 80 ÷ 560: 21 to 5.
	by := billing.ShareWeight{By: billing.ShareBy{Formula: &billing.FormulaBasis{Text: "R/(2*F-R)"}}}
	run := prepare(t, e, bookOf(sharedBy(0, by)), billing.Facts{Costs: []billing.Cost{costOf("K", "26.00 CNY", november())}}, november())
	require.Equal(t, []string{"1-0101 A 11-01–11-30 21.00", "1-0201 B 11-01–11-30 5.00"}, sharesOf(t, bills(t, run)))
}

// TestMetersOfFormulas: a meter that is not read in time holds what is charged by it.
func TestMetersOfFormulas(t *testing.T) {
	f := masterMeter("1000", "1", "1")
	f.Values = []billing.Value{{Name: "T", Scope: &property.Scope{All: true}, Meter: "M"}}
	f.Readings[0] = meter.Reading{Meter: "M", On: day("2026-11-29"), Value: measure.MustParseQuantity("1000"), Source: meter.Manual}
	run := prepare(t, staircase(3), bookOf(byFormula("T/F*R", "0.50")), f, november())
	for _, b := range bills(t, run) {
		require.Len(t, b.Held, 1)
		require.ErrorIs(t, b.Held[0], meter.ErrNoReading)
	}
}
