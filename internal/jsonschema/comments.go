package jsonschema

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
)

// comments are the doc comments of Go packages, read when first asked for.
type comments struct {
	sources  map[string]string
	packages map[string]*packageDocs // by import path
}

type packageDocs struct {
	types  map[string]string
	fields map[string]string // by "Type.Field"
}

// ofType returns the first paragraph of the type's comment.
//
// Errors: sources that cannot be read or parsed.
func (c comments) ofType(t reflect.Type) (string, error) {
	p, err := c.read(t.PkgPath())
	if err != nil {
		return "", err
	}
	return p.types[baseName(t)], nil
}

// ofField returns a field's comment. Sources are read with ofType, which is asked
// for every struct and reports errors.
func (c comments) ofField(t reflect.Type, field string) string {
	p, err := c.read(t.PkgPath())
	if err != nil {
		return ""
	}
	return p.fields[baseName(t)+"."+field]
}

func baseName(t reflect.Type) string {
	name, _, _ := strings.Cut(t.Name(), "[")
	return name
}

func (c comments) read(pkg string) (*packageDocs, error) {
	if p, ok := c.packages[pkg]; ok {
		return p, nil
	}
	p := &packageDocs{types: map[string]string{}, fields: map[string]string{}}
	c.packages[pkg] = p
	folder, ok := c.folder(pkg)
	if !ok {
		return p, nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	inTests := strings.HasSuffix(pkg, "_test")
	for _, e := range entries {
		name := e.Name()
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") != inTests {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(folder, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("comments of %s: %w", pkg, err)
		}
		p.add(f)
	}
	return p, nil
}

// folder finds a package below the longest prefix; a package of external tests
// stands in the folder of the package it tests.
func (c comments) folder(pkg string) (string, bool) {
	pkg = strings.TrimSuffix(pkg, "_test")
	longest, folder := -1, ""
	for prefix, dir := range c.sources {
		rest, ok := strings.CutPrefix(pkg, prefix)
		if ok && (rest == "" || rest[0] == '/') && len(prefix) > longest {
			longest, folder = len(prefix), filepath.Join(dir, filepath.FromSlash(rest))
		}
	}
	return folder, longest >= 0
}

func (p *packageDocs) add(f *ast.File) {
	for _, d := range f.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.TYPE {
			continue
		}
		for _, spec := range decl.Specs {
			if t, ok := spec.(*ast.TypeSpec); ok {
				p.addType(t, decl.Doc)
			}
		}
	}
}

func (p *packageDocs) addType(t *ast.TypeSpec, outer *ast.CommentGroup) {
	doc := t.Doc
	if doc == nil {
		doc = outer
	}
	first, _, _ := strings.Cut(doc.Text(), "\n\n")
	p.types[t.Name.Name] = sentence(first)
	s, ok := t.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range s.Fields.List {
		text := f.Doc.Text()
		if text == "" {
			text = f.Comment.Text()
		}
		for _, name := range f.Names {
			p.fields[t.Name.Name+"."+name.Name] = sentence(text)
		}
	}
}

var docLink = regexp.MustCompile(`(^|[\s(])\[\*?([A-Za-z][\w.]*)\]`)

// sentence joins the lines of a comment and writes doc links as plain names.
func sentence(comment string) string {
	return docLink.ReplaceAllString(strings.Join(strings.Fields(comment), " "), "$1$2")
}
