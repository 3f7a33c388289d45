package schedule_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/schedule"
)

const slots = `{"code": "mop", "calendar": "site", "from": "2025-01-01", "early": "PT30M", "late": "PT1H",
	"demand": {"rule": {"every": "day", "times": ["08:00", "16:00"]}}}`

// TestJudgeWindows: R-14: the window is [due − early, due + late], both ends in it.
func TestJudgeWindows(t *testing.T) {
	s := scheduleOf(t, slots)
	tests := []struct{ at, want string }{
		{"2025-03-03 07:29", "missed"},
		{"2025-03-03 07:30", "onTime"},
		{"2025-03-03 08:00", "onTime"},
		{"2025-03-03 09:00", "onTime"},
		{"2025-03-03 09:01", "late"},
		{"2025-03-03 15:29", "late"},
		{"2025-03-03 15:30", "missed"},
	}
	for _, tt := range tests {
		e := schedule.Evidence{Records: done(t, "mop", "a "+tt.at)}
		r := judged(t, s, e, "2025-03-03 08:00", "2025-03-03 09:00", "2025-03-04")
		require.Len(t, r.Rows, 1)
		require.Equal(t, tt.want, r.Rows[0].State.String(), tt.at)
		require.True(t, clockAt(t, "2025-03-03 07:30").Equal(r.Rows[0].Start))
		require.True(t, clockAt(t, "2025-03-03 08:00").Equal(r.Rows[0].Due))
		require.True(t, clockAt(t, "2025-03-03 09:00").Equal(r.Rows[0].End))
	}
}

// TestJudgeMatching: R-15 one record serves one occurrence, the nearest pair first, of equally near ones the earliest.
func TestJudgeMatching(t *testing.T) {
	const wide = `{"code": "round", "calendar": "site", "from": "2025-01-01", "early": "PT2H", "late": "PT2H",
		"demand": {"rule": {"every": "day", "times": ["08:00", "10:00", "12:00"]}}}`
	s := scheduleOf(t, wide)
	tests := []struct {
		name    string
		records []string
		want    []string
	}{
		{
			"one record serves one",
			[]string{"a 2025-03-03 09:10"},
			[]string{"08:00 missed", "10:00 onTime a", "12:00 missed"},
		},
		{
			"equally near: the earlier one",
			[]string{"a 2025-03-03 09:00"},
			[]string{"08:00 onTime a", "10:00 missed", "12:00 missed"},
		},
		{
			"equally near records: the earlier",
			[]string{"b 2025-03-03 10:10", "a 2025-03-03 09:50"},
			[]string{"08:00 missed", "10:00 onTime a", "12:00 onTime b"},
		},
		{
			"the nearest pair first, then the rest",
			[]string{"a 2025-03-03 09:30", "b 2025-03-03 09:40"},
			[]string{"08:00 onTime a", "10:00 onTime b", "12:00 missed"},
		},
		{
			"three at once",
			[]string{"a 2025-03-03 10:00", "b 2025-03-03 10:00", "c 2025-03-03 10:00"},
			[]string{"08:00 onTime", "10:00 onTime", "12:00 onTime"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := judged(t, s, schedule.Evidence{Records: done(t, "round", tt.records...)}, "2025-03-03", "2025-03-04", "2025-03-05")
			var got []string
			for i, row := range r.Rows {
				line := row.Due.Format("15:04 ") + row.State.String()
				if row.Record != "" && len(tt.want[i]) > len(line) {
					line += " " + row.Record
				}
				got = append(got, line)
			}
			require.Equal(t, tt.want, got)
		})
	}
}

// TestJudgeApart: R-16: extra and voluntary records are counted apart, and change no share.
func TestJudgeApart(t *testing.T) {
	s := scheduleOf(t, slots)
	e := schedule.Evidence{Records: done(t, "mop",
		"a 2025-03-03 08:10", "b 2025-03-03 08:20", "v 2025-03-03 16:00+", "c 2025-03-03 12:00")}
	r := judged(t, s, e, "2025-03-03", "2025-03-04", "2025-03-05")
	require.Equal(t, []string{"mop/2025-03-03T08:00 onTime a", "mop/2025-03-03T16:00 missed", "-b", "-c", "+v"}, lines(r))
	require.Equal(t, 2, r.Counts.Extra)
	require.Equal(t, 1, r.Counts.Voluntary)
	share, ok := r.Counts.Share("mop")
	require.True(t, ok)
	require.Equal(t, "0.5", share.Value.Text)
	require.NoError(t, share.Check())
}

