package csv

import (
	"reflect"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
)

// Options are what a file does not say.
type Options struct {
	// AsOf is the day from which owners and tenants hold that the file gives no day for.
	// Unset, such rows are bad.
	AsOf civil.Date
	// Vocabulary is what records, subjects and their fields, events and items may be called, and of which type fields are: with it
	// they are read as their type is, "是" as true, "2026年3月1日 8:30" as an instant, and what it does not declare is bad. Without
	// it they are texts.
	Vocabulary *standard.Vocabulary
}

// Import is what a file held. Rows = Good + BadRows + len(Ignored).
type Import struct {
	// Buildings, Units, Parties and Tenancies are the documents of the good rows, in the
	// order of their first mention.
	Buildings []property.Building
	Units     []property.Unit
	Parties   []property.Party
	Tenancies []property.Tenancy
	// Meters and Readings are facts of a billing run.
	Meters   []meter.Meter
	Readings []meter.Reading
	// Cases are those of a table of cases or events, in the order of their first mention.
	Cases []Case
	// Sheets are the scoring sheets of a table of sheets, in its order.
	Sheets []Sheet
	// Records, Subjects and Figures are evidence for a standard, in the order of their tables.
	Records  []standard.Record
	Subjects []standard.Subject
	Figures  []standard.Figure
	// Doubtful are the kinds of the records and subjects that stood in bad rows, "*" for a row whose kind cannot be told: of
	// them not everything is here.
	Doubtful []string
	// Unclear counts the instants of cases and records that the clocks of their zone showed twice, the first of which
	// was taken, or jumped over, where the jump was taken.
	Unclear int

	// Rows counts the rows of the file but the header: preamble, notes and blank rows too.
	Rows int
	// Good counts the rows whose facts are in the documents.
	Good int
	// BadRows counts the rows that were left out for what Bad says.
	BadRows int
	// Ignored are the rows left out on purpose.
	Ignored []Ignored
	// Bad are the problems of the bad rows, in the order of the file.
	Bad []BadCell
	// Unused are the headers that no field reads.
	Unused []string

	// Encoding and Delimiter are those of the file.
	Encoding  Encoding
	Delimiter Delimiter

	columns map[string]column    // of a table of sheets
	words   *standard.Vocabulary // those of the options
}

// Read reads a table by its mapping. The import is never nil and holds the good rows
// even if there is an error, for callers who want to go on with them.
//
// Errors: an [*invalid.Error] with every problem of the mapping, or every column the
// file lacks, or every bad cell, the first 100 listed and the rest counted; and what
// [Text] returns.
func Read(data []byte, m Mapping, o Options) (*Import, error) {
	im := &Import{words: o.Vocabulary}
	var l invalid.List
	m.Check(&l)
	if err := l.Err("mapping"); err != nil {
		return im, err
	}
	what := m.kind().String() + " file"
	text, encoding, err := Text(data, m.Format.Encoding)
	im.Encoding = encoding
	if err != nil {
		return im, one(what, err)
	}
	t, err := openTable(text, m.Format)
	if err != nil {
		return im, one(what, err)
	}
	im.Delimiter = t.delimiter
	r := newReader(im, t, m, o, &l)
	if err := l.Err(what); err != nil {
		return im, err
	}
	r.rows()
	return im, listed(im.Bad, what)
}

// one returns an error as the list of problems that callers expect.
func one(what string, err error) error {
	var l invalid.List
	l.Take(err)
	return l.Err(what)
}

// AddTo adds the documents of the estate to a builder. Buildings and parties that a table of units only
// mentions, by their codes, are left out where the builder has them already: add the
// tables that describe them first.
func (im *Import) AddTo(b *property.Builder) {
	for _, d := range im.Buildings {
		mentioned := reflect.DeepEqual(d, property.Building{Code: d.Code})
		if !mentioned || !b.HasBuilding(d.Code) {
			b.Building(d)
		}
	}
	for _, d := range im.Parties {
		mentioned := reflect.DeepEqual(d, property.Party{Code: d.Code})
		if !mentioned || !b.HasParty(d.Code) {
			b.Party(d)
		}
	}
	for _, d := range im.Units {
		b.Unit(d)
	}
	for _, d := range im.Tenancies {
		b.Tenancy(d)
	}
}
