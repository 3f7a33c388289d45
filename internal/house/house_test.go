package house_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/house"
)

const module = "example.org/estate"

// load writes files into a new folder and reads them as the module.
func load(t *testing.T, files map[string]string) *house.Tree {
	t.Helper()
	tree, err := house.Load(write(t, files), module)
	require.NoError(t, err)
	return tree
}

func write(t *testing.T, files map[string]string) (root string) {
	t.Helper()
	root = t.TempDir()
	for name, text := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	return root
}

// wantLines compares problems with wanted parts of them, one by one and in order.
func wantLines(t *testing.T, got, want []string) {
	t.Helper()
	require.Len(t, got, len(want), "%s", strings.Join(got, "\n"))
	for i := range want {
		require.Contains(t, got[i], want[i])
	}
}

func TestImports(t *testing.T) {
	plan := house.Plan{
		Floors:   map[string]int{"core/date": 0, "core/money": 0, "core": 1, "core/flow": 1, "dept": 2, "dept/meter": 2},
		Beside:   map[string][]string{"core/money": {"core/date"}, "dept": {"dept/meter"}},
		Foreign:  []string{"example.com/decimal"},
		Folders:  []string{"core", "dept"},
		Internal: "internal",
	}
	tests := []struct {
		name, file, pkg, imports string
		want                     []string
	}{
		{"lower floor", "core/a.go", "core", module + "/core/money", nil},
		{"higher floor", "core/money/a.go", "money", module + "/core", []string{"floor 0 may not import floor 1"}},
		{"neighbour", "core/flow/a.go", "flow", module + "/core", []string{"floor 1 may not import floor 1"}},
		{"neighbour beside", "core/money/a.go", "money", module + "/core/date", nil},
		{"neighbour beside, backwards", "core/date/a.go", "date", module + "/core/money", []string{"floor 0 may not import floor 0"}},
		{"department and subpackage", "dept/a.go", "dept", module + "/dept/meter", nil},
		{"subpackage and department", "dept/meter/a.go", "meter", module + "/dept", []string{"floor 2 may not import floor 2"}},
		{"test inside the package", "core/money/a_test.go", "money", module + "/core", []string{"core/money/a_test.go"}},
		{"external test", "core/money/a_test.go", "money_test", module + "/core", nil},
		{"internal", "core/a.go", "core", module + "/internal/golden", []string{"only tests may import internal/"}},
		{"internal in a test", "core/a_test.go", "core", module + "/internal/golden", nil},
		{"internal in an adapter", "adapters/csv/a.go", "csv", module + "/internal/golden", []string{"only tests"}},
		{"adapter", "adapters/csv/a.go", "csv", module + "/dept", nil},
		{"core imports adapter", "core/a.go", "core", module + "/adapters/csv", []string{"it has no floor"}},
		{"suite imports its subject", "dept/depttest/a.go", "depttest", module + "/dept", nil},
		{"suite imports a neighbour of its subject", "core/coretest/a.go", "coretest", module + "/core/flow", []string{"floor 1 may not"}},
		{"standard library", "core/a.go", "core", "go/ast", nil},
		{"allowed module", "core/a.go", "core", "example.com/decimal/v2", nil},
		{"other module", "core/a.go", "core", "example.com/decimals", []string{"may import only example.com/decimal"}},
		{"no floor", "core/extra/a.go", "extra", "fmt", []string{"core/extra: the table has no floor"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tree := load(t, map[string]string{tt.file: "package " + tt.pkg + "\n\nimport _ \"" + tt.imports + "\"\n"})
			wantLines(t, tree.Imports(plan), tt.want)
		})
	}
}

func TestContradictions(t *testing.T) {
	plan := house.Plan{
		Floors: map[string]int{"a": 0, "b": 0, "c": 1},
		Beside: map[string][]string{"a": {"b", "c"}, "b": {"a"}},
	}
	wantLines(t, plan.Contradictions(), []string{"a and b may import each other", "a beside c: not two", "b and a may import"})
}

func TestImpure(t *testing.T) {
	tree := load(t, map[string]string{"core/a.go": `package core

import (
	"fmt"
	"net/http"
	clock "time"
)

var cache = map[string]int{}

var _ fmt.Stringer = value(0)

type value int

func (value) String() string { return clock.Now().String() + http.MethodGet }

func init() { var local int; _ = local }
`, "core/a_test.go": "package core\n\nimport \"os\"\n\nvar x = os.Args\n"})
	got := tree.Impure(tree.Packages, house.Purity{Packages: []string{"net", "os"}, Selectors: []string{"time.Now"}})
	wantLines(t, got, []string{"core/a.go:9: package state: cache", "a.go:17: package state: init", "a.go:5: imports net/http", "a.go:15: uses time.Now"})
}

