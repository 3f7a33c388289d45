package rating

import "github.com/wuyekit/wuye/property/invalid"

func standingTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelYear, ZH: "%[1]s 的 %[2]s 年度得分"},
		{Text: labelTier, ZH: "考核层级 %[1]s 的平均分"},
		{Text: labelGroup, ZH: "考核层级 %[1]s：%[2]s 共 %[3]s 个项目的平均分"},
		{Text: labelRound, ZH: "考核轮次 %[1]s 的得分"},
		{Text: labelRoundZero, ZH: "考核轮次 %[1]s 没有得分，计 0 分"},
		{Text: labelRounds, ZH: "计入平均的轮次数"},
		{Text: labelNullified, ZH: "%[1]s 的 %[2]s 年度得分，因否决事项 %[3]s 计 0 分"},
		{Text: labelNull, ZH: "项目 %[2]s 发生否决事项 %[1]s，计 0 分"},
		{Text: labelIsUnknown, ZH: "%[1]s 的 %[2]s 年度无法评定；缺少：%[3]s"},
		{Text: labelIsExcluded, ZH: "%[1]s 不列入 %[2]s 年度考核；否决事项：%[3]s"},
		{Text: labelIsNotReported, ZH: "%[1]s 的 %[2]s 年度不予评定；未上报到必需的考核层级"},
		{Text: labelIsIneligible, ZH: "%[1]s 不在 %[2]s 年度考核范围内"},
		{Text: labelIsBarred, ZH: "%[1]s 不参加 %[2]s 年度考核；%[3]s 年度的评定结果已取消：%[4]s"},
		{Text: labelIsRevoked, ZH: "%[1]s 的 %[2]s 年度评定结果已取消：%[3]s"},

		{Text: labelAward, ZH: "%[1]s 的 %[2]s 年度等级，取首个条件成立者"},
		{Text: labelAwardNone, ZH: "%[1]s 的 %[2]s 年度未达到任何等级"},
		{Text: labelAwardOpen, ZH: "%[1]s 的 %[2]s 年度等级取决于未说明的 %[3]s"},
		{Text: labelAwardMost, ZH: "项目 %[2]s 发生否决事项 %[1]s，等级最高为此"},
	}
}
