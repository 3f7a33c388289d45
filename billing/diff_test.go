package billing_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// postings writes bills as postings: the bill, then line by line what is charged or taken back.
func postings(bs []billing.Bill) []string {
	var out []string
	for _, b := range bs {
		out = append(out, fmt.Sprintf("%s: %s", b.ID(), b.Total))
		for _, l := range b.Lines {
			row := fmt.Sprintf("  %s: %s", l.ID(), number(l.Amount))
			if of := l.Corrects(); of != "" {
				row += " (" + of + ")"
			}
			out = append(out, row)
		}
	}
	return out
}

func billLines(bs ...billing.Bill) []billing.Line {
	var out []billing.Line
	for _, b := range bs {
		out = append(out, b.Lines...)
	}
	return out
}

// stored reads bills from their JSON, as a store gives them back.
func stored(tb testing.TB, bs []billing.Bill) []billing.Bill {
	tb.Helper()
	var out []billing.Bill
	for _, b := range bs {
		back, err := invalid.Decode[billing.Bill]([]byte(toJSON(tb, b)), "bill")
		require.NoError(tb, err)
		require.Equal(tb, toJSON(tb, b), toJSON(tb, back))
		out = append(out, back)
	}
	return out
}

// corrected returns the correction of what was issued and checks what holds for every one: its bills
// verify and derive, each by itself and from JSON; the sums add up to the fresh ones; it is nothing the
// second time.
func corrected(t *testing.T, issued, fresh []billing.Bill) []billing.Bill {
	t.Helper()
	issued, fresh = stored(t, issued), stored(t, fresh)
	out, err := billing.Correct(issued, fresh)
	require.NoError(t, err)
	for _, b := range stored(t, out) {
		require.NoError(t, billing.Verify(b), "%s", toJSON(t, b))
		require.NoError(t, b.Why().Check())
		for _, l := range b.Lines {
			require.NoError(t, l.Verify())
			require.NoError(t, l.WhyTax().Check())
		}
	}
	require.Equal(t, totalsOf(fresh), totalsOf(issued, out))
	again, err := billing.Correct(append(append([]billing.Bill{}, issued...), out...), fresh)
	require.NoError(t, err)
	require.Empty(t, again)
	return out
}

// totalsOf adds the totals of bills up by payer; who owes nothing is left out.
func totalsOf(lists ...[]billing.Bill) map[string]string {
	sums := map[string]*big.Int{}
	for _, bs := range lists {
		for _, b := range bs {
			if sums[b.Payer] == nil {
				sums[b.Payer] = new(big.Int)
			}
			sums[b.Payer].Add(sums[b.Payer], big.NewInt(b.Total.Minor()))
		}
	}
	out := map[string]string{}
	for payer, sum := range sums {
		if sum.Sign() != 0 {
			out[payer] = sum.String()
		}
	}
	return out
}

// july2026 bills the home for July 2026, 2.80 a square metre unless the documents are changed.
func july2026(t *testing.T, change func(*property.Estate, *billing.Book, *billing.Facts)) []billing.Bill {
	t.Helper()
	e, b, f := home(), pmBook(), billing.Facts{}
	if change != nil {
		change(&e, &b, &f)
	}
	return bills(t, prepare(t, e, b, f, july))
}

