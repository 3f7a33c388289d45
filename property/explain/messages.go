package explain

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules a derivation is checked by.
const (
	// ErrOp is a step without an operation.
	ErrOp invalid.RuleError = "explain/op: %[1]s is not an operation"
	// ErrArity is a step with too few or too many inputs.
	ErrArity invalid.RuleError = "explain/arity: %[1]s takes %[2]s inputs and has %[3]s"
	// ErrField is a field that the operation needs and lacks, or has and does not need.
	ErrField invalid.RuleError = "explain/field: in a step of kind %[1]s the field %[2]s is missing or out of place"
	// ErrEmpty is a step without a value where one is needed.
	ErrEmpty invalid.RuleError = "explain/empty: there is no value"
	// ErrNumber is a text where a number is needed.
	ErrNumber invalid.RuleError = "explain/number: %[1]s is not an exact number in its shortest form, like 2.8 or 15/31"
	// ErrUnit is a text that is not a unit.
	ErrUnit invalid.RuleError = "explain/unit: %[1]s is not a unit, like CNY/m2"
	// ErrUnits is figures that would have to be of one unit.
	ErrUnits invalid.RuleError = "explain/units: %[1]s and %[2]s are different units"
	// ErrResult is a result that does not follow from the inputs.
	ErrResult invalid.RuleError = "explain/result: the result is %[1]s, but %[2]s follows from the inputs"
	// ErrZero is a division by zero.
	ErrZero invalid.RuleError = "explain/zero: division by zero"
	// ErrMode is a rounding mode that does not exist.
	ErrMode invalid.RuleError = "explain/mode: %[1]s is not a rounding mode"
	// ErrStep is a step of a rounding or an allocation that is not a positive number,
	// or that a total to be split is not a multiple of.
	ErrStep invalid.RuleError = "explain/step: %[1]s is not a positive number that the total is a multiple of"
	// ErrIndex is an index without an input.
	ErrIndex invalid.RuleError = "explain/index: there is no input %[1]s; there are %[2]s, counted from 0"
	// ErrBounds is a lower bound above the upper one.
	ErrBounds invalid.RuleError = "explain/bounds: the lower bound %[1]s is above the upper bound %[2]s"
	// ErrRelation is a relation that does not exist.
	ErrRelation invalid.RuleError = "explain/relation: %[1]s is none of <, <=, =, >= and >"
	// ErrInstant is a text where an instant is needed.
	ErrInstant invalid.RuleError = "explain/instant: %[1]s is not an instant of the years 1 to 9999, like 2026-09-20T16:00:00+08:00"
	// ErrLength is a figure that is not a length of time.
	ErrLength invalid.RuleError = "explain/length: %[1]s is not a length of time in seconds with at most nine decimals, like 1800 s"
	// ErrYears is an instant moved to where no calendar reaches.
	ErrYears invalid.RuleError = "explain/years: moved by these lengths of time, %[1]s is not in the years 1 to 9999 any more"
	// ErrOrder is values that have no order.
	ErrOrder invalid.RuleError = "explain/order: %[1]s and %[2]s have no order"
	// ErrWeight is a negative weight, or weights that are all zero.
	ErrWeight invalid.RuleError = "explain/weight: weights are not negative and not all zero; here %[1]s"
	// ErrLarge is a number or a unit beyond the limit.
	ErrLarge invalid.RuleError = "explain/large: the figure or its unit is longer than %[1]s digits"
	// ErrDeep is a derivation deeper than the limit.
	ErrDeep invalid.RuleError = "explain/deep: the derivation is more than %[1]s steps deep"
	// ErrMany is a derivation with more steps than the limit.
	ErrMany invalid.RuleError = "explain/many: the derivation has more than %[1]s steps"
	// ErrFiltered is a derivation that was cut down by Filter.
	ErrFiltered invalid.RuleError = "explain/filtered: %[1]s inputs were left out, so that nothing follows"
)

