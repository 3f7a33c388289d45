package wuye_test

import (
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/house"
	"github.com/wuyekit/wuye/internal/rules"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/standard"
)

// shippedClauses are the IDs of the clauses in the standards that property/standard ships; their rows in the table have
// them for a home.
func shippedClauses() map[string]bool {
	ids := map[string]bool{}
	for _, s := range []standard.Standard{standard.Sample(), standard.Assessment()} {
		for _, c := range s.Clauses {
			ids[c.ID] = true
		}
	}
	return ids
}

// provedClauses are the IDs of the clauses whose standard has proofs beside it, all of which standardtest runs.
func provedClauses() map[string]bool {
	ids := map[string]bool{}
	for _, s := range []standard.Standard{standard.Sample(), standard.Assessment()} {
		for _, c := range s.Clauses {
			ids[c.ID] = len(c.Proofs) > 0
		}
	}
	return ids
}

// TestRuleTableHomes: what the table names as a home is there.
func TestRuleTableHomes(t *testing.T) {
	tree := load(t)
	set, err := metric.Compile(metric.China())
	require.NoError(t, err)
	shipped := shippedClauses()
	there := map[rules.Target]func(rules.Ref) bool{
		rules.ToSymbol: func(r rules.Ref) bool { return hasSymbol(tree, r) },
		rules.ToMetric: func(r rules.Ref) bool {
			_, ok := set.Definition(r.Name)
			return ok
		},
		rules.ToPromise: func(r rules.Ref) bool {
			_, ok := sla.Profile(r.Name)
			return ok
		},
		rules.ToClause: func(r rules.Ref) bool { return shipped[r.Name] },
		rules.ToRule:   func(rules.Ref) bool { return true }, // the table itself looks
	}
	require.True(t, there[rules.ToSymbol](rules.Ref{To: rules.ToSymbol, Name: "property.Register.Occupancy"}))
	require.False(t, there[rules.ToSymbol](rules.Ref{To: rules.ToSymbol, Name: "property.Register.Vacuity"}))
	for _, r := range ruleTable(t).Rules() {
		for _, h := range r.Home {
			if !there[h.To](h) {
				t.Errorf("%s: its home %s is not there", r.ID, h)
			}
		}
		clause := rules.Ref{To: rules.ToClause, Name: r.ID}
		if shipped[r.ID] && !slices.Contains(r.Home, clause) {
			t.Errorf("%s: a standard ships it, and the table does not say so", r.ID)
		}
		delete(shipped, r.ID)
	}
	require.Empty(t, shipped, "clauses that are no rules")
}

// TestRuleTableProofs: what the table names as a proof is there.
func TestRuleTableProofs(t *testing.T) {
	tree := load(t)
	require.True(t, hasTest(tree, rules.Ref{To: rules.ToTest, Name: "billing.TestRules/BILL-05"}))
	require.False(t, hasTest(tree, rules.Ref{To: rules.ToTest, Name: "billing.TestRules/BILL-10"}))
	require.False(t, hasTest(tree, rules.Ref{To: rules.ToTest, Name: "billing.TestRuled"}))
	proved := provedClauses()
	there := map[rules.Target]func(rules.Ref) bool{
		rules.ToVector: func(r rules.Ref) bool {
			_, err := os.Stat(filepath.Join("testdata", "vectors", r.Name+".json"))
			return err == nil
		},
		rules.ToTest:     func(r rules.Ref) bool { return hasTest(tree, r) },
		rules.ToStandard: func(r rules.Ref) bool { return proved[r.Name] },
	}
	for _, r := range ruleTable(t).Rules() {
		for _, p := range r.Proof {
			if !there[p.To](p) {
				t.Errorf("%s: its proof %s is not there", r.ID, p)
			}
			_, name := p.Symbol()
			if _, of, isCase := strings.Cut(name, "/"); isCase && of != r.ID {
				t.Errorf("%s: its proof %s is of another rule", r.ID, p)
			}
		}
	}
}

// hasSymbol reports whether a package has an exported name: a type, function or constant, a method or a field.
func hasSymbol(tree *house.Tree, r rules.Ref) bool {
	dir, name := r.Symbol()
	i := slices.IndexFunc(tree.Packages, func(p *house.Package) bool { return p.Dir == dir })
	if i < 0 {
		return false
	}
	of, member, isMember := strings.Cut(name, ".")
	begins := []string{"type " + name + " ", "func " + name + "(", "const " + name + " ", "type " + name + "[", "func " + name + "["}
	if isMember {
		begins = []string{"type " + of + " struct, " + member + " ", "method (" + of + ") " + member + "(", "method (*" + of + ") " + member + "("}
	}
	for line := range strings.Lines(string(tree.API(tree.Packages[i]))) {
		line = strings.TrimPrefix(line, "pkg "+dir+", ")
		if slices.ContainsFunc(begins, func(begin string) bool { return strings.HasPrefix(line, begin) }) {
			return true
		}
	}
	return false
}

// hasTest reports whether a package has a test, and its file the name of the case.
func hasTest(tree *house.Tree, r rules.Ref) bool {
	dir, name := r.Symbol()
	name, sub, isCase := strings.Cut(name, "/")
	for _, p := range tree.Packages {
		if p.Dir != dir {
			continue
		}
		for _, f := range p.Tests {
			if slices.ContainsFunc(f.Decls, isFunc(name)) && (!isCase || texts(f)[sub]) {
				return true
			}
		}
	}
	return false
}

func isFunc(name string) func(ast.Decl) bool {
	return func(d ast.Decl) bool {
		f, ok := d.(*ast.FuncDecl)
		return ok && f.Recv == nil && f.Name.Name == name
	}
}

// texts are the string literals of a file.
func texts(f *house.File) map[string]bool {
	out := map[string]bool{}
	ast.Inspect(f.File, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				out[text] = true
			}
		}
		return true
	})
	return out
}
