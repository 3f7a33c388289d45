package house

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Module is one go.mod of the repository and what the module's files import.
type Module struct {
	// Dir is the module's folder below the root, "." for the root.
	Dir string
	// Path and Go are the module's path and go directive.
	Path, Go string
	// Direct and Indirect are the required versions by module path.
	Direct, Indirect map[string]string
	// Replace is what stands behind => by module path.
	Replace map[string]string
	imports map[string]bool
}

// Modules reads every go.mod below root, except in testdata and in folders
// beginning with . or _, ordered by folder.
func Modules(root string) ([]*Module, error) {
	var out []*Module
	err := fs.WalkDir(os.DirFS(root), ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && p != "." && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "_")):
			return fs.SkipDir
		case d.IsDir() || d.Name() != "go.mod":
			return nil
		}
		m, err := readModule(root, path.Dir(p))
		out = append(out, m)
		return err
	})
	slices.SortFunc(out, func(a, b *Module) int { return strings.Compare(a.Dir, b.Dir) })
	return out, err
}

func readModule(root, dir string) (*Module, error) {
	m := &Module{Dir: dir, Direct: map[string]string{}, Indirect: map[string]string{}, Replace: map[string]string{}, imports: map[string]bool{}}
	lines, err := directives(filepath.Join(root, dir, "go.mod"))
	if err != nil {
		return m, err
	}
	for _, l := range lines {
		m.take(l)
	}
	return m, m.readImports(root)
}

func (m *Module) take(l directive) {
	switch l.word {
	case "module":
		m.Path = l.arg(0)
	case "go":
		m.Go = l.arg(0)
	case "require":
		if l.comment == "indirect" {
			m.Indirect[l.arg(0)] = l.arg(1)
		} else {
			m.Direct[l.arg(0)] = l.arg(1)
		}
	case "replace":
		if i := slices.Index(l.args, "=>"); i > 0 {
			m.Replace[l.arg(0)] = l.arg(i + 1)
		}
	}
}

func (m *Module) readImports(root string) error {
	top := filepath.Join(root, m.Dir)
	return fs.WalkDir(os.DirFS(top), ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return enter(top, p)
		case path.Ext(p) != ".go":
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(top, p), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			m.imports[importPath(i)] = true
		}
		return nil
	})
}

// Replacements lists the replace lines that a module lacks, has in vain, or that
// lead elsewhere: it needs one for every module of the repository that it imports,
// or that one of those imports, for replace lines count in the main module only.
func Replacements(modules []*Module) []string {
	byPath := map[string]*Module{}
	for _, m := range modules {
		byPath[m.Path] = m
	}
	var out []string
	for _, m := range modules {
		needed := m.reach(byPath)
		for p := range needed {
			if m.Replace[p] == "" {
				out = append(out, fmt.Sprintf("%s/go.mod: no replace line for %s", m.Dir, p))
			}
		}
		for p, target := range m.Replace {
			switch other := byPath[p]; {
			case other == nil:
				out = append(out, fmt.Sprintf("%s/go.mod: replaces %s, which is not of this repository", m.Dir, p))
			case !needed[p]:
				out = append(out, fmt.Sprintf("%s/go.mod: replaces %s, which nothing there imports", m.Dir, p))
			case path.Join(m.Dir, target) != other.Dir:
				out = append(out, fmt.Sprintf("%s/go.mod: replaces %s by %s, want folder %s", m.Dir, p, target, other.Dir))
			}
		}
	}
	slices.Sort(out)
	return out
}

// reach returns the modules of the repository that m imports, and they in turn.
func (m *Module) reach(byPath map[string]*Module) map[string]bool {
	seen := map[string]bool{}
	open := []*Module{m}
	for len(open) > 0 {
		next := open[0]
		open = open[1:]
		for i := range next.imports {
			owner := ownerOf(i, byPath)
			if owner != "" && owner != m.Path && !seen[owner] {
				seen[owner] = true
				open = append(open, byPath[owner])
			}
		}
	}
	return seen
}

// ownerOf returns the module with the longest path that an import is within.
func ownerOf(imported string, byPath map[string]*Module) string {
	longest := ""
	for p := range maps.Keys(byPath) {
		if within(imported, p) && len(p) > len(longest) {
			longest = p
		}
	}
	return longest
}

// Workspace is a go.work file.
type Workspace struct {
	// Go is the go directive.
	Go string
	// Use are the folders, as [path.Clean] writes them.
	Use []string
}

// ReadWorkspace reads a go.work file.
func ReadWorkspace(file string) (Workspace, error) {
	lines, err := directives(file)
	if err != nil {
		return Workspace{}, err
	}
	var w Workspace
	for _, l := range lines {
		switch l.word {
		case "go":
			w.Go = l.arg(0)
		case "use":
			w.Use = append(w.Use, path.Clean(l.arg(0)))
		}
	}
	slices.Sort(w.Use)
	return w, nil
}

// directive is one line of a go.mod or go.work, blocks taken apart.
type directive struct {
	word    string
	args    []string
	comment string
}

func (d directive) arg(i int) string {
	if i < len(d.args) {
		return strings.Trim(d.args[i], "\"`")
	}
	return ""
}

func directives(file string) ([]directive, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []directive
	block := ""
	for line := range strings.Lines(string(text)) {
		code, comment, _ := strings.Cut(line, "//")
		words := strings.Fields(code)
		switch {
		case len(words) == 0:
		case block != "" && words[0] == ")":
			block = ""
		case block != "":
			out = append(out, directive{block, words, strings.TrimSpace(comment)})
		case len(words) == 2 && words[1] == "(":
			block = words[0]
		default:
			out = append(out, directive{words[0], words[1:], strings.TrimSpace(comment)})
		}
	}
	return out, nil
}
