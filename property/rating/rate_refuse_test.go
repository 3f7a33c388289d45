package rating_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// filled is a sheet of the sound rubric without a problem.
func filled() rating.Sheet {
	return rating.Sheet{
		ID: "1", Rubric: "sound", On: day("2026-05-01"), Project: "p",
		Marks: []rating.Mark{leveled("scale", "3"), leveled("pass", "pass"), given("points", "1.5"), given("steps", "98"), given("taken", "95")},
		Findings: []rating.Finding{
			{ID: "F1", Item: "taken", Kind: "gap", On: day("2026-04-20")}, {ID: "F2", Kind: "order"}, {ID: "F3"}, {},
		},
		Events: []rating.Event{{ID: "E1", Veto: "fire", Project: "p"}},
		Facts:  []rating.Fact{{Name: "badRecord"}},
	}
}

// TestRateRefuses: each problem of a sheet is found at its place, and nothing half comes of it.
func TestRateRefuses(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(s *rating.Sheet)
		want  []string
	}{
		{"nothing", func(*rating.Sheet) {}, nil},
		{"no ID", func(s *rating.Sheet) { s.ID = "" }, []string{"id invalid/required"}},
		{"of another rubric", func(s *rating.Sheet) { s.Rubric = "x" }, []string{"rubric rating/other"}},
		{"of another version", func(s *rating.Sheet) { s.Version = "2" }, []string{"version rating/other"}},
		{"before the rubric", func(s *rating.Sheet) { s.On, s.Findings = day("2025-12-31"), nil }, []string{"on rating/not-for"}},
		{"after the rubric", func(s *rating.Sheet) { s.On = day("2027-01-01") }, []string{"on rating/not-for"}},
		{"the last day", func(s *rating.Sheet) { s.On = day("2026-12-31") }, nil},
		{"without a day", func(s *rating.Sheet) { s.On, s.Findings = 0, nil }, []string{"on invalid/required"}},
		{"a mark of nothing", func(s *rating.Sheet) { s.Marks[0] = rating.Mark{Item: "scale"} }, []string{"marks[0] rating/mark"}},
		{"a mark of two things", func(s *rating.Sheet) { s.Marks[0].Figure = pts("3") }, []string{"marks[0] rating/mark"}},
		{"a mark without an item", func(s *rating.Sheet) { s.Marks[0].Item = "" }, []string{"marks[0].item invalid/required"}},
		{"no such item", func(s *rating.Sheet) { s.Marks[0].Item = "x" }, []string{"marks[0].item rating/unknown"}},
		{"marked twice", func(s *rating.Sheet) { s.Marks = append(s.Marks, s.Marks[0]) }, []string{"marks[5].item rating/twice"}},
		{"a figure twice", func(s *rating.Sheet) { s.Marks = append(s.Marks, s.Marks[4]) }, []string{"marks[5].item rating/twice"}},
		{"no such level", func(s *rating.Sheet) { s.Marks[0].Level = "2" }, []string{"marks[0].level rating/unknown"}},
		{"neither pass nor fail", func(s *rating.Sheet) { s.Marks[1].Level = "yes" }, []string{"marks[1].level rating/unknown"}},
		{"a figure for a level", func(s *rating.Sheet) { s.Marks[0] = given("scale", "3") }, []string{"marks[0].figure rating/kind"}},
		{"a level for points", func(s *rating.Sheet) { s.Marks[2] = leveled("points", "3") }, []string{"marks[2].level rating/kind"}},
		{"a level for findings", func(s *rating.Sheet) { s.Marks[4] = leveled("taken", "3") }, []string{"marks[4].level rating/kind"}},
		{"a part of what has none", func(s *rating.Sheet) { s.Marks[0].Part = "x" }, []string{"marks[0].part rating/unknown"}},
		{"no such part", func(s *rating.Sheet) { s.Marks[4].Part = "x" }, []string{"marks[4].part rating/unknown"}},
		{"the part by its code", func(s *rating.Sheet) { s.Marks[4].Part = "rate" }, nil},
		{"more points than there are", func(s *rating.Sheet) { s.Marks[2].Figure = pts("2.5") }, []string{"marks[2].figure rating/within"}},
		{"points below 0", func(s *rating.Sheet) { s.Marks[2].Figure = pts("-0.5") }, []string{"marks[2].figure rating/within"}},
		{"points between the steps", func(s *rating.Sheet) { s.Marks[2].Figure = pts("1.7") }, []string{"marks[2].figure rating/grain"}},
		{"no such item of a finding", func(s *rating.Sheet) { s.Findings[0].Item = "x" }, []string{"findings[0].item rating/unknown"}},
		{"a finding at a level", func(s *rating.Sheet) { s.Findings[0].Item = "scale" }, []string{"findings[0].item rating/kind"}},
		{"which of two kinds", func(s *rating.Sheet) { s.Findings[0].Kind = "" }, []string{"findings[0].kind invalid/required"}},
		{"no such kind", func(s *rating.Sheet) { s.Findings[0].Kind = "x" }, []string{"findings[0].kind rating/unknown"}},
		{"a finding twice", func(s *rating.Sheet) { s.Findings[1].ID = "F1" }, []string{"findings[1].id rating/twice"}},
		{"a negative count", func(s *rating.Sheet) { s.Findings[0].Count = -1 }, []string{"findings[0].count rating/negative"}},
		{"negative repeats", func(s *rating.Sheet) { s.Findings[0].Repeats = -1 }, []string{"findings[0].repeats rating/negative"}},
		{"found after the sheet", func(s *rating.Sheet) { s.Findings[0].On = day("2026-05-02") }, []string{"findings[0].on rating/later"}},
		{"corrected before it was found", func(s *rating.Sheet) { s.Findings[0].Corrected = day("2026-04-19") }, []string{"findings[0].corrected rating/days"}},
		{"a count beyond all numbers", func(s *rating.Sheet) { s.Findings[0].Count = 1 << 62 }, nil},
		{"not applicable where nothing is said of it", func(s *rating.Sheet) { s.Marks[0] = notApplicable("scale") }, []string{"marks[0].notApplicable rating/must-apply"}},
		{"no such veto", func(s *rating.Sheet) { s.Events[0].Veto = "x" }, []string{"events[0].veto rating/unknown"}},
		{"event without a veto", func(s *rating.Sheet) { s.Events[0].Veto = "" }, []string{"events[0].veto invalid/required"}},
		{"event of another project", func(s *rating.Sheet) { s.Events[0].Project = "q" }, []string{"events[0].project rating/other"}},
		{"event twice", func(s *rating.Sheet) { s.Events = append(s.Events, s.Events[0]) }, []string{"events[1].id rating/twice"}},
		{"fact twice", func(s *rating.Sheet) { s.Facts = append(s.Facts, s.Facts[0]) }, []string{"facts[1].name rating/twice"}},
		{"amended without a reason", func(s *rating.Sheet) {
			s.Replaces, s.Amendment = "0", &rating.Amendment{Objection: "O1", By: "office", On: day("2026-05-08")}
		}, []string{"amendment.reason invalid/required"}},
		{"all at once", func(s *rating.Sheet) { s.ID, s.Marks[0].Level, s.Findings[0].Kind = "", "9", "9" }, []string{
			"id invalid/required", "marks[0].level rating/unknown", "findings[0].kind rating/unknown",
		}},
	}
	rules := compileRubric(t, sound())
	dst := rateSheet(t, rules, filled())
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := filled()
			test.spoil(&s)
			out, err := rules.Rate(&s)
			require.Equal(t, test.want, rulesBroken(t, err))
			require.Equal(t, rulesBroken(t, err), rulesBroken(t, rules.RateInto(&dst, &s)))
			if err != nil {
				require.Empty(t, out.Items)
				require.Empty(t, out.Sheet)
				require.Empty(t, dst.Items)
				require.False(t, dst.Score.IsSet())
			}
		})
	}
}

