package rating

import "github.com/wuyekit/wuye/property/invalid"

func schemeTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrTwice, ZH: "%[1]s 重复给出"},
		{Text: ErrTooMany, ZH: "共 %[1]s 项，至多 %[2]s 项"},
		{Text: ErrUnknown, ZH: "没有 %[1]s"},
		{Text: ErrNegative, ZH: "%[1]s 小于 0"},
		{Text: ErrNotAbove, ZH: "%[1]s 应大于 0"},
		{Text: ErrEdges, ZH: "等级只能以“达到”或“高于”某分数起算，不能两者兼有"},
		{Text: ErrHidden, ZH: "该行永远不会满足：前面的第 %[1]s 行已涵盖它；请把最好的等级写在最前"},
		{Text: ErrVetoBand, ZH: "effect 为 limit 的否决事项须写明最高等级，其他的不写"},

		{Text: ErrGate, ZH: "上报门槛针对下一层级 %[1]s，而此处写的是 %[2]s"},
		{Text: ErrGateFirst, ZH: "第一个考核层级之下没有可上报的层级"},
		{Text: ErrGateCycle, ZH: "下一层级的 %[1]s 轮次不在 %[2]s 轮次之内"},
		{Text: ErrUngated, ZH: "没有上报门槛时，一切都视为已上报"},
		{Text: ErrBandNeeds, ZH: "考评办法没有评分项和部分，等级不能有最低要求"},
		{Text: ErrCalendar, ZH: "没有日历 %[1]s；现有：%[2]s"},
		{Text: ErrCalendarNeeded, ZH: "请写明日历；否则无从知道哪些是休息日"},
		{Text: ErrCivilSpan, ZH: "%[1]s 不是以日或月计的期限"},
		{Text: ErrNoticeSpan, ZH: "%[1]s 不是以日、月或工作日计的期限"},

		{Text: ErrOtherScheme, ZH: "这是考评办法 %[1]s 的年度，不是 %[2]s 的"},
		{Text: ErrNth, ZH: "没有第 %[1]s 轮；一年有第 1 至 %[2]s 轮"},
		{Text: ErrNotTaken, ZH: "考核层级 %[1]s 不采用评分细则 %[2]s 的得分"},
		{Text: ErrNotReported, ZH: "%[1]s 在考核层级 %[2]s 第 %[3]s 轮有得分，但下一层级未上报该轮；请核对上报门槛"},
		{Text: ErrNoGroup, ZH: "考核层级 %[1]s 取所在组的平均分；请写明项目属于哪一组"},
		{Text: ErrOtherYear, ZH: "%[1]s 不在 %[2]s 年"},
		{Text: ErrLaterYear, ZH: "%[1]s 年度的结果不可能影响 %[2]s 年度"},
	}
}
