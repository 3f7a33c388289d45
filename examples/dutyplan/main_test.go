package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/internal/golden"
)

// reportOf runs the program and returns what it prints, without the paths of the files.
func reportOf(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out, nil))
	return regexp.MustCompile(`(?m)^(Written|已写出).*\n`).ReplaceAllString(out.String(), "")
}

type table []map[string]string

// filesOf runs the program and returns the rows of the files of -out by the names of their columns.
func filesOf(t *testing.T, args ...string) map[string]table {
	t.Helper()
	dir := t.TempDir()
	reportOf(t, append(args, "-out", dir)...)
	out := map[string]table{}
	for name, header := range map[string]string{
		"verdicts": verdictsHeader, "summary": summaryHeader, "gaps": gapsHeader, "occurrences": occurrencesHeader, "bad": badHeader,
	} {
		out[name] = readRows(t, filepath.Join(dir, name+".csv"), header)
	}
	return out
}

func readRows(t *testing.T, path, header string) table {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	require.NoError(t, err)
	require.Equal(t, header, strings.Join(rows[0], ","))
	out := make(table, len(rows)-1)
	for i, row := range rows[1:] {
		out[i] = map[string]string{}
		for k, name := range rows[0] {
			out[i][name] = row[k]
		}
	}
	return out
}

// by returns the rows by what stands in some columns.
func (t table) by(columns ...string) map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, r := range t {
		var key []string
		for _, c := range columns {
			key = append(key, r[c])
		}
		out[strings.Join(key, " ")] = r
	}
	return out
}

func number(n int) string { return strconv.Itoa(n) }

func TestReportGolden(t *testing.T) {
	golden.Check(t, "testdata/report.zh.golden", []byte(reportOf(t)))
	golden.Check(t, "testdata/report.en.golden", []byte(reportOf(t, "-lang", "en")))
}

// TestExplainGolden: a gap of sixteen days, a task moved because the exam was known late, a quota, and a night at a post.
func TestExplainGolden(t *testing.T) {
	for lang, keys := range map[string][]string{
		"en": {"lift-upkeep/after/1105-033", "exam/contractors", "training/2026-W47"},
		"zh": {"night-round/2026-11-14T00:00", "control/2026-11-08", "lift-apply/expiresOn"},
	} {
		var all strings.Builder
		for _, key := range keys {
			text := reportOf(t, "-lang", lang, "-explain", key)
			bare := reportOf(t, "-lang", lang)
			tail := bare[strings.LastIndex(bare, "\n\n"):]
			all.WriteString(strings.TrimPrefix(strings.TrimSuffix(text, tail), strings.TrimSuffix(bare, tail)))
			all.WriteString("\n")
		}
		golden.Check(t, "testdata/explain."+lang+".golden", []byte(all.String()))
	}
}

// found is what there is to be found: a verdict that is not plain, a record beside the plan, a stretch at a post, a bad row.
type found struct{ Finding, Duty, Subject, Key, State, Flags, Record string }

// TestPlanted: what is found is what was planted, no more and no less.
func TestPlanted(t *testing.T) {
	want := map[found]bool{}
	for _, r := range readRows(t, "data/planted.csv", plantedHeader) {
		f := found{r["finding"], r["duty"], r["subject"], r["key"], r["state"], r["flags"], r["record"]}
		require.False(t, want[f], "%v planted twice", f)
		require.NotEmpty(t, r["why"])
		want[f] = true
	}
	files := filesOf(t)
	got, plain := map[found]bool{}, 0
	for _, r := range files["verdicts"] {
		f := found{r["finding"], r["duty"], r["subject"], r["key"], r["state"], flagsOf(r), ""}
		if f.State != "missed" && f.State != "unknown" {
			f.Record = r["record"]
		}
		if f.State == "onTime" && f.Flags == "" {
			plain++
			continue
		}
		require.False(t, got[f], "%v found twice", f)
		got[f] = true
	}
	for _, r := range files["gaps"] {
		state := r["person"]
		if r["finding"] == "shortage" {
			state = r["present"] + " of " + r["need"]
		}
		got[found{Finding: r["finding"], Subject: r["post"], Key: r["start"] + "/" + r["end"], State: state}] = true
	}
	for _, r := range files["bad"] {
		got[found{Finding: "row", Key: r["line"], State: r["rule"]}] = true
	}
	require.Empty(t, cmp.Diff(want, got))
	require.Greater(t, plain, 3500)
}

