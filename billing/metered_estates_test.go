package billing_test

import (
	"slices"
	"strconv"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/invalid"
)

// TestRandomMeteredEstates holds metered charges to what a slow way comes to from the raw readings, to the least unit.
func TestRandomMeteredEstates(t *testing.T) {
	n := uint64(600)
	if testing.Short() {
		n = 150
	}
	for seed := range n {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) { checkMeteredEstate(t, seed) })
	}
}

func FuzzMeteredEstates(f *testing.F) {
	for seed := range uint64(10) {
		f.Add(seed)
	}
	f.Fuzz(checkMeteredEstate)
}

func checkMeteredEstate(t *testing.T, seed uint64) {
	t.Helper()
	d := newDice(seed)
	s := d.meteredDocuments()
	run := prepare(t, s.estate, s.book, s.facts, s.period)
	got := bills(t, run)
	byUnit := map[string][]string{}
	held := map[string]billing.Bill{}
	for _, b := range got {
		if b.IsHeld() {
			held[b.Unit] = b
		}
		for _, l := range b.Lines {
			byUnit[b.Unit] = append(byUnit[b.Unit], quickMetered(l))
		}
	}
	for _, u := range s.estate.Units {
		want, ok := s.meteredLines(u)
		if !ok {
			want = nil
		}
		slices.Sort(byUnit[u.Code])
		if diff := gocmp.Diff(want, byUnit[u.Code], cmpopts.EquateEmpty()); diff != "" || ok == held[u.Code].IsHeld() {
			t.Fatalf("%s held %v, slow ok %v: mismatch (-slow +package)\n%s\n%v", u.Code, held[u.Code].IsHeld(), ok, diff, fieldTexts(held[u.Code].Held))
		}
	}
	checkMeteredBills(t, d, s, run, got)
}

// checkMeteredBills holds what is true of every run: bills verify and derive, from JSON alone; ranges are the whole;
// the order of documents does not matter; charged again there is no difference.
func checkMeteredBills(t *testing.T, d dice, s slow, run *billing.Run, got []billing.Bill) {
	t.Helper()
	ids := map[string]bool{}
	for _, b := range got {
		back, err := invalid.Decode[billing.Bill]([]byte(toJSON(t, b)), "bill")
		require.NoError(t, err)
		require.Equal(t, toJSON(t, b), toJSON(t, back))
		require.NoError(t, billing.Verify(back))
		require.False(t, ids[b.ID()], b.ID())
		ids[b.ID()] = true
		if b.IsHeld() {
			continue
		}
		why := back.Why()
		require.NoError(t, why.Check())
		require.Equal(t, 0, ratOf(why.Value.Text).Cmp(ratOf(number(b.Total))))
		for _, l := range back.Lines {
			require.False(t, ids[l.ID()], l.ID())
			ids[l.ID()] = true
			require.NoError(t, l.Verify())
			require.NoError(t, l.Why().Check())
			require.NoError(t, l.WhyTax().Check())
			usage := l.WhyUsage()
			require.NoError(t, usage.Check())
			require.Equal(t, 0, ratOf(usage.Value.Text).Cmp(l.Facts.Metered.Usage.Decimal().Rat()))
		}
	}
	whole := toJSON(t, got)
	checkCuts(t, d, run, got)
	other := d.shuffled(s)
	f := &other.facts
	f.Meters, f.Readings, f.Headcounts = shuffle(d, f.Meters), shuffle(d, f.Readings), shuffle(d, f.Headcounts)
	again := prepare(t, other.estate, other.book, other.facts, other.period)
	require.Equal(t, whole, toJSON(t, bills(t, again)))
	require.Equal(t, run.Inputs(), again.Inputs())
	for _, u := range s.estate.Units {
		var lines []billing.Line
		for _, b := range got {
			if b.Unit == u.Code {
				lines = append(lines, b.Lines...)
			}
		}
		same, err := billing.Diff(shuffle(d, lines), lines)
		require.NoError(t, err)
		require.Empty(t, same)
	}
}
