package csv

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// binding is a field that knows its columns in the file.
type binding struct {
	field   field
	source  Source
	column  int // index of the first column read, -1 for a constant
	cells   int // cells a row must have
	parts   []part
	values  map[string]string // by valueKey; nil: no table
	clock   clock             // of dates and instants
	split   string
	scaling bool
}

// bind finds the columns of the mapping's fields, in the order of the documents.
func (t *table) bind(m Mapping, l *invalid.List) []binding {
	zone := m.Format.location(l)
	all := fieldsOf(m.kind())
	sources := m.Fields
	if len(sources) == 0 {
		sources = t.ownSources(m.kind(), all)
	}
	var out []binding
	for _, f := range inOrder(m.kind(), all, sources) {
		b := newBinding(f, sources[f.name], m.Format.clock(zone))
		l.Enter("fields")
		l.Enter(f.name)
		found := t.locate(&b, l)
		l.Leave()
		l.Leave()
		if found {
			out = append(out, b)
		}
	}
	if m.kind() == Cases || m.kind() == Sheets || m.kind().isEvidence() { // events of one instant, marks and fields stand in the order of the columns
		slices.SortStableFunc(out, func(a, b binding) int { return a.column - b.column })
		l.Enter("fields")
		checkOpen(l, m.kind(), boundNames(out))
		l.Leave()
	}
	return out
}

// checkOpen reports what is wrong with the fields that only a mapping knows, by their names.
func checkOpen(l *invalid.List, k Kind, names []string) {
	switch {
	case k == Cases && !hasEvent(names):
		l.At("event.NAME").Add(invalid.ErrRequired, "event.NAME")
	case k == Sheets:
		checkMarks(l, names)
	}
}

// clock is how dates and instants are read.
func (f Format) clock(zone *time.Location) clock {
	return clock{zone, f.IgnoreOffset, f.Dates == ExcelSerial}
}

func boundNames(list []binding) []string {
	names := make([]string, len(list))
	for i := range list {
		names[i] = list[i].field.name
	}
	return names
}

// inOrder returns the fields that have a source: those of the kind first, then those by name that only
// the mapping knows.
func inOrder(k Kind, all []field, sources map[string]Source) []field {
	var out []field
	for _, f := range all {
		if _, ok := sources[f.name]; ok {
			out = append(out, f)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		listed := slices.ContainsFunc(all, func(f field) bool { return f.name == name })
		if f, ok := findField(k, all, name); ok && !listed {
			out = append(out, f)
		}
	}
	return out
}

func newBinding(f field, s Source, times clock) binding {
	b := binding{field: f, source: s, column: -1, clock: times, split: s.Split}
	b.scaling = !s.Multiply.IsZero() || !s.Round.IsZero()
	if b.split == "" {
		b.split = "、；;"
		if f.width != foldNone {
			b.split += ",，"
		}
	}
	if len(s.Values) > 0 {
		b.values = make(map[string]string, len(s.Values))
		for text, ours := range s.Values {
			b.values[valueKey(text)] = ours
		}
	}
	return b
}

func valueKey(s string) string { return fold(clean(s)) }

// locate finds the columns of a source and reports what the file lacks; false if the
// field is left out.
func (t *table) locate(b *binding, l *invalid.List) bool {
	s := b.source
	switch {
	case s.Constant != "":
		return true
	case s.Position > 0:
		b.column = s.Position - 1
		b.cells = s.Position
		if len(t.headers) > 0 && b.column >= len(t.headers) {
			return t.missing(b, "position", "#"+strconv.Itoa(s.Position), l)
		}
		return true
	case s.Template != "":
		return t.locateParts(b, l)
	case s.Column != "":
		return t.locateFirst(b, "column", []string{s.Column}, l)
	default:
		return t.locateFirst(b, "columns", s.Columns, l)
	}
}

func (t *table) missing(b *binding, field, name string, l *invalid.List) bool {
	if !b.source.Optional {
		l.At(field).Add(ErrNoColumn, invalid.Quote(name), strconv.Itoa(t.line), t.known())
	}
	return false
}

func (t *table) locateFirst(b *binding, field string, names []string, l *invalid.List) bool {
	for _, name := range names {
		at, err := t.find(name)
		l.At(field).Take(err)
		if at >= 0 || err != nil {
			b.column, b.cells = at, at+1
			return err == nil
		}
	}
	return t.missing(b, field, strings.Join(names, ", "), l)
}

func (t *table) locateParts(b *binding, l *invalid.List) bool {
	parts, err := parseTemplate(b.source.Template)
	l.At("template").Take(err)
	for i := range parts {
		p := &parts[i]
		if !p.isCell() {
			continue
		}
		p.at = p.position - 1
		if p.column != "" {
			p.at, err = t.find(p.column)
			l.At("template").Take(err)
		}
		if err == nil && (p.at < 0 || len(t.headers) > 0 && p.at >= len(t.headers)) {
			return t.missing(b, "template", p.name(), l)
		}
		if b.column < 0 {
			b.column = p.at
		}
		b.cells = max(b.cells, p.at+1)
	}
	b.parts = parts
	return err == nil
}

// reads reports whether the binding reads a column.
func (b *binding) reads(column int) bool {
	if b.column == column {
		return true
	}
	return slices.ContainsFunc(b.parts, func(p part) bool { return p.isCell() && p.at == column })
}
