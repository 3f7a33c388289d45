package sla_test

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/sla"
)

// A clock that stands still is not late, in a limit of days too, whatever its last day ends with.
func TestPausedDaysAreNotLate(t *testing.T) {
	for _, c := range []struct {
		name, span, start, paused, now string
		ends                           sla.DayEnd
	}{
		{"the end of work", "P1D", "2026-11-02 10:00", "2026-11-03 17:00", "2026-11-03 19:00", sla.EndOfWork},
		{"the same time", "P1D", "2026-11-02 10:00", "2026-11-03 09:00", "2026-11-03 11:00", sla.SameTime},
		{"working days over a weekend", "1wd", "2026-11-05 10:00", "2026-11-06 17:00", "2026-11-07 10:00", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := repair(c.span, sla.Working, "office")
			p.Milestones[0].Limits[0].Ends = c.ends
			v := judge(t, p, caseOf(on(c.start, "reported"), on(c.paused, "paused")), c.now)
			require.Equal(t, sla.Paused, v.State, "%v", v.Due)
			require.True(t, v.Due.After(at(c.now)))
		})
	}
}

// Where no day corresponds, the last of the month is the last day: one month that begins with 31 January, that
// day counted, ends with 28 February. Source: Civil Code art. 202, 没有对应日的，月末日为期间的最后一日.
func TestMonthWithItsFirstDay(t *testing.T) {
	p := repair("P1M", sla.Wall, "hours")
	p.Milestones[0].Limits[0].FirstDay = true
	for start, want := range map[string]string{
		"2026-01-28 10:00": "2026-02-28 00:00", // 28 January to 27 February
		"2026-01-29 10:00": "2026-03-01 00:00", // to 28 February
		"2026-01-30 10:00": "2026-03-01 00:00",
		"2026-01-31 10:00": "2026-03-01 00:00",
		"2026-03-01 10:00": "2026-04-01 00:00", // 1 to 31 March
	} {
		v := judge(t, p, caseOf(on(start, "reported")), start)
		if !v.Due.Equal(at(want)) {
			t.Errorf("%s: %v, want %s", start, v.Due, want)
		}
	}
}

// A stop that has lasted as long as it may is over at the instant, like one that is resumed then.
func TestAtMostIsOver(t *testing.T) {
	p := repair("PT4H", sla.Wall, "hours")
	p.Stops[0].AtMost = civil.MustParseSpan("PT1H")
	k := caseOf(on("2026-11-02 09:00", "reported"), on("2026-11-02 10:00", "paused"))
	require.Equal(t, sla.Paused, judge(t, p, k, "2026-11-02 10:59:59").State)
	require.Equal(t, sla.Running, judge(t, p, k, "2026-11-02 11:00").State)
}

// A stop that has ended by itself can stand again.
func TestAtMostEachTime(t *testing.T) {
	p := repair("PT8H", sla.Wall, "hours")
	p.Stops[0].AtMost = civil.MustParseSpan("PT1H")
	k := caseOf(on("2026-11-02 09:00", "reported"), on("2026-11-02 10:00", "paused"),
		on("2026-11-02 13:00", "paused"), on("2026-11-02 13:30", "resumed"))
	v := judge(t, p, k, "2026-11-02 14:00")
	require.Equal(t, sla.MustParseLength("PT1H30M"), v.Paused)
}

// What is late stays late when it is asked about in a year whose holidays are not known.
func TestLateInAnUnknownYear(t *testing.T) {
	k := caseOf(on("2026-11-02 10:00", "reported"))
	v := judge(t, repair("PT4H", sla.Working, "office"), k, "2027-01-04 10:00")
	require.Equal(t, sla.Breached, v.State, "%+v", v)
	requireAt(t, "2026-11-02 15:30", v.Due)
}

// Without a start nothing is reversed: a fact is missing.
func TestDoneWithoutAStart(t *testing.T) {
	v := judge(t, repair("PT4H", sla.Wall, "hours"), caseOf(on("2026-11-02 10:00", "resolved")), "2026-11-03 10:00")
	require.Equal(t, sla.NotStarted, v.Reason)
	require.Equal(t, "reported", v.Missing)
}