// TestTwoCorrections corrects the same month twice: a price stated too low, then one from the 16th, then
// the first price again.
func TestTwoCorrections(t *testing.T) {
	priced := func(prices ...civil.Entry[billing.Rate]) []billing.Bill {
		return july2026(t, func(_ *property.Estate, b *billing.Book, _ *billing.Facts) { b.Tariffs[0].Prices = prices })
	}
	issued := priced(entry("", "", rate("2.80")))
	require.Equal(t, []string{
		"1-0803/H/2026-07-01: 250.68 CNY",
		"  pm/1-0803/H/2026-07-01: 250.68",
	}, postings(issued))
	first := corrected(t, issued, priced(entry("", "", rate("3.00"))))
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/1: 17.91 CNY", // 268.59 − 250.68
		"  pm/1-0803/H/2026-07-01/-1: -250.68 (pm/1-0803/H/2026-07-01)",
		"  pm/1-0803/H/2026-07-01/2: 268.59 (pm/1-0803/H/2026-07-01)",
	}, postings(first))
	issued = append(issued, first...)
	// 89.53 × 3.00 × 15/31 = 129.9629…, and with 89.53 × 3.10 × 16/31 = 273.2106…: 273.21 − 129.96
	second := corrected(t, issued, priced(entry("", "2026-07-15", rate("3.00")), entry("2026-07-16", "", rate("3.10"))))
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/2: 4.62 CNY",
		"  pm/1-0803/H/2026-07-01/-2: -268.59 (pm/1-0803/H/2026-07-01/2)",
		"  pm/1-0803/H/2026-07-01/3: 129.96 (pm/1-0803/H/2026-07-01/2)",
		"  pm/1-0803/H/2026-07-16: 143.25",
	}, postings(second))
	issued = append(issued, second...)
	third := corrected(t, issued, priced(entry("", "", rate("2.80"))))
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/3: -22.53 CNY",
		"  pm/1-0803/H/2026-07-01/-3: -129.96 (pm/1-0803/H/2026-07-01/3)",
		"  pm/1-0803/H/2026-07-01/4: 250.68 (pm/1-0803/H/2026-07-01/3)",
		"  pm/1-0803/H/2026-07-16/-1: -143.25 (pm/1-0803/H/2026-07-16)",
	}, postings(third))
	issued = append(issued, third...)
	standing, err := billing.Standing(billLines(issued...))
	require.NoError(t, err)
	require.Equal(t, priced(entry("", "", rate("2.80")))[0].Lines, standing)
	// The stretch that was taken back altogether is charged again as its second issue.
	fourth := corrected(t, issued, priced(entry("", "2026-07-15", rate("2.80")), entry("2026-07-16", "", rate("3.10"))))
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/4: 13.87 CNY", // EX-106: 264.55 − 250.68
		"  pm/1-0803/H/2026-07-01/-4: -250.68 (pm/1-0803/H/2026-07-01/4)",
		"  pm/1-0803/H/2026-07-01/5: 121.30 (pm/1-0803/H/2026-07-01/4)",
		"  pm/1-0803/H/2026-07-16/2: 143.25 (pm/1-0803/H/2026-07-16)",
	}, postings(fourth))
}

// A change reported late moves only what follows it.
func TestLateChangeMovesWhatFollows(t *testing.T) {
	prices := func(last string) []billing.Bill {
		return july2026(t, func(_ *property.Estate, b *billing.Book, _ *billing.Facts) {
			b.Tariffs[0].Prices = history(entry("", "2026-07-10", rate("2.80")), entry("2026-07-11", "2026-07-20", rate("2.90")), entry("2026-07-21", "", rate(last)))
		})
	}
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/1: 3.17 CNY", // 89.53 × 57/31 = 164.62 before; 259.93 and 263.10 for the month
		"  pm/1-0803/H/2026-07-21/-1: -95.31 (pm/1-0803/H/2026-07-21)",
		"  pm/1-0803/H/2026-07-21/2: 98.48 (pm/1-0803/H/2026-07-21)",
	}, postings(corrected(t, prices("3.00"), prices("3.10"))))
}

// soldOn11 is July after the home was sold to N on the 11th.
func soldOn11(t *testing.T) []billing.Bill {
	t.Helper()
	return july2026(t, func(e *property.Estate, _ *billing.Book, _ *billing.Facts) {
		e.Tenancies = []property.Tenancy{owner("1-0803", period("2020-01-01", "2026-07-11"), "H"), owner("1-0803", period("2026-07-11", ""), "N")}
	})
}

// TestPayerChangeReportedLate: the home was sold on 11 July and nobody said so; the seller is credited the
// whole month and charged his ten days, the buyer gets a first bill.
func TestPayerChangeReportedLate(t *testing.T) {
	issued := july2026(t, nil)
	out := corrected(t, issued, soldOn11(t))
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/1: -169.81 CNY",
		"  pm/1-0803/H/2026-07-01/-1: -250.68 (pm/1-0803/H/2026-07-01)",
		"  pm/1-0803/H/2026-07-01/2: 80.87 (pm/1-0803/H/2026-07-01)",
		"1-0803/N/2026-07-01/1: 169.81 CNY",
		"  pm/1-0803/N/2026-07-11: 169.81",
	}, postings(out))
	require.Equal(t, []string{"H"}, out[0].Liable)
	require.Equal(t, []string{"N"}, out[1].Liable)
	// The sale falls through: the buyer is credited, the seller owes the month again.
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/2: 169.81 CNY",
		"  pm/1-0803/H/2026-07-01/-2: -80.87 (pm/1-0803/H/2026-07-01/2)",
		"  pm/1-0803/H/2026-07-01/3: 250.68 (pm/1-0803/H/2026-07-01/2)",
		"1-0803/N/2026-07-01/2: -169.81 CNY",
		"  pm/1-0803/N/2026-07-11/-1: -169.81 (pm/1-0803/N/2026-07-11)",
	}, postings(corrected(t, append(issued, out...), july2026(t, nil))))
}

