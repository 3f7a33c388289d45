package billing_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// TestLateCost corrects a cost that was too high, and one that came late.
func TestLateCost(t *testing.T) {
	run := func(costs ...billing.Cost) []billing.Bill {
		return bills(t, prepare(t, staircase(3), bookOf(sharedBy(0, byHousehold())), billing.Facts{Costs: costs}, november()))
	}
	issued := run(costOf("K1", "100.00 CNY", november()))
	fresh := run(costOf("K1", "90.00 CNY", november()), costOf("K2", "3.02 CNY", november()))
	var got []string
	for _, unit := range []string{"1-0101", "1-0201", "1-0301"} {
		of := func(bs []billing.Bill) []billing.Bill {
			return slices.DeleteFunc(slices.Clone(bs), func(b billing.Bill) bool { return b.Unit != unit })
		}
		bs, err := billing.Correct(of(issued), of(fresh))
		require.NoError(t, err)
		got = append(got, postings(bs)...)
		again, err := billing.Correct(slices.Concat(of(issued), bs), of(fresh))
		require.NoError(t, err)
		require.Empty(t, again)
	}
	require.Equal(t, []string{
		"1-0101/A/2026-11-01/1: -2.33 CNY",
		"  light/1-0101/A/2026-11-01/K1/-1: -33.34 (light/1-0101/A/2026-11-01/K1)",
		"  light/1-0101/A/2026-11-01/K1/2: 30.00 (light/1-0101/A/2026-11-01/K1)",
		"  light/1-0101/A/2026-11-01/K2: 1.01",
		"1-0201/B/2026-11-01/1: -2.32 CNY",
		"  light/1-0201/B/2026-11-01/K1/-1: -33.33 (light/1-0201/B/2026-11-01/K1)",
		"  light/1-0201/B/2026-11-01/K1/2: 30.00 (light/1-0201/B/2026-11-01/K1)",
		"  light/1-0201/B/2026-11-01/K2: 1.01",
		"1-0301/C/2026-11-01/1: -2.33 CNY",
		"  light/1-0301/C/2026-11-01/K1/-1: -33.33 (light/1-0301/C/2026-11-01/K1)",
		"  light/1-0301/C/2026-11-01/K1/2: 30.00 (light/1-0301/C/2026-11-01/K1)",
		"  light/1-0301/C/2026-11-01/K2: 1.00",
	}, got)
}

// TestRandomShareChanges changes costs, units, values and tariffs after the bills were issued: what corrects them makes
// what a fresh run comes to, and a second time nothing.
func TestRandomShareChanges(t *testing.T) {
	n := uint64(150)
	if testing.Short() {
		n = 40
	}
	adjusted := 0
	for seed := range n {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) { adjusted += checkShareChanges(t, seed) })
	}
	require.Greater(t, adjusted, int(n), "too few lines are corrected")
}

func FuzzShareChanges(f *testing.F) {
	for seed := range uint64(10) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) { checkShareChanges(t, seed) })
}

func checkShareChanges(t *testing.T, seed uint64) (adjusted int) {
	t.Helper()
	d := newDice(seed)
	s := d.sharing()
	run, ok := s.run(t)
	if !ok {
		return 0
	}
	first := bills(t, run)
	l := newLedger(first)
	inputs, before := run.Inputs(), billTexts(t, first)
	for range 2 {
		next := s
		next.estate, next.ours, next.more = copied(s.estate), copied(s.ours), copied(s.more)
		d.changeSharing(&next)
		run, ok := next.run(t)
		if !ok {
			continue
		}
		fresh := bills(t, run)
		if !slices.Equal(before, billTexts(t, fresh)) {
			require.NotEqual(t, inputs, run.Inputs(), "what changes a bill is among the inputs")
		}
		adjusted += l.correctShares(t, d, fresh)
		s, inputs, before = next, run.Inputs(), billTexts(t, fresh)
	}
	return adjusted
}

// run prepares the documents; false where they are refused.
func (s slowSharing) run(t *testing.T) (*billing.Run, bool) {
	t.Helper()
	reg, err := s.estate.Build()
	if err != nil {
		return nil, false
	}
	book, facts := s.documents()
	run, err := billing.Prepare(reg, book, facts, s.period)
	return run, err == nil
}

