package main

import (
	"bytes"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// TestReportGolden: the year of the unit with the most events, and the year of the shop whose lease has
// a base year and a cap.
func TestReportGolden(t *testing.T) {
	golden.Check(t, "testdata/report.zh.golden", []byte(reportOf(t)))
	golden.Check(t, "testdata/report.en.golden", []byte(reportOf(t, "-lang", "en", "-unit", "S1-008")))
}

// TestExplainGolden: a shop's March, in which a tenant moved in, by its meter of three bands.
func TestExplainGolden(t *testing.T) {
	derived := func(args ...string) []byte {
		text := reportOf(t, append(args, "-asof", "2026-03-31", "-unit", "S1-002", "-explain")...)
		_, text, found := strings.Cut(text, "S1-002/B02/2026-02-26")
		require.True(t, found)
		return []byte("elec-shop/S1-002/B02/2026-02-26" + text)
	}
	golden.Check(t, "testdata/explain.zh.golden", derived())
	golden.Check(t, "testdata/explain.en.golden", derived("-lang", "en"))
}

// planted is planted.json: what was put into the readings on purpose.
type planted struct {
	Planted []struct {
		Kind  string `json:"kind"`
		Meter string `json:"meter"`
		Month string `json:"month"`
		Note  string `json:"note"`
	} `json:"planted"`
}

// TestFindingsArePlanted: what the program finds is what was planted, no more and no less, in its
// report and in its file.
func TestFindingsArePlanted(t *testing.T) {
	data, err := fs.ReadFile(estate.Files(), "utilities/planted.json")
	require.NoError(t, err)
	list, err := invalid.Decode[planted](data, "planted.json")
	require.NoError(t, err)
	want := []finding{}
	for _, p := range list.Planted {
		want = append(want, finding{p.Kind, p.Meter, p.Month})
	}
	y := theYear(t, loadEstate(t))
	require.Equal(t, want, y.findings(civil.MustParse("2026-12-31")))

	dir := t.TempDir()
	text := section(t, reportOf(t, "-lang", "en", "-out", dir), "What was found about meters: 10")
	rows := readCSV(t, filepath.Join(dir, "findings.csv"))
	require.Equal(t, strings.Split(findingsHeader, ","), rows[0])
	require.Len(t, rows, 1+len(want))
	for i, f := range want {
		require.Equal(t, []string{f.Month, f.Kind, f.Meter}, rows[i+1][:3])
		require.Contains(t, text[i+2], f.Month+"  "+f.Meter)
	}
}

// TestFindingsFollowTheReadings: every finding goes when its cause goes, and comes with another one.
func TestFindingsFollowTheReadings(t *testing.T) {
	found := func(change func(*estate.Estate)) []finding {
		in := loadEstate(t)
		in.Facts.Costs = slices.DeleteFunc(in.Facts.Costs, func(c billing.Cost) bool { return c.Tariff == "lift" }) // quicker
		change(&in)
		return theYear(t, in).findings(civil.MustParse("2026-12-31"))
	}
	reading := func(in *estate.Estate, code, on string) *meter.Reading {
		i := slices.IndexFunc(in.Facts.Readings, func(r meter.Reading) bool { return r.Meter == code && r.On == civil.MustParse(on) })
		require.GreaterOrEqual(t, i, 0)
		return &in.Facts.Readings[i]
	}
	all := found(func(*estate.Estate) {})
	without := func(gone ...finding) []finding {
		return slices.DeleteFunc(slices.Clone(all), func(f finding) bool { return slices.Contains(gone, f) })
	}

	require.Equal(t, without(finding{foundImplausible, "E-T1-0807", "2026-12"}), found(func(in *estate.Estate) {
		reading(in, "E-T1-0807", "2026-12-25").Value = measure.MustParseQuantity("16325")
	}), "the digits put right")
	require.Equal(t, without(finding{foundImplausible, "E-T1-0807", "2026-12"}), found(func(in *estate.Estate) {
		reading(in, "E-T1-0807", "2026-12-25").Accepted = "a greenhouse"
	}), "accepted as it is")
	require.Equal(t, without(finding{foundUnread, "E-T1-0702", "2026-10"}), found(func(in *estate.Estate) {
		in.Facts.Readings = append(in.Facts.Readings, meter.Reading{
			Meter: "E-T1-0702", On: civil.MustParse("2026-10-25"), Value: measure.MustParseQuantity("15830"), Source: meter.Manual,
		})
	}), "the missing reading found")
	require.Equal(t, without(finding{foundEstimate, "E-T1-0803", "2026-08"}, finding{foundTrueUp, "E-T1-0803", "2026-09"}),
		found(func(in *estate.Estate) { reading(in, "E-T1-0803", "2026-08-25").Source = meter.Remote }), "no estimate")
	require.Equal(t, without(finding{foundLeak, "W-LOW", "2026-08"}), found(func(in *estate.Estate) {
		for i := range in.Facts.Costs {
			if c := &in.Facts.Costs[i]; c.Of.Loss != nil {
				c.Of.Loss.Limit = measure.MustParseQuantity("0.2").Decimal()
			}
		}
	}), "19 % within the limit")
	require.Contains(t, found(func(in *estate.Estate) {
		reading(in, "E-T1-0805", "2026-06-25").Value = measure.MustParseQuantity("1")
	}), finding{foundImplausible, "E-T1-0805", "2026-06"}, "a register that shows less")
}

// TestByHand are figures a clerk can check with the readings: readings.csv, tariffs.json and a pocket
// calculator.
func TestByHand(t *testing.T) {
	y := theYear(t, loadEstate(t))
	tests := []struct {
		name, unit, tariff, month string
		want                      [][]string
	}{
		// 15975 − 15599 = 376 in 31 days, 6 of them in 2025: 72.7742 × 0.5383, as 3681 were used before;
		// the other 25 days begin the tiers anew: 39.1744 + 303.2258 × 0.4883 = 187.2395.
		{"a new year of tiers", "T1-0803", "elec-res", "2026-01", [][]string{
			{"2025-12-26", "72.7742 kWh", "39.17"}, {"2026-01-01", "303.2258 kWh", "148.07"},
		}},
		// 17066 − 16866 + 75 − 2 = 273, × 0.4883 = 133.3059.
		{"a device replaced", "T1-0803", "elec-res", "2026-05", [][]string{{"2026-04-26", "273 kWh", "133.31"}}},
		// 100000 − 99850 + 243 = 393, × 0.4883 = 191.9019.
		{"the last digit passed", "T1-0706", "elec-res", "2026-03", [][]string{{"2026-02-26", "393 kWh", "191.90"}}},
		// 1368 − 880 = 488, × 0.4883 = 238.2904.
		{"an estimate", "T1-0803", "elec-res", "2026-08", [][]string{{"2026-07-26", "488 kWh", "238.29"}}},
		// 1667 − 880 = 787 after 2272.2258: 607.7742 × 0.4883 + 179.2258 × 0.5383 = 393.2534, less 238.29.
		{"and put right", "T1-0803", "elec-res", "2026-09", [][]string{{"2026-07-26", "787 kWh", "154.96"}}},
		// 15964 − 15704 = 260 in two months, × 0.4883 = 126.958.
		{"two months after a missing reading", "T1-0702", "elec-res", "2026-11", [][]string{{"2026-09-26", "260 kWh", "126.96"}}},
		// Seven persons: 180 + 2 × 30 = 240, of which 220.85 are used: 19.15 × 5 + 5.19 × 7.
		{"a large household", "T1-0803", "water-res", "2026-10", [][]string{{"2026-10-01", "24.34 m3", "132.08"}}},
		// 27.1 × 7 = 189.70, by days 10 : 20 of the old and the new owner.
		{"sold on the 11th", "T1-0803", "water-res", "2026-11", [][]string{
			{"2026-11-01", "9.0333 m3", "63.23"}, {"2026-11-11", "18.0667 m3", "126.47"},
		}},
		// Six persons: 260 + 30 = 290, of which 272.29 are used: 17.71 × 7 + 6.88 × 9.
		{"the third tier", "T1-0803", "water-res", "2026-12", [][]string{{"2026-12-01", "24.59 m3", "185.89"}}},
		// 31.60, 26.22, 8.87 × 30 in 30 days, 5 before the price changes: 158 × 1.2148 + 131.1 × 0.8024 +
		// 44.35 × 0.3711 = 313.5913; 790 × 1.3362 + 655.5 × 0.8391 + 221.75 × 0.3547 = 1684.2828.
		{"a price that changes between readings", "S1-002", "elec-shop", "2026-07", [][]string{
			{"2026-06-26", "333.45 kWh", "313.59"}, {"2026-07-01", "1667.25 kWh", "1684.28"},
		}},
		// 26492.71 × 156.40 ÷ 1120 = 3699.5177: of the 7 fen left over S1-008, with the smallest remainder, is
		// the one that gets none. 699.51 above the base year, of which the cap leaves 600.00.
		{"above the base year, up to the cap", "S1-008", "shop-energy", "2026-12", [][]string{
			{"2026-01-01", "", "3099.51"}, {"2026-01-01", "", "600.00"},
		}},
		// 26492.71 × 140 ÷ 1120 = 3311.5889: 3311.59, 59 of 365 days before the tenant moved in.
		{"let in March", "S1-002", "shop-energy", "2026-12", [][]string{{"2026-01-01", "", "535.30"}, {"2026-03-01", "", "2776.29"}}},
		// 3722.13 ÷ (48 × 1 + 64 × 1.3 + 64 × 1.6) = 15.9338; × 1.3 = 20.7139; × 1.6 = 25.4940. 69 fen are
		// left over: one each for the 64 flats of the high floors, and for five of the middle ones.
		{"a low floor", "T1-0701", "lift", "2026-01", [][]string{{"2026-01-01", "", "15.93"}}},
		{"the fifth of the middle", "T1-1305", "lift", "2026-01", [][]string{{"2026-01-01", "", "20.72"}}},
		{"the sixth", "T1-1306", "lift", "2026-01", [][]string{{"2026-01-01", "", "20.71"}}},
		{"a high floor", "T1-2802", "lift", "2026-01", [][]string{{"2026-01-01", "", "25.50"}}},
		// EX-220: 89.53 × 24.00, from 15 November to 15 March.
		{"a season of heat", "T1-0701", "heat", "2026-03", [][]string{{"2025-11-15", "", "2148.72"}}},
		// 120.36 × 24.00 × 0.3: stopped on application, 37 days before the season.
		{"stopped", "T1-0703", "heat", "2026-03", [][]string{{"2025-11-15", "", "866.59"}}},
		// 243.25 × 120.36 ÷ 1854.54 + 243.25 ÷ 16 = 15.7870 + 15.2031.
		{"half by area, half by household", "T1-0803", "tank", "2026-03", [][]string{{"2026-03-01", "", "30.99"}}},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, short(linesOf(y, tt.unit, tt.tariff, tt.month)), tt.name)
	}
}

