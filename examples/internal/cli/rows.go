package cli

import (
	"encoding/csv"
	"errors"
	"io"
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
