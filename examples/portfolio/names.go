package main

import "strconv"

// zones are the parts of the portfolio (片区); their codes are A, B, C and so on.
func zones() []string {
	return []string{"滨江片区", "东湖片区", "新城片区", "北苑片区", "南桥片区", "西山片区", "锦园片区", "云栖片区", "金沙片区", "学府片区"}
}

// zoneCode returns the code of the n-th zone.
func zoneCode(n int) string { return string(rune('A' + n)) }

// repriced is the zone whose management fee changes in the middle of the month.
const repriced = 6

// developerOf returns the code of the developer who built a zone.
func developerOf(zone string) string { return "DEV-" + zone }

// personName returns a name of the usual two or three characters.
func personName(d *dice) string {
	surnames := []rune("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡")
	given := []rune("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文志海燕鹏辉宁欣怡子涵浩然雨晨梓轩")
	name := []rune{surnames[d.below(len(surnames))], given[d.below(len(given))]}
	if d.percent(70) {
		name = append(name, given[d.below(len(given))])
	}
	return string(name)
}

// companyName returns the name of a company that rents or owns a shop or an office.
func companyName(d *dice) string {
	first, second := []rune("华中恒远安信达康泰鼎宏瑞"), []rune("诚达信航盛源博创联益丰通")
	trades := []string{"咨询", "科技", "贸易", "餐饮", "设计", "软件", "文化传媒", "企业管理"}
	return string([]rune{first[d.below(len(first))], second[d.below(len(second))]}) + trades[d.below(len(trades))] + "有限公司"
}

// pad writes a number with leading zeros.
func pad(n, width int) string {
	digits := strconv.Itoa(n)
	for len(digits) < width {
		digits = "0" + digits
	}
	return digits
}
