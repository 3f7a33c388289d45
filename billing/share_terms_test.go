package billing_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// staircase is a building of dwellings of 80 m² each, one a floor, owned by A, B, C, … since 2020; D built it.
func staircase(floors int) property.Estate {
	e := property.Estate{
		Community: property.Community{Code: "JY", Region: "330106"}, Buildings: []property.Building{{Code: "1"}},
		Parties: []property.Party{
			{Code: "D", Name: "建设单位", Developer: true}, {Code: "T", Name: "赵敏"}, {Code: "U", Name: "周强"}, {Code: "N", Name: "王强"},
		},
	}
	for i := range floors {
		code, party := fmt.Sprintf("1-%02d01", i+1), string(rune('A'+i))
		if party >= "D" {
			party += "2"
		}
		e.Parties = append(e.Parties, property.Party{Code: party, Name: "业主" + party})
		e.Units = append(e.Units, property.Unit{
			Code: code, Building: "1", Entrance: "1", Floor: i + 1, Use: property.Dwelling, Areas: civil.Always(gross("80")),
		})
		e.Tenancies = append(e.Tenancies, owner(code, period("2020-01-01", ""), party))
	}
	return e
}

// sharedBy is a tariff in force that shares costs.
func sharedBy(rule billing.RemainderRule, weights ...billing.ShareWeight) billing.Tariff {
	return billing.Tariff{
		Code: "light", State: billing.InForce, AppliesTo: property.Scope{All: true},
		Basis: billing.Basis{Shared: &billing.SharedBasis{Weights: weights, Remainder: rule}},
	}
}

func byHousehold() billing.ShareWeight {
	return billing.ShareWeight{By: billing.ShareBy{Household: &billing.HouseholdShare{}}}
}

// costOf is a cost of the tariff light.
func costOf(code, amount string, p civil.Period) billing.Cost {
	a := money.MustParse(amount)
	return billing.Cost{Code: code, Tariff: "light", Period: p, Of: billing.CostOf{Amount: &a}}
}

func november() civil.Period { return civil.MustParseMonth("2026-11") }

// sharesOf writes the lines of costs: unit, payer, days, amount with the tax on top, if any.
func sharesOf(tb testing.TB, bs []billing.Bill) []string {
	tb.Helper()
	var out []string
	for _, b := range bs {
		require.NoError(tb, billing.Verify(b))
		require.False(tb, b.IsHeld(), "%v", fieldTexts(b.Held))
		require.NoError(tb, b.Why().Check())
		for _, l := range b.Lines {
			row := fmt.Sprintf("%s %s %s–%s %s", l.Unit, l.Payer, l.Period.Start.String()[5:], l.Period.Last().String()[5:], number(l.Amount))
			if l.Tax.Sign() != 0 {
				row += " + " + number(l.Tax)
			}
			out = append(out, row)
		}
	}
	slices.Sort(out)
	return out
}

