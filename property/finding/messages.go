package finding

import (
	"slices"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of policies.
const (
	// ErrCalendar is a calendar that was not given.
	ErrCalendar invalid.RuleError = "finding/calendar: there is no calendar %[1]s; given: %[2]s"
	// ErrTwice is something named twice.
	ErrTwice invalid.RuleError = "finding/twice: %[1]s is named twice"
	// ErrDays is a deadline in hours, or one that mixes days and working days.
	ErrDays invalid.RuleError = "finding/days: %[1]s is not a length of days and months or of working days alone, like P7D or 5wd"
	// ErrPositive is a step that is not above 0.
	ErrPositive invalid.RuleError = "finding/positive: %[1]s is not above 0"
	// ErrNegative is a penalty below 0.
	ErrNegative invalid.RuleError = "finding/negative: a penalty of %[1]s is below 0"
	// ErrNothing is a penalty without points and money.
	ErrNothing invalid.RuleError = "finding/nothing: a penalty has points or an amount; this one has neither"
	// ErrCurrencies is a penalty in another currency than the others.
	ErrCurrencies invalid.RuleError = "finding/currencies: a penalty in %[1]s cannot be added to those in %[2]s"
	// ErrFactor is a factor that does not make anything dearer.
	ErrFactor invalid.RuleError = "finding/factor: the factor of what is found again is above 1, not %[1]s"
	// ErrMost is a limit below the factor that it limits.
	ErrMost invalid.RuleError = "finding/most: the largest factor, %[1]s, is below the factor %[2]s"
)

// The rules of cases.
const (
	// ErrRepeats is a number of repetitions that is none.
	ErrRepeats invalid.RuleError = "finding/repeats: %[1]s is not a number of times from 0 to %[2]s"
	// ErrNoEvent is an annex to an event that the log does not have.
	ErrNoEvent invalid.RuleError = "finding/no-event: the log has no event %[1]s"
	// ErrSetsNoDue is a deadline on an event that sets none.
	ErrSetsNoDue invalid.RuleError = "finding/sets-no-due: an event %[1]s sets no deadline; issued, failed and extended do"
	// ErrNoDue is an extension without its day.
	ErrNoDue invalid.RuleError = "finding/no-due: event %[1]s extends the deadline, and no annex says to which day"
	// ErrDueBefore is a deadline before the day it runs from.
	ErrDueBefore invalid.RuleError = "finding/due-before: the deadline %[1]s is before %[2]s, the day it is set"
	// ErrNotLater is an extension to a day that is not later.
	ErrNotLater invalid.RuleError = "finding/not-later: an extension to %[1]s is not later than the deadline %[2]s"
	// ErrGrowth is a penalty that grows beyond what is computed.
	ErrGrowth invalid.RuleError = "finding/growth: found again %[1]s times, the penalty grows beyond what is computed; limit it with repeat.most"
)

// The rules of improvement items.
const (
	// ErrLoop is a number of a loop that is none.
	ErrLoop invalid.RuleError = "finding/loop: %[1]s is not the number of a loop from 1 to %[2]s"
	// ErrFirstLoop is an item that comes from another one in its first loop, or from none in a later one.
	ErrFirstLoop invalid.RuleError = "finding/first-loop: an item in loop %[1]s comes from %[2]s: only those from loop 2 on come from another"
	// ErrSameCycle is a cycle that hands over to itself.
	ErrSameCycle invalid.RuleError = "finding/same-cycle: cycle %[1]s cannot hand over to itself"
	// ErrTaken is an ID that the item of the next cycle would get and another one has.
	ErrTaken invalid.RuleError = "finding/taken: carried over, item %[1]s would be %[2]s, which is the ID of another"
)

func ruleTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrCalendar, ZH: "没有日历 %[1]s；已提供：%[2]s"},
		{Text: ErrTwice, ZH: "%[1]s 重复"},
		{Text: ErrDays, ZH: "%[1]s 应只含日和月，或只含工作日，如 P7D、5wd"},
		{Text: ErrPositive, ZH: "%[1]s 应大于 0"},
		{Text: ErrNegative, ZH: "处罚不能为负：%[1]s"},
		{Text: ErrNothing, ZH: "处罚须有扣分或金额，此处两者皆无"},
		{Text: ErrCurrencies, ZH: "以 %[1]s 计的处罚不能与以 %[2]s 计的相加"},
		{Text: ErrFactor, ZH: "屡查屡犯的加重系数应大于 1，不能是 %[1]s"},
		{Text: ErrMost, ZH: "加重系数的上限 %[1]s 小于系数 %[2]s"},
		{Text: ErrRepeats, ZH: "%[1]s 不是 0 到 %[2]s 之间的次数"},
		{Text: ErrNoEvent, ZH: "记录中没有事件 %[1]s"},
		{Text: ErrSetsNoDue, ZH: "事件 %[1]s 不设期限；下发、复查不合格和延期才设"},
		{Text: ErrNoDue, ZH: "事件 %[1]s 是延期，但没有附件说明延至哪一天"},
		{Text: ErrDueBefore, ZH: "期限 %[1]s 早于设定之日 %[2]s"},
		{Text: ErrNotLater, ZH: "延期至 %[1]s，并不晚于原期限 %[2]s"},
		{Text: ErrGrowth, ZH: "第 %[1]s 次屡查屡犯，处罚增长过大，无法计算；请用 repeat.most 设上限"},
		{Text: ErrLoop, ZH: "%[1]s 不是 1 到 %[2]s 之间的循环次数"},
		{Text: ErrFirstLoop, ZH: "第 %[1]s 次循环的事项来自 %[2]s：只有第 2 次循环起的事项才来自上一循环"},
		{Text: ErrSameCycle, ZH: "周期 %[1]s 不能移交给自身"},
		{Text: ErrTaken, ZH: "事项 %[1]s 移交后编号为 %[2]s，而该编号已属于另一事项"},
	}
}

func texts() []invalid.Translation { return slices.Concat(ruleTexts(), labelTexts()) }

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
