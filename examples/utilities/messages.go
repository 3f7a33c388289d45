package main

import (
	"errors"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// What the report says.
const (
	textTitle     explain.Label = "utilities/title: %[1]s: meters and shared costs, %[2]s to %[3]s"
	textCounts    explain.Label = "utilities/counts: %[1]s meters of %[2]s units and of the house, %[3]s readings, %[4]s shared costs, as known on %[5]s"
	textDays      explain.Label = "utilities/days: %[1]s to %[2]s"
	textComma     explain.Label = "utilities/comma: , "
	textSemicolon explain.Label = "utilities/semicolon: ; "
	textUnwritten explain.Label = "utilities/unwritten: No files were asked for; -out FOLDER writes bills.csv, lines.csv, statements.csv, usage.csv and findings.csv."
	textWritten   explain.Label = "utilities/written: Written: %[1]s"

	textFee       explain.Label = "utilities/fee: fee"
	textLines     explain.Label = "utilities/lines: lines"
	textUsage     explain.Label = "utilities/usage: used"
	textAmount    explain.Label = "utilities/amount: amount"
	textTotal     explain.Label = "utilities/total: total"
	textTime      explain.Label = "utilities/time: time"
	textUnit      explain.Label = "utilities/unit: unit"
	textMeter     explain.Label = "utilities/meter: meter"
	textHeldWord  explain.Label = "utilities/held-word: held"
	textMonth     explain.Label = "utilities/month: %[1]s: %[2]s bills, %[3]s units held"
	textHeldUnit  explain.Label = "utilities/held-unit:   held back: unit %[1]s: %[2]s"
	textHeldCost  explain.Label = "utilities/held-cost:   not charged: %[1]s, %[2]s: %[3]s"
	textMonthHead explain.Label = "utilities/month-head: billed in"

	textStatements explain.Label = "utilities/statements: Statements of shared costs"
	textCost       explain.Label = "utilities/cost: cost"
	textPrice      explain.Label = "utilities/price: price"
	textUnits      explain.Label = "utilities/units: units"
	textShares     explain.Label = "utilities/shares: their shares"
	textSharesOf   explain.Label = "utilities/shares-of: %[1]s, %[2]s: %[3]s over %[4]s units"
	textWeight     explain.Label = "utilities/weight: weight of all"
	textShare      explain.Label = "utilities/share: share"
	textMoreShares explain.Label = "utilities/more-shares:   … and %[1]s more; statements.csv lists all"

	textLosses      explain.Label = "utilities/losses: Losses between master meters and those behind them"
	textMaster      explain.Label = "utilities/master: master meter"
	textMasterUsed  explain.Label = "utilities/master-used: it counted"
	textSubsUsed    explain.Label = "utilities/subs-used: they counted"
	textLost        explain.Label = "utilities/lost: lost"
	textPart        explain.Label = "utilities/part: part"
	textVerdict     explain.Label = "utilities/verdict: what becomes of it"
	textUnknownLoss explain.Label = "utilities/unknown-loss: not known: %[1]s"
	textLeak        explain.Label = "utilities/leak: over the limit: held, nothing is charged"
	textShared      explain.Label = "utilities/shared: shared"
	textUncharged   explain.Label = "utilities/uncharged: charged to nobody"
)

// What it says of alarms, of one unit and of its own checks.
const (
	textAlarms       explain.Label = "utilities/alarms: What was found about meters: %[1]s"
	textFound        explain.Label = "utilities/found: what"
	textSwap         explain.Label = "utilities/swap: device replaced"
	textRollover     explain.Label = "utilities/rollover: register passed its last digit"
	textEstimate     explain.Label = "utilities/estimate: charged on an estimate"
	textTrueUp       explain.Label = "utilities/true-up: read again, the estimate put right"
	textUnread       explain.Label = "utilities/unread: not read, unit held"
	textImplausible  explain.Label = "utilities/implausible: implausible reading, unit held"
	textLeakFound    explain.Label = "utilities/leak-found: leak, cost held"
	textUnverified   explain.Label = "utilities/unverified: verification has run out"
	textCheckReading explain.Label = "utilities/check-reading:   %[1]s %[2]s: check the reading, and accept or correct it: %[3]s"
	textReadAgain    explain.Label = "utilities/read-again:   %[1]s %[2]s: read it, or give an estimate: %[3]s"
	textWorkOrder    explain.Label = "utilities/work-order:   %[1]s work order: find the leak behind master meter %[2]s, which lost %[3]s; %[4]s is charged to nobody"

	textUnitYear     explain.Label = "utilities/unit-year: The year of unit %[1]s, %[2]s"
	textUnitMonths   explain.Label = "utilities/unit-months: What the months of unit %[1]s come to"
	textDaysHead     explain.Label = "utilities/days-head: days"
	textPayer        explain.Label = "utilities/payer: payer"
	textBasis        explain.Label = "utilities/basis: by"
	textTiers        explain.Label = "utilities/tiers: tier %[1]s"
	textBands        explain.Label = "utilities/bands: %[1]s"
	textOnEstimate   explain.Label = "utilities/on-estimate: on an estimate of %[1]s"
	textLessEstimate explain.Label = "utilities/less-estimate: less %[1]s charged on estimates"
	textShareOf      explain.Label = "utilities/share-of: of %[1]s, %[2]s"
	textTenantPart   explain.Label = "utilities/tenant-part: the tenant's part of %[1]s, above %[2]s, at most %[3]s"
	textOwnerPart    explain.Label = "utilities/owner-part: the owner's part of %[1]s, of which the tenant pays what is above %[2]s, at most %[3]s"
	textNoCap        explain.Label = "utilities/no-cap: without limit"
	textDerivations  explain.Label = "utilities/derivations: How the lines of unit %[1]s came about"

	textChecks          explain.Label = "utilities/checks: Checks"
	textHolds           explain.Label = "utilities/holds:   %[1]s: %[2]s = %[3]s"
	textFails           explain.Label = "utilities/fails:   WRONG: %[1]s: %[2]s ≠ %[3]s"
	textProofFees       explain.Label = "utilities/proof-fees: fees of all months = totals of %[1]s bills"
	textProofShares     explain.Label = "utilities/proof-shares: shares of %[1]s statements = their costs, each by itself"
	textProofShareLines explain.Label = "utilities/proof-share-lines: lines of shares, with %[1]s of units held = all shares"
	textProofYear       explain.Label = "utilities/proof-year: the year in one run = its months, line by line, %[1]s lines of units never held"
	textProofUnit       explain.Label = "utilities/proof-unit: unit %[1]s, the year in one run = the sum of its months"
	textProofUsage      explain.Label = "utilities/proof-usage: usage charged of %[1]s meters = what their registers moved, in kWh and m³ together"
	textVerified        explain.Label = "utilities/verified:   Every bill and statement was computed again from what it says, and every derivation replayed."
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: textTitle, ZH: "%[1]s：抄表与公摊（%[2]s 至 %[3]s）"},
		{Text: textCounts, ZH: "仪表 %[1]s 块（%[2]s 户及公共），读数 %[3]s 条，公摊费用 %[4]s 笔，截至 %[5]s"},
		{Text: textDays, ZH: "%[1]s 至 %[2]s"},
		{Text: textComma, ZH: "、"},
		{Text: textSemicolon, ZH: "；"},
		{Text: textUnwritten, ZH: "没有要求写文件；-out 目录 写出 bills.csv、lines.csv、statements.csv、usage.csv 和 findings.csv。"},
		{Text: textWritten, ZH: "已写出：%[1]s"},
		{Text: textFee, ZH: "项目"},
		{Text: textLines, ZH: "行数"},
		{Text: textUsage, ZH: "用量"},
		{Text: textAmount, ZH: "金额"},
		{Text: textTotal, ZH: "合计"},
		{Text: textTime, ZH: "期间"},
		{Text: textUnit, ZH: "房屋"},
		{Text: textMeter, ZH: "仪表"},
		{Text: textHeldWord, ZH: "暂缓"},
		{Text: textMonth, ZH: "%[1]s：账单 %[2]s 张，暂缓 %[3]s 户"},
		{Text: textHeldUnit, ZH: "  暂缓：房屋 %[1]s：%[2]s"},
		{Text: textHeldCost, ZH: "  不予收取：%[1]s %[2]s：%[3]s"},
		{Text: textMonthHead, ZH: "出账月"},
		{Text: textStatements, ZH: "公摊费用公示"},
		{Text: textCost, ZH: "费用"},
		{Text: textPrice, ZH: "单价"},
		{Text: textUnits, ZH: "户数"},
		{Text: textShares, ZH: "各户分摊合计"},
		{Text: textSharesOf, ZH: "%[1]s %[2]s：%[3]s，分摊 %[4]s 户"},
		{Text: textWeight, ZH: "权重 / 合计"},
		{Text: textShare, ZH: "分摊额"},
		{Text: textMoreShares, ZH: "  ……另有 %[1]s 户，见 statements.csv"},
		{Text: textLosses, ZH: "总表与分表的损耗"},
		{Text: textMaster, ZH: "总表"},
		{Text: textMasterUsed, ZH: "总表用量"},
		{Text: textSubsUsed, ZH: "分表合计"},
		{Text: textLost, ZH: "损耗"},
		{Text: textPart, ZH: "占比"},
		{Text: textVerdict, ZH: "处理"},
		{Text: textUnknownLoss, ZH: "无法得知：%[1]s"},
		{Text: textLeak, ZH: "超过限额：暂缓，不收取"},
		{Text: textShared, ZH: "分摊"},
		{Text: textUncharged, ZH: "不向任何人收取"},
		{Text: textAlarms, ZH: "仪表事项：%[1]s 条"},
		{Text: textFound, ZH: "事项"},
		{Text: textSwap, ZH: "换表"},
		{Text: textRollover, ZH: "示数翻转"},
		{Text: textEstimate, ZH: "估抄计费"},
		{Text: textTrueUp, ZH: "实抄后多退少补"},
		{Text: textUnread, ZH: "漏抄，暂缓"},
		{Text: textImplausible, ZH: "读数不合理，暂缓"},
		{Text: textLeakFound, ZH: "漏损超限，暂缓"},
		{Text: textUnverified, ZH: "检定到期"},
		{Text: textCheckReading, ZH: "  %[1]s %[2]s：请核实读数，确认或更正：%[3]s"},
		{Text: textReadAgain, ZH: "  %[1]s %[2]s：请补抄或估抄：%[3]s"},
		{Text: textWorkOrder, ZH: "  %[1]s 建议派工单：检修总表 %[2]s 之后的漏点，漏损 %[3]s；%[4]s 不向任何人收取"},
		{Text: textUnitYear, ZH: "房屋 %[1]s 的一年（%[2]s）"},
		{Text: textUnitMonths, ZH: "房屋 %[1]s 各月合计"},
		{Text: textDaysHead, ZH: "日期"},
		{Text: textPayer, ZH: "付费人"},
		{Text: textBasis, ZH: "依据"},
		{Text: textTiers, ZH: "第 %[1]s 档"},
		{Text: textBands, ZH: "%[1]s"},
		{Text: textOnEstimate, ZH: "%[1]s 估抄"},
		{Text: textLessEstimate, ZH: "减去估抄已计 %[1]s"},
		{Text: textShareOf, ZH: "%[1]s 之 %[2]s"},
		{Text: textTenantPart, ZH: "%[1]s 中承租人承担：超出 %[2]s 的部分，最多 %[3]s"},
		{Text: textOwnerPart, ZH: "%[1]s 中业主承担：承租人只承担超出 %[2]s 的部分，最多 %[3]s"},
		{Text: textNoCap, ZH: "不封顶"},
		{Text: textDerivations, ZH: "房屋 %[1]s 各行的由来"},
		{Text: textChecks, ZH: "核对"},
		{Text: textHolds, ZH: "  %[1]s：%[2]s = %[3]s"},
		{Text: textFails, ZH: "  有误：%[1]s：%[2]s ≠ %[3]s"},
		{Text: textProofFees, ZH: "各月各项目合计 = %[1]s 张账单合计"},
		{Text: textProofShares, ZH: "%[1]s 份公示的分摊额合计 = 费用，逐份相符"},
		{Text: textProofShareLines, ZH: "公摊明细加暂缓房屋的分摊额 %[1]s = 全部分摊额"},
		{Text: textProofYear, ZH: "全年一次出账 = 逐月出账，逐行相符（未曾暂缓的房屋 %[1]s 行）"},
		{Text: textProofUnit, ZH: "房屋 %[1]s 全年一次出账 = 各月合计"},
		{Text: textProofUsage, ZH: "%[1]s 块表已计用量 = 示数变动（千瓦时与立方米合计）"},
		{Text: textVerified, ZH: "  每张账单和每份公示均已复算，推导均已重演。"},
	}
}

// messages adds the report's texts, and those of the packages it uses beside billing, to a catalogue.
func messages(b *catalog.Builder) error {
	return errors.Join(estate.UtilitiesMessages(b), invalid.Register(b, texts()))
}
