package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/sla"
)

func length(t *testing.T, text string) sla.Length {
	t.Helper()
	n, err := sla.ParseLength(text)
	require.NoError(t, err)
	return n
}

// sf311 returns the path of 10,000 requests that nobody here wrote; the test is skipped where they are not.
func sf311(tb testing.TB) string {
	tb.Helper()
	dir := os.Getenv("WUYE_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	path := filepath.Join(dir, "sf311", "sf311-10000.csv")
	if _, err := os.Stat(path); os.IsNotExist(err) {
		tb.Skipf("no real data: %s is not there; set WUYE_DATA", path)
	}
	return path
}

func sf311Args(path string) []string {
	return []string{"-requests", path, "-mapping", "sf311.mapping.json", "-promises", "sf311.promises.json", "-calendar", "allhours", "-lang", "en"}
}

// plain counts by another way: the standard library reads the file and the clock of San Francisco, and instants are
// subtracted.
func plain(t *testing.T, path string) map[string]map[string]int {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	require.NoError(t, err)
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	zone, err := time.LoadLocation("America/Los_Angeles")
	require.NoError(t, err)
	read := func(row []string, name string) time.Time {
		cell, labelled := strings.CutSuffix(row[column[name]], "+00:00")
		if !labelled {
			return time.Time{}
		}
		at, err := time.ParseInLocation(time.DateTime, cell, zone)
		require.NoError(t, err)
		return at
	}
	var latest time.Time
	for _, row := range rows[1:] {
		for _, name := range []string{"created_date", "closed_date"} {
			if at := read(row, name); at.After(latest) {
				latest = at
			}
		}
	}
	limits := map[string]time.Duration{"Emergency": 24, "Urgent": 72, "Routine": 600, "Preventive": 2160}
	out := map[string]map[string]int{}
	for _, row := range rows[1:] {
		group, limit := row[column["category"]], 168*time.Hour
		if _, class, found := strings.Cut(row[column["descriptor"]], " - "); found && group == "SFHA Requests" {
			group, limit = "SFHA "+class, limits[class]*time.Hour
		}
		created, closed := read(row, "created_date"), read(row, "closed_date")
		if out[group] == nil {
			out[group] = map[string]int{}
		}
		out[group][class(created, closed, latest, limit)]++
	}
	return out
}

func class(created, closed, latest time.Time, limit time.Duration) string {
	switch {
	case closed.IsZero() && latest.Sub(created) > limit:
		return "breached"
	case closed.IsZero():
		return "running"
	case closed.Before(created):
		return "unknown"
	case closed.Sub(created) > limit:
		return "breached"
	}
	return "met"
}

// TestSF311: the counts of each group are those of plain subtraction, and every row is in one of them.
func TestSF311(t *testing.T) {
	path := sf311(t)
	files := filesOf(t, sf311Args(path)...)
	got, total := map[string]map[string]int{}, 0
	for _, r := range files["verdicts"] {
		if got[r["group"]] == nil {
			got[r["group"]] = map[string]int{}
		}
		got[r["group"]][r["state"]]++
		total++
	}
	require.Empty(t, cmp.Diff(plain(t, path), got))
	require.Equal(t, 10_000, total)
	sum := 0
	for _, r := range files["groups"] {
		for _, state := range []string{"met", "breached", "running", "paused", "waived", "unknown"} {
			n := got[r["group"]][state]
			require.Equal(t, number(n), r[state], "%s %s", r["group"], state)
			sum += n
		}
		require.Equal(t, r["bad"], r["unknown"], "nothing is unknown but for its row")
	}
	require.Equal(t, 10_000, sum)
	require.Len(t, files["bad"], 17)
	for _, r := range files["bad"] {
		require.Equal(t, "reversed", r["rule"])
	}
}

// TestSF311Classes: the 1,102 work orders of public housing stand by themselves, by class.
func TestSF311Classes(t *testing.T) {
	got := map[string]string{}
	for _, r := range filesOf(t, sf311Args(sf311(t))...)["groups"] {
		if strings.HasPrefix(r["group"], "SFHA") {
			got[r["group"]] = r["total"]
		}
	}
	require.Equal(t, map[string]string{"SFHA Routine": "688", "SFHA Urgent": "151", "SFHA Emergency": "53", "SFHA Preventive": "210"}, got)
}

// TestSF311Report: the file is read whole, and the day is that of San Francisco.
func TestSF311Report(t *testing.T) {
	text := reportOf(t, sf311Args(sf311(t))...)
	require.Contains(t, text, "Rows read: 10,000 = 10,000 good + 0 bad + 0 ignored\n")
	require.Contains(t, text, "Cases: 10,000 = 10,000 judged + 0 incomplete")
	require.Contains(t, text, "as of 2018-01-24 23:41, the latest instant")
	require.Contains(t, text, "71.69 % of the cases begin from 8 to 18 h, most in hour 9, fewest in hour 3")
}

// BenchmarkSF311 reads, judges and reports the 10,000 requests.
func BenchmarkSF311(b *testing.B) {
	args := sf311Args(sf311(b))
	for b.Loop() {
		if err := run(args, &bytes.Buffer{}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
