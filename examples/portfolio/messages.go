package main

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// What the report says.
const (
	textGenerating explain.Label = "portfolio/generating: generating"
	textBilling    explain.Label = "portfolio/billing: billing"
	textTitle      explain.Label = "portfolio/title: %[1]s: bills for %[2]s to %[3]s, generated from seed %[4]s"
	textEstate     explain.Label = "portfolio/estate: %[1]s units in %[2]s buildings, %[3]s tenancies"
	textBills      explain.Label = "portfolio/bills: %[1]s units billed, %[2]s held: %[3]s bills, %[4]s lines, %[5]s"
	textBuilt      explain.Label = "portfolio/built: What was built"
	textKind       explain.Label = "portfolio/kind: kind"
	textUnits      explain.Label = "portfolio/units: units"
	textMeanArea   explain.Label = "portfolio/mean-area: mean gross area"
	textDwelling   explain.Label = "portfolio/dwelling: dwelling, %[1]s"
	textShop       explain.Label = "portfolio/shop: shop"
	textOffice     explain.Label = "portfolio/office: office"
	textSpace      explain.Label = "portfolio/space: parking space"

	textShown      explain.Label = "portfolio/shown: What the generator planted, and what the bills show"
	textStory      explain.Label = "portfolio/story: units"
	textPlanted    explain.Label = "portfolio/planted: planted"
	textInBills    explain.Label = "portfolio/in-bills: in the bills"
	textSettled    explain.Label = "portfolio/settled: paid by the owner all month"
	textLet        explain.Label = "portfolio/let: paid by a tenant all month, in whole or in part"
	textLetMid     explain.Label = "portfolio/let-mid: let in the middle of the month"
	textResold     explain.Label = "portfolio/resold: sold in the middle of the month"
	textHandedOver explain.Label = "portfolio/handed-over: handed over by the developer in the middle of the month"
	textUnsold     explain.Label = "portfolio/unsold: unsold, paid by the developer"
	textUnmeasured explain.Label = "portfolio/unmeasured: held: no area known"
	textInside     explain.Label = "portfolio/unmeasured-inside: held: no internal area known"
	textNobody     explain.Label = "portfolio/nobody: held: nobody to pay"
	textDisputed   explain.Label = "portfolio/disputed: held: disputed"
	textRepriced   explain.Label = "portfolio/repriced: charged at two prices, the new one from %[1]s"
	textHeld       explain.Label = "portfolio/held: Held units by reason"
	textFirst      explain.Label = "portfolio/first: the first"
	textReason     explain.Label = "portfolio/reason: its reason"
	textByTariff   explain.Label = "portfolio/by-tariff: By tariff"
	textTariff     explain.Label = "portfolio/tariff: tariff"
	textByZone     explain.Label = "portfolio/by-zone: By part of the portfolio"
	textZone       explain.Label = "portfolio/zone: part"
	textLines      explain.Label = "portfolio/lines: lines"
	textNet        explain.Label = "portfolio/net: before tax"
	textTax        explain.Label = "portfolio/tax: tax"
	textTotal      explain.Label = "portfolio/total: total"
	textBiggest    explain.Label = "portfolio/biggest: The biggest bills"
	textUnit       explain.Label = "portfolio/unit: unit"
	textPayer      explain.Label = "portfolio/payer: payer"
	textTheBiggest explain.Label = "portfolio/the-biggest: The biggest bill, explained"
	textInParts    explain.Label = "portfolio/in-parts: The biggest bill that a change within the month cut into parts, explained"
	textPays       explain.Label = "portfolio/pays: Pays: %[1]s. Answers for it: %[2]s."
	textProof      explain.Label = "portfolio/proof: One run, cut in two ways: SHA-256 of lines.csv"
	textOneRange   explain.Label = "portfolio/one-range:   %[1]s  in one range"
	textRanges     explain.Label = "portfolio/ranges:   %[1]s  in %[2]s ranges, computed side by side and joined in order"
	textEqual      explain.Label = "portfolio/equal: Equal: %[1]s lines, %[2]s bytes."
	textDiffer     explain.Label = "portfolio/differ: THEY DIFFER: %[1]s lines, %[2]s bytes in one range."
	textBillsFile  explain.Label = "portfolio/bills-file: bills.csv: %[1]s. Every bill was computed again from what its lines keep."
	textSpeed      explain.Label = "portfolio/speed: Time and memory of this run"
	textLoaded     explain.Label = "portfolio/loaded: Generated and loaded in %[1]s."
	textAlone      explain.Label = "portfolio/alone: Billing alone: %[1]s, %[2]s lines a second."
	textWriting    explain.Label = "portfolio/writing: Billing and writing lines and bills: %[1]s, %[2]s lines a second."
	textParallel   explain.Label = "portfolio/parallel: Billing and writing lines in ranges: %[1]s, %[2]s lines a second on %[3]s processors."
	textMemory     explain.Label = "portfolio/memory: Memory: %[1]s MB live for the register, %[2]s MB from the system in all."
	textWritten    explain.Label = "portfolio/written: Written: %[1]s"
	textUnwritten  explain.Label = "portfolio/unwritten: No files were asked for; -out FOLDER writes lines.csv and bills.csv."
)

