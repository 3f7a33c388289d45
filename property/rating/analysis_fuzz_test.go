package rating_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// FuzzCheapest plans on random sheets: a plan that says it reaches the band does, its gains add up, and without any one of its moves
// that cost something the band is missed.
func FuzzCheapest(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed, seed%2 == 0)
	}
	f.Fuzz(func(t *testing.T, seed uint64, best bool) {
		w := newWorld(seed)
		doc := w.rubric()
		rules, err := rating.Compile(doc)
		require.NoError(t, err)
		sheet := w.sheet(doc)
		want := "B"
		if best {
			want = "A"
		}
		before, err := json.Marshal(sheet)
		require.NoError(t, err)
		plan, err := rules.Cheapest(&sheet, want, nil)
		if err != nil {
			require.ErrorIs(t, err, rating.ErrNoScore)
			return
		}
		after, err := json.Marshal(sheet)
		require.NoError(t, err)
		require.Equal(t, string(before), string(after), "the sheet is not written to")
		again, err := rules.Cheapest(&sheet, want, nil)
		require.NoError(t, err)
		if diff := cmp.Diff(plan, again, cmp.Comparer(equal[rating.Score]), cmp.Comparer(equal[metric.Figure])); diff != "" {
			t.Errorf("twice mismatch (-first +second):\n%s", diff)
		}
		if plan.Reached {
			require.LessOrEqual(t, plan.Band, want)
		}
		if !plan.Reached || len(plan.Moves) == 0 {
			return
		}
		score := plan.Gap.Exact.Rat()
		for i, m := range plan.Moves {
			score.Add(score, m.Gain.Rat())
			require.GreaterOrEqual(t, m.Gain.Sign(), 0, "no move lowers the score")
			tried := without(sheet, plan.Moves, i)
			res, err := rules.Rate(&tried)
			require.NoError(t, err)
			require.True(t, res.Band == "" || res.Band > want, "seed %d: %v is not needed", seed, m)
		}
		require.GreaterOrEqual(t, plan.Exact.Rat().Cmp(score), 0, "the floor only raises")
	})
}

// without makes all moves but one.
func without(s rating.Sheet, moves []rating.Move, but int) rating.Sheet {
	gone := map[int]bool{}
	marks := map[string]string{}
	for i, m := range moves {
		switch {
		case i == but:
		case m.Row > 0:
			gone[m.Row-1] = true
		default:
			marks[m.Item] = m.To
		}
	}
	out := rating.Sheet{ID: s.ID}
	for _, m := range s.Marks {
		if to, ok := marks[m.Item]; ok {
			m = markedAs(m.Item, to)
			delete(marks, m.Item)
		}
		out.Marks = append(out.Marks, m)
	}
	for item, to := range marks {
		out.Marks = append(out.Marks, markedAs(item, to))
	}
	for i, f := range s.Findings {
		if !gone[i] {
			out.Findings = append(out.Findings, f)
		}
	}
	return out
}

func markedAs(item, to string) rating.Mark {
	if f, err := metric.ParseFigure(to); err == nil {
		return rating.Mark{Item: item, Figure: f}
	}
	return rating.Mark{Item: item, Level: to}
}

// FuzzQuestions asks everything of documents of any kind; nothing may panic or take long.
func FuzzQuestions(f *testing.F) {
	for seed := range uint64(12) {
		w := newWorld(seed)
		doc := w.rubric()
		sheet := w.sheet(doc)
		r, err := json.Marshal(doc)
		require.NoError(f, err)
		s, err := json.Marshal(sheet)
		require.NoError(f, err)
		f.Add(r, s, "s0-0", "fair")
	}
	f.Fuzz(func(t *testing.T, rubric, marked []byte, code, to string) {
		doc, err := invalid.Decode[rating.Rubric](rubric, "rubric")
		if err != nil {
			return
		}
		sheet, err := invalid.Decode[rating.Sheet](marked, "sheet")
		if err != nil {
			return
		}
		rules, err := rating.Compile(doc)
		if err != nil {
			return
		}
		_, errRate := rules.Rate(&sheet)
		costs := []rating.Cost{{Item: code, To: to, Cost: whole(3)}}
		_, errGap := rules.Gap(&sheet, "")
		_, errPlan := rules.Cheapest(&sheet, to, costs)
		_, errInfluence := rules.Influence(&sheet)
		if errRate != nil {
			require.Error(t, errGap)
			require.Error(t, errPlan)
			require.Error(t, errInfluence)
		}
		c, err := rating.CompareRules(rules, rules, []rating.Sheet{sheet})
		if err == nil {
			require.Zero(t, c.Up+c.Down, "nothing is higher or lower by the same rules")
			require.Equal(t, 1, c.Same+c.Unscored+len(c.Refused))
		}
		_, err = rules.Reweigh([]rating.Sheet{sheet}, []rating.Weight{{Item: code, Weight: whole(2)}})
		if errRate != nil && err == nil {
			require.NotEmpty(t, sheet.Rubric+sheet.Version+doc.From.String()+doc.To.String(), "only what names a rubric or a day is refused by Rate alone")
		}
	})
}
