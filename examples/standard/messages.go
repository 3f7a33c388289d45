package main

import (
	"errors"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// What is wrong with the flags or a table.
const (
	errNeeds invalid.RuleError = "contract/needs: %[1]s also needs %[2]s"
	errMonth invalid.RuleError = "contract/month: -month %[1]s is not a month like 2026-03"
	errAsOf  invalid.RuleError = "contract/as-of: -asof %[1]s is neither a day like 2026-03-31 nor an instant like 2026-03-31T18:00:00+08:00"
	errKind  invalid.RuleError = "contract/kind: %[1]s is mapped as a table of %[2]s, not of records, subjects or figures"
)

// What the report says.
const (
	textTitle         explain.Label = "contract/title: %[1]s, version %[2]s"
	textPeriod        explain.Label = "contract/period: From %[1]s until before %[2]s, as known at %[3]s, on the clocks of %[4]s"
	textDays          explain.Label = "contract/days: From %[1]s to %[2]s, as known at %[3]s on the clocks of %[4]s"
	textEvidence      explain.Label = "contract/evidence: Evidence: %[1]s subjects, %[2]s records, %[3]s figures"
	textRows          explain.Label = "contract/rows: %[1]s tables, rows read: %[2]s = %[3]s good + %[4]s bad + %[5]s ignored"
	textBad           explain.Label = "contract/bad: Bad rows: %[1]s problems"
	textMore          explain.Label = "contract/more:   … and %[1]s more"
	textDoubtful      explain.Label = "contract/doubtful:   for the bad rows of %[1]s, %[2]s is not complete"
	textTally         explain.Label = "contract/tally: Clauses by department"
	textDepartment    explain.Label = "contract/department: department"
	textTotal         explain.Label = "contract/total: clauses"
	textMet           explain.Label = "contract/met: met"
	textBreached      explain.Label = "contract/breached: breached"
	textPending       explain.Label = "contract/pending: not due"
	textWaived        explain.Label = "contract/waived: waived"
	textNotApplicable explain.Label = "contract/not-applicable: n/a"
	textUnknown       explain.Label = "contract/unknown: unknown"
	textAll           explain.Label = "contract/all: all"
	textVerdicts      explain.Label = "contract/verdicts: %[1]s"
	textSame          explain.Label = "contract/same: as %[1]s"
	textBecause       explain.Label = "contract/because: %[1]s: %[2]s"
	textCounts        explain.Label = "contract/counts: of %[1]s: %[2]s"
	textAllMet        explain.Label = "contract/all-met: all %[1]s met"
	textComma         explain.Label = "contract/comma: , "
	textAlias         explain.Label = "contract/alias: %[1]s (%[2]s)"
	textAside         explain.Label = "contract/aside:  (%[1]s)"
	textMissing       explain.Label = "contract/missing: What is missing, and the clauses that are unknown for it: %[1]s"
	textOpen          explain.Label = "contract/open: Parameters that the contract leaves open: %[1]s"
	textStrays        explain.Label = "contract/strays: Records about subjects that are not there: %[1]s"
	textUnseen        explain.Label = "contract/unseen: Kinds that clauses read and of which nothing is here: %[1]s"
	textWorst         explain.Label = "contract/worst: The three worst clauses, by the share of what was breached"
	textWorstOf       explain.Label = "contract/worst-of: %[1]s; rows breached: %[2]s"
	textEstate        explain.Label = "contract/estate: the estate"
	textExplain       explain.Label = "contract/explain: How the verdict came about: %[1]s"
	textQuote         explain.Label = "contract/quote: Source: %[1]s (%[2]s)"
	textUnwritten     explain.Label = "contract/unwritten: No files were asked for; -out FOLDER writes verdicts.csv and rows.csv."
	textWritten       explain.Label = "contract/written: Written: %[1]s"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: errNeeds, ZH: "%[1]s 还需要 %[2]s"},
		{Text: errMonth, ZH: "-month %[1]s 不是月份（如 2026-03）"},
		{Text: errAsOf, ZH: "-asof %[1]s 既不是日期（如 2026-03-31），也不是时刻（如 2026-03-31T18:00:00+08:00）"},
		{Text: errKind, ZH: "%[1]s 的映射用于 %[2]s 表，而不是 records、subjects 或 figures"},
		{Text: textTitle, ZH: "%[1]s（版本 %[2]s）"},
		{Text: textPeriod, ZH: "期间自 %[1]s 至 %[2]s 之前，按 %[3]s 所知评判，时间为 %[4]s 时间"},
		{Text: textDays, ZH: "考核期间 %[1]s 至 %[2]s，按 %[3]s 所知评判（%[4]s 时间）"},
		{Text: textEvidence, ZH: "证据：对象 %[1]s 个，记录 %[2]s 条，数值 %[3]s 个"},
		{Text: textRows, ZH: "%[1]s 张表，读入 %[2]s 行 = 有效 %[3]s + 错误 %[4]s + 忽略 %[5]s"},
		{Text: textBad, ZH: "错误行：%[1]s 处问题"},
		{Text: textMore, ZH: "  ……另有 %[1]s 处"},
		{Text: textDoubtful, ZH: "  因 %[1]s 有错误行，%[2]s 不完整"},
		{Text: textTally, ZH: "各部门条款的判定"},
		{Text: textDepartment, ZH: "部门"},
		{Text: textTotal, ZH: "条款"},
		{Text: textMet, ZH: "达标"},
		{Text: textBreached, ZH: "未达标"},
		{Text: textPending, ZH: "未到期"},
		{Text: textWaived, ZH: "豁免"},
		{Text: textNotApplicable, ZH: "不适用"},
		{Text: textUnknown, ZH: "无法判定"},
		{Text: textAll, ZH: "全部"},
		{Text: textVerdicts, ZH: "【%[1]s】"},
		{Text: textSame, ZH: "同 %[1]s"},
		{Text: textBecause, ZH: "%[1]s：%[2]s"},
		{Text: textCounts, ZH: "%[1]s 项：%[2]s"},
		{Text: textAllMet, ZH: "%[1]s 项全部达标"},
		{Text: textComma, ZH: "，"},
		{Text: textAlias, ZH: "%[1]s（%[2]s）"},
		{Text: textAside, ZH: "（%[1]s）"},
		{Text: textMissing, ZH: "缺少的材料及因此无法判定的条款：%[1]s 项"},
		{Text: textOpen, ZH: "合同尚待约定的事项：%[1]s 项"},
		{Text: textStrays, ZH: "所涉对象不在名册中的记录：%[1]s 条"},
		{Text: textUnseen, ZH: "条款需要而完全没有记录的类别：%[1]s 类"},
		{Text: textWorst, ZH: "问题最突出的三条（按未达标比例）"},
		{Text: textWorstOf, ZH: "%[1]s：未达标 %[2]s 项"},
		{Text: textEstate, ZH: "本小区"},
		{Text: textExplain, ZH: "判定依据：%[1]s"},
		{Text: textQuote, ZH: "原文：%[1]s（%[2]s）"},
		{Text: textUnwritten, ZH: "没有要求写文件；-out 目录 写出 verdicts.csv 和 rows.csv。"},
		{Text: textWritten, ZH: "已写出：%[1]s"},
	}
}

// messages adds the texts of the report, and of the packages beneath it, to a catalogue.
func messages(b *catalog.Builder) error {
	return errors.Join(standard.Messages(b), schedule.Messages(b), sla.Messages(b), worktime.Messages(b), metric.Messages(b), invalid.Register(b, texts()))
}
