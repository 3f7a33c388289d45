package billing_test

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/invalid"
)

// TestRandomShares compares shared costs and charges by formula of random estates with the slow way.
func TestRandomShares(t *testing.T) {
	n := uint64(300)
	if testing.Short() {
		n = 60
	}
	var seen shareCounts
	for seed := range n {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) { checkSharing(t, seed, &seen) })
	}
	require.Positive(t, seen.refused, "some costs cannot be shared")
	require.Greater(t, seen.shares, int(n), "shares")
	require.Greater(t, seen.formulas, int(n)/3, "lines by formula")
	require.Greater(t, seen.terms, int(n)/30, "lines under lease terms")
	require.Greater(t, seen.held, int(n)/30, "held units")
	require.Greater(t, seen.absorbed, int(n)/60, "costs with fen nobody is charged")
}

func FuzzShares(f *testing.F) {
	for seed := range uint64(10) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) { checkSharing(t, seed, &shareCounts{}) })
}

// shareCounts say what the random estates had, so that a test that tries nothing fails.
type shareCounts struct{ refused, shares, formulas, terms, held, absorbed int }

func (n *shareCounts) count(bs []billing.Bill) {
	for _, b := range bs {
		if b.IsHeld() {
			n.held++
		}
		for _, l := range b.Lines {
			switch f := l.Facts; {
			case f.Share != nil && f.Share.Terms != nil:
				n.terms++
			case f.Share != nil:
				n.shares++
			case f.Formula != nil:
				n.formulas++
			}
		}
	}
}

func checkSharing(t *testing.T, seed uint64, seen *shareCounts) {
	t.Helper()
	d := newDice(seed)
	s := d.sharing()
	book, facts := s.documents()
	reg, err := s.estate.Build()
	require.NoError(t, err)
	want, ok := s.bills()
	run, err := billing.Prepare(reg, book, facts, s.period)
	if !ok {
		require.Error(t, err, "some cost cannot be shared")
		for _, p := range problems(err) {
			require.True(t, strings.HasPrefix(p, "facts.costs["), p)
		}
		seen.refused++
		return
	}
	require.NoError(t, err)
	got := bills(t, run)
	seen.count(got)
	texts := make([]string, len(got))
	for i, b := range got {
		texts[i] = quickText(b)
	}
	if diff := gocmp.Diff(want, texts, cmpopts.EquateEmpty()); diff != "" {
		for _, b := range got {
			t.Log(b.Unit, fieldTexts(b.Held))
		}
		t.Fatalf("mismatch (-slow +package)\n%s", diff)
	}
	for _, b := range got {
		require.NoError(t, billing.Verify(b))
		back, err := invalid.Decode[billing.Bill]([]byte(toJSON(t, b)), "bill")
		require.NoError(t, err)
		require.Equal(t, toJSON(t, b), toJSON(t, back))
		require.NoError(t, billing.Verify(back))
		if !b.IsHeld() {
			checkBill(t, back, map[string]bool{})
		} else {
			for _, p := range b.Held {
				require.NotEmpty(t, p.Args, "a problem without a place: %s", p.Rule)
			}
		}
	}
	checkStatements(t, s, run, got, seen)
	checkCuts(t, d, run, got)
	require.Empty(t, gocmp.Diff(billTexts(t, got), billTexts(t, bills(t, run))))
	other := d.shuffledSharing(s)
	book, facts = other.documents()
	again := prepare(t, other.estate, book, facts, other.period)
	require.Empty(t, gocmp.Diff(billTexts(t, got), billTexts(t, bills(t, again))), "the order of documents does not matter")
	require.Equal(t, run.Inputs(), again.Inputs())
}

// billTexts are the bills as JSON. The problems of a held bill are sorted: see
// TestHeldProblemsInAnyOrder.
func billTexts(t *testing.T, bs []billing.Bill) []string {
	t.Helper()
	var out []string
	for _, b := range bs {
		b.Held = slices.SortedFunc(slices.Values(b.Held), func(x, y *invalid.FieldError) int {
			return strings.Compare(toJSON(t, x), toJSON(t, y))
		})
		out = append(out, toJSON(t, b))
	}
	return out
}

// checkStatements compares what is published with the slow way and with the bills, both ways.
func checkStatements(t *testing.T, s slowSharing, run *billing.Run, got []billing.Bill, seen *shareCounts) {
	t.Helper()
	costs, _ := s.costs()
	held := map[string]bool{}
	billed := map[string]int64{} // by cost and unit
	lines := map[string]int{}
	for _, b := range got {
		held[b.Unit] = held[b.Unit] || b.IsHeld()
		for _, l := range b.Lines {
			if f := l.Facts.Share; f != nil {
				billed[f.Cost+" "+l.Unit] += l.Amount.Minor()
				lines[f.Cost+" "+l.Unit]++
			}
		}
	}
	statements := slices.Collect(run.Statements())
	require.Len(t, statements, len(costs))
	for i, c := range costs {
		st := statements[i]
		require.Equal(t, c.Code, st.Cost)
		require.NoError(t, st.Verify())
		require.NoError(t, st.Why().Check())
		back, err := invalid.Decode[billing.Statement]([]byte(toJSON(t, st)), "statement")
		require.NoError(t, err)
		require.NoError(t, back.Verify())
		require.Equal(t, toJSON(t, st), toJSON(t, back))
		require.Equal(t, c.amount.String(), strconv.FormatInt(st.Amount.Minor(), 10))
		require.Equal(t, c.absorbed.String(), strconv.FormatInt(st.Absorbed.Minor(), 10))
		if c.absorbed.Sign() > 0 {
			seen.absorbed++
		}
		sum := big.NewInt(st.Absorbed.Minor())
		require.Len(t, st.Shares, len(c.shares))
		for _, u := range st.Shares {
			require.Equal(t, c.shares[u.Unit].String(), strconv.FormatInt(u.Share.Minor(), 10), u.Unit)
			sum.Add(sum, big.NewInt(u.Share.Minor()))
			key := c.Code + " " + u.Unit
			if held[u.Unit] {
				require.Zero(t, lines[key])
				continue
			}
			require.Equal(t, u.Share.Minor(), billed[key], key)
			require.Positive(t, lines[key], key)
			delete(billed, key)
		}
		require.Equal(t, c.amount.String(), sum.String(), "the shares of a cost add up to it")
	}
	require.Empty(t, billed, "what is billed stands in a statement")
}
