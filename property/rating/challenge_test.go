package rating_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// shared is an item of 10 points with a shortfall and findings, of which litter takes 3 at most, and a deduction of the whole sheet.
func shared() rating.Rubric {
	item := byFindings("floor", "10", rating.Deduction{Code: "litter", Take: pts("1"), Most: pts("3")}, kindOf("damage", "2"))
	item.Mark.Deductions.Shortfalls = []rating.Shortfall{{
		Code: "rate", Figure: "%", Target: pts("95"), Better: metric.HigherIsBetter, Each: pts("1"), Take: pts("0.5"),
	}}
	r := pointsRubric("20", sectionOf("s", item, byPass("rest", "10")))
	r.Deductions = []rating.Deduction{kindOf("order", "1")}
	r.Vetoes = []rating.Veto{{Code: "injury", Needs: []string{"responsible"}, Effect: rating.Exclude}}
	r.Bands = []rating.Band{{Code: "A", From: pts("18")}, {Code: "B"}}
	return r
}

// TestChallenges: what a finding takes is said of that finding, whatever their order, and a limit that others use up leaves no gain.
func TestChallenges(t *testing.T) {
	rules := compileRubric(t, shared())
	s := rating.Sheet{
		ID: "1", Marks: []rating.Mark{given("floor", "93.5"), leveled("rest", "pass")},
		Findings: []rating.Finding{
			{Kind: "order", ID: "o"},
			{Item: "floor", Kind: "damage"},
			{Item: "floor", Kind: "litter", ID: "b", Count: 3},
			{Item: "floor", Kind: "litter", ID: "a", Count: 2},
		},
	}
	type line struct{ item, kind, id, taken, gain, exact, band string }
	lines := func(list []rating.Challenge) []line {
		var out []line
		for _, c := range list {
			out = append(out, line{c.Item, c.Kind, c.Finding, c.Taken.String(), c.Gain.String(), c.After.Exact.String(), c.After.Band})
		}
		return out
	}
	list, err := rules.Challenges(&s)
	require.NoError(t, err)
	require.Equal(t, []line{
		{"", "order", "o", "1", "1", "14", "B"},
		{"floor", "damage", "", "2", "2", "15", "B"},
		{"floor", "litter", "b", "1", "1", "14", "B"},
		{"floor", "litter", "a", "2", "0", "13", "B"},
	}, lines(list), "of 20: 1 by the rate, 3 by litter, 2 by damage, 1 by the order; b alone would take the 3 that a and b take")

	slices.Reverse(s.Findings)
	turned, err := rules.Challenges(&s)
	require.NoError(t, err)
	slices.Reverse(turned)
	require.Equal(t, lines(list), lines(turned))
	require.Equal(t, 4, turned[0].Row)
}

// TestChallengesOfEvents: without the event that excludes it, a sheet has its score.
func TestChallengesOfEvents(t *testing.T) {
	rules := compileRubric(t, shared())
	s := rating.Sheet{
		ID: "1", Marks: []rating.Mark{given("floor", "95"), leveled("rest", "pass")},
		Events: []rating.Event{
			{ID: "e1", Veto: "injury", Facts: []rating.Fact{{Name: "responsible", Is: true}}},
			{ID: "e2", Veto: "injury", Facts: []rating.Fact{{Name: "responsible", Is: false}}},
		},
	}
	list, err := rules.Challenges(&s)
	require.NoError(t, err)
	require.Len(t, list, 2)
	require.Equal(t, "e1", list[0].Event)
	require.Equal(t, rating.Rated, list[0].After.State)
	require.Equal(t, "A", list[0].After.Band)
	require.Equal(t, "0", list[0].Gain.String(), "a veto takes no points")
	require.Equal(t, rating.Excluded, list[1].After.State)
}

// TestChallengesRefuse: a sheet that cannot be rated has its problems, and one that is not judged has no gain.
func TestChallengesRefuse(t *testing.T) {
	rules := compileRubric(t, shared())
	_, err := rules.Challenges(&rating.Sheet{ID: "1", Findings: []rating.Finding{{Item: "roof"}}})
	require.Equal(t, []string{"findings[0].item rating/unknown"}, rulesBroken(t, err))

	list, err := rules.Challenges(&rating.Sheet{ID: "1", Findings: []rating.Finding{{Item: "floor", Kind: "damage"}}})
	require.NoError(t, err)
	require.False(t, list[0].Gain.IsSet())
	require.Equal(t, rating.Unknown, list[0].After.State)

	_, err = rules.Challenges(&rating.Sheet{ID: "1", Findings: make([]rating.Finding, 1000)})
	require.ErrorIs(t, err, rating.ErrTooMany)
}

// TestChallengesRandom: each is what the sheet without the finding comes to, and what they take is what the result says they take.
func TestChallengesRandom(t *testing.T) {
	for seed := range uint64(200) {
		w := newWorld(seed)
		r := w.rubric()
		rules, err := rating.Compile(r)
		if err != nil {
			continue
		}
		s := w.sheet(r)
		before, err := rules.Rate(&s)
		if err != nil {
			continue
		}
		list, err := rules.Challenges(&s)
		require.NoError(t, err)
		taken := rating.MustParseScore("0").Rat()
		for i, c := range list {
			if c.Row == 0 {
				continue
			}
			other := s
			other.Findings = slices.Delete(slices.Clone(s.Findings), i, i+1)
			after := rateSheet(t, rules, other)
			require.Equal(t, rating.Outcome{State: after.State, Exact: after.Exact, Score: after.Score, Band: after.Band}, c.After)
			taken.Add(taken, c.Taken.Rat())
		}
		for _, item := range before.Items {
			before.Deductions = append(before.Deductions, item.Deductions...)
		}
		for _, d := range before.Deductions {
			if !d.Figure.IsSet() {
				taken.Sub(taken, d.Taken.Rat())
			}
		}
		require.Zero(t, taken.Sign(), "seed %d", seed)
	}
}
