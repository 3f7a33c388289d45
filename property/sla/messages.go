package sla

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules promises and cases are checked by.
const (
	// ErrCalendar is a calendar that was not given.
	ErrCalendar invalid.RuleError = "sla/calendar: there is no calendar %[1]s; given: %[2]s"
	// ErrTwice is something named twice.
	ErrTwice invalid.RuleError = "sla/twice: %[1]s is named twice"
	// ErrTooMany is a list that is too long.
	ErrTooMany invalid.RuleError = "sla/too-many: %[1]s entries are too many; at most %[2]s"
	// ErrStop is a stop that does not exist.
	ErrStop invalid.RuleError = "sla/stop: there is no stop %[1]s"
	// ErrHours is a length that must be of hours and shorter.
	ErrHours invalid.RuleError = "sla/hours: %[1]s is not a length of hours, minutes and seconds alone, like PT48H"
	// ErrMixed is a length of days and hours.
	ErrMixed invalid.RuleError = "sla/mixed: %[1]s mixes days and hours; write one or the other, like PT36H"
	// ErrDays is a limit in hours with what belongs to a limit in days.
	ErrDays invalid.RuleError = "sla/days: ends, rest and firstDay belong to a limit in days; %[1]s is one in hours"
	// ErrBeforeAfter is a deadline that is moved both ways.
	ErrBeforeAfter invalid.RuleError = "sla/before-after: a deadline is moved before or after its field, not both"
	// ErrExclusive is an exclusive day that ends.
	ErrExclusive invalid.RuleError = "sla/exclusive: an exclusive deadline ends before its day begins, so that ends has no meaning"
	// ErrLevel is a level that says nothing or two things.
	ErrLevel invalid.RuleError = "sla/level: choose exactly one of before, after and percent"
	// ErrPercent is a percentage that is none.
	ErrPercent invalid.RuleError = "sla/percent: %[1]s is not a percentage from 1 to 100"
	// ErrPercentDays is a percentage of a limit in days.
	ErrPercentDays invalid.RuleError = "sla/percent-days: a percentage is of a limit in hours, and the milestone has none"
	// ErrField is a field that is neither an instant nor a day, or both.
	ErrField invalid.RuleError = "sla/field: choose exactly one of at and on"
	// ErrMilestone is a milestone that the promise does not have.
	ErrMilestone invalid.RuleError = "sla/milestone: there is no milestone %[1]s"
	// ErrIndex is bounds of an index that do not hold zero.
	ErrIndex invalid.RuleError = "sla/bounds: the floor is at most 0 and the cap at least 0, not %[1]s and %[2]s"
	// ErrWeight is a negative weight.
	ErrWeight invalid.RuleError = "sla/negative-weight: the weight %[1]s is negative"
	// ErrLength is a text that is not a length of time.
	ErrLength invalid.RuleError = "sla/length: %[1]s is not a length of time written like PT41H20M"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrCalendar, ZH: "没有日历 %[1]s；已提供：%[2]s"},
		{Text: ErrTwice, ZH: "%[1]s 重复"},
		{Text: ErrTooMany, ZH: "%[1]s 项太多；最多 %[2]s 项"},
		{Text: ErrStop, ZH: "没有暂停事由 %[1]s"},
		{Text: ErrHours, ZH: "%[1]s 不是只含时、分、秒的时长（应写作 PT48H）"},
		{Text: ErrMixed, ZH: "%[1]s 混用了日和小时；请只用其一，如 PT36H"},
		{Text: ErrDays, ZH: "ends、rest 和 firstDay 只用于按日计算的时限；%[1]s 按小时计算"},
		{Text: ErrBeforeAfter, ZH: "截止时间只能提前或推后，不能两者兼有"},
		{Text: ErrExclusive, ZH: "不含当日的截止时间在该日开始前届满，ends 没有意义"},
		{Text: ErrLevel, ZH: "before、after、percent 三者须恰好选一"},
		{Text: ErrPercent, ZH: "%[1]s 不是 1 到 100 的百分数"},
		{Text: ErrPercentDays, ZH: "百分数是按小时计算的时限的百分数，而该节点没有这样的时限"},
		{Text: ErrField, ZH: "at 和 on 须恰好选一"},
		{Text: ErrMilestone, ZH: "没有时限节点 %[1]s"},
		{Text: ErrIndex, ZH: "下限不大于 0，上限不小于 0；不能是 %[1]s 和 %[2]s"},
		{Text: ErrWeight, ZH: "权重 %[1]s 为负"},
		{Text: ErrLength, ZH: "%[1]s 不是时长（应写作 PT41H20M）"},

		{Text: labelInTime, ZH: "%[1]s：按时完成"},
		{Text: labelNotYet, ZH: "%[1]s：尚未到期"},
		{Text: labelDone, ZH: "完成时刻"},
		{Text: labelAsked, ZH: "查询时刻"},
		{Text: labelEnded, ZH: "撤单时刻"},
		{Text: labelStart, ZH: "开始计时"},
		{Text: labelDue, ZH: "到期时间"},
		{Text: labelLimit, ZH: "时限 %[1]s，按计时的各段累计"},
		{Text: labelIdle, ZH: "不计时的时间"},
		{Text: labelDays, ZH: "到期时间：自 %[2]s 起 %[1]s，最后一日为 %[3]s"},
		{Text: labelDaysStops, ZH: "到期时间：自 %[2]s 起 %[1]s，因暂停顺延 %[4]s 日，最后一日为 %[3]s"},
		{Text: labelDaysRest, ZH: "到期时间：自 %[2]s 起 %[1]s，因暂停顺延 %[4]s 日，最后一日 %[5]s 为休息日，改为 %[3]s"},
		{Text: labelField, ZH: "工单字段 %[1]s（%[2]s）约定的到期时间"},
		{Text: labelMoved, ZH: "到期时间：工单字段 %[1]s（%[2]s）推移 %[3]s"},
		{Text: labelFieldRest, ZH: "到期时间：工单字段 %[1]s（%[2]s）推移 %[3]s，遇休息日改为 %[4]s"},
		{Text: labelCounted, ZH: "计时，%[1]s 至 %[2]s"},
		{Text: labelStopped, ZH: "暂停计时，%[1]s 至 %[2]s"},
		{Text: labelClosed, ZH: "非工作时间，%[1]s 至 %[2]s"},
		{Text: labelNotStarted, ZH: "%[1]s 无法判定：开始计时的事件 %[2]s 尚未发生"},
		{Text: labelFieldMissing, ZH: "%[1]s 无法判定：工单缺少字段 %[2]s"},
		{Text: labelNoLimit, ZH: "%[1]s 无法判定：没有适用于 %[2]s 的时限"},
		{Text: labelLimitOpen, ZH: "%[1]s 无法判定：%[2]s 的时限尚未填写"},
		{Text: labelYearUnknown, ZH: "%[1]s 无法判定：%[2]s 年的节假日安排未知"},
		{Text: labelReversed, ZH: "%[1]s 无法判定：%[2]s 早于开始计时（时间倒置）"},
		{Text: labelOutOfRange, ZH: "%[1]s 无法判定：%[2]s"},
		{Text: labelUndated, ZH: "%[1]s 无法判定：事件 %[2]s 没有发生时间"},
		{Text: labelExcused, ZH: "%[1]s 不予判定：工单已免责"},
		{Text: labelCancelled, ZH: "%[1]s 不予判定：工单在开始计时前已撤单"},
		{Text: labelKept, ZH: "及时率，%[1]s"},
		{Text: labelMet, ZH: "按时"},
		{Text: labelJudged, ZH: "按时与超时合计"},
		{Text: labelBreach, ZH: "超时"},
		{Text: labelScore, ZH: "奖惩得分，%[1]s"},
		{Text: labelWeight, ZH: "权重"},
		{Text: labelBase, ZH: "基数"},
		{Text: labelStep, ZH: "每级分值"},
		{Text: labelIndex, ZH: "提前的级数，限在上下限内"},
		{Text: labelUnits, ZH: "提前的级数，向上取整"},
		{Text: labelMargin, ZH: "距到期的时间，按时限的口径计；超时为负"},
		{Text: labelUnit, ZH: "每级的时长"},
		{Text: labelBound, ZH: "级数的界限"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
