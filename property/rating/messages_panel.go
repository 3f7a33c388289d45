package rating

import "github.com/wuyekit/wuye/property/invalid"

func panelTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrAward, ZH: "没有评分的不能按满分计；只能剔除或计 0 分"},

		{Text: labelJoint, ZH: "评价组 %[1]s 的综合得分"},
		{Text: labelJointOpen, ZH: "评价组 %[1]s 无法得出分数；缺少：%[2]s"},
		{Text: labelSource, ZH: "来源 %[1]s 的平均分"},
		{Text: labelSourceZero, ZH: "来源 %[1]s 评分份数不足，计 0 分"},
		{Text: labelVote, ZH: "评价人 %[1]s 的评分"},
		{Text: labelSome, ZH: "一份评分"},
		{Text: labelVotes, ZH: "评分份数"},
	}
}
