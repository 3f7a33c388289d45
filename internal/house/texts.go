package house

import (
	"fmt"
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Keyed is a constant text with a permanent identifier: a rule or a label.
type Keyed struct {
	// Type is RuleError or Label.
	Type string
	// Name is the constant's name.
	Name string
	// ID and English are the parts of its value.
	ID, English string
	// ZH is the wording in the package's table of translations, in every place that
	// translates the constant.
	ZH []string
	// Package is the folder it stands in, At the place.
	Package, At string
}

// keyedTypes are the types of keyed texts by the package that defines them.
func keyedTypes(module string) map[string]string {
	return map[string]string{
		"RuleError": path.Join(module, "property/invalid"),
		"Label":     path.Join(module, "property/explain"),
	}
}

// Texts returns the keyed constants of the packages, ordered by identifier, and
// what is wrong with their tables of translations.
func (t *Tree) Texts(packages []*Package) (all []Keyed, problems []string) {
	for _, p := range packages {
		own := t.constants(p)
		zh, bad := t.translations(p)
		problems = append(problems, bad...)
		for i, k := range own {
			own[i].ZH = zh[k.Name]
			delete(zh, k.Name)
		}
		for name := range zh {
			problems = append(problems, p.Dir+": translates "+name+", which is no rule or label of this package")
		}
		all = append(all, own...)
	}
	slices.SortStableFunc(all, func(a, b Keyed) int { return strings.Compare(a.ID, b.ID) })
	slices.Sort(problems)
	return all, problems
}

// constants returns the rules and labels that a package declares.
func (t *Tree) constants(p *Package) []Keyed {
	var out []Keyed
	for _, f := range p.Files {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, spec := range g.Specs {
				if s, ok := spec.(*ast.ValueSpec); ok {
					out = append(out, t.keyed(p, f, s)...)
				}
			}
		}
	}
	return out
}

// keyed reads one line of constants, ErrX invalid.RuleError = "…" or ErrX =
// invalid.RuleError("…").
func (t *Tree) keyed(p *Package, f *File, s *ast.ValueSpec) []Keyed {
	var out []Keyed
	for i, v := range s.Values {
		typ, value := s.Type, v
		if call, ok := v.(*ast.CallExpr); ok && typ == nil && len(call.Args) == 1 {
			typ, value = call.Fun, call.Args[0]
		}
		name := t.keyedType(p, f, typ)
		if name == "" {
			continue
		}
		k := Keyed{Type: name, Name: s.Names[i].Name, Package: p.Dir, At: t.at(f, s.Pos())}
		text, _ := literal(value) // a text that cannot be read has no identifier, which is a fault
		k.ID, k.English, _ = strings.Cut(text, ": ")
		out = append(out, k)
	}
	return out
}

// keyedType returns RuleError or Label if the type is one of them, else "".
func (t *Tree) keyedType(p *Package, f *File, typ ast.Expr) string {
	for name, home := range keyedTypes(t.Module) {
		switch x := typ.(type) {
		case *ast.Ident:
			if x.Name == name && t.ImportPath(p) == home {
				return name
			}
		case *ast.SelectorExpr:
			if q, ok := x.X.(*ast.Ident); ok && x.Sel.Name == name && f.importedAs(q.Name) == home {
				return name
			}
		}
	}
	return ""
}

// translations returns the Chinese wordings of a package by constant name, from
// its literals of type Translation.
func (t *Tree) translations(p *Package) (zh map[string][]string, problems []string) {
	zh = map[string][]string{}
	for _, f := range p.Files {
		ast.Inspect(f.File, func(n ast.Node) bool {
			list, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			for _, row := range rows(list) {
				name, text, ok := wording(row)
				if !ok {
					problems = append(problems, t.at(f, row.Pos())+": a translation is a constant of this package and a literal text")
					continue
				}
				zh[name] = append(zh[name], text)
			}
			return true
		})
	}
	return zh, problems
}

