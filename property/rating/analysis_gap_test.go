package rating_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// onePart is a rubric of one item that is given points in thousandths.
func onePart(rounding ...metric.Rounding) rating.Rubric {
	return rating.Rubric{
		Code: "one", Method: rating.ByPoints, OutOf: whole(100),
		Sections: []rating.Section{{Code: "all", Items: []rating.Item{
			{Code: "points", Points: whole(100), Mark: rating.Marking{Points: &rating.Points{Step: figure("0.001")}}},
		}}},
		Rounding: rounding, BandsOn: rating.OnRounded,
		Bands: []rating.Band{{Code: "5", From: whole(90)}, {Code: "4", From: whole(85)}, {Code: "3", From: whole(80)}, {Code: "0"}},
	}
}

func pointsGiven(points string) rating.Sheet {
	return rating.Sheet{ID: "1", Marks: []rating.Mark{{Item: "points", Figure: metric.MustParseFigure(points)}}}
}

func stage(step string, mode metric.Mode) metric.Rounding {
	return metric.Rounding{Step: metric.MustParseFigure(step), Mode: mode}
}

func TestGapSeesTheRounding(t *testing.T) {
	tests := []struct {
		name   string
		stages []metric.Rounding
		score  string
		edge   string
		above  bool
		short  string
	}{
		{"exact", nil, "84.2", "85", false, "0.8"},
		{"half up to whole points", []metric.Rounding{stage("1", metric.ModeHalfUp)}, "84.2", "84.5", false, "0.3"},
		{"half down needs more than the half", []metric.Rounding{stage("1", metric.ModeHalfDown)}, "84.2", "84.5", true, "0.3"},
		{"half even: 84.5 is 84", []metric.Rounding{stage("1", metric.ModeHalfEven)}, "84.2", "84.5", true, "0.3"},
		{"cut off", []metric.Rounding{stage("1", metric.ModeDown)}, "84.2", "85", false, "0.8"},
		{"two stages, as Toronto does: 84.495 is 84.5 is 85", []metric.Rounding{stage("0.01", metric.ModeHalfUp), stage("1", metric.ModeHalfUp)}, "84.2", "84.495", false, "0.295"},
		{"up: on the edge of 84 is not enough", []metric.Rounding{stage("1", metric.ModeUp)}, "84", "84", true, "0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rules, err := rating.Compile(onePart(test.stages...))
			require.NoError(t, err)
			sheet := pointsGiven(test.score)
			gap, err := rules.Gap(&sheet, "4")
			require.NoError(t, err)
			require.False(t, gap.Reached)
			require.Equal(t, "3", gap.Band)
			want := []rating.Way{{
				Row: 2, Band: "4", Edge: rating.MustParseScore(test.edge), Above: test.above, Short: rating.MustParseScore(test.short),
			}}
			require.Equal(t, want, gap.Ways)
		})
	}
}

// TestGapIsClosedExactly gives as many points as the gap says, which reaches the band, and a thousandth less, which does not; for
// every mode, two stages and every hundredth.
func TestGapIsClosedExactly(t *testing.T) {
	thousandth := big.NewRat(1, 1000)
	for mode := metric.ModeHalfUp; mode <= metric.ModeFloor; mode++ {
		for _, second := range []string{"0.01", "0.5", "1"} {
			doc := onePart(stage("0.01", metric.ModeHalfUp), stage(second, mode))
			doc.Bands[1] = rating.Band{Code: "4", Above: figure("84.99")}
			rules, err := rating.Compile(doc)
			require.NoError(t, err)
			for _, band := range []string{"5", "4", "3"} {
				sheet := pointsGiven("12.34")
				gap, err := rules.Gap(&sheet, band)
				require.NoError(t, err)
				way, ok := gap.Best()
				require.True(t, ok)
				first := new(big.Rat).Add(gap.Exact.Rat(), way.Short.Rat())
				for !first.IsInt() && !new(big.Rat).Mul(first, big.NewRat(1000, 1)).IsInt() {
					t.Fatalf("%s %s: %s cannot be given", mode, second, first)
				}
				if way.Above {
					first.Add(first, thousandth)
				}
				reached, below := pointsGiven(first.FloatString(3)), pointsGiven(new(big.Rat).Sub(first, thousandth).FloatString(3))
				with, err := rules.Rate(&reached)
				require.NoError(t, err)
				without, err := rules.Rate(&below)
				require.NoError(t, err)
				require.Equal(t, band, with.Band, "%s %s: %s is enough", mode, second, reached.Marks[0].Figure)
				require.Greater(t, band, without.Band, "%s %s: %s is not enough", mode, second, below.Marks[0].Figure)
			}
		}
	}
}

