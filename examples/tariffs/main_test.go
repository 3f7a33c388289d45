package main

import (
	"bytes"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// TestReportGolden: the second unit has paid ahead until the end of 2026, and so may begin in 2027.
func TestReportGolden(t *testing.T) {
	golden.Check(t, "testdata/report.zh.golden", []byte(reportOf(t)))
	golden.Check(t, "testdata/report.en.golden", []byte(reportOf(t, "-lang", "en", "-asof", "2026-11-16", "-unit", "T1-1101", "-months", "6")))
}

// flat is a price list with the one price of the worked examples.
const flat = `{"currency": "CNY", "tariffs": [{
  "code": "pm", "name": "物业服务费", "state": "inForce", "appliesTo": {"uses": ["dwelling"]}, "basis": {"area": {}},
  "prices": [{"value": {"price": "2.80", "source": "物业服务合同", "publishedOn": "2025-12-01"}}],
  "reliefs": {"prepayment": {"offers": [{"months": 12, "factor": "0.95"}], "maxMonths": 12}},
  "tax": {"inclusive": {"rates": [{"value": "0.06"}]}}
}]}`

// TestWorkedExamples: EX-102, EX-110 and EX-111 of DOMAIN-CN 1.3 and 1.7. T1-2301 has 89.53 m²; twelve
// months at 2.80 with 5 % off; the contract ends on 10 June.
func TestWorkedExamples(t *testing.T) {
	facts := fileOf(t, "facts.json", `{}`)
	text := reportOf(t, "-lang", "en", "-tariffs", fileOf(t, "flat.json", flat), "-facts", facts,
		"-asof", "2026-01-01", "-start", "2026-01", "-unit", "T1-2301", "-ended", "2026-06-11")
	require.Equal(t, []string{"物业服务费", "12", "2,837.88 CNY", "170.28 CNY", "3,008.16 CNY"},
		cells(section(t, text, "Estimate for unit T1-2301")[2]))
	require.Equal(t, []string{"物业服务费", "2026-01-01 to 2026-12-31", "12 months at 95 %", "3,008.16 CNY", "2,857.75 CNY", "150.41 CNY"},
		cells(section(t, text, "Paying ahead")[2]))
	var months []string
	for _, row := range section(t, text, "物业服务费, 12 months at 95 %")[2:] {
		months = append(months, strings.TrimSuffix(cells(row)[4], " CNY"))
	}
	require.Equal(t, []string{
		"238.15", "238.14", "238.15", "238.14", "238.15", "238.15", "238.14", "238.15", "238.14", "238.15", "238.14", "238.15",
	}, months)
	refund := section(t, text, "If the service ends after 2026-06-10")
	require.Equal(t, []string{"in proportion to the time", "2,857.75 CNY", "1,270.11 CNY", "1,587.64 CNY"}, cells(refund[2]))
	require.Equal(t, []string{"with the offer withdrawn", "2,857.75 CNY", "1,336.98 CNY", "1,520.77 CNY"}, cells(refund[3]))
}

// TestRefundAtTheEnds: on the first day all is paid back, after the last nothing.
func TestRefundAtTheEnds(t *testing.T) {
	args := []string{
		"-lang", "en", "-tariffs", fileOf(t, "flat.json", flat), "-facts", fileOf(t, "facts.json", `{}`),
		"-asof", "2026-01-01", "-start", "2026-01", "-unit", "T1-2301", "-ended",
	}
	tests := []struct{ ended, last, proportion, withdrawn string }{
		{"2026-01-01", "2025-12-31", "2,857.75 CNY", "2,857.75 CNY"},
		{"2026-02-01", "2026-01-31", "2,619.60 CNY", "2,607.07 CNY"}, // 238.15 and 250.684 served
		{"2027-01-01", "2026-12-31", "0.00 CNY", "-150.46 CNY"},      // 12 × 250.684 = 3008.208
	}
	for _, tt := range tests {
		refund := section(t, reportOf(t, append(args, tt.ended)...), "If the service ends after "+tt.last)
		require.Equal(t, tt.proportion, cells(refund[2])[3], tt.ended)
		require.Equal(t, tt.withdrawn, cells(refund[3])[3], tt.ended)
	}
	for _, outside := range []string{"2025-12-31", "2027-01-02"} {
		require.ErrorContains(t, run(append(args, outside), &bytes.Buffer{}, nil), outside)
	}
}

// TestScheduleIsBilled: what the offer promises month by month is what runs bill once it is paid,
// whatever the price does meanwhile.
func TestScheduleIsBilled(t *testing.T) {
	in := loadEstate(t)
	paid := money.MustParse("3163.96 CNY")
	in.Facts.Prepayments = append(in.Facts.Prepayments, billing.Prepayment{
		Unit: "T1-0701", Tariff: "pm-res", Total: paid,
		Period: civil.Period{Start: civil.MustParse("2026-12-01"), End: civil.MustParse("2027-12-01")},
	})
	u, ok := in.Register.Find("T1-0701")
	require.True(t, ok)
	want := section(t, reportOf(t, "-lang", "en"), "物业服务费（住宅）, 12 months at 95 %")[2:]
	require.Len(t, want, 12)
	for i, row := range want {
		month := civil.Period{Start: civil.MonthsFrom(civil.MustParse("2026-12-01"), i), End: civil.MonthsFrom(civil.MustParse("2026-12-01"), i+1)}
		run, err := billing.Prepare(in.Register, in.Book, in.Facts, month)
		require.NoError(t, err)
		gross, net, tax := new(big.Rat), new(big.Rat), new(big.Rat)
		for b, err := range run.Bills(u, u+1) {
			require.NoError(t, err)
			for _, l := range b.Lines {
				if l.Tariff == "pm-res" {
					gross.Add(gross, rat(t, string(l.Amount.AppendNumber(nil))))
					net.Add(net, rat(t, string(l.Net.AppendNumber(nil))))
					tax.Add(tax, rat(t, string(l.Tax.AppendNumber(nil))))
				}
			}
		}
		require.Equal(t, []string{net.FloatString(2) + " CNY", tax.FloatString(2) + " CNY", gross.FloatString(2) + " CNY"}, cells(row)[2:], month)
	}
}

// TestEstimateIsTheMonths: the year estimated in one run is its months billed one by one.
func TestEstimateIsTheMonths(t *testing.T) {
	dir := t.TempDir()
	reportOf(t, "-unit", "T1-2305", "-out", dir)
	want := map[string]*big.Rat{}
	in := loadEstate(t)
	for k := range 12 {
		start := civil.MonthsFrom(civil.MustParse("2026-11-01"), k)
		run, err := billing.Prepare(in.Register, in.Book, in.Facts, civil.Period{Start: start, End: start.NextMonth()})
		require.NoError(t, err)
		for b, err := range run.Bills(0, run.Len()) {
			if err != nil {
				continue // held, as in the estimate
			}
			for _, l := range b.Lines {
				for _, key := range []string{"/" + l.Tariff, l.Unit + "/" + l.Tariff} {
					if want[key] == nil {
						want[key] = new(big.Rat)
					}
					want[key].Add(want[key], rat(t, string(l.Net.AppendNumber(nil))))
					want[key].Add(want[key], rat(t, string(l.Tax.AppendNumber(nil))))
				}
			}
		}
	}
	rows := readCSV(t, filepath.Join(dir, "estimate.csv"))
	require.Equal(t, strings.Split(estimateHeader, ","), rows[0])
	require.Len(t, rows, 1+3+15, "three fees of a flat, fifteen of the estate")
	for _, row := range rows[1:] {
		require.Equal(t, want[row[0]+"/"+row[1]].FloatString(2), row[8], row)
	}
}

// TestDueCSV: the quarter from September is due ten days after its end, the year in advance thirty
// days after it has begun, rents on the 5th.
func TestDueCSV(t *testing.T) {
	dir := t.TempDir()
	reportOf(t, "-out", dir)
	rows := readCSV(t, filepath.Join(dir, "due.csv"))
	require.Equal(t, strings.Split(dueHeader, ","), rows[0])
	by := map[string][][]string{}
	for _, row := range rows[1:] {
		by[row[1]] = append(by[row[1]], []string{row[0], row[3], row[4], row[5]})
	}
	require.Equal(t, [][]string{
		{"2026-12-10", "2026-09-01", "2026-11-30", "2026-11-30"},
		{"2027-03-10", "2026-12-01", "2027-02-28", "2027-02-28"},
		{"2027-06-10", "2027-03-01", "2027-05-31", "2027-05-31"},
		{"2027-09-10", "2027-06-01", "2027-08-31", "2027-08-31"},
	}, by["grease"])
	require.Equal(t, [][]string{{"2026-11-30", "2026-11-01", "2027-10-31", "2026-11-01"}}, by["termite"])
	require.Len(t, by["rent-office"], 12)
	require.Equal(t, []string{"2027-02-05", "2027-02-01", "2027-02-28", "2027-02-01"}, by["rent-office"][3])
	require.Len(t, by["pm-res"], 12)
	require.Equal(t, []string{"2027-02-28", "2027-02-01", "2027-02-28", "2027-02-28"}, by["pm-res"][3])
	for _, own := range []string{"rent-shop", "repair", "care", "guard-trial"} {
		require.Empty(t, by[own], own)
	}
}

// TestPriceListCSV: before the 16th the old price with the next one, from then on the new one alone;
// 2.60 and 20 % is 3.12.
func TestPriceListCSV(t *testing.T) {
	list := func(day string) map[string][][]string {
		dir := t.TempDir()
		reportOf(t, "-asof", day, "-out", dir)
		rows := readCSV(t, filepath.Join(dir, "pricelist.csv"))
		require.Equal(t, strings.Split(priceHeader, ","), rows[0])
		by := map[string][][]string{}
		for _, row := range rows[1:] {
			by[row[0]] = append(by[row[0]], row)
		}
		return by
	}
	// price, from, to, published_on, next_price, next_from, cap, approver
	short := func(row []string) []string {
		return []string{row[5], row[9], row[10], row[11], row[13], row[14], row[15], row[17]}
	}
	before, after := list("2026-11-15"), list("2026-11-16")
	require.Equal(t, []string{"2.80", "2024-01-01", "2026-11-15", "2023-12-15", "3.10", "2026-11-16", "3.12", "锦园业主大会"}, short(before["pm-res"][0]))
	require.Equal(t, []string{"3.10", "2026-11-16", "", "2026-10-23", "", "", "3.12", "锦园业主大会"}, short(after["pm-res"][0]))
	require.Equal(t, [][]string{{"1", "2", "0.00", "0.00"}, {"3", "6", "20.00", "1.00"}}, [][]string{before["lift-office"][0][3:7], before["lift-office"][1][3:7]})
	require.Equal(t, []string{"0.05", "", "CNY", "standard"}, before["energy-office"][0][5:9])
	require.Equal(t, []string{"low", ""}, []string{before["yard"][0][8], before["yard"][0][11]}, "a low charge, not made public")
	require.Equal(t, []string{"quarter", "arrears", "10", "false"}, before["grease"][0][19:])
	require.Equal(t, []string{"", "", "", "true"}, before["care"][0][19:])
	require.Empty(t, before["guard-trial"], "a draft is not charged")
}

// words is a price list of what the estate does not have.
const words = `{"currency": "CNY", "tariffs": [
  {"code": "a", "name": "=A1", "state": "inForce", "appliesTo": {"all": true}, "basis": {"area": {"of": "internal"}},
   "prices": [{"to": "2026-12-31", "value": {"price": "1.5"}}, {"from": "2027-01-01", "value": {"price": "1.6"}}],
   "cycle": {"every": "halfYear", "timing": "advance"}, "ceiling": {"limits": [{"value": {"price": "2.00"}}], "strict": true}},
  {"code": "b", "state": "inForce", "appliesTo": {"all": true}, "basis": {"fixed": {"unit": "bin"}},
   "prices": [{"value": {"free": true}}]},
  {"code": "c", "state": "inForce", "appliesTo": {"uses": ["dwelling"]}, "basis": {"fixed": {}}, "proration": {"method": "perDay"},
   "prices": [{"value": {"price": "0.3333"}}]},
  {"code": "d", "state": "inForce", "appliesTo": {"uses": ["dwelling"]}, "basis": {"floorTable": {"area": {}}},
   "prices": [{"value": {"floors": [{"floors": {"from": 1, "to": 28}, "price": "0.20"}]}}]},
  {"code": "da", "state": "inForce", "appliesTo": {"uses": ["dwelling"]}, "basis": {"area": {}}, "prices": [{"value": {"price": "24"}}],
   "cycle": {"season": {"from": "11-15", "to": "03-15", "bill": "10-01"}, "timing": "advance"}},
  {"code": "e", "state": "submitted", "appliesTo": {"all": true}, "basis": {"fixed": {}}, "prices": [{"value": {"price": "1"}}]},
  {"code": "f", "state": "approved", "appliesTo": {"all": true}, "basis": {"fixed": {}}, "prices": [{"value": {"price": "1"}}]},
  {"code": "g", "state": "withdrawn", "appliesTo": {"all": true}, "basis": {"fixed": {}}, "prices": [{"value": {"price": "1"}}]}
]}`

func TestWords(t *testing.T) {
	dir := t.TempDir()
	text := reportOf(t, "-lang", "en", "-tariffs", fileOf(t, "words.json", words), "-facts", fileOf(t, "facts.json", `{}`), "-out", dir)
	notice := section(t, text, "PUBLIC NOTICE")
	var got [][]string
	for _, row := range notice[2:7] {
		got = append(got, cells(row))
	}
	require.Equal(t, [][]string{
		{"=A1", "1.50 CNY/m² inside/month", "half-yearly, in advance", "until 2026-12-31", "not public", "standard"},
		{"b", "free", "monthly, in arrears", "always", "not public", "free"},
		{"c", "0.3333 CNY/unit/day", "monthly, in arrears", "always", "not public", "standard"},
		{"d", "floors 1–28 0.20 CNY/m²/month", "monthly, in arrears", "always", "not public", "standard"},
		{"da", "24.00 CNY/m²/season", "by the season from 11-15 to 03-15, in advance", "always", "not public", "standard"},
	}, got)
	require.Equal(t, []string{
		"  * =A1: 1.60 CNY/m² inside/month from 2027-01-01 on (no document named)",
		"  * =A1: less than 2.00 CNY (no document named)",
		"Careful: these prices are charged and were not made public: =A1, c, d, da",
		"Not charged: e (submitted for approval), f (approved, not in force yet), g (withdrawn)",
	}, notice[7:])
	require.Contains(t, text, "No tariff offers anything for paying ahead.")
	list := readCSV(t, filepath.Join(dir, "pricelist.csv"))
	require.Equal(t, "'=A1", list[1][1], "no formula")
	require.Equal(t, []string{"11-15/03-15", "advance", "0", "false"}, list[5][19:], "a season")
}

// TestHeldUnitMayNotPayAhead: T1-0708 is held back, so nobody can say what it would pay.
func TestHeldUnitMayNotPayAhead(t *testing.T) {
	text := reportOf(t, "-lang", "en", "-unit", "T1-0708")
	require.Equal(t, []string{"Nothing.", "Held, and not in it: T1-0708"}, section(t, text, "Estimate for unit T1-0708")[1:])
	require.Equal(t, []string{"  * 物业服务费（住宅）: held back: 渗水索赔协商中，经理批准本月暂缓"},
		section(t, text, "Paying ahead for unit T1-0708")[1:])
}

func TestFlags(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"-asof", "garbage"}, "-asof"},
		{[]string{"-start", "2026-13"}, "-start"},
		{[]string{"-ended", "soon"}, "-ended"},
		{[]string{"-ended", "2030-01-01"}, "2030-01-01"},
		{[]string{"-months", "7"}, "-months 7: unit T1-0701 has no such offer"},
		{[]string{"-lang", "fr"}, "want zh or en"},
		{[]string{"-unit", "nowhere"}, "没有房屋 nowhere"},
		{[]string{"-mapping", "x.json"}, "-mapping is for files of units"},
		{[]string{"-tariffs", "absent.json"}, "absent.json：没有这个文件"},
		{[]string{"-facts", "absent.json"}, "absent.json：没有这个文件"},
		{[]string{"-data", "testdata"}, "-data testdata"},
		{[]string{"-out", "main.go"}, "main.go"},
		{[]string{"more"}, "unexpected argument"},
	}
	for _, tt := range tests {
		require.ErrorContains(t, run(tt.args, &bytes.Buffer{}, nil), tt.want, tt.args)
	}
}

