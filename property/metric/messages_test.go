package metric_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

func rules() []invalid.RuleError {
	return []invalid.RuleError{
		metric.ErrFigureScale, metric.ErrFigureRange, metric.ErrStep, metric.ErrMode, metric.ErrCode, metric.ErrTwice,
		metric.ErrNoName, metric.ErrUnit, metric.ErrUnitRefused, metric.ErrUnits, metric.ErrNeedsBase, metric.ErrHasBase,
		metric.ErrTargetShare, metric.ErrTargetSide, metric.ErrNegative, metric.ErrMetric, metric.ErrBase, metric.ErrBaseOpen,
		metric.ErrWhole, metric.ErrAbove, metric.ErrOpenPeriod, metric.ErrCycle, metric.ErrNoParts, metric.ErrMixed,
		metric.ErrOutside, metric.ErrWholeScope, metric.ErrOverlap, metric.ErrGap, metric.ErrStock, metric.ErrNotBefore,
		metric.ErrLengths, metric.ErrNoValue, metric.ErrNotPercent, metric.ErrFormerZero,
	}
}

func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, metric.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	require.Len(t, b.Languages(), 2)
	seen := map[string]bool{}
	for _, rule := range rules() {
		require.True(t, strings.HasPrefix(rule.ID(), "metric/"), rule.ID())
		require.False(t, seen[rule.ID()], rule.ID())
		seen[rule.ID()] = true
		args := []string{"«1»", "«2»", "«3»"}[:strings.Count(rule.English(), "%[")]
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

// TestErrorsInChinese: what is refused is told in Chinese, the words of the package too.
func TestErrorsInChinese(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, metric.Messages(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	set := china(t)
	wrong := counted("complaintRate", "3", "300")
	_, err := set.Value(wrong)
	require.Equal(t, `须写明 "complaintRate" 的分母口径："households", "services"`, text(t, err, zh))
	_, err = set.Judge(within(counted("rework", "9", "1200"), "", "2026-03"))
	require.Equal(t, `"rework" 按“年”考核，2026-03-01/2026-04-01 不是这样的期间`, text(t, err, zh))
	v, err := set.Value(counted("rework", "0", "0"))
	require.NoError(t, err)
	_, err = v.Percent(metric.Rounding{})
	require.Equal(t, `"rework" 没有数值：不适用`, text(t, err, zh))
	v, err = set.Value(counted("mttr", "30", "12"))
	require.NoError(t, err)
	_, err = v.Percent(metric.Rounding{})
	require.Equal(t, `"mttr" 的类型为 平均值，没有百分比`, text(t, err, zh))
}

func text(t *testing.T, err error, p *message.Printer) string {
	t.Helper()
	var problem *invalid.FieldError
	require.ErrorAs(t, err, &problem)
	return problem.Text(p)
}
