package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// How the codes are said without their operands.
const (
	// labelWith is a code with operands that its sentence has no place for.
	labelWith explain.Label = "standard/reason-with: %[1]s (%[2]s)"

	saidParamUnset     explain.Label = "standard/reason-param-unset: a parameter has no value"
	saidFieldMissing   explain.Label = "standard/reason-field-missing: a field is missing"
	saidFigureMissing  explain.Label = "standard/reason-figure-missing: a figure is missing"
	saidNotComplete    explain.Label = "standard/reason-not-complete: the evidence is not complete"
	saidNoRows         explain.Label = "standard/reason-no-rows: there was nothing to judge"
	saidPartialPeriod  explain.Label = "standard/reason-partial-period: only a part of the period is here"
	saidShort          explain.Label = "standard/reason-short: less than asked for"
	saidGapTooLong     explain.Label = "standard/reason-gap: too long a time between two"
	saidMissed         explain.Label = "standard/reason-missed: not done"
	saidTooLate        explain.Label = "standard/reason-late: done late"
	saidLateStart      explain.Label = "standard/reason-late-start: known late, so that the due moved"
	saidOverLimit      explain.Label = "standard/reason-over-limit: beyond the limit"
	saidValueOff       explain.Label = "standard/reason-value: the figure does not reach its value"
	saidBaseZero       explain.Label = "standard/reason-base-zero: a ratio of nothing"
	saidItemFailed     explain.Label = "standard/reason-item-failed: an item is not in order"
	saidNoSheet        explain.Label = "standard/reason-no-sheet: nobody looked"
	saidSheetStale     explain.Label = "standard/reason-sheet-stale: the latest sheet is too old"
	saidAbsent         explain.Label = "standard/reason-absent: something is not there"
	saidExpired        explain.Label = "standard/reason-expired: it was not in force all the time"
	saidTooMany        explain.Label = "standard/reason-too-many: more than may be"
	saidStepOrder      explain.Label = "standard/reason-step-order: a step in the wrong order"
	saidStepMissing    explain.Label = "standard/reason-step-missing: a step was left out"
	saidTooSoon        explain.Label = "standard/reason-too-soon: a step came too early"
	saidRepeated       explain.Label = "standard/reason-repeated: a step was repeated too often or too soon"
	saidUncovered      explain.Label = "standard/reason-uncovered: a post without enough people"
	saidConditionFalse explain.Label = "standard/reason-condition: a condition does not hold"
	saidNotDue         explain.Label = "standard/reason-not-due: not yet due"
	saidExcusedBy      explain.Label = "standard/reason-excused: excused"
	saidWhenFalse      explain.Label = "standard/reason-when: it does not apply here"
	saidIsOff          explain.Label = "standard/reason-off: shipped and not judged"
	saidNotInForce     explain.Label = "standard/reason-not-in-force: not in force in the period"
	saidYearUnknown    explain.Label = "standard/reason-year-unknown: the holidays of a year are not known"
	saidBadRow         explain.Label = "standard/reason-bad-row: what is recorded cannot be right"
	saidOfClause       explain.Label = "standard/reason-of-clause: as other clauses say"
)

func reasonTexts() []invalid.Translation {
	return slices.Concat(otherwiseTexts(), saidTexts(), becauseTexts(), stateTexts())
}

func saidTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelWith, ZH: "%[1]s（%[2]s）"},
		{Text: saidParamUnset, ZH: "参数尚未填写"},
		{Text: saidFieldMissing, ZH: "缺少字段"},
		{Text: saidFigureMissing, ZH: "缺少数值"},
		{Text: saidNotComplete, ZH: "证据不完整"},
		{Text: saidNoRows, ZH: "没有需要评判的事项"},
		{Text: saidPartialPeriod, ZH: "只有期间的一部分"},
		{Text: saidShort, ZH: "未达到要求的次数或数量"},
		{Text: saidGapTooLong, ZH: "间隔过长"},
		{Text: saidMissed, ZH: "漏做"},
		{Text: saidTooLate, ZH: "迟做"},
		{Text: saidLateStart, ZH: "获知较晚，顺延"},
		{Text: saidOverLimit, ZH: "超过时限"},
		{Text: saidValueOff, ZH: "数值未达到要求"},
		{Text: saidBaseZero, ZH: "基数为零"},
		{Text: saidItemFailed, ZH: "检查项不合格"},
		{Text: saidNoSheet, ZH: "没有检查表"},
		{Text: saidSheetStale, ZH: "检查表过旧"},
		{Text: saidAbsent, ZH: "缺少应有的文件或标识"},
		{Text: saidExpired, ZH: "并非始终有效"},
		{Text: saidTooMany, ZH: "超过允许的数量"},
		{Text: saidStepOrder, ZH: "步骤顺序有误"},
		{Text: saidStepMissing, ZH: "缺少步骤"},
		{Text: saidTooSoon, ZH: "步骤过早"},
		{Text: saidRepeated, ZH: "步骤重复过多或过快"},
		{Text: saidUncovered, ZH: "岗位人数不足"},
		{Text: saidConditionFalse, ZH: "不满足条件"},
		{Text: saidNotDue, ZH: "尚未到期"},
		{Text: saidExcusedBy, ZH: "已豁免"},
		{Text: saidWhenFalse, ZH: "此处不适用"},
		{Text: saidIsOff, ZH: "已收录，不评判"},
		{Text: saidNotInForce, ZH: "期间内未生效"},
		{Text: saidYearUnknown, ZH: "尚不知某年的节假日安排"},
		{Text: saidBadRow, ZH: "记录有误"},
		{Text: saidOfClause, ZH: "同所指条款"},
	}
}

// The words of the states.
const (
	labelUnknown       explain.Label = "standard/state-unknown: unknown"
	labelMet           explain.Label = "standard/state-met: met"
	labelBreached      explain.Label = "standard/state-breached: breached"
	labelPending       explain.Label = "standard/state-pending: pending"
	labelWaived        explain.Label = "standard/state-waived: waived"
	labelNotApplicable explain.Label = "standard/state-not-applicable: not applicable"
)

func stateTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelUnknown, ZH: "无法判定"},
		{Text: labelMet, ZH: "达标"},
		{Text: labelBreached, ZH: "未达标"},
		{Text: labelPending, ZH: "未到期"},
		{Text: labelWaived, ZH: "豁免"},
		{Text: labelNotApplicable, ZH: "不适用"},
	}
}
