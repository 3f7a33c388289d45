package csv

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
)

// reader takes rows into an import.
type reader struct {
	im       *Import
	table    *table
	sieve    *sieve
	bindings []binding
	format   Format
	kind     Kind
	asOf     civil.Date
	cells    int // cells a row must have
	history  bool
	feeOfAll bool // the mapping itself says which fee tenancies agree

	row   row
	start int // byte of the row
	from  int // length of Bad before the row
	draft draft
	list  invalid.List // of the row's documents

	named    []named // parties the row mentions
	holdings []property.Tenancy

	buildings map[string]place
	units     map[string]unitPlace
	parties   map[string]place
	tenancies map[string]place
	externals map[external]int // lines
	meters    map[string]place
	readings  map[reading]int // lines
	cases     map[string]place
	sheets    map[string]place
	events    map[eventKey]int    // lines
	facts     map[fact]int        // lines
	flawed    map[string][]int    // lines of bad rows of a case
	evidence  map[evidenceKey]int // lines
	words     *standard.Vocabulary
	clock     clock
}

// place is where a document is in the import and which line it came from first.
type place struct{ index, line int }

func newReader(im *Import, t *table, m Mapping, o Options, l *invalid.List) *reader {
	r := &reader{
		im: im, table: t, format: m.Format, kind: m.kind(), asOf: o.AsOf, cells: t.least,
		buildings: map[string]place{}, units: map[string]unitPlace{}, parties: map[string]place{}, tenancies: map[string]place{},
		externals: map[external]int{}, meters: map[string]place{}, readings: map[reading]int{},
		cases: map[string]place{}, events: map[eventKey]int{}, facts: map[fact]int{}, flawed: map[string][]int{},
		sheets: map[string]place{}, evidence: map[evidenceKey]int{}, words: o.Vocabulary,
	}
	r.sieve = t.sieve(m.Format, l)
	r.bindings = t.bind(m, l)
	for i := range r.bindings {
		b := &r.bindings[i]
		r.cells, r.clock = max(r.cells, b.cells), b.clock
		r.history = r.history || b.field.name == "unit.areaFrom"
		r.feeOfAll = r.feeOfAll || b.field.name == "agreedFee" && b.source.Constant+b.source.Default != ""
	}
	im.Unused = r.unused()
	r.noteColumns()
	return r
}

func (r *reader) unused() []string {
	var out []string
	for i, h := range r.table.headers {
		used := h == ""
		for k := range r.bindings {
			used = used || r.bindings[k].reads(i)
		}
		if !used {
			out = append(out, h)
		}
	}
	return out
}

// rows reads every row and accounts for it.
func (r *reader) rows() {
	before := &invalid.FieldError{Rule: ErrPreamble}
	for _, line := range r.table.preamble {
		r.ignore(line, before)
	}
	for r.start = r.table.scan.at; r.table.scan.next(&r.row); r.start = r.table.scan.at {
		if why := r.sieve.sift(&r.row); why != nil {
			r.ignore(r.row.line, why)
			continue
		}
		r.im.Rows++
		r.from = len(r.im.Bad)
		r.take()
		if r.failed() {
			r.im.BadRows++
			r.noteFlaw()
			r.noteDoubt()
		} else {
			r.im.Good++
		}
	}
	r.finishCases()
}

// noteFlaw remembers that a bad row speaks of a case: the log is not whole without it, unless it is
// there twice.
func (r *reader) noteFlaw() {
	lost := slices.ContainsFunc(r.im.Bad[r.from:], func(c BadCell) bool { return c.Problem.Rule != ErrTwice })
	if id := r.draft.kase.c.ID; lost && id != "" && r.kind == Events {
		r.flawed[id] = append(r.flawed[id], r.row.line)
	}
}

func (r *reader) ignore(line int, why *invalid.FieldError) {
	r.im.Rows++
	r.im.Ignored = append(r.im.Ignored, Ignored{line, why})
}

