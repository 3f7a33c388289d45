package billing

import (
	"slices"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of books, facts and runs, and the reasons a unit is held.
const (
	// ErrTariffCode is a tariff code that cannot be one.
	ErrTariffCode invalid.RuleError = "billing/tariff-code: %[1]s cannot be the code of a tariff"
	// ErrTariffTwice is a tariff code given twice.
	ErrTariffTwice invalid.RuleError = "billing/tariff-twice: tariff %[1]s is given twice"
	// ErrNoPrice is a price that is not there, or is 0 without saying so.
	ErrNoPrice invalid.RuleError = "billing/no-price: there is no price; a price of 0 must say free: true"
	// ErrFree is a price that says it is free.
	ErrFree invalid.RuleError = "billing/free: the price is %[1]s, which is not free"
	// ErrPriceGap is a stretch of days between two prices that has none.
	ErrPriceGap invalid.RuleError = "billing/price-gap: there is no price from %[1]s to %[2]s"
	// ErrTaxRate is a tax with neither or both of rates and policy.
	ErrTaxRate invalid.RuleError = "billing/tax-rate: give either rates or the key of a policy"
	// ErrTaxTooHigh is a tax rate above 1.
	ErrTaxTooHigh invalid.RuleError = "billing/tax-too-high: a tax rate of %[1]s is more than 100 %%; write 0.06 for 6 %%"
	// ErrNoTaxRate is a day without a tax rate.
	ErrNoTaxRate invalid.RuleError = "billing/no-tax-rate: tariff %[1]s has no tax rate on %[2]s"
	// ErrRounding is a rounding that is none.
	ErrRounding invalid.RuleError = "billing/rounding: %[1]s is not a rounding such as halfUp 0.01"
	// ErrPeriod is a billing period that is not made of whole calendar months.
	ErrPeriod invalid.RuleError = "billing/period: %[1]s is not one to %[2]s whole calendar months"
	// ErrNoUnit is a unit the estate does not have.
	ErrNoUnit invalid.RuleError = "billing/no-unit: the estate has no unit %[1]s"
	// ErrUnknownScope is a building, zone or unit of a scope that the estate does not have.
	ErrUnknownScope invalid.RuleError = "billing/unknown-scope: the estate has no building, zone or unit %[1]s"
	// ErrTooLarge is an exact amount that does not fit.
	ErrTooLarge invalid.RuleError = "billing/too-large: %[1]s is not an exact amount of at most 16 decimals and 128 bits"

	// ErrHoldTwice is a unit held twice.
	ErrHoldTwice invalid.RuleError = "billing/hold-twice: unit %[1]s is held twice"
	// ErrStepTooLarge is a rounding step beyond any charge.
	ErrStepTooLarge invalid.RuleError = "billing/step-too-large: a rounding step of %[1]s is larger than 20 million"

	// ErrHeld is a unit held back on purpose.
	ErrHeld invalid.RuleError = "billing/held: held back: %[1]s"
	// ErrUnitArea is a unit whose gross floor area is not known on a day it is charged by.
	ErrUnitArea invalid.RuleError = "billing/unit-area: no gross floor area is known on %[1]s, by which tariff %[2]s charges"
	// ErrUnitInternalArea is the same of the internal floor area.
	ErrUnitInternalArea invalid.RuleError = "billing/unit-internal-area: no internal floor area is known on %[1]s, by which tariff %[2]s charges"
	// ErrNoPayer is a day nobody pays for.
	ErrNoPayer invalid.RuleError = "billing/no-payer: nobody pays on %[1]s for tariff %[2]s: no owner, tenant or default payer"
	// ErrAmountTooLarge is an amount of more than 18 digits.
	ErrAmountTooLarge invalid.RuleError = "billing/amount-too-large: the amount for %[1]s from %[2]s is too large"

	// ErrSumTooLarge is a unit whose lines together come to more than 18 digits.
	ErrSumTooLarge invalid.RuleError = "billing/sum-too-large: with %[1]s from %[2]s the unit's lines come to more than 18 digits"

	// ErrLineDays is a line whose days are not those of its period.
	ErrLineDays invalid.RuleError = "billing/line-days: %[1]s of %[2]s days do not fit the period %[3]s"
	// ErrLineAmount is a line whose amount does not follow from its facts.
	ErrLineAmount invalid.RuleError = "billing/line-amount: the facts come to %[2]s, the line says %[1]s"
	// ErrBillSum is a bill whose totals are not the sums of its lines.
	ErrBillSum invalid.RuleError = "billing/bill-sum: the lines come to %[2]s, the bill says %[1]s"
	// ErrForeignLine is a line of another unit, payer or period.
	ErrForeignLine invalid.RuleError = "billing/foreign-line: line %[1]s is not of this bill's unit, payer and period"
	// ErrLineTwice is a line for days that the bill charges already.
	ErrLineTwice invalid.RuleError = "billing/line-twice: line %[1]s charges days that an earlier line of its charge has charged"
	// ErrLineChain is a line that does not go on from the one before it.
	ErrLineChain invalid.RuleError = "billing/line-chain: the earlier lines of the charge come to %[2]s, the line says %[1]s"
	// ErrTaxMode is a line whose tax mode has no word.
	ErrTaxMode invalid.RuleError = "billing/tax-mode: %[1]s is no way for tax to stand in an amount"
	// ErrPayers is a bill whose payers are not those of its key.
	ErrPayers invalid.RuleError = "billing/payers: the payers come to the key %[2]s, the bill says %[1]s; and whoever pays must be liable"
	// ErrNoLines is a bill that has no line and is not held.
	ErrNoLines invalid.RuleError = "billing/no-lines: a bill that is not held has at least one line"
	// ErrHeldLines is a held bill that has lines or a total all the same.
	ErrHeldLines invalid.RuleError = "billing/held-lines: a held bill has neither lines nor a total"
)

// What the steps of a bill's derivation are.
const (
	labelBill     explain.Label = "billing/bill: Bill for unit %[1]s, payer %[2]s, %[3]s to %[4]s"
	labelLine     explain.Label = "billing/line: %[1]s, unit %[2]s, %[3]s to %[4]s"
	labelQuantity explain.Label = "billing/quantity: quantity"
	labelPrice    explain.Label = "billing/price: price per month"
	labelDays     explain.Label = "billing/days: days of the stretch ÷ days of the month"
	labelDayCount explain.Label = "billing/day-count: days from %[1]s to %[2]s"
	labelMonth    explain.Label = "billing/month-days: days of the month"
	labelFactor   explain.Label = "billing/factor: part charged"
	labelExact    explain.Label = "billing/exact: exact amount"
	labelSoFar    explain.Label = "billing/so-far: charge up to %[1]s, rounded"
	labelExactSum explain.Label = "billing/exact-sum: charge up to %[1]s, exact"
	labelEarlier  explain.Label = "billing/earlier: earlier stretches of the charge, exact"
	labelLess     explain.Label = "billing/less: less what the earlier stretches were charged"
	labelMinus    explain.Label = "billing/minus: to subtract"
	labelLessNet  explain.Label = "billing/less-net: less the amount before tax"
	labelCharged  explain.Label = "billing/charged: charged for the earlier stretches"
	labelNet      explain.Label = "billing/net: amount before tax"
	labelDivide   explain.Label = "billing/divide: amount ÷ (1 + rate)"
	labelOneRate  explain.Label = "billing/one-rate: 1 + tax rate"
	labelOne      explain.Label = "billing/one: one"
	labelRate     explain.Label = "billing/tax-rate-step: tax rate"
	labelTax      explain.Label = "billing/tax: tax"
	labelTimes    explain.Label = "billing/times: amount × rate"
	labelAmount   explain.Label = "billing/amount: amount of the line"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrTariffCode, ZH: "%[1]s 不能作收费项目编码"},
		{Text: ErrTariffTwice, ZH: "收费项目 %[1]s 重复"},
		{Text: ErrNoPrice, ZH: "没有单价；单价为 0 必须写明 free: true"},
		{Text: ErrFree, ZH: "单价为 %[1]s，不是免费"},
		{Text: ErrPriceGap, ZH: "%[1]s 至 %[2]s 没有单价"},
		{Text: ErrTaxRate, ZH: "税率 rates 与政策键 policy 必须且只能给一个"},
		{Text: ErrTaxTooHigh, ZH: "税率 %[1]s 超过 100 %%；6 %% 请写 0.06"},
		{Text: ErrNoTaxRate, ZH: "收费项目 %[1]s 在 %[2]s 没有税率"},
		{Text: ErrRounding, ZH: "%[1]s 不是舍入方式（如 halfUp 0.01）"},
		{Text: ErrPeriod, ZH: "%[1]s 不是 1 至 %[2]s 个完整的自然月"},
		{Text: ErrNoUnit, ZH: "没有房屋 %[1]s"},
		{Text: ErrUnknownScope, ZH: "没有楼栋、片区或房屋 %[1]s"},
		{Text: ErrTooLarge, ZH: "%[1]s 不是至多 16 位小数、128 位二进制的精确金额"},
		{Text: ErrHoldTwice, ZH: "房屋 %[1]s 重复暂缓"},
		{Text: ErrStepTooLarge, ZH: "舍入单位 %[1]s 超过两千万"},
		{Text: ErrHeld, ZH: "暂缓出账：%[1]s"},
		{Text: ErrUnitArea, ZH: "%[1]s 没有建筑面积，收费项目 %[2]s 按建筑面积计费"},
		{Text: ErrUnitInternalArea, ZH: "%[1]s 没有套内建筑面积，收费项目 %[2]s 按套内建筑面积计费"},
		{Text: ErrNoPayer, ZH: "%[1]s 收费项目 %[2]s 无人付费：没有业主、承租人或默认付费人"},
		{Text: ErrAmountTooLarge, ZH: "%[1]s 自 %[2]s 起的金额过大"},
		{Text: ErrSumTooLarge, ZH: "加上 %[1]s 自 %[2]s 起的金额，该房屋各行合计超过 18 位"},
		{Text: ErrLineDays, ZH: "%[1]s/%[2]s 天与期间 %[3]s 不符"},
		{Text: ErrLineAmount, ZH: "按依据应为 %[2]s，明细为 %[1]s"},
		{Text: ErrBillSum, ZH: "明细合计 %[2]s，账单为 %[1]s"},
		{Text: ErrForeignLine, ZH: "明细 %[1]s 不属于本账单的房屋、付费人和账期"},
		{Text: ErrLineTwice, ZH: "明细 %[1]s 重复计收同一项目前面已计的日子"},
		{Text: ErrLineChain, ZH: "本项前面各行合计 %[2]s，该行写为 %[1]s"},
		{Text: ErrTaxMode, ZH: "%[1]s 不是税额与金额的关系"},
		{Text: ErrPayers, ZH: "付费人对应的键为 %[2]s，账单写为 %[1]s；付费人必须在责任人之中"},
		{Text: ErrNoLines, ZH: "未暂缓的账单至少有一行明细"},
		{Text: ErrHeldLines, ZH: "暂缓的账单不应有明细或合计"},

		{Text: labelBill, ZH: "账单：房屋 %[1]s，付费人 %[2]s，%[3]s 至 %[4]s"},
		{Text: labelLine, ZH: "%[1]s，房屋 %[2]s，%[3]s 至 %[4]s"},
		{Text: labelQuantity, ZH: "数量"},
		{Text: labelPrice, ZH: "月单价"},
		{Text: labelDays, ZH: "计费天数 ÷ 当月天数"},
		{Text: labelDayCount, ZH: "%[1]s 至 %[2]s 的天数"},
		{Text: labelMonth, ZH: "当月天数"},
		{Text: labelFactor, ZH: "计收比例"},
		{Text: labelExact, ZH: "精确金额"},
		{Text: labelSoFar, ZH: "截至 %[1]s 的应收（已舍入）"},
		{Text: labelExactSum, ZH: "截至 %[1]s 的应收（精确）"},
		{Text: labelEarlier, ZH: "本项前面各段（精确）"},
		{Text: labelLess, ZH: "减前面各段已计金额"},
		{Text: labelMinus, ZH: "扣减"},
		{Text: labelLessNet, ZH: "减不含税金额"},
		{Text: labelCharged, ZH: "前面各段已计金额"},
		{Text: labelNet, ZH: "不含税金额"},
		{Text: labelDivide, ZH: "金额 ÷（1 + 税率）"},
		{Text: labelOneRate, ZH: "1 + 税率"},
		{Text: labelOne, ZH: "一"},
		{Text: labelRate, ZH: "税率"},
		{Text: labelTax, ZH: "税额"},
		{Text: labelTimes, ZH: "金额 × 税率"},
		{Text: labelAmount, ZH: "本行金额"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error {
	return invalid.Register(b, slices.Concat(texts(), termTexts(), stepTexts(), quantityTexts(), heatingTexts()))
}
