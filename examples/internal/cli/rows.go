package cli

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Safe returns a text that no spreadsheet takes for a formula: an apostrophe stands before = + - @, their
// full-width forms, tab and carriage return. The reader of adapters/csv takes it off again.
func Safe(text string) string {
	rest := strings.TrimLeft(text, "'")
	for _, begin := range []string{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(rest, begin) {
			return "'" + text
		}
	}
	return text
}

// WriteRows writes rows under a header, whose names are divided by commas.
func WriteRows(out io.Writer, header string, rows [][]string) error {
	w := csv.NewWriter(out)
	err := w.Write(strings.Split(header, ","))
	for _, row := range rows {
		err = errors.Join(err, w.Write(row))
	}
	w.Flush()
	return errors.Join(err, w.Error())
}

// WriteTable writes rows under a header to a file of the output folder, and returns its path.
func WriteTable(dir, name, header string, rows [][]string) (string, error) {
	file, err := Create(dir, name)
	if err != nil {
		return "", err
	}
	err = WriteRows(file, header, rows)
	return file.Name(), errors.Join(err, file.Close())
}

// Percent returns a share in per cent, rounded half up to 0.01, "" of nothing.
func Percent(part, whole int) string {
	if whole == 0 {
		return ""
	}
	const scale = 10_000
	n := (2*part*scale + whole) / (2 * whole)
	hundredths := strconv.Itoa(100 + n%100)
	return strconv.Itoa(n/100) + "." + hundredths[1:]
}
