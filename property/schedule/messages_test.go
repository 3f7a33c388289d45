package schedule_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/schedule"
)

// TestMessages: every text of the package, rule or label, has its own key and is said in both languages with all its
// arguments.
func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, schedule.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	seen := map[string]bool{}
	for _, text := range schedule.Texts() {
		id, english := text.Text.ID(), text.Text.English()
		require.True(t, strings.HasPrefix(id, "schedule/"), id)
		require.False(t, seen[id], id)
		seen[id] = true
		var args []any
		for i := 1; strings.Contains(english, "%["+strconv.Itoa(i)+"]s"); i++ {
			args = append(args, "«"+strconv.Itoa(i)+"»")
		}
		said, chinese := en.Sprintf(message.Key(id, "")), zh.Sprintf(message.Key(id, ""))
		if len(args) > 0 {
			said, chinese = en.Sprintf(message.Key(id, ""), args...), zh.Sprintf(message.Key(id, ""), args...)
		}
		require.NotEmpty(t, said, id)
		require.True(t, hasHan(chinese), "%s: %s", id, chinese)
		for _, line := range []string{said, chinese} {
			require.NotContains(t, line, "%!", id)
			for _, arg := range args {
				require.Contains(t, line, arg, id)
			}
		}
	}
	require.True(t, seen[schedule.ErrTwice.ID()])
	require.True(t, seen["schedule/in-time"], "labels too")
}