// flagsOf returns the reason of a verdict and whatever else is odd about it.
func flagsOf(r map[string]string) string {
	var flags []string
	if r["reason"] != "" {
		flags = append(flags, r["reason"])
	}
	for _, f := range []struct{ flag, column string }{{"lateStart", "late_start"}, {"carried", "carried"}, {"recorded", "recorded"}} {
		if r[f.column] != "" {
			flags = append(flags, f.flag)
		}
	}
	return strings.Join(flags, " ")
}

// TestDues are deadlines that can be counted on a calendar of 2026.
func TestDues(t *testing.T) {
	verdicts := filesOf(t)["verdicts"].by("key", "subject")
	tests := []struct{ verdict, why, due, original, late string }{
		{"exam/signposts EXAM", "T−10", "2026-11-19T00:00:00+08:00", "", ""},
		{"exam/carpark EXAM", "T−7, a Saturday", "2026-11-22T00:00:00+08:00", "", ""},
		{"exam/placed EXAM", "T−1", "2026-11-28T00:00:00+08:00", "", ""},
		{"exam/contractors EXAM", "a month before is 28 October; known on the 30th, two days more", "2026-11-02T00:00:00+08:00", "2026-10-29T00:00:00+08:00", "144000"},
		{"lift-apply/expiresOn O1-L1", "a month before 10 December", "2026-11-11T00:00:00+08:00", "", "208800"},
		{"heating-ready/heatingOn NET", "two working days before Sunday the 15th", "2026-11-13T00:00:00+08:00", "", ""},
		{"lamp-clean/2026-11-30 LAMPS", "the last day of a short month", "2026-12-01T00:00:00+08:00", "", ""},
		{"tea/2026-11-12T15:45 ROOM1", "the last before the end at 16:00", "2026-11-12T15:45:00+08:00", "", ""},
		{"night-round/2026-11-14T00:00 ", "of the night of the 13th", "2026-11-14T00:00:00+08:00", "", "3000"},
	}
	for _, tt := range tests {
		r := verdicts[tt.verdict]
		require.NotNil(t, r, tt.verdict)
		require.Equal(t, []string{tt.due, tt.original, tt.late}, []string{r["due"], r["original_due"], r["late"]}, "%s: %s", tt.verdict, tt.why)
	}
	next := filesOf(t)["summary"].by("duty")
	for duty, want := range map[string]string{
		"septic-empty":   "2026-12-11T00:00:00+08:00 SEP2", // the unplanned one of November did not begin it anew
		"tank-clean":     "2026-12-21T00:00:00+08:00 TK2",
		"generator-test": "2026-12-21T00:00:00+08:00 GEN1",
		"lamp-clean":     "2027-01-01T00:00:00+08:00 LAMPS",
		"week-meeting":   "2026-12-07T08:30:00+08:00 ",
		"lift-apply":     "2027-04-21T00:00:00+08:00 T1-L1",
		"tea":            " ",
	} {
		require.Equal(t, want, next[duty]["next"]+" "+next[duty]["next_subject"], duty)
	}
}