// The words and phrases of Text.
const (
	wordGiven    Label = "explain/op-given: given"
	wordSum      Label = "explain/op-sum: sum"
	wordProduct  Label = "explain/op-product: product"
	wordRatio    Label = "explain/op-ratio: ratio"
	wordRound    Label = "explain/op-round: rounding"
	wordAllocate Label = "explain/op-allocate: share"
	wordPick     Label = "explain/op-pick: choice"
	wordClamp    Label = "explain/op-clamp: limit"
	wordCompare  Label = "explain/op-compare: comparison"
	wordCount    Label = "explain/op-count: count"
	wordShift    Label = "explain/op-shift: shift"

	phraseHead     Label = "explain/head: %[1]s: %[2]s"
	phraseEquals   Label = "explain/equals: %[1]s = %[2]s"
	phraseBy       Label = "explain/by: %[1]s, %[2]s"
	phraseSource   Label = "explain/source: %[1]s [%[2]s]"
	phraseFraction Label = "explain/fraction: ≈ %[1]s (%[2]s)"
	phraseNothing  Label = "explain/nothing: no result"
	phraseHolds    Label = "explain/holds: yes"
	phraseFails    Label = "explain/fails: no"
	phraseOmitted  Label = "explain/omitted: … (%[1]s not shown)"
	phraseHours    Label = "explain/hours: %[1]s h"
	phraseMinutes  Label = "explain/minutes: %[1]s min"
	phraseSeconds  Label = "explain/seconds: %[1]s s"

	phraseSum      Label = "explain/how-sum: sum of these %[1]s"
	phraseProduct  Label = "explain/how-product: product of these %[1]s"
	phraseRatio    Label = "explain/how-ratio: the first of these divided by the second"
	phraseCount    Label = "explain/how-count: number of these"
	phraseShift    Label = "explain/how-shift: the first of these moved by the lengths of time after it"
	phrasePick     Label = "explain/how-pick: number %[1]s of these %[2]s"
	phraseClamp    Label = "explain/how-clamp: kept between %[1]s and %[2]s"
	phraseAllocate Label = "explain/how-allocate: share %[1]s of %[2]s of %[3]s, weight %[4]s, by largest remainder in steps of %[5]s"

	phraseHalfUp   Label = "explain/half-up: rounded half up to %[1]s"
	phraseHalfEven Label = "explain/half-even: rounded half to even to %[1]s"
	phraseHalfDown Label = "explain/half-down: rounded half down to %[1]s"
	phraseUp       Label = "explain/up: rounded up to %[1]s, away from zero"
	phraseDown     Label = "explain/down: cut off to %[1]s"
	phraseCeiling  Label = "explain/ceiling: raised to the next %[1]s"
	phraseFloor    Label = "explain/floor: lowered to the next %[1]s"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrOp, ZH: "%[1]s 不是运算"},
		{Text: ErrArity, ZH: "%[1]s 应有 %[2]s 项输入，实有 %[3]s 项"},
		{Text: ErrField, ZH: "%[1]s 步骤缺少字段 %[2]s，或不应有该字段"},
		{Text: ErrEmpty, ZH: "没有值"},
		{Text: ErrNumber, ZH: "%[1]s 不是最简形式的精确数（如 2.8 或 15/31）"},
		{Text: ErrUnit, ZH: "%[1]s 不是单位（如 CNY/m2）"},
		{Text: ErrUnits, ZH: "单位 %[1]s 与 %[2]s 不一致"},
		{Text: ErrResult, ZH: "结果为 %[1]s，但由输入应得 %[2]s"},
		{Text: ErrZero, ZH: "除数为零"},
		{Text: ErrMode, ZH: "%[1]s 不是舍入方式"},
		{Text: ErrStep, ZH: "%[1]s 不是正数，或总额不是它的整数倍"},
		{Text: ErrIndex, ZH: "没有第 %[1]s 项输入；共 %[2]s 项，从 0 数起"},
		{Text: ErrBounds, ZH: "下限 %[1]s 高于上限 %[2]s"},
		{Text: ErrRelation, ZH: "%[1]s 不是 <、<=、=、>=、> 之一"},
		{Text: ErrInstant, ZH: "%[1]s 不是公元 1 年至 9999 年间的时刻（如 2026-09-20T16:00:00+08:00）"},
		{Text: ErrLength, ZH: "%[1]s 不是以秒计、小数不超过九位的时长（如 1800 s）"},
		{Text: ErrYears, ZH: "%[1]s 经这些时长推移后，已不在公元 1 年至 9999 年间"},
		{Text: ErrOrder, ZH: "%[1]s 与 %[2]s 不能比较大小"},
		{Text: ErrWeight, ZH: "权重不得为负，也不得全为零；此处为 %[1]s"},
		{Text: ErrLarge, ZH: "数字或单位超过 %[1]s 位"},
		{Text: ErrDeep, ZH: "计算过程超过 %[1]s 层"},
		{Text: ErrMany, ZH: "计算过程超过 %[1]s 步"},
		{Text: ErrFiltered, ZH: "已略去 %[1]s 项输入，无法复核"},

		{Text: wordGiven, ZH: "给定"},
		{Text: wordSum, ZH: "合计"},
		{Text: wordProduct, ZH: "乘积"},
		{Text: wordRatio, ZH: "比值"},
		{Text: wordRound, ZH: "取整"},
		{Text: wordAllocate, ZH: "分摊额"},
		{Text: wordPick, ZH: "选用"},
		{Text: wordClamp, ZH: "限额"},
		{Text: wordCompare, ZH: "比较"},
		{Text: wordCount, ZH: "计数"},
		{Text: wordShift, ZH: "推移"},

		{Text: phraseHead, ZH: "%[1]s：%[2]s"},
		{Text: phraseEquals, ZH: "%[1]s = %[2]s"},
		{Text: phraseBy, ZH: "%[1]s，%[2]s"},
		{Text: phraseSource, ZH: "%[1]s（来源：%[2]s）"},
		{Text: phraseFraction, ZH: "≈ %[1]s（%[2]s）"},
		{Text: phraseNothing, ZH: "无结果"},
		{Text: phraseHolds, ZH: "是"},
		{Text: phraseFails, ZH: "否"},
		{Text: phraseOmitted, ZH: "……（另有 %[1]s 项未列出）"},
		{Text: phraseHours, ZH: "%[1]s 小时"},
		{Text: phraseMinutes, ZH: "%[1]s 分"},
		{Text: phraseSeconds, ZH: "%[1]s 秒"},

		{Text: phraseSum, ZH: "下列 %[1]s 项之和"},
		{Text: phraseProduct, ZH: "下列 %[1]s 项之积"},
		{Text: phraseRatio, ZH: "下列第一项除以第二项"},
		{Text: phraseCount, ZH: "下列项数"},
		{Text: phraseShift, ZH: "下列第一项按其后各段时长推移"},
		{Text: phrasePick, ZH: "下列 %[2]s 项中的第 %[1]s 项"},
		{Text: phraseClamp, ZH: "限于 %[1]s 至 %[2]s"},
		{Text: phraseAllocate, ZH: "%[3]s 按权重 %[4]s 分摊，共 %[2]s 份之第 %[1]s 份，最大余数法，以 %[5]s 为单位"},

		{Text: phraseHalfUp, ZH: "四舍五入到 %[1]s"},
		{Text: phraseHalfEven, ZH: "四舍六入五成双到 %[1]s"},
		{Text: phraseHalfDown, ZH: "五舍六入到 %[1]s"},
		{Text: phraseUp, ZH: "有余即进（背离零）到 %[1]s"},
		{Text: phraseDown, ZH: "舍去尾数到 %[1]s"},
		{Text: phraseCeiling, ZH: "向上取整到 %[1]s"},
		{Text: phraseFloor, ZH: "向下取整到 %[1]s"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
