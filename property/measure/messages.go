package measure

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of areas, quantities and their units.
const (
	// ErrUnit is a text that is not a unit word.
	ErrUnit invalid.RuleError = "measure/unit: %[1]s is not a unit word of 1 to 8 letters, digits or signs, like m2"
	// ErrArea is a text that is not a number of square metres.
	ErrArea invalid.RuleError = "measure/area: %[1]s is not an area in square metres, like 89.53"
	// ErrAreaScale is an area finer than 0.0001 m².
	ErrAreaScale invalid.RuleError = "measure/area-scale: area %[1]s m² has more than 4 decimals"
	// ErrAreaRange is an area too large to hold.
	ErrAreaRange invalid.RuleError = "measure/area-range: area %[1]s m² is too large"
	// ErrAreaNegative is an area below zero.
	ErrAreaNegative invalid.RuleError = "measure/area-negative: area %[1]s m² is negative"
	// ErrAreaSub is a difference of areas below zero.
	ErrAreaSub invalid.RuleError = "measure/area-sub: %[2]s cannot be taken from %[1]s"
	// ErrQuantity is a text that is not a number with a unit.
	ErrQuantity invalid.RuleError = "measure/quantity: %[1]s is not a quantity, like 89.53 m2"
	// ErrQuantityScale is a quantity finer than 0.0001 of its unit.
	ErrQuantityScale invalid.RuleError = "measure/quantity-scale: quantity %[1]s has more than 4 decimals"
	// ErrQuantityRange is a quantity too large to hold.
	ErrQuantityRange invalid.RuleError = "measure/quantity-range: quantity %[1]s is too large"
	// ErrMismatch is an operation on quantities of different units.
	ErrMismatch invalid.RuleError = "measure/mismatch: %[1]s and %[2]s have different units"
	// ErrOverflow is a result too large to hold.
	ErrOverflow invalid.RuleError = "measure/overflow: the result of %[1]s for %[2]s and %[3]s is too large"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrUnit, ZH: "%[1]s 不是计量单位（1 至 8 个字母、数字或符号，如 m2）"},
		{Text: ErrArea, ZH: "%[1]s 不是面积（平方米，如 89.53）"},
		{Text: ErrAreaScale, ZH: "面积 %[1]s m² 的小数超过 4 位"},
		{Text: ErrAreaRange, ZH: "面积 %[1]s m² 过大"},
		{Text: ErrAreaNegative, ZH: "面积 %[1]s m² 为负数"},
		{Text: ErrAreaSub, ZH: "%[1]s 不足以减去 %[2]s"},
		{Text: ErrQuantity, ZH: "%[1]s 不是带单位的数量（如 89.53 m2）"},
		{Text: ErrQuantityScale, ZH: "数量 %[1]s 的小数超过 4 位"},
		{Text: ErrQuantityRange, ZH: "数量 %[1]s 过大"},
		{Text: ErrMismatch, ZH: "%[1]s 与 %[2]s 的单位不同"},
		{Text: ErrOverflow, ZH: "%[2]s 与 %[3]s 的运算（%[1]s）结果过大"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