// TestCounts are the things due that follow from the calendar of the month: 30 days, 21 of them working, from a Sunday to a
// Monday.
func TestCounts(t *testing.T) {
	totals := filesOf(t)["summary"].by("duty")
	for duty, want := range map[string]int{
		"patrol-hour": 2 * 24 * 30, "night-round": 4 * 30, "road-sweep": 2 * 30, "area-sweep": 3 * 30, "lift-wipe": 10 * 30,
		"pump-check": 21, "week-meeting": 5, "glass": 3 * 4, "lobby-mop": 2 * 5, "training": 4 * 5, "hall-heat": 16, "tea": 7,
		"fire-drill": 0, // the year ends in December
		"exam":       11,
	} {
		require.Equal(t, number(want), totals[duty]["total"], duty)
	}
	december := filesOf(t, "-month", "2026-12")
	require.Equal(t, "2", december["verdicts"].by("key")["fire-drill/2026"]["have"])
	require.Equal(t, "0", december["summary"].by("duty")["exam"]["total"], "the exam is over; nobody owes the check of its rooms any more")
	for _, r := range december["gaps"] {
		require.Equal(t, "shortage", r["finding"], "what was odd in November is not December's")
	}
}

// TestNothingIsLost: every verdict is in one state of the summary, every row of the records is good or bad, and the
// occurrences of the clock are those that were judged.
func TestNothingIsLost(t *testing.T) {
	files := filesOf(t)
	columns := map[string]string{"onTime": "on_time", "": ""}
	for _, s := range []string{"late", "missed", "pending", "excused", "unknown", "partial"} {
		columns[s] = s
	}
	counts := map[string]map[string]int{}
	for _, r := range files["verdicts"] {
		if counts[r["duty"]] == nil {
			counts[r["duty"]] = map[string]int{}
		}
		if r["finding"] != "due" {
			counts[r["duty"]][r["finding"]]++
			continue
		}
		counts[r["duty"]]["total"]++
		counts[r["duty"]][columns[r["state"]]]++
	}
	for _, r := range files["summary"] {
		for _, column := range []string{"total", "on_time", "late", "missed", "pending", "excused", "unknown", "partial", "extra", "voluntary"} {
			require.Equal(t, number(counts[r["duty"]][column]), r[column], "%s %s", r["duty"], column)
		}
	}
	judged := files["verdicts"].by("duty", "subject", "key")
	for _, r := range files["occurrences"] {
		require.Equal(t, r["due"], judged[r["duty"]+" "+r["subject"]+" "+r["key"]]["due"], "%v", r)
	}
	require.Len(t, files["occurrences"], 120+12+300+90+30+21+5+1+16+7)
	require.Contains(t, reportOf(t, "-lang", "en"), " good + 5 bad\n")
}

