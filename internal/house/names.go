package house

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"strings"
)

// Purity is what the core does without.
type Purity struct {
	// Packages are import paths, with what is below them.
	Packages []string
	// Selectors are functions and values by import path and name: "time.Now".
	Selectors []string
}

// Impure lists the init functions, package variables, imports, uses and go statements that break
// the purity of a package. A blank variable, which asserts a type, is none. A dot import is listed too, since
// nobody sees what is used of it.
func (t *Tree) Impure(packages []*Package, purity Purity) []string {
	var out []string
	for _, p := range packages {
		for _, f := range p.Files {
			for _, what := range f.globals() {
				out = append(out, t.at(f, what.Pos())+": package state: "+what.Name)
			}
			for _, i := range f.Imports {
				for _, banned := range purity.Packages {
					if within(importPath(i), banned) {
						out = append(out, t.at(f, i.Pos())+": imports "+importPath(i))
					}
				}
			}
			for _, i := range f.dotImports() {
				out = append(out, t.at(f, i.Pos())+": dot import of "+importPath(i))
			}
			out = append(out, t.uses(f, purity.Selectors)...)
		}
	}
	return out
}

// globals returns the names of init functions and package variables.
func (f *File) globals() []*ast.Ident {
	var out []*ast.Ident
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && d.Name.Name == "init" {
				out = append(out, d.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && d.Tok == token.VAR {
					out = append(out, named(v.Names)...)
				}
			}
		}
	}
	return out
}

func named(names []*ast.Ident) []*ast.Ident {
	var out []*ast.Ident
	for _, n := range names {
		if n.Name != "_" {
			out = append(out, n)
		}
	}
	return out
}

// dotImports returns the imports whose names the file has as its own.
func (f *File) dotImports() []*ast.ImportSpec {
	var out []*ast.ImportSpec
	for _, i := range f.Imports {
		if i.Name != nil && i.Name.Name == "." {
			out = append(out, i)
		}
	}
	return out
}

// uses lists the banned functions and values that a file uses, and its goroutines.
func (t *Tree) uses(f *File, banned []string) []string {
	var out []string
	ast.Inspect(f.File, func(n ast.Node) bool {
		if g, ok := n.(*ast.GoStmt); ok {
			out = append(out, t.at(f, g.Pos())+": starts a goroutine")
		}
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := s.X.(*ast.Ident); ok {
			use := f.importedAs(x.Name) + "." + s.Sel.Name
			for _, b := range banned {
				if use == b {
					out = append(out, t.at(f, s.Pos())+": uses "+use)
				}
			}
		}
		return true
	})
	return out
}

var (
	empty  = regexp.MustCompile(`(Manager|Service|Helper|Util|Processor|Handler|Impl|Base|Common|Data|Info)s?$`)
	getter = regexp.MustCompile(`^[Gg]et[A-Z]`)
)

// Names lists the types whose name ends in a word that says nothing, and the
// functions called GetX.
func (t *Tree) Names(packages []*Package) []string {
	var out []string
	for _, p := range packages {
		for _, f := range p.Files {
			ast.Inspect(f.File, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.TypeSpec:
					if empty.MatchString(titled(n.Name.Name)) {
						out = append(out, fmt.Sprintf("%s: type %s says nothing", t.at(f, n.Pos()), n.Name.Name))
					}
				case *ast.FuncDecl:
					if getter.MatchString(n.Name.Name) {
						out = append(out, fmt.Sprintf("%s: %s: accessors have no Get", t.at(f, n.Pos()), n.Name.Name))
					}
				}
				return true
			})
		}
	}
	return out
}

func titled(name string) string { return strings.ToUpper(name[:1]) + name[1:] }
