package invalid

import (
	"errors"

	"golang.org/x/text/message/catalog"
)

// The rules every document is read by.
const (
	// ErrSyntax is text that is not JSON.
	ErrSyntax RuleError = "invalid/syntax: not JSON at line %[1]s, column %[2]s: %[3]s"
	// ErrTrailing is input after the document.
	ErrTrailing RuleError = "invalid/trailing: more input after the document, at line %[1]s, column %[2]s"
	// ErrUnknown is a field the document does not have.
	ErrUnknown RuleError = "invalid/unknown: there is no field %[1]s here; known are %[2]s"
	// ErrRepeated is a field given twice.
	ErrRepeated RuleError = "invalid/repeated: %[1]s is given more than once"
	// ErrNull is a null; leave the field out instead.
	ErrNull RuleError = "invalid/null: null is not a value; leave the field out"
	// ErrType is a value of the wrong JSON type.
	ErrType RuleError = "invalid/type: want %[1]s, have %[2]s"
	// ErrValue is a text or number that its type refuses.
	ErrValue RuleError = "invalid/value: %[1]s"
	// ErrNumber is a number that does not fit.
	ErrNumber RuleError = "invalid/number: %[1]s is not a whole number from %[2]s to %[3]s"
	// ErrDecimal is a text that is not a plain decimal number.
	ErrDecimal RuleError = "invalid/decimal: %[1]s is not a plain decimal number of at most 40 digits, like 2.80"
	// ErrDeep is a document nested deeper than any document is.
	ErrDeep RuleError = "invalid/deep: nested deeper than %[1]s levels"
	// ErrChoice is a choice without exactly one answer.
	ErrChoice RuleError = "invalid/choice: choose exactly one of %[1]s; given: %[2]s"
	// ErrWord is a word that an enumeration does not have.
	ErrWord RuleError = "invalid/word: %[1]s is none of %[2]s"
	// ErrProblems heads the list of a document's problems.
	ErrProblems RuleError = "invalid/problems: %[1]s: %[2]s problems"
	// ErrMore ends a list that is longer than what is kept.
	ErrMore RuleError = "invalid/more: and %[1]s more"
	// ErrRequired is a field without which the document means nothing.
	ErrRequired RuleError = "invalid/required: %[1]s is missing"
)

func texts() []Translation {
	return []Translation{
		{ErrSyntax, "第 %[1]s 行第 %[2]s 列不是合法的 JSON：%[3]s"},
		{ErrTrailing, "文档结束后还有内容，在第 %[1]s 行第 %[2]s 列"},
		{ErrUnknown, "此处没有字段 %[1]s；可用字段：%[2]s"},
		{ErrRepeated, "%[1]s 重复给出"},
		{ErrNull, "null 不是值；没有就不要写这个字段"},
		{ErrType, "应为 %[1]s，实为 %[2]s"},
		{ErrValue, "值有误：%[1]s"},
		{ErrNumber, "%[1]s 不是 %[2]s 到 %[3]s 之间的整数"},
		{ErrDecimal, "%[1]s 不是普通的十进制数（至多 40 位，如 2.80）"},
		{ErrDeep, "嵌套超过 %[1]s 层"},
		{ErrChoice, "必须且只能选一项：%[1]s；已给出：%[2]s"},
		{ErrWord, "%[1]s 不在可选值之内：%[2]s"},
		{ErrProblems, "%[1]s：%[2]s 个问题"},
		{ErrMore, "另有 %[1]s 个"},
		{ErrRequired, "缺少 %[1]s"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error {
	return errors.Join(Register(b, texts()), RegisterWords(b, map[string]string{
		"a text": "文本", "a list": "列表", "an object": "对象", "a whole number": "整数", "a decimal number": "小数", "true or false": "true 或 false",
		haveText: "文本", haveNumber: "数字", "nothing": "无",
	}))
}
