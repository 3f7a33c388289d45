package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/schedule"
)

// ChinaPublications returns what a property company in China makes public (物业服务信息公开事项), for a calendar: the duties of the Civil Code
// and of local rules, and those of the standards that this library's rules come from.
//
// Intervals and days that the sources do not state for the whole country are left open, and the notes say what some cities ask for. While they
// are, the item is unknown: fill them in from the local rules and the contract.
//
// Source: 民法典 art. 943; 北京市物业管理条例 art. 70, 湖州市物业管理条例 art. 31; BILL-32, BILL-33, KPI-22, KPI-64, CS-61.
func ChinaPublications(calendar string) Publications {
	out := Publications{
		Code: "china", Name: metric.Name{ZH: "物业服务信息公开事项", EN: "What a property company makes public"}, Calendar: calendar,
	}
	out.Items = slices.Concat(chinaStanding(), chinaStatements(), chinaRules())
	for i := range out.Items {
		out.Items[i].Evidence = publicationRecord
	}
	return out
}

// publicationRecord is the kind of record that publications become.
const publicationRecord = "publication"

// posted is something that stays up for as long as it holds.
func posted(code, zh, en string, s Source) PublicationItem {
	return PublicationItem{
		Code: code, Name: metric.Name{ZH: zh, EN: en}, To: []Audience{ToOwners}, Due: PublicationDue{Once: &PublicationOnce{}}, Standing: true, Source: s,
	}
}

// statement is something for each period; an unset unit is one that the source does not state.
func statement(code, zh, en string, in schedule.Unit, s Source) PublicationItem {
	return PublicationItem{
		Code: code, Name: metric.Name{ZH: zh, EN: en}, To: []Audience{ToOwners}, Due: PublicationDue{Every: &PublicationEvery{In: in}}, Source: s,
	}
}

// local are the rules of two cities that list what is posted.
func local() Source {
	return Source{Doc: "北京市物业管理条例；湖州市物业管理条例", Place: "第七十条；第三十一条"}
}

func civilCode() Source { return Source{Doc: "民法典", Place: "第九百四十三条"} }

func chinaStanding() []PublicationItem {
	return []PublicationItem{
		posted("licence", "营业执照、项目负责人和联系方式", "Licence, manager in charge and contacts", local()),
		posted("services", "服务事项、负责人员和质量要求", "Services, the people in charge and the standards", civilCode()),
		posted("maintainers", "电梯、消防等维护保养单位和联系方式", "Who maintains lifts and fire facilities, and contacts", local()),
		posted("parking", "车位、车库的出售和出租情况", "Parking spaces sold and leased", local()),
		posted("decoration", "正在进行的房屋装饰装修情况", "Decoration in progress", local()),
	}
}

func chinaStatements() []PublicationItem {
	performance := statement("performance", "上一年度物业服务合同履行情况", "Performance of the contract in the last year", schedule.Year, local())
	accounts := statement("accounts", "上一年度项目收支情况", "Income and expense of the last year", schedule.Year, local())
	budget := statement("budget", "本年度项目收支预算", "Budget of this year", schedule.Year, local())
	budget.Note = metric.Name{ZH: "来源未写明日期；可改用 by 或 during", EN: "the source gives no day; say it by a day of the year, or during it"}
	energy := statement("energyShares", "公共水电用量、单价、金额和分摊情况", "Common water and power: usage, unit price, amount and shares", 0, local())
	energy.Note = metric.Name{ZH: "北京：每年；杭州：每个收费周期", EN: "Beijing: yearly; Hangzhou: each cycle"}
	fund := statement("fund", "住宅专项维修资金使用情况", "Use of the special maintenance fund", 0, civilCode())
	fund.Note = metric.Name{ZH: "民法典只要求定期；上海：每半年", EN: "the Civil Code says regularly; Shanghai: each half year"}
	common := statement("commonIncome", "业主共有部分的经营与收益情况", "Business on common parts and its income", 0, civilCode())
	common.Note = metric.Name{ZH: "民法典只要求定期；上海：每季度", EN: "the Civil Code says regularly; Shanghai: each quarter"}
	return []PublicationItem{performance, accounts, budget, energy, fund, common}
}

// chinaRules are those of the standards that this library's rules come from.
func chinaRules() []PublicationItem {
	prices := posted("prices", "收费项目和收费标准", "Charges and their standards", Source{Doc: "001", Place: "§15三(一)1-6)"})
	prices.Clause = "BILL-32"
	fees := statement("serviceFees", "物业服务费或物业服务资金收支情况", "Income and expense of the service fee or fund", 0, Source{Doc: "002", Place: "1.1六(一)8"})
	fees.Clause, fees.Note = "BILL-33", metric.Name{ZH: "间隔按规定和合同约定", EN: "the interval is that of the rules and the contract"}
	results := statement("assessment", "考核结果", "Results of the assessment", schedule.Year, Source{Doc: "001", Place: "§9三(四)4"})
	results.Clause, results.To, results.Where = "KPI-22", []Audience{ToPublic}, []Medium{InPress, OnSite}
	results.Note = metric.Name{ZH: "来源只写适时", EN: "the source only says in due time"}
	promises := posted("promises", "工作指标和服务承诺", "Indicators and service promises", Source{Doc: "000", Place: "C五"})
	promises.Clause = "KPI-64"
	account := statement("account", "公众号发布物业通知和维修保养知识", "Notices and maintenance knowledge on the public account", 0, Source{Doc: "001", Place: "§6三3.3"})
	account.Clause, account.Where = "CS-61", []Medium{OnAccount}
	account.Note = metric.Name{ZH: "来源只写定期", EN: "the source only says regularly"}
	return []PublicationItem{prices, fees, results, promises, account}
}
