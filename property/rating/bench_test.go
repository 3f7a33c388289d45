package rating_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

// fiftyItems is a rubric as the city of Toronto has it from 2023: 50 items on a scale of three levels, weighted 6 : 4 : 1, two stages
// of rounding; and a sheet of it on which every tenth item does not apply.
func fiftyItems(tb testing.TB) (*rating.Rules, *rating.Sheet) {
	tb.Helper()
	scale := rating.Scale{Code: "three", OutOf: pts("3")}
	for _, v := range []string{"0", "1", "2", "3"} {
		scale.Levels = append(scale.Levels, rating.Level{Code: v, Value: pts(v)})
	}
	r := rating.Rubric{
		Code: "fifty", Method: rating.ByWeights, OutOf: pts("100"), NotApplicable: rating.Renormalise, Scales: []rating.Scale{scale},
		Bands: []rating.Band{{Code: "green", From: pts("85")}, {Code: "yellow", From: pts("70")}, {Code: "red"}},
	}
	r.Rounding = append(r.Rounding, halfUp("0.01"), halfUp("1"))
	s := rating.Sheet{ID: "1"}
	for _, class := range []struct {
		code, weight string
		items        int
	}{{"high", "6", 17}, {"moderate", "4", 23}, {"cosmetic", "1", 10}} {
		section := rating.Section{Code: class.code}
		for i := range class.items {
			item := byScale(fmt.Sprintf("%s-%02d", class.code, i+1), "", "three")
			item.Weight = pts(class.weight)
			section.Items = append(section.Items, item)
			if len(s.Marks)%10 == 9 {
				s.Marks = append(s.Marks, notApplicable(item.Code))
			} else {
				s.Marks = append(s.Marks, leveled(item.Code, []string{"3", "2", "3"}[i%3]))
			}
		}
		r.Sections = append(r.Sections, section)
	}
	return compileRubric(tb, r), &s
}

// BenchmarkRate rates one sheet of 50 items.
func BenchmarkRate(b *testing.B) {
	rules, sheet := fiftyItems(b)
	b.Run("into", func(b *testing.B) {
		var out rating.Result
		b.ReportAllocs()
		for b.Loop() {
			if err := rules.RateInto(&out, sheet); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("new", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := rules.Rate(sheet); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// TestRateAllocates: a sheet without findings, events and facts costs no memory once there is a result to write into, whatever its
// items are marked by.
func TestRateAllocates(t *testing.T) {
	rules, sheet := fiftyItems(t)
	var out rating.Result
	require.NoError(t, rules.RateInto(&out, sheet))
	require.Equal(t, rating.Rated, out.State)
	require.Zero(t, testing.AllocsPerRun(100, func() { require.NoError(t, rules.RateInto(&out, sheet)) }))

	mixed := pointsRubric(
		"10", sectionOf(
			"a", byPass("pass", "2"), byPoints("points", "3", "0.5"),
			byShortfall("short", "2", rating.Shortfall{
				Code: "s", Figure: "%", Target: pts("95"), Better: 1, Each: pts("1"), Take: pts("0.5"),
			}),
			byFindings("found", "3", kindOf("k", "0.2")),
		),
	)
	rules = compileRubric(t, mixed)
	sheet = &rating.Sheet{ID: "2", Marks: []rating.Mark{leveled("pass", "fail"), given("points", "2.5"), given("short", "93.4")}}
	require.NoError(t, rules.RateInto(&out, sheet))
	require.Equal(t, "6.5", out.Score.String())
	require.Zero(t, testing.AllocsPerRun(100, func() { require.NoError(t, rules.RateInto(&out, sheet)) }))
}
