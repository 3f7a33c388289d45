package house

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/printer"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// API returns the exported declarations of a package, one a line and in order, as
// the api/ files of the Go distribution have them. The names of parameters, the
// order of declarations and the wording of rules are not in it.
func (t *Tree) API(p *Package) []byte {
	var lines []string
	for _, f := range p.Files {
		for _, d := range f.Decls {
			lines = append(lines, t.exported(d)...)
		}
	}
	slices.Sort(lines)
	var b bytes.Buffer
	for _, l := range slices.Compact(lines) {
		fmt.Fprintf(&b, "pkg %s, %s\n", p.Dir, l)
	}
	return b.Bytes()
}

func (t *Tree) exported(d ast.Decl) []string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		return t.function(d)
	case *ast.GenDecl:
		var out []string
		var typ ast.Expr // of the constants of this group, which carries on
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() {
					out = append(out, t.typeLines(s)...)
				}
			case *ast.ValueSpec:
				if s.Type != nil || len(s.Values) > 0 {
					typ = s.Type
				}
				out = append(out, t.values(d.Tok, s, typ)...)
			}
		}
		return out
	default:
		return nil
	}
}

func (t *Tree) function(d *ast.FuncDecl) []string {
	if !d.Name.IsExported() || !exportedReceiver(d) {
		return nil
	}
	if d.Recv == nil {
		return []string{"func " + d.Name.Name + t.signature(d.Type)}
	}
	return []string{fmt.Sprintf("method (%s) %s%s", t.text(d.Recv.List[0].Type), d.Name.Name, t.signature(d.Type))}
}

func (t *Tree) values(tok token.Token, s *ast.ValueSpec, typ ast.Expr) []string {
	var out []string
	for i, n := range s.Names {
		if !n.IsExported() {
			continue
		}
		line := tok.String() + " " + n.Name
		if typ != nil {
			line += " " + t.text(typ)
		}
		if i < len(s.Values) && typeName(typ) != "RuleError" && typeName(typ) != "Label" && !usesIota(s.Values[i]) {
			line += " = " + t.text(s.Values[i])
		}
		out = append(out, line)
	}
	return out
}

func usesIota(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if i, ok := n.(*ast.Ident); ok && i.Name == "iota" {
			found = true
		}
		return !found
	})
	return found
}

// typeLines returns the lines of a type: the head, and one for each exported field
// or method.
func (t *Tree) typeLines(s *ast.TypeSpec) []string {
	head := "type " + s.Name.Name + t.typeParams(s.TypeParams)
	switch x := s.Type.(type) {
	case *ast.StructType:
		return append([]string{head + " struct"}, t.members(head+" struct, ", x.Fields)...)
	case *ast.InterfaceType:
		return append([]string{head + " interface"}, t.members(head+" interface, ", x.Methods)...)
	}
	if s.Assign != token.NoPos {
		head += " ="
	}
	return []string{head + " " + t.text(s.Type)}
}

func (t *Tree) members(head string, list *ast.FieldList) []string {
	var out []string
	for _, f := range list.List {
		if len(f.Names) == 0 {
			out = append(out, head+"embedded "+t.text(f.Type))
		}
		for _, n := range f.Names {
			signature, isMethod := f.Type.(*ast.FuncType)
			switch {
			case !n.IsExported():
			case isMethod && f.Tag == nil && strings.HasSuffix(head, "interface, "):
				out = append(out, head+n.Name+t.signature(signature))
			default:
				out = append(out, head+n.Name+" "+t.text(f.Type)+t.tag(f.Tag))
			}
		}
	}
	return out
}

// tag returns a field's tag, for the name in documents is part of what others
// rely on.
func (t *Tree) tag(lit *ast.BasicLit) string {
	if lit == nil {
		return ""
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return " " + lit.Value
	}
	return " `" + text + "`"
}

// signature returns type parameters, parameters and results without names.
func (t *Tree) signature(f *ast.FuncType) string {
	results := t.types(f.Results)
	out := t.typeParams(f.TypeParams) + "(" + strings.Join(t.types(f.Params), ", ") + ")"
	switch len(results) {
	case 0:
		return out
	case 1:
		return out + " " + results[0]
	default:
		return out + " (" + strings.Join(results, ", ") + ")"
	}
}

func (t *Tree) types(list *ast.FieldList) []string {
	if list == nil {
		return nil
	}
	var out []string
	for _, f := range list.List {
		for range max(1, len(f.Names)) {
			out = append(out, t.text(f.Type))
		}
	}
	return out
}

func (t *Tree) typeParams(list *ast.FieldList) string {
	if list == nil {
		return ""
	}
	var out []string
	for _, f := range list.List {
		for _, n := range f.Names {
			out = append(out, n.Name+" "+t.text(f.Type))
		}
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// text prints an expression on one line; function types without parameter names.
func (t *Tree) text(e ast.Expr) string {
	if f, ok := e.(*ast.FuncType); ok {
		return "func" + t.signature(f)
	}
	if v, ok := e.(*ast.Ellipsis); ok {
		return "..." + t.text(v.Elt)
	}
	var b bytes.Buffer
	if err := printer.Fprint(&b, t.fset, e); err != nil {
		return err.Error() // shows in the golden file
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
