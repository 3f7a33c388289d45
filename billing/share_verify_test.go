package billing_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// bumped returns other values of a figure's shape: no value at all, a little more, much more, another unit,
// another day, another word.
func bumped(have any) []any {
	out := []any{nil}
	switch v := have.(type) {
	case float64:
		out = append(out, v+1, v+2)
		if v > 0 {
			out = append(out, v-1)
		}
	case bool:
		out = append(out, !v)
	case string:
		if on, err := civil.Parse(v); err == nil {
			return append(out, on.AddDays(1).String(), on.AddDays(-1).String())
		}
		number, unit, _ := strings.Cut(v, " ")
		if d, err := decimal.NewFromString(number); err == nil {
			for _, add := range []int64{1, 3} {
				n := d.Add(decimal.NewFromInt(add))
				out = append(out, strings.TrimSpace(n.String()+" "+unit), strings.TrimSpace(n.StringFixed(2)+" "+unit))
			}
			switch unit {
			case "":
			case "CNY":
				out = append(out, d.Add(decimal.New(1, -2)).StringFixed(2)+" CNY", number+" USD")
			default:
				out = append(out, number+" m3", number)
			}
			return out
		}
		for _, word := range []string{
			"largestRemainder", "lastUnit", "largestWeight", "absorbed", "inclusive", "exclusive", "thirty", "month", "quarter", "arrears", "advance",
			"down 0.01", "halfUp 0.10", "area", "formula", "kWh", "m2", "CNY", "T / F * R * 2", "zz",
		} {
			if word != v {
				out = append(out, word)
			}
		}
	}
	return out
}

// unnoticed changes every figure of a document by itself and returns the places, without positions in lists,
// of which some other value still verifies.
func unnoticed[T any](t *testing.T, doc T, verify func(T) error) (places []string) {
	t.Helper()
	require.NoError(t, verify(doc))
	same, err := invalid.Decode[T]([]byte(toJSON(t, doc)), "document")
	require.NoError(t, err)
	var tree any
	require.NoError(t, json.Unmarshal([]byte(toJSON(t, doc)), &tree))
	seen, tried, index := map[string]bool{}, map[string]int{}, regexp.MustCompile(`\[\d+\]`)
	for _, f := range figuresOf(tree, "") {
		place := index.ReplaceAllString(f.path, "[]")
		for _, v := range bumped(f.have) {
			f.set(v)
			data, err := json.Marshal(tree)
			require.NoError(t, err)
			other, err := invalid.Decode[T](data, "document")
			if err != nil || reflect.DeepEqual(other, same) {
				continue // no document, or no other one
			}
			tried[place]++
			if verify(other) == nil {
				seen[place] = true
			}
		}
		f.set(f.have)
	}
	require.NotEmpty(t, tried)
	return slices.Sorted(maps.Keys(seen))
}

