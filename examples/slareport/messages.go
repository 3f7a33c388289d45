package main

import (
	"errors"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// What is wrong with the flags or a case.
const (
	errNeeds      invalid.RuleError = "slareport/needs: %[1]s also needs %[2]s"
	errEither     invalid.RuleError = "slareport/either: give %[1]s or %[2]s, not both"
	errKind       invalid.RuleError = "slareport/kind: the mapping is of a table of %[1]s, not of cases or events"
	errAsOf       invalid.RuleError = "slareport/as-of: -asof %[1]s is neither a day like 2026-10-14 nor an instant like 2026-10-14T18:00:00+08:00"
	errNoInstant  invalid.RuleError = "slareport/no-instant: the log has no instant; say with -asof when it is judged"
	errNoCase     invalid.RuleError = "slareport/no-case: there is no case %[1]s in the log"
	errIncomplete invalid.RuleError = "slareport/incomplete-case: case %[1]s has bad rows and cannot be judged"
)

// What the report says.
const (
	textTitle     explain.Label = "slareport/title: Promises on time, %[1]s"
	textAsOf      explain.Label = "slareport/as-of-given: as of %[1]s"
	textDay       explain.Label = "slareport/as-of-day: as of the end of %[1]s"
	textLatest    explain.Label = "slareport/as-of-latest: as of %[1]s, the latest instant in the log"
	textBy        explain.Label = "slareport/by: Judged by %[1]s promises and the hours of calendar %[2]s, on the clocks of %[3]s"
	textRows      explain.Label = "slareport/rows: Rows read: %[1]s = %[2]s good + %[3]s bad + %[4]s ignored"
	textCases     explain.Label = "slareport/cases: Cases: %[1]s = %[2]s judged + %[3]s incomplete for their bad rows"
	textUnclear   explain.Label = "slareport/unclear: %[1]s times were shown twice by the clocks of %[2]s, or never; the first was taken, or the jump"
	textClock     explain.Label = "slareport/clock: On the clocks of %[1]s %[2]s %% of the cases begin from 8 to 18 h, most in hour %[3]s, fewest in hour %[4]s; if that cannot be right, neither is the zone"
	textGroups    explain.Label = "slareport/groups: By group and milestone (bad is part of unknown; time that counted in h:mm)"
	textGroup     explain.Label = "slareport/group: group"
	textMilestone explain.Label = "slareport/milestone: milestone"
	textTotal     explain.Label = "slareport/total: total"
	textMet       explain.Label = "slareport/met: met"
	textBreached  explain.Label = "slareport/breached: late"
	textRunning   explain.Label = "slareport/running: running"
	textPaused    explain.Label = "slareport/paused: paused"
	textWaived    explain.Label = "slareport/waived: waived"
	textUnknown   explain.Label = "slareport/unknown: unknown"
	textBadShort  explain.Label = "slareport/bad-short: bad"
	textKept      explain.Label = "slareport/kept: kept"
	textMedian    explain.Label = "slareport/median: median"
	textNinety    explain.Label = "slareport/ninety: 90th percentile"
	textNoGroup   explain.Label = "slareport/no-group: (none)"
	textAll       explain.Label = "slareport/all: all"

	textWorst      explain.Label = "slareport/worst: The worst (late by h:mm around the clock)"
	textCase       explain.Label = "slareport/case: case"
	textDue        explain.Label = "slareport/due: due"
	textDone       explain.Label = "slareport/done: done"
	textLate       explain.Label = "slareport/late: late by"
	textNotDone    explain.Label = "slareport/not-done: not done"
	textWarnings   explain.Label = "slareport/warnings: Warnings and escalations reached"
	textLevel      explain.Label = "slareport/level: level"
	textReached    explain.Label = "slareport/reached: cases"
	textStillOpen  explain.Label = "slareport/still-open: not done"
	textBonusMalus explain.Label = "slareport/bonus-malus: Bonus and malus"
	textScheme     explain.Label = "slareport/scheme: scheme"
	textScored     explain.Label = "slareport/scored: cases"
	textBonus      explain.Label = "slareport/bonus: bonus"
	textMalus      explain.Label = "slareport/malus: malus"
	textSum        explain.Label = "slareport/sum: together"

	textUnknowns   explain.Label = "slareport/unknowns: Unknown: %[1]s (milestone, what is missing, how many, which)"
	textBad        explain.Label = "slareport/bad: Bad rows and cases that cannot be judged for them: %[1]s"
	textBadVerdict explain.Label = "slareport/bad-verdict: line %[1]s: case %[2]s, %[3]s: %[4]s"
	textIncomplete explain.Label = "slareport/incomplete: case %[1]s is not judged: line %[2]s of its log could not be read"
	textMore       explain.Label = "slareport/more:   … and %[1]s more; bad.csv lists all"
	textUnwritten  explain.Label = "slareport/unwritten: No files were asked for; -out FOLDER writes verdicts.csv, groups.csv, bad.csv, notices.csv and scores.csv."
	textWritten    explain.Label = "slareport/written: Written: %[1]s"
)

// How a case is explained.
const (
	textExplain explain.Label = "slareport/explain: Case %[1]s (%[2]s), line %[3]s"
	textVerdict explain.Label = "slareport/verdict: %[1]s: %[2]s"
	textOnField explain.Label = "slareport/on-field:   due %[1]s as agreed, compared with %[2]s"
	textFigures explain.Label = "slareport/figures:   from %[1]s, due %[2]s, compared with %[3]s; %[4]s counted, %[5]s stopped, %[6]s around the clock"
	textCounted explain.Label = "slareport/counted: counted"
	textStopped explain.Label = "slareport/stopped: stopped"
	textClosed  explain.Label = "slareport/closed: closed"

	textNotStarted   explain.Label = "slareport/not-started: not begun: no %[1]s in the log"
	textFieldMissing explain.Label = "slareport/field-missing: the case does not say %[1]s"
	textNoLimit      explain.Label = "slareport/no-limit: nothing is promised for %[1]s"
	textLimitOpen    explain.Label = "slareport/limit-open: the contract leaves the limit open"
	textYearUnknown  explain.Label = "slareport/year-unknown: the holidays of %[1]s are not known"
	textReversed     explain.Label = "slareport/reversed: %[1]s came before the beginning"
	textUndated      explain.Label = "slareport/undated: the event %[1]s has no instant"
	textOutOfRange   explain.Label = "slareport/out-of-range: beyond what can be counted: %[1]s"
	textExcused      explain.Label = "slareport/excused: excused"
	textWasCancelled explain.Label = "slareport/was-cancelled: cancelled before it was late"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: errNeeds, ZH: "%[1]s 还需要 %[2]s"},
		{Text: errEither, ZH: "%[1]s 和 %[2]s 只能给出其一"},
		{Text: errKind, ZH: "映射用于 %[1]s 表，而不是 cases 或 events"},
		{Text: errAsOf, ZH: "-asof %[1]s 既不是日期（如 2026-10-14），也不是时刻（如 2026-10-14T18:00:00+08:00）"},
		{Text: errNoInstant, ZH: "记录中没有任何时刻；请用 -asof 说明按何时判定"},
		{Text: errNoCase, ZH: "记录中没有工单 %[1]s"},
		{Text: errIncomplete, ZH: "工单 %[1]s 有错误行，无法判定"},
		{Text: textTitle, ZH: "服务时限报告（%[1]s）"},
		{Text: textAsOf, ZH: "截至 %[1]s"},
		{Text: textDay, ZH: "截至 %[1]s 日终"},
		{Text: textLatest, ZH: "截至记录中最后的时刻 %[1]s"},
		{Text: textBy, ZH: "按 %[1]s 项承诺和日历 %[2]s 判定，时间为 %[3]s 时间"},
		{Text: textRows, ZH: "读入 %[1]s 行 = 有效 %[2]s + 错误 %[3]s + 忽略 %[4]s"},
		{Text: textCases, ZH: "工单 %[1]s 张 = 已判定 %[2]s + 因有错误行而不完整 %[3]s"},
		{Text: textUnclear, ZH: "有 %[1]s 个时间在 %[2]s 的钟上出现两次或没有出现；取前一次，或取拨钟的时刻"},
		{Text: textClock, ZH: "按 %[1]s 时间，%[2]s %% 的工单始于 8 至 18 时，最多在 %[3]s 时，最少在 %[4]s 时；如不合常理，请核对时区"},
		{Text: textGroups, ZH: "按分组和时限节点统计（错误含在未知之内；计时时长为 时:分）"},
		{Text: textGroup, ZH: "分组"},
		{Text: textMilestone, ZH: "节点"},
		{Text: textTotal, ZH: "合计"},
		{Text: textMet, ZH: "按时"},
		{Text: textBreached, ZH: "超时"},
		{Text: textRunning, ZH: "进行中"},
		{Text: textPaused, ZH: "暂停"},
		{Text: textWaived, ZH: "免计"},
		{Text: textUnknown, ZH: "未知"},
		{Text: textBadShort, ZH: "错误"},
		{Text: textKept, ZH: "及时率"},
		{Text: textMedian, ZH: "中位数"},
		{Text: textNinety, ZH: "90 分位"},
		{Text: textNoGroup, ZH: "（无）"},
		{Text: textAll, ZH: "全部"},
		{Text: textWorst, ZH: "超时最多的（自然时间，时:分）"},
		{Text: textCase, ZH: "工单"},
		{Text: textDue, ZH: "到期"},
		{Text: textDone, ZH: "完成"},
		{Text: textLate, ZH: "超时"},
		{Text: textNotDone, ZH: "未完成"},
		{Text: textWarnings, ZH: "已触发的预警和升级"},
		{Text: textLevel, ZH: "级别"},
		{Text: textReached, ZH: "工单数"},
		{Text: textStillOpen, ZH: "其中未完成"},
		{Text: textBonusMalus, ZH: "奖惩"},
		{Text: textScheme, ZH: "办法"},
		{Text: textScored, ZH: "工单数"},
		{Text: textBonus, ZH: "奖"},
		{Text: textMalus, ZH: "惩"},
		{Text: textSum, ZH: "合计"},
		{Text: textUnknowns, ZH: "未知 %[1]s 项（节点、缺少什么、多少、哪些）"},
		{Text: textBad, ZH: "错误行及因此无法判定的工单：%[1]s"},
		{Text: textBadVerdict, ZH: "第 %[1]s 行：工单 %[2]s，%[3]s：%[4]s"},
		{Text: textIncomplete, ZH: "工单 %[1]s 未判定：其记录的第 %[2]s 行无法读取"},
		{Text: textMore, ZH: "  ……另有 %[1]s 条，见 bad.csv"},
		{Text: textUnwritten, ZH: "没有要求写文件；-out 目录 写出 verdicts.csv、groups.csv、bad.csv、notices.csv 和 scores.csv。"},
		{Text: textWritten, ZH: "已写出：%[1]s"},
		{Text: textExplain, ZH: "工单 %[1]s（%[2]s），第 %[3]s 行"},
		{Text: textVerdict, ZH: "%[1]s：%[2]s"},
		{Text: textOnField, ZH: "  约定 %[1]s 到期，与 %[2]s 相比"},
		{Text: textFigures, ZH: "  自 %[1]s 起，%[2]s 到期，与 %[3]s 相比；计时 %[4]s，暂停 %[5]s，自然时间 %[6]s"},
		{Text: textCounted, ZH: "计时"},
		{Text: textStopped, ZH: "暂停"},
		{Text: textClosed, ZH: "非工作时间"},
		{Text: textNotStarted, ZH: "尚未开始：记录中没有 %[1]s"},
		{Text: textFieldMissing, ZH: "工单没有 %[1]s"},
		{Text: textNoLimit, ZH: "对 %[1]s 没有承诺"},
		{Text: textLimitOpen, ZH: "合同没有写明时限"},
		{Text: textYearUnknown, ZH: "%[1]s 年的节假日安排未知"},
		{Text: textReversed, ZH: "%[1]s 早于开始"},
		{Text: textUndated, ZH: "事件 %[1]s 没有时间"},
		{Text: textOutOfRange, ZH: "超出计算范围：%[1]s"},
		{Text: textExcused, ZH: "免责"},
		{Text: textWasCancelled, ZH: "超时前已撤单"},
	}
}

// messages adds the texts of the report, and of the packages beneath it, to a catalogue.
func messages(b *catalog.Builder) error {
	return errors.Join(sla.Messages(b), worktime.Messages(b), invalid.Register(b, texts()))
}
