package standard_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// counted is evidence of January 2025 with figures: "validComplaints", "3", and of a subject "upMinutes/L1", "44640".
func counted(tb testing.TB, rest string, pairs ...string) standard.Evidence {
	tb.Helper()
	e := evidenceOf(tb, "2025-02-01", "2025-01-01", "2025-02-01", rest)
	e.Figures = figuresOf(tb, pairs...)
	return e
}

func figuresOf(tb testing.TB, pairs ...string) []standard.Figure {
	tb.Helper()
	require.Zero(tb, len(pairs)%2)
	var out []standard.Figure
	for i := 0; i < len(pairs); i += 2 {
		f := standard.Figure{Figure: pairs[i], Value: metric.MustParseFigure(pairs[i+1])}
		for j := range pairs[i] {
			if pairs[i][j] == '/' {
				f.Figure, f.Subject = pairs[i][:j], pairs[i][j+1:]
			}
		}
		out = append(out, f)
	}
	return out
}

// ratio is a threshold on a ratio.
func ratio(figure, outOf, is, value string) string {
	return fmt.Sprintf(`{"threshold": {"limits": [{"figure": %q, "outOf": %q, "is": %q, "value": %q}]}}`, figure, outOf, is, value)
}

// TestThreshold: ratios on their value and one beyond, the worked examples W-10, W-20, W-53 and W-54 among them.
func TestThreshold(t *testing.T) {
	tests := []struct {
		name, measure string
		figures       []string
		want          string
	}{
		{"W-10: 170 of 200 satisfied", ratio("satisfied", "surveyed", ">=", "85%"), []string{"satisfied", "170", "surveyed", "200"}, "met"},
		{"W-10: 169 of 200", ratio("satisfied", "surveyed", ">=", "85%"), []string{"satisfied", "169", "surveyed", "200"}, "breached value satisfied 169 surveyed 200 >= 85%"},
		{"W-20: collected 980,000 of 1,000,000", ratio("collected", "billed", ">=", "98%"), []string{"collected", "980000", "billed", "1000000"}, "met"},
		{"W-20: 979,999", ratio("collected", "billed", ">=", "98%"), []string{"collected", "979999", "billed", "1000000"}, "breached value collected 979999 billed 1000000 >= 98%"},
		{"W-20: a fen less", ratio("collected", "billed", ">=", "98%"), []string{"collected", "979999.99", "billed", "1000000"}, "breached value collected 979999.99 billed 1000000 >= 98%"},
		{"W-53: 285 of 300", ratio("satisfied", "surveyed", ">=", "95%"), []string{"satisfied", "285", "surveyed", "300"}, "met"},
		{"W-53: 297 of 300", ratio("satisfied", "surveyed", ">=", "0.99"), []string{"satisfied", "297", "surveyed", "300"}, "met"},
		{"W-54: 3 complaints of 300 households", ratio("validComplaints", "households", "<=", "1%"), []string{"validComplaints", "3", "households", "300"}, "met"},
		{"W-54: 4", ratio("validComplaints", "households", "<=", "1%"), []string{"validComplaints", "4", "households", "300"}, "breached value validComplaints 4 households 300 <= 1%"},
		{"two thirds are more than 66.6666 %", ratio("satisfied", "surveyed", ">", "66.6666%"), []string{"satisfied", "2", "surveyed", "3"}, "met"},
		{"two thirds are less than 66.6667 %", ratio("satisfied", "surveyed", ">=", "66.6667%"), []string{"satisfied", "2", "surveyed", "3"}, "breached value satisfied 2 surveyed 3 >= 66.6667%"},
		{"all", ratio("satisfied", "surveyed", "=", "100%"), []string{"satisfied", "300", "surveyed", "300"}, "met"},
		{"all but one", ratio("satisfied", "surveyed", "=", "100%"), []string{"satisfied", "299", "surveyed", "300"}, "breached value satisfied 299 surveyed 300 = 100%"},
		{"a ratio strictly below", ratio("validComplaints", "households", "<", "1%"), []string{"validComplaints", "3", "households", "300"}, "breached value validComplaints 3 households 300 < 1%"},
		{"not the value", ratio("validComplaints", "households", "!=", "1%"), []string{"validComplaints", "4", "households", "300"}, "met"},
		{"a base of nothing", ratio("satisfied", "surveyed", ">=", "85%"), []string{"satisfied", "0", "surveyed", "0"}, "notApplicable baseZero surveyed"},
		{"a base below nothing", ratio("satisfied", "surveyed", ">=", "85%"), []string{"satisfied", "1", "surveyed", "-2"}, "unknown badRow surveyed"},
		{"no figure", ratio("satisfied", "surveyed", ">=", "85%"), []string{"surveyed", "200"}, "unknown figureMissing satisfied"},
		{"no base", ratio("satisfied", "surveyed", ">=", "85%"), []string{"satisfied", "170"}, "unknown figureMissing surveyed"},
		{"none, counted", `{"threshold": {"limits": [{"figure": "validComplaints", "is": "=", "value": "0"}]}}`, []string{"validComplaints", "0"}, "met"},
		{"one, counted", `{"threshold": {"limits": [{"figure": "validComplaints", "is": "=", "value": "0"}]}}`, []string{"validComplaints", "1"}, "breached value validComplaints 1   = 0"},
		{"not counted", `{"threshold": {"limits": [{"figure": "validComplaints", "is": "=", "value": "0"}]}}`, nil, "unknown figureMissing validComplaints"},
		{"below nothing", `{"threshold": {"limits": [{"figure": "billed", "is": "<", "value": "-1.5"}]}}`, []string{"billed", "-1.500001"}, "met"},
		{"attendance is capacity", `{"threshold": {"limits": [{"figure": "attendance", "is": "<=", "value": "@capacity"}]}}`, []string{"attendance", "500", "capacity", "500"}, "met"},
		{"one too many", `{"threshold": {"limits": [{"figure": "attendance", "is": "<=", "value": "@capacity"}]}}`, []string{"attendance", "501", "capacity", "500"}, "breached value attendance 501   <= 500"},
		{"capacity is not known", `{"threshold": {"limits": [{"figure": "attendance", "is": "<=", "value": "@capacity"}]}}`, []string{"attendance", "501"}, "unknown figureMissing capacity"},
		{
			"a range on its borders", `{"threshold": {"limits": [{"figure": "attendance", "is": ">=", "value": "40"}, {"figure": "attendance", "is": "<=", "value": "50"}]}}`,
			[]string{"attendance", "50"},
			"met",
		},
		{
			"below a range", `{"threshold": {"limits": [{"figure": "attendance", "is": ">=", "value": "40"}, {"figure": "attendance", "is": "<=", "value": "50"}]}}`,
			[]string{"attendance", "39.999999"},
			"breached value attendance 39.999999   >= 40",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, judged(t, tt.measure, counted(t, "", tt.figures...)))
		})
	}
}

