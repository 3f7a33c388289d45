package rating_test

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// slowJoined is what a panel comes to by the model; a source is written "code mean counts used trimmed".
type slowJoined struct {
	State                    rating.State
	Missing, Sources, Stages []string
	Exact, Score             string
}

func slowJoin(p *rating.Panel, votes []rating.Vote) slowJoined {
	out := slowJoined{Exact: "-", Score: "-"}
	sum, weights := new(big.Rat), new(big.Rat)
	for _, s := range p.Sources {
		var scores []*big.Rat
		for _, v := range votes {
			if v.Source == s.Code {
				scores = append(scores, v.Score.Rat())
			}
		}
		slices.SortFunc(scores, func(a, b *big.Rat) int { return a.Cmp(b) })
		var used []*big.Rat
		if len(scores) > 2*s.Trim {
			used = scores[s.Trim : len(scores)-s.Trim]
		}
		if len(used) < max(s.AtLeast, 1) {
			used = nil
		}
		var mean *big.Rat
		if len(used) > 0 {
			total := new(big.Rat)
			for _, u := range used {
				total = slowAdd(total, u)
			}
			mean = slowQuo(total, big.NewRat(int64(len(used)), 1))
		}
		counts := mean != nil || p.Missing == rating.Zero
		out.Sources = append(out.Sources, fmt.Sprintf("%s %s %t %d %d", s.Code, slowText(mean), counts, len(used), len(scores)-len(used)))
		if !counts && p.Missing == 0 {
			out.Missing = append(out.Missing, s.Code)
		}
		switch {
		case !s.Weight.IsSet():
			out.Missing = append(out.Missing, s.Code+"/weight")
		case counts:
			weights = slowAdd(weights, slowRat(s.Weight))
			if mean != nil {
				sum = slowAdd(sum, slowMul(mean, slowRat(s.Weight)))
			}
		}
	}
	if len(out.Missing) == 0 && weights.Sign() == 0 { // where all are left out, all are missing
		for _, s := range p.Sources {
			out.Missing = append(out.Missing, s.Code)
		}
	}
	if len(out.Missing) > 0 {
		return out
	}
	exact := slowQuo(sum, weights)
	out.State, out.Exact, out.Stages = rating.Rated, slowText(exact), slowStages(exact, p.Rounding)
	for _, r := range p.Rounding {
		exact = slowRound(exact, r)
	}
	out.Score = slowText(exact)
	return out
}

func slowPanel(d *slowDice) (rating.Panel, []rating.Vote) {
	p := rating.Panel{Code: "p", Missing: slowPick(d, 0, rating.Renormalise, rating.Zero), Rounding: slowRounding(d)}
	var votes []rating.Vote
	for i := range 1 + d.n(3) {
		s := rating.Source{
			Code: fmt.Sprintf("s%d", i), Weight: slowFigure(d, "40", "1", "0.5", "33.3"), Trim: d.n(3) / 2 * d.n(3), AtLeast: d.n(3),
		}
		if d.oneIn(9) {
			s.Weight = metric.Figure{}
		}
		p.Sources = append(p.Sources, s)
		for k := range d.n(6) {
			score := rating.MustParseScore(slowPick(d, "80", "90.5", "80", "241/3", "0", "100", "79.99"))
			votes = append(votes, rating.Vote{Source: s.Code, Rater: fmt.Sprintf("r%d", k), Score: score})
		}
	}
	return p, votes
}

func slowComparePanel(t *testing.T, d *slowDice) {
	t.Helper()
	p, votes := slowPanel(d)
	joined, err := p.Join(votes)
	require.NoError(t, err)
	got := slowJoined{
		State: joined.State, Missing: joined.Missing, Stages: slowStageTexts(joined.Stages),
		Exact: slowScore(joined.Exact), Score: slowScore(joined.Score),
	}
	for _, s := range joined.Sources {
		got.Sources = append(got.Sources,
			fmt.Sprintf("%s %s %t %d %d", s.Source, slowScore(s.Mean), s.Counts, len(s.Used), len(s.Trimmed)))
	}
	if diff := cmp.Diff(slowJoin(&p, votes), got); diff != "" {
		t.Errorf("mismatch (-model +panel):\n%s", diff)
		t.Logf("panel %s\nvotes %s", slowJSON(t, p), slowJSON(t, votes))
	}
	why := joined.Why()
	require.NoError(t, why.Check())
	slowShuffle(d, votes)
	again, err := p.Join(votes)
	require.NoError(t, err)
	require.Equal(t, slowJSON(t, joined), slowJSON(t, again), "the order of the votes")
}

func TestSlowModelOfPanels(t *testing.T) {
	for seed := range uint64(1200) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) { slowComparePanel(t, slowSeed(seed)) })
	}
}

func FuzzSlowModelOfPanels(f *testing.F) {
	f.Add([]byte("14"))
	f.Fuzz(func(t *testing.T, data []byte) { slowComparePanel(t, &slowDice{bytes: data}) })
}
