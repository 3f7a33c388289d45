package rating_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// shippedBest marks every item as well as can be.
func shippedBest(r rating.Rubric) []rating.Mark {
	var marks []rating.Mark
	for _, i := range shippedItems(r) {
		switch m := i.Mark; {
		case m.Pass != nil:
			marks = append(marks, rating.Mark{Item: i.Code, Level: "pass"})
		case m.Scale != nil:
			marks = append(marks, rating.Mark{Item: i.Code, Level: shippedBestLevel(r, m.Scale.Of)})
		case m.Steps != nil:
			marks = append(marks, rating.Mark{Item: i.Code, Figure: m.Steps.Steps[0].At})
		case m.Points != nil:
			marks = append(marks, rating.Mark{Item: i.Code, Figure: i.Points})
		case m.Deductions != nil:
			for _, s := range m.Deductions.Shortfalls {
				mark := rating.Mark{Item: i.Code, Figure: s.Target}
				if len(m.Deductions.Shortfalls) > 1 {
					mark.Part = s.Code
				}
				marks = append(marks, mark)
			}
		}
	}
	return marks
}

func shippedBestLevel(r rating.Rubric, scale string) string {
	for _, s := range r.Scales {
		for _, level := range s.Levels {
			if s.Code == scale && level.Value == s.OutOf {
				return level.Code
			}
		}
	}
	return ""
}

// shippedWith replaces the marks of items.
func shippedWith(marks []rating.Mark, changes ...rating.Mark) []rating.Mark {
	for _, c := range changes {
		for i, m := range marks {
			if m.Item == c.Item && m.Part == c.Part {
				marks[i] = c
			}
		}
	}
	return marks
}

func rateShipped(t *testing.T, r rating.Rubric, s rating.Sheet) rating.Result {
	t.Helper()
	rules, err := rating.Compile(r)
	require.NoError(t, err)
	res, err := rules.Rate(&s)
	require.NoError(t, err)
	return res
}

func shippedFigure(text string) metric.Figure { return metric.MustParseFigure(text) }

// TestShippedPerfect: a perfect sheet has all points of each rubric, and its best band.
func TestShippedPerfect(t *testing.T) {
	tests := map[string]struct{ score, band string }{
		"demonstration-2000": {"100", ""},
		"grade-1":            {"100", "met"},
		"grade-2":            {"100", "met"},
		"grade-3":            {"100", "met"},
		"hunan-star":         {"1100", "5"},
		"shandong-credit":    {"120", "AAA"},
		"toronto-pre2023":    {"100", "Evaluation needs to be conducted in 3 years"},
		"toronto-2023":       {"100", "green"},
	}
	for code, r := range shippedRubrics(t) {
		t.Run(code, func(t *testing.T) {
			facts := []rating.Fact{{Name: "badRecord"}}
			res := rateShipped(t, r, rating.Sheet{ID: "s", On: civil.MustParse("2025-06-30"), Marks: shippedBest(r), Facts: facts})
			require.Equal(t, rating.Rated, res.State, res.Missing)
			require.Equal(t, tests[code].score, res.Score.String())
			require.Equal(t, tests[code].band, res.Band)
		})
	}
}

