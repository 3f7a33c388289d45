package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

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

// filesOf runs the program and returns the rows of a file of -out by the names of its columns.
func filesOf(t *testing.T, args ...string) map[string][]map[string]string {
	t.Helper()
	dir := t.TempDir()
	reportOf(t, append(args, "-out", dir)...)
	out := map[string][]map[string]string{}
	for name, header := range map[string]string{
		"verdicts": verdictsHeader, "groups": groupsHeader, "bad": badHeader, "notices": noticesHeader, "scores": scoresHeader,
	} {
		out[name] = readRows(t, filepath.Join(dir, name+".csv"), header)
	}
	return out
}

func readRows(t *testing.T, path, header string) []map[string]string {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	require.NoError(t, err)
	require.Equal(t, header, strings.Join(rows[0], ","))
	out := make([]map[string]string, len(rows)-1)
	for i, row := range rows[1:] {
		out[i] = map[string]string{}
		for k, name := range rows[0] {
			out[i][name] = row[k]
		}
	}
	return out
}

func TestReportGolden(t *testing.T) {
	golden.Check(t, "testdata/report.zh.golden", []byte(reportOf(t)))
	golden.Check(t, "testdata/report.en.golden", []byte(reportOf(t, "-lang", "en")))
}

// TestExplainGolden: waiting for parts in the middle; 2 working hours with seven days of holidays between them.
func TestExplainGolden(t *testing.T) {
	explained := func(id, lang string) []byte {
		_, text, found := strings.Cut(reportOf(t, "-lang", lang, "-explain", id), "\n\n"+map[string]string{"zh": "工单 ", "en": "Case "}[lang]+id)
		require.True(t, found)
		return []byte(text)
	}
	golden.Check(t, "testdata/explain.en.golden", explained("J54", "en"))
	golden.Check(t, "testdata/explain.zh.golden", explained("L55", "zh"))
}

// TestPlanted: what is not kept is what was planted, no more and no less.
func TestPlanted(t *testing.T) {
	type finding struct{ Case, Milestone, State, Reason, Missing string }
	want := map[finding]bool{}
	for _, r := range readRows(t, "testdata/planted.csv", "case,milestone,state,reason,missing,why") {
		want[finding{r["case"], r["milestone"], r["state"], r["reason"], r["missing"]}] = true
	}
	got, met := map[finding]bool{}, 0
	for _, r := range filesOf(t)["verdicts"] {
		if r["state"] == "met" {
			met++
			continue
		}
		got[finding{r["case"], r["milestone"], r["state"], r["reason"], r["missing"]}] = true
	}
	require.Empty(t, cmp.Diff(want, got))
	require.Greater(t, met, 100)
}

// TestDues are deadlines that can be counted on a calendar of 2026, and what became of them.
func TestDues(t *testing.T) {
	by := map[string]map[string]string{}
	for _, r := range filesOf(t)["verdicts"] {
		by[r["case"]+" "+r["milestone"]] = r
	}
	tests := []struct{ verdict, why, due, counted, paused, margin string }{
		{"J51 arrive", "30 minutes, on the instant", "2026-09-18T22:40:00+08:00", "1800", "0", "0"},
		{"J52 arrive", "a minute late", "2026-09-21T22:40:00+08:00", "1860", "0", "-60"},
		{"J53 arrive", "night and holiday count", "2026-10-02T03:50:00+08:00", "2700", "0", "-900"},
		{"J54 resolve", "24 h and the 48 h without parts", "2026-09-25T09:00:00+08:00", "21600", "172800", "64800"},
		{"J55 resolve", "1 h counted; if the parts came at midnight", "2026-10-15T23:00:00+08:00", "3600", "115200", "82800"},
		{"J56 resolve", "21 h between both repairs", "2026-09-18T07:00:00+08:00", "46800", "75600", "39600"},
		{"J57 resolve", "27 of 24 h", "2026-10-09T07:00:00+08:00", "97200", "75600", "-10800"},
		{"L55 accept", "half an hour on 30 September, the rest from 8:30 on 8 October", "2026-10-08T10:00:00+08:00", "7260", "0", "-60"},
		{"L56 accept", "an hour and a half on the make-up Sunday, the rest on Monday", "2026-09-21T09:00:00+08:00", "6900", "0", "300"},
		{"L57 resolve", "the end of work on Tuesday", "2026-09-22T17:30:00+08:00", "", "0", "-59400"},
		{"L58 resolve", "from Thursday on; Friday and the make-up Sunday stopped", "2026-09-21T17:30:00+08:00", "", "259200", "-145800"},
		{"T51 answer", "Tuesday and Wednesday", "2026-10-01T00:00:00+08:00", "", "0", "-637200"},
		{"T52 answer", "Wednesday and Thursday", "2026-09-25T00:00:00+08:00", "", "0", "25200"},
		{"T54 answer", "Wednesday and Thursday", "2026-10-16T00:00:00+08:00", "", "0", "86400"},
		{"T55 answer", "30 September and 8 October", "2026-10-09T00:00:00+08:00", "", "0", "54000"},
		{"T55 callback", "9, 10 and 11 October", "2026-10-12T00:00:00+08:00", "", "0", "-259200"},
	}
	for _, tt := range tests {
		r := by[tt.verdict]
		require.NotNil(t, r, tt.verdict)
		require.Equal(t, []string{tt.due, tt.paused, tt.margin}, []string{r["due"], r["paused"], r["margin"]}, "%s: %s", tt.verdict, tt.why)
		if tt.counted != "" {
			require.Equal(t, tt.counted, r["counted"], "%s: %s", tt.verdict, tt.why)
		}
	}
}

