package rating_test

import (
	"fmt"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

func ExampleStarScheme() {
	s := rating.StarScheme()
	s.Vetoes[0].AtLeast = 3 // this district: three valid complaints are many
	for i := range s.Vetoes {
		s.Vetoes[i].Scope = rating.OfProject // and a veto hits the project alone
	}
	for _, b := range s.Bands[:3] {
		fmt.Println(b.Name.ZH, b.From)
	}
	fmt.Println(s.Vetoes[0].Name.ZH, s.Vetoes[0].AtLeast)
	// Output:
	// 五星 90
	// 四星 85
	// 三星 80
	// 因服务差，有效投诉较多，且处理不力 3
}

func ExampleDemonstrationRubric() {
	r := rating.DemonstrationRubric()
	r.Sections[2].Items[3].Source = "本省2012年表 三.4" // what the printed form of the province says
	r.Sections[2].Items[3].Note = metric.Name{}
	for _, s := range r.Sections {
		fmt.Println(s.Name.ZH, s.Points, len(s.Items))
	}
	// Output:
	// 基础管理 32 19
	// 房屋管理与维修养护 14 7
	// 共用设备管理 15 10
	// 共用设施管理 4 4
	// 保安、消防、车辆管理 10 6
	// 环境卫生管理 10 7
	// 绿化管理 7 4
	// 精神文明建设 3 2
	// 管理效益 5 3
}

func ExampleGradeRubrics() {
	for _, r := range rating.GradeRubrics() {
		for _, s := range r.Sections {
			for _, i := range s.Items {
				if i.Code == "A6" {
					fmt.Println(r.Code, i.Name.ZH)
				}
			}
		}
	}
	// Output:
	// grade-1 设有服务接待中心，公示24小时服务电话
	// grade-2 公示16小时服务电话
	// grade-3 公示8小时服务电话
}

func ExampleShandongCreditRubric() {
	rules, err := rating.Compile(rating.ShandongCreditRubric())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, bad := range []bool{false, true} {
		sheet := rating.Sheet{
			ID: "2025-06",
			Marks: []rating.Mark{
				{Item: "basicPoints", Figure: metric.MustParseFigure("59")},
				{Item: "goodPoints", Figure: metric.MustParseFigure("0")},
			},
			Facts: []rating.Fact{{Name: "badRecord", Is: bad}},
		}
		result, err := rules.Rate(&sheet)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(result.Score, result.Band)
	}
	// Output:
	// 59 B
	// 59 C
}
