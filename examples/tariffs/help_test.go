package main

import (
	"bytes"
	"encoding/csv"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/property/civil"
)

// reportOf runs the program and returns what it prints, without the paths of the files.
func reportOf(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out, nil))
	return regexp.MustCompile(`(?m)^(Written|已写出).*\n`).ReplaceAllString(out.String(), "")
}

// section returns the lines of a report from one that begins so up to the next blank one.
func section(t *testing.T, report, begin string) []string {
	t.Helper()
	_, rest, found := strings.Cut(report, "\n"+begin)
	require.True(t, found, "%q in %s", begin, report)
	part, _, _ := strings.Cut(rest, "\n\n")
	return strings.Split(begin+part, "\n")
}

// cells are the columns of a row of a table.
func cells(row string) []string { return regexp.MustCompile(`  +`).Split(strings.TrimSpace(row), -1) }

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

func loadEstate(t *testing.T) estate.Estate {
	t.Helper()
	in, err := estate.Load(estate.Files(), civil.MustParse("2026-11-01"))
	require.NoError(t, err)
	return in
}

// fileOf writes a file and returns its path.
func fileOf(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}
