package sla_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/sla"
)

// The numbered edges are the edge cases that five programs in use disagree on or get wrong: 7, stops outside working
// hours; 8, stops that overlap, touch or are empty; 9, reopening; 10, targets that overtake; 11 and 12, levels; 15,
// reported before hours; 16, rows that are wrong.

// Edge 7: a stop outside working hours moves nothing. One of 17:00 to 09:00 moves a limit of 8 hours by
// sixteen elsewhere.
func TestEdge07StopOutsideHours(t *testing.T) {
	p := repair("PT8H", sla.Working, "office")
	for _, c := range []struct{ from, to, due, counted, paused string }{
		{"2026-11-02 18:00", "2026-11-03 09:00", "2026-11-03 09:30", "PT8H", "PT15H"},
		{"2026-11-02 20:00", "2026-11-02 23:00", "2026-11-03 09:30", "PT8H", "PT3H"},
		{"2026-11-02 12:00", "2026-11-02 13:30", "2026-11-03 09:30", "PT8H", "PT1H30M"},
		{"2026-11-02 17:00", "2026-11-03 09:00", "2026-11-03 10:30", "PT8H", "PT16H"},    // an hour of work
		{"2026-11-02 17:00", "2026-11-03 09:20", "2026-11-03 10:50", "PT8H", "PT16H20M"}, // and twenty minutes
	} {
		k := caseOf(on("2026-11-02 09:00", "reported"), on(c.from, "paused"), on(c.to, "resumed"), on(c.due, "resolved"))
		v := judge(t, p, k, "2026-11-05 09:00")
		requireAt(t, c.due, v.Due)
		requireAt(t, "2026-11-03 09:30", v.OriginalDue)
		require.Equal(t, sla.Met, v.State)
		require.Equal(t, sla.MustParseLength(c.counted), v.Counted)
		require.Equal(t, sla.MustParseLength(c.paused), v.Paused)
	}
}

// Edge 7 for a limit in days: closed hours are no waiting. GLPI #10594.
func TestEdge07OfDays(t *testing.T) {
	p := repair("2wd", sla.Working, "office")
	// Friday evening to Sunday: no working day begins in it.
	k := caseOf(on("2026-11-05 10:00", "reported"), on("2026-11-06 19:00", "paused"), on("2026-11-08 12:00", "resumed"))
	v := judge(t, p, k, "2026-11-09 10:00")
	requireAt(t, "2026-11-10 00:00", v.Due) // Friday, Monday
	require.Equal(t, v.OriginalDue, v.Due)
}

