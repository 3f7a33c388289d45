package csv

import "maps"

// ownFactHeaders returns the headers of what both layouts of cases have.
func ownFactHeaders() map[string][]string {
	return map[string][]string{
		"case.id":        {"id", "工单编号", "工单号", "编号"},
		"case.category":  {"category", "类别", "类型"},
		"case.priority":  {"priority", "优先级", "紧急程度"},
		"case.group":     {"group", "分组"},
		"field.agreedAt": {"agreedAt", "预约时间", "约定时间"},
	}
}

func ownCaseHeaders() map[string][]string {
	out := map[string][]string{
		"event.reported":      {"reported", "报修时间", "报事时间", "投诉时间"},
		"event.accepted":      {"accepted", "受理时间", "接单时间"},
		"event.dispatched":    {"dispatched", "派单时间"},
		"event.arrived":       {"arrived", "到场时间", "到达时间"},
		"event.paused":        {"paused", "暂停时间"},
		"event.paused.reason": {"pausedReason", "暂停原因"},
		"event.resumed":       {"resumed", "恢复时间"},
		"event.resolved":      {"resolved", "完成时间", "完工时间"},
		"event.verified":      {"verified", "验收时间"},
		"event.calledBack":    {"calledBack", "回访时间"},
		"event.closed":        {"closed", "关闭时间", "结单时间"},
		"event.reopened":      {"reopened", "返修时间"},
		"event.cancelled":     {"cancelled", "撤单时间", "取消时间"},
	}
	maps.Copy(out, ownFactHeaders())
	return out
}

func ownEventHeaders() map[string][]string {
	out := map[string][]string{
		"event.name":   {"event", "事件", "动作"},
		"event.at":     {"at", "时间", "发生时间"},
		"event.reason": {"reason", "原因"},
		"event.actor":  {"actor", "人员", "经办人"},
		"event.note":   {"note", "备注"},
	}
	maps.Copy(out, ownFactHeaders())
	return out
}

// ownEventWords returns the Chinese words of events.
func ownEventWords() map[string]string {
	return map[string]string{
		"报修": "reported", "受理": "accepted", "接单": "accepted", "派单": "dispatched", "到场": "arrived", "到达": "arrived",
		"暂停": "paused", "恢复": "resumed", "完成": "resolved", "完工": "resolved", "验收": "verified", "回访": "calledBack",
		"关闭": "closed", "结单": "closed", "返修": "reopened", "撤单": "cancelled", "取消": "cancelled",
	}
}
