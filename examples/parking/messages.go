package main

import (
	"errors"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// Why a row is refused, beside the rules of the library.
const (
	errTime      invalid.RuleError = "parkinglot/time: %[1]s is not a time like 2026-11-16 08:10"
	errCardTwice invalid.RuleError = "parkinglot/card-twice: card %[1]s stands in an earlier row"
	errNoTariff  invalid.RuleError = "parkinglot/no-tariff: the car park has no tariff %[1]s"
	errNoCard    invalid.RuleError = "parkinglot/no-card: there is no row of card %[1]s"
)

// What the report says.
const (
	textTitle       explain.Label = "parkinglot/title: %[1]s: stays as of the end of %[2]s"
	textRows        explain.Label = "parkinglot/rows: Rows read: %[1]s = %[2]s priced + %[3]s still inside + %[4]s rejected"
	textByClass     explain.Label = "parkinglot/by-class: Stays by class of vehicle"
	textByTariff    explain.Label = "parkinglot/by-tariff: Income by tariff"
	textClass       explain.Label = "parkinglot/class: class"
	textTariff      explain.Label = "parkinglot/tariff: tariff"
	textOrdinary    explain.Label = "parkinglot/ordinary: ordinary"
	textStays       explain.Label = "parkinglot/stays: stays"
	textExemptStays explain.Label = "parkinglot/exempt-stays: exempt"
	textFreeStays   explain.Label = "parkinglot/free-stays: nothing to pay"
	textMinutes     explain.Label = "parkinglot/minutes: minutes"
	textFee         explain.Label = "parkinglot/fee: fee"
	textPaid        explain.Label = "parkinglot/paid: paid inside"
	textDue         explain.Label = "parkinglot/due: due at the barrier"
	textExcess      explain.Label = "parkinglot/excess: paid too much"
	textTotal       explain.Label = "parkinglot/total: total"
	textOpen        explain.Label = "parkinglot/open: Still inside: %[1]s (card, plate, tariff, entry, minutes, due if they left now)"
	textRejected    explain.Label = "parkinglot/rejected: Rejected rows: %[1]s (line, card, reason)"
	textExplain     explain.Label = "parkinglot/explain: At the barrier, card %[1]s"
	textUnwritten   explain.Label = "parkinglot/unwritten: No files were asked for; -out FOLDER writes fees.csv."
	textWritten     explain.Label = "parkinglot/written: Written: %[1]s"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: errTime, ZH: "%[1]s 不是时间（如 2026-11-16 08:10）"},
		{Text: errCardTwice, ZH: "卡号 %[1]s 在前面已出现"},
		{Text: errNoTariff, ZH: "停车场没有收费标准 %[1]s"},
		{Text: errNoCard, ZH: "没有卡号 %[1]s 的记录"},
		{Text: textTitle, ZH: "%[1]s：停车记录（计至 %[2]s 日终）"},
		{Text: textRows, ZH: "读入 %[1]s 行 = 已计费 %[2]s + 仍在场 %[3]s + 拒收 %[4]s"},
		{Text: textByClass, ZH: "按车型统计"},
		{Text: textByTariff, ZH: "按收费标准统计收入"},
		{Text: textClass, ZH: "车型"},
		{Text: textTariff, ZH: "收费标准"},
		{Text: textOrdinary, ZH: "普通车"},
		{Text: textStays, ZH: "次数"},
		{Text: textExemptStays, ZH: "免收"},
		{Text: textFreeStays, ZH: "零收费"},
		{Text: textMinutes, ZH: "分钟"},
		{Text: textFee, ZH: "停车费"},
		{Text: textPaid, ZH: "场内已付"},
		{Text: textDue, ZH: "出口应收"},
		{Text: textExcess, ZH: "多付"},
		{Text: textTotal, ZH: "合计"},
		{Text: textOpen, ZH: "仍在场 %[1]s 辆（卡号、车牌、收费标准、入场、分钟、此刻离场应付）"},
		{Text: textRejected, ZH: "拒收 %[1]s 行（行号、卡号、原因）"},
		{Text: textExplain, ZH: "出口报价，卡号 %[1]s"},
		{Text: textUnwritten, ZH: "未要求写文件；-out 文件夹 将写出 fees.csv。"},
		{Text: textWritten, ZH: "已写出：%[1]s"},
	}
}

// messages adds the texts of the report and of the parking rules to a catalogue.
func messages(b *catalog.Builder) error {
	return errors.Join(parking.Messages(b), invalid.Register(b, texts()))
}
