package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/examples/estate"
)

// TestBadTableOfTheEstate: a clerk who changed the estate's own files is told in the language of the report,
// places too, as with a file of another system.
func TestBadTableOfTheEstate(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, estate.Files()))
	path := filepath.Join(dir, "units.csv")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	lines := strings.Split(string(data), "\n")
	require.True(t, strings.HasPrefix(lines[1], "T1-M101,"))
	lines[1] = strings.Replace(lines[1], ",850.00,", ",八百五十,", 1)
	lines[2] = "T1-M102"
	require.NoError(t, os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600))

	err = run([]string{"-data", dir}, &bytes.Buffer{}, nil)
	require.EqualError(t, err, "units.csv：2 个问题\n"+
		"  第 2 行第 6 列（建筑面积）：\"八百五十\" 不是数字（如 1234.50 或 1,234.50）\n"+
		"  第 3 行：本行只有 1 格，应有 11 格；单元格内是否有换行？")
	require.ErrorIs(t, err, csv.ErrNumber)
	err = run([]string{"-data", dir, "-lang", "en"}, &bytes.Buffer{}, nil)
	require.ErrorContains(t, err, "units.csv: 2 problems\n  line 2, column 6 (建筑面积): \"八百五十\" is not a number")
}
