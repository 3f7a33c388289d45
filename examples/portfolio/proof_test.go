package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSeed: the same seed gives the same bytes, another seed others.
func TestSeed(t *testing.T) {
	const size = 3000
	first := wholeOf(t, runOf(t, portfolio{size, 1, november()}))
	again := wholeOf(t, runOf(t, portfolio{size, 1, november()}))
	other := wholeOf(t, runOf(t, portfolio{size, 2, november()}))
	require.Equal(t, first.digest, again.digest)
	require.NotEqual(t, first.digest, other.digest)
}

// TestCuts: any number of ranges gives the bytes of one, more ranges than units too.
func TestCuts(t *testing.T) {
	run := runOf(t, portfolio{3000, 1, november()})
	whole := wholeOf(t, run)
	for _, cuts := range []int{1, 2, 3, 7, 64, 2999, 3000, 5000} {
		units := 0
		cut, err := writeCut(run, cuts, func(n int) { units += n })
		require.NoError(t, err)
		require.NoError(t, prove(whole, cut), "%d cuts", cuts)
		require.Equal(t, 3000, units)
	}
}

// TestProofFails: bytes that differ are told, and so are bytes that are missing.
func TestProofFails(t *testing.T) {
	run := runOf(t, portfolio{3000, 1, november()})
	whole := wholeOf(t, run)
	cut, err := writeCut(runOf(t, portfolio{3000, 2, november()}), 5, ignore)
	require.NoError(t, err)
	require.ErrorContains(t, prove(whole, cut), whole.digest)
	require.ErrorContains(t, prove(whole, cut), cut.digest)
	short := whole
	short.lines--
	require.Error(t, prove(whole, short))

	in, err := portfolio{3000, 1, november()}.load(ignore)
	require.NoError(t, err)
	seen, err := look(run, ignore)
	require.NoError(t, err)
	r := result{loaded: in, survey: seen, whole: whole, cut: whole}
	require.NoError(t, r.verify())
	r.planted.stories[unsold]++
	require.ErrorContains(t, r.verify(), "planted")
	r.planted.stories[unsold]--
	r.cut = cut
	require.Error(t, r.verify())
}

// TestFilesAreWhatIsProved: the digests of the report are those of the files, however they are cut.
func TestFilesAreWhatIsProved(t *testing.T) {
	dir := t.TempDir()
	text := reportOf(t, "-units", "3000", "-cuts", "9", "-lang", "en", "-out", dir)
	for name, times := range map[string]int{"lines.csv": 2, "bills.csv": 1} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		sum := sha256.Sum256(data)
		require.Equal(t, times, strings.Count(text, hex.EncodeToString(sum[:])), name)
	}
}
