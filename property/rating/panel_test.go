package rating_test

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// staffPanel: KPI-43. Self 20 %, superior 50 %, colleagues 30 %, each the mean of its scores.
func staffPanel() rating.Panel {
	return rating.Panel{Code: "staff", Sources: []rating.Source{
		{Code: "self", Weight: metric.MustParseFigure("20")},
		{Code: "superior", Weight: metric.MustParseFigure("50")},
		{Code: "peer", Weight: metric.MustParseFigure("30")},
	}}
}

// votesOf are scores of one source, by raters a, b, c.
func votesOf(source string, scores ...string) []rating.Vote {
	var out []rating.Vote
	for i, s := range scores {
		out = append(out, rating.Vote{Source: source, Rater: string(rune('a' + i)), Score: rating.MustParseScore(s)})
	}
	return out
}

func votes(lists ...[]rating.Vote) []rating.Vote {
	var out []rating.Vote
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

func TestPanelJoin(t *testing.T) {
	trimmed := func(p *rating.Panel) { p.Sources[2].Trim = 1 }
	tests := []struct {
		name    string
		change  func(*rating.Panel)
		votes   []rating.Vote
		state   rating.State
		missing []string
		score   string
	}{
		{"one of each", nil, votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "90")), rating.Rated, nil, "86"},
		{
			"unequal raters do not weigh more", nil,
			votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "88", "90", "92", "90")), rating.Rated, nil, "86",
		},
		{"a mean that does not end", nil, votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "90", "90", "91")), rating.Rated, nil, "86.1"},
		{
			"trimmed: 60 and 100 are left out", trimmed,
			votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "100", "90", "60", "90")), rating.Rated, nil, "86",
		},
		{
			"trimmed with ties: one of each stays", trimmed,
			votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "60", "60", "100", "100")), rating.Rated, nil, "83",
		},
		{"too few to trim", trimmed, votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "60", "90")), rating.Unknown, []string{"peer"}, ""},
		{
			"fewer than needed", func(p *rating.Panel) { p.Sources[2].AtLeast = 3 },
			votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "60", "90")), rating.Unknown,
			[]string{"peer"},
			"",
		},
		{
			"as many as needed", func(p *rating.Panel) { p.Sources[2].AtLeast = 2 },
			votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "90", "90")), rating.Rated, nil, "86",
		},
		{
			"fewer than needed after trimming", func(p *rating.Panel) { p.Sources[2].Trim, p.Sources[2].AtLeast = 1, 3 },
			votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "60", "90", "90", "90")), rating.Unknown,
			[]string{"peer"},
			"",
		},
		{"nobody", nil, nil, rating.Unknown, []string{"self", "superior", "peer"}, ""},
		{
			"left out", func(p *rating.Panel) { p.Missing = rating.Renormalise },
			votes(votesOf("self", "94"), votesOf("superior", "80")), rating.Rated, nil, "84",
		},
		{"all left out", func(p *rating.Panel) { p.Missing = rating.Renormalise }, nil, rating.Unknown, []string{"self", "superior", "peer"}, ""},
		{
			"counts as 0", func(p *rating.Panel) { p.Missing = rating.Zero },
			votes(votesOf("self", "95"), votesOf("superior", "80")), rating.Rated, nil, "59",
		},
		{"all count as 0", func(p *rating.Panel) { p.Missing = rating.Zero }, nil, rating.Rated, nil, "0"},
		{
			"weight left open", func(p *rating.Panel) { p.Sources[0].Weight = metric.Figure{} },
			votes(votesOf("self", "95"), votesOf("superior", "80"), votesOf("peer", "90")), rating.Unknown,
			[]string{"self/weight"},
			"",
		},
		{
			"rounded twice", func(p *rating.Panel) {
				p.Rounding = []metric.Rounding{{Step: metric.MustParseFigure("0.1")}, {Step: metric.MustParseFigure("1")}}
			},
			votes(votesOf("self", "95.45"), votesOf("superior", "95.45"), votesOf("peer", "95.45")), rating.Rated, nil, "96",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := staffPanel()
			if tt.change != nil {
				tt.change(&p)
			}
			j, err := p.Join(tt.votes)
			require.NoError(t, err)
			require.Equal(t, tt.state, j.State)
			require.Equal(t, tt.missing, j.Missing)
			require.Equal(t, tt.score, j.Score.String())
			require.Len(t, j.Sources, 3)
			used := 0
			for _, s := range j.Sources {
				used += len(s.Used) + len(s.Trimmed)
			}
			require.Equal(t, len(tt.votes), used, "no vote is lost")
			why := j.Why()
			require.NoError(t, why.Check())
			if tt.state == rating.Rated {
				require.Equal(t, j.Score.String(), why.Value.Text)
			} else {
				require.Equal(t, "unknown", why.Value.Text)
			}
		})
	}
}

