package main

import (
	"encoding/csv"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// dataDir is where the real data sets are.
func dataDir() string {
	if dir := os.Getenv("WUYE_DATA"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "shared", "data")
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	return rows
}

func rat(t *testing.T, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	require.True(t, ok, text)
	return r
}

// halfUp rounds a number that is not negative to 1/parts.
func halfUp(r *big.Rat, parts int64) *big.Rat {
	n := new(big.Rat).Mul(r, big.NewRat(parts, 1))
	n.Add(n, big.NewRat(1, 2))
	return new(big.Rat).SetFrac(new(big.Int).Quo(n.Num(), n.Denom()), big.NewInt(parts))
}

func mustMonth(t *testing.T) civil.Period {
	t.Helper()
	month, err := civil.ParseMonth("2026-11")
	require.NoError(t, err)
	return month
}

// bills returns the run's bills as JSON, billed step units at a time.
func bills(t *testing.T, run *billing.Run, step int) string {
	t.Helper()
	var out []billing.Bill
	for lo := property.Ref(0); lo < run.Len(); lo += property.Ref(step) {
		for b, err := range run.Bills(lo, lo+property.Ref(step)) {
			require.Equal(t, err != nil, b.IsHeld())
			out = append(out, b)
		}
	}
	data, err := json.Marshal(out)
	require.NoError(t, err)
	return string(data)
}
