package house

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// Plan says which package may import which.
type Plan struct {
	// Floors are the packages of the core, by folder. A package imports lower
	// floors only.
	Floors map[string]int
	// Beside are the neighbours a package may import on its own floor.
	Beside map[string][]string
	// Foreign are the import paths of other modules that the core may import, with
	// what is below them.
	Foreign []string
	// Folders are the top-level folders of the core: every package in them has a
	// floor.
	Folders []string
	// Internal is the top-level folder that only tests may import.
	Internal string
}

// Imports lists every import that breaks the plan, and every package without a
// floor. The conformance suite of x/y, in folder x/y/ytest, stands on the floor of
// x/y and may import it.
func (t *Tree) Imports(plan Plan) []string {
	var out []string
	for _, p := range t.Packages {
		for _, f := range slices.Concat(p.Files, p.Tests) {
			for _, i := range f.ImportPaths() {
				if why := t.refuse(plan, p, f, i); why != "" {
					out = append(out, fmt.Sprintf("%s imports %s: %s", f.Path, i, why))
				}
			}
		}
	}
	for _, p := range t.Below(plan.Folders...) {
		if _, ok := plan.Floors[subject(p.Dir)]; !ok {
			out = append(out, p.Dir+": the table has no floor for this package")
		}
	}
	return out
}

// refuse returns why a file may not import a package, "" if it may.
func (t *Tree) refuse(plan Plan, p *Package, f *File, imported string) string {
	dir, own := strings.CutPrefix(imported, t.Module+"/")
	top, _, _ := strings.Cut(dir, "/")
	floor, isCore := plan.Floors[subject(p.Dir)]
	switch {
	case own && top == plan.Internal:
		if f.IsTest() || strings.HasPrefix(p.Dir, plan.Internal+"/") {
			return ""
		}
		return "only tests may import " + plan.Internal + "/"
	case f.IsExternal() || !isCore:
		return ""
	case own:
		return plan.between(p.Dir, floor, dir)
	case f.IsTest() || isStandard(imported) || slices.ContainsFunc(plan.Foreign, func(m string) bool { return within(imported, m) }):
		return ""
	default:
		return "the core may import only " + strings.Join(plan.Foreign, ", ")
	}
}

func (plan Plan) between(dir string, floor int, imported string) string {
	other, ok := plan.Floors[imported]
	switch {
	case !ok:
		return "it has no floor, so it is not below"
	case other < floor, slices.Contains(plan.Beside[subject(dir)], imported):
		return ""
	case dir != subject(dir) && imported == subject(dir):
		return "" // a suite imports what it tests
	default:
		return fmt.Sprintf("floor %d may not import floor %d", floor, other)
	}
}

// Contradictions lists the neighbours that may import each other both ways, and
// exceptions for packages that need none or do not exist in the table.
func (plan Plan) Contradictions() []string {
	var out []string
	for dir, others := range plan.Beside {
		for _, o := range others {
			a, okA := plan.Floors[dir]
			b, okB := plan.Floors[o]
			if !okA || !okB || a != b {
				out = append(out, fmt.Sprintf("%s beside %s: not two packages of one floor", dir, o))
			}
			if slices.Contains(plan.Beside[o], dir) {
				out = append(out, fmt.Sprintf("%s and %s may import each other", dir, o))
			}
		}
	}
	slices.Sort(out)
	return out
}

// subject returns the package that a conformance suite tests, and any other folder
// as it is.
func subject(dir string) string {
	parent := path.Dir(dir)
	if path.Base(dir) == path.Base(parent)+"test" {
		return parent
	}
	return dir
}

func isStandard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".")
}

func within(imported, module string) bool {
	return imported == module || strings.HasPrefix(imported, module+"/")
}