// TestRateRefusesAbsent: a required item may not be left out, and nothing is taken off what is not judged.
func TestRateRefusesAbsent(t *testing.T) {
	short := rating.Shortfall{Code: "rate", Figure: "%", Target: pts("95"), Better: metric.HigherIsBetter, Each: pts("1"), Take: pts("1")}
	rework := short
	rework.Code = "rework"
	r := pointsRubric("4", sectionOf("s", byPass("needed", "2"), byShortfall("repairs", "2", short, rework)))
	r.NotApplicable, r.Unmarked = rating.Renormalise, rating.Award
	r.Sections[0].Items[0].Required = true
	r.Sections[0].Items[1].Mark.Deductions.Kinds = []rating.Deduction{kindOf("late", "1")}
	part := func(code string) rating.Mark { return rating.Mark{Item: "repairs", Part: code, Figure: pts("95")} }
	late := []rating.Finding{{Item: "repairs"}}
	tests := []struct {
		name     string
		marks    []rating.Mark
		findings []rating.Finding
		want     []string
	}{
		{"all there", []rating.Mark{leveled("needed", "pass"), part("rework"), part("rate")}, late, nil},
		{"the needed does not apply", []rating.Mark{notApplicable("needed"), part("rework"), part("rate")}, nil, []string{"marks[0].notApplicable rating/required-item"}},
		{"the needed is not marked", []rating.Mark{part("rework"), part("rate")}, nil, []string{"marks rating/required-item"}},
		{"which figure", []rating.Mark{leveled("needed", "pass"), given("repairs", "95")}, nil, []string{"marks[1].part invalid/required"}},
		{"a finding at what does not apply", []rating.Mark{leveled("needed", "pass"), notApplicable("repairs")}, late, []string{"findings[0].item rating/not-judged"}},
		{"a finding at what is not measured", []rating.Mark{leveled("needed", "pass"), part("rate")}, late, []string{"findings[0].item rating/not-judged"}},
		{
			"not applicable and measured",
			[]rating.Mark{leveled("needed", "pass"), part("rate"), notApplicable("repairs")},
			nil,
			[]string{"marks[2].item rating/twice"},
		},
		{
			"a part does not apply",
			[]rating.Mark{leveled("needed", "pass"), {Item: "repairs", Part: "rate", NotApplicable: true}},
			nil,
			[]string{"marks[1].part rating/whole-item"},
		},
	}
	rules := compileRubric(t, r)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := rules.Rate(&rating.Sheet{ID: "1", Marks: test.marks, Findings: test.findings})
			require.Equal(t, test.want, rulesBroken(t, err))
		})
	}
}

