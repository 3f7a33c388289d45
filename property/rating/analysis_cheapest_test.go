package rating_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// attempt is a move as the test makes it, without a look at what the code thinks of it.
type attempt struct {
	name string
	cost int64 // tenths
	do   func(*rating.Sheet)
}

// attempts lists all that can be done about a sheet, with a cost each, and the costs as a document.
func (w world) attempts(r rating.Rubric, s rating.Sheet) ([]attempt, []rating.Cost) {
	var out []attempt
	var costs []rating.Cost
	price := func(c rating.Cost, a attempt) {
		a.cost = int64(w.IntN(40))
		c.Cost = metric.MustParseFigure(decimal.New(a.cost, -1).String())
		out, costs = append(out, a), append(costs, c)
	}
	for _, section := range r.Sections {
		for _, item := range section.Items {
			a, ok := markTo(s, item, bestMark(item))
			if !ok {
				continue
			}
			if item.Mark.Scale == nil {
				price(rating.Cost{Item: item.Code}, a)
				continue
			}
			half, _ := markTo(s, item, rating.Mark{Item: item.Code, Level: "fair"}) // before the best, which then overrides it
			price(rating.Cost{Item: item.Code, To: "fair"}, half)
			price(rating.Cost{Item: item.Code, To: "good"}, a)
		}
	}
	for i := range s.Findings {
		id := s.Findings[i].ID
		price(rating.Cost{Finding: id}, attempt{name: id, do: func(s *rating.Sheet) {
			s.Findings = slices.DeleteFunc(s.Findings, func(f rating.Finding) bool { return f.ID == id })
		}})
	}
	return out, costs
}

// bestMark returns the best mark of an item.
func bestMark(item rating.Item) rating.Mark {
	best := rating.Mark{Item: item.Code}
	switch how := item.Mark; {
	case how.Scale != nil:
		best.Level = "good"
	case how.Pass != nil:
		best.Level = "pass"
	case how.Points != nil:
		best.Figure = item.Points
	case how.Steps != nil:
		best.Figure = whole(95)
	default:
		best.Figure = whole(98)
	}
	return best
}

// markTo gives an item a mark; false where it cannot be marked.
func markTo(s rating.Sheet, item rating.Item, to rating.Mark) (attempt, bool) {
	at := slices.IndexFunc(s.Marks, func(m rating.Mark) bool { return m.Item == item.Code })
	if at >= 0 && s.Marks[at].NotApplicable || at < 0 && item.Mark.Deductions != nil {
		return attempt{}, false
	}
	return attempt{name: item.Code, do: func(s *rating.Sheet) {
		if at := slices.IndexFunc(s.Marks, func(m rating.Mark) bool { return m.Item == item.Code }); at >= 0 {
			s.Marks[at] = to
			return
		}
		s.Marks = append(s.Marks, to)
	}}, true
}

// cheapest tries all subsets and returns the lowest cost in tenths; −1 if none reaches the band.
func cheapest(t *testing.T, rules *rating.Rules, s rating.Sheet, moves []attempt, bands ...string) int64 {
	t.Helper()
	best := int64(-1)
	for set := range 1 << len(moves) {
		tried := s
		tried.Marks, tried.Findings = slices.Clone(s.Marks), slices.Clone(s.Findings)
		cost := int64(0)
		for i, m := range moves {
			if set>>i&1 == 1 {
				m.do(&tried)
				cost += m.cost
			}
		}
		if best >= 0 && cost >= best {
			continue
		}
		res, err := rules.Rate(&tried)
		require.NoError(t, err)
		if slices.Contains(bands, res.Band) {
			best = cost
		}
	}
	return best
}

// TestCheapestIsTheCheapestOfAll compares plans with all subsets of moves, on sheets with caps, floors, bonus, weights and needs.
func TestCheapestIsTheCheapestOfAll(t *testing.T) {
	planned, impossible, unproved := 0, 0, 0
	for seed := range uint64(1500) {
		w := newWorld(seed)
		doc := w.rubric()
		rules, err := rating.Compile(doc)
		require.NoError(t, err, "seed %d", seed)
		sheet := w.sheet(doc)
		for i := range sheet.Findings {
			sheet.Findings[i].ID = fmt.Sprint("f", i)
		}
		moves, costs := w.attempts(doc, sheet)
		if len(moves) > 9 {
			continue
		}
		wanted := []string{"A", "B"}[:1+seed%2] // B is reached by A too
		plan, err := rules.Cheapest(&sheet, wanted[len(wanted)-1], costs)
		if err != nil {
			require.ErrorIs(t, err, rating.ErrNoScore)
			continue
		}
		if !plan.Proved {
			unproved++
			continue
		}
		want := cheapest(t, rules, sheet, moves, wanted...)
		switch {
		case want < 0:
			impossible++
			require.False(t, plan.Reached, "seed %d: %v", seed, plan)
			require.Empty(t, plan.Moves, "seed %d", seed)
			continue
		}
		require.True(t, plan.Reached, "seed %d: there is a plan for %d tenths", seed, want)
		planned++
		require.Equal(t, decimal.New(want, -1).String(), plan.Cost.Decimal().String(), "seed %d: %v", seed, plan.Moves)
	}
	require.Greater(t, planned, 1000)
	require.Greater(t, impossible, 20)
	require.Less(t, unproved, 20)
}

