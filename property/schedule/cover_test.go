package schedule_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

func compilePosts(tb testing.TB, calendar string, posts ...schedule.Post) *schedule.Manning {
	tb.Helper()
	m, err := schedule.CompilePosts(schedule.Posts{Code: "security", Calendar: calendar, Posts: posts}, planCalendars(tb))
	require.NoError(tb, err)
	return m
}

func attended(person, post, start, end string) schedule.Attendance {
	a := schedule.Attendance{Person: person, Post: post, Start: planAt(start)}
	if end != "" {
		a.End = planAt(end)
	}
	return a
}

func coverOf(tb testing.TB, m *schedule.Manning, from, to string, rows ...schedule.Attendance) *schedule.Coverage {
	tb.Helper()
	c, err := m.Cover(schedule.Sheet{Attendance: rows}, planAt(from), planAt(to))
	require.NoError(tb, err)
	return c
}

// shortagesShown writes shortages in short: "gate 2025-03-01: 03-01 22:00–03-01 23:00 0/1".
func shortagesShown(c *schedule.Coverage) []string {
	var out []string
	for s := range c.Shortages() {
		out = append(out, fmt.Sprintf("%s %s: %s–%s %d/%d", s.Post, s.Day, s.Start.Format("01-02 15:04"), s.End.Format("01-02 15:04"), s.Present, s.Need))
	}
	return out
}

// TestCoverMainEntrance: one guard around the clock (SEC-01, SEC-33: 主出入口24小时站岗值勤).
func TestCoverMainEntrance(t *testing.T) {
	gate := compilePosts(t, "guards", schedule.Post{Code: "gate", People: 1})
	tests := []struct {
		name string
		rows []schedule.Attendance
		want []string
	}{
		{"nobody", nil, []string{"gate 2025-03-01: 03-01 00:00–03-02 00:00 0/1", "gate 2025-03-02: 03-02 00:00–03-03 00:00 0/1"}},
		{
			"a handover at the same instant leaves no gap",
			[]schedule.Attendance{
				attended("Li", "gate", "2025-03-01 14:00", "2025-03-02 06:00"), attended("Wang", "gate", "2025-02-28 22:00", "2025-03-01 14:00"),
				attended("Zhao", "gate", "2025-03-02 06:00", "2025-03-03 00:00"),
			},
			nil,
		},
		{
			"a minute is missing, and another over midnight",
			[]schedule.Attendance{
				attended("Wang", "gate", "2025-03-01", "2025-03-01 14:00"), attended("Li", "gate", "2025-03-01 14:01", "2025-03-01 23:59"),
				attended("Zhao", "gate", "2025-03-02 00:01", "2025-03-03 06:00"),
			},
			[]string{
				"gate 2025-03-01: 03-01 14:00–03-01 14:01 0/1", "gate 2025-03-01: 03-01 23:59–03-02 00:00 0/1",
				"gate 2025-03-02: 03-02 00:00–03-02 00:01 0/1",
			},
		},
		{
			"at another post",
			[]schedule.Attendance{attended("Wang", "garage", "2025-03-01", "2025-03-03")},
			[]string{"gate 2025-03-01: 03-01 00:00–03-02 00:00 0/1", "gate 2025-03-02: 03-02 00:00–03-03 00:00 0/1"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Empty(t, cmp.Diff(tt.want, shortagesShown(coverOf(t, gate, "2025-03-01", "2025-03-03", tt.rows...))))
		})
	}
}

