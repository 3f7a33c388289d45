package csv

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Delimiter is what stands between the cells of a row (分隔符). Zero is unset and means
// [AnyDelimiter].
type Delimiter uint8

// The delimiters.
const (
	// AnyDelimiter takes the one that gives the header the most cells; among equals the
	// first of the following.
	AnyDelimiter Delimiter = 1 + iota
	Comma
	Semicolon
	Tab
	Pipe
)

func delimiterWords() invalid.Words { return invalid.Words{"auto", ",", ";", "tab", "|"} }

// String returns the word of the delimiter.
func (d Delimiter) String() string { return delimiterWords().Of("Delimiter", uint8(d)) }

// MarshalText returns the word of the delimiter.
func (d Delimiter) MarshalText() ([]byte, error) { return delimiterWords().Marshal(uint8(d)) }

// UnmarshalText reads the word of a delimiter.
func (d *Delimiter) UnmarshalText(text []byte) error {
	return delimiterWords().Unmarshal(text, (*uint8)(d))
}

// char returns the delimiter's byte, a comma where none is chosen.
func (d Delimiter) char() byte {
	switch d {
	case Semicolon:
		return ';'
	case Tab:
		return '\t'
	case Pipe:
		return '|'
	case AnyDelimiter, Comma:
		return ','
	default:
		return ','
	}
}

// row is one row of a table as it was scanned.
type row struct {
	line  int // where it begins, from 1
	cells []cell
	flaws []flaw
}

// cell is one cell, as it stands between the quotes if it has any.
type cell struct {
	text   string
	line   int
	quoted bool
}

// flaw is a fault of a row's quotes.
type flaw struct {
	column int // index of the cell
	rule   invalid.RuleError
	args   []string
}

// isBlank reports whether no cell has anything but blanks.
func (r *row) isBlank() bool {
	for _, c := range r.cells {
		if strings.TrimSpace(c.text) != "" {
			return false
		}
	}
	return true
}

// scanner cuts a text into rows. CR LF, LF and CR alone end a row. A cell that
// begins with a quote goes to the closing quote, over line ends, and has its quotes
// doubled; a quote inside any other cell is a character like all others.
type scanner struct {
	text  string
	comma byte
	at    int
	line  int
}

func newScanner(text string, d Delimiter) scanner {
	return scanner{text: text, comma: d.char(), line: 1}
}

// next reads the next row into r, whose memory it uses again, and reports false after
// the last.
func (s *scanner) next(r *row) bool {
	if s.at >= len(s.text) {
		return false
	}
	*r = row{line: s.line, cells: r.cells[:0]}
	for s.cell(r) {
	}
	return true
}

// cell reads a cell with what ends it and reports whether the row goes on.
func (s *scanner) cell(r *row) bool {
	c := cell{line: s.line}
	if s.at < len(s.text) && s.text[s.at] == '"' {
		c.quoted = true
		c.text = s.quoted(r)
	} else {
		c.text = s.plain()
	}
	r.cells = append(r.cells, c)
	return s.separator()
}

// plain reads to the end of a cell.
func (s *scanner) plain() string {
	from := s.at
	for s.at < len(s.text) {
		if c := s.text[s.at]; c == s.comma || c == '\n' || c == '\r' {
			break
		}
		s.at++
	}
	return s.text[from:s.at]
}

// quoted reads a cell that begins with a quote, and reports a quote that never closes
// and text behind the closing quote.
func (s *scanner) quoted(r *row) string {
	opened := s.line
	text, closed := s.inQuotes()
	if !closed {
		r.flaws = append(r.flaws, flaw{
			len(r.cells), ErrOpenQuote,
			[]string{strconv.Itoa(opened), strconv.Itoa(s.line - opened)},
		})
		return text
	}
	if rest := s.plain(); strings.Trim(rest, " \t") != "" {
		r.flaws = append(r.flaws, flaw{
			len(r.cells), ErrAfterQuote,
			[]string{strconv.Itoa(s.line), invalid.Quote(rest), strconv.Itoa(opened)},
		})
		text += rest
	}
	return text
}

// inQuotes reads a cell between quotes, and reports whether the closing one is there.
func (s *scanner) inQuotes() (text string, closed bool) {
	s.at++
	var before []byte // up to the last doubled quote
	for {
		part, found := s.text[s.at:], false
		if n := strings.IndexByte(part, '"'); n >= 0 {
			part, found = part[:n], true
		}
		s.at, s.line = s.at+len(part), s.line+countLines(part)
		if found {
			s.at++
		}
		doubled := found && s.at < len(s.text) && s.text[s.at] == '"'
		switch {
		case doubled:
			before = append(append(before, part...), '"')
			s.at++
		case len(before) == 0:
			return part, found
		default:
			return string(append(before, part...)), found
		}
	}
}

// separator reads what ends a cell and reports whether it is a delimiter.
func (s *scanner) separator() bool {
	if s.at >= len(s.text) {
		return false
	}
	c := s.text[s.at]
	s.at++
	if c == s.comma {
		return true
	}
	if c == '\r' && s.at < len(s.text) && s.text[s.at] == '\n' {
		s.at++
	}
	s.line++
	return false
}

// countLines counts the line ends in a text, CR LF as one.
func countLines(s string) int {
	n := strings.Count(s, "\n")
	if strings.IndexByte(s, '\r') >= 0 {
		n += strings.Count(s, "\r") - strings.Count(s, "\r\n")
	}
	return n
}