// What becomes of the clock of a case that was cancelled and opened again.
func TestCancelledAndReopened(t *testing.T) {
	for how, due := range map[sla.Reopening]string{
		sla.ReopenIgnored: "2026-11-02 13:00", sla.ReopenRuns: "2026-11-02 13:00",
		sla.ReopenPaused: "2026-11-02 17:00", sla.ReopenRestarts: "2026-11-02 18:00",
	} {
		p := repair("PT4H", sla.Wall, "hours")
		p.Cancelled, p.Reopened, p.Milestones[0].Reopening = []string{"cancelled"}, []string{"reopened"}, how
		k := caseOf(on("2026-11-02 09:00", "reported"), on("2026-11-02 10:00", "cancelled"), on("2026-11-02 14:00", "reopened"))
		v := judge(t, p, k, "2026-11-02 15:00")
		if !at(due).Equal(v.Due) {
			t.Errorf("%v: due %v, want %v (%v)", how, v.Due, due, v.State)
		}
	}
}

// A deadline beyond the year 9999 cannot be written down.
func TestFarDue(t *testing.T) {
	late := time.Date(9999, 12, 31, 23, 50, 0, 0, time.UTC)
	for _, span := range []string{"PT30M", "P1D", "P2000000000M", "P2000000000D", "1wd"} {
		v := compile(t, repair(span, sla.Wall, "hours")).Evaluate(nil, caseOf(flow.Event{At: late, Name: "reported"}), late.Add(time.Minute))[0]
		if v.Reason != sla.OutOfRange {
			t.Errorf("%s: %+v", span, v)
		}
	}
}

// A length that cannot be said is none.
func TestTooLong(t *testing.T) {
	v := compile(t, repair("PT30M", sla.Wall, "hours")).Evaluate(nil,
		caseOf(flow.Event{At: time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC), Name: "reported"}), at("2026-11-02 12:00"))[0]
	require.Equal(t, sla.OutOfRange, v.Reason)
	require.Zero(t, v.Wall)
}

func TestLengthExtremes(t *testing.T) {
	n := sla.Length(-1 << 63)
	got, err := sla.ParseLength(n.String())
	require.NoError(t, err, n.String())
	require.Equal(t, n, got)
}

// A level in a year whose holidays are not known is not said.
func TestNoticeInAnUnknownYear(t *testing.T) {
	p := repair("PT4H", sla.Working, "office")
	p.Milestones[0].Levels = []sla.Level{{Code: "boss", After: civil.MustParseSpan("PT100H")}}
	require.Empty(t, compile(t, p).AppendNotices(nil, caseOf(on("2026-12-21 10:00", "reported")), at("2026-12-21 12:00")))
}

// An escalation is reached with the stops so far, like the deadline.
func TestEscalationStands(t *testing.T) {
	p := repair("PT1H", sla.Wall, "hours")
	p.Milestones[0].Levels = []sla.Level{{Code: "boss", After: civil.MustParseSpan("PT1H")}}
	k := caseOf(on("2026-12-21 09:00", "reported"), on("2026-12-21 10:30", "paused"), on("2026-12-21 12:00", "resumed"))
	n := compile(t, p).AppendNotices(nil, k, at("2026-12-21 13:00"))
	requireAt(t, "2026-12-21 12:30", n[0].At)
}

// The stretches of a deadline that is a field add up to what the verdict says.
func TestFixedStretches(t *testing.T) {
	p := repair("PT1H", sla.Wall, "hours")
	p.Milestones[0].Limits, p.Milestones[0].Due = nil, &sla.Deadline{Field: "agreedAt"}
	k := caseOf(on("2026-12-21 09:00", "reported"), on("2026-12-21 10:30", "paused"))
	k.Fields = []sla.Field{{Name: "agreedAt", At: at("2026-12-21 12:00")}}
	c := compile(t, p)
	v := c.Evaluate(nil, k, at("2026-12-21 11:30"))[0]
	stretches, err := c.AppendStretches(nil, k, "resolve", at("2026-12-21 11:30"))
	require.NoError(t, err)
	var stopped sla.Length
	for _, s := range stretches {
		if s.Kind == sla.Stopped {
			stopped += s.Length()
		}
	}
	require.Equal(t, v.Paused, stopped, "%v", v.State)
}

// What was done late is as late as the time that counted says.
func TestAssessStopAfterTheDeadline(t *testing.T) {
	c := compile(t, repair("PT4H", sla.Wall, "hours"))
	k := caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 15:00", "paused"),
		on("2026-11-02 17:00", "resumed"), on("2026-11-02 17:30", "resolved"))
	v := c.Evaluate(nil, k, at("2026-11-02 18:00"))[0]
	require.Equal(t, sla.MustParseLength("PT5H30M"), v.Counted)
	one := decimal.NewFromInt(1)
	score, ok, err := c.Assess(sla.BonusMalus{
		Code: "b", Milestone: "resolve", Unit: civil.MustParseSpan("PT1M"), Floor: -1000, Cap: 1000, Step: one,
		In: "point", Weights: []sla.Weight{{Weight: one}},
	}, k, at("2026-11-02 18:00"))
	require.NoError(t, err)
	require.True(t, ok)
	require.Equal(t, "-90", score.Value.Text)
}

