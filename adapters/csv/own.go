package csv

import "strings"

// OwnMapping returns the mapping of a table with the package's own headers, in
// English and Chinese. It is what a Mapping without fields stands for, and a
// mapping to start from.
//
// Of a table without a mapping the columns externalId.SYSTEM are read as well, and of a table of sheets
// the columns level.ITEM, figure.ITEM, count.ITEM/KIND and fact.NAME, of tables of records and subjects the columns field.NAME,
// event.NAME, event.NAME.reason and item.CODE.
func OwnMapping(k Kind) Mapping {
	m := Mapping{Kind: k, Fields: map[string]Source{}}
	headers := ownHeaders(m.kind())
	for _, f := range fieldsOf(m.kind()) {
		columns := headers[f.name]
		if strings.Contains(f.name, ".") {
			columns = append([]string{f.name}, columns...)
		}
		m.Fields[f.name] = Source{Columns: columns, Optional: !f.required, Values: ownWords(f.name)}
	}
	for name, s := range m.Fields {
		s.Keep = len(s.Values) > 0
		m.Fields[name] = s
	}
	return m
}

// ownSources returns the fields of the package's own headers that the table has.
func (t *table) ownSources(k Kind, all []field) map[string]Source {
	sources := OwnMapping(k).Fields
	prefix, external := strings.CutSuffix(all[0].name, "code")
	for i, h := range t.headers {
		system, ok := strings.CutPrefix(strings.TrimPrefix(h, prefix), "externalId.")
		if ok && external && system != "" {
			sources[prefix+"externalId."+system] = Source{Position: i + 1}
		}
	}
	if k == Sheets {
		t.ownMarks(sources)
	}
	if k.isEvidence() {
		t.ownEvidence(k, sources)
	}
	return sources
}

func ownHeaders(k Kind) map[string][]string {
	switch k {
	case Buildings:
		return map[string][]string{
			"code":      {"code", "楼号", "楼栋", "楼栋号", "栋号", "幢号", "楼栋编号"},
			"name":      {"name", "楼栋名称", "楼名", "名称"},
			"zone":      {"zone", "片区", "组团", "分区"},
			"grossArea": areaHeaders("grossArea", "总建筑面积", "建筑面积"),
			"floors":    {"floors", "层数", "地上层数", "总层数"},
			"basements": {"basements", "地下层数"},
			"lifts":     {"lifts", "电梯数", "电梯数量"},
		}
	case Parties:
		return map[string][]string{
			"code":      {"code", "编号", "客户编号", "业主编号"},
			"name":      {"name", "名称", "姓名", "客户名称", "业主姓名", "业主"},
			"developer": {"developer", "建设单位", "开发商"},
		}
	case Tenancies:
		return map[string][]string{
			"code":      {"code", "编号", "合同编号"},
			"unit":      {"unit", "房号", "房屋编号"},
			"kind":      {"kind", "类型", "性质"},
			"holders":   {"holders", "持有人", "权利人", "持有人编号"},
			"start":     {"start", "起始日", "开始日期", "起租日"},
			"last":      {"last", "止日", "截止日", "结束日期", "到期日"},
			"end":       {"end"},
			"pays":      {"pays", "承担费用"},
			"movedIn":   {"movedIn", "入住日", "入住日期", "迁入日"},
			"movedOut":  {"movedOut", "迁出日", "迁出日期"},
			"endReason": {"endReason", "终止原因", "退租原因"},

			"agreedFee":        {"agreedFee", "约定费用", "约定费用编号"},
			"agreedPrice":      {"agreedPrice", "约定价格", "约定单价", "租金单价"},
			"escalationRate":   {"escalationRate", "递增比例", "递增率"},
			"escalationMonths": {"escalationMonths", "递增周期(月)", "递增周期"},
			"freeStart":        {"freeStart", "免租起", "免租起始日"},
			"freeLast":         {"freeLast", "免租止", "免租截止日"},
		}
	case Meters:
		return map[string][]string{
			"meter":      {"meter", "表号", "仪表", "仪表编号"},
			"kind":       {"kind", "种类", "表类型", "仪表种类"},
			"unit":       {"unit", "房号", "房屋编号"},
			"measures":   {"measures", "计量单位", "单位"},
			"parent":     {"parent", "总表", "上级表"},
			"serial":     {"serial", "出厂编号", "表身号"},
			"installed":  {"installed", "安装日", "安装日期"},
			"start":      {"start", "起码", "安装起码"},
			"removed":    {"removed", "拆除日", "拆表日期"},
			"final":      {"final", "止码", "拆除止码"},
			"multiplier": {"multiplier", "倍率"},
			"digits":     {"digits", "位数", "表位数"},
			"verified":   {"verified", "检定日", "检定日期"},
			"verifyBy":   {"verifyBy", "检定有效期", "检定到期日"},
		}
	case Readings:
		return map[string][]string{
			"meter":      {"meter", "表号", "仪表", "仪表编号"},
			"on":         {"on", "抄表日", "抄表日期"},
			"opening":    {"opening", "日初"},
			"band":       {"band", "时段"},
			"value":      {"value", "读数", "示数", "表底", "本次读数"},
			"source":     {"source", "抄表方式", "来源"},
			"rolledOver": {"rolledOver", "翻转", "翻零"},
			"accepted":   {"accepted", "异常说明"},
			"reader":     {"reader", "抄表人", "抄表员"},
			"photo":      {"photo", "照片"},
		}
	case Cases:
		return ownCaseHeaders()
	case Events:
		return ownEventHeaders()
	case Sheets:
		return ownSheetHeaders()
	case Records, Subjects, Figures:
		return ownEvidenceHeaders(k)
	case Units:
		return ownUnitHeaders()
	default:
		return ownUnitHeaders()
	}
}

