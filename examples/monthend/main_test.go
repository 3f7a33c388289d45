package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/internal/golden"
)

// report runs the program and returns what it prints, without what differs from run to run.
func reportOf(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out, nil))
	text := regexp.MustCompile(`(?m)^[\d,]+ (lines computed|行计算用时).*\n`).ReplaceAllString(out.String(), "")
	return regexp.MustCompile(`(?m)^(Written|已写出).*\n`).ReplaceAllString(text, "")
}

func TestReportGolden(t *testing.T) {
	golden.Check(t, "testdata/report.zh.golden", []byte(reportOf(t)))
	golden.Check(t, "testdata/report.en.golden", []byte(reportOf(t, "-lang", "en", "-explain", "T1-0803")))
}

// TestSaleInMidMonth is a page of the report a clerk can check by hand: T1-0803 has
// 120.36 m²; the price is 2.80 to the 15th and 3.10 from the 16th; it was sold on the 11th.
func TestSaleInMidMonth(t *testing.T) {
	dir := t.TempDir()
	reportOf(t, "-out", dir)
	var got [][]string
	for _, row := range readCSV(t, filepath.Join(dir, "lines.csv"))[1:] {
		if row[2] == "T1-0803" && row[3] == "pm-res" {
			got = append(got, []string{row[4], row[5], row[6], row[8], row[9], row[12]})
		}
	}
	require.Equal(t, [][]string{
		{"H0803+H0803B", "2026-11-01", "2026-11-10", "2.80", "10", "112.34"}, // 337.008 × 10/30 = 112.336
		{"N0803", "2026-11-11", "2026-11-15", "2.80", "5", "56.16"},          // up to here 168.504 → 168.50
		{"N0803", "2026-11-16", "2026-11-30", "3.10", "15", "186.56"},        // in all 355.062 → 355.06
	}, got)
}

// TestEveryUnitIsAccountedFor: billed, held and out of scope are all units, told apart by
// the files alone.
func TestEveryUnitIsAccountedFor(t *testing.T) {
	in, err := estate.Load(estate.Files(), mustMonth(t).Start)
	require.NoError(t, err)
	dir := t.TempDir()
	text := reportOf(t, "-out", dir, "-lang", "en")
	billed, held := map[string]bool{}, map[string]bool{}
	for _, row := range readCSV(t, filepath.Join(dir, "bills.csv"))[1:] {
		if row[12] != "" {
			require.Equal(t, []string{"", "", "", "", ""}, row[7:12], "a held unit has no figures")
			held[row[1]] = true
			continue
		}
		billed[row[1]] = true
	}
	malls := 0
	for _, d := range in.Register.Units() {
		if d.Use == "mall" {
			malls++
			require.False(t, billed[d.Code] || held[d.Code], d.Code)
		}
	}
	require.Equal(t, map[string]bool{"T1-0708": true, "T1-1205": true}, held)
	require.Equal(t, in.Register.Len(), len(billed)+len(held)+malls)
	require.Contains(t, text, "294 units: 268 billed, 2 held, 24 out of scope")
}

func TestTotalsOfFilesAgree(t *testing.T) {
	dir := t.TempDir()
	reportOf(t, "-out", dir)
	sum := func(rows [][]string, column int) *big.Rat {
		total := new(big.Rat)
		for _, row := range rows[1:] {
			if row[column] != "" {
				total.Add(total, rat(t, row[column]))
			}
		}
		return total
	}
	lines, bills := readCSV(t, filepath.Join(dir, "lines.csv")), readCSV(t, filepath.Join(dir, "bills.csv"))
	require.Equal(t, strings.Split("charge_id,line_id,unit,tariff,payer,from,to,quantity,unit_price,days,of_days,factor,amount,net,tax", ","), lines[0])
	net, tax := sum(lines, 13), sum(lines, 14)
	require.Zero(t, net.Cmp(sum(bills, 8)))
	require.Zero(t, tax.Cmp(sum(bills, 9)))
	require.Zero(t, new(big.Rat).Add(net, tax).Cmp(sum(bills, 10)))
	seen := map[string]bool{}
	for _, row := range lines[1:] {
		require.False(t, seen[row[1]], "line %s twice", row[1])
		seen[row[1]] = true
	}
}

// TestSeattle bills 3,376 real buildings and proves every amount by a second way: the file
// read with encoding/csv, areas and amounts in big rationals.
func TestSeattle(t *testing.T) {
	file := filepath.Join(dataDir(), "seattle-benchmarking", "2016_Building_Energy_Benchmarking.csv")
	if _, err := os.Stat(file); err != nil {
		t.Skipf("no real data: %s is absent; set WUYE_DATA to its folder", file)
	}
	dir := t.TempDir()
	text := reportOf(t, "-units", file, "-mapping", "seattle.mapping.json", "-out", dir, "-lang", "en")
	require.Contains(t, text, "3,376 units: 3,376 billed, 0 held, 0 out of scope")

	prices := seattlePrices(t)
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff")))).ReadAll()
	require.NoError(t, err)
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	want, total := map[string]string{}, new(big.Rat)
	for _, row := range rows[1:] {
		feet := rat(t, strings.ReplaceAll(row[column["PropertyGFABuilding(s)"]], ",", ""))
		area := halfUp(feet.Mul(feet, rat(t, "0.09290304")), 10_000)
		price, ok := prices[strings.TrimSpace(row[column["PrimaryPropertyType"]])]
		require.True(t, ok, row)
		amount := halfUp(area.Mul(area, price), 100)
		total.Add(total, amount)
		want[row[column["OSEBuildingID"]]] = amount.FloatString(2)
	}
	got := map[string]string{}
	for _, row := range readCSV(t, filepath.Join(dir, "lines.csv"))[1:] {
		got[row[2]] = row[12]
	}
	require.Len(t, got, 3376)
	require.Equal(t, want, got)
	require.Equal(t, "22975616.53", total.FloatString(2))
	require.Contains(t, text, "22,975,616.53 USD")
}