// TestOtherInstants: in the middle of the month what comes is not due yet, and records from later have not happened.
func TestOtherInstants(t *testing.T) {
	files := filesOf(t, "-asof", "2026-11-15")
	verdicts := files["verdicts"].by("key", "subject")
	for verdict, want := range map[string]string{
		"patrol-hour/2026-11-15T23:00 P1": "onTime", "patrol-hour/2026-11-16T00:00 P1": "pending",
		"lobby-mop/2026-W46 T1": "missed", "lobby-mop/2026-W47 T1": "pending", "exam/room-check EXAM": "pending",
	} {
		require.Equal(t, want, verdicts[verdict]["state"], verdict)
	}
	next := files["summary"].by("duty")["exam"]
	require.Equal(t, "2026-11-19T00:00:00+08:00", next["next"])
	require.Len(t, files["gaps"], 2) // of the 8th and the 15th
	for _, r := range files["gaps"] {
		require.Less(t, r["start"], "2026-11-16")
	}
	overdue := filesOf(t, "-asof", "2026-11-20")["summary"].by("duty")["lift-upkeep"]
	require.Equal(t, "2026-11-21T00:00:00+08:00 T1-L5", overdue["next"]+" "+overdue["next_subject"])
	require.Regexp(t, `lift-upkeep +2026-11-20 +T1-L5 +overdue\n`, reportOf(t, "-lang", "en", "-asof", "2026-11-20"))
	require.Equal(t, reportOf(t), reportOf(t, "-asof", "2026-11-30"))
	require.Equal(t, reportOf(t), reportOf(t, "-asof", "2026-11-30T16:00:00Z"))
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// ownDuties is a small program of its own, with a code that a spreadsheet would run.
const ownDuties = `{
	"calendars": [{"code": "c", "zone": "Europe/Berlin", "hours": [{"days": ["mon"], "windows": ["00:00/24:00"]}]}],
	"subjects": [{"code": "=A1", "kind": "door"}],
	"duties": [{"for": "door", "duty": {"code": "close", "calendar": "c", "from": "2026-01-01", "demand": {"rule": {"every": "month", "monthDays": [-1], "times": ["20:00"]}}, "late": "PT1H"}}]
}`

// TestOwnFiles: other duties and records, in another zone, without posts and plans.
func TestOwnFiles(t *testing.T) {
	duties := write(t, "d.json", ownDuties)
	records := write(t, "r.csv", "\ufeff"+recordsHeader+"\nrecord,1,=A1,close,2026-02-28T19:30:00Z,,,,,,,\nrecord,2,=A1,close,2026-02-28 22:00:01,,,,,,,\nrecord,3\n")
	args := []string{"-duties", duties, "-records", records, "-month", "2026-02"}
	files := filesOf(t, args...)
	want := map[string]string{
		"finding": "due", "duty": "close", "source": "", "subject": "'=A1", "key": "close/2026-02-28T20:00", "state": "onTime",
		"due": "2026-02-28T20:00:00+01:00", "day": "", "original_due": "", "start": "2026-02-28T20:00:00+01:00", "end": "2026-02-28T21:00:00+01:00",
		"record": "1", "at": "2026-02-28T20:30:00+01:00", "recorded": "", "have": "", "want": "", "late": "", "late_start": "", "carried": "",
		"reason": "", "missing": "",
	}
	require.Empty(t, cmp.Diff(want, files["verdicts"][0]))
	require.Equal(t, "extra", files["verdicts"][1]["finding"])
	require.Equal(t, "dutyplan/columns", files["bad"][0]["rule"])
	require.Empty(t, files["gaps"])
	require.Contains(t, reportOf(t, append(args, "-lang", "en")...), "on the clocks of Europe/Berlin")
}

// TestBadRows: every row that cannot be read is listed with what is wrong, and the others count.
func TestBadRows(t *testing.T) {
	for row, rule := range map[string]string{
		"record,1,P1,patrol,,,,,,,,":                              "when",
		"record,1,P1,patrol,2026-11-05 25:00,,,,,,,":              "when",
		"record,1,P1,patrol,0001-11-05 05:00,,,,,,,":              "when",
		"record,1,P1,patrol,2026-11-05 05:00,x,,,,,,":             "when",
		"record,1,P1,patrol,2026-11-05 05:00,,x,,,,,":             "when",
		"record,,P1,patrol,2026-11-05 05:00,,,,,,,":               "no-id",
		"record,1,P0,patrol,2026-11-05 05:00,,,,,,,":              "subject",
		"record,1,P1,stroll,2026-11-05 05:00,,,,,,,":              "kind",
		"record,1,P1,patrol,2026-11-05 05:00,,,,,,maybe,":         "mark",
		"record,1,ENG,training,2026-11-05 05:00,,,,hours,-1,,":    "number",
		"record,1,ENG,training,2026-11-05 05:00,,,,hours,1e9,,":   "number",
		"reading,,GEN1,,2026-11-05 05:00,,,,,5,,":                 "kind",
		"excuse,,P1,,2026-11-05 05:00,2026-11-05 05:00,,,,,,":     "end",
		"note,,P1,,2026-11-05 05:00,,,,,,,":                       "what",
		"record,1,P1,patrol,2026-11-05 05:00,,,,,,,,one too many": "columns",
	} {
		records := write(t, "r.csv", recordsHeader+"\nrecord,0,P2,patrol,2026-11-05 05:00,,,,,,,\n"+row+"\n")
		files := filesOf(t, "-records", records, "-month", "2026-11")
		require.Len(t, files["bad"], 1, row)
		require.Equal(t, []string{"3", "dutyplan/" + rule}, []string{files["bad"][0]["line"], files["bad"][0]["rule"]}, row)
		require.Equal(t, "0", files["verdicts"].by("key", "subject")["patrol-hour/2026-11-05T05:00 P2"]["record"])
	}
}

func TestErrors(t *testing.T) {
	records := write(t, "r.csv", recordsHeader+"\n")
	other := write(t, "o.csv", "a,b\n")
	replaced := func(from, to string) string { return write(t, "d.json", strings.Replace(ownDuties, from, to, 1)) }
	tests := []struct {
		args   []string
		en, zh string
	}{
		{[]string{"-asof", "2026-02-30"}, `"2026-02-30" is neither a day`, "既不是日期"},
		{[]string{"-month", "2026-13"}, `"2026-13" is not a month`, "不是月份"},
		{[]string{"-records", records}, "-records also needs -month", "还需要 -month"},
		{[]string{"-records", other, "-month", "2026-11"}, "does not begin with the header", "首行不是"},
		{[]string{"-records", "nowhere.csv", "-month", "2026-11"}, "nowhere.csv: no such file", "nowhere.csv"},
		{[]string{"-duties", "nowhere.json"}, "nowhere.json: no such file", "nowhere.json"},
		{[]string{"-duties", replaced(`"kind": "door"`, `"kind": "gate"`)}, `nothing of the kind "door"`, `没有 "door" 类的对象`},
		{[]string{"-duties", replaced(`"duties"`, `"x": 1, "duties"`)}, "x", "x"},
		{[]string{"-duties", replaced(`, "kind": "door"`, ``)}, `the estate has no "=A1"`, `小区没有 "=A1"`},
		{[]string{"-duties", replaced(`"code": "=A1", "kind": "door"}`, `"code": "=A1", "kind": "door"}, {"code": "=A1", "kind": "gate"}`)}, `"=A1" is named twice`, "重复"},
		{[]string{"-duties", replaced(`"for": "door"`, `"for": "door", "only": ["B"]`)}, `there is no subject "B"`, `没有对象 "B"`},
		{[]string{"-duties", replaced(`"calendar": "c"`, `"calendar": "d"`)}, `there is no calendar "d"`, `没有日历 "d"`},
		{[]string{"-duties", replaced(`"calendars": [{`, `"calendars": [], "x": [{`)}, "calendars", "calendars"},
		{[]string{"-duties", replaced(`"zone": "Europe/Berlin"`, `"zone": "Mars/Base"`)}, "Mars/Base", "Mars/Base"},
		{[]string{"-explain", "nothing"}, `has the key "nothing"`, `没有 "nothing"`},
		{[]string{"-explain", "control/2027-01-01"}, "has the key", "本月的评判中没有"},
		{[]string{"-mapping", "x"}, "-mapping", "-mapping"},
		{[]string{"-data", t.TempDir()}, "community.json", "community.json"},
	}
	for _, tt := range tests {
		require.ErrorContains(t, run(append(tt.args, "-lang", "en"), &bytes.Buffer{}, nil), tt.en, "%v", tt.args)
		require.ErrorContains(t, run(tt.args, &bytes.Buffer{}, nil), tt.zh, "%v", tt.args)
	}
	require.ErrorContains(t, run([]string{"-lang", "fr"}, &bytes.Buffer{}, nil), "want zh or en")
	screen, err := os.Open(os.DevNull)
	require.NoError(t, err)
	defer func() { require.NoError(t, screen.Close()) }()
	require.ErrorIs(t, run([]string{"-nope"}, &bytes.Buffer{}, screen), cli.ErrUsage)
	require.ErrorIs(t, run([]string{"-h"}, &bytes.Buffer{}, screen), flag.ErrHelp)
}

// BenchmarkMonth judges and reports the month.
func BenchmarkMonth(b *testing.B) {
	for b.Loop() {
		if err := run(nil, &bytes.Buffer{}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
