package csv

import (
	"errors"
	"time"
)

// Internals that tests look at.
var (
	ParseNumber = parseNumber
	ParseDate   = parseDate
	ParseFloor  = parseFloor
	AppendText  = appendText
	Clean       = clean
	FoldCode    = foldCode
	Fold        = fold
	BadGB18030  = badGB18030
)

// Instant reads an instant.
func Instant(s string, zone *time.Location, ignoreOffset, serials bool) (time.Time, bool, error) {
	return clock{zone, ignoreOffset, serials}.instant(s)
}

// Scanned is a row as the scanner sees it.
type Scanned struct {
	Line   int
	Cells  []string
	Lines  []int
	Quoted bool // the only cell is a quoted one
	Flaws  []error
}

// Scan cuts a whole text into rows.
func Scan(text string, d Delimiter) []Scanned {
	var out []Scanned
	s := newScanner(text, d)
	var r row
	for s.next(&r) {
		row := Scanned{Line: r.line, Quoted: r.cells[0].quoted}
		for _, c := range r.cells {
			row.Cells = append(row.Cells, c.text)
			row.Lines = append(row.Lines, c.line)
		}
		for _, f := range r.flaws {
			row.Flaws = append(row.Flaws, f.rule)
		}
		out = append(out, row)
	}
	return out
}

// Flawed returns a row's first flaw.
func (s Scanned) Flawed() error { return errors.Join(s.Flaws...) }

// Keyed returns every rule of the package.
func Keyed() []string {
	var out []string
	for _, t := range texts() {
		out = append(out, t.Text.ID())
	}
	return out
}