// TestPanelTrim: which votes are left out, among equal ones by the raters' names.
func TestPanelTrim(t *testing.T) {
	p := rating.Panel{Code: "p", Sources: []rating.Source{{Code: "peer", Weight: metric.MustParseFigure("1"), Trim: 1}}}
	j, err := p.Join(votesOf("peer", "60", "100", "60", "90"))
	require.NoError(t, err)
	names := func(votes []rating.Vote) (out string) {
		for _, v := range votes {
			out += v.Rater
		}
		return out
	}
	require.Equal(t, "cd", names(j.Sources[0].Used))
	require.Equal(t, "ab", names(j.Sources[0].Trimmed))
	require.Equal(t, "75", j.Sources[0].Mean.String())
}

func TestPanelCheck(t *testing.T) {
	figure := metric.MustParseFigure
	p := rating.Panel{
		Missing:  rating.Award,
		Rounding: []metric.Rounding{{Step: figure("0")}},
		Sources: []rating.Source{
			{Code: "self", Weight: figure("-1")}, {Code: "self", Weight: figure("0"), Trim: -1}, {AtLeast: 1_000_000_000},
		},
	}
	_, err := p.Join([]rating.Vote{
		{Source: "boss", Score: rating.MustParseScore("1")},
		{Source: "self"},
		{Rater: "a", Source: "self", Score: rating.MustParseScore("-1")},
		{Rater: "a", Source: "self", Score: rating.MustParseScore("1")},
		{Source: "boss", Score: rating.MustParseScore("1")},
	})
	requireProblems(t, err,
		"code: invalid/required", "sources[0].weight: rating/not-above", "sources[1].code: rating/twice", "sources[1].weight: rating/not-above",
		"sources[1].trim: rating/negative", "sources[2].code: invalid/required", "sources[2].atLeast: rating/too-many", "missing: rating/award",
		"rounding[0].step: metric/step", "votes[0].source: rating/unknown", "votes[1].score: invalid/required", "votes[2].score: rating/negative",
		"votes[3].rater: rating/twice", "votes[4].source: rating/unknown")

	_, err = rating.Panel{Code: "p", Missing: 9}.Join(make([]rating.Vote, 10_001))
	require.ErrorIs(t, err, rating.ErrTooMany)
	require.ErrorIs(t, err, invalid.ErrWord)

	p = staffPanel()
	p.Sources = p.Sources[:1]
	_, err = p.Join(votesOf("self", "1/9223372036854775783", "1/3"))
	requireProblems(t, err, "sources[0]: rating/score-range")
}

// requireProblems compares the places and rules of all problems.
func requireProblems(t *testing.T, err error, want ...string) {
	t.Helper()
	var many *invalid.Error
	require.ErrorAs(t, err, &many)
	var got []string
	for _, f := range many.Fields {
		got = append(got, f.Path+": "+f.Rule.ID())
	}
	require.Empty(t, cmp.Diff(want, got))
}