// mixedRun shares 1,000,000.00 of three floors by area, coefficient and formula, under the terms of a lease, and
// charges by formula; the first floor's area and price change inside the month.
func mixedRun(t *testing.T, rule billing.RemainderRule) *billing.Run {
	t.Helper()
	e := staircase(3)
	for i, a := range []string{"80", "95.5", "120.25"} {
		e.Units[i].Areas = civil.Always(gross(a))
	}
	e.Units[0].Areas = history(entry("", "", gross("81")), entry("2026-11-11", "", gross("80")))
	e.Tenancies = append(e.Tenancies, lease("1-0101", "T", period("2020-01-01", "2026-11-21"), "light"))
	part := func(p string, by billing.ShareBy) billing.ShareWeight {
		return billing.ShareWeight{Part: decimal.RequireFromString(p), By: by}
	}
	shared := sharedBy(rule,
		part("0.5", billing.ShareBy{Area: &billing.AreaBasis{}}), part("0.3", billing.ShareBy{Coefficient: &billing.CoefficientShare{}}),
		part("0.2", billing.ShareBy{Formula: &billing.FormulaBasis{Text: "R*X+3.5"}}))
	shared.Tax = &billing.Tax{Inclusive: &billing.TaxRate{Rates: civil.Always(decimal.RequireFromString("0.06"))}}
	limit := decimal.RequireFromString("4000000.07")
	f := billing.Facts{
		Costs: []billing.Cost{costOf("K", "1000000.00 CNY", november())},
		ShareTerms: []billing.ShareTerms{{
			Unit: "1-0101", Tariff: "light", Period: period("2026-01-01", ""), Base: decimal.RequireFromString("1234567.89"), Cap: &limit, Source: "租约",
		}},
		Values: []billing.Value{valueOf("T", "", "100000 kWh")},
	}
	f.Costs[0].Source = "账单"
	for i, x := range []string{"1", "1.2", "0.9"} {
		f.Values = append(f.Values, valueOf("X", staircase(3).Units[i].Code, x))
	}
	pump := byFormula("T/F*R", "0.4883")
	pump.Prices = append(pump.Prices, entry("2026-11-06", "", rate("0.60")))
	return prepare(t, e, bookOf(shared, pump), f, november())
}

// TestVerifyEveryFigureOfShares changes each figure of bills with shares and formulas, one at a time, and lists
// what is not noticed.
func TestVerifyEveryFigureOfShares(t *testing.T) {
	seen := map[string]bool{}
	for i, rule := range []billing.RemainderRule{billing.LargestRemainder, billing.LastUnit, billing.LargestWeight, billing.Absorbed} {
		for _, place := range unnoticed(t, bills(t, mixedRun(t, rule))[i], billing.Verify) {
			seen[place] = true
		}
	}
	whom := []string{
		"liable[]", "payers[].share", "period.end", "period.start", "lines[].tariff", "lines[].facts.share.cost",
		"lines[].facts.share.weights[].by",
	}
	from := []string{"lines[].facts.share.source", "lines[].facts.share.terms.source"}
	follows := []string{ // for the line alone
		"lines[].facts.share.total",     // a fen more may make the same share
		"lines[].facts.share.odd",       // of the largest remainders the unit's is one, or is not, all the same
		"lines[].facts.share.rank",      //
		"lines[].facts.share.remainder", // under both rules it gets the same
		"lines[].facts.share.terms.cap", // it is not reached
		"lines[].rounding",              // of a formula: both round to the same
	}
	require.ElementsMatch(t, slices.Concat(whom, from, follows), slices.Collect(maps.Keys(seen)))
}

// TestVerifyEveryFigureOfStatements does so with the statements of costs.
func TestVerifyEveryFigureOfStatements(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range []billing.RemainderRule{billing.LargestRemainder, billing.LastUnit, billing.LargestWeight, billing.Absorbed} {
		for _, place := range unnoticed(t, slices.Collect(mixedRun(t, rule).Statements())[0], billing.Statement.Verify) {
			seen[place] = true
		}
	}
	tariff := atHalfYuan()
	tariff.Prices = append(tariff.Prices, entry("2026-11-11", "", rate("0.61")))
	f := masterMeter("100000.5", "50000", "40000")
	f.Costs = []billing.Cost{lossOver("0.2")}
	for _, place := range unnoticed(t, slices.Collect(prepare(t, staircase(2), bookOf(tariff), f, november()).Statements())[0], billing.Statement.Verify) {
		seen[place] = true
	}
	whom := []string{"cost", "tariff", "source", "period.end", "period.start", "shares[].unit", "shares[].weights[].by", "loss.master", "loss.children"}
	follows := []string{
		"remainder", // under two rules all get the same
		"rounding",  // of an amount that was given, or that is round
	}
	require.ElementsMatch(t, slices.Concat(whom, follows), slices.Collect(maps.Keys(seen)))
}

