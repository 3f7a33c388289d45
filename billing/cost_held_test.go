package billing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// lossOf are facts of a master meter of 1,000 kWh, and a sub-meter.
func lossOf(sub string) billing.Facts {
	device := []meter.Device{{Installed: civil.MustParse("2026-11-01")}}
	kWh := measure.MustParseUnit("kWh")
	read := func(code, value string) meter.Reading {
		return meter.Reading{Meter: code, On: civil.MustParse("2026-11-30"), Value: measure.MustParseQuantity(value), Source: meter.Manual}
	}
	return billing.Facts{
		Meters: []meter.Meter{
			{Code: "G", Kind: "electricity", Measures: kWh, Devices: device},
			{Code: "S", Kind: "electricity", Measures: kWh, Unit: "1-0101", Parent: "G", Devices: device},
		},
		Readings: []meter.Reading{read("G", "1000"), read("S", sub)},
		Costs:    []billing.Cost{{Code: "K", Tariff: "light", Period: november(), Of: billing.CostOf{Loss: &billing.LineLoss{Master: "G"}}}},
	}
}

// TestHeldCost: a loss below nothing is charged to nobody and says so in the bills; what was issued of it
// stands until it is known, and everything else is corrected.
func TestHeldCost(t *testing.T) {
	book := bookOf(sharedBy(0))
	book.Tariffs[0].Prices = priced("1.00")
	lift := byArea("lift", entry("", "", rate("0.50")))
	book.Tariffs = append(book.Tariffs, lift)
	issued := bills(t, prepare(t, staircase(2), book, lossOf("900"), november()))
	require.Len(t, issued[0].Lines, 2)

	book.Tariffs[1].Prices = priced("0.60")
	run := prepare(t, staircase(2), book, lossOf("1001"), november())
	require.Equal(t, []string{"K"}, run.HeldCosts())
	fresh := bills(t, run)
	require.Equal(t, []string{"K"}, fresh[0].HeldCosts)
	e, err := run.Estimate(0, run.Len())
	require.NoError(t, err)
	require.Equal(t, []string{"K"}, e.HeldCosts)
	for s := range run.Statements() {
		require.Equal(t, billing.ErrLossNegative, s.Held[0].Rule)
		require.Len(t, s.Held, 1)
		require.NoError(t, s.Verify())
	}
	corrections, err := billing.Correct(issued[:1], fresh[:1])
	require.NoError(t, err)
	require.Len(t, corrections, 1)
	for _, l := range corrections[0].Lines {
		require.Equal(t, "lift", l.Tariff)
	}

	// Where nothing else is charged, the unit is held, and there is nothing to compare with.
	alone := bookOf(sharedBy(0))
	alone.Tariffs[0].Prices = priced("1.00")
	run = prepare(t, staircase(2), alone, lossOf("1001"), november())
	for b, err := range run.Bills(0, run.Len()) {
		require.ErrorIs(t, err, billing.ErrCostHeld)
		require.True(t, b.IsHeld())
		_, err = billing.Correct(issued[:1], []billing.Bill{b})
		require.ErrorIs(t, err, billing.ErrHeldFresh)
		break
	}
}

// TestRemainderHolds: 0.09 over six by rounding each to 0.02 leaves −0.01 to the last: the cost is held.
func TestRemainderHolds(t *testing.T) {
	book := bookOf(sharedBy(billing.LastUnit, billing.ShareWeight{By: billing.ShareBy{Household: &billing.HouseholdShare{}}}))
	cost := costOf("K", "0.09 CNY", november())
	run := prepare(t, staircase(6), book, billing.Facts{Costs: []billing.Cost{cost}}, november())
	for s := range run.Statements() {
		require.Equal(t, billing.ErrRemainder, s.Held[0].Rule)
	}
	// A unit that weighs nothing never takes the remainder.
	floors := billing.ShareBy{Floor: &billing.FloorShare{Floors: []billing.FloorWeight{
		{Floors: property.FloorRange{From: 1, To: 3}, Weight: money.MustParsePrice("1").Decimal()}, {Floors: property.FloorRange{From: 4, To: 9}},
	}}}
	book = bookOf(sharedBy(billing.LastUnit, billing.ShareWeight{By: floors}))
	run = prepare(t, staircase(4), book, billing.Facts{Costs: []billing.Cost{costOf("K", "100.00 CNY", november())}}, november())
	var got []string
	for s := range run.Statements() {
		require.NoError(t, s.Verify())
		for _, u := range s.Shares {
			got = append(got, u.Share.String())
		}
	}
	require.Equal(t, []string{"33.33 CNY", "33.33 CNY", "33.34 CNY", "0.00 CNY"}, got)
}

// TestShareDueWithItsCost: a line of a tenant who left in March is due with the cost of the year.
func TestShareDueWithItsCost(t *testing.T) {
	year := civil.Period{Start: civil.MustParse("2026-01-01"), End: civil.MustParse("2027-01-01")}
	e := staircase(1)
	e.Tenancies = append(e.Tenancies, property.Tenancy{
		Unit: "1-0101", Kind: property.Lease, Holders: []property.Holder{{Party: e.Parties[0].Code}},
		Term: civil.Period{Start: year.Start, End: civil.MustParse("2026-03-16")}, Pays: []string{"light"},
	})
	run := prepare(t, e, bookOf(sharedBy(0)), billing.Facts{Costs: []billing.Cost{costOf("K", "365.00 CNY", year)}}, civil.MustParseMonth("2026-12"))
	for _, b := range bills(t, run) {
		for _, l := range b.Lines {
			require.Equal(t, "2026-12-31", run.DueOn(l).String())
		}
	}
}