// estate is a sheet of 100 points: 12 items of 5, four of 10.
func estate() rating.Rubric {
	r := rating.Rubric{
		Code: "estate", Method: rating.ByPoints, OutOf: whole(100), Scales: []rating.Scale{threeLevels()},
		Bands: []rating.Band{{Code: "5", From: whole(90)}, {Code: "4", From: whole(85)}, {Code: "3", From: whole(80)}, {Code: "0"}},
	}
	small := rating.Section{Code: "daily"}
	for i := range 12 {
		small.Items = append(small.Items, rating.Item{
			Code: fmt.Sprintf("d%02d", i+1), Points: whole(5), Mark: rating.Marking{Scale: &rating.OnScale{Of: "three"}},
		})
	}
	large := rating.Section{Code: "safety"}
	for i := range 4 {
		large.Items = append(large.Items, rating.Item{
			Code: fmt.Sprintf("s%02d", i+1), Points: whole(10),
			Mark: rating.Marking{Deductions: &rating.Deductions{Kinds: []rating.Deduction{{Code: "fault", Take: whole(2), Most: whole(6)}}}},
		})
	}
	r.Sections = []rating.Section{small, large}
	return r
}

func estateSheet() rating.Sheet {
	s := rating.Sheet{ID: "2025-Q3"}
	for i := range 12 {
		level := "good"
		if i < 5 {
			level = "fair"
		}
		s.Marks = append(s.Marks, rating.Mark{Item: fmt.Sprintf("d%02d", i+1), Level: level})
	}
	s.Findings = []rating.Finding{
		{ID: "F1", Item: "s01", Count: 4}, {ID: "F2", Item: "s02"}, {ID: "F3", Item: "s03"},
	}
	return s
}

func TestCheapestTakesTheFewestItems(t *testing.T) {
	rules, err := rating.Compile(estate())
	require.NoError(t, err)
	sheet := estateSheet() // 5 × 2.5, 6 and 2 × 2 are missing: 77.5
	plan, err := rules.Cheapest(&sheet, "4", nil)
	require.NoError(t, err)
	require.True(t, plan.Reached)
	require.True(t, plan.Proved)
	require.Equal(t, "77.5", plan.Gap.Exact.String())
	// 7.5 points: the finding of 6 and any other; of those the one with most is taken.
	want := []rating.Move{
		{Item: "d01", From: "fair", To: "good", Cost: whole(1), Gain: rating.MustParseScore("2.5")},
		{Item: "s01", Kind: "fault", Finding: "F1", Row: 1, Cost: whole(1), Gain: rating.MustParseScore("6")},
	}
	if diff := cmp.Diff(want, plan.Moves, cmp.Comparer(equal[rating.Score]), cmp.Comparer(equal[metric.Figure])); diff != "" {
		t.Errorf("Cheapest mismatch (-want +got):\n%s", diff)
	}
	require.Equal(t, "86", plan.Score.String())
	require.Equal(t, "4", plan.Band)
	require.Equal(t, "2", plan.Cost.String())
}

func equal[T comparable](a, b T) bool { return a == b }

func TestCheapestMindsCosts(t *testing.T) {
	rules, err := rating.Compile(estate())
	require.NoError(t, err)
	sheet := estateSheet()
	tests := []struct {
		name  string
		costs []rating.Cost
		want  []string
		cost  string
	}{
		{"the lift is dear", []rating.Cost{{Item: "s01", Kind: "fault", Cost: whole(50)}}, []string{"d01", "d02", "d03"}, "3"},
		{"a finding has its own price", []rating.Cost{{Item: "s01", Cost: whole(50)}, {Finding: "F1", Cost: figure("0.5")}}, []string{"d01", "s01"}, "1.5"},
		{"nothing can be done there", []rating.Cost{{Item: "s01", Cannot: true}, {Item: "d01", Cannot: true}}, []string{"d02", "d03", "d04"}, "3"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			plan, err := rules.Cheapest(&sheet, "4", test.costs)
			require.NoError(t, err)
			var items []string
			for _, m := range plan.Moves {
				items = append(items, m.Item)
			}
			require.Equal(t, test.want, items)
			require.Equal(t, test.cost, plan.Cost.String())
		})
	}
}

