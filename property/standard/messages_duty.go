package standard

import "github.com/wuyekit/wuye/property/invalid"

// The rules of duties and of cover.
const (
	// ErrDutyFits is something that a plan has no use for.
	ErrDutyFits invalid.RuleError = "standard/duty-fits: %[1]s does not go with the plan %[2]s"
	// ErrShare is a share that is not above 0, or beyond the whole.
	ErrShare invalid.RuleError = "standard/share: %[1]s is no share of the rows; it lies above 0 and is at most 100%%"
	// ErrAboveZero is a number that is not above 0.
	ErrAboveZero invalid.RuleError = "standard/above-zero: %[1]s is not above 0"
	// ErrNoTime is a value that is neither a date nor an instant, or a date where a time of day is needed.
	ErrNoTime invalid.RuleError = "standard/no-time: %[1]s does not say when: it needs a date, or an instant where hours are counted"
	// ErrEnds is a span that is not two values.
	ErrEnds invalid.RuleError = "standard/ends: a span is two values, its start and its end"
	// ErrAnchor is a series whose days nobody knows.
	ErrAnchor invalid.RuleError = "standard/anchor: the days of the series hang on its first day; give anchor, or the standard's from"
	// ErrMeter is a meter that no kind of records reads.
	ErrMeter invalid.RuleError = "standard/meter: no kind of records has a number %[1]s"
	// ErrNoNumber is a field that holds no number.
	ErrNoNumber invalid.RuleError = "standard/no-number: the field %[1]s of %[2]s holds no number"
	// ErrNoText is a field that holds no text.
	ErrNoText invalid.RuleError = "standard/no-text: the field %[1]s of %[2]s holds no text"
	// ErrPeople is a number of people that is none.
	ErrPeople invalid.RuleError = "standard/people: %[1]s is no number of people"
)

func dutyTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrDutyFits, ZH: "%[1]s 不适用于计划 %[2]s"},
		{Text: ErrShare, ZH: "%[1]s 不是合格比例；比例应大于 0 且不超过 100%%"},
		{Text: ErrAboveZero, ZH: "%[1]s 不大于 0"},
		{Text: ErrNoTime, ZH: "%[1]s 没有说明时间：应为日期，按小时计算时应为时刻"},
		{Text: ErrEnds, ZH: "时段须为两个值：开始和结束"},
		{Text: ErrAnchor, ZH: "该周期的日子取决于起始日；请给出 anchor，或标准的 from"},
		{Text: ErrMeter, ZH: "没有任何记录类别带有数值字段 %[1]s"},
		{Text: ErrNoNumber, ZH: "%[2]s 的字段 %[1]s 不是数值"},
		{Text: ErrNoText, ZH: "%[2]s 的字段 %[1]s 不是文字"},
		{Text: ErrPeople, ZH: "%[1]s 不是人数"},
	}
}