func TestGapToTheNextBand(t *testing.T) {
	rules, err := rating.Compile(onePart())
	require.NoError(t, err)
	for _, test := range []struct{ score, wanted, short string }{
		{"3", "3", "77"}, {"80", "4", "5"}, {"89.999", "5", "0.001"},
	} {
		sheet := pointsGiven(test.score)
		gap, err := rules.Gap(&sheet, "")
		require.NoError(t, err)
		require.Equal(t, test.wanted, gap.Wanted)
		require.Equal(t, test.short, gap.Ways[0].Short.String())
		require.True(t, gap.Ways[0].Enough())
	}
	sheet := pointsGiven("95")
	_, err = rules.Gap(&sheet, "")
	require.ErrorIs(t, err, rating.ErrNoBetter)
	gap, err := rules.Gap(&sheet, "3")
	require.NoError(t, err)
	require.True(t, gap.Reached)
	require.Equal(t, "0", gap.Ways[0].Short.String())
	_, err = rules.Gap(&sheet, "6")
	require.EqualError(t, err, `there is no band "6"; there are 5, 4, 3, 0`)
	_, err = rules.Gap(&rating.Sheet{ID: "2"}, "")
	require.ErrorIs(t, err, rating.ErrNoScore)
}

// TestGapOfSeveralRows is the credit scheme of EX-910: B takes 60 points, or none without a bad record.
func TestGapOfSeveralRows(t *testing.T) {
	doc := onePart()
	doc.Bands = []rating.Band{{Code: "A", From: whole(70)}, {Code: "B", From: whole(60)}, {Code: "B", Unless: []string{"badRecord"}}, {Code: "C"}}
	rules, err := rating.Compile(doc)
	require.NoError(t, err)
	sheet := pointsGiven("55.5")
	sheet.Facts = []rating.Fact{{Name: "badRecord", Is: true}}
	gap, err := rules.Gap(&sheet, "")
	require.NoError(t, err)
	require.Equal(t, []rating.Way{
		{Row: 2, Band: "B", Edge: rating.MustParseScore("60"), Short: rating.MustParseScore("4.5")},
		{Row: 3, Band: "B", Short: rating.MustParseScore("0"), Obstacles: []rating.Obstacle{{Kind: rating.HurdleFact, Name: "badRecord"}}},
	}, gap.Ways)
	best, _ := gap.Best()
	require.Equal(t, 2, best.Row)
}

// TestGapBelowTheFloor has 20 points and 30 taken off: to 60 there are 70 missing, not 60.
func TestGapBelowTheFloor(t *testing.T) {
	doc := onePart()
	doc.Deductions = []rating.Deduction{{Code: "order", Take: whole(15)}}
	doc.Bands = []rating.Band{{Code: "A", From: whole(60)}, {Code: "B"}}
	doc.Ceiling = whole(50)
	rules, err := rating.Compile(doc)
	require.NoError(t, err)
	sheet := pointsGiven("20")
	sheet.Findings = []rating.Finding{{Kind: "order", Count: 2}}
	gap, err := rules.Gap(&sheet, "")
	require.NoError(t, err)
	require.Equal(t, "-10", gap.Exact.String())
	require.Equal(t, []rating.Way{{
		Row: 1, Band: "A", Edge: rating.MustParseScore("60"), Short: rating.MustParseScore("70"),
		Obstacles: []rating.Obstacle{{Kind: rating.HurdleCeiling}},
	}}, gap.Ways)
}

// TestGapNamesMinimumStandards: 92 points, and half of the points for safety where the best band needs four fifths.
func TestGapNamesMinimumStandards(t *testing.T) {
	doc := estate()
	doc.Bands[0].Needs = []rating.Need{{Item: "s01", AtLeast: figure("0.8")}, {Section: "daily", AtLeast: figure("0.9")}}
	rules, err := rating.Compile(doc)
	require.NoError(t, err)
	sheet := estateSheet()
	for i := range sheet.Marks {
		sheet.Marks[i].Level = "good"
	}
	gap, err := rules.Gap(&sheet, "")
	require.NoError(t, err)
	require.Equal(t, "90", gap.Exact.String())
	require.Equal(t, "4", gap.Band)
	require.Equal(t, []rating.Way{{
		Row: 1, Band: "5", Edge: rating.MustParseScore("90"), Short: rating.MustParseScore("0"),
		Obstacles: []rating.Obstacle{{Kind: rating.HurdleNeed, Name: "s01", Share: rating.MustParseScore("0.4"), AtLeast: figure("0.8")}},
	}}, gap.Ways)
	plan, err := rules.Cheapest(&sheet, "", nil)
	require.NoError(t, err)
	require.Len(t, plan.Moves, 1, "the points are there; the minimum costs one finding")
	require.Equal(t, "F1", plan.Moves[0].Finding)
	require.Equal(t, "5", plan.Band)
}
