package schedule_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

type recurrenceCase struct {
	Name, DTStart, RRule string
	Window               [2]time.Time
	Count                int
	First, Last          []time.Time
	Sum                  string `json:"sha256OfLines"`
}

// TestRecurrenceCases reads 15 rules that two other libraries agree on, and compares every occurrence of five years by a hash.
func TestRecurrenceCases(t *testing.T) {
	folder := os.Getenv("WUYE_DATA")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared", "data")
	}
	data, err := os.ReadFile(filepath.Join(folder, "recurrence-cases.json"))
	if err != nil {
		t.Skipf("no real data (%v): set WUYE_DATA", err)
	}
	var cases []recurrenceCase
	require.NoError(t, json.Unmarshal(data, &cases))
	require.Len(t, cases, 15)
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			start, err := time.Parse("20060102T150405Z", c.DTStart)
			require.NoError(t, err)
			s := fromRRule(t, "UTC", schedule.RRule{Start: civil.MomentOf(start), Text: c.RRule})
			checkRecurrence(t, c, s)
			out, err := s.RRule()
			require.NoError(t, err)
			checkRecurrence(t, c, fromRRule(t, "UTC", out))
		})
	}
}

func checkRecurrence(t *testing.T, c recurrenceCase, s *schedule.Schedule) {
	t.Helper()
	var lines strings.Builder
	var all []time.Time
	for o := range s.Occurrences(c.Window[0], c.Window[1].Add(time.Second)) {
		all = append(all, o.Due)
		lines.WriteString(o.Due.Format(time.RFC3339) + "\n")
	}
	require.Len(t, all, c.Count)
	require.Equal(t, c.First, all[:len(c.First)])
	require.Equal(t, c.Last, all[len(all)-len(c.Last):])
	sum := sha256.Sum256([]byte(lines.String()))
	require.Equal(t, c.Sum, hex.EncodeToString(sum[:]))
}

func fromRRule(tb testing.TB, zone string, text schedule.RRule) *schedule.Schedule {
	tb.Helper()
	loc, err := time.LoadLocation(zone)
	require.NoError(tb, err)
	d, err := schedule.ParseRRule(text, loc)
	require.NoError(tb, err, text.Text)
	d.Code, d.Calendar = "d", zone
	s, err := schedule.Compile(d, seriesCalendars(tb, zone))
	require.NoError(tb, err, text.Text)
	return s
}

