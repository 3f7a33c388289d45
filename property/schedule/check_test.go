package schedule_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

// problems shows what an error reports, each as its path and rule.
func problems(tb testing.TB, err error) []string {
	tb.Helper()
	var many *invalid.Error
	require.True(tb, errors.As(err, &many), "%v", err)
	var out []string
	for _, f := range many.Fields {
		require.NotContains(tb, f.Error(), "%!")
		out = append(out, strings.TrimSpace(f.Path+" "+strings.TrimPrefix(f.Rule.ID(), "schedule/")))
	}
	return out
}

// TestDutyCheck: every problem of a duty is reported at its place, all at once.
func TestDutyCheck(t *testing.T) {
	const head = `"code": "x", "calendar": "site", "from": "2025-01-01", `
	tests := []struct {
		name, duty string
		want       []string
	}{
		{
			"all of the head", `{"code": "", "calendar": "", "from": "2025-02-01", "to": "2025-01-01", "acts": ["a", "", "a"], "demand": {"gap": {}}}`,
			[]string{"code invalid/required", "calendar invalid/required", "acts[1] invalid/required", "acts[2] twice", "to reversed"},
		},
		{"no demand", `{` + head + `"demand": {}}`, []string{"demand invalid/choice"}},
		{
			"two demands, both looked at", `{` + head + `"demand": {"gap": {"max": "P1DT1H"}, "usage": {"meter": ""}}}`,
			[]string{"demand invalid/choice", "demand.gap.max mixed", "demand.usage.meter invalid/required"},
		},
		{"tolerances that mix", `{` + head + `"early": "P1DT1H", "late": "P1MT1S", "demand": {"by": {"anchor": "on"}}}`, []string{"early mixed", "late mixed"}},
		{
			"a quota has no tolerance", `{` + head + `"early": "PT1H", "late": "PT1H", "demand": {"quota": {"atLeast": "1", "in": "day"}}}`,
			[]string{"early misfit", "late misfit"},
		},
		{
			"a gap is not for some days", `{` + head + `"early": "PT1H", "days": "working", "demand": {"gap": {"max": "P1D"}}}`,
			[]string{"early misfit", "days misfit"},
		},
		{
			"nor is a day in a season", `{` + head + `"season": "11-15/03-15", "days": "rest", "demand": {"by": {"anchor": "on"}}}`,
			[]string{"season misfit", "days misfit"},
		},
		{
			"quotas", `{` + head + `"demand": {"quota": {"atLeast": "0", "in": "minute", "slots": [
			{"code": "a", "window": "06:00/09:00"}, {"code": "a", "window": "08:59/10:00"}, {"code": "", "window": "22:00/06:01"}]}}}`,
			[]string{
				"demand.quota.atLeast positive", "demand.quota.in quota-minute", "demand.quota.slots slots-day",
				"demand.quota.slots[1].code twice", "demand.quota.slots[1].window slots-overlap",
				"demand.quota.slots[2].code invalid/required", "demand.quota.slots[2].window slots-overlap",
			},
		},
		{"half a record", `{` + head + `"demand": {"quota": {"atLeast": "1.5"}}}`, []string{"demand.quota.atLeast whole", "demand.quota quota-period"}},
		{"a sum may be half", `{` + head + `"demand": {"quota": {"atLeast": "1.5", "sum": "hours", "in": "year"}}}`, nil},
		{
			"anchored spans", `{` + head + `"demand": {"quota": {"atLeast": "1", "span": {"from": "on", "to": "on", "length": "P1M"}}}}`,
			[]string{"demand.quota.span span-end", "demand.quota.span.to twice"},
		},
		{
			"before and after", `{` + head + `"demand": {"by": {"anchor": "", "before": "P1D", "after": "P1D", "lateStart": "P1D"}}}`,
			[]string{"demand.by.anchor invalid/required", "demand.by.after before-after", "demand.by.known invalid/required"},
		},
		{"first of one", `{` + head + `"demand": {"first": {"of": [{"gap": {"max": "P1D"}}]}}}`, []string{"demand.first.of first-of"}},
		{
			"first of what is none", `{` + head + `"demand": {"first": {"of": [{"by": {"anchor": "on"}}, {}, {"usage": {"meter": "h", "step": "-1"}}]}}}`,
			[]string{"demand.first.of[0] first-kind", "demand.first.of[1] invalid/choice", "demand.first.of[2].usage.step positive"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := invalid.Decode[schedule.Duty]([]byte(tt.duty), "duty")
			if err == nil {
				_, err = schedule.Compile(d, judgeCalendars(t))
			}
			if tt.want == nil {
				require.NoError(t, err)
				return
			}
			require.Equal(t, tt.want, problems(t, err))
		})
	}
}

// TestEvidenceCheck: every problem of the evidence, and of what is asked, is reported at its place, and nothing is judged.
func TestEvidenceCheck(t *testing.T) {
	s := scheduleOf(t, slots)
	d := clockAt(t, "2025-03-03")
	e := schedule.Evidence{
		Subject:  "P1",
		Fields:   []schedule.Field{{Name: "a", At: d}, {Name: "a"}, {At: d, On: 1}},
		Spans:    []schedule.NamedSpan{{Start: d, End: d}},
		Records:  []schedule.Record{{ID: "r", Kind: "mop", At: d}, {ID: "r", At: d.AddDate(9000, 0, 0)}, {Kind: "mop", Figures: []schedule.Figure{{Name: "h", Value: dec("-1")}}}},
		Readings: []schedule.Reading{{}},
		Excuses:  []schedule.Excuse{{Start: d, End: d.Add(-1)}},
	}
	r, err := s.Judge(nil, &e, d, d, d)
	require.Empty(t, r.Rows)
	require.Equal(t, []string{
		"fields[1].name twice", "fields[1] field", "fields[2].name invalid/required", "fields[2] field",
		"spans[0].name invalid/required", "spans[0].end reversed", "excuses[0].end reversed",
		"records[1].id twice", "records[1].kind invalid/required", "records[1].at instant",
		"records[2].id invalid/required", "records[2].at invalid/required", "records[2].figures[0].value negative",
		"readings[0].meter invalid/required", "readings[0].at invalid/required", "to asked",
	}, problems(t, err))
}

// TestStateWords: every state and reason has its word, and reads it again.
func TestStateWords(t *testing.T) {
	for s, word := range []string{"unknown", "onTime", "late", "missed", "pending", "excused", "partial"} {
		text, err := schedule.State(s).MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		require.Equal(t, word, schedule.State(s).String())
		var again schedule.State
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, schedule.State(s), again)
	}
	require.Equal(t, "State(9)", schedule.State(9).String())
	var s schedule.State
	require.ErrorIs(t, s.UnmarshalText([]byte("done")), invalid.ErrWord)
	for r, word := range []string{
		"intervalUnset", "fieldMissing", "yearUnknown", "noReading", "readingBack", "figureMissing", "outOfRange", "lateKnown", "inExcuse", "cut",
	} {
		text, err := schedule.Reason(r + 1).MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		var again schedule.Reason
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, schedule.Reason(r+1), again)
	}
	_, err := schedule.Reason(0).MarshalText()
	require.ErrorIs(t, err, invalid.ErrWord)
	require.Equal(t, "Reason(11)", schedule.Reason(11).String())
}