// TestThresholdBase: KPI-29. Who the complaints are divided by, the contract says.
func TestThresholdBase(t *testing.T) {
	const measure = `{"threshold": {"over": "month", "limits": [{"figure": "validComplaints", "outOf": "$base", "is": "<=", "value": "1%"}]}}`
	e := counted(t, "", "validComplaints", "4", "households", "300", "residents", "900")
	require.Equal(t, "unknown paramUnset base", judgedWith(t, `"params": [{"name": "base"}],`, measure, e))
	require.Equal(t, "breached value validComplaints 4 households 300 <= 1%", judgedWith(t, `"params": [{"name": "base", "value": "households"}],`, measure, e))
	require.Equal(t, "met", judgedWith(t, `"params": [{"name": "base", "value": "residents"}],`, measure, e))
}

// TestThresholdPer: MAINT-29/up. Each lift is judged by its own figures, and all lifts must be there.
func TestThresholdPer(t *testing.T) {
	const measure = `{"threshold": {"per": "lift", "where": [{"field": "use", "is": "=", "value": "passenger"}], "over": "month",
		"limits": [{"figure": "upMinutes", "outOf": "requiredMinutes", "is": ">=", "value": "$liftUp"}]}}`
	const head = `"params": [{"name": "liftUp", "value": "100%"}],`
	const subjects = `"subjects": [{"kind": "lift", "id": "L1", "fields": [{"name": "use", "value": "passenger"}]}, {"kind": "lift", "id": "L2", "fields": [{"name": "use", "value": "passenger"}]},
		{"kind": "lift", "id": "G1", "fields": [{"name": "use", "value": "goods"}]}]`
	whole := subjects + `, "complete": [` + complete("lift", "2025-01-01", "2025-02-01") + `]`
	up := []string{"upMinutes/L1", "44640", "requiredMinutes/L1", "44640", "upMinutes/L2", "44580", "requiredMinutes/L2", "44580"}
	down := []string{"upMinutes/L1", "44640", "requiredMinutes/L1", "44640", "upMinutes/L2", "44579", "requiredMinutes/L2", "44580"}
	require.Equal(t, "met", judgedWith(t, head, measure, counted(t, whole, up...)))
	require.Equal(t, "breached value upMinutes 44579 requiredMinutes 44580 >= 100%", judgedWith(t, head, measure, counted(t, whole, down...)))
	require.Equal(t, "unknown notComplete lift", judgedWith(t, head, measure, counted(t, subjects, up...)), "there may be more lifts")
	require.Equal(t, "unknown figureMissing upMinutes", judgedWith(t, head, measure, counted(t, whole, up[:4]...)))
	require.Equal(t, "unknown figureMissing requiredMinutes", judgedWith(t, head, measure, counted(t, whole, up[:6]...)))
	require.Equal(t, "notApplicable noRows", judgedWith(t, head, measure, counted(t, `"complete": [`+complete("lift", "2025-01-01", "2025-02-01")+`]`, up...)))
	unnamed := `"subjects": [{"kind": "lift", "id": "L1"}], "complete": [` + complete("lift", "2025-01-01", "2025-02-01") + `]`
	require.Equal(t, "unknown fieldMissing use", judgedWith(t, head, measure, counted(t, unnamed, up...)))
	require.Equal(t, "unknown paramUnset liftUp", judgedWith(t, `"params": [{"name": "liftUp"}],`, measure, counted(t, whole, up...)))
}

