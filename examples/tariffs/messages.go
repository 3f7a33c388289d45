package main

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// What the report says.
const (
	textTitle     explain.Label = "tariffs/title: %[1]s: fees as of %[2]s"
	textDays      explain.Label = "tariffs/days: %[1]s to %[2]s"
	textComma     explain.Label = "tariffs/comma: , "
	textSemicolon explain.Label = "tariffs/semicolon: ; "
	textNote      explain.Label = "tariffs/note: %[1]s: %[2]s"
	textUnwritten explain.Label = "tariffs/unwritten: No files were asked for; -out FOLDER writes pricelist.csv, due.csv and estimate.csv."
	textWritten   explain.Label = "tariffs/written: Written: %[1]s"

	textFee     explain.Label = "tariffs/fee: fee"
	textFees    explain.Label = "tariffs/fees: fees"
	textTime    explain.Label = "tariffs/time: time"
	textLines   explain.Label = "tariffs/lines: lines"
	textNet     explain.Label = "tariffs/net: before tax"
	textTax     explain.Label = "tariffs/tax: tax"
	textTotal   explain.Label = "tariffs/total: total"
	textNothing explain.Label = "tariffs/nothing: Nothing."

	textNotice    explain.Label = "tariffs/notice: PUBLIC NOTICE: what is charged on %[1]s"
	textPrice     explain.Label = "tariffs/price: price"
	textCycle     explain.Label = "tariffs/cycle: paid"
	textInForce   explain.Label = "tariffs/in-force: in force"
	textPublished explain.Label = "tariffs/published: public since"
	textNever     explain.Label = "tariffs/never: not public"
	textClass     explain.Label = "tariffs/class: class"
	textSource    explain.Label = "tariffs/source: by"
	textAlways    explain.Label = "tariffs/always: always"
	textFrom      explain.Label = "tariffs/from: from %[1]s"
	textUntil     explain.Label = "tariffs/until: until %[1]s"

	textNext          explain.Label = "tariffs/next: %[1]s from %[2]s on (%[3]s)"
	textNextPublished explain.Label = "tariffs/next-published: %[1]s from %[2]s on (%[3]s, public since %[4]s)"
	textLimit         explain.Label = "tariffs/limit: at most %[1]s %[2]s (%[3]s)"
	textBelow         explain.Label = "tariffs/below: less than %[1]s %[2]s (%[3]s)"
	textApproved      explain.Label = "tariffs/approved: approved by %[1]s on %[2]s"
	textSpecial       explain.Label = "tariffs/special: a special service outside the service contract, only on agreement"
	textNoSource      explain.Label = "tariffs/no-source: no document named"
	textSecret        explain.Label = "tariffs/secret: Careful: these prices are charged and were not made public: %[1]s"
	textIdle          explain.Label = "tariffs/idle: Not charged: %[1]s"
	textIn            explain.Label = "tariffs/in: %[1]s (%[2]s)"
	textDraft         explain.Label = "tariffs/draft: draft"
	textSubmitted     explain.Label = "tariffs/submitted: submitted for approval"
	textApprovedState explain.Label = "tariffs/approved-state: approved, not in force yet"
	textWithdrawn     explain.Label = "tariffs/withdrawn: withdrawn"

	textPer        explain.Label = "tariffs/per: %[1]s %[2]s/%[3]s"
	textPerTime    explain.Label = "tariffs/per-time: %[1]s/%[2]s"
	textMonth      explain.Label = "tariffs/month: month"
	textSeason     explain.Label = "tariffs/season: season"
	textDay        explain.Label = "tariffs/day: day"
	textGross      explain.Label = "tariffs/gross: m²"
	textInternal   explain.Label = "tariffs/internal: m² inside"
	textUnitHome   explain.Label = "tariffs/unit-home: home"
	textUnitUnit   explain.Label = "tariffs/unit-unit: unit"
	textUnitSpace  explain.Label = "tariffs/unit-space: space"
	textUnitShop   explain.Label = "tariffs/unit-shop: shop"
	textUnitYard   explain.Label = "tariffs/unit-yard: yard"
	textAgreed     explain.Label = "tariffs/agreed: as each lease agrees, per %[1]s"
	textQuoted     explain.Label = "tariffs/quoted: as quoted"
	textPercent    explain.Label = "tariffs/percent: %[1]s %% of %[2]s"
	textFree       explain.Label = "tariffs/free: free"
	textFloorsFree explain.Label = "tariffs/floors-free: floors %[1]s–%[2]s free"
	textFloors     explain.Label = "tariffs/floors: floors %[1]s–%[2]s %[3]s"
	textFloorsStep explain.Label = "tariffs/floors-step: floors %[1]s–%[2]s from %[3]s, %[4]s more each floor up"

	textEvery      explain.Label = "tariffs/every: %[1]s, %[2]s"
	textMonthly    explain.Label = "tariffs/monthly: monthly"
	textQuarterly  explain.Label = "tariffs/quarterly: quarterly"
	textHalfYearly explain.Label = "tariffs/half-yearly: half-yearly"
	textYearly     explain.Label = "tariffs/yearly: yearly"
	textSeasonal   explain.Label = "tariffs/seasonal: by the season from %[1]s to %[2]s"
	textArrears    explain.Label = "tariffs/arrears: in arrears"
	textAdvance    explain.Label = "tariffs/advance: in advance"
	textEachTime   explain.Label = "tariffs/each-time: each time"

	textClassFree     explain.Label = "tariffs/class-free: free"
	textClassLow      explain.Label = "tariffs/class-low: low"
	textClassStandard explain.Label = "tariffs/class-standard: standard"
)

