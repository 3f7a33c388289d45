package jsonschema

import (
	"reflect"
	"strings"
)

// object returns the schema of a struct: a choice, of which exactly one field is
// given, or a record.
func (g *generator) object(t reflect.Type, at string) *Schema {
	s := &Schema{Type: TypeNames{"object"}, Additional: false}
	choice := isChoice(t)
	for i := range t.NumField() {
		f := t.Field(i)
		name, optional := jsonName(f)
		if name == "" {
			continue
		}
		p := *g.schema(f.Type, at+"."+name)
		if choice && f.Type.Kind() == reflect.Bool {
			p.Const = true // false is the choice not made
		}
		if d := g.docs.ofField(t, f.Name); d != "" {
			p.Description = d
		}
		s.Properties = append(s.Properties, Property{name, &p})
		if !optional {
			s.Required = append(s.Required, name)
		}
	}
	if choice {
		s.MinProperties, s.MaxProperties = 1, 1
	}
	return s
}

// jsonName returns the field's name in documents, "" if it is not in them, and
// whether it may be left out.
func jsonName(f reflect.StructField) (name string, optional bool) {
	tag := f.Tag.Get("json")
	name, rest, _ := strings.Cut(tag, ",")
	if !f.IsExported() || tag == "-" {
		return "", false
	}
	if name == "" {
		name = f.Name
	}
	for option := range strings.SplitSeq(rest, ",") {
		optional = optional || option == "omitempty" || option == "omitzero"
	}
	return name, optional || f.Type.Kind() == reflect.Pointer
}

// isChoice reports whether a struct is a choice: it names the answer with
// Kind() string, every field may be left out, and none is a list.
func isChoice(t reflect.Type) bool {
	if !implements[interface{ Kind() string }](t) {
		return false
	}
	fields := 0
	for i := range t.NumField() {
		name, optional := jsonName(t.Field(i))
		if name == "" {
			continue
		}
		if !optional || t.Field(i).Type.Kind() == reflect.Slice {
			return false
		}
		fields++
	}
	return fields > 0
}
