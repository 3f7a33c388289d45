package rating_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// slowScheme makes a scheme that is sound.
func slowScheme(d *slowDice) rating.Scheme {
	s := rating.Scheme{
		Code: "s", Rounding: slowRounding(d), BandsOn: rating.Basis(d.n(3)), Bars: d.n(3), Needs: slowPick(d, nil, []string{"n"}),
	}
	every := []metric.Cycle{metric.Monthly, metric.Quarterly, metric.HalfYearly, metric.Yearly}
	at := slowPick(d, 1, 2, 1)
	for i := range 1 + d.n(3) {
		t := rating.Tier{
			Code: fmt.Sprintf("t%d", i), Weight: slowFigure(d, "40", "60", "0.5"), Every: every[at], Mean: rating.MeanOf(d.n(3)),
			Missing: slowPick(d, 0, rating.Renormalise, rating.Zero), Rounding: slowRounding(d),
		}
		if i > 0 && d.n(4) > 0 {
			t.Gate = &rating.Gate{Of: fmt.Sprintf("t%d", i-1), AtLeast: slowFigure(d, "80", "60", "75.5"), Any: d.oneIn(3)}
			t.Unreported = rating.Unreported(d.n(3))
		}
		at = min(at+d.n(2), 3)
		s.Tiers = append(s.Tiers, t)
	}
	outOf := rating.Rubric{OutOf: slowCents(10000), Sections: []rating.Section{{Code: "x", Items: []rating.Item{{Code: "y"}}}}}
	slowBandsOf(d, &outOf)
	for i := range outOf.Bands {
		outOf.Bands[i].Needs = nil
	}
	s.Bands = outOf.Bands
	if len(s.Bands) == 0 {
		s.Bands = []rating.Band{{Code: "b0", From: slowCents(5000)}}
	}
	s.Vetoes = slowVetoList(d, s.Bands)
	for i := range s.Vetoes {
		s.Vetoes[i].Scope = rating.Scope(d.n(3))
	}
	if d.oneIn(2) {
		s.Rewards = []rating.Reward{{Band: s.Bands[0].Code}}
	}
	return s
}

// slowYearOf fills a year in: a tier is scored where the one below lets the project through.
func slowYearOf(d *slowDice, s *rating.Scheme) rating.Year {
	y := rating.Year{Scheme: "s", Year: 2026}
	careful := d.n(3) > 0
	for i := range 1 + d.n(4) {
		y.Projects = append(y.Projects, rating.Project{
			Code: fmt.Sprintf("p%d", i), Group: slowPick(d, "g1", "g2"), Enterprise: slowPick(d, "", "e1", "e2"),
			Facts: slowFacts(d, "n", "f1", "f2", "f3", "f4"),
		})
	}
	model := slowYear{s, &y}
	for i, t := range s.Tiers {
		for _, p := range y.Projects {
			for nth := range model.rounds(i) {
				if !model.owed(p.Code, i, nth+1) || !careful && d.oneIn(6) {
					continue
				}
				score := slowPick(d, "85", "90.5", "80", "241/3", "95", "79.99", "75.5", "100", "1/3")
				y.Rounds = append(y.Rounds, rating.Round{
					Project: p.Code, Tier: t.Code, Nth: nth + 1, Score: rating.MustParseScore(score),
				})
			}
		}
	}
	for i := range d.n(3) * len(s.Vetoes) {
		y.Events = append(y.Events, rating.Event{
			ID: fmt.Sprintf("E%d", i), Veto: s.Vetoes[d.n(len(s.Vetoes))].Code,
			Project: y.Projects[d.n(len(y.Projects))].Code, Facts: slowFacts(d, "n0", "n1"),
		})
	}
	if d.oneIn(4) {
		for back := range 1 + d.n(4) {
			y.Revocations = append(y.Revocations, rating.Revocation{
				Project: y.Projects[0].Code, Year: 2026 - back, Reason: "r",
			})
		}
		y.Revocations = y.Revocations[d.n(len(y.Revocations)):]
	}
	return y
}

// slowStandingOf writes a standing in the words of the model.
func slowStandingOf(s *rating.Standing) slowStanding {
	out := slowStanding{
		Project: s.Project, State: s.State, Missing: slices.Clone(s.Missing), Exact: slowScore(s.Exact), Score: slowScore(s.Score),
		Band: s.Band, Stages: slowStageTexts(s.Stages),
	}
	for _, t := range s.Tiers {
		tier := slowTier{
			Mean: slowScore(t.Mean), Score: slowScore(t.Score), Group: t.Group, Of: t.Of, Stages: slowStageTexts(t.Stages),
		}
		for _, r := range t.Rounds {
			tier.Rounds = append(tier.Rounds, fmt.Sprintf("%d %s %t %t %t", r.Nth, slowScore(r.Score), r.Reported, r.Counts, r.Owed))
		}
		out.Tiers = append(out.Tiers, tier)
	}
	for _, v := range s.Vetoes {
		if !slices.Contains(out.Vetoes, v.Veto) {
			out.Vetoes = append(out.Vetoes, v.Veto)
		}
	}
	if s.Reward != nil {
		out.Reward = s.Reward.Band
	}
	if s.Revocation != nil {
		out.Revocation = strconv.Itoa(s.Revocation.Year)
	}
	return out
}

func slowCompareYear(t *testing.T, d *slowDice) {
	t.Helper()
	scheme := slowScheme(d)
	contest, err := rating.CompileScheme(scheme, nil)
	require.NoError(t, err, "%s", slowJSON(t, scheme))
	year := slowYearOf(d, &scheme)
	standings, err := contest.Assess(year)
	require.NoError(t, err, "%s\n%s", slowJSON(t, scheme), slowJSON(t, year))
	got := make([]slowStanding, 0, len(standings))
	for i := range standings {
		got = append(got, slowStandingOf(&standings[i]))
		why, band := standings[i].Why(), standings[i].WhyBand()
		require.NoError(t, why.Check())
		require.NoError(t, band.Check())
	}
	want := slowAssess(&scheme, &year)
	for i := range want {
		slices.Sort(want[i].Missing)
	}
	for i := range got {
		slices.Sort(got[i].Missing)
		got[i].Missing = slices.Compact(got[i].Missing)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mismatch (-model +contest):\n%s", diff)
		t.Logf("scheme %s\nyear %s", slowJSON(t, scheme), slowJSON(t, year))
	}
}

func TestSlowModelOfContests(t *testing.T) {
	for seed := range uint64(1200) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) { slowCompareYear(t, slowSeed(seed)) })
	}
}

func FuzzSlowModelOfContests(f *testing.F) {
	f.Add([]byte("14"))
	f.Fuzz(func(t *testing.T, data []byte) { slowCompareYear(t, &slowDice{bytes: data}) })
}
