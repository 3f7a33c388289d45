package invalid

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

type field struct {
	name  string
	index []int
}

// fieldsOf lists the JSON fields of a document type. Documents embed nothing.
func fieldsOf(t reflect.Type) []field {
	var out []field
	for i := range t.NumField() {
		if name := jsonName(t.Field(i)); name != "" {
			out = append(out, field{name, []int{i}})
		}
	}
	return out
}

// jsonName returns the field's name in documents, "" if it is not in them.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if !f.IsExported() || name == "-" {
		return ""
	}
	if name == "" {
		return f.Name
	}
	return name
}

func names(fields []field) string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = f.name
	}
	return strings.Join(out, ", ")
}

func isText(v reflect.Value) bool {
	_, ok := v.Addr().Interface().(encoding.TextUnmarshaler)
	return ok
}

func want(v reflect.Value) string {
	switch {
	case v.Type() == reflect.TypeFor[decimal.Decimal]():
		return "a decimal number"
	case isText(v):
		return "a text"
	}
	switch v.Kind() {
	case reflect.String:
		return "a text"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "a list"
	case reflect.Struct, reflect.Map:
		return "an object"
	default:
		return "a whole number"
	}
}

// What a value is, before the value itself.
const (
	haveText   = "the text"
	haveNumber = "the number"
)

func have(t json.Token) string {
	switch t := t.(type) {
	case string:
		return haveText + " " + Quote(t)
	case json.Number:
		return haveNumber + " " + t.String()
	default:
		return fmt.Sprint(t)
	}
}

// Quote shows a text of foreign input in a message: shortened, never inside a character,
// with nothing invisible.
func Quote(s string) string {
	const limit = 60
	if len(s) > limit {
		cut := limit
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		return strconv.Quote(s[:cut]) + "…"
	}
	return strconv.Quote(s)
}

func firstInvalid(data []byte) int64 {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return int64(i)
		}
		i += size
	}
	return int64(len(data))
}

// position returns line and column, from 1, of a byte offset; columns count
// characters.
func position(data []byte, offset int64) (line, column string) {
	before := data[:min(int64(len(data)), max(0, offset))]
	start := bytes.LastIndexByte(before, '\n') + 1
	l := 1 + bytes.Count(before, []byte{'\n'})
	return strconv.Itoa(l), strconv.Itoa(1 + utf8.RuneCount(before[start:]))
}
