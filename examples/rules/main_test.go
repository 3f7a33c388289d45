package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/internal/rules"
)

func reportOf(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out, nil))
	return out.String()
}

// source reads the table without the library; a row is its cells by column.
func source(t *testing.T) []map[string]string {
	t.Helper()
	return readCSV(t, filepath.Join("..", "..", "internal", "rules", "rules.csv"))
}

func readCSV(t *testing.T, path string) []map[string]string {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var out []map[string]string
	for _, cells := range rows[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[rows[0][i]] = c
		}
		out = append(out, row)
	}
	return out
}

// listed are the IDs of the list of a report, which begins below its two heads and ends at a blank line.
func listed(text string) []string {
	list, _, _ := strings.Cut(text, "\n\n")
	lines := strings.Split(list, "\n")
	var out []string
	for _, line := range lines[min(2, len(lines)):] {
		out = append(out, strings.Fields(line)[0])
	}
	return out
}

// TestListsEveryRule: with its sentence in the language asked for, in the order of the table.
func TestListsEveryRule(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		text := reportOf(t, "-lang", lang)
		var want []string
		for _, r := range source(t) {
			want = append(want, r["id"])
			require.Contains(t, text, r[lang]+"\n", r["id"])
		}
		require.Equal(t, want, listed(text))
		require.Len(t, want, 658)
	}
}

func TestFilters(t *testing.T) {
	tests := []struct {
		args string
		want []string
	}{
		{"-search 化粪池", []string{"PROP-17", "PROP-19", "CLEAN-13"}},
		{"-search SEPTIC", []string{"PROP-17", "PROP-19", "CLEAN-13"}},
		{"-package assembly", []string{"PROP-33", "PROP-54", "PROP-55"}},
		{"-package property/assembly -kind duty", []string{"PROP-54", "PROP-55"}},
		{"-prefix CLEAN -kind enum", []string{"CLEAN-42"}},
		{"-prefix BILL -package parking", []string{"BILL-16", "BILL-17", "BILL-18", "BILL-40"}},
		{"-prefix EMER -kind alias", []string{"EMER-02", "EMER-03", "EMER-04", "EMER-08", "EMER-09", "EMER-10", "EMER-11", "EMER-14"}},
		{"-search rule:MAINT-74", []string{"EMER-11"}},
		{"-search w-15", []string{"BILL-05"}},
		{"-kind note -prefix KPI", []string{"KPI-18", "KPI-19", "KPI-54", "KPI-62"}},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			require.Equal(t, tt.want, listed(reportOf(t, strings.Fields(tt.args)...)))
		})
	}
	require.Equal(t, "没有这样的规则。\n", reportOf(t, "-kind", "note", "-proved", "no"))
}

// TestProvedYesAndNo part the rules, notes apart: none is in both and none is lost.
func TestProvedYesAndNo(t *testing.T) {
	yes, no, notes := listed(reportOf(t, "-proved", "yes")), listed(reportOf(t, "-proved", "no")), listed(reportOf(t, "-kind", "note"))
	all := slices.Concat(yes, no, notes)
	slices.Sort(all)
	require.Equal(t, 658, len(slices.Compact(all)))
	require.Len(t, notes, 17)
	require.Contains(t, yes, "BILL-05")
	require.Contains(t, yes, "KPI-33", "an alias of two that are proved")
	proof := map[string]string{}
	for _, r := range source(t) {
		proof[r["id"]] = r["proof"]
	}
	for _, id := range yes {
		require.NotContains(t, []string{"not yet", "none", ""}, proof[id], id)
	}
}

