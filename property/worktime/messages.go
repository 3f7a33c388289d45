package worktime

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules timetables are checked by, and what a calendar cannot say.
const (
	// ErrZone is a zone that cannot be found.
	ErrZone invalid.RuleError = "worktime/zone: the time zone %[1]s is not known here: %[2]s"
	// ErrTable is a table of holidays that was not given.
	ErrTable invalid.RuleError = "worktime/table: there is no table of holidays %[1]s; given: %[2]s"
	// ErrMakeUp is a calendar with holidays that does not say what make-up days are like.
	ErrMakeUp invalid.RuleError = "worktime/make-up: the table %[1]s makes weekends working days; say whose hours they have, like mon"
	// ErrNeverOpens is a calendar without working time, or none for years from an instant on.
	ErrNeverOpens invalid.RuleError = "worktime/never-opens: the calendar never opens"
	// ErrNeverCloses is a calendar that is open for more than a year without a break.
	ErrNeverCloses invalid.RuleError = "worktime/never-closes: the calendar does not close for more than a year from %[1]s on"
	// ErrTwice is something named twice.
	ErrTwice invalid.RuleError = "worktime/twice: %[1]s is named twice"
	// ErrWindows is two windows of a day that overlap.
	ErrWindows invalid.RuleError = "worktime/windows: %[1]s and %[2]s overlap"
	// ErrShift is a shift that does not exist.
	ErrShift invalid.RuleError = "worktime/shift: there is no shift %[1]s"
	// ErrReversed is a last day before the first.
	ErrReversed invalid.RuleError = "worktime/reversed: the last day %[2]s is before the first day %[1]s"
	// ErrOverlap is a day with two overrides.
	ErrOverlap invalid.RuleError = "worktime/overlap: %[1]s already has another override, which begins on %[2]s"
	// ErrOverride is an override that says nothing or two things.
	ErrOverride invalid.RuleError = "worktime/override: choose exactly one of closed, as, and windows or shifts"
	// ErrUnknownYear is a year whose holidays are not known.
	ErrUnknownYear invalid.RuleError = "worktime/unknown-year: calendar %[1]s: the holidays of %[2]s are not known; the table %[3]s ends there or has a gap"
	// ErrRange is an instant or a length beyond what is counted.
	ErrRange invalid.RuleError = "worktime/range: instants of the years 1 to 9999 and lengths up to 292 years are counted, not %[1]s"
	// ErrOpenPeriod is a period without an end.
	ErrOpenPeriod invalid.RuleError = "worktime/open-period: the working days of a period without an end are not counted; it begins on %[1]s"
)

func texts() []invalid.Translation {
	return append([]invalid.Translation{
		{Text: ErrZone, ZH: "这里不知道时区 %[1]s：%[2]s"},
		{Text: ErrTable, ZH: "没有节假日表 %[1]s；已提供：%[2]s"},
		{Text: ErrMakeUp, ZH: "节假日表 %[1]s 使周末成为工作日；请说明补班日采用星期几的时间，如 mon"},
		{Text: ErrNeverOpens, ZH: "该日历没有任何工作时间"},
		{Text: ErrNeverCloses, ZH: "该日历自 %[1]s 起一年以上不间断，没有下班时刻"},
		{Text: ErrTwice, ZH: "%[1]s 重复"},
		{Text: ErrWindows, ZH: "时段 %[1]s 与 %[2]s 重叠"},
		{Text: ErrShift, ZH: "没有班次 %[1]s"},
		{Text: ErrReversed, ZH: "止日 %[2]s 早于起日 %[1]s"},
		{Text: ErrOverlap, ZH: "%[1]s 已有另一条自 %[2]s 起的特别安排"},
		{Text: ErrOverride, ZH: "closed、as、windows 或 shifts 三者须恰好选一"},
		{Text: ErrUnknownYear, ZH: "日历 %[1]s：%[2]s 年的节假日安排未知，节假日表 %[3]s 没有这一年"},
		{Text: ErrRange, ZH: "只计算公元 1 年至 9999 年的时刻和 292 年以内的时长，%[1]s 不在其内"},
		{Text: ErrOpenPeriod, ZH: "没有止日的期间不能计算工作日；该期间自 %[1]s 起"},
	}, holidayTexts()...)
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
