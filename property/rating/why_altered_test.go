package rating_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

// alterable is a sheet on which findings take what they ask for, are held back and have expired, and what it came to.
func alterable(t *testing.T) rating.Result {
	t.Helper()
	item := byFindings("floor", "10", rating.Deduction{Code: "litter", Take: pts("1"), Most: pts("3")}, kindOf("damage", "2"))
	r := pointsRubric("20", sectionOf("s", item, byPass("rest", "10")))
	r.Deductions = []rating.Deduction{kindOf("order", "1")}
	r.Bands = []rating.Band{{Code: "A", From: pts("18")}, {Code: "B", From: pts("12")}, {Code: "C"}}
	return rateSheet(t, compileRubric(t, r), rating.Sheet{
		ID: "1", Marks: []rating.Mark{leveled("rest", "pass")},
		Findings: []rating.Finding{{ID: "o", Kind: "order"}, {ID: "d", Item: "floor", Kind: "damage"}, {ID: "l", Item: "floor", Kind: "litter", Count: 5}},
	})
}

// TestWhyOfAltered: a stored result in which someone writes another score, another band or another number of points taken off does
// not follow from the rest any more.
func TestWhyOfAltered(t *testing.T) {
	out := alterable(t)
	require.Equal(t, "14", out.Score.String())
	require.Equal(t, "B", out.Band)
	require.NoError(t, out.Why().Check())
	require.NoError(t, out.WhyBand().Check())
	nineteen := rating.MustParseScore("19")
	for name, alter := range map[string]func(*rating.Result){
		"score":                func(r *rating.Result) { r.Score = nineteen },
		"a lower score":        func(r *rating.Result) { r.Exact, r.Score = rating.MustParseScore("13"), rating.MustParseScore("13") },
		"exact":                func(r *rating.Result) { r.Exact, r.Score = nineteen, nineteen },
		"points of an item":    func(r *rating.Result) { r.Items[0].Points = nineteen },
		"raw of a section":     func(r *rating.Result) { r.Sections[0].Raw = nineteen },
		"taken by a kind":      func(r *rating.Result) { r.Items[0].Deductions[0].Taken = nineteen },
		"taken by damage":      func(r *rating.Result) { r.Items[0].Deductions[1].Taken = nineteen },
		"taken by damage, 0":   func(r *rating.Result) { r.Items[0].Deductions[1].Taken = rating.MustParseScore("0") },
		"taken by the order":   func(r *rating.Result) { r.Deductions[0].Taken = nineteen },
		"asked for by damage":  func(r *rating.Result) { r.Items[0].Deductions[1].Asked = nineteen },
		"how many were found":  func(r *rating.Result) { r.Items[0].Deductions[0].Count = nineteen },
		"what all may come to": func(r *rating.Result) { r.RawOf = nineteen },
	} {
		altered := alterable(t)
		alter(&altered)
		require.Error(t, altered.Why().Check(), name)
	}
	out.Band = "A"
	require.Error(t, out.WhyBand().Check(), "the row that gave it is that of B")
}

// TestStandingWhyOfAltered: the same of a year.
func TestStandingWhyOfAltered(t *testing.T) {
	s := kpiAssess(t, kpiScheme(), kpiYear(kpiQuarters("84.1", "84.8", "95.5", "89.4"), kpiQuarters("80.8", "84.6")))
	require.Equal(t, "4", s.Band)
	require.NoError(t, s.WhyBand().Check())
	s.Band = "5"
	require.Error(t, s.WhyBand().Check())
}
