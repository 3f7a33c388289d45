package sla_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
)

func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, sla.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))

	rules := []invalid.RuleError{
		sla.ErrCalendar, sla.ErrTwice, sla.ErrTooMany, sla.ErrStop, sla.ErrHours, sla.ErrMixed, sla.ErrDays,
		sla.ErrBeforeAfter, sla.ErrExclusive, sla.ErrLevel, sla.ErrPercent, sla.ErrPercentDays, sla.ErrField,
		sla.ErrMilestone, sla.ErrIndex, sla.ErrWeight, sla.ErrLength,
	}
	require.Len(t, b.Languages(), 2)
	for _, rule := range rules {
		require.True(t, strings.HasPrefix(rule.ID(), "sla/"), rule.ID())
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
