package wuye_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
	"github.com/wuyekit/wuye/property/worktime"
)

// rateVector rates a sheet by a rubric, and replays how the score came about.
func rateVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Rubric rating.Rubric `json:"rubric,omitzero"`
		Named  string        `json:"named,omitempty"`
		Bands  []rating.Band `json:"bands,omitempty"`
		Sheet  rating.Sheet  `json:"sheet"`
	}](t, c)
	if in.Named != "" {
		in.Rubric = read[rating.Rubric](t, in.Named)
	}
	in.Rubric.Bands = append(in.Rubric.Bands, in.Bands...)
	rules, err := rating.Compile(in.Rubric)
	require.NoError(t, err)
	result, err := rules.Rate(&in.Sheet)
	require.NoError(t, err)
	if result.Score.IsSet() {
		require.NoError(t, result.Why().Check())
		require.NoError(t, result.WhyBand().Check())
	}
	return struct {
		rating.Result
		Band string `json:"band"` // stated where there is none, too
	}{result, result.Band}
}

// assessVector assesses the year of a scheme of its own, or of one of testdata/documents.
func assessVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Scheme rating.Scheme `json:"scheme,omitzero"`
		Named  string        `json:"named,omitempty"`
		Year   rating.Year   `json:"year"`
	}](t, c)
	if in.Named != "" {
		in.Scheme = read[rating.Scheme](t, in.Named)
	}
	contest, err := rating.CompileScheme(in.Scheme, nil)
	require.NoError(t, err)
	standings, err := contest.Assess(in.Year)
	require.NoError(t, err)
	for _, s := range standings {
		if s.Score.IsSet() {
			require.NoError(t, s.Why().Check())
		}
	}
	return map[string]any{"standings": standings}
}

func noticeVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Notice   rating.Notice       `json:"notice"`
		Posted   civil.Date          `json:"posted"`
		Calendar *worktime.Timetable `json:"calendar,omitempty"`
	}](t, c)
	var calendar *worktime.Calendar
	if in.Calendar != nil {
		calendar = calendarOf(t, *in.Calendar, civil.Date(0))
	}
	last, err := in.Notice.End(in.Posted, calendar)
	require.NoError(t, err)
	return map[string]civil.Date{"last": last}
}

// targetVector holds a measurement against targets of its own, or against those of the catalogue.
func targetVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Metric  string          `json:"metric"`
		Base    string          `json:"base,omitempty"`
		Num     metric.Figure   `json:"num"`
		Den     metric.Figure   `json:"den,omitzero"`
		Targets []metric.Target `json:"targets,omitempty"`
	}](t, c)
	set, err := metric.Compile(metric.China())
	require.NoError(t, err)
	m := metric.Measurement{
		Metric: in.Metric, Base: in.Base, Num: in.Num, Den: in.Den,
		Period: civil.Period{Start: civil.MustParse("2025-01-01"), End: civil.MustParse("2026-01-01")},
	}
	value, err := set.Value(m)
	if err != nil {
		return refused(t, err)
	}
	out := struct {
		Percent  string            `json:"percent"`
		Base     string            `json:"base"`
		Outcomes map[string]string `json:"outcomes"`
	}{Base: value.Base, Outcomes: map[string]string{}}
	out.Percent, err = value.Percent(metric.Rounding{Step: metric.MustParseFigure("0.0001")})
	require.NoError(t, err)
	verdicts, err := set.Judge(m)
	require.NoError(t, err)
	for _, target := range in.Targets {
		verdicts = append(verdicts, metric.Verdict{Value: value, Target: target, Outcome: target.Judge(value)})
	}
	for _, v := range verdicts {
		out.Outcomes[v.Target.Scale] = v.Outcome.String()
	}
	return out
}

// refused returns the rules that a document was refused by.
func refused(t *testing.T, err error) any {
	t.Helper()
	var problems *invalid.Error
	require.ErrorAs(t, err, &problems)
	var rules []string
	for _, f := range problems.Fields {
		rules = append(rules, f.Rule.ID())
	}
	return map[string]any{"refused": rules}
}