// TestCoverControlRoom: two different persons at the monitors during an exam (EVENT-47: 监控室双人值勤).
func TestCoverControlRoom(t *testing.T) {
	room := compilePosts(t, "guards", schedule.Post{Code: "room", People: 2})
	c := coverOf(
		t, room, "2025-06-07", "2025-06-08",
		attended("Li", "room", "2025-06-07", "2025-06-07 12:00"),
		attended("Li", "room", "2025-06-07 10:00", "2025-06-08"), // twice on the sheet, once at the post
		attended("Wang", "room", "2025-06-07", "2025-06-07 12:00"),
		attended("Zhao", "room", "2025-06-07 12:30", "2025-06-07 20:00"),
		attended("Sun", "room", "2025-06-07 18:00", "2025-06-07 23:00"),
	)
	require.Equal(t, []string{"room 2025-06-07: 06-07 12:00–06-07 12:30 1/2", "room 2025-06-07: 06-07 23:00–06-08 00:00 1/2"}, shortagesShown(c))
	var people []string
	for s := range c.Staffings() {
		people = append(people, fmt.Sprint(s.Start.Format("15:04"), s.People))
	}
	require.Equal(t, []string{"00:00[Li Wang]", "12:00[Li]", "12:30[Li Zhao]", "18:00[Li Sun Zhao]", "20:00[Li Sun]", "23:00[Li]"}, people)
	require.Empty(t, c.Faults())
	sum := c.Summary()
	require.Equal(t, []string{"86400", "81000", "5400", "0", "3600"}, []string{sum[0].Required.Text, sum[0].Manned.Text, sum[0].Short.Text, sum[0].Pending.Text, sum[0].Longest.Text})
	require.Equal(t, 2, sum[0].Shortages)
	// One leaves as another comes, with one missing all the while: one shortage.
	one := coverOf(
		t, room, "2025-06-07", "2025-06-08",
		attended("Li", "room", "2025-06-07", "2025-06-07 12:00"), attended("Wang", "room", "2025-06-07 12:00", "2025-06-08"),
	)
	require.Equal(t, []string{"room 2025-06-07: 06-07 00:00–06-08 00:00 1/2"}, shortagesShown(one))
}

// TestCoverNight: a night belongs to the day on which it begins, whatever the next day is (MAINT-71).
func TestCoverNight(t *testing.T) {
	night := schedule.Post{Code: "duty", People: 1, Windows: []civil.Window{civil.MustParseWindow("22:00/06:00")}}
	m := compilePosts(t, "estate", night)
	c := coverOf(t, m, "2025-03-01", "2025-03-04", attended("Li", "duty", "2025-03-01 22:00", "2025-03-02 03:00"), attended("Li", "duty", "2025-03-02 20:00", "2025-03-03 08:00"))
	require.Equal(t, []string{
		"duty 2025-02-28: 03-01 00:00–03-01 06:00 0/1", "duty 2025-03-01: 03-02 03:00–03-02 06:00 0/1", "duty 2025-03-03: 03-03 22:00–03-04 00:00 0/1",
	}, shortagesShown(c))

	// Nights that begin on days of rest: Saturday, Sunday, and not the working Sunday of 26 January 2025.
	rest := night
	rest.Days = schedule.RestDays
	c = coverOf(t, compilePosts(t, "estate", rest), "2025-01-24 12:00", "2025-01-29 12:00")
	require.Equal(t, []string{"duty 2025-01-25: 01-25 22:00–01-26 06:00 0/1", "duty 2025-01-28: 01-28 22:00–01-29 06:00 0/1"}, shortagesShown(c))
	work := night
	work.Days, work.Weekdays = schedule.WorkingDays, []worktime.Weekday{worktime.Sunday, worktime.Monday}
	c = coverOf(t, compilePosts(t, "estate", work), "2025-01-24 12:00", "2025-01-29 12:00")
	require.Equal(t, []string{"duty 2025-01-26: 01-26 22:00–01-27 06:00 0/1", "duty 2025-01-27: 01-27 22:00–01-28 06:00 0/1"}, shortagesShown(c))
}

// TestCoverHolidayUnknown: whether a day of 2031 is a holiday is not known; the coverage is a guess, and says so.
func TestCoverHolidayUnknown(t *testing.T) {
	day := schedule.Post{Code: "desk", People: 1, Days: schedule.WorkingDays, Windows: []civil.Window{civil.MustParseWindow("09:00/10:00")}}
	c, err := compilePosts(t, "estate", day).Cover(schedule.Sheet{}, planAt("2031-03-03"), planAt("2031-03-04"))
	require.ErrorIs(t, err, worktime.ErrUnknownYear)
	require.Equal(t, []string{"desk 2031-03-03: 03-03 09:00–03-03 10:00 0/1"}, shortagesShown(c))
	_, err = compilePosts(t, "estate", schedule.Post{Code: "gate", People: 1}).Cover(schedule.Sheet{}, planAt("2031-03-03"), planAt("2031-03-04"))
	require.NoError(t, err, "a post around the clock asks no calendar")
}

