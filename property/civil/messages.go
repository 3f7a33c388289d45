package civil

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules dates, periods, histories and spans are read by.
const (
	// ErrDate is a text that is not written as a date.
	ErrDate invalid.RuleError = "civil/date: %[1]s is not a date written like 2026-03-31"
	// ErrNoSuchDay is a day or month the calendar does not have.
	ErrNoSuchDay invalid.RuleError = "civil/no-such-day: there is no day %[1]s"
	// ErrDateRange is a date before 0001-01-02 or after 9999-12-31.
	ErrDateRange invalid.RuleError = "civil/date-range: %[1]s is outside 0001-01-02 to 9999-12-31"
	// ErrUnset is an unset value that would have to be written.
	ErrUnset invalid.RuleError = "civil/unset: an unset value has no text; leave the field out"
	// ErrMonth is a text that is not written as a month.
	ErrMonth invalid.RuleError = "civil/month: %[1]s is not a month written like 2026-03"
	// ErrPeriodReversed is a period without a day.
	ErrPeriodReversed invalid.RuleError = "civil/period-reversed: the end %[2]s is not after the start %[1]s; the end is the day after the last"
	// ErrHistoryReversed is an entry whose last day is before its first.
	ErrHistoryReversed invalid.RuleError = "civil/history-reversed: the last day %[2]s is before the first day %[1]s"
	// ErrHistoryOrder is an entry that does not begin after the one before it.
	ErrHistoryOrder invalid.RuleError = "civil/history-order: begins on %[1]s, which is not after %[2]s, where the entry before begins"
	// ErrHistoryOverlap is an entry that begins while the one before it holds.
	ErrHistoryOverlap invalid.RuleError = "civil/history-overlap: begins on %[1]s, but the entry before holds through %[2]s"
	// ErrMonthDay is a text that is not written as a day of the year.
	ErrMonthDay invalid.RuleError = "civil/month-day: %[1]s is not a day of the year written like 11-15"
	// ErrSeasonText is a text that is not written as a season.
	ErrSeasonText invalid.RuleError = "civil/season-text: %[1]s is not a season written like 11-15/03-15, first and last day"
	// ErrSeason is a season that begins again before it has ended.
	ErrSeason invalid.RuleError = "civil/season: the season %[1]s begins again before it has ended, in years without 29 February"
	// ErrMoment is a text that is not written as a minute of a day.
	ErrMoment invalid.RuleError = "civil/moment: %[1]s is not a day and time written like 2026-01-10T08:00"
	// ErrTimeOfDay is a text that is not written as a time of day.
	ErrTimeOfDay invalid.RuleError = "civil/time-of-day: %[1]s is not a time written like 08:30, up to 24:00"
	// ErrWindow is a text that is not written as a part of the day.
	ErrWindow invalid.RuleError = "civil/window: %[1]s is not a part of the day written like 09:00/12:00"
	// ErrWindowOpen is a window that opens at the end of the day.
	ErrWindowOpen invalid.RuleError = "civil/window-open: nothing opens at 24:00; write 00:00 of the next day"
	// ErrWindowEmpty is a window that closes when it opens.
	ErrWindowEmpty invalid.RuleError = "civil/window-empty: closes at %[1]s, when it opens; the whole day is 00:00/24:00"
	// ErrSpan is a text that is not written as a length of time.
	ErrSpan invalid.RuleError = "civil/span: %[1]s is not a length like P1M, P7D, PT30M or 5wd"
	// ErrSpanZero is a length of zero.
	ErrSpanZero invalid.RuleError = "civil/span-zero: %[1]s is no length; leave the field out"
	// ErrSpanRange is a length that is too long.
	ErrSpanRange invalid.RuleError = "civil/span-range: %[1]s is too long; months, days, working days and seconds go to 2147483647"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrDate, ZH: "%[1]s 不是日期（应写作 2026-03-31）"},
		{Text: ErrNoSuchDay, ZH: "没有 %[1]s 这一天"},
		{Text: ErrDateRange, ZH: "%[1]s 不在 0001-01-02 至 9999-12-31 之间"},
		{Text: ErrUnset, ZH: "未填写的值不能写出；请省略该字段"},
		{Text: ErrMonth, ZH: "%[1]s 不是月份（应写作 2026-03）"},
		{Text: ErrPeriodReversed, ZH: "期间的终点 %[2]s 不晚于起点 %[1]s；终点是最后一天的次日"},
		{Text: ErrHistoryReversed, ZH: "止日 %[2]s 早于起日 %[1]s"},
		{Text: ErrHistoryOrder, ZH: "起日 %[1]s 不晚于上一条的起日 %[2]s"},
		{Text: ErrHistoryOverlap, ZH: "起日 %[1]s 与上一条重叠，上一条持续到 %[2]s（含）"},
		{Text: ErrMonthDay, ZH: "%[1]s 不是月日（应写作 11-15）"},
		{Text: ErrSeasonText, ZH: "%[1]s 不是季节期间（应写作 11-15/03-15，即首日和末日）"},
		{Text: ErrSeason, ZH: "季节期间 %[1]s 在没有 2 月 29 日的年份里未结束又开始"},
		{Text: ErrMoment, ZH: "%[1]s 不是日期和时刻（应写作 2026-01-10T08:00）"},
		{Text: ErrTimeOfDay, ZH: "%[1]s 不是时刻（应写作 08:30，最晚 24:00）"},
		{Text: ErrWindow, ZH: "%[1]s 不是时段（应写作 09:00/12:00）"},
		{Text: ErrWindowOpen, ZH: "时段不能从 24:00 开始；请写次日的 00:00"},
		{Text: ErrWindowEmpty, ZH: "时段在开始的时刻 %[1]s 就结束；全天应写作 00:00/24:00"},
		{Text: ErrSpan, ZH: "%[1]s 不是期限（应写作 P1M、P7D、PT30M 或 5wd）"},
		{Text: ErrSpanZero, ZH: "%[1]s 的长度为零；没有期限就省略该字段"},
		{Text: ErrSpanRange, ZH: "%[1]s 太长；月、日、工作日和秒数均不超过 2147483647"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