func seattlePrices(t *testing.T) map[string]*big.Rat {
	t.Helper()
	data, err := os.ReadFile("seattle.tariffs.json")
	require.NoError(t, err)
	var book struct {
		Tariffs []struct {
			AppliesTo struct{ Uses []string }
			Prices    []struct{ Value struct{ Price string } }
		}
	}
	require.NoError(t, json.Unmarshal(data, &book))
	out := map[string]*big.Rat{}
	for _, tariff := range book.Tariffs {
		out[tariff.AppliesTo.Uses[0]] = rat(t, tariff.Prices[0].Value.Price)
	}
	return out
}

func TestBadRowsAreToldAndNothingIsBilled(t *testing.T) {
	dir := t.TempDir()
	units := filepath.Join(dir, "units.csv")
	require.NoError(t, os.WriteFile(units, []byte("OSEBuildingID,PrimaryPropertyType,PropertyGFABuilding(s),PropertyName\n"+
		"1,Hotel,\"10,000\",A\n2,Hotel,\"1,00,0\",B\n3,Hotel,-5,C\n"), 0o600))
	args := []string{"-units", units, "-mapping", "seattle.mapping.json", "-lang", "en"}
	var out bytes.Buffer
	err := run(args, &out, nil)
	require.ErrorContains(t, err, "Nothing was billed")
	require.Contains(t, out.String(), "2 of 3 rows cannot be read")
	require.Contains(t, out.String(), "line 3")
	require.Contains(t, out.String(), "line 4")

	out.Reset()
	require.NoError(t, run(append(args, "-good-rows"), &out, nil))
	require.Contains(t, out.String(), "2 bad rows left out as asked")
	require.Contains(t, out.String(), "1 units: 1 billed")
}

func TestFlags(t *testing.T) {
	mapping := filepath.Join(t.TempDir(), "yen.mapping.json")
	require.NoError(t, os.WriteFile(mapping, []byte(`{"currency":"JPY"}`), 0o600))
	tests := []struct {
		args   []string
		en, zh string
	}{
		{[]string{"-period", "2026-13"}, `"2026-13" is not a month`, `"2026-13" 不是月份`},
		{[]string{"-explain", "nowhere"}, "no unit nowhere", "没有房屋 nowhere"},
		{[]string{"-units", "x.csv"}, "-units and -mapping go together", "-units 和 -mapping 要一起给出"},
		{[]string{"-mapping", "x.json"}, "-units and -mapping go together", "-units 和 -mapping 要一起给出"},
		{[]string{"-units", "x.csv", "-mapping", "x.json", "-data", "."}, "two estates", "两个小区"},
		{[]string{"-good-rows"}, "-good-rows goes with -units", "-good-rows 要与 -units 一起给出"},
		{[]string{"-asof", "garbage"}, "-asof: ", "-asof: "},
		{[]string{"-tariffs", "absent.json"}, "absent.json: no such file", "absent.json：没有这个文件"},
		{[]string{"-data", "testdata"}, "-data testdata", "-data testdata"},
		{[]string{"-mapping", "absent.json", "-units", "x.csv"}, "absent.json: no such file", "absent.json：没有这个文件"},
		{
			[]string{"-mapping", mapping, "-units", "x.csv"},
			"the price list beside the mapping, or -tariffs FILE: " + filepath.Dir(mapping) + "/yen.tariffs.json: no such file",
			"映射文件旁边的收费标准（或用 -tariffs 文件）: " + filepath.Dir(mapping) + "/yen.tariffs.json：没有这个文件",
		},
		{[]string{"-mapping", mapping, "-units", "x.csv", "-tariffs", "seattle.tariffs.json"}, "is in JPY, the tariffs are in USD", "的币种是 JPY，收费标准的币种是 USD"},
	}
	for _, tt := range tests {
		require.ErrorContains(t, run(append(tt.args, "-lang", "en"), &bytes.Buffer{}, nil), tt.en)
		require.ErrorContains(t, run(tt.args, &bytes.Buffer{}, nil), tt.zh)
	}
	require.ErrorContains(t, run([]string{"-lang", "fr"}, &bytes.Buffer{}, nil), "want zh or en")
}

// TestDataFolder: the built-in estate copied into a folder is the same estate.
func TestDataFolder(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, estate.Files()))
	require.Equal(t, reportOf(t), reportOf(t, "-data", dir))
}

// TestCuts: any way of cutting the run yields the same bills.
func TestCuts(t *testing.T) {
	in, err := estate.Load(estate.Files(), mustMonth(t).Start)
	require.NoError(t, err)
	prepared, err := billing.Prepare(in.Register, in.Book, in.Facts, mustMonth(t))
	require.NoError(t, err)
	whole := bills(t, prepared, int(prepared.Len()))
	for _, step := range []int{1, 7, 100} {
		require.Equal(t, whole, bills(t, prepared, step))
	}
}
