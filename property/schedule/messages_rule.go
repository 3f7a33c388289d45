package schedule

import "github.com/wuyekit/wuye/property/invalid"

// The rules that series are checked by, and RRULE texts are read and written by.
const (
	// ErrCalendar is a calendar that was not given.
	ErrCalendar invalid.RuleError = "schedule/calendar: there is no calendar %[1]s; given: %[2]s"
	// ErrNever is a series without a day.
	ErrNever invalid.RuleError = "schedule/rule-never: no day is ever due, as on 30 February"
	// ErrNoClock is a question about occurrences to a demand that has none of the clock.
	ErrNoClock invalid.RuleError = "schedule/rule-no-clock: when %[1]s is due does not follow from the clock alone"
	// ErrRuleNumber is a number out of bounds.
	ErrRuleNumber invalid.RuleError = "schedule/rule-number: %[1]s is not a number from %[2]s to %[3]s, without 0"
	// ErrRuleTime is a time at the end of the day.
	ErrRuleTime invalid.RuleError = "schedule/rule-time: nothing is due at 24:00; write 00:00 of the next day"
	// ErrRuleBegins is a series of hours or minutes with several times.
	ErrRuleBegins invalid.RuleError = "schedule/rule-begins: a series of hours or minutes has one time, at which it begins"
	// ErrRuleTimes is a rule with times and steps.
	ErrRuleTimes invalid.RuleError = "schedule/rule-times: times and steps do not go together"
	// ErrRuleFits is what does not go with the unit.
	ErrRuleFits invalid.RuleError = "schedule/rule-fits: %[1]s does not go with a series of the unit %[2]s"
	// ErrRuleShort is a day that some months do not have.
	ErrRuleShort invalid.RuleError = "schedule/rule-short: not every month has a day %[1]s; say in shortMonth what becomes of it: last, skip or next"
	// ErrRuleStep is a step that is not of minutes.
	ErrRuleStep invalid.RuleError = "schedule/rule-step: %[1]s is not a step of hours and whole minutes, like PT2H or PT15M"
	// ErrRuleWindow is steps in no part of time, or in two.
	ErrRuleWindow invalid.RuleError = "schedule/rule-window: steps lie in a window or inside a span of the subject: choose exactly one"
	// ErrRuleRounds is a window without a round.
	ErrRuleRounds invalid.RuleError = "schedule/rule-rounds: steps of %[1]s make no round in %[2]s, unless at its start or end"
	// ErrRRuleText is what is no part of an RRULE.
	ErrRRuleText invalid.RuleError = "schedule/rrule-text: %[1]s is not a part of an RRULE, written once like INTERVAL=2"
	// ErrRRuleValue is a value that a part does not have.
	ErrRRuleValue invalid.RuleError = "schedule/rrule-value: %[1]s is not a value of %[2]s that is read here"
	// ErrRRulePart is a part of RFC 5545 that is not read.
	ErrRRulePart invalid.RuleError = "schedule/rrule-part: %[1]s is not read; an end is written as UNTIL, seconds as BYSECOND=0"
	// ErrRRuleFits is a part that has no meaning beside the frequency, or none that is read.
	ErrRRuleFits invalid.RuleError = "schedule/rrule-fits: %[1]s is not read beside FREQ=%[2]s"
	// ErrRRuleCut is a beginning or an end between two times of a day.
	ErrRRuleCut invalid.RuleError = "schedule/rrule-cut: %[1]s lies between two times of its day; a duty begins and ends with a day"
	// ErrNoRRule is what RFC 5545 has no words for.
	ErrNoRRule invalid.RuleError = "schedule/rrule-none: an RRULE cannot say %[1]s"
)

func ruleTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrCalendar, ZH: "没有日历 %[1]s；已提供：%[2]s"},
		{Text: ErrNever, ZH: "永远没有到期日，如 2 月 30 日"},
		{Text: ErrNoClock, ZH: "%[1]s 何时到期不能只由时钟确定"},
		{Text: ErrRuleNumber, ZH: "%[1]s 不是 %[2]s 到 %[3]s 之间的数（不含 0）"},
		{Text: ErrRuleTime, ZH: "到期时刻不能是 24:00；请写次日 00:00"},
		{Text: ErrRuleBegins, ZH: "按小时或分钟的周期只有一个时刻，即其开始的时刻"},
		{Text: ErrRuleTimes, ZH: "times 和 steps 不能同时使用"},
		{Text: ErrRuleFits, ZH: "%[1]s 不适用于单位为 %[2]s 的周期"},
		{Text: ErrRuleShort, ZH: "不是每个月都有 %[1]s 日；请在 shortMonth 中说明如何处理：last、skip 或 next"},
		{Text: ErrRuleStep, ZH: "%[1]s 不是以小时和整分钟表示的间隔（如 PT2H 或 PT15M）"},
		{Text: ErrRuleWindow, ZH: "steps 须在 window 或 inside 所指的时段之内，两者恰好选一"},
		{Text: ErrRuleRounds, ZH: "间隔 %[1]s 在 %[2]s 内没有一次，除非在其开始或结束时"},
		{Text: ErrRRuleText, ZH: "%[1]s 不是 RRULE 的一部分（各写一次，如 INTERVAL=2）"},
		{Text: ErrRRuleValue, ZH: "%[1]s 不是此处可读的 %[2]s 的值"},
		{Text: ErrRRulePart, ZH: "此处不读取 %[1]s；结束请写 UNTIL，秒请写 BYSECOND=0"},
		{Text: ErrRRuleFits, ZH: "%[1]s 与 FREQ=%[2]s 同用时不予读取"},
		{Text: ErrRRuleCut, ZH: "%[1]s 在当日的两个时刻之间；职责按整日起止"},
		{Text: ErrNoRRule, ZH: "RRULE 无法表示 %[1]s"},
	}
}
