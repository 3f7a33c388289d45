package rating_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/rating"
)

// quality is a sheet of 100 points: 60 less 5 for each leak, 40 for greening by pass or fail; four stars from 90.
func quality() rating.Rubric {
	return rating.Rubric{
		Code: "quality", Method: rating.ByPoints, OutOf: pts("100"), NotApplicable: rating.Renormalise,
		Sections: []rating.Section{
			{Code: "building", Items: []rating.Item{{
				Code: "leaks", Points: pts("60"),
				Mark: rating.Marking{Deductions: &rating.Deductions{Kinds: []rating.Deduction{{Code: "leak", Take: pts("5")}}}},
			}}},
			{Code: "outside", Items: []rating.Item{{Code: "green", Points: pts("40"), Mark: rating.Marking{Pass: &rating.Pass{}}}}},
		},
		Vetoes: []rating.Veto{{Code: "fire", Needs: []string{"verified"}, Effect: rating.Exclude}},
		Bands:  []rating.Band{{Code: "4", From: pts("90")}, {Code: "3"}},
	}
}

func judged() rating.Sheet {
	return rating.Sheet{
		ID: "S-7", Rubric: "quality", Project: "rose", On: day("2025-06-10"), Rater: "district",
		Marks: []rating.Mark{{Item: "green", Level: "pass", Evidence: []string{"photo 1"}}},
		Findings: []rating.Finding{
			{ID: "F-1", Item: "leaks", Kind: "leak"},
			{ID: "F-2", Item: "leaks", Kind: "leak", Count: 2, Evidence: []string{"photo 2", "photo 3"}},
		},
		Events: []rating.Event{{Veto: "fire", Facts: []rating.Fact{{Name: "verified"}}}},
		Facts:  []rating.Fact{{Name: "delivered", Is: true}},
	}
}

func upheld() rating.Amendment {
	return rating.Amendment{Objection: "O-1", By: "leading group", On: day("2025-07-07"), Reason: "repaired before the inspection"}
}

func withdraw(id string) rating.Change {
	return rating.Change{Finding: &rating.FindingChange{ID: id, Withdraw: true}}
}

// TestAppeal: an appeal withdraws one finding of two leaks. The score goes from 85 to 95 and a star is won; the old sheet and its
// result stay.
func TestAppeal(t *testing.T) {
	rules := compileRubric(t, quality())
	old := judged()
	before := rateSheet(t, rules, old)
	require.Equal(t, "85", before.Score.String())

	amended, appeal, err := rules.Appeal(&old, upheld(), withdraw("F-2"))
	require.NoError(t, err)
	require.Equal(t, judged(), old)
	require.Equal(t, before, appeal.Before)
	require.Equal(t, "S-7/2", amended.ID)
	require.Equal(t, "S-7", amended.Replaces)
	require.Equal(t, "repaired before the inspection", amended.Amendment.Reason)
	require.Equal(t, "S-7/2", appeal.After.Sheet)
	ten := rating.MustParseScore("10")
	require.Equal(t, []rating.Difference{
		{Line: rating.LineItem, Code: "leaks", Before: "45", After: "55", By: ten},
		{Line: rating.LineSection, Code: "building", Before: "45", After: "55", By: ten},
		{Line: rating.LineExact, Before: "85", After: "95", By: ten},
		{Line: rating.LineScore, Before: "85", After: "95", By: ten},
		{Line: rating.LineBand, Before: "3", After: "4"},
	}, appeal.Differences)
	text, err := json.Marshal(appeal)
	require.NoError(t, err)
	read, err := invalid.Decode[rating.Appeal](text, "appeal")
	require.NoError(t, err)
	require.Equal(t, appeal.Differences, read.Differences)
	require.Equal(t, appeal.After.Score, read.After.Score)

	_, appeal, err = rules.Appeal(&amended, upheld(), rating.Change{Mark: &rating.Mark{Item: "green", NotApplicable: true}})
	require.NoError(t, err)
	require.Contains(t, appeal.Differences, rating.Difference{Line: rating.LineItem, Code: "green", Before: "40", After: "notApplicable"})
	require.Contains(t, appeal.Differences, rating.Difference{
		Line: rating.LineScore, Before: "95", After: "275/3", By: rating.MustParseScore("-10/3"), // 55 of 60
	})

	_, _, err = rules.Appeal(&old, upheld(), rating.Change{Mark: &rating.Mark{Item: "pool", Level: "pass"}})
	require.Error(t, err, "the rubric has no such item")
	_, _, err = rules.Appeal(&old, upheld(), withdraw("F-9"))
	require.ErrorIs(t, err, rating.ErrUnknown)
}

