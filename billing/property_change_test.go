package billing_test

import (
	"cmp"
	"encoding/json"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
)

// TestRandomCorrections bills estates made at random, changes their documents twice and puts them
// back: whatever comes out is corrected, and nothing that is right is touched.
func TestRandomCorrections(t *testing.T) {
	n := uint64(300)
	if testing.Short() {
		n = 60
	}
	var seen changeCounts
	for seed := range n {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) { checkCorrections(t, seed, &seen) })
	}
	require.Greater(t, seen.changed, int(n)/3, "too few changes change a bill")
	require.Greater(t, seen.unchanged, int(n)/10, "too few changes change nothing")
	require.Greater(t, seen.adjusted, int(n)/3, "too few lines are corrected")
}

func FuzzCorrections(f *testing.F) {
	for seed := range uint64(10) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) { checkCorrections(t, seed, &changeCounts{}) })
}

// changeCounts say what the random changes did, so that a test that tries nothing fails.
type changeCounts struct{ changed, unchanged, adjusted int }

func checkCorrections(t *testing.T, seed uint64, seen *changeCounts) {
	t.Helper()
	d := newDice(seed)
	first := d.documents()
	run := prepare(t, first.estate, first.book, first.facts, first.period)
	bs := bills(t, run)
	before, inputs := toJSON(t, bs), run.Inputs()
	l := newLedger(bs)

	documents := first
	for range 2 {
		documents = d.changed(documents)
		next := prepare(t, documents.estate, documents.book, documents.facts, documents.period)
		fresh := bills(t, next)
		// What changes a bill is among the inputs.
		same := toJSON(t, fresh) == toJSON(t, bs)
		if !same {
			require.NotEqual(t, run.Inputs(), next.Inputs())
			seen.changed++
		} else {
			seen.unchanged++
		}
		bs, run = fresh, next
		seen.adjusted += l.correct(t, d, fresh)
	}

	// The first documents again give the first bills, byte for byte, and their lines again.
	again := prepare(t, first.estate, first.book, first.facts, first.period)
	require.Equal(t, inputs, again.Inputs())
	back := bills(t, again)
	require.Equal(t, before, toJSON(t, back))
	l.correct(t, d, back)
}

// ledger is what was issued, by unit.
type ledger map[string][]billing.Bill

func newLedger(issued []billing.Bill) ledger {
	l := ledger{}
	for _, b := range issued {
		if !b.IsHeld() {
			l[b.Unit] = append(l[b.Unit], b)
		}
	}
	return l
}

// correct checks what corrects each unit to the fresh bills, and issues it. It returns the number of
// correcting lines.
func (l ledger) correct(t *testing.T, d dice, fresh []billing.Bill) int {
	t.Helper()
	byUnit := map[string][]billing.Bill{}
	for unit := range l {
		byUnit[unit] = nil
	}
	for _, b := range fresh {
		byUnit[b.Unit] = append(byUnit[b.Unit], b)
	}
	n := 0
	for unit, now := range byUnit {
		if len(now) > 0 && now[0].IsHeld() {
			_, err := billing.Correct(l[unit], now)
			require.ErrorIs(t, err, billing.ErrHeldFresh)
			continue
		}
		n += l.correctUnit(t, d, unit, now)
	}
	return n
}

func (l ledger) correctUnit(t *testing.T, d dice, unit string, now []billing.Bill) int {
	t.Helper()
	issued, fresh := linesOf(l[unit]), linesOf(now)
	adjust, err := billing.Diff(issued, fresh)
	require.NoError(t, err)
	any, err := billing.Diff(shuffle(d, issued), shuffle(d, fresh))
	require.NoError(t, err)
	require.Equal(t, toJSON(t, adjust), toJSON(t, any), "the order of lines does not matter")
	for _, line := range adjust {
		require.NoError(t, line.Verify())
		require.NoError(t, line.Why().Check())
		require.NoError(t, line.WhyTax().Check())
	}

	// What is then issued stands as the fresh run has it, and needs nothing more.
	all := slices.Concat(issued, adjust)
	again, err := billing.Diff(all, fresh)
	require.NoError(t, err)
	require.Empty(t, again)
	standing, err := billing.Standing(all)
	require.NoError(t, err)
	if diff := gocmp.Diff(chargesOf(t, fresh), chargesOf(t, standing), cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("unit %s: mismatch (-fresh +standing)\n%s", unit, diff)
	}
	require.Equal(t, sumOfLines(fresh), sumOfLines(all))

	bs, err := billing.Correct(l[unit], now)
	require.NoError(t, err)
	require.ElementsMatch(t, texts(t, adjust), texts(t, linesOf(bs)))
	for _, b := range bs {
		require.NoError(t, billing.Verify(b))
		require.NoError(t, b.Why().Check())
	}
	l[unit] = append(l[unit], bs...)
	return len(adjust)
}

func linesOf(bs []billing.Bill) []billing.Line {
	var out []billing.Line
	for _, b := range bs {
		out = append(out, b.Lines...)
	}
	return out
}

func texts(t *testing.T, lines []billing.Line) []string {
	t.Helper()
	var out []string
	for _, l := range lines {
		out = append(out, toJSON(t, l))
	}
	return out
}

