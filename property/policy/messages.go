package policy

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// The rules policy rows and look-ups are judged by.
const (
	// ErrRegion is a region that is no prefix of an administrative division code.
	ErrRegion invalid.RuleError = "policy/region: %[1]s is not a region: 2, 4 or 6 digits of GB/T 2260, or nothing for the nation"
	// ErrRegionPadded is a region filled up with zeros, which no district begins with.
	ErrRegionPadded invalid.RuleError = "policy/region-padded: write the region %[1]s, not %[2]s: it stands for every place whose code begins with it"
	// ErrReversed is a row whose last day is before its first.
	ErrReversed invalid.RuleError = "policy/reversed: the last day %[2]s is before the first day %[1]s"
	// ErrOverlap is two rows of one region and key that hold on the same day.
	ErrOverlap invalid.RuleError = "policy/overlap: holds on days on which %[1]s holds, for the same region and key"
	// ErrNoRow is a value that is needed and not set.
	ErrNoRow invalid.RuleError = "policy/no-row: %[1]s is not set for the region %[2]s on %[3]s"
	// ErrNotNumber is a value that is needed as a number and is none.
	ErrNotNumber invalid.RuleError = "policy/not-number: %[1]s for the region %[2]s on %[3]s is %[4]s, not a plain decimal number like 0.06"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrRegion, ZH: "%[1]s 不是地区代码：应为 GB/T 2260 的 2、4 或 6 位数字，全国留空"},
		{Text: ErrRegionPadded, ZH: "地区应写作 %[1]s，而不是 %[2]s：它代表代码以此开头的所有地方"},
		{Text: ErrReversed, ZH: "截止日 %[2]s 早于施行日 %[1]s"},
		{Text: ErrOverlap, ZH: "与 %[1]s 的有效期重叠（同一地区、同一项目）"},
		{Text: ErrNoRow, ZH: "地区 %[2]s 在 %[3]s 没有 %[1]s 的规定值"},
		{Text: ErrNotNumber, ZH: "地区 %[2]s 在 %[3]s 的 %[1]s 为 %[4]s，不是普通的十进制数（如 0.06）"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }

// day shows a date in a message.
func day(d civil.Date) string {
	if d.IsZero() {
		return "0000-00-00"
	}
	return d.String()
}