// TestThresholdRows: a row for each limit of each subject.
func TestThresholdRows(t *testing.T) {
	const measure = `{"threshold": {"per": "lift", "limits": [{"figure": "upMinutes", "is": ">=", "value": "10"}, {"figure": "upMinutes", "is": "<=", "value": "20"}]}}`
	e := counted(t, `"subjects": [{"kind": "lift", "id": "L1"}, {"kind": "lift", "id": "L2"}]`, "upMinutes/L1", "20", "upMinutes/L2", "20.000001")
	require.Equal(t, []string{"L1 met", "L1 met", "L2 met", "L2 breached value upMinutes 20.000001   <= 20"}, rowsOf(t, measure, e))
}

// TestThresholdOver: figures must be of one period of the calendar, or of that of the evidence.
func TestThresholdOver(t *testing.T) {
	measure := func(over string) string {
		return `{"threshold": {` + over + `"limits": [{"figure": "satisfied", "outOf": "surveyed", "is": ">=", "value": "85%"}]}}`
	}
	tests := []struct {
		name, over            string
		from, to              string // of the evidence
		of, until, base, last string // of the figure and of its base
		want                  string
	}{
		{"a month of a month", `"over": "month", `, "2025-01-01", "2025-02-01", "", "", "", "", "met"},
		{"a month by its own words", `"over": "month", `, "2025-01-01", "2025-04-01", "2025-02-01", "2025-03-01", "2025-02-01", "2025-03-01", "met"},
		{"a day too many", `"over": "month", `, "2025-01-01", "2025-02-02", "", "", "", "", "unknown partialPeriod satisfied 2025-01-01T00:00:00+08:00 2025-02-02T00:00:00+08:00"},
		{"thirty days across", `"over": "month", `, "2025-01-02", "2025-02-02", "", "", "", "", "unknown partialPeriod satisfied 2025-01-02T00:00:00+08:00 2025-02-02T00:00:00+08:00"},
		{"a quarter", `"over": "quarter", `, "2025-04-01", "2025-07-01", "", "", "", "", "met"},
		{"three months, no quarter", `"over": "quarter", `, "2025-02-01", "2025-05-01", "", "", "", "", "unknown partialPeriod satisfied 2025-02-01T00:00:00+08:00 2025-05-01T00:00:00+08:00"},
		{"a half year", `"over": "halfYear", `, "2025-07-01", "2026-01-01", "", "", "", "", "met"},
		{"a year in a month's evidence", `"over": "year", `, "2025-12-01", "2026-01-01", "2025-01-01", "2026-01-01", "2025-01-01", "2026-01-01", "met"},
		{"another year", `"over": "year", `, "2025-12-01", "2026-01-01", "2024-01-01", "2025-01-01", "2024-01-01", "2025-01-01", "unknown partialPeriod satisfied 2024-01-01T00:00:00+08:00 2025-01-01T00:00:00+08:00"},
		{"of the evidence's period", ``, "2025-01-03", "2025-01-09", "2025-01-03", "2025-01-09", "", "", "met"},
		{"of a part of it", ``, "2025-01-03", "2025-01-09", "2025-01-03", "2025-01-08", "", "", "unknown partialPeriod satisfied 2025-01-03T00:00:00+08:00 2025-01-08T00:00:00+08:00"},
		{"a base of another month", `"over": "month", `, "2025-01-01", "2025-04-01", "2025-02-01", "2025-03-01", "2025-01-01", "2025-02-01", "unknown partialPeriod surveyed 2025-01-01T00:00:00+08:00 2025-02-01T00:00:00+08:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, "2026-02-01", tt.from, tt.to, "")
			e.Figures = figuresOf(t, "satisfied", "170", "surveyed", "200")
			if tt.of != "" {
				e.Figures[0].Start, e.Figures[0].End = standard.MustParsePoint(tt.of), standard.MustParsePoint(tt.until)
			}
			if tt.base != "" {
				e.Figures[1].Start, e.Figures[1].End = standard.MustParsePoint(tt.base), standard.MustParsePoint(tt.last)
			}
			require.Equal(t, tt.want, judged(t, measure(tt.over), e))
		})
	}
}

