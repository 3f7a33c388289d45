package rating

import "github.com/wuyekit/wuye/property/invalid"

// The rules that rubrics are judged by.
const (
	// ErrSum is a rubric whose parts do not sum to the whole.
	ErrSum invalid.RuleError = "rating/sum: the parts sum to %[1]s, and the whole is %[2]s"
	// ErrSectionSum is a section whose items do not sum to its points.
	ErrSectionSum invalid.RuleError = "rating/section-sum: the items sum to %[1]s, and the section says %[2]s"
	// ErrOnlyBonus is a rubric of bonus sections alone.
	ErrOnlyBonus invalid.RuleError = "rating/only-bonus: a bonus is added to something; no other section is there"
	// ErrSomeWeights is a rubric in which some sections have a weight and others none.
	ErrSomeWeights invalid.RuleError = "rating/some-weights: give every section a weight but the bonus sections, or none"
	// ErrNoWeight is a weight where none counts.
	ErrNoWeight invalid.RuleError = "rating/no-weight: a weight counts by weights only, and not in a bonus section"
	// ErrOfPoints is a limit in points of a section that is scored by weights.
	ErrOfPoints invalid.RuleError = "rating/of-points: this is in points, and by weights a section has none"
	// ErrDays is a day before the one it follows.
	ErrDays invalid.RuleError = "rating/days: it begins on %[1]s and ends before that, on %[2]s"
	// ErrFloor is a lower limit above the upper one.
	ErrFloor invalid.RuleError = "rating/floor: the least, %[1]s, is above the most, %[2]s"
	// ErrWithin is a figure that is not within its limits.
	ErrWithin invalid.RuleError = "rating/within: %[1]s is not from %[2]s to %[3]s"
	// ErrFactor is a factor of repetition that makes nothing dearer.
	ErrFactor invalid.RuleError = "rating/factor: %[1]s makes nothing dearer; it is above 1"
	// ErrScope is a veto of a rubric that hits an enterprise.
	ErrScope invalid.RuleError = "rating/scope: a sheet knows one project only; a veto for an enterprise stands in a scheme"
	// ErrSteps is a step that is not worse than the one before it.
	ErrSteps invalid.RuleError = "rating/steps: steps go from the best; %[1]s is not worse than %[2]s before it"
	// ErrStepPoints is a worse step with more points.
	ErrStepPoints invalid.RuleError = "rating/step-points: a worse step has more points, %[1]s, than the one before it, %[2]s"
	// ErrTake is a deduction that does not say how much it takes.
	ErrTake invalid.RuleError = "rating/take: say how much it takes off, or that it takes all, and not both"
	// ErrTakeAll is a deduction of the whole sheet that takes all.
	ErrTakeAll invalid.RuleError = "rating/take-all: what takes the whole score is a veto with the effect zero"
	// ErrLasts is a deduction that lasts too long to be meant.
	ErrLasts invalid.RuleError = "rating/lasts: %[1]s is longer than a hundred years; leave it out if it lasts for good"
	// ErrBonusDeductions is a deduction in a bonus section.
	ErrBonusDeductions invalid.RuleError = "rating/bonus-deductions: nothing is taken off in a bonus section"
	// ErrNoDeductions is an item marked by deductions without any.
	ErrNoDeductions invalid.RuleError = "rating/no-deductions: list the kinds of findings, or the shortfalls, that take points off"
	// ErrNeed is a minimum standard of nothing, or of two things.
	ErrNeed invalid.RuleError = "rating/need: a minimum is of one item or of one section"
	// ErrOutcomes is a rubric with too many items on too long scales.
	ErrOutcomes invalid.RuleError = "rating/outcomes: the items and the levels of their scales make %[1]s outcomes; %[2]s is the most"
	// ErrTooFine is a rubric whose points and weights are too fine together.
	ErrTooFine invalid.RuleError = "rating/too-fine: points, levels and weights have no common unit within 63 bits; write them with fewer decimals, or divide the weights by a common factor"
)

func rubricTexts() []invalid.Translation {
	return append(mainTexts(), []invalid.Translation{
		{Text: ErrSum, ZH: "各部分合计 %[1]s，与总分 %[2]s 不符"},
		{Text: ErrSectionSum, ZH: "各项合计 %[1]s，与本部分 %[2]s 不符"},
		{Text: ErrOnlyBonus, ZH: "加分须加在基础分上，这里只有加分部分"},
		{Text: ErrSomeWeights, ZH: "除加分部分外，各部分要么都有权重，要么都没有"},
		{Text: ErrNoWeight, ZH: "权重只用于加权法，加分部分不用"},
		{Text: ErrOfPoints, ZH: "此处以分计，加权法的部分没有分值"},
		{Text: ErrDays, ZH: "始于 %[1]s，却止于其前的 %[2]s"},
		{Text: ErrFloor, ZH: "下限 %[1]s 高于上限 %[2]s"},
		{Text: ErrWithin, ZH: "%[1]s 不在 %[2]s 至 %[3]s 之间"},
		{Text: ErrFactor, ZH: "倍数 %[1]s 没有加重，须大于 1"},
		{Text: ErrScope, ZH: "评分表只涉及一个项目；波及企业的一票否决写在考评办法里"},
		{Text: ErrSteps, ZH: "分档从最好的写起；%[1]s 并不差于前一档的 %[2]s"},
		{Text: ErrStepPoints, ZH: "较差一档的分值 %[1]s 反高于前一档的 %[2]s"},
		{Text: ErrTake, ZH: "写明扣多少分，或者全扣，二者择一"},
		{Text: ErrTakeAll, ZH: "扣尽总分属于一票否决，效果为 zero"},
		{Text: ErrLasts, ZH: "有效期 %[1]s 超过一百年；长期有效则不写"},
		{Text: ErrBonusDeductions, ZH: "加分部分不扣分"},
		{Text: ErrNoDeductions, ZH: "列出扣分项或未达标扣分"},
		{Text: ErrNeed, ZH: "最低要求针对一个评分项或一个部分，二者择一"},
		{Text: ErrOutcomes, ZH: "评分项与其等级共 %[1]s 种结果，最多 %[2]s 种"},
		{Text: ErrTooFine, ZH: "分值、等级与权重没有 63 位以内的公共单位；请减少小数位，或以公约数约减权重"},
	}...)
}