// The tenant who should have paid is charged, the owner behind him is liable; the owner is credited with
// the liable of his own bill.
func TestTenantReportedLate(t *testing.T) {
	out := corrected(t, july2026(t, nil), july2026(t, func(e *property.Estate, _ *billing.Book, _ *billing.Facts) {
		e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2026-01-01", ""), "pm"))
	}))
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/1: -250.68 CNY",
		"  pm/1-0803/H/2026-07-01/-1: -250.68 (pm/1-0803/H/2026-07-01)",
		"1-0803/T/2026-07-01/1: 250.68 CNY",
		"  pm/1-0803/T/2026-07-01: 250.68",
	}, postings(out))
	require.Equal(t, [][]string{{"H"}, {"T", "H"}}, [][]string{out[0].Liable, out[1].Liable})
}

// A unit with nothing to charge any more is credited everything.
func TestEverythingTakenBack(t *testing.T) {
	out := corrected(t, july2026(t, nil), july2026(t, func(_ *property.Estate, b *billing.Book, _ *billing.Facts) {
		b.Tariffs[0].AppliesTo = property.Scope{Uses: []property.Use{property.Shop}}
	}))
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/1: -250.68 CNY",
		"  pm/1-0803/H/2026-07-01/-1: -250.68 (pm/1-0803/H/2026-07-01)",
	}, postings(out))
}

// A unit that becomes held has nothing to compare with; its bills stay as they are.
func TestCorrectOfHeldUnits(t *testing.T) {
	hold := func(_ *property.Estate, _ *billing.Book, f *billing.Facts) {
		f.Holds = []billing.Hold{{Unit: "1-0803", Reason: "诉讼"}}
	}
	issued, held := july2026(t, nil), july2026(t, hold)
	out, err := billing.Correct(issued, held)
	require.Nil(t, out)
	require.ErrorIs(t, err, billing.ErrHeldFresh)
	require.Equal(t, []string{"fresh[0] billing/held-fresh 1-0803//2026-07-01"}, problems(err))
	// The other way round it is charged for the first time.
	require.Equal(t, []string{
		"1-0803/H/2026-07-01: 250.68 CNY",
		"  pm/1-0803/H/2026-07-01: 250.68",
	}, postings(corrected(t, held, issued)))
}

// TestClaimTakenBack moves a repair to another day, changes its hours and drops it.
func TestClaimTakenBack(t *testing.T) {
	claimed := func(on, hours string) []billing.Bill {
		return july2026(t, func(_ *property.Estate, _ *billing.Book, f *billing.Facts) {
			f.Claims = []billing.Claim{{
				Code: "WX-7", Tariff: "repair", Unit: "1-0803", On: day(on), Tax: inclusive(entry("", "", decimal.RequireFromString("0.06"))),
				Items: []billing.Item{{Text: "工时", Quantity: quantity(hours + " h"), Price: decimal.NewFromInt(80)}},
			}}
		})
	}
	issued := claimed("2026-07-05", "1.5")
	first := corrected(t, issued, claimed("2026-07-05", "2"))
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/1: 40.00 CNY",
		"  repair/1-0803/H/2026-07-05/WX-7/-1: -120.00 (repair/1-0803/H/2026-07-05/WX-7)",
		"  repair/1-0803/H/2026-07-05/WX-7/2: 160.00 (repair/1-0803/H/2026-07-05/WX-7)",
	}, postings(first))
	require.Equal(t, []string{"37.73", "2.27"}, []string{number(first[0].Net), number(first[0].Tax)}) // 150.94 − 113.21, 9.06 − 6.79
	issued = append(issued, first...)
	second := corrected(t, issued, claimed("2026-07-06", "2"))
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/2: 0.00 CNY",
		"  repair/1-0803/H/2026-07-05/WX-7/-2: -160.00 (repair/1-0803/H/2026-07-05/WX-7/2)",
		"  repair/1-0803/H/2026-07-06/WX-7: 160.00",
	}, postings(second))
	issued = append(issued, second...)
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/3: -160.00 CNY",
		"  repair/1-0803/H/2026-07-06/WX-7/-1: -160.00 (repair/1-0803/H/2026-07-06/WX-7)",
	}, postings(corrected(t, issued, july2026(t, nil))))
}