// TestThresholdCounts: the rate of repairs in time, by the verdicts of another clause, which stands after the one that reads it.
func TestThresholdCounts(t *testing.T) {
	s := clausesOf(t, `"params": [{"name": "wait", "value": "PT30M"}],`, `
		{"id": "KPI-33", "profile": "p", "text": {"en": "t"}, "measures": [{"threshold": {"limits": [{"figure": "MAINT-01.met", "outOf": "MAINT-01.judged", "is": ">=", "value": "75%"}]}}]},
		{"id": "KPI-34", "profile": "p", "text": {"en": "t"}, "measures": [{"threshold": {"limits": [{"figure": "MAINT-01/arrive.breached", "is": "<=", "value": "1"}]}}]},
		{"id": "MAINT-01", "profile": "p", "text": {"en": "t"}, "measures": [
			{"part": "arrive", "promise": {"of": "repair", "where": [{"field": "class", "is": "=", "value": "urgent"}], "from": "reported", "to": "arrived", "limit": "$wait"}},
			{"part": "finish", "when": [{"field": "estate.grade", "is": "=", "value": "A"}], "promise": {"of": "repair", "from": "reported", "to": "done", "limit": "P3D"}}]}`)
	repair := func(i int, class string, minutes int) string {
		return caseOf(t, fmt.Sprintf("r%d repair", i), class, "reported 2025-01-10 08:00", fmt.Sprintf("arrived 2025-01-10 08:%02d", minutes), "done 2025-01-11 09:00")
	}
	three := []string{repair(1, "class=urgent", 10), repair(2, "class=urgent", 20), repair(3, "class=urgent", 30)}
	late, later, open := repair(4, "class=urgent", 31), repair(5, "class=urgent", 40), caseOf(t, "r6 repair", "class=urgent", "reported 2025-01-31 23:50")
	unnamed := repair(7, "cost=1", 10)
	const whole, estateB, estateA = `"complete": [{"kind": "*", "from": "2024-01-01", "to": "2025-03-01"}]`, `, "estate": [{"name": "grade", "value": "B"}]`, `, "estate": [{"name": "grade", "value": "A"}]`
	tests := []struct {
		name, rest     string
		cases          []string
		rate, breached string
	}{
		{"three of four", whole + estateB, append(three[:3:3], late), "met", "met"},
		{"three of five", whole + estateB, append(three[:3:3], late, later), "breached value MAINT-01.met 3 MAINT-01.judged 5 >= 75%", "breached value MAINT-01/arrive.breached 2   <= 1"},
		{"an open one is not judged", whole + estateB, append(three[:3:3], late, open), "met", "met"},
		{"with the four that are finished", whole + estateA, append(three[:3:3], late), "met", "met"},
		{"a row is unknown", whole + estateB, append(three[:3:3], unnamed), "unknown fieldMissing class", "unknown fieldMissing class"},
		{"a row is unknown, and one breached", whole + estateB, append(three[:3:3], late, unnamed), "unknown figureMissing MAINT-01.met", "unknown figureMissing MAINT-01/arrive.breached"},
		{"not complete", `"complete": []` + estateB, append(three[:3:3], late), "unknown notComplete repair", "unknown notComplete repair"},
		{"nothing to judge", whole + estateB, nil, "notApplicable baseZero MAINT-01.judged", "met"},
		{"the other part cannot be judged", whole, three, "unknown fieldMissing estate.grade", "met"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			report := mustEvaluate(t, s, caseWords(t), judgedAt(t, "2025-02-01", tt.rest, tt.cases...))
			require.Equal(t, tt.rate, verdictOf(t, report, "KPI-33"))
			require.Equal(t, tt.breached, verdictOf(t, report, "KPI-34"))
		})
	}
	limit := &s.Clauses[0].Measures[0].Threshold.Limits[0]
	limit.Figure, limit.OutOf = "MAINT-01/finish.met", "MAINT-01/arrive.judged"
	report := mustEvaluate(t, s, caseWords(t), judgedAt(t, "2025-02-01", whole+estateA, append(three[:3:3], late)...))
	require.Equal(t, "met", verdictOf(t, report, "KPI-33"), "the second part has four of the four of the first")
	s.Clauses[2].When = []standard.Condition{{Field: "estate.grade", Is: standard.Equal, Value: "A"}}
	report = mustEvaluate(t, s, caseWords(t), judgedAt(t, "2025-02-01", whole, three...))
	require.Equal(t, "unknown fieldMissing estate.grade", verdictOf(t, report, "KPI-34"))
	report = mustEvaluate(t, s, caseWords(t), judgedAt(t, "2025-02-01", whole+estateB, three...))
	require.Equal(t, "met", verdictOf(t, report, "KPI-34"), "a clause that does not apply has no rows")
	s.Clauses[2].When, s.Params[0].Value = nil, ""
	report = mustEvaluate(t, s, caseWords(t), judgedAt(t, "2025-02-01", whole+estateB, three...))
	require.Equal(t, "unknown paramUnset wait", verdictOf(t, report, "KPI-34"))
	s.Clauses[2].Off = true
	report = mustEvaluate(t, s, caseWords(t), judgedAt(t, "2025-02-01", whole+estateB, three...))
	require.Equal(t, "unknown figureMissing MAINT-01/arrive.breached", verdictOf(t, report, "KPI-34"), "nobody counted")
	s.Clauses[2].Off, s.Clauses[2].From = false, civil.MustParse("2025-02-01")
	report = mustEvaluate(t, s, caseWords(t), judgedAt(t, "2025-02-01", whole+estateB, three...))
	require.Equal(t, "unknown figureMissing MAINT-01/arrive.breached", verdictOf(t, report, "KPI-34"), "nobody counted")
}

