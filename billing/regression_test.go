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

// The JSON of a bill with a zero tax (every untaxed bill) loses the zero with its currency.
func TestJSONLosesZeroTotals(t *testing.T) {
	b := bills(t, prepare(t, home(), pmBook(), billing.Facts{}, july))[0]
	back, err := invalid.Decode[billing.Bill]([]byte(toJSON(t, b)), "bill")
	require.NoError(t, err)
	require.NoError(t, billing.Verify(back))
	require.Equal(t, b, back)
}

// A rounding step with a zero at its end derives nothing.
func TestWhyOfJiao(t *testing.T) {
	book := pmBook()
	book.Tariffs[0].Rounding = money.Rounding{Step: decimal.RequireFromString("0.1")}
	b := bills(t, prepare(t, home(), book, billing.Facts{}, july))[0]
	require.Equal(t, "250.70 CNY", b.Total.String())
	require.NoError(t, b.Why().Check())
}

// The owner behind a tenant changes: two bills of one payer with one ID.
func TestTenantStaysOwnerChanges(t *testing.T) {
	e := home()
	e.Tenancies = []property.Tenancy{
		owner("1-0803", period("2020-01-01", "2026-07-11"), "H"), owner("1-0803", period("2026-07-11", ""), "N"),
		lease("1-0803", "T", period("2025-01-01", ""), "pm"),
	}
	got := bills(t, prepare(t, e, pmBook(), billing.Facts{}, july))
	uniqueIDs(t, got)
}

// One who is owner and tenant, by two tariffs: two bills, one ID, the same liable.
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

// A held unit out of every scope is held, but not in the inputs.
func TestHoldOutOfScopeIsNoInput(t *testing.T) {
	book := pmBook()
	book.Tariffs[0].AppliesTo = property.Scope{Uses: []property.Use{property.Shop}}
	a := prepare(t, home(), book, billing.Facts{}, july)
	b := prepare(t, home(), book, billing.Facts{Holds: []billing.Hold{{Unit: "1-0803", Reason: "诉讼"}}}, july)
	if toJSON(t, bills(t, a)) != toJSON(t, bills(t, b)) {
		require.NotEqual(t, a.Inputs(), b.Inputs())
	}
}

// A policy row of "6" for 6 % bills 600 %; the same in rates is refused.
func TestPolicyRateAboveOne(t *testing.T) {
	book := pmBook()
	book.Tariffs[0].Tax = &billing.Tax{Exclusive: &billing.TaxRate{Policy: "vat"}}
	reg, err := home().Build()
	require.NoError(t, err)
	_, err = billing.Prepare(reg, book, billing.Facts{Policies: []policy.Row{{Key: "vat", Value: "6", Source: "税法"}}}, july)
	require.ErrorIs(t, err, billing.ErrTaxTooHigh)
}

// Two holds of one unit: the last given wins, so the order of documents matters.
func TestTwoHoldsOfOneUnit(t *testing.T) {
	x, y := billing.Hold{Unit: "1-0803", Reason: "甲"}, billing.Hold{Unit: "1-0803", Reason: "乙"}
	reg, err := home().Build()
	require.NoError(t, err)
	a, err := billing.Prepare(reg, pmBook(), billing.Facts{Holds: []billing.Hold{x, y}}, july)
	if err != nil {
		return // refused is well
	}
	b, err := billing.Prepare(reg, pmBook(), billing.Facts{Holds: []billing.Hold{y, x}}, july)
	require.NoError(t, err)
	require.Equal(t, toJSON(t, bills(t, a)), toJSON(t, bills(t, b)))
	require.Equal(t, a.Inputs(), b.Inputs())
}

// The problems of policies stand at facts.policies.rows[0], a place the document does not have.
func TestPathOfPolicies(t *testing.T) {
	var l invalid.List
	billing.Facts{Policies: []policy.Row{{Key: "vat", Value: "0.06"}}}.Check(&l)
	require.Equal(t, []string{"policies[0].source invalid/required source"}, problems(l.Err("facts")))
}

// ChargeID of a line without a period panics, e.g. of a line read from {"lines":[{}]}.
func TestChargeIDPanics(t *testing.T) {
	require.NotPanics(t, func() { _ = billing.Line{}.ChargeID() })
}

// A run reads the caller's FloorRange after Prepare: bills change.
func TestRunKeepsTheCallersFloors(t *testing.T) {
	e := home()
	e.Units[0].Floor = 8
	book := pmBook()
	book.Tariffs[0].AppliesTo = property.Scope{Floors: &property.FloorRange{From: 1, To: 10}}
	run := prepare(t, e, book, billing.Facts{}, july)
	was := toJSON(t, bills(t, run))
	book.Tariffs[0].AppliesTo.Floors.To = 5
	require.Equal(t, was, toJSON(t, bills(t, run)))
}

