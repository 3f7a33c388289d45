package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

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

// feesOf runs the program and returns the rows of fees.csv by line of stays.csv.
func feesOf(t *testing.T, args ...string) map[string][]string {
	t.Helper()
	dir := t.TempDir()
	reportOf(t, append(args, "-out", dir)...)
	f, err := os.Open(filepath.Join(dir, "fees.csv"))
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	require.Equal(t, feesHeader, strings.Join(rows[0], ","))
	out := map[string][]string{}
	for _, row := range rows[1:] {
		require.NotContains(t, out, row[0])
		out[row[0]] = row
	}
	return out
}

func TestReportGolden(t *testing.T) {
	golden.Check(t, "testdata/report.zh.golden", []byte(reportOf(t)))
	golden.Check(t, "testdata/report.en.golden", []byte(reportOf(t, "-lang", "en", "-explain", "K0022")))
}

// TestFees are stays a cashier can check: 2.00 a started hour after a free one, 10.00 for 24 hours; at the
// mall 2.00 a started half hour, at most 30.00 by day and 6.00 by night, 30 minutes free for those who leave.
func TestFees(t *testing.T) {
	fees := feesOf(t)
	tests := []struct {
		card, why                        string
		minutes, amount, paid, due, over string
	}{
		{"K0003", "EX-230: 1500 minutes", "1500", "12.00", "0.00", "12.00", "0.00"},
		{"K0006", "EX-232: day 4.00, night 6.00, day 10.00", "795", "20.00", "0.00", "20.00", "0.00"},
		{"K0010", "EX-232: night 2.00, day 2.00", "50", "4.00", "0.00", "4.00", "0.00"},
		{"K0046", "EX-232: 6.00 and 4.00", "200", "10.00", "0.00", "10.00", "0.00"},
		{"K0011", "EX-230: the free hour", "60", "0.00", "0.00", "0.00", "0.00"},
		{"K0012", "EX-230: a minute more", "61", "2.00", "0.00", "2.00", "0.00"},
		{"K0014", "155 minutes: 95 after the free hour", "155", "4.00", "0.00", "4.00", "0.00"},
		{"K0015", "30 minutes at the mall", "30", "0.00", "0.00", "0.00", "0.00"},
		{"K0016", "a second more: 31 minutes from entry", "31", "4.00", "0.00", "4.00", "0.00"},
		{"K0017", "large: twice 5 half hours", "135", "20.00", "0.00", "20.00", "0.00"},
		{"K0004", "night pass: 60 and 90 minutes outside, an hour free", "870", "4.00", "0.00", "4.00", "0.00"},
		{"K0005", "pass ends at midnight: 180 minutes, an hour free", "360", "4.00", "0.00", "4.00", "0.00"},
		{"K0041", "pass ended: 130 minutes, an hour free", "130", "4.00", "0.00", "4.00", "0.00"},
		{"K0007", "monthly pass", "50", "0.00", "0.00", "0.00", "0.00"},
		{"K0019", "police on duty", "150", "0.00", "0.00", "0.00", "0.00"},
		{"K0008", "delivery, within the free hour", "30", "0.00", "0.00", "0.00", "0.00"},
		{"K0026", "delivery, by the visit", "135", "3.00", "0.00", "3.00", "0.00"},
		{"K0020", "115 minutes paid, left within 15", "130", "2.00", "2.00", "0.00", "0.00"},
		{"K0021", "116 minutes paid, lingered", "148", "4.00", "2.00", "2.00", "0.00"},
		{"K0036", "70 minutes are 6.00, left 20 minutes after paying 20.00", "90", "6.00", "20.00", "0.00", "14.00"},
		{"K0027", "still inside at midnight: 840 minutes", "840", "10.00", "0.00", "10.00", "0.00"},
	}
	by := map[string][]string{}
	for _, row := range fees {
		if row[7] != string(rejected) {
			require.NotContains(t, by, row[1])
			by[row[1]] = row
		}
	}
	for _, tt := range tests {
		row := by[tt.card]
		require.NotNil(t, row, tt.card)
		got := append([]string{row[8]}, row[12:16]...)
		require.Equal(t, []string{tt.minutes, tt.amount, tt.paid, tt.due, tt.over}, got, "%s: %s", tt.card, tt.why)
	}
}