// TestThresholdDeclared: a figure that is declared goes before a count of the same name.
func TestThresholdDeclared(t *testing.T) {
	require.Equal(t, "met", judged(t, `{"threshold": {"limits": [{"figure": "MAINT-01.total", "is": "=", "value": "7"}]}}`, counted(t, "", "MAINT-01.total", "7")))
}

func TestThresholdRefused(t *testing.T) {
	limit := func(s string) string { return `{"threshold": {"limits": [` + s + `]}}` }
	tests := []struct {
		name, measure string
		want          []string
	}{
		{"no limits", limit(``), []string{"threshold.limits standard/few"}},
		{"no such figure", limit(`{"figure": "smiles", "is": ">=", "value": "1"}`), []string{"threshold.limits[0].figure standard/figure"}},
		{"no such base", limit(`{"figure": "satisfied", "outOf": "all", "is": ">=", "value": "1"}`), []string{"threshold.limits[0].outOf standard/figure"}},
		{"no such other figure", limit(`{"figure": "satisfied", "is": ">=", "value": "@all"}`), []string{"threshold.limits[0].value standard/figure"}},
		{"nothing at all", limit(`{"figure": "", "value": "", "is": "="}`), []string{"threshold.limits[0].figure invalid/required", "threshold.limits[0].value invalid/required"}},
		{"no number", limit(`{"figure": "satisfied", "is": ">=", "value": "many"}`), []string{"threshold.limits[0].value invalid/decimal"}},
		{"too fine", limit(`{"figure": "satisfied", "is": ">=", "value": "0.00001%"}`), []string{"threshold.limits[0].value metric/figure-scale"}},
		{"in", limit(`{"figure": "satisfied", "is": "in", "value": "1"}`), []string{"threshold.limits[0].is standard/limit-is"}},
		{"no such kind", `{"threshold": {"per": "tower", "limits": [{"figure": "satisfied", "is": "=", "value": "1"}]}}`, []string{"threshold.per standard/kind"}},
		{"no such field", `{"threshold": {"per": "lift", "where": [{"field": "age", "is": "set"}], "limits": [{"figure": "satisfied", "is": "=", "value": "1"}]}}`, []string{"threshold.where[0].field standard/field"}},
		{"a count for each lift", `{"threshold": {"per": "lift", "limits": [{"figure": "T-02.met", "is": "=", "value": "1"}]}}`, []string{"threshold.limits[0].figure standard/count-per", "clauses[0] standard/target"}},
		{"a count of no clause", limit(`{"figure": "T-02.met", "is": "=", "value": "1"}`), []string{"clauses[0] standard/target"}},
		{"its own count", limit(`{"figure": "T-01.met", "is": "=", "value": "1"}`), []string{"clauses[0] standard/cycle"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, refused(t, tt.measure))
		})
	}
	s := clausesOf(t, "", `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [`+limit(`{"figure": "satisfied", "is": "=", "value": "1"}`)+`]}`)
	s.Clauses[0].Measures[0].Threshold.Over = 9
	s.Clauses[0].Measures[0].Threshold.Limits[0].Is = 0
	_, err := standard.Compile(s, caseWords(t), calendars(t))
	require.Equal(t, []string{"clauses[0].measures[0].threshold.over invalid/word", "clauses[0].measures[0].threshold.limits[0].is invalid/required"}, problems(t, err))
}