// TestTotals: kinds and packages each have a row with as many rules as the table, and sum up.
func TestTotals(t *testing.T) {
	text := reportOf(t, "-lang", "en")
	for title, column := range map[string]string{"By kind": "kind", "By package": "package"} {
		want := map[string]int{"all": 658}
		for _, r := range source(t) {
			want[r[column]]++
		}
		_, part, found := strings.Cut(text, "\n"+title+"\n")
		require.True(t, found)
		part, _, _ = strings.Cut(part, "\n\n")
		got := map[string]int{}
		for _, line := range strings.Split(strings.TrimSpace(part), "\n")[1:] {
			cells := strings.Fields(line)
			var numbers []int
			for _, c := range cells[1:] {
				n, err := strconv.Atoi(c)
				require.NoError(t, err)
				numbers = append(numbers, n)
			}
			require.Len(t, numbers, 6)
			require.Equal(t, numbers[0], numbers[1]+numbers[2]+numbers[3]+numbers[4]+numbers[5], line)
			got[cells[0]] = numbers[0]
		}
		require.Equal(t, want, got)
	}
}

func TestOneRule(t *testing.T) {
	require.Equal(t, `KPI-33  维修：及时、合格、完好、回访均 100%，满意率 99%
  英文      Maintenance: timeliness 100 %, pass 100 %, equipment intact 100 %, visit 100 %, satisfaction 99 %
  载体      别名（threshold）
  包        maintenance
  来源部分  001-12
  状态      已证：有会失败的测试证明
  所在      rule:MAINT-16
            rule:MAINT-17
  = MAINT-16  维修回访率 100%
  = MAINT-17  及时率 100%、合格率 100%、设备完好率 100%、满意率 99%
`, reportOf(t, "-id", "KPI-33"))
	require.Equal(t, `BILL-05  Final price must be lower than the bureau's approved price
  in Chinese   实际价格必须低于核准价格
  kind         clause (record)
  package      billing
  source part  003-C
  state        proved: a test that would fail shows it
  home         clause:BILL-05
               billing.Ceiling.Strict
  proof        standard:BILL-05
               test:billing.TestRules/BILL-05
               W-15
`, reportOf(t, "-id", "BILL-05", "-lang", "en"))
	require.Equal(t, `CS-25  Slogan: never “no” to the owner, never “wait” in service
  in Chinese   对业主不说“不”，服务不说“等”
  kind         note (text)
  package      none
  source part  001-15
  state        note: there is nothing to compute
  note         A slogan; the words that must not be said are in CS-08.
`, reportOf(t, "-id", "CS-25", "-lang", "en"))
}

// TestStatesInFull: what is shown of rules that are not proved.
func TestStatesInFull(t *testing.T) {
	tests := []struct {
		row  row
		want []string
	}{
		{row{State: rules.Missing}, []string{"not yet: nothing carries it", "home         not yet; cleaning will have it", "proof        not yet"}},
		{row{State: rules.Built, Rule: rules.Rule{Home: []rules.Ref{{To: rules.ToMetric, Name: "a"}}}}, []string{"built: ", "home         metric:a\n", "proof        not yet"}},
		{row{State: rules.Worked, Rule: rules.Rule{Proof: []rules.Ref{{To: rules.ToVector, Name: "W-1"}}}}, []string{"worked: ", "home         not yet; cleaning", "proof        W-1\n"}},
	}
	for _, tt := range tests {
		tt.row.Package, tt.row.Kind = "cleaning", rules.Clause
		var out bytes.Buffer
		o := options{}
		o.Lang = "en"
		require.NoError(t, o.Tell(messages, func(p *message.Printer) error {
			newReport(p, "en", &out).full(tt.row)
			return nil
		}))
		for _, want := range tt.want {
			require.Contains(t, out.String(), want)
		}
	}
}