// TestRRuleWritten is how a rule is written for others, and that it is read again as the same days.
func TestRRuleWritten(t *testing.T) {
	tests := []struct {
		name, from, rule, start, want string
	}{
		{"twice a day", "2026-01-01", `{"every": "day", "times": ["18:00", "08:00"]}`, "2026-01-01T08:00", "FREQ=DAILY;BYHOUR=8,18;BYMINUTE=0"},
		{"some time on every second day", "2026-01-01", `{"every": "day", "interval": 2}`, "2026-01-01T00:00", "FREQ=DAILY;INTERVAL=2"},
		{"weekly", "2026-01-01", `{"every": "week"}`, "2026-01-01T00:00", "FREQ=WEEKLY;BYDAY=TH"},
		{
			"R-6 the 31st or the last", "2026-01-31", `{"every": "month", "shortMonth": "last", "times": ["09:00"]}`, "2026-01-31T09:00",
			"FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
		},
		{
			"R-6 the 30th or the last, twice", "2026-01-30", `{"every": "month", "shortMonth": "last", "times": ["09:00", "15:00"]}`, "2026-01-30T09:00",
			"FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYHOUR=9,15;BYMINUTE=0;BYSETPOS=-1,-2",
		},
		{"the 31st alone", "2026-01-31", `{"every": "month", "shortMonth": "skip"}`, "2026-01-31T00:00", "FREQ=MONTHLY;BYMONTHDAY=31"},
		{
			"29 February or the last", "2024-02-29", `{"every": "year", "shortMonth": "last"}`, "2024-02-29T00:00",
			"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
		},
		{
			"the last of January and of April", "2026-01-01", `{"every": "year", "months": [1, 4], "monthDays": [31], "shortMonth": "last"}`, "2026-01-31T00:00",
			"FREQ=MONTHLY;BYMONTH=1,4;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
		},
		{"every quarter", "2026-02-10", `{"every": "quarter"}`, "2026-02-10T00:00", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10"},
		{"the second Tuesday", "2026-01-01", `{"every": "month", "weekdays": [{"day": "tue", "n": 2}]}`, "2026-01-13T00:00", "FREQ=MONTHLY;BYDAY=2TU"},
		{"day 100", "2026-01-01", `{"every": "year", "yearDays": [100]}`, "2026-04-10T00:00", "FREQ=YEARLY;BYYEARDAY=100"},
		{"every half hour", "2026-01-01", `{"every": "minute", "interval": 30, "times": ["00:15"]}`, "2026-01-01T00:15", "FREQ=MINUTELY;INTERVAL=30"},
		{
			"the last weekday of the month", "2026-01-01",
			`{"every": "month", "weekdays": [{"day": "mon"}, {"day": "tue"}, {"day": "wed"}, {"day": "thu"}, {"day": "fri"}], "pick": [-1]}`,
			"2026-01-30T00:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
		},
		{
			"rounds of a day", "2026-01-01", `{"every": "day", "steps": {"step": "PT3H", "window": "08:00/18:00"}}`, "2026-01-01T11:00",
			"FREQ=DAILY;BYHOUR=11,14,17;BYMINUTE=0",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := seriesOf(t, china, test.from, test.rule)
			out, err := s.RRule()
			require.NoError(t, err)
			require.Equal(t, test.want, out.Text)
			require.Equal(t, test.start, out.Start.String())
			back := fromRRule(t, china, out)
			require.Equal(t, duesOf(t, s, china, "2024-01-01", "2033-01-01"), duesOf(t, back, china, "2024-01-01", "2033-01-01"))
		})
	}
}

// TestRRuleUntil is R-10: the end is an instant in UTC, and the last day on the clock of the zone.
func TestRRuleUntil(t *testing.T) {
	d := seriesDuty(t, china, "2026-01-01", `{"every": "day", "times": ["23:30"]}`)
	d.To = civil.MustParse("2026-01-05")
	s, err := schedule.Compile(d, seriesCalendars(t, china))
	require.NoError(t, err)
	out, err := s.RRule()
	require.NoError(t, err)
	require.Equal(t, "FREQ=DAILY;UNTIL=20260105T155959Z", out.Text)
	require.Len(t, duesOf(t, fromRRule(t, china, out), china, "2026-01-01", "2026-02-01"), 5)

	tests := []struct{ text, start, zone, first, last string }{
		{"FREQ=DAILY;UNTIL=20260105T000000Z", "2026-01-01T09:00", china, "2026-01-01", "2026-01-04"}, // 08:00 there, before 09:00
		{"FREQ=DAILY;UNTIL=20260105T010000Z", "2026-01-01T09:00", china, "2026-01-01", "2026-01-05"}, // 09:00 on the dot
		{"FREQ=DAILY;UNTIL=20260105", "2026-01-01T09:00", china, "2026-01-01", "2026-01-05"},
		{"FREQ=DAILY;UNTIL=20260105T090000", "2026-01-01T09:00", "UTC", "2026-01-01", "2026-01-05"},
		{"FREQ=DAILY;UNTIL=20260105T085959", "2026-01-01T09:00", "UTC", "2026-01-01", "2026-01-04"},
		{"FREQ=HOURLY;INTERVAL=12;UNTIL=20260103T210000", "2026-01-01T09:00", "UTC", "2026-01-01", "2026-01-03"},
		{"FREQ=DAILY;BYHOUR=7", "2026-01-01T09:00", "UTC", "2026-01-02", ""},
	}
	for _, test := range tests {
		zone, err := time.LoadLocation(test.zone)
		require.NoError(t, err)
		d, err := schedule.ParseRRule(schedule.RRule{Start: civil.MustParseMoment(test.start), Text: test.text}, zone)
		require.NoError(t, err, test.text)
		require.Equal(t, test.first, d.From.String(), test.text)
		require.Equal(t, test.last, d.To.String(), test.text)
	}
}

