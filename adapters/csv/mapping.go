package csv

import (
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Kind is what the rows of a table are. Zero is unset and means [Units].
type Kind uint8

// The kinds of table.
const (
	// Units has a unit a row, with its building, owner and tenant if it likes.
	Units Kind = 1 + iota
	// Buildings has a building a row.
	Buildings
	// Parties has a party a row.
	Parties
	// Tenancies has a tenancy a row.
	Tenancies
	// Meters has a device of a meter a row: rows of one meter are its devices one after another.
	Meters
	// Readings has a reading a row.
	Readings
	// Cases has a case a row, with an instant a column: repairs, complaints.
	Cases
	// Events has an event a row; rows of one case are its log.
	Events
	// Sheets has a scoring sheet a row, with an item a column.
	Sheets
	// Records has a record of evidence a row: an act, a case with its events, a document, a shift, a sheet of checks.
	Records
	// Subjects has a subject of evidence a row: a lift, a patrol point.
	Subjects
	// Figures has a figure of evidence a row.
	Figures
)

func kindWords() invalid.Words {
	return invalid.Words{"units", "buildings", "parties", "tenancies", "meters", "readings", "cases", "events", "sheets", "records", "subjects", "figures"}
}

// String returns the word of the kind.
func (k Kind) String() string { return kindWords().Of("Kind", uint8(k)) }

// MarshalText returns the word of the kind.
func (k Kind) MarshalText() ([]byte, error) { return kindWords().Marshal(uint8(k)) }

// UnmarshalText reads the word of a kind.
func (k *Kind) UnmarshalText(text []byte) error { return kindWords().Unmarshal(text, (*uint8)(k)) }

// Mapping says how a foreign table becomes documents of an estate (字段映射). It is a
// document; MAPPING.md beside this package explains every part of it. The zero
// Mapping is a table of units with the package's own headers.
type Mapping struct {
	// Kind is what the rows are; unset: units.
	Kind Kind `json:"kind,omitzero"`
	// Format is how the file is laid out.
	Format Format `json:"format,omitzero"`
	// Currency is the currency the estate is billed in. Reading does not need it; who
	// bills the estate may.
	Currency money.Currency `json:"currency,omitzero"`
	// Community is the estate's own document, with its zones. Reading does not need
	// it; who builds the register may.
	Community *property.Community `json:"community,omitempty"`
	// Fields say where each field comes from, by its name: "unit.code". None at all
	// stands for the package's own headers, see [OwnMapping].
	Fields map[string]Source `json:"fields,omitempty"`
}

// Format is how a file is laid out.
type Format struct {
	// Encoding is how it writes characters; unset: auto.
	Encoding Encoding `json:"encoding,omitzero"`
	// Delimiter is what stands between cells; unset: auto.
	Delimiter Delimiter `json:"delimiter,omitzero"`
	// SkipRows counts the rows of the preamble: titles, print dates, blank rows.
	SkipRows int `json:"skipRows,omitempty"`
	// Header is the row of the headers after the preamble, from 1; unset: the first.
	Header int `json:"header,omitempty"`
	// NoHeader says that there is none: columns then have positions only.
	NoHeader bool `json:"noHeader,omitempty"`
	// ShortRows accepts rows with fewer cells than the header; the others are empty.
	ShortRows bool `json:"shortRows,omitempty"`
	// Dates is a further form of dates that the file has; unset: none.
	Dates DateForm `json:"dates,omitzero"`
	// Zone is the place on whose clocks times without an offset are read: "Asia/Shanghai";
	// unset, such times are bad.
	Zone string `json:"zone,omitempty"`
	// IgnoreOffset says that the offsets behind times are wrong: all are those of the zone.
	IgnoreOffset bool `json:"ignoreOffset,omitempty"`
	// IgnoreRows name rows that are no data, such as totals: those that meet any one.
	IgnoreRows []Condition `json:"ignoreRows,omitempty"`
	// StopAt names the row where the data ends; it and all below it are ignored.
	StopAt *Condition `json:"stopAt,omitempty"`
}

// DateForm is a form of dates that is not accepted unless said. Zero is none.
type DateForm uint8

// ExcelSerial takes whole numbers for days as Excel counts them: 1 is 1900-01-01.
const ExcelSerial DateForm = 1

func dateFormWords() invalid.Words { return invalid.Words{"excelSerial"} }

// String returns the word of the form.
func (f DateForm) String() string { return dateFormWords().Of("DateForm", uint8(f)) }

// MarshalText returns the word of the form.
func (f DateForm) MarshalText() ([]byte, error) { return dateFormWords().Marshal(uint8(f)) }

// UnmarshalText reads the word of a form.
func (f *DateForm) UnmarshalText(text []byte) error {
	return dateFormWords().Unmarshal(text, (*uint8)(f))
}

// Condition is met by rows whose cell in one column looks like this. Blanks around
// the text, width and case do not count.
type Condition struct {
	// Column is the header of the column; or Position its number, from 1.
	Column   string `json:"column,omitempty"`
	Position int    `json:"position,omitempty"`
	// Equals is the whole text; or StartsWith its beginning; or Empty says there is none.
	Equals     string `json:"equals,omitempty"`
	StartsWith string `json:"startsWith,omitempty"`
	Empty      bool   `json:"empty,omitempty"`
}

// Source is where a field's values come from, and what is done to them: the cell is
// cleaned, looked up in Values, multiplied and rounded.
type Source struct {
	// Exactly one of these is given.

	// Column is the header of a column.
	Column string `json:"column,omitempty"`
	// Columns are headers; the first that the file has is taken.
	Columns []string `json:"columns,omitempty"`
	// Position is the number of a column, from 1.
	Position int `json:"position,omitempty"`
	// Constant is the value of every row.
	Constant string `json:"constant,omitempty"`
	// Template is put together from cells, "{楼号}-{单元}-{房号}": headers in braces,
	// or positions "{#3}". An empty cell is refused unless marked, "{单元?}".
	Template string `json:"template,omitempty"`

	// Optional says that the file need not have the column.
	Optional bool `json:"optional,omitempty"`
	// Default stands for an empty cell.
	Default string `json:"default,omitempty"`
	// Values translate the file's texts into ours.
	Values map[string]string `json:"values,omitempty"`
	// Otherwise stands for texts that Values do not have; an empty one leaves the field
	// unset.
	Otherwise *string `json:"otherwise,omitempty"`
	// Keep takes texts that Values do not have as they are. Without Otherwise and Keep
	// they make the row a bad one.
	Keep bool `json:"keep,omitempty"`
	// Split are the characters that part a list; unset: "、;；", for codes and shares
	// also the comma.
	Split string `json:"split,omitempty"`
	// Multiply turns the file's unit into ours: 0.09290304 for square feet. It is exact.
	Multiply decimal.Decimal `json:"multiply,omitzero"`
	// Round is the step that numbers are rounded to, half away from zero: 0.0001. Unset,
	// a number with more decimals than its field holds is a bad one.
	Round decimal.Decimal `json:"round,omitzero"`
}

// kind returns what the rows are.
func (m Mapping) kind() Kind {
	if m.Kind == 0 {
		return Units
	}
	return m.Kind
}

// headerRow returns the row of the headers after the preamble, from 1.
func (f Format) headerRow() int {
	if f.Header == 0 {
		return 1
	}
	return f.Header
}
