package rating

import "github.com/wuyekit/wuye/property/invalid"

// The rules of notices, objections and appeals.
const (
	// ErrNoNotice is a scheme whose results are not posted.
	ErrNoNotice invalid.RuleError = "rating/no-notice: the scheme %[1]s has no public notice"
	// ErrOtherPosting is a posting of another scheme or version.
	ErrOtherPosting invalid.RuleError = "rating/other-posting: posting %[1]s is of the scheme %[2]s, not of %[3]s"
	// ErrObjectionEarly is an objection before there was anything to object to.
	ErrObjectionEarly invalid.RuleError = "rating/objection-early: an objection of %[1]s is before the posting on %[2]s"
	// ErrDecisionEarly is a decision before its objection.
	ErrDecisionEarly invalid.RuleError = "rating/decision-early: a decision of %[1]s is before the objection of %[2]s"
	// ErrDismissedChange is a change by an objection that was dismissed.
	ErrDismissedChange invalid.RuleError = "rating/dismissed-change: an objection that was dismissed changes nothing"
	// ErrSetOrWithdraw is a change of a finding that neither sets nor withdraws it, or does both.
	ErrSetOrWithdraw invalid.RuleError = "rating/set-or-withdraw: say what becomes of the finding: either set or withdraw"
	// ErrOtherFinding is a finding that is set under the ID of another.
	ErrOtherFinding invalid.RuleError = "rating/other-finding: finding %[1]s cannot take the place of finding %[2]s"
	// ErrNoChange is a change that changes nothing.
	ErrNoChange invalid.RuleError = "rating/no-change: this is what the sheet says already"
	// ErrAmendEarly is an amendment before what it amends.
	ErrAmendEarly invalid.RuleError = "rating/amend-early: an amendment of %[1]s is before the sheet of %[2]s"
	// ErrSameID is an amended sheet with the ID of a sheet before it.
	ErrSameID invalid.RuleError = "rating/same-id: %[1]s is the ID of a sheet before it; an amended sheet has one of its own"
)

func postingTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrNoNotice, ZH: "考评办法 %[1]s 没有公示规定"},
		{Text: ErrOtherPosting, ZH: "公示 %[1]s 属于考评办法 %[2]s，不属于 %[3]s"},
		{Text: ErrObjectionEarly, ZH: "异议日期 %[1]s 早于公示日期 %[2]s"},
		{Text: ErrDecisionEarly, ZH: "处理日期 %[1]s 早于异议日期 %[2]s"},
		{Text: ErrDismissedChange, ZH: "不成立的异议不得变更结果"},
		{Text: ErrSetOrWithdraw, ZH: "应说明检查发现如何更正：set 与 withdraw 二者取一"},
		{Text: ErrOtherFinding, ZH: "检查发现 %[1]s 不能取代检查发现 %[2]s"},
		{Text: ErrNoChange, ZH: "与评分表原内容相同，没有更正"},
		{Text: ErrAmendEarly, ZH: "更正日期 %[1]s 早于评分表日期 %[2]s"},
		{Text: ErrSameID, ZH: "%[1]s 是更正前评分表的编号；更正后的评分表须另编编号"},
	}
}
