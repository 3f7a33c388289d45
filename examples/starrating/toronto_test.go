package main

import (
	"bytes"
	"encoding/csv"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// toronto returns the path of 11,760 sheets that nobody here filled in; the test is skipped where they are not.
func toronto(tb testing.TB) string {
	tb.Helper()
	dir := os.Getenv("WUYE_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	path := filepath.Join(dir, "toronto-rentsafe", "evaluations-pre2023.csv")
	if _, err := os.Stat(path); os.IsNotExist(err) {
		tb.Skipf("no real data: %s is not there; set WUYE_DATA", path)
	}
	return path
}

func torontoArgs(path string) []string {
	return []string{"-rubric", "toronto-pre2023.rubric.json", "-sheets", path, "-mapping", "toronto.mapping.json"}
}

// notRated is the one sheet without a mark.
const notRated = "8364"

// TestToronto: every score and every outcome that the city published, half up to a whole number, and the one sheet without an
// applicable item has none, although the city gives it 0.
func TestToronto(t *testing.T) {
	path := toronto(t)
	dir := t.TempDir()
	began := time.Now()
	report := reportOf(t, append(torontoArgs(path), "-out", dir, "-lang", "en")...)
	took := time.Since(began)
	require.Contains(t, report, "11,760 sheets rated")

	text, err := os.ReadFile(path)
	require.NoError(t, err)
	published, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	require.NoError(t, err)
	column := map[string]int{}
	for i, name := range published[0] {
		column[name] = i
	}
	rows := readRows(t, filepath.Join(dir, "scores.csv"), scoresHeader)
	require.Len(t, rows, 11_760)
	same := 0
	for i, row := range rows {
		city := published[i+1]
		require.Equal(t, city[column["_id"]], row["id"])
		require.Equal(t, city[column["NO_OF_AREAS_EVALUATED"]], row["applicable"], row["id"])
		if row["id"] == notRated {
			require.Equal(t, []string{"", "", ""}, []string{row["score"], row["outcome"], row["raw"]}, "not rated is not 0")
			require.NotEqual(t, "rated", row["state"])
			continue
		}
		require.Equal(t, city[column["SCORE"]], row["score"], row["id"])
		require.Equal(t, city[column["RESULTS_OF_SCORE"]], row["outcome"], row["id"])
		require.Equal(t, rawOf(city[column["ENTRANCE_LOBBY"]:column["OTHER_FACILITIES"]+1]), row["raw"], row["id"])
		same++
	}
	require.Equal(t, 11_759, same)
	require.Empty(t, readRows(t, filepath.Join(dir, "bad.csv"), badHeader))
	t.Logf("%d sheets in %v: %.0f a second, reading and writing included", len(rows), took, float64(len(rows))/took.Seconds())
}

// rawOf adds the marks of a row.
func rawOf(cells []string) string {
	sum := 0
	for _, c := range cells {
		if n, err := strconv.Atoi(c); err == nil {
			sum += n
		}
	}
	return strconv.Itoa(sum)
}

// TestTorontoHalves: 497 scores are exact halves before they are rounded, and all of them go up.
func TestTorontoHalves(t *testing.T) {
	dir := t.TempDir()
	reportOf(t, append(torontoArgs(toronto(t)), "-out", dir)...)
	halves := 0
	for _, row := range readRows(t, filepath.Join(dir, "scores.csv"), scoresHeader) {
		if row["state"] != "rated" {
			continue
		}
		exact, ok := new(big.Rat).SetString(row["raw"] + "/" + row["applicable"])
		require.True(t, ok)
		exact.Mul(exact, big.NewRat(20, 1)) // 100 of 5 each
		if exact.Denom().IsInt64() && exact.Denom().Int64() == 2 {
			halves++
			up := new(big.Rat).Add(exact, big.NewRat(1, 2))
			require.Equal(t, up.RatString(), row["score"], row["id"])
		}
	}
	require.Equal(t, 497, halves)
}

// BenchmarkToronto reads and rates the whole file. Must: 11,760 sheets a second.
func BenchmarkToronto(b *testing.B) {
	o := options{rubric: "toronto-pre2023.rubric.json", sheets: toronto(b)}
	o.Mapping = "toronto.mapping.json"
	for b.Loop() {
		bulk, err := o.loadSheets()
		if err == nil {
			err = bulk.rate(nil)
		}
		if err != nil || len(bulk.scores) != 11_760 {
			b.Fatal(len(bulk.scores), err)
		}
	}
	b.ReportMetric(11_760*float64(b.N)/b.Elapsed().Seconds(), "sheets/s")
}
