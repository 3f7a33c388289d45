package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property/civil"
)

// reportOf runs the program and returns what it prints, without the paths of the files.
func reportOf(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out, nil))
	return regexp.MustCompile(`(?m)^(Written|已写出).*\n`).ReplaceAllString(out.String(), "")
}

// filesOf runs the program and returns the rows of verdicts.csv and rows.csv by the names of their columns.
func filesOf(t *testing.T, args ...string) (verdicts, rows []map[string]string) {
	t.Helper()
	dir := t.TempDir()
	reportOf(t, append(args, "-out", dir)...)
	return readRows(t, filepath.Join(dir, "verdicts.csv"), verdictsHeader), readRows(t, filepath.Join(dir, "rows.csv"), rowsHeader)
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

func TestExplainGolden(t *testing.T) {
	explained := func(address, lang, before string) []byte {
		text := reportOf(t, "-lang", lang, "-explain", address)
		i := strings.LastIndex(text, before)
		require.Positive(t, i)
		return []byte(text[i:])
	}
	golden.Check(t, "testdata/explain.en.golden", explained("CLEAN-13", "en", "How the verdict "))
	golden.Check(t, "testdata/explain.zh.golden", explained("EVENT-28/day", "zh", "判定依据"))
}

// TestPlanted: what is not met is what was planted, no more and no less.
func TestPlanted(t *testing.T) {
	var want, got []string
	for _, r := range readRows(t, "data/planted.csv", plantedHeader) {
		want = append(want, strings.Join([]string{r["finding"], r["address"], r["state"], r["code"], r["breached"], r["subject"], r["record"]}, " "))
	}
	verdicts, rows := filesOf(t)
	met := 0
	for _, r := range verdicts {
		if r["state"] == "met" {
			met++
			continue
		}
		got = append(got, strings.Join([]string{"verdict", address(r["clause"], r["part"]), r["state"], r["code"], r["breached"], "", ""}, " "))
	}
	for _, r := range rows {
		got = append(got, strings.Join([]string{"row", address(r["clause"], r["part"]), r["state"], r["code"], "", r["subject"], r["record"]}, " "))
	}
	slices.Sort(want)
	slices.Sort(got)
	require.Empty(t, cmp.Diff(want, got))
	require.Greater(t, met, 15)
}

// TestNothingIsLost: the rows of a verdict add up to their states, those of a clause to its parts, and those that are not met stand in rows.csv.
func TestNothingIsLost(t *testing.T) {
	verdicts, rows := filesOf(t)
	number := func(r map[string]string, name string) (n int) {
		_, err := fmt.Sscan(r[name], &n)
		require.NoError(t, err)
		return n
	}
	parts, listed, single := map[string]int{}, map[string]int{}, map[string]bool{}
	for _, r := range rows {
		listed[address(r["clause"], r["part"])]++
		require.NotEqual(t, "met", r["state"])
		require.NotEmpty(t, r["code"])
		require.NotEmpty(t, r["why"])
	}
	for _, r := range verdicts {
		sum := 0
		for _, state := range []string{"met", "breached", "pending", "waived", "not_applicable", "unknown"} {
			sum += number(r, state)
		}
		require.Equal(t, number(r, "total"), sum, r["clause"])
		if r["part"] != "" {
			parts[r["clause"]] += number(r, "total")
			require.Equal(t, number(r, "total")-number(r, "met"), listed[address(r["clause"], r["part"])], r["part"])
			delete(listed, address(r["clause"], r["part"]))
		}
	}
	for _, r := range verdicts {
		if n, several := parts[r["clause"]]; r["part"] == "" && several {
			require.Equal(t, number(r, "total"), n, r["clause"])
		} else if r["part"] == "" {
			single[r["clause"]] = true
		}
	}
	for clause := range listed {
		require.True(t, single[clause], clause)
	}
}

// TestPopulation: the buildings and lifts of the contract are those of the estate, none missing and none more.
func TestPopulation(t *testing.T) {
	files, err := estate.Open("")
	require.NoError(t, err)
	site, err := estate.Load(files, civil.MustParse("2026-03-01"))
	require.NoError(t, err)
	var want, got []string
	for b := range site.Register.Buildings() {
		want = append(want, "building "+b.Code)
		for n := range b.Lifts {
			want = append(want, fmt.Sprintf("lift %s-L%d", b.Code, n+1))
		}
	}
	for _, r := range readRows(t, "data/subjects.csv", "kind,id,field.ageYears,field.method,field.hiredOn,field.level,field.knownOn,field.arrivalOn,field.startAt,field.endAt,field.openAt,field.closeAt") {
		if r["kind"] == "building" || r["kind"] == "lift" {
			got = append(got, r["kind"]+" "+r["id"])
		}
	}
	require.ElementsMatch(t, want, got)
}

// TestOwnFolder: the folder of the built-in contract says what the built-in contract says.
func TestOwnFolder(t *testing.T) {
	require.Equal(t, reportOf(t), reportOf(t, "-data", "data"))
	require.Equal(t, reportOf(t), reportOf(t, "-month", "2026-03"))
	require.Equal(t, reportOf(t), reportOf(t, "-standard", "data/standard.json", "-calendars", "data/calendars.json", "-asof", "2026-03-31"))
}

// TestOtherMonths: of February nothing was said to be complete, of what is counted there are the figures of the lifts.
func TestOtherMonths(t *testing.T) {
	verdicts, _ := filesOf(t, "-month", "2026-02")
	by := map[string]string{}
	for _, r := range verdicts {
		by[address(r["clause"], r["part"])] = r["state"] + " " + r["code"]
	}
	require.Equal(t, "met ", by["MAINT-29/up"])
	require.Equal(t, "unknown notComplete", by["SEC-02/perHour"])
	require.Equal(t, "unknown figureMissing", by["KPI-53"])
}

// TestAsOf: at noon of the 12th the tank is not yet late, and what came later has not happened.
func TestAsOf(t *testing.T) {
	verdicts, _ := filesOf(t, "-asof", "2026-03-12T12:00:00+08:00")
	by := map[string]string{}
	for _, r := range verdicts {
		by[address(r["clause"], r["part"])] = r["state"] + " " + r["code"]
	}
	require.Equal(t, "met ", by["CLEAN-13/empty"])
	require.Equal(t, "met ", by["MAINT-61"])
	require.Equal(t, "breached short", by["SEC-02/perHour"], "the hour without a visit is over")
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// TestOwnContract: a contract, a vocabulary and a table of one's own.
func TestOwnContract(t *testing.T) {
	words := write(t, "v.json", `{"code": "own", "kinds": [{"code": "gate", "name": {"zh": "大门"}, "subject": true}, {"code": "round", "name": {"zh": "巡门", "en": "round"}, "of": "gate"}]}`)
	contract := write(t, "s.json", `{"id": "own", "version": "1", "calendar": "site", "clauses": [{"id": "X-1", "profile": "own", "text": {"en": "twice a day"},
		"measures": [{"duty": {"acts": ["round"], "per": "gate", "plan": {"quota": {"atLeast": "2", "in": "day"}}}}]}]}`)
	site := write(t, "c.json", `{"calendars": [{"code": "site", "zone": "Asia/Shanghai", "hours": [{"days": ["sat"], "windows": ["09:00/12:00"]}]}]}`)
	evidence := write(t, "e.json", `{"zone": "Asia/Shanghai", "start": "2026-05-01", "end": "2026-05-03", "subjects": [{"kind": "gate", "id": "=G"}],
		"complete": [{"kind": "*", "from": "2026-05-01", "to": "2026-05-03"}]}`)
	rounds := write(t, "r.csv", "no;gate;when\n1;=G;2026-05-01 08:00\n2;=G;2026-05-01 18:00\n3;=G;2026-05-02 08:00\n4;=g;2026-05-02 18:00\n")
	mapping := write(t, "m.json", `{"kind": "records", "fields": {"record.id": {"column": "no"}, "record.kind": {"constant": "round"},
		"record.subject": {"column": "gate"}, "record.at": {"column": "when"}}}`)
	args := []string{"-standard", contract, "-vocabulary", words, "-calendars", site, "-evidence", evidence, "-records", rounds, "-mapping", mapping, "-lang", "en"}
	verdicts, rows := filesOf(t, args...)
	require.Equal(t, []string{"X", "breached", "short", "2", "1", "1"}, []string{
		verdicts[0]["department"], verdicts[0]["state"], verdicts[0]["code"], verdicts[0]["total"], verdicts[0]["met"], verdicts[0]["breached"],
	})
	require.Len(t, rows, 1)
	require.Equal(t, "'=G short", rows[0]["subject"]+" "+rows[0]["code"])
	require.Contains(t, rows[0]["args"], "2026-05-02")
	text := reportOf(t, args...)
	require.Contains(t, text, "1 tables, rows read: 4 = 4 good + 0 bad + 0 ignored")
	require.Regexp(t, `subjects that are not there: 1\n  round \[round\] +4 +=g`, text)
}

func TestErrors(t *testing.T) {
	units := write(t, "m.json", `{"kind": "units", "fields": {"unit.code": {"column": "id"}, "unit.use": {"constant": "x"}}}`)
	records := write(t, "r.csv", "id,kind,at\n1,patrol,2026-03-01 08:00\n")
	unknown := write(t, "e.json", `{"zone": "Asia/Shanghai", "start": "2026-05-01", "end": "2026-05-03", "subjects": [{"kind": "gate", "id": "G"}]}`)
	tests := []struct {
		args   []string
		en, zh string
	}{
		{[]string{"-mapping", "x"}, "-mapping also needs -records", "-mapping 还需要 -records"},
		{[]string{"-records", "x"}, "-records also needs -evidence", "-records 还需要 -evidence"},
		{[]string{"-month", "2026-13"}, `-month "2026-13" is not a month`, "不是月份"},
		{[]string{"-asof", "2026-02-30"}, "neither a day", "既不是日期"},
		{[]string{"-explain", "SEC-99"}, `no clause or part "SEC-99"`, `没有条款或分项 "SEC-99"`},
		{[]string{"-standard", "nowhere.json"}, "nowhere.json: no such file", "nowhere.json"},
		{[]string{"-data", t.TempDir()}, "standard.json", "standard.json"},
		{[]string{"-evidence", unknown}, `the kind "gate" is not declared`, `未声明类别 "gate"`},
		{[]string{"-data", "data", "-records", records, "-mapping", units}, "a table of units", "units 表"},
		{[]string{"-data", "data", "-records", "nowhere.csv"}, "nowhere.csv: no such file", "没有这个文件"},
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