// TestDemonstrationExamples are EX-901 to EX-903 of DOMAIN-CN 9.2 on the table itself.
func TestDemonstrationExamples(t *testing.T) {
	r := rating.DemonstrationRubric()
	find := func(item, kind string, n int) rating.Finding {
		return rating.Finding{ID: item + kind, Item: item, Kind: kind, Count: n}
	}
	score := func(t *testing.T, findings []rating.Finding, changes ...rating.Mark) rating.Result {
		t.Helper()
		return rateShipped(t, r, rating.Sheet{ID: "s", Marks: shippedWith(shippedBest(r), changes...), Findings: findings})
	}
	t.Run("EX-901: façade, road signs, air conditioners", func(t *testing.T) {
		res := score(t, []rating.Finding{find("2.3", "place", 3), find("2.1", "noRoadSigns", 1), find("2.6", "place", 2)})
		require.Equal(t, "12.1", res.Sections[1].Points.String())
		require.Equal(t, "98.1", res.Score.String())
	})
	t.Run("EX-902: 93.4 % of 95 %, a started point counts", func(t *testing.T) {
		res := score(t, nil, rating.Mark{Item: "1.18", Figure: shippedFigure("93.4")})
		require.Equal(t, "99", res.Score.String())
	})
	t.Run("EX-903: no heating, the rest brought to 100", func(t *testing.T) {
		res := score(t, []rating.Finding{find("2.6", "place", 1)}, rating.Mark{Item: "3.10", NotApplicable: true})
		require.Equal(t, "9850/99", res.Exact.String())
		require.Equal(t, "99.49", res.Score.String())
	})
	tests := []struct {
		name     string
		findings []rating.Finding
		changes  []rating.Mark
		want     string
	}{
		{"a fund that is there but not by the rules loses half a point", []rating.Finding{find("1.6", "notCompliant", 1)}, nil, "99.5"},
		{"no fund loses the point", []rating.Finding{find("1.6", "none", 1)}, nil, "99"},
		{"twenty gaps in the rules lose 1 of 2", []rating.Finding{find("1.11", "gap", 20)}, nil, "99"},
		{"twenty gaps in the archives lose all 2", []rating.Finding{find("1.15", "gap", 20)}, nil, "98"},
		{"no measures and no appraisal", []rating.Finding{find("1.11", "noMeasures", 1), find("1.11", "noAppraisal", 1)}, nil, "99"},
		{"the plan is missed once", []rating.Finding{find("2.1", "noPlan", 4)}, nil, "99.5"},
		{"danger to the structure", []rating.Finding{find("2.7", "structure", 1)}, nil, "98"},
		{"a contract partly in order", nil, []rating.Mark{{Item: "1.4", Level: "partly"}}, "99.5"},
		{"an agreement partly in order", nil, []rating.Mark{{Item: "1.5", Level: "partly"}}, "99"},
		{"repairs 98 %, rework 2.5 %", nil, []rating.Mark{{Item: "1.19", Part: "timeliness", Figure: shippedFigure("98")}, {Item: "1.19", Part: "rework", Figure: shippedFigure("2.5")}}, "99.2"},
		{"collection 96 %", nil, []rating.Mark{{Item: "9.1", Figure: shippedFigure("96")}}, "99"},
		{"a loss", nil, []rating.Mark{{Item: "9.3", Level: "loss"}}, "98"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, score(t, tt.findings, tt.changes...).Score.String())
		})
	}
	t.Run("only heating may be not applicable", func(t *testing.T) {
		rules, err := rating.Compile(r)
		require.NoError(t, err)
		_, err = rules.Rate(&rating.Sheet{ID: "s", Marks: shippedWith(shippedBest(r), rating.Mark{Item: "1.13", NotApplicable: true})})
		require.Error(t, err)
	})
}

// TestGradeBands: of 50 items 45 keep the grade, 44 do not.
func TestGradeBands(t *testing.T) {
	r := rating.GradeRubrics()[0]
	tests := []struct {
		failed int
		band   string
	}{{0, "met"}, {1, "kept"}, {5, "kept"}, {6, "below"}}
	for _, tt := range tests {
		marks := shippedBest(r)
		for i := range tt.failed {
			marks[i].Level = "fail"
		}
		res := rateShipped(t, r, rating.Sheet{ID: "s", Marks: marks})
		require.Equal(t, tt.band, res.Band, tt.failed)
		require.Equal(t, fmt.Sprint(100-2*tt.failed), res.Score.String())
	}
	dark := rateShipped(t, r, rating.Sheet{ID: "s", Marks: shippedWith(shippedBest(r), rating.Mark{Item: "C9", Figure: shippedFigure("94.9")})})
	require.Equal(t, "98", dark.Score.String())
}