// TestHeatByHand: six days at 17 °C, as EX-224, and two days without heat on the eighth floor, as EX-225;
// the season has 121 days.
func TestHeatByHand(t *testing.T) {
	y := theYear(t, loadEstate(t))
	sum := func(unit string) string {
		out := new(big.Rat)
		for _, l := range linesOf(y, unit, "heat", "2026-03") {
			out.Add(out, rat(t, string(l.Amount.AppendNumber(nil))))
		}
		return out.FloatString(2)
	}
	require.Equal(t, "3236.38", sum("T1-0705"), "136.20 × 24.00 = 3268.80, less 3268.80 × 6 ÷ 121 × 0.2 = 32.42")
	require.Equal(t, "2113.20", sum("T1-0801"), "2148.72, less 2148.72 × 2 ÷ 121 = 35.52")
}

// TestFormulaByHand: the pump's kWh by area of the zone, at 0.5103.
func TestFormulaByHand(t *testing.T) {
	in := loadEstate(t)
	y := theYear(t, in)
	pump := func(on string) *big.Rat {
		for _, r := range in.Facts.Readings {
			if r.Meter == "E-PUMP" && r.On == civil.MustParse(on) {
				return rat(t, r.Value.String())
			}
		}
		t.Fatal(on)
		return nil
	}
	used := new(big.Rat).Sub(pump("2026-02-28"), pump("2026-01-31"))
	want := used.Mul(used, rat(t, "120.36"))
	want.Quo(want, rat(t, "1854.54"))
	want.Mul(want, rat(t, "0.5103"))
	require.Equal(t, [][]string{{"2026-02-01", "", want.FloatString(2)}}, short(linesOf(y, "T1-0803", "pump", "2026-02")))
}