// rows returns the translations of a literal: itself, or the elements of a list
// that leave their type out.
func rows(lit *ast.CompositeLit) []*ast.CompositeLit {
	if typeName(lit.Type) == "Translation" {
		return []*ast.CompositeLit{lit}
	}
	array, ok := lit.Type.(*ast.ArrayType)
	if !ok || typeName(array.Elt) != "Translation" {
		return nil
	}
	var out []*ast.CompositeLit
	for _, e := range lit.Elts {
		if row, ok := e.(*ast.CompositeLit); ok && row.Type == nil {
			out = append(out, row)
		}
	}
	return out
}

func typeName(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	default:
		return ""
	}
}

// wording takes {ErrX, "…"} or {Text: ErrX, ZH: "…"} apart.
func wording(row *ast.CompositeLit) (name, text string, ok bool) {
	if len(row.Elts) != 2 {
		return "", "", false
	}
	var parts [2]ast.Expr
	for i, e := range row.Elts {
		parts[i] = e
		if kv, keyed := e.(*ast.KeyValueExpr); keyed {
			parts[i] = kv.Value
			if typeName(kv.Key) != [2]string{"Text", "ZH"}[i] {
				return "", "", false
			}
		}
	}
	constant, isName := parts[0].(*ast.Ident)
	text, isText := literal(parts[1])
	if !isName || !isText {
		return "", "", false
	}
	return constant.Name, text, true
}

// literal returns the value of a text literal, or of several joined by +.
func literal(e ast.Expr) (string, bool) {
	switch x := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(x.Value)
		return s, err == nil && x.Kind == token.STRING
	case *ast.ParenExpr:
		return literal(x.X)
	case *ast.BinaryExpr:
		a, okA := literal(x.X)
		b, okB := literal(x.Y)
		return a + b, okA && okB && x.Op == token.ADD
	default:
		return "", false
	}
}

var (
	identifier = regexp.MustCompile(`^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$`)
	verb       = regexp.MustCompile(`%\[[1-9]\]s`)
)

// Faults lists what is wrong with keyed texts: an identifier that is not
// "package/kebab-case" or is used twice, a missing wording, one without Han
// characters although there are words, other arguments in one language than in
// the other.
func Faults(texts []Keyed) []string {
	var out []string
	seen := map[string]Keyed{}
	for _, k := range texts {
		if other, ok := seen[k.ID]; ok {
			out = append(out, fmt.Sprintf("%s: %s is the identifier of %s at %s too", k.At, k.ID, other.Name, other.At))
		}
		seen[k.ID] = k
		for _, why := range k.faults() {
			out = append(out, fmt.Sprintf("%s: %s %q: %s", k.At, k.Name, k.ID, why))
		}
	}
	return out
}

func (k Keyed) faults() []string {
	var out []string
	if owner, _, _ := strings.Cut(k.ID, "/"); !identifier.MatchString(k.ID) || owner != path.Base(k.Package) {
		out = append(out, "want "+path.Base(k.Package)+"/words-in-kebab-case")
	}
	if k.English == "" {
		out = append(out, "there is no English wording")
	}
	if len(k.ZH) != 1 {
		return append(out, fmt.Sprintf("%d Chinese wordings, want one", len(k.ZH)))
	}
	zh := k.ZH[0]
	if hasWords(k.English) && !strings.ContainsFunc(zh, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		out = append(out, "no Chinese in "+strconv.Quote(zh))
	}
	if en, other := verbs(k.English), verbs(zh); !slices.Equal(en, other) {
		out = append(out, fmt.Sprintf("arguments differ: %v in English, %v in Chinese", en, other))
	}
	for _, text := range []string{k.English, zh} {
		if strings.Contains(strings.ReplaceAll(verb.ReplaceAllString(text, ""), "%%", ""), "%") {
			out = append(out, "arguments are written %[1]s: "+strconv.Quote(text))
		}
	}
	return out
}

func hasWords(text string) bool {
	return strings.ContainsFunc(verb.ReplaceAllString(text, ""), unicode.IsLetter)
}

// verbs returns the arguments a text uses, each once, in order of their number.
func verbs(text string) []string {
	all := verb.FindAllString(text, -1)
	slices.Sort(all)
	return slices.Compact(all)
}
