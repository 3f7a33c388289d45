package standard_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/standard"
)

// TestMessages: every text of the package, rule or label, has its own key and is said in both languages with all its
// arguments.
func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, standard.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	seen := map[string]bool{}
	for _, text := range standard.Texts() {
		id, english := text.Text.ID(), text.Text.English()
		require.True(t, strings.HasPrefix(id, "standard/"), id)
		require.False(t, seen[id], "%s stands twice", id)
		seen[id] = true
		var args []any
		for i := 1; strings.Contains(english, "%["+strconv.Itoa(i)+"]s"); i++ {
			args = append(args, "«"+strconv.Itoa(i)+"»")
		}
		said, chinese := en.Sprintf(message.Key(id, ""), args...), zh.Sprintf(message.Key(id, ""), args...)
		require.NotEmpty(t, said, id)
		for _, line := range []string{said, chinese} {
			require.NotContains(t, line, "%!", id)
			for _, arg := range args {
				require.Contains(t, line, arg, id)
			}
		}
		if id != "standard/reason-with" { // two of which one is said in Chinese itself
			require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), "%s: %s", id, chinese)
		}
	}
	require.True(t, seen[standard.ErrOpposed.ID()])
	require.True(t, seen["standard/verdict"], "labels too")
}

func printers(tb testing.TB) (en, zh *message.Printer) {
	tb.Helper()
	en, err := explain.NewPrinter(language.English, standard.Messages)
	require.NoError(tb, err)
	zh, err = explain.NewPrinter(language.Chinese, standard.Messages)
	require.NoError(tb, err)
	return en, zh
}

// TestReasonsAreSaid: every code is said in both languages, with every operand, however many it has.
func TestReasonsAreSaid(t *testing.T) {
	en, zh := printers(t)
	codes := 0
	for c := standard.Code(1); !strings.HasPrefix(c.String(), "Code("); c++ {
		codes++
		for n := range 9 {
			r := standard.Reason{Code: c}
			for i := range n {
				r.Args = append(r.Args, "<"+strconv.Itoa(i)+">")
			}
			for _, p := range []*message.Printer{en, zh} {
				text := r.Text(p)
				require.NotContains(t, text, "%!", "%v", c)
				require.NotContains(t, text, "[1]s", "%v", c)
				for _, a := range r.Args {
					require.Contains(t, text, a, "%v of %d operands", c, n)
				}
			}
			require.True(t, strings.ContainsFunc(r.Text(zh), func(r rune) bool { return unicode.Is(unicode.Han, r) }), "%v", c)
		}
	}
	require.Equal(t, 34, codes)
	require.Empty(t, standard.Reason{}.Text(en))
	require.Empty(t, standard.Reason{Code: 99}.Text(en))
}

// TestReasonSentences: how some reasons read.
func TestReasonSentences(t *testing.T) {
	en, zh := printers(t)
	tests := []struct {
		reason standard.Reason
		en, zh string
	}{
		{standard.Reason{Code: standard.ParamUnset, Args: []string{"i.lawn", "i.road"}}, "the parameter i.lawn, i.road has no value", "参数 i.lawn, i.road 尚未填写"},
		{standard.Reason{Code: standard.NotComplete, Args: []string{"patrol"}}, "not everything of the kind patrol is here", "patrol 的证据不完整"},
		{standard.Reason{Code: standard.NoRows}, "there was nothing to judge", "没有需要评判的事项"},
		{standard.Reason{Code: standard.OverLimit, Args: []string{"12:30"}}, "not done; it was due 12:30", "应于 12:30 完成，未做"},
		{standard.Reason{Code: standard.OverLimit, Args: []string{"12:30", "12:45"}}, "due 12:30, done 12:45", "最迟应于 12:30 完成，12:45 才完成"},
		{standard.Reason{Code: standard.OverLimit, Args: []string{"12:30", "12:45", "exam"}}, "exam was due 12:30 and done 12:45", "exam 最迟应于 12:30 完成，12:45 才完成"},
		{standard.Reason{Code: standard.OverLimit}, "beyond the limit", "超过时限"},
		{standard.Reason{Code: standard.NotDue, Args: []string{"2025-03-16"}}, "due 2025-03-16", "2025-03-16 到期"},
		{standard.Reason{Code: standard.NotDue, Args: []string{"2025-03-16T08:00:00+08:00"}}, "due 2025-03-16T08:00:00+08:00", "2025-03-16T08:00:00+08:00 到期"},
		{standard.Reason{Code: standard.NotDue, Args: []string{"exam"}}, "exam is still to come", "exam 尚未发生"},
		{standard.Reason{Code: standard.BadRow, Args: []string{"r7"}}, "what is recorded cannot be right: r7", "记录有误：r7"},
		{standard.Reason{Code: standard.ValueOff, Args: []string{"lit", "97", "lamps", "100", ">=", "98%"}}, "lit (97) of lamps (100) is not >= 98%", "lit（97）与 lamps（100）之比应 >= 98%，未满足"},
		{standard.Reason{Code: standard.ValueOff, Args: []string{"accidents", "1", "", "", "=", "0"}}, "accidents (1) is not = 0", "accidents 为 1，应 = 0"},
		{standard.Reason{Code: standard.IsOff}, "shipped and not judged", "已收录，不评判"},
	}
	for _, tt := range tests {
		require.Equal(t, tt.en, tt.reason.Text(en))
		require.Equal(t, tt.zh, tt.reason.Text(zh))
	}
	require.Equal(t, "未达标", standard.Breached.Text(zh))
	require.Equal(t, "not applicable", standard.NotApplicable.Text(en))
	require.Equal(t, "State(9)", standard.State(9).Text(en))
}
