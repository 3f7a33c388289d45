package rating

import (
	"slices"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of scores.
const (
	// ErrScore is a text that is no score.
	ErrScore invalid.RuleError = "rating/score: %[1]s is not a score written like 92.1875 or 1258/15"
	// ErrScoreRange is a score that is too large or too fine.
	ErrScoreRange invalid.RuleError = "rating/score-range: %[1]s does not fit 63 bits above and below the line; round the scores that it is made of"
)

func scoreTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrScore, ZH: "%[1]s 不是得分（应写作 92.1875 或 1258/15）"},
		{Text: ErrScoreRange, ZH: "%[1]s 的分子或分母超出 63 位；请先对构成它的得分取舍"},
	}
}

func texts() []invalid.Translation {
	return slices.Concat(scoreTexts(), rubricTexts(), resultTexts(), panelTexts(), schemeTexts(), standingTexts(), postingTexts(), analysisTexts())
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