// TestRRuleRefused: what is not read says which part it is.
func TestRRuleRefused(t *testing.T) {
	tests := []struct {
		text, path string
		rule       invalid.RuleError
	}{
		{"", "", schedule.ErrRRuleText},
		{"FREQ", "", schedule.ErrRRuleText},
		{"FREQ=DAILY;", "", schedule.ErrRRuleText},
		{"FREQ=DAILY;FREQ=DAILY", "", schedule.ErrRRuleText},
		{"INTERVAL=2", "FREQ", schedule.ErrRRuleValue},
		{"FREQ=SECONDLY", "FREQ", schedule.ErrRRuleValue},
		{"FREQ=QUARTERLY", "FREQ", schedule.ErrRRuleValue},
		{"FREQ=DAILY;COUNT=3", "COUNT", schedule.ErrRRulePart},
		{"FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO", schedule.ErrRRulePart},
		{"FREQ=DAILY;BYSECOND=30", "BYSECOND", schedule.ErrRRuleValue},
		{"FREQ=DAILY;INTERVAL=0", "INTERVAL", schedule.ErrRRuleValue},
		{"FREQ=MONTHLY;BYMONTHDAY=-31", "BYMONTHDAY", schedule.ErrRRuleValue},
		{"FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY", schedule.ErrRRuleValue},
		{"FREQ=MONTHLY;BYDAY=XX", "BYDAY", schedule.ErrRRuleValue},
		{"FREQ=MONTHLY;BYDAY=OT", "BYDAY", schedule.ErrRRuleValue},
		{"FREQ=WEEKLY;BYDAY=2TU", "BYDAY", schedule.ErrRRuleFits},
		{"FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY", schedule.ErrRRuleFits},
		{"FREQ=MONTHLY;BYYEARDAY=3", "BYYEARDAY", schedule.ErrRRuleFits},
		{"FREQ=MINUTELY;INTERVAL=480;BYHOUR=5", "BYHOUR", schedule.ErrRRuleFits},
		{"FREQ=DAILY;BYSETPOS=1", "BYSETPOS", schedule.ErrRRuleFits},
		{"FREQ=MONTHLY;BYDAY=MO;BYHOUR=8,18;BYSETPOS=1", "BYSETPOS", schedule.ErrRRuleFits}, // half a day
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "WKST", schedule.ErrRRuleFits},
		{"FREQ=DAILY;BYHOUR=8,18", "DTSTART", schedule.ErrRRuleCut},
		{"FREQ=HOURLY;UNTIL=20260103T120000", "UNTIL", schedule.ErrRRuleCut},
		{"FREQ=DAILY;UNTIL=20251231", "UNTIL", schedule.ErrRRuleValue},
		{"FREQ=DAILY;UNTIL=yesterday", "UNTIL", schedule.ErrRRuleValue},
		{"FREQ=MONTHLY;SKIP=SIDEWAYS", "SKIP", schedule.ErrRRuleValue},
	}
	for _, test := range tests {
		_, err := schedule.ParseRRule(schedule.RRule{Start: civil.MustParseMoment("2026-01-01T09:00"), Text: test.text}, nil)
		var problems *invalid.Error
		require.ErrorAs(t, err, &problems, test.text)
		require.ErrorIs(t, err, test.rule, test.text)
		require.Equal(t, test.path, problems.Fields[0].Path, test.text)
	}
}

