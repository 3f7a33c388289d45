package rating_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// slowCase is a rubric, its rules and a sheet that they can rate.
type slowCase struct {
	rubric rating.Rubric
	rules  *rating.Rules
	sheet  rating.Sheet
	result rating.Result
}

// slowCases calls check with random cases.
func slowCases(t *testing.T, seeds uint64, check func(*testing.T, *slowDice, slowCase)) {
	t.Helper()
	rated := 0
	for seed := range seeds {
		d := slowSeed(1_000_000 + seed)
		c := slowCase{rubric: slowRubric(d)}
		ok := false
		if c.rules, ok = slowCompile(t, c.rubric); !ok {
			continue
		}
		c.sheet = slowSheet(d, &c.rubric)
		var err error
		if c.result, err = c.rules.Rate(&c.sheet); errors.Is(err, rating.ErrRequiredItem) {
			continue
		}
		require.NoError(t, err)
		rated++
		check(t, d, c)
		if t.Failed() {
			t.Logf("seed %d\nrubric %s\nsheet %s", seed, slowJSON(t, c.rubric), slowJSON(t, c.sheet))
			return
		}
	}
	require.Greater(t, rated, int(seeds)*3/4)
}

func (c slowCase) rate(t *testing.T, s rating.Sheet) rating.Result {
	t.Helper()
	r, err := c.rules.Rate(&s)
	require.NoError(t, err)
	return r
}

func TestSlowOrderOfTheSheet(t *testing.T) {
	slowCases(t, 200, func(t *testing.T, d *slowDice, c slowCase) {
		t.Helper()
		s := c.sheet
		s.Marks, s.Findings = slices.Clone(s.Marks), slices.Clone(s.Findings)
		s.Events, s.Facts = slices.Clone(s.Events), slices.Clone(s.Facts)
		for i := range s.Findings {
			f := &s.Findings[i]
			if d.oneIn(2) {
				f.ID = ""
			}
			f.Place, f.Note = slowPick(d, "", "p1", "p2"), slowPick(d, "", "n1")
		}
		want := c.rate(t, s)
		slowShuffle(d, s.Marks)
		slowShuffle(d, s.Findings)
		slowShuffle(d, s.Events)
		slowShuffle(d, s.Facts)
		got := c.rate(t, s)
		if slowJSON(t, want) != slowJSON(t, got) {
			t.Errorf("the order matters:\n%s\n%s", slowJSON(t, want), slowJSON(t, got))
		}
	})
}

func TestSlowRemovingAFindingNeverLowers(t *testing.T) {
	slowCases(t, 200, func(t *testing.T, _ *slowDice, c slowCase) {
		t.Helper()
		for i := range c.sheet.Findings {
			s := c.sheet
			s.Findings = slices.Delete(slices.Clone(s.Findings), i, i+1)
			if got := c.rate(t, s); got.Exact.Compare(c.result.Exact) < 0 {
				t.Errorf("without finding %d %s is below %s", i, got.Exact, c.result.Exact)
			}
		}
	})
}

func TestSlowFindingsOfOneCountTheSame(t *testing.T) {
	slowCases(t, 200, func(t *testing.T, _ *slowDice, c slowCase) {
		t.Helper()
		s := c.sheet
		s.Findings = nil
		for _, f := range c.sheet.Findings {
			n := max(f.Count, 1)
			for i := range n {
				f.Count = 1
				if i > 0 {
					f.ID = ""
				}
				s.Findings = append(s.Findings, f)
			}
		}
		got := c.rate(t, s)
		require.Equal(t, slowOf(&c.result), slowOf(&got))
	})
}

// slowTimes multiplies a weight; one that is unset is 1.
func slowTimes(t *testing.T, f metric.Figure, k int) metric.Figure {
	t.Helper()
	if !f.IsSet() {
		return slowCents(100 * k)
	}
	sum := metric.MustParseFigure("0")
	for range k {
		var err error
		sum, err = sum.Add(f)
		require.NoError(t, err)
	}
	return sum
}

