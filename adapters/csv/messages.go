package csv

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules tables and mappings are read by.
const (
	// ErrEncoding is bytes that the encoding does not have.
	ErrEncoding invalid.RuleError = "csv/encoding: the text stops being %[1]s at byte %[2]s, line %[3]s"
	// ErrNoEncoding is bytes that no encoding fits.
	ErrNoEncoding invalid.RuleError = "csv/no-encoding: the text stops being utf-8 at byte %[1]s, line %[2]s, and gb18030 at byte %[3]s, line %[4]s"
	// ErrOpenQuote is a quote that is never closed.
	ErrOpenQuote invalid.RuleError = "csv/open-quote: the quote opened on line %[1]s is never closed; it swallows the %[2]s line ends after it"
	// ErrAfterQuote is text between a closing quote and the delimiter.
	ErrAfterQuote invalid.RuleError = "csv/after-quote: after the closing quote on line %[1]s stands %[2]s; the quote was opened on line %[3]s"
	// ErrFewCells is a row that ends too early.
	ErrFewCells invalid.RuleError = "csv/few-cells: the row has %[1]s cells, not %[2]s; is there a line end inside a cell?"
	// ErrManyCells is a row with something in cells that have no header.
	ErrManyCells invalid.RuleError = "csv/many-cells: the row has %[1]s cells, the header %[2]s; is there a delimiter inside a cell?"
	// ErrNoHeader is a file that ends before its header, or whose header is blank.
	ErrNoHeader invalid.RuleError = "csv/no-header: there is no header in row %[1]s"
	// ErrHeaderTwice is a header that two columns have.
	ErrHeaderTwice invalid.RuleError = "csv/header-twice: columns %[2]s and %[3]s are both headed %[1]s; give the position instead"
	// ErrNoColumn is a column that the file does not have.
	ErrNoColumn invalid.RuleError = "csv/no-column: there is no column %[1]s in line %[2]s; there are %[3]s"
	// ErrNamed is a header in the mapping of a file without any.
	ErrNamed invalid.RuleError = "csv/named: the file has no header, so there is no column %[1]s; give the position"
	// ErrNoField is a field that rows of this kind do not have.
	ErrNoField invalid.RuleError = "csv/no-field: there is no field %[1]s in %[2]s; there are %[3]s"
	// ErrNoMarks is a table of sheets, or a mapping of one, in which no column is of an item.
	ErrNoMarks invalid.RuleError = "csv/no-marks: no column is of an item; head them level.ITEM, figure.ITEM or count.ITEM/KIND, or name them so in a mapping"
	// ErrNotFor is a setting that the field does not have.
	ErrNotFor invalid.RuleError = "csv/not-for: %[1]s does not apply to %[2]s"
	// ErrFactor is a factor or step that none can be.
	ErrFactor invalid.RuleError = "csv/factor: %[1]s is not a number above 0 of at most 40 digits"
	// ErrTemplate is a template that is none.
	ErrTemplate invalid.RuleError = "csv/template: %[1]s is not a template like {楼号}-{单元?}-{#3}"
	// ErrSameValue is a text that the table of values has twice.
	ErrSameValue invalid.RuleError = "csv/same-value: %[1]s and %[2]s are the same text with different values"
	// ErrEmptyPart is an empty cell in a template.
	ErrEmptyPart invalid.RuleError = "csv/empty-part: %[1]s is empty, which %[2]s does not allow; put a ? behind the name if it may be"
	// ErrUnknownValue is a text that the table of values does not have.
	ErrUnknownValue invalid.RuleError = "csv/unknown-value: %[1]s is not in the mapping's values"
	// ErrNumber is a text that is not a number.
	ErrNumber invalid.RuleError = "csv/number: %[1]s is not a number like 1234.50 or 1,234.50"
	// ErrFloor is a text that is not a floor.
	ErrFloor invalid.RuleError = "csv/floor: %[1]s is not a floor like 12, -1, B1 or 地下1层"
	// ErrDate is a text that is not a date.
	ErrDate invalid.RuleError = "csv/date: %[1]s is not a date like 2026-11-01, 2026/11/1, 2026.11.1, 20261101 or 2026年11月1日"
	// ErrInstant is a text that is not an instant.
	ErrInstant invalid.RuleError = "csv/instant: %[1]s is not a time like 2026-11-01 08:30, 2026/11/1 8:30:05, 2026年11月1日 8:30 or 2026-11-01T08:30:00+08:00"
	// ErrNoOffset is an instant that could be anywhere.
	ErrNoOffset invalid.RuleError = "csv/no-offset: %[1]s does not say on whose clocks; let the mapping's format name their zone, like Asia/Shanghai"
	// ErrZone is a zone that cannot be found.
	ErrZone invalid.RuleError = "csv/zone: %[1]s is not a time zone known here, like Asia/Shanghai"
	// ErrReasonAlone is a reason for something that did not happen.
	ErrReasonAlone invalid.RuleError = "csv/reason-alone: there is a reason, but no %[1]s"
	// ErrBareRate is a rate that may be meant as a percentage.
	ErrBareRate invalid.RuleError = "csv/bare-rate: %[1]s is not a rate like 5%% or 0.05; let the mapping multiply plain percentages by 0.01"
	// ErrTwice is a code that an earlier row has.
	ErrTwice invalid.RuleError = "csv/twice: %[1]s %[2]s is on line %[3]s already"
	// ErrDiffers is a further row of a unit that changes more than its area.
	ErrDiffers invalid.RuleError = "csv/differs: unit %[1]s is on line %[2]s already, with other facts than its area"
	// ErrConflict is a fact that contradicts an earlier row.
	ErrConflict invalid.RuleError = "csv/conflict: %[1]s %[2]s is %[3]s here and %[4]s on line %[5]s"
	// ErrUneven is a list that does not go with its codes.
	ErrUneven invalid.RuleError = "csv/uneven: there are %[1]s of these and %[2]s codes"
	// ErrNoStart is a holding without a first day.
	ErrNoStart invalid.RuleError = "csv/no-start: there is no day from which this party holds, here or in the options"
	// ErrTwoEnds is a last day that does not go with the end.
	ErrTwoEnds invalid.RuleError = "csv/two-ends: the last day %[1]s is not the day before the end %[2]s"
)

