package rating

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules that sheets are judged by.
const (
	// ErrOther is a sheet, or an event on it, that is of something else.
	ErrOther invalid.RuleError = "rating/other: it should be of %[1]s, and is of %[2]s"
	// ErrNotFor is a sheet of a day that the rubric is not for.
	ErrNotFor invalid.RuleError = "rating/not-for: the rubric is not for %[1]s; its first day is %[2]s, its last %[3]s"
	// ErrMark is a mark that does not say one thing.
	ErrMark invalid.RuleError = "rating/mark: a mark is a level, a figure or not applicable; here are %[1]s of them"
	// ErrKind is a mark, or a finding, that the item is not marked by.
	ErrKind invalid.RuleError = "rating/kind: %[1]s is not marked like that; it is marked by %[2]s"
	// ErrGrain is a number of points that cannot be given.
	ErrGrain invalid.RuleError = "rating/grain: %[1]s cannot be given; points are multiples of %[2]s"
	// ErrMustApply is an item left out where the rubric does not say what then.
	ErrMustApply invalid.RuleError = "rating/must-apply: the rubric does not say what becomes of an item that does not apply"
	// ErrRequiredItem is an item left out that has to be judged.
	ErrRequiredItem invalid.RuleError = "rating/required-item: %[1]s may not be left out"
	// ErrWholeItem is a part of an item that does not apply.
	ErrWholeItem invalid.RuleError = "rating/whole-item: an item applies as a whole or not at all; leave the part out"
	// ErrNotJudged is a finding at an item that is not judged.
	ErrNotJudged invalid.RuleError = "rating/not-judged: %[1]s is not judged on this sheet, so nothing can be taken off it"
	// ErrNeedsDay is a sheet without a day where one is needed.
	ErrNeedsDay invalid.RuleError = "rating/needs-day: whether %[1]s still counts depends on the day of the sheet"
	// ErrRepeats is a repetition whose factor does not fit.
	ErrRepeats invalid.RuleError = "rating/repeats: the factor of %[1]s repetitions does not fit 63 bits; limit it in the rubric"
	// ErrTooLarge is a sheet whose score cannot be written.
	ErrTooLarge invalid.RuleError = "rating/too-large: the exact score of this sheet does not fit 63 bits above and below the line; give the rubric points and weights with fewer decimals"
	// ErrLater is a finding of a day after the sheet.
	ErrLater invalid.RuleError = "rating/later: it was found on %[1]s, after the day of the sheet, %[2]s"
)

func sheetTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrOther, ZH: "应属 %[1]s，实属 %[2]s"},
		{Text: ErrNotFor, ZH: "评分细则不适用于 %[1]s；首日 %[2]s，末日 %[3]s"},
		{Text: ErrMark, ZH: "评分为等级、数值、不适用三者之一，此处有 %[1]s 个"},
		{Text: ErrKind, ZH: "%[1]s 不这样评分，其方式为 %[2]s"},
		{Text: ErrGrain, ZH: "不能给 %[1]s 分，分值须为 %[2]s 的倍数"},
		{Text: ErrMustApply, ZH: "评分细则未写明不适用项如何处理"},
		{Text: ErrRequiredItem, ZH: "评分项 %[1]s 不得空缺"},
		{Text: ErrWholeItem, ZH: "评分项整体适用或不适用，请去掉分项"},
		{Text: ErrNotJudged, ZH: "评分项 %[1]s 在本表未评，无从扣分"},
		{Text: ErrNeedsDay, ZH: "扣分项 %[1]s 是否仍有效，取决于评分日期"},
		{Text: ErrRepeats, ZH: "%[1]s 次重复的倍数超出 63 位，请在评分细则中设上限"},
		{Text: ErrTooLarge, ZH: "本表精确得分的分子或分母超出 63 位；请减少评分细则中分值与权重的小数位"},
		{Text: ErrLater, ZH: "发现于 %[1]s，晚于评分日期 %[2]s"},
	}
}

func resultTexts() []invalid.Translation {
	return slices.Concat(sheetTexts(), whyTexts())
}