// TestCoverAsOf: what comes after the sheet was written is pending, for a plan it is judged.
func TestCoverAsOf(t *testing.T) {
	gate := compilePosts(t, "guards", schedule.Post{Code: "gate", People: 1, Shifts: []string{"early", "late", "night"}})
	rows := []schedule.Attendance{attended("Li", "gate", "2025-03-01 06:00", "2025-03-01 13:00"), attended("Wang", "gate", "2025-03-01 14:00", "")}
	c, err := gate.Cover(schedule.Sheet{Attendance: rows, AsOf: planAt("2025-03-01 18:00")}, planAt("2025-03-01 06:00"), planAt("2025-03-02 06:00"))
	require.NoError(t, err)
	require.Equal(t, []string{"gate 2025-03-01: 03-01 13:00–03-01 14:00 0/1"}, shortagesShown(c))
	sum := c.Summary()[0]
	require.Equal(t, []string{"43200", "39600", "3600", "43200"}, []string{sum.Required.Text, sum.Manned.Text, sum.Short.Text, sum.Pending.Text})

	planned := coverOf(t, gate, "2025-03-01 06:00", "2025-03-02 06:00", rows...)
	require.Equal(t, []string{"gate 2025-03-01: 03-01 13:00–03-02 06:00 0/1"}, shortagesShown(planned), "shifts of a day that meet are one")
	require.Equal(t, schedule.NoTime, planned.Faults()[0].Kind, "a plan says when a person leaves")
	require.Equal(t, "Wang", planned.Faults()[0].Person)
}

// TestCoverStandby, W-47: from trial water on 2025-11-01 to two weeks after normal heating on 2025-11-15, which is
// through 2025-11-29: 29 days.
func TestCoverStandby(t *testing.T) {
	end, _ := planSpan("P15D").AddTo(planDay("2025-11-15"))
	span := civil.Period{Start: planDay("2025-11-01"), End: end}
	require.Equal(t, planDay("2025-11-29"), span.Last())
	m := compilePosts(t, "estate", schedule.Post{Code: "standby", People: 3, From: span.Start, To: span.Last()})
	c := coverOf(t, m, "2025-10-01", "2026-01-01")
	shown := shortagesShown(c)
	require.Len(t, shown, 29)
	require.Equal(t, "standby 2025-11-01: 11-01 00:00–11-02 00:00 0/3", shown[0])
	require.Equal(t, "standby 2025-11-29: 11-29 00:00–11-30 00:00 0/3", shown[28])
	require.Equal(t, "2505600", c.Summary()[0].Required.Text)

	season := compilePosts(t, "estate", schedule.Post{Code: "standby", People: 1, Season: civil.MustParseSeason("11-15/03-15")})
	require.Equal(t, "10454400", coverOf(t, season, "2025-06-01", "2026-06-01").Summary()[0].Required.Text, "121 days")
}

// TestCoverShiftDays: a shift is needed on the days that have it; shifts of a day that overlap are one stretch.
func TestCoverShiftDays(t *testing.T) {
	m := compilePosts(t, "guards", schedule.Post{Code: "square", People: 1, Shifts: []string{"market", "early"}})
	c := coverOf(t, m, "2025-03-02", "2025-03-04") // Sunday, Monday
	require.Equal(t, []string{"square 2025-03-02: 03-02 06:00–03-02 14:00 0/1", "square 2025-03-03: 03-03 05:00–03-03 14:00 0/1"}, shortagesShown(c))
}