// failed reports whether a problem of the row was found.
func (r *reader) failed() bool { return len(r.im.Bad) > r.from }

// take reads a row of data; it adds either to Bad or to the documents.
func (r *reader) take() {
	r.draft = draft{}
	r.checkShape()
	if r.failed() {
		return // its cells may stand in the wrong columns
	}
	for i := range r.bindings {
		b := &r.bindings[i]
		if err := b.read(&r.row, &r.draft); err != nil {
			r.badCell(b, err)
		}
	}
	if r.failed() {
		return
	}
	switch r.kind {
	case Buildings:
		r.takeBuilding()
	case Parties:
		r.takeParty()
	case Tenancies:
		r.takeTenancy()
	case Meters:
		r.takeMeter()
	case Readings:
		r.takeReading()
	case Cases:
		r.takeCase()
	case Events:
		r.takeEvent()
	case Sheets:
		r.takeSheet()
	case Records:
		r.takeRecord()
	case Subjects:
		r.takeSubject()
	case Figures:
		r.takeFigure()
	case Units:
		r.takeUnit()
	}
}

// checkShape reports quotes that go wrong, and cells too many or too few.
func (r *reader) checkShape() {
	for _, f := range r.row.flaws {
		value, _, _ := strings.Cut(r.row.cells[f.column].text, "\n")
		r.bad(BadCell{
			Line: r.row.cells[f.column].line, Column: f.column + 1, Header: r.table.header(f.column), Value: value,
			Problem: &invalid.FieldError{Rule: f.rule, Args: f.args},
		})
	}
	if len(r.row.flaws) > 0 {
		return
	}
	have := len(r.row.cells)
	if have < r.cells && !r.format.ShortRows {
		r.badRow(ErrFewCells, strconv.Itoa(have), strconv.Itoa(r.cells))
	}
	for i := len(r.table.headers); i < have && len(r.table.headers) > 0; i++ {
		if c := r.row.cells[i]; strings.TrimSpace(c.text) != "" {
			r.bad(BadCell{
				Line: c.line, Column: i + 1, Value: c.text,
				Problem: &invalid.FieldError{Rule: ErrManyCells, Args: []string{strconv.Itoa(have), strconv.Itoa(len(r.table.headers))}},
			})
			return
		}
	}
}

// bad reports a problem, unless another document of the row has the same with the
// cell.
func (r *reader) bad(c BadCell) {
	for _, have := range r.im.Bad[r.from:] {
		if have.Column > 0 && have.Column == c.Column && have.Problem.Rule == c.Problem.Rule {
			return
		}
	}
	r.im.Bad = append(r.im.Bad, c)
}

func (r *reader) badRow(rule invalid.RuleError, args ...string) {
	r.bad(BadCell{Line: r.row.line, Problem: &invalid.FieldError{Rule: rule, Args: args}})
}

// badCell reports a problem of the field that a binding reads.
func (r *reader) badCell(b *binding, err error) {
	var l invalid.List
	l.At(b.field.name).Take(err)
	for _, p := range problems(&l) {
		c := BadCell{Line: r.row.line, Problem: p}
		if b.column >= 0 {
			c.Column, c.Header = b.column+1, r.table.header(b.column)
		}
		if b.column >= 0 && b.column < len(r.row.cells) {
			c.Line, c.Value = r.row.cells[b.column].line, r.row.cells[b.column].text
		}
		r.bad(c)
	}
}

// badField reports a problem of a field, at its cell if the file has the field.
func (r *reader) badField(name string, rule invalid.RuleError, args ...string) {
	for i := range r.bindings {
		if r.bindings[i].field.name == name {
			r.badCell(&r.bindings[i], invalid.Value(rule, args...))
			return
		}
	}
	r.bad(BadCell{Line: r.row.line, Problem: &invalid.FieldError{Path: name, Rule: rule, Args: args}})
}
