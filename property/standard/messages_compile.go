package standard

import "github.com/wuyekit/wuye/property/invalid"

// The rules that a standard is compiled by.
const (
	// ErrCalendar is a calendar that was not given.
	ErrCalendar invalid.RuleError = "standard/calendar: there is no calendar %[1]s"
	// ErrTarget is an address that names no clause and no part.
	ErrTarget invalid.RuleError = "standard/target: there is no clause or part %[1]s"
	// ErrCycle is a clause that reads counts which depend on its own.
	ErrCycle invalid.RuleError = "standard/cycle: %[1]s and %[2]s read each other's counts"
	// ErrOpposed is two clauses that contradict each other.
	ErrOpposed invalid.RuleError = "standard/opposed: %[1]s contradict each other; choose the profile of one"
	// ErrParam is a parameter that is not declared.
	ErrParam invalid.RuleError = "standard/param: the parameter %[1]s is not declared"
	// ErrUnused is a parameter that nothing reads.
	ErrUnused invalid.RuleError = "standard/unused: nothing reads the parameter %[1]s"
	// ErrSpanField is inside or outside of something else than the span.
	ErrSpanField invalid.RuleError = "standard/span-field: inside and outside compare the span of a record, not %[1]s"
	// ErrOrder is an order that is not declared.
	ErrOrder invalid.RuleError = "standard/order: the order %[1]s is not declared"
	// ErrGrade is a grade that an order does not have.
	ErrGrade invalid.RuleError = "standard/grade: %[1]s is no grade of the order %[2]s"
	// ErrWordOf is a word that a field cannot be.
	ErrWordOf invalid.RuleError = "standard/word-of: %[1]s is no value of %[2]s; it is one of %[3]s"
	// ErrNeedsOrder is words that are compared by size without an order.
	ErrNeedsOrder invalid.RuleError = "standard/needs-order: %[1]s holds words; name the order by which they compare"
	// ErrNotList is has of something that is no list.
	ErrNotList invalid.RuleError = "standard/not-list: has is for lists, and %[1]s is none"
	// ErrIsList is a list that is compared in another way than by has.
	ErrIsList invalid.RuleError = "standard/is-list: %[1]s is a list, which compares by has, set and unset alone"
	// ErrNoOrder is an order that does not belong to the comparison.
	ErrNoOrder invalid.RuleError = "standard/no-order: %[1]s is not compared by the size of words, and takes no order"
	// ErrTypes is two fields of different types that are compared.
	ErrTypes invalid.RuleError = "standard/types: %[1]s is of the type %[2]s, and cannot be compared with %[3]s of the type %[4]s"
	// ErrNotTime is a field that cannot be the end of a span.
	ErrNotTime invalid.RuleError = "standard/not-time: %[1]s is neither a date nor an instant, and cannot be the end of a span"
	// ErrField is a field that is not declared.
	ErrField invalid.RuleError = "standard/field: the field %[1]s of %[2]s is not declared"
	// ErrShift is a field moved by a length that is no date and no instant.
	ErrShift invalid.RuleError = "standard/shift: %[1]s is neither a date nor an instant, and cannot be moved by a length"
	// ErrBoolean is a text that is neither true nor false.
	ErrBoolean invalid.RuleError = "standard/boolean: %[1]s is neither true nor false"
	// ErrKind is a kind that is not declared.
	ErrKind invalid.RuleError = "standard/kind: the kind %[1]s is not declared"
	// ErrOtherKind is a kind of records about other subjects than those that they are to count for.
	ErrOtherKind invalid.RuleError = "standard/other-kind: %[1]s is about %[2]s and cannot count for %[3]s"
	// ErrEvent is an event that is not declared.
	ErrEvent invalid.RuleError = "standard/event: the event %[1]s of %[2]s is not declared"
	// ErrFigure is a figure that is not declared.
	ErrFigure invalid.RuleError = "standard/figure: the figure %[1]s is not declared"
	// ErrItem is an item that is not declared.
	ErrItem invalid.RuleError = "standard/item: the item %[1]s of %[2]s is not declared"
)

func compileTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrCalendar, ZH: "没有日历 %[1]s"},
		{Text: ErrTarget, ZH: "没有条款或分项 %[1]s"},
		{Text: ErrCycle, ZH: "%[1]s 与 %[2]s 互相引用对方的计数"},
		{Text: ErrOpposed, ZH: "%[1]s 互相矛盾；请只选其中一个出处"},
		{Text: ErrParam, ZH: "未声明参数 %[1]s"},
		{Text: ErrUnused, ZH: "参数 %[1]s 没有被引用"},
		{Text: ErrSpanField, ZH: "inside 和 outside 比较的是记录的时段（span），不是 %[1]s"},
		{Text: ErrOrder, ZH: "未声明等级顺序 %[1]s"},
		{Text: ErrGrade, ZH: "%[1]s 不是等级顺序 %[2]s 中的等级"},
		{Text: ErrWordOf, ZH: "%[1]s 不是字段 %[2]s 的取值；应为 %[3]s 之一"},
		{Text: ErrNeedsOrder, ZH: "%[1]s 的值是文字；请写明按哪个等级顺序比较"},
		{Text: ErrNotList, ZH: "has 只用于列表，而 %[1]s 不是列表"},
		{Text: ErrIsList, ZH: "%[1]s 是列表，只能用 has、set 和 unset 比较"},
		{Text: ErrNoOrder, ZH: "%[1]s 不按文字的等级比较，不用写等级顺序"},
		{Text: ErrTypes, ZH: "%[1]s 的类型是 %[2]s，不能与类型为 %[4]s 的 %[3]s 比较"},
		{Text: ErrNotTime, ZH: "%[1]s 既不是日期也不是时刻，不能作为时段的端点"},
		{Text: ErrField, ZH: "未声明 %[2]s 的字段 %[1]s"},
		{Text: ErrShift, ZH: "%[1]s 既不是日期也不是时刻，不能推移"},
		{Text: ErrBoolean, ZH: "%[1]s 既不是 true 也不是 false"},
		{Text: ErrKind, ZH: "未声明类别 %[1]s"},
		{Text: ErrOtherKind, ZH: "%[1]s 的对象是 %[2]s，不能用来评判 %[3]s"},
		{Text: ErrEvent, ZH: "未声明 %[2]s 的事件 %[1]s"},
		{Text: ErrFigure, ZH: "未声明数值 %[1]s"},
		{Text: ErrItem, ZH: "未声明 %[2]s 的检查项 %[1]s"},
	}
}
