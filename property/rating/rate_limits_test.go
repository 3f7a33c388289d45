package rating_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

// cleaning is a rubric of two items of 10 points that findings are taken off, and 80 others.
func cleaning() rating.Rubric {
	return pointsRubric(
		"100",
		sectionOf("cleaning", byFindings("halls", "10", kindOf("place", "1"), kindOf("stain", "0.5")), byFindings("grounds", "10", kindOf("place", "1"))),
		sectionOf("others", byPoints("others", "80", "")),
	)
}

func places(item, kind string, n int) rating.Finding {
	return rating.Finding{Item: item, Kind: kind, Count: n}
}

// TestRateLimits: every limit of what is taken off bites by itself, and the result says which.
func TestRateLimits(t *testing.T) {
	many := []rating.Finding{places("halls", "place", 8), places("halls", "stain", 8), places("grounds", "", 3)}
	tests := []struct {
		name     string
		limit    func(r *rating.Rubric)
		findings []rating.Finding
		want     string
		bounds   []rating.Bound // of halls/place, halls/stain, grounds/place
	}{
		{"the floor of the item is 0", func(*rating.Rubric) {}, many, "87", []rating.Bound{0, rating.BoundFloor, 0}},
		{
			"the item has a floor", func(r *rating.Rubric) { r.Sections[0].Items[0].Floor = pts("4") }, many,
			"91",
			[]rating.Bound{rating.BoundFloor, rating.BoundFloor, 0},
		},
		{
			"a kind takes 3 at most", func(r *rating.Rubric) { r.Sections[0].Items[0].Mark.Deductions.Kinds[0].Most = pts("3") }, many,
			"90",
			[]rating.Bound{rating.BoundKind, 0, 0},
		},
		{
			"the item's deductions take 5 at most", func(r *rating.Rubric) { r.Sections[0].Items[0].Mark.Deductions.Cap = pts("5") }, many,
			"92",
			[]rating.Bound{rating.BoundCap, rating.BoundCap, 0},
		},
		{
			"the section's take 11 at most", func(r *rating.Rubric) { r.Sections[0].DeductionCap = pts("11") }, many,
			"89",
			[]rating.Bound{0, rating.BoundFloor, rating.BoundSection},
		},
		{
			"the section comes to 12 at least", func(r *rating.Rubric) { r.Sections[0].Floor = pts("12") }, many,
			"92",
			[]rating.Bound{0, rating.BoundFloor, 0},
		},
		{
			"the section comes to 15 at most", func(r *rating.Rubric) { r.Sections[0].Cap, r.OutOf = pts("15"), pts("95") },
			[]rating.Finding{places("halls", "place", 1), places("halls", "stain", 2), places("grounds", "", 1)},
			"95",
			[]rating.Bound{0, 0, 0},
		},
		{"the score is 88 at least", func(r *rating.Rubric) { r.Floor = pts("88") }, many, "88", []rating.Bound{0, rating.BoundFloor, 0}},
		{"the score is 80 at most", func(r *rating.Rubric) { r.Ceiling = pts("80") }, many, "80", []rating.Bound{0, rating.BoundFloor, 0}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := cleaning()
			test.limit(&r)
			out := rateSheet(t, compileRubric(t, r), rating.Sheet{ID: "1", Marks: []rating.Mark{given("others", "80")}, Findings: test.findings})
			require.Equal(t, test.want, out.Score.String())
			d := append(out.Items[0].Deductions, out.Items[1].Deductions...)
			require.Equal(t, test.bounds, []rating.Bound{d[0].Bound, d[1].Bound, d[2].Bound})
			require.NoError(t, out.Why().Check())
		})
	}
}

