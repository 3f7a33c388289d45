package money

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of amounts, prices, rates, rounding and allocation.
const (
	// ErrCurrency is a text that is not a currency code.
	ErrCurrency invalid.RuleError = "money/currency: %[1]s is not a currency code of three letters A to Z, like CNY"
	// ErrAmount is a text that is not an amount.
	ErrAmount invalid.RuleError = "money/amount: %[1]s is not an amount with its currency, like 2467.36 CNY"
	// ErrAmountScale is an amount finer than its currency.
	ErrAmountScale invalid.RuleError = "money/amount-scale: %[1]s %[2]s has more than %[3]s decimals"
	// ErrAmountRange is an amount too large to hold.
	ErrAmountRange invalid.RuleError = "money/amount-range: %[1]s %[2]s is too large"
	// ErrMismatch is an operation on amounts of different currencies.
	ErrMismatch invalid.RuleError = "money/mismatch: %[1]s and %[2]s are of different currencies"
	// ErrOverflow is a result too large to hold.
	ErrOverflow invalid.RuleError = "money/overflow: the result of %[1]s for %[2]s is too large"
	// ErrPrice is a text that is not a price.
	ErrPrice invalid.RuleError = "money/price: %[1]s is not a price, like 2.80"
	// ErrPriceScale is a price finer than 0.000001.
	ErrPriceScale invalid.RuleError = "money/price-scale: price %[1]s has more than 6 decimals"
	// ErrPriceRange is a price too large to hold.
	ErrPriceRange invalid.RuleError = "money/price-range: price %[1]s is too large"
	// ErrPriceNegative is a price below zero.
	ErrPriceNegative invalid.RuleError = "money/price-negative: price %[1]s is negative"
	// ErrRate is a text that is not a rate.
	ErrRate invalid.RuleError = "money/rate: %[1]s is not a rate, like 0.06 or 6%%"
	// ErrRateScale is a rate finer than 0.000001.
	ErrRateScale invalid.RuleError = "money/rate-scale: rate %[1]s has more than 6 decimals, or 4 as a percentage"
	// ErrRateRange is a rate too large to hold.
	ErrRateRange invalid.RuleError = "money/rate-range: rate %[1]s is too large"
	// ErrRateNegative is a rate below zero.
	ErrRateNegative invalid.RuleError = "money/rate-negative: rate %[1]s is negative"
	// ErrStep is a rounding step that the currency cannot take.
	ErrStep invalid.RuleError = "money/step: step %[1]s is not a whole number of the least unit of %[2]s, which has %[3]s decimals"
	// ErrStepNegative is a rounding step below zero.
	ErrStepNegative invalid.RuleError = "money/step-negative: step %[1]s is negative"
	// ErrDivision is a division by zero.
	ErrDivision invalid.RuleError = "money/division: division by zero"
	// ErrNoParts is an allocation to nobody.
	ErrNoParts invalid.RuleError = "money/no-parts: there are no parts to allocate to"
	// ErrNoWeight is an allocation by weights that are all zero.
	ErrNoWeight invalid.RuleError = "money/no-weight: the weights of all %[1]s parts are zero"
	// ErrWeight is a negative weight.
	ErrWeight invalid.RuleError = "money/weight: the weight of part %[1]s is negative: %[2]s"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrCurrency, ZH: "%[1]s 不是币种代码（三个大写字母，如 CNY）"},
		{Text: ErrAmount, ZH: "%[1]s 不是带币种的金额（如 2467.36 CNY）"},
		{Text: ErrAmountScale, ZH: "%[1]s %[2]s 的小数超过 %[3]s 位"},
		{Text: ErrAmountRange, ZH: "金额 %[1]s %[2]s 过大"},
		{Text: ErrMismatch, ZH: "%[1]s 与 %[2]s 的币种不同"},
		{Text: ErrOverflow, ZH: "%[2]s 的运算（%[1]s）结果过大"},
		{Text: ErrPrice, ZH: "%[1]s 不是单价（如 2.80）"},
		{Text: ErrPriceScale, ZH: "单价 %[1]s 的小数超过 6 位"},
		{Text: ErrPriceRange, ZH: "单价 %[1]s 过大"},
		{Text: ErrPriceNegative, ZH: "单价 %[1]s 为负数"},
		{Text: ErrRate, ZH: "%[1]s 不是比率（如 0.06 或 6%%）"},
		{Text: ErrRateScale, ZH: "比率 %[1]s 的小数超过 6 位（百分数超过 4 位）"},
		{Text: ErrRateRange, ZH: "比率 %[1]s 过大"},
		{Text: ErrRateNegative, ZH: "比率 %[1]s 为负数"},
		{Text: ErrStep, ZH: "舍入单位 %[1]s 不是 %[2]s 最小单位（%[3]s 位小数）的整数倍"},
		{Text: ErrStepNegative, ZH: "舍入单位 %[1]s 为负数"},
		{Text: ErrDivision, ZH: "除数为零"},
		{Text: ErrNoParts, ZH: "没有分摊对象"},
		{Text: ErrNoWeight, ZH: "全部 %[1]s 个分摊对象的权重都是零"},
		{Text: ErrWeight, ZH: "分摊对象 %[1]s 的权重为负数：%[2]s"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
