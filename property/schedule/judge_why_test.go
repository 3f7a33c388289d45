package schedule_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/schedule"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// TestJudgeWhy: a verdict is derived from the record or the instant asked about, the due and the tolerance.
func TestJudgeWhy(t *testing.T) {
	s := scheduleOf(t, slots)
	e := schedule.Evidence{
		Records: done(t, "mop", "a 2025-03-03 08:40", "b 2025-03-03 18:00"),
		Excuses: []schedule.Excuse{{Start: clockAt(t, "2025-03-04 07:00"), End: clockAt(t, "2025-03-04 10:00")}},
	}
	asOf := "2025-03-04 16:30"
	r := judged(t, s, e, "2025-03-03", "2025-03-05", asOf)
	require.Len(t, r.Rows, 4)
	for i, want := range []string{"true", "false", "excused", "true"} {
		why := s.Why(r.Rows[i], clockAt(t, asOf))
		require.NoError(t, why.Check())
		require.Equal(t, want, why.Value.Text, r.Rows[i].Key)
	}
	why := s.Why(r.Rows[0], clockAt(t, asOf))
	require.Equal(t, explain.OpCompare, why.Op)
	require.Equal(t, "<=", why.Relation)
	require.Equal(t, "2025-03-03T08:40:00+08:00", why.Inputs[0].Value.Text)
	require.Equal(t, "a", why.Inputs[0].Source)
	require.Equal(t, "2025-03-03T09:00:00+08:00", why.Inputs[1].Value.Text, "08:00 and an hour")
	require.Equal(t, "3600", why.Inputs[1].Inputs[1].Value.Text)

	quota := scheduleOf(t, `{"code": "drill", "calendar": "site", "source": "002 1.1", "from": "2020-01-01", "demand": {"quota": {"atLeast": "2", "in": "year"}}}`)
	one := schedule.Evidence{Records: done(t, "drill", "a 2024-03-10 10:00")}
	r = judged(t, quota, one, "2024-01-01", "2025-01-01", "2025-01-01")
	why = quota.Why(r.Rows[0], clockAt(t, "2025-01-01"))
	require.NoError(t, why.Check())
	require.Equal(t, "false", why.Value.Text)
	require.Equal(t, []string{"1", "2"}, []string{why.Inputs[0].Value.Text, why.Inputs[1].Value.Text})
	require.Equal(t, "002 1.1", why.Inputs[1].Source)
}

// TestJudgeWhyUnjudged: what is not judged says why in words, and never with an empty place.
func TestJudgeWhyUnjudged(t *testing.T) {
	const asOf = "2025-02-01"
	usage := scheduleOf(t, `{"code": "gen", "calendar": "site", "from": "2025-01-01", "demand": {"usage": {"meter": "h", "step": "50"}}}`)
	open := scheduleOf(t, `{"code": "gen", "calendar": "site", "from": "2025-01-01", "demand": {"gap": {}}}`)
	drill := scheduleOf(t, `{"code": "gen", "calendar": "site", "from": "2025-01-15", "demand": {"quota": {"atLeast": "2", "in": "year"}}}`)
	read := schedule.Evidence{Readings: []schedule.Reading{{Meter: "h", At: clockAt(t, "2025-01-03")}}}
	for _, tt := range []struct {
		s        *schedule.Schedule
		e        schedule.Evidence
		word, en string
	}{
		{usage, read, "pending", "gen/from/2025-01-01: nothing shows yet that it is due"},
		{usage, schedule.Evidence{}, "unknown", "gen/from/2025-01-01 cannot be judged: there is no reading of h"},
		{open, schedule.Evidence{}, "unknown", "gen/from/2025-01-01 cannot be judged: the duty leaves max open"},
		{drill, schedule.Evidence{}, "partial", "gen/2025 is not judged: only a part of the period is asked about or in force"},
	} {
		r := judged(t, tt.s, tt.e, "2025-01-01", asOf, asOf)
		require.Len(t, r.Rows, 1)
		why := tt.s.Why(r.Rows[0], clockAt(t, asOf))
		require.NoError(t, why.Check())
		require.Equal(t, tt.word, why.Value.Text)
		require.Contains(t, explain.Text(message.NewPrinter(language.English), why), tt.en)
	}
}

// TestJudgeCounts: the counts of two reports add up; a share of nothing is none.
func TestJudgeCounts(t *testing.T) {
	a := schedule.Counts{Total: 9, OnTime: 1, Late: 1, Missed: 1, Pending: 2, Excused: 1, Unknown: 2, Partial: 1, LateStart: 1, Carried: 2, Extra: 3, Voluntary: 4}
	b := schedule.Counts{Total: 2, OnTime: 2}
	sum := a.Plus(b)
	require.Equal(t, schedule.Counts{Total: 11, OnTime: 3, Late: 1, Missed: 1, Pending: 2, Excused: 1, Unknown: 2, Partial: 1, LateStart: 1, Carried: 2, Extra: 3, Voluntary: 4}, sum)
	share, ok := sum.Share("all")
	require.True(t, ok)
	require.Equal(t, "0.6", share.Value.Text, "3 of 5; what is open, excused or unknown is not in the base")
	_, ok = schedule.Counts{Total: 3, Pending: 3}.Share("all")
	require.False(t, ok)
}

// TestJudgeAppends: rows are appended to those that were there, which stay and are not counted again.
func TestJudgeAppends(t *testing.T) {
	s := scheduleOf(t, slots)
	first := judged(t, s, schedule.Evidence{}, "2025-03-03", "2025-03-04", "2025-04-01")
	second, err := s.Judge(first.Rows, &schedule.Evidence{Subject: "B"}, clockAt(t, "2025-03-04"), clockAt(t, "2025-03-05"), clockAt(t, "2025-04-01"))
	require.NoError(t, err)
	require.Len(t, second.Rows, 4)
	require.Equal(t, first.Rows, second.Rows[:2])
	require.Equal(t, 2, second.Counts.Total)
	require.Equal(t, "B", second.Subject)
}
