package metric

import (
	"errors"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules that figures, rounding and definitions are judged by.
const (
	// ErrFigureScale is a figure with more than six decimals.
	ErrFigureScale invalid.RuleError = "metric/figure-scale: %[1]s has more than six decimals"
	// ErrFigureRange is a figure that is too large.
	ErrFigureRange invalid.RuleError = "metric/figure-range: %[1]s is beyond 9223372036854.775807"
	// ErrStep is a rounding step that is not above 0.
	ErrStep invalid.RuleError = "metric/step: %[1]s is no step to round to; it is above 0"
	// ErrMode is a rounding mode that there is not.
	ErrMode invalid.RuleError = "metric/mode: %[1]s is no way to round"
	// ErrCode is a code with a blank in it.
	ErrCode invalid.RuleError = "metric/code: %[1]s is no code; leave out blanks"
	// ErrTwice is something that is given twice.
	ErrTwice invalid.RuleError = "metric/twice: %[1]s is given twice"
	// ErrNoName is a metric or a term without a name.
	ErrNoName invalid.RuleError = "metric/no-name: say in Chinese or in English what it is called"
	// ErrUnit is a unit with a blank in it.
	ErrUnit invalid.RuleError = "metric/unit: %[1]s is no unit; leave out blanks"
	// ErrUnitRefused is a share with a unit.
	ErrUnitRefused invalid.RuleError = "metric/unit-refused: a share is a plain number and has no unit %[1]s; write the unit beside what is counted"
	// ErrUnits is a share of things in different units.
	ErrUnits invalid.RuleError = "metric/units: a share is of one unit; what is counted has %[1]s, the base %[2]s"
	// ErrNeedsBase is a share, ratio or mean that does not name what it is of.
	ErrNeedsBase invalid.RuleError = "metric/needs-base: name the base; a metric of the kind %[1]s divides by one"
	// ErrHasBase is a count or an amount with a base.
	ErrHasBase invalid.RuleError = "metric/has-base: a metric of the kind %[1]s has no base"
	// ErrTargetShare is a target that no share can stand at.
	ErrTargetShare invalid.RuleError = "metric/target-share: %[1]s is no target of a share, which is from 0 to 1; write 98 percent as 0.98"
	// ErrTargetSide is a target that asks for the worse.
	ErrTargetSide invalid.RuleError = "metric/target-side: %[1]s asks for the worse; the metric is better where it is %[2]s"
	// ErrNegative is a figure below 0 that cannot be.
	ErrNegative invalid.RuleError = "metric/negative: %[1]s is below 0"
)

// The rules that measurements are judged by.
const (
	// ErrMetric is a measurement of a metric that is not defined.
	ErrMetric invalid.RuleError = "metric/unknown: there is no metric %[1]s"
	// ErrBase is a base that the definition does not have.
	ErrBase invalid.RuleError = "metric/base: %[1]s is no base of %[2]s; it has %[3]s"
	// ErrBaseOpen is a measurement that does not say which of several bases it is of.
	ErrBaseOpen invalid.RuleError = "metric/base-open: say which base %[1]s is of: %[2]s"
	// ErrWhole is a part of a thing that is counted.
	ErrWhole invalid.RuleError = "metric/whole: %[1]s are counted, so there is no %[2]s of them"
	// ErrAbove is a part larger than its whole.
	ErrAbove invalid.RuleError = "metric/above: %[1]s is more than the %[2]s it is a part of"
	// ErrOpenPeriod is a period without an end.
	ErrOpenPeriod invalid.RuleError = "metric/open-period: give the end; what goes on cannot be counted yet"
	// ErrCycle is a measurement of another length than the metric is judged by.
	ErrCycle invalid.RuleError = "metric/cycle: %[1]s is judged by the %[2]s, which %[3]s is not"
	// ErrNoParts is a total of nothing.
	ErrNoParts invalid.RuleError = "metric/no-parts: there is nothing to add"
	// ErrMixed is a measurement of another thing than the one it is added to or compared with.
	ErrMixed invalid.RuleError = "metric/mixed: %[1]s does not go with %[2]s"
	// ErrOutside is a part with days outside the whole.
	ErrOutside invalid.RuleError = "metric/outside: %[1]s is not within %[2]s"
	// ErrWholeScope is the whole added to one of its parts.
	ErrWholeScope invalid.RuleError = "metric/whole-scope: this is of the whole, and %[1]s would count twice"
	// ErrOverlap is a day that is counted twice.
	ErrOverlap invalid.RuleError = "metric/overlap: days of %[1]s are counted in %[2]s as well"
	// ErrGap is a stretch of days for which a scope is not measured.
	ErrGap invalid.RuleError = "metric/gap: for the scope %[1]s nothing is measured in %[2]s"
	// ErrStock is a figure of one day added over days.
	ErrStock invalid.RuleError = "metric/stock: %[1]s is as of a day and does not add over periods; %[2]s is not %[3]s"
	// ErrNotBefore is a former period that is not former.
	ErrNotBefore invalid.RuleError = "metric/not-before: %[1]s does not end before %[2]s begins"
	// ErrLengths is two periods that are not equally long.
	ErrLengths invalid.RuleError = "metric/lengths: %[1]s and %[2]s are not equally long"
	// ErrNoValue is a number asked of a value that has none.
	ErrNoValue invalid.RuleError = "metric/no-value: %[1]s has no value: %[2]s"
	// ErrNotPercent is a percentage asked of a metric that is no share or ratio.
	ErrNotPercent invalid.RuleError = "metric/not-percent: %[1]s is of the kind %[2]s and has no percentage"
	// ErrFormerZero is a relative change from 0.
	ErrFormerZero invalid.RuleError = "metric/former-zero: %[1]s was 0 before, so its growth has no percentage"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrFigureScale, ZH: "%[1]s 超过六位小数"},
		{Text: ErrFigureRange, ZH: "%[1]s 超出 9223372036854.775807"},
		{Text: ErrStep, ZH: "%[1]s 不能作为舍入单位，必须大于 0"},
		{Text: ErrMode, ZH: "%[1]s 不是舍入方式"},
		{Text: ErrCode, ZH: "%[1]s 不是代码，不能含空白"},
		{Text: ErrTwice, ZH: "%[1]s 重复给出"},
		{Text: ErrNoName, ZH: "须写明名称（中文或英文）"},
		{Text: ErrUnit, ZH: "%[1]s 不是单位，不能含空白"},
		{Text: ErrUnitRefused, ZH: "占比是纯数，没有单位 %[1]s；单位写在分子和分母上"},
		{Text: ErrUnits, ZH: "占比的分子分母必须同单位：分子为 %[1]s，分母为 %[2]s"},
		{Text: ErrNeedsBase, ZH: "类型为 %[1]s 的指标必须写明分母"},
		{Text: ErrHasBase, ZH: "类型为 %[1]s 的指标没有分母"},
		{Text: ErrTargetShare, ZH: "%[1]s 不能作为占比的目标，占比在 0 到 1 之间；百分之九十八写作 0.98"},
		{Text: ErrTargetSide, ZH: "目标“%[1]s”与指标方向“%[2]s”相反"},
		{Text: ErrNegative, ZH: "%[1]s 小于 0"},

		{Text: ErrMetric, ZH: "没有指标 %[1]s"},
		{Text: ErrBase, ZH: "%[1]s 不是 %[2]s 的分母；可选：%[3]s"},
		{Text: ErrBaseOpen, ZH: "须写明 %[1]s 的分母口径：%[2]s"},
		{Text: ErrWhole, ZH: "%[1]s 按个数计，不能是 %[2]s"},
		{Text: ErrAbove, ZH: "分子 %[1]s 大于分母 %[2]s"},
		{Text: ErrOpenPeriod, ZH: "须写明截止日；没有结束的期间无法统计"},
		{Text: ErrCycle, ZH: "%[1]s 按“%[2]s”考核，%[3]s 不是这样的期间"},
		{Text: ErrNoParts, ZH: "没有可汇总的数据"},
		{Text: ErrMixed, ZH: "%[1]s 与 %[2]s 口径不同，不能放在一起"},
		{Text: ErrOutside, ZH: "%[1]s 不在 %[2]s 之内"},
		{Text: ErrWholeScope, ZH: "这是整体的数据，%[1]s 会被重复计算"},
		{Text: ErrOverlap, ZH: "%[1]s 中有日期已计入 %[2]s"},
		{Text: ErrGap, ZH: "范围 %[1]s 在 %[2]s 没有数据"},
		{Text: ErrStock, ZH: "%[1]s 是时点指标，不能跨期间相加；%[2]s 不是 %[3]s"},
		{Text: ErrNotBefore, ZH: "%[1]s 没有在 %[2]s 开始之前结束"},
		{Text: ErrLengths, ZH: "%[1]s 与 %[2]s 长短不同"},
		{Text: ErrNoValue, ZH: "%[1]s 没有数值：%[2]s"},
		{Text: ErrNotPercent, ZH: "%[1]s 的类型为 %[2]s，没有百分比"},
		{Text: ErrFormerZero, ZH: "%[1]s 上期为 0，没有增长率"},
	}
}

// words are the Chinese of the words that stand as arguments in the texts.
func words() map[string]string {
	return map[string]string{
		KindShare.String(): "占比", KindRatio.String(): "比率", KindMean.String(): "平均值",
		KindCount.String(): "数量", KindAmount.String(): "总量",
		HigherIsBetter.String(): "越高越好", LowerIsBetter.String(): "越低越好",
		AtLeast.String(): "不低于", AtMost.String(): "不高于", Above.String(): "高于", Below.String(): "低于",
		Monthly.String(): "月", Quarterly.String(): "季度", HalfYearly.String(): "半年", Yearly.String(): "年",
		Unknown.String(): "未知", NotApplicable.String(): "不适用",
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error {
	return errors.Join(invalid.Register(b, texts()), invalid.RegisterWords(b, words()))
}
