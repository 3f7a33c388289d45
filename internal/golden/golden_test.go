package golden_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/golden"
)

// recorder stands for a test that a mismatch should fail.
type recorder struct {
	testing.TB
	failures []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

func TestCheck(t *testing.T) {
	if golden.Updating() {
		t.Skip("with -update nothing is compared")
	}
	tests := []struct {
		name     string
		file     string // "" means there is no golden file
		got      string
		wantFail string
	}{
		{"equal", "a\nb\n", "a\nb\n", ""},
		{"changed line", "a\nb\n", "a\nc\n", `"c"`},
		{"lost newline", "a\n", "a", "mismatch"},
		{"no golden file", "", "a\n", "-update"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.golden")
			if tt.file != "" {
				require.NoError(t, os.WriteFile(path, []byte(tt.file), 0o600))
			}
			r := &recorder{TB: t}
			golden.Check(r, path, []byte(tt.got))

			left, err := os.ReadFile(path + ".got")
			if tt.wantFail == "" {
				require.Empty(t, r.failures)
				require.ErrorIs(t, err, os.ErrNotExist)
				return
			}
			require.Len(t, r.failures, 1)
			require.Contains(t, r.failures[0], tt.wantFail)
			require.NoError(t, err)
			require.Equal(t, tt.got, string(left))
		})
	}
}

func TestCheckRemovesOldGot(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.golden")
	require.NoError(t, os.WriteFile(path, []byte("a"), 0o600))
	require.NoError(t, os.WriteFile(path+".got", []byte("b"), 0o600))
	golden.Check(t, path, []byte("a"))
	_, err := os.Stat(path + ".got")
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestUpdate(t *testing.T) {
	if golden.Updating() {
		t.Skip("already updating")
	}
	t.Cleanup(golden.SetUpdate(true))
	path := filepath.Join(t.TempDir(), "new", "x.golden")
	golden.Check(t, path, []byte("fresh"))
	got, err := os.ReadFile(path)
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(string(got), "fresh"))
}
