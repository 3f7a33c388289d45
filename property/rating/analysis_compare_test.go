package rating_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// weighed is a rubric by weights: safety 3, greening 1, order 1, each on a scale of three.
func weighed() rating.Rubric {
	r := rating.Rubric{
		Code: "weighed", Version: "1", Method: rating.ByWeights, OutOf: whole(100), NotApplicable: rating.Renormalise, Scales: []rating.Scale{threeLevels()},
		Bands: []rating.Band{{Code: "5", From: whole(90)}, {Code: "4", From: whole(80)}, {Code: "3", From: whole(60)}, {Code: "0"}},
	}
	s := rating.Section{Code: "all"}
	for _, i := range []struct {
		code   string
		weight int
	}{{"safety", 3}, {"greening", 1}, {"order", 1}} {
		s.Items = append(s.Items, rating.Item{Code: i.code, Weight: whole(i.weight), Mark: rating.Marking{Scale: &rating.OnScale{Of: "three"}}})
	}
	r.Sections = []rating.Section{s}
	return r
}

func levels(id, safety, greening, order string) rating.Sheet {
	s := rating.Sheet{ID: id}
	for _, m := range [][2]string{{"safety", safety}, {"greening", greening}, {"order", order}} {
		s.Marks = append(s.Marks, rating.Mark{Item: m[0], Level: m[1], NotApplicable: m[1] == ""})
	}
	return s
}

func TestReweigh(t *testing.T) {
	rules, err := rating.Compile(weighed())
	require.NoError(t, err)
	sheets := []rating.Sheet{
		levels("a", "good", "bad", "good"),  // 80: by 2 : 1 : 1 it is 75
		levels("b", "good", "good", "good"), // 100 whatever the weights
		levels("c", "fair", "good", "fair"), // 60: 62.5
		levels("d", "good", "", "good"),     // 100
	}
	sheets[0].Rubric, sheets[0].Version = "weighed", "1"
	shifts, err := rules.Reweigh(sheets, []rating.Weight{{Item: "safety", Weight: whole(2)}})
	require.NoError(t, err)
	score := rating.MustParseScore
	rated := func(points, band string) rating.Outcome {
		return rating.Outcome{State: rating.Rated, Exact: score(points), Score: score(points), Band: band}
	}
	want := []rating.Shift{
		{Sheet: "a", Row: 1, Before: rated("80", "4"), After: rated("75", "3"), Change: score("-5"), Rest: score("0"), Items: []rating.ItemShift{
			{Item: "safety", Before: score("60"), After: score("50")}, {Item: "order", Before: score("20"), After: score("25")},
		}},
		{Sheet: "c", Row: 3, Before: rated("60", "3"), After: rated("62.5", "3"), Change: score("2.5"), Rest: score("0"), Items: []rating.ItemShift{
			{Item: "safety", Before: score("30"), After: score("25")},
			{Item: "greening", Before: score("20"), After: score("25")},
			{Item: "order", Before: score("10"), After: score("12.5")},
		}},
	}
	if diff := cmp.Diff(want, shifts, cmp.Comparer(equal[rating.Score])); diff != "" {
		t.Errorf("Reweigh mismatch (-want +got):\n%s", diff)
	}
}

// TestReweighByPoints moves points from one section to another: what one gets the other gives.
func TestReweighByPoints(t *testing.T) {
	doc := estate()
	doc.Sections[0].Points, doc.Sections[1].Points = whole(60), whole(40)
	rules, err := rating.Compile(doc)
	require.NoError(t, err)
	sheets := []rating.Sheet{estateSheet()}
	shifts, err := rules.Reweigh(sheets, []rating.Weight{{Item: "d01", Points: whole(9)}, {Item: "s04", Points: whole(6)}})
	require.NoError(t, err)
	require.Len(t, shifts, 1)
	require.Equal(t, "75.5", shifts[0].After.Exact.String(), "half of 4 more, and 4 less")
	_, err = rules.Reweigh(sheets, []rating.Weight{{Item: "d01", Points: whole(9)}})
	require.ErrorIs(t, err, rating.ErrSum)
}

func TestReweighListsEveryProblem(t *testing.T) {
	rules, err := rating.Compile(weighed())
	require.NoError(t, err)
	_, err = rules.Reweigh(nil, []rating.Weight{
		{Item: "lift", Weight: whole(1)}, {Item: "safety"}, {Section: "all", Points: whole(1)}, {Item: "safety", Weight: whole(1)},
	})
	require.EqualError(t, err, `changes of weight: 4 problems
  changes[0]: there is no "lift"
  changes[1]: a change is of an item or a section, and gives an item a weight or points, a section a weight
  changes[2]: a change is of an item or a section, and gives an item a weight or points, a section a weight
  changes[3]: "safety" is given twice`)
	_, err = rules.Reweigh([]rating.Sheet{levels("a", "good", "bad", "splendid")}, []rating.Weight{{Item: "safety", Weight: whole(2)}})
	require.EqualError(t, err, `sheets: 1 problem
  sheets[0].marks[2].level: there is no "splendid"`)
}