// TestNothingOfALeak: the month of the leak has no line of it, and the table says why.
func TestNothingOfALeak(t *testing.T) {
	y := theYear(t, loadEstate(t))
	require.Empty(t, linesOf(y, "T1-0803", "water-loss", "2026-08"))
	require.Len(t, linesOf(y, "T1-0803", "water-loss", "2026-07"), 1)
	text := reportOf(t, "-lang", "en")
	august := section(t, text, "2026-08: ")
	require.Contains(t, august[len(august)-1], "not charged: 管网漏损公摊, water-loss-2026-08: master meter W-LOW loses 43.98 m3 of 230.37 m3")
	require.Contains(t, text,
		"2026-08 work order: find the leak behind master meter W-LOW, which lost 43.98 m3; water-loss-2026-08 is charged to nobody")
}

// TestFiles: what the files say adds up to what the report says.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	text := reportOf(t, "-lang", "en", "-out", dir)

	total := new(big.Rat)
	lines := readCSV(t, filepath.Join(dir, "lines.csv"))
	seen := map[string]bool{}
	for _, row := range lines[1:] {
		require.False(t, seen[row[1]], "%s twice", row[1])
		seen[row[1]] = true
		total.Add(total, rat(t, row[13]))
		total.Add(total, rat(t, row[14]))
	}
	require.Contains(t, strings.ReplaceAll(text, ",", ""), " = "+total.FloatString(2)+" CNY", "the bills' total")

	shares, costs := map[string]*big.Rat{}, map[string]string{}
	held := 0
	statements := readCSV(t, filepath.Join(dir, "statements.csv"))
	require.Equal(t, strings.Split(statementsHeader, ","), statements[0])
	for _, row := range statements[1:] {
		if row[12] != "" {
			held++
			require.Equal(t, []string{"water-loss-2026-08", "", "", ""}, []string{row[0], row[6], row[8], row[10]})
			continue
		}
		if shares[row[0]] == nil {
			shares[row[0]] = rat(t, row[11])
		}
		shares[row[0]].Add(shares[row[0]], rat(t, row[10]))
		costs[row[0]] = row[6]
	}
	require.Len(t, costs, 38)
	require.Equal(t, 1, held)
	for code, sum := range shares {
		require.Equal(t, costs[code], sum.FloatString(2), code)
	}

	usage := readCSV(t, filepath.Join(dir, "usage.csv"))
	require.Equal(t, strings.Split(usageHeader, ","), usage[0])
	rows := map[string]*big.Rat{}
	for _, row := range usage[1:] {
		require.True(t, seen[row[0]], "%s in lines.csv", row[0])
		if rows[row[0]] == nil {
			rows[row[0]] = new(big.Rat)
		}
		rows[row[0]].Add(rows[row[0]], rat(t, row[12]))
	}
	for _, row := range lines[1:] {
		if row[7] != "" && row[9] == "" { // metered: a quantity, no days
			require.Zero(t, rows[row[1]].Cmp(rat(t, row[7])), row[1])
			delete(rows, row[1])
		}
	}
	require.Empty(t, rows, "each line of a meter is in both files")

	var units []string
	for _, row := range readCSV(t, filepath.Join(dir, "bills.csv"))[1:] {
		if row[12] != "" {
			units = append(units, row[1])
		}
	}
	require.Equal(t, []string{"T1-0702", "T1-0807"}, units, "held")
}

