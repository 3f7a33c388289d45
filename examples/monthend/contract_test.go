package main

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/internal/golden"
)

// TestContractFees is the estate's contract as a clerk can check it by hand: unit, fee, payer,
// first and last day, price, days, days of the month, part charged, amount.
func TestContractFees(t *testing.T) {
	dir := t.TempDir()
	reportOf(t, "-out", dir)
	got := map[string][][]string{}
	for _, row := range readCSV(t, filepath.Join(dir, "lines.csv"))[1:] {
		key := row[2] + " " + row[3]
		got[key] = append(got[key], []string{row[4], row[5], row[6], row[8], row[9], row[10], row[11], row[12]})
	}
	november := func(payer, price, amount string) []string {
		return []string{payer, "2026-11-01", "2026-11-30", price, "30", "30", "1", amount}
	}
	tests := []struct {
		about, key string
		want       [][]string
	}{
		{"a space", "P-001 space", [][]string{november("H0701", "80.00", "80.00")}},
		{"EX-103: floors 1 and 2 are free", "O1-201 lift-office", [][]string{november("C03", "0.00", "0.00")}},
		{"EX-103: floor 3", "O1-301 lift-office", [][]string{november("C05", "20.00", "20.00")}},
		{"EX-103: one more per floor", "O1-601 lift-office", [][]string{november("DEV", "23.00", "23.00")}},
		{"5 % of 2,011.13 is 100.5565", "O1-601 energy-office", [][]string{{"DEV", "2026-11-01", "2026-11-30", "0.05", "", "", "", "100.56"}}},
		{"120.00 a square metre, 5 % more since January: 245.26 × 126.00", "O1-101 rent-office", [][]string{november("C01", "126.00", "30902.76")}},
		{"an anniversary on the 11th: 245.26 × 122.00 × 10/30, then up to 30,919.11", "O1-401 rent-office", [][]string{
			{"C07", "2026-11-01", "2026-11-10", "122.00", "10", "30", "1", "9973.91"},
			{"C07", "2026-11-11", "2026-11-30", "128.10", "20", "30", "1", "20945.20"},
		}},
		{"half a month free: 231.40 × 118.00 × 15/30", "O1-402 rent-office", [][]string{
			{"C08", "2026-11-01", "2026-11-15", "118.00", "15", "30", "0", "0.00"},
			{"C08", "2026-11-16", "2026-11-30", "118.00", "15", "30", "1", "13652.60"},
		}},
		{"110.00 risen twice by 4 % is 118.98; the lease ends on the 20th", "O1-501 rent-office", [][]string{
			{"C09", "2026-11-01", "2026-11-20", "118.98", "20", "30", "1", "19454.02"},
		}},
		{"the lease's own months, from the 15th; free until the 24th", "S1-007 rent-shop", [][]string{
			{"R07", "2026-11-15", "2026-11-24", "12000.00", "10", "30", "0", "0.00"},
			{"R07", "2026-11-25", "2026-12-14", "12000.00", "20", "30", "1", "8000.00"},
		}},
		{"15,000.00 risen three times by 5 %: 16,537.50 × 1.05 = 17,364.375", "S1-008 rent-shop", [][]string{
			{"R08", "2026-11-16", "2026-12-15", "17364.38", "30", "30", "1", "17364.38"},
		}},
		{"a quarter after its time; the tenant came on 15 October", "S1-007 grease", [][]string{
			{"DEV", "2026-09-01", "2026-09-30", "100.00", "30", "30", "1", "100.00"},
			{"DEV", "2026-10-01", "2026-10-14", "100.00", "14", "31", "1", "45.16"},
			{"R07", "2026-10-15", "2026-10-31", "100.00", "17", "31", "1", "54.84"},
			november("R07", "100.00", "100.00"),
		}},
		{"vacant long enough, registered on the 10th: 136.20 m² at 70 % from then", "T1-2305 pm-res", [][]string{
			{"H2305", "2026-11-01", "2026-11-09", "2.80", "9", "30", "1", "114.41"},
			{"H2305", "2026-11-10", "2026-11-15", "2.80", "6", "30", "0.7", "53.39"},
			{"H2305", "2026-11-16", "2026-11-30", "3.10", "15", "30", "0.7", "147.78"},
		}},
		{"registered, vacant since 10 June: six months are not over", "T1-2605 pm-res", [][]string{
			{"H2605", "2026-11-01", "2026-11-15", "2.80", "15", "30", "1", "190.68"},
			{"H2605", "2026-11-16", "2026-11-30", "3.10", "15", "30", "1", "211.11"},
		}},
		{"handed over on the 11th: Shanghai leaves the whole month to the developer", "T1-2601 pm-res", [][]string{
			{"DEV", "2026-11-01", "2026-11-15", "2.80", "15", "30", "1", "125.34"},
			{"DEV", "2026-11-16", "2026-11-30", "3.10", "15", "30", "1", "138.77"},
		}},
		{"but not the other fees", "T1-2601 waste", [][]string{
			{"DEV", "2026-11-01", "2026-11-10", "8.00", "10", "30", "1", "2.67"},
			{"H2601", "2026-11-11", "2026-11-30", "8.00", "20", "30", "1", "5.33"},
		}},
		{"80.00 + 168.00 + 2 × 25.50", "T1-0905 repair", [][]string{{"H0905", "2026-11-07", "2026-11-07", "", "", "", "", "299.00"}}},
		{"4 h × 45.00", "T1-1102 care", [][]string{{"H1102", "2026-11-18", "2026-11-18", "", "", "", "", "180.00"}}},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, got[tt.key], "%s: %s", tt.key, tt.about)
	}
	months := [][]string{}
	for _, row := range got["E1-YS termite"] {
		months = append(months, []string{row[1][:7], row[7]})
	}
	require.Len(t, months, 12, "a year before its time")
	require.Equal(t, []string{"2026-11", "15.00"}, months[0])
	require.Equal(t, []string{"2027-10", "15.00"}, months[11])
}