// TestJudgeClasses: R-17: on time, late, missed, not yet due, excused; only the first three are judged.
func TestJudgeClasses(t *testing.T) {
	s := scheduleOf(t, slots)
	e := schedule.Evidence{
		Records: done(t, "mop", "a 2025-03-03 08:00", "b 2025-03-03 18:00"),
		Excuses: []schedule.Excuse{{Start: clockAt(t, "2025-03-04 15:30"), End: clockAt(t, "2025-03-04 17:00"), Reason: "no water"}},
	}
	r := judged(t, s, e, "2025-03-03", "2025-03-06", "2025-03-05 08:30")
	require.Equal(t, []string{
		"mop/2025-03-03T08:00 onTime a", "mop/2025-03-03T16:00 late b", "mop/2025-03-04T08:00 missed",
		"mop/2025-03-04T16:00 excused", "mop/2025-03-05T08:00 pending", "mop/2025-03-05T16:00 pending",
	}, lines(r))
	require.Equal(t, schedule.Counts{Total: 6, OnTime: 1, Late: 1, Missed: 1, Pending: 2, Excused: 1}, r.Counts)
	require.Equal(t, 3, r.Counts.Judged())
	require.Equal(t, 2*time.Hour, r.Rows[1].LateBy())
	share, ok := r.Counts.Share("mop")
	require.True(t, ok)
	require.Equal(t, "1/3", share.Value.Text)
}

// TestJudgeDenominator: R-18, DumbAssets 59: what is due comes from the rule; without a single record all of it is there, and
// whatever becomes of time stays there.
func TestJudgeDenominator(t *testing.T) {
	s := scheduleOf(t, slots)
	for _, asOf := range []string{"2025-01-01", "2025-06-15", "2026-01-01", "2035-01-01"} {
		r := judged(t, s, schedule.Evidence{}, "2025-01-01", "2026-01-01", asOf)
		require.Equal(t, 730, r.Counts.Total, asOf)
		require.Equal(t, 730, r.Counts.Missed+r.Counts.Pending, asOf)
	}
}

// TestJudgeIdentity: R-19: an occurrence keeps its key when other times are added to the plan, or its tolerance changes.
func TestJudgeIdentity(t *testing.T) {
	before := judged(t, scheduleOf(t, slots), schedule.Evidence{}, "2025-03-03", "2025-03-05", "2025-04-01")
	edited := scheduleOf(t, `{"code": "mop", "calendar": "site", "from": "2024-06-01", "late": "PT2H",
		"demand": {"rule": {"every": "day", "times": ["06:00", "08:00", "12:00", "16:00"]}}}`)
	keys := map[string]bool{}
	for _, row := range judged(t, edited, schedule.Evidence{}, "2025-03-03", "2025-03-05", "2025-04-01").Rows {
		require.False(t, keys[row.Key])
		keys[row.Key] = true
	}
	require.Len(t, keys, 8)
	for _, row := range before.Rows {
		require.True(t, keys[row.Key], row.Key)
	}
}

// TestJudgeBothBases: R-3: of the same acts, a check on the 1st of each month holds the plan, however late the one before was;
// one at most a month after the other moves with each.
func TestJudgeBothBases(t *testing.T) {
	fixed := scheduleOf(t, `{"code": "check", "calendar": "site", "from": "2025-01-01", "late": "P4D",
		"demand": {"rule": {"every": "month", "monthDays": [1]}}}`)
	moving := scheduleOf(t, `{"code": "check", "calendar": "site", "from": "2025-01-01", "demand": {"gap": {"max": "P1M"}}}`)
	e := schedule.Evidence{Records: done(t, "check", "a 2025-01-01 10:00", "b 2025-02-10 10:00", "c 2025-03-02 10:00")}
	require.Equal(t, []string{"check/2025-01-01 onTime a", "check/2025-02-01 late b", "check/2025-03-01 onTime c", "check/2025-04-01 pending"},
		lines(judged(t, fixed, e, "2025-01-01", "2025-05-01", "2025-03-20")))
	r := judged(t, moving, e, "2025-01-01", "2025-05-01", "2025-03-20")
	require.Equal(t, []string{"check/from/2025-01-01 onTime a", "check/after/a late b", "check/after/b onTime c", "check/after/c pending"}, lines(r))
	require.True(t, clockAt(t, "2025-04-03").Equal(r.Rows[3].Due), "through 2 April, a month after 2 March")
	require.True(t, r.Rows[3].Day)
}

// TestJudgeNightRounds: R-4: rounds of a night are judged by the night's own pattern, across midnight and a change of clocks.
func TestJudgeNightRounds(t *testing.T) {
	s := scheduleOf(t, `{"code": "night", "calendar": "york", "from": "2025-01-01", "early": "PT10M", "late": "PT10M",
		"demand": {"rule": {"every": "day", "steps": {"step": "PT2H", "window": "22:00/06:00", "atStart": true}}}}`)
	york, err := time.LoadLocation("America/New_York")
	require.NoError(t, err)
	e := schedule.Evidence{Records: []schedule.Record{
		{ID: "a", Kind: "night", At: time.Date(2025, 3, 8, 22, 5, 0, 0, york)},
		{ID: "b", Kind: "night", At: time.Date(2025, 3, 9, 0, 5, 0, 0, york)},
		{ID: "c", Kind: "night", At: time.Date(2025, 3, 9, 4, 5, 0, 0, york)}, // the clock jumped from 02:00 to 03:00
	}}
	r, err := s.Judge(nil, &e, time.Date(2025, 3, 8, 12, 0, 0, 0, york), time.Date(2025, 3, 9, 12, 0, 0, 0, york),
		time.Date(2025, 3, 10, 0, 0, 0, 0, york))
	require.NoError(t, err)
	require.Equal(t, []string{
		"night/2025-03-08T22:00 onTime a", "night/2025-03-09T00:00 onTime b", "night/2025-03-09T02:00 missed", "night/2025-03-09T04:00 onTime c",
	}, lines(r))
}