// storyTexts returns what the report calls each story.
func storyTexts() [stories]explain.Label {
	return [stories]explain.Label{
		settled: textSettled, let: textLet, letMidMonth: textLetMid, resold: textResold, handedOver: textHandedOver, unsold: textUnsold,
		unmeasured: textUnmeasured, unmeasuredInside: textInside, nobody: textNobody, disputed: textDisputed,
	}
}

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: textGenerating, ZH: "生成"},
		{Text: textBilling, ZH: "出账"},
		{Text: textTitle, ZH: "%[1]s：%[2]s 至 %[3]s 账单，由种子 %[4]s 生成"},
		{Text: textEstate, ZH: "%[2]s 栋楼，%[1]s 户，租售关系 %[3]s 条"},
		{Text: textBills, ZH: "出账 %[1]s 户，暂缓 %[2]s 户；账单 %[3]s 张，明细 %[4]s 行，合计 %[5]s"},
		{Text: textBuilt, ZH: "生成了什么"},
		{Text: textKind, ZH: "类别"},
		{Text: textUnits, ZH: "户数"},
		{Text: textMeanArea, ZH: "平均建筑面积"},
		{Text: textDwelling, ZH: "住宅，%[1]s"},
		{Text: textShop, ZH: "商铺"},
		{Text: textOffice, ZH: "办公"},
		{Text: textSpace, ZH: "车位"},
		{Text: textShown, ZH: "生成时埋下的事实，与账单反映的事实"},
		{Text: textStory, ZH: "房屋"},
		{Text: textPlanted, ZH: "埋下"},
		{Text: textInBills, ZH: "账单反映"},
		{Text: textSettled, ZH: "整月由业主付费"},
		{Text: textLet, ZH: "整月由租户付费（全部或部分项目）"},
		{Text: textLetMid, ZH: "月中起租"},
		{Text: textResold, ZH: "月中过户"},
		{Text: textHandedOver, ZH: "月中交付，此前由建设单位付费"},
		{Text: textUnsold, ZH: "未售，由建设单位付费"},
		{Text: textUnmeasured, ZH: "暂缓：面积不明"},
		{Text: textInside, ZH: "暂缓：套内面积不明"},
		{Text: textNobody, ZH: "暂缓：无人付费"},
		{Text: textDisputed, ZH: "暂缓：有争议"},
		{Text: textRepriced, ZH: "月内有两个单价，新价自 %[1]s 起"},
		{Text: textHeld, ZH: "暂缓出账的房屋，按原因"},
		{Text: textFirst, ZH: "第一户"},
		{Text: textReason, ZH: "该户的原因"},
		{Text: textByTariff, ZH: "按收费项目"},
		{Text: textTariff, ZH: "项目"},
		{Text: textByZone, ZH: "按片区"},
		{Text: textZone, ZH: "片区"},
		{Text: textLines, ZH: "行数"},
		{Text: textNet, ZH: "不含税"},
		{Text: textTax, ZH: "税额"},
		{Text: textTotal, ZH: "合计"},
		{Text: textBiggest, ZH: "金额最大的账单"},
		{Text: textUnit, ZH: "房屋"},
		{Text: textPayer, ZH: "付费人"},
		{Text: textTheBiggest, ZH: "金额最大的账单是怎么算的"},
		{Text: textInParts, ZH: "月内有变动而分段计费的账单中金额最大的一张，是怎么算的"},
		{Text: textPays, ZH: "付费人：%[1]s。责任人：%[2]s。"},
		{Text: textProof, ZH: "同一次出账，两种切分：lines.csv 的 SHA-256"},
		{Text: textOneRange, ZH: "  %[1]s  不切分"},
		{Text: textRanges, ZH: "  %[1]s  切成 %[2]s 段，并行计算，按序连接"},
		{Text: textEqual, ZH: "一致：%[1]s 行，%[2]s 字节。"},
		{Text: textDiffer, ZH: "不一致！不切分时 %[1]s 行，%[2]s 字节。"},
		{Text: textBillsFile, ZH: "bills.csv：%[1]s。每张账单均已按明细所存事实复算。"},
		{Text: textSpeed, ZH: "本次运行的时间与内存"},
		{Text: textLoaded, ZH: "生成并装入：%[1]s。"},
		{Text: textAlone, ZH: "只出账：%[1]s，每秒 %[2]s 行。"},
		{Text: textWriting, ZH: "出账并写出明细和账单：%[1]s，每秒 %[2]s 行。"},
		{Text: textParallel, ZH: "分段出账并写出明细：%[1]s，每秒 %[2]s 行，%[3]s 个处理器。"},
		{Text: textMemory, ZH: "内存：登记册常驻 %[1]s MB，共向系统取用 %[2]s MB。"},
		{Text: textWritten, ZH: "已写出：%[1]s"},
		{Text: textUnwritten, ZH: "没有要求写文件；-out 目录 写出 lines.csv 和 bills.csv。"},
	}
}

// messages adds the report's texts to a catalogue.
func messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
