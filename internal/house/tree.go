// Package house reads the Go sources and module files of the repository, in-process
// with go/parser, and finds what breaks the rules of the house: imports across
// floors, rules without wording, names that say nothing. Only the architecture test
// imports it; the tables of what is allowed stand there.
package house

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Tree is the source of one module, without the modules nested in it.
type Tree struct {
	// Module is the module's path.
	Module string
	// Packages are the folders with Go files, in order.
	Packages []*Package
	fset     *token.FileSet
}

// Package is one folder of Go files.
type Package struct {
	// Dir is the folder below the module's root, with slashes; "." is the root.
	Dir string
	// Files are the files that users compile, in order.
	Files []*File
	// Tests are the _test.go files.
	Tests []*File
}

// File is one parsed source file.
type File struct {
	*ast.File
	// Path is the file below the module's root.
	Path string
}

// Load parses every Go file of the module in folder root, except those in
// testdata, in folders beginning with . or _, and in nested modules.
func Load(root, module string) (*Tree, error) {
	t := &Tree{Module: module, fset: token.NewFileSet()}
	err := fs.WalkDir(os.DirFS(root), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return enter(root, p)
		}
		if path.Ext(p) != ".go" {
			return nil
		}
		f, err := parser.ParseFile(t.fset, filepath.Join(root, p), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		t.add(&File{f, p})
		return nil
	})
	return t, err
}

// enter decides whether a folder belongs to the module's packages.
func enter(root, dir string) error {
	name := path.Base(dir)
	if dir == "." {
		return nil
	}
	if name == "testdata" || name[0] == '.' || name[0] == '_' {
		return fs.SkipDir
	}
	_, err := os.Stat(filepath.Join(root, dir, "go.mod"))
	switch {
	case err == nil:
		return fs.SkipDir
	case errors.Is(err, fs.ErrNotExist):
		return nil
	default:
		return err
	}
}

func (t *Tree) add(f *File) {
	dir := path.Dir(f.Path)
	i := slices.IndexFunc(t.Packages, func(p *Package) bool { return p.Dir == dir })
	if i < 0 {
		i = len(t.Packages)
		t.Packages = append(t.Packages, &Package{Dir: dir})
	}
	p := t.Packages[i]
	if f.IsTest() {
		p.Tests = append(p.Tests, f)
	} else {
		p.Files = append(p.Files, f)
	}
}

// Below returns the packages in the given top-level folders.
func (t *Tree) Below(folders ...string) []*Package {
	var out []*Package
	for _, p := range t.Packages {
		top, _, _ := strings.Cut(p.Dir, "/")
		if slices.Contains(folders, top) {
			out = append(out, p)
		}
	}
	return out
}

// ImportPath returns the path a package is imported by.
func (t *Tree) ImportPath(p *Package) string { return path.Join(t.Module, p.Dir) }

// at names a place in a file for a message.
func (t *Tree) at(f *File, pos token.Pos) string {
	return f.Path + ":" + strconv.Itoa(t.fset.Position(pos).Line)
}

// Name is the package's name, by its first file.
func (p *Package) Name() string {
	for _, f := range p.Files {
		return f.Name.Name
	}
	return path.Base(p.Dir)
}

// IsTest reports whether the file belongs to tests.
func (f *File) IsTest() bool { return strings.HasSuffix(f.Path, "_test.go") }

// IsExternal reports whether the file is in a package of external tests.
func (f *File) IsExternal() bool {
	return f.IsTest() && strings.HasSuffix(f.Name.Name, "_test")
}

// ImportPaths lists what the file imports, in order.
func (f *File) ImportPaths() []string {
	var out []string
	for _, i := range f.Imports {
		out = append(out, importPath(i))
	}
	return out
}

func importPath(i *ast.ImportSpec) string {
	p, err := strconv.Unquote(i.Path.Value)
	if err != nil {
		return i.Path.Value // the parser lets no such import through
	}
	return p
}

// importedAs returns the path of the import a file knows by name; "" if none.
func (f *File) importedAs(name string) string {
	for _, i := range f.Imports {
		p := importPath(i)
		if i.Name != nil && i.Name.Name == name || i.Name == nil && defaultName(p) == name {
			return p
		}
	}
	return ""
}

// defaultName is the name of a package by its path, as the packages that this
// repository imports have it: the last part that is no major version.
func defaultName(p string) string {
	base := path.Base(p)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(p))
	}
	return base
}
