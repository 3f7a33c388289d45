package house_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/house"
)

func TestModules(t *testing.T) {
	root := write(t, map[string]string{
		"go.mod":          "module example.org/m // the root\n\ngo 1.26.0\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/b v0.2.0 // indirect\n)\n",
		"x/go.mod":        "module example.org/m/x\ngo 1.26.0\nrequire example.org/m v0.0.0\nreplace example.org/m v0.0.0 => ../\n",
		"testdata/go.mod": "module ignored",
	})
	got, err := house.Modules(root)
	require.NoError(t, err)
	require.Len(t, got, 2)
	require.Equal(t, "example.org/m", got[0].Path)
	require.Equal(t, "1.26.0", got[0].Go)
	require.Equal(t, map[string]string{"example.com/a": "v1.0.0"}, got[0].Direct)
	require.Equal(t, map[string]string{"example.com/b": "v0.2.0"}, got[0].Indirect)
	require.Equal(t, "x", got[1].Dir)
	require.Equal(t, map[string]string{"example.org/m": "../"}, got[1].Replace)
}

func TestReplacements(t *testing.T) {
	const (
		rootModule = "module m\n"
		sqlModule  = "module m/sql\nreplace m => ../\n"
		sqlImports = "package sql\n\nimport _ \"m/core\"\n"
	)
	tests := []struct {
		name, mod, imports string
		want               []string
	}{
		{"all there, and the import's own imports", "replace m => ../..\nreplace m/sql => ../../sql\n", "m/sql/driver", nil},
		{"of an import's import", "replace m/sql => ../../sql\n", "m/sql", []string{"no replace line for m"}},
		{"of an import", "replace m => ../..\n", "m/sql", []string{"no replace line for m/sql"}},
		{"in vain", "replace m => ../..\nreplace m/sql => ../../sql\n", "m/core", []string{"replaces m/sql, which nothing there imports"}},
		{"wrong folder", "replace m => ..\n", "m/core", []string{"want folder ."}},
		{"stranger", "replace z => ../..\n", "fmt", []string{"not of this repository"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := write(t, map[string]string{
				"go.mod": rootModule, "core/a.go": "package core",
				"sql/go.mod": sqlModule, "sql/a.go": sqlImports,
				"x/y/go.mod": "module m/x/y\n" + tt.mod, "x/y/a_test.go": "package y\n\nimport _ \"" + tt.imports + "\"\n",
			})
			modules, err := house.Modules(root)
			require.NoError(t, err)
			wantLines(t, house.Replacements(modules), tt.want)
		})
	}
}

func TestReadWorkspace(t *testing.T) {
	root := write(t, map[string]string{"go.work": "go 1.26.0\n\nuse (\n\t.\n\t./examples // whole programs\n)\nuse ./adapters/xlsx\n"})
	got, err := house.ReadWorkspace(filepath.Join(root, "go.work"))
	require.NoError(t, err)
	require.Equal(t, house.Workspace{Go: "1.26.0", Use: []string{".", "adapters/xlsx", "examples"}}, got)
}
