package stock_test

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

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/stock"
)

// TestMessages: every rule and label is written in both languages, with all its arguments.
func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, stock.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	require.Len(t, b.Languages(), 2)
	ids := map[string]bool{}
	for _, text := range stock.Translations() {
		id := text.Text.ID()
		require.False(t, ids[id], "%s stands for two texts", id)
		ids[id] = true
		require.True(t, strings.HasPrefix(id, "stock/"), id)
		args := []any{"«1»", "«2»", "«3»", "«4»", "«5»", "«6»"}[:strings.Count(text.Text.English(), "%[")]
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
	for _, text := range stock.Translations() {
		ids[text.Text.ID()] = true
	}
	found := 0
	for _, file := range []string{"messages.go", "why.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && strings.HasPrefix(lit.Value, `"stock/`) {
				id, _, _ := strings.Cut(strings.Trim(lit.Value, `"`), ": ")
				require.True(t, ids[id], id)
				found++
			}
			return true
		})
	}
	require.Equal(t, len(ids), found)
}

// TestProblemInChinese: what a replay refuses is told in Chinese, with the kind of the move.
func TestProblemInChinese(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, stock.Messages(b))
	require.NoError(t, invalid.Messages(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	_, err := newStore(t, estate()).Replay(numbered(received("03-01", "bulb", "4 pc"), issued("03-02", "bulb", "5 pc"), returned("03-03", "bulb", "1 pc", 1)), d("03-31"))
	var all *invalid.Error
	require.ErrorAs(t, err, &all)
	require.Equal(t, "moves：2 个问题\n"+
		`  moves[1].quantity: 2026-03-02 "store" 的 "bulb" 只有 4 pc，不足 5 pc`+"\n"+
		`  moves[2].of: 第 1 号出入库单的类型是 入库；只有领用的才能退库`, all.Text(zh))
}
