package rating_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/rating"
)

// TestRateCeilingLast: what a bonus adds above the ceiling, deductions of the whole sheet take off first.
func TestRateCeilingLast(t *testing.T) {
	extra := sectionOf("extra", byPoints("praise", "10", ""))
	extra.Bonus = true
	r := pointsRubric("100", sectionOf("s", byPoints("all", "100", "")), extra)
	r.Deductions, r.Ceiling = []rating.Deduction{kindOf("order", "4")}, pts("100")
	s := rating.Sheet{ID: "1", Marks: []rating.Mark{given("all", "100"), given("praise", "10")}, Findings: []rating.Finding{{Kind: "order"}}}
	out := rateSheet(t, compileRubric(t, r), s)
	require.Equal(t, "100", out.Score.String(), "100 + 10 − 4 = 106")
	s.Findings[0].Count = 3
	require.Equal(t, "98", rateSheet(t, compileRubric(t, r), s).Score.String(), "100 + 10 − 12")
}

// TestRateUntilCorrected: without a life-time a deduction counts until it is corrected, and no longer from that day on.
func TestRateUntilCorrected(t *testing.T) {
	kind := kindOf("leak", "3")
	kind.UntilCorrected = true
	rules := compileRubric(t, pointsRubric("10", sectionOf("s", byFindings("roof", "10", kind))))
	for on, want := range map[string]string{"2026-05-31": "7", "2026-06-01": "10", "2026-12-31": "10"} {
		s := rating.Sheet{ID: "1", On: day(on), Findings: []rating.Finding{{Item: "roof", On: day("2026-01-10")}}}
		require.Equal(t, "7", rateSheet(t, rules, s).Score.String(), "not corrected")
		s.Findings[0].Corrected = day("2026-06-01")
		out := rateSheet(t, rules, s)
		require.Equal(t, want, out.Score.String(), on)
		require.Equal(t, want == "10", out.Items[0].Deductions[0].Expired == civil.MustParse("2026-06-01"), on)
	}
}
