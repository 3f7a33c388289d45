package billing_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

const goodTariff = `{"code":"pm","name":"物业服务费","state":"inForce","appliesTo":{"all":true},` +
	`"basis":{"area":{"of":"gross"}},"prices":[{"to":"2026-07-15","value":{"price":"2.80","source":"合同第三条"}},` +
	`{"from":"2026-07-16","value":{"price":3.1}}],"proration":{"method":"actualDays"},"payer":"agreed",` +
	`"tax":{"inclusive":{"rates":[{"value":"0.06"}]}},"rounding":{"mode":"halfUp","step":"0.01"}}`

func TestBookFromJSON(t *testing.T) {
	b, err := invalid.Decode[billing.Book]([]byte(`{"currency":"CNY","tariffs":[`+goodTariff+`]}`), "book")
	require.NoError(t, err)
	tariff := b.Tariffs[0]
	require.Equal(t, "CNY", b.Currency.String())
	require.Equal(t, billing.InForce, tariff.State)
	require.Equal(t, "area", tariff.Basis.Kind())
	require.Equal(t, billing.GrossArea, tariff.Basis.Area.Of)
	require.Equal(t, billing.Proration{Method: billing.ActualDays}, tariff.Proration)
	require.Equal(t, property.AgreedPayer, tariff.Payer)
	require.Equal(t, "inclusive", tariff.Tax.Kind())
	require.Equal(t, "3.1", tariff.Prices[1].Value.Price.String())
	again, err := invalid.Decode[billing.Book]([]byte(toJSON(t, b)), "book")
	require.NoError(t, err)
	require.JSONEq(t, toJSON(t, b), toJSON(t, again))
}