// TestCoverClocks: the nights on which the clocks of New York are set are 7 and 9 hours long.
func TestCoverClocks(t *testing.T) {
	m := compilePosts(t, "york", schedule.Post{Code: "gate", People: 1, Windows: []civil.Window{civil.MustParseWindow("22:00/06:00")}})
	york, err := time.LoadLocation("America/New_York")
	require.NoError(t, err)
	for day, hours := range map[string]int{"2025-03-08": 7, "2025-11-01": 9, "2025-11-02": 8} {
		noon := planDay(day).In(york).Add(12 * time.Hour)
		c, err := m.Cover(schedule.Sheet{}, noon, noon.Add(24*time.Hour))
		require.NoError(t, err)
		require.Equal(t, fmt.Sprint(hours*3600), c.Summary()[0].Required.Text, day)
	}
}

func TestCoverFaults(t *testing.T) {
	m := compilePosts(t, "guards", schedule.Post{Code: "gate", People: 1}, schedule.Post{Code: "room", People: 1, Skills: []string{"fire"}})
	skilled := attended("Sun", "room", "2025-03-01", "2025-03-01 12:00")
	skilled.Skills = []string{"first aid", "fire"}
	c := coverOf(
		t, m, "2025-03-01", "2025-03-02",
		attended("Li", "gate", "2025-03-01", "2025-03-01 20:00"),
		attended("Li", "room", "2025-03-01 10:00", "2025-03-02"), // at two posts, and cannot do the second
		attended("Wang", "roof", "2025-03-01", "2025-03-02"),
		attended("", "gate", "2025-03-01", "2025-03-02"),
		attended("Zhao", "gate", "2025-03-01 10:00", "2025-03-01 10:00"),
		skilled,
	)
	want := []schedule.RosterFault{
		{Kind: schedule.NoPerson, Posts: []string{"gate"}, Start: planAt("2025-03-01"), End: planAt("2025-03-02")},
		{Kind: schedule.UnknownPost, Person: "Wang", Posts: []string{"roof"}, Start: planAt("2025-03-01"), End: planAt("2025-03-02")},
		{Kind: schedule.TwoPosts, Person: "Li", Posts: []string{"gate", "room"}, Start: planAt("2025-03-01 10:00"), End: planAt("2025-03-01 20:00")},
		{Kind: schedule.Unskilled, Person: "Li", Posts: []string{"room"}, Start: planAt("2025-03-01 10:00"), End: planAt("2025-03-02")},
		{Kind: schedule.NoTime, Person: "Zhao", Posts: []string{"gate"}, Start: planAt("2025-03-01 10:00"), End: planAt("2025-03-01 10:00")},
	}
	require.Empty(t, cmp.Diff(want, c.Faults()))
	require.Equal(t, []string{"gate 2025-03-01: 03-01 20:00–03-02 00:00 0/1", "room 2025-03-01: 03-01 12:00–03-02 00:00 0/1"}, shortagesShown(c))
	// Two posts at once is no shortage: the person counts at both.
	both := compilePosts(t, "guards", schedule.Post{Code: "gate", People: 1}, schedule.Post{Code: "room", People: 1})
	c = coverOf(t, both, "2025-03-01", "2025-03-02", attended("Li", "gate", "2025-03-01", "2025-03-02"), attended("Li", "room", "2025-03-01", "2025-03-02"))
	require.Empty(t, shortagesShown(c))
	require.Len(t, c.Faults(), 1)
	// From one post to the next at the same instant is in order.
	c = coverOf(t, both, "2025-03-01", "2025-03-02", attended("Li", "gate", "2025-03-01", "2025-03-01 12:00"), attended("Li", "room", "2025-03-01 12:00", "2025-03-02"))
	require.Empty(t, c.Faults())
}