// TestThresholdNeeds: declared figures are needed, counts are not: the clause that is counted says itself what it reads.
func TestThresholdNeeds(t *testing.T) {
	s := clausesOf(t, `"params": [{"name": "base", "value": "surveyed"}, {"name": "least"}],`, `
		{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [{"threshold": {"per": "lift", "where": [{"field": "use", "is": "set"}],
			"limits": [{"figure": "satisfied", "outOf": "$base", "is": ">=", "value": "$least"}, {"figure": "attendance", "is": "<=", "value": "@capacity"}]}}]},
		{"id": "T-02", "profile": "p", "text": {"en": "t"}, "measures": [{"threshold": {"limits": [{"figure": "T-01.met", "is": ">=", "value": "1"}]}}]}`)
	want := []standard.Need{
		{
			Clause: "T-01", Profile: "p", Measure: "threshold", Subjects: []string{"lift"}, Fields: []string{"lift.use"},
			Figures: []string{"satisfied", "surveyed", "attendance", "capacity"}, Params: []string{"base", "least"}, Unset: []string{"least"},
		},
		{Clause: "T-02", Profile: "p", Measure: "threshold"},
	}
	if diff := cmp.Diff(want, mustCompile(t, s, caseWords(t)).Needs()); diff != "" {
		t.Errorf("needs mismatch (-want +got)\n%s", diff)
	}
}

