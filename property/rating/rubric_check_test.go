package rating_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// TestCompileSum: a circulated template has parts of 30 + 20 + 20 + 20 + 10 + 30 = 130, though it is meant to be of 100.
func TestCompileSum(t *testing.T) {
	var sections []rating.Section
	for i, points := range []string{"30", "20", "20", "20", "10", "30"} {
		code := string(rune('a' + i))
		sections = append(sections, rating.Section{Code: code, Points: pts(points), Items: []rating.Item{byPoints(code+"1", points, "")}})
	}
	_, err := rating.Compile(pointsRubric("100", sections...))
	require.ErrorContains(t, err, "the parts sum to 130, and the whole is 100")
	require.Equal(t, []string{"sections rating/sum"}, rulesBroken(t, err))
	_, err = rating.Compile(pointsRubric("130", sections...))
	require.NoError(t, err)

	sections[1].Points = pts("25")
	_, err = rating.Compile(pointsRubric("130", sections...))
	require.ErrorContains(t, err, "the items sum to 20, and the section says 25")
}

// sound is a rubric with something of everything, and without a problem.
func sound() rating.Rubric {
	r := newSound(rating.ByPoints)
	r.Sections[0].Floor, r.Sections[0].DeductionCap, r.Sections[0].Points = pts("1"), pts("5"), pts("10")
	return r
}

func newSound(method rating.Method) rating.Rubric {
	return rating.Rubric{
		Code: "sound", Method: method, OutOf: pts("10"), From: day("2026-01-01"), To: day("2026-12-31"),
		Scales: []rating.Scale{{Code: "three", OutOf: pts("3"), Levels: []rating.Level{{Code: "0", Value: pts("0")}, {Code: "3", Value: pts("3")}}}},
		Sections: []rating.Section{
			sectionOf(
				"a", byScale("scale", "2", "three"), byPass("pass", "2"), byPoints("points", "2", "0.5"),
				rating.Item{Code: "steps", Points: pts("2"), Floor: pts("0.5"), Mark: rating.Marking{Steps: &rating.Steps{
					Figure: "%", Better: metric.HigherIsBetter, Steps: []rating.Step{{At: pts("98"), Points: pts("2")}, {At: pts("95"), Points: pts("1")}},
				}}},
				rating.Item{Code: "taken", Points: pts("2"), Mark: rating.Marking{Deductions: &rating.Deductions{
					Kinds: []rating.Deduction{{Code: "gap", Take: pts("0.2"), Most: pts("1"), Lasts: civil.MustParseSpan("P1M")}, {Code: "none", All: true}},
					Shortfalls: []rating.Shortfall{
						{Code: "rate", Figure: "%", Target: pts("95"), Better: metric.HigherIsBetter, Each: pts("1"), Take: pts("0.5"), Most: pts("1")},
					},
					Cap: pts("2"),
				}}},
			),
			{Code: "b", Bonus: true, Cap: pts("1"), Items: []rating.Item{byPass("bonus", "2")}},
		},
		Deductions: []rating.Deduction{kindOf("order", "1")}, DeductionCap: pts("3"), BonusCap: pts("1"), Floor: pts("0"), Ceiling: pts("10"),
		Repeat: rating.Repeat{Factor: pts("1.5"), Most: pts("2")},
		Vetoes: []rating.Veto{{Code: "fire", Effect: rating.Limit, Band: "C"}},
		Bands:  []rating.Band{{Code: "A", From: pts("9"), Needs: []rating.Need{{Item: "pass", AtLeast: pts("1")}}}, {Code: "C"}},
	}
}

