package csv_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property/invalid"
)

func TestMessagesInBothLanguages(t *testing.T) {
	en, zh := printer(t, language.English), printer(t, language.Chinese)
	keys := csv.Keyed()
	require.NotEmpty(t, keys)
	for _, key := range keys {
		args := []string{"A1", "B2", "C3", "D4", "E5"}
		e := invalid.FieldError{Rule: invalid.RuleError(key), Args: args}
		for _, text := range []string{e.Text(en), e.Text(zh)} {
			require.NotContains(t, strings.ReplaceAll(text, "%!(EXTRA", "("), "%!", key)
			require.NotContains(t, text, key)
		}
		require.True(t, strings.ContainsFunc(e.Text(zh), func(r rune) bool { return unicode.Is(unicode.Han, r) }), key)
	}
}

// Cells without a header and rows as a whole have their own sentences.
func TestBadCellText(t *testing.T) {
	problem := &invalid.FieldError{Path: "unit.area", Rule: csv.ErrNumber, Args: []string{`"x"`}}
	zh := printer(t, language.Chinese)
	const what = `"x" 不是数字（如 1234.50 或 1,234.50）`
	for want, c := range map[string]csv.BadCell{
		"第 7 行第 3 列（面积）：" + what: {Line: 7, Column: 3, Header: "面积", Problem: problem},
		"第 7 行第 3 列：" + what:     {Line: 7, Column: 3, Problem: problem},
		"第 7 行：" + what:          {Line: 7, Problem: problem},
	} {
		require.Equal(t, want, c.Text(zh))
	}
}
