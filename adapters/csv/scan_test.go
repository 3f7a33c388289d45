package csv_test

import (
	stdcsv "encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
)

func TestScan(t *testing.T) {
	tests := []struct {
		name, text string
		d          csv.Delimiter
		want       [][]string
		lines      []int
	}{
		{"CR LF", "a,b\r\n1,2\r\n", 0, [][]string{{"a", "b"}, {"1", "2"}}, []int{1, 2}},
		{"LF, none at the end", "a,b\n1,2", 0, [][]string{{"a", "b"}, {"1", "2"}}, []int{1, 2}},
		{"CR alone", "a,b\r1,2\r3,4\r", 0, [][]string{{"a", "b"}, {"1", "2"}, {"3", "4"}}, []int{1, 2, 3}},
		{"blank lines stay", "a\n\nb\n", 0, [][]string{{"a"}, {""}, {"b"}}, []int{1, 2, 3}},
		{"empty cells", ",\n,,", 0, [][]string{{"", ""}, {"", "", ""}}, []int{1, 2}},
		{"line ends in quotes", "\"a\r\nb\",c\nd", 0, [][]string{{"a\r\nb", "c"}, {"d"}}, []int{1, 3}},
		{"CR in quotes", "\"a\rb\",c\rd", 0, [][]string{{"a\rb", "c"}, {"d"}}, []int{1, 3}},
		{"doubled quotes", `"5"" pipe","""",""`, 0, [][]string{{`5" pipe`, `"`, ""}}, []int{1}},
		{"stray quotes", `5" pipe,a"b"c, "x"`, 0, [][]string{{`5" pipe`, `a"b"c`, ` "x"`}}, []int{1}},
		{"blanks behind the quote", `"a" ,b`, 0, [][]string{{"a", "b"}}, []int{1}},
		{"semicolons", "a;b,c", csv.Semicolon, [][]string{{"a", "b,c"}}, []int{1}},
		{"tabs", "a\t\"b\tc\"\n", csv.Tab, [][]string{{"a", "b\tc"}}, []int{1}},
		{"pipes", "a|b", csv.Pipe, [][]string{{"a", "b"}}, []int{1}},
		{"nothing", "", 0, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var cells [][]string
			var lines []int
			for _, r := range csv.Scan(tt.text, tt.d) {
				require.Empty(t, r.Flaws)
				cells = append(cells, r.Cells)
				lines = append(lines, r.Line)
			}
			require.Equal(t, tt.want, cells)
			require.Equal(t, tt.lines, lines)
		})
	}
}

func TestScanFlaws(t *testing.T) {
	open := csv.Scan("a,b\nc,\"d\ne\nf,g\n", 0)
	require.Len(t, open, 2, "rows before the open quote are kept")
	require.Equal(t, []string{"c", "d\ne\nf,g\n"}, open[1].Cells)
	require.ErrorIs(t, open[1].Flawed(), csv.ErrOpenQuote)

	after := csv.Scan("\"a\" b,c\nd\n", 0)
	require.Len(t, after, 2)
	require.Equal(t, []string{"a b", "c"}, after[0].Cells)
	require.ErrorIs(t, after[0].Flawed(), csv.ErrAfterQuote)
	require.NoError(t, after[1].Flawed())
}

// FuzzScan compares with encoding/csv on what that accepts: it refuses quotes inside
// cells, skips blank lines, knows no bare CR and writes CR LF in quotes as LF.
func FuzzScan(f *testing.F) {
	f.Add("a,b\r\n\"1\n2\",\"\"\"\"\n")
	f.Add("房号,业主\n,,\n\n\"\"\n")
	f.Add("a\"b,c\n")
	f.Add("\"a\" ,b\n")
	f.Add("\"open\n")
	f.Fuzz(func(t *testing.T, text string) {
		rows := csv.Scan(text, csv.Comma)
		checkLines(t, text, rows)
		bare := strings.ReplaceAll(text, "\r\n", "\n")
		if strings.Contains(bare, "\r") {
			return
		}
		r := stdcsv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		if err != nil {
			return
		}
		var got [][]string
		for _, row := range rows {
			if len(row.Cells) == 1 && row.Cells[0] == "" && !row.Quoted {
				continue
			}
			require.Empty(t, row.Flaws)
			for i := range row.Cells {
				row.Cells[i] = strings.ReplaceAll(row.Cells[i], "\r\n", "\n")
			}
			got = append(got, row.Cells)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("scan %q (-encoding/csv +ours):\n%s", text, d)
		}
	})
}

// checkLines checks that lines count up and stay within the text.
func checkLines(t *testing.T, text string, rows []csv.Scanned) {
	t.Helper()
	last, most := 0, 1+strings.Count(text, "\n")+strings.Count(text, "\r")
	for _, r := range rows {
		require.Greater(t, r.Line, last)
		for _, line := range r.Lines {
			require.GreaterOrEqual(t, line, r.Line)
			require.LessOrEqual(t, line, most)
		}
		last = r.Line
	}
}

// FuzzWriteRead checks that a text cell written by this package is read back.
func FuzzWriteRead(f *testing.F) {
	for _, s := range []string{"=1+1", "'=x", "''@", "－5", "a,\"b\"\nc", "'", "-", "+86", "\u3000x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.TrimSpace(s) != s {
			return // blanks around a text are nobody's
		}
		line := csv.AppendText([]byte("x,"), s)
		rows := csv.Scan(string(append(line, '\n')), csv.Comma)
		require.Len(t, rows, 1)
		require.Len(t, rows[0].Cells, 2)
		require.Equal(t, s, csv.Clean(rows[0].Cells[1]), "written as %q", line)
	})
}

func TestScanAgreesOnForeignFile(t *testing.T) {
	text, _, err := csv.Text(foreign(t, "toronto-rentsafe/registrations.csv"), 0)
	require.NoError(t, err)
	r := stdcsv.NewReader(strings.NewReader(text))
	for i, row := range csv.Scan(text, 0) {
		want, err := r.Read()
		require.NoError(t, err)
		require.Equal(t, want, row.Cells, "row %d", i)
	}
	_, err = r.Read()
	require.True(t, errors.Is(err, io.EOF), "encoding/csv has more rows")
}