// Inputs reads the caller's documents after Prepare.
func TestInputsOfTheCallersBook(t *testing.T) {
	book := pmBook()
	facts := billing.Facts{Policies: []policy.Row{{Key: "vat", Value: "0.06", Source: "税法"}}}
	run := prepare(t, home(), book, facts, july)
	was := run.Inputs()
	book.Tariffs[0].Prices[0].Value = rate("9")
	require.Equal(t, was, run.Inputs(), "book")
	facts.Policies[0].Value = "0.5"
	require.Equal(t, was, run.Inputs(), "facts")
}

// The sum of one payer's lines is too large: the unit is held and billed at once, and the cursor
// bills it without an error.
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

// Lines of a quarter allocate, which AppendLines says they do not.
func TestSeveralMonthsAllocate(t *testing.T) {
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

// Joint holders are interned by a text in which codes run into each other: the second
// unit is billed to the first one's owners (package property).
func TestJointHoldersMixedUp(t *testing.T) {
	e := home()
	for _, code := range []string{"A", "B+C", "A+B", "C"} {
		e.Parties = append(e.Parties, property.Party{Code: code})
	}
	u := e.Units[0]
	u.Code = "1-0804"
	e.Units = append(e.Units, u)
	e.Tenancies = []property.Tenancy{owner("1-0803", period("2020-01-01", ""), "A", "B+C"), owner("1-0804", period("2020-01-01", ""), "A+B", "C")}
	reg, err := e.Build()
	if err != nil {
		return // refused is well
	}
	run, err := billing.Prepare(reg, pmBook(), billing.Facts{}, july)
	require.NoError(t, err)
	require.Equal(t, []string{"A+B", "C"}, bills(t, run)[1].Liable)
}

// A line counted twice verifies, if the totals count it twice as well.
func TestLineTwice(t *testing.T) {
	b := taxedBill(t)
	b.Lines = append(b.Lines, b.Lines[5]) // waste, 8.00
	b.Net, b.Total = money.New(b.Net.Minor()+800, cny), money.New(b.Total.Minor()+800, cny)
	require.Error(t, billing.Verify(b))
}

// A line whose earlier sum is not that of the lines before it in the same bill verifies.
func TestBrokenChain(t *testing.T) {
	b := storyBill(t)
	b.Lines[1].Facts.Product.Before = billing.Exact{}
	require.Error(t, billing.Verify(b))
}

// A bill without lines that is not held verifies.
func TestEmptyBill(t *testing.T) {
	require.Error(t, billing.Verify(billing.Bill{}))
}

// Enum values that no word has pass Prepare: a tariff in state 7 silently does not bill.
func TestEnumsOutOfRange(t *testing.T) {
	reg, err := home().Build()
	require.NoError(t, err)
	for name, change := range map[string]func(*billing.Tariff){
		"state":     func(t *billing.Tariff) { t.State = 7 },
		"area":      func(t *billing.Tariff) { t.Basis.Area.Of = 7 },
		"proration": func(t *billing.Tariff) { t.Proration = 7 },
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

// A nil register and a unit that is not there panic.
func TestPanics(t *testing.T) {
	run := prepare(t, home(), pmBook(), billing.Facts{}, july)
	require.NotPanics(t, func() { _, err := run.Cursor().AppendLines(nil, run.Len()); require.Error(t, err) })
	require.NotPanics(t, func() { _, err := run.Cursor().AppendLines(nil, -1); require.Error(t, err) })
	require.NotPanics(t, func() { _, err := billing.Prepare(nil, pmBook(), billing.Facts{}, july); require.Error(t, err) })
}

// The step that is too large is told in least units.
func TestStepMessage(t *testing.T) {
	reg, err := home().Build()
	require.NoError(t, err)
	book := pmBook()
	book.Tariffs[0].Rounding = money.Rounding{Step: decimal.NewFromInt(100_000_000)}
	_, err = billing.Prepare(reg, book, billing.Facts{}, july)
	require.ErrorContains(t, err, "100000000")
	require.ErrorContains(t, err, "book.tariffs[0].rounding.step")
}

// Verify accepts a tax mode that no word has.
func TestVerifyTaxMode(t *testing.T) {
	b := bills(t, prepare(t, home(), pmBook(), billing.Facts{}, july))[0]
	b.Lines[0].TaxMode = 9
	require.Error(t, billing.Verify(b))
}

// A quantity without a unit verifies, but its derivation cannot be checked.
func TestNoUnit(t *testing.T) {
	b := bills(t, prepare(t, home(), bookOf(fixed("waste", "8")), billing.Facts{}, july))[0]
	require.NoError(t, b.Lines[0].Facts.Product.Quantity.UnmarshalText([]byte("1")))
	require.Equal(t, billing.Verify(b) == nil, b.Why().Check() == nil)
}

// Inputs differ by the number of zeros in a price, and by the order of a list of units.
func TestInputsOfEqualPrices(t *testing.T) {
	a, b := pmBook(), pmBook()
	b.Tariffs[0].Prices[0].Value = rate("2.8")
	require.Equal(t, prepare(t, home(), a, billing.Facts{}, july).Inputs(), prepare(t, home(), b, billing.Facts{}, july).Inputs())
}
