package formula

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of formulas. The first argument is the character of the text that is meant, from 1.
const (
	// ErrEmpty is a formula with nothing in it.
	ErrEmpty invalid.RuleError = "formula/empty: at %[1]s: there is no formula"
	// ErrLong is a formula that is too long, as typed or in its normal form.
	ErrLong invalid.RuleError = "formula/long: at %[1]s: the formula, or its normal form, is longer than %[2]s bytes"
	// ErrMany is a formula with too many parts.
	ErrMany invalid.RuleError = "formula/many: at %[1]s: the formula has more than %[2]s parts"
	// ErrDeep is a formula nested too deeply.
	ErrDeep invalid.RuleError = "formula/deep: at %[1]s: nested more than %[2]s levels deep"
	// ErrCharacter is a character that no formula has.
	ErrCharacter invalid.RuleError = "formula/character: at %[1]s: a formula has no %[2]s"
	// ErrNumber is a number that is not a plain decimal.
	ErrNumber invalid.RuleError = "formula/number: at %[1]s: %[2]s is not a plain decimal number of at most %[3]s digits, like 2.6"
	// ErrThousands is a comma inside a number.
	ErrThousands invalid.RuleError = "formula/thousands: at %[1]s: in %[2]s the comma looks like a thousands separator; leave it out, or put a blank behind it"
	// ErrUnknownName is a name that is not declared.
	ErrUnknownName invalid.RuleError = "formula/unknown-name: at %[1]s: %[2]s is not a name a formula knows"
	// ErrUnknownUnit is a word behind a number that is neither a unit nor a name.
	ErrUnknownUnit invalid.RuleError = "formula/unknown-unit: at %[1]s: %[2]s behind a number is neither a unit nor a name"
	// ErrUnopened is a closing parenthesis without its opening one.
	ErrUnopened invalid.RuleError = "formula/unopened: at %[1]s: %[2]s closes nothing"
	// ErrUnclosed is an opening parenthesis without its closing one.
	ErrUnclosed invalid.RuleError = "formula/unclosed: at %[1]s: %[2]s is not closed"
	// ErrMissingOperator is two values side by side.
	ErrMissingOperator invalid.RuleError = "formula/missing-operator: at %[1]s: an operator, such as *, is missing between %[2]s and %[3]s"
	// ErrMissingOperand is an operator, or a parenthesis, without a value.
	ErrMissingOperand invalid.RuleError = "formula/missing-operand: at %[1]s: a number, a name or a parenthesis is missing here"
	// ErrComma is a comma outside the arguments of a function.
	ErrComma invalid.RuleError = "formula/comma: at %[1]s: a comma stands only between the arguments of a function"
	// ErrFunction is a function without its arguments.
	ErrFunction invalid.RuleError = "formula/function: at %[1]s: %[2]s wants its arguments in parentheses"
	// ErrArguments is a function with too few or too many arguments.
	ErrArguments invalid.RuleError = "formula/arguments: at %[1]s: %[2]s wants %[3]s arguments and has %[4]s"
	// ErrStep is a rounding to something else than a number.
	ErrStep invalid.RuleError = "formula/step: at %[1]s: what is rounded to is a number above 0, like 0.01"
	// ErrConstant is a formula without a name: a fixed amount is a basis of its own.
	ErrConstant invalid.RuleError = "formula/constant: at %[1]s: the formula names nothing; a fixed amount is not a formula"
	// ErrUnits is figures of different units that are added or compared.
	ErrUnits invalid.RuleError = "formula/units: at %[1]s: %[2]s and %[3]s cannot be added or compared"
	// ErrResultUnit is a result of another unit than wanted.
	ErrResultUnit invalid.RuleError = "formula/result-unit: at %[1]s: the formula comes to %[2]s; wanted is %[3]s"
	// ErrAmbiguous is a unit that more than one number could have.
	ErrAmbiguous invalid.RuleError = "formula/ambiguous: at %[1]s: %[2]s lacks the unit %[3]s, which more than one of its numbers could have; write it behind one"
	// ErrUnitName is a unit that would be read as a name.
	ErrUnitName invalid.RuleError = "formula/unit-name: at %[1]s: the unit of this number contains %[2]s, which is a name"
	// ErrForeignUnit is a written unit that neither the names of the formula nor its result have.
	ErrForeignUnit invalid.RuleError = "formula/foreign-unit: at %[1]s: the unit %[2]s is neither of the formula's names nor of its result"
	// ErrUnitLong is a unit that is too long.
	ErrUnitLong invalid.RuleError = "formula/unit-long: at %[1]s: the unit is longer than %[2]s bytes"

	// ErrUnbound is a name without a value.
	ErrUnbound invalid.RuleError = "formula/unbound: at %[1]s: %[2]s has no value"
	// ErrZero is a division by zero.
	ErrZero invalid.RuleError = "formula/zero: at %[1]s: %[2]s is 0, and is divided by"
	// ErrTooLarge is a figure that is too long to be written.
	ErrTooLarge invalid.RuleError = "formula/too-large: at %[1]s: the figure has more than %[2]s digits"
)