// TestImpureHides: what neither an import nor a selector shows.
func TestImpureHides(t *testing.T) {
	tree := load(t, map[string]string{"core/a.go": `package core

import . "time"

func Later(f func()) Time {
	go f()
	defer func() { go func() {}() }()
	return Now()
}
`})
	got := tree.Impure(tree.Packages, house.Purity{Selectors: []string{"time.Now"}})
	wantLines(t, got, []string{"core/a.go:3: dot import of time", "core/a.go:6: starts a goroutine", "core/a.go:7: starts a goroutine"})
	wantLines(t, tree.Leaks(tree.Packages, "time"), []string{"core/a.go:3: dot import of time"})
	require.Empty(t, tree.Leaks(tree.Packages, "example.com/date/v2"))
}

func TestNames(t *testing.T) {
	tree := load(t, map[string]string{"core/a.go": `package core

type (
	BillingService struct{}
	helpers        struct{}
	Servicing      struct{} // no banned word
	Database       struct{} // one word
)

func GetTotal() int         { return 0 }
func (BillingService) getX() {}
func Getaway()              {}
`})
	wantLines(t, tree.Names(tree.Packages), []string{"BillingService", "helpers", "GetTotal", "getX"})
}

func TestLeaks(t *testing.T) {
	const dates = "example.com/date/v2"
	tests := []struct {
		name, code string
		want       []string
	}{
		{"parameter", "func F(d date.Date) {}", []string{"F shows Date"}},
		{"result in a list", "func F() map[string][]date.Date { return nil }", []string{"F shows"}},
		{"method", "type T int\n\nfunc (T) F() date.Date { return 0 }", []string{"F shows"}},
		{"method nobody can name", "type t int\n\nfunc (t) F() date.Date { return 0 }", nil},
		{"method of a generic type", "type T[X any] int\n\nfunc (*T[X]) F() date.Date { return 0 }", []string{"F shows"}},
		{"exported field", "type T struct{ D *date.Date }", []string{"T.D shows"}},
		{"embedded", "type T struct{ date.Date }", []string{"T shows"}},
		{"hidden field", "type T struct{ d date.Date }", nil},
		{"method of an interface", "type T interface{ F() date.Date }", []string{"T shows"}},
		{"definition", "type T date.Date", []string{"T shows"}},
		{"definition that may", "type Date date.Date", nil},
		{"alias", "type t = date.Date", []string{"t shows"}},
		{"constant", "const C date.Date = 1", []string{"C shows"}},
		{"inside a function", "func F() { _ = date.Today() }", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tree := load(t, map[string]string{"core/a.go": "package core\n\nimport \"" + dates + "\"\n\n" + tt.code + "\n"})
			wantLines(t, tree.Leaks(tree.Packages, dates, "core.Date"), tt.want)
		})
	}
}

func TestAPI(t *testing.T) {
	tree := load(t, map[string]string{"core/a.go": `package core

import "example.org/estate/property/invalid"

// Kind is an enumeration.
type Kind uint8

const (
	First Kind = iota + 1
	Second
	hidden
)

const (
	Limit         = 1 << 4
	ErrX  invalid.RuleError = "core/x: x"
)

type List[T any] []T

type Doc struct {
	A, B string ` + "`json:\"a\"`" + `
	c    int
	Walk func(name string, depth int) error
}

type Port interface {
	Save(ctx string, docs ...Doc) (n int, err error)
	hidden()
}

func (l List[T]) Len() int { return len(l) }

func (d *Doc) Set(a, b string) {}

func (k Kind) lower() {}

func Map[K comparable, V any](m map[K]V, f func(k K, v V) bool) (out map[K]V, err error) { return nil, nil }
`, "core/a_test.go": "package core\n\nfunc Exported() {}\n"})
	require.Equal(t, `pkg core, const ErrX invalid.RuleError
pkg core, const First Kind
pkg core, const Limit = 1 << 4
pkg core, const Second Kind
pkg core, func Map[K comparable, V any](map[K]V, func(K, V) bool) (map[K]V, error)
pkg core, method (*Doc) Set(string, string)
pkg core, method (List[T]) Len() int
pkg core, type Doc struct
pkg core, type Doc struct, A string `+"`json:\"a\"`"+`
pkg core, type Doc struct, B string `+"`json:\"a\"`"+`
pkg core, type Doc struct, Walk func(string, int) error
pkg core, type Kind uint8
pkg core, type List[T any] []T
pkg core, type Port interface
pkg core, type Port interface, Save(string, ...Doc) (int, error)
`, string(tree.API(tree.Packages[0])))
}

func TestLoadLeavesOut(t *testing.T) {
	tree := load(t, map[string]string{
		"a.go":               "package estate",
		"core/a.go":          "package core",
		"core/testdata/a.go": "no Go at all",
		".git/a.go":          "no Go at all",
		"nested/go.mod":      "module x",
		"nested/a.go":        "no Go at all",
	})
	require.Len(t, tree.Packages, 2)
}

func TestLoadReportsBrokenSource(t *testing.T) {
	_, err := house.Load(write(t, map[string]string{"core/a.go": "package"}), module)
	require.ErrorContains(t, err, "a.go")
}
