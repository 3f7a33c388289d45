package rating_test

import (
	"encoding/json"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// sheetsOfChance are how many rubrics with sheets the tests make up, and someOfChance fewer for what takes longer.
const (
	sheetsOfChance = 3000
	someOfChance   = 300
)

// TestChance: what is made up reaches every corner that the tests are about.
func TestChance(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(sheetsOfChance) {
		c := newChance(seed)
		r := c.rubric()
		out := rateSheet(t, compileRubric(t, r), c.sheet(r))
		seen["state "+out.State.String()]++
		seen["band "+out.Band]++
		lists := [][]rating.DeductionResult{out.Deductions}
		for _, it := range out.Items {
			lists = append(lists, it.Deductions)
			seen["absent "+it.Absent]++
		}
		for _, d := range slices.Concat(lists...) {
			seen["bound "+d.Bound.String()]++
			seen["expired "+strconv.FormatBool(!d.Expired.IsZero())]++
		}
		for _, s := range out.Sections {
			if s.Points.IsSet() && !s.Weight.IsSet() && s.Points != s.Raw {
				seen["section limit"]++
			}
		}
		if out.Nullified {
			seen["nullified"]++
		}
	}
	for _, want := range []string{
		"state unknown", "state rated", "state nothingApplies", "state excluded", "band ", "band A", "band B", "band C", "band D",
		"absent notApplicable", "absent unmarked", "bound kind", "bound cap", "bound floor", "bound section", "bound sheet", "expired true",
		"section limit", "nullified",
	} {
		require.Greater(t, seen[want], 20, "%s: %v", want, seen)
	}
}

func scoreText(r *big.Rat) string {
	if r == nil {
		return ""
	}
	s, err := rating.ScoreOfRat(r)
	if err != nil {
		return "too large"
	}
	return s.String()
}

// checkModel holds the engine against the obvious evaluator.
func checkModel(t *testing.T, seed uint64) {
	t.Helper()
	c := newChance(seed)
	r := c.rubric()
	s := c.sheet(r)
	out, err := compileRubric(t, r).Rate(&s)
	require.NoError(t, err, "seed %d", seed)
	want := model{r, s}.evaluate()
	require.Equal(t, want.state.String(), out.State.String(), "seed %d: state; missing %v", seed, out.Missing)
	require.Equal(t, want.applicable, out.Applicable, "seed %d", seed)
	require.Equal(t, scoreText(want.exact), out.Exact.String(), "seed %d: exact", seed)
	require.Equal(t, scoreText(want.score), out.Score.String(), "seed %d: score", seed)
	require.Equal(t, want.band, out.Band, "seed %d: band of %s", seed, out.Score)
	if out.Points.IsSet() {
		require.Equal(t, scoreText(want.points), out.Points.String(), "seed %d: points", seed)
	}
}

func TestRateModel(t *testing.T) {
	for seed := range uint64(sheetsOfChance) {
		checkModel(t, seed)
	}
}

func FuzzRate(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) {
		checkModel(t, seed)
		checkDerivation(t, seed)
		checkOrder(t, seed)
	})
}

// checkOrder: the order of marks, findings, events and facts does not matter, nor what the result held before; and what is reused is
// all overwritten.
func checkOrder(t *testing.T, seed uint64) {
	t.Helper()
	c := newChance(seed)
	r := c.rubric()
	s, other := c.sheet(r), c.sheet(r)
	rules := compileRubric(t, r)
	want := rateSheet(t, rules, s)
	got := rateSheet(t, rules, other)
	s.Marks, s.Findings = slices.Clone(s.Marks), slices.Clone(s.Findings)
	c.Shuffle(len(s.Marks), func(i, k int) { s.Marks[i], s.Marks[k] = s.Marks[k], s.Marks[i] })
	c.Shuffle(len(s.Findings), func(i, k int) { s.Findings[i], s.Findings[k] = s.Findings[k], s.Findings[i] })
	c.Shuffle(len(s.Events), func(i, k int) { s.Events[i], s.Events[k] = s.Events[k], s.Events[i] })
	c.Shuffle(len(s.Facts), func(i, k int) { s.Facts[i], s.Facts[k] = s.Facts[k], s.Facts[i] })
	require.NoError(t, rules.RateInto(&got, &s))
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.EquateComparable(rating.Score{}, metric.Figure{})); diff != "" {
		t.Fatalf("seed %d: mismatch (-sorted +shuffled)\n%s", seed, diff)
	}
}

