package standard

import (
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// origin says where a term is read.
type origin uint8

const (
	fromLiteral origin = iota
	fromRecord
	fromSubject
	fromEstate
)

// term is a compiled value: a literal, or a field, moved by a length or not.
type term struct {
	from     origin
	name     string
	text     string
	typ      ValueType
	declared *FieldType
	known    bool // the field is declared, or it is a literal
	shift    civil.Span
	back     bool
	value    scalar // of a literal
}

// address names the field in reasons: "subject.arrivalOn".
func (t *term) address() string {
	switch t.from {
	case fromSubject:
		return "subject." + t.name
	case fromEstate:
		return "estate." + t.name
	case fromLiteral, fromRecord:
	}
	return t.name
}

// term compiles a value of a type: a literal, "$name", "@field", "@subject.field" or "@estate.field", the last three moved by "+P1M" or
// "-P7D" where they are dates and instants. A field that is declared has its own type.
func (c *compiler) term(place, value string, want ValueType, kind, subject *Kind) term {
	if name, ok := strings.CutPrefix(value, "@"); ok {
		return c.fieldTerm(place, name, kind, subject)
	}
	text, ok := c.text(place, value)
	t := term{text: text, typ: want, known: ok}
	if !ok {
		return t
	}
	v, err := parseScalar(text, want, c.zone)
	if err != nil {
		c.at(place).Take(err)
	}
	t.value = v
	return t
}

func (c *compiler) fieldTerm(place, name string, kind, subject *Kind) term {
	t := term{from: fromRecord}
	if i := strings.LastIndexAny(name, "+-"); i > 0 && strings.HasPrefix(name[i+1:], "P") {
		span, err := civil.ParseSpan(name[i+1:])
		if err != nil {
			c.at(place).Take(err)
		}
		t.shift, t.back, name = span, name[i] == '-', name[:i]
	}
	t.name = name
	owner := ""
	switch {
	case strings.HasPrefix(name, "subject."):
		t.from, t.name = fromSubject, name[len("subject."):]
		t.declared, owner = subject.field(t.name), kindCode(subject)
	case strings.HasPrefix(name, "estate."):
		t.from, t.name = fromEstate, name[len("estate."):]
		t.declared, owner = c.words.estate[t.name], "estate"
	case kind == nil && subject != nil:
		t.from = fromSubject
		t.declared, owner = subject.field(name), kindCode(subject)
	default:
		t.declared, owner = kind.field(name), kindCode(kind)
	}
	if t.declared == nil {
		c.at(place).Add(ErrField, invalid.Quote(t.name), invalid.Quote(owner))
		t.typ = Text
		return t
	}
	t.typ, t.known = t.declared.Type, true
	c.need.Fields = appendNew(c.need.Fields, owner+"."+t.name)
	if !t.shift.IsZero() && t.typ != Day && t.typ != Instant {
		c.at(place).Add(ErrShift, invalid.Quote(t.name))
	}
	return t
}

func kindCode(k *Kind) string {
	if k == nil {
		return ""
	}
	return k.Code
}

// get reads the value for a record and its subject; it is false where there is none, or it cannot be read.
func (t *term) get(x *run, r *Record, s *Subject) (scalar, bool) {
	if t.from == fromLiteral {
		return t.value, t.known
	}
	f := t.find(x, r, s)
	if f == nil {
		return scalar{}, false
	}
	if len(f.Values) > 0 {
		return scalar{list: f.Values}, t.typ == List
	}
	v, err := parseScalar(f.Value, t.typ, x.zone)
	if err != nil || v.isEmpty() {
		return scalar{}, false
	}
	return t.moved(v, x.zone), true
}

// find returns the field that the term reads, nil if there is none.
func (t *term) find(x *run, r *Record, s *Subject) *Field {
	var fields []Field
	switch {
	case t.from == fromEstate:
		fields = x.evidence.Estate
	case t.from == fromSubject && s != nil:
		fields = s.Fields
	case t.from == fromRecord && r != nil:
		fields = r.Fields
	}
	if i := fieldIndex(fields, t.name); i >= 0 {
		return &fields[i]
	}
	return nil
}

func fieldIndex(fields []Field, name string) int {
	for i := range fields {
		if fields[i].Name == name {
			return i
		}
	}
	return -1
}

// moved returns a date or an instant moved by the term's length: months first, clamped to the end of a short month, then days, at
// the same time on the clock, then hours and shorter.
func (t *term) moved(v scalar, zone *time.Location) scalar {
	if t.shift.IsZero() {
		return v
	}
	months, days, seconds := t.shift.Months(), t.shift.Days(), t.shift.Seconds()
	if t.back {
		months, days, seconds = -months, -days, -seconds
	}
	out := scalar{text: v.text, typ: Instant, at: v.at}
	switch {
	case !v.day.IsZero():
		out.day = v.day.AddMonths(months).AddDays(days)
		out.at = out.day.In(zone)
	case months != 0 || days != 0:
		at := v.at.In(zone)
		y, m, d := dayOf(at, zone).AddMonths(months).AddDays(days).Date()
		out.at = time.Date(y, m, d, at.Hour(), at.Minute(), at.Second(), at.Nanosecond(), zone)
	}
	if seconds == 0 && !v.day.IsZero() {
		out.typ = Day
		return out
	}
	out.day, out.at = 0, out.at.Add(time.Duration(seconds)*time.Second)
	return out
}
