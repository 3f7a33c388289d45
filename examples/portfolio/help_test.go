package main

import (
	"bytes"
	"encoding/csv"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
)

// november is the month that the tests bill unless they say otherwise.
func november() civil.Period { return civil.MustParseMonth("2026-11") }

func reportOf(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out, nil))
	return out.String()
}

// rowsOf returns the rows of a file without its header, by the header's names.
func rowsOf(t *testing.T, dir, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, name))
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	out := make([]map[string]string, len(rows)-1)
	for i, row := range rows[1:] {
		out[i] = map[string]string{}
		for k, name := range rows[0] {
			out[i][name] = row[k]
		}
	}
	return out
}

// lotsOf returns the units of a portfolio by code.
func lotsOf(p portfolio) map[string]lot {
	out := map[string]lot{}
	for b := range p.blocks() {
		for _, l := range b.lots {
			out[l.unit.Code] = l
		}
	}
	return out
}

func ignore(int) {}

func runOf(t *testing.T, p portfolio) *billing.Run {
	t.Helper()
	in, err := p.load(ignore)
	require.NoError(t, err)
	out, err := billing.Prepare(in.register, book(p.month), in.facts, p.month)
	require.NoError(t, err)
	return out
}

func wholeOf(t *testing.T, run *billing.Run) written {
	t.Helper()
	f, err := create("", nil)
	require.NoError(t, err)
	out, err := writeWhole(run, f, ignore)
	require.NoError(t, err)
	return out
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
