package csv

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// table is a file cut into rows, past its preamble and header.
type table struct {
	scan      scanner
	delimiter Delimiter
	headers   []string // as they stand; empty without a header
	keys      []string // as they are compared
	line      int      // of the header
	least     int      // cells a row must have
	preamble  []int    // lines of the rows before the header
}

// openTable reads the preamble and the header.
//
// Errors: [ErrNoHeader], and quotes that go wrong in the header.
func openTable(text string, f Format) (*table, error) {
	d := f.Delimiter
	if d == 0 || d == AnyDelimiter {
		d = widestHeader(text, f)
	}
	t := &table{scan: newScanner(text, d), delimiter: d}
	head, ok := t.skip(f)
	if f.NoHeader {
		return t, nil
	}
	if !ok || head.isBlank() {
		return nil, invalid.Value(ErrNoHeader, strconv.Itoa(f.SkipRows+f.headerRow()))
	}
	var l invalid.List
	for _, flaw := range head.flaws {
		l.At("line "+strconv.Itoa(head.line)).Add(flaw.rule, flaw.args...)
	}
	t.line = head.line
	for i, c := range head.cells {
		t.headers = append(t.headers, clean(c.text))
		t.keys = append(t.keys, headerKey(c.text))
		if t.keys[i] != "" {
			t.least = i + 1
		}
	}
	return t, l.Err("header")
}

// skip reads the rows up to the header, or up to the data where there is none.
func (t *table) skip(f Format) (head row, ok bool) {
	before := f.SkipRows + f.headerRow() - 1
	if f.NoHeader {
		before = f.SkipRows
	}
	for range before {
		if !t.scan.next(&head) {
			return head, false
		}
		t.preamble = append(t.preamble, head.line)
	}
	if f.NoHeader {
		return head, true
	}
	return head, t.scan.next(&head)
}

// widestHeader returns the delimiter that cuts the header, or the first row of data,
// into the most cells.
func widestHeader(text string, f Format) Delimiter {
	best, most := Comma, 0
	for _, d := range []Delimiter{Comma, Semicolon, Tab, Pipe} {
		t := table{scan: newScanner(text, d)}
		head, ok := t.skip(f)
		if f.NoHeader {
			ok = t.scan.next(&head)
		}
		if ok && len(head.cells) > most {
			best, most = d, len(head.cells)
		}
	}
	return best
}

// find returns the column of a header, -1 if there is none. Two columns of the same
// header cannot be told apart.
//
// Errors: [ErrHeaderTwice].
func (t *table) find(header string) (int, error) {
	key, at := headerKey(header), -1
	for i, k := range t.keys {
		if k != key {
			continue
		}
		if at >= 0 {
			return -1, invalid.Value(ErrHeaderTwice, invalid.Quote(header), strconv.Itoa(at+1), strconv.Itoa(i+1))
		}
		at = i
	}
	return at, nil
}

// header returns the header of a column, "" where there is none.
func (t *table) header(column int) string {
	if column < 0 || column >= len(t.headers) {
		return ""
	}
	return t.headers[column]
}

// known lists the headers for a message.
func (t *table) known() string {
	const most = 40
	names := t.headers
	if len(names) > most {
		names = append(append([]string(nil), names[:most]...), "…")
	}
	return strings.Join(names, ", ")
}
