package rating_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

func entries(scores ...string) []rating.Entry {
	var out []rating.Entry
	for i, s := range scores {
		e := rating.Entry{ID: fmt.Sprintf("p%d", i+1)}
		if s != "" {
			e.Score = rating.MustParseScore(s)
		}
		out = append(out, e)
	}
	return out
}

func TestRanks(t *testing.T) {
	list := entries("88", "", "92.5", "88", "70", "1258/15")
	tests := []struct {
		ties rating.Ties
		want []string
	}{
		{rating.CompetitionRank, []string{"1 p3", "2 p1", "2 p4", "4 p6", "5 p5", "0 p2"}},
		{rating.DenseRank, []string{"1 p3", "2 p1", "2 p4", "3 p6", "4 p5", "0 p2"}},
		{rating.OrdinalRank, []string{"1 p3", "2 p1", "3 p4", "4 p6", "5 p5", "0 p2"}},
	}
	for _, test := range tests {
		places, err := rating.Rank(list, rating.Ranking{Ties: test.ties})
		require.NoError(t, err)
		var got []string
		for _, p := range places {
			got = append(got, fmt.Sprint(p.Rank, " ", p.ID))
		}
		require.Equal(t, test.want, got, test.ties)
		require.Equal(t, "0.4", places[1].Below.String(), "two of five have less than 88")
		require.Equal(t, 1, places[1].Tied)
		require.False(t, places[5].Below.IsSet(), "without a score there is no share")
	}
}

// TestCutWithTies: ten projects, the bottom quarter is for 2.5 of them, and three have the score of the cut.
func TestCutWithTies(t *testing.T) {
	list := entries("95", "93", "90", "88", "85", "80", "73", "73", "73", "60")
	tests := []struct {
		name          string
		part          rating.Part
		at            rating.AtCut
		meant, inside int
	}{
		{"started: three places, all at 73 in", rating.Started, rating.CutIncludes, 3, 4},
		{"started: three places, all at 73 out", rating.Started, rating.CutExcludes, 3, 1},
		{"unset is started", 0, rating.CutExcludes, 3, 1},
		{"full: two places, all at 73 in", rating.Full, rating.CutIncludes, 2, 4},
		{"full: two places, all at 73 out", rating.Full, rating.CutExcludes, 2, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			how := rating.Ranking{Ties: rating.CompetitionRank, Bands: []rating.RelativeBand{
				{Code: "audit", End: rating.FromBottom, Share: figure("0.25"), Part: test.part, AtCut: test.at},
			}}
			cuts, err := rating.Cuts(list, how)
			require.NoError(t, err)
			require.Equal(t, []rating.Cut{{
				Band: "audit", End: rating.FromBottom, Of: 10, Meant: test.meant, Score: rating.MustParseScore("73"), Entries: test.inside, AtCut: 3,
			}}, cuts)
			places, err := rating.Rank(list, how)
			require.NoError(t, err)
			inside := 0
			for _, p := range places {
				if p.Band == "audit" {
					inside++
				}
			}
			require.Equal(t, test.inside, inside)
			require.Equal(t, "audit", places[9].Band)
		})
	}
}

func TestBandsFromBothEnds(t *testing.T) {
	places, err := rating.Rank(entries("90", "80", "70"), rating.Ranking{Ties: rating.DenseRank, Bands: []rating.RelativeBand{
		{Code: "best", End: rating.FromTop, Count: 2, AtCut: rating.CutIncludes},
		{Code: "last", End: rating.FromBottom, Count: 2, AtCut: rating.CutIncludes},
	}})
	require.NoError(t, err)
	var got []string
	for _, p := range places {
		got = append(got, p.Band)
	}
	require.Equal(t, []string{"best", "best", "last"}, got, "the first band that an entry is in is its own")
}

func TestNobodyIsRanked(t *testing.T) {
	how := rating.Ranking{Ties: rating.DenseRank, Bands: []rating.RelativeBand{{Code: "last", End: rating.FromBottom, Count: 1, AtCut: rating.CutIncludes}}}
	places, err := rating.Rank(entries("", ""), how)
	require.NoError(t, err)
	require.Equal(t, []rating.Place{{ID: "p1"}, {ID: "p2"}}, places)
	cuts, err := rating.Cuts(nil, how)
	require.NoError(t, err)
	require.Equal(t, []rating.Cut{{Band: "last", End: rating.FromBottom}}, cuts)
}