// chargesOf are the texts of lines in order, without where a price stands: stating that otherwise is
// no difference.
func chargesOf(t *testing.T, lines []billing.Line) []string {
	t.Helper()
	var out []string
	for _, l := range lines {
		var doc map[string]any
		require.NoError(t, json.Unmarshal([]byte(toJSON(t, l)), &doc))
		facts, ok := doc["facts"].(map[string]any)
		require.True(t, ok)
		for _, f := range facts {
			if f, ok := f.(map[string]any); ok {
				delete(f, "source")
			}
		}
		out = append(out, l.ID()+" "+toJSON(t, doc))
	}
	slices.Sort(out)
	return out
}

// sumOfLines is what lines come to, by payer.
func sumOfLines(lines []billing.Line) map[string]int64 {
	out := map[string]int64{}
	for _, l := range lines {
		out[l.Payer] += l.Net.Minor() + l.Tax.Minor()
	}
	for payer, sum := range out {
		if sum == 0 {
			delete(out, payer)
		}
	}
	return out
}

// TestRandomRuns bills the same months in one run and in several: the lines are the same, whatever
// the lengths of the runs and of the cycles.
func TestRandomRuns(t *testing.T) {
	n := uint64(300)
	if testing.Short() {
		n = 40
	}
	lines := 0
	for seed := range n {
		d := newDice(seed)
		s := d.documents()
		s.facts.AsOf = s.period.End.AddDays(d.IntN(40)) // what is known does not depend on the run
		s.book.Totals = nil                             // nor what is billed together
		whole := prepare(t, s.estate, s.book, s.facts, s.period)
		held := map[string]bool{}
		for _, b := range bills(t, whole) {
			held[b.Unit] = held[b.Unit] || b.IsHeld()
		}
		var parts []string
		for start := s.period.Start; start < s.period.End; {
			end := min(start.AddMonths(1+d.IntN(3)), s.period.End)
			for _, b := range bills(t, prepare(t, s.estate, s.book, s.facts, civil.Period{Start: start, End: end})) {
				require.True(t, held[b.Unit] || !b.IsHeld(), "unit %s is held in %s alone", b.Unit, start)
				if !held[b.Unit] {
					parts = append(parts, texts(t, b.Lines)...)
				}
			}
			start = end
		}
		want := texts(t, linesOf(bills(t, whole)))
		slices.Sort(want)
		slices.Sort(parts)
		lines += len(want)
		require.Equal(t, strings.Join(want, "\n"), strings.Join(parts, "\n"), "seed %d", seed)
	}
	require.Greater(t, lines, 3*int(n))
}

// TestRandomPrepayments bills prepayments to their end: their instalments add up to what was paid,
// gross and net.
func TestRandomPrepayments(t *testing.T) {
	n := uint64(300)
	if testing.Short() {
		n = 100
	}
	paid := 0
	for seed := range n {
		d := newDice(seed)
		s := d.documents()
		for i := range s.book.Tariffs { // charged on every day, by days
			p := &s.book.Tariffs[i]
			p.ClaimedOnly, p.Charter, p.Proration = false, nil, billing.Proration{}
			p.AppliesTo.All, p.AppliesTo.Uses, p.AppliesTo.Buildings, p.AppliesTo.Floors = true, nil, nil, nil
			for k := range p.Prices {
				p.Prices[k].To = 0
			}
			if len(p.Prices) > 0 {
				p.Prices[0].From = 0
			}
		}
		s.book.Totals, s.facts.Holds = nil, nil
		s.facts.Prepayments = slices.DeleteFunc(s.facts.Prepayments, func(p billing.Prepayment) bool { return !p.Ended.IsZero() })
		s.period = civil.Period{Start: s.period.Start.AddMonths(-24), End: s.period.End.AddMonths(36)}
		gross, net := map[string]int64{}, map[string]int64{}
		held := map[string]bool{}
		for _, b := range bills(t, prepare(t, s.estate, s.book, s.facts, s.period)) {
			held[b.Unit] = b.IsHeld()
			for _, l := range b.Lines {
				if l.Facts.Instalment != nil {
					key := b.Unit + " " + l.Tariff + " " + l.Facts.Instalment.Total.String()
					gross[key] += l.Amount.Minor()
					net[key] += l.Net.Minor()
				}
			}
		}
		for _, p := range s.facts.Prepayments {
			key := p.Unit + " " + p.Tariff + " " + p.Total.String()
			if _, charged := gross[key]; !charged || held[p.Unit] {
				continue // such as a unit without a parking space
			}
			paid++
			require.Equal(t, p.Total.Minor(), gross[key], "seed %d: %s", seed, key)
			tax := s.find(p.Tariff).Tax
			if tax == nil || tax.Inclusive == nil {
				require.Equal(t, p.Total.Minor(), net[key], "seed %d: %s", seed, key)
				continue
			}
			want, _ := slowTax(tax, big.NewInt(p.Total.Minor()), ratOf(s.rate(tax, cmp.Or(p.TaxOn, p.Period.Start))))
			require.Equal(t, want.Int64(), net[key], "seed %d: %s", seed, key)
		}
	}
	require.Greater(t, paid, int(n)/50)
}
