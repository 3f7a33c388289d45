package wuye_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/internal/house"
)

// The house, as DESIGN 2 draws it. The golden files of this test are written anew
// with
//
//	go test -run 'TestRules|TestAPI' . -update

const modulePath = "github.com/wuyekit/wuye"

// core are the top-level folders whose packages perform no I/O.
func core() []string { return []string{"property", "billing", "maintenance", "security", "cleaning"} }

// plan says who may import whom. A package that is not in it does not belong.
func plan() house.Plan {
	return house.Plan{
		Folders:  core(),
		Internal: "internal",
		Foreign:  []string{"github.com/shopspring/decimal", "github.com/rickb777/date/v2", "golang.org/x/text"},
		Floors: map[string]int{
			"property/invalid": 0, "property/explain": 0, "property/money": 0, "property/civil": 0,
			"property/measure": 0, "property/policy": 0, "property/metric": 0,

			"property/worktime": 1, "property/flow": 1, "property/stock": 1,

			"property/schedule": 2, "property/sla": 2, "property/rating": 2, "property/finding": 2,

			"property": 3, "property/standard": 3,

			"property/customer": 4, "property/staff": 4, "property/assembly": 4, "property/archive": 4,
			"property/rental": 4, "property/event": 4,

			"billing": 5, "billing/formula": 5, "billing/meter": 5, "billing/parking": 5,
			"billing/receivable": 5, "billing/fund": 5, "billing/posting": 5,
			"maintenance": 5,
			"security":    5, "security/fire": 5, "security/emergency": 5,
			"cleaning": 5, "cleaning/greening": 5,
		},
		Beside: map[string][]string{
			"property/civil":   {"property/invalid"},
			"property/explain": {"property/invalid", "property/civil"},
			"property/money":   {"property/invalid", "property/civil"},
			"property/measure": {"property/invalid", "property/civil"},
			"property/policy":  {"property/invalid", "property/civil"},
			"property/metric":  {"property/invalid", "property/civil"},

			// A run bills by formulas and readings; debts, funds and postings begin
			// with its bills. Parking is a pure function that neither knows.
			"billing":            {"billing/formula", "billing/meter"},
			"billing/receivable": {"billing"},
			"billing/fund":       {"billing"},
			"billing/posting":    {"billing"},

			"security/fire":      {"security"},
			"security/emergency": {"security"},
			"cleaning/greening":  {"cleaning"},
		},
	}
}

// workspace are the modules that go test work tests: the root, the examples, and
// the adapters whose dependencies are light.
func workspace() []string { return []string{".", "examples"} }

func load(t *testing.T) *house.Tree {
	t.Helper()
	tree, err := house.Load(".", modulePath)
	require.NoError(t, err)
	require.NotEmpty(t, tree.Below(core()...))
	return tree
}

func report(t *testing.T, problems []string) {
	t.Helper()
	for _, p := range problems {
		t.Error(p)
	}
}

func TestFloors(t *testing.T) {
	report(t, plan().Contradictions())
	report(t, load(t).Imports(plan()))
}

func TestCoreIsPure(t *testing.T) {
	tree := load(t)
	report(t, tree.Impure(tree.Below(core()...), house.Purity{
		Packages: []string{"os", "io/ioutil", "syscall", "plugin", "log", "net", "database/sql", "math/rand", "crypto/rand", modulePath + "/adapters"},
		Selectors: []string{
			"time.Now", "time.Since", "time.Until", "time.Local", "time.LoadLocation",
			"time.Sleep", "time.After", "time.AfterFunc", "time.Tick", "time.NewTicker", "time.NewTimer",
			"fmt.Print", "fmt.Printf", "fmt.Println",
		},
	}))
}

func TestNames(t *testing.T) {
	tree := load(t)
	report(t, tree.Names(tree.Below(append(core(), "adapters")...)))
}

// TestDatesStayInside keeps the date library replaceable: only civil.Date is
// defined by it.
func TestDatesStayInside(t *testing.T) {
	tree := load(t)
	report(t, tree.Leaks(tree.Below(append(core(), "adapters")...), "github.com/rickb777/date/v2", "property/civil.Date"))
}

// TestRules lists every rule and label for good: an identifier is retired, never
// used again.
func TestRules(t *testing.T) {
	tree := load(t)
	all, problems := tree.Texts(tree.Packages)
	report(t, problems)
	report(t, house.Faults(all))
	var list bytes.Buffer
	for _, k := range all {
		fmt.Fprintf(&list, "%s %s\n", k.ID, map[string]string{"RuleError": "rule", "Label": "label"}[k.Type])
	}
	golden.Check(t, "testdata/rules.golden", list.Bytes())
}

// TestAPI lists what users can call, so that a change of it is seen.
func TestAPI(t *testing.T) {
	tree := load(t)
	known := map[string]bool{}
	for _, p := range tree.Below(append(core(), "adapters")...) {
		if len(p.Files) == 0 {
			continue
		}
		file := filepath.Join("testdata", "api", filepath.FromSlash(p.Dir)+".golden")
		known[file] = true
		golden.Check(t, file, tree.API(p))
	}
	for _, file := range goldens(t) {
		if known[file] {
			continue
		}
		if golden.Updating() {
			require.NoError(t, os.Remove(file))
			continue
		}
		t.Errorf("%s: there is no such package any more", file)
	}
}

func goldens(t *testing.T) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(filepath.Join("testdata", "api"), func(path string, _ fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".golden" {
			out = append(out, path)
		}
		return err
	})
	require.NoError(t, err)
	return out
}

func TestModules(t *testing.T) {
	modules, err := house.Modules(".")
	require.NoError(t, err)
	work, err := house.ReadWorkspace("go.work")
	require.NoError(t, err)

	require.Equal(t, slices.Sorted(slices.Values(workspace())), work.Use)
	report(t, house.Replacements(modules))
	for _, m := range modules {
		want := modulePath
		if m.Dir != "." {
			want += "/" + m.Dir
		}
		require.Equal(t, want, m.Path, "module of folder %s", m.Dir)
		require.Equal(t, work.Go, m.Go, "go directive of %s/go.mod", m.Dir)
	}
}

// TestRequirements keeps the root module small: every user of the core inherits
// what stands here.
func TestRequirements(t *testing.T) {
	allowed := map[string]string{ // "" is any version
		"github.com/shopspring/decimal": "v1.6.0",
		"github.com/rickb777/date/v2":   "v2.1.8",
		"golang.org/x/text":             "",
		"github.com/stretchr/testify":   "",
		"github.com/google/go-cmp":      "",
	}
	modules, err := house.Modules(".")
	require.NoError(t, err)
	root := modules[slices.IndexFunc(modules, func(m *house.Module) bool { return m.Dir == "." })]
	for path, version := range root.Direct {
		want, ok := allowed[path]
		if !ok || want != "" && want != version {
			t.Errorf("go.mod requires %s %s; allowed: %s", path, version, strings.Join(slices.Sorted(maps.Keys(allowed)), ", "))
		}
	}
	for path, version := range allowed {
		if got := root.Direct[path]; version != "" && got != version {
			t.Errorf("go.mod requires %s %q, want %s", path, got, version)
		}
	}
	require.Empty(t, root.Replace, "replace lines of the root do not reach its users")
}
