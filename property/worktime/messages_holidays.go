package worktime

import "github.com/wuyekit/wuye/property/invalid"

// The rules tables of holidays are checked by.
const (
	// ErrNoticeYear is a notice of a year that is none.
	ErrNoticeYear invalid.RuleError = "worktime/notice-year: %[1]s is not a year from 2 to 9999"
	// ErrNoticeTwice is a second notice that makes a year known.
	ErrNoticeTwice invalid.RuleError = "worktime/notice-twice: the year %[1]s is known by an earlier notice; mark one that changes it as an amendment"
	// ErrNoticeAmends is an amendment before the notice that it amends.
	ErrNoticeAmends invalid.RuleError = "worktime/notice-amends: amends the year %[1]s, which no notice before it makes known"
	// ErrNoticeOrder is a notice that was published before the one in front of it.
	ErrNoticeOrder invalid.RuleError = "worktime/notice-order: published on %[1]s, but the notice of %[2]s before it on %[3]s"
	// ErrHolidayLong is a stretch of days that is too long to be meant.
	ErrHolidayLong invalid.RuleError = "worktime/holiday-long: %[1]s to %[2]s are %[3]s days; one entry has at most 60"
	// ErrHolidayFar is a day far from the year of its notice.
	ErrHolidayFar invalid.RuleError = "worktime/holiday-far: %[1]s is more than a year away from %[2]s, the year of the notice"
	// ErrHolidayTwice is a day that a notice names twice.
	ErrHolidayTwice invalid.RuleError = "worktime/holiday-twice: %[1]s is in entry %[2]s of the notice already"
)

// holidayTexts are the texts of the rules for tables of holidays.
func holidayTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrNoticeYear, ZH: "%[1]s 不是 2 至 9999 之间的年份"},
		{Text: ErrNoticeTwice, ZH: "%[1]s 年已有放假安排通知；改动它的通知应注明为调整（amends）"},
		{Text: ErrNoticeAmends, ZH: "所调整的 %[1]s 年在此之前没有放假安排通知"},
		{Text: ErrNoticeOrder, ZH: "发布于 %[1]s，早于排在其前的 %[2]s 年通知（%[3]s）"},
		{Text: ErrHolidayLong, ZH: "%[1]s 至 %[2]s 共 %[3]s 天；一条至多 60 天"},
		{Text: ErrHolidayFar, ZH: "%[1]s 与通知所属的 %[2]s 年相距超过一年"},
		{Text: ErrHolidayTwice, ZH: "%[1]s 已在该通知的第 %[2]s 条（从 0 起）中给出"},
	}
}
