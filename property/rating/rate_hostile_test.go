package rating_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/rating"
)

// TestRateHostile: many items, marks, findings, events, facts and levels are a matter of their number, and so are counts of a
// thousand million: four times as many take about four times as long, and not sixteen.
func TestRateHostile(t *testing.T) {
	const rows = 2500
	few, many := time.Hour, time.Hour
	for range 3 { // the quickest, for others may use the machine too
		few, many = min(few, rateHostile(t, rows)), min(many, rateHostile(t, 4*rows))
	}
	require.Less(t, many, 10*few)
}

// rateHostile returns how long it takes to compile a rubric of so many items, and to rate and derive a sheet of it.
func rateHostile(t *testing.T, rows int) time.Duration {
	t.Helper()
	r, s := hostile(rows)
	began := time.Now()
	out := rateSheet(t, compileRubric(t, r), s)
	why := out.Why()
	took := time.Since(began)
	require.Equal(t, rating.Rated, out.State)
	require.Equal(t, fmt.Sprintf("%d/%d", 100*rows, rows+1), out.Score.String(), "all but the item that findings took")
	require.Equal(t, "B", out.Band)
	require.Equal(t, out.Score.String(), why.Value.Text)
	return took
}

// hostile is a rubric of many items, some with many levels, and a sheet of it, its marks in the worst order.
func hostile(rows int) (rating.Rubric, rating.Sheet) {
	const levels = 200
	scale := rating.Scale{Code: "many", OutOf: pts("1")}
	r := rating.Rubric{Code: "r", Method: rating.ByWeights, OutOf: pts("100"), Sections: []rating.Section{sectionOf("s", byFindings("taken", "", kindOf("k", "0.000001")))}}
	s := rating.Sheet{ID: "1"}
	for i := range rows {
		code := fmt.Sprint("c", i)
		if i < levels {
			scale.Levels = append(scale.Levels, rating.Level{Code: code, Value: pts("1")})
			r.Sections[0].Items = append(r.Sections[0].Items, byScale(code, "", "many"))
			s.Marks = append(s.Marks, leveled(code, fmt.Sprint("c", levels-1-i)))
		} else {
			r.Sections[0].Items = append(r.Sections[0].Items, byPass(code, ""))
			s.Marks = append(s.Marks, leveled(code, "pass"))
		}
		s.Findings = append(s.Findings, rating.Finding{ID: code, Item: "taken", Count: 1_000_000_000})
		s.Events = append(s.Events, rating.Event{ID: code, Veto: "v", Facts: []rating.Fact{{Name: "n"}}})
		s.Facts = append(s.Facts, rating.Fact{Name: code})
	}
	slices.Reverse(s.Marks)
	r.Scales = []rating.Scale{scale}
	r.Vetoes = []rating.Veto{{Code: "v", Needs: []string{"n"}, Effect: rating.Exclude}}
	r.Bands = []rating.Band{{Code: "A", When: []string{"c1"}}, {Code: "B"}}
	return r, s
}

// TestCompileOutcomes: items times levels is what rules have to keep, and is bounded.
func TestCompileOutcomes(t *testing.T) {
	r, _ := hostile(6000)
	for i := range r.Sections[0].Items[1:] {
		r.Sections[0].Items[1+i].Mark = rating.Marking{Scale: &rating.OnScale{Of: "many"}}
	}
	_, err := rating.Compile(r)
	require.Equal(t, []string{"sections rating/outcomes"}, rulesBroken(t, err))
}

// FuzzRateDocuments: whatever documents say, they are refused or rated, and what is rated explains itself.
func FuzzRateDocuments(f *testing.F) {
	f.Add([]byte(`{"code":"r","method":"points","outOf":"10","sections":[{"code":"s","items":[{"code":"i","points":"10","mark":{"points":{"step":"0.1"}}}]}]}`),
		[]byte(`{"id":"1","marks":[{"item":"i","figure":"7.5"}]}`))
	f.Add([]byte(`{"code":"r","method":"weights","outOf":"100","notApplicable":"renormalise","sections":[{"code":"s","items":[{"code":"i","weight":"3","mark":{"pass":{}}},{"code":"k","mark":{"deductions":{"kinds":[{"code":"d","take":"0.3","most":"0.5"}]}}}]}],"repeat":{"factor":"1.1","eachTime":true},"bands":[{"code":"A","from":"90"},{"code":"B"}]}`),
		[]byte(`{"id":"1","on":"2026-01-31","marks":[{"item":"i","level":"pass"}],"findings":[{"item":"k","count":1000000000,"repeats":12}]}`))
	f.Fuzz(func(t *testing.T, rubric, sheet []byte) {
		r, err := invalid.Decode[rating.Rubric](rubric, "rubric")
		if err != nil {
			return
		}
		rules, err := rating.Compile(r)
		if err != nil {
			require.NotEmpty(t, rulesBroken(t, err))
			return
		}
		s, err := invalid.Decode[rating.Sheet](sheet, "sheet")
		if err != nil {
			return
		}
		out, err := rules.Rate(&s)
		if err != nil {
			require.NotEmpty(t, rulesBroken(t, err))
			return
		}
		why, band := out.Why(), out.WhyBand()
		require.NoError(t, why.Check())
		require.NoError(t, band.Check())
		if out.State == rating.Rated {
			require.Equal(t, out.Score.String(), why.Value.Text)
		}
	})
}

// TestRubricTexts: every rule of rubrics and sheets has its texts.
func TestRubricTexts(t *testing.T) {
	registered := map[string]bool{}
	for _, text := range rating.Texts() {
		registered[text.Text.ID()] = true
	}
	for _, rule := range []invalid.RuleError{
		rating.ErrScore, rating.ErrScoreRange, rating.ErrSum, rating.ErrSectionSum, rating.ErrOnlyBonus, rating.ErrSomeWeights, rating.ErrNoWeight,
		rating.ErrOfPoints, rating.ErrDays, rating.ErrFloor, rating.ErrWithin, rating.ErrFactor, rating.ErrScope, rating.ErrSteps, rating.ErrStepPoints,
		rating.ErrTake, rating.ErrTakeAll, rating.ErrLasts, rating.ErrBonusDeductions, rating.ErrNoDeductions, rating.ErrNeed, rating.ErrTooFine, rating.ErrOutcomes,
		rating.ErrOther, rating.ErrNotFor, rating.ErrMark, rating.ErrKind, rating.ErrGrain, rating.ErrMustApply, rating.ErrRequiredItem,
		rating.ErrWholeItem, rating.ErrNotJudged, rating.ErrNeedsDay, rating.ErrRepeats, rating.ErrLater, rating.ErrTooLarge,
	} {
		require.True(t, registered[rule.ID()], rule.ID())
	}
}