// TestBookProblems changes one thing of a good book and expects exactly its problems.
func TestBookProblems(t *testing.T) {
	tests := []struct {
		name     string
		old, new string // in goodTariff
		want     []string
	}{
		{"no code", `"code":"pm",`, ``, []string{`tariffs[0].code billing/tariff-code ""`}},
		{"the code of all fees", `"pm"`, `"*"`, []string{`tariffs[0].code billing/tariff-code "*"`}},
		{"no state", `"state":"inForce",`, ``, []string{`tariffs[0].state invalid/required state`}},
		{"unknown state", `"inForce"`, `"InForce"`, []string{`tariffs[0].state invalid/word "InForce" draft, submitted, approved, inForce, withdrawn`}},
		{"no scope", `{"all":true}`, `{}`, []string{`tariffs[0].appliesTo property/scope`}},
		{"all and some", `{"all":true}`, `{"all":true,"uses":["shop"]}`, []string{`tariffs[0].appliesTo property/scope`}},
		{"floor 0", `{"all":true}`, `{"floors":{"from":0,"to":3}}`, []string{`tariffs[0].appliesTo.floors property/floors 0 3`}},
		{"no basis", `{"area":{"of":"gross"}}`, `{}`, []string{`tariffs[0].basis invalid/choice area, fixed, perSpace, floorTable, percent, agreed, quoted, metered, shared, formula nothing`}},
		{"two bases", `{"area":{"of":"gross"}}`, `{"area":{},"fixed":{}}`, []string{`tariffs[0].basis invalid/choice area, fixed, perSpace, floorTable, percent, agreed, quoted, metered, shared, formula area, fixed`}},
		{"unknown area", `"gross"`, `"usable"`, []string{`tariffs[0].basis.area.of invalid/word "usable" gross, internal`}},
		{
			"no prices", `"prices":[{"to":"2026-07-15","value":{"price":"2.80","source":"合同第三条"}},{"from":"2026-07-16","value":{"price":3.1}}],`,
			``,
			[]string{`tariffs[0].prices invalid/required prices`},
		},
		{"a negative price", `"2.80"`, `"-2.80"`, []string{`tariffs[0].prices[0].value.price money/price-negative -2.80`}},
		{"a price of 7 decimals", `3.1`, `3.1000001`, []string{`tariffs[0].prices[1].value.price money/price-scale 3.1000001`}},
		{"a price beyond 64 bits", `3.1`, `10000000000000`, []string{`tariffs[0].prices[1].value.price money/price-range 10000000000000`}},
		{"a zero price that is not free", `3.1`, `0`, []string{`tariffs[0].prices[1].value billing/no-price`}},
		{"no price at all", `"price":3.1`, `"source":"?"`, []string{`tariffs[0].prices[1].value billing/no-price`}},
		{"a price that says free", `"price":3.1`, `"price":3.1,"free":true`, []string{`tariffs[0].prices[1].value billing/free 3.1`}},
		{"a gap of one day", `2026-07-15`, `2026-07-14`, []string{`tariffs[0].prices[1].from billing/price-gap 2026-07-15 2026-07-15`}},
		{"a gap of a month", `2026-07-15`, `2026-06-15`, []string{`tariffs[0].prices[1].from billing/price-gap 2026-06-16 2026-07-15`}},
		{"prices that overlap", `2026-07-15`, `2026-07-16`, []string{`tariffs[0].prices[1].from civil/history-overlap 2026-07-16 2026-07-16`}},
		{"unknown proration", `"actualDays"`, `"byWeek"`, []string{`tariffs[0].proration.method invalid/word "byWeek" actualDays, thirty, year365, halfMonth, wholeMonth, nextMonth, perDay`}},
		{"no method for exits", `{"method":"actualDays"}`, `{"method":"nextMonth"}`, []string{`tariffs[0].proration.exit invalid/required exit`}},
		{"unknown payer", `"agreed"`, `"tenant"`, []string{`tariffs[0].payer invalid/word "tenant" agreed, owner, occupant, default`}},
		{"tax without a choice", `{"inclusive":{"rates":[{"value":"0.06"}]}}`, `{}`, []string{`tariffs[0].tax invalid/choice inclusive, exclusive nothing`}},
		{"both taxes", `"inclusive":{`, `"exclusive":{"policy":"vat"},"inclusive":{`, []string{`tariffs[0].tax invalid/choice inclusive, exclusive inclusive, exclusive`}},
		{"a tax without a rate", `{"rates":[{"value":"0.06"}]}`, `{}`, []string{`tariffs[0].tax.inclusive billing/tax-rate`}},
		{"rates and policy", `{"rates":[{"value":"0.06"}]}`, `{"rates":[{"value":"0.06"}],"policy":"vat"}`, []string{`tariffs[0].tax.inclusive billing/tax-rate`}},
		{"6 for 6 %", `"0.06"`, `"6"`, []string{`tariffs[0].tax.inclusive.rates[0].value billing/tax-too-high 6`}},
		{"a negative rate", `"0.06"`, `"-0.06"`, []string{`tariffs[0].tax.inclusive.rates[0].value money/rate-negative -0.06`}},
		{"a rate of 7 decimals", `"0.06"`, `"0.0600001"`, []string{`tariffs[0].tax.inclusive.rates[0].value money/rate-scale 0.0600001`}},
		{
			"rates out of order", `[{"value":"0.06"}]`, `[{"from":"2026-02-01","value":"0.06"},{"from":"2026-01-01","value":"0.03"}]`,
			[]string{`tariffs[0].tax.inclusive.rates[1].from civil/history-order 2026-01-01 2026-02-01`},
		},
		{"a step of half a fen", `"step":"0.01"`, `"step":"0.005"`, []string{`tariffs[0].rounding.step money/step 0.005 CNY 2`}},
		{"a negative step", `"step":"0.01"`, `"step":"-1"`, []string{`tariffs[0].rounding.step money/step-negative -1`}},
		{"an unknown field", `"name"`, `"title"`, []string{`tariffs[0].title invalid/unknown "title" code, name, state, approver, approvedOn, charter, special, appliesTo, claimedOnly, basis, prices, cycle, proration, payer, reliefs, ceiling, tax, rounding`}},
		{"a null tax", `{"inclusive":{"rates":[{"value":"0.06"}]}}`, `null`, []string{`tariffs[0].tax invalid/null`}},
		{"nothing wrong", `2.80`, `2.81`, nil},
		{"100 % is a rate", `"0.06"`, `"1"`, nil},
		{"a zero rate is written", `"0.06"`, `"0"`, nil},
		{"free is said", `"price":3.1`, `"price":0,"free":true`, nil},
		{"a price of 6 decimals", `3.1`, `0.000001`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, 1, strings.Count(goodTariff, tt.old), "the text to replace is not unique")
			doc := `{"currency":"CNY","tariffs":[` + strings.Replace(goodTariff, tt.old, tt.new, 1) + `]}`
			_, err := invalid.Decode[billing.Book]([]byte(doc), "book")
			require.Equal(t, tt.want, problems(err))
		})
	}
}

func TestBookOfNothing(t *testing.T) {
	_, err := invalid.Decode[billing.Book]([]byte(`{}`), "book")
	require.Equal(t, []string{"currency invalid/required currency", "tariffs invalid/required tariffs"}, problems(err))
	require.EqualError(t, err, "book: 2 problems\n  currency: currency is missing\n  tariffs: tariffs is missing")
}