// correctShares corrects every unit to its fresh bills and checks that it then stands as they have it.
func (l ledger) correctShares(t *testing.T, d dice, fresh []billing.Bill) (n int) {
	t.Helper()
	byUnit := map[string][]billing.Bill{}
	for unit := range l {
		byUnit[unit] = nil
	}
	for _, b := range fresh {
		byUnit[b.Unit] = append(byUnit[b.Unit], b)
	}
	for unit, now := range byUnit {
		if len(now) > 0 && now[0].IsHeld() {
			continue
		}
		adjust, err := billing.Diff(shuffle(d, linesOf(l[unit])), shuffle(d, linesOf(now)))
		require.NoError(t, err)
		bs, err := billing.Correct(l[unit], now)
		require.NoError(t, err)
		require.ElementsMatch(t, texts(t, adjust), texts(t, linesOf(bs)))
		for _, b := range bs {
			require.NoError(t, billing.Verify(b))
			require.NoError(t, b.Why().Check())
		}
		l[unit] = append(l[unit], bs...)
		n += len(adjust)
		again, err := billing.Diff(linesOf(l[unit]), linesOf(now))
		require.NoError(t, err)
		require.Empty(t, again, "a second time there is nothing to correct")
		standing, err := billing.Standing(linesOf(l[unit]))
		require.NoError(t, err)
		require.Equal(t, amountsOf(linesOf(now)), amountsOf(standing))
		require.Equal(t, sumOfLines(linesOf(now)), sumOfLines(linesOf(l[unit])))
	}
	return n
}

// amountsOf are the lines' IDs and amounts. How a share of the same amount of the same cost came about makes no
// difference.
func amountsOf(lines []billing.Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, fmt.Sprintf("%s %s–%s %s %s %s", l.ID(), l.Period.Start, l.Period.End, l.Amount, l.Net, l.Tax))
	}
	slices.Sort(out)
	return out
}

// changeSharing makes one to three changes, such as are reported late.
func (d dice) changeSharing(s *slowSharing) {
	for range 1 + d.IntN(3) {
		f := &s.ours
		switch d.IntN(9) {
		case 0: // a cost was something else
			c := &f.Costs[d.IntN(len(f.Costs))]
			a := money.New(d.Int64N(1_000_000), s.book.Currency)
			c.Of = billing.CostOf{Amount: &a}
		case 1: // a cost came late
			f.Costs = append(f.Costs, d.cost(s, "late-"+strconv.Itoa(d.IntN(1000))))
		case 2:
			f.Costs = without(d, f.Costs)
			if len(f.Costs) == 0 {
				f.Costs = append(f.Costs, d.cost(s, "instead"))
			}
		case 3: // a unit was forgotten
			code := "2-" + strconv.Itoa(100+d.IntN(800))
			s.estate.Units = append(s.estate.Units, property.Unit{
				Code: code, Use: property.Dwelling, Areas: civil.Always(d.area()), DefaultPayer: "D", Building: "1", Floor: 1,
			})
			f.Headcounts = append(f.Headcounts, billing.Headcount{Unit: code, Persons: civil.Always(1)})
		case 4:
			d.changeEstate(&s.slow)
		case 5:
			if i := d.IntN(len(f.Values) + 1); i < len(f.Values) && f.Values[i].Number != nil {
				q := measure.NewQuantity(d.Int64N(1_000_000), f.Values[i].Number.Unit())
				f.Values[i].Number = &q
			}
		case 6:
			t := &s.more[d.IntN(len(s.more))]
			t.Tax = d.tax(&s.slow)
		case 7:
			t := &s.more[d.IntN(len(s.more))]
			if t.Basis.Shared != nil {
				t.Basis.Shared.Remainder = billing.RemainderRule(d.IntN(5))
			}
		case 8:
			if i := d.IntN(len(f.ShareTerms) + 1); i < len(f.ShareTerms) {
				f.ShareTerms[i].Base = f.ShareTerms[i].Base.Add(decimal.NewFromInt(12))
			}
		}
	}
}
