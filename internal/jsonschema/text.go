package jsonschema

import (
	"encoding"
	"math"
	"reflect"
)

func isText(t reflect.Type) bool { return implements[encoding.TextUnmarshaler](t) }

// text returns the schema of a value that is written as text: the words of an
// enumeration, or any text.
func (g *generator) text(t reflect.Type, at string) *Schema {
	s := &Schema{Type: TypeNames{"string"}}
	if t.Kind() != reflect.Uint8 || !implements[encoding.TextMarshaler](t) {
		return s
	}
	words, ended := wordsOf(t)
	if !ended {
		return g.fail(at, "%s writes all its 255 values, so its words cannot be told; name them in Options.Types", t)
	}
	s.Enum = words
	return s
}

// wordsOf lists the words of an enumeration from 1 on until a value has none; zero
// counts where it has a word that reads back, as Unknown may.
func wordsOf(t reflect.Type) (words []string, ended bool) {
	if w, ok := wordOf(t, 0); ok {
		words = append(words, w)
	}
	for i := range uint64(math.MaxUint8) {
		w, ok := wordOf(t, i+1)
		if !ok {
			return words, true
		}
		words = append(words, w)
	}
	return words, false
}

// wordOf returns the text of a value, and whether it reads back as the same value.
func wordOf(t reflect.Type, n uint64) (string, bool) {
	v := reflect.New(t)
	v.Elem().SetUint(n)
	m, isMarshaler := v.Interface().(encoding.TextMarshaler)
	back := reflect.New(t)
	u, isUnmarshaler := back.Interface().(encoding.TextUnmarshaler)
	if !isMarshaler || !isUnmarshaler {
		return "", false
	}
	word, err := m.MarshalText()
	if err != nil || len(word) == 0 || u.UnmarshalText(word) != nil {
		return "", false
	}
	return string(word), back.Elem().Uint() == n
}
