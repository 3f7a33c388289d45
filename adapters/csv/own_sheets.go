package csv

import "strings"

func ownSheetHeaders() map[string][]string {
	return map[string][]string{
		"sheet.id":      {"id", "编号", "表号", "评分表编号"},
		"sheet.rubric":  {"rubric", "细则", "评分细则"},
		"sheet.version": {"version", "版本"},
		"sheet.project": {"project", "项目", "项目编号"},
		"sheet.on":      {"on", "日期", "检查日期", "评分日期"},
		"sheet.rater":   {"rater", "检查人", "评分人"},
		"sheet.source":  {"source", "评价方"},
	}
}

// ownMarks adds the columns of items of a table of sheets without a mapping: those that are headed as the field is
// called, level.ITEM.
func (t *table) ownMarks(sources map[string]Source) {
	for i, h := range t.headers {
		f, ok := sheetField(Sheets, h)
		if !ok {
			continue
		}
		s := Source{Position: i + 1}
		if f.setAbsent != nil {
			s.Values, s.Keep = map[string]string{"N/A": NotApplicable, "不适用": NotApplicable}, true
		}
		if strings.HasPrefix(h, factPrefix) {
			s.Values, s.Keep = ownWords("developer"), true
		}
		sources[h] = s
	}
}
