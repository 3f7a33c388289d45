package standard

import "github.com/wuyekit/wuye/property/invalid"

// The rules that promises, orderings and thresholds are compiled by.
const (
	// ErrDueFixed is a deadline with what would move it.
	ErrDueFixed invalid.RuleError = "standard/due-fixed: a deadline that is a field does not move; leave out %[1]s"
	// ErrDueTime is a deadline that is no time.
	ErrDueTime invalid.RuleError = "standard/due-time: %[1]s is neither a date nor an instant, and cannot be a deadline"
	// ErrStep is a step after another that does not stand before it.
	ErrStep invalid.RuleError = "standard/step: no step before this one is %[1]s"
	// ErrStepAfter is a free step with steps that it comes after.
	ErrStepAfter invalid.RuleError = "standard/step-after: a free step comes after no other; leave out after or free"
	// ErrStepAlone is a distance of a step that has none before it.
	ErrStepAlone invalid.RuleError = "standard/step-alone: %[1]s is a distance from the step before, and there is none"
	// ErrStepMixed is a distance in days and hours.
	ErrStepMixed invalid.RuleError = "standard/step-mixed: %[1]s mixes days and hours; write one or the other, like PT36H"
	// ErrTimes is a number of repeats that is none.
	ErrTimes invalid.RuleError = "standard/times: %[1]s is not a whole number from 1 to %[2]s"
	// ErrMidnight is a time of day at which nothing can be.
	ErrMidnight invalid.RuleError = "standard/midnight: nothing is as late as 24:00"
	// ErrLimitIs is a comparison that numbers do not have.
	ErrLimitIs invalid.RuleError = "standard/limit-is: a figure is compared by =, !=, <, <=, > or >=, not by %[1]s"
	// ErrCountPer is a count of a clause that is held against each subject.
	ErrCountPer invalid.RuleError = "standard/count-per: %[1]s counts all subjects of a clause; leave out per"
)

func caseTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrDueFixed, ZH: "截止时间取自字段时不会顺延；请去掉 %[1]s"},
		{Text: ErrDueTime, ZH: "%[1]s 既不是日期也不是时刻，不能作为截止时间"},
		{Text: ErrStep, ZH: "在此之前没有步骤 %[1]s"},
		{Text: ErrStepAfter, ZH: "free 的步骤不在任何步骤之后；after 与 free 只能写一个"},
		{Text: ErrStepAlone, ZH: "%[1]s 是与前一步骤的间隔，而前面没有步骤"},
		{Text: ErrStepMixed, ZH: "%[1]s 混用了日和小时；请只用其一，如 PT36H"},
		{Text: ErrTimes, ZH: "%[1]s 不是 1 到 %[2]s 的整数"},
		{Text: ErrMidnight, ZH: "没有什么会晚到 24:00"},
		{Text: ErrLimitIs, ZH: "数值只能用 =、!=、<、<=、> 或 >= 比较，不能用 %[1]s"},
		{Text: ErrCountPer, ZH: "%[1]s 是整个条款的计数，不分对象；请去掉 per"},
	}
}