func TestCheapestSaysWhatBars(t *testing.T) {
	doc := estate()
	doc.Bands[0].Unless = []string{"badRecord"}
	doc.Vetoes = []rating.Veto{{Code: "fire", Effect: rating.Limit, Band: "4"}}
	rules, err := rating.Compile(doc)
	require.NoError(t, err)
	sheet := estateSheet()
	plan, err := rules.Cheapest(&sheet, "5", nil)
	require.NoError(t, err)
	require.False(t, plan.Reached)
	require.Equal(t, []rating.Obstacle{{Kind: rating.HurdleMissing, Name: "badRecord"}}, plan.Obstacles)
	sheet.Facts = []rating.Fact{{Name: "badRecord", Is: true}}
	sheet.Events = []rating.Event{{Veto: "fire"}}
	plan, err = rules.Cheapest(&sheet, "5", nil)
	require.NoError(t, err)
	require.Equal(t, []rating.Obstacle{{Kind: rating.HurdleFact, Name: "badRecord"}, {Kind: rating.HurdleVeto, Name: "fire"}}, plan.Obstacles)
	require.Empty(t, plan.Moves)
}

func TestCheapestListsTheProblemsOfCosts(t *testing.T) {
	rules, err := rating.Compile(estate())
	require.NoError(t, err)
	sheet := estateSheet()
	_, err = rules.Cheapest(&sheet, "5", []rating.Cost{
		{Item: "d99", Cost: whole(1)},
		{Item: "d01"},
		{Item: "d01", Cost: whole(1)},
		{Cost: whole(1)},
		{Item: "d02", To: "splendid", Cost: whole(1)},
		{Item: "d03", Cost: figure("-1")},
		{Item: "d04", Cost: figure("1000000001")},
	})
	require.EqualError(t, err, `plan for "2025-Q3": 7 problems
  costs[0]: there is no "d99"
  costs[1].cost: write either what it costs, 0 or more, or that it cannot be done
  costs[2]: "d01" is given twice
  costs[3]: a cost is of a finding, of an item with at most one of kind and part, or of a kind of the whole sheet
  costs[3]: there is no ""
  costs[5].cost: write either what it costs, 0 or more, or that it cannot be done
  costs[6].cost: 1000000001 is too much; costs go to 1000000000`)
	_, err = rules.Cheapest(&sheet, "5", []rating.Cost{{Item: "d01", Cost: whole(1)}, {Item: "d02", To: "splendid", Cost: whole(1)}})
	require.EqualError(t, err, `plan for "2025-Q3": 1 problem
  costs[1].to: "d02" cannot be brought to "splendid"`)
	_, err = rules.Cheapest(&sheet, "6", nil)
	require.ErrorIs(t, err, rating.ErrNoBand)
}

// TestCheapestOfManyItems has 200 items with points and costs of all sizes, which is the hard case of adding up parts: the plan is
// still proved, and no item more than it needs.
func TestCheapestOfManyItems(t *testing.T) {
	w := newWorld(1)
	doc := rating.Rubric{Code: "many", Method: rating.ByPoints, Unmarked: rating.Zero, Bands: []rating.Band{{Code: "A"}, {Code: "B"}}}
	var items []rating.Item
	var costs []rating.Cost
	total := 0
	for i := range 200 {
		n := 100 + w.IntN(900)
		total += n
		code := fmt.Sprint("i", i)
		items = append(items, rating.Item{Code: code, Points: whole(n), Mark: rating.Marking{Pass: &rating.Pass{}}})
		costs = append(costs, rating.Cost{Item: code, Cost: figure("%d.%02d", 100+w.IntN(900), w.IntN(100))})
	}
	doc.OutOf, doc.Sections = whole(total), []rating.Section{{Code: "s", Items: items}}
	doc.Bands[0].From = whole(total * 6 / 10)
	rules, err := rating.Compile(doc)
	require.NoError(t, err)
	plan, err := rules.Cheapest(&rating.Sheet{ID: "1", Marks: []rating.Mark{{Item: "i0", Level: "fail"}}}, "A", costs)
	require.NoError(t, err)
	require.True(t, plan.Proved)
	require.True(t, plan.Reached)
	spare := plan.Exact.Rat()
	spare.Sub(spare, plan.Gap.Ways[0].Edge.Rat())
	for _, m := range plan.Moves {
		require.Positive(t, m.Gain.Rat().Cmp(spare), "%s is not needed", m.Item)
	}
}
