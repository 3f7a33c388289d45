package wuye_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// TestDocumentsOfTime keeps a document of each kind that working time and promises have, and reads it
// back.
func TestDocumentsOfTime(t *testing.T) {
	write(t, "holidays", worktime.China())
	require.Equal(t, worktime.China(), read[worktime.Holidays](t, "holidays"))

	calendar, err := worktime.New(read[worktime.Timetable](t, "calendar"), time.LoadLocation, worktime.China())
	require.NoError(t, err)
	day, err := calendar.Day(civil.MustParse("2026-09-20"))
	require.NoError(t, err)
	write(t, "day", day)
	require.True(t, read[worktime.Day](t, "day").IsWorking())
	duties, err := calendar.ShiftsAt(time.Date(2026, 9, 19, 4, 0, 0, 0, calendar.Location()))
	require.NoError(t, err)
	write(t, "shiftDuty", duties[0])
	require.Equal(t, "2026-09-18", read[worktime.Duty](t, "shiftDuty").Day.String(), "Friday's night")

	for _, p := range sla.Profiles() {
		write(t, "promise-"+p.Code, p)
		require.Equal(t, p, read[sla.Promise](t, "promise-"+p.Code))
	}
	clock, err := sla.Compile(read[sla.Promise](t, "promise"), map[string]*worktime.Calendar{"office": calendar})
	require.NoError(t, err)
	repair := read[sla.Case](t, "case")
	now := time.Date(2026, 9, 21, 12, 0, 0, 0, calendar.Location())
	verdicts := clock.Evaluate(nil, &repair, now)
	write(t, "verdict", verdicts[1])
	require.Equal(t, "2026-09-21T09:10:00+08:00", read[sla.Verdict](t, "verdict").Due.Format(time.RFC3339))
	require.Equal(t, sla.MustParseLength("PT6H30M"), read[sla.Verdict](t, "verdict").Counted)
	stretches, err := clock.AppendStretches(nil, &repair, "resolve", now)
	require.NoError(t, err)
	write(t, "stretch", stretches[0])
	notices := clock.AppendNotices(nil, &repair, now)
	write(t, "notice", notices[0])
	why, ok := clock.Why(&repair, "resolve", now)
	require.True(t, ok)
	write(t, "derivation-deadline", why)
	require.NoError(t, read[explain.Step](t, "derivation-deadline").Check())
	var statistics sla.Statistics
	statistics.Add("minor", verdicts[1])
	write(t, "group", statistics.Groups()[0])
	write(t, "bonusMalus", sla.BonusMalus{
		Code: "arrival", Milestone: "resolve", Unit: civil.MustParseSpan("PT1H"), Floor: -5, Cap: 3, Step: decimal.RequireFromString("0.5"), In: "point",
		Weights: []sla.Weight{{Categories: []string{"urgent"}, Weight: decimal.RequireFromString("2")}, {Weight: decimal.RequireFromString("1")}},
	})
	read[sla.BonusMalus](t, "bonusMalus")

	data, err := os.ReadFile(filepath.Join("property", "flow", "testdata", "workorder.json"))
	require.NoError(t, err)
	table, err := invalid.Decode[flow.Table](data, "workorder.json")
	require.NoError(t, err)
	machine, err := flow.Compile(table)
	require.NoError(t, err)
	log, err := machine.Append(nil, flow.Event{At: now, Name: "reported", Actor: "front desk"}, nil)
	require.NoError(t, err)
	write(t, "event", log[0])
	position, err := machine.Replay(log)
	require.NoError(t, err)
	write(t, "position", position)
	require.Equal(t, "reported", read[flow.Position](t, "position").State)
	stays, err := machine.History(log)
	require.NoError(t, err)
	write(t, "stay", stays[len(stays)-1])
}
