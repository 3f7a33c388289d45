package schedule_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// TestRosterSheet: shifts become stretches of time; the night of 28 February ends on 1 March.
func TestRosterSheet(t *testing.T) {
	roster := schedule.Roster{Code: "march", Calendar: "guards", Entries: []schedule.RosterEntry{
		{Person: "Li", Post: "gate", Shift: "night", From: planDay("2025-02-28"), To: planDay("2025-03-01"), Skills: []string{"fire"}},
		{Person: "Sun", Post: "square", Shift: "market", From: planDay("2025-03-01"), To: planDay("2025-03-07")}, // a Monday is among them
		{Person: "Zhao", Post: "gate", Window: civil.MustParseWindow("12:00/13:30"), From: planDay("2025-03-02")},
	}}
	sheet, err := roster.Sheet(planCalendars(t))
	require.NoError(t, err)
	require.True(t, sheet.AsOf.IsZero())
	want := []schedule.Attendance{
		{Person: "Li", Post: "gate", Start: planAt("2025-02-28 22:00"), End: planAt("2025-03-01 06:00"), Skills: []string{"fire"}},
		{Person: "Li", Post: "gate", Start: planAt("2025-03-01 22:00"), End: planAt("2025-03-02 06:00"), Skills: []string{"fire"}},
		{Person: "Sun", Post: "square", Start: planAt("2025-03-03 05:00"), End: planAt("2025-03-03 09:00")},
		{Person: "Zhao", Post: "gate", Start: planAt("2025-03-02 12:00"), End: planAt("2025-03-02 13:30")},
	}
	require.Empty(t, cmp.Diff(want, sheet.Attendance))
}

// TestRosterCover: three shifts in turn leave no gap; without the Sunday night there is one, which belongs to Sunday.
func TestRosterCover(t *testing.T) {
	entry := func(person, shift, from, to string) schedule.RosterEntry {
		return schedule.RosterEntry{Person: person, Post: "gate", Shift: shift, From: planDay(from), To: planDay(to)}
	}
	roster := schedule.Roster{Code: "week", Calendar: "guards", Entries: []schedule.RosterEntry{
		entry("Li", "early", "2025-03-01", "2025-03-07"), entry("Wang", "late", "2025-03-01", "2025-03-07"),
		entry("Zhao", "night", "2025-02-28", "2025-03-01"), entry("Zhao", "night", "2025-03-03", "2025-03-07"),
	}}
	sheet, err := roster.Sheet(planCalendars(t))
	require.NoError(t, err)
	m := compilePosts(t, "guards", schedule.Post{Code: "gate", People: 1, Shifts: []string{"early", "late", "night"}})
	c, err := m.Cover(sheet, planAt("2025-03-01"), planAt("2025-03-08"))
	require.NoError(t, err)
	require.Equal(t, []string{"gate 2025-03-02: 03-02 22:00–03-03 06:00 0/1"}, shortagesShown(c))
}

// TestRosterCheck: all problems at once, each at its place.
func TestRosterCheck(t *testing.T) {
	roster := schedule.Roster{Calendar: "guards", Entries: []schedule.RosterEntry{
		{Shift: "night", Window: civil.MustParseWindow("12:00/13:30"), From: planDay("2025-03-02"), To: planDay("2025-03-01")},
		{Person: "Li", Post: "gate", Skills: []string{"a", "a"}},
		{Person: "Li", Post: "gate", Shift: "siesta", From: planDay("2025-03-02"), To: planDay("2036-03-01")},
	}}
	_, err := roster.Sheet(planCalendars(t))
	require.Empty(t, cmp.Diff([]string{
		"code invalid/required",
		"entries[0].person invalid/required", "entries[0].post invalid/required", "entries[0].shift schedule/cover-entry", "entries[0].to schedule/reversed",
		"entries[1].shift schedule/cover-entry", "entries[1].from invalid/required", "entries[1].skills[1] schedule/twice",
		"entries[2].to schedule/cover-too-many",
		"entries[2].shift schedule/cover-shift",
	}, planProblems(err)))

	closed := schedule.Roster{Code: "r", Calendar: "guards", Entries: []schedule.RosterEntry{
		{Person: "Li", Post: "square", Shift: "market", From: planDay("2025-03-04"), To: planDay("2025-03-09")}, // Tuesday to Sunday
	}}
	_, err = closed.Sheet(planCalendars(t))
	require.Equal(t, []string{"entries[0].shift schedule/cover-no-shift"}, planProblems(err))
	require.ErrorContains(t, err, `the calendar has the shift "market" on no day from 2025-03-04 to 2025-03-09`)
	_, err = schedule.Roster{Code: "r", Calendar: "moon"}.Sheet(planCalendars(t))
	require.ErrorIs(t, err, schedule.ErrCalendar)
}

// TestRosterHolidayUnknown: whether the calendar has the shift on a day of 2031 is a guess.
func TestRosterHolidayUnknown(t *testing.T) {
	calendars := planCalendars(t)
	doc := calendars["guards"].Timetable()
	doc.Holidays, doc.MakeUp = "cn", worktime.Monday
	c, err := worktime.New(doc, func(string) (*time.Location, error) { return calendars["guards"].Location(), nil }, worktime.China())
	require.NoError(t, err)
	roster := schedule.Roster{Code: "r", Calendar: "guards", Entries: []schedule.RosterEntry{{Person: "Li", Post: "gate", Shift: "early", From: planDay("2031-03-03")}}}
	sheet, err := roster.Sheet(map[string]*worktime.Calendar{"guards": c})
	require.ErrorIs(t, err, worktime.ErrUnknownYear)
	require.Len(t, sheet.Attendance, 1)
}
