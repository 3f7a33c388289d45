package rating_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// houses is part two of the national table of 2000: maintenance of the houses, 14 points.
func houses() rating.Rubric {
	return pointsRubric(
		"14", rating.Section{
			Code: "houses", Points: pts("14"), Items: []rating.Item{
				byFindings("signs", "2", kindOf("noPlan", "0.5"), kindOf("noRoadSigns", "0.3"), kindOf("mark", "0.1")),
				byFindings("illegal", "2", kindOf("place", "1")),
				byFindings("facade", "2", kindOf("place", "0.2")),
				byFindings("outdoorSigns", "2", kindOf("notApproved", "0.5"), kindOf("untidy", "0.1"), kindOf("danger", "0.5")),
				byFindings("balconies", "2", kindOf("place", "0.2")),
				byFindings("airConditioners", "2", kindOf("unit", "0.5")),
				byFindings("decoration", "2", kindOf("case", "0.5"), rating.Deduction{Code: "structure", All: true}),
			},
		},
	)
}

// TestRateHouses is EX-901: three places of the façade, no road signs, two air-conditioners: 14 − 1.9 = 12.1.
func TestRateHouses(t *testing.T) {
	rules := compileRubric(t, houses())
	s := rating.Sheet{ID: "EX-901", Findings: []rating.Finding{
		{Item: "facade", Count: 3}, {Item: "signs", Kind: "noRoadSigns"}, {Item: "airConditioners", Count: 2},
	}}
	out := rateSheet(t, rules, s)
	require.Equal(t, rating.Rated, out.State)
	require.Equal(t, "12.1", out.Score.String())
	require.Equal(t, "1.7", out.Items[0].Points.String())
	require.Equal(t, "0.6", out.Items[2].Deductions[0].Taken.String())

	// Danger to the structure takes the item, and an item never goes below 0.
	s.Findings = append(s.Findings, rating.Finding{Item: "decoration", Kind: "structure"}, rating.Finding{Item: "illegal", Count: 5})
	out = rateSheet(t, rules, s)
	require.Equal(t, "8.1", out.Score.String())
	require.Equal(t, "5", out.Items[1].Deductions[0].Asked.String())
	require.Equal(t, "2", out.Items[1].Deductions[0].Taken.String())
	require.Equal(t, rating.BoundFloor, out.Items[1].Deductions[0].Bound)
}

// TestRateShortfall is EX-902: satisfaction of 93.4 % against 95 %, 0.5 for each point that is missing.
func TestRateShortfall(t *testing.T) {
	tests := []struct {
		name         string
		part         rating.Part
		figure, want string
		better       metric.Direction
	}{
		{"started, the default", 0, "93.4", "1", metric.HigherIsBetter},
		{"started", rating.Started, "93.4", "1", metric.HigherIsBetter},
		{"full", rating.Full, "93.4", "1.5", metric.HigherIsBetter},
		{"exact", rating.Exact, "93.4", "1.2", metric.HigherIsBetter},
		{"two points to the digit", rating.Started, "93", "1", metric.HigherIsBetter},
		{"a little more than two", rating.Started, "92.999999", "0.5", metric.HigherIsBetter},
		{"on the target", rating.Started, "95", "2", metric.HigherIsBetter},
		{"better than the target", rating.Exact, "99", "2", metric.HigherIsBetter},
		{"down to 0", rating.Started, "10", "0", metric.HigherIsBetter},
		{"lower is better: rework", rating.Started, "96.5", "1", metric.LowerIsBetter},
		{"lower is better, met", rating.Started, "94", "2", metric.LowerIsBetter},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := pointsRubric("2", sectionOf("s", byShortfall("survey", "2", rating.Shortfall{
				Code: "satisfaction", Figure: "satisfaction, %", Target: pts("95"), Better: test.better, Each: pts("1"), Take: pts("0.5"), Part: test.part,
			})))
			out := rateSheet(t, compileRubric(t, r), rating.Sheet{ID: "EX-902", Marks: []rating.Mark{given("survey", test.figure)}})
			require.Equal(t, test.want, out.Score.String())
			require.Equal(t, pts(test.figure), out.Items[0].Deductions[0].Figure)
		})
	}
}