// What it says of days and of money to come.
const (
	textCalendar explain.Label = "tariffs/calendar: Due, %[1]s"
	textDueOn    explain.Label = "tariffs/due-on: by"
	textPaidFor  explain.Label = "tariffs/paid-for: for"
	textSet      explain.Label = "tariffs/set: [%[1]s]"
	textSetIs    explain.Label = "tariffs/set-is: [%[1]s] stands for %[2]s"
	textOwnDays  explain.Label = "tariffs/own-days: On days of their own: %[1]s"

	textOfUnit   explain.Label = "tariffs/of-unit: Estimate for unit %[1]s, %[2]s"
	textOfEstate explain.Label = "tariffs/of-estate: Estimate for the estate, %[1]s: %[2]s units charged, %[3]s held, %[4]s out of scope"
	textHeld     explain.Label = "tariffs/held: Held, and not in it: %[1]s"

	textAhead        explain.Label = "tariffs/ahead: Paying ahead for unit %[1]s"
	textNoOffer      explain.Label = "tariffs/no-offer: No tariff offers anything for paying ahead."
	textOffer        explain.Label = "tariffs/offer: offer"
	textFull         explain.Label = "tariffs/full: without it"
	textAsked        explain.Label = "tariffs/asked: to pay"
	textSaved        explain.Label = "tariffs/saved: saved"
	textGift         explain.Label = "tariffs/gift: pay %[1]s months, get %[2]s free"
	textFactor       explain.Label = "tariffs/factor: %[1]s months at %[2]s %%"
	textSchedule     explain.Label = "tariffs/schedule: %[1]s, %[2]s: %[3]s, billed as"
	textNumber       explain.Label = "tariffs/number: month"
	textRefund       explain.Label = "tariffs/refund: If the service ends after %[1]s"
	textWay          explain.Label = "tariffs/way: paid back"
	textPaid         explain.Label = "tariffs/paid: paid"
	textServed       explain.Label = "tariffs/served: served"
	textBack         explain.Label = "tariffs/back: back"
	textProportion   explain.Label = "tariffs/proportion: in proportion to the time"
	textWithdrawnWay explain.Label = "tariffs/withdrawn-way: with the offer withdrawn"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: textTitle, ZH: "%[1]s：%[2]s 的收费"},
		{Text: textDays, ZH: "%[1]s 至 %[2]s"},
		{Text: textComma, ZH: "、"},
		{Text: textSemicolon, ZH: "；"},
		{Text: textNote, ZH: "%[1]s：%[2]s"},
		{Text: textUnwritten, ZH: "没有要求写文件；-out 目录 写出 pricelist.csv、due.csv 和 estimate.csv。"},
		{Text: textWritten, ZH: "已写出：%[1]s"},
		{Text: textFee, ZH: "项目"},
		{Text: textFees, ZH: "各项目"},
		{Text: textTime, ZH: "期间"},
		{Text: textLines, ZH: "行数"},
		{Text: textNet, ZH: "不含税"},
		{Text: textTax, ZH: "税额"},
		{Text: textTotal, ZH: "合计"},
		{Text: textNothing, ZH: "无。"},
		{Text: textNotice, ZH: "收费公示（%[1]s 执行）"},
		{Text: textPrice, ZH: "收费标准"},
		{Text: textCycle, ZH: "收费方式"},
		{Text: textInForce, ZH: "执行期"},
		{Text: textPublished, ZH: "公示日期"},
		{Text: textNever, ZH: "未公示"},
		{Text: textClass, ZH: "收费类别"},
		{Text: textSource, ZH: "依据"},
		{Text: textAlways, ZH: "长期"},
		{Text: textFrom, ZH: "%[1]s 起"},
		{Text: textUntil, ZH: "至 %[1]s"},
		{Text: textNext, ZH: "%[2]s 起改为 %[1]s（%[3]s）"},
		{Text: textNextPublished, ZH: "%[2]s 起改为 %[1]s（%[3]s，%[4]s 公示）"},
		{Text: textLimit, ZH: "最高 %[1]s %[2]s（%[3]s）"},
		{Text: textBelow, ZH: "低于 %[1]s %[2]s（%[3]s）"},
		{Text: textApproved, ZH: "%[2]s 经%[1]s核准"},
		{Text: textSpecial, ZH: "物业服务合同以外的特约服务，约定后提供"},
		{Text: textNoSource, ZH: "未注明依据"},
		{Text: textSecret, ZH: "注意：这些项目在收费，单价却没有公示：%[1]s"},
		{Text: textIdle, ZH: "不收费：%[1]s"},
		{Text: textIn, ZH: "%[1]s（%[2]s）"},
		{Text: textDraft, ZH: "草拟"},
		{Text: textSubmitted, ZH: "已报批"},
		{Text: textApprovedState, ZH: "已批准未执行"},
		{Text: textWithdrawn, ZH: "停用"},
		{Text: textPer, ZH: "%[1]s %[2]s/%[3]s"},
		{Text: textPerTime, ZH: "%[1]s·%[2]s"},
		{Text: textMonth, ZH: "月"},
		{Text: textSeason, ZH: "季"},
		{Text: textDay, ZH: "天"},
		{Text: textGross, ZH: "m²"},
		{Text: textInternal, ZH: "m²（套内）"},
		{Text: textUnitHome, ZH: "户"},
		{Text: textUnitUnit, ZH: "套"},
		{Text: textUnitSpace, ZH: "车位"},
		{Text: textUnitShop, ZH: "铺"},
		{Text: textUnitYard, ZH: "院"},
		{Text: textAgreed, ZH: "按租约约定，每 %[1]s"},
		{Text: textQuoted, ZH: "按报价"},
		{Text: textPercent, ZH: "%[2]s的 %[1]s %%"},
		{Text: textFree, ZH: "免费"},
		{Text: textFloorsFree, ZH: "%[1]s–%[2]s 层免费"},
		{Text: textFloors, ZH: "%[1]s–%[2]s 层 %[3]s"},
		{Text: textFloorsStep, ZH: "%[1]s–%[2]s 层 %[3]s 起，每高一层加 %[4]s"},
		{Text: textEvery, ZH: "%[1]s，%[2]s"},
		{Text: textMonthly, ZH: "按月"},
		{Text: textQuarterly, ZH: "按季"},
		{Text: textHalfYearly, ZH: "按半年"},
		{Text: textYearly, ZH: "按年"},
		{Text: textSeasonal, ZH: "按季（%[1]s 至 %[2]s）"},
		{Text: textArrears, ZH: "后付"},
		{Text: textAdvance, ZH: "预付"},
		{Text: textEachTime, ZH: "按次"},
		{Text: textClassFree, ZH: "无偿"},
		{Text: textClassLow, ZH: "低偿"},
		{Text: textClassStandard, ZH: "正常收费"},
		{Text: textCalendar, ZH: "缴费日历（%[1]s）"},
		{Text: textDueOn, ZH: "截止日"},
		{Text: textPaidFor, ZH: "所属期间"},
		{Text: textSet, ZH: "第 %[1]s 组"},
		{Text: textSetIs, ZH: "第 %[1]s 组：%[2]s"},
		{Text: textOwnDays, ZH: "另有各自的日期：%[1]s"},
		{Text: textOfUnit, ZH: "房屋 %[1]s 的费用测算（%[2]s）"},
		{Text: textOfEstate, ZH: "全小区费用测算（%[1]s）：收费 %[2]s 户，暂缓 %[3]s，不在收费范围 %[4]s"},
		{Text: textHeld, ZH: "暂缓、未计入：%[1]s"},
		{Text: textAhead, ZH: "房屋 %[1]s 预缴"},
		{Text: textNoOffer, ZH: "没有可预缴优惠的收费项目。"},
		{Text: textOffer, ZH: "优惠"},
		{Text: textFull, ZH: "原价"},
		{Text: textAsked, ZH: "应缴"},
		{Text: textSaved, ZH: "节省"},
		{Text: textGift, ZH: "缴 %[1]s 个月赠 %[2]s 个月"},
		{Text: textFactor, ZH: "%[1]s 个月按 %[2]s %%"},
		{Text: textSchedule, ZH: "%[1]s，%[2]s：%[3]s，逐月计入"},
		{Text: textNumber, ZH: "第几月"},
		{Text: textRefund, ZH: "若服务于 %[1]s 终止"},
		{Text: textWay, ZH: "退费方式"},
		{Text: textPaid, ZH: "已缴"},
		{Text: textServed, ZH: "已服务"},
		{Text: textBack, ZH: "应退"},
		{Text: textProportion, ZH: "按时间比例"},
		{Text: textWithdrawnWay, ZH: "收回优惠"},
	}
}

// messages adds the report's texts to a catalogue.
func messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