func ownUnitHeaders() map[string][]string {
	return map[string][]string{
		"unit.code":         {"code", "房号", "房屋编号", "房间号", "户号"},
		"unit.building":     {"building", "楼号", "楼栋", "楼栋号", "栋号", "幢号"},
		"unit.entrance":     {"entrance", "单元", "单元号"},
		"unit.floor":        {"floor", "楼层", "所在楼层"},
		"unit.use":          {"use", "用途", "房屋用途", "房屋类型"},
		"unit.side":         {"side", "院落位置"},
		"unit.spaces":       {"spaces", "车位数", "车位数量"},
		"unit.area":         areaHeaders("area", "建筑面积"),
		"unit.internalArea": areaHeaders("internalArea", "套内面积", "套内建筑面积"),
		"unit.areaFrom":     {"areaFrom", "面积起始日"},
		"unit.soldOn":       {"soldOn", "售出日", "售出日期", "销售日期"},
		"unit.deliveredOn":  {"deliveredOn", "交付日", "交付日期", "交房日期", "收房日期"},
		"unit.payer":        {"payer", "默认付费人编号", "付费人编号"},
		"unit.payerName":    {"payerName", "默认付费人", "付费人"},
		"building.name":     {"buildingName", "楼栋名称", "楼名"},
		"building.zone":     {"zone", "片区", "组团", "分区"},
		"building.floors":   {"buildingFloors", "总层数", "地上层数"},
		"owner.code":        {"ownerCode", "业主编号"},
		"owner.name":        {"owner", "ownerName", "业主", "业主姓名", "业主名称"},
		"owner.shares":      {"ownerShares", "份额", "共有份额"},
		"owner.since":       {"ownerSince", "since", "起始日", "产权起始日"},
		"owner.movedIn":     {"ownerMovedIn", "movedIn", "入住日", "入住日期"},
		"tenant.code":       {"tenantCode", "承租人编号", "租户编号"},
		"tenant.name":       {"tenant", "tenantName", "承租人", "承租人姓名", "租户"},
		"tenant.kind":       {"tenantKind", "租赁类型"},
		"tenant.since":      {"tenantSince", "起租日", "租赁起始日"},
		"tenant.until":      {"tenantUntil", "租赁到期日", "租赁止日"},
		"tenant.pays":       {"tenantPays", "承租人承担费用", "租户承担费用"},
	}
}

// areaHeaders returns an area's headers with and without the unit that people write
// behind them.
func areaHeaders(english string, names ...string) []string {
	out := []string{english}
	for _, n := range names {
		out = append(out, n, n+"(㎡)", n+"(m²)", n+"(m2)", n+"(平方米)")
	}
	return out
}

// ownWords returns the Chinese words of a field's values, and what they mean here.
func ownWords(name string) map[string]string {
	switch name {
	case "unit.use":
		return map[string]string{
			"住宅": "dwelling", "商铺": "shop", "写字楼": "office", "办公": "office", "车位": "parking", "院落": "yard", "商场": "mall",
		}
	case "unit.side":
		return map[string]string{"南": "south", "南院": "south", "北": "north", "北院": "north", "南北": "both", "南北院": "both"}
	case "kind", "tenant.kind":
		return map[string]string{
			"产权": "ownership", "租赁": "lease", "公租": "publicRental", "公租房": "publicRental", "短租": "shortLet", "自用": "selfUse",
		}
	case "endReason":
		return map[string]string{
			"转变投资地点": "relocation", "转变投资方向": "changeOfDirection", "兼并": "merger", "破产": "bankruptcy", "其他": "other",
		}
	case "event.name":
		return ownEventWords()
	case "source":
		return map[string]string{"人工": "manual", "手工": "manual", "远传": "remote", "自动": "remote", "估抄": "estimated", "估算": "estimated"}
	case "measures":
		return map[string]string{"度": "kWh", "千瓦时": "kWh", "立方米": "m3", "方": "m3", "吨": "m3", "吉焦": "GJ"}
	case "developer", "opening", "rolledOver":
		return map[string]string{"是": "true", "否": "false", "yes": "true", "no": "false", "1": "true", "0": "false"}
	case "tenant.pays", "pays":
		return map[string]string{"全部": "*", "全部费用": "*"}
	default:
		return nil
	}
}
