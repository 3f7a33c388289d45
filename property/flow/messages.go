package flow

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of tables.
const (
	// ErrCode is a code that cannot name anything.
	ErrCode invalid.RuleError = "flow/code: %[1]s cannot be a code: no blanks at its ends, nothing invisible, at most 128 bytes"
	// ErrTwice is a code given twice.
	ErrTwice invalid.RuleError = "flow/twice: %[1]s is given twice"
	// ErrTooMany is a list that is longer than any table's.
	ErrTooMany invalid.RuleError = "flow/too-many: %[1]s are more than %[2]s"
	// ErrState is a state that the table does not have.
	ErrState invalid.RuleError = "flow/state: there is no state %[1]s"
	// ErrInitialFinal is an initial state that is final.
	ErrInitialFinal invalid.RuleError = "flow/initial-final: the initial state %[1]s is final: nothing could ever happen"
	// ErrNoReason is a reason that the table does not have.
	ErrNoReason invalid.RuleError = "flow/no-reason: there is no reason %[1]s"
	// ErrOrigin is a transition with neither or both of from and fromAny.
	ErrOrigin invalid.RuleError = "flow/origin: say where the transition begins: either from, with states, or fromAny"
	// ErrTarget is a transition with neither or both of to and stays.
	ErrTarget invalid.RuleError = "flow/target: say where the transition leads: either to, with a state, or stays"
	// ErrAfterFinal is an event after a final state.
	ErrAfterFinal invalid.RuleError = "flow/after-final: %[1]s cannot begin in %[2]s, which is final"
	// ErrUnreachable is a state that no log comes to.
	ErrUnreachable invalid.RuleError = "flow/unreachable: nothing leads from the initial state to %[1]s"
	// ErrDeadEnd is a state that is not final and that no log leaves.
	ErrDeadEnd invalid.RuleError = "flow/dead-end: nothing leads out of %[1]s, which is not final"
	// ErrNoEnd is a state from which no final state can be reached, in a table that has one.
	ErrNoEnd invalid.RuleError = "flow/no-end: nothing leads from %[1]s to a final state"
	// ErrAmbiguous is two transitions that a replay could not tell apart.
	ErrAmbiguous invalid.RuleError = "flow/ambiguous: %[1]s begins in %[2]s at %[3]s as well, and the same reason fits both; a log could not tell which was taken"
)

// The rules of events and logs.
const (
	// ErrNoInstant is an event without an instant.
	ErrNoInstant invalid.RuleError = "flow/no-instant: event %[1]s does not say when it happened"
	// ErrNotAllowed is an event that does not happen in a state.
	ErrNotAllowed invalid.RuleError = "flow/not-allowed: event %[1]s is not allowed in state %[2]s; allowed are %[3]s"
	// ErrOver is an event after a final state.
	ErrOver invalid.RuleError = "flow/over: event %[1]s comes after the final state %[2]s"
	// ErrGuard is an event whose conditions do not hold.
	ErrGuard invalid.RuleError = "flow/guard: event %[1]s in state %[2]s needs what does not hold: %[3]s"
	// ErrReason is an event with a reason that does not fit.
	ErrReason invalid.RuleError = "flow/reason: event %[1]s in state %[2]s gives the reason %[3]s, which is none of %[4]s"
	// ErrReasonMissing is an event without the reason that it needs.
	ErrReasonMissing invalid.RuleError = "flow/reason-missing: event %[1]s in state %[2]s needs a reason: one of %[3]s"
	// ErrReasonRefused is an event with a reason that takes none.
	ErrReasonRefused invalid.RuleError = "flow/reason-refused: event %[1]s in state %[2]s takes no reason, and gives %[3]s"
	// ErrSeq is an event whose number is not the next of its log.
	ErrSeq invalid.RuleError = "flow/seq: event %[1]s is out of order: its number has to be %[2]s"
	// ErrConflict is a writer who does not know the whole log.
	ErrConflict invalid.RuleError = "flow/conflict: log %[1]s is at version %[2]s, the writer knows %[3]s; read it again"
	// ErrNoID is a log without an ID.
	ErrNoID invalid.RuleError = "flow/no-id: the ID of the log is missing"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrCode, ZH: "%[1]s 不能作代码：首尾不得有空白，不得含不可见字符，至多 128 字节"},
		{Text: ErrTwice, ZH: "%[1]s 重复给出"},
		{Text: ErrTooMany, ZH: "%[1]s 项过多，至多 %[2]s 项"},
		{Text: ErrState, ZH: "没有状态 %[1]s"},
		{Text: ErrInitialFinal, ZH: "初始状态 %[1]s 是终态：什么都不会发生"},
		{Text: ErrNoReason, ZH: "没有原因代码 %[1]s"},
		{Text: ErrOrigin, ZH: "应说明从哪里流转：from（列出状态）与 fromAny 二者取一"},
		{Text: ErrTarget, ZH: "应说明流转到哪里：to（写明状态）与 stays 二者取一"},
		{Text: ErrAfterFinal, ZH: "%[1]s 不能从 %[2]s 开始：它是终态"},
		{Text: ErrUnreachable, ZH: "从初始状态无法到达 %[1]s"},
		{Text: ErrDeadEnd, ZH: "%[1]s 不是终态，却没有出路"},
		{Text: ErrNoEnd, ZH: "从 %[1]s 无法到达任何终态"},
		{Text: ErrAmbiguous, ZH: "%[1]s 在状态 %[2]s 下另有 %[3]s，且同一原因两者皆可：重放记录时无法判断走了哪一条"},
		{Text: ErrNoInstant, ZH: "事件 %[1]s 没有发生时间"},
		{Text: ErrNotAllowed, ZH: "状态 %[2]s 下不允许事件 %[1]s；允许的有：%[3]s"},
		{Text: ErrOver, ZH: "%[2]s 是终态，其后不能再有事件 %[1]s"},
		{Text: ErrGuard, ZH: "状态 %[2]s 下的事件 %[1]s 所需条件不满足：%[3]s"},
		{Text: ErrReason, ZH: "状态 %[2]s 下的事件 %[1]s 所给原因 %[3]s 不在可选之列：%[4]s"},
		{Text: ErrReasonMissing, ZH: "状态 %[2]s 下的事件 %[1]s 必须给出原因，可选：%[3]s"},
		{Text: ErrReasonRefused, ZH: "状态 %[2]s 下的事件 %[1]s 不应有原因，却给出 %[3]s"},
		{Text: ErrSeq, ZH: "事件 %[1]s 的序号不连续，应为 %[2]s"},
		{Text: ErrConflict, ZH: "记录 %[1]s 的版本为 %[2]s，写入者所知为 %[3]s，请重新读取"},
		{Text: ErrNoID, ZH: "缺少记录的编号"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
