package main

import (
	"errors"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// What is wrong with the flags or a row.
const (
	errNeeds   invalid.RuleError = "dutyplan/needs: %[1]s also needs %[2]s"
	errMonth   invalid.RuleError = "dutyplan/month: -month %[1]s is not a month like 2026-11"
	errAsOf    invalid.RuleError = "dutyplan/as-of: -asof %[1]s is neither a day like 2026-11-30 nor an instant like 2026-11-30T18:00:00+08:00"
	errNoKey   invalid.RuleError = "dutyplan/no-key: no verdict of the month has the key %[1]s"
	errNobody  invalid.RuleError = "dutyplan/nobody: the estate has nothing of the kind %[1]s"
	errSubject invalid.RuleError = "dutyplan/subject: there is no subject %[1]s"
	errNoKind  invalid.RuleError = "dutyplan/no-kind: the estate has no %[1]s; say of what kind it is"
	errHeader  invalid.RuleError = "dutyplan/header: %[1]s does not begin with the header %[2]s"
	errColumns invalid.RuleError = "dutyplan/columns: the row has %[1]s cells, not %[2]s"
	errWhat    invalid.RuleError = "dutyplan/what: %[1]s is none of record, reading, excuse and attendance"
	errWhen    invalid.RuleError = "dutyplan/when: %[1]s is not a time like 2026-11-05 02:13"
	errEnd     invalid.RuleError = "dutyplan/end: the end %[1]s is not after the start"
	errNoID    invalid.RuleError = "dutyplan/no-id: the record has no id"
	errTwice   invalid.RuleError = "dutyplan/twice: the record %[1]s was there before; this row does not count"
	errKind    invalid.RuleError = "dutyplan/kind: no duty asks for %[1]s"
	errMark    invalid.RuleError = "dutyplan/mark: %[1]s is neither voluntary nor unplanned"
	errNumber  invalid.RuleError = "dutyplan/number: %[1]s is not a number of 0 or more"
)

// What the report says.
const (
	textTitle         explain.Label = "dutyplan/title: The duties of %[1]s, as of %[2]s"
	textBy            explain.Label = "dutyplan/by: Judged by %[1]s duties, %[2]s plans and %[3]s posts for %[4]s subjects, on the clocks of %[5]s"
	textRows          explain.Label = "dutyplan/rows: Rows read: %[1]s = %[2]s good + %[3]s bad"
	textAll           explain.Label = "dutyplan/all: Things due: %[1]s = %[2]s on time + %[3]s late + %[4]s missed + %[5]s not due yet + %[6]s excused + %[7]s unknown + %[8]s of cut periods"
	textDuties        explain.Label = "dutyplan/duties: By duty (share: on time of on time, late and missed)"
	textDuty          explain.Label = "dutyplan/duty: duty"
	textSource        explain.Label = "dutyplan/source: source"
	textSubjects      explain.Label = "dutyplan/subjects: subjects"
	textTotal         explain.Label = "dutyplan/total: due"
	textOnTime        explain.Label = "dutyplan/on-time: on time"
	textLate          explain.Label = "dutyplan/late: late"
	textMissed        explain.Label = "dutyplan/missed: missed"
	textPending       explain.Label = "dutyplan/pending: not due"
	textExcused       explain.Label = "dutyplan/excused: excused"
	textUnknown       explain.Label = "dutyplan/unknown: unknown"
	textPartial       explain.Label = "dutyplan/partial: cut"
	textExtra         explain.Label = "dutyplan/extra: extra"
	textVoluntary     explain.Label = "dutyplan/voluntary: voluntary"
	textShare         explain.Label = "dutyplan/share: share"
	textEstate        explain.Label = "dutyplan/estate: estate"
	textMisses        explain.Label = "dutyplan/misses: Late or missed: %[1]s"
	textWhere         explain.Label = "dutyplan/where: where"
	textState         explain.Label = "dutyplan/state: state"
	textDue           explain.Label = "dutyplan/due-column: due"
	textDone          explain.Label = "dutyplan/done: done"
	textLateBy        explain.Label = "dutyplan/late-by: late by h:mm"
	textMore          explain.Label = "dutyplan/more:   … and %[1]s more; %[2]s lists all"
	textPosts         explain.Label = "dutyplan/posts: Posts (h:mm)"
	textPost          explain.Label = "dutyplan/post: post"
	textPeople        explain.Label = "dutyplan/people: people"
	textRequired      explain.Label = "dutyplan/required: required"
	textShort         explain.Label = "dutyplan/short: too few"
	textGaps          explain.Label = "dutyplan/gaps: gaps"
	textLongest       explain.Label = "dutyplan/longest: longest"
	textShortage      explain.Label = "dutyplan/shortage:   %[1]s, day %[2]s: %[3]s to %[4]s: %[5]s of %[6]s"
	textTwoPosts      explain.Label = "dutyplan/two-posts:   %[1]s was at two posts at once: %[2]s, %[3]s to %[4]s"
	textUnknownPost   explain.Label = "dutyplan/unknown-post:   %[1]s was at a post that is not known: %[2]s, %[3]s to %[4]s; not counted"
	textNoPerson      explain.Label = "dutyplan/no-person:   nobody is named %[1]s at %[2]s, %[3]s to %[4]s; not counted"
	textNoTime        explain.Label = "dutyplan/no-time:   %[1]s has no proper time at %[2]s, %[3]s to %[4]s; not counted"
	textUnskilled     explain.Label = "dutyplan/unskilled:   %[1]s lacks a skill for %[2]s, %[3]s to %[4]s; not counted"
	textUnjudged      explain.Label = "dutyplan/unjudged: Excused, unknown or moved: %[1]s"
	textIntervalUnset explain.Label = "dutyplan/interval-unset: the contract leaves the interval open (%[1]s)"
	textFieldMissing  explain.Label = "dutyplan/field-missing: the subject lacks %[1]s"
	textYearUnknown   explain.Label = "dutyplan/year-unknown: the holidays of %[1]s are not known"
	textReading       explain.Label = "dutyplan/reading: no usable reading of %[1]s"
	textFigureMissing explain.Label = "dutyplan/figure-missing: the record %[1]s lacks the figure"
	textLateKnown     explain.Label = "dutyplan/late-known: known too late; was due %[1]s"
	textInExcuse      explain.Label = "dutyplan/in-excuse: nothing was owed"
	textMoved         explain.Label = "dutyplan/moved: moved from %[1]s: nothing was owed then"
	textCut           explain.Label = "dutyplan/cut: only a part of the period"
	textOutOfRange    explain.Label = "dutyplan/out-of-range: beyond what can be counted"
	textCarried       explain.Label = "dutyplan/carried: due before the month"
	textBeside        explain.Label = "dutyplan/beside: Beside the plan: %[1]s extra, %[2]s voluntary; %[3]s written down later than done. The extra:"
	textOverdue       explain.Label = "dutyplan/overdue: overdue"
	textManned        explain.Label = "dutyplan/manned: manned"
	textNext          explain.Label = "dutyplan/next: Overdue, or due next after %[1]s"
	textBad           explain.Label = "dutyplan/bad: Rows that could not be read: %[1]s"
	textBadRow        explain.Label = "dutyplan/bad-row:   line %[1]s: %[2]s"
	textUnwritten     explain.Label = "dutyplan/unwritten: No files were asked for; -out FOLDER writes verdicts.csv, summary.csv, gaps.csv, occurrences.csv and bad.csv."
	textWritten       explain.Label = "dutyplan/written: Written: %[1]s"
	textExplain       explain.Label = "dutyplan/explain: %[1]s at %[2]s: %[3]s"
	textExplainPost   explain.Label = "dutyplan/explain-post: The post on the day %[1]s"
	textBecause       explain.Label = "dutyplan/because:   %[1]s"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: errNeeds, ZH: "%[1]s 还需要 %[2]s"},
		{Text: errMonth, ZH: "-month %[1]s 不是月份（如 2026-11）"},
		{Text: errAsOf, ZH: "-asof %[1]s 既不是日期（如 2026-11-30），也不是时刻（如 2026-11-30T18:00:00+08:00）"},
		{Text: errNoKey, ZH: "本月的评判中没有 %[1]s"},
		{Text: errNobody, ZH: "小区没有 %[1]s 类的对象"},
		{Text: errNoKind, ZH: "小区没有 %[1]s；请写明其类别"},
		{Text: errSubject, ZH: "没有对象 %[1]s"},
		{Text: errHeader, ZH: "%[1]s 的首行不是 %[2]s"},
		{Text: errColumns, ZH: "本行有 %[1]s 格，应有 %[2]s 格"},
		{Text: errWhat, ZH: "%[1]s 不是 record、reading、excuse 或 attendance"},
		{Text: errWhen, ZH: "%[1]s 不是时间（如 2026-11-05 02:13）"},
		{Text: errEnd, ZH: "结束 %[1]s 不晚于开始"},
		{Text: errNoID, ZH: "记录没有编号"},
		{Text: errTwice, ZH: "记录 %[1]s 已出现过，本行不计"},
		{Text: errKind, ZH: "没有职责需要 %[1]s"},
		{Text: errMark, ZH: "%[1]s 既不是 voluntary 也不是 unplanned"},
		{Text: errNumber, ZH: "%[1]s 不是非负的数"},
		{Text: textTitle, ZH: "%[1]s 职责履行报告（截至 %[2]s）"},
		{Text: textBy, ZH: "按 %[1]s 项职责、%[2]s 个计划、%[3]s 个岗位和 %[4]s 个对象评判，时间为 %[5]s 时间"},
		{Text: textRows, ZH: "读入 %[1]s 行 = 有效 %[2]s + 错误 %[3]s"},
		{Text: textAll, ZH: "应做 %[1]s 项 = 按时 %[2]s + 迟做 %[3]s + 漏做 %[4]s + 未到期 %[5]s + 免责 %[6]s + 未知 %[7]s + 不完整期间 %[8]s"},
		{Text: textDuties, ZH: "按职责统计（按时率为按时占按时、迟做与漏做之和）"},
		{Text: textDuty, ZH: "职责"},
		{Text: textSource, ZH: "依据"},
		{Text: textSubjects, ZH: "对象数"},
		{Text: textTotal, ZH: "应做"},
		{Text: textOnTime, ZH: "按时"},
		{Text: textLate, ZH: "迟做"},
		{Text: textMissed, ZH: "漏做"},
		{Text: textPending, ZH: "未到期"},
		{Text: textExcused, ZH: "免责"},
		{Text: textUnknown, ZH: "未知"},
		{Text: textPartial, ZH: "不完整"},
		{Text: textExtra, ZH: "额外"},
		{Text: textVoluntary, ZH: "自愿"},
		{Text: textShare, ZH: "按时率"},
		{Text: textEstate, ZH: "小区"},
		{Text: textMisses, ZH: "迟做和漏做：%[1]s"},
		{Text: textWhere, ZH: "对象"},
		{Text: textState, ZH: "结果"},
		{Text: textDue, ZH: "应做时间"},
		{Text: textDone, ZH: "完成"},
		{Text: textLateBy, ZH: "迟到 时:分"},
		{Text: textMore, ZH: "  ……另有 %[1]s 条，见 %[2]s"},
		{Text: textPosts, ZH: "在岗核查（时:分）"},
		{Text: textPost, ZH: "岗位"},
		{Text: textPeople, ZH: "人数"},
		{Text: textRequired, ZH: "应在岗"},
		{Text: textShort, ZH: "缺岗"},
		{Text: textGaps, ZH: "次数"},
		{Text: textLongest, ZH: "最长"},
		{Text: textShortage, ZH: "  %[1]s，%[2]s 班日：%[3]s 至 %[4]s，到岗 %[5]s 人，应 %[6]s 人"},
		{Text: textTwoPosts, ZH: "  %[1]s 同时在两岗：%[2]s，%[3]s 至 %[4]s"},
		{Text: textUnknownPost, ZH: "  %[1]s 所在岗位未知：%[2]s，%[3]s 至 %[4]s；不计"},
		{Text: textNoPerson, ZH: "  未写明何人%[1]s：%[2]s，%[3]s 至 %[4]s；不计"},
		{Text: textNoTime, ZH: "  %[1]s 的时间不成立：%[2]s，%[3]s 至 %[4]s；不计"},
		{Text: textUnskilled, ZH: "  %[1]s 不具备所需资格：%[2]s，%[3]s 至 %[4]s；不计"},
		{Text: textUnjudged, ZH: "免责、未知或改期：%[1]s"},
		{Text: textIntervalUnset, ZH: "合同没有写明间隔（%[1]s）"},
		{Text: textFieldMissing, ZH: "对象缺少 %[1]s"},
		{Text: textYearUnknown, ZH: "%[1]s 年的节假日安排未知"},
		{Text: textReading, ZH: "没有可用的 %[1]s 读数"},
		{Text: textFigureMissing, ZH: "记录 %[1]s 缺少数值"},
		{Text: textLateKnown, ZH: "知悉过晚；原应 %[1]s 完成"},
		{Text: textMoved, ZH: "原应 %[1]s 完成，当时不计，顺延"},
		{Text: textInExcuse, ZH: "该时段不计"},
		{Text: textCut, ZH: "期间不完整"},
		{Text: textOutOfRange, ZH: "超出计算范围"},
		{Text: textCarried, ZH: "上月结转"},
		{Text: textBeside, ZH: "计划之外：额外 %[1]s，自愿 %[2]s；补录 %[3]s。其中额外的："},
		{Text: textOverdue, ZH: "已逾期"},
		{Text: textManned, ZH: "在岗率"},
		{Text: textNext, ZH: "逾期未做，或 %[1]s 之后最先到期"},
		{Text: textBad, ZH: "无法读取的行：%[1]s"},
		{Text: textBadRow, ZH: "  第 %[1]s 行：%[2]s"},
		{Text: textUnwritten, ZH: "没有要求写文件；-out 目录 写出 verdicts.csv、summary.csv、gaps.csv、occurrences.csv 和 bad.csv。"},
		{Text: textWritten, ZH: "已写出：%[1]s"},
		{Text: textExplain, ZH: "%[1]s，%[2]s：评为%[3]s"},
		{Text: textExplainPost, ZH: "岗位与班日 %[1]s"},
		{Text: textBecause, ZH: "  因为%[1]s"},
	}
}

// messages adds the texts of the report, and of the packages beneath it, to a catalogue.
func messages(b *catalog.Builder) error {
	return errors.Join(schedule.Messages(b), worktime.Messages(b), invalid.Register(b, texts()))
}
