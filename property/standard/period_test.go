package standard_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// figureOf is a figure of a period of whole days; of none where they are empty.
func figureOf(name, value, from, to string) standard.Figure {
	f := standard.Figure{Figure: name, Value: metric.MustParseFigure(value)}
	if from != "" {
		f.Start, f.End = standard.MustParsePoint(from), standard.MustParsePoint(to)
	}
	return f
}

// TestFigurePeriods: a figure stands once for each period, and a clause takes those of its own.
func TestFigurePeriods(t *testing.T) {
	limit := func(over string) string {
		return `{"threshold": {` + over + `"limits": [{"figure": "satisfied", "outOf": "surveyed", "is": ">=", "value": "85%"}]}}`
	}
	const month, quarter, year = `"over": "month", `, `"over": "quarter", `, `"over": "year", `
	bases := []standard.Figure{
		figureOf("surveyed", "100", "2025-01-01", "2025-02-01"), figureOf("surveyed", "100", "2025-02-01", "2025-03-01"), figureOf("surveyed", "100", "2025-03-01", "2025-04-01"),
		figureOf("surveyed", "300", "2025-01-01", "2025-04-01"), figureOf("surveyed", "1200", "2025-01-01", "2026-01-01"),
	}
	months := []standard.Figure{
		figureOf("satisfied", "90", "2025-01-01", "2025-02-01"), figureOf("satisfied", "84", "2025-02-01", "2025-03-01"), figureOf("satisfied", "91", "2025-03-01", "2025-04-01"),
	}
	whole, all := figureOf("satisfied", "265", "2025-01-01", "2025-04-01"), figureOf("satisfied", "1019", "2025-01-01", "2026-01-01")
	tests := []struct {
		name, from, to, over string
		figures              []standard.Figure
		want                 string
	}{
		{"January by months", "2025-01-01", "2025-02-01", month, months, "met"},
		{"February by months", "2025-02-01", "2025-03-01", month, months, "breached value satisfied 84 surveyed 100 >= 85%"},
		{"the quarter by months", "2025-01-01", "2025-04-01", month, months, "breached value satisfied 84 surveyed 100 >= 85%"},
		{"the quarter, as a whole", "2025-01-01", "2025-04-01", quarter, append(months, whole), "met"},
		{"the quarter, no period named", "2025-01-01", "2025-04-01", "", append(months, whole), "met"},
		{"a quarter of the evidence, said by none", "2025-01-01", "2025-04-01", "", append(months, figureOf("satisfied", "254", "", "")), "breached value satisfied 254 surveyed 300 >= 85%"},
		{"months are not added up", "2025-01-01", "2025-04-01", quarter, months, "unknown partialPeriod satisfied 2025-01-01T00:00:00+08:00 2025-02-01T00:00:00+08:00"},
		{"nor where no period is named", "2025-01-01", "2025-04-01", "", months, "unknown partialPeriod satisfied 2025-01-01T00:00:00+08:00 2025-02-01T00:00:00+08:00"},
		{"the year in March", "2025-03-01", "2025-04-01", year, append(months, whole, all), "breached value satisfied 1019 surveyed 1200 >= 85%"},
		{"no year in March", "2025-03-01", "2025-04-01", year, append(months, whole), "unknown partialPeriod satisfied 2025-01-01T00:00:00+08:00 2025-02-01T00:00:00+08:00"},
		{"none at all", "2025-03-01", "2025-04-01", year, nil, "unknown figureMissing satisfied"},
		{"no base of that month", "2025-04-01", "2025-05-01", month, []standard.Figure{figureOf("satisfied", "90", "", "")}, "unknown partialPeriod surveyed 2025-01-01T00:00:00+08:00 2025-02-01T00:00:00+08:00"},
	}
	for _, tt := range tests {
		for _, backwards := range []bool{false, true} { // the order of the figures changes nothing
			t.Run(fmt.Sprint(tt.name, backwards), func(t *testing.T) {
				e := evidenceOf(t, "2026-02-01", tt.from, tt.to, "")
				for _, f := range append(append([]standard.Figure(nil), tt.figures...), bases...) {
					if backwards {
						e.Figures = append([]standard.Figure{f}, e.Figures...)
					} else {
						e.Figures = append(e.Figures, f)
					}
				}
				require.Equal(t, tt.want, judged(t, limit(tt.over), e))
			})
		}
	}
}

