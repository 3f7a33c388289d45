package billing

import "github.com/wuyekit/wuye/property/invalid"

// The rules of terms, facts and corrections.
const (
	// ErrTransition is a step that a tariff cannot take from its state.
	ErrTransition invalid.RuleError = "billing/transition: tariff %[1]s cannot go from %[2]s to %[3]s"
	// ErrFloors is a rate whose floors do not go with the basis.
	ErrFloors invalid.RuleError = "billing/floors: a floor table has its prices in floors, and no other basis has floors"
	// ErrFloorOrder is a floor table that is not in order.
	ErrFloorOrder invalid.RuleError = "billing/floor-order: the floors are not in rising order or overlap"
	// ErrClass is a class of charge that the price contradicts.
	ErrClass invalid.RuleError = "billing/class: the class of charge %[1]s does not go with the price: what is free costs nothing, and nothing else does"
	// ErrDueFirst is a day of payment before the end of a cycle that is billed after it.
	ErrDueFirst invalid.RuleError = "billing/due-first: what is billed after its cycle cannot be due %[1]s days before the end of it"
	// ErrDueDays is a day of payment too far from its cycle.
	ErrDueDays invalid.RuleError = "billing/due-days: %[1]s days are more than %[2]s before or after the cycle"
	// ErrExitMethod is a method for exits that has no sense.
	ErrExitMethod invalid.RuleError = "billing/exit-method: nextMonth is a method for entries; choose another for exits"
	// ErrPerDay is a price per day with methods for months.
	ErrPerDay invalid.RuleError = "billing/per-day: perDay is for prices per day and goes with no other method"
	// ErrHandoverPolicy is a policy row that names no method.
	ErrHandoverPolicy invalid.RuleError = "billing/handover-policy: the policy %[1]s says %[2]s, which is no method for a month"
	// ErrVacancyTerms is a vacancy relief with two sources of terms.
	ErrVacancyTerms invalid.RuleError = "billing/vacancy-terms: give either the charge and months or the key of a policy"
	// ErrVacancyPolicy is a policy row that is no term of a vacancy relief.
	ErrVacancyPolicy invalid.RuleError = "billing/vacancy-policy: the policy %[1]s says %[2]s, which is no part above 0 up to 1 and no number of months"
	// ErrUnregistered is a relief from a registration that is not asked for.
	ErrUnregistered invalid.RuleError = "billing/unregistered: a vacancy that is not registered cannot count from its registration"
	// ErrFactor is a part that is none.
	ErrFactor invalid.RuleError = "billing/no-part: %[1]s is not a part above 0 up to 1; write 0.7 for 70 %%"
	// ErrMonths is a number of months out of range.
	ErrMonths invalid.RuleError = "billing/months: %[1]s is not %[2]s to %[3]s months"
	// ErrOffer is an offer with neither or both of factor and gift.
	ErrOffer invalid.RuleError = "billing/offer: an offer has either a factor or gift months"
	// ErrOfferMonths is a quotation for other months than the offer.
	ErrOfferMonths invalid.RuleError = "billing/offer-months: the offer is for %[1]s months, the lines charge %[2]s"
	// ErrPrepaidTooLong is a prepayment longer than allowed.
	ErrPrepaidTooLong invalid.RuleError = "billing/prepaid-too-long: %[1]s months are more than the %[2]s that may be paid ahead"
	// ErrPrepaidPeriod is a prepayment that is not for whole months.
	ErrPrepaidPeriod invalid.RuleError = "billing/prepaid-period: %[1]s is not 1 to 1200 whole months of the tariff"
	// ErrPrepaidEnd is an early end outside the time paid for.
	ErrPrepaidEnd invalid.RuleError = "billing/prepaid-end: %[1]s is not in the time paid for, %[2]s"
	// ErrPrepaidTwice is a day paid ahead twice.
	ErrPrepaidTwice invalid.RuleError = "billing/prepaid-twice: tariff %[1]s is paid ahead twice for the same days of unit %[2]s"
	// ErrPrepaidTax is a prepayment over a change of the tax rate.
	ErrPrepaidTax invalid.RuleError = "billing/prepaid-tax: the tax rate changes on %[1]s from %[2]s to %[3]s; divide the prepayment there"
	// ErrPrepaidPrice is a prepayment that outlives what it was paid for.
	ErrPrepaidPrice invalid.RuleError = "billing/prepaid-price: tariff %[1]s does not charge on %[2]s, in the time paid for; say when it ended"
	// ErrNotPrepaid is a prepayment of what has no fixed months.
	ErrNotPrepaid invalid.RuleError = "billing/not-prepaid: tariff %[1]s charges %[2]s, which cannot be paid ahead"
	// ErrInstalment is an instalment that no prepayment has.
	ErrInstalment invalid.RuleError = "billing/instalment: the instalment lies outside what was paid for"
	// ErrLimit is a limit that is none.
	ErrLimit invalid.RuleError = "billing/limit: a limit is either a price, or a base with how far it may go up and down, 0 to 1"
	// ErrLimitInside is a limit that changes where days do not count.
	ErrLimitInside invalid.RuleError = "billing/limit-inside: the limit changes on %[1]s, inside a line that is not charged by its days"
	// ErrCeilingBasis is a ceiling of what has no price.
	ErrCeilingBasis invalid.RuleError = "billing/ceiling-basis: a ceiling does not go with the basis %[1]s"
	// ErrOverCeiling is a price over its ceiling.
	ErrOverCeiling invalid.RuleError = "billing/over-ceiling: the price %[1]s is over the ceiling %[2]s of %[3]s"
	// ErrAgreedOverCeiling is an agreed price over the ceiling.
	ErrAgreedOverCeiling invalid.RuleError = "billing/agreed-over-ceiling: the price %[2]s agreed for %[1]s is over the ceiling %[3]s on %[4]s"
	// ErrNoTariff is a tariff that is not there, or not in force.
	ErrNoTariff invalid.RuleError = "billing/no-tariff: there is no tariff %[1]s"
	// ErrPercentCycle is a part of a tariff that has other months.
	ErrPercentCycle invalid.RuleError = "billing/percent-cycle: tariff %[1]s is not charged by the same months"
	// ErrPercentCircle is a circle of percent tariffs.
	ErrPercentCircle invalid.RuleError = "billing/percent-circle: tariffs take parts of each other in a circle: %[1]s"
	// ErrPercentBase is a percentage of another sum than the lines have.
	ErrPercentBase invalid.RuleError = "billing/percent-base: the lines it is taken of come to %[2]s, the line says %[1]s"
	// ErrNotWith is a term that does not go with another.
	ErrNotWith invalid.RuleError = "billing/not-with: %[1]s does not go with %[2]s"
	// ErrNoCharter is a charter version that is not there.
	ErrNoCharter invalid.RuleError = "billing/no-charter: the book has no charter %[1]s of version %[2]s"
	// ErrUnpublished is a special service charged before it was published.
	ErrUnpublished invalid.RuleError = "billing/unpublished: a special service is published on %[1]s and charged from %[2]s, before that"
	// ErrNoFloorPrice is a floor without a price.
	ErrNoFloorPrice invalid.RuleError = "billing/no-floor-price: tariff %[1]s has no price for floor %[2]s"
	// ErrClaimTwice is a claim given twice.
	ErrClaimTwice invalid.RuleError = "billing/claim-twice: claim %[1]s is given twice"
	// ErrNotQuoted is a claim for a tariff that has prices of its own.
	ErrNotQuoted invalid.RuleError = "billing/not-quoted: %[1]s is a tariff of its own prices or not in force; a claim needs a quoted one"
	// ErrNotApplied is a claim on a unit outside its tariff.
	ErrNotApplied invalid.RuleError = "billing/not-applied: tariff %[1]s does not apply to unit %[2]s"
	// ErrNoParty is a party the estate does not have.
	ErrNoParty invalid.RuleError = "billing/no-party: the estate has no party %[1]s"
	// ErrNegative is a figure that must not be negative.
	ErrNegative invalid.RuleError = "billing/negative: %[1]s is negative or missing"
	// ErrCurrency is an amount of another currency than the book.
	ErrCurrency invalid.RuleError = "billing/currency: %[1]s is not an amount of %[2]s"
	// ErrTotalLine is a rounding line that does not follow.
	ErrTotalLine invalid.RuleError = "billing/total-line: the rounding of the total does not follow from the other lines"
	// ErrLineCycle is a line whose cycle makes no sense.
	ErrLineCycle invalid.RuleError = "billing/line-cycle: the cycle of the line is none"
	// ErrNotIssued is a correction of what was not issued.
	ErrNotIssued invalid.RuleError = "billing/not-issued: line %[1]s corrects %[2]s, which was not issued"
	// ErrTotalTooLarge is an estimate of more than 18 digits.
	ErrTotalTooLarge invalid.RuleError = "billing/total-too-large: the units together come to more than 18 digits in %[1]s"
	// ErrTooOften is a line or bill that was corrected as often as can be written.
	ErrTooOften invalid.RuleError = "billing/too-often: %[1]s was corrected too often to be corrected again"
	// ErrUnits is a comparison over several units or periods.
	ErrUnits invalid.RuleError = "billing/units: %[1]s and %[2]s are not of one unit and period"
	// ErrHeldFresh is a comparison with a held bill.
	ErrHeldFresh invalid.RuleError = "billing/held-fresh: bill %[1]s is held; there is nothing to compare with"
	// ErrShares is a bill whose shares are too fine to split.
	ErrShares invalid.RuleError = "billing/shares: the shares of %[1]s have no common denominator below 2⁴⁰"
)

func termTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrTransition, ZH: "收费项目 %[1]s 不能由 %[2]s 变为 %[3]s"},
		{Text: ErrFloors, ZH: "楼层价表的单价写在 floors 中，其他计费方式没有 floors"},
		{Text: ErrFloorOrder, ZH: "楼层没有从低到高排列，或有重叠"},
		{Text: ErrClass, ZH: "收费档次 %[1]s 与单价不符：无偿即免费，其余不得为零"},
		{Text: ErrDueFirst, ZH: "后付的费用不能在周期结束前 %[1]s 天到期"},
		{Text: ErrDueDays, ZH: "%[1]s 天超出周期前后 %[2]s 天"},
		{Text: ErrExitMethod, ZH: "nextMonth 只适用于迁入，迁出须另选"},
		{Text: ErrPerDay, ZH: "perDay 用于按日单价，不能与其他方法并用"},
		{Text: ErrHandoverPolicy, ZH: "政策 %[1]s 的值 %[2]s 不是按月折算方法"},
		{Text: ErrVacancyTerms, ZH: "空置减免的比例、月数与政策键只能给一种"},
		{Text: ErrVacancyPolicy, ZH: "政策 %[1]s 的值 %[2]s 不是 0 以上至 1 的比例或月数"},
		{Text: ErrUnregistered, ZH: "未登记的空置不能自登记之日起算"},
		{Text: ErrFactor, ZH: "%[1]s 不是 0 以上至 1 的比例；70 %% 请写 0.7"},
		{Text: ErrMonths, ZH: "%[1]s 不是 %[2]s 至 %[3]s 个月"},
		{Text: ErrOffer, ZH: "预缴优惠必须且只能有折扣或赠送月数之一"},
		{Text: ErrOfferMonths, ZH: "优惠适用于 %[1]s 个月，明细为 %[2]s 个月"},
		{Text: ErrPrepaidTooLong, ZH: "%[1]s 个月超过可预缴的 %[2]s 个月"},
		{Text: ErrPrepaidPeriod, ZH: "%[1]s 不是该收费项目的 1 至 1200 个整月"},
		{Text: ErrPrepaidEnd, ZH: "%[1]s 不在预缴期间 %[2]s 内"},
		{Text: ErrPrepaidTwice, ZH: "房屋 %[2]s 的收费项目 %[1]s 同期重复预缴"},
		{Text: ErrPrepaidTax, ZH: "税率于 %[1]s 由 %[2]s 变为 %[3]s；请在该日拆分预缴"},
		{Text: ErrPrepaidPrice, ZH: "收费项目 %[1]s 在预缴期间内的 %[2]s 已不收费；请写明终止日"},
		{Text: ErrNotPrepaid, ZH: "收费项目 %[1]s 按 %[2]s 计费，不能预缴"},
		{Text: ErrInstalment, ZH: "分期超出预缴范围"},
		{Text: ErrLimit, ZH: "限价必须为价格，或基准价及 0 至 1 的浮动幅度"},
		{Text: ErrLimitInside, ZH: "限价于 %[1]s 变化，而该明细不是按天计收"},
		{Text: ErrCeilingBasis, ZH: "限价不适用于 %[1]s 计费"},
		{Text: ErrOverCeiling, ZH: "单价 %[1]s 超过 %[3]s 的限价 %[2]s"},
		{Text: ErrAgreedOverCeiling, ZH: "%[1]s 的约定价格 %[2]s 超过 %[4]s 的限价 %[3]s"},
		{Text: ErrNoTariff, ZH: "没有收费项目 %[1]s"},
		{Text: ErrPercentCycle, ZH: "收费项目 %[1]s 的计费月份不同"},
		{Text: ErrPercentCircle, ZH: "收费项目互为基数：%[1]s"},
		{Text: ErrPercentBase, ZH: "基数各行合计 %[2]s，该行写为 %[1]s"},
		{Text: ErrNotWith, ZH: "%[1]s 不能与 %[2]s 并用"},
		{Text: ErrNoCharter, ZH: "没有章程 %[1]s 的 %[2]s 版"},
		{Text: ErrUnpublished, ZH: "特约服务 %[1]s 才公示，却自 %[2]s 起收费"},
		{Text: ErrNoFloorPrice, ZH: "收费项目 %[1]s 没有 %[2]s 层的单价"},
		{Text: ErrClaimTwice, ZH: "收费单 %[1]s 重复"},
		{Text: ErrNotQuoted, ZH: "收费项目 %[1]s 有自己的单价或未执行；收费单须用报价项目"},
		{Text: ErrNotApplied, ZH: "收费项目 %[1]s 不适用于房屋 %[2]s"},
		{Text: ErrNoParty, ZH: "没有当事人 %[1]s"},
		{Text: ErrNegative, ZH: "%[1]s 为负或缺失"},
		{Text: ErrCurrency, ZH: "%[1]s 不是 %[2]s 金额"},
		{Text: ErrTotalLine, ZH: "合计舍入与其他各行不符"},
		{Text: ErrLineCycle, ZH: "该行的收费周期有误"},
		{Text: ErrNotIssued, ZH: "明细 %[1]s 更正的 %[2]s 未曾开出"},
		{Text: ErrTotalTooLarge, ZH: "%[1]s 各房屋合计超过 18 位"},
		{Text: ErrTooOften, ZH: "%[1]s 更正次数过多，不能再更正"},
		{Text: ErrUnits, ZH: "%[1]s 与 %[2]s 不属于同一房屋和账期"},
		{Text: ErrHeldFresh, ZH: "账单 %[1]s 已暂缓，无从比较"},
		{Text: ErrShares, ZH: "%[1]s 的份额没有 2⁴⁰ 以内的公分母"},
	}
}
