package finding_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/finding"
)

// TestMessages: every rule and label is written in both languages, with all its arguments.
func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, finding.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	require.Len(t, b.Languages(), 2)
	ids := map[string]bool{}
	for _, text := range finding.Translations() {
		id := text.Text.ID()
		require.False(t, ids[id], "%s stands for two texts", id)
		ids[id] = true
		require.True(t, strings.HasPrefix(id, "finding/"), id)
		args := []any{"«1»", "«2»", "«3»", "«4»"}[:strings.Count(text.Text.English(), "%[")]
		english, chinese := en.Sprintf(message.Key(id, ""), args...), zh.Sprintf(message.Key(id, ""), args...)
		require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), chinese)
		for _, got := range []string{english, chinese} {
			require.NotContains(t, got, "%!", id)
			for _, arg := range args {
				require.Contains(t, got, arg, id)
			}
		}
	}
}

// TestEveryTextIsRegistered: no constant of the sources is without its translation.
func TestEveryTextIsRegistered(t *testing.T) {
	ids := map[string]bool{}
	for _, text := range finding.Translations() {
		ids[text.Text.ID()] = true
	}
	found := 0
	for _, file := range []string{"messages.go", "why.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && strings.HasPrefix(lit.Value, `"finding/`) {
				id, _, _ := strings.Cut(strings.Trim(lit.Value, `"`), ": ")
				require.True(t, ids[id], id)
				found++
			}
			return true
		})
	}
	require.Equal(t, len(ids), found)
}
