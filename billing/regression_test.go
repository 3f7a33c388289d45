package billing_test

// Defects that were found before the first landing, each with the test that found it.

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

var july = civil.MustParseMonth("2026-07")

func pmBook() billing.Book { return bookOf(byArea("pm", entry("", "", rate("2.80")))) }

// The JSON of a bill keeps a tax of zero with its currency.
func TestJSONKeepsZeroTotals(t *testing.T) {
	b := bills(t, prepare(t, home(), pmBook(), billing.Facts{}, july))[0]
	back, err := invalid.Decode[billing.Bill]([]byte(toJSON(t, b)), "bill")
	require.NoError(t, err)
	require.NoError(t, billing.Verify(back))
	require.Equal(t, b, back)
}

// A charge rounded to 0.10 derives, though the step is written with a zero at its end.
func TestWhyOfJiao(t *testing.T) {
	book := pmBook()
	book.Tariffs[0].Rounding = money.Rounding{Step: decimal.RequireFromString("0.1")}
	b := bills(t, prepare(t, home(), book, billing.Facts{}, july))[0]
	require.Equal(t, "250.70 CNY", b.Total.String())
	require.NoError(t, b.Why().Check())
}

// The owner behind a tenant changes: the tenant still has one bill, for which both owners answer.
func TestTenantStaysOwnerChanges(t *testing.T) {
	e := home()
	e.Tenancies = []property.Tenancy{
		owner("1-0803", period("2020-01-01", "2026-07-11"), "H"), owner("1-0803", period("2026-07-11", ""), "N"),
		lease("1-0803", "T", period("2025-01-01", ""), "pm"),
	}
	got := bills(t, prepare(t, e, pmBook(), billing.Facts{}, july))
	uniqueIDs(t, got)
	require.Len(t, got, 1)
	require.Equal(t, []string{"T", "H", "N"}, got[0].Liable)
}

// One who pays one fee as tenant and another as owner has one bill.
func TestOwnerIsTenant(t *testing.T) {
	e := home()
	e.Tenancies = append(e.Tenancies, lease("1-0803", "H", period("2025-01-01", ""), "pm"))
	book := pmBook()
	book.Tariffs = append(book.Tariffs, fixed("waste", "8"))
	uniqueIDs(t, bills(t, prepare(t, e, book, billing.Facts{}, july)))
}

func uniqueIDs(t *testing.T, got []billing.Bill) {
	t.Helper()
	ids := map[string]bool{}
	for _, b := range got {
		require.False(t, ids[b.ID()], "two bills %s:\n%s", b.ID(), strings.Join(show(got), "\n"))
		ids[b.ID()] = true
	}
}

// A unit that no tariff charges cannot be held.
func TestHoldOutOfScope(t *testing.T) {
	book := pmBook()
	book.Tariffs[0].AppliesTo = property.Scope{Uses: []property.Use{property.Shop}}
	a := prepare(t, home(), book, billing.Facts{}, july)
	b := prepare(t, home(), book, billing.Facts{Holds: []billing.Hold{{Unit: "1-0803", Reason: "诉讼"}}}, july)
	require.Empty(t, bills(t, b))
	require.Equal(t, a.Inputs(), b.Inputs())
}

// A policy row of "6" for 6 % is refused, as it is in rates.
func TestPolicyRateAboveOne(t *testing.T) {
	book := pmBook()
	book.Tariffs[0].Tax = &billing.Tax{Exclusive: &billing.TaxRate{Policy: "vat"}}
	reg, err := home().Build()
	require.NoError(t, err)
	_, err = billing.Prepare(reg, book, billing.Facts{Policies: []policy.Row{{Key: "vat", Value: "6", Source: "税法"}}}, july)
	require.ErrorIs(t, err, billing.ErrTaxTooHigh)
}

// Two holds of one unit are refused: neither can win without the order of documents mattering.
func TestTwoHoldsOfOneUnit(t *testing.T) {
	x, y := billing.Hold{Unit: "1-0803", Reason: "甲"}, billing.Hold{Unit: "1-0803", Reason: "乙"}
	reg, err := home().Build()
	require.NoError(t, err)
	_, err = billing.Prepare(reg, pmBook(), billing.Facts{Holds: []billing.Hold{x, y}}, july)
	require.ErrorIs(t, err, billing.ErrHoldTwice)
	require.Equal(t, []string{"facts.holds[1].unit billing/hold-twice 1-0803"}, problems(err))
}

// The problems of policies stand at a place that the document has.
func TestPathOfPolicies(t *testing.T) {
	var l invalid.List
	billing.Facts{Policies: []policy.Row{{Key: "vat", Value: "0.06"}}}.Check(&l)
	require.Equal(t, []string{"policies[0].source invalid/required source"}, problems(l.Err("facts")))
}

