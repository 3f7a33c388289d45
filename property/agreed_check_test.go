package property_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

func TestAgreedCheck(t *testing.T) {
	year := term("2026-01-01", "2027-01-01")
	lease := func(agreed ...property.Agreed) property.Tenancy {
		x := let("u", "2026-01-01", "2027-01-01", "T")
		x.Agreed = agreed
		return x
	}
	rent := func(p property.AgreedPrice, free ...civil.Period) property.Tenancy {
		return lease(property.Agreed{Fee: "rent", Prices: civil.Always(p), Free: free})
	}
	escalated := func(change func(e *property.Escalation)) property.Tenancy {
		p := rising("100", "5%", 12, "0.01")
		change(p.Escalation)
		return rent(p)
	}
	over := func(p civil.Period, x property.Tenancy) property.Tenancy {
		x.Term = p
		return x
	}
	const value = "agreed[0].prices[0].value"
	checkAll(t, []document{
		{"a rent", rent(price("0.000001")), nil},
		{"nothing", lease(property.Agreed{}), []string{"agreed[0].fee invalid/required", "agreed[0].prices invalid/required"}},
		{"nothing twice", lease(property.Agreed{}, property.Agreed{}), []string{
			"agreed[0].fee invalid/required", "agreed[0].prices invalid/required", "agreed[1].fee invalid/required", "agreed[1].prices invalid/required",
		}},
		{"fees", lease(
			property.Agreed{Fee: " x", Prices: civil.Always(price("1"))},
			property.Agreed{Fee: "*", Prices: civil.Always(price("1"))},
			property.Agreed{Fee: "rent", Prices: civil.Always(price("1"))},
			property.Agreed{Fee: "rent", Prices: civil.Always(price("1"))},
		), []string{"agreed[0].fee property/code", "agreed[1].fee property/agreed-all", "agreed[3].fee property/duplicate"}},
		{"a price of zero", rent(price("0")), []string{value + ".price property/agreed-price"}},
		{"prices out of order", lease(property.Agreed{Fee: "rent", Prices: civil.History[property.AgreedPrice]{
			{From: on("2026-02-01"), Value: price("1")}, {From: on("2026-02-01"), Value: price("2")}, {Value: price("0")},
		}}), []string{
			"agreed[0].prices[1].from civil/history-order", "agreed[0].prices[2].from invalid/required",
			"agreed[0].prices[2].value.price property/agreed-price",
		}},
		{"no rate", escalated(func(e *property.Escalation) { e.Rate = money.Rate{} }), []string{value + ".escalation.rate property/escalation-rate"}},
		{"ten times as much again", escalated(func(e *property.Escalation) { e.Rate = money.MustParseRate("10") }), nil},
		{"a rate above that", escalated(func(e *property.Escalation) { e.Rate = money.MustParseRate("10.000001") }), []string{
			value + ".escalation.rate property/escalation-rate",
		}},
		{"never", escalated(func(e *property.Escalation) { e.Every = 0 }), []string{value + ".escalation.every property/escalation-every"}},
		{"every ten years", escalated(func(e *property.Escalation) { e.Every = 120 }), nil},
		{"less often", escalated(func(e *property.Escalation) { e.Every = 121 }), []string{value + ".escalation.every property/escalation-every"}},
		{"a step below zero", escalated(func(e *property.Escalation) { e.Step = decimal.New(-1, 0) }), []string{value + ".escalation.step money/price-negative"}},
		{"a step too fine", escalated(func(e *property.Escalation) { e.Step = decimal.New(1, -7) }), []string{value + ".escalation.step money/price-scale"}},
		{"a step as large as the price", escalated(func(e *property.Escalation) { e.Step = decimal.New(100, 0) }), nil},
		{"a step that lowers the price", rent(rising("10.40", "0.1%", 12, "1")), []string{value + ".escalation.step property/escalation-rise"}},
		{"a larger step", escalated(func(e *property.Escalation) { e.Step = decimal.New(10001, -2) }), []string{value + ".escalation.step property/escalation-step"}},
		{"a step of millions", rent(rising("2000000", "5%", 12, "1000001")), []string{value + ".escalation.step property/escalation-step"}},
		{"all of an escalation", rent(property.AgreedPrice{Escalation: &property.Escalation{Step: decimal.New(-1, 0)}}), []string{
			value + ".price property/agreed-price", value + ".escalation.rate property/escalation-rate",
			value + ".escalation.every property/escalation-every", value + ".escalation.step money/price-negative",
		}},
		{"the largest price rises", rent(rising("9223372036854.775807", "0.000001", 11, "")), []string{value + ".escalation property/agreed-too-large"}},
		{"after the term", rent(rising("9223372036854.775807", "0.000001", 12, "")), nil},
		{"in 50 years of an open term", over(term("2026-01-01", ""), rent(rising("1000", "100%", 12, ""))), []string{
			value + ".escalation property/agreed-too-large",
		}},
		{"1200 rises are enough", over(term("2026-01-01", "2126-02-01"), rent(rising("1", "0.0001%", 1, ""))), nil},
		{"one more", over(term("2026-01-01", "2126-02-02"), rent(rising("1", "0.0001%", 1, ""))), []string{
			value + ".escalation property/agreed-too-large",
		}},
		{"a price that holds outside the term only", lease(property.Agreed{Fee: "rent", Prices: civil.History[property.AgreedPrice]{
			{From: on("2030-01-01"), Value: rising("9000000000000", "10", 1, "")},
		}}), nil},
		{"free all year", rent(price("1"), year), nil},
		{"free on both ends", rent(price("1"), term("2026-01-01", "2026-02-01"), term("2026-12-01", "2027-01-01")), nil},
		{"free in turn", rent(price("1"), term("2026-01-01", "2026-02-01"), term("2026-02-01", "2026-03-01")), nil},
		{"free twice at once", rent(price("1"), term("2026-01-01", "2026-02-01"), term("2026-01-31", "2026-03-01")), []string{
			"agreed[0].free[1] property/free-order",
		}},
		{"free backwards", rent(price("1"), term("2026-02-01", "2026-01-01"), civil.Period{}), []string{
			"agreed[0].free[0].end civil/period-reversed", "agreed[0].free[1].start invalid/required", "agreed[0].free[1] property/free-order",
		}},
		{"free outside the term", rent(price("1"), term("2025-12-31", "2026-01-02"), term("2026-12-31", "2027-01-02")), []string{
			"agreed[0].free[0] property/free-outside", "agreed[0].free[1] property/free-outside",
		}},
		{"free for ever", rent(price("1"), term("2026-05-01", "")), []string{"agreed[0].free[0] property/free-outside"}},
		{"free for ever in an open term", over(term("2026-01-01", ""), rent(price("1"), term("2026-05-01", ""))), nil},
		{"free without a term", over(civil.Period{}, rent(price("1"), term("2026-05-01", "2026-06-01"))), []string{"term.start invalid/required"}},
	})
}

