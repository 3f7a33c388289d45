package rating

import (
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// What the steps of the derivation of a sheet's result are.
const (
	labelScore          explain.Label = "rating/sheet-score: score of sheet %[1]s by %[2]s"
	labelUnrated        explain.Label = "rating/unrated: sheet %[1]s is not rated: %[2]s is missing"
	labelExcluded       explain.Label = "rating/sheet-excluded: sheet %[1]s is out of the contest: veto %[2]s"
	labelNothingApplies explain.Label = "rating/nothing-applies: sheet %[1]s is not rated: nothing applies"
	labelVetoFactor     explain.Label = "rating/veto-factor: veto %[1]s: nothing counts"
	labelTogether       explain.Label = "rating/together: score with bonus and deductions"
	labelWithin         explain.Label = "rating/kept-within: score within its limits"
	labelFloor          explain.Label = "rating/least: the least it comes to"
	labelCeiling        explain.Label = "rating/ceiling: the highest score"
	labelNoCeiling      explain.Label = "rating/no-ceiling: without an upper limit"
	labelCap            explain.Label = "rating/most: the most it comes to"
	labelBonus          explain.Label = "rating/bonus: bonus"
	labelBonusCap       explain.Label = "rating/bonus-cap: bonus within its limit"
	labelRaw            explain.Label = "rating/raw: what the sections come to"
	labelRawOf          explain.Label = "rating/raw-of: what those that apply might come to"
	labelShare          explain.Label = "rating/share: part of it that was reached"
	labelBase           explain.Label = "rating/base: score of the items"
	labelOutOf          explain.Label = "rating/perfect: score of a perfect sheet"
	labelSection        explain.Label = "rating/section: section %[1]s"
	labelSectionOf      explain.Label = "rating/section-of: what section %[1]s might come to"
	labelSectionShare   explain.Label = "rating/section-share: part of section %[1]s that was reached"
	labelSectionWeight  explain.Label = "rating/section-weight: weight of section %[1]s"
	labelSectionWorth   explain.Label = "rating/section-worth: section %[1]s by its weight"
	labelSectionWithin  explain.Label = "rating/section-within: section %[1]s within its limits"
	labelItemWeight     explain.Label = "rating/item-weight: weight of %[1]s"
	labelWorth          explain.Label = "rating/worth: %[1]s by its weight"
	labelItemShare      explain.Label = "rating/item-share: part of %[1]s that was reached"
	labelOf             explain.Label = "rating/item-of: all points of %[1]s"
	labelNotApplicable  explain.Label = "rating/not-applicable: %[1]s does not apply; the rubric gives it"
	labelUnmarked       explain.Label = "rating/unmarked: %[1]s was not marked; the rubric gives it"
	labelLess           explain.Label = "rating/less: %[1]s after deductions"
	labelMark           explain.Label = "rating/marked: %[1]s was marked %[2]s"
	labelFigure         explain.Label = "rating/figure: %[1]s for %[2]s"
	labelNothingFound   explain.Label = "rating/nothing-found: %[1]s, nothing found"
	labelTaken          explain.Label = "rating/taken: taken off for %[1]s, %[2]s"
	labelExpired        explain.Label = "rating/expired: %[1]s no longer counts since %[2]s"
	labelCount          explain.Label = "rating/count: found"
	labelUnits          explain.Label = "rating/units: units by which %[1]s misses %[2]s"
	labelTake           explain.Label = "rating/take-each: taken off for each"
	labelFactor         explain.Label = "rating/repeated: dearer for repetition"
	labelAsked          explain.Label = "rating/asked: what %[1]s asks for"
	labelHeld           explain.Label = "rating/held: what the limit leaves of %[1]s"
	labelLeftKind       explain.Label = "rating/left-kind: left under the most of its kind"
	labelLeftCap        explain.Label = "rating/left-cap: left under the most of the item's deductions"
	labelLeftFloor      explain.Label = "rating/left-floor: left above the least that it comes to"
	labelLeftSection    explain.Label = "rating/left-section: left under the most of the section's deductions"
	labelLeftSheet      explain.Label = "rating/left-sheet: left under the most of the sheet's deductions"
	labelBand           explain.Label = "rating/sheet-band: outcome of sheet %[1]s, the first whose conditions hold"
	labelOutcome        explain.Label = "rating/outcome: %[1]s"
	labelNoBand         explain.Label = "rating/no-outcome: sheet %[1]s: no outcome holds for %[2]s"
	labelBandOpen       explain.Label = "rating/band-open: sheet %[1]s: the outcome depends on %[2]s, which is not stated"
	labelVetoes         explain.Label = "rating/vetoes: vetoes that took effect"
	labelFrom           explain.Label = "rating/from: the score reaches the edge"
	labelAbove          explain.Label = "rating/above: the score is above the edge"
	labelEdge           explain.Label = "rating/edge: the edge"
	labelAnyScore       explain.Label = "rating/any-score: it holds for every score"
	labelNeed           explain.Label = "rating/minimum: %[1]s reaches its minimum"
	labelNeedShare      explain.Label = "rating/reached: part of %[1]s that was reached"
	labelLeast          explain.Label = "rating/minimum-share: the minimum"
	labelNeedsNothing   explain.Label = "rating/needs-nothing: %[1]s does not apply and needs no minimum"
	labelFactTrue       explain.Label = "rating/fact: %[1]s is so"
	labelFactFalse      explain.Label = "rating/no-fact: %[1]s is not so"
)

func whyTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelScore, ZH: "评分表 %[1]s 按 %[2]s 的得分"},
		{Text: labelUnrated, ZH: "评分表 %[1]s 未评定：缺 %[2]s"},
		{Text: labelExcluded, ZH: "评分表 %[1]s 不列入考核：一票否决 %[2]s"},
		{Text: labelNothingApplies, ZH: "评分表 %[1]s 未评定：无适用项"},
		{Text: labelVetoFactor, ZH: "一票否决 %[1]s：得分归零"},
		{Text: labelTogether, ZH: "计入加分和扣分"},
		{Text: labelWithin, ZH: "限于上下限之内"},
		{Text: labelFloor, ZH: "下限"},
		{Text: labelCeiling, ZH: "最高分"},
		{Text: labelNoCeiling, ZH: "不设上限"},
		{Text: labelCap, ZH: "上限"},
		{Text: labelBonus, ZH: "加分"},
		{Text: labelBonusCap, ZH: "加分，限于上限之内"},
		{Text: labelRaw, ZH: "各部分合计"},
		{Text: labelRawOf, ZH: "适用部分满分合计"},
		{Text: labelShare, ZH: "得分率"},
		{Text: labelBase, ZH: "各项折算得分"},
		{Text: labelOutOf, ZH: "满分"},
		{Text: labelSection, ZH: "部分 %[1]s"},
		{Text: labelSectionOf, ZH: "部分 %[1]s 的满分"},
		{Text: labelSectionShare, ZH: "部分 %[1]s 的得分率"},
		{Text: labelSectionWeight, ZH: "部分 %[1]s 的权重"},
		{Text: labelSectionWorth, ZH: "部分 %[1]s 加权"},
		{Text: labelSectionWithin, ZH: "部分 %[1]s 限于上下限之内"},
		{Text: labelItemWeight, ZH: "%[1]s 的权重"},
		{Text: labelWorth, ZH: "%[1]s 加权"},
		{Text: labelItemShare, ZH: "%[1]s 的得分率"},
		{Text: labelOf, ZH: "%[1]s 满分"},
		{Text: labelNotApplicable, ZH: "%[1]s 不适用，按细则计"},
		{Text: labelUnmarked, ZH: "%[1]s 未评，按细则计"},
		{Text: labelLess, ZH: "%[1]s 扣分后"},
		{Text: labelMark, ZH: "%[1]s 评为 %[2]s"},
		{Text: labelFigure, ZH: "%[1]s，数值 %[2]s"},
		{Text: labelNothingFound, ZH: "%[1]s，未发现问题"},
		{Text: labelTaken, ZH: "%[1]s 扣分，%[2]s"},
		{Text: labelExpired, ZH: "%[1]s 自 %[2]s 起不再计"},
		{Text: labelCount, ZH: "发现数"},
		{Text: labelUnits, ZH: "%[1]s 距目标 %[2]s 的单位数"},
		{Text: labelTake, ZH: "每处扣"},
		{Text: labelFactor, ZH: "屡犯加重"},
		{Text: labelAsked, ZH: "%[1]s 应扣"},
		{Text: labelHeld, ZH: "%[1]s 限额内实扣"},
		{Text: labelLeftKind, ZH: "本类扣分限额余额"},
		{Text: labelLeftCap, ZH: "本项扣分限额余额"},
		{Text: labelLeftFloor, ZH: "距下限余额"},
		{Text: labelLeftSection, ZH: "本部分扣分限额余额"},
		{Text: labelLeftSheet, ZH: "全表扣分限额余额"},
		{Text: labelBand, ZH: "评分表 %[1]s 的等级，取首个条件成立者"},
		{Text: labelOutcome, ZH: "等级 %[1]s"},
		{Text: labelNoBand, ZH: "评分表 %[1]s：%[2]s 分不在任何等级"},
		{Text: labelBandOpen, ZH: "评分表 %[1]s：等级取决于未说明的 %[2]s"},
		{Text: labelVetoes, ZH: "生效的一票否决"},
		{Text: labelFrom, ZH: "得分达到分界"},
		{Text: labelAbove, ZH: "得分高于分界"},
		{Text: labelEdge, ZH: "分界"},
		{Text: labelAnyScore, ZH: "不论得分"},
		{Text: labelNeed, ZH: "%[1]s 达到最低要求"},
		{Text: labelNeedShare, ZH: "%[1]s 的得分率"},
		{Text: labelLeast, ZH: "最低要求"},
		{Text: labelNeedsNothing, ZH: "%[1]s 不适用，无最低要求"},
		{Text: labelFactTrue, ZH: "%[1]s 属实"},
		{Text: labelFactFalse, ZH: "%[1]s 不属实"},
	}
}
