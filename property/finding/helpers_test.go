package finding_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/finding"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/worktime"
)

// office is open from Monday to Friday and on make-up days, as the holidays of China have them.
func office(tb testing.TB) map[string]*worktime.Calendar {
	tb.Helper()
	c, err := worktime.New(worktime.Timetable{
		Code: "office", Zone: "Asia/Shanghai", Holidays: "cn", MakeUp: worktime.Monday,
		Hours: []worktime.Hours{{
			Days:    []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday},
			Windows: []civil.Window{civil.MustParseWindow("09:00/18:00")},
		}},
	}, time.LoadLocation, worktime.China())
	require.NoError(tb, err)
	return map[string]*worktime.Calendar{"office": c}
}

func compile(tb testing.TB, p finding.Policy) *finding.Rules {
	tb.Helper()
	r, err := finding.Compile(p, office(tb))
	require.NoError(tb, err)
	return r
}

func figure(text string) metric.Figure { return metric.MustParseFigure(text) }

func day(text string) civil.Date { return civil.MustParse(text) }

// policy gives a week, five working days for what is urgent; 2 points and 50 yuan each time, 1 point when overdue, by half as
// much again each time, at most threefold.
func policy() finding.Policy {
	return finding.Policy{
		Code: "quality", Calendar: "office",
		Limits: []finding.Limit{
			{Severities: []string{"urgent"}, Within: civil.MustParseSpan("5wd")},
			{Within: civil.MustParseSpan("P7D")},
		},
		Penalties: []finding.Penalty{
			{On: finding.OnIssue, Points: figure("2"), Amount: money.MustParse("50.00 CNY")},
			{On: finding.OnOverdue, Points: figure("1")},
		},
		Repeat: finding.Repeat{Factor: figure("1.5"), EachTime: true, Most: figure("3")},
	}
}

// logOf reads "03-02 issued" and so on, of 2026 in Shanghai, at noon or at a time: "03-02T23:59 issued".
func logOf(tb testing.TB, lines ...string) []flow.Event {
	tb.Helper()
	zone := time.FixedZone("UTC+8", 8*60*60)
	var log []flow.Event
	for i, line := range lines {
		when, name, ok := strings.Cut(line, " ")
		require.True(tb, ok, line)
		date, clock, ok := strings.Cut(when, "T")
		if !ok {
			clock = "12:00"
		}
		at, err := time.ParseInLocation("2006-01-02 15:04", "2026-"+date+" "+clock, zone)
		require.NoError(tb, err)
		log = append(log, flow.Event{Seq: int64(i + 1), At: at, Name: name, Actor: "inspector"})
	}
	return log
}

func due(seq int64, on string) finding.Annex { return finding.Annex{Seq: seq, Due: day(on)} }
