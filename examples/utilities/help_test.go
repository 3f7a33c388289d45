package main

import (
	"bytes"
	"encoding/csv"
	"math/big"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
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

func loadEstate(t *testing.T) estate.Estate {
	t.Helper()
	in, err := estate.LoadUtilities(estate.Files(), civil.MustParse("2026-01-01"))
	require.NoError(t, err)
	return in
}

// theYear bills the months of 2026.
func theYear(t *testing.T, in estate.Estate) *year {
	t.Helper()
	y, err := billYear(in, monthsUntil(civil.MustParse("2026-12-31")))
	require.NoError(t, err)
	return y
}

// linesOf returns the lines of a unit and tariff billed in a month, "2026-05".
func linesOf(y *year, unit, tariff, month string) []billing.Line {
	var out []billing.Line
	for i := range y.months {
		for l := range y.months[i].lines() {
			if l.Unit == unit && l.Tariff == tariff && monthName(y.months[i].period.Start) == month {
				out = append(out, *l)
			}
		}
	}
	return out
}

// short is the first day, usage and amount of each line.
func short(lines []billing.Line) [][]string {
	var out [][]string
	for _, l := range lines {
		used := ""
		if m := l.Facts.Metered; m != nil {
			used = m.Usage.String()
		}
		out = append(out, []string{l.Period.Start.String(), used, string(l.Amount.AppendNumber(nil))})
	}
	return out
}

// section returns the lines of a report from one that begins so up to the next blank one.
func section(t *testing.T, report, begin string) []string {
	t.Helper()
	_, rest, found := strings.Cut(report, "\n"+begin)
	require.True(t, found, "%q in %s", begin, report)
	part, _, _ := strings.Cut(rest, "\n\n")
	return strings.Split(strings.TrimSuffix(begin+part, "\n"), "\n")
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
