package rating_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// pts reads a figure; "" is an unset one.
func pts(text string) metric.Figure {
	if text == "" {
		return metric.Figure{}
	}
	return metric.MustParseFigure(text)
}

func day(text string) civil.Date { return civil.MustParse(text) }

func compileRubric(tb testing.TB, r rating.Rubric) *rating.Rules {
	tb.Helper()
	rules, err := rating.Compile(r)
	require.NoError(tb, err)
	return rules
}

func rateSheet(tb testing.TB, rules *rating.Rules, s rating.Sheet) rating.Result {
	tb.Helper()
	out, err := rules.Rate(&s)
	require.NoError(tb, err)
	return out
}

// rulesBroken lists the places and rules of an error: "items[0].points rating/not-above".
func rulesBroken(tb testing.TB, err error) []string {
	tb.Helper()
	if err == nil {
		return nil
	}
	var all *invalid.Error
	require.True(tb, errors.As(err, &all), "%v", err)
	var out []string
	for _, f := range all.Fields {
		out = append(out, f.Path+" "+f.Rule.ID())
	}
	return out
}

// Items of each kind of marking.

func byScale(code, points, scale string) rating.Item {
	return rating.Item{Code: code, Points: pts(points), Mark: rating.Marking{Scale: &rating.OnScale{Of: scale}}}
}

func byPass(code, points string) rating.Item {
	return rating.Item{Code: code, Points: pts(points), Mark: rating.Marking{Pass: &rating.Pass{}}}
}

func byPoints(code, points, step string) rating.Item {
	return rating.Item{Code: code, Points: pts(points), Mark: rating.Marking{Points: &rating.Points{Step: pts(step)}}}
}

func byFindings(code, points string, kinds ...rating.Deduction) rating.Item {
	return rating.Item{Code: code, Points: pts(points), Mark: rating.Marking{Deductions: &rating.Deductions{Kinds: kinds}}}
}

func byShortfall(code, points string, shortfalls ...rating.Shortfall) rating.Item {
	return rating.Item{Code: code, Points: pts(points), Mark: rating.Marking{Deductions: &rating.Deductions{Shortfalls: shortfalls}}}
}

func kindOf(code, take string) rating.Deduction { return rating.Deduction{Code: code, Take: pts(take)} }

func pointsRubric(outOf string, sections ...rating.Section) rating.Rubric {
	return rating.Rubric{Code: "r", Method: rating.ByPoints, OutOf: pts(outOf), Sections: sections}
}

func sectionOf(code string, items ...rating.Item) rating.Section {
	return rating.Section{Code: code, Items: items}
}

func leveled(item, code string) rating.Mark { return rating.Mark{Item: item, Level: code} }

func given(item, figure string) rating.Mark { return rating.Mark{Item: item, Figure: pts(figure)} }

func notApplicable(item string) rating.Mark { return rating.Mark{Item: item, NotApplicable: true} }

// halfUp is one stage of rounding.
func halfUp(step string) metric.Rounding {
	return metric.Rounding{Mode: metric.ModeHalfUp, Step: pts(step)}
}
