package rating_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/rating"
)

// TestMessagesOfPostings: the rules of notices, objections and appeals are written in both languages, with all their arguments.
func TestMessagesOfPostings(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, rating.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	for _, rule := range []invalid.RuleError{
		rating.ErrNoNotice, rating.ErrOtherPosting, rating.ErrObjectionEarly, rating.ErrDecisionEarly, rating.ErrDismissedChange,
		rating.ErrSetOrWithdraw, rating.ErrOtherFinding, rating.ErrNoChange, rating.ErrAmendEarly, rating.ErrSameID,
	} {
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
