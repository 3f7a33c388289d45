package standard

import "github.com/wuyekit/wuye/property/invalid"

// The rules that checklists and presences are compiled by.
const (
	// ErrAge is an age in working days.
	ErrAge invalid.RuleError = "standard/age: %[1]s counts working days; an age is in months, days or hours"
	// ErrHowMany is a number that is none of things.
	ErrHowMany invalid.RuleError = "standard/how-many: %[1]s is not a whole number from %[2]s on"
	// ErrBounds is a most that is below the least.
	ErrBounds invalid.RuleError = "standard/bounds: at most %[1]s is fewer than at least %[2]s"
)

func sheetTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrAge, ZH: "%[1]s 按工作日计；时效须按月、日或小时计"},
		{Text: ErrHowMany, ZH: "%[1]s 不是不小于 %[2]s 的整数"},
		{Text: ErrBounds, ZH: "至多 %[1]s 个少于至少 %[2]s 个"},
	}
}