func TestCompareRules(t *testing.T) {
	old := weighed()
	old.To = civil.MustNew(2022, 12, 31)
	fresh := weighed()
	fresh.Version, fresh.From = "2", civil.MustNew(2023, 1, 1)
	fresh.Sections[0].Items[2] = rating.Item{Code: "lift", Weight: whole(1), Mark: rating.Marking{Pass: &rating.Pass{}}}
	fresh.Unmarked = rating.Zero
	before, err := rating.Compile(old)
	require.NoError(t, err)
	after, err := rating.Compile(fresh)
	require.NoError(t, err)
	sheet := levels("a", "good", "fair", "good")
	both := rating.Sheet{ID: "b", On: civil.MustNew(2021, 5, 1), Version: "1", Marks: sheet.Marks[:2]}
	c, err := rating.CompareRules(before, after, []rating.Sheet{sheet, both})
	require.NoError(t, err)
	require.Equal(t, rating.Edition{Rubric: "weighed", Version: "2"}, c.After)
	require.Len(t, c.Refused, 1, "the new version has no item order")
	require.Equal(t, rating.Refusal{Sheet: "a", Row: 1, After: c.Refused[0].After}, c.Refused[0])
	require.Equal(t, `marks[2].item: there is no "order"`, c.Refused[0].After[0].Error())
	require.Len(t, c.Shifts, 1)
	require.Equal(t, rating.Unknown, c.Shifts[0].Before.State, "the old version wants all marks")
	require.Equal(t, "70", c.Shifts[0].After.Score.String())
	require.Equal(t, 1, c.Unscored)
	require.Equal(t, []rating.BandMove{{After: "3", Count: 1}}, c.Bands)

	fresh.OutOf = whole(120)
	after, err = rating.Compile(fresh)
	require.NoError(t, err)
	_, err = rating.CompareRules(before, after, nil)
	require.EqualError(t, err, "scores out of 100 and out of 120 cannot be compared")
}

// TestSameScoreAfterRounding: 60 and 59.52 are both 60, which is the same score.
func TestSameScoreAfterRounding(t *testing.T) {
	old := weighed()
	old.Rounding = []metric.Rounding{stage("1", metric.ModeHalfUp)}
	fresh := old
	fresh.Sections = []rating.Section{{Code: "all", Items: slices.Clone(old.Sections[0].Items)}}
	old.Sections[0].Items[0].Weight, fresh.Sections[0].Items[0].Weight = figure("3"), figure("3.25")
	before, err := rating.Compile(old)
	require.NoError(t, err)
	after, err := rating.Compile(fresh)
	require.NoError(t, err)
	c, err := rating.CompareRules(before, after, []rating.Sheet{levels("a", "good", "good", "bad"), levels("b", "fair", "good", "fair")})
	require.NoError(t, err)
	require.Equal(t, "80", c.Shifts[0].Before.Exact.String())
	require.Equal(t, "1700/21", c.Shifts[0].After.Exact.String(), "80.95 is 81")
	require.Equal(t, "60", c.Shifts[1].Before.Exact.String())
	require.Equal(t, "1250/21", c.Shifts[1].After.Exact.String(), "59.52 is 60")
	require.Equal(t, []int{1, 0, 1}, []int{c.Up, c.Down, c.Same})
}

// TestComparisonAddsUp compares random versions on random sheets: every sheet is counted once, and every change is the sum of its parts.
func TestComparisonAddsUp(t *testing.T) {
	moved := 0
	for seed := range uint64(200) {
		w := newWorld(seed)
		a := w.rubric()
		b := w.rubric()
		b.OutOf, b.Method, b.Sections = a.OutOf, a.Method, a.Sections
		b.Bands = a.Bands
		if a.Method == rating.ByWeights && !a.Sections[0].Weight.IsSet() {
			b.Sections = nil
			for _, s := range a.Sections {
				if !s.Bonus {
					s.Weight = whole(1 + w.IntN(5))
				}
				b.Sections = append(b.Sections, s)
			}
		}
		before, err := rating.Compile(a)
		require.NoError(t, err)
		after, err := rating.Compile(b)
		require.NoError(t, err)
		var sheets []rating.Sheet
		for i := range 20 {
			s := w.sheet(a)
			s.ID = fmt.Sprint(i)
			if w.chance(8) {
				s.Marks = append(s.Marks, rating.Mark{Item: "nothing", Level: "good"})
			}
			sheets = append(sheets, s)
		}
		c, err := rating.CompareRules(before, after, sheets)
		require.NoError(t, err)
		require.Len(t, sheets, c.Up+c.Down+c.Same+c.Unscored+len(c.Refused))
		bands := 0
		for _, m := range c.Bands {
			bands += m.Count
		}
		require.Equal(t, len(c.Shifts), bands)
		for _, s := range c.Shifts {
			if !s.Change.IsSet() {
				continue
			}
			sum := s.Rest.Rat()
			for _, i := range s.Items {
				sum.Add(sum, i.After.Rat()).Sub(sum, i.Before.Rat())
				moved++
			}
			require.Zero(t, sum.Cmp(s.Change.Rat()))
			require.Zero(t, sum.Cmp(new(big.Rat).Sub(s.After.Exact.Rat(), s.Before.Exact.Rat())))
		}
	}
	require.Greater(t, moved, 500)
}

