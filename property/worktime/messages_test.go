package worktime_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

func rules() []invalid.RuleError {
	return []invalid.RuleError{
		worktime.ErrZone, worktime.ErrTable, worktime.ErrMakeUp, worktime.ErrNeverOpens, worktime.ErrNeverCloses,
		worktime.ErrTwice, worktime.ErrWindows, worktime.ErrShift, worktime.ErrReversed, worktime.ErrOverlap,
		worktime.ErrOverride, worktime.ErrUnknownYear, worktime.ErrRange, worktime.ErrOpenPeriod,
		worktime.ErrNoticeYear, worktime.ErrNoticeTwice, worktime.ErrNoticeAmends, worktime.ErrNoticeOrder,
		worktime.ErrHolidayLong, worktime.ErrHolidayFar, worktime.ErrHolidayTwice,
	}
}

func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, worktime.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	require.Len(t, b.Languages(), 2)
	seen := map[string]bool{}
	for _, rule := range rules() {
		require.False(t, seen[rule.ID()], rule.ID())
		require.True(t, strings.HasPrefix(rule.ID(), "worktime/"), rule.ID())
		seen[rule.ID()] = true
		var args []string
		for i := 1; strings.Contains(rule.English(), "%["+strconv.Itoa(i)+"]s"); i++ {
			args = append(args, "«"+strconv.Itoa(i)+"»")
		}
		require.Equal(t, strings.Count(rule.English(), "%["), len(args), rule.ID())
		problem := &invalid.FieldError{Rule: rule, Args: args}
		require.Equal(t, problem.Error(), problem.Text(en), rule.ID())
		chinese := problem.Text(zh)
		require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), chinese)
		for _, text := range []string{problem.Text(en), chinese} {
			require.NotContains(t, text, "%!")
			for _, arg := range args {
				require.Contains(t, text, arg)
			}
		}
	}
}

// TestUnknownYearSpeaks: the typed error has the same texts as its rule.
func TestUnknownYearSpeaks(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, worktime.Messages(b))
	err := &worktime.UnknownYearError{Calendar: "office", Table: "cn", Year: 2027}
	require.Equal(t, "calendar office: the holidays of 2027 are not known; the table cn ends there or has a gap", err.Error())
	require.Equal(t, "日历 office：2027 年的节假日安排未知，节假日表 cn 没有这一年",
		err.Text(message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))))
	require.ErrorIs(t, err, worktime.ErrUnknownYear)
}
