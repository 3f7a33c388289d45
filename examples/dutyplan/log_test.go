package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// TestAnyOrder: the rows of the records in reverse, without those that cannot be read, say the same.
func TestAnyOrder(t *testing.T) {
	text, err := data.ReadFile("data/records.csv")
	require.NoError(t, err)
	lines := slices.Collect(strings.Lines(string(text)))
	bad := map[string]bool{}
	for _, r := range filesOf(t)["bad"] {
		bad[r["line"]] = true
	}
	var rows []string
	for i, line := range lines[1:] {
		if !bad[number(i+2)] {
			rows = append(rows, line)
		}
	}
	require.Len(t, rows, len(lines)-1-5)
	slices.Reverse(rows)
	path := write(t, "r.csv", lines[0]+strings.Join(rows, ""))
	want, got := filesOf(t), filesOf(t, "-records", path, "-month", "2026-11")
	require.Empty(t, got["bad"])
	for _, name := range []string{"verdicts", "summary", "gaps", "occurrences"} {
		require.Empty(t, cmp.Diff(want[name], got[name]), name)
	}
}

// fuzzDuties have a demand of each kind, and a post.
const fuzzDuties = `{
	"calendars": [{"code": "c", "zone": "Asia/Shanghai", "hours": [{"days": ["mon"], "windows": ["00:00/24:00"]}]}],
	"subjects": [{"code": "A", "kind": "thing", "fields": [{"name": "openOn", "on": "2026-02-10"}]}],
	"duties": [
		{"for": "thing", "duty": {"code": "day", "calendar": "c", "acts": ["act"], "from": "2026-02-01", "demand": {"rule": {"every": "day", "times": ["08:00", "20:00"]}}, "early": "PT6H", "late": "PT1H"}},
		{"for": "thing", "duty": {"code": "week", "calendar": "c", "acts": ["act"], "from": "2026-01-01", "demand": {"quota": {"atLeast": "2", "sum": "n", "in": "week"}}}},
		{"for": "thing", "duty": {"code": "gap", "calendar": "c", "acts": ["act"], "from": "2026-02-01", "demand": {"first": {"of": [{"gap": {"max": "P3D"}}, {"usage": {"meter": "n", "step": "5"}}]}}}},
		{"for": "thing", "duty": {"code": "by", "calendar": "c", "acts": ["act"], "from": "2026-02-01", "demand": {"by": {"anchor": "openOn", "before": "1wd"}}}}
	],
	"posts": {"code": "posts", "calendar": "c", "posts": [{"code": "gate", "people": 1}]}
}`

// fuzzInput returns February 2026 of those duties, without records.
func fuzzInput(tb testing.TB) *input {
	tb.Helper()
	p, err := invalid.Decode[program]([]byte(fuzzDuties), "duties")
	require.NoError(tb, err)
	c, err := worktime.New(p.Calendars[0], time.LoadLocation)
	require.NoError(tb, err)
	in := &input{program: p, calendars: map[string]*worktime.Calendar{"c": c}, zone: c.Location(), subjects: append([]subject{{}}, p.Subjects...)}
	require.NoError(tb, in.setMonth("2026-02", ""))
	return in
}

// FuzzRead: whatever the rows say, each is good or listed as bad; what is good can be judged; a record serves a duty once;
// and the order of good rows means nothing.
func FuzzRead(f *testing.F) {
	f.Add("record,1,A,act,2026-02-05 08:10,,,x,n,2,,\nrecord,2,A,act,2026-02-05 08:10,,2026-02-06 01:00,,,,voluntary,\n")
	f.Add("reading,,A,n,2026-02-05 08:10,,,,,2,,\nreading,,A,n,2026-02-06 08:10,,,,,9,,\nexcuse,,A,,2026-02-01 08:10,2026-02-03 00:00,,,,,,why\n")
	f.Add("attendance,,,gate,2026-02-05 08:10,2026-02-06T00:00:00Z,,x,,,,\nattendance,,,gate,,,,,,,,\nrecord,1,B,act,2026,,,,,,,\n")
	f.Add("record,\"1\nA,,,")
	f.Fuzz(func(t *testing.T, rows string) {
		in := fuzzInput(t)
		read, err := in.read([]byte(recordsHeader+"\n"+rows), "records")
		if err != nil {
			return // no CSV
		}
		good := len(read.records) + len(read.sheet.Attendance)
		for _, e := range read.evidence {
			good += len(e.Readings) + len(e.Excuses)
		}
		require.Equal(t, read.rows, good+len(read.bad))
		in.log = read
		j, err := judge(in)
		require.NoError(t, err)
		used := map[string]bool{}
		for _, v := range j.verdicts {
			if v.Record == "" {
				continue
			}
			key := j.duties[v.duty].code + " " + v.Record
			require.False(t, used[key], "%s serves twice", key)
			used[key] = true
		}
		back := in.log
		for code, e := range back.evidence {
			slices.Reverse(e.Records)
			slices.Reverse(e.Readings)
			slices.Reverse(e.Excuses)
			back.evidence[code] = e
		}
		slices.Reverse(back.sheet.Attendance)
		again, err := judge(in)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(j.verdictRows(), again.verdictRows()))
		require.Empty(t, cmp.Diff(j.summaryRows(), again.summaryRows()))
		require.ElementsMatch(t, j.gapRows(), again.gapRows())
	})
}

// TestPeriodStart: weeks begin on Monday, quarters and half-years are those of the calendar.
func TestPeriodStart(t *testing.T) {
	for _, tt := range []struct {
		unit      schedule.Unit
		day, want string
	}{
		{schedule.Week, "2026-11-01", "2026-10-26"},
		{schedule.Week, "2026-11-02", "2026-11-02"},
		{schedule.Month, "2026-11-30", "2026-11-01"},
		{schedule.Quarter, "2026-11-30", "2026-10-01"},
		{schedule.HalfYear, "2026-06-30", "2026-01-01"},
		{schedule.HalfYear, "2026-11-30", "2026-07-01"},
		{schedule.Year, "2026-12-31", "2026-01-01"},
		{schedule.Day, "2026-11-05", "2026-11-05"},
		{0, "2026-11-05", "2026-11-05"},
	} {
		require.Equal(t, civil.MustParse(tt.want), periodStart(tt.unit, civil.MustParse(tt.day)), "%s %s", tt.unit, tt.day)
	}
}