// TestWhyOfStrangeLines derives lines whose figures make no sense: nothing stops the program.
func TestWhyOfStrangeLines(t *testing.T) {
	line := linesOf(bills(t, mixedRun(t, billing.LargestRemainder)))
	for _, tt := range []struct {
		name   string
		change func(s *billing.Share)
	}{
		{"no weights", func(s *billing.Share) { s.Weights = nil }},
		{"no days in all", func(s *billing.Share) { s.Of = 0 }},
		{"no days in all of the owner's part", func(s *billing.Share) {
			s.Of, s.Terms = 0, &billing.SharedTerms{Base: money.MustParse("1.00 CNY"), Owner: true}
		}},
		{"more days than fit", func(s *billing.Share) { s.Before, s.Days = 65535, 65535 }},
		{"no total", func(s *billing.Share) { s.Total = money.Amount{} }},
	} {
		for _, l := range line {
			if l.Facts.Share == nil {
				continue
			}
			l = copied(l)
			tt.change(l.Facts.Share)
			require.NotPanics(t, func() { require.Error(t, errors.Join(l.Why().Check(), l.Verify()), tt.name) }, tt.name)
		}
	}
}

// TestVerifyNoticesForeignMoney: every amount of a share is of the line's currency.
func TestVerifyNoticesForeignMoney(t *testing.T) {
	dollar := money.MustParseCurrency("USD")
	third := prepare(t, staircase(3), bookOf(sharedBy(billing.LastUnit)), billing.Facts{Costs: []billing.Cost{costOf("K", "100.00 CNY", november())}}, november())
	for _, b := range slices.Concat(bills(t, mixedRun(t, billing.LastUnit)), bills(t, third)) {
		for i, l := range b.Lines {
			if l.Facts.Share == nil {
				continue
			}
			change := func(name string, change func(s *billing.Share)) {
				other := copied(b)
				change(other.Lines[i].Facts.Share)
				require.Error(t, billing.Verify(other), name)
			}
			if s := l.Facts.Share; s.Terms != nil {
				change("base", func(s *billing.Share) { s.Terms.Base = money.New(s.Terms.Base.Minor(), dollar) })
				change("cap", func(s *billing.Share) { *s.Terms.Cap = money.New(s.Terms.Cap.Minor(), dollar) })
			}
			if l.Facts.Share.Extra.Sign() != 0 {
				change("extra", func(s *billing.Share) { s.Extra = money.New(s.Extra.Minor(), dollar) })
			}
		}
	}
}

// TestVerifyNoticesTheRoundingOfShares: a share is rounded to the least unit and no other.
func TestVerifyNoticesTheRoundingOfShares(t *testing.T) {
	b := bills(t, mixedRun(t, billing.LargestRemainder))[0]
	require.NotNil(t, b.Lines[0].Facts.Share)
	b.Lines[0].Rounding = lineRounding("up 1.00")
	require.Error(t, billing.Verify(b))
}

// TestRunOfStrangeScopes: units on floors without a weight, or of no floor, are named.
func TestRunOfStrangeScopes(t *testing.T) {
	e := staircase(3)
	e.Units[2].Floor = 0
	by := billing.ShareWeight{By: billing.ShareBy{Floor: &billing.FloorShare{Floors: []billing.FloorWeight{
		{Floors: property.FloorRange{From: -1, To: 1}, Weight: decimal.NewFromInt(0)},
		{Floors: property.FloorRange{From: 3, To: 9}, Weight: decimal.NewFromInt(1)},
	}}}}
	reg, err := e.Build()
	require.NoError(t, err)
	_, err = billing.Prepare(reg, bookOf(sharedBy(0, by)), billing.Facts{Costs: []billing.Cost{costOf("K", "1.00 CNY", november())}}, november())
	var want []string
	for _, floor := range []int{2, 3} {
		want = append(want, fmt.Sprintf("facts.costs[0] billing/no-floor-weight 1-0%s01", strconv.Itoa(floor)))
	}
	require.Equal(t, want, problems(err))
}