func TestSlowWeightsOfAnySum(t *testing.T) {
	slowCases(t, 200, func(t *testing.T, _ *slowDice, c slowCase) {
		t.Helper()
		if c.rubric.Method != rating.ByWeights {
			return
		}
		r := c.rules.Rubric()
		for i := range r.Sections {
			s := &r.Sections[i]
			if s.Bonus {
				continue
			}
			if s.Weight.IsSet() {
				s.Weight = slowTimes(t, s.Weight, 7)
			}
			for k := range s.Items {
				s.Items[k].Weight = slowTimes(t, s.Items[k].Weight, 3)
			}
		}
		rules, ok := slowCompile(t, r)
		if !ok {
			return
		}
		got, err := rules.Rate(&c.sheet)
		require.NoError(t, err)
		require.Equal(t, c.result.Exact, got.Exact)
		require.Equal(t, c.result.Score, got.Score)
		require.Equal(t, c.result.Band, got.Band)
		require.Equal(t, c.result.State, got.State)
	})
}

func TestSlowWeightOfNothing(t *testing.T) {
	r := rating.Rubric{
		Code: "r", Method: rating.ByWeights, OutOf: slowCents(10000),
		Sections: []rating.Section{{Code: "s", Items: []rating.Item{
			{Code: "a", Weight: slowCents(0), Mark: rating.Marking{Pass: &rating.Pass{}}},
			{Code: "b", Mark: rating.Marking{Pass: &rating.Pass{}}},
		}}},
	}
	_, err := rating.Compile(r)
	require.ErrorIs(t, err, rating.ErrNotAbove)
}

func TestSlowAppealIsTheAmendedSheet(t *testing.T) {
	slowCases(t, 300, func(t *testing.T, d *slowDice, c slowCase) {
		t.Helper()
		if len(c.sheet.Findings) == 0 {
			return
		}
		f := c.sheet.Findings[d.n(len(c.sheet.Findings))]
		change := rating.FindingChange{ID: f.ID, Withdraw: d.oneIn(2)}
		if !change.Withdraw {
			f.Count = max(f.Count, 1) + 1
			change.Set = &f
		}
		a := rating.Amendment{Objection: "o", By: "x", On: civil.MustNew(2026, 12, 1), Reason: "y"}
		before := slowJSON(t, c.sheet)
		amended, appeal, err := c.rules.Appeal(&c.sheet, a, rating.Change{Finding: &change})
		require.NoError(t, err)
		require.Equal(t, before, slowJSON(t, c.sheet), "the old sheet stays")
		own := c.sheet
		own.Findings = slices.Clone(own.Findings)
		at := slices.IndexFunc(own.Findings, func(x rating.Finding) bool { return x.ID == f.ID })
		if change.Withdraw {
			own.Findings = slices.Delete(own.Findings, at, at+1)
		} else {
			own.Findings[at] = f
		}
		own.ID = "S/2"
		require.Equal(t, c.result, appeal.Before)
		require.Equal(t, c.rate(t, own), appeal.After)
		require.Equal(t, c.rate(t, amended), appeal.After)
	})
}

func TestSlowOrderOfTheYear(t *testing.T) {
	for seed := range uint64(300) {
		d := slowSeed(seed)
		scheme := slowScheme(d)
		contest, err := rating.CompileScheme(scheme, nil)
		require.NoError(t, err)
		year := slowYearOf(d, &scheme)
		want, err := contest.Assess(year)
		require.NoError(t, err)
		before := slowJSON(t, want)
		slowShuffle(d, year.Projects)
		slowShuffle(d, year.Rounds)
		slowShuffle(d, year.Events)
		slowShuffle(d, year.Revocations)
		got, err := contest.Assess(year)
		require.NoError(t, err)
		require.Equal(t, before, slowJSON(t, got), "seed %d\nscheme %s\nyear %s", seed, slowJSON(t, scheme), slowJSON(t, year))
	}
}