// TestPrepaidAndGiven adds up the lines of a month that was paid ahead and of one that was given:
// the price that rises on the 16th touches neither. EX-110: 2,857.75 for twelve months comes to
// 238.14 in the eleventh.
func TestPrepaidAndGiven(t *testing.T) {
	dir := t.TempDir()
	reportOf(t, "-out", dir)
	sums := map[string]string{}
	for _, row := range readCSV(t, filepath.Join(dir, "lines.csv"))[1:] {
		if key := row[2] + " " + row[3]; key == "T1-1101 pm-res" || key == "T1-0907 pm-res" {
			if sums[key] == "" {
				sums[key] = "0"
			}
			sums[key] = rat(t, sums[key]).Add(rat(t, sums[key]), rat(t, row[12])).FloatString(2)
		}
	}
	require.Equal(t, map[string]string{"T1-1101 pm-res": "238.14", "T1-0907 pm-res": "0.00"}, sums)
}

// TestExplainGolden keeps the derivations of every kind of line.
func TestExplainGolden(t *testing.T) {
	for lang, head := range map[string]string{"en": "Bills of unit ", "zh": "房屋 "} {
		var text strings.Builder
		for _, unit := range []string{"O1-401", "S1-007", "T1-0905", "T1-1101", "T1-2305"} {
			_, part, found := strings.Cut(reportOf(t, "-lang", lang, "-explain", unit), "\n"+head+unit)
			require.True(t, found, unit)
			part, _, _ = strings.Cut(part, "\n\n")
			text.WriteString(head + unit + part + "\n\n")
		}
		golden.Check(t, "testdata/explain."+lang+".golden", []byte(text.String()))
	}
}

// TestMessages: every text renders in both languages, with all its arguments.
func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.Chinese, message.Catalog(b))
	require.NotEmpty(t, texts())
	seen := map[string]bool{}
	for _, text := range texts() {
		id, english := text.Text.ID(), text.Text.English()
		require.True(t, strings.HasPrefix(id, "monthend/"), id)
		require.False(t, seen[id], "%s twice", id)
		seen[id] = true
		marks := []string{"«1»", "«2»", "«3»", "«4»", "«5»"}[:strings.Count(english, "%[")]
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
}
