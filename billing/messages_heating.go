package billing

import (
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of seasons, stops and faults.
const (
	// ErrSeasonProration is a method for part months where a season is charged.
	ErrSeasonProration invalid.RuleError = "billing/season-proration: %[1]s speaks of months; a part of a season is charged by actualDays or wholeMonth, the whole of it"
	// ErrNoticeDays is a time for applications that is none.
	ErrNoticeDays invalid.RuleError = "billing/notice-days: %[1]s is not 0 to %[2]s days"
	// ErrSuspensionTerms is a suspension relief with two sources of terms.
	ErrSuspensionTerms invalid.RuleError = "billing/suspension-terms: give either the charge and notice days or the key of a policy"
	// ErrSuspensionPolicy is a policy row that is no term of a suspension relief.
	ErrSuspensionPolicy invalid.RuleError = "billing/suspension-policy: the policy %[1]s says %[2]s, which is no part from 0 to 1 and no number of days"
	// ErrNoTerms is a fact that its tariff has no terms for.
	ErrNoTerms invalid.RuleError = "billing/no-terms: tariff %[1]s does not say what a case of %[2]s is charged"
	// ErrHeatTerms is a heat fault relief with no source of terms, or two.
	ErrHeatTerms invalid.RuleError = "billing/heat-terms: give either bands or an outage, or both, or the key of a policy"
	// ErrHeatPolicy is a policy row that is no term of a heat fault relief.
	ErrHeatPolicy invalid.RuleError = "billing/heat-policy: the policy %[1]s says %[2]s, which are no bands such as 14:1 16:0.5 18:0.2 and no hours"
	// ErrBand is a temperature band that is none.
	ErrBand invalid.RuleError = "billing/band: below %[1]s °C %[2]s is given back; write a temperature of at most 100 °C and a part above 0 up to 1"
	// ErrBandOrder is a temperature band out of order.
	ErrBandOrder invalid.RuleError = "billing/band-order: the temperatures of bands rise, and what is given back falls"
	// ErrOutageHours is a length of outages that is none.
	ErrOutageHours invalid.RuleError = "billing/outage-hours: %[1]s is not 0 to %[2]s hours"
	// ErrOutageEnd is an outage that ends before it begins.
	ErrOutageEnd invalid.RuleError = "billing/outage-end: the outage from %[1]s ends at %[2]s, which is not later"
	// ErrCelsius is a temperature that is none.
	ErrCelsius invalid.RuleError = "billing/celsius: %[1]s is not a temperature from -100 to 100 °C of at most six decimals"
	// ErrFaultPlace is a fault without a place, or with two.
	ErrFaultPlace invalid.RuleError = "billing/fault-place: give either the unit or the scope that did not get its heat"
)

// What the steps of a season's derivation are.
const (
	labelSeasonPrice explain.Label = "billing/season-price: price per season"
	labelSeasonPart  explain.Label = "billing/season-part: days of the stretch ÷ days of the season"
	labelSeasonDays  explain.Label = "billing/season-days: days of the season"
	labelSeasonWhole explain.Label = "billing/season-whole: of a whole season"
	labelSeasonBegun explain.Label = "billing/season-begun: the whole season for a season begun"
)

func heatingTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrSeasonProration, ZH: "%[1]s 是按月的折算方法；采暖季的一部分只能按实际天数或按整季计收"},
		{Text: ErrNoticeDays, ZH: "%[1]s 天不在 0 至 %[2]s 天之间"},
		{Text: ErrSuspensionTerms, ZH: "报停减免：请给出计收比例和提前天数，或给出政策项，两者只能选一"},
		{Text: ErrSuspensionPolicy, ZH: "政策项 %[1]s 的值 %[2]s 不是 0 至 1 的比例，也不是天数"},
		{Text: ErrNoTerms, ZH: "收费项目 %[1]s 没有规定 %[2]s 如何计收"},
		{Text: ErrHeatTerms, ZH: "供热不达标减免：请给出温度档或停热条件（可兼有），或给出政策项"},
		{Text: ErrHeatPolicy, ZH: "政策项 %[1]s 的值 %[2]s 不是温度档（如 14:1 16:0.5 18:0.2），也不是小时数"},
		{Text: ErrBand, ZH: "低于 %[1]s °C 退 %[2]s：应为不超过 100 °C 的温度和大于 0、不超过 1 的比例"},
		{Text: ErrBandOrder, ZH: "温度档应由低到高，退费比例随之递减"},
		{Text: ErrOutageHours, ZH: "%[1]s 小时不在 0 至 %[2]s 小时之间"},
		{Text: ErrOutageEnd, ZH: "停热自 %[1]s 起，止于 %[2]s，并不更晚"},
		{Text: ErrCelsius, ZH: "%[1]s 不是 -100 至 100 °C、最多六位小数的温度"},
		{Text: ErrFaultPlace, ZH: "供热问题应给出房屋或范围，且只能给出一个"},
		{Text: labelSeasonPrice, ZH: "整季单价"},
		{Text: labelSeasonPart, ZH: "计费天数 ÷ 整季天数"},
		{Text: labelSeasonDays, ZH: "整季天数"},
		{Text: labelSeasonWhole, ZH: "整季份数"},
		{Text: labelSeasonBegun, ZH: "不足一季按整季"},
	}
}