func quantity(text string) measure.Quantity { return measure.MustParseQuantity(text) }

// A total rounded down to yuan is rounded again.
func TestCorrectRoundsAgain(t *testing.T) {
	priced := func(price string) []billing.Bill {
		return july2026(t, func(_ *property.Estate, b *billing.Book, _ *billing.Facts) {
			b.Tariffs[0].Prices = history(entry("", "", rate(price)))
			b.Totals = &billing.Totals{Code: "抹零", Rounding: money.Rounding{Mode: money.ModeDown, Step: decimal.NewFromInt(1)}}
		})
	}
	issued := priced("2.80") // 250.68 → 250
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/1: 18.00 CNY", // 268.59 → 268
		"  pm/1-0803/H/2026-07-01/-1: -250.68 (pm/1-0803/H/2026-07-01)",
		"  pm/1-0803/H/2026-07-01/2: 268.59 (pm/1-0803/H/2026-07-01)",
		"  抹零/1-0803/H/2026-07-01/-1: 0.68 (抹零/1-0803/H/2026-07-01)",
		"  抹零/1-0803/H/2026-07-01/2: -0.59 (抹零/1-0803/H/2026-07-01)",
	}, postings(corrected(t, issued, priced("3.00"))))
}

// A percentage is taken back and charged again with what it is taken of.
func TestCorrectPercent(t *testing.T) {
	priced := func(price string) []billing.Bill {
		return july2026(t, func(_ *property.Estate, b *billing.Book, _ *billing.Facts) {
			b.Tariffs[0].Prices = history(entry("", "", rate(price)))
			b.Tariffs = append(b.Tariffs, percentOf("energy", "0.05", "pm"))
		})
	}
	require.Equal(t, []string{
		"1-0803/H/2026-07-01/1: 18.81 CNY",
		"  energy/1-0803/H/2026-07-01/-1: -12.53 (energy/1-0803/H/2026-07-01)", // 250.68 × 5 % = 12.534
		"  energy/1-0803/H/2026-07-01/2: 13.43 (energy/1-0803/H/2026-07-01)",   // 268.59 × 5 % = 13.4295
		"  pm/1-0803/H/2026-07-01/-1: -250.68 (pm/1-0803/H/2026-07-01)",
		"  pm/1-0803/H/2026-07-01/2: 268.59 (pm/1-0803/H/2026-07-01)",
	}, postings(corrected(t, priced("2.80"), priced("3.00"))))
}

func percentOf(code, part string, of ...string) billing.Tariff {
	t := fixed(code, part)
	t.Basis = billing.Basis{Percent: &billing.PercentBasis{Of: of}}
	return t
}

func lineRounding(text string) (r billing.LineRounding) {
	if err := r.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return r
}

