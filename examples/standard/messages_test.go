package main

import (
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// TestMessages: every text renders in both languages, with all its arguments.
func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.Chinese, message.Catalog(b))
	bare := strings.NewReplacer("]s", "")
	seen := map[string]bool{}
	for _, text := range texts() {
		id, english := text.Text.ID(), text.Text.English()
		require.True(t, strings.HasPrefix(id, "contract/"), id)
		require.False(t, seen[id], "%s twice", id)
		seen[id] = true
		marks := []string{"«1»", "«2»", "«3»", "«4»", "«5»", "«6»", "«7»", "«8»", "«9»"}[:strings.Count(english, "%[")]
		var args []any
		want := english
		for i, mark := range marks {
			want = strings.ReplaceAll(want, "%["+strconv.Itoa(i+1)+"]s", mark)
			args = append(args, mark)
		}
		require.Equal(t, want, en.Sprintf(message.Key(id, "absent"), args...))
		chinese := zh.Sprintf(message.Key(id, "absent"), args...)
		if strings.ContainsFunc(bare.Replace(english), unicode.IsLetter) { // else it is nothing but punctuation
			require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), id)
		}
		require.NotContains(t, chinese, "%!", id)
		for _, mark := range marks {
			require.Contains(t, chinese, mark, id)
		}
	}
	require.Greater(t, len(seen), 30)
}
