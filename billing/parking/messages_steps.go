package parking

import (
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// What the steps of a derivation are.
const (
	labelFee         explain.Label = "parking/fee: parking fee, card %[1]s, %[2]s to %[3]s"
	labelExempt      explain.Label = "parking/exempt: card %[1]s pays nothing: %[2]s"
	labelNoTime      explain.Label = "parking/no-time: parking fee, card %[1]s, %[2]s to %[3]s: no time at all"
	labelSum         explain.Label = "parking/sum: the whole stay"
	labelTimesFactor explain.Label = "parking/times-factor: times the factor of the class"
	labelFactor      explain.Label = "parking/factor: factor of class %[1]s"
	labelParts       explain.Label = "parking/parts: %[1]s to %[2]s"
	labelCapEntry    explain.Label = "parking/cap-entry: at most the cap for 24 hours from entry"
	labelCapDay      explain.Label = "parking/cap-day: at most the cap for a calendar day"
	labelCapStay     explain.Label = "parking/cap-stay: at most the cap for a stay"
	labelCapWindow   explain.Label = "parking/cap-window: at most the cap for the window"
	labelCap         explain.Label = "parking/cap: cap"
	labelNothing     explain.Label = "parking/nothing: nothing"
	labelPart        explain.Label = "parking/part-fee: %[1]s to %[2]s"
	labelUncharged   explain.Label = "parking/uncharged: %[1]s to %[2]s: of %[3]s minutes %[4]s free, %[5]s inside a pass"
	labelFreeRate    explain.Label = "parking/free-rate: %[1]s to %[2]s: %[3]s minutes at a time that costs nothing"
	labelVisit       explain.Label = "parking/visit: price of a visit"
	labelMinutes     explain.Label = "parking/minutes-of: %[1]s to %[2]s"
	labelCharged     explain.Label = "parking/charged: %[1]s to %[2]s: of %[3]s minutes %[4]s free, %[5]s inside a pass"
	labelFirst       explain.Label = "parking/first: first %[1]s minutes"
	labelUpTo        explain.Label = "parking/up-to: minutes before the price changes"
	labelAfterFirst  explain.Label = "parking/after-first: minutes after the first block"
	labelLessFirst   explain.Label = "parking/less-first: less the first block"
	labelBeyond      explain.Label = "parking/beyond: minutes at the later price"
	labelLessUpTo    explain.Label = "parking/less-up-to: less the minutes before"
	labelBlock       explain.Label = "parking/block: minutes of a block"
	labelBlocks      explain.Label = "parking/blocks: minutes ÷ minutes of a block"
	labelBegun       explain.Label = "parking/begun: blocks begun"
	labelUnits       explain.Label = "parking/units: blocks × price"
	labelPrice       explain.Label = "parking/price: price of a block"
	labelCarried     explain.Label = "parking/carried: the same window before"
	labelTogether    explain.Label = "parking/together: the window so far"
	labelLess        explain.Label = "parking/less: less"
	labelMinus       explain.Label = "parking/minus: taken off"
	labelAlike       explain.Label = "parking/alike: all that are like it"
	labelTimes       explain.Label = "parking/times: how many are alike"
	labelPaid        explain.Label = "parking/paid: paid"
	labelLeft        explain.Label = "parking/left: fee less what was paid"
	labelWhole       explain.Label = "parking/whole: the whole fee"
	labelDue         explain.Label = "parking/due: still to be paid"
	labelPass        explain.Label = "parking/pass: pass from %[1]s to %[2]s"
	labelMonth       explain.Label = "parking/month: %[1]s to %[2]s"
	labelMonthExact  explain.Label = "parking/month-exact: part of the month's price"
	labelMonthPrice  explain.Label = "parking/month-price: price of a month"
	labelDays        explain.Label = "parking/days: days ÷ days of the month"
	labelHalves      explain.Label = "parking/halves: half months begun"
	labelMonthPart   explain.Label = "parking/month-part: charged"
	labelMonthWhole  explain.Label = "parking/month-whole: of the month"
)

func stepTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: textAnnounce, ZH: "您的车计费停车%[1]s分钟,请交停车费%[2]s"},
		{Text: textPaidUp, ZH: "您的车计费停车%[1]s分钟,停车费%[2]s已付清,祝您一路平安"},
		{Text: textNoFee, ZH: "您的车计费停车%[1]s分钟,免收停车费,祝您一路平安"},
		{Text: textExempt, ZH: "您的车免收停车费,请通行,祝您一路平安"},
		{Text: textYuan, ZH: "%[1]s元"},
		{Text: labelFee, ZH: "停车费，卡号 %[1]s，%[2]s 至 %[3]s"},
		{Text: labelExempt, ZH: "卡号 %[1]s 免费：%[2]s"},
		{Text: labelNoTime, ZH: "停车费，卡号 %[1]s，%[2]s 至 %[3]s：未停留"},
		{Text: labelSum, ZH: "全程合计"},
		{Text: labelTimesFactor, ZH: "乘以车型系数"},
		{Text: labelFactor, ZH: "车型 %[1]s 的系数"},
		{Text: labelParts, ZH: "%[1]s 至 %[2]s 合计"},
		{Text: labelCapEntry, ZH: "自入场起每 24 小时封顶"},
		{Text: labelCapDay, ZH: "每自然日封顶"},
		{Text: labelCapStay, ZH: "单次停车封顶"},
		{Text: labelCapWindow, ZH: "时段封顶"},
		{Text: labelCap, ZH: "封顶金额"},
		{Text: labelNothing, ZH: "零"},
		{Text: labelPart, ZH: "%[1]s 至 %[2]s 收费"},
		{Text: labelUncharged, ZH: "%[1]s 至 %[2]s：共 %[3]s 分钟，其中免费 %[4]s 分钟，月卡内 %[5]s 分钟"},
		{Text: labelFreeRate, ZH: "%[1]s 至 %[2]s：%[3]s 分钟属免费时段"},
		{Text: labelVisit, ZH: "按次价格"},
		{Text: labelMinutes, ZH: "%[1]s 至 %[2]s 的分钟数"},
		{Text: labelCharged, ZH: "%[1]s 至 %[2]s 计费分钟：共 %[3]s 分钟，其中免费 %[4]s 分钟，月卡内 %[5]s 分钟"},
		{Text: labelFirst, ZH: "首段 %[1]s 分钟"},
		{Text: labelUpTo, ZH: "超时前的分钟数"},
		{Text: labelAfterFirst, ZH: "首段之后的分钟数"},
		{Text: labelLessFirst, ZH: "减首段分钟数"},
		{Text: labelBeyond, ZH: "超时分钟数"},
		{Text: labelLessUpTo, ZH: "减超时前的分钟数"},
		{Text: labelBlock, ZH: "每计费单位分钟数"},
		{Text: labelBlocks, ZH: "分钟数 ÷ 每单位分钟数"},
		{Text: labelBegun, ZH: "计费单位数（不足一个按一个计）"},
		{Text: labelUnits, ZH: "单位数 × 单价"},
		{Text: labelPrice, ZH: "每单位价格"},
		{Text: labelCarried, ZH: "同一时段前面部分"},
		{Text: labelTogether, ZH: "该时段累计"},
		{Text: labelLess, ZH: "减"},
		{Text: labelMinus, ZH: "扣减"},
		{Text: labelAlike, ZH: "相同各段合计"},
		{Text: labelTimes, ZH: "相同段数"},
		{Text: labelPaid, ZH: "已付"},
		{Text: labelLeft, ZH: "停车费减已付"},
		{Text: labelWhole, ZH: "停车费全额"},
		{Text: labelDue, ZH: "应付"},
		{Text: labelPass, ZH: "月租费，%[1]s 至 %[2]s"},
		{Text: labelMonth, ZH: "%[1]s 至 %[2]s"},
		{Text: labelMonthExact, ZH: "月租价的部分"},
		{Text: labelMonthPrice, ZH: "月租价"},
		{Text: labelDays, ZH: "天数 ÷ 当月天数"},
		{Text: labelHalves, ZH: "按半月计"},
		{Text: labelMonthPart, ZH: "计收份数"},
		{Text: labelMonthWhole, ZH: "整月份数"},
	}
}