// TestHunanBands: each star on both sides of its edge, the bonus included.
func TestHunanBands(t *testing.T) {
	r := rating.HunanRubric()
	tests := []struct{ benefit, bonus, band string }{
		{"60", "0", "5"},
		{"59.99", "0", "4"},
		{"50", "10", "5"},
		{"50", "9.99", "4"},
	}
	for _, tt := range tests {
		marks := shippedWith(shippedBest(r), rating.Mark{Item: "benefitPoints", Figure: shippedFigure(tt.benefit)}, rating.Mark{Item: "bonusPoints", Figure: shippedFigure(tt.bonus)})
		require.Equal(t, tt.band, rateShipped(t, r, rating.Sheet{ID: "s", Marks: marks}).Band, tt)
	}
	lower := []struct{ equipment, band string }{
		{"250", "4"},
		{"249.99", "3"},
		{"100", "3"},
		{"99.99", "2"},
	}
	for _, tt := range lower { // 200 + 110 + 150 + 140 without benefit and bonus
		marks := shippedWith(shippedBest(r), rating.Mark{Item: "benefitPoints", Figure: shippedFigure("0")}, rating.Mark{Item: "bonusPoints", Figure: shippedFigure("0")},
			rating.Mark{Item: "equipmentPoints", Figure: shippedFigure(tt.equipment)})
		require.Equal(t, tt.band, rateShipped(t, r, rating.Sheet{ID: "s", Marks: marks}).Band, tt)
	}
}

// TestShandongCredit is EX-910 of DOMAIN-CN 9.3.
func TestShandongCredit(t *testing.T) {
	r := rating.ShandongCreditRubric()
	tests := []struct {
		basic, good string
		bad         int
		record      []rating.Fact
		score, band string
	}{
		{"80", "5", 0, nil, "85", "AAA"},
		{"80", "0", 0, nil, "80", "AA"},
		{"79.99", "0", 0, nil, "79.99", "A"},
		{"80", "0", 10, nil, "70", "A"},
		{"80", "20", 40, nil, "60", "B"},
		{"59", "0", 0, []rating.Fact{{Name: "badRecord"}}, "59", "B"},
		{"60", "0", 1, []rating.Fact{{Name: "badRecord", Is: true}}, "59", "C"},
		{"60", "0", 1, nil, "59", ""},
	}
	for _, tt := range tests {
		s := rating.Sheet{ID: "s", Facts: tt.record, Marks: []rating.Mark{
			{Item: "basicPoints", Figure: shippedFigure(tt.basic)},
			{Item: "goodPoints", Figure: shippedFigure(tt.good)},
		}}
		if tt.bad > 0 {
			s.Findings = []rating.Finding{{ID: "bad", Kind: "badPoint", Count: tt.bad}}
		}
		res := rateShipped(t, r, s)
		require.Equal(t, tt.score, res.Score.String(), tt)
		require.Equal(t, tt.band, res.Band, tt)
	}
}

// TestTorontoStages: 95.4954… is 95.50 and then 96; rounded at once it would be 95 (TIME-AND-RATING 4.1).
func TestTorontoStages(t *testing.T) {
	r := readShipped(t, "toronto-2023.rubric.json")
	var changes []rating.Mark
	for _, absent := range []string{"POOLS", "LAUNDRY ROOM", "PARKING AREAS", "CLOTHING DROP BOXES", "FENCING"} { // 6 + 4 + 4 + 4 + 1 of 204
		changes = append(changes, rating.Mark{Item: absent, NotApplicable: true})
	}
	changes = append(changes, // 18 + 6 + 1 of 3 × 185
		rating.Mark{Item: "WINDOWS", Level: "0"}, rating.Mark{Item: "INTERCOM", Level: "2"}, rating.Mark{Item: "GRAFFITI", Level: "2"})
	res := rateShipped(t, r, rating.Sheet{ID: "s", On: civil.MustParse("2025-06-30"), Marks: shippedWith(shippedBest(r), changes...)})
	require.Equal(t, "10600/111", res.Exact.String()) // 100 × 530 ÷ 555
	require.Equal(t, 45, res.Applicable)
	require.Equal(t, "96", res.Score.String())
}

