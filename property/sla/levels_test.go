package sla_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/sla"
)

// levels returns the notices of a promise with some levels.
func levels(t *testing.T, p sla.Promise, k *sla.Case, now string, list ...sla.Level) []sla.Notice {
	t.Helper()
	p.Milestones[0].Levels = list
	return compile(t, p).AppendNotices(nil, k, at(now))
}

// Edge 11: an hour before a Tuesday 11:00 is Tuesday 10:00, and an hour of work before 09:30 is the evening before.
// GLPI PR #22678: it was Tuesday 00:00.
func TestEdge11LevelWithSeveralWindows(t *testing.T) {
	hour := sla.Level{Code: "hour", Before: civil.MustParseSpan("PT1H")}
	for _, c := range []struct{ start, due, level string }{
		{"2026-11-02 11:00", "2026-11-03 11:00", "2026-11-03 10:00"}, // Tuesday
		{"2026-11-02 09:30", "2026-11-03 09:30", "2026-11-02 17:30"},
		{"2026-11-02 13:30", "2026-11-03 13:30", "2026-11-03 11:00"}, // not at 12:30, the lunch break
		{"2026-11-02 14:00", "2026-11-03 14:00", "2026-11-03 11:30"},
	} {
		p := repair("PT7H30M", sla.Working, "office") // a day's work
		k := caseOf(on(c.start, "reported"))
		v := judge(t, p, k, c.start)
		if c.due == "2026-11-03 13:30" {
			c.due = "2026-11-03 12:00" // the day's work is over when the window closes
		}
		requireAt(t, c.due, v.Due)
		notices := levels(t, p, k, c.start, hour)
		require.Len(t, notices, 1)
		requireAt(t, c.level, notices[0].At)
		require.False(t, notices[0].Reached)
	}
}

// Edge 12: nobody is told at night: the notice waits until the office opens. zammad #4432.
func TestEdge12NoticeWaits(t *testing.T) {
	p := repair("PT4H", sla.Wall, "hours")
	late := sla.Level{Code: "late", After: civil.MustParseSpan("PT1H"), Within: "office"}
	k := caseOf(on("2026-11-06 19:00", "reported")) // Friday: late at midnight
	notice := levels(t, p, k, "2026-11-07 12:00", late)[0]
	requireAt(t, "2026-11-09 09:00", notice.At)
	require.False(t, notice.Reached)
	require.True(t, levels(t, p, k, "2026-11-09 09:00", late)[0].Reached)
	late.Within = ""
	requireAt(t, "2026-11-07 00:00", levels(t, p, k, "2026-11-07 12:00", late)[0].At)
}

// The levels of an ordinary repair, and which of them the verdict names.
func TestLevels(t *testing.T) {
	p := repair("PT10H", sla.Wall, "hours")
	list := []sla.Level{
		{Code: "half", Percent: 50},
		{Code: "soon", Before: civil.MustParseSpan("PT1H")},
		{Code: "due", Percent: 100},
		{Code: "boss", After: civil.MustParseSpan("PT2H")},
		{Code: "day", After: civil.MustParseSpan("P1D")},
		{Code: "long", Before: civil.MustParseSpan("PT20H")},
	}
	k := caseOf(on("2026-11-02 08:00", "reported"), on("2026-11-02 12:00", "paused"), on("2026-11-02 14:00", "resumed"))
	want := []string{"2026-11-02 15:00", "2026-11-02 19:00", "2026-11-02 20:00", "2026-11-02 22:00", "2026-11-03 20:00", "2026-11-02 08:00"}
	for i, n := range levels(t, p, k, "2026-11-02 20:00", list...) {
		require.Equal(t, list[i].Code, n.Level)
		require.Equal(t, "resolve", n.Milestone)
		requireAt(t, want[i], n.At)
		require.Equal(t, slices.Contains([]string{"half", "soon", "due", "long"}, n.Level), n.Reached, n.Level)
	}
	p.Milestones[0].Levels = list
	for now, level := range map[string]string{
		"2026-11-02 08:00": "long", "2026-11-02 14:59": "long", "2026-11-02 15:00": "half", "2026-11-02 19:30": "soon",
		"2026-11-02 20:00": "due", "2026-11-02 21:59": "due", "2026-11-02 22:00": "boss", "2026-11-04 00:00": "day",
	} {
		require.Equal(t, level, judge(t, p, k, now).Level, now)
	}
	k.Log = append(k.Log, on("2026-11-02 16:00", "resolved"))
	require.Equal(t, "half", judge(t, p, k, "2026-11-09 00:00").Level, "nothing is reached once it is done")
}

// Days before and after a deadline are those of the limit's calendar.
func TestLevelByTheLimitsCalendar(t *testing.T) {
	p := repair("PT4H", sla.Working, "hours")
	p.Milestones[0].Limits[0].Calendar = "office"
	k := caseOf(on("2026-11-06 17:00", "reported")) // Friday: an hour, and three on Monday
	requireAt(t, "2026-11-09 12:00", judge(t, p, k, "2026-11-06 17:00").Due)
	notices := levels(t, p, k, "2026-11-06 17:00",
		sla.Level{Code: "before", Before: civil.MustParseSpan("1wd")}, sla.Level{Code: "after", After: civil.MustParseSpan("5wd")})
	requireAt(t, "2026-11-06 12:00", notices[0].At)
	requireAt(t, "2026-11-16 12:00", notices[1].At)
}
