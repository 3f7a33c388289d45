package schedule_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

// TestRuleProblems: every problem of a rule is reported, each at its place.
func TestRuleProblems(t *testing.T) {
	tests := []struct {
		rule string
		want map[string]invalid.RuleError
	}{
		{`{}`, map[string]invalid.RuleError{"every": invalid.ErrRequired}},
		{`{"every": "day", "interval": -1}`, map[string]invalid.RuleError{"interval": schedule.ErrRuleNumber}},
		{`{"every": "day", "interval": 100001}`, map[string]invalid.RuleError{"interval": schedule.ErrRuleNumber}},
		{
			`{"every": "month", "months": [0, 13, 1, 1], "monthDays": [-29, 32, 5, 5], "pick": [0]}`,
			map[string]invalid.RuleError{
				"months[0]": schedule.ErrRuleNumber, "months[1]": schedule.ErrRuleNumber, "months[3]": schedule.ErrTwice, "monthDays[0]": schedule.ErrRuleNumber,
				"monthDays[1]": schedule.ErrRuleNumber, "monthDays[3]": schedule.ErrTwice, "pick[0]": schedule.ErrRuleNumber, "shortMonth": schedule.ErrRuleShort,
			},
		},
		{
			`{"every": "month", "weekdays": [{"n": 1}, {"day": "mon", "n": 6}, {"day": "tue"}, {"day": "tue"}]}`,
			map[string]invalid.RuleError{"weekdays[0].day": invalid.ErrRequired, "weekdays[1].n": schedule.ErrRuleNumber, "weekdays[3]": schedule.ErrTwice},
		},
		{`{"every": "year", "weekdays": [{"day": "mon", "n": 53}]}`, nil},
		{`{"every": "year", "months": [5], "weekdays": [{"day": "mon", "n": 6}]}`, map[string]invalid.RuleError{"weekdays[0].n": schedule.ErrRuleNumber}},
		{
			`{"every": "week", "weekdays": [{"day": "mon", "n": 1}], "monthDays": [3], "yearDays": [7], "shortMonth": "last"}`,
			map[string]invalid.RuleError{
				"weekdays": schedule.ErrRuleFits, "monthDays": schedule.ErrRuleFits, "yearDays": schedule.ErrRuleFits, "shortMonth": schedule.ErrRuleFits,
			},
		},
		{`{"every": "day", "pick": [1]}`, map[string]invalid.RuleError{"pick": schedule.ErrRuleFits}},
		{
			`{"every": "hour", "times": ["08:00", "09:00"], "rest": "days", "pick": [1]}`,
			map[string]invalid.RuleError{"times[1]": schedule.ErrRuleBegins, "rest": schedule.ErrRuleFits, "pick": schedule.ErrRuleFits},
		},
		{
			`{"every": "day", "times": ["24:00", "08:00", "08:00"], "steps": {"step": "P1D", "window": "08:00/18:00"}}`,
			map[string]invalid.RuleError{
				"times[0]": schedule.ErrRuleTime, "times[2]": schedule.ErrTwice, "steps": schedule.ErrRuleTimes, "steps.step": schedule.ErrRuleStep,
			},
		},
		{`{"every": "day", "steps": {"step": "PT90S", "window": "08:00/18:00"}}`, map[string]invalid.RuleError{"steps.step": schedule.ErrRuleStep}},
		{`{"every": "day", "steps": {"window": "08:00/18:00", "atStart": true}}`, map[string]invalid.RuleError{"steps.step": invalid.ErrRequired}},
		{`{"every": "day", "steps": {"step": "PT1H", "atStart": true}}`, map[string]invalid.RuleError{"steps.window": schedule.ErrRuleWindow}},
		{`{"every": "day", "steps": {"step": "PT2H", "window": "08:00/10:00"}}`, map[string]invalid.RuleError{"steps.step": schedule.ErrRuleRounds}},
		{`{"every": "day", "steps": {"step": "PT2H", "window": "08:00/10:00", "atEnd": true}}`, nil},
		{
			`{"every": "day", "interval": 2, "anchor": "2026-01-01", "rest": "days", "steps": {"step": "PT15M", "inside": "meeting"}}`,
			map[string]invalid.RuleError{
				"every": schedule.ErrRuleFits, "interval": schedule.ErrRuleFits, "anchor": schedule.ErrRuleFits, "rest": schedule.ErrRuleFits,
			},
		},
		{`{"every": "month", "anchor": "2026-01-31"}`, map[string]invalid.RuleError{"shortMonth": schedule.ErrRuleShort}},
		{`{"every": "year", "anchor": "2026-01-31"}`, nil}, // every January has 31 days
		{`{"every": "year", "anchor": "2024-02-29"}`, map[string]invalid.RuleError{"shortMonth": schedule.ErrRuleShort}},
		{`{"every": "year", "months": [4], "monthDays": [31]}`, map[string]invalid.RuleError{"shortMonth": schedule.ErrRuleShort}},
		{`{"every": "year", "months": [4], "monthDays": [30]}`, nil},
	}
	calendars := seriesCalendars(t, "UTC")
	for _, test := range tests {
		d := seriesDuty(t, "UTC", "2026-01-01", test.rule)
		_, err := schedule.Compile(d, calendars)
		var got map[string]invalid.RuleError
		if err != nil {
			var problems *invalid.Error
			require.ErrorAs(t, err, &problems, test.rule)
			got = map[string]invalid.RuleError{}
			for _, f := range problems.Fields {
				got[f.Path] = f.Rule
			}
		}
		want := map[string]invalid.RuleError(nil)
		for path, rule := range test.want {
			if want == nil {
				want = map[string]invalid.RuleError{}
			}
			want["demand.rule."+path] = rule
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: mismatch (-want +got):\n%s", test.rule, diff)
		}
	}
}

