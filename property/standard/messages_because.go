package standard

import (
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// How the codes are said with their operands.
const (
	// becauseFigure is a figure that is not divided, and does not reach its value.
	becauseFigure explain.Label = "standard/because-figure: %[1]s (%[2]s) is not %[3]s %[4]s"

	becauseParamUnset     explain.Label = "standard/because-param-unset: the parameter %[1]s has no value"
	becauseFieldMissing   explain.Label = "standard/because-field-missing: the field %[1]s is missing"
	becauseFigureMissing  explain.Label = "standard/because-figure-missing: the figure %[1]s is missing"
	becauseNotComplete    explain.Label = "standard/because-not-complete: not everything of the kind %[1]s is here"
	becausePartialPeriod  explain.Label = "standard/because-partial-period: only a part of the period is here: %[1]s"
	becauseShort          explain.Label = "standard/because-short: %[1]s of %[2]s were there: %[3]s"
	becauseGapTooLong     explain.Label = "standard/because-gap: not done from %[1]s to %[2]s; it was due %[3]s"
	becauseMissed         explain.Label = "standard/because-missed: not done; it was due %[1]s"
	becauseTooLate        explain.Label = "standard/because-late: due %[1]s, done %[2]s"
	becauseLateStart      explain.Label = "standard/because-late-start: due %[1]s, moved to %[2]s because it became known late"
	becauseOverLimit      explain.Label = "standard/because-over-limit: due %[1]s, done %[2]s"
	becauseValueOff       explain.Label = "standard/because-value: %[1]s (%[2]s) of %[3]s (%[4]s) is not %[5]s %[6]s"
	becauseBaseZero       explain.Label = "standard/because-base-zero: the base %[1]s is 0"
	becauseItemFailed     explain.Label = "standard/because-item-failed: not in order: %[1]s"
	becauseNoSheet        explain.Label = "standard/because-no-sheet: there is no sheet of the kind %[1]s"
	becauseSheetStale     explain.Label = "standard/because-sheet-stale: the latest sheet is too old: %[1]s"
	becauseAbsent         explain.Label = "standard/because-absent: there is no %[1]s"
	becauseExpired        explain.Label = "standard/because-expired: %[1]s was not in force on %[2]s"
	becauseTooMany        explain.Label = "standard/because-too-many: of %[1]s there are %[2]s, and %[3]s may be"
	becauseStepOrder      explain.Label = "standard/because-step-order: %[1]s came before %[2]s"
	becauseStepMissing    explain.Label = "standard/because-step-missing: the step %[1]s was left out"
	becauseTooSoon        explain.Label = "standard/because-too-soon: %[1]s came before %[2]s"
	becauseRepeated       explain.Label = "standard/because-repeated: %[1]s was repeated too often or too soon"
	becauseUncovered      explain.Label = "standard/because-uncovered: %[1]s from %[2]s to %[3]s had %[4]s of %[5]s people; such stretches: %[6]s"
	becauseConditionFalse explain.Label = "standard/because-condition: the condition on %[1]s does not hold"
	becauseNotDue         explain.Label = "standard/because-not-due: due %[1]s"
	becauseExcusedBy      explain.Label = "standard/because-excused: excused by %[1]s"
	becauseWhenFalse      explain.Label = "standard/because-when: the condition on %[1]s does not hold here"
	becauseYearUnknown    explain.Label = "standard/because-year-unknown: the holidays of %[1]s are not known"
	becauseBadRow         explain.Label = "standard/because-bad-row: what is recorded cannot be right: %[1]s"
	becauseOfClause       explain.Label = "standard/because-of-clause: as %[1]s says"
)

func becauseTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: becauseFigure, ZH: "%[1]s 为 %[2]s，应 %[3]s %[4]s"},
		{Text: becauseParamUnset, ZH: "参数 %[1]s 尚未填写"},
		{Text: becauseFieldMissing, ZH: "缺少字段 %[1]s"},
		{Text: becauseFigureMissing, ZH: "缺少数值 %[1]s"},
		{Text: becauseNotComplete, ZH: "%[1]s 的证据不完整"},
		{Text: becausePartialPeriod, ZH: "只有期间的一部分：%[1]s"},
		{Text: becauseShort, ZH: "应有 %[2]s，实有 %[1]s：%[3]s"},
		{Text: becauseGapTooLong, ZH: "%[1]s 至 %[2]s 未做，最迟应于 %[3]s 完成"},
		{Text: becauseMissed, ZH: "应于 %[1]s 完成，未做"},
		{Text: becauseTooLate, ZH: "应于 %[1]s 完成，%[2]s 才完成"},
		{Text: becauseLateStart, ZH: "应于 %[1]s 完成，因获知较晚顺延至 %[2]s"},
		{Text: becauseOverLimit, ZH: "最迟应于 %[1]s 完成，%[2]s 才完成"},
		{Text: becauseValueOff, ZH: "%[1]s（%[2]s）与 %[3]s（%[4]s）之比应 %[5]s %[6]s，未满足"},
		{Text: becauseBaseZero, ZH: "基数 %[1]s 为零"},
		{Text: becauseItemFailed, ZH: "不合格的检查项：%[1]s"},
		{Text: becauseNoSheet, ZH: "没有 %[1]s 检查表"},
		{Text: becauseSheetStale, ZH: "最近的检查表过旧：%[1]s"},
		{Text: becauseAbsent, ZH: "缺少 %[1]s"},
		{Text: becauseExpired, ZH: "%[1]s 在 %[2]s 不在有效期内"},
		{Text: becauseTooMany, ZH: "%[1]s 有 %[2]s 个，至多 %[3]s 个"},
		{Text: becauseStepOrder, ZH: "%[1]s 先于 %[2]s"},
		{Text: becauseStepMissing, ZH: "缺少步骤 %[1]s"},
		{Text: becauseTooSoon, ZH: "%[1]s 早于 %[2]s"},
		{Text: becauseRepeated, ZH: "%[1]s 重复过多或过快"},
		{Text: becauseUncovered, ZH: "%[1]s 在 %[2]s 至 %[3]s 应有 %[5]s 人，实有 %[4]s 人；这样的时段共 %[6]s 段"},
		{Text: becauseConditionFalse, ZH: "%[1]s 不符合要求"},
		{Text: becauseNotDue, ZH: "%[1]s 到期"},
		{Text: becauseExcusedBy, ZH: "因 %[1]s 豁免"},
		{Text: becauseWhenFalse, ZH: "不满足适用条件：%[1]s"},
		{Text: becauseYearUnknown, ZH: "尚不知 %[1]s 年的节假日安排"},
		{Text: becauseBadRow, ZH: "记录有误：%[1]s"},
		{Text: becauseOfClause, ZH: "同 %[1]s"},
	}
}
