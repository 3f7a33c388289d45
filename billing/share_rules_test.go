package billing_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// sharing documents that can be changed.
type sharingDocs struct {
	estate property.Estate
	book   billing.Book
	facts  billing.Facts
}

// by replaces what the tariff shares by.
func (s *sharingDocs) by(weights ...billing.ShareWeight) {
	s.book.Tariffs[0].Basis.Shared.Weights = weights
}

// cost returns the one cost.
func (s *sharingDocs) cost() *billing.Cost { return &s.facts.Costs[0] }

type shareRule struct {
	name   string
	change func(s *sharingDocs)
	want   []string
}

func shareRules() []shareRule {
	part := func(p string, by billing.ShareBy) billing.ShareWeight {
		return billing.ShareWeight{Part: decimal.RequireFromString(p), By: by}
	}
	household := billing.ShareBy{Household: &billing.HouseholdShare{}}
	formula := func(text string) billing.ShareWeight {
		return billing.ShareWeight{By: billing.ShareBy{Formula: &billing.FormulaBasis{Text: text}}}
	}
	floors := func(rows ...billing.FloorWeight) billing.ShareWeight {
		return billing.ShareWeight{By: billing.ShareBy{Floor: &billing.FloorShare{Floors: rows}}}
	}
	row := func(from, to int, weight string) billing.FloorWeight {
		return billing.FloorWeight{Floors: property.FloorRange{From: from, To: to}, Weight: decimal.RequireFromString(weight)}
	}
	const tariff, weights = "book.tariffs[0].", "book.tariffs[0].basis.shared.weights"
	return []shareRule{
		{"nothing", func(*sharingDocs) {}, nil},
		// the tariff
		{"parts below 1", func(s *sharingDocs) { s.by(part("0.5", household), part("0.4", household)) }, []string{weights + ` billing/share-parts 0.9`}},
		{
			"no part", func(s *sharingDocs) { s.by(part("0", household), part("1", household)) },
			[]string{weights + `[0].part billing/no-part 0`},
		},
		{
			"a negative part", func(s *sharingDocs) { s.by(part("-0.5", household), part("1.5", household)) },
			[]string{weights + `[0].part billing/no-part -0.5`, weights + ` billing/share-parts 1.5`},
		},
		{"part of one weight", func(s *sharingDocs) { s.by(part("0.5", household)) }, []string{weights + ` billing/share-parts 0.5`}},
		{"by nothing", func(s *sharingDocs) { s.by(billing.ShareWeight{}) }, []string{weights + `[0].by invalid/choice area, household, usage, headcount, floor, coefficient, formula nothing`}},
		{
			"no meters", func(s *sharingDocs) { s.by(billing.ShareWeight{By: billing.ShareBy{Usage: &billing.UsageShare{}}}) },
			[]string{weights + `[0].by.usage.meters billing/meter-kind ""`},
		},
		{
			"a name that is none", func(s *sharingDocs) {
				s.by(billing.ShareWeight{By: billing.ShareBy{Coefficient: &billing.CoefficientShare{Name: "1x"}}})
			},
			[]string{weights + `[0].by.coefficient.name billing/value-name "1x"`},
		},
		{"no floors", func(s *sharingDocs) { s.by(floors()) }, []string{weights + `[0].by.floor.floors invalid/required floors`}},
		{
			"floors that overlap", func(s *sharingDocs) { s.by(floors(row(1, 3, "1"), row(3, 9, "1"))) },
			[]string{weights + `[0].by.floor.floors[1].floors billing/floor-order`},
		},
		{
			"weights that are none", func(s *sharingDocs) {
				s.by(floors(row(1, 1, "-1"), row(2, 2, "0.00001"), row(3, 3, "1000000000000000000")))
			},
			[]string{
				weights + `[0].by.floor.floors[0].weight billing/weight -1`, weights + `[0].by.floor.floors[1].weight billing/weight 0.00001`,
				weights + `[0].by.floor.floors[2].weight billing/weight 1000000000000000000`,
			},
		},
		{"a weight by price", func(s *sharingDocs) { s.by(formula("T/F*R*P")) }, []string{weights + `[0].by.formula.text billing/weight-price`}},
		{"no formula", func(s *sharingDocs) { s.by(formula("")) }, []string{weights + `[0].by.formula.text invalid/required text`}},
		{"a formula that is none", func(s *sharingDocs) { s.by(formula("R*")) }, []string{weights + `[0].by.formula.text formula/missing-operand 3`}},
		{
			"a name of a formula that is none", func(s *sharingDocs) {
				w := formula("R")
				w.By.Formula.Names = []billing.FormulaName{{Name: "a b"}}
				s.by(w)
			},
			[]string{weights + `[0].by.formula.names[0].name billing/value-name "a b"`},
		},
		{
			"what shared costs do not have", func(s *sharingDocs) {
				t := &s.book.Tariffs[0]
				t.Cycle, t.Proration, t.ClaimedOnly = &billing.Cycle{Every: billing.Quarterly}, billing.Proration{Method: billing.Thirty}, true
				t.Reliefs = &billing.Reliefs{Gift: &billing.GiftRelief{Months: 1}}
			},
			[]string{
				tariff + `reliefs billing/not-with reliefs shared`, tariff + `proration billing/not-with proration shared`,
				tariff + `claimedOnly billing/not-with claimedOnly shared`, tariff + `cycle billing/not-with cycle shared`,
			},
		},
		// the cost
		{"a cost twice", func(s *sharingDocs) { s.facts.Costs = append(s.facts.Costs, s.facts.Costs[0]) }, []string{`facts.costs[1].code billing/cost-twice "K"`}},
		{"no tariff", func(s *sharingDocs) { s.cost().Tariff = "lift" }, []string{`facts.costs[0].tariff billing/not-shared lift`}},
		{"a tariff withdrawn", func(s *sharingDocs) { s.book.Tariffs[0].State = billing.Withdrawn }, []string{`facts.costs[0].tariff billing/not-shared light`}},
		{"a tariff that does not share", func(s *sharingDocs) { s.book.Tariffs[0] = fixed("light", "1") }, []string{`facts.costs[0].tariff billing/not-shared light`}},
		{
			"nobody", func(s *sharingDocs) { s.cost().Scope = &property.Scope{Uses: []property.Use{property.Shop}} },
			[]string{`facts.costs[0].scope billing/nobody-shares K`},
		},
		{
			"an unknown entrance", func(s *sharingDocs) { s.cost().Scope = &property.Scope{Entrances: []string{"9"}} },
			[]string{`facts.costs[0].scope billing/unknown-scope 9`, `facts.costs[0].scope billing/nobody-shares K`},
		},
		{"a cost without end", func(s *sharingDocs) { s.cost().Period.End = 0 }, []string{`facts.costs[0].period.end invalid/required end`}},
		{
			"a negative amount", func(s *sharingDocs) { a := money.MustParse("-0.01 CNY"); s.cost().Of.Amount = &a },
			[]string{`facts.costs[0].of.amount billing/negative -0.01 CNY`},
		},
		{"dollars", func(s *sharingDocs) { a := money.MustParse("1.00 USD"); s.cost().Of.Amount = &a }, []string{`facts.costs[0].of.amount billing/currency 1.00 USD CNY`}},
		{
			"of nothing", func(s *sharingDocs) { s.cost().Of = billing.CostOf{} },
			[]string{`facts.costs[0].of invalid/choice amount, usage, meter, loss nothing`},
		},
		{
			"a usage without a price", func(s *sharingDocs) { q := measure.MustParseQuantity("1 kWh"); s.cost().Of = billing.CostOf{Usage: &q} },
			[]string{`facts.costs[0].of billing/cost-price light 2026-11-01`},
		},
		{
			"a price that ends", func(s *sharingDocs) {
				q := measure.MustParseQuantity("1 kWh")
				s.cost().Of = billing.CostOf{Usage: &q}
				s.book.Tariffs[0].Prices = history(entry("", "2026-11-29", rate("1")))
			},
			[]string{`facts.costs[0].of billing/cost-price light 2026-11-30`},
		},
		{
			"a usage too dear", func(s *sharingDocs) {
				q := measure.MustParseQuantity("900000000000000 kWh")
				s.cost().Of = billing.CostOf{Usage: &q}
				s.book.Tariffs[0].Prices = history(entry("", "", rate("900000000000")))
			},
			[]string{`facts.costs[0].of billing/amount-too-large light 2026-11-01`},
		},
		{
			"no meter", func(s *sharingDocs) {
				s.cost().Of = billing.CostOf{Meter: &billing.CommonMeter{Code: "M9"}}
				s.priced()
			},
			[]string{`facts.costs[0].of.meter.code billing/no-meter "M9"`},
		},
		{
			"no master", func(s *sharingDocs) { s.cost().Of = billing.CostOf{Loss: &billing.LineLoss{Master: "M9"}}; s.priced() },
			[]string{`facts.costs[0].of.loss.master billing/no-meter "M9"`},
		},
		// the weights of units
		{
			"no weight at all", func(s *sharingDocs) { s.by(floors(row(1, 9, "0"))) },
			[]string{`facts.costs[0] billing/no-weights K floor`},
		},
		{
			"no floor", func(s *sharingDocs) { s.by(floors(row(1, 2, "1"))) },
			[]string{`facts.costs[0] billing/no-floor-weight 1-0301`},
		},
		{"no area", func(s *sharingDocs) { s.by(); s.estate.Units[1].Areas = nil }, []string{`facts.costs[0] billing/share-area 1-0201 2026-11-30 light`}},
		{
			"no internal area", func(s *sharingDocs) {
				s.by(billing.ShareWeight{By: billing.ShareBy{Area: &billing.AreaBasis{Of: billing.InternalArea}}})
				inside := property.Areas{Gross: measure.MustParseArea("80"), Internal: measure.MustParseArea("60")}
				s.estate.Units[0].Areas, s.estate.Units[2].Areas = civil.Always(inside), civil.Always(inside)
			},
			[]string{`facts.costs[0] billing/share-internal-area 1-0201 2026-11-30 light`},
		},
		{
			"persons not known", func(s *sharingDocs) {
				s.by(billing.ShareWeight{By: billing.ShareBy{Headcount: &billing.HeadcountShare{}}})
				for i := range s.estate.Tenancies {
					s.estate.Tenancies[i].MovedIn = day("2020-01-01")
				}
				s.facts.Headcounts = []billing.Headcount{
					{Unit: "1-0101", Persons: history(entry("", "", 2))}, {Unit: "1-0301", Persons: history(entry("", "2026-11-29", 2))},
				}
			},
			[]string{`facts.costs[0] billing/no-headcount 1-0201 2026-11-30`, `facts.costs[0] billing/no-headcount 1-0301 2026-11-30`},
		},
		{
			"no coefficient", func(s *sharingDocs) {
				s.by(billing.ShareWeight{By: billing.ShareBy{Coefficient: &billing.CoefficientShare{Name: "K"}}})
				s.facts.Values = []billing.Value{valueOf("k", "1-0101", "1"), valueOf("X", "1-0201", "1"), valueOf("k", "1-0301", "-1")}
			},
			[]string{`facts.costs[0] billing/no-value 1-0201 K 2026-11-30`, `facts.costs[0] billing/negative-value 1-0301 K -1`},
		},
		{"a negative weight", func(s *sharingDocs) { s.by(formula("R-80.5")) }, []string{
			`facts.costs[0].light.1-0101.2026-11-30 billing/formula-negative R - 80.5 m2 -0.5 2026-11-30`, `facts.costs[0].light.1-0201.2026-11-30 billing/formula-negative R - 80.5 m2 -0.5 2026-11-30`,
			`facts.costs[0].light.1-0301.2026-11-30 billing/formula-negative R - 80.5 m2 -0.5 2026-11-30`,
		}},
		// persons, values, leases
		{"persons of no unit", func(s *sharingDocs) {
			s.facts.Headcounts = []billing.Headcount{{Unit: "9", Persons: history(entry("", "", 1))}}
		}, []string{`facts.headcounts[0].unit billing/no-unit 9`}},
		{"persons twice", func(s *sharingDocs) {
			h := billing.Headcount{Unit: "1-0101", Persons: history(entry("", "", 1))}
			s.facts.Headcounts = []billing.Headcount{h, h}
		}, []string{`facts.headcounts[1].unit billing/headcount-twice 1-0101`}},
		{"persons that are none", func(s *sharingDocs) {
			s.facts.Headcounts = []billing.Headcount{{Unit: "1-0101", Persons: history(entry("", "2025-12-31", -1), entry("2026-01-01", "", 10_001))}, {Unit: "1-0201"}}
		}, []string{
			`facts.headcounts[0].persons[0].value billing/persons -1 10000`, `facts.headcounts[0].persons[1].value billing/persons 10001 10000`,
			`facts.headcounts[1].persons invalid/required persons`,
		}},
		{"a value of nothing", func(s *sharingDocs) {
			s.facts.Values = []billing.Value{{Name: "2", Period: period("2026-02-01", "2026-01-01")}}
		}, []string{
			`facts.values[0].name billing/value-name "2"`, `facts.values[0] billing/either unit scope`, `facts.values[0] billing/either number meter`,
			`facts.values[0].period.end civil/period-reversed 2026-02-01 2026-01-01`,
		}},
		{"a value of both", func(s *sharingDocs) {
			v := valueOf("X", "1-0101", "1")
			v.Scope, v.Meter = &property.Scope{All: true}, "M"
			s.facts.Values = []billing.Value{v}
		}, []string{`facts.values[0] billing/either unit scope`, `facts.values[0] billing/either number meter`}},
		{"a value twice", func(s *sharingDocs) {
			first, second := valueOf("x", "1-0101", "1"), valueOf("X", "1-0101", "2")
			second.Period = period("2026-01-01", "")
			s.facts.Values = []billing.Value{first, second}
		}, []string{`facts.values[1] billing/value-twice X 1-0101`}},
		{"a value of no unit, scope or meter", func(s *sharingDocs) {
			s.facts.Values = []billing.Value{
				valueOf("X", "9", "1"), valueOf("X", "", "1"), {Name: "T", Unit: "1-0101", Meter: "M9"},
			}
			s.facts.Values[1].Scope = &property.Scope{Buildings: []string{"7"}}
		}, []string{`facts.values[0].unit billing/no-unit 9`, `facts.values[1].scope billing/unknown-scope 7`, `facts.values[2].meter billing/no-meter "M9"`}},
		{"terms of nothing", func(s *sharingDocs) {
			s.facts.ShareTerms = []billing.ShareTerms{{Unit: "1-0101", Tariff: "light", Period: period("2026-01-01", "")}}
		}, []string{`facts.shareTerms[0] billing/share-terms`}},
		{"terms of no unit or tariff", func(s *sharingDocs) {
			s.facts.ShareTerms = []billing.ShareTerms{leaseTerms("9", "light"), leaseTerms("1-0101", "pm")}
		}, []string{`facts.shareTerms[0].unit billing/no-unit 9`, `facts.shareTerms[1].tariff billing/not-shared pm`}},
		{"terms that overlap", func(s *sharingDocs) {
			s.facts.ShareTerms = []billing.ShareTerms{leaseTerms("1-0101", "light"), leaseTerms("1-0101", "light")}
		}, []string{`facts.shareTerms[1].period billing/share-terms-twice light 1-0101`}},
		{"terms below nothing", func(s *sharingDocs) {
			terms := leaseTerms("1-0101", "light")
			limit := decimal.NewFromInt(-1)
			terms.Base, terms.Cap = decimal.NewFromInt(-12), &limit
			s.facts.ShareTerms = []billing.ShareTerms{terms}
		}, []string{`facts.shareTerms[0].base billing/negative -12`, `facts.shareTerms[0].cap billing/negative -1`}},
		{"terms of a part of a fen", func(s *sharingDocs) {
			terms := leaseTerms("1-0101", "light")
			terms.Base = decimal.RequireFromString("0.001")
			s.facts.ShareTerms = []billing.ShareTerms{terms}
		}, []string{`facts.shareTerms[0].base money/amount-scale 0.001 CNY 2`}},
		{"terms by the year of a cost by days", func(s *sharingDocs) {
			s.cost().Period.Start = day("2026-11-02")
			s.facts.ShareTerms = []billing.ShareTerms{leaseTerms("1-0101", "light")}
		}, []string{`facts.shareTerms[0].period billing/share-terms-months K 2026-11-02/2026-12-01`}},
	}
}