// Why rows are ignored, which is no fault of theirs.
const (
	// ErrPreamble is a row above the header.
	ErrPreamble invalid.RuleError = "csv/preamble: above the header"
	// ErrBlank is a row without any text.
	ErrBlank invalid.RuleError = "csv/blank: blank"
	// ErrMeetsRule is a row that meets a condition of the mapping.
	ErrMeetsRule invalid.RuleError = "csv/meets-rule: meets ignoreRows[%[1]s] of the mapping"
	// ErrAfterStop is the row that the mapping stops at, or one below it.
	ErrAfterStop invalid.RuleError = "csv/after-stop: at or below the row that meets stopAt of the mapping"
)

// Where a problem is: sentences around it, which is the last argument.
const (
	// ErrAtCell is a cell under a header.
	ErrAtCell invalid.RuleError = "csv/at-cell: line %[1]s, column %[2]s (%[3]s): %[4]s"
	// ErrAtColumn is a cell without a header.
	ErrAtColumn invalid.RuleError = "csv/at-column: line %[1]s, column %[2]s: %[3]s"
	// ErrAtRow is a row as a whole.
	ErrAtRow invalid.RuleError = "csv/at-row: line %[1]s: %[2]s"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrEncoding, ZH: "从第 %[2]s 字节（第 %[3]s 行）起不是 %[1]s 编码"},
		{Text: ErrNoEncoding, ZH: "从第 %[1]s 字节（第 %[2]s 行）起不是 UTF-8，从第 %[3]s 字节（第 %[4]s 行）起也不是 GB18030"},
		{Text: ErrOpenQuote, ZH: "第 %[1]s 行的引号没有闭合，其后 %[2]s 个换行都被并入"},
		{Text: ErrAfterQuote, ZH: "第 %[1]s 行闭合引号之后还有 %[2]s；该引号始于第 %[3]s 行"},
		{Text: ErrFewCells, ZH: "本行只有 %[1]s 格，应有 %[2]s 格；单元格内是否有换行？"},
		{Text: ErrManyCells, ZH: "本行有 %[1]s 格，表头只有 %[2]s 格；单元格内是否有分隔符？"},
		{Text: ErrNoHeader, ZH: "第 %[1]s 行没有表头"},
		{Text: ErrHeaderTwice, ZH: "第 %[2]s 列与第 %[3]s 列的表头都是 %[1]s；请改用列号"},
		{Text: ErrNoColumn, ZH: "第 %[2]s 行的表头中没有 %[1]s 列；现有：%[3]s"},
		{Text: ErrNamed, ZH: "文件没有表头，因而没有 %[1]s 列；请给出列号"},
		{Text: ErrNoField, ZH: "%[2]s 没有字段 %[1]s；可用字段：%[3]s"},
		{Text: ErrNoMarks, ZH: "没有一列对应评分项；请把列名写成 level.评分项、figure.评分项 或 count.评分项/扣分种类，或在映射中这样写明各列"},
		{Text: ErrNotFor, ZH: "%[1]s 不适用于 %[2]s"},
		{Text: ErrFactor, ZH: "%[1]s 不是至多 40 位的正数"},
		{Text: ErrTemplate, ZH: "%[1]s 不是模板（如 {楼号}-{单元?}-{#3}）"},
		{Text: ErrSameValue, ZH: "%[1]s 与 %[2]s 是同一文字，却对应不同的值"},
		{Text: ErrEmptyPart, ZH: "%[1]s 为空，而 %[2]s 不允许；如可为空，请在名称后加 ?"},
		{Text: ErrUnknownValue, ZH: "%[1]s 不在映射的取值表中"},
		{Text: ErrNumber, ZH: "%[1]s 不是数字（如 1234.50 或 1,234.50）"},
		{Text: ErrFloor, ZH: "%[1]s 不是楼层（如 12、-1、B1、地下1层）"},
		{Text: ErrDate, ZH: "%[1]s 不是日期（如 2026-11-01、2026/11/1、2026.11.1、20261101、2026年11月1日）"},
		{Text: ErrInstant, ZH: "%[1]s 不是时间（如 2026-11-01 08:30、2026/11/1 8:30:05、2026年11月1日 8:30、2026-11-01T08:30:00+08:00）"},
		{Text: ErrNoOffset, ZH: "%[1]s 没有说明时区；请在映射的 format.zone 中写明，如 Asia/Shanghai"},
		{Text: ErrZone, ZH: "这里不知道时区 %[1]s（应写作 Asia/Shanghai）"},
		{Text: ErrReasonAlone, ZH: "有原因，却没有 %[1]s"},
		{Text: ErrBareRate, ZH: "%[1]s 不是比例（如 5%% 或 0.05）；若为不带百分号的百分数，请在映射中写 multiply 0.01"},
		{Text: ErrTwice, ZH: "%[1]s %[2]s 在第 %[3]s 行已经出现"},
		{Text: ErrDiffers, ZH: "房屋 %[1]s 在第 %[2]s 行已经出现，除面积外还有不同之处"},
		{Text: ErrConflict, ZH: "%[1]s %[2]s 在此为 %[3]s，而第 %[5]s 行为 %[4]s"},
		{Text: ErrUneven, ZH: "此处有 %[1]s 项，而编号有 %[2]s 个"},
		{Text: ErrNoStart, ZH: "没有起始日：此行没有，选项中也没有"},
		{Text: ErrTwoEnds, ZH: "最后一日 %[1]s 不是终止日 %[2]s 的前一日"},
		{Text: ErrPreamble, ZH: "表头之前"},
		{Text: ErrBlank, ZH: "空行"},
		{Text: ErrMeetsRule, ZH: "符合映射的 ignoreRows[%[1]s]"},
		{Text: ErrAfterStop, ZH: "在符合映射 stopAt 的行及其以下"},
		{Text: ErrAtCell, ZH: "第 %[1]s 行第 %[2]s 列（%[3]s）：%[4]s"},
		{Text: ErrAtColumn, ZH: "第 %[1]s 行第 %[2]s 列：%[3]s"},
		{Text: ErrAtRow, ZH: "第 %[1]s 行：%[2]s"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue. Problems of
// cells come from the packages invalid, civil, measure, metric, property and standard as well.
func Messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }
