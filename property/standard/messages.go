package standard

import (
	"slices"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of values.
const (
	// ErrPoint is a text that is neither a day nor an instant.
	ErrPoint invalid.RuleError = "standard/point: %[1]s is neither a day, 2025-01-01, nor an instant with its offset, 2025-01-01T08:00:00+08:00"
)

func pointTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrPoint, ZH: "%[1]s 既不是日期（2025-01-01），也不是带时差的时刻（2025-01-01T08:00:00+08:00）"},
	}
}

func texts() []invalid.Translation {
	return slices.Concat(pointTexts(), compileTexts(), checkTexts(), reasonTexts(), whyTexts(), sheetTexts(), publicationTexts(), caseTexts(), dutyTexts(), sayTexts())
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
