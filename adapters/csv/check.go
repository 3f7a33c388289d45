package csv

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// Check reports every problem of the document that can be seen without the file.
func (m Mapping) Check(l *invalid.List) {
	if m.Kind > Figures {
		l.At("kind").Add(invalid.ErrWord, m.Kind.String(), strings.Join(kindWords(), ", "))
		return
	}
	l.Enter("format")
	m.Format.check(l)
	l.Leave()
	if m.Community != nil {
		l.Enter("community")
		m.Community.Check(l)
		l.Leave()
	}
	l.Enter("fields")
	m.checkFields(l)
	l.Leave()
}

func (m Mapping) checkFields(l *invalid.List) {
	if len(m.Fields) == 0 {
		if m.Format.NoHeader {
			l.Add(invalid.ErrRequired, "fields")
		}
		return
	}
	all := fieldsOf(m.kind())
	for _, name := range slices.Sorted(maps.Keys(m.Fields)) {
		l.Enter(name)
		if f, ok := findField(m.kind(), all, name); ok {
			m.Fields[name].check(l, f, m.Format.NoHeader)
		} else {
			l.Add(ErrNoField, invalid.Quote(name), m.kind().String(), fieldNames(m.kind(), all))
		}
		l.Leave()
	}
	checkOpen(l, m.kind(), slices.Sorted(maps.Keys(m.Fields)))
	_, placed := m.Fields["unit.building"]
	for _, f := range all {
		_, given := m.Fields[f.name]
		switch {
		case f.required && !given:
			l.At(f.name).Add(invalid.ErrRequired, f.name)
		case given && !placed && strings.HasPrefix(f.name, "building."): // facts of no building
			l.At(f.name).Add(invalid.ErrRequired, "unit.building")
		}
	}
}

func (f Format) check(l *invalid.List) {
	if f.Encoding > UTF16 {
		l.At("encoding").Add(invalid.ErrWord, f.Encoding.String(), strings.Join(encodingWords(), ", "))
	}
	if f.Delimiter > Pipe {
		l.At("delimiter").Add(invalid.ErrWord, f.Delimiter.String(), strings.Join(delimiterWords(), ", "))
	}
	if f.Dates > ExcelSerial {
		l.At("dates").Add(invalid.ErrWord, f.Dates.String(), strings.Join(dateFormWords(), ", "))
	}
	if f.IgnoreOffset && f.Zone == "" {
		l.At("zone").Add(invalid.ErrRequired, "zone")
	}
	checkPosition(l, "skipRows", f.SkipRows)
	checkPosition(l, "header", f.Header)
	if f.NoHeader && f.Header != 0 {
		l.At("header").Add(invalid.ErrChoice, "header, noHeader", "header, noHeader")
	}
	for i, c := range f.IgnoreRows {
		l.Enter("ignoreRows")
		l.EnterIndex(i)
		c.check(l, f.NoHeader)
		l.Leave()
		l.Leave()
	}
	if f.StopAt != nil {
		l.Enter("stopAt")
		f.StopAt.check(l, f.NoHeader)
		l.Leave()
	}
}

// maxPosition bounds rows of a preamble and positions of columns.
const maxPosition = 1_000_000

func checkPosition(l *invalid.List, field string, n int) {
	if n < 0 || n > maxPosition {
		l.At(field).Add(invalid.ErrNumber, strconv.Itoa(n), "0", strconv.Itoa(maxPosition))
	}
}

func (c Condition) check(l *invalid.List, noHeader bool) {
	checkPosition(l, "position", c.Position)
	checkChoice(l, choice{"column", c.Column != ""}, choice{"position", c.Position != 0})
	checkChoice(l, choice{"equals", c.Equals != ""}, choice{"startsWith", c.StartsWith != ""}, choice{"empty", c.Empty})
	if c.Column != "" && noHeader {
		l.At("column").Add(ErrNamed, invalid.Quote(c.Column))
	}
}

// choice is one way to say something and whether it was taken.
type choice struct {
	name  string
	given bool
}

func checkChoice(l *invalid.List, choices ...choice) {
	var all, given []string
	for _, c := range choices {
		all = append(all, c.name)
		if c.given {
			given = append(given, c.name)
		}
	}
	switch len(given) {
	case 1:
	case 0:
		l.Add(invalid.ErrChoice, strings.Join(all, ", "), "nothing")
	default:
		l.Add(invalid.ErrChoice, strings.Join(all, ", "), strings.Join(given, ", "))
	}
}

func (s Source) check(l *invalid.List, f field, noHeader bool) {
	checkPosition(l, "position", s.Position)
	checkChoice(l,
		choice{"column", s.Column != ""}, choice{"columns", len(s.Columns) > 0}, choice{"position", s.Position != 0},
		choice{"constant", s.Constant != ""}, choice{"template", s.Template != ""})
	for i, c := range s.Columns {
		if headerKey(c) == "" {
			l.At("columns", i).Add(invalid.ErrRequired, "columns")
		}
	}
	if noHeader && (s.Column != "" || len(s.Columns) > 0) {
		l.At("column").Add(ErrNamed, invalid.Quote(s.Column+strings.Join(s.Columns, ", ")))
	}
	s.checkTemplate(l, noHeader)
	s.checkValues(l)
	s.checkNumbers(l, f)
	if s.Split != "" && f.setList == nil {
		l.At("split").Add(ErrNotFor, "split", f.name)
	}
}

func (s Source) checkTemplate(l *invalid.List, noHeader bool) {
	if s.Template == "" {
		return
	}
	parts, err := parseTemplate(s.Template)
	l.At("template").Take(err)
	for _, p := range parts {
		if p.column != "" && noHeader {
			l.At("template").Add(ErrNamed, invalid.Quote(p.column))
		}
	}
}

func (s Source) checkValues(l *invalid.List) {
	seen := map[string]string{}
	for _, text := range slices.Sorted(maps.Keys(s.Values)) {
		key := valueKey(text)
		if other, twice := seen[key]; twice && s.Values[text] != s.Values[other] {
			l.At("values", text).Add(ErrSameValue, invalid.Quote(text), invalid.Quote(other))
		}
		seen[key] = text
	}
	if s.Otherwise != nil && s.Keep {
		l.Add(invalid.ErrChoice, "otherwise, keep", "otherwise, keep")
	}
	if len(s.Values) == 0 && (s.Otherwise != nil || s.Keep) {
		l.At("values").Add(invalid.ErrRequired, "values")
	}
}

func (s Source) checkNumbers(l *invalid.List, f field) {
	for _, n := range []struct {
		name string
		d    decimal.Decimal
	}{{"multiply", s.Multiply}, {"round", s.Round}} {
		switch {
		case n.d.IsZero():
		case !f.number:
			l.At(n.name).Add(ErrNotFor, n.name, f.name)
		case n.d.Sign() < 0, n.d.NumDigits() > maxTerm, n.d.Exponent() < -maxTerm, n.d.Exponent() > maxTerm:
			l.At(n.name).Add(ErrFactor, invalid.Quote(limit(n.d)))
		}
	}
}

// maxTerm bounds the digits and decimals of a factor or step.
const maxTerm = 40

// limit returns the text of a decimal whose exponent someone may have set to millions.
func limit(d decimal.Decimal) string {
	return d.Coefficient().String() + "e" + strconv.Itoa(int(d.Exponent()))
}
