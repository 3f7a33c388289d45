package jsonschema

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"reflect"
	"regexp"
	"strings"
)

// Options are what a document type does not say itself.
type Options struct {
	// Types are the schemas of types that need more than reflection sees, such as
	// the pattern of a text. They win over [Known].
	Types map[reflect.Type]Schema
	// Sources are folders by import path prefix: {"example.org/m": "../.."}. The
	// comments found below them become descriptions. A package outside every
	// prefix has none.
	Sources map[string]string
}

// Generate returns the schema of doc's type, with the identifier id. The same type
// and sources give the same bytes.
//
// Errors: every part of the type that no document may have (an interface, a
// float, a custom UnmarshalJSON, …), each with its place.
func Generate(id string, doc any, o Options) ([]byte, error) {
	g := &generator{
		options: o,
		known:   Known(),
		docs:    comments{sources: o.Sources, packages: map[string]*packageDocs{}},
		root:    reflect.TypeOf(doc),
		defs:    map[string]*Schema{},
		owner:   map[string]reflect.Type{},
	}
	if g.root == nil || g.root.Kind() != reflect.Struct {
		return nil, fmt.Errorf("schema %s: want a struct, have %T", id, doc)
	}
	s := g.object(g.root, g.root.Name())
	s.Dialect, s.ID, s.Title = Dialect, id, g.root.Name()
	s.Description = g.describe(g.root)
	s.Defs = g.defs
	if err := errors.Join(g.errs...); err != nil {
		return nil, fmt.Errorf("schema %s: %w", id, err)
	}
	return render(s)
}

type generator struct {
	options Options
	known   map[string]Schema
	docs    comments
	root    reflect.Type
	defs    map[string]*Schema
	owner   map[string]reflect.Type // of each definition
	errs    []error
}

func (g *generator) fail(at, format string, args ...any) *Schema {
	g.errs = append(g.errs, fmt.Errorf("%s: %s", at, fmt.Sprintf(format, args...)))
	return &Schema{}
}

func (g *generator) describe(t reflect.Type) string {
	text, err := g.docs.ofType(t)
	if err != nil {
		g.fail(t.String(), "%v", err)
	}
	return text
}

// schema returns the schema of a type: a reference where it has a definition.
func (g *generator) schema(t reflect.Type, at string) *Schema {
	switch {
	case t.Kind() == reflect.Pointer:
		return g.schema(t.Elem(), at)
	case t == g.root:
		return &Schema{Ref: "#"}
	case t.Name() != "" && t.PkgPath() != "":
		return g.reference(t, at)
	default:
		return g.inline(t, at)
	}
}

// reference defines a named type once and refers to it. The definition is entered
// before it is complete, so that a type may contain itself.
func (g *generator) reference(t reflect.Type, at string) *Schema {
	name := definitionName(t)
	ref := &Schema{Ref: "#/$defs/" + name}
	if owner, ok := g.owner[name]; ok {
		if owner != t {
			return g.fail(at, "%s and %s have one name", owner, t)
		}
		return ref
	}
	g.owner[name] = t
	s := &Schema{}
	g.defs[name] = s
	*s = *g.inline(t, at)
	if d := g.describe(t); d != "" {
		s.Description = d
	}
	return ref
}

func (g *generator) inline(t reflect.Type, at string) *Schema {
	if s, ok := g.given(t); ok {
		return &s
	}
	if isText(t) {
		return g.text(t, at)
	}
	if implements[json.Unmarshaler](t) {
		return g.fail(at, "%s has its own UnmarshalJSON, which documents must not", t)
	}
	switch t.Kind() {
	case reflect.Struct:
		return g.object(t, at)
	case reflect.Slice:
		return &Schema{Type: TypeNames{"array"}, Items: g.schema(t.Elem(), at+"[]")}
	case reflect.Map:
		if t.Key().Kind() != reflect.String {
			return g.fail(at, "keys of %s are no texts", t)
		}
		return &Schema{Type: TypeNames{"object"}, Additional: g.schema(t.Elem(), at+"{}")}
	case reflect.String:
		return &Schema{Type: TypeNames{"string"}}
	case reflect.Bool:
		return &Schema{Type: TypeNames{"boolean"}}
	}
	if s, ok := integer(t); ok {
		return s
	}
	return g.fail(at, "%s cannot stand in a document", t)
}

// given returns what the caller or [Known] says about a type.
func (g *generator) given(t reflect.Type) (Schema, bool) {
	if s, ok := g.options.Types[t]; ok {
		return s, true
	}
	s, ok := g.known[path.Base(t.PkgPath())+"."+t.Name()]
	return s, ok && t.PkgPath() != ""
}

// integer returns the schema of a whole number; the bounds of 64 bits are left
// out, for many readers round them.
func integer(t reflect.Type) (*Schema, bool) {
	v := reflect.Zero(t)
	if !v.CanInt() && !v.CanUint() {
		return nil, false
	}
	s := &Schema{Type: TypeNames{"integer"}}
	bits := t.Bits()
	switch {
	case v.CanUint():
		s.Minimum = new(int64)
		if bits < 64 {
			s.Maximum = new(int64(1)<<bits - 1)
		}
	case bits < 64:
		s.Minimum = new(-int64(1) << (bits - 1))
		s.Maximum = new(int64(1)<<(bits-1) - 1)
	}
	return s, true
}

var (
	pathPrefix = regexp.MustCompile(`[^\[\],*]*/`)
	notPlain   = strings.NewReplacer("[", "-", "]", "", ",", "-", "*", "")
)

// definitionName returns "civil.Entry-money.Price" for an entry of prices.
func definitionName(t reflect.Type) string {
	name := pathPrefix.ReplaceAllString(t.Name(), "")
	return path.Base(t.PkgPath()) + "." + notPlain.Replace(name)
}

func implements[I any](t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[I]())
}