// TestShareTerms bills the first floor's share of 1,000.00 a month under what its lease agreed.
func TestShareTerms(t *testing.T) {
	dec := func(s string) *decimal.Decimal { d := decimal.RequireFromString(s); return &d }
	terms := func(base string, limit *decimal.Decimal) billing.ShareTerms {
		return billing.ShareTerms{Unit: "1-0101", Tariff: "light", Period: period("2026-01-01", ""), Base: *dec(base), Cap: limit, Source: "租约"}
	}
	whole := period("2020-01-01", "")
	rest := "1-0201 B 11-01–11-30 1000.00"
	for _, tt := range []struct {
		name   string
		terms  billing.ShareTerms
		leases []property.Tenancy
		change func(e *property.Estate, tariff *billing.Tariff, c *billing.Cost)
		want   []string
	}{
		{name: "the base is not reached", terms: terms("14400", nil), want: []string{"1-0101 A 11-01–11-30 1000.00", "1-0101 T 11-01–11-30 0.00", rest}},
		{name: "the base is the share", terms: terms("12000", nil), want: []string{"1-0101 A 11-01–11-30 1000.00", "1-0101 T 11-01–11-30 0.00", rest}},
		{name: "above the base", terms: terms("9600", nil), want: []string{"1-0101 A 11-01–11-30 800.00", "1-0101 T 11-01–11-30 200.00", rest}},
		{name: "only a cap", terms: terms("0", dec("1200")), want: []string{"1-0101 A 11-01–11-30 900.00", "1-0101 T 11-01–11-30 100.00", rest}},
		{name: "a cap that is not reached", terms: terms("0", dec("24000")), want: []string{"1-0101 A 11-01–11-30 0.00", "1-0101 T 11-01–11-30 1000.00", rest}},
		{name: "a cap of nothing", terms: terms("0", dec("0")), want: []string{"1-0101 A 11-01–11-30 1000.00", "1-0101 T 11-01–11-30 0.00", rest}},
		{name: "base and cap", terms: terms("9600", dec("1200")), want: []string{"1-0101 A 11-01–11-30 900.00", "1-0101 T 11-01–11-30 100.00", rest}},
		{name: "base, and a cap that is not reached", terms: terms("9600", dec("6000")), want: []string{"1-0101 A 11-01–11-30 800.00", "1-0101 T 11-01–11-30 200.00", rest}},
		// 100 ÷ 12 = 8.333…
		{name: "an odd base", terms: terms("100", nil), want: []string{"1-0101 A 11-01–11-30 8.33", "1-0101 T 11-01–11-30 991.67", rest}},
		// 0.06 ÷ 12 = 0.005, half up
		{name: "half a fen of base", terms: terms("0.06", nil), want: []string{"1-0101 A 11-01–11-30 0.01", "1-0101 T 11-01–11-30 999.99", rest}},
		{
			// A quarter's base is 2,400.00 of 3,000.00.
			name: "three months", terms: terms("9600", nil),
			change: func(_ *property.Estate, _ *billing.Tariff, c *billing.Cost) {
				*c = costOf("K", "6000.00 CNY", period("2026-09-01", "2026-12-01"))
			},
			want: []string{"1-0101 A 09-01–11-30 2400.00", "1-0101 T 09-01–11-30 600.00", "1-0201 B 09-01–11-30 3000.00"},
		},
		{
			name: "the terms end with the day before the cost's last",
			terms: func() billing.ShareTerms {
				x := terms("9600", nil)
				x.Period = period("2020-01-01", "2026-11-30")
				return x
			}(),
			want: []string{"1-0101 T 11-01–11-30 1000.00", rest},
		},
		{
			name: "the terms begin on the cost's last day",
			terms: func() billing.ShareTerms {
				x := terms("9600", nil)
				x.Period = period("2026-11-30", "2026-12-01")
				return x
			}(),
			want: []string{"1-0101 A 11-01–11-30 800.00", "1-0101 T 11-01–11-30 200.00", rest},
		},
		{
			// 10 days: of 1,000.00 333.33, of the tenant's 200.00 66.67; the owner's own days 666.67.
			name: "the tenant leaves", terms: terms("9600", nil), leases: []property.Tenancy{lease("1-0101", "T", period("2020-01-01", "2026-11-11"), "light")},
			want: []string{"1-0101 A 11-01–11-10 266.66", "1-0101 A 11-11–11-30 666.67", "1-0101 T 11-01–11-10 66.67", rest},
		},
		{
			// U: 200.00 − 66.67 = 133.33; A: 666.67 − 133.33 = 533.34
			name: "another tenant follows", terms: terms("9600", nil),
			leases: []property.Tenancy{
				lease("1-0101", "T", period("2020-01-01", "2026-11-11"), "light"), lease("1-0101", "U", period("2026-11-11", ""), "light"),
			},
			want: []string{
				"1-0101 A 11-01–11-10 266.66", "1-0101 A 11-11–11-30 533.34", "1-0101 T 11-01–11-10 66.67", "1-0101 U 11-11–11-30 133.33", rest,
			},
		},
		{
			name: "sold with the tenant in it", terms: terms("9600", nil),
			change: func(e *property.Estate, _ *billing.Tariff, _ *billing.Cost) {
				e.Tenancies[0].Term.End = day("2026-11-16")
				e.Tenancies = append(e.Tenancies, owner("1-0101", period("2026-11-16", ""), "N"))
			},
			want: []string{
				"1-0101 A 11-01–11-15 400.00", "1-0101 N 11-16–11-30 400.00", "1-0101 T 11-01–11-15 100.00", "1-0101 T 11-16–11-30 100.00", rest,
			},
		},
		{
			name: "the owner pays the fee", terms: terms("9600", nil),
			change: func(_ *property.Estate, tariff *billing.Tariff, _ *billing.Cost) { tariff.Payer = property.OwnerPays },
			want:   []string{"1-0101 A 11-01–11-30 1000.00", rest},
		},
		{
			// The tenant's lease does not list the fee: the owner pays, as without terms.
			name: "the lease does not list the fee", terms: terms("9600", nil), leases: []property.Tenancy{lease("1-0101", "T", whole, "pm")},
			want: []string{"1-0101 A 11-01–11-30 1000.00", rest},
		},
		{
			name: "a tax on top", terms: terms("9600", nil),
			change: func(_ *property.Estate, tariff *billing.Tariff, _ *billing.Cost) {
				tariff.Tax = &billing.Tax{Exclusive: &billing.TaxRate{Rates: civil.Always(*dec("0.06"))}}
			},
			want: []string{"1-0101 A 11-01–11-30 800.00 + 48.00", "1-0101 T 11-01–11-30 200.00 + 12.00", "1-0201 B 11-01–11-30 1000.00 + 60.00"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e, tariff, c := staircase(2), sharedBy(0, byHousehold()), costOf("K", "2000.00 CNY", november())
			if tt.leases == nil {
				tt.leases = []property.Tenancy{lease("1-0101", "T", whole, "light")}
			}
			if tt.change != nil {
				tt.change(&e, &tariff, &c)
			}
			e.Tenancies = append(e.Tenancies, tt.leases...)
			run := prepare(t, e, bookOf(tariff), billing.Facts{Costs: []billing.Cost{c}, ShareTerms: []billing.ShareTerms{tt.terms}}, november())
			got := bills(t, run)
			if diff := cmp.Diff(tt.want, sharesOf(t, got)); diff != "" {
				t.Error(diff)
			}
			var sum money.Sum
			for _, l := range linesOf(got) {
				sum.Add(l.Amount)
			}
			total, err := sum.Total()
			require.NoError(t, err)
			require.Equal(t, *c.Of.Amount, total, "whatever leases say, the cost is charged")
		})
	}
}

// TestShareTermsNeedATenant: where the tariff is the developer's whatever tenancies say, no lease divides it.
func TestShareTermsNeedATenant(t *testing.T) {
	e, tariff := staircase(1), sharedBy(0, byHousehold())
	e.Units[0].DefaultPayer = "D"
	e.Tenancies = append(e.Tenancies, lease("1-0101", "T", period("2020-01-01", ""), "light"))
	tariff.Payer = property.DefaultPays
	limit := decimal.NewFromInt(1200)
	run := prepare(t, e, bookOf(tariff), billing.Facts{
		Costs:      []billing.Cost{costOf("K", "1000.00 CNY", november())},
		ShareTerms: []billing.ShareTerms{{Unit: "1-0101", Tariff: "light", Period: period("2026-01-01", ""), Cap: &limit}},
	}, november())
	require.Equal(t, []string{"1-0101 D 11-01–11-30 1000.00"}, sharesOf(t, bills(t, run)))
}
