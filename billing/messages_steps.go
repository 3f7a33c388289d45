package billing

import (
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// What the steps of other derivations than a price for a month are.
const (
	labelReversal     explain.Label = "billing/reversal: takes back line %[1]s"
	labelDayPrice     explain.Label = "billing/day-price: price per day"
	labelPartOf       explain.Label = "billing/part-of: charged for %[1]s to %[2]s"
	labelPartWhole    explain.Label = "billing/part-whole: of a whole month"
	labelThirty       explain.Label = "billing/thirty: part of a month of 30 days"
	labelYear365      explain.Label = "billing/year365: part of a month by 12 ÷ 365 a day"
	labelHalfMonth    explain.Label = "billing/half-month: part by half months"
	labelWholeMonth   explain.Label = "billing/whole-month: the whole month for a month begun"
	labelNextMonth    explain.Label = "billing/next-month: the month of entry stays with who was there before"
	labelBase         explain.Label = "billing/base: sum of the lines of %[1]s"
	labelPercent      explain.Label = "billing/percent: part of other charges"
	labelPercentRate  explain.Label = "billing/percent-rate: part charged"
	labelItem         explain.Label = "billing/item: %[1]s"
	labelItemPrice    explain.Label = "billing/item-price: price"
	labelQuoted       explain.Label = "billing/quoted: items of claim %[1]s"
	labelPaid         explain.Label = "billing/paid: paid ahead for %[1]s months"
	labelServed       explain.Label = "billing/served: served through this stretch, rounded"
	labelServedBefore explain.Label = "billing/served-before: served before it, rounded"
	labelServedExact  explain.Label = "billing/served-exact: part of what was paid"
	labelServedPart   explain.Label = "billing/served-part: time served ÷ time paid for"
	labelServedTime   explain.Label = "billing/served-time: days served, in months as long as this one"
	labelPaidTime     explain.Label = "billing/paid-time: days paid for, in months as long as this one"
	labelRounded      explain.Label = "billing/rounded: total rounded, %[1]s"
	labelTotalSum     explain.Label = "billing/total-sum: sum of the lines"
	labelLessSum      explain.Label = "billing/less-sum: less the sum of the lines"
	labelRefund       explain.Label = "billing/refund: paid back"
	labelRefundPaid   explain.Label = "billing/refund-paid: paid ahead"
	labelRefundServed explain.Label = "billing/refund-served: served, rounded"
	labelRefundLess   explain.Label = "billing/refund-less: less what was served"
	labelRefundDays   explain.Label = "billing/refund-days: days served ÷ days of the last month"
	labelRefundDay    explain.Label = "billing/refund-day: days served of the last month"
	labelRefundOf     explain.Label = "billing/refund-of: days of the last month"
	labelRefundTime   explain.Label = "billing/refund-time: months served"
	labelRefundMonths explain.Label = "billing/refund-months: whole months served"
	labelRefundAll    explain.Label = "billing/refund-all: months paid for"
	labelServedLine   explain.Label = "billing/served-line: %[1]s, unit %[2]s, %[3]s to %[4]s, exact"
	labelServedLines  explain.Label = "billing/served-lines: served, at the price without the offer"
)

func stepTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelReversal, ZH: "冲销明细 %[1]s"},
		{Text: labelDayPrice, ZH: "日单价"},
		{Text: labelPartOf, ZH: "%[1]s 至 %[2]s 计收份数"},
		{Text: labelPartWhole, ZH: "整月份数"},
		{Text: labelThirty, ZH: "按每月 30 天折算"},
		{Text: labelYear365, ZH: "按全年 365 天折算"},
		{Text: labelHalfMonth, ZH: "按半月折算"},
		{Text: labelWholeMonth, ZH: "不足月按整月"},
		{Text: labelNextMonth, ZH: "迁入当月由原付费人承担"},
		{Text: labelBase, ZH: "%[1]s 各行合计"},
		{Text: labelPercent, ZH: "按比例计收"},
		{Text: labelPercentRate, ZH: "计收比例（按其他收费）"},
		{Text: labelItem, ZH: "%[1]s"},
		{Text: labelItemPrice, ZH: "单价"},
		{Text: labelQuoted, ZH: "收费单 %[1]s 各项"},
		{Text: labelPaid, ZH: "预缴 %[1]s 个月"},
		{Text: labelServed, ZH: "至本段止已服务部分（已舍入）"},
		{Text: labelServedBefore, ZH: "本段之前已服务部分（已舍入）"},
		{Text: labelServedExact, ZH: "已付金额中的部分"},
		{Text: labelServedPart, ZH: "已服务时间 ÷ 预缴时间"},
		{Text: labelServedTime, ZH: "已服务天数（各月按本月天数计）"},
		{Text: labelPaidTime, ZH: "预缴天数（各月按本月天数计）"},
		{Text: labelRounded, ZH: "合计舍入（%[1]s）"},
		{Text: labelTotalSum, ZH: "各行合计"},
		{Text: labelLessSum, ZH: "减各行合计"},
		{Text: labelRefund, ZH: "应退金额"},
		{Text: labelRefundPaid, ZH: "预缴金额"},
		{Text: labelRefundServed, ZH: "已服务金额（已舍入）"},
		{Text: labelRefundLess, ZH: "减已服务金额"},
		{Text: labelRefundDays, ZH: "末月服务天数 ÷ 当月天数"},
		{Text: labelRefundDay, ZH: "末月服务天数"},
		{Text: labelRefundOf, ZH: "末月天数"},
		{Text: labelRefundTime, ZH: "已服务月数"},
		{Text: labelRefundMonths, ZH: "已服务整月数"},
		{Text: labelRefundAll, ZH: "预缴月数"},
		{Text: labelServedLine, ZH: "%[1]s，房屋 %[2]s，%[3]s 至 %[4]s（精确）"},
		{Text: labelServedLines, ZH: "按无优惠价格计算的已服务金额"},
	}
}