// A line without a period, read from {"lines":[{}]}, has a charge ID all the same.
func TestChargeIDOfNothing(t *testing.T) {
	require.NotPanics(t, func() { _ = billing.Line{}.ChargeID() })
}

// A run does not see the caller's floors change.
func TestRunOwnsItsFloors(t *testing.T) {
	e := home()
	e.Units[0].Floor = 8
	book := pmBook()
	book.Tariffs[0].AppliesTo = property.Scope{Floors: &property.FloorRange{From: 1, To: 10}}
	run := prepare(t, e, book, billing.Facts{}, july)
	was := toJSON(t, bills(t, run))
	book.Tariffs[0].AppliesTo.Floors.To = 5
	require.Equal(t, was, toJSON(t, bills(t, run)))
}

// Nor the caller's prices and policies.
func TestRunOwnsItsDocuments(t *testing.T) {
	book := pmBook()
	facts := billing.Facts{Policies: []policy.Row{{Key: "vat", Value: "0.06", Source: "税法"}}}
	run := prepare(t, home(), book, facts, july)
	was := run.Inputs()
	book.Tariffs[0].Prices[0].Value = rate("9")
	require.Equal(t, was, run.Inputs(), "book")
	facts.Policies[0].Value = "0.5"
	require.Equal(t, was, run.Inputs(), "facts")
}

// A unit whose lines for one payer are too large together is held whole, by the cursor too.
func TestHeldAndBilled(t *testing.T) {
	e := home()
	e.Units[0].Areas = civil.Always(gross("922337203685477.5807"))
	e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2025-01-01", ""), "a", "b"))
	book := bookOf(byArea("a", entry("", "", rate("100"))), byArea("b", entry("", "", rate("100"))), fixed("c", "8"))
	run := prepare(t, e, book, billing.Facts{}, july)
	held, billed := 0, 0
	for _, b := range bills(t, run) {
		if b.IsHeld() {
			held++
		} else {
			billed++
		}
	}
	require.False(t, held > 0 && billed > 0, "held %d, billed %d", held, billed)
	_, err := run.Cursor().AppendLines(nil, 0)
	require.Equal(t, held > 0, err != nil)
}

// Lines of a quarter do not allocate.
func TestSeveralMonthsAllocateNothing(t *testing.T) {
	run := prepare(t, home(), pmBook(), billing.Facts{}, period("2026-07-01", "2026-10-01"))
	c := run.Cursor()
	buf := make([]billing.Line, 0, 64)
	lines := func() {
		var err error
		if buf, err = c.AppendLines(buf[:0], 0); err != nil {
			t.Fatal(err)
		}
	}
	lines()
	require.Zero(t, testing.AllocsPerRun(100, lines))
}

// Joint holders whose codes would run into the key of others are refused, never mixed up.
func TestJointHoldersKeptApart(t *testing.T) {
	e := home()
	for _, code := range []string{"A", "B+C", "A+B", "C"} {
		e.Parties = append(e.Parties, property.Party{Code: code})
	}
	u := e.Units[0]
	u.Code = "1-0804"
	e.Units = append(e.Units, u)
	e.Tenancies = []property.Tenancy{owner("1-0803", period("2020-01-01", ""), "A", "B+C"), owner("1-0804", period("2020-01-01", ""), "A+B", "C")}
	_, err := e.Build()
	require.ErrorIs(t, err, property.ErrHolderKey)
}

// A line counted twice does not verify, even if the totals count it twice as well.
func TestLineTwice(t *testing.T) {
	b := taxedBill(t)
	b.Lines = append(b.Lines, b.Lines[5]) // waste, 8.00
	b.Net, b.Total = money.New(b.Net.Minor()+800, cny), money.New(b.Total.Minor()+800, cny)
	require.Error(t, billing.Verify(b))
}

// Nor a line whose earlier sum is not that of the lines before it in the bill.
func TestBrokenChain(t *testing.T) {
	b := storyBill(t)
	b.Lines[1].Facts.Product.Before = billing.Exact{}
	require.Error(t, billing.Verify(b))
}

// Nor a bill without lines that is not held.
func TestEmptyBill(t *testing.T) {
	require.Error(t, billing.Verify(billing.Bill{}))
}

// A tariff in state 7 is refused, and does not silently bill nothing.
func TestEnumsOutOfRange(t *testing.T) {
	reg, err := home().Build()
	require.NoError(t, err)
	for name, change := range map[string]func(*billing.Tariff){
		"state":     func(t *billing.Tariff) { t.State = 7 },
		"area":      func(t *billing.Tariff) { t.Basis.Area.Of = 7 },
		"proration": func(t *billing.Tariff) { t.Proration.Method = 99 },
		"payer":     func(t *billing.Tariff) { t.Payer = 9 },
	} {
		t.Run(name, func(t *testing.T) {
			book := pmBook()
			change(&book.Tariffs[0])
			_, err := billing.Prepare(reg, book, billing.Facts{}, july)
			require.Error(t, err)
		})
	}
}