// TestRateSheetDeductions: what is taken off the whole stops at its cap and at the score's floor.
func TestRateSheetDeductions(t *testing.T) {
	tests := []struct {
		name, cap, floor, points, want, deducted string
		bound                                    rating.Bound
	}{
		{"no limit", "", "", "90", "84", "6", 0},
		{"at most 5 together", "5", "", "90", "85", "5", rating.BoundSheet},
		{"not below 0", "", "", "4", "0", "4", rating.BoundFloor},
		{"not below the floor", "", "88", "90", "88", "2", rating.BoundFloor},
		{"below the floor before", "", "95", "90", "95", "0", rating.BoundFloor},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := pointsRubric("100", sectionOf("s", byPoints("i", "100", "")))
			r.Deductions, r.DeductionCap, r.Floor = []rating.Deduction{kindOf("order", "2")}, pts(test.cap), pts(test.floor)
			s := rating.Sheet{ID: "1", Marks: []rating.Mark{given("i", test.points)}, Findings: []rating.Finding{{Count: 2}, {}}}
			out := rateSheet(t, compileRubric(t, r), s)
			require.Equal(t, test.want, out.Score.String())
			require.Equal(t, test.deducted, out.Deducted.String())
			require.Equal(t, test.bound, out.Deductions[1].Bound)
		})
	}
}

// TestRateBonus: points on top, limited in the section and in all; what nobody marked is none, and 105 is no error.
func TestRateBonus(t *testing.T) {
	award := rating.Section{Code: "awards", Bonus: true, Items: []rating.Item{byPass("national", "2"), byPass("province", "1.5"), byPass("city", "1")}}
	praise := rating.Section{Code: "praise", Bonus: true, Cap: pts("4"), Items: []rating.Item{byPoints("media", "10", "2")}}
	r := pointsRubric("100", sectionOf("s", byPoints("i", "100", "")), award, praise)
	s := rating.Sheet{ID: "1", Marks: []rating.Mark{given("i", "98"), leveled("national", "pass"), given("media", "6")}}
	out := rateSheet(t, compileRubric(t, r), s)
	require.Equal(t, "104", out.Score.String())
	require.Equal(t, "6", out.Bonus.String())
	require.Equal(t, "98", out.Points.String(), "a bonus is not among the points of the items")
	require.Equal(t, 1, out.Applicable)

	r.BonusCap = pts("5")
	out = rateSheet(t, compileRubric(t, r), s)
	require.Equal(t, "103", out.Score.String())
	require.NoError(t, out.Why().Check())
	r.Ceiling = pts("100")
	require.Equal(t, "100", rateSheet(t, compileRubric(t, r), s).Score.String())

	// A bonus alone is no score.
	r.NotApplicable = rating.Renormalise
	s.Marks[0] = notApplicable("i")
	out = rateSheet(t, compileRubric(t, r), s)
	require.Equal(t, rating.NothingApplies, out.State)
}

// TestRateRepeat: what was found before and not corrected is dearer, once or each time.
func TestRateRepeat(t *testing.T) {
	tests := []struct {
		name     string
		repeat   rating.Repeat
		repeats  int
		want     string
		factored string
	}{
		{"the rubric makes nothing dearer", rating.Repeat{}, 3, "8", ""},
		{"found for the first time", rating.Repeat{Factor: pts("1.5")}, 0, "8", ""},
		{"once", rating.Repeat{Factor: pts("1.5")}, 3, "7", "1.5"},
		{"each time, the first", rating.Repeat{Factor: pts("1.5"), EachTime: true}, 1, "7", "1.5"},
		{"each time, the third", rating.Repeat{Factor: pts("1.5"), EachTime: true}, 3, "3.25", "3.375"},
		{"each time, 3 at most", rating.Repeat{Factor: pts("1.5"), EachTime: true, Most: pts("3")}, 3, "4", "3"},
		{"a thousand million times", rating.Repeat{Factor: pts("1.5"), EachTime: true, Most: pts("3")}, 1_000_000_000, "4", "3"},
		{"once, less at most", rating.Repeat{Factor: pts("2"), Most: pts("1.25")}, 1, "7.5", "1.25"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := pointsRubric("10", sectionOf("s", byFindings("i", "10", kindOf("leak", "1"))))
			r.Repeat = test.repeat
			out := rateSheet(t, compileRubric(t, r), rating.Sheet{ID: "1", Findings: []rating.Finding{{Item: "i", Count: 2, Repeats: test.repeats}}})
			require.Equal(t, test.want, out.Score.String())
			require.Equal(t, test.factored, out.Items[0].Deductions[0].Factor.String())
		})
	}
	r := pointsRubric("10", sectionOf("s", byFindings("i", "10", kindOf("leak", "1"))))
	r.Repeat = rating.Repeat{Factor: pts("1.5"), EachTime: true}
	_, err := compileRubric(t, r).Rate(&rating.Sheet{ID: "1", Findings: []rating.Finding{{Item: "i", Repeats: 1_000_000_000}}})
	require.Contains(t, rulesBroken(t, err), "findings[0].repeats rating/repeats")
}