// TestDataFolder: the built-in estate copied into a folder is the same estate.
func TestDataFolder(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, estate.Files()))
	require.Equal(t, reportOf(t), reportOf(t, "-data", dir))
}

// TestMessages: every text renders in both languages, with all its arguments.
func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.Chinese, message.Catalog(b))
	require.NotEmpty(t, texts())
	plain := map[string]bool{ // signs only
		"tariffs/comma": true, "tariffs/semicolon": true, "tariffs/note": true, "tariffs/in": true,
		"tariffs/per": true, "tariffs/every": true, "tariffs/per-time": true, "tariffs/gross": true,
	}
	seen := map[string]bool{}
	for _, text := range texts() {
		id, english := text.Text.ID(), text.Text.English()
		require.True(t, strings.HasPrefix(id, "tariffs/"), id)
		require.False(t, seen[id], "%s twice", id)
		seen[id] = true
		marks := []string{"«1»", "«2»", "«3»", "«4»", "«5»"}[:strings.Count(english, "%[")]
		var args []any
		want := strings.ReplaceAll(english, "%%", "%")
		for i, mark := range marks {
			want = strings.ReplaceAll(want, "%["+string(rune('1'+i))+"]s", mark)
			args = append(args, mark)
		}
		require.Equal(t, want, en.Sprintf(message.Key(id, "absent"), args...))
		chinese := zh.Sprintf(message.Key(id, "absent"), args...)
		han := strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) })
		require.NotEqual(t, plain[id], han, id)
		require.NotContains(t, chinese, "%!", id)
		for _, mark := range marks {
			require.Contains(t, chinese, mark, id)
		}
	}
}