// Where no clock started, no time counted, and none is in the percentiles.
func TestPercentileWithoutAStart(t *testing.T) {
	p, ok := sla.Profile("plan-by-day")
	require.True(t, ok)
	k := caseOf(on("2026-11-02 10:00", "submitted"))
	k.Fields = []sla.Field{{Name: "dueOn", On: civil.MustParse("2026-11-03")}}
	var s sla.Statistics
	v := compile(t, p).Evaluate(nil, k, at("2026-12-01 00:00"))[0]
	require.Equal(t, sla.Met, v.State)
	s.Add("", v)
	_, ok = s.Groups()[0].Percentile(50)
	require.False(t, ok)
}

// A deadline that is a day has no time of day at which a clock started but that of its start.
func TestSameTimeOfAField(t *testing.T) {
	p := repair("PT4H", sla.Wall, "hours")
	p.Milestones[0].Due = &sla.Deadline{Field: "dueOn", Ends: sla.SameTime}
	k := caseOf(on("2026-11-02 10:00", "reported"))
	k.Fields = []sla.Field{{Name: "dueOn", On: civil.MustParse("2026-11-03")}}
	requireAt(t, "2026-11-03 10:00", judge(t, p, k, "2026-11-02 11:00").Due)
}

// At one instant a clock that starts and is done is not reversed, whatever the numbers say.
func TestSameInstant(t *testing.T) {
	k := caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 10:00", "resolved"))
	k.Log[0].Seq, k.Log[1].Seq = 2, 1
	v := judge(t, repair("PT4H", sla.Wall, "hours"), k, "2026-11-02 11:00")
	require.Equal(t, sla.Met, v.State, "%v", v.Reason)
}

// Late before a stop that goes into a year whose holidays are not known.
func TestLateBeforeAStopInAnUnknownYear(t *testing.T) {
	p := repair("PT4H", sla.Working, "office")
	k := caseOf(on("2026-12-28 09:00", "reported"), on("2027-01-01 10:00", "paused"))
	v := judge(t, p, k, "2027-01-04 10:00")
	require.Equal(t, sla.Breached, v.State, "%v %s", v.Reason, v.Missing)
	requireAt(t, "2026-12-28 14:30", v.Due)
	require.True(t, v.Guessed, "the time that counted")

	// A level whose time is known is known, whatever came after; one in the new year is not.
	p.Milestones[0].Levels = []sla.Level{
		{Code: "half", Percent: 50},
		{Code: "boss", After: civil.MustParseSpan("PT40H"), Within: "office"},
		{Code: "told", After: civil.MustParseSpan("P4D"), Within: "office"}, // New Year's Day
	}
	notices := compile(t, p).AppendNotices(nil, k, at("2027-01-04 10:00"))
	require.Len(t, notices, 1)
	require.Equal(t, "half", notices[0].Level)
	requireAt(t, "2026-12-28 11:00", notices[0].At)
	require.Equal(t, "half", compile(t, p).Evaluate(nil, k, at("2027-01-04 10:00"))[0].Level)

	// Days go by without the hours.
	p = repair("2wd", sla.Working, "office")
	k = caseOf(on("2026-12-28 09:00", "reported"))
	v = judge(t, p, k, "2027-01-04 10:00")
	require.Equal(t, sla.Breached, v.State)
	require.True(t, v.Guessed)
}

// A clock stands still before an appointment too, but not when the stop is over.
func TestStopBeforeAnAppointment(t *testing.T) {
	p := repair("PT4H", sla.Wall, "hours")
	p.Milestones[0].FromField, p.Stops[0].AtMost = "agreedAt", civil.MustParseSpan("PT1H")
	k := caseOf(on("2026-11-02 09:00", "reported"), on("2026-11-02 10:00", "paused"))
	k.Fields = []sla.Field{{Name: "agreedAt", At: at("2026-11-03 09:00")}}
	for now, state := range map[string]sla.State{
		"2026-11-02 09:59": sla.Running, "2026-11-02 10:00": sla.Paused, "2026-11-02 10:59": sla.Paused, "2026-11-02 11:00": sla.Running,
	} {
		v := judge(t, p, k, now)
		require.Equal(t, state, v.State, now)
		requireAt(t, "2026-11-03 13:00", v.Due)
	}
}