// TestNoRRule: what RFC 5545 has no words for.
func TestNoRRule(t *testing.T) {
	tests := []struct{ rule, path string }{
		{`{"every": "month", "rest": "days"}`, "demand.rule.rest"},
		{`{"every": "month", "monthDays": [31], "shortMonth": "next"}`, "demand.rule.shortMonth"},
		{`{"every": "month", "monthDays": [15, 31], "shortMonth": "last"}`, "demand.rule.shortMonth"},
		{`{"every": "day", "times": ["08:00", "18:30"]}`, "demand.rule.times"},
		{`{"every": "day", "steps": {"step": "PT2H", "window": "22:00/06:00"}}`, "demand.rule.steps"},
		{`{"every": "quarter", "weekdays": [{"day": "mon", "n": 1}]}`, "demand.rule.every"},
	}
	for _, test := range tests {
		_, err := seriesOf(t, china, "2026-01-01", test.rule).RRule()
		var problems *invalid.Error
		require.ErrorAs(t, err, &problems, test.rule)
		require.ErrorIs(t, err, schedule.ErrNoRRule, test.rule)
		require.Equal(t, test.path, problems.Fields[0].Path)
	}
	d := seriesDuty(t, china, "2026-01-01", `{"every": "day"}`)
	d.Season, d.Days = civil.MustParseSeason("06-01/08-31"), schedule.WorkingDays
	s, err := schedule.Compile(d, seriesCalendars(t, china))
	require.NoError(t, err)
	var problems *invalid.Error
	_, err = s.RRule()
	require.ErrorAs(t, err, &problems)
	require.Len(t, problems.Fields, 2)
	_, err = seriesOf(t, china, "2026-01-01", `{"steps": {"step": "PT15M", "inside": "meeting"}}`).RRule()
	require.ErrorIs(t, err, schedule.ErrNoClock)
}

// FuzzRRule: whatever is read has occurrences or is refused, and what is written of it is read again as the same series.
func FuzzRRule(f *testing.F) {
	for _, text := range []string{
		"FREQ=DAILY;BYHOUR=8,18", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYDAY=20MO",
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "FREQ=HOURLY;INTERVAL=5;BYDAY=MO", "FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD", "FREQ=YEARLY;BYYEARDAY=-1,366",
		"FREQ=MONTHLY;UNTIL=20300101T000000Z;BYMONTH=2;BYMONTHDAY=29;RSCALE=GREGORIAN;SKIP=FORWARD", "FREQ=YEARLY;BYMONTH=1,4;BYMONTHDAY=31;SKIP=BACKWARD",
	} {
		f.Add(text, 547, false)
		f.Add(text, 0, true)
	}
	calendars := seriesCalendars(f, "UTC")
	compile := func(d schedule.Duty) (*schedule.Schedule, error) {
		d.Code, d.Calendar = "d", "UTC"
		return schedule.Compile(d, calendars)
	}
	f.Fuzz(func(t *testing.T, text string, minute int, allDay bool) {
		start := civil.MustParseMoment("2024-01-31T00:00") + civil.Moment(uint(minute)%civil.DayMinutes)
		d, err := schedule.ParseRRule(schedule.RRule{Start: start, AllDay: allDay, Text: text}, nil)
		if err != nil {
			return
		}
		s, err := compile(d)
		if err != nil {
			require.ErrorIs(t, err, schedule.ErrNever)
			return
		}
		out, err := s.RRule()
		if err != nil {
			return
		}
		back, err := schedule.ParseRRule(out, nil)
		require.NoError(t, err, "%+v of %s", out, text)
		again, err := compile(back)
		require.NoError(t, err, "%+v of %s", out, text)
		from := instantIn(t, "UTC", "2024-01-01T00:00")
		want := firstOf(s, from, from.AddDate(30, 0, 0), 500)
		require.Equal(t, want, firstOf(again, from, from.AddDate(30, 0, 0), 500), "%+v of %s", out, text)
		twice, err := again.RRule()
		require.NoError(t, err)
		require.Equal(t, out, twice)
	})
}