// TestScores: steps of 10 minutes early count as begun, late ones when they are over; at most two, five yuan each.
func TestScores(t *testing.T) {
	by := map[string]string{}
	for _, r := range filesOf(t)["scores"] {
		by[r["case"]] = r["score"] + " " + r["unit"]
	}
	want := map[string]string{
		"J51": "0 CNY",   // on the instant
		"J52": "0 CNY",   // a minute late: no step is over
		"J53": "-5 CNY",  // 15 minutes late: one step
		"J54": "5 CNY",   // 10 minutes early: one step
		"J61": "-30 CNY", // never arrived
		"J59": "",        // reversed
		// Working days of seven and a half hours: half an hour late, the holidays do not count; a day begun early.
		"T51": "1.5 point", // 1.5 × (1 + 0 × 2)
		"T55": "4.5 point", // 1.5 × (1 + 1 × 2)
	}
	for id, score := range want {
		require.Equal(t, score, by[id], id)
	}
}

// TestNothingIsLost: the rows add up, and every verdict is in one group and one state.
func TestNothingIsLost(t *testing.T) {
	files := filesOf(t)
	type key struct{ group, milestone string }
	count := map[key]map[string]int{}
	for _, r := range files["verdicts"] {
		at := key{r["group"], r["milestone"]}
		if count[at] == nil {
			count[at] = map[string]int{}
		}
		count[at][r["state"]]++
		count[at]["total"]++
	}
	for _, r := range files["groups"] {
		at := key{r["group"], r["milestone"]}
		for _, state := range []string{"total", "met", "breached", "running", "paused", "waived", "unknown"} {
			require.Equal(t, r[state], number(count[at][state]), "%v %s", at, state)
		}
		delete(count, at)
	}
	require.Empty(t, count)
	require.Contains(t, reportOf(t, "-lang", "en"), " bad + 0 ignored\n")
	what := map[string]int{}
	for _, r := range files["bad"] {
		what[r["what"]]++
		require.NotEmpty(t, r["line"])
		require.NotEmpty(t, r["problem"])
	}
	require.Equal(t, map[string]int{"row": 3, "incomplete": 1, "verdict": 1}, what)
}

func number(n int) string { return strings.TrimSpace(strings.ReplaceAll(cli.Count(n), ",", "")) }

// TestOwnFolder: the folder of the built-in log says what the built-in log says.
func TestOwnFolder(t *testing.T) {
	require.Equal(t, reportOf(t), reportOf(t, "-data", "data", "-asof", "2026-10-14"))
	require.Contains(t, reportOf(t, "-data", "data", "-lang", "en"), "as of 2026-10-14 23:50, the latest instant in the log")
}

