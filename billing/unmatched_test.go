package billing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/money"
)

// TestUnmatched: a tenant who pays "pmm" pays nothing, and a tariff for "dweling" charges
// nobody; both are told.
func TestUnmatched(t *testing.T) {
	e := home()
	e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2026-01-01", ""), "pmm", "pm"))
	typo := byArea("lift", entry("", "", rate("0.35")))
	typo.AppliesTo = property.Scope{Uses: []property.Use{"dweling"}}
	draft := byArea("waste", entry("", "", rate("8")))
	draft.State, draft.AppliesTo = billing.Draft, typo.AppliesTo
	run := prepare(t, e, bookOf(byArea("pm", entry("", "", rate("2.80"))), typo, draft), billing.Facts{}, july)
	require.Equal(t, billing.Unmatched{Fees: []string{"pmm"}, Tariffs: []string{"lift"}}, run.Unmatched())
	e.Tenancies[len(e.Tenancies)-1].Pays = []string{property.AllFees}
	require.Equal(t, billing.Unmatched{Tariffs: []string{"lift"}}, prepare(t, e, bookOf(typo), billing.Facts{}, july).Unmatched())
}

// TestVerifyDaysTwice: the same days charged twice under another key, or a first of the month
// that counts something before it, do not verify.
func TestVerifyDaysTwice(t *testing.T) {
	good := bills(t, prepare(t, home(), pmBook(), billing.Facts{}, july))[0]
	require.NoError(t, billing.Verify(good))

	twice := good
	again := good.Lines[0]
	again.Period.Start = again.Period.Start.AddDays(1)
	again.Facts.Product.Days--
	again.Amount = money.MustParse("242.60 CNY") // 89.53 × 2.80 × 30/31 = 242.597
	again.Net = again.Amount
	twice.Lines = []billing.Line{good.Lines[0], again}
	twice.Net, twice.Total = money.MustParse("493.28 CNY"), money.MustParse("493.28 CNY")
	require.ErrorIs(t, billing.Verify(twice), billing.ErrLineTwice)

	before := good
	line := good.Lines[0]
	require.NoError(t, line.Facts.Product.Before.UnmarshalText([]byte("0.0031")))
	before.Lines = []billing.Line{line}
	require.ErrorIs(t, billing.Verify(before), billing.ErrLineChain)
}