func TestTariffTwice(t *testing.T) {
	doc := `{"currency":"CNY","tariffs":[` + goodTariff + `,` + goodTariff + `]}`
	_, err := invalid.Decode[billing.Book]([]byte(doc), "book")
	require.Equal(t, []string{`tariffs[1].code billing/tariff-twice "pm"`}, problems(err))
}

func TestPrepareReportsAllAtOnce(t *testing.T) {
	reg, err := home().Build()
	require.NoError(t, err)
	book := billing.Book{Tariffs: []billing.Tariff{{Code: "*"}, byArea("pm")}}
	facts := billing.Facts{Holds: []billing.Hold{{}, {Unit: "1-0803"}}}
	_, err = billing.Prepare(reg, book, facts, period("2026-07-02", "2026-08-01"))
	require.Equal(t, []string{
		`book.currency invalid/required currency`,
		`book.tariffs[0].code billing/tariff-code "*"`,
		`book.tariffs[0].state invalid/required state`,
		`book.tariffs[0].appliesTo property/scope`,
		`book.tariffs[0].basis invalid/choice area, fixed, perSpace, floorTable, percent, agreed, quoted, metered, shared, formula nothing`,
		`book.tariffs[1].prices invalid/required prices`,
		`facts.holds[0].unit invalid/required unit`,
		`facts.holds[0].reason invalid/required reason`,
		`facts.holds[1].reason invalid/required reason`,
		`period billing/period 2026-07-02/2026-08-01 120`,
	}, problems(err))
	require.ErrorIs(t, err, billing.ErrTariffCode)
	require.ErrorIs(t, err, billing.ErrPeriod)
}

func TestPreparePeriods(t *testing.T) {
	reg, err := home().Build()
	require.NoError(t, err)
	book := bookOf(byArea("pm", entry("", "", rate("2.80"))))
	for _, p := range []civil.Period{
		{},
		period("2026-07-01", ""),
		period("2026-07-01", "2026-07-31"),
		period("2026-07-02", "2026-08-02"),
		period("2026-08-01", "2026-07-01"),
		period("2026-07-01", "2026-07-01"),
		period("2026-01-01", "2036-02-01"), // 121 months
	} {
		_, err := billing.Prepare(reg, book, billing.Facts{}, p)
		require.Equal(t, []string{"period billing/period " + p.String() + " 120"}, problems(err), p)
	}
	for _, p := range []civil.Period{
		period("2026-02-01", "2026-03-01"), period("2026-01-01", "2036-01-01"), period("2025-12-01", "2026-01-01"),
	} {
		run, err := billing.Prepare(reg, book, billing.Facts{}, p)
		require.NoError(t, err, p)
		require.Equal(t, p, run.Period())
		require.Same(t, reg, run.Register())
		require.Equal(t, book, run.Book())
		require.Equal(t, property.Ref(1), run.Len())
	}
}

