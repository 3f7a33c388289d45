package schedule_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// seriesCalendars are a week of Monday to Friday in some zones, by their names; "cn" has the Chinese holidays.
func seriesCalendars(tb testing.TB, zones ...string) map[string]*worktime.Calendar {
	tb.Helper()
	week := worktime.Hours{
		Days:    []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday},
		Windows: []civil.Window{civil.MustParseWindow("09:00/18:00")},
	}
	out := map[string]*worktime.Calendar{}
	for _, zone := range zones {
		doc := worktime.Timetable{Code: zone, Zone: zone, Hours: []worktime.Hours{week}}
		if zone == "cn" {
			doc.Zone, doc.Holidays, doc.MakeUp = "Asia/Shanghai", "cn", worktime.Monday
		}
		c, err := worktime.New(doc, time.LoadLocation, worktime.China())
		require.NoError(tb, err)
		out[zone] = c
	}
	return out
}

// seriesOf compiles a duty of a rule given as JSON, in force from a day on.
func seriesOf(tb testing.TB, zone, from, rule string) *schedule.Schedule {
	tb.Helper()
	s, err := schedule.Compile(seriesDuty(tb, zone, from, rule), seriesCalendars(tb, zone))
	require.NoError(tb, err, rule)
	return s
}

func seriesDuty(tb testing.TB, zone, from, rule string) schedule.Duty {
	tb.Helper()
	r, err := invalid.Decode[schedule.Rule]([]byte(rule), "rule")
	require.NoError(tb, err, rule)
	return schedule.Duty{Code: "d", Calendar: zone, From: civil.MustParse(from), Demand: schedule.Demand{Rule: &r}}
}

// instantIn reads "2026-03-01T08:00" on the clock of a zone.
func instantIn(tb testing.TB, zone, text string) time.Time {
	tb.Helper()
	loc, err := time.LoadLocation(zone)
	require.NoError(tb, err)
	at, err := time.ParseInLocation("2006-01-02T15:04", text, loc)
	require.NoError(tb, err)
	return at
}

// duesOf returns the dues of a window of whole days, the last exclusive, as the clock of the zone shows them; of those that
// are due some time on a day, the day to which they belong.
func duesOf(tb testing.TB, s *schedule.Schedule, zone, from, to string) []string {
	tb.Helper()
	var out []string
	for o := range s.Occurrences(instantIn(tb, zone, from+"T00:00"), instantIn(tb, zone, to+"T00:00")) {
		if o.Day {
			out = append(out, civil.Of(o.Due.Add(-time.Minute)).String())
			continue
		}
		out = append(out, o.Due.Format("2006-01-02T15:04"))
	}
	return out
}

func collected(s *schedule.Schedule, from, to time.Time) []schedule.Occurrence {
	return slices.Collect(s.Occurrences(from, to))
}

// firstOf returns the first occurrences of a window, so many at most.
func firstOf(s *schedule.Schedule, from, to time.Time, most int) (out []schedule.Occurrence) {
	for o := range s.Occurrences(from, to) {
		if len(out) == most {
			break
		}
		out = append(out, o)
	}
	return out
}