func TestCoverWhy(t *testing.T) {
	m := compilePosts(t, "guards", schedule.Post{Code: "room", People: 2})
	rows := []schedule.Attendance{attended("Li", "room", "2025-03-01", "2025-03-02"), attended("Wang", "room", "2025-03-01 00:30", "2025-03-02")}
	c := coverOf(t, m, "2025-03-01", "2025-03-03", rows...)
	why, ok := c.Why("room", planDay("2025-03-01"))
	require.True(t, ok)
	require.NoError(t, why.Check())
	require.Equal(t, "false", why.Value.Text)
	require.Equal(t, "84600", why.Inputs[0].Value.Text)
	require.Equal(t, []string{"2025-03-01 00:30", "2025-03-02 00:00", "Li, Wang"}, why.Inputs[0].Inputs[1].Args)
	rows[1].Start = planAt("2025-03-01")
	why, _ = coverOf(t, m, "2025-03-01", "2025-03-03", rows...).Why("room", planDay("2025-03-01"))
	require.Equal(t, "true", why.Value.Text)
	late, err := m.Cover(schedule.Sheet{Attendance: rows, AsOf: planAt("2025-03-02")}, planAt("2025-03-01"), planAt("2025-03-03"))
	require.NoError(t, err)
	why, _ = late.Why("room", planDay("2025-03-02"))
	require.NoError(t, why.Check())
	require.Equal(t, "pending", why.Value.Text)
	_, ok = c.Why("room", planDay("2025-03-03"))
	require.False(t, ok)
	_, ok = c.Why("roof", planDay("2025-03-01"))
	require.False(t, ok)
}

func TestCoverSpans(t *testing.T) {
	m := compilePosts(t, "guards", schedule.Post{Code: "gate", People: 1})
	for _, span := range [][2]time.Time{
		{planAt("2025-03-02"), planAt("2025-03-02")},
		{planAt("2025-03-02"), planAt("2025-03-01")},
		{planAt("2025-03-02"), planAt("2125-03-03")},
		{time.Time{}.AddDate(-3, 0, 0), time.Time{}.AddDate(2, 0, 0)},
	} {
		_, err := m.Cover(schedule.Sheet{}, span[0], span[1])
		require.ErrorIs(t, err, schedule.ErrCoverSpan, "%v", span)
	}
	long, err := m.Cover(schedule.Sheet{}, planAt("2025-03-02"), planAt("2125-03-02"))
	require.NoError(t, err)
	n := 0
	for range long.Shortages() {
		if n++; n == 3 {
			break // rows are not made before they are asked for
		}
	}
	require.Equal(t, 3, n)
}

// TestPostsCheck: all problems at once, each at its place.
func TestPostsCheck(t *testing.T) {
	_, err := schedule.CompilePosts(schedule.Posts{Calendar: "guards", Posts: []schedule.Post{
		{Code: "gate", Windows: []civil.Window{{}}, Shifts: []string{"early", "siesta", "early"}},
		{Code: "gate", People: 1, Days: 9, Weekdays: []worktime.Weekday{worktime.Monday, 8, worktime.Monday}, Skills: []string{""}, From: planDay("2025-03-02"), To: planDay("2025-03-01")},
		{People: 10_001},
	}}, planCalendars(t))
	require.Empty(t, cmp.Diff([]string{
		"code invalid/required",
		"posts[0].people schedule/cover-people", "posts[0].shifts schedule/cover-hours", "posts[0].windows[0] invalid/required", "posts[0].shifts[2] schedule/twice",
		"posts[1].code schedule/twice", "posts[1].skills[0] invalid/required", "posts[1].days invalid/word",
		"posts[1].weekdays[1] invalid/word", "posts[1].weekdays[2] schedule/twice", "posts[1].to schedule/reversed",
		"posts[2].code invalid/required", "posts[2].people schedule/cover-people",
		"posts[0].shifts[1] schedule/cover-shift",
	}, planProblems(err)))
	_, err = schedule.CompilePosts(schedule.Posts{Code: "p", Calendar: "moon"}, planCalendars(t))
	require.Equal(t, []string{"posts invalid/required", "calendar schedule/calendar"}, planProblems(err))
}

// TestPostsDocument: what comes back is a copy.
func TestPostsDocument(t *testing.T) {
	doc := schedule.Posts{Code: "p", Calendar: "guards", Posts: []schedule.Post{{Code: "gate", People: 1, Shifts: []string{"early"}}}}
	m, err := schedule.CompilePosts(doc, planCalendars(t))
	require.NoError(t, err)
	got := m.Posts()
	require.Equal(t, doc, got)
	got.Posts[0].Shifts[0] = "late"
	require.True(t, slices.Contains(m.Posts().Posts[0].Shifts, "early"))
}