// TestPrepareAgainstTheEstate covers what only the register or the run's days can show.
func TestPrepareAgainstTheEstate(t *testing.T) {
	e := home()
	e.Community.Zones = []property.Zone{{Code: "S"}}
	e.Buildings = []property.Building{{Code: "1", Zone: "S"}}
	reg, err := e.Build()
	require.NoError(t, err)
	with := func(change func(*billing.Tariff)) billing.Book {
		b := bookOf(byArea("a", entry("", "", rate("1"))), byArea("pm", entry("", "", rate("2.80"))))
		change(&b.Tariffs[1])
		return b
	}
	vat := func(region, value, from, to string) policy.Row {
		e := entry(from, to, "")
		return policy.Row{Region: region, Key: "vat", Value: value, From: e.From, To: e.To, Source: "公告"}
	}
	sixPercent := decimal.RequireFromString("0.06")
	tests := []struct {
		name  string
		book  billing.Book
		facts billing.Facts
		want  []string
	}{
		{"names of a scope", with(func(t *billing.Tariff) {
			t.AppliesTo = property.Scope{
				Zones: []string{"S", "N"}, Buildings: []string{"2", "1"}, Units: []string{"1-0803", "1-0804"}, ExceptUnits: []string{"9"},
				Uses: []property.Use{"stable"}, // an open list
			}
		}), billing.Facts{}, []string{
			`book.tariffs[1].appliesTo billing/unknown-scope N`,
			`book.tariffs[1].appliesTo billing/unknown-scope 2`,
			`book.tariffs[1].appliesTo billing/unknown-scope 1-0804`,
			`book.tariffs[1].appliesTo billing/unknown-scope 9`,
		}},
		{
			"a hold of no unit", with(func(*billing.Tariff) {}),
			billing.Facts{Holds: []billing.Hold{{Unit: "1-0803", Reason: "诉讼"}, {Unit: "x", Reason: "y"}}},
			[]string{`facts.holds[1].unit billing/no-unit x`},
		},
		{"a step beyond 21 million yuan", with(func(t *billing.Tariff) {
			t.Rounding = money.Rounding{Step: decimal.NewFromInt(100_000_000)}
		}), billing.Facts{}, []string{`book.tariffs[1].rounding.step billing/step-too-large 100000000`}},
		{"a rate that begins late", with(func(t *billing.Tariff) {
			t.Tax = inclusive(entry("2026-07-03", "", sixPercent))
		}), billing.Facts{}, []string{`book.tariffs[1].tax billing/no-tax-rate pm 2026-07-01`}},
		{"a rate that ends early", with(func(t *billing.Tariff) {
			t.Tax = inclusive(entry("", "2026-07-30", sixPercent))
		}), billing.Facts{}, []string{`book.tariffs[1].tax billing/no-tax-rate pm 2026-07-31`}},
		{"a rate with a gap", with(func(t *billing.Tariff) {
			t.Tax = inclusive(entry("", "2026-07-09", sixPercent), entry("2026-07-20", "", sixPercent))
		}), billing.Facts{}, []string{`book.tariffs[1].tax billing/no-tax-rate pm 2026-07-10`}},
		{"a rate only where there is a price", with(func(t *billing.Tariff) {
			t.Prices = history(entry("2026-07-10", "2026-07-20", rate("1")))
			t.Tax = inclusive(entry("2026-07-10", "2026-07-20", sixPercent))
		}), billing.Facts{}, nil},
		{"a policy without rows", with(func(t *billing.Tariff) {
			t.Tax = &billing.Tax{Exclusive: &billing.TaxRate{Policy: "vat"}}
		}), billing.Facts{}, []string{`book.tariffs[1].tax policy/no-row "vat" "330106" 2026-07-01`}},
		{
			"a policy of other places", with(func(t *billing.Tariff) {
				t.Tax = &billing.Tax{Exclusive: &billing.TaxRate{Policy: "vat"}}
			}),
			billing.Facts{Policies: []policy.Row{vat("11", "0.06", "", ""), vat("330108", "0.06", "", "")}},
			[]string{`book.tariffs[1].tax policy/no-row "vat" "330106" 2026-07-01`},
		},
		{
			"a policy that is no number", with(func(t *billing.Tariff) {
				t.Tax = &billing.Tax{Exclusive: &billing.TaxRate{Policy: "vat"}}
			}),
			billing.Facts{Policies: []policy.Row{vat("", "6%", "", "")}},
			[]string{`book.tariffs[1].tax policy/not-number "vat" "330106" 2026-07-01 "6%"`},
		},
		{
			"a policy below zero", with(func(t *billing.Tariff) {
				t.Tax = &billing.Tax{Exclusive: &billing.TaxRate{Policy: "vat"}}
			}),
			billing.Facts{Policies: []policy.Row{vat("", "-0.06", "", "")}},
			[]string{`book.tariffs[1].tax money/rate-negative -0.06`},
		},
		{"a draft may name anything", with(func(t *billing.Tariff) {
			t.State = billing.Draft
			t.AppliesTo = property.Scope{Buildings: []string{"to be built"}}
		}), billing.Facts{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := billing.Prepare(reg, tt.book, tt.facts, civil.MustParseMonth("2026-07"))
			require.Equal(t, tt.want, problems(err))
		})
	}
}

func TestKinds(t *testing.T) {
	require.Empty(t, billing.Basis{}.Kind())
	require.Equal(t, "fixed", billing.Basis{Fixed: &billing.FixedBasis{}}.Kind())
	require.Empty(t, billing.Basis{Area: &billing.AreaBasis{}, Fixed: &billing.FixedBasis{}}.Kind())
	require.Empty(t, billing.Tax{}.Kind())
	require.Equal(t, "exclusive", billing.Tax{Exclusive: &billing.TaxRate{}}.Kind())
	require.Empty(t, billing.LineFacts{}.Kind())
	require.Equal(t, "product", billing.LineFacts{Product: billing.Product{Of: 31}}.Kind())
}
