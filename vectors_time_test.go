package wuye_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// calendarOf makes a calendar whose table is China's, as it was known on a day where one is given.
func calendarOf(t *testing.T, doc worktime.Timetable, known civil.Date) *worktime.Calendar {
	t.Helper()
	table := worktime.China()
	if !known.IsZero() {
		table = table.AsOf(known)
	}
	c, err := worktime.New(doc, time.LoadLocation, table)
	require.NoError(t, err)
	return c
}

func workingDaysVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Calendar worktime.Timetable `json:"calendar"`
		Known    civil.Date         `json:"known,omitzero"`
		From     civil.Date         `json:"from"`
		Days     int                `json:"days"`
	}](t, c)
	d, err := calendarOf(t, in.Calendar, in.Known).AddDays(in.From, in.Days)
	require.NoError(t, err)
	return map[string]civil.Date{"date": d}
}

func workingTimeVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Calendar worktime.Timetable `json:"calendar"`
		From     time.Time          `json:"from"`
		Time     civil.Span         `json:"time"`
	}](t, c)
	calendar := calendarOf(t, in.Calendar, civil.Date(0))
	due, err := calendar.Add(in.From, time.Duration(in.Time.Seconds())*time.Second)
	require.NoError(t, err)
	spent, err := calendar.Between(in.From, due)
	require.NoError(t, err)
	require.Equal(t, in.Time.Seconds(), int(spent/time.Second))
	return map[string]time.Time{"due": due}
}

func restDayVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Calendar worktime.Timetable `json:"calendar"`
		On       civil.Date         `json:"on"`
		Rest     worktime.Rest      `json:"rest"`
	}](t, c)
	d, err := calendarOf(t, in.Calendar, civil.Date(0)).Rest(in.On, in.Rest)
	require.NoError(t, err)
	return map[string]civil.Date{"date": d}
}

// judgeVector judges a case by one of the promises that the library ships; its derivations replay.
func judgeVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Profile   string               `json:"profile"`
		Calendars []worktime.Timetable `json:"calendars"`
		Case      sla.Case             `json:"case"`
		Now       time.Time            `json:"now"`
	}](t, c)
	promise, ok := sla.Profile(in.Profile)
	require.True(t, ok)
	calendars := map[string]*worktime.Calendar{}
	for _, doc := range in.Calendars {
		calendars[doc.Code] = calendarOf(t, doc, civil.Date(0))
	}
	clock, err := sla.Compile(promise, calendars)
	require.NoError(t, err)
	verdicts := clock.Evaluate(nil, &in.Case, in.Now)
	for _, v := range verdicts {
		why, ok := clock.Why(&in.Case, v.Milestone, in.Now)
		require.True(t, ok)
		require.NoError(t, why.Check())
	}
	return map[string][]sla.Verdict{"verdicts": verdicts}
}

func spanVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		From civil.Date `json:"from"`
		Span civil.Span `json:"span"`
	}](t, c)
	d, ok := in.Span.AddTo(in.From)
	require.True(t, ok)
	return map[string]civil.Date{"date": d}
}

// practiceVector adds up the sessions of the time within which so many hours must have been practised.
func practiceVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		From     civil.Date `json:"from"`
		Within   civil.Span `json:"within"`
		AtLeast  civil.Span `json:"atLeast"`
		Sessions []struct {
			On   civil.Date `json:"on"`
			Time civil.Span `json:"time"`
		} `json:"sessions"`
	}](t, c)
	end, ok := in.Within.AddTo(in.From)
	require.True(t, ok)
	hours := func(s civil.Span) explain.Step {
		return explain.Ratio("", explain.Given("", explain.Decimal(strconv.Itoa(s.Seconds()), "s")), explain.Given("", explain.Decimal("3600", "s/h")))
	}
	var attended []explain.Step
	for _, s := range in.Sessions {
		if (civil.Period{Start: in.From, End: end}).Contains(s.On) {
			attended = append(attended, hours(s.Time))
		}
	}
	total := explain.Sum("", attended...)
	enough := explain.Compare("", total, ">=", hours(in.AtLeast))
	require.NoError(t, enough.Check())
	return map[string]any{"before": end, "hours": total.Value.Text, "enough": enough.Value.Text == "true"}
}

func standbyVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		From   civil.Date `json:"from"`
		Normal civil.Date `json:"normal"`
		After  civil.Span `json:"after"`
	}](t, c)
	last, ok := in.After.AddTo(in.Normal)
	require.True(t, ok)
	return map[string]any{"last": last, "days": civil.Period{Start: in.From, End: last + 1}.Days()}
}

func seasonVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Season civil.Season `json:"season"`
		Year   int          `json:"year"`
	}](t, c)
	return map[string]int{"months": in.Season.In(in.Year).Months()}
}
