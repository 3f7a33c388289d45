package wuye_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// calendarsOf makes calendars by their codes.
func calendarsOf(t *testing.T, docs []worktime.Timetable) map[string]*worktime.Calendar {
	t.Helper()
	calendars := map[string]*worktime.Calendar{}
	for _, doc := range docs {
		calendars[doc.Code] = calendarOf(t, doc, civil.Date(0))
	}
	return calendars
}

// instantOf reads an instant, or a day as its beginning.
func instantOf(t *testing.T, text string, zone *time.Location) time.Time {
	t.Helper()
	if d, err := civil.Parse(text); err == nil {
		return d.In(zone)
	}
	at, err := time.Parse(time.RFC3339, text)
	require.NoError(t, err)
	return at
}

// occurrencesVector expands a duty; for one inside spans of a subject it expands each.
func occurrencesVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Calendars []worktime.Timetable `json:"calendars"`
		Duty      schedule.Duty        `json:"duty"`
		Start     string               `json:"start"`
		End       string               `json:"end"`
		Spans     []schedule.NamedSpan `json:"spans,omitempty"`
		Subjects  int                  `json:"subjects,omitempty"`
	}](t, c)
	calendars := calendarsOf(t, in.Calendars)
	zone := calendars[in.Duty.Calendar].Location()
	s, err := schedule.Compile(in.Duty, calendars)
	require.NoError(t, err)
	var all []schedule.Occurrence
	if len(in.Spans) == 0 {
		all = s.Append(nil, instantOf(t, in.Start, zone), instantOf(t, in.End, zone))
	}
	for _, span := range in.Spans {
		for o := range s.OccurrencesIn(span) {
			all = append(all, o)
		}
	}
	out := struct {
		Count int        `json:"count"`
		First civil.Date `json:"first,omitzero"`
		Times []string   `json:"times"`
		Total int        `json:"total"`
	}{Count: len(all), Times: []string{}, Total: len(all) * in.Subjects}
	for i, o := range all {
		if i == 0 {
			out.First = o.On
		}
		out.Times = append(out.Times, o.Due.In(zone).Format("15:04"))
	}
	return out
}

// dutyVerdictVector judges a subject by a duty: its counts, what is due next, and what was late.
func dutyVerdictVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Calendars []worktime.Timetable `json:"calendars"`
		Duty      schedule.Duty        `json:"duty"`
		Evidence  schedule.Evidence    `json:"evidence"`
		Start     string               `json:"start"`
		End       string               `json:"end"`
		AsOf      time.Time            `json:"asOf"`
	}](t, c)
	calendars := calendarsOf(t, in.Calendars)
	zone := calendars[in.Duty.Calendar].Location()
	s, err := schedule.Compile(in.Duty, calendars)
	require.NoError(t, err)
	report, err := s.Judge(nil, &in.Evidence, instantOf(t, in.Start, zone), instantOf(t, in.End, zone), in.AsOf)
	require.NoError(t, err)
	out := struct {
		Counts schedule.Counts `json:"counts"`
		Next   schedule.Row    `json:"next"`
		Late   []schedule.Row  `json:"late"`
	}{Counts: report.Counts}
	for _, r := range report.Rows {
		require.NoError(t, s.Why(r, in.AsOf).Check())
		if r.State == schedule.Pending {
			out.Next = r
		}
		if r.State == schedule.Late {
			out.Late = append(out.Late, r)
		}
	}
	return out
}

func planVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Calendars []worktime.Timetable `json:"calendars"`
		Plan      schedule.Plan        `json:"plan"`
		Evidence  schedule.Evidence    `json:"evidence"`
		Level     string               `json:"level,omitempty"`
		AsOf      time.Time            `json:"asOf"`
	}](t, c)
	p, err := schedule.CompilePlan(in.Plan, calendarsOf(t, in.Calendars))
	require.NoError(t, err)
	report, err := p.Tasks(&in.Evidence, in.Level, in.AsOf)
	require.NoError(t, err)
	for _, r := range report.Rows {
		why, ok := p.Why(r.Task, &in.Evidence, in.Level, in.AsOf)
		require.True(t, ok)
		require.NoError(t, why.Check())
	}
	return report
}

func metricVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Metric string        `json:"metric"`
		Num    metric.Figure `json:"num"`
		Den    metric.Figure `json:"den"`
	}](t, c)
	set, err := metric.Compile(metric.China())
	require.NoError(t, err)
	value, err := set.Value(metric.Measurement{
		Metric: in.Metric, Num: in.Num, Den: in.Den,
		Period: civil.Period{Start: civil.MustParse("2026-01-01"), End: civil.MustParse("2027-01-01")},
	})
	require.NoError(t, err)
	percent, err := value.Percent(metric.Rounding{})
	require.NoError(t, err)
	return map[string]string{"percent": percent}
}