// A source that is stated otherwise is no difference; a rounding, a tax rate, a text of a quotation is.
func TestWhatIsADifference(t *testing.T) {
	line := july2026(t, nil)[0].Lines[0]
	quoted := line
	quoted.Facts = billing.LineFacts{Quoted: &billing.Quoted{Claim: "c", Items: []billing.QuotedItem{{Text: "a", Quantity: quantity("1"), Price: money.MustParsePrice("1")}}}}
	paid := line
	paid.Facts = billing.LineFacts{Instalment: &billing.Instalment{Total: money.MustParse("12.00 CNY"), Net: money.MustParse("12.00 CNY"), Month: 1, Months: 12, Days: 31, Of: 31}}
	part := line
	part.Facts = billing.LineFacts{Percent: &billing.Percent{Of: []string{"x"}, Base: money.MustParse("1.00 CNY"), Rate: money.MustParsePrice("0.05")}}
	for name, tt := range map[string]struct {
		line   billing.Line
		change func(*billing.Line)
		same   bool
	}{
		"product source":    {line, func(l *billing.Line) { l.Facts.Product.Source = "else" }, true},
		"percent source":    {part, func(l *billing.Line) { l.Facts.Percent.Source = "else" }, true},
		"instalment source": {paid, func(l *billing.Line) { l.Facts.Instalment.Source = "else" }, true},
		"quoted source":     {quoted, func(l *billing.Line) { l.Facts.Quoted.Source = "else" }, true},
		"price":             {line, func(l *billing.Line) { l.Facts.Product.Price = money.MustParsePrice("2.81") }, false},
		"before":            {line, func(l *billing.Line) { l.Facts.Product.Before = billing.ExactOf(0, 1) }, false},
		"rounding":          {line, func(l *billing.Line) { l.Rounding = lineRounding("up 0.01") }, false},
		"tax rate":          {line, func(l *billing.Line) { l.TaxRate = money.MustParseRate("0.01") }, false},
		"last day":          {line, func(l *billing.Line) { l.Period.End = day("2026-07-31") }, false},
		"cycle":             {line, func(l *billing.Line) { l.Every, l.Timing = billing.Quarterly, billing.Advance }, false},
		"percent base":      {part, func(l *billing.Line) { l.Facts.Percent.Base = money.MustParse("2.00 CNY") }, false},
		"percent of":        {part, func(l *billing.Line) { l.Facts.Percent.Of = []string{"y"} }, false},
		"instalment total":  {paid, func(l *billing.Line) { l.Facts.Instalment.Total = money.MustParse("13.00 CNY") }, false},
		"quoted text":       {quoted, func(l *billing.Line) { l.Facts.Quoted.Items[0].Text = "b" }, false},
		"another kind":      {line, func(l *billing.Line) { l.Facts = paid.Facts }, false},
	} {
		fresh, err := invalid.Decode[billing.Line]([]byte(toJSON(t, tt.line)), "line")
		require.NoError(t, err)
		tt.change(&fresh)
		out, err := billing.Diff([]billing.Line{tt.line}, []billing.Line{fresh})
		require.NoError(t, err)
		require.Equal(t, tt.same, len(out) == 0, name)
	}
}

// TestJointBillsAddUp: parts of charge, credit and correction add up, and a credit is divided as the charge.
func TestJointBillsAddUp(t *testing.T) {
	joint := func(price string, holders ...property.Holder) []billing.Bill {
		return july2026(t, func(e *property.Estate, b *billing.Book, _ *billing.Facts) {
			e.Tenancies[0].Holders = holders
			b.Tariffs[0].Prices = history(entry("", "", rate(price)))
		})
	}
	thirds := []property.Holder{{Party: "H", Share: share("1/3")}, {Party: "N", Share: share("1/3")}, {Party: "T", Share: share("1/3")}}
	uneven := []property.Holder{{Party: "H", Share: share("33.33%")}, {Party: "N", Share: share("1/7")}, {Party: "T", Share: share("366690/700000")}}
	split := func(b billing.Bill) string {
		parts, err := b.Split()
		require.NoError(t, err)
		var texts []string
		for _, p := range parts {
			texts = append(texts, number(p))
		}
		return strings.Join(texts, " ")
	}
	equal := joint("2.80", thirds...)
	require.Equal(t, "83.56 83.56 83.56", split(equal[0])) // 250.68
	out := corrected(t, equal, joint("3.00", thirds...))
	require.Equal(t, "5.97 5.97 5.97", split(out[0])) // 17.91
	// 268.59 − 250.69 = 17.90: 5.97, 5.97 and, by the order of codes, 5.96
	require.Equal(t, "5.97 5.97 5.96", split(corrected(t, joint("2.80011", thirds...), joint("3.00", thirds...))[0]))
	back, err := billing.Correct(joint("3.00", thirds...), joint("2.80011", thirds...))
	require.NoError(t, err)
	require.Equal(t, "-5.97 -5.97 -5.96", split(back[0]))
	// 250.68 × 0.3333 = 83.5516…, ÷ 7 = 35.8114…, the rest 131.3169…: 83.55 + 35.81 + 131.32
	require.Equal(t, "83.55 35.81 131.32", split(joint("2.80", uneven...)[0]))
	_, err = billing.Bill{Total: money.MustParse("1.00 CNY")}.Split()
	require.ErrorIs(t, err, money.ErrNoParts)
	_, err = billing.Bill{Total: money.MustParse("1.00 CNY"), Payers: []property.Holder{
		{Party: "A", Share: share("1/999983")}, {Party: "B", Share: share("1/999979")}, {Party: "C", Share: share("1/999961")},
	}}.Split()
	require.ErrorIs(t, err, billing.ErrShares)
}
