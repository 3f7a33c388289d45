package csv

import (
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/property/invalid"
)

// BadCell is something wrong with one cell, or with a row as a whole.
type BadCell struct {
	// Line is where the cell begins, from 1: what a text editor shows.
	Line int `json:"line"`
	// Column is the number of the cell in its row, from 1; 0 for the row as a whole and
	// for a constant of the mapping.
	Column int `json:"column,omitempty"`
	// Header is the column's header, empty where there is none.
	Header string `json:"header,omitempty"`
	// Value is what the file has there.
	Value string `json:"value,omitempty"`
	// Problem is the broken rule with its values; its path is the field, "unit.area".
	Problem *invalid.FieldError `json:"problem"`
}

// Place returns where the cell is, in English: "line 7, column 3 (建筑面积)".
func (c BadCell) Place() string {
	var b strings.Builder
	b.WriteString("line " + strconv.Itoa(c.Line))
	if c.Column > 0 {
		b.WriteString(", column " + strconv.Itoa(c.Column))
	}
	if c.Header != "" {
		b.WriteString(" (" + c.Header + ")")
	}
	return b.String()
}

// Text returns place and problem in the printer's language. The printer's catalogue
// must hold the messages of this package, invalid, civil, measure, metric, property and standard.
func (c BadCell) Text(p *message.Printer) string {
	text := c.Problem.Text(p)
	line, column := strconv.Itoa(c.Line), strconv.Itoa(c.Column)
	at := invalid.FieldError{Rule: ErrAtCell, Args: []string{line, column, c.Header, text}}
	switch {
	case c.Column == 0:
		at = invalid.FieldError{Rule: ErrAtRow, Args: []string{line, text}}
	case c.Header == "":
		at = invalid.FieldError{Rule: ErrAtColumn, Args: []string{line, column, text}}
	}
	return at.Text(p)
}

// listed returns the cells' problems as one error, nil if there are none.
func listed(bad []BadCell, what string) error {
	var l invalid.List
	for _, c := range bad {
		l.At(c.Place()).Add(c.Problem.Rule, c.Problem.Args...)
	}
	return l.Err(what)
}
