package rating_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

// TestSupervision is W-42: three items below their accuracy (KPI-39) and two late inspections (KPI-40) take 2.5 points.
func TestSupervision(t *testing.T) {
	rules := compileRubric(t, rating.SupervisionRubric())
	out := rateSheet(t, rules, rating.Sheet{ID: "dept", Findings: []rating.Finding{
		{Item: "supervised", Kind: "accuracy", Count: 3}, {Item: "supervised", Kind: "lateCheck", Count: 2, Evidence: []string{"record-7", "photo-7"}},
	}})
	require.Equal(t, "97.5", out.Score.String())
	require.Equal(t, "1.5", out.Items[0].Deductions[0].Taken.String())
	require.Equal(t, "1", out.Items[0].Deductions[1].Taken.String())
}

// TestRepairOrder is MAINT-65: an order is scored by time, quality and cost, with weights of the contract's.
func TestRepairOrder(t *testing.T) {
	r := rating.RepairRubric()
	s := rating.Sheet{ID: "WO-1", Marks: []rating.Mark{given("time", "90"), given("quality", "60"), given("cost", "30")}}
	require.Equal(t, "60", rateSheet(t, compileRubric(t, r), s).Score.String())
	r.Sections[0].Items[1].Weight = pts("2")
	require.Equal(t, "60", rateSheet(t, compileRubric(t, r), s).Score.String())
	r.Sections[0].Items[0].Weight = pts("3")
	require.Equal(t, "70", rateSheet(t, compileRubric(t, r), s).Score.String(), "(3 × 90 + 2 × 60 + 30) ÷ 6")
}

// TestSubdistrict is KPI-55: the programme's score enters the subdistrict's with a weight, and without one there is no score.
func TestSubdistrict(t *testing.T) {
	p := rating.SubdistrictPanel()
	votes := []rating.Vote{
		{Source: "communityProgramme", Score: rating.MustParseScore("80")}, {Source: "other", Score: rating.MustParseScore("90")},
	}
	open, err := p.Join(votes)
	require.NoError(t, err)
	require.Equal(t, rating.Unknown, open.State)
	require.Equal(t, []string{"communityProgramme/weight", "other/weight"}, open.Missing)
	p.Sources[0].Weight, p.Sources[1].Weight = pts("20"), pts("80")
	joined, err := p.Join(votes)
	require.NoError(t, err)
	require.Equal(t, "88", joined.Score.String())
}

// TestWorkNames: what is read is what is shipped, with a name and a note in both languages where a choice of ours is in it.
func TestWorkNames(t *testing.T) {
	for code, r := range map[string]rating.Rubric{"supervision": rating.SupervisionRubric(), "repair-order": rating.RepairRubric()} {
		require.Equal(t, code, r.Code)
		require.True(t, shippedHan(r.Name.ZH) && shippedHan(r.Note.ZH), code)
		require.Contains(t, r.Note.ZH, "本库自拟")
		require.Contains(t, r.Note.EN, "allocation of ours")
		for _, i := range shippedItems(r) {
			require.True(t, shippedHan(i.Name.ZH) && i.Name.EN != "", i.Code)
		}
	}
	require.Len(t, rating.SubdistrictPanel().Sources, 2)
}

// TestMainBasis is KPI-63: what something is mainly judged by weighs most, strictly.
func TestMainBasis(t *testing.T) {
	points := func(main, satisfaction, rest string) rating.Rubric {
		r := pointsRubric("10", sectionOf("a", byPass("satisfaction", satisfaction)), sectionOf("b", byPass("rest", rest)))
		r.Main = main
		return r
	}
	weights := func(main string, sections ...string) rating.Rubric {
		r := rating.Rubric{Code: "r", Method: rating.ByWeights, OutOf: pts("100"), Main: main}
		for i, w := range sections {
			code := string(rune('a' + i))
			s := sectionOf(code, byPass(code+"1", ""), byPass(code+"2", ""))
			s.Items[0].Weight, s.Weight = pts("3"), pts(w)
			r.Sections = append(r.Sections, s)
		}
		return r
	}
	bonus := points("extra", "6", "4")
	bonus.Sections = append(bonus.Sections, rating.Section{Code: "c", Bonus: true, Items: []rating.Item{byPass("extra", "50")}})
	capped := points("a", "6", "4")
	capped.Sections[0].Cap, capped.OutOf = pts("4"), pts("8")
	for name, tt := range map[string]struct {
		rubric rating.Rubric
		want   []string
	}{
		"an item":                       {points("satisfaction", "6", "4"), nil},
		"an item of less":               {points("satisfaction", "4", "6"), []string{"main rating/main"}},
		"an item of as much":            {points("satisfaction", "5", "5"), []string{"main rating/main"}},
		"a section":                     {points("a", "6", "4"), nil},
		"a section of as much":          {points("b", "5", "5"), []string{"main rating/main"}},
		"a section that a cap holds":    {capped, []string{"main rating/main"}},
		"a section by weights":          {weights("b", "2", "3"), nil},
		"a section of less weight":      {weights("a", "2", "3"), []string{"main rating/main"}},
		"its part of a section":         {weights("b1", "2", "3"), nil},
		"the smaller part of a section": {weights("b2", "2", "3"), []string{"main rating/main"}},
		"of pooled items":               {weights("a1", "", ""), []string{"main rating/main"}},
		"in a bonus section":            {bonus, []string{"main rating/main"}},
		"nothing":                       {points("roof", "6", "4"), []string{"main rating/unknown"}},
	} {
		_, err := rating.Compile(tt.rubric)
		require.Equal(t, tt.want, rulesBroken(t, err), name)
	}
}
