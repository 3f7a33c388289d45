package rating_test

import (
	"errors"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

// slowOf writes a result in the words of the model.
func slowOf(r *rating.Result) slowResult {
	out := slowResult{
		State: r.State, Missing: slices.Clone(r.Missing), Applicable: r.Applicable, Vetoes: slices.Clone(r.Vetoes),
		Points: slowScore(r.Points), Raw: slowScore(r.Raw), RawOf: slowScore(r.RawOf), Bonus: slowScore(r.Bonus),
		Deducted: slowScore(r.Deducted), Exact: slowScore(r.Exact), Score: slowScore(r.Score), Band: r.Band,
		Stages: slowStageTexts(r.Stages), Nullified: r.Nullified,
	}
	for _, i := range r.Items {
		taken := new(big.Rat)
		for _, d := range i.Deductions {
			taken = slowAdd(taken, d.Taken.Rat())
		}
		out.Items = append(out.Items, slowItem{i.Item, i.Absent, slowScore(i.Points), slowScore(i.Of), taken.RatString()})
	}
	for _, s := range r.Sections {
		out.Sections = append(out.Sections, slowSection{
			s.Section, slowScore(s.Raw), slowScore(s.RawOf), slowScore(s.Points), slowScore(s.Of), s.Applicable,
		})
	}
	return out
}

// slowPlain lets nothing taken off be 0, and orders what is missing.
func slowPlain(r slowResult) slowResult {
	for i := range r.Items {
		if r.Items[i].Taken == "-" {
			r.Items[i].Taken = "0"
		}
	}
	for _, text := range []*string{&r.Bonus, &r.Deducted} {
		if *text == "-" {
			*text = "0"
		}
	}
	slices.Sort(r.Missing)
	return r
}

// slowCompile compiles a generated rubric; false for numbers that fit no unit.
func slowCompile(t *testing.T, r rating.Rubric) (*rating.Rules, bool) {
	t.Helper()
	rules, err := rating.Compile(r)
	if errors.Is(err, rating.ErrTooFine) {
		return nil, false
	}
	require.NoError(t, err)
	return rules, true
}

func slowCompare(t *testing.T, d *slowDice) bool {
	t.Helper()
	rubric := slowRubric(d)
	rules, ok := slowCompile(t, rubric)
	if !ok {
		return false
	}
	sheet := slowSheet(d, &rubric)
	got, err := rules.Rate(&sheet)
	if errors.Is(err, rating.ErrRequiredItem) {
		require.True(t, slowLeavesOut(&rubric, &sheet))
		return false
	}
	require.NoError(t, err, "%s\n%s", slowJSON(t, rubric), slowJSON(t, sheet))
	require.False(t, slowLeavesOut(&rubric, &sheet), "%s", slowJSON(t, sheet))
	if diff := cmp.Diff(slowPlain(slowRate(&rubric, &sheet)), slowPlain(slowOf(&got))); diff != "" {
		t.Errorf("mismatch (-model +engine):\n%s", diff)
		t.Logf("rubric %s\nsheet %s", slowJSON(t, rubric), slowJSON(t, sheet))
	}
	return true
}

// slowLeavesOut reports whether the sheet leaves out an item that must apply.
func slowLeavesOut(r *rating.Rubric, s *rating.Sheet) bool {
	rater := &slowRater{r, s, map[string]*slowJudged{}, nil}
	for _, sec := range r.Sections {
		for i := range sec.Items {
			if j := rater.judge(&sec.Items[i], sec.Bonus); j.item.Required && j.absent != "" && !j.unknown {
				return true
			}
		}
	}
	return false
}

func TestSlowModelOfRating(t *testing.T) {
	compared := 0
	for seed := range uint64(1500) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			if slowCompare(t, slowSeed(seed)) {
				compared++
			}
		})
	}
	require.Greater(t, compared, 1350)
}

func FuzzSlowModelOfRating(f *testing.F) {
	f.Add([]byte("14"))
	f.Fuzz(func(t *testing.T, data []byte) { slowCompare(t, &slowDice{bytes: data}) })
}