// TestProofsCanFail: a check that does not hold is an error, and so is a line that differs.
func TestProofsCanFail(t *testing.T) {
	y := theYear(t, loadEstate(t))
	proofs, err := y.prove("T1-0803")
	require.NoError(t, err)
	require.Len(t, proofs, 6)
	require.NoError(t, failed(proofs))
	proofs[2].left = "1.00 CNY"
	require.ErrorContains(t, failed(proofs), "proof-share-lines: 1.00 CNY ≠")

	l := &y.months[3].bills[5].Lines[0]
	l.Net = l.Net.With(l.Net.Minor() + 1)
	_, err = y.prove("T1-0803")
	require.ErrorContains(t, err, l.ID())
	l.Net = l.Net.With(l.Net.Minor() - 1)

	y.months[3].bills = y.months[3].bills[1:]
	_, err = y.prove("T1-0803")
	require.ErrorContains(t, err, "is billed in the year, but in no month")
}

// TestHeldUnit: the year of a held unit shows the month without a figure, and no proof is claimed for
// it.
func TestHeldUnit(t *testing.T) {
	text := reportOf(t, "-lang", "en", "-unit", "T1-0702")
	months := section(t, text, "What the months of unit T1-0702 come to")
	require.Equal(t, []string{"2026-10", "0", "held"}, strings.Fields(months[11]))
	require.NotContains(t, text, "unit T1-0702, the year in one run")
}

func TestFlags(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"-asof", "garbage"}, "-asof"},
		{[]string{"-asof", "2026-01-30"}, "no month of the year has ended"},
		{[]string{"-lang", "fr"}, "want zh or en"},
		{[]string{"-unit", "nowhere"}, "没有房屋 nowhere"},
		{[]string{"-mapping", "x.json"}, "-mapping is for files of units"},
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
		"utilities/comma": true, "utilities/semicolon": true, "utilities/bands": true, "utilities/holds": true,
	}
	seen := map[string]bool{}
	for _, text := range texts() {
		id, english := text.Text.ID(), text.Text.English()
		require.True(t, strings.HasPrefix(id, "utilities/"), id)
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
		han := strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) })
		require.NotEqual(t, plain[id], han, id)
		require.NotContains(t, chinese, "%!", id)
		for _, mark := range marks {
			require.Contains(t, chinese, mark, id)
		}
	}
}
