package billing_test

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// TestRandomEstates holds the package to its promises on estates made at random.
func TestRandomEstates(t *testing.T) {
	n := uint64(600)
	if testing.Short() {
		n = 200
	}
	for seed := range n {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) { checkEstate(t, seed) })
	}
}

func FuzzBill(f *testing.F) {
	for seed := range uint64(10) {
		f.Add(seed)
	}
	f.Fuzz(checkEstate)
}

func checkEstate(t *testing.T, seed uint64) {
	t.Helper()
	d := newDice(seed)
	checkDocuments(t, d, d.documents())
}

func checkDocuments(t *testing.T, d dice, s slow) {
	t.Helper()
	run := prepare(t, s.estate, s.book, s.facts, s.period)
	got := bills(t, run)

	// Every amount is that of the slow way, day by day.
	texts := make([]string, len(got))
	for i, b := range got {
		texts[i] = quickText(b)
	}
	if diff := gocmp.Diff(s.bills(), texts, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("mismatch (-slow +package)\n%s", diff)
	}

	ids := map[string]bool{}
	for _, b := range got {
		require.NoError(t, billing.Verify(b))
		require.False(t, ids[b.ID()], b.ID())
		ids[b.ID()] = true
		if b.IsHeld() {
			continue
		}
		checkBill(t, b, ids)
	}

	whole := toJSON(t, got)
	checkCuts(t, d, run, got)
	checkLines(t, run, got)

	// A second iteration, a second run and a run of shuffled documents are the same.
	require.Equal(t, whole, toJSON(t, bills(t, run)))
	other := d.shuffled(s)
	again := prepare(t, other.estate, other.book, other.facts, other.period)
	require.Equal(t, whole, toJSON(t, bills(t, again)))
	require.Equal(t, run.Inputs(), again.Inputs())

	// The JSON alone carries the bill.
	for _, b := range got {
		back, err := invalid.Decode[billing.Bill]([]byte(toJSON(t, b)), "bill")
		require.NoError(t, err)
		require.NoError(t, billing.Verify(back))
		require.Equal(t, toJSON(t, b), toJSON(t, back))
		require.Equal(t, toJSON(t, b.Why()), toJSON(t, back.Why()))
	}
}

func checkBill(t *testing.T, b billing.Bill, ids map[string]bool) {
	t.Helper()
	why := b.Why()
	require.NoError(t, why.Check())
	require.Equal(t, b.Total.Currency().String(), why.Value.Unit)
	require.Equal(t, 0, ratOf(why.Value.Text).Cmp(ratOf(number(b.Total))))
	for _, l := range b.Lines {
		require.False(t, ids[l.ID()], l.ID())
		ids[l.ID()] = true
		require.NoError(t, l.Verify())
		require.NoError(t, l.Why().Check())
		require.NoError(t, l.WhyTax().Check())
		if l.Facts.Total == nil { // a total may be rounded down
			require.GreaterOrEqual(t, l.Amount.Minor(), int64(0))
		}
		least := int64(0)
		if l.Facts.Instalment != nil { // gross and net are rounded apart: 0.00 less 0.01
			least = -1
		}
		require.GreaterOrEqual(t, l.Tax.Minor(), least)
	}
}

// checkCuts cuts the run into ranges: put together they are the whole, byte for byte.
func checkCuts(t *testing.T, d dice, run *billing.Run, whole []billing.Bill) {
	t.Helper()
	cuts := []property.Ref{0, run.Len()}
	for range d.IntN(4) {
		cuts = append(cuts, property.Ref(d.IntN(int(run.Len())+1)))
	}
	slices.Sort(cuts)
	var parts []billing.Bill
	for i := range cuts[1:] {
		parts = append(parts, billsOf(t, run, cuts[i], cuts[i+1])...)
	}
	require.Equal(t, toJSON(t, whole), toJSON(t, parts))
}

// TestRandomThreads bills runs in several threads at once: put together, their ranges are the whole.
func TestRandomThreads(t *testing.T) {
	for seed := range uint64(40) {
		s := newDice(seed).documents()
		run := prepare(t, s.estate, s.book, s.facts, s.period)
		var parts [3][]billing.Bill
		var wrong [3]bool
		var all sync.WaitGroup
		for i := range parts {
			all.Go(func() {
				n := run.Len()
				for b, err := range run.Bills(n*property.Ref(i)/3, n*property.Ref(i+1)/3) {
					parts[i], wrong[i] = append(parts[i], b), wrong[i] || b.IsHeld() != (err != nil)
				}
			})
		}
		all.Wait()
		require.Equal(t, toJSON(t, bills(t, run)), toJSON(t, slices.Concat(parts[:]...)))
		require.NotContains(t, wrong, true)
	}
}

