package money_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

func TestMessages(t *testing.T) {
	rules := []invalid.RuleError{
		money.ErrCurrency, money.ErrAmount, money.ErrAmountScale, money.ErrAmountRange, money.ErrMismatch,
		money.ErrOverflow, money.ErrPrice, money.ErrPriceScale, money.ErrPriceRange, money.ErrPriceNegative,
		money.ErrRate, money.ErrRateScale, money.ErrRateRange, money.ErrRateNegative, money.ErrStep,
		money.ErrStepNegative, money.ErrDivision, money.ErrNoParts, money.ErrNoWeight, money.ErrWeight,
	}
	b := catalog.NewBuilder()
	require.NoError(t, money.Messages(b))
	zh := message.NewPrinter(language.Chinese, message.Catalog(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	for _, rule := range rules {
		t.Run(rule.ID(), func(t *testing.T) {
			require.True(t, strings.HasPrefix(rule.ID(), "money/"))
			f := &invalid.FieldError{Rule: rule, Args: []string{"one", "two", "three"}[:arguments(rule)]}
			require.Equal(t, f.Error(), f.Text(en))
			require.NotContains(t, f.Text(en), "%!")
			require.NotContains(t, f.Text(zh), "%!")
			require.True(t, strings.ContainsFunc(f.Text(zh), func(r rune) bool { return unicode.Is(unicode.Han, r) }), f.Text(zh))
			for _, arg := range f.Args {
				require.Contains(t, f.Text(zh), arg)
			}
		})
	}
}

// arguments counts the arguments a rule's sentence asks for.
func arguments(rule invalid.RuleError) int {
	n := 0
	for strings.Contains(rule.English(), "%["+string(rune('1'+n))+"]s") {
		n++
	}
	return n
}