// TestThresholdAllocates: limits that are met cost no memory, however many subjects there are.
func TestThresholdAllocates(t *testing.T) {
	const measure = `{"threshold": {"per": "lift", "over": "month", "limits": [{"figure": "upMinutes", "outOf": "requiredMinutes", "is": ">=", "value": "98%"}, {"figure": "upMinutes", "is": "<=", "value": "@requiredMinutes"}]}}`
	clause := `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [` + measure + `]}`
	once, twice := mustCompile(t, clausesOf(t, "", clause), caseWords(t)), mustCompile(t, clausesOf(t, "", clause+`, {"id": "T-02"`+clause[len(`{"id": "T-01"`):]), caseWords(t))
	e := counted(t, `"complete": [{"kind": "lift", "from": "2025-01-01", "to": "2025-02-01"}]`)
	for i := range 1000 {
		id := fmt.Sprintf("L%d", i)
		e.Subjects = append(e.Subjects, standard.Subject{Kind: "lift", ID: id})
		e.Figures = append(e.Figures, figuresOf(t, "upMinutes/"+id, "43750", "requiredMinutes/"+id, "44640")...)
	}
	allocs := func(r *standard.Rules) float64 {
		report, err := r.Evaluate(&e)
		require.NoError(t, err)
		require.Equal(t, standard.Counts{Total: 2000, Met: 2000}, report.Clauses[0].Parts[0].Counts)
		return testing.AllocsPerRun(5, func() { _, err = r.Evaluate(&e) })
	}
	require.InDelta(t, allocs(once), allocs(twice), 20)
}

// FuzzThreshold: ratios compare as rational numbers do.
func FuzzThreshold(f *testing.F) {
	f.Add(int64(170_000_000), int64(200_000_000), int64(850_000), true)
	f.Add(int64(169_999_999), int64(200_000_000), int64(850_000), true)
	f.Add(int64(1<<62), int64(1<<62-1), int64(1_000_000), true)
	f.Add(int64(-3), int64(7), int64(-428_571), true)
	f.Add(int64(-5), int64(0), int64(-5), false)
	words := []string{"=", "!=", "<", "<=", ">", ">="}
	var clauses []string
	for i, is := range words {
		clauses = append(clauses, fmt.Sprintf(`{"id": "T-%d", "profile": "p", "text": {"en": "t"}, "measures": [
			{"part": "ratio", "threshold": {"limits": [{"figure": "satisfied", "outOf": "surveyed", "is": %[2]q, "value": "@capacity"}]}},
			{"part": "figure", "threshold": {"limits": [{"figure": "satisfied", "is": %[2]q, "value": "@capacity"}]}}]}`, i, is))
	}
	rules, empty := mustCompile(f, clausesOf(f, "", strings.Join(clauses, ", ")), caseWords(f)), counted(f, "")
	f.Fuzz(func(t *testing.T, figure, base, value int64, divided bool) {
		const most = 1<<63 - 1
		figure, base, value = max(figure, -most), max(base, -most), max(value, -most)
		base = max(base, -base, 1)
		part, left := 1, big.NewRat(figure, 1_000_000)
		if divided {
			part, left = 0, big.NewRat(figure, base)
		}
		e := empty
		e.Figures = figuresOf(t, "satisfied", micro(figure), "surveyed", micro(base), "capacity", micro(value))
		report, err := rules.Evaluate(&e)
		require.NoError(t, err)
		n := left.Cmp(big.NewRat(value, 1_000_000))
		for i, holds := range []bool{n == 0, n != 0, n < 0, n <= 0, n > 0, n >= 0} {
			want := standard.Breached
			if holds {
				want = standard.Met
			}
			require.Equal(t, want, report.Clauses[i].Parts[part].State, "%s / %s %s %s", micro(figure), micro(base), words[i], micro(value))
		}
	})
}

// micro writes millionths as a decimal.
func micro(n int64) string { return big.NewRat(n, 1_000_000).FloatString(6) }