func TestRateOrder(t *testing.T) {
	for seed := range uint64(someOfChance) {
		checkOrder(t, seed)
	}
}

// TestRateRemoving: without a finding, or with one less of it, the score is never lower.
func TestRateRemoving(t *testing.T) {
	for seed := range uint64(sheetsOfChance) {
		c := newChance(seed)
		r := c.rubric()
		s := c.sheet(r)
		rules := compileRubric(t, r)
		with := rateSheet(t, rules, s)
		for i := range s.Findings {
			less := s
			less.Findings = slices.Delete(slices.Clone(s.Findings), i, i+1)
			without := rateSheet(t, rules, less)
			require.Equal(t, with.State, without.State)
			require.GreaterOrEqual(t, without.Exact.Compare(with.Exact), 0, "seed %d, finding %d: %s, without it %s", seed, i, with.Exact, without.Exact)
			require.GreaterOrEqual(t, without.Score.Compare(with.Score), 0, "seed %d, finding %d", seed, i)
		}
	}
}

// checkDerivation: the derivations replay and say what the result says, also of a result that was stored; and what each item, section
// and deduction says adds up.
func checkDerivation(t *testing.T, seed uint64) {
	t.Helper()
	c := newChance(seed)
	r := c.rubric()
	out := rateSheet(t, compileRubric(t, r), c.sheet(r))
	why, band := out.Why(), out.WhyBand()
	require.NoError(t, why.Check(), "seed %d", seed)
	require.NoError(t, band.Check(), "seed %d", seed)
	if out.State == rating.Rated {
		require.Equal(t, out.Score.String(), why.Value.Text, "seed %d", seed)
	} else {
		require.Equal(t, out.State.String(), why.Value.Text, "seed %d", seed)
	}
	if out.Band != "" {
		require.Equal(t, out.Band, band.Value.Text, "seed %d", seed)
	}
	text, err := json.Marshal(out)
	require.NoError(t, err, "seed %d", seed)
	stored, err := invalid.Decode[rating.Result](text, "result")
	require.NoError(t, err, "seed %d", seed)
	require.Equal(t, why, stored.Why(), "seed %d", seed)
	require.Equal(t, band, stored.WhyBand(), "seed %d", seed)
	checkSums(t, seed, &out)
}

func checkSums(t *testing.T, seed uint64, out *rating.Result) {
	t.Helper()
	raw, rawOf, points := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, s := range out.Sections {
		if !s.Bonus && s.Points.IsSet() {
			raw.Add(raw, s.Points.Rat())
			rawOf.Add(rawOf, s.Of.Rat())
			require.LessOrEqual(t, s.Points.Compare(s.Of), 0, "seed %d", seed)
		}
	}
	for _, it := range out.Items {
		if !it.Bonus {
			points.Add(points, it.Points.Rat())
		}
		require.LessOrEqual(t, it.Points.Compare(it.Of), 0, "seed %d", seed)
		taken := new(big.Rat)
		for _, d := range it.Deductions {
			taken.Add(taken, d.Taken.Rat())
			require.LessOrEqual(t, d.Taken.Compare(d.Asked), 0, "seed %d", seed)
		}
		if taken.Sign() > 0 {
			require.Equal(t, it.Points.Rat().RatString(), taken.Sub(it.Of.Rat(), taken).RatString(), "seed %d", seed)
		}
	}
	taken := new(big.Rat)
	for _, d := range out.Deductions {
		taken.Add(taken, d.Taken.Rat())
	}
	require.Equal(t, out.Deducted.Rat().RatString(), taken.RatString(), "seed %d", seed)
	require.Equal(t, out.Raw.Rat().RatString(), raw.RatString(), "seed %d", seed)
	require.Equal(t, out.RawOf.Rat().RatString(), rawOf.RatString(), "seed %d", seed)
	require.Equal(t, out.Points.Rat().RatString(), points.RatString(), "seed %d", seed)
}

func TestRateDerivation(t *testing.T) {
	for seed := range uint64(someOfChance) {
		checkDerivation(t, seed)
	}
}
