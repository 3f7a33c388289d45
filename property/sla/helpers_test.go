package sla_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// timetable is one of these tests: the same windows on some days of every week.
func timetable(code, zone string, days []worktime.Weekday, windows ...string) worktime.Timetable {
	doc := worktime.Timetable{Code: code, Zone: zone, Hours: []worktime.Hours{{Days: days}}}
	for _, w := range windows {
		doc.Hours[0].Windows = append(doc.Hours[0].Windows, civil.MustParseWindow(w))
	}
	return doc
}

func fiveDays() []worktime.Weekday {
	return []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday}
}

func sevenDays() []worktime.Weekday { return append(fiveDays(), worktime.Saturday, worktime.Sunday) }

// calendars are those of these tests: around the clock; an office with a lunch break and China's holidays;
// the same without holidays; a night shift; an office on summer time.
func calendars(tb testing.TB) map[string]*worktime.Calendar {
	tb.Helper()
	china := timetable("office", "Asia/Shanghai", fiveDays(), "09:00/12:00", "13:30/18:00")
	china.Holidays, china.MakeUp = "cn", worktime.Monday
	found := map[string]*worktime.Calendar{}
	for _, doc := range []worktime.Timetable{
		china,
		timetable("hours", "Asia/Shanghai", sevenDays(), "00:00/24:00"),
		timetable("plain", "Asia/Shanghai", fiveDays(), "09:00/12:00", "13:30/18:00"),
		timetable("night", "Asia/Shanghai", fiveDays(), "22:00/06:00"),
		timetable("york", "America/New_York", sevenDays(), "00:30/03:00", "09:00/17:00"),
	} {
		c, err := worktime.New(doc, time.LoadLocation, worktime.China())
		require.NoError(tb, err)
		found[doc.Code] = c
	}
	return found
}

func compile(tb testing.TB, p sla.Promise) *sla.Clock {
	tb.Helper()
	c, err := sla.Compile(p, calendars(tb))
	require.NoError(tb, err)
	return c
}

// at reads a time on the clocks of Shanghai: "2026-11-02 09:00", with or without seconds.
func at(text string) time.Time {
	zone := time.FixedZone("UTC+8", 8*60*60)
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05"} {
		if t, err := time.ParseInLocation(layout, text, zone); err == nil {
			return t
		}
	}
	panic(text)
}

// on is an event at a time on the clocks of Shanghai.
func on(text, name string) flow.Event { return flow.Event{At: at(text), Name: name} }

func caseOf(log ...flow.Event) *sla.Case { return &sla.Case{ID: "R-1", Log: log} }

// repair is a promise with one milestone, one limit and one stop that stands without end.
func repair(span string, in sla.Counting, calendar string) sla.Promise {
	return sla.Promise{
		Code: "repair", Calendar: calendar,
		Milestones: []sla.Milestone{{
			Code: "resolve", From: "reported", To: "resolved", Stops: []string{"owner"},
			Limits: []sla.Limit{{Span: civil.MustParseSpan(span), In: in}},
		}},
		Stops: []sla.Stop{{Code: "owner", From: "paused", Until: []string{"resumed"}}},
	}
}

// judge returns the verdict on the one milestone of a promise.
func judge(tb testing.TB, p sla.Promise, k *sla.Case, now string) sla.Verdict {
	tb.Helper()
	verdicts := compile(tb, p).Evaluate(nil, k, at(now))
	require.Len(tb, verdicts, 1)
	return verdicts[0]
}

// requireAt compares instants in whatever zone.
func requireAt(tb testing.TB, want string, got time.Time) {
	tb.Helper()
	require.True(tb, at(want).Equal(got), "want %s, got %s", at(want).Format(time.RFC3339), got.Format(time.RFC3339))
}