// TestCompileRefuses: each thing that cannot be meant is found at its place, with no more than follows from it.
func TestCompileRefuses(t *testing.T) {
	item := func(i int) func(r *rating.Rubric) *rating.Item {
		return func(r *rating.Rubric) *rating.Item { return &r.Sections[0].Items[i] }
	}
	scale, pass, points, steps, taken := item(0), item(1), item(2), item(3), item(4)
	tests := []struct {
		name  string
		spoil func(r *rating.Rubric)
		want  string
	}{
		{"no code", func(r *rating.Rubric) { r.Code = "" }, "code invalid/required"},
		{"no method", func(r *rating.Rubric) { r.Method = 0 }, "method invalid/required"},
		{"no such method", func(r *rating.Rubric) { r.Method = 9 }, "method invalid/word"},
		{"no whole", func(r *rating.Rubric) { r.OutOf = pts("") }, "outOf invalid/required"},
		{"a whole of 0", func(r *rating.Rubric) { r.OutOf = pts("0") }, "outOf rating/not-above"},
		{"days reversed", func(r *rating.Rubric) { r.To = day("2025-12-31") }, "to rating/days"},
		{"no such absence", func(r *rating.Rubric) { r.NotApplicable = 9 }, "notApplicable invalid/word"},
		{"no such basis", func(r *rating.Rubric) { r.BandsOn = 9 }, "bandsOn invalid/word"},
		{"scale twice", func(r *rating.Rubric) { r.Scales = append(r.Scales, r.Scales[0]) }, "scales[1].code rating/twice"},
		{"scale of nothing", func(r *rating.Rubric) { r.Scales[0].OutOf = pts("-3") }, "scales[0].outOf rating/not-above"},
		{"level twice", func(r *rating.Rubric) { r.Scales[0].Levels[1].Code = "0" }, "scales[0].levels[1].code rating/twice"},
		{"level above the scale", func(r *rating.Rubric) { r.Scales[0].Levels[1].Value = pts("4") }, "scales[0].levels[1].value rating/within"},
		{"no such scale", func(r *rating.Rubric) { scale(r).Mark.Scale.Of = "five" }, "sections[0].items[0].mark.scale.of rating/unknown"},
		{"no sections", func(r *rating.Rubric) { r.Sections, r.Bands[0].Needs = nil, nil }, "sections invalid/required"},
		{"item twice", func(r *rating.Rubric) { scale(r).Code = "points" }, "sections[0].items[2].code rating/twice"},
		{"item of 0 points", func(r *rating.Rubric) { pass(r).Points = pts("0") }, "sections[0].items[1].points rating/not-above"},
		{"item weighted by points", func(r *rating.Rubric) { pass(r).Weight = pts("2") }, "sections[0].items[1].weight rating/no-weight"},
		{"section weighted by points", func(r *rating.Rubric) { r.Sections[0].Weight = pts("2") }, "sections[0].weight rating/no-weight"},
		{"item floor above its points", func(r *rating.Rubric) { pass(r).Floor = pts("3") }, "sections[0].items[1].floor rating/within"},
		{"not marked", func(r *rating.Rubric) { pass(r).Mark = rating.Marking{} }, "sections[0].items[1].mark invalid/choice"},
		{"marked in two ways", func(r *rating.Rubric) { pass(r).Mark.Points = &rating.Points{} }, "sections[0].items[1].mark invalid/choice"},
		{"points in steps of 0", func(r *rating.Rubric) { points(r).Mark.Points.Step = pts("0") }, "sections[0].items[2].mark.points.step rating/not-above"},
		{"steps wider than the points", func(r *rating.Rubric) { points(r).Mark.Points.Step = pts("3") }, "sections[0].items[2].mark.points.step rating/within"},
		{"figure without a name", func(r *rating.Rubric) { steps(r).Mark.Steps.Figure = "" }, "sections[0].items[3].mark.steps.figure invalid/required"},
		{"neither way is better", func(r *rating.Rubric) { steps(r).Mark.Steps.Better = 0 }, "sections[0].items[3].mark.steps.better invalid/required"},
		{"steps that rise", func(r *rating.Rubric) { steps(r).Mark.Steps.Steps[1].At = pts("99") }, "sections[0].items[3].mark.steps.steps[1].at rating/steps"},
		{"steps that stay", func(r *rating.Rubric) { steps(r).Mark.Steps.Steps[1].At = pts("98") }, "sections[0].items[3].mark.steps.steps[1].at rating/steps"},
		{"a worse step with more", func(r *rating.Rubric) {
			steps(r).Mark.Steps.Steps[0].Points, steps(r).Mark.Steps.Steps[1].Points = pts("1"), pts("2")
		}, "sections[0].items[3].mark.steps.steps[1].points rating/step-points"},
		{"a step under the floor", func(r *rating.Rubric) { steps(r).Mark.Steps.Steps[1].Points = pts("0.4") }, "sections[0].items[3].mark.steps.steps[1].points rating/within"},
		{"deductions of nothing", func(r *rating.Rubric) { taken(r).Mark.Deductions = &rating.Deductions{} }, "sections[0].items[4].mark.deductions rating/no-deductions"},
		{"neither take nor all", func(r *rating.Rubric) { taken(r).Mark.Deductions.Kinds[0].Take = pts("") }, "sections[0].items[4].mark.deductions.kinds[0].take rating/take"},
		{"take and all", func(r *rating.Rubric) { taken(r).Mark.Deductions.Kinds[0].All = true }, "sections[0].items[4].mark.deductions.kinds[0].take rating/take"},
		{"take below 0", func(r *rating.Rubric) { taken(r).Mark.Deductions.Kinds[0].Take = pts("-1") }, "sections[0].items[4].mark.deductions.kinds[0].take rating/not-above"},
		{"kind and shortfall of one code", func(r *rating.Rubric) { taken(r).Mark.Deductions.Shortfalls[0].Code = "gap" }, "sections[0].items[4].mark.deductions.shortfalls[0].code rating/twice"},
		{"lasts hours", func(r *rating.Rubric) { taken(r).Mark.Deductions.Kinds[0].Lasts = civil.MustParseSpan("PT72H") }, "sections[0].items[4].mark.deductions.kinds[0].lasts rating/civil-span"},
		{"lasts working days", func(r *rating.Rubric) { taken(r).Mark.Deductions.Kinds[0].Lasts = civil.MustParseSpan("5wd") }, "sections[0].items[4].mark.deductions.kinds[0].lasts rating/civil-span"},
		{"lasts 101 years", func(r *rating.Rubric) { taken(r).Mark.Deductions.Kinds[0].Lasts = civil.MustParseSpan("P101Y") }, "sections[0].items[4].mark.deductions.kinds[0].lasts rating/lasts"},
		{"a shortfall of no unit", func(r *rating.Rubric) { taken(r).Mark.Deductions.Shortfalls[0].Each = pts("0") }, "sections[0].items[4].mark.deductions.shortfalls[0].each rating/not-above"},
		{"a shortfall without a target", func(r *rating.Rubric) { taken(r).Mark.Deductions.Shortfalls[0].Target = pts("") }, "sections[0].items[4].mark.deductions.shortfalls[0].target invalid/required"},
		{"no such part", func(r *rating.Rubric) { taken(r).Mark.Deductions.Shortfalls[0].Part = 9 }, "sections[0].items[4].mark.deductions.shortfalls[0].part invalid/word"},
		{"section floor above its points", func(r *rating.Rubric) { r.Sections[0].Floor = pts("11") }, "sections[0].floor rating/floor"},
		{"bonus alone", func(r *rating.Rubric) { r.Sections, r.Bands[0].Needs = r.Sections[1:], nil }, "sections rating/only-bonus"},
		{"deductions of a bonus", func(r *rating.Rubric) { r.Sections[1].Items[0] = byFindings("bonus", "2", kindOf("k", "1")) }, "sections[1].items[0].mark.deductions rating/bonus-deductions"},
		{"capped deductions of a bonus", func(r *rating.Rubric) { r.Sections[1].DeductionCap = pts("2") }, "sections[1].deductionCap rating/bonus-deductions"},
		{"bonus without points", func(r *rating.Rubric) { r.Sections[1].Items[0].Points = pts("") }, "sections[1].items[0].points invalid/required"},
		{"weighted bonus", func(r *rating.Rubric) { r.Sections[1].Weight = pts("1") }, "sections[1].weight rating/no-weight"},
		{"the sheet's deduction takes all", func(r *rating.Rubric) { r.Deductions[0] = rating.Deduction{Code: "order", All: true} }, "deductions[0].all rating/take-all"},
		{"no bonus at all", func(r *rating.Rubric) { r.BonusCap = pts("0") }, "bonusCap rating/not-above"},
		{"floor above ceiling", func(r *rating.Rubric) { r.Floor = pts("11") }, "floor rating/floor"},
		{"repetition makes cheaper", func(r *rating.Rubric) { r.Repeat.Factor = pts("0.5") }, "repeat.factor rating/factor"},
		{"repetition without a factor", func(r *rating.Rubric) { r.Repeat = rating.Repeat{EachTime: true} }, "repeat.factor invalid/required"},
		{"rounded to 0", func(r *rating.Rubric) { r.Rounding = []metric.Rounding{halfUp("0")} }, "rounding[0].step metric/step"},
		{"band with two edges", func(r *rating.Rubric) { r.Bands[0].Above = pts("9") }, "bands[0].above rating/edges"},
		{"band that nobody reaches", func(r *rating.Rubric) { r.Bands = append(r.Bands, rating.Band{Code: "D", From: pts("5")}) }, "bands[2] rating/hidden"},
		{"minimum of nothing", func(r *rating.Rubric) { r.Bands[0].Needs[0].Item = "" }, "bands[0].needs[0] rating/need"},
		{"minimum of an unknown item", func(r *rating.Rubric) { r.Bands[0].Needs[0].Item = "x" }, "bands[0].needs[0].item rating/unknown"},
		{"minimum of 90 instead of 0.9", func(r *rating.Rubric) { r.Bands[0].Needs[0].AtLeast = pts("90") }, "bands[0].needs[0].atLeast rating/within"},
		{"veto to an unknown band", func(r *rating.Rubric) { r.Vetoes[0].Band = "X" }, "vetoes[0].band rating/unknown"},
		{"veto without an effect", func(r *rating.Rubric) { r.Vetoes[0].Effect, r.Vetoes[0].Band = 0, "" }, "vetoes[0].effect invalid/required"},
		{"veto for the enterprise", func(r *rating.Rubric) { r.Vetoes[0].Scope = rating.OfEnterprise }, "vetoes[0].scope rating/scope"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := sound()
			compileRubric(t, r)
			test.spoil(&r)
			_, err := rating.Compile(r)
			require.Contains(t, rulesBroken(t, err), test.want)
			require.LessOrEqual(t, len(rulesBroken(t, err)), 3, "%v", err)
		})
	}
}