// heated is EX-903: 96 points of other items, of which 88.5 are reached, and 4 for a heating that is not there.
func heated(policy rating.Absence) rating.Rubric {
	r := pointsRubric("100", sectionOf("s", byPoints("others", "96", "0.5"), byPoints("heating", "4", "")))
	r.NotApplicable = policy
	return r
}

func TestRateNotApplicable(t *testing.T) {
	tests := []struct {
		policy             rating.Absence
		exact, score, band string
	}{
		{rating.Renormalise, "92.1875", "92.19", "good"},
		{rating.Award, "92.5", "92.5", "good"},
		{rating.Zero, "88.5", "88.5", ""},
	}
	for _, test := range tests {
		r := heated(test.policy)
		r.Rounding = []metric.Rounding{halfUp("0.01")}
		r.Bands = []rating.Band{{Code: "good", From: pts("92.1875")}}
		out := rateSheet(t, compileRubric(t, r), rating.Sheet{ID: "EX-903", Marks: []rating.Mark{given("others", "88.5"), notApplicable("heating")}})
		require.Equal(t, test.exact, out.Exact.String(), test.policy)
		require.Equal(t, test.score, out.Score.String(), test.policy)
		require.Equal(t, test.band, out.Band, test.policy)
		require.Equal(t, 1, out.Applicable, test.policy)
		require.Equal(t, "notApplicable", out.Items[1].Absent)
	}
	out := rateSheet(t, compileRubric(t, heated(rating.Award)), rating.Sheet{ID: "none", Marks: []rating.Mark{notApplicable("heating"), notApplicable("others")}})
	require.Equal(t, rating.NothingApplies, out.State, "not even where the items would be awarded")
	require.False(t, out.Score.IsSet())
}

func TestRateUnmarked(t *testing.T) {
	sheet := rating.Sheet{ID: "1", Marks: []rating.Mark{given("others", "88.5")}}
	r := heated(0)
	out := rateSheet(t, compileRubric(t, r), sheet)
	require.Equal(t, rating.Unknown, out.State)
	require.Equal(t, []string{"heating"}, out.Missing)
	require.False(t, out.Exact.IsSet())

	for policy, want := range map[rating.Absence]string{rating.Renormalise: "92.1875", rating.Award: "92.5", rating.Zero: "88.5"} {
		r.Unmarked = policy
		out = rateSheet(t, compileRubric(t, r), sheet)
		require.Equal(t, want, out.Score.String(), policy)
		require.Equal(t, "unmarked", out.Items[1].Absent)
	}

	// Of several figures those that are missing are named.
	short := func(code string) rating.Shortfall {
		return rating.Shortfall{Code: code, Figure: code, Target: pts("95"), Better: metric.HigherIsBetter, Each: pts("1"), Take: pts("1")}
	}
	r = pointsRubric("2", sectionOf("s", byShortfall("repairs", "2", short("inTime"), short("rework"))))
	out = rateSheet(t, compileRubric(t, r), rating.Sheet{ID: "1", Marks: []rating.Mark{{Item: "repairs", Part: "inTime", Figure: pts("95")}}})
	require.Equal(t, []string{"repairs/rework"}, out.Missing)
}