// No register and a unit that is not there are errors.
func TestErrorsInsteadOfPanics(t *testing.T) {
	run := prepare(t, home(), pmBook(), billing.Facts{}, july)
	require.NotPanics(t, func() { _, err := run.Cursor().AppendLines(nil, run.Len()); require.Error(t, err) })
	require.NotPanics(t, func() { _, err := run.Cursor().AppendLines(nil, -1); require.Error(t, err) })
	require.NotPanics(t, func() { _, err := billing.Prepare(nil, pmBook(), billing.Facts{}, july); require.Error(t, err) })
}

// A step that is too large is told as the tariff writes it, at its place.
func TestStepMessage(t *testing.T) {
	reg, err := home().Build()
	require.NoError(t, err)
	book := pmBook()
	book.Tariffs[0].Rounding = money.Rounding{Step: decimal.NewFromInt(100_000_000)}
	_, err = billing.Prepare(reg, book, billing.Facts{}, july)
	require.ErrorContains(t, err, "100000000")
	require.ErrorContains(t, err, "book.tariffs[0].rounding.step")
}

// A tax mode that no word has does not verify.
func TestVerifyTaxMode(t *testing.T) {
	b := bills(t, prepare(t, home(), pmBook(), billing.Facts{}, july))[0]
	b.Lines[0].TaxMode = 9
	require.Error(t, billing.Verify(b))
}

// Verify and the derivation agree on a quantity without a unit.
func TestNoUnit(t *testing.T) {
	b := bills(t, prepare(t, home(), bookOf(fixed("waste", "8")), billing.Facts{}, july))[0]
	require.NoError(t, b.Lines[0].Facts.Product.Quantity.UnmarshalText([]byte("1")))
	require.Equal(t, billing.Verify(b) == nil, b.Why().Check() == nil)
}

// 2.80 and 2.8 are the same input.
func TestInputsOfEqualPrices(t *testing.T) {
	a, b := pmBook(), pmBook()
	b.Tariffs[0].Prices[0].Value = rate("2.8")
	require.Equal(t, prepare(t, home(), a, billing.Facts{}, july).Inputs(), prepare(t, home(), b, billing.Facts{}, july).Inputs())
}

// A vacancy of one unit says nothing of the next, whose month something else cuts.
func TestVacancyStaysWithItsUnit(t *testing.T) {
	e := home()
	next := e.Units[0]
	next.Code = "1-0804"
	e.Units = append(e.Units, next)
	e.Tenancies = append(e.Tenancies, owner("1-0804", period("2020-01-01", "2026-07-11"), "H"), owner("1-0804", period("2026-07-11", ""), "N"))
	book := pmBook()
	book.Tariffs[0].Reliefs = &billing.Reliefs{Vacancy: &billing.VacancyRelief{Charge: decimal.RequireFromString("0.7")}}
	facts := billing.Facts{Vacancies: []billing.Vacancy{{Unit: "1-0803", Period: period("2026-07-16", ""), RegisteredOn: day("2026-07-16")}}}
	for _, b := range bills(t, prepare(t, e, book, facts, july)) {
		for _, l := range b.Lines {
			vacant := l.Unit == "1-0803" && l.Period.Start == day("2026-07-16")
			require.Equal(t, vacant, l.Facts.Product.Factor != money.One(), l.ID())
		}
	}
}

// What two payers owe of one percentage shares its rounding, and each bill verifies alone.
func TestPercentOfTwoPayers(t *testing.T) {
	e := home()
	e.Parties = append(e.Parties, property.Party{Code: "Z", Name: "租户"})
	e.Tenancies = append(e.Tenancies, lease("1-0803", "Z", period("2026-01-01", ""), "lift"))
	part := fixed("mgmt", "0.05")
	part.Basis = billing.Basis{Percent: &billing.PercentBasis{Of: []string{"pm", "lift"}}}
	part.Prices = history(entry("", "2026-07-10", rate("0.05")), entry("2026-07-11", "", rate("0.06")))
	book := bookOf(byArea("pm", entry("", "", rate("2.80"))), byArea("lift", entry("", "", rate("0.35"))), part)
	got := bills(t, prepare(t, e, book, billing.Facts{}, july))
	require.Len(t, got, 2)
	for _, b := range got {
		require.NoError(t, billing.Verify(b))
		require.NoError(t, b.Why().Check())
	}
}
