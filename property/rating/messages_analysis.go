package rating

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

func analysisTexts() []invalid.Translation {
	return slices.Concat(rankTexts(), []invalid.Translation{
		{Text: ErrNoScore, ZH: "%[1]s 没有得分：%[2]s"},
		{Text: ErrNoBetter, ZH: "没有比 %[1]s 更高的等级"},
		{Text: ErrNoBand, ZH: "没有等级 %[1]s；现有：%[2]s"},
		{Text: ErrCostOf, ZH: "成本须针对一条检查发现、一个评分项（可再指明扣分种类或指标，二者至多其一）或全表的一种扣分"},
		{Text: ErrCost, ZH: "请写明成本（0 或以上），或写明无法整改，二者取一"},
		{Text: ErrCostRange, ZH: "%[1]s 过大；成本不超过 1000000000"},
		{Text: ErrCostTo, ZH: "%[1]s 不能改为 %[2]s"},
		{Text: ErrOutOf, ZH: "满分 %[1]s 与满分 %[2]s 的得分不可比较"},
		{Text: ErrReweigh, ZH: "每项调整须针对一个评分项或一个部分：评分项给出权重或分值，部分只给出权重"},
	})
}