// TestAgreedTwice: two tenancies of a unit agree the same fee.
func TestAgreedTwice(t *testing.T) {
	from := func(day string) civil.History[property.AgreedPrice] {
		return civil.History[property.AgreedPrice]{{From: on(day), Value: price("10")}}
	}
	both := func(owners, tenants []property.Agreed) property.Estate {
		e := property.Estate{
			Community: property.Community{Code: "rose"},
			Units:     []property.Unit{dwelling("t"), dwelling("u")}, Parties: parties("O", "T"),
			Tenancies: []property.Tenancy{owned("t", "2026-01-01", "", "O"), let("u", "2026-03-01", "2027-01-01", "T"), owned("u", "2026-01-01", "", "O")},
		}
		e.Tenancies[1].Code, e.Tenancies[1].Agreed, e.Tenancies[2].Agreed = "L-1", tenants, owners
		return e
	}
	pm := func(h civil.History[property.AgreedPrice]) []property.Agreed {
		return []property.Agreed{{Fee: "water", Prices: civil.Always(price("1"))}, {Fee: "pm", Prices: h}}
	}
	alone := func(h civil.History[property.AgreedPrice]) []property.Agreed { return pm(h)[1:] }
	until := from("2026-01-01")
	until[0].To = on("2026-05-31")
	stages := append(until, civil.Entry[property.AgreedPrice]{From: on("2026-06-01"), Value: price("11")})
	for _, tt := range []struct {
		name            string
		owners, tenants []property.Agreed
		want            []string
	}{
		{"different fees", alone(from("2026-01-01")), pm(nil)[:1], nil},
		{"one after the other", alone(until), alone(from("2026-06-01")), nil},
		{"from a day on", alone(from("2026-01-01")), alone(from("2026-06-01")), []string{
			"tenancies[2].agreed[0]: u/ownership/2026-01-01 and L-1 both agree a price for fee pm on 2026-06-01",
		}},
		{"one last day", pm(until), alone(from("2026-05-31")), []string{
			"tenancies[2].agreed[1]: u/ownership/2026-01-01 and L-1 both agree a price for fee pm on 2026-05-31",
		}},
		{"from the start of the second", alone(from("2025-01-01")), alone(from("2025-01-01")), []string{
			"tenancies[2].agreed[0]: u/ownership/2026-01-01 and L-1 both agree a price for fee pm on 2026-03-01",
		}},
		{"after the term of the lease", alone(from("2027-01-01")), alone(from("2025-01-01")), nil},
		{"each pair is said once", alone(stages), alone(from("2026-03-01")), []string{
			"tenancies[2].agreed[0]: u/ownership/2026-01-01 and L-1 both agree a price for fee pm on 2026-03-01",
		}},
		{"two fees", pm(from("2026-01-01")), pm(from("2026-01-01")), []string{
			"tenancies[2].agreed[0]: u/ownership/2026-01-01 and L-1 both agree a price for fee water on 2026-03-01",
			"tenancies[2].agreed[1]: u/ownership/2026-01-01 and L-1 both agree a price for fee pm on 2026-03-01",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := both(tt.owners, tt.tenants).Build()
			if tt.want == nil {
				require.NoError(t, err)
				return
			}
			require.True(t, rule(err, property.ErrAgreedTwice), "%v", err)
			require.Len(t, problems(t, err), len(tt.want))
			for _, want := range tt.want {
				require.ErrorContains(t, err, want)
			}
		})
	}
}

// jointHoldings is n units, each of which a couple holds.
func jointHoldings(n int) *property.Builder {
	b := property.NewBuilder(property.Community{Code: "rose"})
	for i := range n {
		unit, husband, wife := fmt.Sprint("u", i), fmt.Sprint("a", i), fmt.Sprint("b", i)
		b.Unit(property.Unit{Code: unit, Use: property.Dwelling})
		b.Party(property.Party{Code: husband})
		b.Party(property.Party{Code: wife})
		b.Tenancy(owned(unit, "2026-01-01", "", husband, wife))
	}
	return b
}

// TestManyJointHoldings: the time of a build grows with the holdings, not with their square,
// which for these takes half a minute.
func TestManyJointHoldings(t *testing.T) {
	const n = 200_000
	b := jointHoldings(n)
	start := time.Now()
	r, err := b.Build()
	require.NoError(t, err)
	require.Less(t, time.Since(start), 10*time.Second)
	require.Equal(t, n, r.TenancyCount())
}

func BenchmarkJointHoldings(b *testing.B) {
	b.Run("units=50000", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, err := jointHoldings(50_000).Build()
			require.NoError(b, err)
		}
	})
}