// TestCompileWeights: what is refused by weights.
func TestCompileWeights(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(r *rating.Rubric)
		want  []string
	}{
		{"nothing", func(*rating.Rubric) {}, nil},
		{"a section without a weight", func(r *rating.Rubric) {
			r.Sections[0].Weight = pts("2")
			r.Sections = append(r.Sections, sectionOf("c", byPass("c1", "")))
		}, []string{"sections rating/some-weights"}},
		{"a weight of 0", func(r *rating.Rubric) { r.Sections[0].Items[0].Weight = pts("0") }, []string{"sections[0].items[0].weight rating/not-above"}},
		{"points of a section", func(r *rating.Rubric) { r.Sections[0].Points = pts("10") }, []string{"sections[0].points rating/of-points"}},
		{"limits of a section", func(r *rating.Rubric) {
			r.Sections[0].Floor, r.Sections[0].Cap, r.Sections[0].DeductionCap = pts("1"), pts("9"), pts("1")
		}, []string{"sections[0].floor rating/of-points", "sections[0].cap rating/of-points", "sections[0].deductionCap rating/of-points"}},
		{"an item without points goes to 1", func(r *rating.Rubric) {
			r.Sections[0].Items[3].Points = pts("")
		}, []string{"sections[0].items[3].mark.steps.steps[0].points rating/within"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newSound(rating.ByWeights)
			test.spoil(&r)
			_, err := rating.Compile(r)
			require.Equal(t, test.want, rulesBroken(t, err))
		})
	}
}

