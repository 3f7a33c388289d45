package civil_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, civil.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))

	rules := []invalid.RuleError{
		civil.ErrDate, civil.ErrNoSuchDay, civil.ErrDateRange, civil.ErrUnset, civil.ErrMonth,
		civil.ErrPeriodReversed, civil.ErrHistoryReversed, civil.ErrHistoryOrder, civil.ErrHistoryOverlap,
		civil.ErrMonthDay, civil.ErrSeasonText, civil.ErrSeason, civil.ErrMoment,
		civil.ErrTimeOfDay, civil.ErrWindow, civil.ErrWindowOpen, civil.ErrWindowEmpty,
		civil.ErrSpan, civil.ErrSpanZero, civil.ErrSpanRange,
	}
	require.Len(t, b.Languages(), 2)
	for _, rule := range rules {
		args := []string{"«1»", "«2»"}[:strings.Count(rule.English(), "%[")]
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