// Edge 8: overlapping stops count once, touching ones are one, empty ones nothing; one that stands is counted up
// to now; what was before the start or after it was done counts for nothing.
func TestEdge08StopsNormalised(t *testing.T) {
	p := repair("PT4H", sla.Wall, "hours")
	p.Stops = append(p.Stops, sla.Stop{Code: "parts", From: "waiting", Until: []string{"delivered"}})
	p.Milestones[0].Stops = []string{"owner", "parts"}
	reported := on("2026-11-02 10:00", "reported")
	for _, c := range []struct {
		name, due, paused string
		k                 *sla.Case
	}{
		{"overlapping", "2026-11-02 16:00", "PT2H", caseOf(reported,
			on("2026-11-02 11:00", "paused"), on("2026-11-02 12:00", "waiting"),
			on("2026-11-02 12:30", "resumed"), on("2026-11-02 13:00", "delivered"))},
		{"one within the other", "2026-11-02 16:00", "PT2H", caseOf(reported,
			on("2026-11-02 11:00", "paused"), on("2026-11-02 11:30", "waiting"),
			on("2026-11-02 12:00", "delivered"), on("2026-11-02 13:00", "resumed"))},
		{"touching", "2026-11-02 16:00", "PT2H", caseOf(reported,
			on("2026-11-02 11:00", "paused"), on("2026-11-02 12:00", "resumed"),
			on("2026-11-02 12:00", "waiting"), on("2026-11-02 13:00", "delivered"))},
		{"without a length", "2026-11-02 14:00", "PT0S", caseOf(reported,
			on("2026-11-02 11:00", "paused"), on("2026-11-02 11:00", "resumed"))},
		{"begun in the same minute", "2026-11-02 15:00", "PT1H", caseOf(reported,
			on("2026-11-02 11:00:10", "paused"), on("2026-11-02 11:00:40", "waiting"),
			on("2026-11-02 11:30:10", "resumed"), on("2026-11-02 12:00:10", "delivered"))},
		{"before the start", "2026-11-02 14:00", "PT0S", caseOf(reported,
			on("2026-11-02 08:00", "paused"), on("2026-11-02 09:00", "resumed"))},
		{"over the start", "2026-11-02 14:30", "PT30M", caseOf(reported,
			on("2026-11-02 08:00", "paused"), on("2026-11-02 10:30", "resumed"))},
		{"resumed without a stop", "2026-11-02 14:00", "PT0S", caseOf(reported,
			on("2026-11-02 11:00", "resumed"), on("2026-11-02 12:00", "delivered"))},
		{"stopped twice, resumed once", "2026-11-02 16:00", "PT2H", caseOf(reported,
			on("2026-11-02 11:00", "paused"), on("2026-11-02 12:00", "paused"), on("2026-11-02 13:00", "resumed"))},
		{"resumed twice", "2026-11-02 15:00", "PT1H", caseOf(reported,
			on("2026-11-02 11:00", "paused"), on("2026-11-02 12:00", "resumed"), on("2026-11-02 13:00", "resumed"))},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := judge(t, p, c.k, "2026-11-02 20:00")
			requireAt(t, c.due, v.Due)
			requireAt(t, "2026-11-02 14:00", v.OriginalDue)
			require.Equal(t, sla.MustParseLength(c.paused), v.Paused)
			require.Equal(t, v.Wall, v.Counted+v.Paused)
		})
	}
}

// Edge 8: what stops after it was done is nothing to it, and one that stands when it is done ends with it.
func TestEdge08StopsAfterDone(t *testing.T) {
	p := repair("PT4H", sla.Wall, "hours")
	k := caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 11:00", "paused"),
		on("2026-11-02 12:00", "resolved"), on("2026-11-02 13:00", "resumed"), on("2026-11-02 14:00", "paused"))
	v := judge(t, p, k, "2026-11-02 20:00")
	require.Equal(t, sla.Met, v.State)
	requireAt(t, "2026-11-02 15:00", v.Due)
	require.Equal(t, sla.MustParseLength("PT1H"), v.Paused)
	require.Equal(t, sla.MustParseLength("PT1H"), v.Counted)
}

// Edge 8 and 1.1: a ticket that is paused is not late when its old deadline passes, and its forecast goes with the
// time.
func TestPausedWhenTheOldDeadlinePasses(t *testing.T) {
	p := repair("PT4H", sla.Wall, "hours")
	k := caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 13:59", "paused"))
	for now, due := range map[string]string{
		"2026-11-02 13:59": "2026-11-02 14:00",
		"2026-11-02 14:00": "2026-11-02 14:01",
		"2026-11-02 14:01": "2026-11-02 14:02",
		"2026-12-24 20:00": "2026-12-24 20:01",
	} {
		v := judge(t, p, k, now)
		require.Equal(t, sla.Paused, v.State, now)
		requireAt(t, due, v.Due)
		requireAt(t, "2026-11-02 14:00", v.OriginalDue)
	}
	k.Log = append(k.Log, on("2026-11-03 09:00", "resumed"))
	require.Equal(t, sla.Running, judge(t, p, k, "2026-11-03 09:01").State)
	require.Equal(t, sla.Breached, judge(t, p, k, "2026-11-03 09:01:01").State)
}

