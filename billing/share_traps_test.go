package billing_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// TestTrap18 is trap 18 of DOMAIN-CN 0.4: shares that are rounded one by one lose or make fen.
func TestTrap18(t *testing.T) {
	for _, tt := range []struct {
		name, amount string
		areas        []string
		naive        string   // what shares rounded one by one come to
		want         []string // what is shared
	}{
		// 33.333… each
		{"EX-203", "100.00", []string{"80", "80", "80"}, "99.99", []string{"33.34", "33.33", "33.33"}},
		// 13,020.92 14,994.275 11,075.40 19,509.405: two halves are rounded up
		{"EX-304", "58600.00", []string{"88.88", "102.35", "75.60", "133.17"}, "58600.01", []string{"13020.92", "14994.28", "11075.40", "19509.40"}},
		// 0.0166… each: one by one six fen are made of ten
		{"a few fen", "0.10", []string{"1", "1", "1", "1", "1", "1"}, "0.12", []string{"0.02", "0.02", "0.02", "0.02", "0.01", "0.01"}},
		// 0.00142… each: one by one nothing is charged
		{"one fen", "0.01", []string{"50", "50", "50", "50", "50", "50", "50"}, "0.00", []string{"0.01", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := staircase(len(tt.areas))
			sum := new(big.Rat)
			for i, a := range tt.areas {
				e.Units[i].Areas = civil.Always(gross(a))
				sum.Add(sum, ratOf(a))
			}
			naive := new(big.Rat)
			for _, a := range tt.areas {
				fen := new(big.Rat).Mul(ratOf(tt.amount), big.NewRat(100, 1))
				rounded := roundTo(fen.Mul(fen, new(big.Rat).Quo(ratOf(a), sum)), money.ModeHalfUp)
				naive.Add(naive, new(big.Rat).SetFrac(rounded, big.NewInt(100)))
			}
			require.Equal(t, tt.naive, naive.FloatString(2), "the trap")

			run := prepare(t, e, bookOf(sharedBy(0)), billing.Facts{Costs: []billing.Cost{costOf("K", tt.amount+" CNY", november())}}, november())
			var got []string
			total := new(big.Rat)
			for _, l := range linesOf(bills(t, run)) {
				got = append(got, number(l.Amount))
				total.Add(total, ratOf(number(l.Amount)))
			}
			require.Equal(t, tt.want, got)
			require.Zero(t, total.Cmp(ratOf(tt.amount)), "the shares add up")
		})
	}
}

// TestRemainders is EX-203 and EX-304 under each of the named remainder rules.
func TestRemainders(t *testing.T) {
	for _, tt := range []struct {
		rule     billing.RemainderRule
		amount   string
		areas    []string
		want     []string
		absorbed string
	}{
		{billing.LargestRemainder, "100.00", []string{"80", "80", "80"}, []string{"33.34", "33.33", "33.33"}, ""},
		{billing.LastUnit, "100.00", []string{"80", "80", "80"}, []string{"33.33", "33.33", "33.34"}, ""},
		{billing.LargestWeight, "100.00", []string{"80", "80", "80"}, []string{"33.34", "33.33", "33.33"}, ""},
		{billing.LargestWeight, "100.00", []string{"80", "80.0001", "80"}, []string{"33.33", "33.34", "33.33"}, ""},
		{billing.Absorbed, "100.00", []string{"80", "80", "80"}, []string{"33.33", "33.33", "33.33"}, "0.01"},
		// 14,994.275 and 19,509.405 are rounded up, and one fen too many is taken back.
		{billing.LastUnit, "58600.00", []string{"88.88", "102.35", "75.60", "133.17"}, []string{"13020.92", "14994.28", "11075.40", "19509.40"}, ""},
		{billing.LargestWeight, "58600.00", []string{"133.17", "102.35", "75.60", "88.88"}, []string{"19509.40", "14994.28", "11075.40", "13020.92"}, ""},
		{billing.Absorbed, "58600.00", []string{"88.88", "102.35", "75.60", "133.17"}, []string{"13020.92", "14994.27", "11075.40", "19509.40"}, "0.01"},
	} {
		t.Run(tt.rule.String()+" "+tt.amount, func(t *testing.T) {
			e := staircase(len(tt.areas))
			for i, a := range tt.areas {
				e.Units[i].Areas = civil.Always(gross(a))
			}
			run := prepare(t, e, bookOf(sharedBy(tt.rule)), billing.Facts{Costs: []billing.Cost{costOf("K", tt.amount+" CNY", november())}}, november())
			var got []string
			for _, l := range linesOf(bills(t, run)) {
				got = append(got, number(l.Amount))
			}
			require.Equal(t, tt.want, got)
			st := slices.Collect(run.Statements())[0]
			require.NoError(t, st.Verify())
			absorbed := ""
			if st.Absorbed.Sign() != 0 {
				absorbed = number(st.Absorbed)
			}
			require.Equal(t, tt.absorbed, absorbed)
		})
	}
}
