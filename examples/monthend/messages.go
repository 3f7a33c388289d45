package main

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// What is wrong with the flags.
const (
	errTogether   invalid.RuleError = "monthend/together: -units and -mapping go together"
	errEither     invalid.RuleError = "monthend/either: -units and -data are two estates; give one"
	errGoodRows   invalid.RuleError = "monthend/good-rows: -good-rows goes with -units"
	errCurrencies invalid.RuleError = "monthend/currencies: %[1]s is in %[2]s, the tariffs are in %[3]s"
)

// What the report says.
const (
	textTitle      explain.Label = "monthend/title: %[1]s: bills for %[2]s to %[3]s"
	textUnits      explain.Label = "monthend/units: %[1]s units: %[2]s billed, %[3]s held, %[4]s out of scope"
	textBills      explain.Label = "monthend/bills: %[1]s bills, %[2]s lines, %[3]s"
	textByFee      explain.Label = "monthend/by-fee: By fee"
	textByKind     explain.Label = "monthend/by-kind: By what the lines were computed from"
	textKind       explain.Label = "monthend/kind: computed from"
	textProduct    explain.Label = "monthend/product: quantity × price"
	textPercent    explain.Label = "monthend/percent: part of other fees"
	textInstalment explain.Label = "monthend/instalment: what was paid ahead"
	textQuoted     explain.Label = "monthend/quoted: quotation"
	textMetered    explain.Label = "monthend/metered: meter readings"
	textShare      explain.Label = "monthend/share: share of a cost"
	textFormula    explain.Label = "monthend/formula: formula"
	textRounded    explain.Label = "monthend/rounded: rounding of the total"
	textByDue      explain.Label = "monthend/by-due: By the day to be paid"
	textDue        explain.Label = "monthend/due: due on"
	textByPlace    explain.Label = "monthend/by-place: By building"
	textByPlaces   explain.Label = "monthend/by-places: By building (the largest %[1]s of %[2]s)"
	textNothing    explain.Label = "monthend/nothing: Nothing was billed: no tariff in force applies to a unit that has a price in this month."
	textAllHeld    explain.Label = "monthend/all-held: Nothing was billed: every unit that a tariff applies to is held."
	textFees       explain.Label = "monthend/fees: Careful: tenancies pay these fees, but no tariff has the code: %[1]s"
	textTariffs    explain.Label = "monthend/tariffs: Careful: these tariffs are in force, but no unit is charged by them: %[1]s"
	textMeters     explain.Label = "monthend/meters: Careful: these meters are read, but nothing is charged by them: %[1]s"
	textHeldCost   explain.Label = "monthend/held-cost: Careful: cost %[1]s is charged to nobody: %[2]s"
	textByPayer    explain.Label = "monthend/by-payer: By payer (the largest %[1]s of %[2]s)"
	textFee        explain.Label = "monthend/fee: fee"
	textBuilding   explain.Label = "monthend/building: building"
	textNoPlace    explain.Label = "monthend/no-place: (outside any building)"
	textPayer      explain.Label = "monthend/payer: payer"
	textLines      explain.Label = "monthend/lines: lines"
	textNet        explain.Label = "monthend/net: before tax"
	textTax        explain.Label = "monthend/tax: tax"
	textTotal      explain.Label = "monthend/total: total"
	textHeld       explain.Label = "monthend/held: Held units"
	textMoreHeld   explain.Label = "monthend/more-held: … and %[1]s more; bills.csv lists all"
	textInterest   explain.Label = "monthend/interest: The bill most worth reading"
	textOneUnit    explain.Label = "monthend/one-unit: Bills of unit %[1]s"
	textNoBill     explain.Label = "monthend/no-bill: Unit %[1]s has no bill: no tariff applies to it"
	textLiable     explain.Label = "monthend/liable: Pays: %[1]s. Answers for it: %[2]s."
	textOfTax      explain.Label = "monthend/of-tax: %[1]s = %[2]s before tax + %[3]s tax"
	textWritten    explain.Label = "monthend/written: Written: %[1]s"
	textUnwritten  explain.Label = "monthend/unwritten: No files were asked for; -out FOLDER writes bills.csv and lines.csv."
	textSpeed      explain.Label = "monthend/speed: %[1]s lines computed in %[2]s, %[3]s a second; every bill computed again and every derivation replayed: %[4]s"
	textYes        explain.Label = "monthend/yes: yes"
	textInputs     explain.Label = "monthend/inputs: Inputs (SHA-256): %[1]s"
	textBad        explain.Label = "monthend/bad: %[1]s of %[2]s rows cannot be read:"
	textMoreBad    explain.Label = "monthend/more-bad: … and %[1]s more"
	textBadHint    explain.Label = "monthend/bad-hint: Nothing was billed. Mend the rows, or bill the good ones with -good-rows."
	textIgnored    explain.Label = "monthend/ignored: %[1]s rows of the file were passed over as the mapping says."
	textUnread     explain.Label = "monthend/unread: No field reads these columns of the file: %[1]s"
	textBeside     explain.Label = "monthend/beside: the price list beside the mapping, or -tariffs FILE"
	textBilling    explain.Label = "monthend/billing: billing"
	textSkippedOf  explain.Label = "monthend/skipped: %[1]s bad rows left out as asked."
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: errTogether, ZH: "-units 和 -mapping 要一起给出"},
		{Text: errEither, ZH: "-units 和 -data 是两个小区，只能给一个"},
		{Text: errGoodRows, ZH: "-good-rows 要与 -units 一起给出"},
		{Text: errCurrencies, ZH: "%[1]s 的币种是 %[2]s，收费标准的币种是 %[3]s"},
		{Text: textTitle, ZH: "%[1]s：%[2]s 至 %[3]s 账单"},
		{Text: textUnits, ZH: "房屋 %[1]s 户：出账 %[2]s，暂缓 %[3]s，不在收费范围 %[4]s"},
		{Text: textBills, ZH: "账单 %[1]s 张，明细 %[2]s 行，合计 %[3]s"},
		{Text: textByFee, ZH: "按收费项目"},
		{Text: textByKind, ZH: "按计算依据"},
		{Text: textKind, ZH: "计算依据"},
		{Text: textProduct, ZH: "数量 × 单价"},
		{Text: textPercent, ZH: "按其他费用的比例"},
		{Text: textInstalment, ZH: "预缴摊销"},
		{Text: textQuoted, ZH: "报价"},
		{Text: textMetered, ZH: "抄表用量"},
		{Text: textShare, ZH: "费用公摊"},
		{Text: textFormula, ZH: "公式"},
		{Text: textRounded, ZH: "合计舍入"},
		{Text: textByDue, ZH: "按缴费截止日"},
		{Text: textDue, ZH: "截止日"},
		{Text: textByPlace, ZH: "按楼栋"},
		{Text: textByPlaces, ZH: "按楼栋（共 %[2]s 栋，金额最大的 %[1]s 栋）"},
		{Text: textNothing, ZH: "没有出账：本月没有一个执行中的收费项目既适用于某户又有单价。"},
		{Text: textAllHeld, ZH: "没有出账：收费项目适用的房屋全部暂缓。"},
		{Text: textFees, ZH: "注意：租约承担这些费用，但没有这样编码的收费项目：%[1]s"},
		{Text: textTariffs, ZH: "注意：这些收费项目在执行，却不适用于任何房屋：%[1]s"},
		{Text: textMeters, ZH: "注意：这些表有读数，却没有按它们收费：%[1]s"},
		{Text: textHeldCost, ZH: "注意：费用 %[1]s 未向任何人收取：%[2]s"},
		{Text: textByPayer, ZH: "按付费人（共 %[2]s 位，金额最大的 %[1]s 位）"},
		{Text: textFee, ZH: "项目"},
		{Text: textBuilding, ZH: "楼栋"},
		{Text: textNoPlace, ZH: "（不属于楼栋）"},
		{Text: textPayer, ZH: "付费人"},
		{Text: textLines, ZH: "行数"},
		{Text: textNet, ZH: "不含税"},
		{Text: textTax, ZH: "税额"},
		{Text: textTotal, ZH: "合计"},
		{Text: textHeld, ZH: "暂缓出账的房屋"},
		{Text: textMoreHeld, ZH: "……另有 %[1]s 户，见 bills.csv"},
		{Text: textInterest, ZH: "最值得看的一张账单"},
		{Text: textOneUnit, ZH: "房屋 %[1]s 的账单"},
		{Text: textNoBill, ZH: "房屋 %[1]s 没有账单：没有适用的收费项目"},
		{Text: textLiable, ZH: "付费人：%[1]s。责任人：%[2]s。"},
		{Text: textOfTax, ZH: "%[1]s = 不含税 %[2]s + 税额 %[3]s"},
		{Text: textWritten, ZH: "已写出：%[1]s"},
		{Text: textUnwritten, ZH: "没有要求写文件；-out 目录 写出 bills.csv 和 lines.csv。"},
		{Text: textSpeed, ZH: "%[1]s 行计算用时 %[2]s，每秒 %[3]s 行；每张账单均已复算、推导均已重演：%[4]s"},
		{Text: textYes, ZH: "是"},
		{Text: textInputs, ZH: "输入指纹（SHA-256）：%[1]s"},
		{Text: textBad, ZH: "%[2]s 行中有 %[1]s 行读不懂："},
		{Text: textMoreBad, ZH: "……另有 %[1]s 处"},
		{Text: textBadHint, ZH: "未出账。请改正这些行，或用 -good-rows 只对读得懂的行出账。"},
		{Text: textIgnored, ZH: "按映射略过文件中的 %[1]s 行。"},
		{Text: textUnread, ZH: "文件中这些列没有字段读取：%[1]s"},
		{Text: textBeside, ZH: "映射文件旁边的收费标准（或用 -tariffs 文件）"},
		{Text: textBilling, ZH: "出账"},
		{Text: textSkippedOf, ZH: "按要求略去 %[1]s 行读不懂的数据。"},
	}
}

// messages adds the report's texts to a catalogue.
func messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