// A stop that begins on the instant of the deadline comes too late to move it.
func TestStopOnTheInstant(t *testing.T) {
	english, err := explain.NewPrinter(language.English, sla.Messages)
	require.NoError(t, err)
	for _, c := range []struct {
		calendar, due string
		in            sla.Counting
	}{{"hours", "2026-11-02 14:00", sla.Wall}, {"office", "2026-11-02 15:30", sla.Working}} {
		k := caseOf(on("2026-11-02 10:00", "reported"), on(c.due, "paused"))
		p := repair("PT4H", c.in, c.calendar)
		v := judge(t, p, k, "2026-11-02 16:00")
		require.Equal(t, sla.Breached, v.State)
		requireAt(t, c.due, v.Due)
		require.NotEqual(t, sla.Breached, judge(t, p, k, c.due).State, "on the instant it is not late")
		step, ok := compile(t, p).Why(k, "resolve", at("2026-11-02 16:00"))
		require.True(t, ok)
		require.NotContains(t, explain.Text(english, step), "stood still")
	}
	p := repair("P1D", sla.Wall, "hours")
	k := caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-04 00:00", "paused"))
	v := judge(t, p, k, "2026-11-06 16:00")
	require.Equal(t, sla.Breached, v.State)
	requireAt(t, "2026-11-04 00:00", v.Due)
}

// An appointment at an hour that the clock shows twice is the one that was agreed.
func TestAppointmentInTheSecondHour(t *testing.T) {
	p := repair("PT4H", sla.Wall, "york")
	p.Milestones[0].Due = &sla.Deadline{Field: "agreedAt"}
	k := caseOf(on("2026-10-30 10:00", "reported"))
	for _, utc := range []int{5, 6} { // half past one in New York, both times
		agreed := time.Date(2026, 11, 1, utc, 30, 0, 0, time.UTC)
		k.Fields = []sla.Field{{Name: "agreedAt", At: agreed}}
		v := judge(t, p, k, "2026-10-30 11:00")
		require.True(t, v.Due.Equal(agreed), "%v", v.Due)
		require.Equal(t, 1, v.Due.Hour())
	}
}

// Stops that touch are one, in a derivation too.
func TestTouchingStopsAreOne(t *testing.T) {
	k := caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 11:00", "paused"), on("2026-11-02 12:00", "resumed"),
		on("2026-11-02 12:00", "paused"), on("2026-11-02 13:00", "resumed"))
	list, err := compile(t, repair("PT4H", sla.Wall, "hours")).AppendStretches(nil, k, "resolve", at("2026-11-02 20:00"))
	require.NoError(t, err)
	require.Len(t, list, 3)
	require.Equal(t, sla.Stopped, list[1].Kind)
	require.Equal(t, sla.MustParseLength("PT2H"), list[1].Length())
}

// Edge 9: what becomes of the clock of a case that is opened again is a choice.
func TestEdge09Reopening(t *testing.T) {
	log := caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 11:00", "resolved"), on("2026-11-02 15:00", "reopened"))
	for _, c := range []struct {
		how              sla.Reopening
		state            sla.State
		start, due, done string
		counted, paused  string
	}{
		{sla.ReopenIgnored, sla.Met, "2026-11-02 10:00", "2026-11-02 14:00", "2026-11-02 11:00", "PT1H", "PT0S"},
		{sla.ReopenRuns, sla.Breached, "2026-11-02 10:00", "2026-11-02 14:00", "", "PT6H", "PT0S"},
		{sla.ReopenPaused, sla.Running, "2026-11-02 10:00", "2026-11-02 18:00", "", "PT2H", "PT4H"},
		{sla.ReopenRestarts, sla.Running, "2026-11-02 15:00", "2026-11-02 19:00", "", "PT1H", "PT0S"},
	} {
		p := repair("PT4H", sla.Wall, "hours")
		p.Reopened, p.Milestones[0].Reopening = []string{"reopened"}, c.how
		v := judge(t, p, log, "2026-11-02 16:00")
		require.Equal(t, c.state, v.State, c.how)
		requireAt(t, c.start, v.Start)
		requireAt(t, c.due, v.Due)
		require.Equal(t, sla.MustParseLength(c.counted), v.Counted, c.how)
		require.Equal(t, sla.MustParseLength(c.paused), v.Paused, c.how)
		require.Equal(t, c.done == "", v.Done.IsZero(), c.how)
	}
}