// priced gives the tariff a price.
func (s *sharingDocs) priced() { s.book.Tariffs[0].Prices = history(entry("", "", rate("1"))) }

func leaseTerms(unit, tariff string) billing.ShareTerms {
	return billing.ShareTerms{Unit: unit, Tariff: tariff, Period: period("2026-01-01", ""), Base: decimal.NewFromInt(1200)}
}

// TestShareRules reaches every rule on costs, shares, values and lease terms, with the place of the problem.
func TestShareRules(t *testing.T) {
	reached := map[string]bool{}
	for _, tt := range shareRules() {
		t.Run(tt.name, func(t *testing.T) {
			s := sharingDocs{staircase(3), bookOf(sharedBy(0, byHousehold())), billing.Facts{Costs: []billing.Cost{costOf("K", "100.00 CNY", november())}}}
			tt.change(&s)
			reg, err := s.estate.Build()
			require.NoError(t, err)
			_, err = billing.Prepare(reg, s.book, s.facts, november())
			if diff := cmp.Diff(tt.want, problems(err), cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
			for _, p := range problems(err) {
				for word := range strings.FieldsSeq(p) {
					reached[word] = true
				}
			}
		})
	}
	for _, rule := range []string{
		"billing/no-meter", "billing/share-parts", "billing/weight", "billing/not-shared", "billing/nobody-shares", "billing/no-weights",
		"billing/no-floor-weight", "billing/share-area", "billing/share-internal-area", "billing/no-headcount", "billing/headcount-twice",
		"billing/cost-twice", "billing/cost-price", "billing/share-terms", "billing/share-terms-twice",
		"billing/share-terms-months", "billing/value-name", "billing/either", "billing/value-twice", "billing/no-value",
		"billing/formula-negative", "billing/weight-price", "billing/persons",
	} {
		require.True(t, reached[rule], "%s is not reached, of %v", rule, slices.Sorted(maps.Keys(reached)))
	}
}

// TestWeightProblemsNameTheUnit: among a hundred thousand units, a problem with a weight says of which it is.
func TestWeightProblemsNameTheUnit(t *testing.T) {
	for _, by := range []billing.ShareBy{
		{Formula: &billing.FormulaBasis{Text: "X-2"}}, {Formula: &billing.FormulaBasis{Text: "1/(X-1)"}}, {Coefficient: &billing.CoefficientShare{Name: "Y"}},
	} {
		f := billing.Facts{
			Costs:  []billing.Cost{costOf("K", "100.00 CNY", november())},
			Values: []billing.Value{valueOf("X", "", "3"), valueOf("X", "1-0201", "1"), valueOf("Y", "", "3"), valueOf("Y", "1-0201", "-1")},
		}
		reg, err := staircase(3).Build()
		require.NoError(t, err)
		_, err = billing.Prepare(reg, bookOf(sharedBy(0, billing.ShareWeight{By: by})), f, november())
		require.Error(t, err)
		require.Contains(t, problems(err)[0], "1-0201")
	}
}

// TestFormulaRules are problems of tariffs by formula.
func TestFormulaRules(t *testing.T) {
	const text = "book.tariffs[0].basis.formula.text "
	for _, tt := range []struct {
		text, price string
		want        []string
	}{
		{"T/F*R", "0.50", nil},
		{"T/F*R", "", []string{"book.tariffs[0].prices invalid/required prices"}},
		{"R*2.6+100", "", nil},
		{"R*2.6+100", "0.50", []string{"book.tariffs[0].prices billing/not-with prices formula"}},
		{"", "0.50", []string{"book.tariffs[0].basis.formula.text invalid/required text"}},
		{"T/", "0.50", []string{text + "formula/missing-operand 3"}},
		{"15616515646156", "0.50", []string{text + "formula/constant 1"}},
		{"T*R", "0.50", []string{text + "formula/result-unit 1 kWh·m2 kWh, CNY"}},
		{"T+R", "0.50", []string{text + "formula/units 3 kWh m2"}},
		{"2T", "0.50", []string{text + "formula/missing-operator 2 2 T"}},
		{"T/F*R+G", "0.50", []string{text + "formula/unknown-name 7 G"}},
	} {
		t.Run(tt.text+" "+tt.price, func(t *testing.T) {
			reg, err := staircase(1).Build()
			require.NoError(t, err)
			_, err = billing.Prepare(reg, bookOf(byFormula(tt.text, tt.price)), billing.Facts{}, november())
			if diff := cmp.Diff(tt.want, problems(err), cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
