package csv

import (
	"strings"
)

// ownEvidenceHeaders returns the headers of records, subjects or figures.
func ownEvidenceHeaders(k Kind) map[string][]string {
	if k == Subjects {
		return map[string][]string{
			"subject.kind": {"kind", "类别", "对象类别"},
			"subject.id":   {"id", "编号", "对象编号"},
		}
	}
	if k == Figures {
		return map[string][]string{
			"figure.code":    {"figure", "数值", "指标", "指标编号"},
			"figure.subject": {"subject", "对象", "对象编号"},
			"figure.value":   {"value", "值", "数值大小"},
			"figure.start":   {"start", "起始日", "开始日期"},
			"figure.last":    {"last", "截止日", "结束日期"},
			"figure.end":     {"end"},
		}
	}
	return map[string][]string{
		"record.id":      {"id", "编号", "记录编号"},
		"record.kind":    {"kind", "类别", "记录类别"},
		"record.subject": {"subject", "对象", "对象编号"},
		"record.at":      {"at", "时间", "发生时间", "开始时间"},
		"record.on":      {"on", "日期", "起始日", "签发日期"},
		"record.until":   {"until", "结束时间"},
		"record.last":    {"last", "有效期至", "截止日", "到期日"},
		"record.actor":   {"actor", "人员", "经办人"},
	}
}

// ownEvidence adds the open columns of a table of evidence without a mapping: those that are headed as the field is called, field.level.
func (t *table) ownEvidence(k Kind, sources map[string]Source) {
	for i, h := range t.headers {
		if _, ok := evidenceField(k, h); !ok {
			continue
		}
		s := Source{Position: i + 1}
		if strings.HasPrefix(h, itemPrefix) {
			s.Values, s.Keep = ownOutcomes(), true
		}
		sources[h] = s
	}
}

// ownOutcomes returns the words of what became of an item.
func ownOutcomes() map[string]string {
	return map[string]string{"合格": "pass", "不合格": "fail", "不适用": "na", "√": "pass", "×": "fail", "N/A": "na"}
}