// checkLines compares a cursor's lines with those of the bills.
func checkLines(t *testing.T, run *billing.Run, whole []billing.Bill) {
	t.Helper()
	c := run.Cursor()
	for u := range run.Len() {
		code := run.Register().Code(u)
		var want []billing.Line
		held := false
		for _, b := range whole {
			if b.Unit == code {
				want = append(want, slices.DeleteFunc(slices.Clone(b.Lines), func(l billing.Line) bool { return l.Facts.Total != nil })...)
				held = held || b.IsHeld()
			}
		}
		slices.SortFunc(want, func(x, y billing.Line) int {
			claim := func(l billing.Line) string {
				if l.Facts.Quoted == nil {
					return ""
				}
				return l.Facts.Quoted.Claim
			}
			return cmp.Or(strings.Compare(x.Tariff, y.Tariff), cmp.Compare(x.Period.Start, y.Period.Start),
				strings.Compare(claim(x), claim(y)), strings.Compare(x.Payer, y.Payer))
		})
		got, err := c.AppendLines(nil, u)
		require.Equal(t, held, err != nil)
		require.Equal(t, len(want), len(got))
		for i := range want {
			require.Equal(t, want[i], got[i])
		}
	}
}

// TestEveryDayOfSixYears cuts an unchanged month at every one of its days, and in three.
func TestEveryDayOfSixYears(t *testing.T) {
	for month := civil.MustNew(2023, 1, 1); month.Year() < 2029; month = month.NextMonth() {
		n := month.NextMonth().DaysSince(month)
		for cut := 1; cut < n; cut++ {
			checkStretches(t, month, 89_5300+int64(cut*7919), 2_800_000+int64(month), 1<<cut)
			checkStretches(t, month, 100_5000, 1_250_000, 1<<cut|1<<(cut/2)|1<<(n-1))
		}
		checkStretches(t, month, 89_5300, 2_800_000, 1<<31-1)
	}
}

// FuzzStretches cuts a month whose price and area do not change wherever the payer does.
func FuzzStretches(f *testing.F) {
	f.Add(uint8(42), int64(89_5300), int64(2_800_000), uint32(1<<10))
	f.Add(uint8(37), int64(100_5000), int64(1_250_000), uint32(0xFFFFFFFF))
	f.Add(uint8(61), int64(1), int64(1), uint32(0x55555555))
	f.Add(uint8(0), int64(1<<40), int64(1<<40), uint32(0x0F0F0F0F))
	f.Add(uint8(1), int64(1<<62), int64(1), uint32(0xFFFFFFFF))
	f.Fuzz(func(t *testing.T, month uint8, area, price int64, cuts uint32) {
		if area < 1 || price < 0 {
			return
		}
		checkStretches(t, civil.MustNew(2023, 1, 1).AddMonths(int(month)%72), area, price, cuts)
	})
}

// checkStretches sells a home on each day of the set, to one neighbour or the other.
func checkStretches(t *testing.T, month civil.Date, area, price int64, cuts uint32) {
	t.Helper()
	n := month.NextMonth().DaysSince(month)
	size, err := measure.NewArea(area)
	require.NoError(t, err)
	per, err := money.NewPrice(price)
	require.NoError(t, err)
	e := home()
	e.Units[0].Areas = civil.Always(property.Areas{Gross: size})
	e.Tenancies = nil
	starts := []int{0}
	for i := 1; i < n; i++ {
		if cuts&(1<<i) != 0 {
			starts = append(starts, i)
		}
	}
	for i, at := range starts {
		term := civil.Period{Start: month.AddDays(at)}
		if i+1 < len(starts) {
			term.End = month.AddDays(starts[i+1])
		}
		e.Tenancies = append(e.Tenancies, owner("1-0803", term, []string{"H", "N"}[i%2]))
	}
	b := bookOf(byArea("pm", civil.Entry[billing.Rate]{Value: billing.Rate{Price: per.Decimal(), Free: price == 0}}))
	run := prepare(t, e, b, billing.Facts{}, civil.Period{Start: month, End: month.NextMonth()})
	lines, err := run.Cursor().AppendLines(nil, 0)

	// fen = area × price × days ÷ of × 10⁻⁸, by big rationals
	fen := func(days int) *big.Int {
		x := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(area), big.NewInt(price)), big.NewInt(1e8))
		return roundTo(x.Mul(x, big.NewRat(int64(days), int64(n))), money.ModeHalfUp)
	}
	if !fen(n).IsInt64() {
		require.ErrorIs(t, err, billing.ErrAmountTooLarge)
		return
	}
	require.NoError(t, err)
	require.Len(t, lines, len(starts))
	sum := new(big.Int)
	for i, l := range lines {
		end := n
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		want := new(big.Int).Sub(fen(end), fen(starts[i]))
		require.Equal(t, want.String(), big.NewInt(l.Amount.Minor()).String(), "%s", l.ID())
		require.Equal(t, end-starts[i], int(l.Facts.Product.Days))
		require.NoError(t, l.Verify())
		require.NoError(t, l.Why().Check())
		sum.Add(sum, want)
	}
	require.Equal(t, fen(n).String(), sum.String())
}