// TestTorontoOrders: an order counts for 30 days and until it is complied with, an emergency order for 4 months.
func TestTorontoOrders(t *testing.T) {
	r := readShipped(t, "toronto-2023.rubric.json")
	tests := []struct {
		name, kind, found, corrected, on, want string
	}{
		{"open order", "order", "2025-01-01", "", "2025-06-30", "99"},
		{"corrected early, 30th day", "order", "2025-01-01", "2025-01-05", "2025-01-30", "99"},
		{"corrected early, 30 days over", "order", "2025-01-01", "2025-01-05", "2025-01-31", "100"},
		{"corrected late", "order", "2025-01-01", "2025-05-10", "2025-05-09", "99"},
		{"corrected late, that day", "order", "2025-01-01", "2025-05-10", "2025-05-10", "100"},
		{"emergency, 4 months", "emergency", "2025-01-31", "2025-02-01", "2025-05-30", "98"},
		{"emergency, 4 months over", "emergency", "2025-01-31", "2025-02-01", "2025-05-31", "100"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := rating.Finding{ID: "o", Kind: tt.kind, On: civil.MustParse(tt.found)}
			if tt.corrected != "" {
				f.Corrected = civil.MustParse(tt.corrected)
			}
			res := rateShipped(t, r, rating.Sheet{ID: "s", On: civil.MustParse(tt.on), Marks: shippedBest(r), Findings: []rating.Finding{f}})
			require.Equal(t, tt.want, res.Score.String())
		})
	}
}

// TestTorontoSigns: the colours are those of the published, rounded score.
func TestTorontoSigns(t *testing.T) {
	r := readShipped(t, "toronto-2023.rubric.json")
	tests := []struct {
		orders      int
		score, sign string
	}{{15, "85", "green"}, {16, "84", "yellow"}, {30, "70", "yellow"}, {31, "69", "red"}, {101, "0", "red"}}
	for _, tt := range tests {
		f := rating.Finding{ID: "o", Kind: "order", Count: tt.orders, On: civil.MustParse("2025-06-01")}
		res := rateShipped(t, r, rating.Sheet{ID: "s", On: civil.MustParse("2025-06-30"), Marks: shippedBest(r), Findings: []rating.Finding{f}})
		require.Equal(t, tt.score, res.Score.String())
		require.Equal(t, tt.sign, res.Band)
	}
}

// TestTorontoOutcomes: 20 items marked 1 to 5, N/A left out, half up (TIME-AND-RATING 4.1).
func TestTorontoOutcomes(t *testing.T) {
	r := readShipped(t, "toronto-pre2023.rubric.json")
	tests := []struct {
		fours, absent int // the others have 3
		score         string
		band          string
	}{
		{20, 0, "80", "Evaluation needs to be conducted in 2 years"},
		{0, 0, "60", "Evaluation needs to be conducted in 1 year"},
		{6, 0, "66", "Evaluation needs to be conducted in 2 years"},
		{5, 0, "65", "Evaluation needs to be conducted in 1 year"},
		{1, 12, "63", "Evaluation needs to be conducted in 1 year"}, // 62.5
	}
	for _, tt := range tests {
		marks := shippedBest(r)
		for i := range marks {
			switch {
			case i < tt.fours:
				marks[i].Level = "4"
			case i < tt.fours+tt.absent:
				marks[i] = rating.Mark{Item: marks[i].Item, NotApplicable: true}
			default:
				marks[i].Level = "3"
			}
		}
		res := rateShipped(t, r, rating.Sheet{ID: "s", Marks: marks})
		require.Equal(t, tt.score, res.Score.String())
		require.Equal(t, tt.band, res.Band)
		require.Equal(t, 20-tt.absent, res.Applicable)
	}
}