// TestJudgeOffline: a record that arrives late is judged by when it was done.
func TestJudgeOffline(t *testing.T) {
	s := scheduleOf(t, slots)
	e := schedule.Evidence{}
	require.Equal(t, []string{"mop/2025-03-03T08:00 missed"}, lines(judged(t, s, e, "2025-03-03 08:00", "2025-03-03 09:00", "2025-03-03 12:00")))
	e.Records = done(t, "mop", "a 2025-03-03 08:10")
	e.Records[0].Recorded = clockAt(t, "2025-03-03 20:00")
	require.Equal(t, []string{"mop/2025-03-03T08:00 onTime a"}, lines(judged(t, s, e, "2025-03-03 08:00", "2025-03-03 09:00", "2025-03-03 21:00")))
}

// TestJudgeLongerIncludesShorter: D-11: the yearly check serves as that day's daily one, if the duty says so, and as one only.
func TestJudgeLongerIncludesShorter(t *testing.T) {
	s := scheduleOf(t, `{"code": "daily", "calendar": "site", "from": "2025-01-01", "acts": ["daily", "monthly", "yearly"],
		"demand": {"rule": {"every": "day"}}}`)
	e := schedule.Evidence{Records: append(done(t, "daily", "d1 2025-03-03 08:00", "d3 2025-03-05 08:00"),
		append(done(t, "yearly", "y 2025-03-04 14:00"), done(t, "sweep", "s 2025-03-04 15:00")...)...)}
	require.Equal(t, []string{"daily/2025-03-03 onTime d1", "daily/2025-03-04 onTime y", "daily/2025-03-05 onTime d3"},
		lines(judged(t, s, e, "2025-03-03", "2025-03-06", "2025-03-10")))
}

// TestJudgeUnknownYear: where the holidays of a year are not known, the days of a rule that hangs on them are not judged.
func TestJudgeUnknownYear(t *testing.T) {
	s := scheduleOf(t, `{"code": "post", "calendar": "office", "from": "2025-01-01", "days": "working", "demand": {"rule": {"every": "day"}}}`)
	r := judged(t, s, schedule.Evidence{}, "2026-12-30", "2027-01-03", "2027-02-01")
	require.Equal(t, []string{
		"post/2026-12-30 missed", "post/2026-12-31 missed", "post/2027-01-01 unknown yearUnknown:2027",
	}, lines(r)) // 2 January 2027 is a Saturday by the week
	r = judged(t, s, schedule.Evidence{}, "2026-12-30", "2027-01-01", "2027-02-01")
	require.Equal(t, []string{"post/2026-12-30 missed", "post/2026-12-31 missed"}, lines(r))
	r = judged(t, s, schedule.Evidence{}, "2027-01-02", "2027-01-04", "2027-02-01") // a weekend, but who knows
	require.Equal(t, []string{"post/unknown/2027 unknown yearUnknown:2027"}, lines(r))
}

// TestJudgeTicks: X-29, W-35, W-36: tea every 15 minutes strictly before the end of a meeting; one of ten minutes owes none.
func TestJudgeTicks(t *testing.T) {
	s := scheduleOf(t, `{"code": "tea", "calendar": "site", "from": "2025-01-01", "early": "PT3M", "late": "PT3M",
		"demand": {"rule": {"steps": {"step": "PT15M", "inside": "meeting"}}}}`)
	e := schedule.Evidence{
		Spans:   []schedule.NamedSpan{{Name: "meeting", Start: clockAt(t, "2025-03-03 14:00"), End: clockAt(t, "2025-03-03 16:00")}},
		Records: done(t, "tea", "a 2025-03-03 14:16", "b 2025-03-03 14:33"),
	}
	r := judged(t, s, e, "2025-03-03", "2025-03-04", "2025-03-03 15:17")
	require.Equal(t, schedule.Counts{Total: 7, OnTime: 2, Missed: 2, Pending: 3}, r.Counts)
	e.Spans[0].End = clockAt(t, "2025-03-03 14:10")
	require.Equal(t, []string{"-a", "-b"}, lines(judged(t, s, e, "2025-03-03", "2025-03-04", "2025-03-04")))
	e.Spans = nil
	require.Equal(t, []string{"tea/meeting unknown fieldMissing:meeting", "-a", "-b"}, lines(judged(t, s, e, "2025-03-03", "2025-03-04", "2025-03-04")))
}