func TestRankingListsEveryProblem(t *testing.T) {
	_, err := rating.Rank([]rating.Entry{{ID: "p1"}, {ID: "p1"}}, rating.Ranking{Bands: []rating.RelativeBand{
		{Code: "a", End: rating.FromTop, Share: figure("1.1"), AtCut: rating.CutIncludes},
		{Code: "a", Share: figure("0.1"), Count: 3, Part: rating.Exact},
	}})
	require.EqualError(t, err, `ranking: 8 problems
  ties: ties is missing
  bands[0]: a relative band is either a share above 0 and at most 1 or a number of entries above 0; here the share is "1.1" and the number 0
  bands[1].code: "a" is given twice
  bands[1].end: end is missing
  bands[1]: a relative band is either a share above 0 and at most 1 or a number of entries above 0; here the share is "0.1" and the number 3
  bands[1].part: nobody is partly in a band; a part of an entry is started or full
  bands[1].atCut: atCut is missing
  entries[1].id: "p1" is given twice`)
}

// slowPlaces is the definition of ranks: how many are better, how many better scores there are.
func slowPlaces(list []rating.Entry, ties rating.Ties) map[string]int {
	ranks := map[string]int{}
	for _, e := range list {
		if !e.Score.IsSet() {
			continue
		}
		better, scores := 0, map[rating.Score]bool{}
		for _, o := range list {
			switch c := o.Score.Compare(e.Score); {
			case c > 0:
				better++
				scores[o.Score] = true
			case c == 0 && ties == rating.OrdinalRank && o.ID < e.ID:
				better++
			}
		}
		ranks[e.ID] = better + 1
		if ties == rating.DenseRank {
			ranks[e.ID] = len(scores) + 1
		}
	}
	return ranks
}

// slowBand is the definition of a relative band: with k meant, who has fewer than k worse entries is in if ties at the cut are;
// otherwise who has at most k entries that are not better, itself included.
func slowBand(list []rating.Entry, b rating.RelativeBand, k int) map[string]bool {
	in := map[string]bool{}
	for _, e := range list {
		further, same := 0, 0
		for _, o := range list {
			c := o.Score.Compare(e.Score)
			if b.End == rating.FromBottom {
				c = -c
			}
			switch {
			case !o.Score.IsSet():
			case c > 0:
				further++
			case c == 0:
				same++
			}
		}
		if !e.Score.IsSet() {
			continue
		}
		if b.AtCut == rating.CutIncludes {
			in[e.ID] = further < k
		} else {
			in[e.ID] = further+same <= k
		}
	}
	return in
}

func FuzzRank(f *testing.F) {
	f.Add([]byte{3, 3, 200, 1, 7, 7, 7}, uint8(2), uint8(1))
	f.Add([]byte{255, 255}, uint8(0), uint8(0))
	f.Fuzz(func(t *testing.T, scores []byte, count, how uint8) {
		scores = scores[:min(len(scores), 40)]
		var list []rating.Entry
		for i, n := range scores {
			e := rating.Entry{ID: fmt.Sprintf("%02d", i)}
			if n < 240 {
				e.Score = rating.MustParseScore(fmt.Sprintf("%d/3", n%16))
			}
			list = append(list, e)
		}
		b := rating.RelativeBand{
			Code: "x", Count: int(count%12) + 1, End: rating.End(1 + how%2), AtCut: rating.AtCut(1 + how/2%2),
		}
		ranking := rating.Ranking{Ties: rating.Ties(1 + how/4%3), Bands: []rating.RelativeBand{b}}
		places, err := rating.Rank(list, ranking)
		require.NoError(t, err)
		ranks, band := map[string]int{}, map[string]bool{}
		for _, p := range places {
			if p.Score.IsSet() {
				ranks[p.ID], band[p.ID] = p.Rank, p.Band == "x"
			}
		}
		if diff := cmp.Diff(slowPlaces(list, ranking.Ties), ranks); diff != "" {
			t.Errorf("ranks mismatch (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(slowBand(list, b, b.Count), band); diff != "" {
			t.Errorf("band mismatch (-want +got):\n%s", diff)
		}
	})
}
