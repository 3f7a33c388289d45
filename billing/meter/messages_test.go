package meter_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// keys are the texts of all constants of a type in messages.go.
func keys(t *testing.T, typeName string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "messages.go", nil, 0)
	require.NoError(t, err)
	var out []string
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != 1 {
			return true
		}
		if s, ok := v.Type.(*ast.SelectorExpr); ok && s.Sel.Name == typeName {
			lit, ok := v.Values[0].(*ast.BasicLit)
			require.True(t, ok, v.Names[0].Name)
			text, err := strconv.Unquote(lit.Value)
			require.NoError(t, err)
			out = append(out, text)
		}
		return true
	})
	return out
}

func han(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, meter.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	marks := []string{"«1»", "«2»", "«3»", "«4»", "«5»", "«6»", "«7»"}

	rules, labels := keys(t, "RuleError"), keys(t, "Label")
	require.Len(t, rules, 49)
	require.Len(t, labels, 17)
	for _, text := range rules {
		rule := invalid.RuleError(text)
		args := marks[:strings.Count(text, "%[")]
		problem := &invalid.FieldError{Rule: rule, Args: args}
		require.Equal(t, problem.Error(), problem.Text(en), rule.ID())
		chinese := problem.Text(zh)
		require.True(t, han(chinese), chinese)
		for _, text := range []string{problem.Text(en), chinese} {
			require.NotContains(t, text, "%!")
			for _, arg := range args {
				require.Contains(t, text, arg, rule.ID())
			}
		}
	}
	for _, text := range labels {
		label := explain.Label(text)
		args := marks[:strings.Count(text, "%[")]
		step := explain.Given(label, explain.Decimal("1", ""), args...)
		english, chinese := explain.Text(en, step), explain.Text(zh, step)
		require.NotEqual(t, english, chinese)
		require.True(t, han(chinese), label.ID())
		for _, text := range []string{english, chinese} {
			require.NotContains(t, text, "%!")
			for _, arg := range args {
				require.Contains(t, text, arg, label.ID())
			}
		}
	}
}

// TestWordsInChinese: the words of enumerations and of what was checked, where they stand in messages.
func TestWordsInChinese(t *testing.T) {
	zh, err := explain.NewPrinter(language.SimplifiedChinese, meter.Messages, invalid.Messages)
	require.NoError(t, err)
	for _, s := range []fmt.Stringer{meter.Manual, meter.Remote, meter.Estimated, meter.Read, meter.Unread, meter.Absent} {
		problem := &invalid.FieldError{Rule: invalid.ErrRequired, Args: []string{s.String()}}
		require.NotContains(t, problem.Text(zh), s.String())
	}
	_, err = meter.Compile([]meter.Meter{{}}, nil)
	var problem *invalid.Error
	require.ErrorAs(t, err, &problem)
	require.Contains(t, problem.Text(zh), "表计")
}
