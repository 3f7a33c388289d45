package property

import (
	"errors"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of estate documents.
const (
	// ErrCode is a code that cannot identify anything.
	ErrCode invalid.RuleError = "property/code: %[1]s is not a code: 1 to 128 bytes, nothing invisible, no blank at an end"
	// ErrCodeRange is a range of codes that is none.
	ErrCodeRange invalid.RuleError = "property/code-range: %[1]s is not a range of numbered codes counting upwards, like E1–E4, or takes the list beyond 10000 codes"
	// ErrCodeTwice is a code listed twice.
	ErrCodeTwice invalid.RuleError = "property/code-twice: %[1]s is listed twice"
	// ErrRegion is a region that is not a GB/T 2260 code.
	ErrRegion invalid.RuleError = "property/region: %[1]s is not a GB/T 2260 code or a prefix of one"
	// ErrDuplicate is a thing given twice.
	ErrDuplicate invalid.RuleError = "property/duplicate: %[1]s %[2]s is given twice"
	// ErrNoSuch is a reference to nothing.
	ErrNoSuch invalid.RuleError = "property/no-such: there is no %[1]s %[2]s"
	// ErrTooMuch is more than a register holds.
	ErrTooMuch invalid.RuleError = "property/too-much: %[1]s: more than the %[2]s a register holds"
	// ErrCount is a number of floors or lifts that no building has.
	ErrCount invalid.RuleError = "property/count: %[1]s is out of range; a building has at most 1000 floors or lifts"
	// ErrFloors is a floor range that is none.
	ErrFloors invalid.RuleError = "property/floors: floors %[1]s to %[2]s are no range; floor -1 is the first below ground, there is no floor 0"
	// ErrFloorOutside is a unit on a floor its building does not have.
	ErrFloorOutside invalid.RuleError = "property/floor-outside: unit %[1]s is on floor %[2]s of building %[3]s, which has %[4]s floors and %[5]s basements"
	// ErrOutsideBuilding is a floor band the building does not have.
	ErrOutsideBuilding invalid.RuleError = "property/outside-building: floors %[1]s to %[2]s leave building %[3]s"
	// ErrBandOverlap is a floor that lies in two bands.
	ErrBandOverlap invalid.RuleError = "property/band-overlap: floors %[1]s to %[2]s lie in an earlier band too"
	// ErrBandStraddles is a floor band that a scope's floor limit cuts.
	ErrBandStraddles invalid.RuleError = "property/band-straddles: the scope's floors cut this band of building %[1]s; split the band to say how its area divides"
	// ErrBandMissing is floors without a band that a scope's floor limit cuts.
	ErrBandMissing invalid.RuleError = "property/band-missing: building %[1]s: the scope's floors leave out floor %[2]s and take floor %[3]s, and no band says what area either has"
	// ErrBandsExceed is a building whose bands have more area than it has.
	ErrBandsExceed invalid.RuleError = "property/bands-exceed: the bands have more area than building %[1]s"
	// ErrNoArea is an area that is missing.
	ErrNoArea invalid.RuleError = "property/no-area: an area greater than 0 is missing"
	// ErrInternalArea is an internal area above the gross one.
	ErrInternalArea invalid.RuleError = "property/internal-area: the internal area %[1]s exceeds the gross area %[2]s"
	// ErrSide is a side given for something that is not a yard.
	ErrSide invalid.RuleError = "property/side: only a yard has a side; the use is %[1]s"
	// ErrDeliveredFirst is a unit handed over before it was sold.
	ErrDeliveredFirst invalid.RuleError = "property/delivered-first: delivered on %[1]s, before it was sold on %[2]s"
	// ErrShare is a share that is none.
	ErrShare invalid.RuleError = "property/share: %[1]s is not a share greater than 0 and at most 1, like 1/3 or 33.33%%"
	// ErrShares is a joint holding whose shares do not add up to one.
	ErrShares invalid.RuleError = "property/shares: the shares of unit %[1]s do not add up to exactly 1"
	// ErrOutsideTerm is a day of use outside the term.
	ErrOutsideTerm invalid.RuleError = "property/outside-term: %[1]s is outside the term %[2]s, or moving out comes before moving in"
	// ErrOverlap is two tenancies in force at once that exclude one another.
	ErrOverlap invalid.RuleError = "property/overlap: unit %[1]s: an earlier %[2]s is still in force on %[3]s, when this %[4]s starts"
	// ErrOwnershipGap is a stretch of days without an owner.
	ErrOwnershipGap invalid.RuleError = "property/ownership-gap: unit %[1]s has neither owner nor default payer from %[2]s to %[3]s"
	// ErrHolderKey is a payer's key that stands for two different payers.
	ErrHolderKey invalid.RuleError = "property/holder-key: %[1]s is the key of two different payers; a party's code may not look like joint holders"
	// ErrScopeUnits is a scope that a building's own facts cannot answer.
	ErrScopeUnits invalid.RuleError = "property/scope-units: the scope names single units or entrances; only the register can add up their areas, not building %[1]s"
	// ErrSpent is a builder that is used again.
	ErrSpent invalid.RuleError = "property/spent: this builder has been built; take a new one"
	// ErrSpaces is a number of parking spaces that no unit has.
	ErrSpaces invalid.RuleError = "property/spaces: %[1]s is out of range; a unit has 0 to 10000 parking spaces"
	// ErrAgreedAll is a price agreed for every fee.
	ErrAgreedAll invalid.RuleError = "property/agreed-all: a price is agreed for one fee, not for every fee"
	// ErrAgreedPrice is an agreed price of zero.
	ErrAgreedPrice invalid.RuleError = "property/agreed-price: an agreed price must be greater than 0; list days without charge in free"
	// ErrAgreedTooLarge is an agreed price that escalates beyond what is a price.
	ErrAgreedTooLarge invalid.RuleError = "property/agreed-too-large: by %[2]s the price agreed for fee %[1]s has escalated beyond any price, or more than 1200 times"
	// ErrAgreedTwice is a fee that two tenancies of a unit agree a price for on one day.
	ErrAgreedTwice invalid.RuleError = "property/agreed-twice: %[1]s and %[2]s both agree a price for fee %[3]s on %[4]s"
	// ErrEscalationRate is a rate that a price cannot escalate by.
	ErrEscalationRate invalid.RuleError = "property/escalation-rate: the rate %[1]s is not greater than 0 and at most 10; 0.05 is 5 %%"
	// ErrEscalationEvery is a time between anniversaries that is none.
	ErrEscalationEvery invalid.RuleError = "property/escalation-every: %[1]s months between two anniversaries is out of range; 1 to 120"
	// ErrEscalationRise is an escalation that rounding undoes.
	ErrEscalationRise invalid.RuleError = "property/escalation-rise: the price %[1]s falls to %[2]s when its escalation is rounded to %[3]s"
	// ErrEscalationStep is a step that an escalated price cannot be rounded to.
	ErrEscalationStep invalid.RuleError = "property/escalation-step: the step %[1]s is not at most the price %[2]s and at most 1000000"
	// ErrFreeOrder is a rent-free stretch that does not follow the one before.
	ErrFreeOrder invalid.RuleError = "property/free-order: the free stretch %[1]s does not come after %[2]s"
	// ErrFreeOutside is a rent-free stretch outside the term.
	ErrFreeOutside invalid.RuleError = "property/free-outside: the free stretch %[1]s is not inside the term %[2]s"
	// ErrScope is a scope that chooses nothing, or both everything and something.
	ErrScope invalid.RuleError = "property/scope: give at least one criterion, or all: true and none"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrCode, ZH: "%[1]s 不能作编码：1 至 128 字节，不含不可见字符，首尾无空格"},
		{Text: ErrCodeRange, ZH: "%[1]s 不是由小到大的编号区间（如 E1–E4），或使列表超过 10000 个编码"},
		{Text: ErrCodeTwice, ZH: "%[1]s 重复列出"},
		{Text: ErrRegion, ZH: "%[1]s 不是 GB/T 2260 行政区划代码或其前缀"},
		{Text: ErrDuplicate, ZH: "%[1]s %[2]s 重复"},
		{Text: ErrNoSuch, ZH: "不存在 %[1]s %[2]s"},
		{Text: ErrTooMuch, ZH: "%[1]s 超出登记簿容量 %[2]s"},
		{Text: ErrCount, ZH: "%[1]s 超出范围；一栋楼最多 1000 层、1000 部电梯"},
		{Text: ErrFloors, ZH: "%[1]s 至 %[2]s 不是楼层区间；-1 为地下一层，没有 0 层"},
		{Text: ErrFloorOutside, ZH: "房屋 %[1]s 位于 %[3]s 栋 %[2]s 层，而该楼只有地上 %[4]s 层、地下 %[5]s 层"},
		{Text: ErrOutsideBuilding, ZH: "%[1]s 至 %[2]s 层超出楼栋 %[3]s"},
		{Text: ErrBandOverlap, ZH: "%[1]s 至 %[2]s 层与前面的楼层段重叠"},
		{Text: ErrBandStraddles, ZH: "范围的楼层界限穿过楼栋 %[1]s 的这一楼层段；请拆分该段并写明各自面积"},
		{Text: ErrBandMissing, ZH: "楼栋 %[1]s：范围的楼层界限不含第 %[2]s 层而含第 %[3]s 层，没有楼层段写明两者的面积"},
		{Text: ErrBandsExceed, ZH: "楼栋 %[1]s 各段面积之和超过总面积"},
		{Text: ErrNoArea, ZH: "缺少大于 0 的面积"},
		{Text: ErrInternalArea, ZH: "套内面积 %[1]s 大于建筑面积 %[2]s"},
		{Text: ErrSide, ZH: "只有院落才分南北；此处用途为 %[1]s"},
		{Text: ErrDeliveredFirst, ZH: "交付日 %[1]s 早于售出日 %[2]s"},
		{Text: ErrShare, ZH: "%[1]s 不是大于 0 且不超过 1 的份额（如 1/3、33.33%%）"},
		{Text: ErrShares, ZH: "房屋 %[1]s 的共有份额之和不等于 1"},
		{Text: ErrOutsideTerm, ZH: "%[1]s 不在期限 %[2]s 之内，或迁出早于迁入"},
		{Text: ErrOverlap, ZH: "房屋 %[1]s：此项%[4]s于 %[3]s 开始时，前一项%[2]s仍有效"},
		{Text: ErrOwnershipGap, ZH: "房屋 %[1]s 自 %[2]s 至 %[3]s 既无业主也无默认付费人"},
		{Text: ErrHolderKey, ZH: "%[1]s 同时代表两个不同的付费人；付费人编码不可与共有人写法相同"},
		{Text: ErrScopeUnits, ZH: "范围指定了单个房屋或单元；其面积只能由登记簿汇总，楼栋 %[1]s 自身无法得出"},
		{Text: ErrSpent, ZH: "此构建器已用过，请另建一个"},
		{Text: ErrSpaces, ZH: "%[1]s 超出范围；一处房屋的车位数为 0 至 10000"},
		{Text: ErrAgreedAll, ZH: "约定价格须针对一个收费项目，不能针对全部项目"},
		{Text: ErrAgreedPrice, ZH: "约定价格必须大于 0；免收期间请写入 free"},
		{Text: ErrAgreedTooLarge, ZH: "收费项目 %[1]s 的约定价格到 %[2]s 已递增至超出价格范围，或递增超过 1200 次"},
		{Text: ErrAgreedTwice, ZH: "%[1]s 与 %[2]s 都约定了收费项目 %[3]s 在 %[4]s 的价格"},
		{Text: ErrEscalationRate, ZH: "递增比例 %[1]s 不是大于 0 且不超过 10 的数；0.05 即 5 %%"},
		{Text: ErrEscalationEvery, ZH: "递增周期 %[1]s 个月超出范围；应为 1 至 120"},
		{Text: ErrEscalationRise, ZH: "价格 %[1]s 递增后取整到 %[3]s 反降为 %[2]s"},
		{Text: ErrEscalationStep, ZH: "取整单位 %[1]s 不得大于价格 %[2]s，也不得大于 1000000"},
		{Text: ErrFreeOrder, ZH: "免租期 %[1]s 不在 %[2]s 之后"},
		{Text: ErrFreeOutside, ZH: "免租期 %[1]s 不在期限 %[2]s 之内"},
		{Text: ErrScope, ZH: "至少给出一个条件，或仅写 all: true"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error {
	return errors.Join(invalid.Register(b, texts()), invalid.RegisterWords(b, words()))
}

// words are the words that messages hold as arguments.
func words() map[string]string {
	return map[string]string{
		"zone": "片区", "building": "楼栋", "unit": "房屋", "party": "当事人", "tenancy": "产权或租约",
		"contract": "合同", "fee": "收费项目", "areas": "面积",
		"ownership": "产权", "lease": "租赁", "publicRental": "公租", "shortLet": "短租", "selfUse": "自用",
		"dwelling": "住宅", "shop": "商铺", "office": "写字楼", "parking": "车位", "yard": "院落", "mall": "商场",
	}
}
