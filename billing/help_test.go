package billing_test

import (
	"encoding/json"
	"errors"
	"fmt"
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

func day(s string) civil.Date { return civil.MustParse(s) }

// period is half-open; without an end it goes on.
func period(start, end string) civil.Period {
	p := civil.Period{Start: day(start)}
	if end != "" {
		p.End = day(end)
	}
	return p
}

func rate(price string) billing.Rate { return billing.Rate{Price: decimal.RequireFromString(price)} }

func history[T any](entries ...civil.Entry[T]) civil.History[T] { return entries }

// entry holds from a first to a last day; empty texts leave them unset.
func entry[T any](from, to string, v T) civil.Entry[T] {
	e := civil.Entry[T]{Value: v}
	if from != "" {
		e.From = day(from)
	}
	if to != "" {
		e.To = day(to)
	}
	return e
}

func gross(m2 string) property.Areas { return property.Areas{Gross: measure.MustParseArea(m2)} }

func owner(unit string, term civil.Period, holders ...string) property.Tenancy {
	t := property.Tenancy{Unit: unit, Kind: property.Ownership, Term: term}
	for _, h := range holders {
		t.Holders = append(t.Holders, property.Holder{Party: h})
	}
	return t
}

func lease(unit, tenant string, term civil.Period, pays ...string) property.Tenancy {
	return property.Tenancy{Unit: unit, Kind: property.Lease, Term: term, Holders: []property.Holder{{Party: tenant}}, Pays: pays}
}

// home is the unit 1-0803 of 89.53 m², owned by H since 2020.
func home() property.Estate {
	return property.Estate{
		Community: property.Community{Code: "JY", Region: "330106"},
		Parties:   []property.Party{{Code: "D", Name: "建设单位", Developer: true}, {Code: "H", Name: "李芳"}, {Code: "N", Name: "王强"}, {Code: "T", Name: "赵敏"}},
		Units: []property.Unit{{
			Code: "1-0803", Use: property.Dwelling, Areas: civil.Always(gross("89.53")),
		}},
		Tenancies: []property.Tenancy{owner("1-0803", period("2020-01-01", ""), "H")},
	}
}

var cny = money.MustParseCurrency("CNY")

// byArea is a tariff in force on the gross area of every unit.
func byArea(code string, prices ...civil.Entry[billing.Rate]) billing.Tariff {
	return billing.Tariff{
		Code: code, State: billing.InForce, AppliesTo: property.Scope{All: true},
		Basis: billing.Basis{Area: &billing.AreaBasis{}}, Prices: prices,
	}
}

// fixed is a tariff in force of a fixed price for every unit.
func fixed(code, price string) billing.Tariff {
	t := byArea(code, entry("", "", rate(price)))
	t.Basis = billing.Basis{Fixed: &billing.FixedBasis{Unit: measure.MustParseUnit("home")}}
	return t
}

// share is a part that exists.
func share(text string) property.Share {
	s, err := property.ParseShare(text)
	if err != nil {
		panic(err)
	}
	return s
}

func inclusive(rates ...civil.Entry[decimal.Decimal]) *billing.Tax {
	return &billing.Tax{Inclusive: &billing.TaxRate{Rates: rates}}
}

func bookOf(tariffs ...billing.Tariff) billing.Book {
	return billing.Book{Currency: cny, Tariffs: tariffs}
}

func prepare(tb testing.TB, e property.Estate, b billing.Book, f billing.Facts, p civil.Period) *billing.Run {
	tb.Helper()
	reg, err := e.Build()
	require.NoError(tb, err)
	run, err := billing.Prepare(reg, b, f, p)
	require.NoError(tb, err)
	return run
}

// bills collects what a run yields; a held bill comes with its error, others do not.
func bills(tb testing.TB, run *billing.Run) []billing.Bill {
	tb.Helper()
	return billsOf(tb, run, 0, run.Len())
}

func billsOf(tb testing.TB, run *billing.Run, lo, hi property.Ref) []billing.Bill {
	tb.Helper()
	var out []billing.Bill
	for b, err := range run.Bills(lo, hi) {
		require.Equal(tb, err != nil, b.IsHeld(), "%v", err)
		out = append(out, b)
	}
	return out
}

// problems lists an error's problems as "path rule arguments".
func problems(err error) []string {
	var all *invalid.Error
	if !errors.As(err, &all) {
		if err == nil {
			return nil
		}
		return []string{"not an invalid.Error: " + err.Error()}
	}
	return fieldTexts(all.Fields)
}

func fieldTexts(fields []*invalid.FieldError) []string {
	var out []string
	for _, f := range fields {
		out = append(out, strings.TrimSpace(f.Path+" "+f.Rule.ID()+" "+strings.Join(f.Args, " ")))
	}
	return out
}

// show writes a bill as a clerk would check it: a head and a row for each line.
func show(bs []billing.Bill) []string {
	var out []string
	for _, b := range bs {
		if b.IsHeld() {
			out = append(out, "held "+b.Unit+": "+strings.Join(fieldTexts(b.Held), "; "))
			continue
		}
		out = append(out, fmt.Sprintf("%s %s: %s, net %s, tax %s", b.Unit, b.Payer, b.Total, number(b.Net), number(b.Tax)))
		for _, l := range b.Lines {
			p := l.Facts.Product
			row := fmt.Sprintf("  %s %s – %s %d/%d: %s × %s = %s",
				l.Tariff, l.Period.Start, l.Period.Last(), p.Days, p.Of, p.Quantity, p.Price, number(l.Amount))
			if l.TaxMode != 0 {
				row += fmt.Sprintf(", %s %s: %s + %s", l.TaxMode, l.TaxRate, number(l.Net), number(l.Tax))
			}
			out = append(out, row)
		}
	}
	return out
}

func number(a money.Amount) string { return string(a.AppendNumber(nil)) }

func toJSON(tb testing.TB, v any) string {
	tb.Helper()
	data, err := json.Marshal(v)
	require.NoError(tb, err)
	return string(data)
}
