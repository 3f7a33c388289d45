package parking

import (
	"slices"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of tariffs, stays, passes and fees.
const (
	// ErrTime is 24:00 in a window: midnight is 00:00.
	ErrTime invalid.RuleError = "parking/time: %[1]s is not a time of day like 07:00"
	// ErrWindowEmpty is a window that ends when it begins.
	ErrWindowEmpty invalid.RuleError = "parking/window-empty: a window that begins and ends at %[1]s is no time; leave it out for the whole day"
	// ErrWindows is a time of day that no window has, or two have.
	ErrWindows invalid.RuleError = "parking/windows: the windows must cover the day exactly once; one ends at %[1]s, the next begins at %[2]s"
	// ErrRates is a tariff without prices, or with too many.
	ErrRates invalid.RuleError = "parking/rates: %[1]s rates are not 1 to %[2]s"
	// ErrRateKind is a rate that does not say in one way what it costs.
	ErrRateKind invalid.RuleError = "parking/rate-kind: a rate has exactly one of unit, perVisit and free: true"
	// ErrNotWith is a term that does not go with another.
	ErrNotWith invalid.RuleError = "parking/not-with: %[1]s does not go with %[2]s"
	// ErrNoPrice is a price that is missing or 0.
	ErrNoPrice invalid.RuleError = "parking/no-price: there is no price; a time that costs nothing has a rate with free: true"
	// ErrNegative is a figure below 0.
	ErrNegative invalid.RuleError = "parking/negative: %[1]s is negative"
	// ErrTooHigh is a price that is too high.
	ErrTooHigh invalid.RuleError = "parking/too-high: %[1]s is more than %[2]s"
	// ErrMinutes is a number of minutes out of range.
	ErrMinutes invalid.RuleError = "parking/minutes: %[1]s is not %[2]s to %[3]s minutes"
	// ErrFactor is a factor that is none.
	ErrFactor invalid.RuleError = "parking/no-factor: %[1]s is not a factor above 0 up to %[2]s"
	// ErrClassTwice is a class given twice.
	ErrClassTwice invalid.RuleError = "parking/class-twice: class %[1]s is given twice"
	// ErrClassKind is a class that does not say in one way what it pays.
	ErrClassKind invalid.RuleError = "parking/class-kind: a class has exactly one of exempt, factor and rates"
	// ErrNoZone is a tariff compiled without a zone.
	ErrNoZone invalid.RuleError = "parking/no-zone: there is no time zone to read the clock in"

	// ErrInstant is an instant that is unset, or out of order or range.
	ErrInstant invalid.RuleError = "parking/instant: the instant is missing or cannot be"
	// ErrExitFirst is an exit before the entry.
	ErrExitFirst invalid.RuleError = "parking/exit-first: the exit at %[1]s is before the entry at %[2]s"
	// ErrTooLong is a stay that is too long to be true.
	ErrTooLong invalid.RuleError = "parking/too-long: the stay is longer than %[1]s days"
	// ErrOpen is a stay without an exit.
	ErrOpen invalid.RuleError = "parking/open: the vehicle is still inside; ask for the fee as of an instant"
	// ErrAsOf is an instant before the entry.
	ErrAsOf invalid.RuleError = "parking/as-of: the vehicle had not entered at %[1]s"
	// ErrNoClass is a class that the tariff does not have.
	ErrNoClass invalid.RuleError = "parking/no-class: tariff %[1]s has no class %[2]s"
	// ErrPaidNothing is a payment of nothing, or less.
	ErrPaidNothing invalid.RuleError = "parking/paid-nothing: a payment of %[1]s is none"
	// ErrPaidOutside is a payment before the entry or after the exit.
	ErrPaidOutside invalid.RuleError = "parking/paid-outside: the payment at %[1]s is not within the stay"
	// ErrPaidOrder is a payment that stands after a later one.
	ErrPaidOrder invalid.RuleError = "parking/paid-order: the payment at %[1]s stands after that at %[2]s"
	// ErrPaidTooMuch is payments of more than 18 digits together.
	ErrPaidTooMuch invalid.RuleError = "parking/paid-too-much: the payments together are too large"
	// ErrCurrency is an amount of another currency than the tariff.
	ErrCurrency invalid.RuleError = "parking/currency: %[1]s is not an amount of %[2]s"
	// ErrTooMany is a list that is too long.
	ErrTooMany invalid.RuleError = "parking/too-many: %[1]s are more than %[2]s"
	// ErrPassPeriod is a pass that cannot be priced for its length.
	ErrPassPeriod invalid.RuleError = "parking/pass-period: a pass is priced for a period with an end, of at most %[1]s months"

	// ErrFigure is a stored figure that does not follow from the facts.
	ErrFigure invalid.RuleError = "parking/figure: %[1]s is stored; %[2]s follows from the facts"
	// ErrPart is a part that the stay cannot have.
	ErrPart invalid.RuleError = "parking/part: the stay cannot have such a part"
)

func ruleTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrTime, ZH: "%[1]s 不是时刻（如 07:00）"},
		{Text: ErrWindowEmpty, ZH: "起止均为 %[1]s 的时段没有时长；全天请不填时段"},
		{Text: ErrWindows, ZH: "各时段须恰好覆盖全天一次：前一段止于 %[1]s，后一段始于 %[2]s"},
		{Text: ErrRates, ZH: "计费规则 %[1]s 条，应为 1 至 %[2]s 条"},
		{Text: ErrRateKind, ZH: "每条计费规则须且只能填 unit、perVisit、free: true 之一"},
		{Text: ErrNotWith, ZH: "%[1]s 不能与 %[2]s 同用"},
		{Text: ErrNoPrice, ZH: "没有价格；免费的时段请写 free: true"},
		{Text: ErrNegative, ZH: "%[1]s 为负数"},
		{Text: ErrTooHigh, ZH: "%[1]s 大于上限 %[2]s"},
		{Text: ErrMinutes, ZH: "%[1]s 不在 %[2]s 至 %[3]s 分钟之内"},
		{Text: ErrFactor, ZH: "%[1]s 不是大于 0 且不超过 %[2]s 的系数"},
		{Text: ErrClassTwice, ZH: "车型 %[1]s 重复"},
		{Text: ErrClassKind, ZH: "每个车型须且只能填 exempt、factor、rates 之一"},
		{Text: ErrNoZone, ZH: "没有时区，无法确定时刻"},
		{Text: ErrInstant, ZH: "时间缺失或不可能"},
		{Text: ErrExitFirst, ZH: "出场时间 %[1]s 早于入场时间 %[2]s"},
		{Text: ErrTooLong, ZH: "停车超过 %[1]s 天"},
		{Text: ErrOpen, ZH: "车辆尚未出场；请指定计费截止时间"},
		{Text: ErrAsOf, ZH: "%[1]s 时车辆尚未入场"},
		{Text: ErrNoClass, ZH: "收费标准 %[1]s 没有车型 %[2]s"},
		{Text: ErrPaidNothing, ZH: "付款金额 %[1]s 无效"},
		{Text: ErrPaidOutside, ZH: "付款时间 %[1]s 不在停车期间"},
		{Text: ErrPaidOrder, ZH: "付款时间 %[1]s 排在更晚的 %[2]s 之后"},
		{Text: ErrPaidTooMuch, ZH: "付款合计过大"},
		{Text: ErrCurrency, ZH: "%[1]s 的币种不是 %[2]s"},
		{Text: ErrTooMany, ZH: "%[1]s 项，超过 %[2]s 项"},
		{Text: ErrPassPeriod, ZH: "月租计费须有截止日，且不超过 %[1]s 个月"},
		{Text: ErrFigure, ZH: "存储值为 %[1]s，按依据应为 %[2]s"},
		{Text: ErrPart, ZH: "该次停车不可能有这一段"},
	}
}

// What is said at the barrier.
const (
	textAnnounce explain.Label = "parking/announce: Your car was parked for %[1]s minutes, please pay %[2]s."
	textPaidUp   explain.Label = "parking/paid-up: Your car was parked for %[1]s minutes, the fee of %[2]s is paid. Have a good journey."
	textNoFee    explain.Label = "parking/no-fee: Your car was parked for %[1]s minutes, there is nothing to pay. Have a good journey."
	textExempt   explain.Label = "parking/exempt-pass: There is nothing to pay, please pass. Have a good journey."
	textYuan     explain.Label = "parking/yuan: %[1]s CNY"
)

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error {
	return invalid.Register(b, slices.Concat(ruleTexts(), stepTexts()))
}
