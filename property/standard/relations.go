package standard

import "github.com/wuyekit/wuye/property/metric"

// Relations returns the clauses that no contract asks for together (条款关系): two grades of one duty, clauses that contradict each
// other, and several ways to do one thing, of different parts of the sources. Where it says so, what they are about parts them, and both
// may stand in one contract.
//
// Source: the contradictions between the sources of the rules, X-01 to X-55.
func Relations() []Relation {
	return []Relation{
		relation(Grades, "X-01", "到场时限：半小时、15分钟，或按合同", "arrival at a repair: half an hour, a quarter, or as the contract says", "MAINT-01", "MAINT-04", "MAINT-05"),
		relation(Grades, "X-15", "每日清扫2次：任意两次，或早晚各一次", "swept twice a day: at any time, or morning and evening", "CLEAN-04", "CLEAN-15"),
		relation(Grades, "X-13", "楼道：每周拖洗，或每日干湿拖洗", "stairs and corridors: mopped weekly, or wet and dry every day", "CLEAN-05", "CLEAN-16"),
		relation(Grades, "X-03", "意见征询：每年一次，或每半年一次", "survey: once a year, or once every half year", "KPI-26", "KPI-27"),
		relation(Grades, "X-04", "满意率：85%、95%或99%", "satisfaction: 85 %, 95 % or 99 %", "KPI-24", "KPI-26", "KPI-28"),
		relation(Grades, "X-12", "消防演习：每年两次，或一次", "fire drills: two a year, or one", "SEC-16", "SEC-17"),
		relation(Opposed, "X-55", "先服务后收费，或先收押金", "service first and charge afterwards, or a deposit first", "BILL-06", "BILL-19"),
		parted("X-38", "户内维修收费，或免费；按服务项目分列", "repair at home charged, or free: parted by the list of items", "BILL-27", "BILL-28"),
		parted("X-33", "用临时工，或不用；按是否涉密、关键岗位分列", "temporary workers allowed, or not: parted by confidential and key posts", "STAFF-33", "STAFF-34"),
		relation(Opposed, "X-53", "不得擅自接听电话，或铃响三声前接听", "phones not to be answered, or answered before the third ring", "SEC-55", "CS-04"),
		relation(Alternatives, "X-34", "车辆进出：证卡、登记换证，或记时卡", "vehicles: pass or card, register and swap, or timing card", "SEC-06", "SEC-35", "BILL-16"),
		relation(Alternatives, "X-31", "敲门：两种做法", "knocking at a door: two ways", "CS-11", "CS-14", "MAINT-63", "CLEAN-49"),
	}
}

func relation(kind RelationKind, source, zh, en string, clauses ...string) Relation {
	return Relation{Clauses: clauses, Kind: kind, Source: source, Note: metric.Name{ZH: zh, EN: en}}
}

// parted is a relation of opposed clauses that what they are about keeps apart.
func parted(source, zh, en string, clauses ...string) Relation {
	r := relation(Opposed, source, zh, en, clauses...)
	r.Parted = true
	return r
}
