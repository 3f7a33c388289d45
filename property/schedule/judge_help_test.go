package schedule_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// judgeCalendars are those of the tests of judging: the site, around the clock in Shanghai; an office there with China's
// holidays; a site in New York, where clocks are changed.
func judgeCalendars(tb testing.TB) map[string]*worktime.Calendar {
	tb.Helper()
	week := []worktime.Weekday{
		worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday,
		worktime.Saturday, worktime.Sunday,
	}
	day, office := []civil.Window{civil.MustParseWindow("00:00/24:00")}, []civil.Window{civil.MustParseWindow("09:00/17:00")}
	found := map[string]*worktime.Calendar{}
	for _, doc := range []worktime.Timetable{
		{Code: "site", Zone: "Asia/Shanghai", Hours: []worktime.Hours{{Days: week, Windows: day}}},
		{Code: "york", Zone: "America/New_York", Hours: []worktime.Hours{{Days: week, Windows: day}}},
		{
			Code: "office", Zone: "Asia/Shanghai", Hours: []worktime.Hours{{Days: week[:5], Windows: office}},
			Holidays: "cn", MakeUp: worktime.Monday,
		},
	} {
		c, err := worktime.New(doc, time.LoadLocation, worktime.China())
		require.NoError(tb, err)
		found[doc.Code] = c
	}
	return found
}

// scheduleOf reads a duty and compiles it.
func scheduleOf(tb testing.TB, text string) *schedule.Schedule {
	tb.Helper()
	d, err := invalid.Decode[schedule.Duty]([]byte(text), "duty")
	require.NoError(tb, err)
	s, err := schedule.Compile(d, judgeCalendars(tb))
	require.NoError(tb, err)
	return s
}

// clockAt reads "2025-01-15 08:00" or "2025-01-15" on the clocks of Shanghai.
func clockAt(tb testing.TB, text string) time.Time {
	tb.Helper()
	if len(text) == len("2006-01-02") {
		text += " 00:00"
	}
	zone, err := time.LoadLocation("Asia/Shanghai")
	require.NoError(tb, err)
	at, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	require.NoError(tb, err)
	return at
}

// done makes records of a kind of lines "id 2025-01-15 08:00"; a line ends with + if it is voluntary, with ! if it is unplanned.
func done(tb testing.TB, kind string, lines ...string) []schedule.Record {
	tb.Helper()
	var out []schedule.Record
	for _, line := range lines {
		r := schedule.Record{Kind: kind}
		line, r.Voluntary = strings.CutSuffix(line, "+")
		line, r.Unplanned = strings.CutSuffix(line, "!")
		id, when, _ := strings.Cut(line, " ")
		r.ID, r.At = id, clockAt(tb, when)
		out = append(out, r)
	}
	return out
}

// judged judges from a day or instant until another, as of a third.
func judged(tb testing.TB, s *schedule.Schedule, e schedule.Evidence, from, to, asOf string) schedule.Report {
	tb.Helper()
	r, err := s.Judge(nil, &e, clockAt(tb, from), clockAt(tb, to), clockAt(tb, asOf))
	require.NoError(tb, err)
	return r
}

// lines shows a report: each row as its key, state, record and due, each record aside with + or −.
func lines(r schedule.Report) []string {
	var out []string
	for _, row := range r.Rows {
		line := row.Key + " " + row.State.String()
		if row.Record != "" {
			line += " " + row.Record
		}
		if row.Missing != "" {
			line += " " + row.Reason.String() + ":" + row.Missing
		}
		if row.LateStart {
			line += " lateStart"
		}
		if row.Carried {
			line += " carried"
		}
		out = append(out, line)
	}
	for _, a := range r.Asides {
		sign := "-"
		if a.Voluntary {
			sign = "+"
		}
		out = append(out, sign+a.Record)
	}
	return out
}
