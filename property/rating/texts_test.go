package rating_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/rating"
)

// TestTexts: every rule and every label has a key of its own and a Chinese text with the same arguments.
func TestTexts(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, rating.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	keys := map[string]bool{}
	for _, text := range rating.Texts() {
		id := text.Text.ID()
		require.True(t, strings.HasPrefix(id, "rating/"), id)
		require.False(t, keys[id], "%s stands twice", id)
		keys[id] = true
		args := []any{"«1»", "«2»", "«3»", "«4»"}[:strings.Count(text.Text.English(), "%[")]
		for _, p := range []*message.Printer{en, zh} {
			got := p.Sprintf(message.Key(id, "¿?"), args...)
			require.NotContains(t, got, "¿?")
			require.NotContains(t, got, "%!", id)
			for i, arg := range args {
				asked := strings.Contains(text.Text.English(), "%["+string(rune('1'+i))+"]s")
				require.True(t, asked, id)
				require.Contains(t, got, arg, id)
			}
		}
		got := zh.Sprintf(message.Key(id, "¿?"), args...)
		require.True(t, strings.ContainsFunc(got, func(r rune) bool { return unicode.Is(unicode.Han, r) }), got)
	}
}
