package house

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
)

// Leaks lists the exported declarations that mention a package of the given
// module: parameters, results, exported fields, methods, constants, variables and
// type definitions, except the definitions named in except ("property/civil.Date"). A type
// alias of such a package is listed even if not exported, and so is a dot import, for they would hide a leak.
func (t *Tree) Leaks(packages []*Package, module string, except ...string) []string {
	var out []string
	for _, p := range packages {
		for _, f := range p.Files {
			for _, i := range f.dotImports() {
				if within(importPath(i), module) {
					out = append(out, fmt.Sprintf("%s: dot import of %s", t.at(f, i.Pos()), importPath(i)))
				}
			}
			for _, d := range f.Decls {
				for _, part := range surface(d) {
					if slices.Contains(except, p.Dir+"."+part.name) {
						continue
					}
					if s := f.mention(part.node, module); s != nil {
						out = append(out, fmt.Sprintf("%s: %s shows %s of %s", t.at(f, s.Pos()), part.name, s.Sel.Name, module))
					}
				}
			}
		}
	}
	return out
}

// part is what a declaration shows: an expression or field list, and its name.
type part struct {
	name string
	node ast.Node
}

func surface(d ast.Decl) []part {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && exportedReceiver(d) {
			return []part{{d.Name.Name, d.Type}}
		}
	case *ast.GenDecl:
		return declared(d)
	}
	return nil
}

// exportedReceiver reports whether a method can be called from outside; of a
// function it always can.
func exportedReceiver(d *ast.FuncDecl) bool {
	return d.Recv == nil || ast.IsExported(receiver(d))
}

func declared(d *ast.GenDecl) []part {
	var out []part
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() || s.Assign != token.NoPos {
				out = append(out, typeParts(s)...)
			}
		case *ast.ValueSpec:
			for _, n := range s.Names {
				if n.IsExported() && s.Type != nil {
					out = append(out, part{n.Name, s.Type})
				}
			}
		}
	}
	return out
}

// typeParts returns the exported fields of a struct, and any other type whole.
func typeParts(s *ast.TypeSpec) []part {
	st, ok := s.Type.(*ast.StructType)
	if !ok {
		return []part{{s.Name.Name, s.Type}}
	}
	var out []part
	for _, f := range st.Fields.List {
		if len(f.Names) == 0 {
			out = append(out, part{s.Name.Name, f.Type})
		}
		for _, n := range f.Names {
			if n.IsExported() {
				out = append(out, part{s.Name.Name + "." + n.Name, f.Type})
			}
		}
	}
	if s.TypeParams != nil {
		out = append(out, part{s.Name.Name, s.TypeParams})
	}
	return out
}

// mention returns a selector into the module within the node, nil if none.
func (f *File) mention(n ast.Node, module string) *ast.SelectorExpr {
	var found *ast.SelectorExpr
	ast.Inspect(n, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && within(f.importedAs(x.Name), module) {
				found = s
			}
		}
		return found == nil
	})
	return found
}

// receiver returns the name of a method's type, "" for a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return ""
	}
	e := d.Recv.List[0].Type
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}