// TestRateTooLarge: what cannot be written exactly is an error that names its place, never a wrong score.
func TestRateTooLarge(t *testing.T) {
	r := pointsRubric("10", sectionOf("s", byFindings("i", "10", kindOf("k", "9000000000000"))))
	_, err := compileRubric(t, r).Rate(&rating.Sheet{ID: "1", Findings: []rating.Finding{{Item: "i", Count: 1 << 62}}})
	require.Equal(t, []string{"findings[0] rating/score-range"}, rulesBroken(t, err))

	short := rating.Shortfall{Code: "s", Figure: "x", Target: pts("9000000000000"), Better: metric.HigherIsBetter, Each: pts("0.000001"), Take: pts("1"), Part: rating.Exact}
	r = pointsRubric("10", sectionOf("s", byShortfall("i", "10", short)))
	_, err = compileRubric(t, r).Rate(&rating.Sheet{ID: "1", Marks: []rating.Mark{given("i", "-9000000000000")}})
	require.Equal(t, []string{"marks[0].figure rating/score-range"}, rulesBroken(t, err))

	// Three sections whose weights have no common factor: thirds of it would still fit.
	r = rating.Rubric{Code: "r", Method: rating.ByWeights, OutOf: pts("100")}
	for i, w := range []string{"9.999991", "9.999973", "9.999971"} {
		code := string(rune('a' + i))
		a, b := byPass(code+"1", ""), byPass(code+"2", "")
		a.Weight, b.Weight = pts(w), pts("0.000002")
		r.Sections = append(r.Sections, rating.Section{Code: code, Weight: pts("1"), Items: []rating.Item{a, b}})
	}
	rules := compileRubric(t, r)
	s := rating.Sheet{ID: "1"}
	for _, code := range []string{"a", "b", "c"} {
		s.Marks = append(s.Marks, leveled(code+"1", "pass"), leveled(code+"2", "pass"))
	}
	require.Equal(t, "100", rateSheet(t, rules, s).Score.String())
	for i := range s.Marks {
		s.Marks[i].Level = []string{"fail", "pass"}[i%2]
	}
	_, err = rules.Rate(&s)
	require.Equal(t, []string{" rating/too-large"}, rulesBroken(t, err))
}