// TestCompile: the calendar must be there, and the schedule keeps its own copy of the document.
func TestCompile(t *testing.T) {
	d := seriesDuty(t, "Mars", "2026-01-01", `{"every": "day", "times": ["08:00"]}`)
	_, err := schedule.Compile(d, seriesCalendars(t, "UTC", "cn"))
	require.ErrorIs(t, err, schedule.ErrCalendar)
	require.ErrorContains(t, err, "UTC, cn")
	d.Calendar = "UTC"
	s, err := schedule.Compile(d, seriesCalendars(t, "UTC"))
	require.NoError(t, err)
	d.Demand.Rule.Times[0] = civil.MustParseTimeOfDay("20:00")
	s.Duty().Demand.Rule.Times[0] = civil.MustParseTimeOfDay("21:00")
	require.Equal(t, []string{"2026-01-01T08:00"}, duesOf(t, s, "UTC", "2026-01-01", "2026-01-02"))
	require.Equal(t, "08:00", s.Duty().Demand.Rule.Times[0].String())
}

// TestEnds: a duty has nothing due before its first day and after its last, and a series nothing before its anchor.
func TestEnds(t *testing.T) {
	d := seriesDuty(t, "UTC", "2026-03-10", `{"every": "week", "interval": 2, "anchor": "2026-03-02"}`)
	d.To = civil.MustParse("2026-04-13")
	s, err := schedule.Compile(d, seriesCalendars(t, "UTC"))
	require.NoError(t, err)
	require.Equal(t, []string{"2026-03-16", "2026-03-30", "2026-04-13"}, duesOf(t, s, "UTC", "2000-01-01", "2100-01-01"))
	late := seriesOf(t, "UTC", "2026-01-01", `{"every": "month", "anchor": "2026-03-15"}`)
	require.Equal(t, []string{"2026-03-15", "2026-04-15"}, duesOf(t, late, "UTC", "2026-01-01", "2026-05-01"))
	// What is never asked for is never reached: an empty window, one that is reversed, one that ends before the duty.
	at := func(text string) time.Time { return instantIn(t, "UTC", text+"T00:00") }
	require.Empty(t, collected(s, at("2026-03-16"), at("2026-03-16")))
	require.Empty(t, collected(s, at("2026-04-01"), at("2026-03-01")))
	require.Empty(t, collected(s, time.Time{}, at("2026-03-10")))
	require.Len(t, collected(s, time.Time{}, time.Unix(1<<40, 0)), 3)
}

// FuzzRule: whatever rule can be read is refused, or has occurrences in order, inside the window, and no name twice.
func FuzzRule(f *testing.F) {
	for _, rule := range []string{
		`{"every": "day", "times": ["08:00", "18:00"]}`, `{"every": "hour", "interval": 5, "monthDays": [31]}`, `{"every": "month", "monthDays": [31], "shortMonth": "next", "rest": "days"}`,
		`{"every": "year", "weekdays": [{"day": "mon", "n": 53}], "interval": 100000}`, `{"every": "day", "steps": {"step": "PT30M", "window": "22:00/06:00", "atEnd": true}}`,
		`{"every": "halfYear", "pick": [-1, 2], "months": [3, 8], "rest": "daysBefore"}`, `{"steps": {"step": "PT15M", "inside": "meeting"}}`,
	} {
		f.Add([]byte(rule), int64(1_780_000_000), uint8(0))
	}
	calendars := seriesCalendars(f, "UTC", york, "cn")
	f.Fuzz(func(t *testing.T, rule []byte, at int64, days uint8) {
		r, err := invalid.Decode[schedule.Rule](rule, "rule")
		if err != nil {
			return
		}
		d := schedule.Duty{Code: "d", Calendar: []string{"UTC", york, "cn"}[days%3], Days: schedule.Days(days / 3 % 4), From: civil.MustParse("2024-01-31"), Demand: schedule.Demand{Rule: &r}}
		s, err := schedule.Compile(d, calendars)
		if err != nil {
			return
		}
		from := time.Unix(at, 0)
		to := from.AddDate(0, 0, 40)
		keys, last := map[string]bool{}, time.Time{}
		for _, o := range firstOf(s, from, to, 2000) {
			require.False(t, o.Due.Before(last), "in order")
			require.False(t, keys[s.Key(o)], "%s twice", s.Key(o))
			require.True(t, !o.Due.Before(from) && (o.Day || o.Due.Before(to)), "%v from %v until %v", o.Due, from, to)
			keys[s.Key(o)], last = true, o.Due
		}
	})
}