// TestFigurePeriodRows: a row for each period, which is due when that ends, and is derived of its own figures.
func TestFigurePeriodRows(t *testing.T) {
	s := clausesOf(t, "", `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [{"threshold": {"over": "month", "limits": [{"figure": "satisfied", "is": ">=", "value": "85"}]}}]}`)
	rules := mustCompile(t, s, caseWords(t))
	e := evidenceOf(t, "2026-02-01", "2025-01-01", "2025-04-01", "")
	e.Figures = []standard.Figure{
		figureOf("satisfied", "83", "2025-03-01", "2025-04-01"), figureOf("satisfied", "84", "2025-02-01", "2025-03-01"), figureOf("satisfied", "90", "2025-01-01", "2025-02-01"),
	}
	rows, err := rules.Rows(&e, "T-01")
	require.NoError(t, err)
	var got []string
	for r := range rows {
		got = append(got, r.Due.Format("2006-01-02 ")+said(r.State, r.Reason))
	}
	require.Equal(t, []string{"2025-02-01 met", "2025-03-01 breached value satisfied 84   >= 85", "2025-04-01 breached value satisfied 83   >= 85"}, got)
	step, err := rules.Why(&e, "T-01")
	require.NoError(t, err)
	require.NoError(t, step.Check())
	en, _ := printers(t)
	text := explain.Text(en, step)
	require.Contains(t, text, "satisfied: 84")
	require.Contains(t, text, "satisfied: 83")
	require.NotContains(t, text, "satisfied: 90")
}

// TestFigureTwice: what stands twice is of one subject and one period, however that is written.
func TestFigureTwice(t *testing.T) {
	rules := mustCompile(t, clausesOf(t, "", `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [`+ratio("satisfied", "surveyed", ">=", "1%")+`]}`), caseWords(t))
	e := counted(t, "")
	e.Figures = []standard.Figure{
		figureOf("satisfied", "1", "", ""), figureOf("satisfied", "1", "2024-01-01", "2025-01-01"),
		figureOf("satisfied", "1", "2025-01-01", "2025-02-01"), // the evidence's
		figureOf("satisfied", "1", "2024-12-31T16:00:00Z", "2025-01-31T16:00:00Z"),
		figureOf("satisfied", "1", "2024-01-01", "2025-02-01"),
		{Figure: "satisfied", Subject: "L1", Value: metric.MustParseFigure("1")},
	}
	_, err := rules.Evaluate(&e)
	require.Equal(t, []string{"figures[2] standard/twice", "figures[3] standard/twice"}, problems(t, err))
}

// TestDuring: of the evidence of a quarter its last month is judged, with the gap that began before, the case that is still open and the
// figure of the quarter.
func TestDuring(t *testing.T) {
	s := clausesOf(t, "", `
		{"id": "T-1", "profile": "p", "text": {"en": "t"}, "measures": [{"duty": {"acts": ["visit"], "plan": {"gap": {"max": "P30D"}}}}]},
		{"id": "T-2", "profile": "p", "text": {"en": "t"}, "measures": [{"threshold": {"over": "quarter", "limits": [{"figure": "satisfied", "is": ">=", "value": "85"}]}}]},
		{"id": "T-3", "profile": "p", "text": {"en": "t"}, "measures": [{"threshold": {"over": "month", "limits": [{"figure": "surveyed", "is": ">=", "value": "10"}]}}]}`)
	rules := mustCompile(t, s, caseWords(t))
	e := evidenceOf(t, "2025-04-10", "2025-01-01", "2025-04-01", `"records": [{"id": "v1", "kind": "visit", "at": "2025-02-10T08:00:00+08:00"}, {"id": "v2", "kind": "visit", "at": "2025-03-20T08:00:00+08:00"}],
		"complete": [`+complete("*", "2025-01-01", "2025-04-10")+`]`)
	e.Figures = []standard.Figure{figureOf("satisfied", "90", "", ""), figureOf("surveyed", "9", "2025-02-01", "2025-03-01"), figureOf("surveyed", "10", "2025-03-01", "2025-04-01")}
	march := e.During(standard.MustParsePoint("2025-03-01"), standard.MustParsePoint("2025-04-01"))
	report, err := rules.Evaluate(&march)
	require.NoError(t, err)
	require.Equal(t, clockAt(t, "2025-03-01"), report.Start.In(clockAt(t, "2025-03-01").Location()))
	require.Equal(t, "breached gap 2025-02-10T08:00:00+08:00 2025-03-20T08:00:00+08:00 2025-03-12", verdictOf(t, report, "T-1"))
	require.Equal(t, "met", verdictOf(t, report, "T-2"))
	require.Equal(t, "met", verdictOf(t, report, "T-3"))
	rows, err := rules.Rows(&march, "T-1")
	require.NoError(t, err)
	for r := range rows {
		if r.State == standard.Breached {
			require.Equal(t, "v2", r.Record, "the record of a gap is the one that ended it")
		}
	}
	require.True(t, e.Figures[0].Start.IsZero(), "the evidence itself is as it was")
	require.Equal(t, standard.MustParsePoint("2025-01-01"), e.Start)
	again := march.During(e.Start, e.End)
	report, err = rules.Evaluate(&again)
	require.NoError(t, err)
	require.Equal(t, "breached value surveyed 9   >= 10", verdictOf(t, report, "T-3"))
	require.Equal(t, "met", verdictOf(t, report, "T-2"))
}