// TestAmend: every change, and that the old sheet shares nothing with the new one.
func TestAmend(t *testing.T) {
	s := judged()
	one := rating.Finding{Item: "leaks", Kind: "leak", Evidence: []string{"photo 3"}}
	set, err := s.Amend(upheld(), rating.Change{Finding: &rating.FindingChange{ID: "F-2", Set: &one}})
	require.NoError(t, err)
	require.Equal(t, rating.Finding{ID: "F-2", Item: "leaks", Kind: "leak", Evidence: []string{"photo 3"}}, set.Findings[1])
	failed, err := s.Amend(upheld(), rating.Change{Mark: &rating.Mark{Item: "green", Level: "fail"}})
	require.NoError(t, err)
	require.Equal(t, []rating.Mark{{Item: "green", Level: "fail"}}, failed.Marks)
	added, err := s.Amend(upheld(), rating.Change{Mark: &rating.Mark{Item: "leaks", Part: "rate", Figure: pts("1")}})
	require.NoError(t, err)
	require.Len(t, added.Marks, 2, "an item that was not marked")

	for _, amended := range []rating.Sheet{set, failed, added} {
		amended.Marks[0].Item, amended.Findings[0].ID = "x", "x"
		amended.Events[0].Facts[0].Name, amended.Facts[0].Name, amended.Amendment.By = "x", "x", "x"
		for _, f := range amended.Findings {
			for i := range f.Evidence {
				f.Evidence[i] = "x"
			}
		}
		for _, m := range amended.Marks {
			for i := range m.Evidence {
				m.Evidence[i] = "x"
			}
		}
	}
	require.Equal(t, judged(), s)
	require.Equal(t, []string{"photo 3"}, one.Evidence)
}

// TestAmendChain: an amended sheet is amended again, with the next number, each naming the one before.
func TestAmendChain(t *testing.T) {
	for _, id := range []string{"S-7", "2025/7", "S/2", "a/b/c"} {
		s := judged()
		s.ID = id
		for n := 2; n < 12; n++ {
			before := s.ID
			next, err := s.Amend(upheld(), rating.Change{Mark: &rating.Mark{Item: "green", Note: string(rune('a' + n))}})
			require.NoError(t, err)
			require.Equal(t, before, next.Replaces)
			require.Equal(t, id+"/"+map[int]string{2: "2", 3: "3", 4: "4", 5: "5", 6: "6", 7: "7", 8: "8", 9: "9", 10: "10", 11: "11"}[n], next.ID)
			s = next
		}
	}
	given := upheld()
	given.Sheet = "T-1"
	s, err := judged().Amend(given, withdraw("F-1"))
	require.NoError(t, err)
	require.Equal(t, []string{"T-1", "S-7"}, []string{s.ID, s.Replaces})
	s, err = s.Amend(upheld(), withdraw("F-2"))
	require.NoError(t, err)
	require.Equal(t, []string{"T-1/2", "T-1"}, []string{s.ID, s.Replaces})
}

// TestAmendRefused: what is no change, and what cannot be changed.
func TestAmendRefused(t *testing.T) {
	same := judged().Findings[1]
	same.ID = ""
	twice := judged()
	twice.Findings = append(twice.Findings, twice.Findings[0])
	twice.Marks = append(twice.Marks, twice.Marks[0])
	early, own := upheld(), upheld()
	early.On = day("2025-06-09")
	own.Sheet = "S-7"
	tests := []struct {
		name      string
		sheet     rating.Sheet
		amendment rating.Amendment
		change    rating.Change
		want      []string
	}{
		{"nothing", judged(), rating.Amendment{}, rating.Change{}, []string{
			"amendment.objection invalid/required", "amendment.by invalid/required", "amendment.reason invalid/required",
			"amendment.on invalid/required", "change invalid/choice",
		}},
		{"both", judged(), upheld(), rating.Change{Mark: &rating.Mark{Item: "green"}, Finding: &rating.FindingChange{}}, []string{"change invalid/choice"}},
		{"unknown finding", judged(), upheld(), withdraw("F-3"), []string{"change.finding.id rating/unknown"}},
		{"neither set nor withdrawn", judged(), upheld(), rating.Change{Finding: &rating.FindingChange{ID: "F-1"}}, []string{"change.finding rating/set-or-withdraw"}},
		{"another finding", judged(), upheld(), rating.Change{Finding: &rating.FindingChange{ID: "F-1", Set: &rating.Finding{ID: "F-2"}}}, []string{"change.finding.set.id rating/other-finding"}},
		{"the same finding", judged(), upheld(), rating.Change{Finding: &rating.FindingChange{ID: "F-2", Set: &same}}, []string{"change.finding.set rating/no-change"}},
		{"the same mark", judged(), upheld(), rating.Change{Mark: &rating.Mark{Item: "green", Level: "pass", Evidence: []string{"photo 1"}}}, []string{"change.mark rating/no-change"}},
		{"a mark without an item", judged(), upheld(), rating.Change{Mark: &rating.Mark{}}, []string{"change.mark.item invalid/required"}},
		{"a finding twice", twice, upheld(), withdraw("F-1"), []string{"change.finding.id rating/twice"}},
		{"a mark twice", twice, upheld(), rating.Change{Mark: &rating.Mark{Item: "green", Level: "fail"}}, []string{"change.mark.item rating/twice"}},
		{"before the sheet", judged(), early, withdraw("F-1"), []string{"amendment.on rating/amend-early"}},
		{"under its own ID", judged(), own, withdraw("F-1"), []string{"amendment.sheet rating/same-id"}},
		{"without an ID", rating.Sheet{Findings: judged().Findings}, upheld(), withdraw("F-1"), []string{"id invalid/required"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.sheet.Amend(tt.amendment, tt.change)
			require.Equal(t, tt.want, rulesBroken(t, err))
			require.Equal(t, rating.Sheet{}, got)
		})
	}
}

