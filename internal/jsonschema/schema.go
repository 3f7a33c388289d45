package jsonschema

import (
	"bytes"
	"encoding/json"
)

// Dialect is the JSON Schema dialect of what Generate writes.
const Dialect = "https://json-schema.org/draft/2020-12/schema"

// Schema is the part of JSON Schema that documents need, in the order it is
// written.
type Schema struct {
	Dialect     string     `json:"$schema,omitempty"`
	ID          string     `json:"$id,omitempty"`
	Ref         string     `json:"$ref,omitempty"`
	Title       string     `json:"title,omitempty"`
	Description string     `json:"description,omitempty"`
	Type        TypeNames  `json:"type,omitempty"`
	Format      string     `json:"format,omitempty"`
	Pattern     string     `json:"pattern,omitempty"`
	Enum        []string   `json:"enum,omitempty"`
	Const       any        `json:"const,omitempty"`
	Minimum     *int64     `json:"minimum,omitempty"`
	Maximum     *int64     `json:"maximum,omitempty"`
	Items       *Schema    `json:"items,omitempty"`
	Properties  Properties `json:"properties,omitempty"`
	Required    []string   `json:"required,omitempty"`
	// Additional is false or the *Schema of further properties.
	Additional    any                `json:"additionalProperties,omitempty"`
	MinProperties int                `json:"minProperties,omitempty"`
	MaxProperties int                `json:"maxProperties,omitempty"`
	Examples      []string           `json:"examples,omitempty"`
	Defs          map[string]*Schema `json:"$defs,omitempty"`
}

// TypeNames are the JSON types that are accepted; one is written as a text.
type TypeNames []string

// MarshalJSON writes one name, or a list.
func (n TypeNames) MarshalJSON() ([]byte, error) {
	if len(n) == 1 {
		return json.Marshal(n[0])
	}
	return json.Marshal([]string(n))
}

// Property is a named part of an object.
type Property struct {
	Name   string
	Schema *Schema
}

// Properties are written as an object, in the order of the Go fields.
type Properties []Property

// MarshalJSON writes the object.
func (p Properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, property := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := plain(property.Name)
		if err != nil {
			return nil, err
		}
		value, err := plain(property.Schema)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plain is json.Marshal without escaping <, > and &.
func plain(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// render writes the schema for people: indented, one final newline.
func render(s *Schema) ([]byte, error) {
	compact, err := plain(s)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, compact, "", "  "); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