// Edge 10: an update may be due before the first answer; each is judged alone. zammad #5177.
func TestEdge10MilestonesAlone(t *testing.T) {
	p := repair("PT4H", sla.Wall, "hours")
	update := p.Milestones[0]
	update.Code, update.From, update.To = "update", "reported", "updated"
	update.Limits = []sla.Limit{{Span: civil.MustParseSpan("PT1H"), In: sla.Wall}}
	p.Milestones = append(p.Milestones, update)
	verdicts := compile(t, p).Evaluate(nil, caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 11:30", "updated")), at("2026-11-02 12:00"))
	require.Len(t, verdicts, 2)
	require.Equal(t, sla.Running, verdicts[0].State)
	require.Equal(t, sla.Breached, verdicts[1].State)
	requireAt(t, "2026-11-02 14:00", verdicts[0].Due)
	requireAt(t, "2026-11-02 11:00", verdicts[1].Due)
}

// Edge 15: reported before hours, no time has passed at nine; on a holiday none does.
func TestEdge15ReportedBeforeHours(t *testing.T) {
	p := repair("PT4H", sla.Working, "office")
	for start, due := range map[string]string{
		"2026-11-02 06:00": "2026-11-02 14:30",
		"2026-11-01 23:00": "2026-11-02 14:30", // Sunday
		"2026-10-01 08:00": "2026-10-08 14:30", // National Day, Thursday to Wednesday
		"2026-09-20 08:00": "2026-09-20 14:30", // Sunday, but a make-up day
		"2026-10-10 07:00": "2026-10-10 14:30", // Saturday, but a make-up day
	} {
		v := judge(t, p, caseOf(on(start, "reported")), start)
		requireAt(t, due, v.Due)
		require.Zero(t, v.Counted)
		require.Equal(t, sla.Running, v.State)
	}
}

// Edge 16: rows that are wrong are counted, not dropped; done in the very second is met, without a due date
// unknown.
func TestEdge16WrongRowsAreCounted(t *testing.T) {
	clock := compile(t, repair("PT4H", sla.Wall, "hours"))
	var s sla.Statistics
	for _, c := range []*sla.Case{
		caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 09:59:59", "resolved")), // 17 of 9,630 in San Francisco
		caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 10:00", "resolved")),    // 48 of 986 in New York
		caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 14:00:01", "resolved")),
		caseOf(on("2026-11-02 10:00", "reported")),
		caseOf(on("2026-11-02 19:00", "reported")),
		caseOf(on("2026-11-02 18:00", "note")),
		caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-02 11:00", "paused")),
	} {
		for _, v := range clock.Evaluate(nil, c, at("2026-11-02 20:00")) {
			s.Add("all", v)
		}
	}
	groups := s.Groups()
	require.Len(t, groups, 1)
	g := groups[0]
	require.Equal(t, []int{7, 1, 2, 1, 1, 0, 2}, []int{g.Total, g.Met, g.Breached, g.Running, g.Paused, g.Waived, g.Unknown})
	require.Equal(t, []int{1, 1, 1}, []int{g.Bad, g.NotStarted, g.Open})
}

// Another promise on the same log keeps the stops: GLPI lost them (#6902, #15605).
func TestPromiseChangedLater(t *testing.T) {
	k := caseOf(on("2026-11-02 09:00", "reported"), on("2026-11-02 10:00", "paused"), on("2026-11-02 12:00", "resumed"))
	before := judge(t, repair("PT4H", sla.Wall, "hours"), k, "2026-11-02 12:30")
	after := judge(t, repair("PT8H", sla.Wall, "hours"), k, "2026-11-02 12:30")
	require.Equal(t, before.Paused, after.Paused)
	requireAt(t, "2026-11-02 15:00", before.Due)
	requireAt(t, "2026-11-02 19:00", after.Due)
}

// W-21, X-01 and X-02: reported at 22:10; on site at 22:40 is in time where 30 minutes are promised, and a second
// later is not; where 15 are, 22:25 was the end of it.
func TestArrival(t *testing.T) {
	for _, c := range []struct {
		profile, arrived, due string
		state                 sla.State
	}{
		{"repair-standard", "2026-11-02 22:40", "2026-11-02 22:40", sla.Met},
		{"repair-standard", "2026-11-02 22:40:01", "2026-11-02 22:40", sla.Breached},
		{"repair-standard", "2026-11-02 22:41", "2026-11-02 22:40", sla.Breached},
		{"repair-every", "2026-11-02 22:25", "2026-11-02 22:25", sla.Met},
		{"repair-every", "2026-11-02 22:25:01", "2026-11-02 22:25", sla.Breached},
		{"repair-every", "2026-11-02 22:40", "2026-11-02 22:25", sla.Breached},
		{"repair-every", "2026-11-02 22:41", "2026-11-02 22:25", sla.Breached},
	} {
		p, ok := sla.Profile(c.profile)
		require.True(t, ok)
		k := caseOf(on("2026-11-02 22:10", "reported"), on(c.arrived, "arrived"))
		k.Category = "urgent"
		v := judge(t, p, k, "2026-11-03 08:00")
		require.Equal(t, c.state, v.State, "%s %s", c.profile, c.arrived)
		requireAt(t, c.due, v.Due)
	}
}

// what a contract leaves open is no limit of zero, and names itself; other repairs go by the appointment.
func TestArrivalUnknown(t *testing.T) {
	k := caseOf(on("2026-11-02 22:10", "reported"))
	p, _ := sla.Profile("repair-contract")
	v := judge(t, p, k, "2026-11-09 08:00")
	require.Equal(t, []any{sla.Unknown, sla.LimitOpen, "arrive"}, []any{v.State, v.Reason, v.Missing})
	require.True(t, v.Due.IsZero())

	p, _ = sla.Profile("repair-standard")
	k.Category = "minor"
	v = judge(t, p, k, "2026-11-09 08:00")
	require.Equal(t, []any{sla.Unknown, sla.FieldMissing, "agreedAt"}, []any{v.State, v.Reason, v.Missing})
	k.Fields = []sla.Field{{Name: "agreedAt", At: at("2026-11-09 10:00")}}
	v = judge(t, p, k, "2026-11-09 08:00")
	require.Equal(t, sla.Running, v.State)
	requireAt(t, "2026-11-09 10:00", v.Due)
}

// a month before 7 June is 7 May, thirty days before it 8 May; a plan due by 10 January may be
// handed in on the 10th, one due before it not.
func TestProfilesOfDays(t *testing.T) {
	for _, c := range []struct{ profile, field, day, due string }{
		{"exam-check-month", "examOn", "2026-06-07", "2026-05-08 00:00"},
		{"exam-check-30-days", "examOn", "2026-06-07", "2026-05-09 00:00"},
		{"exam-check-month", "examOn", "2026-03-31", "2026-03-01 00:00"}, // there is no 31 February
		{"plan-by-day", "dueOn", "2026-01-10", "2026-01-11 00:00"},
		{"plan-before-day", "dueOn", "2026-01-10", "2026-01-10 00:00"},
	} {
		p, ok := sla.Profile(c.profile)
		require.True(t, ok, c.profile)
		k := caseOf()
		v := judge(t, p, k, "2026-01-01 00:00")
		require.Equal(t, []any{sla.FieldMissing, c.field}, []any{v.Reason, v.Missing})
		k.Fields = []sla.Field{{Name: c.field, On: civil.MustParse(c.day)}}
		done := p.Milestones[0].To
		k.Log = append(k.Log, on(c.due, done))
		v = judge(t, p, k, "2026-12-01 00:00")
		require.Equal(t, sla.Met, v.State)
		requireAt(t, c.due, v.Due)
		k.Log[0].At = k.Log[0].At.Add(time.Nanosecond)
		require.Equal(t, sla.Breached, judge(t, p, k, "2026-12-01 00:00").State)
	}
	require.Len(t, sla.Profiles(), 7)
}

// MAINT-01: an urgent repair is due within half an hour whatever time was agreed; MAINT-02: the agreed time is that of
// other repairs.
func TestUrgentWhateverWasAgreed(t *testing.T) {
	p, ok := sla.Profile("repair-standard")
	require.True(t, ok)
	k := caseOf(on("2026-11-02 22:10", "reported"), on("2026-11-03 22:41", "arrived"))
	k.Fields = []sla.Field{{Name: "agreedAt", At: at("2026-11-04 10:00")}}
	k.Category = "urgent"
	v := judge(t, p, k, "2026-11-05 08:00")
	require.Equal(t, sla.Breached, v.State)
	requireAt(t, "2026-11-02 22:40", v.Due)
	k.Category = "minor"
	v = judge(t, p, k, "2026-11-05 08:00")
	require.Equal(t, sla.Met, v.State)
	requireAt(t, "2026-11-04 10:00", v.Due)

	// A field that goes first goes before the limit.
	p.Milestones[0].Due.Last = false
	k.Category = "urgent"
	requireAt(t, "2026-11-04 10:00", judge(t, p, k, "2026-11-05 08:00").Due)
}

// A call back within 72 hours of the repair: when the case is opened again it waits for the next repair, whether or not
// the owner was called in between.
func TestReopenAwaits(t *testing.T) {
	p := repair("PT72H", sla.Wall, "hours")
	m := &p.Milestones[0]
	m.Code, m.From, m.To, m.Reopening, p.Reopened = "callBack", "resolved", "called", sla.ReopenAwaits, []string{"reopened"}
	for _, c := range []struct {
		name  string
		log   []flow.Event
		state sla.State
		due   string
	}{
		{"open again", []flow.Event{on("2026-09-01 10:00", "resolved"), on("2026-09-02 10:00", "reopened")}, sla.Unknown, ""},
		{"called while it is", []flow.Event{
			on("2026-09-01 10:00", "resolved"), on("2026-09-02 10:00", "reopened"), on("2026-09-03 10:00", "called"),
			on("2026-09-10 10:00", "resolved"),
		}, sla.Running, "2026-09-13 10:00"},
		{"called after the second repair", []flow.Event{
			on("2026-09-01 10:00", "resolved"), on("2026-09-01 12:00", "called"), on("2026-09-02 10:00", "reopened"),
			on("2026-09-10 10:00", "resolved"), on("2026-09-11 10:00", "called"),
		}, sla.Met, "2026-09-13 10:00"},
		{"called too late after it", []flow.Event{
			on("2026-09-01 10:00", "resolved"), on("2026-09-01 12:00", "called"), on("2026-09-02 10:00", "reopened"),
			on("2026-09-08 10:00", "resolved"), on("2026-09-11 10:00:01", "called"),
		}, sla.Breached, "2026-09-11 10:00"},
		{"stopped before it was opened again", []flow.Event{
			on("2026-09-01 10:00", "resolved"), on("2026-09-01 11:00", "paused"), on("2026-09-01 13:00", "resumed"),
			on("2026-09-02 10:00", "reopened"), on("2026-09-10 10:00", "resolved"),
		}, sla.Running, "2026-09-13 10:00"},
	} {
		v := judge(t, p, caseOf(c.log...), "2026-09-12 10:00")
		require.Equal(t, c.state, v.State, c.name)
		if c.due == "" {
			require.Equal(t, []any{sla.NotStarted, "resolved"}, []any{v.Reason, v.Missing}, c.name)
			continue
		}
		requireAt(t, c.due, v.Due)
	}
}

// A log newest first, as exports have it, is put in order in no time, and reads like one that was in order.
func TestLogNewestFirst(t *testing.T) {
	const events = 200_000
	start := at("2026-01-01 00:00")
	k := caseOf(flow.Event{At: start.Add(events * time.Second), Name: "resolved"})
	for i := range events {
		k.Log = append(k.Log, flow.Event{At: start.Add((events - 1 - time.Duration(i)) * time.Second), Name: "reported"})
	}
	v := judge(t, repair("PT72H", sla.Wall, "hours"), k, "2026-02-01 00:00")
	require.True(t, v.Start.Equal(start))
	require.Equal(t, sla.Met, v.State)
	require.Equal(t, sla.Length(events*time.Second), v.Wall)
}

// Edge 16: an event that does not say when it happened stops, cancels and excuses nothing: the row is bad.
func TestUndatedEvents(t *testing.T) {
	p := repair("PT8H", sla.Wall, "hours")
	p.Cancelled, p.Waived = []string{"cancelled"}, []string{"excused"}
	for _, name := range []string{"reported", "paused", "resumed", "cancelled", "excused", "resolved", "anything"} {
		v := judge(t, p, caseOf(on("2026-11-02 10:00", "reported"), flow.Event{Name: name}, on("2026-11-12 10:00", "resolved")), "2026-11-20 10:00")
		require.Equal(t, []any{sla.Unknown, sla.Undated, name}, []any{v.State, v.Reason, v.Missing})
		require.True(t, v.Reason.IsBad())
		require.True(t, v.Due.IsZero())
	}
}