// TestCompareResults: results of two rubrics are compared by their codes; equal ones have no lines.
func TestCompareResults(t *testing.T) {
	score := rating.MustParseScore
	a := rating.Result{
		State: rating.Rated, Score: score("80"), Exact: score("80"), Bonus: score("1"),
		Items: []rating.ItemResult{{Item: "x", Points: score("4")}, {Item: "y", Points: score("1/3")}},
	}
	require.Empty(t, rating.CompareResults(&a, &a))
	b := rating.Result{State: rating.Excluded, Exact: score("80"), Deducted: score("2"), Items: []rating.ItemResult{{Item: "z", Absent: "unmarked"}, {Item: "y", Points: score("1/2")}}}
	require.Equal(t, []rating.Difference{
		{Line: rating.LineState, Before: "rated", After: "excluded"},
		{Line: rating.LineItem, Code: "x", Before: "4"},
		{Line: rating.LineItem, Code: "y", Before: "1/3", After: "0.5", By: score("1/6")},
		{Line: rating.LineItem, Code: "z", After: "unmarked"},
		{Line: rating.LineBonus, Before: "1"},
		{Line: rating.LineDeducted, After: "2"},
		{Line: rating.LineScore, Before: "80"},
	}, rating.CompareResults(&a, &b))
	back := rating.CompareResults(&b, &a)
	require.Len(t, back, 7)
	for _, d := range rating.CompareResults(&a, &b) {
		if d.Code == "y" {
			d.Before, d.After, d.By = d.After, d.Before, score("-1/6")
			require.Contains(t, back, d, "turned round, the other way")
		}
	}
}

// FuzzAmend: whatever the sheet and the change, the old sheet stays as it was, and what comes out is one change further: it
// names the old one, and taking back the same finding again is refused.
func FuzzAmend(f *testing.F) {
	sheet, err := json.Marshal(judged())
	require.NoError(f, err)
	f.Add(sheet, []byte(`{"finding":{"id":"F-2","withdraw":true}}`))
	f.Add(sheet, []byte(`{"finding":{"id":"F-1","set":{"item":"leaks","count":3}}}`))
	f.Add(sheet, []byte(`{"mark":{"item":"green","level":"fail"}}`))
	f.Fuzz(func(t *testing.T, sheet, change []byte) {
		s, err := invalid.Decode[rating.Sheet](sheet, "sheet")
		if err != nil {
			return
		}
		c, err := invalid.Decode[rating.Change](change, "change")
		if err != nil {
			return
		}
		before, err := json.Marshal(s)
		require.NoError(t, err)
		a := upheld()
		a.On = day("9999-01-01")
		out, err := s.Amend(a, c)
		if err != nil {
			return
		}
		require.Equal(t, s.ID, out.Replaces)
		require.NotEqual(t, s.ID, out.ID)
		require.LessOrEqual(t, len(s.Findings)-len(out.Findings), 1)
		_, err = out.Amend(a, c)
		require.Error(t, err, "made already")
		for i := range out.Findings {
			out.Findings[i] = rating.Finding{}
		}
		for i := range out.Marks {
			out.Marks[i] = rating.Mark{}
		}
		after, err := json.Marshal(s)
		require.NoError(t, err)
		require.Equal(t, string(before), string(after))
	})
}
