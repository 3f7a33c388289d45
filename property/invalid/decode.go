package invalid

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxDepth is how deep a document may nest.
const MaxDepth = 64

// byteOrderMark is U+FEFF in UTF-8.
const byteOrderMark = "\xef\xbb\xbf"

// Checked is a document that can check itself. Decode calls it.
type Checked interface {
	// Check reports every problem of the document into the list.
	Check(l *List)
}

// Decode reads a JSON document, and is the only way a document is read. Field
// names are exact; unknown, repeated and null fields and input after the
// document are refused; decimal terms may be texts or numbers and are taken digit
// by digit. If the document is [Checked] it is checked as well. A byte order mark in front, which
// editors on Windows write, is no part of the document (RFC 8259, section 8.1).
//
// Errors: an [*Error] named what, listing every problem; the returned document
// is then what could be read.
func Decode[T any](data []byte, what string) (T, error) {
	var doc T
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	d := decoder{data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	d.dec.UseNumber()
	d.document(reflect.ValueOf(&doc).Elem())
	if c, ok := any(&doc).(Checked); ok && !d.broken {
		d.mergeChecks(c)
	}
	return doc, d.list.Err(what)
}

// mergeChecks adds the problems of the document's own checks, except at places
// that could not be read: those are reported already.
func (d *decoder) mergeChecks(c Checked) {
	var own List
	c.Check(&own)
	read := d.list.fields
	for _, f := range own.fields {
		if !covered(read, f.Path) {
			d.list.add(f)
		}
	}
	d.list.more += own.more
}

// covered reports whether one of the problems stands at path, above it or below it.
func covered(read []*FieldError, path string) bool {
	return slices.ContainsFunc(read, func(f *FieldError) bool {
		return f.Path == path || strings.HasPrefix(path, f.Path) && boundary(path[len(f.Path):]) ||
			strings.HasPrefix(f.Path, path) && boundary(f.Path[len(path):]) && path != ""
	})
}

func boundary(rest string) bool { return rest != "" && (rest[0] == '.' || rest[0] == '[') }

type decoder struct {
	data   []byte
	dec    *json.Decoder
	list   List
	depth  int
	broken bool // the text is not JSON: nothing further can be said
}

func (d *decoder) document(v reflect.Value) {
	if !utf8.Valid(d.data) {
		d.syntax(firstInvalid(d.data), "not UTF-8")
		return
	}
	if !d.value(v) {
		return
	}
	end := d.dec.InputOffset()
	if _, err := d.dec.Token(); !errors.Is(err, io.EOF) {
		line, column := position(d.data, end)
		d.list.Add(ErrTrailing, line, column)
	}
}

// next returns the next token; at broken text it reports and returns false.
func (d *decoder) next() (json.Token, bool) {
	t, err := d.dec.Token()
	if err == nil {
		return t, true
	}
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		d.syntax(syntax.Offset, syntax.Error())
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		d.syntax(int64(len(d.data)), "unexpected end")
	default:
		d.syntax(d.dec.InputOffset(), err.Error())
	}
	return nil, false
}

func (d *decoder) syntax(offset int64, why string) {
	if d.broken {
		return
	}
	d.broken = true
	line, column := position(d.data, offset)
	d.list.Add(ErrSyntax, line, column, why)
}

// value reads the next JSON value into v and reports false when the text is
// broken.
func (d *decoder) value(v reflect.Value) bool {
	t, ok := d.next()
	if !ok {
		return false
	}
	if t == nil {
		d.list.Add(ErrNull)
		return true
	}
	if v.IsValid() && v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	delim, composite := t.(json.Delim)
	if !composite {
		if v.IsValid() {
			d.scalar(v, t)
		}
		return true
	}
	if d.depth++; d.depth > MaxDepth {
		d.list.Add(ErrDeep, strconv.Itoa(MaxDepth))
		d.broken = true
		return false
	}
	defer func() { d.depth-- }()
	if delim == '{' {
		return d.object(v)
	}
	return d.array(v)
}

func (d *decoder) object(v reflect.Value) bool {
	var fields []field
	isMap := false
	switch {
	case !v.IsValid(): // skipping
	case isText(v):
		d.list.Add(ErrType, want(v), "an object")
		v = reflect.Value{}
	case v.Kind() == reflect.Struct:
		fields = fieldsOf(v.Type())
	case v.Kind() == reflect.Map:
		isMap = true
		v.Set(reflect.MakeMap(v.Type()))
	default:
		d.list.Add(ErrType, want(v), "an object")
		v = reflect.Value{}
	}
	seen := map[string]bool{}
	for d.dec.More() {
		t, ok := d.next()
		if !ok {
			return false
		}
		name := fmt.Sprint(t) // a key is always a text
		var target reflect.Value
		switch {
		case !v.IsValid():
		case seen[name]:
			d.list.At(name).Add(ErrRepeated, name)
		case isMap:
			target = reflect.New(v.Type().Elem()).Elem()
		default:
			i := slices.IndexFunc(fields, func(f field) bool { return f.name == name })
			if i < 0 {
				d.list.At(name).Add(ErrUnknown, Quote(name), names(fields))
				break
			}
			target = v.FieldByIndex(fields[i].index)
		}
		seen[name] = true
		d.list.Enter(name)
		ok = d.value(target)
		d.list.Leave()
		if !ok {
			return false
		}
		if isMap && target.IsValid() {
			v.SetMapIndex(reflect.ValueOf(name).Convert(v.Type().Key()), target)
		}
	}
	_, ok := d.next()
	return ok
}

func (d *decoder) array(v reflect.Value) bool {
	if v.IsValid() && (v.Kind() != reflect.Slice || isText(v)) {
		d.list.Add(ErrType, want(v), "a list")
		v = reflect.Value{}
	}
	if v.IsValid() {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
	for i := 0; d.dec.More(); i++ {
		var element reflect.Value
		if v.IsValid() {
			element = reflect.New(v.Type().Elem()).Elem()
		}
		d.list.EnterIndex(i)
		ok := d.value(element)
		d.list.Leave()
		if !ok {
			return false
		}
		if v.IsValid() {
			v.Set(reflect.Append(v, element))
		}
	}
	_, ok := d.next()
	return ok
}
