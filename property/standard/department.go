package standard

// Departments names the departments of the rules (部门), by what the IDs of their clauses begin with: MAINT 工程维修 of MAINT-01. A contract
// may have others. It is made anew at every call and belongs to the caller.
func Departments() []Term {
	return []Term{
		department("PROP", "物业管理", "property"),
		department("BILL", "收费", "fees"),
		department("MAINT", "工程维修", "engineering"),
		department("SEC", "秩序维护（安保）", "security"),
		department("CLEAN", "保洁绿化", "cleaning and greening"),
		department("KPI", "考核", "assessment"),
		department("CS", "客户服务", "customer service"),
		department("STAFF", "人事培训", "staff and training"),
		department("EMER", "应急", "emergencies"),
		department("ARCH", "档案", "archives"),
		department("EVENT", "活动与会务", "events and meetings"),
	}
}

func department(code, zh, en string) Term {
	t := Term{Code: code}
	t.Name.ZH, t.Name.EN = zh, en
	return t
}