// TestRateWeights: weights of any sum, of items in one pool or of sections, however many of their items apply.
func TestRateWeights(t *testing.T) {
	weighted := func(it rating.Item, w string) rating.Item {
		it.Weight = pts(w)
		return it
	}
	a, b := sectionOf("a", weighted(byPass("a1", ""), "3"), weighted(byPass("a2", ""), "1")), sectionOf("b", byPass("b1", ""), byPass("b2", ""))
	r := rating.Rubric{Code: "r", Method: rating.ByWeights, OutOf: pts("100"), NotApplicable: rating.Renormalise, Sections: []rating.Section{a, b}}
	rate := func(r rating.Rubric, marks ...rating.Mark) string {
		out := rateSheet(t, compileRubric(t, r), rating.Sheet{ID: "1", Marks: marks})
		require.NoError(t, out.Why().Check())
		return out.Exact.String()
	}
	all := []rating.Mark{leveled("a1", "pass"), leveled("a2", "fail"), leveled("b1", "pass"), leveled("b2", "fail")}
	require.Equal(t, "200/3", rate(r, all...), "(3 + 1) of (3 + 1 + 1 + 1)")
	part := []rating.Mark{notApplicable("a1"), leveled("a2", "fail"), leveled("b1", "pass"), leveled("b2", "fail")}
	require.Equal(t, "100/3", rate(r, part...), "1 of 3")

	r.Sections[0].Weight, r.Sections[1].Weight = pts("40"), pts("60")
	require.Equal(t, "60", rate(r, all...), "40 × 3/4 + 60 × 1/2")
	require.Equal(t, "30", rate(r, part...), "40 × 0/1 + 60 × 1/2")
	none := []rating.Mark{notApplicable("a1"), notApplicable("a2"), leveled("b1", "pass"), leveled("b2", "fail")}
	require.Equal(t, "50", rate(r, none...), "60 × 1/2 of 60")

	// Ten times the weights come to the same.
	for i, w := range []string{"400", "600"} {
		r.Sections[i].Weight = pts(w)
	}
	require.Equal(t, "60", rate(r, all...))
}

// TestRateSharesSumToOne: whatever applies, the weights of it make up the whole: a perfect sheet scores all.
func TestRateSharesSumToOne(t *testing.T) {
	for seed := range uint64(500) {
		c := newChance(seed)
		r := c.rubric()
		r.Unmarked, r.NotApplicable = rating.Renormalise, rating.Renormalise
		r.Floor, r.Ceiling = pts(""), pts("")
		s := rating.Sheet{ID: "perfect", On: day("2026-03-15")}
		for _, section := range r.Sections {
			if section.Bonus {
				continue
			}
			for _, it := range section.Items {
				switch m := it.Mark; {
				case c.one(3):
					s.Marks = append(s.Marks, notApplicable(it.Code))
				case m.Scale != nil:
					s.Marks = append(s.Marks, leveled(it.Code, map[string]string{"three": "3", "tenths": "all"}[m.Scale.Of]))
				case m.Pass != nil:
					s.Marks = append(s.Marks, leveled(it.Code, "pass"))
				case m.Points != nil:
					s.Marks = append(s.Marks, rating.Mark{Item: it.Code, Figure: it.Points})
				case m.Steps != nil:
					s.Marks = append(s.Marks, given(it.Code, "100"))
				default:
					for _, f := range m.Deductions.Shortfalls {
						s.Marks = append(s.Marks, rating.Mark{Item: it.Code, Part: f.Code, Figure: f.Target})
					}
				}
			}
		}
		out := rateSheet(t, compileRubric(t, r), s)
		require.NotEqual(t, rating.Unknown, out.State)
		if out.State == rating.Rated {
			require.Equal(t, ratOf(r.OutOf).RatString(), ratSub(out.Exact.Rat(), out.Bonus.Rat()).RatString(), "seed %d", seed)
			require.Equal(t, out.Raw, out.RawOf, "seed %d", seed)
		}
	}
}
