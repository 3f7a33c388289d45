// Package golden compares what a test produced with a file that people have read
// and accepted. Only tests import it.
//
//	golden.Check(t, "testdata/rules.golden", got)
//
// After a wanted change run the test with -update and read the diff of the
// golden files before committing; CI never updates.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write golden files instead of comparing with them")

// Updating reports whether the test run writes golden files, so that a test can
// also remove those that nothing produces any more.
func Updating() bool { return *update }

// Check compares got with the file at path, byte by byte. On a mismatch the test
// fails with the difference, and got is left beside the file as path.got. With
// -update it writes the file, and its folder where there is none.
func Check(tb testing.TB, path string, got []byte) {
	tb.Helper()
	if *update {
		write(tb, path, got)
		discard(tb, path)
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		write(tb, path+".got", got)
		tb.Errorf("golden %s: %v; wrote %s.got, accept it with -update", path, err, path)
		return
	}
	if bytes.Equal(want, got) {
		discard(tb, path)
		return
	}
	write(tb, path+".got", got)
	tb.Errorf("golden %s: mismatch, accept it with -update (-want +got):\n%s", path, diff(want, got))
}

// diff compares line by line where that shows the difference, else as they are.
func diff(want, got []byte) string {
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); d != "" {
		return d
	}
	return cmp.Diff(want, got)
}

func write(tb testing.TB, path string, content []byte) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		tb.Fatal(err)
	}
}

// discard removes what an earlier mismatch left.
func discard(tb testing.TB, path string) {
	tb.Helper()
	if err := os.Remove(path + ".got"); err != nil && !os.IsNotExist(err) {
		tb.Fatal(err)
	}
}