// The rules of what is declared. They have a path instead of a place in the text.
const (
	// ErrVariable is a name that cannot be one.
	ErrVariable invalid.RuleError = "formula/variable: %[1]s cannot be a name; it is a letter, then letters, digits and _, and no function"
	// ErrVariableTwice is a name declared twice.
	ErrVariableTwice invalid.RuleError = "formula/variable-twice: %[1]s is a name of %[2]s already"
	// ErrDeclaredUnit is the unit of a variable, or a wanted one, that is none.
	ErrDeclaredUnit invalid.RuleError = "formula/declared-unit: %[1]s is not a unit, like CNY/m2"
	// ErrNoWant is a formula of which no unit is wanted.
	ErrNoWant invalid.RuleError = "formula/no-want: no unit is wanted of the result"
)

// What the names are, and the steps of a derivation.
const (
	labelTotalUsage    explain.Label = "formula/total-usage: total usage"
	labelBuildingArea  explain.Label = "formula/building-area: area of the building"
	labelEntranceArea  explain.Label = "formula/entrance-area: area of the entrance"
	labelOwnArea       explain.Label = "formula/own-area: area of the unit"
	labelCoefficient   explain.Label = "formula/coefficient: coefficient of the unit"
	labelCommunityArea explain.Label = "formula/community-area: area of the community"
	labelBuildingUnits explain.Label = "formula/building-units: units of the building"
	labelEntranceUnits explain.Label = "formula/entrance-units: units of the entrance"
	labelPrice         explain.Label = "formula/price: price"
	labelPersons       explain.Label = "formula/persons: persons of the household"
	labelStoreyHeight  explain.Label = "formula/storey-height: height of a storey"

	labelMinus   explain.Label = "formula/minus: less"
	labelMin     explain.Label = "formula/min: the least"
	labelMax     explain.Label = "formula/max: the greatest"
	labelUnbound explain.Label = "formula/unbound-name: %[1]s, which has no value"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrEmpty, ZH: "第 %[1]s 字：没有公式"},
		{Text: ErrLong, ZH: "第 %[1]s 字：公式或其规范形式超过 %[2]s 字节"},
		{Text: ErrMany, ZH: "第 %[1]s 字：公式超过 %[2]s 项"},
		{Text: ErrDeep, ZH: "第 %[1]s 字：嵌套超过 %[2]s 层"},
		{Text: ErrCharacter, ZH: "第 %[1]s 字：公式中不能有 %[2]s"},
		{Text: ErrNumber, ZH: "第 %[1]s 字：%[2]s 不是普通的十进制数（至多 %[3]s 位，如 2.6）"},
		{Text: ErrThousands, ZH: "第 %[1]s 字：%[2]s 中的逗号像是千位分隔符；请去掉，或在逗号后空一格"},
		{Text: ErrUnknownName, ZH: "第 %[1]s 字：公式不认识名称 %[2]s"},
		{Text: ErrUnknownUnit, ZH: "第 %[1]s 字：数字后的 %[2]s 既不是单位，也不是名称"},
		{Text: ErrUnopened, ZH: "第 %[1]s 字：%[2]s 没有对应的左括号"},
		{Text: ErrUnclosed, ZH: "第 %[1]s 字：%[2]s 没有对应的右括号"},
		{Text: ErrMissingOperator, ZH: "第 %[1]s 字：%[2]s 与 %[3]s 之间缺少运算符（如 *）"},
		{Text: ErrMissingOperand, ZH: "第 %[1]s 字：此处缺少数字、名称或括号"},
		{Text: ErrComma, ZH: "第 %[1]s 字：逗号只能用于分隔函数的参数"},
		{Text: ErrFunction, ZH: "第 %[1]s 字：%[2]s 的参数应写在括号内"},
		{Text: ErrArguments, ZH: "第 %[1]s 字：%[2]s 应有 %[3]s 个参数，实有 %[4]s 个"},
		{Text: ErrStep, ZH: "第 %[1]s 字：舍入单位应为大于 0 的数字，如 0.01"},
		{Text: ErrConstant, ZH: "第 %[1]s 字：公式中没有任何名称；固定金额不必用公式"},
		{Text: ErrUnits, ZH: "第 %[1]s 字：%[2]s 与 %[3]s 不能相加减或比较"},
		{Text: ErrResultUnit, ZH: "第 %[1]s 字：公式的结果为 %[2]s，应为 %[3]s"},
		{Text: ErrAmbiguous, ZH: "第 %[1]s 字：%[2]s 缺少单位 %[3]s，而其中不止一个数字可以带此单位；请写明"},
		{Text: ErrUnitName, ZH: "第 %[1]s 字：此数字的单位含有 %[2]s，与名称相同"},
		{Text: ErrForeignUnit, ZH: "第 %[1]s 字：单位 %[2]s 既不属于公式中的名称，也不属于结果"},
		{Text: ErrUnitLong, ZH: "第 %[1]s 字：单位超过 %[2]s 字节"},
		{Text: ErrUnbound, ZH: "第 %[1]s 字：%[2]s 没有取值"},
		{Text: ErrZero, ZH: "第 %[1]s 字：除数 %[2]s 为 0"},
		{Text: ErrTooLarge, ZH: "第 %[1]s 字：数值超过 %[2]s 位"},

		{Text: ErrVariable, ZH: "%[1]s 不能作为名称；名称以文字开头，其后为文字、数字或下划线，且不得为函数名"},
		{Text: ErrVariableTwice, ZH: "%[1]s 已是 %[2]s 的名称"},
		{Text: ErrDeclaredUnit, ZH: "%[1]s 不是单位（如 CNY/m2）"},
		{Text: ErrNoWant, ZH: "没有说明结果的单位"},

		{Text: labelTotalUsage, ZH: "总用量"},
		{Text: labelBuildingArea, ZH: "楼栋面积"},
		{Text: labelEntranceArea, ZH: "单元面积"},
		{Text: labelOwnArea, ZH: "房屋面积"},
		{Text: labelCoefficient, ZH: "房屋系数"},
		{Text: labelCommunityArea, ZH: "小区面积"},
		{Text: labelBuildingUnits, ZH: "楼栋户数"},
		{Text: labelEntranceUnits, ZH: "单元户数"},
		{Text: labelPrice, ZH: "单价"},
		{Text: labelPersons, ZH: "人数"},
		{Text: labelStoreyHeight, ZH: "层高"},
		{Text: labelMinus, ZH: "减去"},
		{Text: labelMin, ZH: "取最小"},
		{Text: labelMax, ZH: "取最大"},
		{Text: labelUnbound, ZH: "%[1]s（没有取值）"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