// TestRateMarkings: every way to mark an item of 2 points with a floor of 0.5.
func TestRateMarkings(t *testing.T) {
	scales := []rating.Scale{{Code: "tiers", OutOf: pts("2"), Levels: []rating.Level{
		{Code: "met", Value: pts("2")}, {Code: "partly", Value: pts("1")}, {Code: "not", Value: pts("0")},
	}}}
	steps := &rating.Steps{Figure: "collected, %", Better: metric.HigherIsBetter, Steps: []rating.Step{
		{At: pts("98"), Points: pts("2")}, {At: pts("95"), Points: pts("1.5")}, {At: pts("90"), Points: pts("1")},
	}}
	down := &rating.Steps{Figure: "complaints, %", Better: metric.LowerIsBetter, Steps: []rating.Step{
		{At: pts("1"), Points: pts("2")}, {At: pts("3"), Points: pts("1")},
	}}
	tests := []struct {
		name string
		how  rating.Marking
		mark rating.Mark
		want string
	}{
		{"scale, best", rating.Marking{Scale: &rating.OnScale{Of: "tiers"}}, leveled("i", "met"), "2"},
		{"scale, between", rating.Marking{Scale: &rating.OnScale{Of: "tiers"}}, leveled("i", "partly"), "1"},
		{"scale, worst is the floor", rating.Marking{Scale: &rating.OnScale{Of: "tiers"}}, leveled("i", "not"), "0.5"},
		{"pass", rating.Marking{Pass: &rating.Pass{}}, leveled("i", "pass"), "2"},
		{"fail", rating.Marking{Pass: &rating.Pass{}}, leveled("i", "fail"), "0.5"},
		{"steps, on the edge", rating.Marking{Steps: steps}, given("i", "98"), "2"},
		{"steps, below the edge", rating.Marking{Steps: steps}, given("i", "97.999999"), "1.5"},
		{"steps, last", rating.Marking{Steps: steps}, given("i", "90"), "1"},
		{"steps, below the last", rating.Marking{Steps: steps}, given("i", "89.9"), "0.5"},
		{"steps down, on the edge", rating.Marking{Steps: down}, given("i", "1"), "2"},
		{"steps down, over it", rating.Marking{Steps: down}, given("i", "1.000001"), "1"},
		{"steps down, beyond", rating.Marking{Steps: down}, given("i", "3.1"), "0.5"},
		{"points", rating.Marking{Points: &rating.Points{Step: pts("0.1")}}, given("i", "1.7"), "1.7"},
		{"points below the floor", rating.Marking{Points: &rating.Points{}}, given("i", "0.01"), "0.5"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			item := rating.Item{Code: "i", Points: pts("2"), Floor: pts("0.5"), Mark: test.how}
			r := pointsRubric("2", sectionOf("s", item))
			r.Scales = scales
			out := rateSheet(t, compileRubric(t, r), rating.Sheet{ID: "1", Marks: []rating.Mark{test.mark}})
			require.Equal(t, test.want, out.Score.String())

			// By weights the same share is reached of another whole.
			r.Method, r.OutOf = rating.ByWeights, pts("0.5")
			out = rateSheet(t, compileRubric(t, r), rating.Sheet{ID: "1", Marks: []rating.Mark{test.mark}})
			require.Zero(t, out.Score.Rat().Cmp(ratQuo(rating.MustParseScore(test.want).Rat(), ratOf(pts("4")))))
		})
	}
}

// TestRateLevels: a scale of many levels is looked up all the same.
func TestRateLevels(t *testing.T) {
	scale := rating.Scale{Code: "hundred", OutOf: pts("100")}
	for i := range 101 {
		n := tenths(i * 10)
		scale.Levels = append(scale.Levels, rating.Level{Code: "L" + n.String(), Value: n})
	}
	r := pointsRubric("10", sectionOf("s", byScale("i", "10", "hundred")))
	r.Scales = append(r.Scales, scale)
	rules := compileRubric(t, r)
	for i, want := range map[string]string{"L0": "0", "L37": "3.7", "L100": "10"} {
		require.Equal(t, want, rateSheet(t, rules, rating.Sheet{ID: "1", Marks: []rating.Mark{leveled("i", i)}}).Score.String())
	}
	_, err := rules.Rate(&rating.Sheet{ID: "1", Marks: []rating.Mark{leveled("i", "L101")}})
	require.Equal(t, []string{"marks[0].level rating/unknown"}, rulesBroken(t, err))
}