// TestOtherDays: at noon of 24 September case J54 has got its parts and runs, and nothing after that has happened.
func TestOtherDays(t *testing.T) {
	states := map[string]string{}
	for _, r := range filesOf(t, "-asof", "2026-09-24T12:00:00+08:00")["verdicts"] {
		states[r["case"]+" "+r["milestone"]] = r["state"]
	}
	require.Equal(t, "running", states["J54 resolve"])
	require.Equal(t, "unknown", states["J60 arrive"])
	states = map[string]string{}
	for _, r := range filesOf(t, "-asof", "2026-09-23")["verdicts"] {
		states[r["case"]+" "+r["milestone"]] = r["state"]
	}
	require.Equal(t, "paused", states["J54 resolve"])
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// TestForeignLog: our own headers without a mapping, a case code that a spreadsheet would run, and the latest instant.
func TestForeignLog(t *testing.T) {
	requests := write(t, "r.csv", "工单号,类别,报修时间,到场时间\n=1+1,急修,2026-09-18 22:10,2026-09-18 22:41\nB,急修,2026-09-18 23:50,\n")
	args := []string{"-requests", requests, "-promises", "data/promises.json", "-calendar", "china", "-zone", "Asia/Shanghai"}
	files := filesOf(t, args...)
	require.Len(t, files["verdicts"], 6)
	first, last := files["verdicts"][0], files["verdicts"][3]
	require.Equal(t, []string{"'=1+1", "2", "breached", "-60"}, []string{first["case"], first["line"], first["state"], first["margin"]})
	require.Equal(t, []string{"B", "running", "2026-09-18T23:50:00+08:00"}, []string{last["case"], last["state"], last["at"]})
	require.Contains(t, reportOf(t, append(args, "-lang", "en")...), "as of 2026-09-18 23:50, the latest instant in the log")
	timetable := write(t, "c.json", `{"code": "own", "zone": "Asia/Shanghai", "hours": [{"days": ["sat"], "windows": ["09:00/12:00"]}]}`)
	args[5] = timetable
	require.Contains(t, reportOf(t, append(args, "-lang", "en")...), "the hours of calendar own")
}

func TestErrors(t *testing.T) {
	requests := write(t, "r.csv", "id,reported\nA,2026-09-18 22:10Z\n")
	empty := write(t, "e.csv", "id,reported\n")
	units := write(t, "m.json", `{"kind": "units", "fields": {"unit.code": {"column": "id"}, "unit.use": {"constant": "x"}}}`)
	scheme := write(t, "p.json", `{"promises": [{"promise": {"code": "p", "calendar": "night", "milestones": [
		{"code": "m", "from": "reported", "to": "closed", "limits": [{"span": "PT1H", "in": "wall"}]}]}}]}`)
	none := write(t, "n.json", `{"promises": [], "bonusMalus": [{"code": "b", "milestone": "x", "unit": "PT1H", "floor": 0, "cap": 0, "step": "1", "in": "point", "weights": [{"weight": "1"}]}]}`)
	foreign := []string{"-requests", requests, "-calendar", "allhours", "-promises"}
	tests := []struct {
		args   []string
		en, zh string
	}{
		{[]string{"-asof", "2026-02-30"}, `"2026-02-30" is neither a day`, "既不是日期"},
		{[]string{"-mapping", "x"}, "-mapping also needs -requests", "-mapping 还需要 -requests"},
		{[]string{"-requests", requests}, "-requests also needs -promises", "还需要 -promises"},
		{[]string{"-requests", requests, "-promises", scheme}, "also needs -calendar", "还需要 -calendar"},
		{[]string{"-requests", requests, "-data", "data"}, "not both", "只能给出其一"},
		{append(foreign, scheme), `no calendar "night"`, `没有日历 "night"`},
		{append(foreign, none), "there is no milestone", "没有时限节点"},
		{append(foreign, scheme, "-mapping", units), "a table of units", "映射用于 units 表"},
		{append(foreign, "data/promises.json", "-zone", "Mars/Base"), "Mars/Base", "Mars/Base"},
		{[]string{"-requests", empty, "-calendar", "allhours", "-promises", "data/promises.json"}, "has no instant", "没有任何时刻"},
		{[]string{"-explain", "J99"}, `no case "J99"`, `没有工单 "J99"`},
		{[]string{"-explain", "J90"}, "has bad rows", "有错误行"},
		{[]string{"-data", t.TempDir()}, "mapping.json", "mapping.json"},
		{[]string{"-promises", "nowhere.json"}, "nowhere.json: no such file", "nowhere.json"},
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

// TestMessages: every text renders in both languages, with all its arguments.
func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.Chinese, message.Catalog(b))
	seen := map[string]bool{}
	for _, text := range texts() {
		id, english := text.Text.ID(), text.Text.English()
		require.True(t, strings.HasPrefix(id, "slareport/"), id)
		require.False(t, seen[id], "%s twice", id)
		seen[id] = true
		marks := []string{"«1»", "«2»", "«3»", "«4»", "«5»", "«6»"}[:strings.Count(english, "%[")]
		var args []any
		want := strings.ReplaceAll(english, "%%", "%")
		for i, mark := range marks {
			want = strings.ReplaceAll(want, "%["+string(rune('1'+i))+"]s", mark)
			args = append(args, mark)
		}
		require.Equal(t, want, en.Sprintf(message.Key(id, "absent"), args...))
		chinese := zh.Sprintf(message.Key(id, "absent"), args...)
		if id != "slareport/verdict" { // nothing but punctuation
			require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), id)
		}
		require.NotContains(t, chinese, "%!", id)
		for _, mark := range marks {
			require.Contains(t, chinese, mark, id)
		}
	}
	require.Greater(t, len(seen), 60)
}

func TestFigures(t *testing.T) {
	for _, tt := range []struct {
		part, whole int
		want        string
	}{{1, 3, "33.33"}, {2, 3, "66.67"}, {0, 5, "0.00"}, {5, 5, "100.00"}, {1, 8, "12.50"}, {1, 20_000, "0.01"}, {1, 20_001, "0.00"}, {0, 0, ""}} {
		require.Equal(t, tt.want, cli.Percent(tt.part, tt.whole), "%d of %d", tt.part, tt.whole)
	}
	for text, want := range map[string]string{"PT41H20M": "41:20", "-PT59S": "-0:00", "-PT1H5M": "-1:05", "PT0S": "0:00"} {
		require.Equal(t, want, hours(length(t, text)), text)
	}
	for text, want := range map[string]string{"PT1M": "60", "-PT1H": "-3600", "PT0.5S": "0.5", "-PT0.25S": "-0.25"} {
		require.Equal(t, want, seconds(length(t, text)), text)
	}
	for text, want := range map[string]string{"=1": "'=1", "－1": "'－1", "'=x": "''=x", "'x": "'x", "a-b": "a-b", "": ""} {
		require.Equal(t, want, cli.Safe(text), text)
	}
}