// TestNothingIsLost: every row of the file is priced, inside or rejected with a reason.
func TestNothingIsLost(t *testing.T) {
	text, err := data.ReadFile("data/stays.csv")
	require.NoError(t, err)
	lines := strings.Count(string(text), "\n")
	fees := feesOf(t, "-lang", "en")
	require.Len(t, fees, lines-1)
	states := map[string]int{}
	reasons := map[string]string{}
	for _, row := range fees {
		states[row[7]]++
		if row[7] == string(rejected) {
			require.Equal(t, make([]string, 10), row[8:18], "a rejected row has no figures")
			reasons[row[1]] = row[18]
		}
	}
	require.Equal(t, map[string]int{"priced": 44, "open": 4, "rejected": 5}, states)
	require.Contains(t, reasons["K0024"], "is before the entry")
	require.Contains(t, reasons["K0025"], `no class "motorcycle"`)
	require.Contains(t, reasons["K0035"], "25:00")
	require.Contains(t, reasons["K0048"], "no tariff roof")
	require.Contains(t, reasons["K0046"], "earlier row")
	require.Contains(t, reportOf(t, "-lang", "en"), "Rows read: 53 = 44 priced + 4 still inside + 5 rejected")
}

// TestOtherDays: at the end of the day before, most of the vehicles had not come.
func TestOtherDays(t *testing.T) {
	require.Contains(t, reportOf(t, "-lang", "en", "-asof", "2026-11-15"), "Rows read: 53 = 0 priced + 6 still inside + 47 rejected")
	require.Contains(t, reportOf(t, "-lang", "en", "-asof", "2026-11-17"), "K0027  沪A10027  garage  2026-11-16 10:00  2280  20.00")
}

func folder(t *testing.T, lot, stays string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"lot.json": lot, "stays.csv": stays} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	return dir
}

// TestOwnFolder: W-16, in a car park of one's own, and guarded cells.
func TestOwnFolder(t *testing.T) {
	const lot = `{"name": "东门", "zone": "Asia/Shanghai", "tariffs": [
		{"code": "t", "currency": "CNY", "rates": [{"unit": {"minutes": 60, "price": "5.00"}}]}]}`
	dir := folder(t, lot, "\ufeff"+staysHeader+"\n=K1,t,沪A1,,2026-11-16 08:10,2026-11-16 10:45,\n")
	require.Contains(t, reportOf(t, "-data", dir), "您的车计费停车155分钟,请交停车费15.00元")
	require.Equal(t, "'=K1", feesOf(t, "-data", dir)["2"][1])
}

func TestErrors(t *testing.T) {
	const lot = `{"zone": "Asia/Nowhere", "tariffs": [{"code": "t", "rates": []}]}`
	empty := folder(t, `{"zone": "UTC", "tariffs": []}`, "card\n")
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"-asof", "2026-02-30"}, "-asof"},
		{[]string{"-lang", "fr"}, "want zh or en"},
		{[]string{"-mapping", "x"}, "-mapping"},
		{[]string{"-data", t.TempDir()}, "lot.json"},
		{[]string{"-data", empty}, "the first row"},
		{[]string{"-lang", "en", "-data", folder(t, lot, "")}, "Asia/Nowhere"},
		{[]string{"-lang", "en", "-explain", "K9"}, "no row of card K9"},
	}
	for _, tt := range tests {
		require.ErrorContains(t, run(tt.args, &bytes.Buffer{}, nil), tt.want)
	}
	screen, err := os.Open(os.DevNull)
	require.NoError(t, err)
	defer func() { require.NoError(t, screen.Close()) }()
	require.ErrorIs(t, run([]string{"-nope"}, &bytes.Buffer{}, screen), cli.ErrUsage)
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
		require.True(t, strings.HasPrefix(id, "parkinglot/"), id)
		require.False(t, seen[id], "%s twice", id)
		seen[id] = true
		marks := []string{"«1»", "«2»", "«3»", "«4»"}[:strings.Count(english, "%[")]
		var args []any
		want := english
		for i, mark := range marks {
			want = strings.ReplaceAll(want, "%["+string(rune('1'+i))+"]s", mark)
			args = append(args, mark)
		}
		require.Equal(t, want, en.Sprintf(message.Key(id, "absent"), args...))
		chinese := zh.Sprintf(message.Key(id, "absent"), args...)
		require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), id)
		require.NotContains(t, chinese, "%!", id)
		for _, mark := range marks {
			require.Contains(t, chinese, mark, id)
		}
	}
	require.Greater(t, len(seen), 20)
}