func TestInfluence(t *testing.T) {
	rules, err := rating.Compile(weighed())
	require.NoError(t, err)
	sheet := levels("a", "good", "bad", "fair") // (3 + 0 + 0.5) ÷ 5 = 70: 3
	got, err := rules.Influence(&sheet)
	require.NoError(t, err)
	score := rating.MustParseScore
	want := []rating.Influence{
		{
			Item: "safety", Adds: score("60"), LeftOut: score("-45"), Weight: whole(3),
			Grow: &rating.Turn{Weight: score("5.5"), Band: "4"},                // (5.5 + 0.5) ÷ 7.5 = 80
			Fall: &rating.Turn{Weight: score("1.75"), Beyond: true, Band: "0"}, // 2.25 ÷ 3.75 = 60
		},
		{
			Item: "greening", Adds: score("0"), Next: "fair", NextGain: score("10"), FullGain: score("20"), LeftOut: score("17.5"), Weight: whole(1),
			Grow: &rating.Turn{Weight: score("11/6"), Beyond: true, Band: "0"}, // 3.5 ÷ (35 ÷ 6) = 60
			Fall: &rating.Turn{Weight: score("0.375"), Band: "4"},              // 3.5 ÷ 4.375 = 80
		},
		{
			Item: "order", Adds: score("10"), Next: "good", NextGain: score("10"), FullGain: score("10"), LeftOut: score("5"), Weight: whole(1),
			Grow: &rating.Turn{Weight: score("6"), Beyond: true, Band: "0"}, // (3 + 3) ÷ 10 = 60
			// without it 3 ÷ 4 = 75: no lower weight reaches 80
		},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(equal[rating.Score]), cmp.Comparer(equal[metric.Figure])); diff != "" {
		t.Errorf("Influence mismatch (-want +got):\n%s", diff)
	}
}

// TestTurnsAreWhereTheBandChanges sets the weight of an item just before and just after each turn, and compares with the rules of
// the rubric that comes out.
func TestTurnsAreWhereTheBandChanges(t *testing.T) {
	turns, none := 0, 0
	for seed := range uint64(400) {
		w := newWorld(seed)
		doc := w.rubric()
		if doc.Method != rating.ByWeights {
			continue
		}
		rules, err := rating.Compile(doc)
		require.NoError(t, err)
		sheet := w.sheet(doc)
		now, err := rules.Rate(&sheet)
		require.NoError(t, err)
		list, err := rules.Influence(&sheet)
		if err != nil {
			require.ErrorIs(t, err, rating.ErrNoScore)
			continue
		}
		for _, in := range list {
			if !in.Weight.IsSet() {
				continue
			}
			for _, far := range []struct {
				turn *rating.Turn
				way  int64
			}{{in.Grow, 1}, {in.Fall, -1}} {
				if far.turn == nil {
					none++
					edge := big.NewRat(1000, 1)
					if far.way < 0 {
						edge = big.NewRat(1, 1000)
					}
					require.Equal(t, now.Band, bandWith(t, rules, sheet, in.Item, edge), "seed %d %s: the band stays", seed, in.Item)
					continue
				}
				turns++
				at := far.turn.Weight.Rat()
				step := big.NewRat(far.way, 1_000_000)
				before, after := new(big.Rat).Sub(at, step), new(big.Rat).Add(at, step)
				between := (before.Cmp(in.Weight.Decimal().Rat()) - 0) * int(far.way)
				if between > 0 {
					require.Equal(t, now.Band, bandWith(t, rules, sheet, in.Item, before), "seed %d %s before %s", seed, in.Item, far.turn.Weight)
				}
				if after.Sign() > 0 {
					require.Equal(t, far.turn.Band, bandWith(t, rules, sheet, in.Item, after), "seed %d %s after %s", seed, in.Item, far.turn.Weight)
				}
			}
		}
	}
	require.Greater(t, turns, 100)
	require.Greater(t, none, 100)
}

// bandWith returns the band that a sheet has if an item weighs something else, to six decimals away from what was asked.
func bandWith(t *testing.T, rules *rating.Rules, sheet rating.Sheet, item string, weight *big.Rat) string {
	t.Helper()
	doc := rules.Rubric()
	for s := range doc.Sections {
		for i := range doc.Sections[s].Items {
			if doc.Sections[s].Items[i].Code == item {
				doc.Sections[s].Items[i].Weight = metric.MustParseFigure(weight.FloatString(6))
			}
		}
	}
	changed, err := rating.Compile(doc)
	require.NoError(t, err)
	res, err := changed.Rate(&sheet)
	require.NoError(t, err)
	return res.Band
}