// TestFiles: -json and rules.csv hold every fact of the table.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	text := reportOf(t, "-json", "-out", dir)
	var decoded []map[string]any
	require.NoError(t, json.Unmarshal([]byte(text), &decoded))
	written, table := readCSV(t, filepath.Join(dir, "rules.csv")), source(t)
	require.Len(t, decoded, len(table))
	require.Len(t, written, len(table))
	for i, want := range table {
		for _, column := range []string{"id", "kind", "shape", "package", "profile", "en", "zh", "note_en", "note_zh"} {
			require.Equal(t, want[column], strings.TrimPrefix(written[i][column], "'"), want["id"])
		}
		for _, column := range []string{"home", "proof"} {
			cell := want[column]
			if slices.Contains([]string{"not yet", "as home", "note", "none"}, cell) {
				cell = ""
			}
			require.Equal(t, cell, written[i][column], want["id"])
			var list []string
			if all, ok := decoded[i][column].([]any); ok {
				for _, ref := range all {
					list = append(list, fmt.Sprint(ref))
				}
			}
			require.Equal(t, cell, strings.Join(list, " "), want["id"])
		}
		require.Equal(t, want["id"], decoded[i]["id"])
		require.Equal(t, want["zh"], decoded[i]["zh"])
		require.Equal(t, written[i]["state"], decoded[i]["state"])
	}
	require.Contains(t, reportOf(t, "-prefix", "EMER", "-out", dir), "\n已写出："+filepath.Join(dir, "rules.csv")+"\n")
	require.Len(t, readCSV(t, filepath.Join(dir, "rules.csv")), 15, "the chosen ones")
	require.Equal(t, "[]\n", reportOf(t, "-json", "-kind", "note", "-proved", "yes"))
}

func TestFlags(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"-prefix", "KPO"}, "-prefix KPO: no rule has it; there are ARCH, BILL, CLEAN, CS, EMER, EVENT, KPI, MAINT, PROP, SEC, STAFF"},
		{[]string{"-package", "sales"}, "-package sales: no rule has it; there are archive, assembly, billing"},
		{[]string{"-kind", "law"}, "-kind law: no rule has it; there are alias, catalogue"},
		{[]string{"-id", "KPI-66"}, "-id KPI-66: no rule has it"},
		{[]string{"-proved", "maybe"}, "-proved maybe: want yes or no"},
		{[]string{"-lang", "fr"}, "want zh or en"},
		{[]string{"-out", "main.go"}, "main.go"},
		{[]string{"more"}, "unexpected argument"},
	}
	for _, tt := range tests {
		require.ErrorContains(t, run(tt.args, io.Discard, nil), tt.want, tt.args)
	}
}

// TestMessages: every text renders in both languages, with all its arguments.
func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, messages(b))
	en, zh := message.NewPrinter(language.English, message.Catalog(b)), message.NewPrinter(language.Chinese, message.Catalog(b))
	plain := map[string]bool{"rules/kind-of": true, "rules/means": true} // signs only
	seen := map[string]bool{}
	for _, text := range texts() {
		id, english := text.Text.ID(), text.Text.English()
		require.True(t, strings.HasPrefix(id, "rules/"), id)
		require.False(t, seen[id], "%s twice", id)
		seen[id] = true
		marks := []any{"«1»", "«2»"}[:strings.Count(english, "%[")]
		want, chinese := english, zh.Sprintf(message.Key(id, "absent"), marks...)
		for i, mark := range marks {
			want = strings.ReplaceAll(want, "%["+strconv.Itoa(i+1)+"]s", fmt.Sprint(mark))
			require.Contains(t, chinese, mark, id)
		}
		require.Equal(t, want, en.Sprintf(message.Key(id, "absent"), marks...))
		require.NotEqual(t, plain[id], strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), id)
		require.NotContains(t, chinese, "%!", id)
	}
	require.Greater(t, len(seen), 30)
}

// TestWords: every state and kind has a word of its own, in both languages.
func TestWords(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		o := options{}
		o.Lang = lang
		require.NoError(t, o.Tell(messages, func(p *message.Printer) error {
			r, seen := newReport(p, lang, &bytes.Buffer{}), map[string]bool{}
			for _, s := range rules.States() {
				seen[r.state(s)], seen[r.Fill(meaning(s))] = true, true
			}
			require.Len(t, seen, 2*len(rules.States()))
			clear(seen)
			for _, k := range rules.Kinds() {
				seen[r.kind(k)] = true
			}
			require.Len(t, seen, len(rules.Kinds()))
			return nil
		}))
	}
}
