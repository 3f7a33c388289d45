package schedule

import (
	"slices"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules duties and evidence are checked by.
const (
	// ErrTwice is something named twice.
	ErrTwice invalid.RuleError = "schedule/twice: %[1]s is named twice"
	// ErrReversed is an end before the start.
	ErrReversed invalid.RuleError = "schedule/reversed: ends on %[2]s, but begins on %[1]s"
	// ErrMisfit is a field that a demand of this kind cannot have.
	ErrMisfit invalid.RuleError = "schedule/misfit: %[1]s does not go with a demand of the kind %[2]s"
	// ErrMixed is a length of days and hours.
	ErrMixed invalid.RuleError = "schedule/mixed: %[1]s mixes days and hours; write one or the other, like PT36H"
	// ErrPositive is a number that must be above zero.
	ErrPositive invalid.RuleError = "schedule/positive: %[1]s is not above zero"
	// ErrWhole is a count that is no whole number.
	ErrWhole invalid.RuleError = "schedule/whole: %[1]s records cannot be counted; a count is a whole number"
	// ErrQuotaPeriod is a quota without a period, or with two.
	ErrQuotaPeriod invalid.RuleError = "schedule/quota-period: choose exactly one of in and span"
	// ErrQuotaMinute is a quota for each minute.
	ErrQuotaMinute invalid.RuleError = "schedule/quota-minute: a quota is for an hour or longer, not for each minute"
	// ErrSpanEnd is an anchored span without an end, or with two.
	ErrSpanEnd invalid.RuleError = "schedule/span-end: choose exactly one of length and to"
	// ErrSlotsDay is slots of a period other than the day.
	ErrSlotsDay invalid.RuleError = "schedule/slots-day: slots are parts of the day, so that the quota is in each day"
	// ErrSlotsOverlap is two slots of a quota that share time.
	ErrSlotsOverlap invalid.RuleError = "schedule/slots-overlap: %[1]s and %[2]s overlap; a record counts in one slot"
	// ErrBeforeAfter is a due that is moved both ways.
	ErrBeforeAfter invalid.RuleError = "schedule/before-after: a due is before or after its anchor, not both"
	// ErrOnDay is a demand that says twice from when on it counts.
	ErrOnDay invalid.RuleError = "schedule/on-day: early and onDay both say from when on it counts; choose one"
	// ErrFirstOf is whichever comes first of too few or too many.
	ErrFirstOf invalid.RuleError = "schedule/first-of: whichever comes first is of 2 to %[2]s demands, not %[1]s"
	// ErrFirstKind is a demand that cannot be one of several of which the first holds.
	ErrFirstKind invalid.RuleError = "schedule/first-kind: whichever comes first is of gaps and usages, not of a %[1]s"
	// ErrField is a field that is neither an instant nor a day, or both.
	ErrField invalid.RuleError = "schedule/field: choose exactly one of at and on"
	// ErrNegative is a figure below zero.
	ErrNegative invalid.RuleError = "schedule/negative: the figure %[1]s is below zero"
	// ErrInstant is an instant beyond what is counted.
	ErrInstant invalid.RuleError = "schedule/instant: %[1]s is outside the years 2 to 9998"
	// ErrNotBy is a demand that is not one by a day.
	ErrNotBy invalid.RuleError = "schedule/not-by: the duty %[1]s is not due by a day or an instant"
	// ErrFieldMissing is a field that the subject lacks.
	ErrFieldMissing invalid.RuleError = "schedule/field-missing: the subject has no field %[1]s"
	// ErrAsked is a stretch of time without a length.
	ErrAsked invalid.RuleError = "schedule/asked: there is no time between %[1]s and %[2]s to judge"
)

func texts() []invalid.Translation {
	return slices.Concat(ruleTexts(), judgeTexts(), whyTexts(), planTexts())
}

func judgeTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrTwice, ZH: "%[1]s 重复"},
		{Text: ErrReversed, ZH: "起于 %[1]s，却止于 %[2]s"},
		{Text: ErrMisfit, ZH: "%[2]s 类要求不能有 %[1]s"},
		{Text: ErrMixed, ZH: "%[1]s 混用了日和小时；请只用其一，如 PT36H"},
		{Text: ErrPositive, ZH: "%[1]s 不大于零"},
		{Text: ErrWhole, ZH: "次数须为整数，不能是 %[1]s"},
		{Text: ErrQuotaPeriod, ZH: "in 和 span 须恰好选一"},
		{Text: ErrQuotaMinute, ZH: "定额的周期至少为一小时，不能按分钟"},
		{Text: ErrSpanEnd, ZH: "length 和 to 须恰好选一"},
		{Text: ErrSlotsDay, ZH: "时段是一日的一部分，定额的周期须为日"},
		{Text: ErrSlotsOverlap, ZH: "时段 %[1]s 与 %[2]s 重叠；一条记录只计入一个时段"},
		{Text: ErrBeforeAfter, ZH: "到期日在基准之前或之后，不能两者兼有"},
		{Text: ErrOnDay, ZH: "early 和 onDay 都规定何时起算有效，只能二选一"},
		{Text: ErrFirstOf, ZH: "先到为准须有 2 至 %[2]s 项要求，而不是 %[1]s 项"},
		{Text: ErrFirstKind, ZH: "先到为准只能由间隔和用量组成，不能含 %[1]s"},
		{Text: ErrField, ZH: "at 和 on 须恰好选一"},
		{Text: ErrNegative, ZH: "数值 %[1]s 小于零"},
		{Text: ErrInstant, ZH: "%[1]s 不在公元 2 年至 9998 年之间"},
		{Text: ErrNotBy, ZH: "职责 %[1]s 没有到期日"},
		{Text: ErrFieldMissing, ZH: "对象缺少字段 %[1]s"},
		{Text: ErrAsked, ZH: "%[1]s 至 %[2]s 之间没有可评判的时间"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
