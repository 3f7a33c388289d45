package billing

import (
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of meters, shared costs and formulas.
const (
	// ErrMeterKind is a kind of meters that is none.
	ErrMeterKind invalid.RuleError = "billing/meter-kind: %[1]s cannot be a kind of meters"
	// ErrMeter is a meter that is not there.
	ErrMeter invalid.RuleError = "billing/no-meter: there is no meter %[1]s"
	// ErrMeterUnits is a kind of meters with different units.
	ErrMeterUnits invalid.RuleError = "billing/meter-units: meters of the kind %[1]s measure %[2]s, and this says %[3]s"
	// ErrUnread is a meter without a reading in the time billed.
	ErrUnread invalid.RuleError = "billing/unread: meter %[1]s has no reading from %[2]s to %[3]s, by which tariff %[4]s charges; an estimated one can be given"
	// ErrTierRule is a price with tiers where the basis has no rule for them, or the other way round.
	ErrTierRule invalid.RuleError = "billing/tier-rule: prices have tiers if, and only if, the basis says by what they are filled"
	// ErrTiersBasis is a price by tiers or bands of a tariff that is not metered.
	ErrTiersBasis invalid.RuleError = "billing/tiers-basis: only metered tariffs have prices by tiers or bands"
	// ErrTiersPrice is a price beside those of tiers or bands.
	ErrTiersPrice invalid.RuleError = "billing/tiers-price: a price by tiers or bands has no other price beside them"
	// ErrTiers is too many tiers.
	ErrTiers invalid.RuleError = "billing/tiers: a price has at most %[1]s tiers or bands"
	// ErrTierOrder is a bound that is not above the one before.
	ErrTierOrder invalid.RuleError = "billing/tier-order: the bounds of the tiers do not rise"
	// ErrTierBound is a tier without a bound, or the last one with a bound.
	ErrTierBound invalid.RuleError = "billing/tier-bound: every tier but the last has a bound above 0, and the last has none"
	// ErrTierFilled is a tier filled over its bound, or left before it is full.
	ErrTierFilled invalid.RuleError = "billing/tier-filled: the usage reaches %[1]s where the tier ends at %[2]s"
	// ErrUsageParts is parts of a usage that are neither tiers one after another nor bands.
	ErrUsageParts invalid.RuleError = "billing/usage-parts: the parts are neither tiers one after another nor bands"
	// ErrComponents is components that do not add up to the price.
	ErrComponents invalid.RuleError = "billing/components: the components add up to %[1]s and the price is %[2]s"
	// ErrNoComponents is a line that cannot be divided by components.
	ErrNoComponents invalid.RuleError = "billing/no-components: line %[1]s cannot be divided: a tier has no components, or an estimate was taken off"
	// ErrBandName is a band of a price that is none or given twice.
	ErrBandName invalid.RuleError = "billing/band-name: the band %[1]s has no name or is given twice"
	// ErrNoBandPrice is a band of a meter that has no price.
	ErrNoBandPrice invalid.RuleError = "billing/no-band-price: meter %[1]s has the band %[2]s, which has no price on %[3]s"
	// ErrPersons is a number of persons that is none.
	ErrPersons invalid.RuleError = "billing/persons: %[1]s is not a number of persons from 0 to %[2]s"
	// ErrUsage is a usage that does not follow.
	ErrUsage invalid.RuleError = "billing/usage: the usage is %[1]s, but %[2]s follows"

	// ErrShareParts is parts of a cost that do not add up.
	ErrShareParts invalid.RuleError = "billing/share-parts: the parts of the cost add up to %[1]s and not to 1"
	// ErrWeight is a weight that is none.
	ErrWeight invalid.RuleError = "billing/weight: %[1]s is not a weight: from 0, with at most four decimals"
	// ErrNotShared is a cost of a tariff that does not share.
	ErrNotShared invalid.RuleError = "billing/not-shared: no shared tariff in force has the code %[1]s"
	// ErrNobodyShares is a cost without units.
	ErrNobodyShares invalid.RuleError = "billing/nobody-shares: no unit shares cost %[1]s"
	// ErrNoWeights is a cost whose units weigh nothing together.
	ErrNoWeights invalid.RuleError = "billing/no-weights: the units that share cost %[1]s have no weight by %[2]s, all together"
	// ErrNoFloorWeight is a floor without a weight.
	ErrNoFloorWeight invalid.RuleError = "billing/no-floor-weight: unit %[1]s is on a floor that has no weight"
	// ErrShareArea is a unit that shares by its area and has none.
	ErrShareArea invalid.RuleError = "billing/share-area: unit %[1]s has no gross floor area on %[2]s, by which it shares %[3]s"
	// ErrShareInternalArea is the same of the internal floor area.
	ErrShareInternalArea invalid.RuleError = "billing/share-internal-area: unit %[1]s has no internal floor area on %[2]s, by which it shares %[3]s"
	// ErrNoHeadcount is a unit whose persons are not known.
	ErrNoHeadcount invalid.RuleError = "billing/no-headcount: how many persons live in unit %[1]s on %[2]s is not known"
	// ErrHeadcountTwice is a unit with two headcounts.
	ErrHeadcountTwice invalid.RuleError = "billing/headcount-twice: the persons of unit %[1]s are given twice"
	// ErrCostTwice is a cost given twice.
	ErrCostTwice invalid.RuleError = "billing/cost-twice: cost %[1]s is given twice"
	// ErrCostDays is a cost of too many days.
	ErrCostDays invalid.RuleError = "billing/cost-days: a cost of %[1]s days; it has at most %[2]s"
	// ErrCostPrice is a day of a usage without a price.
	ErrCostPrice invalid.RuleError = "billing/cost-price: tariff %[1]s has no price on %[2]s for the usage of the cost"
	// ErrRemainder is a remainder that would make a share negative.
	ErrRemainder invalid.RuleError = "billing/remainder: unit %[1]s would share %[2]s, since it takes the remainder of all"
	// ErrLossLimit is a loss above its limit.
	ErrLossLimit invalid.RuleError = "billing/loss-limit: master meter %[1]s loses %[2]s of %[3]s, more than the part %[4]s that may be shared: the leak is to be mended"
	// ErrCostHeld is a unit whose only charges are of costs that are held.
	ErrCostHeld invalid.RuleError = "billing/cost-held: the unit shares only costs that are held: %[1]s"
	// ErrLossNegative is a master meter that shows less than its sub-meters.
	ErrLossNegative invalid.RuleError = "billing/loss-negative: master meter %[1]s shows %[2]s and its sub-meters %[3]s"
	// ErrShareWeights is a share whose weights cannot be.
	ErrShareWeights invalid.RuleError = "billing/share-weights: the weights in the share of cost %[1]s are no parts of a whole"
	// ErrShareTerms is terms of a lease that say nothing.
	ErrShareTerms invalid.RuleError = "billing/share-terms: the terms have neither a base nor a cap"
	// ErrShareTermsTwice is terms that overlap.
	ErrShareTermsTwice invalid.RuleError = "billing/share-terms-twice: the terms on %[1]s of unit %[2]s overlap others"
	// ErrShareTermsMonths is a cost of part months under yearly terms.
	ErrShareTermsMonths invalid.RuleError = "billing/share-terms-months: cost %[1]s of %[2]s is not for whole calendar months, and the terms are for a year"

	// ErrValueName is a name that a value or a formula cannot have.
	ErrValueName invalid.RuleError = "billing/value-name: %[1]s cannot be the name of a value: letters, then letters and digits"
	// ErrEither is two fields of which exactly one is to be set.
	ErrEither invalid.RuleError = "billing/either: give either %[1]s or %[2]s"
	// ErrValueTwice is a value given twice for the same days.
	ErrValueTwice invalid.RuleError = "billing/value-twice: the value %[1]s of unit %[2]s is given twice for the same days"
	// ErrNoValue is a name without a value.
	ErrNoValue invalid.RuleError = "billing/no-value: unit %[1]s has no value %[2]s on %[3]s"
	// ErrReservedName is a value of what other documents say.
	ErrReservedName invalid.RuleError = "billing/reserved-name: a value cannot be named %[1]s: the register, the prices or the headcounts say it"
	// ErrMeterValue is a weight that a meter would have to tell.
	ErrMeterValue invalid.RuleError = "billing/meter-value: the value %[2]s of unit %[1]s is read from a meter, and a coefficient is a number"
	// ErrNegativeValue is a weight below nothing.
	ErrNegativeValue invalid.RuleError = "billing/negative-value: the value %[2]s of unit %[1]s is %[3]s, and a weight is not below 0"
	// ErrValueUnit is a value of another unit than the formula's.
	ErrValueUnit invalid.RuleError = "billing/value-unit: %[1]s is %[2]s, and the formula counts it in %[3]s"
	// ErrFormulaNegative is a formula that comes to less than nothing.
	ErrFormulaNegative invalid.RuleError = "billing/formula-negative: the formula %[1]s comes to %[2]s, less than nothing; write max(…, 0) if that is meant"
	// ErrWeightPrice is a weight by the price.
	ErrWeightPrice invalid.RuleError = "billing/weight-price: a weight cannot depend on the price P"
	// ErrWeightFormula is a weight that its formula does not come to.
	ErrWeightFormula invalid.RuleError = "billing/weight-formula: the weight is %[1]s, but the formula comes to %[2]s"
)

// What the steps of derivations of usages, shares and formulas are.
const (
	labelUsageCost         explain.Label = "billing/usage-cost: usage × price, all together"
	labelUsageExact        explain.Label = "billing/usage-exact: usage × price"
	labelUsagePrice        explain.Label = "billing/usage-price: price per unit of usage"
	labelTier              explain.Label = "billing/tier: tier %[1]s, up to %[2]s"
	labelLastTier          explain.Label = "billing/last-tier: tier %[1]s, the last"
	labelBand              explain.Label = "billing/in-band: time of use %[1]s"
	labelUsed              explain.Label = "billing/used: used"
	labelUsage             explain.Label = "billing/meter-usage: meter %[1]s, %[2]s to %[3]s"
	labelEstimated         explain.Label = "billing/estimated: charged on estimates"
	labelLessEstimated     explain.Label = "billing/less-estimated: less what was charged on estimates"
	labelCost              explain.Label = "billing/cost: cost %[1]s"
	labelShare             explain.Label = "billing/share: share of cost %[1]s"
	labelShareCut          explain.Label = "billing/share-cut: in whole least units"
	labelShareExact        explain.Label = "billing/share-exact: exact share"
	labelShareParts        explain.Label = "billing/share-of-parts: part of the whole"
	labelSharePart         explain.Label = "billing/share-part: of a part of the cost"
	labelPartOfCost        explain.Label = "billing/part-of-cost: part of the cost shared this way"
	labelWeighted          explain.Label = "billing/weighted: part of those who share"
	labelWeight            explain.Label = "billing/own-weight: own weight"
	labelWeightArea        explain.Label = "billing/own-area: own area"
	labelWeightHousehold   explain.Label = "billing/own-household: one for each unit"
	labelWeightUsage       explain.Label = "billing/own-usage: own usage"
	labelWeightHeadcount   explain.Label = "billing/own-headcount: persons of the unit"
	labelWeightFloor       explain.Label = "billing/own-floor: coefficient of the floor"
	labelWeightCoefficient explain.Label = "billing/own-coefficient: own coefficient"
	labelWeightFormula     explain.Label = "billing/own-formula: own weight by the formula"
	labelWeights           explain.Label = "billing/all-weights: of all who share, together"
	labelShareOdd          explain.Label = "billing/share-odd: one least unit more: number %[1]s by remainder of the %[2]s that get one"
	labelShareExtra        explain.Label = "billing/share-extra: takes the remainder of all"
	labelShareDays         explain.Label = "billing/share-days: days of the cost through this stretch"
	labelShareOf           explain.Label = "billing/share-of: days of the cost"
	labelShareThrough      explain.Label = "billing/share-through: share through this stretch, rounded"
	labelShareBefore       explain.Label = "billing/share-before: share before it, rounded"
	labelLeaseBase         explain.Label = "billing/lease-base: base year, contained in the rent"
	labelLessBase          explain.Label = "billing/less-base: less the base year"
	labelLeaseNothing      explain.Label = "billing/lease-nothing: not below nothing"
	labelLeaseShare        explain.Label = "billing/lease-share: no cap below the share"
	labelLeaseCap          explain.Label = "billing/lease-cap: cap of the lease"
	labelLeaseAbove        explain.Label = "billing/lease-above: share above the base"
	labelLeaseTenant       explain.Label = "billing/lease-tenant: the tenant's part by the lease"
	labelLeaseOwner        explain.Label = "billing/lease-owner: less what the tenant pays"
	labelFormula           explain.Label = "billing/formula-result: %[1]s"
	labelBinding           explain.Label = "billing/binding: %[1]s"
	labelCostUsage         explain.Label = "billing/cost-usage: used from %[1]s to %[2]s"
	labelCostPart          explain.Label = "billing/cost-part: usage × price"
	labelAbsorbed          explain.Label = "billing/absorbed: charged to nobody"
	labelCharges           explain.Label = "billing/statement-shares: shares of all units"
)

func quantityTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrMeterKind, ZH: "%[1]s 不能作为仪表种类"},
		{Text: ErrMeter, ZH: "没有仪表 %[1]s"},
		{Text: ErrMeterUnits, ZH: "种类 %[1]s 的仪表计量单位为 %[2]s，此处为 %[3]s"},
		{Text: ErrUnread, ZH: "仪表 %[1]s 在 %[2]s 至 %[3]s 没有读数，收费项目 %[4]s 无法计费；可录入估抄读数"},
		{Text: ErrTierRule, ZH: "价格分阶梯时须说明阶梯的周期，反之亦然"},
		{Text: ErrTiersBasis, ZH: "只有按表计量的收费项目可用阶梯价或峰谷价"},
		{Text: ErrTiersPrice, ZH: "使用阶梯价或峰谷价时不得另设单价"},
		{Text: ErrTiers, ZH: "一个价格最多 %[1]s 个阶梯或时段"},
		{Text: ErrTierOrder, ZH: "阶梯上限未递增"},
		{Text: ErrTierBound, ZH: "除最后一档外，每档须有大于 0 的上限，最后一档没有上限"},
		{Text: ErrTierFilled, ZH: "用量达到 %[1]s，而该档上限为 %[2]s"},
		{Text: ErrUsageParts, ZH: "各部分既不是依次的阶梯，也不是时段"},
		{Text: ErrComponents, ZH: "各组成部分合计 %[1]s，单价为 %[2]s"},
		{Text: ErrNoComponents, ZH: "明细 %[1]s 无法按组成部分拆分：有档次没有组成部分，或已扣除估抄"},
		{Text: ErrBandName, ZH: "时段 %[1]s 没有名称或重复"},
		{Text: ErrNoBandPrice, ZH: "仪表 %[1]s 的时段 %[2]s 在 %[3]s 没有价格"},
		{Text: ErrPersons, ZH: "%[1]s 不是 0 至 %[2]s 的人数"},
		{Text: ErrUsage, ZH: "用量为 %[1]s，应为 %[2]s"},
		{Text: ErrShareParts, ZH: "各部分合计 %[1]s，不等于 1"},
		{Text: ErrWeight, ZH: "%[1]s 不是权重：不小于 0，最多四位小数"},
		{Text: ErrNotShared, ZH: "没有生效的公摊收费项目 %[1]s"},
		{Text: ErrNobodyShares, ZH: "费用 %[1]s 没有分摊的房屋"},
		{Text: ErrNoWeights, ZH: "分摊费用 %[1]s 的房屋按 %[2]s 的权重合计为零"},
		{Text: ErrNoFloorWeight, ZH: "房屋 %[1]s 所在楼层没有系数"},
		{Text: ErrShareArea, ZH: "房屋 %[1]s 在 %[2]s 没有建筑面积，无法分摊 %[3]s"},
		{Text: ErrShareInternalArea, ZH: "房屋 %[1]s 在 %[2]s 没有套内建筑面积，无法分摊 %[3]s"},
		{Text: ErrNoHeadcount, ZH: "房屋 %[1]s 在 %[2]s 的人数未知"},
		{Text: ErrHeadcountTwice, ZH: "房屋 %[1]s 的人数重复"},
		{Text: ErrCostTwice, ZH: "费用 %[1]s 重复"},
		{Text: ErrCostDays, ZH: "费用期间 %[1]s 天，最多 %[2]s 天"},
		{Text: ErrCostPrice, ZH: "收费项目 %[1]s 在 %[2]s 没有用量单价"},
		{Text: ErrRemainder, ZH: "房屋 %[1]s 承担尾差后应摊 %[2]s"},
		{Text: ErrLossLimit, ZH: "总表 %[1]s 损耗 %[2]s，总用量 %[3]s，超过可分摊比例 %[4]s：应检修，不得分摊"},
		{Text: ErrCostHeld, ZH: "房屋只分摊暂缓的费用：%[1]s"},
		{Text: ErrLossNegative, ZH: "总表 %[1]s 用量 %[2]s 小于分表合计 %[3]s"},
		{Text: ErrShareWeights, ZH: "费用 %[1]s 分摊的权重不构成整体的一部分"},
		{Text: ErrShareTerms, ZH: "约定中既无基数也无上限"},
		{Text: ErrShareTermsTwice, ZH: "房屋 %[2]s 关于 %[1]s 的约定时间重叠"},
		{Text: ErrShareTermsMonths, ZH: "费用 %[1]s 的期间 %[2]s 不是整月，而约定按年"},
		{Text: ErrValueName, ZH: "%[1]s 不能作为数值名称：以字母开头，后接字母或数字"},
		{Text: ErrEither, ZH: "%[1]s 与 %[2]s 须二选一"},
		{Text: ErrValueTwice, ZH: "房屋 %[2]s 的数值 %[1]s 在同一时间重复"},
		{Text: ErrNoValue, ZH: "房屋 %[1]s 在 %[3]s 没有数值 %[2]s"},
		{Text: ErrReservedName, ZH: "数值不能命名为 %[1]s：由房屋资料、单价或人数决定"},
		{Text: ErrMeterValue, ZH: "房屋 %[1]s 的数值 %[2]s 取自仪表，系数须为数字"},
		{Text: ErrNegativeValue, ZH: "房屋 %[1]s 的数值 %[2]s 为 %[3]s，权重不得小于零"},
		{Text: ErrValueUnit, ZH: "%[1]s 为 %[2]s，公式中的单位是 %[3]s"},
		{Text: ErrFormulaNegative, ZH: "公式 %[1]s 的结果为 %[2]s，小于零；如属本意请写 max(…, 0)"},
		{Text: ErrWeightPrice, ZH: "权重不能取决于单价 P"},
		{Text: ErrWeightFormula, ZH: "权重为 %[1]s，公式结果为 %[2]s"},
		{Text: labelUsageCost, ZH: "用量 × 单价合计"},
		{Text: labelUsageExact, ZH: "用量 × 单价"},
		{Text: labelUsagePrice, ZH: "每单位用量单价"},
		{Text: labelTier, ZH: "第 %[1]s 档，上限 %[2]s（含）"},
		{Text: labelLastTier, ZH: "第 %[1]s 档（最高档）"},
		{Text: labelBand, ZH: "时段 %[1]s"},
		{Text: labelUsed, ZH: "用量"},
		{Text: labelUsage, ZH: "仪表 %[1]s，%[2]s 至 %[3]s 用量"},
		{Text: labelEstimated, ZH: "估抄已计"},
		{Text: labelLessEstimated, ZH: "减去估抄已计"},
		{Text: labelCost, ZH: "费用 %[1]s"},
		{Text: labelShare, ZH: "费用 %[1]s 的分摊额"},
		{Text: labelShareCut, ZH: "取整到最小单位"},
		{Text: labelShareExact, ZH: "精确分摊额"},
		{Text: labelShareParts, ZH: "占整体的比例"},
		{Text: labelSharePart, ZH: "费用的一部分"},
		{Text: labelPartOfCost, ZH: "按此方式分摊的部分"},
		{Text: labelWeighted, ZH: "占分摊各户的比例"},
		{Text: labelWeight, ZH: "本户权重"},
		{Text: labelWeightArea, ZH: "本户面积"},
		{Text: labelWeightHousehold, ZH: "每户计一"},
		{Text: labelWeightUsage, ZH: "本户用量"},
		{Text: labelWeightHeadcount, ZH: "本户人数"},
		{Text: labelWeightFloor, ZH: "楼层系数"},
		{Text: labelWeightCoefficient, ZH: "本户系数"},
		{Text: labelWeightFormula, ZH: "本户公式权重"},
		{Text: labelWeights, ZH: "分摊各户合计"},
		{Text: labelShareOdd, ZH: "尾差加一最小单位：余数第 %[1]s 位，共 %[2]s 户加一"},
		{Text: labelShareExtra, ZH: "承担全部尾差"},
		{Text: labelShareDays, ZH: "截至本段的费用天数"},
		{Text: labelShareOf, ZH: "费用天数"},
		{Text: labelShareThrough, ZH: "截至本段的分摊额"},
		{Text: labelShareBefore, ZH: "本段之前的分摊额"},
		{Text: labelLeaseBase, ZH: "基准年费用（已含在租金内）"},
		{Text: labelLessBase, ZH: "减去基准年费用"},
		{Text: labelLeaseNothing, ZH: "不低于零"},
		{Text: labelLeaseShare, ZH: "未设低于分摊额的上限"},
		{Text: labelLeaseCap, ZH: "租约上限"},
		{Text: labelLeaseAbove, ZH: "超出基准年部分"},
		{Text: labelLeaseTenant, ZH: "按租约由承租人承担"},
		{Text: labelLeaseOwner, ZH: "减去承租人承担"},
		{Text: labelFormula, ZH: "公式 %[1]s"},
		{Text: labelBinding, ZH: "代入 %[1]s"},
		{Text: labelCostUsage, ZH: "%[1]s 至 %[2]s 用量"},
		{Text: labelCostPart, ZH: "用量 × 单价"},
		{Text: labelAbsorbed, ZH: "不向任何人收取"},
		{Text: labelCharges, ZH: "各户分摊额合计"},
	}
}