// TestCompileTooFine: weights that have no common unit are refused, not rounded.
func TestCompileTooFine(t *testing.T) {
	r := rating.Rubric{Code: "r", Method: rating.ByWeights, OutOf: pts("100"), Sections: []rating.Section{sectionOf("s")}}
	for i, points := range []string{"999999.999989", "999999.999979", "999999.999961"} { // no common factor
		it := byPoints(string(rune('a'+i)), points, "")
		it.Weight = pts("0.000001")
		r.Sections[0].Items = append(r.Sections[0].Items, it)
	}
	_, err := rating.Compile(r)
	require.Equal(t, []string{" rating/too-fine"}, rulesBroken(t, err))

	r.Method = rating.ByPoints
	r.OutOf = pts("9000000000000")
	r.Sections[0].Items = []rating.Item{byPoints("a", "4500000000000", "0.000001"), byPoints("b", "4500000000000", "0.000001")}
	out := rateSheet(t, compileRubric(t, r), rating.Sheet{ID: "1", Marks: []rating.Mark{given("a", "4500000000000"), given("b", "0.000001")}})
	require.Equal(t, "4500000000000.000001", out.Score.String(), "the largest figures are exact too")
}

// TestRulesRubric: rules keep a copy and give copies.
func TestRulesRubric(t *testing.T) {
	r := sound()
	rules := compileRubric(t, r)
	r.Sections[0].Items[4].Mark.Deductions.Kinds[0].Take = pts("2")
	r.Sections[0].Items[3].Mark.Steps.Steps[0].Points = pts("0")
	r.Bands[0].Needs[0].AtLeast = pts("0")
	copied := rules.Rubric()
	require.Equal(t, sound(), copied)
	copied.Scales[0].Levels[1].Value = pts("0")
	copied.Sections[0].Items[0].Mark.Scale.Of = "x"
	copied.Bands[0].Needs[0].AtLeast = pts("0")
	require.Equal(t, sound(), rules.Rubric())

	s := rating.Sheet{ID: "1", On: day("2026-05-01"), Marks: []rating.Mark{
		leveled("scale", "3"), leveled("pass", "pass"), given("points", "2"), given("steps", "98"), given("taken", "95"),
	}}
	out := rateSheet(t, rules, s)
	require.Equal(t, "A", out.Band)
	out.Edge.Needs[0].AtLeast = pts("2")
	require.Equal(t, sound(), rules.Rubric(), "a result belongs to the caller")
}