// TestPanelModel: random panels against the plain formula, and the order of the votes does not matter.
func TestPanelModel(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 43))
	for range 300 {
		p := rating.Panel{Code: "p"}
		var all []rating.Vote
		sum, weights, complete := new(big.Rat), new(big.Rat), true
		for i := range 1 + r.IntN(4) {
			s := rating.Source{Code: strconv.Itoa(i), Weight: metric.MustParseFigure(strconv.Itoa(1 + r.IntN(9))), Trim: r.IntN(3), AtLeast: r.IntN(3)}
			p.Sources = append(p.Sources, s)
			scores := make([]int, r.IntN(8))
			for k := range scores {
				scores[k] = r.IntN(20)
				all = append(all, rating.Vote{Source: s.Code, Rater: strconv.Itoa(k), Score: rating.MustParseScore(strconv.Itoa(scores[k]))})
			}
			mean := plainTrimmedMean(scores, s.Trim, max(1, s.AtLeast))
			complete = complete && mean != nil
			if mean != nil {
				w := s.Weight.Decimal().Rat()
				weights.Add(weights, w)
				sum.Add(sum, mean.Mul(mean, w))
			}
		}
		j, err := p.Join(all)
		require.NoError(t, err)
		require.Equal(t, complete, j.State == rating.Rated)
		if complete {
			require.Zero(t, sum.Quo(sum, weights).Cmp(j.Score.Rat()))
		}
		require.NoError(t, j.Why().Check())
		r.Shuffle(len(all), func(a, b int) { all[a], all[b] = all[b], all[a] })
		again, err := p.Join(all)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(j, again, cmp.Comparer(func(a, b rating.Score) bool { return a == b }), cmp.Comparer(func(a, b metric.Figure) bool { return a == b })))
	}
}

// plainTrimmedMean strikes out the lowest and the highest one by one; nil where too few are left.
func plainTrimmedMean(scores []int, trim, least int) *big.Rat {
	left := append([]int(nil), scores...)
	for range trim {
		for _, sign := range []int{1, -1} {
			if len(left) == 0 {
				return nil
			}
			best := 0
			for i := range left {
				if sign*left[i] < sign*left[best] {
					best = i
				}
			}
			left = append(left[:best], left[best+1:]...)
		}
	}
	if len(left) < least {
		return nil
	}
	total := int64(0)
	for _, s := range left {
		total += int64(s)
	}
	return big.NewRat(total, int64(len(left)))
}

func TestPanelRoundTrip(t *testing.T) {
	p := staffPanel()
	p.Sources[2].Trim = 1
	p.Missing = rating.Zero
	p.Rounding = []metric.Rounding{{}}
	data, err := json.Marshal(p)
	require.NoError(t, err)
	read, err := invalid.Decode[rating.Panel](data, "panel")
	require.NoError(t, err)
	require.Equal(t, p, read)
	j, err := p.Join(votes(votesOf("self", "95"), votesOf("peer", "60", "100", "271/3")))
	require.NoError(t, err)
	data, err = json.Marshal(j)
	require.NoError(t, err)
	stored, err := invalid.Decode[rating.Joined](data, "joined")
	require.NoError(t, err)
	require.Equal(t, j, stored)
	require.Equal(t, j.Why(), stored.Why())
	require.Equal(t, "46.1", j.Score.String(), "(20 × 95 + 30 × 271/3) ÷ 100")
}

// FuzzPanelJoin: no panel and no votes make it panic, and what has a score explains it.
func FuzzPanelJoin(f *testing.F) {
	f.Add(`{"code":"p","sources":[{"code":"self","weight":"1","trim":1},{"code":"peer","weight":"2"}],"missing":"zero","rounding":[{}]}`, "self", "90", "1258/15", "0")
	f.Add(`{"code":"p","sources":[{"code":"peer","weight":"0.000001"}]}`, "peer", "9223372036854775807", "1/9223372036854775807", "1")
	f.Fuzz(func(t *testing.T, doc, source, a, b, c string) {
		p := halfRead[rating.Panel]([]byte(doc)) // Join refuses what is wrong
		var all []rating.Vote
		for _, text := range []string{a, b, c} {
			s, err := rating.ParseScore(text)
			if err == nil {
				all = append(all, rating.Vote{Source: source, Score: s})
			}
		}
		j, err := p.Join(all)
		if err != nil {
			return
		}
		why := j.Why()
		if err := why.Check(); err != nil {
			t.Fatal(err)
		}
		if j.State == rating.Rated && why.Value.Text != j.Score.String() {
			t.Fatalf("why says %s, the score is %s", why.Value.Text, j.Score)
		}
	})
}