// TestRateStages: 95.495 is 96 in two stages and 95 in one; half a point goes up, or to the even number.
func TestRateStages(t *testing.T) {
	even := metric.Rounding{Mode: metric.ModeHalfEven, Step: pts("1")}
	tests := []struct {
		name   string
		points string
		stages []metric.Rounding
		want   []string
	}{
		{"two stages", "95.495", []metric.Rounding{halfUp("0.01"), halfUp("1")}, []string{"95.5", "96"}},
		{"one stage", "95.495", []metric.Rounding{halfUp("1")}, []string{"95"}},
		{"none", "95.495", nil, nil},
		{"unset is half up to 0.01", "95.495", []metric.Rounding{{}}, []string{"95.5"}},
		{"half up", "92.5", []metric.Rounding{halfUp("1")}, []string{"93"}},
		{"half even", "92.5", []metric.Rounding{even}, []string{"92"}},
		{"half even, odd", "93.5", []metric.Rounding{even}, []string{"94"}},
		{"down", "92.99", []metric.Rounding{{Mode: metric.ModeDown, Step: pts("1")}}, []string{"92"}},
		{"up", "92.01", []metric.Rounding{{Mode: metric.ModeUp, Step: pts("0.5")}}, []string{"92.5"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := pointsRubric("100", sectionOf("s", byPoints("i", "100", "0.001")))
			r.Rounding = test.stages
			out := rateSheet(t, compileRubric(t, r), rating.Sheet{ID: "1", Marks: []rating.Mark{given("i", test.points)}})
			require.Equal(t, test.points, out.Exact.String())
			var got []string
			for i, s := range out.Stages {
				require.Equal(t, test.stages[i], s.Rounding)
				got = append(got, s.Score.String())
			}
			require.Equal(t, test.want, got)
			if len(got) > 0 {
				require.Equal(t, got[len(got)-1], out.Score.String())
			} else {
				require.Equal(t, out.Exact, out.Score)
			}
		})
	}
}

// TestRateLasts: an order counts for 30 days at least and until it is complied with, an emergency order four months, at the end of a
// month too.
func TestRateLasts(t *testing.T) {
	tests := []struct {
		name                      string
		kind, on, corrected, when string
		counts                    bool
	}{
		{"not corrected", "order", "2026-01-01", "", "2027-12-31", true},
		{"corrected at once, day 30", "order", "2026-01-01", "2026-01-02", "2026-01-30", true},
		{"corrected at once, day 31", "order", "2026-01-01", "2026-01-02", "2026-01-31", false},
		{"corrected late, the day before", "order", "2026-01-01", "2026-03-10", "2026-03-09", true},
		{"corrected late, that day", "order", "2026-01-01", "2026-03-10", "2026-03-10", false},
		{"corrected after the sheet", "order", "2026-01-01", "2026-03-10", "2026-02-20", true},
		{"four months from the 31st", "emergency", "2025-10-31", "", "2026-02-27", true},
		{"end at the end of February", "emergency", "2025-10-31", "", "2026-02-28", false},
		{"a leap year", "emergency", "2023-10-31", "", "2024-02-28", true},
		{"its end", "emergency", "2023-10-31", "", "2024-02-29", false},
		{"found on the day of the sheet", "emergency", "", "", "2026-02-28", true},
		{"for good", "always", "2001-01-01", "2001-01-02", "2026-02-28", true},
	}
	r := pointsRubric("100", sectionOf("s", byPoints("i", "100", "")))
	r.Deductions = []rating.Deduction{
		{Code: "order", Take: pts("1"), Lasts: civil.MustParseSpan("P30D"), UntilCorrected: true},
		{Code: "emergency", Take: pts("1"), Lasts: civil.MustParseSpan("P4M")},
		kindOf("always", "1"),
	}
	rules := compileRubric(t, r)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := rating.Finding{ID: "F", Kind: test.kind}
			if test.on != "" {
				f.On = day(test.on)
			}
			if test.corrected != "" {
				f.Corrected = day(test.corrected)
			}
			out := rateSheet(t, rules, rating.Sheet{ID: "1", On: day(test.when), Marks: []rating.Mark{given("i", "90")}, Findings: []rating.Finding{f}})
			want := "90"
			if test.counts {
				want = "89"
			}
			require.Equal(t, want, out.Score.String())
			require.Equal(t, test.counts, out.Deductions[0].Expired.IsZero())
			require.Equal(t, "1", out.Deductions[0].Asked.String())
		})
	}
	_, err := rules.Rate(&rating.Sheet{ID: "1", Marks: []rating.Mark{given("i", "90")}, Findings: []rating.Finding{{Kind: "order"}}})
	require.Equal(t, []string{"on rating/needs-day"}, rulesBroken(t, err))
}
